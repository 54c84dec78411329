"""Bars that only a background picture has."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from template_drawn import BODY, SIZE, TITLE, holder

from deck.drawing import Paint, Scene
from deck.drawing.model import SceneShape
from deck.geometry import Box
from deck.package import Package
from deck.template.painted import painted_foot, painted_head

WIDE, HIGH = SIZE
PART = "ppt/media/ground.png"


def package(*bars: tuple[int, int, str], wide: int = 120, ground: str = "white") -> Package:
    """One whose picture has bars from one hundredth of its height to another."""
    picture = Image.new("RGB", (120, 100), ground)
    for top, bottom, color in bars:
        ImageDraw.Draw(picture).rectangle((0, top, wide, bottom - 1), fill=color)
    raw = io.BytesIO()
    picture.save(raw, "PNG")
    return Package({PART: raw.getvalue()}, {PART: "image/png"}, {}, {})


def ground(*shapes: SceneShape) -> Scene:
    return Scene("layout", SIZE, Paint("picture", ("FFFFFF",), part=PART), shapes)


def test_a_bar_at_the_pictures_foot_reaches_to_the_slides() -> None:
    found = painted_foot(package((86, 93, "orange")), ground(), [TITLE, BODY])
    assert found is not None and (found.x, found.w, found.bottom) == (0, WIDE, HIGH)
    assert 0.845 * HIGH <= found.y <= 0.862 * HIGH


def test_a_picture_over_the_slide_is_one_too() -> None:
    shape = SceneShape(
        "1", "Bild", "picture", "master", Box(0, 0, *SIZE), fill=Paint("picture", ("FFFFFF",), part=PART), part=PART
    )
    scene = Scene("layout", SIZE, Paint("solid", ("FFFFFF",)), (shape,))
    assert painted_foot(package((86, 100, "navy")), scene, [TITLE, BODY]) is not None


@pytest.mark.parametrize(
    "bars",
    [(), ((86, 93, "#FAFAFA"),), ((30, 100, "navy"),), ((40, 60, "navy"),), ((78, 100, "navy"),)],
    ids=["none", "pale", "what content stands on", "in the middle", "deep"],
)
def test_what_is_no_bar(bars: tuple[tuple[int, int, str], ...]) -> None:
    assert painted_foot(package(*bars), ground(), [TITLE, BODY]) is None


def test_a_mark_in_a_corner_is_no_bar() -> None:
    assert painted_foot(package((86, 93, "navy"), wide=30), ground(), [TITLE, BODY]) is None


def test_where_a_title_stands_on_it_it_is_the_titles() -> None:
    assert painted_foot(package((86, 100, "navy")), ground(), [holder("title", 0, (5, 82, 90, 12)), BODY]) is None


def test_a_photograph_has_none() -> None:
    noise = Image.effect_noise((120, 100), 120).convert("RGB")
    ImageDraw.Draw(noise).rectangle((0, 88, 120, 100), fill="black")
    raw = io.BytesIO()
    noise.save(raw, "PNG")
    made = Package({PART: raw.getvalue()}, {PART: "image/png"}, {}, {})
    assert painted_foot(made, ground(), [TITLE, BODY]) is None


def test_a_plain_ground_is_not_looked_at() -> None:
    assert painted_foot(Package({}, {}, {}, {}), Scene("layout", SIZE, Paint("solid", ("FFFFFF",)), ()), [TITLE, BODY]) is None


@pytest.mark.parametrize("bar", [(0, 20, "navy"), (3, 12, "orange"), (0, 26, "#123C69")])
def test_a_bar_at_the_pictures_head_bears_the_title(bar: tuple[int, int, str]) -> None:
    low = holder("obj", 1, (5, 30, 90, 60))
    found = painted_head(package(bar), ground(), [TITLE, low])
    assert found is not None and (found.x, found.y, found.w) == (0, 0, WIDE)
    assert abs(found.h - bar[1] * HIGH / 100) <= 0.02 * HIGH


@pytest.mark.parametrize(
    "bars",
    [(), ((0, 20, "#FAFAFA"),), ((0, 70, "navy"),), ((40, 60, "navy"),), ((0, 33, "navy"),)],
    ids=["none", "pale", "what content stands on", "in the middle", "deep"],
)
def test_what_is_no_bar_at_the_head(bars: tuple[tuple[int, int, str], ...]) -> None:
    assert painted_head(package(*bars), ground(), [TITLE, holder("obj", 1, (5, 36, 90, 55))]) is None


def test_a_head_that_content_stands_on_is_its_ground() -> None:
    assert painted_head(package((0, 25, "navy")), ground(), [TITLE, holder("obj", 1, (5, 5, 90, 15))]) is None
