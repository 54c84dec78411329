"""The last way that any diagram may be set: its items below each other, each with its words; over several slides where they are many."""

from __future__ import annotations

from dataclasses import dataclass

from deck.geometry import EMU_PER_PT, Box, pt
from deck.layout.context import Outcome, Place, Trouble
from deck.layout.fitting import partition
from deck.layout.lines import NO_INSETS
from deck.layout.model import PlacedShape
from deck.layout.shapes import group, height, line_width, sizes_down, words
from deck.presentation import Diagram, Item

AIR = pt(6)
"""Above and below a row's words."""
MOST_KEY = 0.3
"""The share of the width that keys may take; wider ones stand above their words."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Lengths in EMU: the column of the keys (0: they stand above), and each row's parts from above: key, title, text."""

    size: float
    key: int
    parts: tuple[tuple[int, int, int], ...]

    @property
    def heights(self) -> tuple[int, ...]:
        return tuple((max(key, title + text) if self.key else key + title + text) + 2 * AIR for key, title, text in self.parts)


def stacked(block: Diagram, place: Place, top: float = 24.0) -> Outcome:
    """Rows of key, title and text, as large as one slide lets them be, from `top` points down; else over several; else a complaint."""
    if not block.items:
        return Outcome(((),))
    minimum, box = place.context.minimum, place.spot.box
    for size in sizes_down(top, minimum):
        rows = _rows(block.items, size, place)
        if rows is not None and sum(rows.heights) <= box.h:
            return Outcome(((group(place.slot, block, _draw(block, rows, place, 0, len(block.items)), block.alt),),))
    rows = _rows(block.items, minimum, place)
    lengths = tuple(tall / EMU_PER_PT for tall in rows.heights) if rows else ()
    starts = partition(lengths, [0.0] * len(lengths), box.h / EMU_PER_PT) if rows else None
    if rows is None or starts is None:
        even = box.h // len(block.items)
        forced = _Rows(minimum, 0, ((0, max(even - 2 * AIR, 1), 0),) * len(block.items))
        shapes = _draw(block, rows or forced, place, 0, len(block.items))
        return Outcome(((group(place.slot, block, shapes, block.alt),),), (Trouble("text-too-long", place.slot, minimum),))
    ends = (*starts[1:], len(block.items))
    pages = [group(place.slot, block, _draw(block, rows, place, a, b), block.alt) for a, b in zip(starts, ends, strict=True)]
    return Outcome(tuple((page,) for page in pages))


def _rows(items: tuple[Item, ...], size: float, place: Place) -> _Rows | None:
    """None where a word would have to be cut."""
    context, width = place.context, place.spot.box.w
    small = max(size - 2, context.minimum)
    keys = [line_width(item.key, context.heading_font, size, bold=True) for item in items if item.key]
    column = max(keys, default=0) + pt(12) if keys else 0
    column = column if column <= width * MOST_KEY else 0
    parts: list[tuple[int, int, int]] = []
    for item in items:
        found = (
            height(item.key, context.heading_font, size, column or width, bold=True),
            height(item.title, context.body_font, size, width - column, bold=True),
            height(item.text, context.body_font, small, width - column),
        )
        if any(part is None for part in found):
            return None
        key, title, text = (part or 0 for part in found)
        parts.append((key, title, text))
    return _Rows(size, column, tuple(parts))


def _draw(block: Diagram, rows: _Rows, place: Place, start: int, end: int) -> list[PlacedShape]:
    box, look, context, form = place.spot.box, place.look, place.context, block.how
    shapes: list[PlacedShape] = []
    y = box.y
    for item, (key, title, text), tall in zip(
        block.items[start:end], rows.parts[start:end], rows.heights[start:end], strict=True
    ):
        name = item.title or item.key or f"{form.item}:{item.id}"
        shapes.append(PlacedShape(f"rule:{item.id}", "rule", "rect", Box(box.x, y, box.w, pt(0.75)), fill=look.quiet.color))
        x, at = box.x + rows.key, y + AIR
        fields = [
            ("key", item.key, Box(box.x, at, rows.key or box.w, key), True, rows.size),
            ("title", item.title, Box(x, at + (0 if rows.key else key), box.w - rows.key, title), True, rows.size),
        ]
        below = fields[1][2].bottom
        small = max(rows.size - 2, context.minimum)
        fields.append(("text", item.text, Box(x, below, box.w - rows.key, text), False, small))
        shapes += [
            PlacedShape(
                form.part(item.id, field),
                name,
                "rect",
                where,
                paragraphs=words(said, item.link if field == ("title" if item.title else "text") else None),
                size_pt=size,
                color=look.accent.color if field == "key" else look.text,
                bold=bold,
                anchor="t",
                insets=NO_INSETS,
                heading_font=field == "key",
            )
            for field, said, where, bold, size in fields
            if said
        ]
        y += tall
    return shapes
