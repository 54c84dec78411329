"""DrawingML resolved: what a slide shows, in painter's order, with every colour, font, size and box worked out.

Boxes in EMU from the slide's corner, through all group transforms. Colours are RRGGBB as they show under the colour map in
force. Nothing here is written back; `path` leads to the element.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deck.geometry import Box


@dataclass(frozen=True, slots=True)
class Insets:
    """A text body's margins in EMU (bodyPr lIns, tIns, rIns, bIns)."""

    left: int = 91_440
    top: int = 45_720
    right: int = 91_440
    bottom: int = 45_720


@dataclass(frozen=True, slots=True)
class TextLevel:
    """The look of one list level. `line_spacing` is a factor (1.0 = 100 %) unless `line_exact_pt` is set. Margins in EMU.
    `color` is RRGGBB as it shows; `bullet` is the mark, "" for none."""

    font: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    color: str = "000000"
    line_spacing: float = 1.0
    line_exact_pt: float = 0.0
    space_before_pt: float = 0.0
    space_after_pt: float = 0.0
    space_before_pct: float = 0.0
    space_after_pct: float = 0.0
    margin_left: int = 0
    margin_right: int = 0
    indent: int = 0
    bullet: str = ""
    align: str = "l"
    letter_spacing_pt: float = 0.0
    small_caps: bool = False
    tabs: tuple[tuple[int, str], ...] = ()
    """Tab stops from the text's edge: EMU and alignment ("l", "ctr", "r", "dec")."""
    tab_every: int = 914_400
    numbering: tuple[str, int] = ("arabicPeriod", 1)
    """How a numbered list is counted (ST_TextAutonumberScheme), and from where."""
    bullet_color: str = ""
    """RRGGBB of the mark, "" for the words' own."""
    rtl: bool = False
    """Its paragraphs run from right to left."""
    bullet_font: str = ""
    bullet_share: float = 1.0
    """The mark's size to the words'; below zero where it is set in points, the points."""
    alpha: float = 1.0
    underline: bool = False
    sized: bool = True
    """Somebody says `size_pt`; else it is what it is where nobody does, and programs have sizes of their own."""
    faced: bool = True
    """Somebody says `font`; else it is the theme's for text, and not every program takes that."""
    inked: bool = True
    """Words come in `color` by themselves; else it is the house's all the same, and has to be written."""
    weighed: bool = True
    """Words are `bold` by themselves, likewise."""
    strike: bool = False
    baseline: float = 0.0
    """What the words are raised by, per em of their size; below zero: lowered (rPr baseline, 21.1.2.3.9)."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text sits in a box: nine levels, insets, anchor ("t", "ctr", "b"), direction and columns.
    `font_scale`, `line_reduction`: a normAutofit stored in the file (1.0 and 0.0: none)."""

    levels: tuple[TextLevel, ...]
    insets: Insets = Insets()
    anchor: str = "t"
    vert: str = "horz"
    rtl: bool = False
    columns: int = 1
    column_gap: int = 0
    wrap: bool = True
    font_scale: float = 1.0
    line_reduction: float = 0.0
    autofit: Literal["none", "norm", "shape"] = "none"


@dataclass(frozen=True, slots=True)
class LineEnd:
    """What a line's end bears (20.1.8.38 headEnd): its kind ("triangle", "stealth", "diamond", "oval", "arrow"; "" for nothing),
    width and length in widths of the line."""

    kind: str = ""
    wide: int = 3
    long: int = 3


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill: its colours (several for gradients, patterns and sampled pictures). `part`: the picture's part. `alpha` 0-1.
    `duotone`: the two colours that a picture's dark and light become, () where it keeps its own."""

    kind: Literal["none", "solid", "gradient", "picture", "pattern", "unknown"] = "none"
    colors: tuple[str, ...] = ()
    alpha: float = 1.0
    part: str = ""
    duotone: tuple[str, ...] = ()
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    """What is cut away of a picture: left, top, right and bottom, in 1/1000 %; below zero where there is air around it."""
    stops: tuple[tuple[float, str, float], ...] = ()
    """Of a gradient: where along it (0 to 1) which colour stands, and how opaque it is there."""
    angle: float = 90.0
    """Degrees clockwise from left to right, along which a gradient goes."""
    focus: tuple[float, float] | None = None
    """Where a gradient begins that goes outwards, as shares of the sides; None for one along a line."""
    ink: float = 0.5
    """The share of a pattern that its first colour takes."""


@dataclass(frozen=True, slots=True)
class SceneRun:
    """`link`: a web address, "#ppt/slides/slide3.xml" for a slide, "" for none. `field`: a:fld type. `highlight`: RRGGBB of a
    marker pen behind the words, "" for none. `spacing_pt`: what each letter is moved on beyond its width, or back."""

    text: str
    font: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    color: str = "000000"
    lang: str = ""
    link: str = ""
    field: str = ""
    highlight: str = ""
    caps: Literal["", "all", "small"] = ""
    spacing_pt: float = 0.0
    underline: bool = False
    strike: bool = False
    alpha: float = 1.0
    baseline: float = 0.0


