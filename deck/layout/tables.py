"""Tables: columns by share and content, rows as high as their words, cut between rows with the header repeated."""

from __future__ import annotations

from functools import lru_cache

from deck.geometry import EMU_PER_PT, Box, pt
from deck.layout.context import Outcome, Place, Trouble
from deck.layout.fitting import partition
from deck.layout.lines import measure_text, plain_style
from deck.layout.model import PlacedTable
from deck.layout.shapes import sizes_down
from deck.presentation import Cell, Table
from deck.template.model import Insets

CELL = Insets()
"""Office's own cell margins (20.1.4.1 tcPr: marL, marT)."""
SIDES, ENDS = CELL.left + CELL.right, CELL.top + CELL.bottom


def place_table(block: Table, place: Place) -> Outcome:
    if not block.rows:
        return Outcome(((),))
    box, minimum = place.spot.box, place.context.minimum
    font = place.context.body_font
    base = min(max(place.spot.style.levels[0].size_pt, minimum), 22)
    for size in sizes_down(base, minimum):
        widths = column_widths(block, font, size, box.w)
        if widths is None:
            continue
        heights = row_heights(block, font, size, widths)
        if sum(heights) <= box.h:
            return Outcome(((_table(block, place, widths, heights, size, tuple(range(len(heights)))),),))
    widths = column_widths(block, font, minimum, box.w)
    if widths is None:
        even = tuple(box.w // len(block.widths) for _ in block.widths)
        heights = row_heights(block, font, minimum, even)
        item = _table(block, place, even, heights, minimum, tuple(range(len(heights))))
        return Outcome(((item,),), (Trouble("table-too-wide", place.slot, minimum),))
    heights = row_heights(block, font, minimum, widths)
    body = tuple(h / EMU_PER_PT for h in heights[1:])
    starts = partition(body, [0.0] * len(body), (box.h - heights[0]) / EMU_PER_PT) if body else None
    if starts is None:
        item = _table(block, place, widths, heights, minimum, tuple(range(len(heights))))
        return Outcome(((item,),), (Trouble("text-too-long", place.slot, minimum),))
    ends = (*starts[1:], len(body))
    chosen = [(0, *range(a + 1, b + 1)) for a, b in zip(starts, ends, strict=True)]
    return Outcome(tuple((_table(block, place, widths, tuple(heights[n] for n in rows), minimum, rows),) for rows in chosen))


def _table(block: Table, place: Place, widths: tuple[int, ...], heights: tuple[int, ...], size: float, rows: tuple[int, ...]):
    box, palette = place.spot.box, place.spot.palette
    holder = place.spot.placeholder
    if holder is not None and holder.type not in ("obj", "tbl"):
        holder = None
    header = palette.fills[0] if palette.fills else palette.muted
    return PlacedTable(
        place.slot, place.slot, holder, Box(box.x, box.y, sum(widths), sum(heights)), block, widths, heights, size, header,
        palette.muted, palette.text, place.look.quiet.color, rows,
    )  # fmt: skip


@lru_cache(maxsize=4_096)
def _cell(cell: Cell, font: str, size: float, width: int, bold: bool) -> tuple[float, bool, float]:
    """Height and widest line in points, and whether a word was cut."""
    found = measure_text(cell.paragraphs, plain_style(font, bold=bold), (size,) * 9, width / EMU_PER_PT)
    return found.height, found.broken, found.widest


def _bold(block: Table, row: int, column: int) -> bool:
    return row == 0 or (block.first_column and column == 0)


def _longest_word(cell: Cell, font: str, size: float, bold: bool) -> float:
    words = " ".join(paragraph.text for paragraph in cell.paragraphs).replace("\v", " ").split()
    # Bold throughout: a run may be bold within the cell.
    from deck.presentation import paragraph

    return max((measure_text((paragraph(word),), plain_style(font, bold=bold or _any_bold(cell)), (size,) * 9, 1e5).widest
                for word in words), default=0.0)  # fmt: skip


def _any_bold(cell: Cell) -> bool:
    return any(run.bold for paragraph in cell.paragraphs for run in paragraph.runs)


def column_widths(block: Table, font: str, size: float, width: int) -> tuple[int, ...] | None:
    """Widths in EMU that add up to `width`: by the table's shares, but none narrower than its longest word. None: too narrow."""
    count = len(block.rows[0].cells)
    shares = list(block.widths[:count]) + [1.0] * (count - len(block.widths))
    least = [0] * count
    for n, row in enumerate(block.rows):
        for m, cell in enumerate(row.cells[:count]):
            word = _longest_word(cell, font, size, _bold(block, n, m))
            least[m] = max(least[m], int(word + 1.5) * EMU_PER_PT + SIDES)
    if sum(least) > width:
        return None
    total = sum(shares) or count
    wanted = [width * share / total for share in shares]
    # Columns below their least are set to it; the others share what is left.
    fixed = [False] * count
    while True:
        rest = width - sum(least[m] for m in range(count) if fixed[m])
        open_share = sum(shares[m] for m in range(count) if not fixed[m]) or 1
        wanted = [least[m] if fixed[m] else rest * shares[m] / open_share for m in range(count)]
        short = [m for m in range(count) if not fixed[m] and wanted[m] < least[m]]
        if not short:
            break
        for m in short:
            fixed[m] = True
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
