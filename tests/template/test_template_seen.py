"""Shapes that hardly stand out, and those of which a part does."""

from __future__ import annotations

import io
from functools import reduce
from typing import Any

import pptx
import pytest
from odd_templates import MASTER, plain
from PIL import Image

from deck.drawing import Sheets, scene
from deck.drawing.ground import flat
from deck.geometry import Box
from deck.memory import forget
from deck.package import open_package
from deck.template import seen
from deck.template.layouts import read_layout
from deck.template.seen import seen_in

LAYOUT = "ppt/slideLayouts/slideLayout3.xml"
BAR = Box(0, 0, 12_192_000, 1_600_000)


def obstacles(*shapes: tuple[Box, str, str], lined: bool = False) -> list[Box]:
    """A layout's further obstacles with shapes of a box, a geometry and a colour; `lined`: of their lines alone."""

    def drawn(n: int, box: Box, form: str, color: str) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{90 + n}" name="Egen"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/></a:xfrm><a:prstGeom prst="{form}"><a:avLst/>'
            f"</a:prstGeom>{filled(color)}</p:spPr></p:sp>"
        )

    def filled(color: str) -> str:
        fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
        return f'<a:noFill/><a:ln w="25400">{fill}</a:ln>' if lined else fill

    def read(words: str) -> tuple[Box, ...]:
        text = plain().parts[LAYOUT].decode().replace("</p:spTree>", f"{words}</p:spTree>")
        return read_layout(Sheets(plain().replace({LAYOUT: text.encode()})), LAYOUT, MASTER).layout.obstacles

    known = read("")
    return [item for item in read("".join(drawn(n, *shape) for n, shape in enumerate(shapes))) if item not in known]


@pytest.mark.parametrize(("color", "count"), [("FAFAFA", 0), ("FF0000", 1)])
def test_what_hardly_stands_out_is_in_nobody_s_way(color: str, count: int) -> None:
    assert len(obstacles((Box(400_000, 3_000_000, 600_000, 600_000), "rect", color))) == count


@pytest.mark.parametrize("form", ["rect", "ellipse"])
def test_of_a_white_shape_that_leaves_a_dark_bar_the_part_on_the_bar_is_in_the_way(form: str) -> None:
    disc = Box(2_000_000, 1_000_000, 1_600_000, 1_600_000)
    bar, *parts = obstacles((BAR, "rect", "202040"), (disc, form, "FFFFFF"))
    found = reduce(Box.union, parts)
    assert bar == BAR
    assert disc.contains(found) and found.y == disc.y
    assert BAR.bottom <= found.bottom <= BAR.bottom + disc.h // 8


@pytest.mark.parametrize(
    ("form", "box"),
    [
        ("rtTriangle", Box(5_000_000, 3_000_000, 7_192_000, 3_858_000)),
        ("rtTriangle", Box(0, 3_400_000, 12_192_000, 3_458_000)),
        ("ellipse", Box(9_000_000, 4_000_000, 3_000_000, 2_800_000)),
        ("diamond", Box(0, 0, 1_250_000, 1_250_000)),
    ],
)
def test_what_a_slanted_shape_leaves_free_of_its_box_is_free(form: str, box: Box) -> None:
    """A corner cut off, a wave: its box may be most of the slide."""
    found = obstacles((box, form, "00686B"))
    assert len(found) > 2 and all(box.contains(part) for part in found)
    taken = sum(part.area for part in found)
    assert 0.4 * box.area < taken < 0.95 * box.area
    assert not any(one.overlaps(other) for n, one in enumerate(found) for other in found[n + 1 :])


def test_a_small_one_is_in_the_way_as_a_whole() -> None:
    star = Box(11_000_000, 200_000, 900_000, 600_000)
    assert obstacles((star, "star5", "00686B")) == [star]


def test_a_shape_that_is_seen_on_both_grounds_is_in_the_way_as_a_whole() -> None:
    disc = Box(2_000_000, 1_000_000, 1_600_000, 1_600_000)
    assert disc in obstacles((BAR, "rect", "202040"), (disc, "rect", "FF0000"))


PANEL = Box(1_000_000, 2_000_000, 8_000_000, 4_000_000)


def test_what_a_panel_hides_is_in_nobody_s_way() -> None:
    disc = Box(2_000_000, 3_000_000, 1_000_000, 1_000_000)
    assert obstacles((disc, "ellipse", "C04000"), (PANEL, "rect", "FFFFFF")) == []
    assert reduce(Box.union, obstacles((PANEL, "rect", "FFFFFF"), (disc, "ellipse", "C04000"))) == disc


def test_of_what_a_panel_hides_in_part_the_rest_is_in_the_way() -> None:
    """As the glow at the left of Office's *Ion*: a strip of it is seen beside the panel, and content stands on that."""
    glow = Box(600_000, 3_000_000, 1_600_000, 1_600_000)
    (strip,) = obstacles((glow, "rect", "C04000"), (PANEL, "rect", "FFFFFF"))
    assert (strip.x, strip.y, strip.h) == (glow.x, glow.y, glow.h) and strip.right <= PANEL.x + glow.w // 8


