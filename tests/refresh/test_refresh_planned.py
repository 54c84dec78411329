"""A merge before it is applied: what the file is taken to say, and what its owner did to it."""

from __future__ import annotations

import pytest
from refresh_corpus import edited, generated, recognised
from refresh_releases import BASE, RELEASES

from deck.drawing.names import child, detach
from deck.drawing.sheet import walk
from deck.package import open_package
from deck.refresh.document import Document
from deck.refresh.guard.side import whose
from deck.refresh.pages import pages_of
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.planned import numbers_of, plan_deck, said_now


@pytest.mark.parametrize(("kept", "footer"), [(1, "Lunds kommun"), (99, "Miljöförvaltningen")])
def test_the_deck_s_footer_is_what_most_slides_have(kept: int, footer: str) -> None:
    """A program makes text boxes of the others."""
    document = Document(open_package(edited(["footer-changed"]).data, "test"))
    for piece in document.deck().slides[kept:]:
        tree = document.tree(piece.part)
        for shape in [item for item in walk(child(tree, "p:cSld", "p:spTree")) if whose(item) == "furniture-ftr"]:
            detach(shape)
    deck = document.deck()
    assert said_now(deck, BASE, pages_of(deck, BASE.lang)).footer == footer


def test_nothing_new_is_no_news_and_what_no_hand_touched_is_known() -> None:
    known = recognised(generated())
    planned = plan_deck(known, Theirs(presentation=known.base), Decisions())
    assert not planned.news and planned.plan.silent and not planned.told
    assert planned.untouched == {(slide.id, slot.id) for slide in planned.now.slides for slot in slide.slots}
    assert numbers_of(known.found.deck, planned.mine, {}) == {slide.id: n for n, slide in enumerate(BASE.slides, 1)}


@pytest.mark.parametrize("edit", ["red-word", "chart-moved", "shape-filled"])
def test_what_its_owner_touched_is_not_among_the_untouched(edit: str) -> None:
    planned = plan_deck(recognised(edited([edit]).data), Theirs(presentation=RELEASES["words"]()), Decisions())
    every = {(slide.id, slot.id) for slide in planned.now.slides for slot in slide.slots}
    assert planned.news and planned.told
    assert 1 <= len(every - planned.untouched) <= 2
