"""Colours worked out: scheme names through the colour map, then each transform in order (ECMA-376 Part 1, 20.1.2.3)."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from deck.drawing import numbers
from deck.drawing.names import Element, local

SCHEME = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
IDENTITY_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"} | {name: name for name in SCHEME[4:]}
COLOR_TAGS = ("srgbClr", "schemeClr", "sysClr", "prstClr", "hslClr", "scrgbClr")
PRESETS = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "green": "008000",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "gray": "808080",
    "grey": "808080",
    "ltGray": "D3D3D3",
    "lightGray": "D3D3D3",
    "dkGray": "A9A9A9",
    "darkGray": "A9A9A9",
    "silver": "C0C0C0",
    "orange": "FFA500",
    "purple": "800080",
    "navy": "000080",
    "teal": "008080",
    "maroon": "800000",
    "olive": "808000",
    "lime": "00FF00",
    "aqua": "00FFFF",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "fuchsia": "FF00FF",
    "brown": "A52A2A",
    "pink": "FFC0CB",
    "gold": "FFD700",
    "dkBlue": "00008B",
    "darkBlue": "00008B",
    "dkGreen": "006400",
    "darkGreen": "006400",
    "dkRed": "8B0000",
    "darkRed": "8B0000",
    "ltBlue": "ADD8E6",
    "lightBlue": "ADD8E6",
    "ltGreen": "90EE90",
    "lightGreen": "90EE90",
    "whiteSmoke": "F5F5F5",
    "ivory": "FFFFF0",
    "beige": "F5F5DC",
    "crimson": "DC143C",
    "indigo": "4B0082",
    "khaki": "F0E68C",
    "coral": "FF7F50",
    "salmon": "FA8072",
    "tan": "D2B48C",
    "violet": "EE82EE",
    "turquoise": "40E0D0",
    "steelBlue": "4682B4",
    "slateGray": "708090",
    "royalBlue": "4169E1",
    "skyBlue": "87CEEB",
    "tomato": "FF6347",
    "gainsboro": "DCDCDC",
    "dimGray": "696969",
    "midnightBlue": "191970",
    "forestGreen": "228B22",
    "chocolate": "D2691E",
}


Trace = tuple[str, tuple[tuple[str, float], ...]]
"""A scheme colour's name (dk1 …) and the transforms made upon it."""


@dataclass(frozen=True)
class ColorContext:
    """`scheme`: dk1 … folHlink → RRGGBB. `map`: tx1 … folHlink → scheme name (clrMap). `placeholder`: what phClr stands for."""

    scheme: Mapping[str, str]
    map: Mapping[str, str]
    placeholder: str = "000000"
    trace: dict[str, Trace] | None = None
    """Filled with where each colour came from, for one who will put other schemes in."""

    def named(self, name: str) -> str:
        """A scheme name as it shows here."""
        if name == "phClr":
            return self.placeholder
        slot = self.map.get(name, name)
        rgb = self.scheme.get(slot, "000000")
        if self.trace is not None:
            self.trace.setdefault(rgb, (slot, ()))
        return rgb


_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def _known(value: str | None, default: str) -> str:
    """RRGGBB, or `default` for what is none."""
    return value.upper() if value and _HEX.fullmatch(value) else default


Levels = tuple[float, float, float]
"""Red, green and blue, 0-1."""


def _rgb(hexes: str) -> Levels:
    try:
        return int(hexes[0:2], 16) / 255, int(hexes[2:4], 16) / 255, int(hexes[4:6], 16) / 255
    except ValueError:
        return 0.0, 0.0, 0.0


def _hex(red: float, green: float, blue: float) -> str:
    """A half goes down: 50 % grey is 7F7F7F in Office's own list."""
    levels = bytes(math.ceil(min(max(c, 0.0), 1.0) * 255 - 0.5 - 1e-9) for c in (red, green, blue))
    return levels.hex().upper()


