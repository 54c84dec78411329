"""Pictures, QR codes and charts in their boxes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.ends import line_ends
from deck.layout.marking import marked_in
from deck.layout.model import Freeform, PlacedChart, PlacedGroup, PlacedPicture, PlacedShape
from deck.layout.shapes import group
from deck.layout.zone import PX, Zone, said, sizes_from, tall
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
    elif block.kind == "line":
        # The first line is the one that the slide is about; the others are what it is held against.
        colors = (look.accent.color, *[look.quiet.color] * (len(block.series) - 1))
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
        font=place.context.face,
        ends=line_ends(block, spot.box, size, place.context.body_font),
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


LARGEST, AS_DRAWN = 420, 355
"""Px that a code's dark modules take at most, and at least where there is room."""
GAP_UNDER = 24
"""Px from the code to its address."""


def place_qr(block: QrCode, place: ChosenSpot) -> LaidBlock:
    """The code in ink on white, whatever the accent, with its quiet zone; flush right, its address in words under it.
    In a low box the address stands beside it."""
    box, context, zone = place.spot.box, place.context, Zone.of(place)
    count, rects = qr_modules(block.url)
    for beside in (False, True) if box.w <= box.h * 2 else (True, False):
        ways = [(size, _qr_sized(block, place, zone, count, size, beside)) for size in sizes_from(22.0, context.minimum)]
        known = [(size, found) for size, found in ways if found is not None]
        if known:
            # As large as is wished at the largest words that leave room for it; else as large as it can be.
            share = min(1.0, box.h / (480 * PX), box.w / (420 * PX))
            wished = (way for way in known if way[1].dark.w >= round(AS_DRAWN * PX * share))
            size, found = next(wished, None) or max(known, key=lambda way: way[1].dark.w)
            return marked_in(LaidBlock(((_qr(block, place, rects, found, size),),)), block.lang)
    side = min(box.w, box.h) // 2
    module = max(side // (count + 2 * QUIET_ZONE), 1)
    forced = _Code(
        Box(box.x, box.y, count * module, count * module), module, Box(box.x + side, box.y, max(box.w - side, 1), box.h)
    )
    return LaidBlock(
        ((_qr(block, place, rects, forced, context.minimum),),), (Trouble("text-too-long", place.slot, context.minimum),)
    )


@dataclass(frozen=True, slots=True)
class _Code:
    """Where the dark modules lie, a module's side in EMU, and where the address stands."""

    dark: Box
    module: int
    label: Box


def _qr_sized(block: QrCode, place: ChosenSpot, zone: Zone, count: int, size: float, beside: bool) -> _Code | None:
    """The largest code that leaves room for its address: the quiet zone may reach beyond the box at the right and top, where
    margins are white anyway, but what is dark stays within it."""
    box, context = place.spot.box, place.context
    quiet, gap = QUIET_ZONE, zone.px(GAP_UNDER)
    most = min(round(LARGEST * PX * max(zone.scale, 1.0)), box.w - pt(4))
    if beside:
        most = min(most, box.h * count // (count + 2 * quiet), box.w // 2)
    for module in range(most // count, pt(1.5), -max(pt(0.25), 1)):
        side, rim = module * count, module * quiet
        if beside:
            room = box.w - side - 2 * rim - gap
            label = tall(block.label, context.body_font, size, room) if room > pt(60) else None
            if label is None or label > box.h or side + 2 * rim > box.h:
                continue
            dark = Box(box.x + rim, box.y + rim, side, side)
            return _Code(dark, module, Box(dark.right + rim + gap, dark.y, room, max(side, label)))
        # A white slide has the quiet zone in its margins; on another the code brings its own ground, which stays within the box.
        edge = 0 if _on_white(place) else rim
        if rim + side + edge > box.w:
            continue
        dark = Box(box.right - side - edge, box.y + edge, side, side)
        label = tall(block.label, context.body_font, size, side)
        under = max(gap, rim)
        if label is not None and edge + side + under + label <= box.h:
            return _Code(dark, module, Box(dark.x, dark.bottom + under, side, label))
    return None


def _on_white(place: ChosenSpot) -> bool:
    """Whether the slide's own ground is the lightest there is, all over: a camera reads no code that a decoration darkens."""
    return place.look.plain_ground and not place.look.dark_ground and place.look.light == place.look.white.color


def _qr(block: QrCode, place: ChosenSpot, rects: tuple[tuple[int, int, int, int], ...], found: _Code, size: float) -> PlacedGroup:
    look, module, dark = place.look, found.module, found.dark
    rings = tuple(
        tuple((a * module, b * module) for a, b in ((x, top), (x + w, top), (x + w, top + h), (x, top + h)))
        for x, top, w, h in rects
    )
    modules = PlacedShape("modules", name="qr", geometry=Freeform(rings), box=dark, fill=look.dark)
    anchor = "ctr" if found.label.x > dark.right else "t"
    label = said("label", place.slot, found.label, block.label, size, look.ink.color, anchor=anchor, link=Link(url=block.url))
    shapes = [modules, label]
    if not _on_white(place):
        # Where the slide is not white, the code brings its own white.
        rim = QUIET_ZONE * module
        shapes.insert(
            0, PlacedShape("ground", name="qr", geometry="rect", box=dark.inset(-rim, -rim, -rim, -rim), fill=look.light)
        )
    return group(place.slot, block, shapes, block.alt)
