"""A stranger's pictures, made small: one door, so that none costs more than its size on a slide is worth."""

from __future__ import annotations

import io
import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES, MOST_PIXELS = 20_000_000, 40_000_000
MOST_PLAIN_PIXELS = 24_000_000
"""For all but JPEG, which is decoded small."""
MOST_SCANS = 64
"""Passes of a progressive JPEG; cameras and editors make a dozen, each as dear as the whole picture (T.81, annex G)."""
SIDE = 1000
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_SCAN = re.compile(rb"\xff\xda")


@lru_cache(maxsize=6)
def small_picture(data: bytes) -> Image | None:
    """The picture in RGB or RGBA, at most some 1000 pixels a side (never shared for drawing on: copy it); None where it cannot be
    read, or asks for too much."""
    from PIL import Image

    if not data or len(data) > MOST_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                jpeg = image.format == "JPEG"
                if image.width * image.height > (MOST_PIXELS if jpeg else MOST_PLAIN_PIXELS):
                    return None
                if jpeg and sum(1 for _scan in _SCAN.finditer(data)) > MOST_SCANS:
                    return None
                image.draft("RGB", (SIDE // 2, SIDE // 2))
                return _reduced(image)
    except Exception:  # Pillow raises of all kinds
        return None


def _reduced(image: Image) -> Image:
    """Made small before it is converted: a large picture is never in memory twice."""
    if image.mode.startswith("I") or image.mode == "F":
        # More than eight bits of grey: Pillow cuts them off at white where it should divide (PNG, 11.2.2; TIFF).
        image = _eight_bits(image)
    opaque = image.mode in ("L", "RGB", "CMYK", "YCbCr", "1") and "transparency" not in image.info
    factor = max(image.width, image.height) // SIDE
    if factor > 1:
        size = (max(image.width // factor, 1), max(image.height // factor, 1))
        plain = image.mode in ("L", "RGB", "RGBA", "LA", "CMYK", "YCbCr")
        transparency = image.info.get("transparency")
        small = image.reduce(factor) if plain else image.resize(size, resample=0)
        if transparency is not None:
            small.info["transparency"] = transparency
        image = small
    return image.convert("RGB" if opaque else "RGBA")


def _eight_bits(image: Image) -> Image:
    """A grey picture of more than eight bits, made small, each step as light as it was."""
    clear = image.info.get("transparency")
    factor = max(max(image.width, image.height) / SIDE, 1.0)
    if factor > 1:
        image = image.resize((max(round(image.width / factor), 1), max(round(image.height / factor), 1)), resample=0)
    plain = image.convert("F")
    most = plain.getextrema()[1]
    scale = 255 / 65_535 if image.mode.startswith("I") else 255 if isinstance(most, float) and most <= 1 else 1
    eight = plain.point(lambda value: value * scale + 0.5).convert("L")
    if isinstance(clear, int):
        eight.info["transparency"] = round(clear * scale)
    return eight
