"""A slide taken apart for setting: paint, figures, words and tables, in the order in which they are drawn, which is the order in
which they are read (ECMA-376 SlidePiece 1, 19.3.1.45: p:spTree)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from lxml import etree

from deck.drawing import Scene, SceneParagraph, SceneShape, SceneText, Sheets, numbers, scene
from deck.drawing.looks import Looks, resolved
from deck.drawing.names import child, qn
from deck.geometry import Box
from deck.memory import Itself, Memory
from deck.package import Package, UnsafeXML, parse_xml
from deck.render.canvas import Canvas, new_canvas
from deck.render.slide import TURN, WIDTH, draw_ground, draw_shape
from deck.render.tables import cells
from deck.render.words import DrawnLine, drawn_lines, upright

TITLES = ("title", "ctrTitle")
AIR = 38_100
PAGINATION = ("sldNum", "dt", "ftr")


@dataclass(frozen=True)
class PaintLayer:
    """Paint without words, `svg`. `alt`: what it shows, "" where it says nothing. `box` in EMU: what of the slide it
    covers."""

    svg: str
    alt: str = ""
    box: Box = Box(0, 0, 0, 0)


@dataclass(frozen=True)
class TextPart:
    """A text: its lines, in EMU, as they lie before they are turned by `turn` degrees about `middle`. `role`: "title", "text", or
    "page" for the number, the date and the foot, which are not read. `link`: where the whole shape leads."""

    text: SceneText
    lines: tuple[DrawnLine, ...]
    role: str
    turn: float = 0.0
    middle: tuple[float, float] = (0.0, 0.0)
    link: str = ""

    def of(self, paragraph: int) -> list[DrawnLine]:
        return [line for line in self.lines if line.paragraph == paragraph]

    @cached_property
    def paragraphs(self) -> list[tuple[SceneParagraph, list[DrawnLine]]]:
        """Those that have words, with their lines."""
        numbered = sorted({line.paragraph for line in self.lines})
        return [(self.text.paragraphs[n], self.of(n)) for n in numbered]


@dataclass(frozen=True)
class CellPart:
    row: int
    column: int
    rows: int
    columns: int
    box: Box
    words: TextPart


@dataclass(frozen=True)
class TablePart:
    """`head`: its first row names the columns; `keys`: its first column names the rows."""

    cells: tuple[CellPart, ...]
    rows: int
    columns: int
    head: bool
    keys: bool
    alt: str


SlidePiece = PaintLayer | TextPart | TablePart


@dataclass(frozen=True)
class NotesPart:
    """A paragraph of a slide's notes: its runs as (words, address)."""

    runs: tuple[tuple[str, str], ...]
    list: str = "none"

    @property
    def text(self) -> str:
        return "".join(words for words, _link in self.runs)


@dataclass(frozen=True)
class ToldSlide:
    """A slide as it is told. `part`: its part in the package. `svg`: the whole picture, words and all."""

    number: int
    part: str
    title: str
    size: tuple[int, int]
    parts: tuple[SlidePiece, ...]
    notes: tuple[NotesPart, ...]
    picture: Callable[[], str] = field(compare=False, repr=False)

    @property
    def words(self) -> str:
        """All that it says, in order, for those who do not see its picture."""
        found: list[str] = []
        for item in self.parts:
            if isinstance(item, PaintLayer):
                found += [item.alt] if item.alt else []
            elif isinstance(item, TablePart):
                found += [text for cell in item.cells if (text := plain(cell.words))]
            elif item.role == "text":
                found += [text] if (text := plain(item)) else []
        return ". ".join(text.rstrip(".") for text in found)


@dataclass(frozen=True)
class ToldDeck:
    """`title`, `author` and so on as its properties have them; `lang`: BCP 47."""

    title: str
    author: str
    subject: str
    keywords: str
    lang: str
    slides: tuple[ToldSlide, ...]
    undrawn: tuple[tuple[int, str, str], ...] = ()
    """What is not drawn as it is: number of the slide, what, and the shape's name."""

    @property
    def number_of(self) -> dict[str, int]:
        return {slide.part: slide.number for slide in self.slides}


def plain(part: TextPart) -> str:
    """Its words on one line."""
    return " ".join(" ".join("".join(run.words for run in line.runs) for line in part.lines).split())


def told(package: Package) -> ToldDeck:
    """The slides that are shown, in their order. Never an exception for what a stranger put in."""
    return _told(Itself(package))


@lru_cache(maxsize=2)
def _told(held: Itself[Package]) -> ToldDeck:
    package = held.value
    sheets = Sheets(package)
    looks = Looks(sheets)
    found: list[ToldSlide] = []
    missed: list[tuple[int, str, str]] = []
    for part in slide_parts(package):
        number = len(found) + 1
        key, shown = resolved(looks, part)
        parts, undrawn = _taken(key, sheets, shown)
        missed += [(number, what, name) for what, name in undrawn]
        found.append(
            ToldSlide(
                number,
                part=part,
                title=_title(parts),
                size=shown.size,
                parts=parts,
                notes=_notes(package, part, sheets),
                picture=_whole(sheets, shown),
            )
        )
    core = _properties(package)
    first = next((slide.title for slide in found if slide.title), "")
    return ToldDeck(
        core.get("title") or first or core.get("subject", "") or "–",
        author=core.get("creator", ""),
        subject=core.get("description", ""),
        keywords=core.get("keywords", ""),
        lang=core.get("language") or _spoken(found) or "sv",
        slides=tuple(found),
        undrawn=tuple(missed),
    )


