"""What colours a large picture of a template says that its house has: those of a drawn one, none of a photograph's."""

from __future__ import annotations

import math
from functools import lru_cache

from deck.brand.oklch import lch_of
from deck.drawing.pictures import small_picture

SIDE = 64
"""Pixels a side that a picture is looked at in."""
COLOURED, LEAST = 0.06, 0.3
"""The chroma (OKLCH) from which a pixel has a hue, and the share of the picture that has one at least."""
ONE_HUE = 0.95
"""How near their hues lie at least: the length of their mean, 1 where all are the same (circular statistics)."""
PLAIN = 10.0
"""What a pixel's lightness differs from its neighbour's at most, in the mean, of 255: a photograph's differs more."""
SMALL = 12
"""Pixels a side under which nothing can be said."""


@lru_cache(maxsize=256)
def artwork_colors(data: bytes) -> tuple[tuple[str, float], ...]:
    """RRGGBB and share of a picture's coloured parts, the largest first; () of a photograph, a grey picture, and one that
    cannot be read."""
    from PIL import Image, ImageChops, ImageStat

    found = small_picture(data)
    if found is None:
        return ()
    rgba = found.convert("RGBA")
    rgba.thumbnail((SIDE, SIDE))
    if min(rgba.size) < SMALL:
        return ()
    flat = Image.new("RGBA", rgba.size, "#FFFFFF")
    flat.alpha_composite(rgba)
    grey = flat.convert("L")
    shifted = ImageChops.difference(grey.crop((1, 0, *grey.size)), grey.crop((0, 0, grey.width - 1, grey.height)))
    if ImageStat.Stat(shifted).mean[0] > PLAIN:
        return ()
    few = flat.convert("RGB").quantize(16)
    palette = few.getpalette() or []
    shares = {
        bytes(palette[3 * index : 3 * index + 3]).hex().upper(): count / (flat.width * flat.height)
        for count, index in few.getcolors() or []
        if isinstance(index, int)
    }
    return _of_one_hue(shares)


def _of_one_hue(shares: dict[str, float]) -> tuple[tuple[str, float], ...]:
    coloured = {color: share for color, share in shares.items() if lch_of(color)[1] >= COLOURED}
    if sum(coloured.values()) < LEAST:
        return ()
    east = north = weight = 0.0
    for color, share in shares.items():
        _light, chroma, hue = lch_of(color)
        east += share * chroma * math.cos(math.radians(hue))
        north += share * chroma * math.sin(math.radians(hue))
        weight += share * chroma
    if math.hypot(east, north) < ONE_HUE * weight:
        return ()
    return tuple(sorted(coloured.items(), key=lambda pair: (-pair[1], pair[0])))


__all__ = ["artwork_colors"]
