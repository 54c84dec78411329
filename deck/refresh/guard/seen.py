"""How shapes show when all is resolved: programs spell out as a colour or a font what a theme, a master or a list style gave."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from deck.drawing.model import Paint, SceneShape
from deck.drawing.names import Element
from deck.drawing.scene import scene
from deck.drawing.sheet import Sheet, properties_of
from deck.drawing.theme import Theme
from deck.layout.ink import STEPS
from deck.template.model import ThemeColor
from deck.template.palette import shown

ROUNDED_LEVELS = 3
"""Levels of 255 that programs round a colour by, where it is a shade of another one."""
TINTED_LEVELS = 20
"""Likewise, where they make a tint otherwise than we do."""


@dataclass(frozen=True, slots=True)
class ShownShape:
    """`words`: of WORDS → what the shape's words have of it, links apart, for programs give those a look of their own;
    `fill` and `line`: their colours (RRGGBB). `scheme` and `fonts`: the theme's, where it stands."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    fill: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    scheme: frozenset[str] = frozenset()
    fonts: frozenset[str] = frozenset()


def seen_on(sheet: Sheet) -> dict[str, ShownShape]:
    """A slide's shapes as they show, groups' parts among them, by their p:cNvPr id."""
    shown = scene(sheet.package, sheet.part, sheet.sheets).shapes
    return {shape.id: _seen(shape, sheet.theme) for shape in _each(shown) if shape.origin == "slide"}


def seen_as(shown: Mapping[str, ShownShape], shape: Element) -> ShownShape:
    """How a slide's shape shows, of those that are `shown` on it."""
    props = properties_of(shape)
    return shown.get(props.get("id", ""), _NOTHING) if props is not None else _NOTHING


_NOTHING = ShownShape()


def _each(shapes: Sequence[SceneShape]) -> Iterator[SceneShape]:
    for shape in shapes:
        yield shape
        yield from _each(shape.children)


def _seen(shape: SceneShape, theme: Theme) -> ShownShape:
    runs = [run for paragraph in (shape.text.paragraphs if shape.text else ()) for run in paragraph.runs]
    runs = [run for run in runs if run.text.strip() and not run.link]
    words = {"ink": frozenset(run.color for run in runs), "font": frozenset(run.font.casefold() for run in runs)}
    words |= {mark: frozenset("1" for run in runs if getattr(run, mark)) for mark in MARKS}
    fonts = frozenset(font.casefold() for font in (theme.major, theme.minor))
    scheme = frozenset(theme.scheme.values())
    return ShownShape(words, fill=_painted(shape.fill), line=_painted(shape.line), scheme=scheme, fonts=fonts)


MARKS = ("bold", "italic", "underline")
WORDS = ("ink", "font", *MARKS)
"""What of words is looked at."""


def _painted(paint: Paint) -> tuple[str, ...]:
    return paint.colors if paint.kind == "solid" else ()


def strange(mine: ShownShape, ours: ShownShape, name: str, *, alike: bool = False) -> frozenset[str]:
    """What a shape has that ours has not and that no program comes upon: marks; a font of no theme's; a colour that is no
    theme's, no tint or shade of one, and no grey. `name`: of WORDS, "fill" or "line". `alike`: we would draw it today as it was
    drawn, so that any other ink or fill tells, but for another tint of ours: LibreOffice leaves out what was made of a theme's
    colour, or makes it otherwise."""
    if name == "font":
        return mine.words.get(name, frozenset()) - ours.words.get(name, frozenset()) - mine.fonts - ours.fonts
    if name in MARKS:
        return mine.words.get(name, frozenset()) - ours.words.get(name, frozenset())
    here, there = (_colors(item, name) for item in (mine, ours))
    scheme = mine.scheme | ours.scheme

    def is_ours(color: str) -> bool:
        if _is_among(color, there):
            return True
        if not alike:
            return _is_grey(color) or is_tint(color, scheme)
        # A program writes what a layout painted on a shape without a fill.
        return _is_kin(color, there) if there else _is_among(color, scheme)

    return frozenset(color for color in here if not is_ours(color))


def _colors(seen: ShownShape, name: str) -> frozenset[str]:
    match name:
        case "fill":
            return frozenset(seen.fill)
        case "line":
            return frozenset(seen.line)
        case _:
            return seen.words.get(name, frozenset())


def _is_among(color: str, known: Collection[str], within: int = ROUNDED_LEVELS) -> bool:
    levels = bytes.fromhex(color)
    return any(all(abs(a - b) <= within for a, b in zip(levels, bytes.fromhex(item), strict=True)) for item in known)


_HEX = re.compile("[0-9A-F]{6}")


def is_tint(color: str, scheme: frozenset[str]) -> bool:
    """Whether a colour (RRGGBB, or whatever a file says) is one of these, or a tint or shade of one, as a program makes it."""
    return _HEX.fullmatch(color) is not None and _is_among(color, _tints(scheme), TINTED_LEVELS)


@lru_cache(maxsize=64)
def _tints(scheme: frozenset[str]) -> frozenset[str]:
    """The colours with their tints and shades, as we make them."""
    return frozenset(shown(ThemeColor("tx1", *step), {"tx1": color}) for color in scheme for step in STEPS)


def _is_grey(color: str) -> bool:
    """Or all but black or white."""
    _hue, light, sat = _turned(color)
    return sat <= LEAST_SATURATION or not DARKEST < light < LIGHTEST


def _is_kin(color: str, known: Collection[str]) -> bool:
    """Whether a colour is a tint or shade of any of these; a grey is one of greys."""
    if _is_grey(color):
        return any(_is_grey(item) for item in known)
    hue = _turned(color)[0]
    others = (abs(hue - _turned(item)[0]) for item in known if not _is_grey(item))
    return any(apart < SAME_HUE or apart > 1 - SAME_HUE for apart in others)


def _turned(color: str) -> tuple[float, float, float]:
    """Hue (of a turn), lightness and saturation."""
    return colorsys.rgb_to_hls(*(n / 255 for n in bytes.fromhex(color)))


SAME_HUE = 0.02
"""Of a turn."""
LEAST_SATURATION = 0.15
DARKEST, LIGHTEST = 0.1, 0.97


__all__ = ["WORDS", "ShownShape", "is_tint", "seen_as", "seen_on", "strange"]
