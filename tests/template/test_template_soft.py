"""A cover whose words stand across round fields of its house."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

import odd_templates
import pytest
from template_drawn import BARE, SIZE, STYLE, holder, styled

from deck.drawing.model import Paint, Scene, SceneShape, SceneText
from deck.geometry import Box
from deck.package import Package, package_bytes
from deck.template.model import Placeholder
from deck.template.reader import read_template
from deck.template.seen import seen_in
from deck.template.soft import soft_fields

TITLE = styled(holder("ctrTitle", 0, (10, 30, 80, 25)), size_pt=48, color="6C5B9E")
UNDER = styled(holder("subTitle", 1, (10, 57, 80, 10)), size_pt=24, color="3A3A4A")
ROUND = Box(3_500_000, 1_000_000, 5_000_000, 5_000_000)


def field(color: str = "F6B5C0", box: Box = ROUND, **more: Any) -> SceneShape:
    plain = SceneShape("1", "Fält", "shape", "layout", box, fill=Paint("solid", (color,)), geometry="ellipse")
    return replace(plain, **more)


def found(*shapes: SceneShape, holders: tuple[Placeholder, ...] = (TITLE, UNDER)) -> tuple[SceneShape, ...]:
    scene = Scene("l", SIZE, Paint("solid", ("FFFFFF",)), shapes)
    return tuple(item.shape for item in soft_fields(BARE, scene, seen_in(BARE, scene), holders))


def test_circles_on_which_the_words_read_are_ground() -> None:
    pink, green = field(), field("B9E0D2", Box(9_000_000, 3_000_000, 4_000_000, 4_000_000))
    away = field("C9BEEB", Box(0, 6_000_000, 900_000, 900_000))
    assert found(pink, green, away) == (pink, green)


@pytest.mark.parametrize(
    "shape",
    [
        field("6C5B9E"),
        field("8A7BB5"),
        field(geometry="rect"),
        field(geometry="custom"),
        field(line=Paint("solid", ("000000",))),
        field(hidden=True),
        field(text=SceneText((), STYLE)),
        field(kind="picture"),
    ],
    ids=["the words' own colour", "nearly", "a square", "a sign", "an outline", "hidden", "none", "a picture"],
)
def test_others_are_in_the_way(shape: SceneShape) -> None:
    """A text body without words says nothing."""
    assert bool(found(shape)) == (shape.text is not None)


def test_a_broad_blob_is_a_field_and_several_shapes_in_one_are_a_sign() -> None:
    corner = ((0, 0), (5_000_000, 0), (4_000_000, 5_000_000), (0, 4_000_000))
    blob = field(geometry="custom", rings=(corner,))
    assert found(blob) == (blob,)
    assert not found(field(geometry="custom", rings=(corner, corner)))
    small = field(geometry="custom", rings=(corner,), box=Box(3_500_000, 1_000_000, 2_500_000, 3_000_000))
    assert not found(small)


def test_a_title_stands_beside_what_leaves_it_room() -> None:
    assert not found(field(box=Box(9_500_000, 2_000_000, 3_000_000, 3_000_000)))


def test_a_page_with_content_has_none() -> None:
    assert not found(field(), holders=(TITLE, UNDER, holder("obj", 2, (10, 70, 80, 20))))
    assert not found(field(), holders=(replace(TITLE, type="title"),))


COVER = "ppt/slideLayouts/slideLayout1.xml"


@cache
def round_cover(color: str) -> Package:
    """The default template, whose cover has nothing but its title across a circle."""

    def change(name: str, text: str) -> str:
        if name != COVER:
            return text
        circle = (
            '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Cirkel"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            '<a:off x="-900000" y="-900000"/><a:ext cx="4500000" cy="4500000"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/>'
            f'</a:prstGeom><a:solidFill><a:srgbClr val="{color}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        )
        words = re.findall(r"<p:sp>(?:(?!</p:sp>).)*?</p:sp>", text, flags=re.DOTALL)
        kept = "".join(item for item in words if re.search(r'type="(ctrTitle|subTitle)"', item))
        head, tail = text.index(words[0]), text.rindex("</p:spTree>")
        return text[:head] + circle + kept + text[tail:]

    return odd_templates.each(change)


@pytest.mark.parametrize(("color", "stays"), [("123A5C", True), ("F0F0F0", False)])
def test_the_cover_has_its_title_where_its_house_has_it(color: str, stays: bool) -> None:
    """White words on night, across a circle of another night, or of white."""
    role = read_template(package_bytes(round_cover(color))).roles["title"]
    assert role.layout.part == COVER
    title = role.spots["title"]
    assert title.placeholder is not None
    assert (not role.layout.obstacles) == stays
    assert (title.box == title.placeholder.box) == stays