def test_round_a_lid_in_the_middle_all_is_in_the_way() -> None:
    wide = Box(1_000_000, 2_400_000, 3_200_000, 1_600_000)
    lid = Box(1_800_000, 2_800_000, 1_600_000, 800_000)
    # The lid itself stands out from what it lies on.
    found = [box for box in obstacles((wide, "rect", "C04000"), (lid, "rect", "FFFFFF")) if box != lid]
    assert sum(box.area for box in found) == wide.area - lid.area and not any(box.overlaps(lid, 1) for box in found)


def test_layouts_without_decorations_of_their_own_share_what_is_seen_of_their_master_s() -> None:
    """A master with a hundred shapes is looked at once, not once for each of its layouts."""
    package = plain()
    sheets = Sheets(package)
    parts = sheets.layout_parts(MASTER)
    shared: dict[tuple[object, ...], int] = {}
    for part in parts:
        drawn = scene(package, part, sheets)
        if all(shape.origin == "master" for shape in flat(drawn.shapes) if not (shape.is_placeholder or shape.hidden)):
            key = id(seen_in(package, drawn))
            shared[key,] = shared.get((key,), 0) + 1
    assert max(shared.values()) > 1


def test_a_decoration_of_a_layout_s_own_is_seen_there() -> None:
    box = Box(400_000, 3_000_000, 600_000, 600_000)
    assert obstacles((box, "rect", "FF0000")) == [box]


FRAME = Box(220_000, 220_000, 11_752_000, 6_418_000)


def test_a_frame_around_a_page_is_four_lines_that_nothing_crosses() -> None:
    """Its box is the page's, and yet a map that goes on to the slide's edge would lie across it."""
    found = obstacles((FRAME, "rect", "8C6A2F"), lined=True)
    assert len(found) == 4 and reduce(Box.union, found) == FRAME
    assert all(min(line.w, line.h) == 25_400 for line in found)


def test_a_frame_that_hardly_stands_out_is_none_nor_is_a_ground() -> None:
    assert obstacles((FRAME, "rect", "FAFAFA"), lined=True) == obstacles((FRAME, "rect", "8C6A2F")) == []


def test_a_line_across_its_box_takes_what_is_along_it() -> None:
    """Both corners beside it are free, whatever way it goes."""
    box = Box(0, 2_000_000, 2_400_000, 1_200_000)
    found = obstacles((box, "line", "FF0000"), lined=True)
    assert len(found) == 8 and sum(part.area for part in found) < 0.2 * box.area
    corners = [Box(1_500_000, 2_000_000, 900_000, 300_000), Box(0, 2_900_000, 900_000, 300_000)]
    assert not any(part.overlaps(corner) for part in found for corner in corners)
    assert found[0].y <= box.y and found[-1].bottom >= box.bottom


def test_a_line_along_a_side_is_one_box() -> None:
    assert len(obstacles((Box(600_000, 2_000_000, 6_000_000, 0), "line", "FF0000"), lined=True)) == 1


def pictured(ink: tuple[int, int, int, int], color: tuple[int, int, int], side: int = 400) -> tuple[list[Box], Box]:
    """What is in the way of a picture, clear but for `ink` in it, so many pixels wide and half as high, and its box."""
    made: Any = pptx.Presentation()
    picture, raw = Image.new("RGBA", (side, side // 2), (0, 0, 0, 0)), io.BytesIO()
    picture.paste((*color, 255), ink)
    picture.save(raw, "PNG")
    slide = made.slides.add_slide(made.slide_layouts[6])
    logo = slide.shapes.add_picture(io.BytesIO(raw.getvalue()), 3_000_000, 6_000_000, 1_600_000, 800_000)
    raw = io.BytesIO()
    made.save(raw)
    package = open_package(raw.getvalue(), "x")
    part = next(rel.target for rel in package.related(package.main, "slide"))
    found = [box for item in seen_in(package, scene(package, part, Sheets(package))) for box in item.seen]
    return found, Box(logo.left, logo.top, logo.width, logo.height)


def test_a_name_in_thin_letters_is_in_the_way_with_air_around_it() -> None:
    """A seventieth of the picture is ink: of all of it that is a speck."""
    (found,), box = pictured((20, 60, 160, 68), (20, 20, 20))
    ink = Box(box.x + 80_000, box.y + 240_000, 560_000, 32_000)
    assert found.contains(ink) and box.contains(found) and found.area < 0.6 * box.area


@pytest.mark.parametrize("color", [(250, 250, 250), (255, 255, 240)])
def test_a_name_that_nobody_sees_is_not(color: tuple[int, int, int]) -> None:
    assert not pictured((20, 60, 160, 68), color)[0]


def test_a_wave_that_is_drawn_alike_is_felt_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wave = (Box(6_096_000, 2_000_000, 5_000_000, 3_000_000), "rtTriangle", "C02020")
    felt: list[Any] = []
    known = seen._pale_at
    monkeypatch.setattr(seen, "_pale_at", lambda *asked: felt.append(asked) or known(*asked))
    forget()
    found = obstacles(wave)
    count = len(felt)
    assert obstacles(wave) == found and count > seen.SLICES**2
    assert len(felt) - count < seen.SLICES
