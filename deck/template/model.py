"""A template as we use it: layouts, what each role uses and why, and all that layout must know to fit text into it.

Nothing here names a municipality. All is resolved (master → layout → placeholder) once per template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from deck.diagnostics import Diagnostic
from deck.drawing.ground import RIM, against, least
from deck.drawing.model import Insets, TextLevel, TextStyle
from deck.geometry import Box
from deck.package import Package
from deck.template.sampled import NO_SAMPLES, Samples

__all__ = [
    "ACCENTS",
    "NO_HOUSE",
    "Fill",
    "Ground",
    "House",
    "HouseCell",
    "HouseTable",
    "Insets",
    "Layout",
    "Others",
    "Palette",
    "Placeholder",
    "Rivals",
    "Role",
    "SchemeName",
    "SeatedTable",
    "Spot",
    "Template",
    "TextLevel",
    "TextStyle",
    "ThemeColor",
]

SchemeName = Literal[
    "tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"
]


ACCENTS: tuple[SchemeName, ...] = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


@dataclass(frozen=True, slots=True)
class House:
    """Which of a theme's colours its house uses. `order`: what carries a message, the most used first; the first `led` of them
    are seen on its masters, layouts and sample slides. `chosen`: its accents are no program's own. `pale`: the most used of them
    where that is too pale for words, and the ink of its titles comes first: panels have its tints. `links`: the theme's link
    colour is its own, or goes with its colours."""

    order: tuple[SchemeName, ...] = ACCENTS
    led: int = 0
    chosen: bool = True
    pale: SchemeName | None = None
    links: bool = True

    @property
    def leaders(self) -> tuple[SchemeName, ...]:
        return self.order[: self.led]


NO_HOUSE = House()


@dataclass(frozen=True, slots=True)
class ThemeColor:
    """A theme colour as a slide names it (schemeClr, through the master's clrMap), with lumMod/lumOff, alpha and satMod in
    1/1000 %."""

    name: SchemeName
    lum_mod: int = 0
    lum_off: int = 0
    alpha: int = 100_000
    sat_mod: int = 0


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A layout's placeholder. `type` as in p:ph ("obj" where none is said); `idx` 0 where none is said."""

    type: str
    idx: int
    name: str
    box: Box
    style: TextStyle
    rotation: int = 0
    worded: bool = True
    """It has words of its own."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind text: every colour (RRGGBB) that it may meet there; several for gradients and pictures. `shares`: of the
    area that each takes, () where they are not known."""

    colors: tuple[str, ...]
    kind: Literal["solid", "gradient", "picture", "pattern", "unknown"] = "solid"
    shares: tuple[float, ...] = ()

    @property
    def main(self) -> tuple[str, ...]:
        """The colours that are more than a rim of it."""
        shares = self.shares or (1.0,) * len(self.colors)
        return tuple(color for color, share in zip(self.colors, shares, strict=True) if share >= RIM) or self.colors

    def against(self, color: str) -> float:
        """The contrast that a colour (RRGGBB) has with nine tenths of the ground; 1 where nothing is known."""
        return against(color, self.colors, self.shares)

    def all_against(self, color: str) -> float:
        """The least contrast that a colour (RRGGBB) has with any part of the ground; 1 where nothing is known."""
        return least(color, self.colors)


@dataclass(frozen=True, slots=True)
class Fill:
    """A fill that reads on its ground (≥ 3:1), and the text colour that reads on it (≥ 4.5:1)."""

    color: ThemeColor
    rgb: str
    text: ThemeColor
    text_rgb: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours that work on one ground, best first. `muted`: a quiet fill near the ground with text that reads on it."""

    ground: Ground
    text: ThemeColor
    text_rgb: str
    fills: tuple[Fill, ...]
    muted: Fill
    rgb: Mapping[str, str] = field(hash=False, compare=False, default_factory=dict)
    """Scheme name → RRGGBB as it shows under this master's colour map."""
    house: House = NO_HOUSE
    """Which of them come first."""

    @property
    def link_reads(self) -> bool:
        """Whether links are in the theme's colour for them: the house's, and it reads on this ground (WCAG 2.1, 1.4.3)."""
        link = self.rgb.get("hlink")
        return not link or (self.house.links and self.ground.against(link) >= 4.5)

    @property
    def texts(self) -> tuple[tuple[ThemeColor, ThemeColor], ...]:
        """Each fill, and the text colour that reads on it."""
        return tuple((fill.color, fill.text) for fill in (*self.fills, self.muted))


@dataclass(frozen=True, slots=True)
class HouseCell:
    """Some cells of a table in the house's own style. `fill` and `ink` RRGGBB, no fill where the ground shows; `alpha`: how much
    the fill covers; `kind`: "body", "key" (the first column) or "head"."""

    kind: Literal["body", "key", "head"]
    fill: tuple[str, ...]
    alpha: float
    ink: str
    bold: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class HouseTable:
    """The style that a house has for its tables (20.1.4.2.27 tblStyle), as it shows on a layout. `banded`: its rows alternate;
    `xml`: its definition where the file names one of PowerPoint's own without it."""

    style_id: str
    banded: bool
    cells: tuple[HouseCell, ...]
    xml: str = ""


@dataclass(frozen=True, slots=True)
class SeatedTable:
    """The house's table style where it reads: without values of colours. `keyed`: its first column does, too; `links`: links may
    have the theme's colour; `fields`: its cells are seen, also empty ones."""

    style_id: str
    banded: bool
    keyed: bool
    links: bool
    fields: bool
    xml: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """`part`: "ppt/slideLayouts/slideLayout1.xml". `obstacles`: boxes of visible decorations (logos, bars, words) that text
    must not cover. `panels`: fields of another colour, on which or beside which text may stand. `cards`: what a body stands on,
    however pale, and nothing goes beyond. `furniture`: its dt, ftr and sldNum placeholders."""

    part: str
    name: str
    type: str
    master: str
    theme: str
    placeholders: tuple[Placeholder, ...]
    furniture: tuple[Placeholder, ...]
    obstacles: tuple[Box, ...]
    palette: Palette
    furniture_palettes: tuple[Palette, ...] = ()
    """The colours that work behind each of `furniture`."""
    plain: TextStyle | None = None
    """The style of a text box that says nothing itself."""
    fonts: tuple[str, str] = ("", "")
    """The theme's fonts for headings and for text."""
    panels: tuple[Box, ...] = ()
    cards: tuple[Box, ...] = ()
    grounds: tuple[Box, ...] = ()
    """Decorations that a body stands on here."""
    table: HouseTable | None = None
    """The house's own table style; None where it has none."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a slot's block goes: into `placeholder`, or (None) into a free box in the theme's own text style.
    `palette` holds for the box's own ground."""

    role: str
    placeholder: Placeholder | None
    box: Box
    style: TextStyle
    palette: Palette
    reason: str = ""
    plate: ThemeColor | None = None
    """What is laid under its contents, for nothing reads on most of the ground itself; `palette` is then the plate's."""
    backing: ThemeColor | None = None
    """Where its colours read no further than its box: what is laid under words that take a larger one."""

    @property
    def moved(self) -> bool:
        """Is its placeholder's words' place another than the layout has for them? Its colour was chosen for that one."""
        return self.placeholder is not None and not self.box.overlaps(self.placeholder.box, 1)

    @property
    def composed(self) -> bool:
        return self.placeholder is None


@dataclass(frozen=True, slots=True)
class Role:
    """What serves a kind of slide: one of the template's own layouts, and a spot for each slot role of that kind."""

    kind: str
    layout: Layout
    spots: Mapping[str, Spot]
    reason: str
    composed: bool = False
    safe: Box | None = None
    """The room for its contents, where that is not the template's."""
    foot: Spot | None = None
    """Where the line stands that says where its words come from, where none of its spots is for that."""
    swap: Swapped | None = field(default=None, compare=False, repr=False)

    @property
    def cast(self) -> Role | None:
        """The role that this one is in other colours and fonts, as long as its spots are as they were exchanged."""
        return self.swap.role if self.swap is not None and self.swap.spots is self.spots else None


@dataclass(frozen=True, eq=False, slots=True)
class Swapped:
    """`role` before its colours and fonts were exchanged (deck/template/swap.py), and the `spots` that came of it."""

    role: Role
    spots: Mapping[str, Spot]


@dataclass(frozen=True, eq=False)
class Others:
    """What else a template has for a kind of slide, the likeliest first; found when it is asked for."""

    find: Callable[[str], tuple[Role, ...]]


@dataclass(frozen=True, eq=False)
class Rivals:
    """The template with each of the masters that may serve it best, the likeliest first; read when they are asked for."""

    find: Callable[[], tuple[Template, ...]]


NO_RIVALS = Rivals(lambda: ())
NONE_ELSE = Others(lambda _kind: ())


@dataclass(frozen=True)
class Template:
    """`roles` has every SlideKind; `others` what is tried where a slide does not stand in it; `rivals`: with its other
    masters, where words must tell which serves best. `package` is cleaned: a .pptx main part, no sample slides, no macros, no
    external links that fetch. `size` in EMU. `minimum_pt`: least text size (18, or more by template.yaml)."""

    name: str
    fingerprint: str
    size: tuple[int, int]
    layouts: tuple[Layout, ...]
    roles: Mapping[str, Role]
    safe: Box
    heading_font: str
    body_font: str
    package: Package
    minimum_pt: float = 18.0
    diagnostics: tuple[Diagnostic, ...] = ()
    samples: Samples = NO_SAMPLES
    others: Others = field(default=NONE_ELSE, compare=False, repr=False)
    rivals: Rivals = field(default=NO_RIVALS, compare=False, repr=False)
    file: str = field(default="", compare=False)
    """Where it was read from, as a command line takes it; "" where it is no file."""
