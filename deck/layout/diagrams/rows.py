"""Rows between rules: a numeral or a word, and what is said of it. Dashed rules: our suggestion. A current row makes an
index."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.diagrams.columns import RowCell, columns_for, least_columns
from deck.layout.diagrams.index import index_of
from deck.layout.diagrams.stacks import AGAIN, CAPTION, PLAIN, RowEmphasis, RowItems, is_line, stacks
from deck.layout.model import Manner, PlacedShape
from deck.layout.shapes import group
from deck.layout.zone import (
    AREA,
    LEAST_SCALE,
    MOST_SCALE,
    Zone,
    argument,
    block_arrow,
    line_of,
    listed,
    panel,
    rule,
    said,
    tall,
    tall_shape,
)
from deck.presentation import FORMS, Diagram, Item
from deck.template.model import ThemeColor

FORM = FORMS["rows"]

MOST = 6
"""Rows on one slide."""
HIGHEST = 160
"""A row's greatest height in px."""
AIR, LEAST_AIR = 10, 7
"""Above and below a row's words, in px. Where a row as high as the others would have less than the least, each is as high as its
words ask for."""


STEM, TIP, ARROW = 30, 26, 60
"""Px: an arrow's stem, its head, and its width."""


FEW, SMALLER = 2.3, 0.8
"""Lines that words in a row have at most, if a smaller size lets them; and the share of the largest size down to which it may."""
UNEVEN, EVENER = 1.3, 0.9
"""How much higher one row is than all others where it has a line more for a word or two; and the share of the largest
size down to which words are smaller for rows that are all alike."""


@dataclass(frozen=True, slots=True)
class RowStage:
    """What a block's rows have in common: where they stand, how some of them are heard above others, and whether the lines of a
    text after the first are a list."""

    block: Diagram
    place: ChosenSpot
    zone: Zone
    emphasis: RowEmphasis
    lists: bool


@dataclass(frozen=True, slots=True)
class RowSetting:
    """How rows are set: the fields' columns, and each row's height in EMU."""

    cells: tuple[RowCell, ...]
    heights: tuple[int, ...]


def captioned(block: Diagram) -> tuple[Item, ...]:
    """The caption as a row, for forms that fall back on rows; none where there is none."""
    if not block.caption:
        return ()
    beside = not any(item.key for item in block.items) and any(item.text for item in block.items)
    return (Item(CAPTION, text=block.caption) if beside else Item(CAPTION, title=block.caption),)


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """All on one slide where they fit, at most six; else evenly over several; else a complaint."""
    return rows_of(block, block.items, place)


