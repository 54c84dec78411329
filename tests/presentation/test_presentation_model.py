"""The IR: what words a thing has, where its parts are, and that it is compared by value."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.presentation import (
    Cell,
    Diagram,
    Item,
    Media,
    Paragraph,
    Presentation,
    Run,
    Section,
    Slide,
    Slot,
    Table,
    Text,
    paragraph,
    text,
)

words = st.text(max_size=10)
TITLE = Slot("title", "title", text("Rubrik"))


def presentation(*slides: Slide) -> Presentation:
    return Presentation("T", "sv", "1281", "Lunds kommun", "kort", "alla", "1", (Section("s", "S"),), slides)


@given(st.lists(st.lists(words, max_size=3), max_size=4))
def test_words_are_runs_joined_and_paragraphs_a_line_each(lines: list[list[str]]) -> None:
    paragraphs = tuple(Paragraph(tuple(Run(run, bold=n % 2 == 1) for n, run in enumerate(line))) for line in lines)
    joined = "\n".join("".join(line) for line in lines)
    assert Text(paragraphs).text == Cell(paragraphs).text == joined


def test_plain_words() -> None:
    assert paragraph("a", 2, "number") == Paragraph((Run("a"),), 2, "number")
    assert paragraph("") == Paragraph()
    assert text("a", "b").text == "a\nb"
    assert text() == Text(())


@pytest.mark.parametrize(
    ("slots", "title"),
    [
        ((TITLE,), "Rubrik"),
        ((Slot("body", "body", text("x")), TITLE), "Rubrik"),
        ((Slot("own", "title", text("Egen")),), "Egen"),
        ((), ""),
        ((Slot("title", "title", Table((), (), "alt")),), ""),
    ],
)
def test_a_slides_title_is_the_text_of_its_role(slots: tuple[Slot, ...], title: str) -> None:
    assert Slide("a", "content", slots).title == title


def test_parts_are_found_by_id() -> None:
    slide = Slide("a", "content", (TITLE, Slot("x", "body", text("b"))))
    deck = presentation(slide, Slide("b", "title", ()))
    assert slide.slot("x") is slide.slots[1]
    assert slide.slot("body") is None
    assert deck.slide("a") is slide
    assert deck.slide("c") is None


def test_a_diagram_knows_its_form_and_an_unknown_one_is_refused() -> None:
    made = Diagram("cards", (Item("a"),), "alt")
    assert made.how.name == "cards" and made.how.columns
    with pytest.raises(ValueError, match=r"'kort' is none of .*'cards'"):
        Diagram("kort", (), "")


def test_media_are_known_by_their_bytes() -> None:
    one, same, other = Media("image/png", b"1"), Media("image/png", b"1"), Media("image/png", b"2")
    assert one == same != other
    assert len({one, same, other}) == 2
    assert one.sha256 == hashlib.sha256(b"1").hexdigest()
    assert b"1".hex() not in repr(one) and "1 bytes" in repr(one)


def test_slides_are_compared_and_hashed_by_value() -> None:
    one, same = (Slide("a", "content", (Slot("title", "title", text("x")),)) for _ in range(2))
    assert one == same and hash(one) == hash(same) and one is not same
    assert one != Slide("a", "content", (Slot("title", "title", text("y")),))
