"""The zone of drawn blocks: the lengths of the default template's object zone in whatever box there is, the steps of type, and
what blocks are made of: rules, words, panels, block arrows. Lengths in px are those of a slide 1,280 px wide (docs/look.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from deck.geometry import EMU_PER_PT, Box
from deck.layout.context import ChosenSpot
from deck.layout.lines import NO_INSETS
from deck.layout.look import Look
from deck.layout.model import Manner, PlacedShape, Stroke
from deck.layout.shapes import height, measure_shape, words
from deck.presentation import Form, Item, Link, Paragraph
from deck.template.model import Insets, ThemeColor

T = TypeVar("T")

PX = 9_525
"""EMU a px."""
AREA = (1152 * PX, 480 * PX)
"""The default template's object zone, which the lengths are drawn for."""
MODULE, GUTTER = 98, 24
"""A column with its gutter, and the gutter, in px."""
LEAST_SCALE, MOST_SCALE = 0.55, 1.25
TYPE = (138, 112, 96, 84, 72, 64, 54, 48, 44, 40, 36, 32, 30, 28, 26, 24, 22, 20, 19, 18)
"""The steps of type in points."""
SLACK = 0.98
"""The share of a column that words are measured in: another program's lines are a hair longer."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A place's box with the zone's lengths in it, smaller with the box."""

    box: Box
    scale: float

    @classmethod
    def of(cls, place: ChosenSpot) -> Zone:
        box = place.spot.box
        scale = min(box.w / AREA[0], box.h / AREA[1])
        return cls(box, min(max(scale, LEAST_SCALE), MOST_SCALE))

    def px(self, length: float) -> int:
        """So many px of the zone, in EMU of this box."""
        return round(length * PX * self.scale)

    @property
    def columns(self) -> int:
        """How many of the zone's columns the box has room for."""
        return max(round((self.box.w + GUTTER * PX) / (MODULE * PX)), 1)

    def left(self, column: float) -> int:
        """Where column 1, 2 … begins, on the slide; 1.5 is the middle of the first."""
        return self.box.x + round((column - 1) * (self.box.w + GUTTER * PX) / self.columns)

    def width(self, first: float, last: float) -> int:
        """From where one column begins to where another ends."""
        return max(self.left(last + 1) - round(GUTTER * PX) - self.left(first), 1)

    def cells(self, count: int, gap: float = GUTTER) -> list[Box]:
        """The box in `count` equal parts side by side, `gap` px between them."""
        between = self.px(gap)
        edges = [self.box.x + round(n * (self.box.w + between) / count) for n in range(count + 1)]
        return [Box(a, self.box.y, max(b - between - a, 1), self.box.h) for a, b in pairwise(edges)]


def wide(box: Box) -> float:
    """A box's width in px."""
    return box.w / PX


def sizes_from(role: float, minimum: float) -> tuple[float, ...]:
    """A role's size and the steps below it, down to the least."""
    steps = tuple(float(size) for size in TYPE if minimum < size <= role)
    return (*steps, minimum) if role >= minimum else (minimum,)


def lower(size: float, by: int, minimum: float) -> float:
    """`by` steps of type under a size."""
    steps = sizes_from(size, minimum)
    return steps[min(by, len(steps) - 1)]


def largest(role: float, minimum: float, fits: Callable[[float], T | None]) -> tuple[float, T] | None:
    """The first size from the role's down at which all peers fit, with what `fits` found."""
    for size in sizes_from(role, minimum):
        if (found := fits(size)) is not None:
            return size, found
    return None


def tall(text: str, font: str, size: float, width: int, *, bold: bool = False) -> int | None:
    """Height in EMU that words take in a column, with slack; None where a word would be cut."""
    return height(text, font, size, round(width * SLACK), bold=bold)


def listed(size: float, color: ThemeColor, lead: float) -> tuple[Manner, ...]:
    """Words whose first line leads in, `lead` points large, and whose further lines are a list with dashes."""
    first = Manner(size_pt=lead)
    return first, Manner(hang=round(size * 1.1 * EMU_PER_PT), mark="–", mark_color=color, before_pt=round(size / 5))


def tall_shape(shape: PlacedShape, place: ChosenSpot) -> int | None:
    """Height in EMU that a shape's words take in its width, with slack; None where a word would be cut."""
    font = place.context.heading_font if shape.heading_font else place.context.body_font
    found = measure_shape(shape, font, round((shape.box.w - shape.insets.left - shape.insets.right) * SLACK))
    return None if found.broken else (int(found.height) + 1) * EMU_PER_PT


def line_of(size: float) -> int:
    """A line's height in EMU."""
    return round(size * 1.22 * EMU_PER_PT)


@dataclass(frozen=True, slots=True)
class ArgumentPaint:
    """How what carries the message is filled: strong, with words that read on it; an outline where no accent reads."""

    fill: ThemeColor | None
    line: Stroke | None
    text: ThemeColor


def argument(look: Look) -> ArgumentPaint:
    if look.outlined:
        return ArgumentPaint(None, Stroke(look.ink.color, 3 * PX), look.ink.color)
    return ArgumentPaint(look.field.color, None, look.field.text)