@dataclass(frozen=True, slots=True)
class SceneParagraph:
    """`style` is the level's look after the paragraph's own properties; `list` how its mark comes about."""

    runs: tuple[SceneRun, ...]
    level: int
    style: TextLevel
    list: Literal["none", "bullet", "number", "picture"] = "none"

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class SceneText:
    paragraphs: tuple[SceneParagraph, ...]
    style: TextStyle

    @property
    def text(self) -> str:
        return "\n".join(p.text for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class CellEdge:
    """A line at a cell's edge; `width` in EMU; `dash` as a shape's line_dash."""

    paint: Paint
    width: int = 12_700
    dash: str = ""


@dataclass(frozen=True, slots=True)
class SceneCell:
    """`fill` as the table's style and the cell's own properties give it; so `above` and `below`, the lines at its upper
    and lower edge (None where nothing says any)."""

    text: SceneText
    fill: Paint
    row_span: int = 1
    col_span: int = 1
    merged: bool = False
    above: CellEdge | None = None
    below: CellEdge | None = None
    before: CellEdge | None = None
    after: CellEdge | None = None
    """The lines at its left and its right."""


@dataclass(frozen=True, slots=True)
class SceneTable:
    rows: tuple[tuple[SceneCell, ...], ...]
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    first_row: bool = False
    style_id: str = ""
    first_column: bool = False


@dataclass(frozen=True, slots=True)
class DrawnPath:
    """One path of a shape (20.1.9.15). `steps`: "M", "L", "C", "Q" or "Z", each with its points in the box's EMU. `fill`: "norm",
    "none", or a shade ("lighten", "darken" …)."""

    steps: tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
    fill: str = "norm"
    stroke: bool = True


@dataclass(frozen=True, slots=True)
class SceneShape:
    """`kind`: "shape", "picture", "connector", "group", "table", "chart", "diagram", "ole", "media", "unknown". `origin` says
    which part draws it. `ph_type` "" where it is no placeholder. `geometry`: prstGeom name, or "custom" with
    `rings` in the box's EMU. `path`: index steps from the part's p:spTree to the element."""

    id: str
    name: str
    kind: str
    origin: Literal["master", "layout", "slide"]
    box: Box
    path: tuple[int, ...] = ()
    ph_type: str = ""
    is_placeholder: bool = False
    rotation: int = 0
    flip_h: bool = False
    flip_v: bool = False
    fill: Paint = Paint()
    line: Paint = Paint()
    line_width: int = 0
    line_dash: str = ""
    """ST_PresetLineDashVal ("dash", "sysDot" …), "" for a whole line."""
    geometry: str = "rect"
    rings: tuple[tuple[tuple[int, int], ...], ...] = ()
    open_path: bool = False
    """Its rings are lines whose ends are not joined."""
    paths: tuple[DrawnPath, ...] = ()
    """A free shape's, or a known preset's, as it is drawn, curves and all; in the box's EMU."""
    ends: tuple[LineEnd, LineEnd] = (LineEnd(), LineEnd())
    """At the line's beginning and at its end."""
    effects: tuple[str, ...] = ()
    """What else there is about its look that this scene does not resolve: "outerShdw", "glow", "sp3d" …"""
    adjust: tuple[tuple[str, int], ...] = ()
    """The preset's own adjust values (a:avLst), by name."""
    text: SceneText | None = None
    table: SceneTable | None = None
    part: str = ""
    """The picture's, chart's, diagram's or media's part."""
    picture: Paint = Paint()
    """How a picture shows: its transparency and two colours."""
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    alt: str = ""
    alt_title: str = ""
    decorative: bool = False
    hidden: bool = False
    link: str = ""
    backdrop: bool = False
    """It shows the slide's background, whatever lies between (p:sp useBgFill, 19.3.1.43)."""
    children: tuple[SceneShape, ...] = ()
    drawn: tuple[SceneShape, ...] = ()
    """What a diagram shows: shapes of its stored drawing, or its words. They stand in no tree of the slide's."""
    worded: bool = False
    """`drawn` is the diagram's words alone: it has no drawing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One slide (or layout, or master) as it shows. `shapes` in painter's order: the master's, the layout's, the slide's own;
    empty placeholders of layouts and masters are not among them (nothing shows). `color_map` as in force here."""

    part: str
    size: tuple[int, int]
    background: Paint
    shapes: tuple[SceneShape, ...]
    layout: str = ""
    master: str = ""

    @property
    def own(self) -> tuple[SceneShape, ...]:
        return tuple(shape for shape in self.shapes if shape.origin == "slide")
