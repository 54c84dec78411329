"""Pictures on a slide, small and cut as the slide has them."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image

from deck.drawing import Paint
from deck.geometry import Box, pt
from deck.render.canvas import new_canvas
from deck.render.pictures import SMALL, place, thumbnail


def picture(mode: str = "RGB", size: tuple[int, int] = (40, 20), kind: str = "PNG", color: Any = None) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, color or ("red" if mode != "RGBA" else (255, 0, 0, 128))).save(out, kind)
    return out.getvalue()


def opened(href: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(href.split(",", 1)[1])))


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "jpeg"), ("L", "jpeg"), ("RGBA", "png")])
def test_what_one_sees_through_stays_so(mode: str, kind: str) -> None:
    href = thumbnail(picture(mode, color="white" if mode == "L" else None))
    assert href.startswith(f"data:image/{kind};base64,")
    assert opened(href).size == (40, 20)


def test_large_ones_are_made_small_and_keep_their_form() -> None:
    assert opened(thumbnail(picture(size=(2000, 1000)))).size == (SMALL, SMALL // 2)


def test_two_colours_for_dark_and_light() -> None:
    found = opened(thumbnail(picture("L", color="white"), ("000000", "0000FF"))).convert("RGB").getpixel((5, 5))
    assert isinstance(found, tuple) and found[2] > 200 and found[0] < 60


@pytest.mark.parametrize("data", [b"", b"no picture", picture()[:50]])
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    canvas = new_canvas((pt(960), pt(540)), 960, "")
    assert not place(canvas, canvas.root, data, Box(0, 0, 10, 10), Paint())
    assert not len(canvas.root)


@pytest.mark.parametrize(
    ("crop", "image"),
    [
        ((0, 0, 0, 0), (0, 0, 100, 50)),
        ((50_000, 0, 0, 0), (-100, 0, 200, 50)),
        ((25_000, 0, 25_000, 50_000), (-50, 0, 200, 100)),
        ((-50_000, 0, -50_000, 0), (25, 0, 50, 50)),
    ],
)
def test_what_is_cut_away_lies_outside_the_frame(crop: tuple[int, int, int, int], image: tuple[float, ...]) -> None:
    canvas = new_canvas((pt(960), pt(540)), 960, "")
    assert place(canvas, canvas.root, picture(), Box(pt(10), pt(20), pt(100), pt(50)), Paint("picture", alpha=0.5, crop=crop))
    (frame,) = canvas.root
    assert [float(frame.get(name)) for name in ("x", "y", "width", "height")] == [10, 20, 100, 50]
    assert [float(frame[0].get(name)) for name in ("x", "y", "width", "height")] == pytest.approx(image)
    assert frame[0].get("opacity") == "0.5"
