"""What a picture says of its house's colours."""

from __future__ import annotations

import colorsys
import io
import random

from PIL import Image, ImageDraw

from deck.brand.oklch import lch_of
from deck.template.artwork import artwork_colors

PURPLE = (0x73, 0x00, 0xBF)


def saved(image: Image.Image, form: str = "PNG") -> bytes:
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


def drawn(*, color: tuple[int, int, int] = PURPLE, lines: bool = True) -> Image.Image:
    """A gradient from nearly black to the colour, with white lines over it, as a cover has."""
    image = Image.new("RGB", (640, 360))
    pen = ImageDraw.Draw(image)
    for x in range(640):
        pen.line((x, 0, x, 360), tuple(round(part * (0.3 + 0.7 * x / 640)) for part in color))
    if lines:
        pen.line((400, 0, 560, 180, 400, 360), (255, 255, 255), 12)
    return image


def test_a_drawn_cover_says_its_hue() -> None:
    found = artwork_colors(saved(drawn()))
    assert found and sum(share for _color, share in found) > 0.8
    hue = lch_of("7300BF")[2]
    assert all(abs(lch_of(color)[2] - hue) < 25 for color, _share in found)


def test_a_picture_of_many_hues_says_nothing() -> None:
    image = drawn()
    image.paste(drawn(color=(0x00, 0x90, 0x40), lines=False).crop((0, 0, 320, 360)), (0, 0))
    assert artwork_colors(saved(image)) == ()


def test_a_photograph_says_nothing() -> None:
    dice = random.Random(7)
    image = Image.new("RGB", (64, 64))
    image.putdata([tuple(round(part * dice.uniform(0.3, 1.0)) for part in PURPLE) for _ in range(64 * 64)])
    assert artwork_colors(saved(image)) == ()


def test_grey_small_and_broken_pictures_say_nothing() -> None:
    assert artwork_colors(saved(Image.new("RGB", (300, 200), (90, 90, 92)))) == ()
    assert artwork_colors(saved(Image.new("RGB", (300, 8), PURPLE))) == ()
    assert artwork_colors(b"no picture") == artwork_colors(b"") == ()


def test_what_is_seen_through_counts_as_white() -> None:
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    image.paste((*PURPLE, 255), (0, 0, 30, 200))
    assert artwork_colors(saved(image)) == ()


def test_a_band_over_a_page_that_fades_from_red_to_violet_says_what_it_is() -> None:
    image = Image.new("RGB", (640, 360), (0xFF, 0xFA, 0xF4))
    pen = ImageDraw.Draw(image)
    for x in range(640):
        share = x / 640
        pen.line(
            (x, 0, x, 60), tuple(round(a + (b - a) * share) for a, b in zip((0x99, 0x12, 0x20), (0x55, 0x2E, 0x70), strict=True))
        )
    found = artwork_colors(saved(image))
    assert found and all(lch_of(color)[2] > 300 or lch_of(color)[2] < 40 for color, _share in found)
    # All hues from one side to the other are nobody's colour.
    for x in range(640):
        pen.line((x, 0, x, 60), tuple(round(255 * part) for part in colorsys.hsv_to_rgb(x / 640, 0.9, 0.7)))
    assert artwork_colors(saved(image)) == ()
