"""Pictures, QR codes and charts in their boxes."""

from __future__ import annotations

from functools import lru_cache

from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.lines import NO_INSETS
from deck.layout.model import Freeform, PlacedChart, PlacedGroup, PlacedPicture, PlacedShape
from deck.layout.shapes import GAP, group, height, sizes_down, words
from deck.presentation import Chart, Link, Picture, QrCode
from deck.template.model import ThemeColor

QUIET_ZONE = 4
"""Modules of light around a QR code (ISO/IEC 18004, 9.1)."""
MOST_CROP = 0.12
"""How much of a photograph may be cut away so that it fills its frame."""


def place_picture(block: Picture, place: ChosenSpot) -> LaidBlock:
    """Whole and in the middle of its frame; a photograph of nearly the frame's shape fills it, cut evenly on two sides."""
    spot, box = place.spot, place.spot.box
    holder = spot.placeholder if spot.placeholder is not None and spot.placeholder.type in ("pic", "obj") else None
    drawn, crop = framed(block, box)
    inherits = holder is not None and holder.box == drawn
    return LaidBlock(
        (
            (
                PlacedPicture(
                    place.slot, name=place.slot, placeholder=holder, box=drawn, picture=block, crop=crop, inherits_box=inherits
                ),
            ),
        )
    )


def framed(block: Picture, box: Box) -> tuple[Box, tuple[int, int, int, int]]:
    """Where in its frame a picture is drawn, and what is cut off it: left, top, right, bottom in 1/1000 %."""
    aspect, frame = max(block.width, 1) / max(block.height, 1), box.w / max(box.h, 1)
    cut = 1 - min(aspect, frame) / max(aspect, frame)
    if block.media.content_type == "image/jpeg" and 0 < cut <= MOST_CROP:
        side = round(cut / 2 * 100_000)
        return box, (side, 0, side, 0) if aspect > frame else (0, side, 0, side)
    if aspect > frame:
        w, h = box.w, round(box.w / aspect)
    else:
        w, h = round(box.h * aspect), box.h
    return Box(box.x + (box.w - w) // 2, box.y + (box.h - h) // 2, max(w, 1), max(h, 1)), (0, 0, 0, 0)


def place_chart(block: Chart, place: ChosenSpot) -> LaidBlock:
    """The chart in its whole frame: the point with the message in the accent, the others in a quiet colour."""
    spot, look = place.spot, place.look
    holder = spot.placeholder if spot.placeholder is not None and spot.placeholder.type in ("chart", "obj") else None
    inks = [ink.color for ink in look.inks]
    colors: tuple[ThemeColor, ...]
    if len(block.series) == 1:
        count = len(block.categories)
        if block.highlight is not None:
            colors = tuple(look.accent.color if n == block.highlight else look.quiet.color for n in range(count))
        elif block.kind == "doughnut":
            colors = tuple(inks[n % len(inks)] for n in range(count))
        else:
            colors = (look.accent.color,) * count
    else:
        colors = tuple(inks[n % len(inks)] for n in range(len(block.series)))
    size = max(18.0 * place.context.scale, place.context.minimum)
    chart = PlacedChart(
        place.slot,
        name=place.slot,
        placeholder=holder,
        box=spot.box,
        chart=block,
        size_pt=size,
        colors=colors,
        text=look.text,
        font=place.context.body_font,
    )
    return LaidBlock(((chart,),))


@lru_cache(maxsize=256)
def qr_modules(url: str) -> tuple[int, tuple[tuple[int, int, int, int], ...]]:
    """Modules a side, and the dark ones as rectangles (x, y, width, height), as few as two passes of merging give."""
    import segno

    matrix = [[bool(module) for module in row] for row in segno.make(url, error="m", micro=False).matrix]
    open_runs: dict[tuple[int, int], int] = {}
    rects: list[tuple[int, int, int, int]] = []
    for y, row in enumerate([*matrix, [False] * len(matrix)]):
        runs: set[tuple[int, int]] = set()
        x = 0
        while x < len(row):
            if row[x]:
                end = x
                while end < len(row) and row[end]:
                    end += 1
                runs.add((x, end - x))
                x = end
            else:
                x += 1
        for run in sorted(set(open_runs) - runs):
            top = open_runs.pop(run)
            rects.append((run[0], top, run[1], y - top))
        for run in runs:
            open_runs.setdefault(run, y)
    return len(matrix), tuple(sorted(rects, key=lambda rect: (rect[1], rect[0])))


def place_qr(block: QrCode, place: ChosenSpot) -> LaidBlock:
    """The code dark on light with its quiet zone, the address in words beside it, or under it in a narrow box."""
    box, context = place.spot.box, place.context
    count, rects = qr_modules(block.url)
    cells = count + 2 * QUIET_ZONE
    for beside in (True, False) if box.w > box.h * 1.5 else (False, True):
        for size in sizes_down(24, context.minimum):
            most = min(box.h, pt(250)) if beside else min(box.w, pt(250))
            # Under the code, its address stands flush with the modules, not with the quiet zone.
            label_width = box.w - most - 2 * GAP if beside else box.w - most * QUIET_ZONE // cells
            if label_width < pt(60):
                continue
            label = height(block.label, context.body_font, size, label_width)
            if label is None or label > box.h:
                continue
            side = most if beside else min(most, box.h - label - GAP)
            module = side // cells
            if module < pt(2):
                continue
            return LaidBlock(((_qr(block, place, module * cells, module, rects, beside, size, label, label_width),),))
    side = min(box.w, box.h) // 2
    module = max(side // cells, 1)
    item = _qr(block, place, module * cells, module, rects, False, context.minimum, max(box.h - side, 1), box.w - side)
    return LaidBlock(((item,),), (Trouble("text-too-long", place.slot, context.minimum),))


def _qr(
    block: QrCode,
    place: ChosenSpot,
    side: int,
    module: int,
    rects: tuple[tuple[int, int, int, int], ...],
    beside: bool,
    size: float,
    label: int,
    label_width: int,
) -> PlacedGroup:
    box, look = place.spot.box, place.look
    y = box.y + (round((box.h - side) * 0.3) if beside else 0)
    ground = Box(box.x, y, side, side)
    dark = ground.inset(*(QUIET_ZONE * module,) * 4)
    rings = tuple(
        tuple((a * module, b * module) for a, b in ((x, top), (x + w, top), (x + w, top + h), (x, top + h)))
        for x, top, w, h in rects
    )
    text = Box(ground.right + 2 * GAP, y, label_width, side) if beside else Box(dark.x, ground.bottom + GAP, label_width, label)
    shapes = (
        PlacedShape("ground", name="qr", geometry="rect", box=ground, fill=look.light),
        PlacedShape("modules", name="qr", geometry=Freeform(rings), box=dark, fill=look.dark),
        PlacedShape(
            "label",
            name=place.slot,
            geometry="rect",
            box=text,
            paragraphs=words(block.label, Link(url=block.url)),
            size_pt=size,
            color=look.text,
            anchor="ctr" if beside else "t",
            insets=NO_INSETS,
        ),
    )
    return group(place.slot, block, shapes, block.alt)
