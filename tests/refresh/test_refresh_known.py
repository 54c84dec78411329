"""The owner's deck, recognised."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refresh_corpus import edited, generated, opened
from refresh_releases import BASE, text, with_slot

from deck.presentation import Paragraph, Run
from deck.refresh import asked, continued
from deck.refresh.document import Document
from deck.refresh.hand import hand_of
from deck.refresh.known import made_in_look, recognised
from deck.template import default_template_path, read_template

LOOK = read_template(default_template_path())


def test_each_slide_is_found_and_stands_beside_what_we_would_write() -> None:
    known = recognised(Document(opened(generated())), BASE, LOOK, name="a.pptx")
    assert known.found.recognised == known.found.slots > 0
    assert {piece.slide for piece in known.found.deck.slides} == {slide.id for slide in BASE.slides} == set(known.generated.pages)
    assert (known.base, known.look, known.made_in, known.name) == (BASE, LOOK, None, "a.pptx")


def test_the_base_is_written_in_the_look_that_the_deck_was_made_in() -> None:
    small = replace(LOOK, name="another")
    known = recognised(Document(opened(generated())), BASE, small, made_in=LOOK)
    same = recognised(Document(opened(generated())), BASE, LOOK)
    assert (known.look, known.made_in) == (small, LOOK) and known.generated.placed == same.generated.placed


def test_what_the_manifest_keeps_is_remembered() -> None:
    words = {"sources#2": {"title": (Paragraph((Run("Källor, andra sidan"),)),)}}
    extra = continued.to_remember(words) | asked.to_remember({"why", "why/body"})
    known = recognised(Document(opened(edited(["rewrite-first-bullet"]).data)), BASE, LOOK, extra=extra)
    assert known.continued == words and known.asked == {"why", "why/body"}


@pytest.mark.parametrize("extra", [None, {}, {asked.KEY: "[", continued.KEY: 3}])
def test_nothing_is_remembered_of_a_damaged_memory(extra: dict[str, object] | None) -> None:
    known = recognised(Document(opened(generated())), BASE, LOOK, extra=extra)
    assert known.continued == {} and known.asked == frozenset()


def test_where_most_ids_were_put_back_looks_tell_nothing_of_the_owner() -> None:
    """A text box in a title's stead lacks its id, too, and tells of no program."""
    known = recognised(Document(opened(generated())), BASE, LOOK)
    assert known.looks and known.hand == hand_of(False)
    every = tuple(f"{slide.id}/{slot.id}" for slide in BASE.slides for slot in slide.slots)
    few, lost = (replace(known, found=replace(known.found, stamped=stamped)) for stamped in (every[:2], every))
    assert few.looks and few.hand == known.hand
    assert not lost.looks and lost.hand == hand_of(True) != known.hand


def test_in_another_look_what_stood_in_the_file_is_compared_not_what_it_became() -> None:
    """A block that its owner kept in its old form is held against that form."""
    known = recognised(Document(opened(generated())), BASE, LOOK)
    stood = with_slot(BASE, "why", "title", text("Som det stod"))
    again = made_in_look(replace(known, drawn=stood), LOOK)
    title = again.generated.pages["why"][0].shape("title")
    assert title is not None and again.generated.pages["why"][0].reader.words(title) == "Som det stod"
    assert again.base == BASE and again.made_in is LOOK
