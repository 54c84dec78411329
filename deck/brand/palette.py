"""A place's colours: one accent gives the eleven roles that a deck is drawn with, and they the twelve of the theme
(docs/look.md).

Chosen in OKLCH, where equal steps look equal; contrast (WCAG 2.1, 1.4.3 and 1.4.11) is checked on what they are rounded to.
The accent
itself stands unchanged in the role where it can be read: strong if it is middling, glow if light, night if dark.
"""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from deck.brand.contrast import contrast
from deck.brand.oklch import lch_of, rgb_of
from deck.places import Place, Places

ROLES = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
INK, GRAPHITE, STONE, WHITE = rgb_of(0.215, 0.008, 75), rgb_of(0.43, 0.010, 75), rgb_of(0.66, 0.010, 75), "FFFFFF"
"""The same for all places."""
LEAST = {"dk1": 7.0, "dk2": 9.5, "accent1": 4.6, "accent2": 3.0, "accent3": 4.5, "accent4": 3.0, "accent5": 4.5} | {
    "hlink": 4.5,
    "folHlink": 4.5,
}
"""What a colour reaches against lt1 (the light ground): words are written in it there, or light ones on it; stone and mid are
graphics."""
STRONG, GLOW, NIGHT = 4.6, 7.0, 14.3
"""strong on paper, glow on night, white on a night that is the place's own colour."""
OWN_LEAST = {f"accent{n}": 4.5 for n in range(2, 6)}
"""Asked of the colours that a brand says itself: people write in them."""
GOLDEN = 137.50776
_GREY = 0.025
_STEP = 0.005


@dataclass(frozen=True, slots=True)
class MendedColor:
    """A colour that failed in its role, and what stands there instead. `taken`: the role whose colour it is, where another was
    taken."""

    role: str
    wanted: str
    used: str
    ratio: float
    least: float
    taken: str = ""


@dataclass(frozen=True, slots=True)
class _Hue:
    """An accent, and what its shades are made of: a chroma and a hue; a grey's are the ink's."""

    rgb: str
    light: float
    full: float
    chroma: float
    hue: float
    grey: bool

    @classmethod
    def of(cls, rgb: str) -> _Hue:
        light, full, hue = lch_of(rgb)
        grey = full < _GREY
        return cls(rgb, light, full, 0.008 if grey else min(max(full, 0.055), 0.135), 75.0 if grey else hue, grey)

    def warm(self, light: float) -> float:
        """The hue of a shade so light: dark yellow turns ochre, not olive."""
        near = max(0.0, 1 - abs(self.hue - 102) / 28)
        return self.hue - 30 * near * min(max((0.80 - light) / 0.30, 0.0), 1.0)

    def shade(self, light: float, chroma: float, grey: tuple[float, float]) -> str:
        return rgb_of(*grey, 75) if self.grey else rgb_of(light, chroma, self.warm(light))


def night_of(accent: _Hue, white: str) -> str:
    if not accent.grey and 0.19 <= accent.light <= 0.31 and contrast(white, accent.rgb) >= NIGHT:
        return accent.rgb
    dull = 0.42 if 55 < accent.hue < 118 and not accent.grey else 1.0
    return rgb_of(0.275, min(0.62 * accent.chroma, 0.070) * dull, accent.hue if accent.grey else accent.warm(0.275))


def paper_of(soft: str) -> str:
    """lumMod 45 %, lumOff 55 % of it, rounded as Office does."""
    red, green, blue = (byte / 255 for byte in bytes.fromhex(soft))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    levels = colorsys.hls_to_rgb(hue, min(light * 0.45 + 0.55, 1.0), full)
    return "".join(f"{math.ceil(level * 255 - 0.5 - 1e-9):02X}" for level in levels)


