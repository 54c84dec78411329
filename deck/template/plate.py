"""A plate under words, where no colour of the theme reads on nine tenths of the ground: pictures, patterns, strong gradients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.brand.contrast import TEXT, contrast, needed
from deck.brand.oklch import apart, lch_of
from deck.template.model import Ground, Palette, SchemeName, ThemeColor
from deck.template.palette import palette_on, shown

_PLATES: tuple[SchemeName, ...] = ("bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")

STOCK_TEXT = ("1F497D", "44546A", "0E2841")
"""The second text colour of themes as programs make them: Office 2007, 2013, 2023."""

MOTLEY = 3
"""The colours from which on a ground is one of many: words on it cross from one to another."""

GLARE = 3.0
"""What it says against a plate that it has more chroma (OKLCH) than its ground."""

CALM, VEIL = 0.12, 88_000
"""The distance (OKLab) from its ground within which a plate is a piece of it, and how much of that a veil covers."""

MOSTLY, SAME = 0.5, 0.01
"""The share of a ground from which it is one field that words only run over the edge of, and the distance (OKLab) under which a
plate is of its colour."""

FAR = 0.5
"""The distance (OKLab) at which a plate is a hole in its ground: black on white is 1."""

AT_HOME = 2.5
"""The contrast from which words and ground were meant for each other, if not for everybody's eyes."""

EASILY = 6.0
"""The contrast that words have on a plate which bears tints of itself."""


def plate_for(palette: Palette, own: str, size_pt: float) -> ThemeColor | None:
    """The plate that words need; None where their own colour (RRGGBB, "" for none) or the palette's reads without, or where it is
    not known what lies behind."""
    if palette.ground.kind == "unknown" or (palette.ground.kind == "solid" and len(palette.ground.colors) == 1):
        return None
    asked = needed(size_pt, False)
    if own and palette.ground.against(own) >= asked:
        return None
    reads = palette.ground.against(palette.text_rgb)
    if own and len(palette.ground.colors) >= MOTLEY:
        # Its own colour gives way: what comes instead must be worth it on all that the words cross.
        reads, asked = palette.ground.all_against(palette.text_rgb), TEXT
    return None if reads >= asked else backing_for(palette, own)


def plate_for_drawn(palette: Palette, bands: Sequence[Ground]) -> ThemeColor | None:
    """The plate that a drawn block needs, over a ground that goes from one colour to another. Its words are smaller than others,
    and stand in every part of it: they must read on each of its `bands`, as the last row of a table does."""
    if not shades(palette.ground):
        return None
    reads = min((band.against(palette.text_rgb) for band in bands), default=21.0)
    return backing_for(palette, "") if reads < TEXT else None


def shades(ground: Ground) -> bool:
    """Whether a ground has several colours that pass into one another: a plain field at its rim is none of it."""
    return ground.kind in ("gradient", "picture", "pattern") and len(ground.colors) > 1


def backing_for(palette: Palette, own: str) -> ThemeColor:
    """The theme's colour for a plate: one on which the words' own colour reads, as near as can be to what the ground mostly is: a
    calmer piece of it, white on a pale picture, never a glaring tint that nobody has seen there."""
    rgb = dict(palette.rgb)
    ground = _mean(palette.ground)
    options = [ThemeColor(name) for name in _PLATES if name in rgb and not _nobodys(palette, name)]
    reads = [item for item in options if not own or contrast(own, shown(item, rgb)) >= TEXT]
    if own and (field := _field(palette)) and (same := [item for item in reads if apart(shown(item, rgb), field) <= SAME]):
        # Words that run a little over the edge of their field take the field along.
        return same[0]
    bears = [item for item in reads or options if _inked(item, rgb) >= TEXT] or options
    # A ground of the theme's own before an accent; where the dark one is nobody's, the house's colour is its own.
    own_grounds = (*_PLATES[:4], *((palette.house.leaders or palette.house.order[:1]) if _nobodys(palette, "tx2") else ()))
    grounds = [item for item in bears if item.name in own_grounds]
    # Cards on the plate are of a tint beside it: where words barely read on it, they do not read there.
    easily = [item for item in grounds or bears if _inked(item, rgb) >= EASILY]
    if own and _nobodys(palette, "tx2"):
        # No cards stand among words of a placeholder: the house's colour before black.
        easily = grounds
    found = min(easily or grounds or bears, key=lambda item: _strange(shown(item, rgb), ground))
    if own and apart(shown(found, rgb), ground) > FAR:
        # A grey that is at home on the page, and barely too pale for it, reads on black: the words change, not the page.
        near = backing_for(palette, "")
        return near if apart(shown(near, rgb), ground) < FAR / 2 and contrast(own, shown(near, rgb)) >= AT_HOME else found
    return found


def _field(palette: Palette) -> str:
    """The colour that more than half of the ground has; "" for none."""
    shares = palette.ground.shares
    return palette.ground.colors[0] if shares and shares[0] > MOSTLY else ""


def _nobodys(palette: Palette, name: SchemeName) -> bool:
    """Is the theme's second text colour a program's own, in a house that has chosen its colours?"""
    house = palette.house
    return name == "tx2" and house.chosen and name not in house.leaders and palette.rgb.get(name, "") in STOCK_TEXT


def veil_for(palette: Palette, own: str) -> ThemeColor | None:
    """What is laid over a restless ground on which words read without: nothing but a calm piece of it, through which it still
    shows; None where the theme has none."""
    most = palette.ground.colors[0]
    found = backing_for(replace(palette, ground=Ground((most,))), own)
    near = apart(shown(found, dict(palette.rgb)), most) <= CALM
    return replace(found, alpha=VEIL) if near else None


def _strange(plate: str, ground: str) -> float:
    """How far a plate is from its ground; one that is more colourful glares."""
    more = lch_of(plate)[1] - lch_of(ground)[1]
    return apart(plate, ground) + GLARE * max(more, 0.0)


def _mean(ground: Ground) -> str:
    """The colour (RRGGBB) that a ground has on the whole."""
    shares = ground.shares or (1.0,) * len(ground.colors)
    whole = sum(shares) or 1.0
    sums = [sum(bytes.fromhex(color)[n] * share for color, share in zip(ground.colors, shares, strict=True)) for n in range(3)]
    return bytes(round(value / whole) for value in sums).hex().upper()


def _inked(plate: ThemeColor, rgb: dict[str, str]) -> float:
    """How well words read on it, in the theme's text colour or a shade of one that they would have there."""
    under = shown(plate, rgb)
    return contrast(palette_on(Ground((under,)), rgb).text_rgb, under)
