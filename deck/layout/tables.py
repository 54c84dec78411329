"""Tables: columns by share and content, rows as high as their words, cut between rows with the header repeated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial

from deck.fonts import metrics
from deck.geometry import EMU_PER_PT, Box, cm, pt
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.fitting import partition
from deck.layout.lines import measure_text, plain_style
from deck.layout.link_ends import link_ends
from deck.layout.model import PlacedTable
from deck.layout.shapes import sizes_down
from deck.layout.zone import SLACK
from deck.presentation import Cell, Table, paragraph
from deck.template.model import Insets, SeatedTable

PX = 9_525
CELL = Insets(0, pt(3.6), 16 * PX, pt(3.6))
"""A cell's margins: its words begin with the rule under them, and keep away from the next column's."""
CLOSE = replace(CELL, top=pt(2.6), right=8 * PX, bottom=pt(2.6))
"""Those of a table that is there for reference: its lines are whole, and end before their column does; its rows are many."""
HOUSE = replace(CELL, left=12 * PX, right=12 * PX)
HOUSE_CLOSE = replace(CLOSE, left=8 * PX)
"""The same in the house's own style, whose cells have fills and sides."""
BASE, HEADER, REFERENCE, LOOKED_UP = 24.0, 20.0, 16.0, 20.0
"""Points: words at most, a header's at most, and those of a table that is there for reference: at least, and where each of its
rows is a line then at most."""
NUMERAL = 1.5
"""How much larger than the words numerals are that name rows."""
HIGHEST, LEAST_HEADER = 107, 44
"""Px on a common slide: a row's height at most where the table has room, and a header's at least."""
AIR = pt(2)
"""What a row has above its words and margins."""
WRITTEN = Cell((paragraph("2030-12-24"),))
"""What somebody writes into a column to fill in: a date, or a name in two lines."""
FILL_IN = cm(3)
"""What is enough for it, with a smaller hand, before a table goes on on a second slide."""
SHORT, SPARE = 4, 1.25
"""A word of so few letters (a year, a head such as "Nr") has this much of its width in a font that others stand in for where it
is lacking: their digits are up to a fifth wider, and a year in two lines is no year."""


@dataclass(frozen=True, slots=True)
class TableSizes:
    """Points: of the words, of the header's, and of numerals in a first column that names its row; and its cells' margins.
    `fill_in`: what a column to fill in has at most for what is written there, in EMU."""

    body: float
    header: float
    key: float = 0.0
    margins: Insets = CELL
    fill_in: int = cm(100)

    def of(self, row: int, column: int) -> float:
        if row == 0:
            return self.header
        return self.key if self.key and column == 0 else self.body


