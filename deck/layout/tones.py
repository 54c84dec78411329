"""The tints that panels and second tones have on a ground: of the house's colour, or of the ground's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deck.brand.contrast import contrast
from deck.brand.oklch import apart, lch_of, turn
from deck.template.house import LOUDER, is_loud
from deck.template.model import ACCENTS, Ground, SchemeName, ThemeColor
from deck.template.palette import shown

NAMES: tuple[SchemeName, ...] = ("tx1", "bg1", "tx2", "bg2")
NEUTRAL = 0.03
"""OKLCH chroma under which a colour is taken for a grey."""
PAPER = (45_000, 55_000)
"""What makes paper of the soft colour: lumMod and lumOff."""
FAINT, SEEN, TONE = 1.06, 1.1, 1.24
"""Contrast to the ground up to which a panel is hardly seen, from which it is on a projector, too, and from which it is a second
tone."""
PARTED = 1.14
"""Contrast between a panel and a second tone: on a map these are the neighbours and the county."""
SAME = 1.02
"""Contrast under which two colours are one."""
STEP = 4_000
"""Of a tint's lightness, in lumOff."""
_TINTS = tuple((100_000 - off, off) for off in range(96_000, 48_000, -STEP))
GLARING, DULLER, _SATURATIONS = 0.055, 0.3, (75_000, 50_000, 35_000, 25_000)
_FAINTER = (*_SATURATIONS, 15_000, 8_000)
"""The chroma (OKLCH) from which a panel glares, the share of its colour's that a tint has at most, and what is tried to calm it
(satMod), and an ink."""
SUNNY, SEEN_YELLOW, VIVID, PALE = 0.11, 1.12, 0.12, 0.75
"""Of a yellow: the chroma (OKLCH) that a tint has at most, the contrast from which that is a second tone, and the chroma and the
lightness that it has itself at least."""
TINGED, HUE, DEEPER = 0.015, 40.0, 1.3
"""The chroma (OKLCH) from which a ground has a hue, the degrees within which another colour has the same, and how many times its
chroma a shade of it has at most: darkened in HSL, a cream is khaki."""
_SHADES = tuple(range(98_000, 70_000, -2_000))
_RISES = tuple((100_000 - off, off) for off in range(0, 10_000, 2_000))
_LIFTS = tuple((100_000 - off, off) for off in range(10_000, 60_000, 10_000))
_FALLS = tuple((mod, 0) for mod in range(80_000, 0, -20_000))
YELLOW = (70.0, 118.0)
"""Hues (OKLCH, degrees) that darken to another colour."""


@dataclass(frozen=True)
class SeenTheme:
    """A theme's colours, RRGGBB by name, as they show on one ground."""

    rgb: Mapping[str, str]
    ground: Ground

    def value(self, color: ThemeColor) -> str:
        return shown(color, dict(self.rgb))

    def on_ground(self, color: ThemeColor) -> float:
        return self.ground.against(self.value(color))

    def between(self, one: ThemeColor, other: ThemeColor) -> float:
        return contrast(self.value(one), self.value(other))

    def neutral(self, color: ThemeColor) -> bool:
        return lch_of(self.value(color))[1] < NEUTRAL

    def chroma(self, color: ThemeColor) -> float:
        return lch_of(self.value(color))[1]

    def on(self, color: ThemeColor, first: Iterable[ThemeColor]) -> ThemeColor:
        """What is written on a fill: the first that reads (4.5:1), else the best."""
        options = [*first, *(ThemeColor(name) for name in NAMES)]
        reads = (option for option in options if self.between(option, color) >= 4.5)
        return next(reads, None) or max(options, key=lambda option: self.between(option, color))


def tones(theme: SeenTheme, ink: ThemeColor, strong: ThemeColor, dark: bool) -> tuple[ThemeColor, ThemeColor]:
    """soft and paper: the theme's second ground where that is a tint of the accent; else tints of the accent, upon which ink
    reads (7:1) and which are seen on the ground."""
    soft = ThemeColor("bg2")
    paper = ThemeColor("bg2", *PAPER)
    if not dark and _tint(theme, soft, strong) and _shows(theme, soft, TONE, ink) and _shows(theme, paper, SEEN, ink):
        return soft, paper
    if not dark and _tint(theme, soft, strong) and theme.on_ground(paper) < SAME:
        # On a ground of paper itself, panels are white.
        return soft, ThemeColor("bg1")
    if dark:
        own = _of_ground(theme) or min((ThemeColor(name) for name in NAMES), key=theme.on_ground)
        tints = [ThemeColor(own.name, *step) for step in (*(_RISES if own.name in ACCENTS else ()), *_LIFTS, *_FALLS)]
    elif strong.name == ink.name:
        tints = [ThemeColor(name, *step) for name in ("bg1", ink.name) for step in ((90_000, 0), (85_000, 0), *_TINTS)]
    else:
        tints = [_calm(theme, ThemeColor(strong.name, *step)) for step in _TINTS]
        if (own := _of_ground(theme)) and not _goes(theme, tints[-1]):
            # A cold card on warm paper is nobody's: shades of the paper's own colour.
            most = DEEPER * max(theme.chroma(own), lch_of(theme.ground.main[0])[1])
            tints = [own, *(_duller(theme, ThemeColor(own.name, mod), most) for mod in _SHADES), *tints]
    least = SEEN_YELLOW if _is_yellow(theme, strong) and not dark else TONE
    # On a dark ground a projector shows less light than on a white one, and little is much.
    found = next((item for item in tints if _shows(theme, item, FAINT if dark else SEEN, ink)), None) or ThemeColor("bg1")
    found = next((item for item in _paler(theme, found) if _shows(theme, item, SEEN, ink)), found) if not dark else found
    seen = [item for item in tints if _shows(theme, item, least, ink)]
    second = next((item for item in seen if dark or theme.between(item, found) >= PARTED), seen[0] if seen else found)
    return second, found


