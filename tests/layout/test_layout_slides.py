"""One slide: each slot into its spot, over as many slides as it takes."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest
from hypothesis import given
from layout_made import MAP, QUICK, laid, paragraphs, slide

from deck.geometry import Box
from deck.layout import audit
from deck.layout.model import PlacedText
from deck.layout.mould import mould_of
from deck.layout.slides import NO_BREAK, context_of, grown, of_parts, seats_of
from deck.presentation import SLOT_ROLES, Diagram, Item, Paragraph, SlideKind, Slot, Text, text


@pytest.mark.parametrize("kind", ["title", "section", "content", "two-content", "comparison", "quote", "big-number", "closing"])
def test_a_kind_with_a_block_in_each_slot_is_laid_out(kind: SlideKind) -> None:

    slots = [Slot(role, role, text("Några ord")) for role in SLOT_ROLES[kind] if role != "title"]
    deck, found = laid(slide(kind, *slots))
    shown = deck.slides[0].shapes
    assert shown[0].slot == "title" and {item.slot for item in shown} == {"title", *(s.id for s in slots)}
    # What has a place of its own comes in the order of its kind; what has none, before what it stands above.
    own = [item.slot for item in shown if isinstance(item, PlacedText) and item.placeholder is not None]
    assert own == [name for name in ("title", *(s.id for s in slots)) if name in own]
    assert not found.errors
    assert not audit(deck)
    kinds = [item.kind for item in deck.slides[0].furniture]
    assert ("sldNum" in kinds) == (kind != "title")
    assert ("ftr" in kinds) == (kind != "title")


def test_a_slot_without_a_spot_is_composed_below_the_title() -> None:
    deck, found = laid(slide("title-only", Slot("object", "object", text("Ett stycke"))))
    body = deck.slides[0].shapes[1]
    assert isinstance(body, PlacedText)
    assert body.placeholder is None
    assert body.sizes[0] is not None
    assert body.color is not None
    assert not found.errors
    assert not audit(deck)


@QUICK
@given(paragraphs, paragraphs)
def test_texts_side_by_side_have_one_size_and_keep_their_sides(one: list[Paragraph], two: list[Paragraph]) -> None:
    deck, found = laid(slide("two-content", Slot("a", "left", Text(tuple(one))), Slot("b", "right", Text(tuple(two)))))
    for key, content in (("a", one), ("b", two)):
        pieces = [s for page in deck.slides for s in page.shapes if isinstance(s, PlacedText) and s.slot == key]
        assert [p for piece in pieces for p in piece.paragraphs] == content
    if not found.errors:
        assert not audit(deck)


@pytest.mark.parametrize(
    ("lang", "words_said"),
    [("sv-SE", " (1 av 2)"), ("SV", " (1 av 2)"), ("en-GB", " (1 of 2)"), ("fi", " (1 / 2)"), ("de", " (1 von 2)")],
)
def test_what_a_continued_title_ends_with(lang: str, words_said: str) -> None:
    assert of_parts(1, 2, lang).replace(NO_BREAK, " ") == words_said
    assert " " not in of_parts(1, 2, lang)


@pytest.mark.parametrize(
    ("taken", "found"),
    [
        ([], (0, 1000)),
        ([Box(0, 0, 100, 200)], (290_000 - 200_000, None)),
        ([Box(500, 0, 100, 5000)], (0, 1000)),
    ],
)
def test_a_box_grows_in_its_column_only(taken: list[Box], found: tuple[int, int | None]) -> None:
    box = grown(Box(0, 400, 100, 100), taken, Box(0, 0, 1000, 1000))
    assert box.x == 0 and box.w == 100 and box.y <= 400 and box.bottom >= 500
    if found[1] is not None:
        assert (box.y, box.bottom) == found


def test_a_slot_without_its_spot_takes_a_free_one() -> None:
    template = layout_templates.template()
    mould = mould_of(template.roles["content"], template)
    seat = seats_of(slide("content", Slot("o", "object", text("x"))).slots, mould)["object"]
    assert seat.spot.box == template.roles["content"].spots["body"].box and seat.spot.role == "object"
    both = seats_of(slide("content", Slot("b", "body", text("x")), Slot("o", "picture", text("y"))).slots, mould)
    assert not both["body"].spot.box.overlaps(both["picture"].spot.box) and both["picture"].spot.composed


@pytest.mark.parametrize(("minimum", "least"), [(12.0, 18.0), (22.0, 22.0)])
def test_the_least_size_is_never_under_18(minimum: float, least: float) -> None:
    template = replace(layout_templates.template(), minimum_pt=minimum)
    found = context_of(mould_of(template.roles["content"], template), "sv")
    assert (found.minimum, found.scale, found.lang) == (least, 1.0, "sv")


def test_drawn_words_are_measured_in_what_stands_in_for_a_font_and_written_in_it() -> None:
    template = layout_templates.template("Segoe UI")
    found = context_of(mould_of(template.roles["content"], template), "sv")
    assert (found.body_font, found.heading_font, found.face) == ("Segoe UI,DejaVu Sans", "Segoe UI,DejaVu Sans", "Segoe UI")


def test_a_map_stands_on_each_page_of_what_goes_on_beside_it() -> None:
    words = " ".join(["kommunens strategiska arbete med miljö och hållbarhet"] * 6)
    rows = Diagram("rows", tuple(Item(f"r{n}", words, key=str(n)) for n in range(1, 5)), "Rader")
    deck, _found = laid(slide("two-content", Slot("rows", "left", rows), Slot("map", "right", MAP)))
    assert len(deck.slides) > 1
    assert all([shape.slot for shape in page.shapes] == ["title", "rows", "map"] for page in deck.slides)
