"""Which theme colours read on what lies behind a box (WCAG 2.1, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, get_args

from deck.brand.contrast import contrast
from deck.brand.oklch import lch_of
from deck.drawing.color import transform
from deck.drawing.ground import Behind, flat, ground_behind
from deck.drawing.model import Scene
from deck.geometry import Box
from deck.package import Package
from deck.template.model import NO_HOUSE, Fill, Ground, House, Palette, SchemeName, ThemeColor

NAMES: tuple[Any, ...] = get_args(SchemeName)
TEXTS = ("tx1", "bg1", "tx2", "bg2")
STEPS = ((75_000, 0), (60_000, 40_000), (50_000, 0), (40_000, 60_000))
"""Darker and lighter shades that PowerPoint's own list of colours has, by lumMod and lumOff."""
MUTED_CHROMA = 0.06
"""The chroma (OKLCH) beyond which a pale colour glares: a second ground may be anything."""
CALM_CHROMA = 0.12
"""The chroma (OKLCH) up to which a shade is read as ink: before a glaring one comes a calm one of another of the theme's."""
WELL = 7.0
"""The contrast of text that everybody reads (WCAG 2.1, 1.4.6)."""
MUTED = (
    ThemeColor("bg2"),
    ThemeColor("bg1", 95_000),
    ThemeColor("bg1", 85_000, 10_000),
    ThemeColor("bg1", 75_000, 15_000),
    ThemeColor("tx1", 15_000, 85_000),
    ThemeColor("bg2", 90_000),
    ThemeColor("bg2", 75_000),
    ThemeColor("tx2", 20_000, 80_000),
    ThemeColor("accent1", 20_000, 80_000),
    ThemeColor("bg1", 50_000, 20_000),
    ThemeColor("bg2", 50_000),
    ThemeColor("bg1"),
    ThemeColor("tx1"),
)


def shown(color: ThemeColor, rgb: dict[str, str]) -> str:
    """RRGGBB of a theme colour with its modifications."""
    steps = (("satMod", color.sat_mod), ("lumMod", color.lum_mod), ("lumOff", color.lum_off))
    return transform(rgb.get(color.name, "000000"), *((name, amount / 100_000) for name, amount in steps if amount))


def ground_under(package: Package, scene: Scene, box: Box) -> Ground:
    """Every colour that text in `box` may meet: the background's, and those of the decorations drawn over it there."""
    return ground_of(ground_behind(package, scene, flat(scene.shapes), box))


def ground_of(found: Behind) -> Ground:
    return Ground(found.colors, found.kind, found.shares if len(found.colors) > 1 else ())


def palette_on(ground: Ground, rgb: dict[str, str], house: House = NO_HOUSE) -> Palette:
    """Colours that work on `ground`, those that the house uses first."""
    return _palette(ground, tuple(sorted(rgb.items())), house)


@lru_cache(maxsize=1_024)
def _palette(ground: Ground, pairs: tuple[tuple[str, str], ...], house: House) -> Palette:
    rgb = dict(pairs)
    plain = [ThemeColor(name) for name in TEXTS]
    further = [ThemeColor(name, *step) for name in TEXTS for step in STEPS if rgb.get(name)]
    calm = [color for color in further if lch_of(shown(color, rgb))[1] <= CALM_CHROMA]
    # Where ink must be mixed at all, it is mixed to read well.
    well = [color for color in calm if ground.against(shown(color, rgb)) >= WELL]
    text = _first_or_best([*plain, *well, *calm, *further], rgb, ground, 4.5)
    fills = _fills(rgb, ground, house)
    if len(fills) < 2:
        fills += [fill for name in ("tx2", "tx1", "bg1", "bg2") if (fill := _fill(ThemeColor(name), rgb, ground))]
    if not fills:
        fills = [_on(text, rgb)]
    return Palette(
        ground,
        text=text,
        text_rgb=shown(text, rgb),
        fills=tuple(fills),
        muted=_muted(rgb, ground, shown(text, rgb), text),
        rgb=rgb,
        house=house,
    )


def shades_of(name: SchemeName, steps: tuple[tuple[int, int], ...] = STEPS) -> list[ThemeColor]:
    """A theme colour, and its darker and lighter shades."""
    return [ThemeColor(name), *(ThemeColor(name, *step) for step in steps)]


def _fills(rgb: dict[str, str], ground: Ground, house: House) -> list[Fill]:
    """Fills that read: of each of the house's colours itself or the first of its shades; then the theme's other accents, before
    which a house whose accents nobody chose has more shades of its own."""
    fills: list[Fill] = []

    def add(options: list[ThemeColor], most: int = 1) -> None:
        for color in options:
            fill = _fill(color, rgb, ground)
            if fill and most and all(fill.rgb != known.rgb for known in fills):
                fills.append(fill)
                most -= 1

    for name in house.leaders:
        add(shades_of(name))
    for name in house.leaders if not house.chosen else ():
        add(shades_of(name), len(STEPS))
    for name in house.order[house.led :]:
        fill = _fill(ThemeColor(name), rgb, ground)
        fills += [fill] if fill else []
    for name in house.order if len(fills) < 2 else ():
        add(shades_of(name)[1:])
    return fills


def _first_or_best(options: list[ThemeColor], rgb: dict[str, str], ground: Ground, wanted: float) -> ThemeColor:
    for option in options:
        if ground.against(shown(option, rgb)) >= wanted:
            return option
    return max(options, key=lambda option: ground.against(shown(option, rgb)))


def _on(color: ThemeColor, rgb: dict[str, str]) -> Fill:
    """A fill with the text colour that reads best on it."""
    value = shown(color, rgb)
    ink = _first_or_best([ThemeColor(name) for name in ("bg1", "tx1", "bg2", "tx2")], rgb, Ground((value,)), 4.5)
    return Fill(color, value, ink, shown(ink, rgb))


def _fill(color: ThemeColor, rgb: dict[str, str], ground: Ground) -> Fill | None:
    fill = _on(color, rgb)
    return fill if ground.against(fill.rgb) >= 3.0 and contrast(fill.text_rgb, fill.rgb) >= 4.5 else None


def _muted(rgb: dict[str, str], ground: Ground, text_rgb: str, text: ThemeColor) -> Fill:
    """A quiet fill: near the ground, yet not the same, and the ground's own text reads on it."""
    for color in MUTED:
        value = shown(color, rgb)
        if lch_of(value)[1] > MUTED_CHROMA:
            continue
        near = max((contrast(value, under) for under in ground.colors), default=1.0)
        if 1.04 <= near <= 2.4 and contrast(text_rgb, value) >= 4.5:
            return Fill(color, value, text, text_rgb)
    # Where no tint beside the ground bears its words, one that is the ground's own colour does, or near it.
    plain = [(max((contrast(shown(color, rgb), under) for under in ground.colors), default=1.0), color) for color in MUTED]
    for _near, color in sorted(plain, key=lambda pair: pair[0]):
        value = shown(color, rgb)
        if lch_of(value)[1] <= MUTED_CHROMA and contrast(text_rgb, value) >= 4.5:
            return Fill(color, value, text, text_rgb)
    return _on(ThemeColor("bg1"), rgb)
