"""The colour of words in a template's own placeholder: its own where it reads."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest

from deck.layout.ink import contrast_on, furniture_spot, legibility, substitute
from deck.template.model import Ground, Spot, ThemeColor

TEMPLATE = layout_templates.template()


def spot(color: str, ground: str = "FFFFFF", text: str = "000000") -> Spot:
    base = TEMPLATE.roles["content"].spots["body"]
    style = replace(base.style, levels=tuple(replace(level, color=color) for level in base.style.levels))
    return replace(
        base, style=style, palette=replace(base.palette, ground=Ground((ground,)), text=ThemeColor("tx1"), text_rgb=text)
    )


@pytest.mark.parametrize(
    ("color", "size", "bold", "changed"),
    [
        ("000000", 18, False, False),
        ("777777", 17, False, True),
        ("777777", 18, False, False),
        ("949494", 20, False, False),
        ("999999", 20, False, True),
        ("777777", 14, True, False),
        ("FFFFFF", 40, True, True),
    ],
)
def test_only_what_does_not_read_is_changed(color: str, size: float, bold: bool, changed: bool) -> None:
    found = substitute(spot(color), [size] * 9, [0], bold)
    assert found == (ThemeColor("tx1") if changed else None)


def test_levels_that_are_not_in_use_do_not_count() -> None:
    item = spot("000000")
    levels = (item.style.levels[0], replace(item.style.levels[1], color="FFFFFF"), *item.style.levels[2:])
    item = replace(item, style=replace(item.style, levels=levels))
    assert substitute(item, [20.0] * 9, [0], None) is None
    assert substitute(item, [20.0] * 9, [0, 1], None) == ThemeColor("tx1")


def test_a_colour_that_does_no_better_is_not_taken() -> None:
    assert substitute(spot("999999", text="AAAAAA"), [12] * 9, [0], False) is None


@pytest.mark.parametrize("color", ["000000", "777777", "999999", "FFFFFF"])
@pytest.mark.parametrize("other", ["101010", "757575", "979797", "EEEEEE"])
def test_templates_of_one_legibility_are_coloured_alike(color: str, other: str) -> None:
    one, two = spot(color), spot(other)
    if legibility(one) == legibility(two):
        for size, bold in ((12, False), (18, False), (14, True)):
            assert substitute(one, [size] * 9, [0], bold) == substitute(two, [size] * 9, [0], bold)
    else:
        assert contrast_on(color, one) != contrast_on(other, two)


def test_furniture_as_a_spot_where_its_ground_is_known() -> None:
    layout = TEMPLATE.roles["content"].layout
    assert furniture_spot(layout, 0) is None
    known = replace(layout, furniture_palettes=(layout.palette,) * len(layout.furniture))
    found = furniture_spot(known, 1)
    assert found is not None and found.placeholder is layout.furniture[1] and found.role == "sldNum"
    assert furniture_spot(known, 2) is None