def _linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def _gamma(c: float) -> float:
    c = min(max(c, 0.0), 1.0)
    return c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055


@lru_cache(maxsize=8_192)
def transform(rgb: str, *steps: tuple[str, float]) -> str:
    """A colour after transforms, each (name, amount) with 1.0 = 100 %. Rounded only at the end, as Office does: a lighter shade
    is two of them (lumMod, lumOff)."""
    levels = _rgb(rgb)
    for name, value in steps:
        levels = _transformed(levels, name, value)
    return _hex(*levels)


def _transformed(rgb: Levels, name: str, value: float) -> Levels:
    red, green, blue = rgb
    if name in ("tint", "shade"):
        mixed = ((_linear(c) * value + (1 - value if name == "tint" else 0)) for c in rgb)
        red, green, blue = (_gamma(c) for c in mixed)
        return red, green, blue
    if name == "inv":
        return 1 - red, 1 - green, 1 - blue
    if name in ("gray", "grayscl"):
        grey = 0.3 * red + 0.59 * green + 0.11 * blue
        return grey, grey, grey
    hue, light, sat = colorsys.rgb_to_hls(red, green, blue)
    if name == "comp":
        hue = (hue + 0.5) % 1
    elif name.startswith("lum"):
        light = {"lumMod": light * value, "lumOff": light + value, "lum": value}.get(name, light)
    elif name.startswith("sat"):
        sat = {"satMod": sat * value, "satOff": sat + value, "sat": value}.get(name, sat)
    elif name.startswith("hue"):
        turn = value * 100_000 / 21_600_000
        hue = {"hueMod": hue * value, "hueOff": hue + turn, "hue": turn}.get(name, hue) % 1
    else:
        return rgb
    return colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), min(max(sat, 0.0), 1.0))


def color_of(holder: Element | None, context: ColorContext) -> tuple[str, float] | None:
    """(RRGGBB, alpha) of the colour element within `holder` (a:solidFill, a:gs, a:fgClr …) or of `holder` itself."""
    if holder is None:
        return None
    found = holder if local(holder) in COLOR_TAGS else next((item for item in holder if local(item) in COLOR_TAGS), None)
    if found is None:
        return None
    kind, value = local(found), found.get("val", "")
    if kind == "srgbClr":
        rgb = _known(value, "000000")
    elif kind == "schemeClr":
        rgb = context.named(value)
    elif kind == "sysClr":
        rgb = _known(found.get("lastClr"), "FFFFFF" if value == "window" else "000000")
    elif kind == "prstClr":
        rgb = PRESETS.get(value, "808080")
    elif kind == "hslClr":
        hue, sat, lum = (
            numbers.angle(found.get("hue")) / 21_600_000,
            numbers.share(found.get("sat")) / 100_000,
            numbers.share(found.get("lum")) / 100_000,
        )
        rgb = _hex(*colorsys.hls_to_rgb(hue, lum, sat))
    else:
        rgb = _hex(*(_gamma(numbers.share(found.get(c)) / 100_000) for c in "rgb"))
    alpha, levels = 1.0, _rgb(rgb)
    for step in found:
        name, amount = local(step), numbers.share(step.get("val"), 100_000) / 100_000
        if name == "alpha":
            alpha = amount
        elif name in ("alphaMod", "alphaOff"):
            alpha = alpha * amount if name == "alphaMod" else alpha + amount
        elif name:
            levels = _transformed(levels, name, amount)
            before, rgb = rgb, _hex(*levels)
            if context.trace is not None and before in context.trace:
                origin, steps = context.trace[before]
                context.trace.setdefault(rgb, (origin, (*steps, (name, amount))))
    return rgb, min(max(alpha, 0.0), 1.0)


@lru_cache(maxsize=8_192)
def mix(over: str, under: str, alpha: float) -> str:
    """A see-through colour upon another."""
    return _hex(*(o * alpha + u * (1 - alpha) for o, u in zip(_rgb(over), _rgb(under), strict=True)))
