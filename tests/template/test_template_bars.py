"""A title keeps to the bar that it stands on."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw
from template_drawn import SIZE, drawn, holder, styled

from deck.drawing import Paint, Scene
from deck.drawing.model import SceneShape
from deck.geometry import Box
from deck.package import Package
from deck.template.bars import held_box
from deck.template.layouts import Drawn

WIDE, HIGH = SIZE
TITLE = holder("title", 0, (5, 3, 90, 12))
PART = "ppt/media/ground.png"


def bar(color: str, bottom: float) -> SceneShape:
    return SceneShape("1", "bar", "shape", "master", Box(0, 0, WIDE, round(bottom * HIGH)), fill=Paint("solid", (color,)))


@pytest.mark.parametrize(("ink", "color"), [("FFFFFF", "0B2545"), ("000000", "111111"), ("000000", "2B6CB0")])
def test_the_box_is_as_high_as_the_bar(ink: str, color: str) -> None:
    """Where its ink reads on the bar alone, where it reads nowhere on it, and where it reads on both, and would be struck
    through by the edge."""
    edge = round(0.13 * HIGH)
    found = held_box(drawn(TITLE, shapes=(bar(color, 0.13),)), styled(TITLE, color=ink), Box(*_grown()))
    assert found is not None and found.bottom <= edge + TITLE.box.h // 8 and found.y >= 0


def _grown() -> tuple[int, int, int, int]:
    box = TITLE.box
    return box.x, box.y, box.w, box.h + round(0.08 * HIGH)


@pytest.mark.parametrize("color", ["EEECE1", "E7E6E6", "F0F4FA"])
def test_a_pale_bar_of_one_colour_holds_its_title_too(color: str) -> None:
    """It hardly stands out from the page, but what sticks out of it is seen to."""
    edge = round(0.13 * HIGH)
    found = held_box(drawn(TITLE, shapes=(bar(color, 0.13),)), styled(TITLE, color="7A0C2E"), Box(*_grown()))
    assert found is not None and found.bottom <= edge + TITLE.box.h // 8


def test_without_a_bar_or_on_a_high_one_the_box_is_as_it_was() -> None:
    box = Box(*_grown())
    assert held_box(drawn(TITLE), styled(TITLE, color="000000"), box) is None
    assert held_box(drawn(TITLE, shapes=(bar("0B2545", 0.6),)), styled(TITLE, color="FFFFFF"), box) is None


@pytest.mark.parametrize("over", [0, 7, 3_000])
def test_a_box_as_high_as_its_tab_is_all_upon_it(over: int) -> None:
    """What is left between the last step and the edge is felt, too: a large title on two lines needs it."""
    box = Box(TITLE.box.x, TITLE.box.y, TITLE.box.w, TITLE.box.h + over)
    paint = Paint("solid", ("FFC72C",))
    tab = SceneShape("1", "tab", "shape", "master", Box(0, box.y, WIDE, box.h), fill=paint)
    title = styled(replace(TITLE, box=box), color="000000", size_pt=28.0)
    title = replace(title, style=replace(title.style, anchor="ctr"))
    found = held_box(drawn(title, shapes=(bar("111133", 0.02), tab)), title, box)
    assert found in (None, box)


def test_on_a_thin_stripe_a_title_that_reads_beside_it_keeps_its_height() -> None:
    paint = Paint("solid", ("EEEEEE",))
    stripe = SceneShape("1", "bar", "shape", "master", Box(0, round(0.06 * HIGH), WIDE, round(0.05 * HIGH)), fill=paint)
    assert held_box(drawn(TITLE, shapes=(stripe,)), styled(TITLE, color="000000"), Box(*_grown())) is None


def pictured(*bands: tuple[int, int, str]) -> Drawn:
    """On a picture that is pale with specks, but for bands from one hundredth of its height to another, with specks, too."""
    image = Image.new("RGB", (120, 100), "#A8C4E4")
    for top, bottom, color in bands:
        ImageDraw.Draw(image).rectangle((0, top, 120, bottom - 1), fill=color)
    for n in range(0, 120 * 100, 37):
        x, y = n % 120, n // 120
        red, green, blue = image.getpixel((x, y))  # type: ignore[misc]
        image.putpixel((x, y), (red // 2, green // 2, blue // 2))
    raw = io.BytesIO()
    image.save(raw, "PNG")
    paint = Paint("picture", ("FFFFFF",), part=PART)
    made = drawn(TITLE)
    scene = Scene(made.layout.part, SIZE, paint, ())
    return replace(made, scene=scene, package=Package({PART: raw.getvalue()}, {PART: "image/png"}, {}, {}))


def test_the_dark_part_of_a_photograph_is_no_bar() -> None:
    """A cover's title half on the sky keeps its box, and its size; on a bar of the picture's it is held to it."""
    title = styled(holder("ctrTitle", 0, (5, 32, 90, 20)), color="FFFFFF", size_pt=40.0)
    title = replace(title, style=replace(title.style, anchor="b"))
    assert held_box(pictured((42, 100, "#1E3C6E")), title, title.box) is None
    held = held_box(pictured((40, 56, "#1E3C6E")), title, title.box)
    assert held is not None and held.h < title.box.h
