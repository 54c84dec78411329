"""The tints of panels on grounds that have a colour."""

from __future__ import annotations

import pytest

from deck.brand.contrast import contrast
from deck.brand.oklch import lch_of
from deck.layout.look import roles
from deck.template.model import Ground, House
from deck.template.palette import palette_on, shown

PLAIN = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "333333", "bg2": "EEEEEE"}
HOUSE = House(("accent1",), led=1, chosen=True)


def tints(rgb: dict[str, str], *ground: str) -> tuple[str, str]:
    """soft and paper, RRGGBB."""
    behind = Ground(ground) if len(ground) == 1 else Ground(ground, kind="gradient")
    palette = palette_on(behind, {**PLAIN, **rgb}, house=HOUSE)
    found = roles(palette)
    for tint in (found.soft, found.paper):
        assert contrast(palette.text_rgb, shown(tint.color, dict(palette.rgb))) >= 7.0
    return shown(found.soft.color, dict(palette.rgb)), shown(found.paper.color, dict(palette.rgb))


def turn(one: str, other: str) -> float:
    away = abs(lch_of(one)[2] - lch_of(other)[2]) % 360
    return min(away, 360 - away)


@pytest.mark.parametrize("house", ["284B32", "3D405B", "1F4E79"], ids=["green", "slate", "blue"])
@pytest.mark.parametrize(("own", "ground"), [("bg2", "F5EEDC"), ("bg1", "F4F1DE")])
def test_cards_on_warm_paper_are_warm(house: str, own: str, ground: str) -> None:
    color = {"bg2": "E6DCC3", "bg1": ground}[own]
    for tint in tints({"accent1": house, own: color}, ground):
        assert turn(tint, ground) <= 40 and lch_of(tint)[0] < lch_of(ground)[0]
        assert lch_of(tint)[1] <= 1.4 * max(lch_of(color)[1], lch_of(ground)[1]), "no khaki"


def test_tints_of_the_house_s_hue_stay_where_the_ground_has_it_or_none() -> None:
    for ground in ("FFFFFF", "EAF3EC"):
        assert all(turn(tint, "284B32") <= 40 for tint in tints({"accent1": "284B32"}, ground))


def test_where_the_theme_has_none_of_the_paper_s_hue_the_house_s_serves() -> None:
    assert all(turn(tint, "1F4E79") <= 45 for tint in tints({"accent1": "1F4E79"}, "F5EEDC"))


def test_panels_on_navy_are_navy() -> None:
    for tint in tints({"accent1": "163D57"}, "0C2840", "103049", "11354E"):
        assert turn(tint, "0C2840") <= 40 and lch_of(tint)[1] >= 0.03


def test_panels_on_black_and_on_a_ground_of_many_hues_are_the_text_s() -> None:
    for ground in (("111111",), ("0C2840", "4A1030")):
        assert all(lch_of(tint)[1] < 0.01 for tint in tints({"accent1": "163D57"}, *ground))


@pytest.mark.parametrize("yellow", ["FFD500", "FFE000", "F9C80E"])
def test_tints_of_a_yellow_are_yellow_and_no_beige(yellow: str) -> None:
    soft, paper = tints({"accent1": yellow}, "FFFFFF")
    assert soft != paper and lch_of(soft)[1] >= 0.055 and lch_of(paper)[1] >= 0.025
    assert all(turn(tint, yellow) <= 20 and lch_of(tint)[1] <= 0.11 for tint in (soft, paper))


@pytest.mark.parametrize(("ink", "ground"), [("F4F6FF", "0B0E1A"), ("FFF4EC", "1A120B"), ("00205B", "FFFFFF")])
def test_a_faint_ink_has_no_more_colour_than_the_words(ink: str, ground: str) -> None:
    """A white with a touch of blue, darkened in HSL, is a blue that nobody has."""
    palette = palette_on(Ground((ground,)), {**PLAIN, "tx1": ink, "bg1": ground, "accent1": "C04000"}, house=HOUSE)
    found = roles(palette)
    for quiet in (found.graphite, found.stone):
        shade = shown(quiet.color, dict(palette.rgb))
        assert contrast(shade, ground) >= 3.0 and lch_of(shade)[1] <= max(lch_of(ink)[1], 0.03) + 0.005


@pytest.mark.parametrize("ground", ["FFFFFF", "FFF7F3", "F6F6F6"])
@pytest.mark.parametrize("house", ["F7B7C5", "005EB8", "B8C0FF", "284B32"])
def test_a_card_is_seen_on_its_ground(house: str, ground: str) -> None:
    """A pale house has pale cards: on a projector they are none."""
    own = {"accent1": house, "bg1": ground, "bg2": ground}
    _soft, paper = tints(own, ground)
    assert contrast(paper, ground) >= 1.1
