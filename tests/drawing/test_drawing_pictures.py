"""A stranger's pictures, made small: bounded, and None where they cannot be read."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from deck.drawing.pictures import MOST_BYTES, MOST_PLAIN_PIXELS, MOST_SCANS, SIDE, small_picture


def picture(mode: str, size: tuple[int, int], kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind", "shown"),
    [
        ("RGB", "PNG", "RGB"),
        ("L", "PNG", "RGB"),
        ("1", "PNG", "RGB"),
        ("RGBA", "PNG", "RGBA"),
        ("P", "GIF", "RGBA"),
        ("CMYK", "JPEG", "RGB"),
    ],
)
def test_what_one_sees_through_stays_so(mode: str, kind: str, shown: str) -> None:
    found = small_picture(picture(mode, (40, 20), kind))
    assert found is not None and (found.mode, found.size) == (shown, (40, 20))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_large_ones_are_made_small_and_keep_their_form(kind: str) -> None:
    found = small_picture(picture("RGB", (4000, 2000), kind))
    assert found is not None and max(found.size) <= 2 * SIDE and found.width == pytest.approx(2 * found.height, abs=2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ingen bild",
        picture("RGB", (9, 9))[:40],
        b"\x89PNG" + b"0" * MOST_BYTES,
        picture("1", (MOST_PLAIN_PIXELS // 1000 + 1, 1000)),
        picture("RGB", (9, 9), "JPEG") + b"\xff\xda" * (MOST_SCANS + 1),
        picture("RGB", (9, 9), "ICO"),
    ],
    ids=["nothing", "words", "cut", "bytes", "pixels", "scans", "kind"],
)
def test_what_cannot_be_read_or_asks_for_too_much_is_none(data: bytes) -> None:
    assert small_picture(data) is None


def test_pictures_are_opened_once() -> None:
    data = picture("RGB", (40, 21))
    assert small_picture(data) is small_picture(data)
