"""A slide taken apart for setting: paint, figures, words and tables, in the order in which they are drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from deck.drawing import Scene, SceneShape, Sheets
from deck.geometry import Box
from deck.memory import Memory
from deck.render.canvas import Canvas, new_canvas
from deck.render.slide import TURN, WIDTH, draw_ground, draw_shape
from deck.render.tables import cells
from deck.render.words import drawn_lines, upright
from deck.typeset.told import PAGINATION, TITLES, CellPart, PaintLayer, SlidePiece, TablePart, TextPart

AIR = 38_100


Taken = tuple[tuple[SlidePiece, ...], tuple[tuple[str, str], ...]]
"""A slide's pieces, in the order in which they are drawn, and what is not drawn as it is: (what, the shape's name)."""
_known: Memory[str, Taken] = Memory(80)


def taken(key: str, sheets: Sheets, shown: Scene) -> Taken:
    """`key`: all that a slide is drawn from. Whoever has seen a deck asks for its PDF and its handout next."""
    found = _known.get(key)
    if found is None:
        maker = _Taker(sheets, shown)
        found = tuple(maker.parts()), tuple(dict.fromkeys(maker.undrawn))
        _known.put(key, found)
    return found


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
        part = text_part(shape)
        if part is not None:
            yield from self._flush()
            yield part


def text_part(shape: SceneShape) -> TextPart | None:
    """A shape's words, where it has any."""
    if shape.hidden or shape.text is None or not shape.text.text.strip():
        return None
    turn, text, box, geometry = upright(shape.text, shape.box, shape.geometry)
    whole = (turn + shape.rotation / 60_000 + (180 if shape.flip_v else 0)) % 360
    role = "title" if shape.ph_type in TITLES else "page" if shape.ph_type in PAGINATION or shape.origin != "slide" else "text"
    lines = drawn_lines(text, box, geometry, shape.adjust)
    middle = (box.x + box.w / 2, box.y + box.h / 2)
    return TextPart(text, lines=lines, role=role, turn=whole, middle=middle, link=shape.link) if lines else None


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


__all__ = ["Taken", "taken"]
