"""The colour of words in a template's own placeholder: its own where it reads, else another of the theme's (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deck.brand.contrast import LARGE_TEXT, TEXT, needed
from deck.template.model import Layout, Spot, TextStyle, ThemeColor

Legibility = tuple[tuple[bool, bool, bool], ...]
"""A level: whether its colour fails for large text, whether for other text, and whether the theme's own does better."""


def contrast_on(color: str, spot: Spot) -> float:
    """The contrast of a colour with nine tenths of what lies behind the spot."""
    return spot.palette.ground.against(color) if spot.palette.ground.colors else 21.0


def fails(reads: Legibility, style: TextStyle, sizes: Sequence[float], used: Iterable[int], bold: bool | None) -> bool:
    """Whether one of the levels in use has a colour that does not read, and the theme's own does better there."""
    for n in used:
        large, other, better = reads[n]
        least = needed(sizes[n], style.levels[n].bold if bold is None else bold)
        if better and (large if least == LARGE_TEXT else other):
            return True
    return False


def substitute(spot: Spot, sizes: Sequence[float], used: Iterable[int], bold: bool | None) -> ThemeColor | None:
    """The theme's colour that reads best behind the spot, where the spot's own fail; None where the
    inherited colours may stay."""
    return spot.palette.text if fails(legibility(spot), spot.style, sizes, used, bold) else None


def legibility(spot: Spot) -> Legibility:
    """All that is asked of the spot's colour values: two templates that agree here are laid out alike."""
    best = contrast_on(spot.palette.text_rgb, spot)
    found: list[tuple[bool, bool, bool]] = []
    for level in spot.style.levels:
        now = contrast_on(level.color, spot)
        found.append((now < LARGE_TEXT, now < TEXT, best > now))
    return tuple(found)


def furniture_spot(layout: Layout, n: int) -> Spot | None:
    """A footer, date or number as a spot; None where what lies behind it is not known."""
    if n >= len(layout.furniture_palettes):
        return None
    holder = layout.furniture[n]
    return Spot(holder.type, placeholder=holder, box=holder.box, style=holder.style, palette=layout.furniture_palettes[n])
