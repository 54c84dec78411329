"""OKLCH by hand: lightness 0-1, chroma from 0, hue in degrees (Björn Ottosson, "A perceptual color space for image processing",
2020).

A few sums in place of a library that takes a fifth of a second to import; a test holds the two alike."""

from __future__ import annotations

import math
from functools import lru_cache

Lch = tuple[float, float, float]
"""Lightness, chroma, hue."""

GREY = 0.001
"""A chroma below which a colour has no hue to speak of: its hue is given as 0."""
_STEPS = 16
_EDGE = 0.5 / 255
"""What lies this little outside sRGB is rounded into it."""


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


_LINEAR = tuple(_linear(byte / 255) for byte in range(256))


def _gamma(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


@lru_cache(maxsize=8_192)
def lch_of(rgb: str) -> Lch:
    """The OKLCH of RRGGBB."""
    red, green, blue = (_LINEAR[byte] for byte in bytes.fromhex(rgb))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    chroma = math.hypot(a, b)
    return lightness, chroma, math.degrees(math.atan2(b, a)) % 360 if chroma >= GREY else 0.0


def _levels(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Red, green and blue; outside 0-1 where sRGB does not have the colour."""
    turn = math.radians(hue)
    a, b = chroma * math.cos(turn), chroma * math.sin(turn)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _held(levels: tuple[float, float, float]) -> bool:
    return all(-_EDGE <= level <= 1 + _EDGE for level in levels)


@lru_cache(maxsize=8_192)
def rgb_of(lightness: float, chroma: float, hue: float) -> str:
    """RRGGBB of an OKLCH colour. What sRGB does not have loses chroma, never lightness or hue."""
    lightness = min(max(lightness, 0.0), 1.0)
    levels = _levels(lightness, chroma, hue)
    if not _held(levels):
        low, high = 0.0, chroma
        for _step in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _held(_levels(lightness, middle, hue)) else (low, middle)
        levels = _levels(lightness, low, hue)
    return "".join(f"{round(min(max(level, 0.0), 1.0) * 255):02X}" for level in levels)


def apart(one: str, other: str) -> float:
    """The distance of two colours in OKLab, where black and white are one apart."""
    return math.dist(_point(lch_of(one)), _point(lch_of(other)))


def turn(one: str, other: str) -> float:
    """The degrees between two hues, 180 at most."""
    away = abs(lch_of(one)[2] - lch_of(other)[2]) % 360
    return min(away, 360 - away)


def _point(found: Lch) -> tuple[float, float, float]:
    light, chroma, hue = found
    return light, chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
