"""Which of a palette's colours does what in a drawn block. Names only: the theme gives the rest.

Eleven roles (docs/look.md), and the fields of another's house. In our own template each has its slot in the theme; in another's
they are found among its colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from deck.brand.contrast import contrast, luminance
from deck.brand.oklch import lch_of
from deck.layout.tones import NAMES, YELLOW, SeenTheme, fainter, tones, unlouder
from deck.template.house import STOCK_TEXT, browns
from deck.template.model import ACCENTS, Fill, Ground, House, Palette, SchemeName, ThemeColor
from deck.template.palette import shades_of, shown
from deck.template.uses import COLOURED

FIELD, ON_FIELD = 3.0, 3.5
"""The contrast from which a colour fills fields and draws marks as it is (WCAG 2.1, 1.4.11), and that of the words on it, which
are large."""
_DARKER = ((75_000, 0), (60_000, 0), (50_000, 0), (40_000, 0))
NIGHT = 9.0
"""The contrast to the ground from which a text colour is as dark as a night."""
_LIGHTER = ((60_000, 40_000), (40_000, 60_000), (20_000, 80_000))


@dataclass(frozen=True, slots=True)
class Ink:
    """A fill and what is written on it."""

    color: ThemeColor
    text: ThemeColor


@dataclass(frozen=True, slots=True)
class Roles:
    """What each colour is for, on one ground. `ink` words and top rules; `white` words on strong; `night` the ground of dark
    slides; `soft` a second tone; `paper` panels; `strong` numerals and keys; `field` filled arguments, dashed rules and the lit
    place: strong, or the house's own colour where that is enough for them and strong is a shade of it; `stone` row rules and
    hollow dots (3:1; on dark 4.5:1, and prompts); `deep`, `mid` further series; `graphite` notes (4.5:1); `glow` the lit place
    and keys on night. `outlined`: no accent reads here, ink has strong's place, and what would be filled with it is drawn as an
    outline."""

    ink: Ink
    white: Ink
    night: Ink
    soft: Ink
    paper: Ink
    strong: Ink
    field: Ink
    stone: Ink
    deep: Ink
    mid: Ink
    graphite: Ink
    glow: Ink
    outlined: bool = False
    dark_ground: bool = False


@dataclass(frozen=True, slots=True)
class Look(Roles):
    """The roles, and what the older forms call theirs: `accent` carries the message, `quiet` stands back and still reads as a
    graphic (3:1), `muted` is a card's ground. `link_on_muted`, `link_on_paper`: links read there (4.5:1).
    `plain_ground`: all of the ground is of one colour; `known_ground`: it is known which, as under a metafile it is not.
    `leads`: a first word in `strong` goes with the words after it."""

    text: ThemeColor = ThemeColor("tx1")
    accent: Ink = Ink(ThemeColor("accent1"), ThemeColor("bg1"))
    quiet: Ink = Ink(ThemeColor("accent2"), ThemeColor("bg1"))
    muted: Ink = Ink(ThemeColor("bg2"), ThemeColor("tx1"))
    inks: tuple[Ink, ...] = ()
    dark: ThemeColor = ThemeColor("tx1")
    light: ThemeColor = ThemeColor("bg1")
    link_on_muted: bool = True
    link_on_paper: bool = True
    plain_ground: bool = True
    known_ground: bool = True
    leads: bool = True


def _first(theme: SeenTheme, options: Iterable[ThemeColor], least: float, neutral: bool = False) -> ThemeColor | None:
    """The first that reads as well as `least` on the ground."""
    return next(
        (color for color in options if theme.on_ground(color) >= least and (not neutral or theme.neutral(color))),
        None,
    )


@lru_cache(maxsize=4_096)
def _roles(ground: Ground, pairs: tuple[tuple[str, str], ...], ink: ThemeColor, house: House) -> Roles:
    theme = SeenTheme(dict(pairs), ground)
    accents = [ThemeColor(name) for name in house.order if theme.rgb.get(name)] or [ink]
    white = theme.on(ink, (ThemeColor("bg1"), ThemeColor("tx1")))
    dark = luminance(theme.value(ink)) > _light(ground)
    nearly = [item for item in accents if theme.on_ground(item) >= 3.0 and not dark]
    strong = _leading(theme, house, dark)
    strong = strong or _first(theme, accents, 4.5) or _first(theme, (replace(item, lum_mod=75_000) for item in nearly), 4.5)
    if strong is None and not (dark or house.chosen or theme.neutral(accents[0])):
        # Of a program's own bright colours, a shade of the first says more than outlines do.
        strong = _first(theme, (replace(accents[0], lum_mod=mod) for mod, _off in _DARKER), 4.5)
    outlined = strong is None
    strong = strong or ink
    soft, paper = tones(theme, ink, _tinted(house, strong), dark)
    less = (75_000, 80_000, 85_000, 90_000) if dark else (65_000, 75_000, 85_000)
    faint = [
        fainter(theme, ink, ThemeColor(ink.name, mod, 0 if dark else 100_000 - mod))
        for mod in ((50_000, *less) if not dark else (65_000, *less))
    ]
    least = 4.5 if dark else 3.0
    stone = _first(theme, [*accents[1:2], *accents[4:5]], least, True) or _stone(theme, accents, faint, least, ink)
    graphite = _first(theme, accents[4:5], 4.5, True)
    graphite = graphite or _first(theme, (item for item in faint if item.lum_mod >= 65_000), 4.5) or ink
    deep, mid = _series(theme, house, accents, strong)
    night = _night(theme, ink, white, dark)
    glow = strong if dark else _glow(theme, night, accents)
    over, under = (white, ink), (ink, white)
    own = ThemeColor(strong.name)
    shaded = house.chosen and not outlined and strong != own and theme.on_ground(own) >= FIELD
    if shaded and not dark and _large_on(theme, own, over) != max(over, key=lambda item: luminance(theme.value(item))):
        # Nobody writes black in the colour that titles are white on; its shade in which white reads is as much the house's.
        shaded = browns(theme.rgb[own.name])
    field = Ink(own, _large_on(theme, own, over)) if shaded else Ink(strong, theme.on(strong, over))

    def inked(color: ThemeColor, order: tuple[ThemeColor, ThemeColor]) -> Ink:
        return Ink(color, theme.on(color, order))

    return Roles(
        ink=Ink(ink, white),
        white=Ink(white, ink),
        night=inked(night, under if dark else over),
        soft=inked(soft, under),
        paper=inked(paper, under),
        strong=inked(strong, over),
        field=field,
        stone=inked(stone, under if not dark else over),
        deep=inked(deep, over),
        mid=inked(mid, over),
        graphite=inked(graphite, over),
        glow=inked(glow, under if not dark else over),
        outlined=outlined,
        dark_ground=dark,
    )


def _large_on(theme: SeenTheme, color: ThemeColor, inks: tuple[ThemeColor, ThemeColor]) -> ThemeColor:
    """Large words on a field: the lighter ink where that reads, as on signs and buttons."""
    light = max(inks, key=lambda ink: luminance(theme.value(ink)))
    return light if theme.between(light, color) >= ON_FIELD else theme.on(color, inks)


def _leading(theme: SeenTheme, house: House, dark: bool) -> ThemeColor | None:
    """The colour that the house itself uses most, or its nearest shade that reads. A yellow has none that is still one: there the
    next colour comes first."""
    steps = _LIGHTER if dark else _DARKER
    leaders: list[SchemeName] = [name for name in house.leaders if theme.rgb.get(name)]
    if not leaders and house.chosen:
        # Of a house that shows none, the first that fields may be filled with.
        leaders = [name for name in house.order[:1] if theme.rgb.get(name) and theme.on_ground(ThemeColor(name)) >= FIELD]
    options = [color if dark else unlouder(theme, color) for name in leaders[:1] for color in shades_of(name, steps)]
    hue = lch_of(theme.rgb[leaders[0]])[2] if leaders else 0.0
    if leaders and not dark and browns(theme.rgb[leaders[0]]):
        further = [color for name in leaders[1:] for color in shades_of(name, steps[:1])]
        if YELLOW[0] <= hue <= YELLOW[1]:
            # A house of yellow and black; a grey of its own is less than that.
            night = [ThemeColor(name) for name in ("tx2", "tx1") if _is_night(theme, name)]
            further.sort(key=lambda color: lch_of(theme.value(color))[1] < COLOURED)
            full = [color for color in further if lch_of(theme.value(color))[1] >= COLOURED]
            further = [*full, *night, *further[len(full) :]]
        options = [*options[:2], *further, *options]
    return _first(theme, options, 4.5)


def _is_night(theme: SeenTheme, name: SchemeName) -> bool:
    """Is it a dark text colour that the house has chosen, in which fields may be filled?"""
    return name in theme.rgb and theme.rgb[name] not in STOCK_TEXT and theme.on_ground(ThemeColor(name)) >= NIGHT


def _tinted(house: House, strong: ThemeColor) -> ThemeColor:
    """The colour whose tints panels have: the house's own, also where it is too pale for words and the text's has its place."""
    if house.pale is not None:
        return ThemeColor(house.pale)
    stands_in = house.leaders and strong.name in ("tx1", "tx2") and strong.name not in house.leaders
    return ThemeColor(house.leaders[0]) if stands_in else strong


def _series(theme: SeenTheme, house: House, accents: list[ThemeColor], strong: ThemeColor) -> tuple[ThemeColor, ThemeColor]:
    """deep and mid: the third and the fourth accent where nothing is known of the house; else its further colours, and shades of
    the first before a colour that it never shows."""
    options = accents
    if house.led:
        shades = [color for name in house.leaders[:1] for color in shades_of(name)[1:]]
        options = [*accents[: house.led], *shades, *accents[house.led :]]
    others: list[ThemeColor] = []
    for item in options:
        known = [strong, *others] if house.led else [strong]
        if theme.on_ground(item) >= 3.0 and all(theme.value(item) != theme.value(one) for one in known):
            others.append(item)
    own = not house.led
    deep = accents[2] if own and len(accents) > 2 and accents[2] in others else next(iter(others), strong)
    rest = [item for item in others if theme.value(item) != theme.value(deep)]
    return deep, accents[3] if own and len(accents) > 3 and accents[3] in rest else next(iter(rest), deep)


def _light(ground: Ground) -> float:
    """The luminance of a ground's lightest colour that is more than a rim of it."""
    return max(map(luminance, ground.main), default=1.0)


