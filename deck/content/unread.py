"""What a file of cells holds that comes on no slide: rows that say too little or are hidden, and places that nobody knows."""

from __future__ import annotations

import re
from difflib import get_close_matches

from deck.diagnostics import Diagnostics, Where, nearest
from deck.figures import Figures
from deck.i18n import _
from deck.places import load_places

_MOST_TOLD, _MOST_NAMED = 6, 3
_NEAR = 0.75
"""How alike two names are where one is the other with a letter or two that are wrong."""
_NO_CODE = re.compile(r"(?!00)\d{4}")
"""A municipality's code, that none has. (Kolada's regions begin with 00.)"""


def tell_unread(figures: Figures, name: str, where: Where, diagnostics: Diagnostics) -> None:
    """Warn of what is left out of the figures in the file `name`."""
    file = "" if where.file == name else f"{name}: "
    messages = {
        "place": (
            _("{file}row {rows}: the amount has no place, and is left out"),
            _("fill in the place, or take the row away"),
        ),
        "year": (_("{file}row {rows}: the amount has no year, and is left out"), _("fill in the year, or take the row away")),
    }
    for lacks, (message, hint) in messages.items():
        rows = [str(item.line) for item in figures.unread if item.lacks == lacks]
        if rows:
            diagnostics.warning("unread-row", message.format(file=file, rows=_listed(rows)), where, hint)
    for message in figures.left_out:
        tell_hidden(f"{file}{message}", where, diagnostics)
    _tell_places(figures, file, where, diagnostics)


def tell_hidden(message: str, where: Where, diagnostics: Diagnostics) -> None:
    diagnostics.info("hidden-cells", message, where, _("show them there, if they are to be read"))


def _tell_places(figures: Figures, file: str, where: Where, diagnostics: Diagnostics) -> None:
    """Codes that no place has, and names that are nearly a place's: others, as groups of places, are to be compared with."""
    places = load_places().all
    names = {name.casefold(): name for place in places for name in place.names}
    codes = {place.code for place in places}
    for said in dict.fromkeys(item.place for item in figures.observations):
        if said in codes:
            continue
        close = get_close_matches(said.casefold(), names, n=_MOST_NAMED, cutoff=_NEAR)
        if close or _NO_CODE.fullmatch(said):
            message = _('{file}no place is called "{name}"').format(file=file, name=said)
            hint = nearest(names[name] for name in close) if close else _("`deck places` lists them, with their codes")
            diagnostics.warning("unknown-place", message, where, hint)


def _listed(rows: list[str]) -> str:
    return ", ".join(rows[:_MOST_TOLD]) + (" …" if len(rows) > _MOST_TOLD else "")


__all__ = ["tell_hidden", "tell_unread"]
