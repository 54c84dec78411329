"""Laid-out slides: every box, size and colour decided, nothing left to PowerPoint's guess. Writers and renderers read this.

Lengths in EMU, sizes in points. Colours are theme colours only (docs/architecture.md, decision 1).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from deck.geometry import Box
from deck.layout.ends import NamedEnds
from deck.presentation import Block, Chart, Paragraph, Picture, Slide, Table
from deck.template.model import Insets, Layout, Placeholder, Role, SeatedTable, Template, ThemeColor

if TYPE_CHECKING:
    from deck.layout.link_ends import LinkEnds
    from deck.layout.mould import Mould


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
    emphasis: ThemeColor | None = None
    """The colour of bold words, where it is another."""
    plate: ThemeColor | None = None
    """What its box is filled with, for nothing reads on the ground itself."""
    font: str = ""
    """The font of words in a box of their own, "" for the body's."""
    one_column: bool = False
    """Its placeholder has several, and these words do not go on in a second."""
    uncapped: bool = False
    """Its placeholder sets words in capitals, and these are none to shout."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A step of a path: an arc from where it has come to (arcTo, 20.1.9.4). Radii in EMU; the angle where it begins and how far
    it goes in 1/60000 of a degree, clockwise from three o'clock."""

    wide: int
    high: int
    start: int
    sweep: int


PathStep = tuple[int, int] | Arc


@dataclass(frozen=True, slots=True)
class Freeform:
    """A free shape: any number of rings in EMU within the shape's box (custGeom, ECMA-376 Part 1, 20.1.9.8). Each begins with a
    point and goes on by points and arcs; `open`: their ends are not joined, and there is no fill."""

    rings: tuple[tuple[PathStep, ...], ...]
    open: bool = False

    @property
    def points(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """The rings' points, without their arcs."""
        return tuple(tuple(step for step in ring if not isinstance(step, Arc)) for ring in self.rings)


TURN = 21_600_000
"""A whole turn, in 1/60000 of a degree."""


def circle(x: int, y: int, radius: int) -> tuple[PathStep, ...]:
    """A ring around x, y: in two arcs, for of one whole turn some programs make none."""
    half = TURN // 2
    return (x - radius, y), Arc(radius, radius, half, half), Arc(radius, radius, 0, half)


@dataclass(frozen=True, slots=True)
class Manner:
    """How one paragraph of a drawn shape is set, where otherwise than the shape's others. `hang`: EMU from the edge at which its
    lines begin, and a tab stop; before it stands `mark` (a bullet), `number` (from 1: counted by the program), or the words
    before a tab."""

    size_pt: float | None = None
    bold: bool | None = None
    color: ThemeColor | None = None
    before_pt: float | None = None
    hang: int = 0
    mark: str = ""
    number: int = 0
    mark_color: ThemeColor | None = None


@dataclass(frozen=True, slots=True)
class PlacedShape:
    """A drawn primitive within a group. `key`: stable within the slot ("step:plan:title"); words with it belong to that field of
    the block. `geometry`: a preset name (prstGeom) or a Freeform; "line" is a straight connector across its box, of no width or
    height where it is level, from corner to corner. No words and not `alt`: decorative. `whole_link`: its words' one link is the
    whole shape's. `underline`: its words are, as a link's that stand in their own colour. `letter_pt`: what letters are moved
    apart, or together. `line_spacing`: a factor. `before_pt`: above each paragraph but the first. `manners`: of each paragraph in
    turn, the last one's for all after it."""

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
    letter_pt: float = 0.0
    line_spacing: float = 1.0
    before_pt: float = 0.0
    manners: tuple[Manner, ...] = ()
    flip_h: bool = False
    flip_v: bool = False
    underline: bool = False

    def manner(self, paragraph: int) -> Manner:
        """How its paragraph is set, nothing left open but the marks."""
        own = self.manners[min(paragraph, len(self.manners) - 1)] if self.manners else Manner()
        return replace(
            own,
            size_pt=self.size_pt if own.size_pt is None else own.size_pt,
            bold=self.bold if own.bold is None else own.bold,
            color=self.color if own.color is None else own.color,
            before_pt=self.before_pt if own.before_pt is None else own.before_pt,
        )


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
    """`rows`: indexes of the table's rows on this slide; the header row is repeated on continuations. `size_pt`, `header_pt`,
    `key_pt`: of the words, the header's, and those of a first column that names its row. `text` for words and the header's
    rules, `rule` under rows, `strong` for a first column that names its row, and for the dashed lines under cells to fill in."""

    slot: str
    name: str
    placeholder: Placeholder | None
    box: Box
    table: Table
    column_widths: tuple[int, ...]
    row_heights: tuple[int, ...]
    size_pt: float
    header_pt: float
    key_pt: float
    text: ThemeColor
    rule: ThemeColor
    strong: ThemeColor
    rows: tuple[int, ...] = ()
    plate: ThemeColor | None = None
    """What its cells are filled with, for nothing reads on the ground itself."""
    house: SeatedTable | None = None
    """The house's own style, which then says its colours and lines; None where it is in ours."""
    link_ends: tuple[LinkEnds, ...] = ()
    """Where links are written in two, for they are longer than a line."""


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """`colors`: fill of each series, or of each point where there is one series; `text` for axis, labels and legend. `ends`: what
    the lines bear at their ends, in place of a legend."""

    slot: str
    name: str
    placeholder: Placeholder | None
    box: Box
    chart: Chart
    size_pt: float
    colors: tuple[ThemeColor, ...]
    text: ThemeColor
    font: str = ""
    plate: ThemeColor | None = None
    """What lies under it, for nothing reads on the ground itself."""
    ends: NamedEnds | None = None


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
    plate: ThemeColor | None = None
    """What its box is filled with, for nothing reads on the ground itself."""
    box: Box | None = None
    """What the plate takes of its place; None where it is all of it."""
    heading_font: bool | None = None
    """Which of the theme's fonts its words name; None: they take their layout's."""
    unmarked: bool = False
    """That it is no list is said here: the presentation's default text, which programs let a footer take, has a bullet."""


@dataclass(frozen=True, eq=False, slots=True)
class Cast:
    """How a page was laid out in its mould: `page` is one object for all slides of equal slots in equal moulds, and bears no
    values of colours; `shapes` are the same in the template's own placeholders."""

    shapes: tuple[Placed, ...]
    page: tuple[Placed, ...]
    mould: Mould


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
    role: Role | None = None
    """What serves it, where that is another than what serves slides of its kind first."""
    made: Cast | None = field(default=None, compare=False, repr=False)

    @property
    def cast(self) -> Cast | None:
        """What its shapes came from, as long as they are those."""
        return self.made if self.made is not None and self.made.shapes is self.shapes else None

    @property
    def id(self) -> str:
        """The slide's id, with "#2" and on for continuations: unique in the deck."""
        return self.slide.id if self.part == 1 else f"{self.slide.id}#{self.part}"


@dataclass(frozen=True)
class LaidOutDeck:
    template: Template
    slides: tuple[LaidOutSlide, ...]

    def role(self, slide: LaidOutSlide) -> Role:
        """What serves one of its slides."""
        return slide.role or self.template.roles[slide.slide.kind]

    def layout(self, slide: LaidOutSlide) -> Layout | None:
        """The layout of one of its slides; None where the template has it no more."""
        return next((item for item in self.template.layouts if item.part == slide.layout), None)
