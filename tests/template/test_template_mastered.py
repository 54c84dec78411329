"""Layouts that a program wrote from another page take after their master."""

from __future__ import annotations

import re

import pytest
from odd_templates import MASTER, plain, two_masters

from deck.drawing import Sheets
from deck.drawing.sheet import TITLES
from deck.geometry import Box
from deck.package import Package, package_bytes
from deck.template import read_template
from deck.template.mastered import as_mastered
from deck.template.stood import ANEW, APP, CONTENT, own_places

TITLE, BODY = Box(700_000, 300_000, 10_000_000, 900_000), Box(700_000, 1_500_000, 10_000_000, 4_500_000)
LOW, SMALL = Box(400_000, 2_800_000, 9_000_000, 800_000), Box(400_000, 3_800_000, 9_000_000, 2_000_000)
LEFT = Box(400_000, 3_800_000, 4_400_000, 2_000_000)
RIGHT = Box(5_000_000, 3_800_000, 4_400_000, 2_000_000)
SECOND = "ppt/slideMasters/slideMaster2.xml"


def place(kind: str, idx: int, box: Box, color: str, lean: int = 0) -> str:
    said = f'type="{kind}"' if kind == "title" else f'type="{kind}" idx="{idx}"'
    turn = f' rot="{lean}"' if lean else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{700 + idx}" name="P {idx}"/><p:cNvSpPr/><p:nvPr><p:ph {said}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm{turn}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/></a:xfrm></p:spPr>'
        "<p:txBody><a:bodyPr/>"
        f'<a:p><a:r><a:rPr sz="3000" b="0"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:rPr><a:t>Rubrik</a:t></a:r>'
        "</a:p></p:txBody></p:sp>"
    )


def written(program: bytes = ANEW, lean: int = 0, masters: int = 2) -> Package:
    """Two masters with their own boxes, whose layouts have a third page's; and which program wrote them."""
    package = two_masters() if masters > 1 else plain()

    def with_places(part: str, *places: str) -> bytes:
        text = re.sub(r"<p:sp>.*?</p:sp>", "", package.parts[part].decode(), flags=re.DOTALL)
        text = re.sub(r"<p:txStyles>.*?</p:txStyles>", "", text, flags=re.DOTALL)
        return text.replace("</p:spTree>", "".join(places) + "</p:spTree>").encode()

    parts: dict[str, bytes | None] = {APP: b'<?xml version="1.0"?><Properties>' + program + b"</Application></Properties>"}
    sheets = Sheets(package)
    for master in sheets.master_parts():
        parts[master] = with_places(master, place("title", 0, TITLE, "C00000", lean), place("body", 1, BODY, "00C000"))
        for n, part in enumerate(sheets.layout_parts(master)):
            places = (
                [place("obj", 1, SMALL, "000000")] if n % 2 == 0 else [place("obj", 1, LEFT, "0"), place("obj", 2, RIGHT, "0")]
            )
            parts[part] = with_places(part, place("title", 0, LOW, "0000C0"), *places)
    return package.replace(parts)


def boxes(package: Package, number: int) -> list[Box | None]:
    """Of a layout of the second master."""
    sheets = Sheets(package)
    part = sheets.layout_parts(SECOND)[number]
    return [box for kind, _shape, box in own_places(sheets.root(part)) if kind in TITLES or kind in CONTENT]


@pytest.mark.parametrize("lean", [0, 600_000, 21_300_000])
def test_title_and_content_stand_where_their_master_has_them(lean: int) -> None:
    assert boxes(as_mastered(written(lean=lean)), 0) == [TITLE, BODY]


def test_columns_keep_their_shares_of_the_masters_room() -> None:
    title, left, right = boxes(as_mastered(written()), 1)
    assert title == TITLE and left is not None and right is not None
    assert (left.x, right.right, left.y, left.h) == (BODY.x, BODY.right, BODY.y, BODY.h)
    assert abs((right.x - left.right) / BODY.w - 200_000 / 9_000_000) < 0.001


def test_words_are_in_the_colours_of_their_masters_prompts() -> None:
    role = read_template(package_bytes(written())).roles["content"]
    title = role.spots["title"].style.levels[0]
    assert (title.color, title.size_pt) == ("C00000", 30.0)


@pytest.mark.parametrize(
    "package",
    [written(b"<Application>Microsoft Office PowerPoint"), written(masters=1), written(lean=5_400_000)],
    ids=["another program", "one master", "a title on its side"],
)
def test_others_are_let_be(package: Package) -> None:
    made = as_mastered(package)
    assert made is package or LOW in boxes(made, 0)


def test_a_template_of_ours_is_let_be() -> None:
    assert as_mastered(plain()) is plain() and MASTER in plain().parts
