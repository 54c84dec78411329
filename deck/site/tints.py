"""The gallery's colours: each place's own, in light and dark, as custom properties of CSS."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from deck.brand.palette import GRAPHITE, INK, STONE, WHITE, paper_of

HOUSE = "1F5F8B"
"""The accent of pages that are no place's."""


def tints(colors: Mapping[str, str]) -> str:
    """A rule for `:root` and one for dark screens, from a brand's twelve theme colours (`Brand.colors`)."""
    return _rules(
        night=colors["dk2"], soft=colors["lt2"], strong=colors["accent1"], glow=colors["accent6"], paper=paper_of(colors["lt2"])
    )


@lru_cache(maxsize=512)
def _rules(*, night: str, soft: str, strong: str, glow: str, paper: str) -> str:
    light = {
        "ink": INK,
        "quiet": GRAPHITE,
        "rule": STONE,
        "ground": WHITE,
        "paper": paper,
        "soft": soft,
        "strong": strong,
        "night": night,
        "glow": glow,
    }
    dark = {
        "ink": WHITE,
        "quiet": "D6D3CF",
        "rule": "9A948C",
        "ground": "161513",
        "paper": "23211E",
        "soft": "35322E",
        "strong": glow,
    }
    return f":root{{{_said(light)}}}@media (prefers-color-scheme:dark){{:root{{{_said(dark)}}}}}"


def _said(values: Mapping[str, str]) -> str:
    return "".join(f"--{name}:#{value};" for name, value in values.items())


@lru_cache(maxsize=1)
def house_tints() -> str:
    """For pages that are no place's."""
    from deck.brand.palette import brand_colors

    return tints(brand_colors({}, HOUSE)[0])
