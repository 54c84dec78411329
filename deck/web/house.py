"""The profiles of a house, looked through before its staff meet them: only who runs the server can mend them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from deck.brand import load_brand
from deck.brand.cascade import FILE
from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import DeckError
from deck.i18n import _
from deck.places import Place, load_places
from deck.source import display
from deck.template import read_template


def house_faults(root: Path) -> tuple[Diagnostic, ...]:
    """All that is wrong in the profiles and templates of a folder, each once, the worst first. Never raises."""
    found: dict[Diagnostic, None] = {}
    templates: set[Path] = set()
    places = [place for place in load_places().all if (root / place.stem / FILE).is_file()]
    if not places and not (root / FILE).is_file():
        message = _("there is no profile in the folder: decks look as they do without it")
        hint = _("give the folder in which folders of places lie, as 1281-lund/{file}").format(file=FILE)
        found[Diagnostic("no-profile", Severity.WARNING, message, Where(display(root)), hint)] = None
    for place in places or load_places().all[:1]:
        found |= dict.fromkeys(_of_place(root, place, templates))
    told = [item for item in found if item.severity >= Severity.WARNING]
    return tuple(sorted(told, key=lambda item: (-int(item.severity), item.where.file, item.where.line)))


def _of_place(root: Path, place: Place, templates: set[Path]) -> Iterator[Diagnostic]:
    """`templates`: those that have been looked at."""
    try:
        brand = load_brand(place, load_places(), root=root)
        yield from brand.diagnostics
        if brand.template is not None and brand.template not in templates:
            templates.add(brand.template)
            yield from read_template(brand.template).diagnostics
    except DeckError as error:
        yield from error.diagnostics


def is_of_house(where: Where, root: Path | None) -> bool:
    """Whether it is about a file that lies in the house's folder."""
    return root is not None and bool(where.file) and Path(where.file).resolve().is_relative_to(root.resolve())


def told_to_staff(item: Diagnostic) -> Diagnostic:
    """A fault in the house's files, for who cannot mend it."""
    short = Where(file="/".join(Path(item.where.file).parts[-2:]), line=item.where.line)
    return replace(item, message=f"{short}: {item.message}", where=Where(), hint=_("tell whoever runs this server"))
