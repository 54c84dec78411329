"""Blocks that brought their owner's hand along from another look."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Cm
from refresh_releases import BASE

from deck.content import content_root
from deck.fleet import BuildRequest, RefreshRequest, build_one
from deck.fleet.refresh import refresh_one
from deck.presentation import Table, Text
from deck.refresh.carried import KEY, by_hand, remembered, to_remember, with_carried
from deck.refresh.touched import Touched

SLIDE = "ser nyttan"
RED = RGBColor(0xAB, 0x12, 0xCD)


def test_drawn_blocks_alone_are_remembered_and_read_back() -> None:
    every = frozenset((slide.id, slot.id) for slide in BASE.slides for slot in slide.slots)
    found = by_hand(BASE, Touched(frozenset(), every), ())
    drawn = {(s.id, slot.id) for s in BASE.slides for slot in s.slots if not isinstance(slot.block, (Text, Table))}
    assert found == drawn and ("cards", "object") in drawn
    assert remembered(to_remember(found)) == found and to_remember(()) == {} and not by_hand(BASE, Touched(*_none()), ())
    assert by_hand(BASE, Touched(*_none(), frozenset({("cards", "object", "one")})), ()) == {("cards", "object")}


def _none() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    return frozenset(), frozenset()


@pytest.mark.parametrize("said", ["", "{", "{}", "[1, null]", '["why"]', "[" * 5_000, 7])
def test_what_is_damaged_is_nothing(said: Any) -> None:
    assert remembered({KEY: said}) == frozenset()


def test_what_is_no_more_in_the_deck_marks_nothing() -> None:
    marks = Touched(*_none())
    assert with_carried(marks, frozenset({("gone", "object")}), BASE) is marks
    found = with_carried(marks, frozenset({("cards", "object")}), BASE)
    assert found.slots == {("cards", "object")} and found.slides == {"cards"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A deck, another template, and content without the slide."""
    folder = tmp_path_factory.mktemp("carried")
    deck = build_one(BuildRequest("uppsala", "standard", out=folder)).path
    template = folder / "mall.pptx"
    shutil.copy(Path(pptx.__file__).parent / "templates" / "default.pptx", template)
    without = folder / "content"
    shutil.copytree(content_root(), without, ignore=shutil.ignore_patterns("drafts"))
    outlines = without / "outlines.yaml"
    said = outlines.read_text("utf-8")
    start, end = said.index("\n  standard:"), said.index("\n  konferens:")
    plan = re.sub(r"(?m)^      why: [\d.]+\n", "", said[start:end])
    plan = re.sub(r"(\[|, )why(?=[,\]])", lambda found: "[" if found[1] == "[" else "", plan).replace("[, ", "[")
    outlines.write_text(said[:start] + plan + said[end:], "utf-8")
    assert deck is not None
    return deck, template, without


def group(deck: Any) -> Any:
    slide = next(s for s in deck.slides if s.shapes.title is not None and SLIDE in s.shapes.title.text_frame.text)
    return next(shape for shape in slide.shapes if shape.shape_type == 6)


def filled(shapes: Any) -> None:
    shape = next(item for item in shapes if item.has_text_frame and item.text_frame.text)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RED


def moved(shapes: Any) -> None:
    shapes[2].left += Cm(1)


def taken_out(shapes: Any) -> None:
    for shape in list(shapes):
        if shape.has_text_frame and "Uppdraget" in shape.text_frame.text:
            shape._element.getparent().remove(shape._element)


@pytest.mark.parametrize("edit", [filled, moved, taken_out])
def test_an_owner_s_hand_is_known_after_another_look(
    place: tuple[Path, Path, Path], tmp_path: Path, edit: Callable[[Any], None]
) -> None:
    deck, template, without = place
    own = tmp_path / "own.pptx"
    opened = Presentation(str(deck))
    edit(group(opened).shapes)
    opened.save(str(own))
    once = refresh_one(RefreshRequest(own, template=template, out=tmp_path / "once.pptx"))
    assert once.path is not None
    asked = refresh_one(RefreshRequest(once.path, content_root=without, out=tmp_path / "asked.pptx"))
    assert [item.slide for item in asked.conflicts] == ["why"], asked
    twice = refresh_one(RefreshRequest(once.path, template=deck, out=tmp_path / "twice.pptx"))
    assert twice.path is not None
    left = group(Presentation(str(twice.path)))
    if edit is filled:
        assert str(RED).lower() in left._element.xml.lower()
    if edit is taken_out:
        assert not any(shape.has_text_frame and "Uppdraget" in shape.text_frame.text for shape in left.shapes)