def rows_of(
    block: Diagram,
    items: Sequence[Item | RowItems],
    place: ChosenSpot,
    *,
    lists: bool = False,
    emphasis: RowEmphasis = PLAIN,
) -> LaidBlock:
    """Items as rows: also what other forms fall back on. Parts are named by the diagram's own form. Items that are given together
    stand in one row. `lists`: where a text has several lines, those after the first are a list."""
    rows: list[RowItems] = [(item,) if isinstance(item, Item) else item for item in items if item != ()]
    if not rows:
        return LaidBlock(((),))
    if any(item.group == "current" for row in rows for item in row):
        return index_of(block, [item for row in rows for item in row], place)
    stage = RowStage(block, place, zone := _lines(place), emphasis, lists)
    for pages in range(1, len(rows) + 1):
        each = math.ceil(len(rows) / pages)
        chunks = _accompanied([tuple(rows[n : n + each]) for n in range(0, len(rows), each)])
        if each <= MOST and (found := _set(chunks, stage)):
            drawn = (_draw(chunk, setting, stage) for chunk, setting in zip(chunks, found, strict=True))
            return LaidBlock(tuple((group(place.slot, block, shapes, block.alt),) for shapes in drawn))
    minimum = place.context.minimum
    every = [item for row in rows for item in row]
    forced = RowSetting(least_columns(every, zone, minimum), (zone.box.h // len(rows),) * len(rows))
    shapes = _draw(rows, forced, stage)
    return LaidBlock(((group(place.slot, block, shapes, block.alt),),), (Trouble("text-too-long", place.slot, minimum),))


def _accompanied(chunks: list[tuple[RowItems, ...]]) -> list[tuple[RowItems, ...]]:
    """Words between rows are no slide of their own: a row goes to the last slide with them."""
    if len(chunks) > 1 and all(map(is_line, chunks[-1])) and len(chunks[-2]) > 1:
        *others, before, last = chunks
        return [*others, before[:-1], (before[-1], *last)]
    return chunks


def _lines(place: ChosenSpot) -> Zone:
    """A zone whose lengths follow the box's height alone: beside a map rows are as high as elsewhere."""
    high = place.spot.box.h / AREA[1]
    return replace(Zone.of(place), scale=min(max(high, LEAST_SCALE), MOST_SCALE))


# --- which field stands where -------------------------------------------------------------------------------------------------


def _set(chunks: Sequence[tuple[RowItems, ...]], stage: RowStage) -> list[RowSetting] | None:
    """One setting for all pages, each with its rows' heights: the largest at which every row holds its words, or a smaller one
    if only that lets none of them have more than two lines, or a little smaller has them all as high."""
    place = stage.place
    items = [item for chunk in chunks for row in chunk for item in row if not is_line(row)]
    items = items or [item for chunk in chunks for row in chunk for item in row]
    best: tuple[tuple[RowCell, ...], list[tuple[int, ...]]] | None = None
    crowded = False
    for setting in columns_for(items, max(map(len, chunks)), stage.zone, place.context.minimum):
        cells = tuple(replace(cell, listed=True) for cell in setting) if stage.lists else setting
        smaller = best is not None and cells[-1].size < best[0][-1].size
        if smaller and not crowded:
            break
        if smaller and best is not None and cells[-1].size < SMALLER * best[0][-1].size:
            break
        if smaller and best is not None and not _alike(cells, best[0]):
            continue
        heights = [_heights(chunk, cells, stage) for chunk in chunks]
        known = [found for found in heights if found is not None]
        if len(known) < len(heights):
            continue
        if smaller:
            if not _crowded(items, cells, place):
                best = cells, known
                break
            continue
        best = best or (cells, known)
        crowded = _crowded(items, best[0], place)
        if _on_a_line(items, cells[0], place):
            best = cells, known
            crowded = _crowded(items, cells, place)
            if not crowded:
                break
    if best is None:
        return None
    cells, known = _evened(chunks, *best, stage) if _uneven(best[1]) else best
    return [RowSetting(cells, found) for found in known]


def _evened(
    chunks: Sequence[tuple[RowItems, ...]], cells: tuple[RowCell, ...], heights: list[tuple[int, ...]], stage: RowStage
) -> tuple[tuple[RowCell, ...], list[tuple[int, ...]]]:
    """The same columns in a little smaller words with which no row is higher than all others; as they are where none is so."""
    size, least = cells[-1].size, max(EVENER * cells[-1].size, stage.place.context.minimum)
    while (size := size - 1) >= least:
        lower = tuple(replace(cell, size=min(cell.size, size)) if not cell.strong else cell for cell in cells)
        found = [_heights(chunk, lower, stage) for chunk in chunks]
        known = [each for each in found if each is not None]
        if len(known) == len(found) and not _uneven(known):
            return lower, known
    return cells, heights


def _uneven(pages: Sequence[tuple[int, ...]]) -> bool:
    """Whether a single row is much higher than all others."""
    heights = sorted(high for page in pages for high in page)
    return len(heights) > 2 and heights[-1] > UNEVEN * heights[-2]


def _alike(cells: Sequence[RowCell], others: Sequence[RowCell]) -> bool:
    return [(cell.field, cell.under) for cell in cells] == [(cell.field, cell.under) for cell in others]


def _crowded(items: Sequence[Item], cells: Sequence[RowCell], place: ChosenSpot) -> bool:
    """Whether some words have more than two lines, and none of their own making."""
    found = [(_tall(item, cell, place), cell) for item in items for cell in cells if "\n" not in getattr(item, cell.field)]
    return any(high is not None and high > FEW * line_of(cell.size) for high, cell in found)


def _on_a_line(items: Sequence[Item], cell: RowCell, place: ChosenSpot) -> bool:
    """Whether the leading field of every row stands on one line: a wider column is worth it where the words are as large."""
    found = (_tall(item, cell, place) for item in items if getattr(item, cell.field))
    return all(high is not None and high <= line_of(cell.size) * 1.3 for high in found)


# --- how high a row is --------------------------------------------------------------------------------------------------------


def _heights(found: Sequence[RowItems], cells: tuple[RowCell, ...], stage: RowStage) -> tuple[int, ...] | None:
    """Each row's height: all alike where they fit so, else as their words ask for; None where they do not fit. Words between
    rows are as high as they are."""
    zone = stage.zone
    needs = [_need(row, cells, stage) for row in found]
    if any(need is None for need in needs):
        return None
    known = [need for need in needs if need is not None]
    lines = {n: known[n] + 2 * zone.px(AIR) for n, row in enumerate(found) if is_line(row)}
    rows = [need for n, need in enumerate(known) if n not in lines]
    even = min(zone.px(HIGHEST), (zone.box.h - sum(lines.values())) // max(len(rows), 1))
    if max(rows, default=0) + 2 * zone.px(LEAST_AIR) <= even:
        return tuple(lines.get(n, even) for n in range(len(found)))
    spare = zone.box.h - sum(known) - len(found) * 2 * zone.px(AIR)
    if spare < 0:
        return None
    return tuple(need + 2 * zone.px(AIR) + spare // len(found) for need in known)


def _need(row: RowItems, cells: tuple[RowCell, ...], stage: RowStage) -> int | None:
    """The height of a row's words; None where a word would be cut."""
    most = 0
    for stack in stacks(row, cells, stage.emphasis, stage.zone):
        heights = [_tall(item, cell, stage.place) for item, cell in stack]
        known = [high for high in heights if high is not None]
        if len(known) < len(heights):
            return None
        most = max(most, sum(known))
    return most


def _tall(item: Item, cell: RowCell, place: ChosenSpot) -> int | None:
    text = getattr(item, cell.field)
    if cell.listed and "\n" in text:
        return tall_shape(
            said("", "", Box(0, 0, cell.width, 0), text, cell.size, place.look.ink.color, manners=_manners(cell, place)), place
        )
    font = place.context.heading_font if cell.strong else place.context.body_font
    return tall(text, font, cell.size, cell.width, bold=cell.bold)


def _manners(cell: RowCell, place: ChosenSpot) -> tuple[Manner, ...]:
    lead, line = listed(cell.size, place.look.strong.color, cell.size)
    return lead, replace(line, before_pt=0)


# --- the shapes ---------------------------------------------------------------------------------------------------------------


def _draw(rows: Sequence[RowItems], setting: RowSetting, stage: RowStage) -> list[PlacedShape]:
    zone, emphasis = stage.zone, stage.emphasis
    shapes: list[PlacedShape] = []
    y = zone.box.y
    before: RowItems | None = None
    for row, high in zip(rows, setting.heights, strict=True):
        where = Box(zone.box.x, y, zone.box.w, high)
        if emphasis.is_loud(row):
            shapes.append(bar := _bar(row, where, stage))
            where = bar.box
        elif before is None or not emphasis.is_loud(before):
            above = before[-1] if before else None
            shapes.append(_rule(f"rule:{row[0].id.lstrip('=')}", y, above, row[0], stage))
        if emphasis.up and row[0].id == CAPTION and len(setting.cells) > 1 and not setting.cells[1].under:
            shapes.append(_arrow(where, setting.cells[1].x, stage))
        shapes += _row(row, where, setting.cells, stage)
        y += high
        before = row
    if before is not None and not emphasis.is_loud(before):
        shapes.append(_rule("rule:end", min(y, zone.box.bottom), before[-1], None, stage))
    return shapes


def _bar(row: RowItems, where: Box, stage: RowStage) -> PlacedShape:
    """What a loud row's words stand on."""
    look, off = argument(stage.place.look), stage.zone.px(LEAST_AIR) // 2
    box = Box(where.x, where.y + off, where.w, max(where.h - 2 * off, 1))
    return panel(f"bar:{row[0].id.lstrip('=')}", "bar", box, look.fill, line=look.line)


def _arrow(where: Box, until: int, stage: RowStage) -> PlacedShape:
    """From those below to those above, before the words that say what it brings."""
    zone = stage.zone
    look, air = argument(stage.place.look), zone.px(LEAST_AIR) // 2
    wide = min(zone.px(ARROW), until - where.x)
    box = Box(where.x, where.y + air, max(wide, 1), max(where.h - 2 * air, 1))
    return block_arrow("arrow", "arrow", box, zone.px(STEM), zone.px(TIP), look.fill, line=look.line, up=True)


def _rule(key: str, y: int, above: Item | None, below: Item | None, stage: RowStage) -> PlacedShape:
    """Dashed beside a suggestion, else strong above the first and quiet below every other."""
    zone, look = stage.zone, stage.place.look
    if any(item is not None and item.group == "suggestion" for item in (above, below)):
        return rule(key, zone.box.x, y, zone.box.w, look.field.color, 2, dashed=True)
    if above is None:
        return rule(key, zone.box.x, y, zone.box.w, look.ink.color, 2)
    return rule(key, zone.box.x, y, zone.box.w, look.stone.color, 1)


def _row(row: RowItems, where: Box, cells: tuple[RowCell, ...], stage: RowStage) -> Iterator[PlacedShape]:
    """Fields beside each other stand in the row's middle; those below each other in the middle together."""
    place = stage.place
    ink = argument(place.look).text if stage.emphasis.is_loud(row) else None
    for stack in stacks(row, cells, stage.emphasis, stage.zone):
        heights = [_tall(item, cell, place) or (line_of(cell.size) if getattr(item, cell.field) else 0) for item, cell in stack]
        y = where.y + max((where.h - sum(heights)) // 2, 0)
        for (item, cell), high in zip(stack, heights, strict=True):
            text = getattr(item, cell.field)
            if text:
                box = Box(cell.x, where.y, cell.width, where.h) if len(stack) == 1 else Box(cell.x, y, cell.width, high)
                yield _field(item, cell, text, box, stage, ink)
            y += high


def _field(item: Item, cell: RowCell, text: str, box: Box, stage: RowStage, ink: ThemeColor | None) -> PlacedShape:
    """`ink`: what reads on a bar."""
    place = stage.place
    leads = "title" if item.title else "text"
    part = stage.block.how.part(item.id, cell.field) if not item.id.startswith("=") else item.id[1:]
    return said(
        part,
        item.title or item.text or item.key,
        box,
        text,
        cell.size,
        ink or (place.look.strong.color if cell.strong else place.look.ink.color),
        bold=cell.bold,
        anchor="ctr",
        link=item.link if cell.field == leads else None,
        heading=cell.strong,
        manners=_ways(item, cell, text, place, ink),
    )


def _ways(item: Item, cell: RowCell, text: str, place: ChosenSpot, ink: ThemeColor | None) -> tuple[Manner, ...]:
    """A list's lines as a list; of a conclusion on a bar the first line is bold."""
    if "\n" not in text:
        return ()
    if ink is not None and is_line((item,)):
        return Manner(bold=True), Manner(bold=False)
    return _manners(cell, place) if cell.listed else ()


__all__ = ["AGAIN", "CAPTION", "PLAIN", "RowEmphasis", "captioned", "draw", "rows_of"]
