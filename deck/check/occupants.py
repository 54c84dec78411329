"""What takes its place on a slide, and where it shows: the lines of texts, pictures, charts, what is in diagrams, tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from deck.check.accessible.contrast import settings_of
from deck.check.subject import SlideRef, Subject
from deck.check.words import Seen, Words, as_seen, kept, shapes_of
from deck.drawing import SceneShape
from deck.drawing.ground import flat
from deck.drawing.names import child
from deck.fonts import least_share
from deck.geometry import EMU_PER_PT, Box
from deck.layout.setting import SetLine, TypeSetting

AIR = 0.15
"""The share of a line above and below its letters."""
AT_EDGE = 0.06
"""The share of a chart's, or an undrawn diagram's, frame that is empty at its edge."""


@dataclass(frozen=True, slots=True)
class Occupant:
    """Something that takes its place on the slide. `ink`: where it shows (a text's lines, not its empty shape); `parts`: each
    line, or shape of a diagram, for between two of them others may stand."""

    seen: Seen
    ink: Box
    text: bool
    parts: tuple[Box, ...] = ()

    @property
    def inks(self) -> tuple[Box, ...]:
        return self.parts or (self.ink,)

    @property
    def name(self) -> str:
        return self.seen.shape.name


@kept
def tables_as_set(subject: Subject, slide: SlideRef) -> dict[int, Box]:
    """Order of each table → its box, its rows as high as their words: a row grows with its text."""
    heights: dict[int, dict[int, float]] = {}
    seen_by: dict[int, Seen] = {}
    for words, setting in settings_of(subject, slide):
        table = words.shape.table
        if words.row < 0 or table is None:
            continue
        rows = heights.setdefault(words.seen.order, {})
        seen_by[words.seen.order] = words.seen
        margins = words.text.style.insets
        cell = table.rows[words.row][words.column]
        if cell.row_span <= 1:
            needed = (setting.height * EMU_PER_PT) + margins.top + margins.bottom
            rows[words.row] = max(rows.get(words.row, 0.0), needed)
    found: dict[int, Box] = {}
    for order, rows in heights.items():
        shape = seen_by[order].shape
        stated = shape.table.heights if shape.table else ()
        total = sum(max(height, round(rows.get(n, 0))) for n, height in enumerate(stated))
        found[order] = Box(shape.box.x, shape.box.y, shape.box.w, max(total, shape.box.h))
    return found


@kept
def blocks_of(subject: Subject, slide: SlideRef) -> tuple[Occupant, ...]:
    """What shows on the slide: the lines of texts, pictures, charts, tables. Plain drawn shapes are grounds, not blocks."""
    found: list[Occupant] = []
    tables = tables_as_set(subject, slide)
    for seen in shapes_of(subject, slide):
        shape = seen.shape
        if seen.hidden or shape.kind == "group" or shape.box.area == 0:
            continue
        if shape.table is not None:
            found.append(Occupant(seen, tables.get(seen.order, shape.box), True))
        elif shape.kind in ("picture", "chart", "diagram", "ole", "media") and not seen.decorative:
            found.append(Occupant(seen, _showing(subject, seen), False, drawn_in(shape)))
    for words, setting in settings_of(subject, slide):
        if words.row < 0:
            found.append(_text_of(words, setting))
    return tuple(sorted(found, key=lambda block: block.seen.order))


def _showing(subject: Subject, seen: Seen) -> Box:
    """Where a picture, chart or diagram shows: a chart without title or legend at its top keeps that empty."""
    box = as_seen(seen.shape)
    if seen.shape.worded:
        # How PowerPoint would draw it is not known; to its frame's edges as a rule not.
        return box.inset(*(round(AT_EDGE * side) for side in (box.w, box.h, box.w, box.h)))
    root = subject.tree(seen.shape.part) if seen.shape.kind == "chart" else None
    chart = child(root, "c:chart")
    if chart is None:
        return box
    place = child(chart, "c:legend", "c:legendPos")
    above = child(chart, "c:title") is not None or (place is not None and place.get("val") in ("t", "tr"))
    return box.inset(round(0.02 * box.w), 0 if above else round(AT_EDGE * box.h), round(0.02 * box.w), 0)


def drawn_in(shape: SceneShape) -> tuple[Box, ...]:
    """Where a diagram's words and pictures show: the rest of its frame is empty, or a ground as on the slide itself."""
    if shape.worded:
        return ()
    shown = (item for item in flat(shape.drawn) if not item.hidden)
    said = (item for item in shown if item.kind == "picture" or (item.text is not None and item.text.text.strip()))
    return tuple(as_seen(item) for item in said)


def _text_of(words: Words, setting: TypeSetting) -> Occupant:
    """Where the words show; the shape itself where it is turned or set otherwise than in plain lines."""
    if setting.box is None or words.shape.rotation % 21_600_000:
        return Occupant(words.seen, as_seen(words.shape), True)
    # A line's box has air above and below its letters.
    air = round(AIR * setting.line * EMU_PER_PT)
    sure = (_for_sure(words, setting, line) for line in setting.lines)
    lines = tuple(line.inset(0, min(air, line.h // 4), 0, min(air, line.h // 4)) for line in sure)
    shown = tuple(line for line in lines if line.area)
    whole = reduce(Box.union, (_for_sure(words, setting, line) for line in setting.lines))
    return Occupant(words.seen, whole.inset(0, air, 0, air), True, shown)


def _for_sure(words: Words, setting: TypeSetting, line: SetLine) -> Box:
    """The line, as narrow as it may be in a font whose widths are not known: it begins where its paragraph is aligned."""
    if setting.exact:
        return line.box
    share = min((least_share(run.font) for run in words.text.paragraphs[line.paragraph].runs if run.text.strip()), default=1.0)
    spare = round(line.box.w * (1 - share))
    left = {"ctr": spare // 2, "r": spare}.get(words.text.paragraphs[line.paragraph].style.align, 0)
    return line.box.inset(left, 0, spare - left, 0)