def strong_of(accent: _Hue, paper: str, night: str) -> str:
    """The accent itself where it reads and is not so dark that it is the night's; else the nearest of its hue that does."""
    if accent.light >= 0.25 and accent.rgb != night and contrast(accent.rgb, paper) >= STRONG:
        return accent.rgb
    if accent.grey:
        return darkened(rgb_of(0.36, 0.010, 75), paper, STRONG)
    begin = 0.60 if accent.light > 0.5 else 0.42
    hue = accent.warm(begin - 0.1)
    return _until(begin, min(max(accent.full, 0.055), 0.19), hue, -_STEP, lambda rgb: contrast(rgb, paper) >= STRONG)


def glow_of(accent: _Hue, night: str) -> str:
    """The lit place on dark slides: the accent itself where it is light."""
    if accent.light >= 0.74 and contrast(accent.rgb, night) >= GLOW:
        return accent.rgb
    if accent.grey:
        return darkened(rgb_of(0.84, 0.012, 75), night, GLOW)
    return _until(0.84, min(accent.chroma, 0.105), accent.hue, _STEP, lambda rgb: contrast(rgb, night) >= GLOW)


def _mid(accent: _Hue, white: str, night: str) -> str:
    def reads(rgb: str) -> bool:
        # On a night of the owner's own there may be none that reads on both: then on the light ground.
        return contrast(rgb, white) >= 3.0 and (contrast(rgb, night) >= 3.0 or contrast(rgb, white) >= 3.4)

    if accent.grey:
        return rgb_of(0.60, 0.010, 75)
    return _until(0.62, accent.chroma, accent.warm(0.62), -_STEP, reads)


def _until(light: float, chroma: float, hue: float, step: float, reads: Callable[[str], bool]) -> str:
    """The first shade that reads, by steps of lightness."""
    while 0.0 < light < 1.0:
        found = rgb_of(round(light, 4), chroma, hue)
        if reads(found):
            return found
        light += step
    return "FFFFFF" if step > 0 else "000000"


def _deep(accent: _Hue, strong: str) -> str:
    """A further series, dark; lighter where strong is as dark, so that series alternate in grey too."""
    light = 0.33 if abs(lch_of(strong)[0] - 0.33) > 0.09 else 0.48
    return accent.shade(light, min(accent.chroma, 0.10), (0.28 if light < 0.4 else 0.48, 0.010))


@lru_cache(maxsize=4_096)
def slots_of(accent: str, white: str = WHITE, ink: str = INK, night: str = "", soft: str = "") -> tuple[tuple[str, str], ...]:
    """The theme's twelve colours from one accent: (slot, RRGGBB) pairs. `night`, `soft`: where a brand says them."""
    own = _Hue.of(accent)
    night = night or night_of(own, white)
    soft = soft or rgb_of(0.885, 0.010 if own.grey else min(0.46 * own.chroma, 0.052), own.hue)
    strong = strong_of(own, paper_of(soft), night)
    deep = _deep(own, strong)
    colors = {
        "dk1": ink,
        "lt1": white,
        "dk2": night,
        "lt2": soft,
        "accent1": strong,
        "accent2": STONE,
        "accent3": deep,
        "accent4": _mid(own, white, night),
        "accent5": GRAPHITE,
        "accent6": glow_of(own, night),
        "hlink": strong,
        "folHlink": deep,
    }
    return tuple(colors.items())


def darkened(rgb: str, ground: str, least: float) -> str:
    """The same hue, as little darker (or lighter, on a dark ground) as reads on `ground`."""
    if contrast(rgb, ground) >= least:
        return rgb
    lightness, chroma, hue = lch_of(rgb)
    down = contrast(ground, "000000") >= contrast(ground, "FFFFFF")
    low, high = (0.0, lightness) if down else (lightness, 1.0)
    best = "000000" if down else "FFFFFF"
    for _bisection in range(14):
        middle = (low + high) / 2
        found = rgb_of(middle, chroma, hue)
        if contrast(found, ground) >= least:
            best = found
            low, high = (middle, high) if down else (low, middle)
        else:
            low, high = (low, middle) if down else (middle, high)
    return best


