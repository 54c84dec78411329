"""Text into its placeholder: all of it once, in order, at the largest size that holds, or over several slides."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import layout_templates
import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_made import FONTS, QUICK, laid, paragraphs, place, presentation, slide

from deck.geometry import Box, pt
from deck.layout import audit, lay_out
from deck.layout.model import PlacedText
from deck.layout.texts import begin, largest, place_text, put, with_suffix
from deck.presentation import Paragraph, Run, Slot, Text, paragraph, text


@QUICK
@given(paragraphs, st.sampled_from(FONTS))
def test_text_is_all_there_once_in_order_and_fits(content: list[Paragraph], font: str) -> None:
    deck, found = laid(slide("content", Slot("body", "body", Text(tuple(content)))), font)
    pieces = [s for page in deck.slides for s in page.shapes if isinstance(s, PlacedText) and s.slot == "body"]
    assert [p for piece in pieces for p in piece.paragraphs] == content
    assert [piece.first for piece in pieces] == [sum(len(q.paragraphs) for q in pieces[:n]) for n in range(len(pieces))]
    assert not found.errors
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
    assert [title.suffix for title in titles] == [f"\xa0({n}\xa0av\xa0{count})" for n in range(1, count + 1)]
    assert [page.id for page in deck.slides] == ["prov", *(f"prov#{n}" for n in range(2, count + 1))]
    per_slide = [len(page.shapes[1].paragraphs) for page in deck.slides if isinstance(page.shapes[1], PlacedText)]
    assert max(per_slide) - min(per_slide) <= 1


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


@pytest.mark.parametrize(
    ("role", "words_given", "least", "most"),
    [
        ("title", "Kort rubrik", 30, 36),
        ("title", "En rubrik " * 30, 18, 24),
        ("number", "80", 24, 48),
        ("object", "Ord " * 20, 18, 24),
    ],
)
def test_the_largest_size_by_role(role: str, words_given: str, least: float, most: float) -> None:
    spot = place(600, 130, role=role)
    spot = replace(spot, spot=replace(spot.spot, style=layout_templates.style(36 if role == "title" else 24, "Arial")))
    found = largest(text(words_given), spot)
    assert found is not None and least <= found <= most


def test_what_fits_nowhere_is_said_with_its_word() -> None:
    tight = place(100, 40)
    assert largest(text("Hållbarhetsarbete"), tight) is None
    outcome = place_text(text("Hållbarhetsarbete"), tight, None)
    assert [(item.code, item.word) for item in outcome.troubles] == [("word-too-long", "Hållbarhetsarbete")]
    quote = place_text(text("ord " * 200), place(300, 60, role="quote"), None)
    assert [item.code for item in quote.troubles] == ["text-too-long"] and len(quote.parts) == 1


def test_a_suffix_stands_after_the_last_words() -> None:
    lines = text("ett", "två").paragraphs
    assert [item.text for item in with_suffix(lines, " (1 av 2)")] == ["ett", "två (1 av 2)"]
    assert with_suffix(lines, "") == lines and with_suffix((), "x") == ()


def test_only_what_differs_from_the_placeholder_is_written() -> None:
    here = place(600, 300)
    whole, less = put(text("ord"), here, 24), put(text("ord"), here, 20)
    assert (whole.sizes[0], less.sizes[0]) == (None, 20.0)
    assert less.sizes[1:] == (None,) * 8 and less.color is None and less.insets is None
    free = put(text("ord"), replace(here, spot=replace(here.spot, placeholder=None)), 24)
    assert free.sizes[0] == 24 and free.color == here.look.text and free.insets is not None and not free.inherits_box


@pytest.mark.parametrize(
    ("role", "base", "letters", "size"),
    [
        ("quote", 40, 209, 40),
        ("quote", 40, 210, 36),
        ("quote", 40, 260, 32),
        ("title", 66, 44, 66),
        ("title", 66, 45, 54),
        ("title", 66, 75, 44),
        ("title", 32, 75, 32),
        ("attribution", 24, 300, 24),
    ],
)
def test_long_quotes_and_questions_begin_smaller(role: str, base: float, letters: int, size: float) -> None:
    assert begin(text("x" * letters), role, base) == size


def test_many_points_are_ordinary_text() -> None:
    few, many = (Text(tuple(paragraph(f"Punkt {n}", 0, "bullet") for n in range(count))) for count in (4, 5))
    assert [begin(item, "body", 28) for item in (few, many)] == [28, 24]
    assert begin(many, "body", 20.5) == 20.5 and begin(many, "left", 28) == 28
    wide = place(864, 360, role="body")
    big = replace(wide.spot.style, levels=tuple(replace(level, size_pt=28.0) for level in wide.spot.style.levels))
    seat = replace(wide, spot=replace(wide.spot, style=big, placeholder=None))
    assert [largest(item, seat) for item in (few, many)] == [28, 24]


def test_bold_words_of_titles_and_quotes_have_a_colour_where_one_reads() -> None:
    said = Text((Paragraph((Run("Förslag:", bold=True), Run(" att pröva"))),))
    seat = place(864, 100, role="title")
    assert put(said, seat, 32).emphasis == seat.look.strong.color
    assert put(text("Förslag: att pröva"), seat, 32).emphasis is None
    assert put(said, place(864, 100, role="body"), 24).emphasis is None
    for more in ({"outlined": True}, {"known_ground": False}, {"leads": False}):
        assert put(said, replace(seat, look=replace(seat.look, **more)), 32).emphasis is None


def test_large_titles_have_one_of_a_few_sizes_and_stay_one_line_where_their_font_is_lacking() -> None:
    def size(words: str, base: float, font: str = "Arial") -> float | None:
        seat = place(828, 104, role="title")
        seat = replace(seat, spot=replace(seat.spot, style=layout_templates.style(base, font)))
        return largest(text(words), seat)

    several = ["Kontakta oss", "Kontakta oss gärna om vägledningen", "Kontakta oss gärna om hela vägledningen"]
    assert [size(words, 44) for words in several] == [44, 44, 35]
    assert [size(words, 44, "Calibri Light") for words in several] == [44, 35, 35]
    assert size("Förslag: vad vägledningen kan ge Lunds kommun", 44, "Calibri Light") == 31
    assert size("Drygt 80 av 290 kommuner kunde lämna sina synpunkter", 32) == 30


def test_a_title_s_last_line_is_no_word_alone() -> None:
    seat = place(720, 100, role="title")
    said = text("Vägledningen är främst för politiker och tjänstemän")
    assert put(said, seat, 36).insets is not None
    assert put(text("Vägledningen är till"), seat, 36).insets is None
    assert put(said, replace(seat, spot=replace(seat.spot, role="body")), 36).insets is None


def test_a_size_that_nobody_says_is_written() -> None:
    here = place(600, 300)
    assert here.spot.placeholder is not None
    for sized, size in ((True, None), (False, 24.0)):
        style = replace(here.spot.style, levels=tuple(replace(level, sized=sized) for level in here.spot.style.levels))
        unsaid = replace(here.spot, style=style, placeholder=replace(here.spot.placeholder, style=style))
        found = put(text("ord"), replace(here, spot=unsaid), 24)
        assert (found.sizes[:2], found.bold) == ((size, None), None)
    heavy = replace(style, levels=tuple(replace(level, bold=True) for level in style.levels))
    prompted = replace(here.spot, style=heavy, placeholder=replace(here.spot.placeholder, style=heavy))
    assert put(text("ord"), replace(here, spot=prompted), 24).bold is True


WORDS = "Vägledning för lokalt arbete med miljömål och Agenda 2030"


@pytest.mark.parametrize(("kind", "least"), [("title", 30.0), ("content", 18.0)])
def test_a_cover_s_title_has_rather_its_size_than_one_line(kind: Literal["title", "content"], least: float) -> None:
    """In a low and wide box; a title above content stands on one line, a little smaller."""
    template = layout_templates.template()
    role = template.roles[kind]
    spot = role.spots["title"]
    first = replace(spot.style.levels[0], size_pt=32.0)
    style = replace(spot.style, levels=(first, *spot.style.levels[1:]))
    low = replace(spot, box=Box(spot.box.x, spot.box.y, pt(800), pt(90)), style=style)
    roles = {**template.roles, kind: replace(role, spots={**role.spots, "title": low})}
    under = Slot("under", "subtitle", text("Lunds kommun")) if kind == "title" else Slot("b", "body", text("Text"))
    deck = lay_out(presentation(slide(kind, under, title=WORDS)), replace(template, roles=roles))
    title = next(shape for shape in deck.slides[0].shapes if isinstance(shape, PlacedText) and shape.slot == "title")
    size = title.sizes[0] or 32.0
    assert size >= least
    assert kind == "title" or size < 30.0
