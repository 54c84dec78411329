"""The colour of words in a template's own placeholder whose own does not read: another of the theme's (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from functools import lru_cache

from deck.brand.contrast import TEXT, needed
from deck.brand.oklch import apart, lch_of, turn
from deck.template.model import Palette, SchemeName, Spot, ThemeColor
from deck.template.palette import NAMES, shown

HUE, GREY = 30.0, 0.035
"""Degrees within which two colours are of one hue, and the chroma (OKLCH) under which a colour has none."""
SAME = 0.06
"""The distance (OKLab) up to which a theme's colour is another one to the eye."""
GONE = 1.15
"""The contrast under which words are not to be seen at all."""
MIDDLE = 0.35, 0.85
"""The lightness (OKLCH) of a grey that is meant to stand back: white and black are meant to stand out."""
STEPS = (
    (0, 0),
    *((mod, 0) for mod in (90_000, 75_000, 65_000, 50_000, 40_000, 25_000)),
    *((mod, 100_000 - mod) for mod in (90_000, 75_000, 65_000, 50_000, 40_000, 25_000)),
)
"""Darker and lighter shades of a theme's colour: lumMod and lumOff."""


GREYS: tuple[tuple[SchemeName, ...], ...] = (("tx1", "tx2"), ("bg1", "bg2"))


def contrast_on(color: str, spot: Spot) -> float:
    """The contrast of a colour with nine tenths of what lies behind the spot."""
    return _against(color, spot.palette)


def _against(color: str, palette: Palette) -> float:
    return palette.ground.against(color) if palette.ground.colors else 21.0


def ink_for(spot: Spot) -> ThemeColor:
    """The colour for words whose own does not read: their own hue, no darker or lighter than it takes (4.5:1); where the theme
    has none of that hue, its text's. One that reads, and that the words do not have by themselves, is written as it is."""
    first = spot.style.levels[0]
    least = needed(first.size_pt, first.bold) if spot.role in ("title", "subtitle") else TEXT
    if not first.inked and (spot.palette.ground.kind == "unknown" or contrast_on(first.color, spot) >= least):
        return _nearest(first.color, spot.palette, least) or _ink(first.color, spot.palette)
    return _ink(first.color, spot.palette)


@lru_cache(maxsize=1_024)
def _nearest(own: str, palette: Palette, least: float) -> ThemeColor | None:
    """The theme's own name for a colour, or a shade that is the same to the eye and reads."""
    rgb = dict(palette.rgb)
    shades = [ThemeColor(name, *step) for step in STEPS for name in NAMES if name in rgb]
    same = [item for item in shades if apart(shown(item, rgb), own) <= SAME]
    unknown = palette.ground.kind == "unknown"
    reads = [item for item in same if unknown or _against(shown(item, rgb), palette) >= least]
    return min(reads, key=lambda item: round(apart(shown(item, rgb), own), 3), default=None)


@lru_cache(maxsize=4_096)
def _ink(own: str, palette: Palette) -> ThemeColor:
    rgb = dict(palette.rgb)
    light, chroma, _hue = lch_of(own) if own else (0.0, 0.0, 0.0)
    if not own or not rgb or (chroma < GREY and not MIDDLE[0] <= light <= MIDDLE[1]):
        return palette.text
    # The ground's own colour is a title's that elsewhere stands on a bar: half lightened, it would be neither.
    if _against(own, palette) < GONE:
        return palette.text
    # A grey that stands back is a shade of the text's colour before one of the ground's, which another ground would turn.
    for names in GREYS if chroma < GREY else (NAMES,):
        shades = [ThemeColor(name, *step) for name in names if name in rgb for step in STEPS]
        reads = [shade for shade in shades if one_hue(shown(shade, rgb), own) and _against(shown(shade, rgb), palette) >= TEXT]
        if reads:
            return min(reads, key=lambda shade: round(_apart(shown(shade, rgb), own), 4))
    return palette.text


def one_hue(one: str, other: str) -> bool:
    """Whether two colours are of one hue, or neither has any."""
    chroma, full = lch_of(one)[1], lch_of(other)[1]
    if full < GREY:
        return chroma < GREY
    return chroma >= GREY and turn(one, other) <= HUE


def _apart(one: str, other: str) -> float:
    """How far two colours are apart by their lightness, and half as much by their chroma."""
    (light, chroma, _hue), (dark, full, _turned) = lch_of(one), lch_of(other)
    return abs(light - dark) + abs(chroma - full) / 2


__all__ = ["STEPS", "contrast_on", "ink_for", "one_hue"]
