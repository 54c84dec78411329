"""Words that the guidance links, or sets in bold, where their owner gave them a look of their own: they have both."""

from __future__ import annotations

import copy

from deck.drawing.names import Element, attributes, local
from deck.drawing.paint import FILLS

CLICKS = ("hlinkClick", "hlinkMouseOver")
MODELLED = ("b", "i", "lang", "altLang", "dirty", "err", "smtClean", "noProof")
"""Attributes of a look that the merge decides, or that tell of programs."""
ORDER = (
    *("ln", *FILLS, "effectLst", "effectDag", "highlight"),
    *("uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "cs", "sym", *CLICKS, "rtl", "extLst"),
)
"""Children of a:rPr in the schema's order (CT_TextCharacterProperties, 21.1.2.3.9)."""


def worn(own: Element | None, new: Element | None) -> Element | None:
    """A copy of a new look (a:rPr), with what its owner's has and the new one does not say; links are the merge's to decide."""
    if own is None or new is None:
        return new
    found = copy.deepcopy(new)
    for name, value in attributes(own).items():
        if name not in MODELLED and found.get(name) is None:
            found.set(name, value)
    # The colour of emphasis goes with it.
    known = {_kind(item) for item in found} | ({"fill"} if own.get("b") and not new.get("b") else set())
    found.extend([copy.deepcopy(item) for item in own if local(item) not in ("", *CLICKS, "extLst") and _kind(item) not in known])
    return _in_order(found)


def dressed_in(look: Element, own: Element) -> Element:
    """A copy of a look (a:rPr) with all that an owner's says in place of what it says itself."""
    found = copy.deepcopy(look)
    for name, value in attributes(own).items():
        found.set(name, value)
    said = {_kind(item) for item in own}
    for item in [item for item in found if _kind(item) in said]:
        found.remove(item)
    found.extend(copy.deepcopy(item) for item in own)
    return _in_order(found)


def _in_order(look: Element) -> Element:
    look[:] = sorted(look, key=lambda item: ORDER.index(local(item)) if local(item) in ORDER else len(ORDER))
    return look


def _kind(item: Element) -> str:
    return "fill" if local(item) in FILLS else local(item)


__all__ = ["CLICKS", "dressed_in", "worn"]