def rule(key: str, x: int, y: int, length: int, color: ThemeColor, px: float = 1.0, *, dashed: bool = False) -> PlacedShape:
    """A straight line to the right, `px` wide."""
    return PlacedShape(
        key,
        name="rule",
        geometry="line",
        box=Box(x, y, length, 0),
        line=Stroke(color, round(px * PX), "dash" if dashed else "solid"),
    )


def said(
    key: str,
    name: str,
    box: Box,
    text: str | Sequence[Paragraph],
    size: float,
    color: ThemeColor,
    *,
    bold: bool = False,
    anchor: str = "t",
    align: str = "l",
    link: Link | None = None,
    heading: bool = False,
    manners: tuple[Manner, ...] = (),
) -> PlacedShape:
    """Words without ground or margins. A link is the whole shape's, and its words are underlined: linked runs
    are broken anywhere by some programs."""
    return PlacedShape(
        key,
        name=name,
        geometry="rect",
        box=box,
        paragraphs=(words(text, link) if text else ()) if isinstance(text, str) else tuple(text),
        size_pt=size,
        color=color,
        bold=bold,
        anchor=anchor,
        align=align,
        insets=NO_INSETS,
        heading_font=heading,
        whole_link=link is not None,
        underline=link is not None,
        manners=manners,
    )


def panel(
    key: str,
    name: str,
    box: Box,
    fill: ThemeColor | None,
    text: str = "",
    size: float = 18.0,
    color: ThemeColor | None = None,
    *,
    insets: Insets = NO_INSETS,
    bold: bool = False,
    anchor: str = "t",
    align: str = "l",
    line: Stroke | None = None,
    link: Link | None = None,
    heading: bool = False,
    manners: tuple[Manner, ...] = (),
) -> PlacedShape:
    """A rectangle with its own words; a link is the whole panel's."""
    return PlacedShape(
        key,
        name=name,
        geometry="rect",
        box=box,
        fill=fill,
        line=line,
        paragraphs=words(text, link) if text else (),
        size_pt=size,
        color=color,
        bold=bold,
        anchor=anchor,
        align=align,
        insets=insets,
        heading_font=heading,
        whole_link=link is not None,
        manners=manners,
    )


@dataclass(frozen=True, slots=True)
class TitleAndText:
    """An item's title and text under each other: sizes in points, heights in EMU."""

    head: float
    size: float
    title: int
    text: int

    @property
    def high(self) -> int:
        return self.title + self.text


def pair_of(item: Item, head: float, size: float, width: int, place: ChosenSpot, *, bold: bool = True) -> TitleAndText | None:
    """The heights that an item's words take in a column; None where a word would be cut."""
    title = tall(item.title, place.context.heading_font, head, width, bold=bold)
    text = tall(item.text, place.context.body_font, size, width)
    return None if title is None or text is None else TitleAndText(head, size, title, text)


def told(
    form: Form,
    item: Item,
    box: Box,
    pair: TitleAndText,
    paint: tuple[ThemeColor | None, Stroke | None],
    color: ThemeColor,
    pad: int,
    *,
    bold: bool = True,
) -> list[PlacedShape]:
    """A panel that bears an item's title, and the item's text upon it; both in its middle, `pad` from its sides."""
    y = max((box.h - pair.high) // 2, 0)
    fill, line = paint
    name = item.title or item.text
    own, other = ("title", "text") if item.title else ("text", "")
    high, size = (pair.title, pair.head) if item.title else (pair.text, pair.size)
    around = Insets(pad, y, pad, max(box.h - y - high, 0))
    heading = own == "title"
    shapes = [
        panel(
            form.part(item.id, own),
            name,
            box,
            fill,
            getattr(item, own),
            size,
            color,
            insets=around,
            bold=bold and heading,
            line=line,
            heading=heading,
        )
    ]
    if other and item.text:
        where = Box(box.x + pad, box.y + y + pair.title, box.w - 2 * pad, pair.text)
        shapes.append(said(form.part(item.id, other), name, where, item.text, pair.size, color))
    return shapes


def block_arrow(
    key: str,
    name: str,
    box: Box,
    stem: int,
    head: int,
    fill: ThemeColor | None,
    *,
    line: Stroke | None = None,
    up: bool = False,
    text: str = "",
    size: float = 18.0,
    color: ThemeColor | None = None,
    insets: Insets = NO_INSETS,
) -> PlacedShape:
    """An arrow up or down with a stem and a head of so many EMU (presets upArrow, downArrow: ECMA-376 Part 1, 20.1.10.56)."""
    short = max(min(box.w, box.h), 1)
    adjust = (("adj1", round(stem / max(box.w, 1) * 100_000)), ("adj2", round(head / short * 100_000)))
    return PlacedShape(
        key,
        name=name,
        geometry="upArrow" if up else "downArrow",
        box=box,
        fill=fill,
        line=line,
        paragraphs=words(text) if text else (),
        size_pt=size,
        color=color,
        bold=True,
        align="ctr",
        insets=insets,
        adjust=adjust,
        heading_font=True,
    )
