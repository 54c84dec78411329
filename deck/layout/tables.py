"""Tables: columns by share and content, rows as high as their words, cut between rows with the header repeated."""

from __future__ import annotations

from functools import lru_cache

from deck.geometry import EMU_PER_PT, Box, pt
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.fitting import partition
from deck.layout.lines import measure_text, plain_style
from deck.layout.model import PlacedTable
from deck.layout.shapes import sizes_down
from deck.presentation import Cell, Table, paragraph
from deck.template.model import Insets

CELL = Insets()
"""Office's own cell margins (20.1.4.1 tcPr: marL, marT)."""
SIDES, ENDS = CELL.left + CELL.right, CELL.top + CELL.bottom


def place_table(block: Table, place: ChosenSpot) -> LaidBlock:
    if not block.rows:
        return LaidBlock(((),))
    box, minimum = place.spot.box, place.context.minimum
    font = place.context.body_font
    base = min(max(place.spot.style.levels[0].size_pt, minimum), 22 * place.context.scale)
    for size in sizes_down(base, minimum):
        for widths in column_widths(block, font, size, box.w):
            heights = row_heights(block, font, size, widths)
            if sum(heights) <= box.h:
                return LaidBlock(((_table(block, place, widths, heights, size, tuple(range(len(heights)))),),))
    chosen = [(widths, row_heights(block, font, minimum, widths)) for widths in column_widths(block, font, minimum, box.w)]
    if not chosen:
        even = tuple(box.w // len(block.rows[0].cells) for _ in block.rows[0].cells)
        heights = row_heights(block, font, minimum, even)
        item = _table(block, place, even, heights, minimum, tuple(range(len(heights))))
        return LaidBlock(((item,),), (Trouble("table-too-wide", place.slot, minimum),))
    widths, heights = min(chosen, key=lambda pair: sum(pair[1]))
    body = tuple(h / EMU_PER_PT for h in heights[1:])
    starts = partition(body, [0.0] * len(body), (box.h - heights[0]) / EMU_PER_PT) if body else None
    if starts is None:
        item = _table(block, place, widths, heights, minimum, tuple(range(len(heights))))
        return LaidBlock(((item,),), (Trouble("text-too-long", place.slot, minimum),))
    ends = (*starts[1:], len(body))
    parts = [(0, *range(a + 1, b + 1)) for a, b in zip(starts, ends, strict=True)]
    return LaidBlock(tuple((_table(block, place, widths, tuple(heights[n] for n in rows), minimum, rows),) for rows in parts))


def _table(
    block: Table, place: ChosenSpot, widths: tuple[int, ...], heights: tuple[int, ...], size: float, rows: tuple[int, ...]
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
        size_pt=size,
        header=look.accent,
        band=look.muted,
        text=look.text,
        rule=look.quiet.color,
        rows=rows,
    )


@lru_cache(maxsize=4_096)
def _cell(cell: Cell, font: str, size: float, width: int, bold: bool) -> tuple[float, bool, float]:
    """Height and widest line in points, and whether a word was cut."""
    found = measure_text(cell.paragraphs, plain_style(font, bold=bold), (size,) * 9, width / EMU_PER_PT)
    return found.height, found.broken, found.widest


def _bold(block: Table, row: int, column: int) -> bool:
    return row == 0 or (block.first_column and column == 0)


def _longest_word(cell: Cell, font: str, size: float, bold: bool) -> float:
    words = " ".join(item.text for item in cell.paragraphs).replace("\v", " ").split()
    return max(
        (
            measure_text((paragraph(word),), plain_style(font, bold=bold or _any_bold(cell)), (size,) * 9, 1e5).widest
            for word in words
        ),
        default=0.0,
    )


def _any_bold(cell: Cell) -> bool:
    return any(run.bold for paragraph in cell.paragraphs for run in paragraph.runs)


def column_widths(block: Table, font: str, size: float, width: int) -> list[tuple[int, ...]]:
    """Widths in EMU that add up to `width`, none narrower than its longest word: by the table's shares, then by what the
    columns hold. Empty where the longest words do not fit side by side."""
    count = len(block.rows[0].cells)
    shares = list(block.widths[:count]) + [1.0] * (count - len(block.widths))
    least, most = [0] * count, [0] * count
    for n, row in enumerate(block.rows):
        for m, cell in enumerate(row.cells[:count]):
            bold = _bold(block, n, m)
            least[m] = max(least[m], int(_longest_word(cell, font, size, bold) + 1.5) * EMU_PER_PT + SIDES)
            most[m] = max(most[m], int(_cell(cell, font, size, pt(10_000), bold)[2] + 1.5) * EMU_PER_PT + SIDES)
    if sum(least) > width:
        return []
    wish = [max(most[m] - least[m], 1) for m in range(count)]
    by_content = [least[m] + (width - sum(least)) * wish[m] / sum(wish) for m in range(count)]
    return [_whole(_shared(shares, least, width), width), _whole(by_content, width)]


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


def row_heights(block: Table, font: str, size: float, widths: tuple[int, ...]) -> tuple[int, ...]:
    """Heights in EMU, each the highest cell's with its margins and a little air."""
    heights = []
    for n, row in enumerate(block.rows):
        tallest = max(
            (
                _cell(cell, font, size, widths[m] - SIDES, _bold(block, n, m))[0]
                for m, cell in enumerate(row.cells[: len(widths)])
            ),
            default=size,
        )
        heights.append(pt(int(tallest) + 1) + ENDS + pt(2))
    return tuple(heights)