def _paler(theme: SeenTheme, tint: ThemeColor) -> Iterator[ThemeColor]:
    """Between a tint of which the next paler one is nearly seen, and that: the palest first."""
    before = replace(tint, lum_mod=tint.lum_mod - STEP, lum_off=tint.lum_off + STEP, sat_mod=0)
    if not tint.lum_off or before.lum_mod <= 0 or not FAINT <= theme.on_ground(_calm(theme, before)) < SEEN:
        return
    for less in range(STEP - 1_000, 0, -1_000):
        yield _calm(theme, replace(tint, lum_mod=tint.lum_mod - less, lum_off=tint.lum_off + less, sat_mod=0))


def _of_ground(theme: SeenTheme) -> ThemeColor | None:
    """Of a ground that has one hue, the nearest colour of the theme that has the same; None where there is none."""
    main = theme.ground.main
    if not main or not all(lch_of(color)[1] >= TINGED and turn(color, main[0]) <= HUE for color in main):
        return None
    names: list[SchemeName] = [name for name in (*NAMES, *ACCENTS) if theme.rgb.get(name)]
    options = [ThemeColor(name) for name in names if lch_of(theme.rgb[name])[1] >= TINGED]
    options = [item for item in options if _goes(theme, item)]
    return min(options, key=lambda item: round(apart(theme.value(item), theme.ground.main[0]), 3), default=None)


def _goes(theme: SeenTheme, color: ThemeColor) -> bool:
    """Has a colour the ground's hue?"""
    return turn(theme.value(color), theme.ground.main[0]) <= HUE


def _is_yellow(theme: SeenTheme, color: ThemeColor) -> bool:
    light, chroma, hue = lch_of(theme.rgb[color.name])
    return light >= PALE and chroma >= VIVID and YELLOW[0] <= hue <= YELLOW[1]


def _calm(theme: SeenTheme, tint: ThemeColor) -> ThemeColor:
    """A tint that does not glare: lightened in HSL, a full dark green or red is neon, and has more colour than itself."""
    full = ThemeColor(tint.name)
    # A yellow that has lost its colour is a beige: light as it is, it glares least of all.
    return _duller(theme, tint, SUNNY if _is_yellow(theme, full) else min(GLARING, DULLER * theme.chroma(full)))


def _duller(theme: SeenTheme, tint: ThemeColor, most: float, shares: Sequence[int] = _SATURATIONS) -> ThemeColor:
    """A colour with so much chroma (OKLCH) at most."""
    options = (tint, *(replace(tint, sat_mod=share) for share in shares))
    return next((option for option in options if theme.chroma(option) <= most), options[-1])


def fainter(theme: SeenTheme, ink: ThemeColor, shade: ThemeColor) -> ThemeColor:
    """A shade of the words' colour that has no more colour than they: darkened in HSL, a white with a touch of blue is blue."""
    return _duller(theme, shade, max(theme.chroma(ink), NEUTRAL), _FAINTER)


def unlouder(theme: SeenTheme, shade: ThemeColor) -> ThemeColor:
    """A shade of a colour, without so much more colour that it glares: a pale pink darkened in HSL is a full crimson."""
    full = ThemeColor(shade.name)
    loud = is_loud(theme.value(shade), theme.value(full))
    return _duller(theme, shade, LOUDER * theme.chroma(full)) if loud else shade


def _shows(theme: SeenTheme, color: ThemeColor, least: float, ink: ThemeColor) -> bool:
    return theme.on_ground(color) >= least and theme.between(ink, color) >= 7.0


def _tint(theme: SeenTheme, soft: ThemeColor, strong: ThemeColor) -> bool:
    """Whether the second ground is a light one of the accent's hue."""
    light, chroma, _hue = lch_of(theme.value(soft))
    full = theme.chroma(strong)
    if not 0.80 <= light <= 0.95:
        return False
    alike = turn(theme.value(soft), theme.value(strong)) <= 45
    return (chroma < 0.02 and full < NEUTRAL) or (chroma >= 0.005 and alike)


__all__ = ["NAMES", "YELLOW", "SeenTheme", "fainter", "tones", "unlouder"]
