"""One page beside the same page as generated."""

from __future__ import annotations

import pytest
from refresh_corpus import generated
from traces import TRACES, left

from deck.package import open_package
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
