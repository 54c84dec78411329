"""A theme part: its colours and fonts, Office's own where some are missing."""

from __future__ import annotations

import pytest
from drawing_made import SCHEME, SOLID, element, theme

from deck.drawing.theme import OFFICE, Theme, read_theme
from deck.package import parse_xml


def test_a_whole_theme() -> None:
    line = f'<a:ln w="6350">{SOLID.format("phClr")}</a:ln>'
    made = theme({"accent1": "112233"}, SOLID.format("phClr") * 2, line, SOLID.format("phClr") * 3)
    found = read_theme(parse_xml(made.encode()), "ppt/theme/theme1.xml")
    assert (found.name, found.major, found.minor, found.part) == ("Egen", "Georgia", "Verdana", "ppt/theme/theme1.xml")
    assert found.scheme == {**SCHEME, "accent1": "112233"}
    assert (len(found.fills), len(found.lines), len(found.backgrounds)) == (2, 1, 3)


@pytest.mark.parametrize("root", [None, element("<a:theme/>"), element("<a:theme><a:themeElements/></a:theme>")])
def test_what_is_missing_is_offices_own(root) -> None:
    found = read_theme(root)
    assert (found.scheme, found.major, found.minor, found.fills) == (OFFICE, "Calibri", "Calibri", ())


@pytest.mark.parametrize(
    ("inner", "rgb"),
    [
        ('<a:sysClr val="windowText" lastClr="101010"/>', "101010"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:srgbClr val="abcdef"/>', "ABCDEF"),
        ("", OFFICE["dk1"]),
    ],
)
def test_a_colour_in_each_spelling(inner: str, rgb: str) -> None:
    root = element(
        f"<a:theme><a:themeElements><a:clrScheme><a:dk1>{inner}</a:dk1><a:odd/></a:clrScheme></a:themeElements></a:theme>"
    )
    found = read_theme(root).scheme
    assert found["dk1"] == rgb and set(found) == set(OFFICE)


@pytest.mark.parametrize(("face", "font"), [("+mj-lt", "Georgia"), ("+mn-ea", "Verdana"), ("Arial", "Arial"), ("", "")])
def test_the_themes_fonts_by_their_signs(face: str, font: str) -> None:
    assert Theme(major="Georgia", minor="Verdana").font(face) == font