def _stone(theme: SeenTheme, accents: list[ThemeColor], faint: list[ThemeColor], least: float, ink: ThemeColor) -> ThemeColor:
    """The most neutral accent that shows (3:1; `least`), or a fainter ink."""
    greys = [item for item in accents if theme.on_ground(item) >= least and theme.neutral(item)]
    return min(greys, key=theme.on_ground, default=None) or _first(theme, faint, least) or ink


def _night(theme: SeenTheme, ink: ThemeColor, white: ThemeColor, dark: bool) -> ThemeColor:
    if dark:
        return white
    night = ThemeColor("tx2")
    return night if theme.between(white, night) >= 7.0 and theme.on_ground(night) >= 7.0 else ink


def _glow(theme: SeenTheme, night: ThemeColor, accents: list[ThemeColor]) -> ThemeColor:
    """The lit place on night: the theme's light accent, or one lightened."""
    options = [*reversed(accents[-1:]), *accents]
    found = next((item for item in options if theme.between(item, night) >= 7.0), None)
    lighter = (ThemeColor(item.name, 40_000, 60_000) for item in accents)
    return found or next((item for item in lighter if theme.between(item, night) >= 4.5), None) or theme.on(night, ())


def roles(palette: Palette) -> Roles:
    """The roles on the palette's ground."""
    return _roles(
        palette.ground, tuple(sorted((name, rgb) for name, rgb in palette.rgb.items() if rgb)), palette.text, palette.house
    )


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
    names: list[tuple[float, SchemeName]] = [(luminance(palette.rgb[name]), name) for name in NAMES if palette.rgb.get(name)]
    names.sort(key=lambda pair: pair[0])
    dark = ThemeColor(names[0][1] if names else "tx1")
    light = ThemeColor(names[-1][1] if names else "bg1")
    if names and contrast(palette.rgb[dark.name], palette.rgb[light.name]) < 7:
        dark, light = ThemeColor(dark.name, 25_000), ThemeColor(light.name, 15_000, 85_000)
    link = palette.rgb.get("hlink", "")
    found = roles(palette)
    stands_back = found.stone if found.stone.color.name in ACCENTS else _ink(quiet)
    paper = shown(found.paper.color, dict(palette.rgb))
    return Look(
        **{name: getattr(found, name) for name in Roles.__slots__},
        text=palette.text,
        accent=_ink(fills[0]),
        quiet=stands_back,
        muted=_ink(palette.muted),
        inks=tuple(map(_ink, fills)),
        dark=dark,
        light=light,
        link_on_muted=not palette.house.links or (bool(link) and contrast(link, palette.muted.rgb) >= 4.5),
        link_on_paper=not palette.house.links or (bool(link) and contrast(link, paper) >= 4.5),
        plain_ground=palette.ground.kind == "solid" and len(palette.ground.colors) == 1,
        known_ground=palette.ground.kind != "unknown",
    )