_pieces: Memory[str, tuple[tuple[SlidePiece, ...], tuple[tuple[str, str], ...]]] = Memory(80)


def _taken(key: str, sheets: Sheets, shown: Scene) -> tuple[tuple[SlidePiece, ...], tuple[tuple[str, str], ...]]:
    """A slide's pieces, and what is not drawn as it is: (what, the shape's name). `key`: all that it is drawn from. Whoever has
    seen a deck asks for its PDF and its handout next."""
    known = _pieces.get(key)
    if known is None:
        maker = _Taker(sheets, shown)
        known = tuple(maker.parts()), tuple(dict.fromkeys(maker.undrawn))
        _pieces.put(key, known)
    return known


def slide_parts(package: Package) -> list[str]:
    """The parts of the slides that are shown, in p:sldIdLst's order (19.2.1.34)."""
    root = _tree(package, package.main)
    targets = {rel.id: rel.target for rel in package.related(package.main, "slide")}
    listed = child(root, "p:sldIdLst")
    found = []
    for item in listed if listed is not None else ():
        part = targets.get(item.get(qn("r:id"), ""), "") if isinstance(item.tag, str) else ""
        slide = _tree(package, part)
        if slide is not None and numbers.yes(slide.get("show"), True):
            found.append(part)
    return found


def _tree(package: Package, part: str) -> etree._Element | None:
    try:
        return parse_xml(package.parts[part])
    except (KeyError, UnsafeXML, etree.XMLSyntaxError):
        return None


def _properties(package: Package) -> dict[str, str]:
    """Core properties by their local names (SlidePiece 2, 8.3)."""
    root = _tree(package, package.one("", "metadata/core-properties") or "docProps/core.xml")
    return (
        {etree.QName(item).localname: (item.text or "").strip() for item in root if isinstance(item.tag, str)}
        if (root is not None)
        else {}
    )


def _spoken(slides: list[ToldSlide]) -> str:
    """The language that most words are marked with."""
    counts: dict[str, int] = {}
    for slide in slides:
        for part in slide.parts:
            for paragraph in part.text.paragraphs if isinstance(part, TextPart) else ():
                for run in paragraph.runs:
                    if run.lang:
                        counts[run.lang] = counts.get(run.lang, 0) + len(run.text)
    return max(sorted(counts), key=lambda lang: counts[lang], default="")


def _whole(sheets: Sheets, shown: Scene) -> Callable[[], str]:
    def picture() -> str:
        from deck.render import draw_slide, svg_of

        return svg_of(draw_slide(sheets, shown))

    return picture


def _title(parts: tuple[SlidePiece, ...]) -> str:
    return next((plain(part) for part in parts if isinstance(part, TextPart) and part.role == "title"), "")


def _notes(package: Package, part: str, sheets: Sheets) -> tuple[NotesPart, ...]:
    name = package.one(part, "notesSlide")
    if not name or name not in package.parts:
        return ()
    found: list[NotesPart] = []
    for shape in scene(package, name, sheets).shapes:
        if shape.text is None or shape.ph_type != "body" or shape.origin != "slide":
            continue
        for paragraph in shape.text.paragraphs:
            runs = tuple((run.text.replace("\v", "\n"), web(run.link)) for run in paragraph.runs if run.text)
            if any(words.strip() for words, _link in runs):
                found.append(NotesPart(runs, paragraph.list))
    return tuple(found)


def web(link: str) -> str:
    """An address that a reader may follow; "" for anything else: no file of the owner's, no program, no script."""
    return link if link.casefold().startswith(("http://", "https://", "mailto:")) else ""


