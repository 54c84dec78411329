"""The IR. All of it frozen, comparable and hashable, so slides can be cached, merged and compared by value."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal
from unicodedata import bidirectional

from deck.presentation.forms import FORMS, Form
from deck.presentation.kinds import SlideKind


@dataclass(frozen=True, slots=True)
class Link:
    """To a web or mail address (`url`) or to another slide of the presentation (`slide`, its id): one of the two."""

    url: str | None = None
    slide: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `lang` (BCP 47) only where it differs from the presentation's. "\\v" is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    lang: str | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`level` from 0. `list`: "none" has no mark, "bullet" the template's own, "number" 1, 2, 3 …"""

    runs: tuple[Run, ...] = ()
    level: int = 0
    list: Literal["none", "bullet", "number"] = "none"

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def right_to_left(self) -> bool:
        """By its first letter with a direction (Unicode Standard Annex 9, P2 and P3)."""
        strong = (bidirectional(sign) for sign in self.text if not sign.isascii() or sign.isalpha())
        return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)


@dataclass(frozen=True, slots=True)
class Text:
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n".join(p.text for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Cell:
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n".join(p.text for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """`id` is the row's own for life, so that a moved row is known again."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first row is the header row. `widths` are shares of the whole width, one a column. A cell without words is there to be
    filled in. `reference`: to be looked up afterwards, not read from the back of the room, so its words may be smaller."""

    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    alt: str
    first_column: bool = False
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """`labels`: words shown at each point instead of its bare value ("drygt 80"); empty = values. Never colour alone:
    every point is labelled. `highlight`: index of the point that carries the message. `lang`: its words',
    where that is not the deck's."""

    kind: Literal["bar", "column", "doughnut", "line"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    labels: tuple[str, ...] = ()
    number_format: str = "General"
    highlight: int | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a diagram. `id` is for life. `key`: the numeral or word that stands for it. `group`: which side or rank of the
    form it belongs to ("": the form's main one). `value`: what is counted or weighed. `strong`: the words of the title that tell
    it apart, a phrase a line, where the form sets them in bold."""

    id: str
    title: str = ""
    text: str = ""
    key: str = ""
    link: Link | None = None
    group: str = ""
    value: float | None = None
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """Items in a relation that a form draws (deck/layout/diagrams/). `form`: a name of FORMS. `columns`: 0 lets layout choose.
    `caption`: words at its middle, base or bar, where the form has them. `lang`: its words', where that is not the deck's."""

    form: str
    items: tuple[Item, ...]
    alt: str
    columns: int = 0
    caption: str = ""
    lang: str = ""

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ValueError(f"{self.form!r} is none of {tuple(FORMS)}")

    @property
    def how(self) -> Form:
        """What its form may hold, and what its parts are named by."""
        return FORMS[self.form]


_GONE = b"gone:"


@dataclass(frozen=True)
class Media:
    """A file's bytes. Compared and hashed by content."""

    content_type: str
    data: bytes

    @classmethod
    def gone(cls, content_type: str, sha256: str) -> Media:
        """A file of which only the digest is known."""
        return cls(content_type, _GONE + sha256.encode())

    @property
    def is_gone(self) -> bool:
        return len(self.data) == len(_GONE) + 64 and self.data.startswith(_GONE)

    @cached_property
    def sha256(self) -> str:
        return self.data[len(_GONE) :].decode() if self.is_gone else hashlib.sha256(self.data).hexdigest()

    def __repr__(self) -> str:
        return f"Media({self.content_type!r}, {len(self.data)} bytes, {self.sha256[:12]})"


@dataclass(frozen=True, slots=True)
class Picture:
    """Width and height in pixels give the aspect, which is never bent. Empty `alt` with `decorative`. `name`: the file's. Whose
    picture it is stands in a slot of its own beside it (see `credit_role`)."""

    media: Media
    width: int
    height: int
    alt: str
    decorative: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a map: rings of (longitude, latitude), WGS 84; outer rings and holes alike, filled even-odd."""

    code: str
    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Map:
    """`highlight`: code of the area that is told apart (by fill, outline and its name in words); None: all alike. `around`: what
    lies about them, drawn without names. `named`: all areas bear their names, or numerals that a list beside them explains."""

    areas: tuple[Area, ...]
    alt: str
    caption: str
    highlight: str | None = None
    around: tuple[Area, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class QrCode:
    """Drawn as shapes; `label` is the address in words beside or under it. `lang`: its words', where that is not the deck's."""

    url: str
    label: str
    alt: str
    lang: str = ""


Block = Text | Table | Chart | Diagram | Picture | Map | QrCode


@dataclass(frozen=True, slots=True)
class Slot:
    """`id` is for life and unique on its slide; `role` says where it sits (SLOT_ROLES of the slide's kind, or
    by a picture: `credit_role`). `own`: what it says is of local material, on a slide of the guidance's; told, never compared."""

    id: str
    role: str
    block: Block
    own: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Slide:
    """`sources`: ids of all that is said here. `own`: from local material, not the guidance's."""

    id: str
    kind: SlideKind
    slots: tuple[Slot, ...]
    notes: tuple[Paragraph, ...] = ()
    section: str = ""
    sources: tuple[str, ...] = ()
    own: bool = False

    def slot(self, slot_id: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.id == slot_id), None)

    @property
    def title(self) -> str:
        block = next((slot.block for slot in self.slots if slot.role == "title"), None)
        return block.text if isinstance(block, Text) else ""


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Presentation:
    """Everything that is said, for one sender. `date` (ISO 8601) is the release's, never today's."""

    title: str
    lang: str
    place: str
    place_name: str
    outline: str
    audience: str
    release: str
    sections: tuple[Section, ...]
    slides: tuple[Slide, ...]
    footer: str = ""
    date: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    description: str = ""

    def slide(self, slide_id: str) -> Slide | None:
        return next((slide for slide in self.slides if slide.id == slide_id), None)


def paragraph(words: str, level: int = 0, list: Literal["none", "bullet", "number"] = "none") -> Paragraph:
    """A paragraph of one plain run."""
    return Paragraph((Run(words),) if words else (), level, list)


def text(*lines: str) -> Text:
    """Plain paragraphs, one a line."""
    return Text(tuple(paragraph(line) for line in lines))
