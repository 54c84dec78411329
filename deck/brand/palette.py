"""A default look for each place: twelve theme colours, distinct and dignified, and the mending of colours that do not read.

Chosen in OKLCH, where equal steps look equal. Every role holds its contrast (WCAG 2.1, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from coloraide import Color

from deck.brand.contrast import contrast
from deck.places import Place, Places

ROLES = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
LEAST = {"dk1": 7.0, "dk2": 7.0} | {f"accent{n}": 4.5 for n in range(1, 7)} | {"hlink": 4.5, "folHlink": 4.5}
"""What a colour must reach against lt1 (the light ground), for it is text there, and white is text on it."""
GOLDEN = 137.50776


@lru_cache(maxsize=8192)
def oklch(lightness: float, chroma: float, hue: float) -> str:
    """RRGGBB of an OKLCH colour, its chroma lowered until sRGB has it."""
    color = Color("oklch", [lightness, chroma, hue % 360])
    return color.convert("srgb").fit(method="oklch-chroma").to_string(hex=True).lstrip("#").upper()


@dataclass(frozen=True, slots=True)
class MendedColor:
    """A colour that failed in its role, and what stands there instead. `taken`: the role whose colour it
    is, where another was taken."""

    role: str
    wanted: str
    used: str
    ratio: float
    least: float
    taken: str = ""


def darkened(rgb: str, ground: str, least: float) -> str:
    """The same hue, as little darker (or lighter, on a dark ground) as reads on `ground`."""
    if contrast(rgb, ground) >= least:
        return rgb
    color = Color(f"#{rgb}").convert("oklch")
    lightness, chroma, hue = color["lightness"], color["chroma"], color["hue"]
    hue = 0.0 if math.isnan(hue) else hue
    down = contrast(ground, "000000") >= contrast(ground, "FFFFFF")
    low, high = (0.0, lightness) if down else (lightness, 1.0)
    best = "000000" if down else "FFFFFF"
    for _step in range(14):
        middle = (low + high) / 2
        found = oklch(middle, chroma, hue)
        if contrast(found, ground) >= least:
            best = found
            low, high = (middle, high) if down else (low, middle)
        else:
            low, high = (low, middle) if down else (middle, high)
    return best


def mended(colors: Mapping[str, str], own: frozenset[str]) -> tuple[dict[str, str], tuple[MendedColor, ...]]:
    """Colours that each hold in their role. One of a brand's `own` that would have to change beyond knowing gives place to
    another of its own that reads; one that needs little is darkened, its hue kept."""
    result = dict(colors)
    said: list[MendedColor] = []
    if contrast(result["dk1"], result["lt1"]) < LEAST["dk1"]:
        used = darkened(result["dk1"], result["lt1"], LEAST["dk1"])
        said.append(
            MendedColor("dk1", wanted=result["dk1"], used=used, ratio=contrast(result["dk1"], result["lt1"]), least=LEAST["dk1"])
        )
        result["dk1"] = used
    if contrast(result["dk1"], result["lt2"]) < 7.0:
        used = darkened(result["lt2"], result["dk1"], 7.0)
        said.append(MendedColor("lt2", wanted=result["lt2"], used=used, ratio=contrast(result["dk1"], result["lt2"]), least=7.0))
        result["lt2"] = used
    for role, least in LEAST.items():
        wanted = colors[role]
        ratio = contrast(wanted, result["lt1"])
        if role == "dk1" or ratio >= least:
            continue
        used, taken = darkened(wanted, result["lt1"], least), ""
        before, after = Color(f"#{wanted}").convert("oklch")["lightness"], Color(f"#{used}").convert("oklch")["lightness"]
        if role.startswith("accent") and abs(before - after) > 0.2:
            others = [r for r in LEAST if r.startswith("accent") and r in own and contrast(colors[r], result["lt1"]) >= least]
            if others:
                used, taken = colors[others[0]], others[0]
        said.append(MendedColor(role, wanted=wanted, used=used, ratio=ratio, least=least, taken=taken))
        result[role] = used
    return result, tuple(said)


@lru_cache(maxsize=512)
def default_colors(place: Place, places: Places) -> tuple[tuple[str, str], ...]:
    """The place's own look: (role, RRGGBB) pairs. Neighbours in a county stand far apart on the circle of hues."""
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
    deep, strong = (0.315, 0.335, 0.295)[variant], (0.475, 0.45, 0.49)[variant]
    white = "FFFFFF"
    colors = {
        "dk1": oklch(0.235, 0.014, hue),
        "lt1": white,
        "dk2": oklch(deep - tone, 0.055 * dull, hue),
        "lt2": oklch(0.955, 0.010, hue),
        "accent1": oklch(strong - tone, 0.105 * dull, hue),
        "accent2": oklch(0.50, 0.115, hue + 165),
        "accent3": oklch(0.49, 0.10, hue + 60),
        "accent4": oklch(0.49, 0.085, hue - 60),
        "accent5": oklch(0.46, 0.115, hue + 115),
        "accent6": oklch(0.49, 0.022, hue),
        "hlink": oklch(0.46, 0.115, 245),
        "folHlink": oklch(0.43, 0.105, 310),
    }
    held, _said = mended(colors, frozenset())
    return tuple(held.items())