class _Taker:
    """Takes one slide apart."""

    def __init__(self, sheets: Sheets, shown: Scene) -> None:
        self.sheets, self.scene = sheets, shown
        self.undrawn: list[tuple[str, str]] = []
        self.canvas = self._blank()
        draw_ground(self.canvas, sheets, shown)

    def _blank(self) -> Canvas:
        return new_canvas(self.scene.size, WIDTH, "")

    def _flush(self, alt: str = "", box: Box | None = None) -> Iterator[PaintLayer]:
        if len(self.canvas.root):
            whole = Box(0, 0, *self.scene.size)
            if box is not None and box.w > 0 and box.h > 0:
                # A line's half width may lie outside.
                whole = Box(box.x - AIR, box.y - AIR, box.w + 2 * AIR, box.h + 2 * AIR)
            frame = self.canvas.box(whole)
            self.canvas.root.set("viewBox", " ".join(f"{side:.2f}" for side in frame.values()))
            yield PaintLayer(_svg(self.canvas), alt, whole)
        self.undrawn += list(self.canvas.undrawn)
        self.canvas = self._blank()

    def parts(self) -> Iterator[SlidePiece]:
        # What all slides of a layout share is one picture, the same bytes on each.
        for shape in self.scene.shapes:
            if shape.origin != "slide":
                yield from self._shape(shape)
        yield from self._flush()
        for shape in self.scene.shapes:
            if shape.origin == "slide":
                yield from self._shape(shape)
        yield from self._flush()

    def _shape(self, shape: SceneShape) -> Iterator[SlidePiece]:
        if shape.hidden:
            return
        turned = shape.children and (shape.rotation % TURN or shape.flip_h or shape.flip_v)
        speaks = shape.origin == "slide" and not shape.decorative
        if turned or (speaks and (shape.kind in ("picture", "chart", "diagram", "ole", "media", "group") and shape.alt)):
            yield from self._figure(shape, whole=bool(turned) or shape.kind == "chart", turned=bool(turned))
        elif speaks and shape.kind in ("chart", "picture", "diagram", "ole", "media") and (shape.worded or not shape.drawn):
            words = _spoken_words(shape) if shape.worded else ""
            yield from self._figure(replace(shape, alt=shape.alt_title or words or shape.name or shape.kind), whole=True)
        elif shape.children or shape.drawn:
            for inner in (*shape.children, *shape.drawn):
                yield from self._shape(inner)
        else:
            self._paint(shape)
            yield from self._words(shape)

    def _figure(self, shape: SceneShape, whole: bool, turned: bool = False) -> Iterator[SlidePiece]:
        """What stands for itself, with its alternative text; the words within it are set after it, where they are no part of the
        picture."""
        yield from self._flush()
        if whole:
            draw_shape(self.canvas, self.canvas.root, self.sheets, self.scene, shape)
        else:
            self._paint(shape)
        yield from self._flush(shape.alt or _spoken_words(shape) or shape.name or "–", None if turned else _extent(shape))
        if not whole:
            for inner in _leaves(shape):
                yield from self._words(inner)

    def _paint(self, shape: SceneShape) -> None:
        draw_shape(self.canvas, self.canvas.root, self.sheets, self.scene, shape, lambda _shape: True)

    def _words(self, shape: SceneShape) -> Iterator[SlidePiece]:
        if shape.table is not None:
            yield from self._flush()
            yield _table(shape)
            return
        if shape.text is None or not shape.text.text.strip():
            return
        turn, text, box, geometry = upright(shape.text, shape.box, shape.geometry)
        whole = (turn + shape.rotation / 60_000 + (180 if shape.flip_v else 0)) % 360
        role = (
            "title" if shape.ph_type in TITLES else "page" if shape.ph_type in PAGINATION or shape.origin != "slide" else "text"
        )
        lines = drawn_lines(text, box, geometry, shape.adjust)
        if lines:
            yield from self._flush()
            middle = (box.x + box.w / 2, box.y + box.h / 2)
            yield TextPart(text, lines=lines, role=role, turn=whole, middle=middle, link=shape.link)


def _extent(shape: SceneShape) -> Box:
    """Around a shape and all within it; what is turned there needs as much room as its diagonal."""
    found = shape.box
    for leaf in _leaves(shape):
        box = leaf.box
        if leaf.rotation % TURN or any(end.kind for end in leaf.ends):
            reach = round(math.hypot(box.w, box.h) / 2) + AIR
            box = Box(box.x + box.w // 2 - reach, box.y + box.h // 2 - reach, 2 * reach, 2 * reach)
        found = found.union(box)
    return found


def _leaves(shape: SceneShape) -> Iterator[SceneShape]:
    if shape.hidden:
        return
    if not shape.children and not shape.drawn:
        yield shape
    for inner in (*shape.children, *shape.drawn):
        yield from _leaves(inner)


def _spoken_words(shape: SceneShape) -> str:
    return ", ".join(
        " ".join(leaf.text.text.split()) for leaf in _leaves(shape) if leaf.text is not None and leaf.text.text.strip()
    )


def _table(shape: SceneShape) -> TablePart:
    table = shape.table
    assert table is not None
    found = []
    for r, c, cell, box in cells(table, shape.box):
        words = TextPart(cell.text, lines=drawn_lines(cell.text, box), role="text")
        found.append(CellPart(r, column=c, rows=max(cell.row_span, 1), columns=max(cell.col_span, 1), box=box, words=words))
    return TablePart(
        tuple(found),
        rows=len(table.rows),
        columns=len(table.widths),
        head=table.first_row,
        keys=table.first_column,
        alt=shape.alt,
    )


def _svg(canvas: Canvas) -> str:
    canvas.root.attrib.pop("role", None)
    canvas.root.attrib.pop("aria-label", None)
    return etree.tostring(canvas.root, encoding="unicode")
