"""The colour of words in a template's own placeholder: its own where it reads, else another of the theme's (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from deck.brand.contrast import LARGE_TEXT, TEXT, needed
from deck.brand.oklch import apart, lch_of, turn
from deck.layout.look import Look
from deck.template.model import Layout, Palette, SchemeName, Spot, TextStyle, ThemeColor
from deck.template.palette import NAMES as _NAMES
from deck.template.palette import shown

Legibility = tuple[tuple[bool, bool, bool], ...]
"""A level: whether its colour fails for large text, whether for other text, and whether the theme's own does better. A colour
that words do not have by themselves fails for all."""


def contrast_on(color: str, spot: Spot) -> float:
    """The contrast of a colour with nine tenths of what lies behind the spot."""
    return _against(color, spot.palette)


def _against(color: str, palette: Palette) -> float:
    return palette.ground.against(color) if palette.ground.colors else 21.0


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
    shades = [ThemeColor(name, *step) for step in STEPS for name in _NAMES if name in rgb]
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
    for names in GREYS if chroma < GREY else (_NAMES,):
        shades = [ThemeColor(name, *step) for name in names if name in rgb for step in STEPS]
        reads = [shade for shade in shades if _one_hue(shown(shade, rgb), own) and _against(shown(shade, rgb), palette) >= TEXT]
        if reads:
            return min(reads, key=lambda shade: round(_apart(shown(shade, rgb), own), 4))
    return palette.text


def _one_hue(one: str, other: str) -> bool:
    chroma, full = lch_of(one)[1], lch_of(other)[1]
    if full < GREY:
        return chroma < GREY
    return chroma >= GREY and turn(one, other) <= HUE


def _apart(one: str, other: str) -> float:
    """How far two colours are apart by their lightness, and half as much by their chroma."""
    (light, chroma, _hue), (dark, full, _turned) = lch_of(one), lch_of(other)
    return abs(light - dark) + abs(chroma - full) / 2


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


def leads_in_hue(spot: Spot, look: Look) -> bool:
    """Does the strong colour go with a spot's words? Beside words that are in a colour themselves, another hue clashes."""
    rgb = dict(spot.palette.rgb)
    own, (fading, _other, _better) = spot.style.levels[0].color, legibility(spot)[0]
    if fading and rgb:
        own = shown(ink_for(spot), rgb)
    return not own or not rgb or lch_of(own)[1] < COLOURED or _one_hue(shown(look.strong.color, rgb), own)


def furniture_spot(layout: Layout, n: int) -> Spot | None:
    """A footer, date or number as a spot; None where what lies behind it is not known."""
    if n >= len(layout.furniture_palettes):
        return None
    holder = layout.furniture[n]
    return Spot(holder.type, placeholder=holder, box=holder.box, style=holder.style, palette=layout.furniture_palettes[n])
