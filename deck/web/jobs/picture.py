"""A slide's picture as PNG."""

from __future__ import annotations

from deck.raster import svg_png
from deck.web.shown import unpacked


def picture(svg: bytes, width: int) -> bytes:
    """PNG bytes of one of our own packed SVGs (`deck.web.shown`)."""
    return svg_png(unpacked(svg), width=width)
