"""The colour of words in a template's own placeholder: its own where it reads, else another of the theme's (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deck.brand.contrast import LARGE_TEXT, TEXT, needed
from deck.brand.oklch import lch_of
from deck.layout.look import Look
from deck.template.inks import contrast_on, ink_for, one_hue
from deck.template.model import Layout, Spot, TextStyle, ThemeColor
from deck.template.palette import shown

Legibility = tuple[tuple[bool, bool, bool], ...]
"""A level: whether its colour fails for large text, whether for other text, and whether the theme's own does better. A colour
that words do not have by themselves fails for all."""


def fails(reads: Legibility, style: TextStyle, sizes: Sequence[float], used: Iterable[int], bold: bool | None) -> bool:
    """Whether one of the levels in use has a colour that does not read, and the theme's own does better there."""
    for n in used:
        large, other, better = reads[n]
        least = needed(sizes[n], style.levels[n].bold if bold is None else bold)
        if better and (large if least == LARGE_TEXT else other):
            return True
    return False


def substitute(spot: Spot, sizes: Sequence[float], used: Iterable[int], bold: bool | None) -> ThemeColor | None:
    """What the spot's words are written in where its own colours fail; None where these may stay."""
    return ink_for(spot) if fails(legibility(spot), spot.style, sizes, used, bold) else None


def legibility(spot: Spot) -> Legibility:
    """All that is asked of the spot's colour values: two templates that agree here are laid out alike. Where it is not known what
    lies behind, its own colours are let be."""
    unsaid = tuple((not level.inked, not level.inked, not level.inked) for level in spot.style.levels)
    if spot.palette.ground.kind == "unknown":
        return unsaid
    # Most levels are of one colour.
    against = {color: contrast_on(color, spot) for color in {level.color for level in spot.style.levels}}
    now = [against[level.color] for level in spot.style.levels]
    if min(now, default=21.0) >= TEXT:
        # Its own colours stand, whatever others would do.
        return unsaid
    best = contrast_on(shown(ink_for(spot), dict(spot.palette.rgb)), spot) if spot.palette.rgb else 0.0
    best = max(best, contrast_on(spot.palette.text_rgb, spot))
    # A second level that a layout has left in its master's colour goes with the first, which reads better.
    large = TEXT if now[0] >= TEXT else LARGE_TEXT
    return tuple(own if own[0] else (ratio < large, ratio < TEXT, best > ratio) for ratio, own in zip(now, unsaid, strict=True))


COLOURED = 0.06
"""The chroma (OKLCH) from which words are in a colour: an ink that is nearly black goes with any."""
NEON, LOUDER = 0.12, 1.5
"""The chroma (OKLCH) from which a lightened colour is neon, and how many times that of the colour itself."""


def leads_in_hue(spot: Spot, look: Look) -> bool:
    """Does the strong colour go with a spot's words? Beside words that are in a colour themselves, another hue clashes; and on
    a dark bar a lightened one that has far more colour than itself is neon."""
    rgb = dict(spot.palette.rgb)
    own, (fading, _other, _better) = spot.style.levels[0].color, legibility(spot)[0]
    if fading and rgb:
        own = shown(ink_for(spot), rgb)
    if not own or not rgb:
        return True
    strong = shown(look.strong.color, rgb)
    least = max(NEON, LOUDER * lch_of(rgb[look.strong.color.name])[1])
    if look.dark_ground and look.strong.color.lum_off and lch_of(strong)[1] >= least:
        return False
    return lch_of(own)[1] < COLOURED or one_hue(strong, own)


def furniture_spot(layout: Layout, n: int) -> Spot | None:
    """A footer, date or number as a spot; None where what lies behind it is not known."""
    if n >= len(layout.furniture_palettes):
        return None
    holder = layout.furniture[n]
    return Spot(holder.type, placeholder=holder, box=holder.box, style=holder.style, palette=layout.furniture_palettes[n])
