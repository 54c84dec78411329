"""One page beside the same page as generated."""

from __future__ import annotations

import re

import pytest
from refresh_corpus import generated
from traces import TRACES, left

from deck.drawing.names import qn
from deck.package import open_package, parse_xml, serialise
from deck.pptx import read_pptx
from deck.refresh.guard.compared import ComparedPage
from deck.refresh.guard.side import Side, Touch


def compared(data: bytes, slide: str) -> list[Touch]:
    ours, mine = (Side.of(read_pptx(open_package(item, "test"))) for item in (generated(), data))
    return list(ComparedPage(mine, mine.pages[slide], [(ours, ours.pages[slide])], slide, slide).touches())


@pytest.mark.parametrize("name", sorted(TRACES)[::9])
def test_what_its_owner_did_is_seen_on_its_page_alone(name: str) -> None:
    data = left(generated(), name)
    slide = TRACES[name][0]
    other = "table" if slide != "table" else "cards"
    # A link from a slide of the owner's own is seen from without.
    assert compared(data, slide) or "own slide" in name or "show" in name
    assert compared(data, other) == []


def test_margins_that_an_earlier_version_left_to_the_placeholder_are_no_touch() -> None:
    before = open_package(generated(), "test")
    part = read_pptx(before).slides[1].part
    text = before.parts[part].decode()
    framed = re.sub(r"<a:bodyPr>", '<a:bodyPr lIns="0" tIns="0" rIns="900000" bIns="0">', text, count=1)
    assert framed != text
    after = before.replace({part: framed.encode()})
    old, new = Side.of(read_pptx(before)), Side.of(read_pptx(after))
    page = next(key for key, item in old.pages.items() if item == part)
    assert list(ComparedPage(old, part, [(new, part)], page, page).touches()) == []
    # Margins that are there are somebody's.
    assert {item.what for item in ComparedPage(new, part, [(old, part)], page, page).touches()} == {"look"}


@pytest.mark.parametrize("at", [0, 1, -1])
def test_a_part_less_or_more_in_a_drawing_is_told_as_that_alone(at: int) -> None:
    """Whichever it is, those after it are no others for it."""
    before = open_package(generated(), "test")
    part = next(piece.part for piece in read_pptx(before).slides if piece.slide == "cards")
    root = parse_xml(before.parts[part])
    group = next(root.iter(qn("p:grpSp")))
    parts = list(group.iterchildren(qn("p:sp")))
    group.remove(parts[at])
    after = before.replace({part: serialise(root)})
    old, new = Side.of(read_pptx(before)), Side.of(read_pptx(after))
    page = next(key for key, item in old.pages.items() if item == part)
    assert {item.what for item in ComparedPage(new, part, [(old, part)], page, page).touches()} == {"gone"}
    assert {item.what for item in ComparedPage(old, part, [(new, part)], page, page).touches()} == {"shape"}
