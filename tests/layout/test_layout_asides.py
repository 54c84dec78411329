"""Asides in a template without a place for them: a band of what stands beside them, and nothing left out."""

from __future__ import annotations

import layout_templates
import pytest

from deck.diagnostics import Diagnostics
from deck.layout import audit, lay_out
from deck.layout.model import PlacedText
from deck.presentation import OCCASION, Diagram, Item, Presentation, Slide, Slot, text
from deck.template import default_template_path, read_template
from deck.template.model import Template

STEPS = Diagram("question", (Item("a", "Tänk själv", "1 minut"), Item("b", "Prata två och två", "2 minuter")), "Två steg")
CASES = {
    "section": (Slot("part", "part", text("Förslag: fråga 1 av 4")), Slot("object", "object", STEPS)),
    "title": (Slot("subtitle", "subtitle", text("Lunds kommun")), Slot("speaker", "speaker", text("Kim Lind", "Nämnden"))),
    "closing": (Slot("body", "body", text("Kim Lind", "046-00 00 00")), Slot("subtitle", "subtitle", text("Vägledningen"))),
}
ASIDE = {"section": "part", "title": "speaker", "closing": "subtitle"}


def laid(template: Template, kind: str) -> dict[str, PlacedText]:
    slide = Slide("s", kind, (Slot("title", "title", text("Vilka mål är viktigast?")), *CASES[kind]))  # type: ignore[arg-type]
    presentation = Presentation("P", "sv-SE", "1281", "Lund", "kort", "alla", "2026", (), (slide,))
    deck = lay_out(presentation, template, found := Diagnostics())
    assert not found.errors and not audit(deck)
    return {shape.slot: shape for shape in deck.slides[0].shapes if isinstance(shape, PlacedText)}


@pytest.mark.parametrize("kind", CASES)
def test_an_aside_has_its_own_place_in_our_template_and_a_band_elsewhere(kind: str) -> None:
    own = laid(read_template(default_template_path()), kind)[ASIDE[kind]]
    assert own.placeholder is not None
    band = laid(layout_templates.template(), kind)[ASIDE[kind]]
    assert band.placeholder is None and all((size or 18) >= 18 for size in band.sizes)


@pytest.mark.parametrize("kind", CASES)
def test_it_lies_on_nothing_else(kind: str) -> None:
    shapes = laid(layout_templates.template(), kind)
    aside = shapes[ASIDE[kind]]
    others = [shape for slot, shape in shapes.items() if slot != ASIDE[kind]]
    assert others and not any(aside.box.overlaps(other.box, 1) for other in others)


def test_who_speaks_where_and_when_stand_under_each_other_in_any_template() -> None:
    slots = (Slot("subtitle", "subtitle", text("Lunds kommun")), *(Slot(name, name, text(name)) for name in OCCASION))
    slide = Slide("s", "title", (Slot("title", "title", text("Vilka mål är viktigast?")), *slots))
    presentation = Presentation("P", "sv-SE", "1281", "Lund", "kort", "alla", "2026", (), (slide,))
    for template in (read_template(default_template_path()), layout_templates.template()):
        deck = lay_out(presentation, template, found := Diagnostics())
        assert not found.errors and not audit(deck)
        boxes = {shape.slot: shape.box for shape in deck.slides[0].shapes if isinstance(shape, PlacedText)}
        who, where, when = (boxes[name] for name in OCCASION)
        assert who.x == where.x == when.x and who.bottom <= where.y and where.bottom <= when.y
