"""Cards: equal boxes in a grid, each with its number on a tile, a title and a text."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.lines import NO_INSETS
from deck.layout.model import PlacedShape
from deck.layout.shapes import GAP, group, height, line_width, sizes_down, words
from deck.presentation import FORMS, Diagram, Item
from deck.template.model import Insets

FORM = FORMS["cards"]

PAD = pt(7)
"""The least on the left and right of a card's words."""
PADS = (pt(14), pt(10), PAD, pt(3), pt(1))
"""Room around a card's words, the airiest first."""
EDGE = pt(4)


@dataclass(frozen=True, slots=True)
class Grid:
    """How the cards are set: columns, sizes of title and text in points, lengths in EMU."""

    columns: int
    rows: int
    size: float
    title_height: int
    tile: int
    width: int
    height: int
    pad: int
    bold: bool = True


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """All on one slide where they fit; else evenly over several; else a complaint."""
    cards = block.items
    if not cards:
        return LaidBlock(((),))
    for parts in range(1, len(cards) + 1):
        each = math.ceil(len(cards) / parts)
        chunks = [cards[n : n + each] for n in range(0, len(cards), each)]
        grid = _grid(each, block, place)
        if grid:
            drawn = [group(place.slot, block, _draw(chunk, grid, place), block.alt) for chunk in chunks]
            return LaidBlock(tuple((item,) for item in drawn))
    forced = Grid(
        1,
        rows=len(cards),
        size=place.context.minimum,
        title_height=pt(24),
        tile=0,
        width=place.spot.box.w,
        height=place.spot.box.h // len(cards),
        pad=PAD,
    )
    drawn = group(place.slot, block, _draw(cards, forced, place), block.alt)
    return LaidBlock(((drawn,),), (Trouble("text-too-long", place.slot, place.context.minimum),))


def _grid(count: int, block: Diagram, place: ChosenSpot) -> Grid | None:
    """One way of setting all cards, `count` a slide: the largest size, then the cells that are nearest to a pleasing shape."""
    most = range(1, min(count, 6) + 1)
    for options in ([block.columns] if 0 < block.columns <= count else [], most):
        for bold, top in ((True, 26), (False, 19)):
            # Bold titles while they fit; many small cards have plain ones.
            sizes = sizes_down(top, place.context.minimum)
            found = [grid for size in sizes for n in options if (grid := _cells(block.items, count, n, size, place, bold))]
            if found:
                return min(found, key=lambda grid: _unevenness(grid, count) + 0.15 * (top - grid.size))
    return None


def _unevenness(grid: Grid, count: int) -> float:
    """Cells two to three times as wide as high look like cards; empty cells and single columns do not."""
    ratio = abs(math.log((grid.width / max(grid.height, 1)) / 2.2))
    empty = grid.columns * grid.rows - count
    few = 2.0 if count <= 8 else 0.35
    return ratio + few * empty / grid.columns + (0.4 if grid.columns == 1 and count > 2 else 0.0)


def _cells(cards: tuple[Item, ...], count: int, columns: int, size: float, place: ChosenSpot, bold: bool) -> Grid | None:
    box, context = place.spot.box, place.context
    rows = math.ceil(count / columns)
    gap = GAP if rows < 5 else GAP // 2
    width = (box.w - (columns - 1) * GAP) // columns
    room = (box.h - (rows - 1) * gap) // rows
    numbers = [card.key for card in cards if card.key]
    tile = 0
    if numbers:
        tile = max(max(line_width(n, context.heading_font, size, bold=True) for n in numbers) + 2 * pt(5), pt(size * 1.7))
    for pad in PADS:
        grid = _padded(
            cards,
            Grid(columns, rows=rows, size=size, title_height=0, tile=tile, width=width, height=room, pad=pad, bold=bold),
            place,
        )
        if grid is not None:
            return grid
    return None


