"""Laid-out slides: their ids in the deck."""

from __future__ import annotations

import pytest

from deck.layout import LaidOutSlide
from deck.presentation import Slide


@pytest.mark.parametrize(("part", "name"), [(1, "when"), (2, "when#2"), (11, "when#11")])
def test_a_continuation_has_an_id_of_its_own(part: int, name: str) -> None:
    assert LaidOutSlide(Slide("when", "content", ()), part, 11, "l", ()).id == name
