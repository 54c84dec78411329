"""Which of a palette's colours does what in a drawn block."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest

from deck.brand.contrast import luminance
from deck.layout.look import look
from deck.template.model import ThemeColor

LIGHT, DARK = layout_templates.palette(), layout_templates.palette(True)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_first_fill_carries_the_message_and_the_dullest_other_stands_back(palette) -> None:
    found = look(palette)
    assert found.text == palette.text
    assert (found.accent.color, found.accent.text) == (palette.fills[0].color, palette.fills[0].text)
    assert found.inks == tuple(type(found.accent)(fill.color, fill.text) for fill in palette.fills)
    assert found.quiet.color in [fill.color for fill in palette.fills[1:]]
    assert found.muted.color == palette.muted.color


def test_the_dullest_of_the_others() -> None:
    assert look(LIGHT).quiet.color == ThemeColor("accent6")
    assert look(replace(LIGHT, fills=LIGHT.fills[:1])).quiet.color == LIGHT.fills[0].color
    assert look(replace(LIGHT, fills=())).accent.color == LIGHT.muted.color


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_code_is_dark_on_light_whatever_the_ground(palette) -> None:
    found = look(palette)
    assert luminance(palette.rgb[found.dark.name]) < luminance(palette.rgb[found.light.name])
    assert (found.dark.name, found.light.name) == ("tx1", "bg1")


def test_greys_too_near_are_pulled_apart() -> None:
    near = replace(LIGHT, rgb={**LIGHT.rgb, "tx1": "666666", "bg1": "999999", "tx2": "777777", "bg2": "888888"})
    found = look(near)
    assert (found.dark, found.light) == (ThemeColor("tx1", 25_000), ThemeColor("bg1", 15_000, 85_000))


@pytest.mark.parametrize(("link", "reads"), [("0A5A8C", True), ("66CCFF", False), ("", False)])
def test_whether_a_link_reads_on_a_card(link: str, reads: bool) -> None:
    assert look(replace(LIGHT, rgb={**LIGHT.rgb, "hlink": link})).link_on_muted == reads
