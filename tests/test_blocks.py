"""A block kind is known in every room that tells kinds apart; a form needs its module and its place in FORMS, nothing else."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from typing import get_args

import pytest

from deck.compose.blocks import MAKERS
from deck.content.blocks import BLOCKS
from deck.content.words import BLOCK_WORDS
from deck.layout.diagrams import drawer
from deck.layout.slides import PLACERS
from deck.pptx.slots import READERS
from deck.presentation import FORMS, KINDS, LINE_ROLES, REQUIRED_ROLES, SLOT_ROLES, Block, Diagram, SlideKind, Text
from deck.presentation.names import KINDS as NAMES
from deck.refresh.apply.block import REPLACED
from deck.refresh.apply.fit import SPREAD
from deck.refresh.canon import SHOWN
from deck.refresh.merge.block import KINDS as MERGED

ROOMS: dict[str, Collection[type]] = {
    "layout/slides.py: PLACERS": {*PLACERS, Text},  # text is set by the slide
    "pptx/slots.py: READERS": READERS,
    "refresh/merge/block.py: KINDS": MERGED,
    "refresh/canon.py: SHOWN": SHOWN,
    "refresh/apply/block.py: REPLACED": REPLACED,
    "refresh/apply/fit.py: SPREAD": SPREAD,
}


def lacking(kinds: Collection[type]) -> dict[str, list[str]]:
    """Kind → the rooms that do not know it."""
    named = {kind.__name__: [room for room, known in ROOMS.items() if kind not in known] for kind in kinds}
    for kind in kinds:
        if kind not in (Text, Diagram) and any(
            kind.__name__ not in names for names in NAMES.values()
        ):  # text is named by its role, a diagram by its form
            named[kind.__name__].append("presentation/names.py: KINDS")
    return {kind: rooms for kind, rooms in named.items() if rooms}


def test_every_room_knows_every_kind_of_block() -> None:
    assert lacking(get_args(Block)) == {}


def test_a_new_kind_is_missed_by_name() -> None:
    class Poem:
        pass

    assert lacking([Poem]) == {"Poem": [*ROOMS, "presentation/names.py: KINDS"]}


def test_content_makes_and_words_every_kind_that_it_names() -> None:
    assert set(BLOCKS.values()) == set(MAKERS)
    assert set(MAKERS) - set(BLOCK_WORDS) == {BLOCKS["line"]}  # a line's words are told by its role


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_its_module_and_its_name(form: str) -> None:
    how = FORMS[form]
    assert how.name == form and how.label and how.item and 1 <= how.least <= how.most
    assert set(how.fields) <= {"key", "title", "text", "link", "group", "value", "strong"}
    assert drawer(form) is import_module(f"deck.layout.diagrams.{form}").draw


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="spiral"):
        Diagram("spiral", (), "")


def test_kinds_of_slides_stand_in_one_table() -> None:
    assert tuple(KINDS) == get_args(SlideKind) == tuple(SLOT_ROLES) == tuple(REQUIRED_ROLES)
    for kind in KINDS.values():
        assert set(kind.needs) <= set(kind.roles) and kind.roles[0] == "title" and "title" in LINE_ROLES
        assert kind.like in KINDS
