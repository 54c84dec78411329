"""A deck that nobody touched is, after a refresh, what a new one would be: part by part, in the order that it is read in."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest
from drawn_forms import SHOWN, deck_of
from pptx import Presentation as Opened
from refresh_corpus import generated, look_of, refreshed, result_bytes

from deck.package import open_package
from deck.pptx import read_pptx
from deck.presentation import Diagram, Item
from deck.refresh.guard import Side, touches
from deck.refresh.written import written

BASE = deck_of(SHOWN)


def _by_group(block: Diagram, change: Callable[[list[Item]], list[Item]]) -> Diagram:
    """The items of each group changed: a form draws those of one group alike."""
    groups = [change(list(items)) for _name, items in groupby(block.items, key=lambda item: item.group)]
    return replace(block, items=tuple(item for items in groups for item in items))


def turned(items: list[Item]) -> list[Item]:
    return items[::-1]


def renamed(items: list[Item]) -> list[Item]:
    return [replace(items[0], title=f"Nya {items[0].title}"[:30].strip()), *items[1:]]


def fewer(items: list[Item]) -> list[Item]:
    return items[1:] if len(items) > 2 else items


def fewer_and_turned(items: list[Item]) -> list[Item]:
    return renamed(turned(fewer(items)))


def parts(data: bytes) -> list[Any]:
    """Names, places and words of all shapes, as they are read."""

    def shown(shapes: Any) -> list[Any]:
        return [
            (item.name, item.left, item.top, item.width, item.height, item.text_frame.text if item.has_text_frame else "")
            if item.shape_type != 6
            else (item.name, shown(item.shapes))
            for item in shapes
        ]

    return [shown(slide.shapes) for slide in Opened(io.BytesIO(data)).slides]


@pytest.mark.parametrize("change", [turned, renamed, fewer, fewer_and_turned])
def test_a_deck_that_nobody_touched_is_as_a_new_one(change: Callable[[list[Item]], list[Item]]) -> None:
    theirs = replace(deck_of({name: _by_group(block, change) for name, block in SHOWN.items()}), release="2026")
    outcome = refreshed(generated(BASE), theirs)
    data = result_bytes(outcome, generated(BASE))
    assert parts(data) == parts(generated(theirs))
    assert not outcome.merged.conflicts and {item.kind for item in outcome.merged.changes} == {"applied"}


def test_nor_is_it_its_owners_afterwards() -> None:
    """What a refresh did is not taken for an owner's hand by the next one."""
    theirs = replace(deck_of({name: _by_group(block, fewer_and_turned) for name, block in SHOWN.items()}), release="2026")
    package = open_package(result_bytes(refreshed(generated(BASE), theirs), b""), "test")
    deck = read_pptx(package)
    assert deck.manifest is not None
    ours = written(deck.manifest.base, look_of(package)[1])
    assert touches(Side.of(deck), Side.of(read_pptx(ours.package))) == ()
