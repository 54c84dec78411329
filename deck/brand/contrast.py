"""Contrast as WCAG 2.1 counts it (relative luminance; success criteria 1.4.3 and 1.4.11). Colours are RRGGBB."""

from __future__ import annotations

from functools import lru_cache

TEXT = 4.5
LARGE_TEXT = 3.0
GRAPHIC = 3.0
LARGE_PT, LARGE_BOLD_PT = 18.0, 14.0
"""From here on words are large, as WCAG 2.1 defines it."""


def _channel(byte: int) -> float:
    share = byte / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


_CHANNELS = tuple(_channel(byte) for byte in range(256))


@lru_cache(maxsize=8_192)
def luminance(rgb: str) -> float:
    """0 (black) to 1 (white). Raises ValueError where `rgb` is no RRGGBB."""
    red, green, blue = bytes.fromhex(rgb)
    return 0.2126 * _CHANNELS[red] + 0.7152 * _CHANNELS[green] + 0.0722 * _CHANNELS[blue]


@lru_cache(maxsize=8_192)
def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white); the order does not matter."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(text: str, ground: str, least: float = TEXT) -> bool:
    return contrast(text, ground) >= least


def needed(size_pt: float, bold: bool) -> float:
    """The contrast that words of a size ask for; half a tenth of a point is rounding."""
    return LARGE_TEXT if size_pt >= LARGE_PT - 0.05 or (bold and size_pt >= LARGE_BOLD_PT - 0.05) else TEXT