def place_table(block: Table, place: ChosenSpot) -> LaidBlock:
    """Rules and no fills: rows as high as they may be, under a header that each slide has."""
    if not block.rows or not block.rows[0].cells:
        return LaidBlock(((),))
    box, context = place.spot.box, place.context
    font, minimum = context.body_font, context.minimum
    grown = NUMERAL if numbered(block) else 0.0
    margins = margins_of(block, _house(block, place))
    tries = [
        TableSizes(size, min(size, max(HEADER * context.scale, minimum)), size * grown, margins)
        for size in sizes_down(BASE * context.scale, minimum)
    ]
    if block.reference:
        least = min(REFERENCE * context.scale, minimum)
        tries = [TableSizes(size, size, margins=margins) for size in sizes_down(LOOKED_UP * context.scale, least)]
    narrow = round(FILL_IN * context.scale)
    for sizes in (*tries, *(replace(sizes, fill_in=narrow) for sizes in tries if _to_fill_in(block))):
        ways = [(widths, row_heights(block, font, sizes, widths)) for widths in column_widths(block, font, sizes, box.w)]
        if block.reference:
            # What is looked up has a line for each, whatever its columns' shares.
            # Where ways are alike, the last found keeps its first column whole.
            ways.reverse()
            ways.sort(key=lambda way: sum(way[1]))
            if sizes is not tries[-1] and not (ways and _lines_alone(ways[0][1], sizes)):
                continue
        widths, heights = next((way for way in ways if sum(way[1]) <= box.h), ((), ()))
        if heights:
            tall = stretched(heights, box.h, context.scale)
            return LaidBlock(((_table(block, place, widths, tall, sizes, tuple(range(len(tall)))),),))
    sizes = replace(tries[-1], fill_in=narrow)
    if not column_widths(block, font, sizes, box.w):
        sizes = replace(sizes, fill_in=0)
    if block.reference and (snug := _snug(block, font, sizes, box)) is not None:
        widths, heights = snug
        return LaidBlock(((_table(block, place, widths, heights, sizes, tuple(range(len(heights)))),),))
    chosen = [(widths, row_heights(block, font, sizes, widths)) for widths in column_widths(block, font, sizes, box.w)]
    if not chosen:
        even = tuple(box.w // len(block.rows[0].cells) for _ in block.rows[0].cells)
        heights = row_heights(block, font, sizes, even)
        item = _table(block, place, even, heights, sizes, tuple(range(len(heights))))
        return LaidBlock(((item,),), (Trouble("table-too-wide", place.slot, sizes.body),))
    widths, heights = min(chosen, key=lambda pair: sum(pair[1]))
    body = tuple(h / EMU_PER_PT for h in heights[1:])
    starts = partition(body, [0.0] * len(body), (box.h - heights[0]) / EMU_PER_PT) if body else None
    if starts is None:
        item = _table(block, place, widths, heights, sizes, tuple(range(len(heights))))
        return LaidBlock(((item,),), (Trouble("text-too-long", place.slot, sizes.body),))
    ends = (*starts[1:], len(body))
    parts = [(0, *range(a + 1, b + 1)) for a, b in zip(starts, ends, strict=True)]
    return LaidBlock(tuple((_table(block, place, widths, tuple(heights[n] for n in rows), sizes, rows),) for rows in parts))


def _snug(block: Table, font: str, sizes: TableSizes, box: Box) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Widths and heights with which a table that is looked up stands on one slide that lacks a line or two: its rows without
    their air, and a column as wide as saves a line. What is left of the height is shared out."""
    ways = []
    for widths in (*column_widths(block, font, sizes, box.w), *_line_widths(block, font, sizes, box.w)):
        heights = row_heights(block, font, sizes, widths, air=0)
        ways.append((sum(heights), widths, heights))
    least = min(ways, key=lambda way: way[0], default=None)
    if least is None or least[0] > box.h:
        return None
    spare = min((box.h - least[0]) // len(least[2]), AIR)
    return least[1], tuple(tall + spare for tall in least[2])


def margins_of(block: Table, house: SeatedTable | None = None) -> Insets:
    """The margins of its cells."""
    if house is not None:
        return HOUSE_CLOSE if block.reference else HOUSE
    return CLOSE if block.reference else CELL


def _house(block: Table, place: ChosenSpot) -> SeatedTable | None:
    """The house's own style, where all that the table needs reads in it."""
    return place.table if place.table is not None and (place.table.keyed or not block.first_column) else None


def _sides(sizes: TableSizes) -> int:
    return sizes.margins.left + sizes.margins.right


def _ends(sizes: TableSizes) -> int:
    return sizes.margins.top + sizes.margins.bottom


def _lines_alone(heights: tuple[int, ...], sizes: TableSizes) -> bool:
    """Whether each row is one line."""
    return max(heights) < pt(2 * sizes.body) + _ends(sizes)


def numbered(block: Table) -> bool:
    """Whether its first column names the rows by numerals alone."""
    keys = [row.cells[0].text for row in block.rows[1:] if row.cells]
    return block.first_column and bool(keys) and all(key.isdecimal() and len(key) <= 2 for key in keys)


def stretched(heights: tuple[int, ...], room: int, scale: float) -> tuple[int, ...]:
    """Rows with air: all alike where the highest of them lets them be, none higher than is good for a row; the header first."""
    header = min(max(heights[0], round(LEAST_HEADER * PX * scale)), room - sum(heights[1:]))
    body = heights[1:]
    if not body:
        return (header,)
    most = round(HIGHEST * PX * scale)
    even = min((room - header) // len(body), most)
    if max(body) <= even:
        return (header, *(even,) * len(body))
    spare = (room - header - sum(body)) // len(body)
    return (header, *(max(min(tall + spare, most), tall) for tall in body))


def _table(
    block: Table, place: ChosenSpot, widths: tuple[int, ...], heights: tuple[int, ...], sizes: TableSizes, rows: tuple[int, ...]
):
    box, look = place.spot.box, place.look
    holder = place.spot.placeholder
    if holder is not None and holder.type not in ("obj", "tbl"):
        holder = None
    return PlacedTable(
        place.slot,
        name=place.slot,
        placeholder=holder,
        box=Box(box.x, box.y, sum(widths), sum(heights)),
        table=block,
        column_widths=widths,
        row_heights=heights,
        size_pt=sizes.body,
        header_pt=sizes.header,
        key_pt=sizes.key or sizes.body,
        text=look.ink.color,
        rule=look.stone.color,
        strong=look.strong.color,
        rows=rows,
        house=_house(block, place),
        link_ends=link_ends(
            block, place.context.body_font, sizes.of, [width - _sides(sizes) for width in widths], partial(_bold, block)
        ),
    )


@lru_cache(maxsize=4_096)
def _cell(cell: Cell, font: str, size: float, width: int, bold: bool) -> tuple[float, bool, float]:
    """Height and widest line in points, and whether a word was cut."""
    found = measure_text(cell.paragraphs, plain_style(font, bold=bold), (size,) * 9, width / EMU_PER_PT)
    return found.height, found.broken, found.widest


def _bold(block: Table, row: int, column: int) -> bool:
    return row == 0 or (block.first_column and column == 0)


@lru_cache(maxsize=4_096)
def _longest_word(cell: Cell, font: str, size: float, bold: bool) -> float:
    spare = 1.0 if metrics(font).exact else SPARE
    words = " ".join(item.text for item in cell.paragraphs).replace("\v", " ").split()
    return max(
        (
            measure_text((paragraph(word),), plain_style(font, bold=bold or _any_bold(cell)), (size,) * 9, 1e5).widest
            * (spare if len(word) <= SHORT else 1.0)
            for word in words
        ),
        default=0.0,
    )


def _any_bold(cell: Cell) -> bool:
    return any(run.bold for paragraph in cell.paragraphs for run in paragraph.runs)


def column_widths(block: Table, font: str, sizes: TableSizes, width: int) -> list[tuple[int, ...]]:
    """Widths in EMU that add up to `width`, none narrower than its longest word: by the table's shares, then by what the
    columns hold. Empty where the longest words do not fit side by side."""
    count = len(block.rows[0].cells)
    shares = list(block.widths[:count]) + [1.0] * (count - len(block.widths))
    least, whole = _needed(block, font, sizes)
    most, sides = [max(found) for found in whole], _sides(sizes)
    if sum(least) > width:
        return []
    wish = [max(most[m] - least[m], 1) for m in range(count)]
    by_content = [least[m] + (width - sum(least)) * wish[m] / sum(wish) for m in range(count)]
    ways = [_whole(_shared(shares, least, width), width), _whole(by_content, width)]
    first = round((most[0] - sides) / SLACK) + sides
    rest = width - first - sum(least[1:])
    if block.reference and count > 1 and rest >= 0:
        # What is looked up by its first column has that on one line each; the others share what is left.
        others = [least[m] + rest * wish[m] / sum(wish[1:]) for m in range(1, count)]
        ways.append(_whole([float(first), *others], width))
    return ways


def _needed(block: Table, font: str, sizes: TableSizes) -> tuple[list[int], list[list[int]]]:
    """Of each column the width of its longest word, and those of all its cells on one line, with the margins; in EMU."""
    count, sides = len(block.rows[0].cells), _sides(sizes)
    least, whole = [0] * count, [[0] for _ in range(count)]
    for n, row in enumerate(block.rows):
        for m, cell in enumerate(row.cells[:count]):
            bold = _bold(block, n, m)
            least[m] = max(least[m], int(_longest_word(cell, font, sizes.of(n, m), bold) / SLACK + 1.5) * EMU_PER_PT + sides)
            whole[m].append(int(_cell(cell, font, sizes.of(n, m), pt(10_000), bold)[2] + 1.5) * EMU_PER_PT + sides)
    for m in _to_fill_in(block):
        wanted = int(_longest_word(WRITTEN, font, sizes.body, bold=False) / SLACK + 1.5) * EMU_PER_PT + sides
        least[m] = max(least[m], min(wanted, sizes.fill_in))
    return least, whole


def _to_fill_in(block: Table) -> list[int]:
    """The columns that have a head, and nothing under it yet."""
    head, *rows = block.rows
    return [m for m in range(len(head.cells)) if rows and not any(row.cells[m].text for row in rows if m < len(row.cells))]


def _line_widths(block: Table, font: str, sizes: TableSizes, width: int) -> list[tuple[int, ...]]:
    """Widths in EMU of which one column's is that of one of its cells on a line; the others share what is left."""
    least, whole = _needed(block, font, sizes)
    sides, found = _sides(sizes), list[tuple[int, ...]]()
    wish = [max(max(cells) - least[m], 1) for m, cells in enumerate(whole)]
    for m, cells in enumerate(whole):
        others = [n for n in range(len(least)) if n != m]
        for line in sorted({round((cell - sides) / SLACK) + sides for cell in cells if cell}):
            rest = width - line - sum(least[n] for n in others)
            if others and line >= least[m] and rest >= 0:
                shared = {n: least[n] + rest * wish[n] / sum(wish[k] for k in others) for n in others}
                found.append(_whole([float(line) if n == m else shared[n] for n in range(len(least))], width))
    return found


def _shared(shares: list[float], least: list[int], width: int) -> list[float]:
    """By shares; columns below their least are set to it, and the others share what is left."""
    count = len(shares)
    fixed = [False] * count
    while True:
        rest = width - sum(least[m] for m in range(count) if fixed[m])
        open_share = sum(shares[m] for m in range(count) if not fixed[m]) or 1
        wanted = [least[m] if fixed[m] else rest * shares[m] / open_share for m in range(count)]
        short = [m for m in range(count) if not fixed[m] and wanted[m] < least[m]]
        if not short:
            return wanted
        for m in short:
            fixed[m] = True


def _whole(wanted: list[float], width: int) -> tuple[int, ...]:
    widths = [int(value) for value in wanted]
    widths[-1] += width - sum(widths)
    return tuple(widths)


def row_heights(block: Table, font: str, sizes: TableSizes, widths: tuple[int, ...], air: int = AIR) -> tuple[int, ...]:
    """Heights in EMU, each the highest cell's with its margins and a little air."""
    heights, sides = [], _sides(sizes)
    for n, row in enumerate(block.rows):
        tallest = max(
            (
                _cell(cell, font, sizes.of(n, m), round((widths[m] - sides) * SLACK), _bold(block, n, m))[0]
                for m, cell in enumerate(row.cells[: len(widths)])
            ),
            default=sizes.body,
        )
        heights.append(pt(int(tallest) + 1) + _ends(sizes) + air)
    return tuple(heights)
