"""Laws of layout: whatever is said, it is there once, in order, inside its box, and never under 18 points."""

from __future__ import annotations

import layout_templates
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deck.diagnostics import Diagnostics
from deck.layout import LaidOutDeck, audit, lay_out
from deck.layout.fitting import partition
from deck.layout.model import PlacedGroup, PlacedTable, PlacedText
from deck.presentation import (
    Cell,
    Diagram,
    Item,
    Paragraph,
    Presentation,
    QrCode,
    Row,
    Run,
    Slide,
    SlideKind,
    Slot,
    Table,
    Text,
    paragraph,
    text,
)

FONTS = ("Arial", "Calibri", "Verdana", "Okänd Antikva")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.lists(
    st.sampled_from(
        [
            "vägledning",
            "för",
            "kommunens",
            "strategiska",
            "arbete",
            "med",
            "miljö-",
            "och",
            "hållbarhet",
            "i",
            "Upplands-Bro",
            "län",
            "–",
            "Agenda",
            "2030",
        ]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)
paragraphs = st.lists(
    st.builds(
        lambda t, level, mark, bold: Paragraph((Run(t, bold=bold),), level, mark),
        words,
        st.integers(0, 2),
        st.sampled_from(["none", "bullet", "number"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


def presentation(*slides: Slide) -> Presentation:
    return Presentation("Prov", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), slides, footer="Lunds kommun")


def slide(kind: SlideKind, *slots: Slot, title: str = "En rubrik") -> Slide:
    return Slide("prov", kind, (Slot("title", "title", text(title)), *slots))


def laid(item: Slide, font: str = "Arial", **wishes: float) -> tuple[LaidOutDeck, Diagnostics]:
    found = Diagnostics()
    return lay_out(presentation(item), layout_templates.template(font, **wishes), found), found  # type: ignore[arg-type]


@QUICK
@given(paragraphs, st.sampled_from(FONTS))
def test_text_is_all_there_once_in_order_and_fits(content: list[Paragraph], font: str) -> None:
    deck, found = laid(slide("content", Slot("body", "body", Text(tuple(content)))), font)
    pieces = [s for page in deck.slides for s in page.shapes if isinstance(s, PlacedText) and s.slot == "body"]
    assert [p for piece in pieces for p in piece.paragraphs] == content
    assert [piece.first for piece in pieces] == [sum(len(q.paragraphs) for q in pieces[:n]) for n in range(len(pieces))]
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


def test_a_continued_slide_says_which_part_it_is() -> None:
    body = Text(
        tuple(
            paragraph(f"Punkt {n} om kommunens strategiska arbete med miljö och hållbarhet, i hela länet " * 2, 0, "bullet")
            for n in range(12)
        )
    )
    deck, _ = laid(slide("content", Slot("body", "body", body)))
    titles = [s for page in deck.slides for s in page.shapes if isinstance(s, PlacedText) and s.slot == "title"]
    count = len(deck.slides)
    assert count > 1
    assert [title.suffix for title in titles] == [f" ({n} av {count})" for n in range(1, count + 1)]
    assert [page.id for page in deck.slides] == ["prov", *(f"prov#{n}" for n in range(2, count + 1))]
    per_slide = [len(page.shapes[1].paragraphs) for page in deck.slides if isinstance(page.shapes[1], PlacedText)]
    assert max(per_slide) - min(per_slide) <= 1


def test_a_list_stays_with_the_line_that_leads_into_it() -> None:
    heights = (100.0, 80.0, 40.0, 80.0, 80.0)
    costs = [0.0, 0.0, 0.0, 1000.0, 8.0]
    starts = partition(heights, costs, 300.0)
    assert starts is not None
    assert 3 not in starts


@QUICK
@given(st.lists(words, min_size=1, max_size=24), st.sampled_from(FONTS), st.booleans())
def test_cards_are_equal_boxes_that_hold_their_words(titles: list[str], font: str, numbered: bool) -> None:
    cards = tuple(Item(str(n), title, key=str(n + 1) if numbered else "") for n, title in enumerate(titles))
    deck, found = laid(slide("object", Slot("kort", "object", Diagram("cards", cards, "Kort"))), font)
    groups = [s for page in deck.slides for s in page.shapes if isinstance(s, PlacedGroup)]
    shown = [child for group in groups for child in group.children if child.key.endswith(":title")]
    assert [child.paragraphs[0].text for child in shown] == titles
    if not found.errors:
        assert not audit(deck)
    for group in groups:
        assert len({(c.box.w, c.box.h) for c in group.children if c.key.endswith(":title")}) == 1


@QUICK
@given(st.lists(st.tuples(words, words), min_size=1, max_size=7), st.booleans(), st.sampled_from(["object", "two-content"]))
def test_a_process_shows_each_step_or_complains(steps: list[tuple[str, str]], loop: bool, kind: SlideKind) -> None:
    block = Diagram(
        "loop" if loop else "process", tuple(Item(str(n), title[:40], more) for n, (title, more) in enumerate(steps)), "Processen"
    )
    deck, found = laid(slide(kind, Slot("p", "object" if kind == "object" else "right", block)))
    children = [c for page in deck.slides for s in page.shapes if isinstance(s, PlacedGroup) for c in s.children]
    assert [c.paragraphs[0].text for c in children if c.key.endswith(":title")] == [title[:40] for title, _ in steps]
    if not found.errors:
        assert not audit(deck)


@QUICK
@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=20), st.sampled_from(FONTS))
def test_a_table_is_cut_between_rows_under_a_repeated_header(cells: list[tuple[str, str, str]], font: str) -> None:
    rows = tuple(Row(str(n), tuple(Cell((paragraph(word[:90]),)) for word in row)) for n, row in enumerate(cells))
    deck, found = laid(slide("object", Slot("t", "object", Table(rows, (3, 2, 1), "Tabell"))), font)
    tables = [s for page in deck.slides for s in page.shapes if isinstance(s, PlacedTable)]
    assert all(table.rows[0] == 0 for table in tables)
    assert [n for table in tables for n in table.rows[1:]] == [*range(1, len(rows))]
    assert all(sum(table.column_widths) == table.box.w and sum(table.row_heights) == table.box.h for table in tables)
    if not found.errors:
        assert not audit(deck)


def test_a_word_too_long_is_complained_of_by_name() -> None:
    word = "miljökvalitetsmålsuppföljningssamordnarutbildningskonferensdeltagarförteckning"
    deck, found = laid(slide("two-content", Slot("a", "left", text(word))))
    assert [item.code for item in found.errors] == ["text-too-long"]
    assert word in found.errors[0].message
    assert found.errors[0].where.slide_id == "prov"
    assert any(item.code == "word-cut" for item in audit(deck))


def test_an_address_may_be_cut() -> None:
    _, found = laid(slide("two-content", Slot("a", "left", text("https://exempel.se/" + "a" * 90))))
    assert not found.errors


def test_audit_sees_an_overflow_that_nobody_complained_of() -> None:
    from dataclasses import replace

    deck, _ = laid(slide("content", Slot("body", "body", text("Ett stycke. " * 30))))
    page = deck.slides[0]
    body = page.shapes[1]
    assert isinstance(body, PlacedText)
    assert not audit(deck)

    def codes(**changes: object) -> set[str]:
        shapes = (page.shapes[0], replace(body, **changes))  # type: ignore[arg-type]
        return {item.code for item in audit(LaidOutDeck(deck.template, (replace(page, shapes=shapes),)))}

    assert codes(sizes=(60.0,) * 9) == {"overflow"}
    assert codes(sizes=(12.0,) * 9) == {"small-text"}
    assert "overlap" in codes(box=page.shapes[0].box, inherits_box=False)
    assert "off-slide" in codes(box=replace(body.box, x=-500_000))


def test_equal_slides_cost_once_and_come_back_equal() -> None:
    item = slide("object", Slot("q", "object", QrCode("https://rus.se/", "rus.se", "QR-kod")))
    one, _ = laid(item)
    two, _ = laid(item)
    assert one.slides[0].shapes is two.slides[0].shapes or one.slides == two.slides
    other, _ = laid(item, scale=0.75)
    assert other.slides[0].shapes != one.slides[0].shapes


@pytest.mark.parametrize("kind", ["title", "section", "content", "two-content", "comparison", "quote", "big-number", "closing"])
def test_a_kind_with_a_block_in_each_slot_is_laid_out(kind: SlideKind) -> None:
    from deck.presentation import SLOT_ROLES

    slots = [Slot(role, role, text("Några ord")) for role in SLOT_ROLES[kind] if role != "title"]
    deck, found = laid(slide(kind, *slots))
    assert [s.slot for s in deck.slides[0].shapes] == ["title", *(s.id for s in slots)]
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
