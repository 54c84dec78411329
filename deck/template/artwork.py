"""What colours a large picture of a template says that its house has: those of a drawn one, none of a photograph's."""

from __future__ import annotations

import math
from functools import lru_cache

from deck.brand.oklch import lch_of
from deck.drawing.pictures import small_picture

SIDE = 64
"""Pixels a side that a picture is looked at in."""
COLOURED = 0.06
"""The chroma (OKLCH) from which a pixel has a hue."""
PLAIN, SMOOTH = 10.0, 3.0
"""What a pixel's lightness differs from its neighbour's at most, in the mean, of 255: a photograph's differs more; and what it
does in fields and fades."""
LEAST, ONE_HUE = 0.3, 0.95
"""The share of the picture that has a hue at least, and how near the hues lie at least: the length of their mean, 1 where all are
the same (circular statistics)."""
BAND, FADE = 0.12, 0.85
"""The same in what is smooth: a band over a page, and a fade from red to violet."""
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
    rough = ImageStat.Stat(shifted).mean[0]
    if rough > PLAIN:
        return ()
    few = flat.convert("RGB").quantize(16)
    palette = few.getpalette() or []
    shares = {
        bytes(palette[3 * index : 3 * index + 3]).hex().upper(): count / (flat.width * flat.height)
        for count, index in few.getcolors() or []
        if isinstance(index, int)
    }
    return _of_one_hue(shares, *((BAND, FADE) if rough <= SMOOTH else (LEAST, ONE_HUE)))


def _of_one_hue(shares: dict[str, float], least: float, near: float) -> tuple[tuple[str, float], ...]:
    coloured = {color: share for color, share in shares.items() if lch_of(color)[1] >= COLOURED}
    if sum(coloured.values()) < least:
        return ()
    east = north = weight = 0.0
    # A page's cream is no hue of the band's over it.
    for color, share in (coloured if least == BAND else shares).items():
        _light, chroma, hue = lch_of(color)
        east += share * chroma * math.cos(math.radians(hue))
        north += share * chroma * math.sin(math.radians(hue))
        weight += share * chroma
    if math.hypot(east, north) < near * weight:
        return ()
    return tuple(sorted(coloured.items(), key=lambda pair: (-pair[1], pair[0])))


__all__ = ["artwork_colors"]
