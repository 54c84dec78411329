"""Laid-out slides: every box, size and colour decided, nothing left to PowerPoint's guess. Writers and renderers read this.

Lengths in EMU, sizes in points. Colours are theme colours only (docs/architecture.md, decision 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deck.geometry import Box
from deck.layout.look import Ink
from deck.presentation import Block, Chart, Paragraph, Picture, Slide, Table
from deck.template.model import Insets, Placeholder, Template, ThemeColor


@dataclass(frozen=True, slots=True)
class Stroke:
    color: ThemeColor
    width: int
    dash: str = "solid"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Text of one slot. `sizes`: points a level, None where the inherited size holds. `box` is always the true one;
    `inherits_box` where the placeholder gives it, and no xfrm is written. `first`: which paragraph of the slot's text it
    begins with, on a continuation slide."""

    slot: str
    name: str
    placeholder: Placeholder | None
    box: Box
    inherits_box: bool
    paragraphs: tuple[Paragraph, ...]
    sizes: tuple[float | None, ...] = (None,) * 9
    line_spacing: float | None = None
    space_before_pt: float | None = None
    color: ThemeColor | None = None
    bold: bool | None = None
    align: str | None = None
    anchor: str | None = None
    insets: Insets | None = None
    bullet: bool = True
    """False: the template's bullets are switched off for paragraphs of list "none" (True where they have none anyway)."""
    first: int = 0
    suffix: str = ""
    """Words put after the last run by layout (" (1 av 2)" of a continued title); not the slot's own."""


@dataclass(frozen=True, slots=True)
class Freeform:
    """A free shape: polygons in EMU within the shape's box (custGeom, ECMA-376 Part 1, 20.1.9.8)."""

    rings: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class PlacedShape:
    """A drawn primitive within a group. `key`: stable within the slot ("step:plan:title"); words with it belong to that field of
    the block. `geometry`: a preset name (prstGeom) or a Path. No words and not `alt`: decorative. `whole_link`:
    its words' one link is the whole shape's."""

    key: str
    name: str
    geometry: str | Freeform
    box: Box
    fill: ThemeColor | None = None
    line: Stroke | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    size_pt: float = 18.0
    color: ThemeColor | None = None
    bold: bool = False
    align: str = "l"
    anchor: str = "ctr"
    insets: Insets = Insets()
    adjust: tuple[tuple[str, int], ...] = ()
    alt: str = ""
    rotation: int = 0
    heading_font: bool = False
    whole_link: bool = False


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """A drawn block (diagram, map, QR): one named group with one alt text."""

    slot: str
    name: str
    box: Box
    block: Block
    children: tuple[PlacedShape, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """`rows`: indexes of the table's rows on this slide; the header row is repeated on continuations."""

    slot: str
    name: str
    placeholder: Placeholder | None
    box: Box
    table: Table
    column_widths: tuple[int, ...]
    row_heights: tuple[int, ...]
    size_pt: float
    header: Ink
    band: Ink
    text: ThemeColor
    rule: ThemeColor
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """`colors`: fill of each series, or of each point where there is one series; `text` for axis, labels and legend."""

    slot: str
    name: str
    placeholder: Placeholder | None
    box: Box
    chart: Chart
    size_pt: float
    colors: tuple[ThemeColor, ...]
    text: ThemeColor
    font: str = ""


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """`box` has the picture's aspect, or the picture is cropped (`crop`: left, top, right, bottom in 1/1000 %)."""

    slot: str
    name: str
    placeholder: Placeholder | None
    box: Box
    picture: Picture
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    inherits_box: bool = False


Placed = PlacedText | PlacedGroup | PlacedTable | PlacedChart | PlacedPicture


@dataclass(frozen=True, slots=True)
class Furniture:
    """Footer, date or slide number on this slide: the layout's placeholder with its words ("" for the number field). `color`
    where the layout's own does not read."""

    kind: Literal["ftr", "dt", "sldNum"]
    placeholder: Placeholder
    text: str = ""
    color: ThemeColor | None = None


@dataclass(frozen=True, slots=True)
class LaidOutSlide:
    """One slide as it will be in the file. A slide of the presentation may become several: `part` of `parts`.
    `shapes` in reading order, the title first."""

    slide: Slide
    part: int
    parts: int
    layout: str
    shapes: tuple[Placed, ...]
    furniture: tuple[Furniture, ...] = ()

    @property
    def id(self) -> str:
        """The slide's id, with "#2" and on for continuations: unique in the deck."""
        return self.slide.id if self.part == 1 else f"{self.slide.id}#{self.part}"


@dataclass(frozen=True)
class LaidOutDeck:
    template: Template
    slides: tuple[LaidOutSlide, ...]
