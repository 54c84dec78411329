"""Diagrams: by item and field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from merge_sides import merged_block

from deck.presentation import Diagram, Item, Link
from deck.refresh.merge.diagram import WORDS

ONE, TWO, THREE = Item("a", "Ett", "Det första", "1"), Item("b", "Två", "Det andra", "2"), Item("c", "Tre", "Det tredje", "3")
BASE = Diagram("cards", (ONE, TWO, THREE), "Tre kort.")


def cards(*items: Item) -> Diagram:
    return replace(BASE, items=items)


def test_fields_of_both_sides_stand_together() -> None:
    mine = cards(replace(ONE, title="Ett och ett halvt"), TWO, THREE)
    theirs = cards(replace(ONE, link=Link(url="https://rus.se/")), TWO, replace(THREE, text="Det sista"))
    leaf, conflicts = merged_block(BASE, mine, theirs)
    wanted = replace(ONE, title="Ett och ett halvt", link=Link(url="https://rus.se/"))
    assert leaf.value == cards(wanted, TWO, replace(THREE, text="Det sista")) and leaf.base == theirs and not conflicts


@pytest.mark.parametrize("field", ["key", "link", "value", "group"])
def test_a_field_that_is_one_thing_is_asked_about(field: str) -> None:
    values = {
        "key": ("80", "85"),
        "link": (Link(url="https://a.se"), Link(url="https://b.se")),
        "value": (1.0, 2.0),
        "group": ("x", "y"),
    }
    mine, theirs = (cards(replace(ONE, **{field: value}), TWO, THREE) for value in values[field])
    leaf, conflicts = merged_block(BASE, mine, theirs)
    assert leaf.value == mine and leaf.base == BASE and [item.address.point for item in conflicts] == [f"a.{field}"]
    decided, _none = merged_block(BASE, mine, theirs, prefer="theirs")
    assert decided.value == theirs and field not in WORDS


def test_items_come_go_and_stay_away() -> None:
    four = Item("d", "Fyra", "Det fjärde", "4")
    leaf, conflicts = merged_block(BASE, cards(ONE, THREE), cards(ONE, TWO, THREE, four))
    assert leaf.value == cards(ONE, THREE, four) and leaf.base == cards(ONE, TWO, THREE, four) and not conflicts
    again, _none = merged_block(leaf.base, leaf.value, leaf.base)
    assert again.value == leaf.value, "what its owner took away is not offered again"


def test_an_item_that_one_side_drops_and_the_other_changes_is_asked_about() -> None:
    leaf, conflicts = merged_block(BASE, cards(ONE, replace(TWO, text="Mitt andra"), THREE), cards(ONE, THREE))
    assert isinstance(leaf.value, Diagram) and [item.id for item in leaf.value.items] == ["a", "b", "c"]
    assert [item.address.point for item in conflicts] == ["b"]


def test_caption_alt_and_columns_merge_apart() -> None:
    mine, theirs = replace(BASE, caption="Min text", columns=2), replace(BASE, alt="Tre kort om målen.")
    leaf, conflicts = merged_block(BASE, mine, theirs)
    assert leaf.value == replace(BASE, caption="Min text", alt="Tre kort om målen.", columns=2) and not conflicts


@pytest.mark.parametrize(("mine", "theirs", "lang"), [("", "en", "en"), ("de", "", "de"), ("de", "en", "de")])
def test_whose_words_are_the_guidance_s_are_in_its_language(mine: str, theirs: str, lang: str) -> None:
    leaf, _conflicts = merged_block(BASE, replace(BASE, lang=mine), replace(BASE, lang=theirs))
    assert isinstance(leaf.value, Diagram) and leaf.value.lang == lang


def test_a_link_to_a_slide_of_the_owners_stays_unasked_where_the_guidances_goes() -> None:
    base = cards(replace(ONE, link=Link(slide="why")), TWO, THREE)
    mine, theirs = cards(replace(ONE, link=Link(slide="own:300")), TWO, THREE), cards(ONE, TWO, THREE)
    leaf, conflicts = merged_block(base, mine, theirs)
    assert leaf.value == mine and leaf.base == theirs and not conflicts
    # A link of the guidance's that comes is another's.
    leaf, conflicts = merged_block(theirs, mine, base)
    assert leaf.value == mine and [item.address.point for item in conflicts] == ["a.link"]
