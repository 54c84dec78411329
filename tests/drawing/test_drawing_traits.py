"""What a shape says of itself goes before what the placeholder above it says, and that before the theme."""

from __future__ import annotations

from typing import Any

import pytest
from drawing_made import SLIDE, element, package, shape, theme

from deck.drawing import Sheets
from deck.drawing.model import LineEnd
from deck.drawing.traits import Holders, adjust_of, dash_of, effects_of, ends_of, holder_of, outline_of

SHADOW, GLOW = '<a:effectLst><a:outerShdw blurRad="1"/></a:effectLst>', '<a:effectLst><a:glow rad="1"/></a:effectLst>'
THEMED = theme().replace(
    "</a:fmtScheme>", f"<a:effectStyleLst><a:effectStyle>{GLOW}</a:effectStyle></a:effectStyleLst></a:fmtScheme>"
)


def holders(*props: str, style: str = "") -> Holders:
    """A shape of the first, and the placeholders above it of the others."""
    items: list[Any] = [element(shape(props=text, style=style if not n else "")) for n, text in enumerate(props)]
    return [(item, holder_of(item)) for item in items]


def line(inside: str) -> str:
    return f"<a:ln>{inside}</a:ln>"


def test_a_holder_is_the_shapes_or_the_groups() -> None:
    group: Any = element("<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:noFill/></p:grpSpPr></p:grpSp>")
    assert holder_of(group) is group[1]
    assert holders("")[0][1] is not None and holder_of(element("<p:sp></p:sp>")) is None


def test_an_outline_with_its_adjustments() -> None:
    adjusted = '<a:avLst><a:gd name="adj" fmla="val 25000"/><a:gd name="other" fmla="*/ w 1 2"/></a:avLst>'
    found = outline_of(holders(f'<a:prstGeom prst="roundRect">{adjusted}</a:prstGeom>')[0][1])
    assert found is not None and found.get("prst") == "roundRect" and adjust_of(found) == (("adj", 25_000),)
    assert outline_of(None) is None and outline_of(holders("<a:noFill/>")[0][1]) is None and adjust_of(None) == ()


@pytest.mark.parametrize(
    ("own", "above", "dash"),
    [
        ('<a:prstDash val="dot"/>', '<a:prstDash val="dash"/>', "dot"),
        ("", '<a:prstDash val="dash"/>', "dash"),
        ('<a:prstDash val="solid"/>', '<a:prstDash val="dash"/>', ""),
        ("", "", ""),
    ],
)
def test_a_dash_is_the_nearest_that_says(own: str, above: str, dash: str) -> None:
    assert dash_of(holders(line(own), line(above))) == dash


def test_each_end_is_the_nearest_that_says() -> None:
    own, above = '<a:headEnd type="triangle" w="lg" len="sm"/>', '<a:headEnd type="oval"/><a:tailEnd type="none"/>'
    assert ends_of(holders(line(own), line(above))) == (LineEnd("triangle", 5, 2), LineEnd("", 3, 3))
    assert ends_of(holders("", line(above)))[0] == LineEnd("oval", 3, 3)


@pytest.mark.parametrize(
    ("props", "style", "effects"),
    [
        ((SHADOW, GLOW), '<a:effectRef idx="1"/>', ("outerShdw",)),
        (("<a:effectLst/>",), '<a:effectRef idx="1"/>', ()),
        (("",), '<a:effectRef idx="1"/>', ("glow",)),
        (("",), '<a:effectRef idx="9"/>', ()),
        (("", GLOW), "", ("glow",)),
    ],
)
def test_effects_are_the_shapes_own_or_the_themes(props: tuple[str, ...], style: str, effects: tuple[str, ...]) -> None:
    sheet = Sheets(package(theme_xml=THEMED)).sheet(SLIDE)
    assert effects_of(holders(*props, style=style), sheet) == effects
