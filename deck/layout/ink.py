"""The colour of words in a template's own placeholder: its own where it reads, else another of the theme's (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deck.brand.contrast import LARGE_TEXT, TEXT, contrast, needed
from deck.template.model import Layout, Spot, ThemeColor


def contrast_on(color: str, spot: Spot) -> float:
    """The least contrast of a colour against all that lies behind the spot."""
    return min((contrast(color, ground) for ground in spot.palette.ground.colors), default=21.0)


def substitute(spot: Spot, sizes: Sequence[float], used: Iterable[int], bold: bool | None) -> ThemeColor | None:
    """The theme's colour that reads best behind the spot, where one of the levels in use has a colour that does not read and this
    one does better; None where the inherited colours may stay."""
    for n in used:
        level = spot.style.levels[n]
        now = contrast_on(level.color, spot)
        if now < needed(sizes[n], level.bold if bold is None else bold) and contrast_on(spot.palette.text_rgb, spot) > now:
            return spot.palette.text
    return None


def legibility(spot: Spot) -> tuple[tuple[bool, bool, bool], ...]:
    """All that `substitute` asks of the spot's colour values: two templates that agree here are laid out alike."""
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
    return Spot(holder.type, holder, holder.box, holder.style, layout.furniture_palettes[n])