def brand_colors(said: Mapping[str, str], accent: str) -> tuple[dict[str, str], tuple[MendedColor, ...]]:
    """The twelve colours of one who says some of them (`said`: slot → RRGGBB), `accent` where no accent1 is said. What is said
    stands in
    its slot if it holds there; else it is darkened (accent6: lightened), its hue kept. An accent1 that would have to change
    beyond
    knowing gives place to another of the brand's own accents that reads, and still lights the place on dark slides."""
    mends: list[MendedColor] = []

    def held(role: str, wanted: str, ground: str, least: float) -> str:
        used = darkened(wanted, ground, least)
        if used != wanted:
            mends.append(MendedColor(role, wanted, used, contrast(wanted, ground), least))
        return used

    white = said.get("lt1", WHITE)
    ink = held("dk1", said.get("dk1", INK), white, LEAST["dk1"])
    soft = held("lt2", said["lt2"], ink, LEAST["dk1"]) if "lt2" in said else ""
    night = held("dk2", said["dk2"], white, LEAST["dk2"]) if "dk2" in said else ""
    wanted = said.get("accent1", accent)
    colors = dict(slots_of(wanted, white, ink, night, soft))
    strong = colors["accent1"]
    if strong != wanted:
        taken = _taken(said, wanted, strong, paper_of(colors["lt2"]))
        if taken:
            glow = colors["accent6"]
            colors = dict(slots_of(said[taken], white, ink, night, soft))
            colors["accent6"] = glow if contrast(glow, colors["dk2"]) >= GLOW else colors["accent6"]
        if "accent1" in said:
            ratio = contrast(wanted, paper_of(colors["lt2"]))
            mends.append(MendedColor("accent1", wanted, colors["accent1"], ratio, STRONG, taken))
    for role, rgb in said.items():
        if role in OWN_LEAST or role in ("hlink", "folHlink"):
            colors[role] = held(role, rgb, white, OWN_LEAST.get(role, LEAST[role]))
    if "accent6" in said:
        colors["accent6"] = held("accent6", said["accent6"], colors["dk2"], GLOW)
    for role, least in LEAST.items():
        # A light ground of the brand's own may be less light than white.
        colors[role] = darkened(colors[role], white, least)
    colors["lt2"] = darkened(colors["lt2"], colors["dk1"], LEAST["dk1"])
    order = {role: n for n, role in enumerate(ROLES)}
    return colors, tuple(sorted((item for item in mends if item.role in said), key=lambda item: order[item.role]))


def _taken(said: Mapping[str, str], wanted: str, strong: str, paper: str) -> str:
    """Another accent of the brand's own for strong, where its first would be a colour that nobody knows."""
    if abs(lch_of(wanted)[0] - lch_of(strong)[0]) <= 0.2:
        return ""
    others = [f"accent{n}" for n in range(2, 7) if f"accent{n}" in said]
    return next((r for r in others if lch_of(said[r])[0] >= 0.31 and contrast(said[r], paper) >= STRONG), "")


@lru_cache(maxsize=512)
def accent_of(place: Place, places: Places) -> str:
    """The accent of a place that has none of its own. Neighbours in a county stand far apart on the circle of hues."""
    county = places.county(place)
    counties = [item.code for item in places.counties]
    start = 195 + counties.index(county.code) * 360 / len(counties)
    if place.is_county:
        hue, variant = start, 0
    else:
        index = [item.code for item in places.members(county)].index(place.code) + 1
        hue, variant = start + index * GOLDEN, index % 3
    hue %= 360
    tone = counties.index(county.code) * 0.0012
    # Yellows and limes have no dignified dark shade: they are kept a little duller.
    dull = 0.75 if 85 <= hue <= 125 else 1.0
    return rgb_of((0.475, 0.45, 0.49)[variant] - tone, 0.105 * dull, hue)


def default_colors(place: Place, places: Places) -> tuple[tuple[str, str], ...]:
    """The place's own look: (slot, RRGGBB) pairs."""
    return slots_of(accent_of(place, places))
