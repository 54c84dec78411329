"""Where a slide's words come from: in the template's own line, else in a band that the slide's contents give up."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest

from deck.diagnostics import Diagnostics
from deck.layout import audit, lay_out
from deck.layout.model import PlacedText
from deck.layout.mould import mould_of
from deck.layout.plates import BESIDE
from deck.layout.provenance import with_source
from deck.presentation import FROM, Presentation, Slide, SlideKind, Slot, Text, text
from deck.template import default_template_path, read_template
from deck.template.foot import BAND, FROM_PT
from deck.template.model import Template, ThemeColor


def laid(template: Template, *slots: Slot, kind: SlideKind = "content"):
    slide = Slide("s", kind, (Slot("title", "title", text("Rubrik")), *slots))
    deck = lay_out(
        Presentation("P", "sv-SE", "1281", "Lund", "kort", "alla", "2026", (), (slide,)), template, found := Diagnostics()
    )
    assert not found.errors and not audit(deck)
    return deck.slides[0]


BODY, SOURCE = Slot("body", "body", text("En\nTvå")), Slot("from", FROM, text("Källa: Forum för miljösmart konsumtion 2020"))


def placed(laid_out, slot: str) -> PlacedText:
    found = next(shape for shape in laid_out.shapes if shape.slot == slot)
    assert isinstance(found, PlacedText)
    return found


def test_the_default_template_has_a_line_for_it() -> None:
    found = placed(laid(read_template(default_template_path()), BODY, SOURCE), "from")
    assert found.placeholder is not None and found.placeholder.name == "Källrad" and found.inherits_box
    assert found.placeholder.style.levels[0].size_pt == FROM_PT


def test_elsewhere_it_stands_at_the_foot_of_what_the_slide_holds() -> None:
    template = layout_templates.template()
    without, with_line = laid(template, BODY), laid(template, BODY, SOURCE)
    line, body = placed(with_line, "from"), placed(with_line, "body")
    assert line.placeholder is None and line.box.h == BAND and line.box.bottom == template.safe.bottom
    assert line.sizes[0] == FROM_PT and body.box.bottom <= line.box.y
    assert placed(without, "body").box.bottom >= body.box.bottom


@pytest.mark.parametrize("words", ["", "  "])
def test_words_that_nobody_has_said_have_a_placeholder_or_no_place(words: str) -> None:
    empty = Slot("from", FROM, Text(text(words).paragraphs))
    assert {shape.slot for shape in laid(layout_templates.template(), BODY, empty).shapes} == {"title", "body"}
    assert "from" in {shape.slot for shape in laid(read_template(default_template_path()), BODY, empty).shapes}


def test_it_stands_on_each_page_that_the_slide_takes() -> None:
    long = Slot("body", "body", text(*(f"Punkt {n} med några ord till" for n in range(40))))
    slide = Slide("s", "content", (Slot("title", "title", text("Rubrik")), long, SOURCE))
    deck = lay_out(
        Presentation("P", "sv-SE", "1281", "Lund", "kort", "alla", "2026", (), (slide,)),
        read_template(default_template_path()),
        Diagnostics(),
    )
    assert len(deck.slides) > 1 and not audit(deck)
    assert {placed(page, "from").paragraphs for page in deck.slides} == {placed(deck.slides[0], "from").paragraphs}


def test_on_a_plate_it_does_not_touch_the_edge_and_stands_where_it_would_without() -> None:
    template = layout_templates.template()
    mould = mould_of(template.roles["content"], template)
    bare = mould.foot.spot
    plated = replace(mould, foot=replace(mould.foot, spot=replace(bare, plate=ThemeColor("bg2"))))
    found = with_source((SOURCE,), {}, plated)[FROM].spot
    assert (found.box.x, found.box.y, found.box.h) == (bare.box.x - BESIDE, bare.box.y, bare.box.h)
    assert found.box.right < bare.box.x + bare.box.w // 2, "no strip across the slide"
    full = Slot("from", FROM, text("Källa: " + "Forum för miljösmart konsumtion 2020; " * 9))
    assert with_source((full,), {}, plated)[FROM].spot.box == bare.box.inset(-BESIDE, 0, -BESIDE, 0)
    assert found.box.x + found.style.insets.left == bare.box.x + bare.style.insets.left
    assert with_source((SOURCE,), {}, mould)[FROM].spot == bare
