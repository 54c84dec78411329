"""A plate under words, where no colour of the theme reads on nine tenths of the ground: pictures, patterns, strong gradients."""

from __future__ import annotations

from collections.abc import Sequence

from deck.brand.contrast import TEXT, contrast, luminance, needed
from deck.template.model import Ground, Palette, SchemeName, ThemeColor
from deck.template.palette import shown

_PLATES: tuple[SchemeName, ...] = ("bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


def plate_for(palette: Palette, own: str, size_pt: float) -> ThemeColor | None:
    """The plate that words need; None where their own colour (RRGGBB, "" for none) or the palette's reads without, or where it is
    not known what lies behind."""
    if palette.ground.kind == "unknown" or (palette.ground.kind == "solid" and len(palette.ground.colors) == 1):
        return None
    asked = needed(size_pt, False)
    if max(palette.ground.against(color) for color in (own or palette.text_rgb, palette.text_rgb)) >= asked:
        return None
    return backing_for(palette, own)


def plate_for_drawn(palette: Palette, bands: Sequence[Ground]) -> ThemeColor | None:
    """The plate that a drawn block needs, over a ground that goes from one colour to another. Its words are smaller than others,
    and stand in every part of it: they must read on each of its `bands`, as the last row of a table does."""
    if not shades(palette.ground):
        return None
    reads = min((band.against(palette.text_rgb) for band in bands), default=21.0)
    return backing_for(palette, "") if reads < TEXT else None


def shades(ground: Ground) -> bool:
    """Whether a ground has several colours that pass into one another: a plain field at its rim is none of it."""
    return ground.kind in ("gradient", "picture", "pattern") and len(ground.colors) > 1


def backing_for(palette: Palette, own: str) -> ThemeColor:
    """The theme's colour for a plate: one on which the words' own colour reads, as light or dark as the ground mostly is."""
    rgb = dict(palette.rgb)
    shares = palette.ground.shares or (1 / max(len(palette.ground.colors), 1),) * len(palette.ground.colors)
    light = sum(luminance(color) * share for color, share in zip(palette.ground.colors, shares, strict=True))
    options = [ThemeColor(name) for name in _PLATES if name in rgb]
    reads = [item for item in options if not own or contrast(own, shown(item, rgb)) >= TEXT]
    bears = [item for item in reads or options if _inked(item, rgb) >= TEXT] or options
    # A ground of the theme's own before an accent.
    grounds = [item for item in bears if item.name in _PLATES[:4]]
    return min(grounds or bears, key=lambda item: abs(luminance(shown(item, rgb)) - light))


def _inked(plate: ThemeColor, rgb: dict[str, str]) -> float:
    """How well the best of the theme's text colours reads on it."""
    return max((contrast(rgb[name], shown(plate, rgb)) for name in ("tx1", "bg1", "tx2", "bg2") if name in rgb), default=1.0)
