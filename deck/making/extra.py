"""What a deck's manifest remembers beside the base: a sender's own material, and its look."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.content.showing import Showing
from deck.diagnostics import Where
from deck.errors import InputError
from deck.i18n import _
from deck.presentation import to_json

if TYPE_CHECKING:
    from deck.content import Content
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
SAMPLES = "samples"
"""How the template's own slides used its layouts."""
"""Keys of the manifest's `extra`: the words of local.yaml, and its pictures by the names that it gives them (their bytes are in
the deck, and are found by their digest) and so its tables, cell by cell; what was said of the showing beside it; the words of
template.yaml; whose the template was where it is no default one, GIVEN or BRAND; and what its look is known by."""
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
        extra[TABLES] = {name: json.dumps(cells.to_json(), ensure_ascii=False) for name, cells in content.beside.tables}
    return extra


def remembered_showing(showing: Showing) -> dict[str, Any]:
    """What a refresh needs of what was said of the showing beside local.yaml."""
    return {SHOWING: showing.to_json()} if showing else {}


def remembered_look(given: Path | None, brand: Path | None, template: Template) -> dict[str, Any]:
    """What the look is known by, whether its template was `given` or the brand's own, and the words of template.yaml."""
    from deck.template import beside, look_of

    extra: dict[str, Any] = {LOOK: look_of(template), READING: "2"}
    if template.samples.used:
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
        raise InputError.of("unreadable", _("the file cannot be read ({error})").format(error=error), Where(str(path))) from None
