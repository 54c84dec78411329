"""What is seen on layouts and sample slides."""

from __future__ import annotations

import odd_templates
import pytest

from deck.brand.oklch import apart
from deck.package import package_bytes
from deck.template.reader import read_drawn
from deck.template.sampled import KEPT
from deck.template.uses import shown_in, together

GREEN = "1E7B3C"


def painted(find: str, put: str) -> bytes:
    return package_bytes(odd_templates.each(lambda _name, text: text.replace(find, put)))


def test_a_bar_is_seen_by_its_size_and_a_title_by_its_being_one() -> None:
    plain = shown_in(read_drawn(package_bytes(odd_templates.plain()))[1])
    bar = (
        '<p:sp><p:nvSpPr><p:cNvPr id="900" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="12192000" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:srgbClr val="{GREEN}"/></a:solidFill></p:spPr></p:sp></p:spTree>'
    )
    low = shown_in(read_drawn(painted("</p:spTree>", bar.format(high=60_000)))[1])
    high = shown_in(read_drawn(painted("</p:spTree>", bar.format(high=900_000)))[1])
    assert GREEN not in plain
    assert 0 < low[GREEN] < high[GREEN]


def test_what_nobody_tells_apart_is_one_colour() -> None:
    assert apart("0066CC", "0067CE") < 0.03 < apart("0066CC", "C00066")
    assert apart("000000", "FFFFFF") == pytest.approx(1.0, abs=0.001)


def test_few_colours_are_kept_and_the_most_used_first() -> None:
    seen = shown_in(read_drawn(package_bytes(odd_templates.plain()))[1])
    assert 0 < len(seen) <= KEPT
    assert list(seen.values()) == sorted(seen.values(), reverse=True)


def test_layouts_and_slides_are_weighed_together() -> None:
    assert together({"00AA00": 0.5}, {"00AA00": 0.5, "AA0000": 0.1}) == {"00AA00": 0.9, "AA0000": pytest.approx(0.08)}
