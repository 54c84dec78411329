"""Cards: equal boxes in a grid, each with its number, title and text."""

# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_made import FONTS, GOALS, OBJECTIVES, QUICK, cards, group_of, laid, place, slide, words

from deck.geometry import Box, pt
from deck.layout import audit
from deck.layout.diagrams.cards import draw
from deck.layout.model import PlacedGroup
from deck.presentation import Diagram, Item, Link, SlideKind, Slot


@pytest.mark.parametrize("titles", [OBJECTIVES, GOALS])
@pytest.mark.parametrize(("kind", "role"), [("object", "object"), ("content", "body")])
def test_all_objectives_and_all_goals_stand_on_one_slide(titles: tuple[str, ...], kind: SlideKind, role: str) -> None:
    group = group_of(cards(titles), kind, role)
    assert [c.paragraphs[0].text for c in group.children if c.key.endswith(":title")] == list(titles)
    assert [c.paragraphs[0].text for c in group.children if c.key.endswith(":number")] == [str(n + 1) for n in range(len(titles))]
    assert min(c.size_pt for c in group.children) >= 18


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
        boxes = [c for c in group.children if c.key.endswith(":title")]
        if all(c.fill is None for c in boxes):
            # Rows, as high as their words: no card holds the longest of these.
            assert len(titles) * max(map(len, titles)) > 500
            continue
        assert len({(c.box.w, c.box.h) for c in boxes}) == 1


def made(count: int, more: str = "", key: bool = False, columns: int = 0, link: str = "") -> Diagram:
    items = (Item(f"c{n}", f"Kort {n}", more, str(n) if key else "", Link(url=link) if link else None) for n in range(count))
    return Diagram("cards", tuple(items), "alt", columns)


@pytest.mark.parametrize(("columns", "wanted"), [(1, 1), (2, 2), (3, 3), (4, 4), (6, 0)])
def test_a_choice_of_columns_is_kept_where_it_can_be(columns: int, wanted: int) -> None:
    (group,) = draw(made(4, columns=columns), place(800, 300)).parts[0]
    lefts = {child.box.x for child in group.children if child.key.endswith(":title")}
    assert len(lefts) == wanted or (not wanted and 1 <= len(lefts) <= 4)


@pytest.mark.parametrize("key", [True, False])
def test_parts_of_a_card_by_name(key: bool) -> None:
    (group,) = draw(made(2, "Och mer", key), place(800, 300)).parts[0]
    names = [child.key for child in group.children]
    assert names == [f"card:c{n}:{part}" for n in range(2) for part in (("number" if key else "edge"), "title", "text")]


@given(st.integers(1, 20), st.integers(150, 900), st.integers(80, 500), st.booleans())
def test_cards_do_not_meet_and_stay_in_their_place_or_complain(count: int, width: int, height: int, key: bool) -> None:
    outcome = draw(made(count, key=key), place(width, height))
    assert [c.key for part in outcome.parts for c in part[0].children if c.key.endswith("title")] == [
        f"card:c{n}:title" for n in range(count)
    ]
    if not outcome.troubles:
        frame = Box(0, 0, pt(width), pt(height))
        for part in outcome.parts:
            boxes = [child.box for child in part[0].children]
            assert all(frame.contains(box, 1) for box in boxes)
            assert not any(one.overlaps(two, 6_400) for n, one in enumerate(boxes) for two in boxes[n + 1 :])


def test_a_link_that_would_not_read_on_the_card_has_the_slides_own_ground() -> None:
    here = place(800, 300)
    for reads in (True, False):
        dim = replace(here, look=replace(here.look, link_on_muted=reads))
        (group,) = draw(made(1, link="https://a.se"), dim).parts[0]
        title = next(child for child in group.children if child.key == "card:c0:title")
        assert (title.fill is not None) == reads and title.whole_link
        assert title.color == (here.look.muted.text if reads else here.look.text)
