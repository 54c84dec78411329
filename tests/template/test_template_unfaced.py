"""Other words have the theme's font where a master names none."""

from __future__ import annotations

import re

import pytest
from odd_templates import MASTER, plain

from deck.drawing import Sheets
from deck.drawing.names import child, need
from deck.package import Package, package_bytes
from deck.template import read_template
from deck.template.unfaced import with_faces


def other(style: str) -> Package:
    """The master's style for other words is this one."""
    text = plain().parts[MASTER].decode()
    made = re.sub(r"<p:otherStyle>.*?</p:otherStyle>", f"<p:otherStyle>{style}</p:otherStyle>", text, flags=re.DOTALL)
    assert made != text
    return plain().replace({MASTER: made.encode()})


def faces(package: Package) -> list[str | None]:
    style = need(Sheets(package).root(MASTER), "p:txStyles", "p:otherStyle")
    levels = [level for level in style if level.tag.endswith("pPr") and "lvl" in level.tag]
    found = [child(level, "a:defRPr", "a:latin") for level in levels]
    return [item.get("typeface") if item is not None else None for item in found]


SIZED = '<a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr>'


@pytest.mark.parametrize(
    ("style", "named"),
    [
        (SIZED, ["+mn-lt"]),
        ('<a:defPPr><a:defRPr lang="nl-NL"/></a:defPPr>' + SIZED, ["+mn-lt"]),
        ("<a:lvl1pPr/><a:lvl2pPr/>", ["+mn-lt", "+mn-lt"]),
        (SIZED + '<a:lvl2pPr><a:defRPr><a:latin typeface="Georgia"/></a:defRPr></a:lvl2pPr>', ["+mn-lt", "Georgia"]),
    ],
)
def test_levels_without_a_font_have_the_themes(style: str, named: list[str]) -> None:
    made = with_faces(other(style))
    assert faces(made) == named and with_faces(made) is made
    package = read_template(package_bytes(other(style))).package
    assert package is not None and faces(package) == named


@pytest.mark.parametrize("style", ["", '<a:lvl1pPr><a:defRPr><a:latin typeface="Georgia"/></a:defRPr></a:lvl1pPr><a:lvl2pPr/>'])
def test_what_names_one_or_says_nothing_stays(style: str) -> None:
    package = other(style)
    assert with_faces(package) is package


def test_it_stands_where_the_schema_has_it() -> None:
    fill, script = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>', '<a:cs typeface="Arial"/>'
    made = with_faces(other(f'<a:lvl1pPr><a:defRPr sz="1800">{fill}{script}</a:defRPr></a:lvl1pPr>'))
    run = need(Sheets(made).root(MASTER), "p:txStyles", "p:otherStyle", "a:lvl1pPr", "a:defRPr")
    assert [item.tag.rpartition("}")[2] for item in run] == ["solidFill", "latin", "cs"]
