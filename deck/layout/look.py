"""Which of a palette's colours does what in a drawn block. Names only: the theme gives the rest."""

from __future__ import annotations

from dataclasses import dataclass

from deck.brand.contrast import contrast, luminance
from deck.template.model import Fill, Palette, SchemeName, ThemeColor

_NAMES: tuple[SchemeName, ...] = ("tx1", "bg1", "tx2", "bg2")


@dataclass(frozen=True, slots=True)
class Ink:
    """A fill and what is written on it."""

    color: ThemeColor
    text: ThemeColor


@dataclass(frozen=True, slots=True)
class Look:
    """`accent` carries the message, `quiet` stands back and still reads as a graphic (3:1), `muted` is a card's ground.
    `link_on_muted`: the theme's link colour reads there (4.5:1)."""

    text: ThemeColor
    accent: Ink
    quiet: Ink
    muted: Ink
    inks: tuple[Ink, ...]
    dark: ThemeColor
    light: ThemeColor
    link_on_muted: bool


def _colourfulness(rgb: str) -> int:
    parts = [int(rgb[i : i + 2], 16) for i in (0, 2, 4)]
    return max(parts) - min(parts)


def _ink(fill: Fill) -> Ink:
    return Ink(fill.color, fill.text)


def look(palette: Palette) -> Look:
    fills = palette.fills or (palette.muted,)
    rest = fills[1:] or fills
    quiet = min(rest, key=lambda fill: _colourfulness(fill.rgb))
    # The darkest and the lightest: a QR code needs both, whatever the slide's ground.
    shown: list[tuple[float, SchemeName]] = [(luminance(palette.rgb[name]), name) for name in _NAMES if palette.rgb.get(name)]
    shown.sort(key=lambda pair: pair[0])
    dark = ThemeColor(shown[0][1] if shown else "tx1")
    light = ThemeColor(shown[-1][1] if shown else "bg1")
    if shown and contrast(palette.rgb[dark.name], palette.rgb[light.name]) < 7:
        dark, light = ThemeColor(dark.name, 25_000), ThemeColor(light.name, 15_000, 85_000)
    link = palette.rgb.get("hlink", "")
    return Look(
        palette.text,
        accent=_ink(fills[0]),
        quiet=_ink(quiet),
        muted=_ink(palette.muted),
        inks=tuple(map(_ink, fills)),
        dark=dark,
        light=light,
        link_on_muted=bool(link) and contrast(link, palette.muted.rgb) >= 4.5,
    )
