"""What a deck's manifest remembers beside the base: a sender's own material, and its look."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.collection import first_language
from deck.compose.figures import figures_told
from deck.content.beside import Beside
from deck.content.showing import Showing
from deck.diagnostics import Where
from deck.errors import InputError, reason_of
from deck.figures import Figures, figures_of
from deck.i18n import _
from deck.places import Place, load_places
from deck.presentation import Picture, from_json, to_json
from deck.source import Snapshot
from deck.tables import FileCells

if TYPE_CHECKING:
    from deck.content import Content
    from deck.package import Package
    from deck.template.model import Template

LOCAL, PICTURES, TABLES, SHOWING, OVERRIDES, OWN_TEMPLATE, LOOK = (
    "local",
    "pictures",
    "tables",
    "showing",
    "overrides",
    "template",
    "look",
)
"""Keys of the manifest's `extra`: the words of local.yaml, and its pictures by the names that it gives them (their bytes are in
the deck, and are found by their digest) and so its tables, cell by cell; what was said of the showing beside it; the words of
template.yaml; whose the template was where it is no default one, GIVEN or BRAND; and what its look is known by."""
FIGURES, GIVEN_FIGURES = "figures", "given-figures"
"""Keys of what is known of the place and those that it is held against: of the files that local.yaml names, and of others."""
FALLBACK = "fallback"
"""The language of the words that the deck's own had none for."""
SAMPLES = "samples"
"""How the template's own slides used its layouts, and which of its masters was chosen."""
GIVEN, BRAND = "given", "brand"
READING = "reading"
"""How a template's fingerprint is made: that of an older way says nothing of another look."""


def remembered_local(local: Path | None, content: Content) -> dict[str, Any]:
    """What a refresh needs of local.yaml: its words, what its pictures are known by, and its tables. Raises InputError where
    it cannot be read."""
    if local is None:
        return {}
    extra: dict[str, Any] = {LOCAL: text_of(local)}
    if content.beside.pictures:
        extra[PICTURES] = {name: json.dumps(to_json(picture)) for name, picture in content.beside.pictures}
    if content.beside.tables:
        extra[TABLES] = {name: _in_json(cells) for name, cells in content.beside.tables}
    return extra


def remembered_figures(content: Content, place: Place) -> dict[str, Any]:
    """What a refresh needs of figures: those that the place's slides show."""
    county = load_places().county(place)
    told = [of for slide in content.slides.values() for of in figures_told(content, slide, place, county)]
    places, keys = frozenset[str]().union(*(of.compared for of in told)), {of.key for of in told}
    held = {FIGURES: content.beside.figures, GIVEN_FIGURES: [(item.name, item.figures) for item in content.given_figures]}
    return {
        key: {name: _in_json(figures.only(places, keys).to_cells()) for name, figures in items}
        for key, items in held.items()
        if items
    }


def file_from(extra: Mapping[str, Any], key: str, name: str) -> Snapshot | None:
    """A file that the deck remembers the words of."""
    text = extra.get(key)
    return Snapshot.text(name, text) if text else None


def beside_from(extra: Mapping[str, Any], package: Package) -> Beside:
    """The pictures and tables of local.yaml, as the deck has them; those of which it says what cannot be are not remembered."""
    from deck.pptx.manifest import media_of

    said, pictures, tables = extra.get(PICTURES), dict[str, Picture](), dict[str, FileCells]()
    media = media_of(package) if said else {}
    for name, item in said.items() if isinstance(said, dict) else ():
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            pictures[name] = from_json(Picture, json.loads(item), media)
    said = extra.get(TABLES)
    for name, item in said.items() if isinstance(said, dict) else ():
        with suppress(ValueError, TypeError, RecursionError):
            tables[name] = FileCells.from_json(json.loads(item))
    return replace(Beside.of(pictures, tables), figures=tuple(figures_from(extra.get(FIGURES)).items()))


def figures_from(said: Any) -> dict[str, Figures]:
    """What `remembered_figures` gave; what cannot be is not remembered."""
    found: dict[str, Figures] = {}
    for name, item in said.items() if isinstance(said, dict) else ():
        with suppress(ValueError, TypeError, RecursionError):
            lines = json.loads(item)
            # A place of which nothing is known has the headings alone.
            found[name] = figures_of(FileCells.from_json(lines), name) if len(lines) > 1 else Figures()
    return found


def _in_json(cells: FileCells) -> str:
    return json.dumps(cells.to_json(), ensure_ascii=False)


def remembered_showing(showing: Showing) -> dict[str, Any]:
    """What a refresh needs of what was said of the showing beside local.yaml."""
    return {SHOWING: showing.to_json()} if showing else {}


def remembered_fallback(fallback: bool) -> dict[str, Any]:
    """What a refresh needs to compose in a language whose words are not whole."""
    return {FALLBACK: first_language()} if fallback else {}


def remembered_look(given: Path | None, brand: Path | None, template: Template) -> dict[str, Any]:
    """What the look is known by, whether its template was `given` or the brand's own, and the words of template.yaml."""
    from deck.template import beside, look_of
    from deck.template.sampled import NO_SAMPLES

    extra: dict[str, Any] = {LOOK: look_of(template), READING: "2"}
    if template.samples != NO_SAMPLES:
        extra[SAMPLES] = template.samples.to_json()
    own = given or brand
    if own is not None:
        extra[OWN_TEMPLATE] = GIVEN if given else BRAND
        overrides = beside(own)
        if overrides is not None:
            extra[OVERRIDES] = text_of(overrides)
    return extra


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.of(
            "unreadable",
            _("the file cannot be read ({error})").format(error=reason_of(error) if isinstance(error, OSError) else error),
            Where(str(path)),
        ) from None