def _padded(cards: tuple[Item, ...], grid: Grid, place: ChosenSpot) -> Grid | None:
    """The grid with its cells as high as the words ask for, where its room holds them."""
    size, width, pad, context = grid.size, grid.width, grid.pad, place.context
    inner = width - (grid.tile or EDGE) - 2 * max(pad, PAD)
    if inner < pt(40):
        return None
    title, text = 0, 0
    for card in cards:
        one = height(card.title, context.body_font, size, inner, bold=grid.bold)
        two = height(card.text, context.body_font, max(size - 2, context.minimum), inner)
        if one is None or two is None:
            return None
        title, text = max(title, one), max(text, two)
    need = title + text + (pt(6) if any(card.text for card in cards) else 0)
    if need + 2 * pad > grid.height:
        return None
    # Cards have air, and a card's shape: they are never stretched to the slide's foot.
    tall = min(grid.height, max(need + 2 * pad + pt(size), pt(58), round(min(width / 2.6, need * 1.9))))
    return replace(grid, title_height=title, height=tall)


def _draw(cards: tuple[Item, ...], grid: Grid, place: ChosenSpot) -> list[PlacedShape]:
    box = place.spot.box
    gap = GAP if grid.rows < 5 else GAP // 2
    shapes: list[PlacedShape] = []
    for n, card in enumerate(cards):
        row, column = divmod(n, grid.columns)
        cell = Box(box.x + column * (grid.width + GAP), box.y + row * (grid.height + gap), grid.width, grid.height)
        shapes += _card(card, cell, grid, place)
    return shapes


def _card(card: Item, cell: Box, grid: Grid, place: ChosenSpot) -> list[PlacedShape]:
    look, minimum = place.look, place.context.minimum
    name = card.title or card.id

    def part(field: str) -> str:
        return FORM.part(card.id, field)

    left = grid.tile or EDGE
    # A link in the theme's colour must read on its ground: where it would not on the muted one, the card is only outlined.
    muted = look.muted.color if card.link is None or look.link_on_muted else None
    ink = look.muted.text if muted else look.text
    tile = PlacedShape(
        part("key") if card.key else part("edge"),
        name=name,
        geometry="rect",
        box=Box(cell.x, cell.y, left, cell.h),
        fill=look.accent.color,
        paragraphs=words(card.key) if card.key else (),
        size_pt=grid.size,
        color=look.accent.text,
        bold=True,
        align="ctr",
        insets=NO_INSETS,
        heading_font=True,
    )
    body = Box(cell.x + left, cell.y, cell.w - left, cell.h)
    side = max(grid.pad, PAD)
    insets = Insets(side, grid.pad, side, grid.pad)
    title = words(card.title, card.link)
    if not card.text:
        return [
            tile,
            PlacedShape(
                part("title"),
                name=name,
                geometry="rect",
                box=body,
                fill=muted,
                paragraphs=title,
                size_pt=grid.size,
                color=ink,
                bold=grid.bold,
                insets=insets,
                whole_link=True,
            ),
        ]
    # Title and text are two shapes of one fill; the second begins a hair inside the first, so that no line shows between.
    split = grid.title_height + grid.pad + pt(4)
    top, rest = Box(body.x, body.y, body.w, split), Box(body.x, body.y + split - pt(0.5), body.w, body.h - split + pt(0.5))
    return [
        tile,
        PlacedShape(
            part("title"),
            name=name,
            geometry="rect",
            box=top,
            fill=muted,
            paragraphs=title,
            size_pt=grid.size,
            color=ink,
            bold=grid.bold,
            anchor="t",
            insets=Insets(side, grid.pad, side, 0),
            whole_link=True,
        ),
        PlacedShape(
            part("text"),
            name=name,
            geometry="rect",
            box=rest,
            fill=muted,
            paragraphs=words(card.text),
            size_pt=max(grid.size - 2, minimum),
            color=ink,
            anchor="t",
            insets=Insets(side, pt(2), side, 0),
        ),
    ]
