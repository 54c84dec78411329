"""The theme's own colour for words whose own does not read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import BODY, drawn, styled

from deck.template.inks import contrast_on, ink_for, one_hue
from deck.template.model import Ground, Spot
from deck.template.palette import palette_on, shown

HOUSE = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "333333", "bg2": "EEEEEE", "accent1": "7FB02A", "accent2": "B02A7F"}


def spot(color: str, ground: Ground, *, inked: bool = True, role: str = "body") -> Spot:
    item = styled(BODY, color=color, inked=inked)
    bare = drawn(item).spot(role, item.box, item.style, "", item)
    return replace(bare, palette=palette_on(ground, HOUSE))


@pytest.mark.parametrize(
    ("own", "ground", "name"),
    [("7FB02A", "FFFFFF", "accent1"), ("B02A7F", "301020", "accent2"), ("999999", "FFFFFF", "tx2"), ("7FB02A", "7FB02A", "tx1")],
)
def test_a_shade_of_its_own_hue_that_reads(own: str, ground: str, name: str) -> None:
    item = spot(own, Ground((ground,)))
    found = ink_for(item)
    assert found.name == name and contrast_on(shown(found, HOUSE), item) >= 4.5


def test_one_that_words_do_not_have_by_themselves_stays_where_it_reads() -> None:
    white = Ground(("FFFFFF",))
    assert shown(ink_for(spot("B02A7F", white, inked=False)), HOUSE) == "B02A7F"
    assert ink_for(spot("7FB02A", white, inked=False)).lum_mod
    # Large words need less.
    assert ink_for(spot("FFFFFF", Ground(("2A8AA0",)), inked=False, role="body")).name == "tx1"


def test_greys_are_of_one_hue_and_none_with_a_colour() -> None:
    assert one_hue("777777", "AAAAAA") and one_hue("7FB02A", "5C8020")
    assert not one_hue("777777", "7FB02A") and not one_hue("7FB02A", "B02A7F")
