"""How shapes show when all is resolved: programs spell out as a colour or a font what a theme, a master or a list style gave."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import filterfalse

from deck.drawing.color import color_of
from deck.drawing.model import Paint, SceneShape
from deck.drawing.names import Element, child, qn, whole
from deck.drawing.scene import scene
from deck.drawing.sheet import Sheet, placeholder_of, properties_of
from deck.drawing.theme import Theme
from deck.template.inks import STEPS
from deck.template.model import ThemeColor
from deck.template.palette import shown

ROUNDED_LEVELS = 3
"""Levels of 255 that programs round a colour by, where it is a shade of another one."""
TINTED_LEVELS = 20
"""Likewise, where they make a tint otherwise than we do."""


@dataclass(frozen=True, slots=True)
class ShownShape:
    """`words`: of WORDS → what the shape's words have of it, links apart, for programs give those a look of their own;
    `fill` and `line`: their colours (RRGGBB). `scheme` and `fonts`: the theme's, where it stands. `prompted`: of WORDS → what the
    prompts have that a placeholder takes after, where a program writes what a layout's list style said."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    fill: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    scheme: frozenset[str] = frozenset()
    fonts: frozenset[str] = frozenset()
    prompted: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, name: str) -> frozenset[str]:
        """What it shows of WORDS, "fill" or "line"."""
        match name:
            case "fill":
                return frozenset(self.fill)
            case "line":
                return frozenset(self.line)
            case _:
                return self.words.get(name, frozenset())


def seen_on(sheet: Sheet) -> dict[str, ShownShape]:
    """A slide's shapes as they show, groups' parts among them, by their p:cNvPr id."""
    shown = scene(sheet.package, sheet.part, sheet.sheets).shapes
    return {shape.id: _seen(shape, sheet.theme) for shape in _each(shown) if shape.origin == "slide"}


def seen_as(shown: Mapping[str, ShownShape], shape: Element) -> ShownShape:
    """How a slide's shape shows, of those that are `shown` on it."""
    props = properties_of(shape)
    return shown.get(props.get("id", ""), _NOTHING) if props is not None else _NOTHING


def prompted(sheet: Sheet, shape: Element) -> Mapping[str, frozenset[str]]:
    """What the prompts of the placeholders say that a slide's shape takes after; nothing where it is none."""
    holder = placeholder_of(shape)
    above = sheet.inherited(holder.get("type", "obj"), whole(holder.get("idx"))) if holder is not None else ()
    looks = [look for item in above for run in item.iter(qn("a:r")) if (look := child(run, "a:rPr")) is not None]
    inks = [found[0] for look in looks if (found := color_of(child(look, "a:solidFill"), sheet.colors))]
    fonts = [face.get("typeface", "").casefold() for look in looks if (face := child(look, "a:latin")) is not None]
    said = {"ink": frozenset(inks), "font": frozenset(fonts)}
    marks = {"bold": ("b", "0"), "italic": ("i", "0"), "underline": ("u", "none")}
    given = {mark: any(look.get(name, plain) not in (plain, "false") for look in looks) for mark, (name, plain) in marks.items()}
    return said | {mark: frozenset("1" if there else "") for mark, there in given.items()}


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
    here, there = mine.of(name), ours.of(name) | mine.prompted.get(name, frozenset())
    if name == "font":
        return here - there - mine.fonts - ours.fonts
    if name in MARKS:
        return here - there
    scheme = mine.scheme | ours.scheme

    def is_ours(color: str) -> bool:
        if is_near(color, there):
            return True
        if not alike:
            return _is_grey(color) or is_tint(color, scheme)
        # A program writes what a layout painted on a shape without a fill.
        return _is_kin(color, there) if there else is_near(color, scheme)

    return frozenset(color for color in here if not is_ours(color))


def is_near(color: str, known: Collection[str], within: int = ROUNDED_LEVELS) -> bool:
    """Whether a colour (RRGGBB) is one of these, or as near as programs round it, in levels of 255."""
    levels = bytes.fromhex(color)
    return any(all(abs(a - b) <= within for a, b in zip(levels, bytes.fromhex(item), strict=True)) for item in known)


_HEX = re.compile("[0-9A-F]{6}")


def is_tint(color: str, scheme: frozenset[str]) -> bool:
    """Whether a colour (RRGGBB, or whatever a file says) is one of these, or a tint or shade of one, as a program makes it."""
    return _HEX.fullmatch(color) is not None and is_near(color, _tints(scheme), TINTED_LEVELS)


@lru_cache(maxsize=64)
def _tints(scheme: frozenset[str]) -> frozenset[str]:
    """The colours with their tints and shades, as we make them."""
    return frozenset(shown(ThemeColor("tx1", *step), {"tx1": color}) for color in scheme for step in STEPS)


def _is_grey(color: str) -> bool:
    """Or all but black or white."""
    _hue, light, sat = _turned(color)
    return sat <= LEAST_SATURATION or not DARKEST < light < LIGHTEST


def _is_kin(color: str, known: Collection[str]) -> bool:
    """Whether a colour is a tint or shade of any of these; a grey is one of greys. Neither is much more vivid than its colour."""
    if _is_grey(color):
        return any(_is_grey(item) for item in known)
    hue, _light, vivid = _turned(color)
    others = [(abs(hue - its), vivid - sat) for its, _light, sat in map(_turned, filterfalse(_is_grey, known))]
    return any(min(apart, 1 - apart) < SAME_HUE and more <= MORE_VIVID for apart, more in others)


def _turned(color: str) -> tuple[float, float, float]:
    """Hue (of a turn), lightness and saturation."""
    return colorsys.rgb_to_hls(*(n / 255 for n in bytes.fromhex(color)))


SAME_HUE = 0.02
"""Of a turn."""
MORE_VIVID = 0.35
"""In saturation: mixing with white or black takes some away, and what adds to it is rounding near white."""
LEAST_SATURATION = 0.15
DARKEST, LIGHTEST = 0.1, 0.97


__all__ = ["WORDS", "ShownShape", "is_near", "is_tint", "prompted", "seen_as", "seen_on", "strange"]
