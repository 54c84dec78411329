"""The same layout with more room: for what stands under its title, out to margins that are alike on both sides and down to what
stands at the slide's foot; and for a title in a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from deck.drawing.ground import least
from deck.geometry import Box
from deck.presentation import FROM, OCCASION
from deck.template.clear import clear_of, thick
from deck.template.headroom import is_a_line
from deck.template.layouts import Drawn
from deck.template.margins import AIR
from deck.template.model import Ground, Role, Spot
from deck.template.seen import PALE
from deck.template.spots import PADDING, TemplateFrame
from deck.template.type_area import lines_box

GAIN = 1.2
"""So many times its room a layout must gain, that its own boxes are left for it."""
LEAST_MARGIN, LOWEST = 0.03, 0.95
"""Shares of the slide: the margin that is left at its sides, and how far down content may reach."""
SLIM = 0.12
"""The share of the content's height that a lower title must give it."""
FELT, SPECK = 12, 0.04
"""Strips in which the further room is felt, and the share of one up to which another colour is passed over."""
COLUMN = 0.4
"""The share of the slide's width up to which a title stands in a column."""
HALF, FLUSH = 0.75, 0.03
"""The share of its content's width up to which a title is much narrower than that, and of the slide's sides within which they
begin in one line, and the content under it."""
FRONT = ("title", "section")
"""Kinds whose layouts are made for few words."""
CONTENT = ("body", "obj")
KEPT = ("title", FROM, "part", *OCCASION)
"""Roles that stay where they are."""


def roomy(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Role | None:
    """The role with its content's boxes spread over all the room that the slide has for them; None where that is hardly more."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    spread = {name: spot for name, spot in role.spots.items() if name not in KEPT}
    if sheet is None or not spread:
        return None
    own = reduce(Box.union, (spot.box for spot in spread.values()))
    kept = [spot.box for name, spot in role.spots.items() if name in KEPT]
    room = _room(own, sheet, stage, kept)
    if room.area < GAIN * own.area:
        # Beside a logo in the lower corner it may be narrower, and so much higher.
        room = _room(own, sheet, stage, kept, wide=False)
        if room.h < GAIN * own.h or room.area < own.area:
            return None
    wide = {name: _moved(spot, _spread(spot.box, own, room), sheet) for name, spot in spread.items()}
    return replace(role, spots={**role.spots, **wide}, safe=stage.safe.union(room))


def grown(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Role:
    """The role with its content's boxes as high as they may get, where PowerPoint fits them to their words: how high such a box
    is in the layout, its prompt's few lines say, and nobody meant it as the end of the page."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    spread = {name: spot for name, spot in role.spots.items() if name not in KEPT}
    if sheet is None or role.kind in FRONT or not any(map(_fitted, spread.values())):
        return role
    own = reduce(Box.union, (spot.box for spot in spread.values()))
    kept = [spot.box for name, spot in role.spots.items() if name in KEPT]
    room = _room(own, sheet, stage, kept, out=False)
    if room.h < GAIN * own.h or room.w < own.w:
        return role
    high = {name: _moved(spot, _spread(spot.box, own, room), sheet) for name, spot in spread.items()}
    return replace(role, spots={**role.spots, **high}, safe=stage.safe.union(room))


def _fitted(spot: Spot) -> bool:
    return spot.placeholder is not None and spot.placeholder.type in CONTENT and spot.style.autofit == "shape"


def slim(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Role | None:
    """The role with a title of one line, and its content moved up to it; None where that is no gain, or something of the
    layout's stands between the two. A title that needs two lines does not stand in it."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    title = role.spots.get("title")
    spread = {name: spot for name, spot in role.spots.items() if name not in KEPT}
    if sheet is None or title is None or not spread or len(spread) + 1 < len(role.spots):
        return None
    margins = title.style.insets
    line = lines_box(Box(0, 0, title.box.w, stage.size[1]), title.style, 1).h + margins.top + margins.bottom
    own = reduce(Box.union, (spot.box for spot in spread.values()))
    gain = title.box.h - line
    if gain < SLIM * own.h or own.y < title.box.bottom - SLIM * own.h:
        return None
    taller = Box(own.x, own.y - gain, own.w, own.h + gain)
    strip = Box(own.x, own.y - gain, own.w, gain)
    if any(thick(block).overlaps(strip, 6_350) for block in sheet.layout.obstacles) or (
        _foreign(sheet.ground(strip), sheet.ground(own))
    ):
        return None
    moved = {name: _moved(spot, _spread(spot.box, own, taller), sheet) for name, spot in spread.items()}
    box = Box(title.box.x, title.box.y, title.box.w, line)
    return replace(role, spots={**role.spots, "title": _moved(title, box, sheet), **moved}, safe=stage.safe.union(taller))


def broad(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Role | None:
    """The role with its title as broad as the field at the slide's side on which it stands lets it be: in a narrow column a long
    word has no room. None where it stands on none, or there is nothing to gain."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    title = role.spots.get("title")
    if sheet is None or title is None or title.placeholder is None or title.box.w > COLUMN * stage.size[0]:
        return None
    fields = [box for box in (*sheet.layout.obstacles, *sheet.layout.panels) if box.contains(title.box) and box.w < stage.size[0]]
    field = min(fields, key=lambda box: box.area, default=title.box)
    right = field.right - min(PADDING, field.right - title.box.right)
    box = Box(title.box.x, title.box.y, right - title.box.x, title.box.h)
    others = [*(block for block in sheet.layout.obstacles if block != field), *(spot.box for spot in role.spots.values())]
    blocks = [block for block in others if not block.overlaps(title.box, 6_350)]
    if box.w <= title.box.w or any(block.overlaps(box, 6_350) for block in blocks):
        return None
    return replace(role, spots={**role.spots, "title": _moved(title, box, sheet)})


def overall(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Role:
    """The role with its title as wide as what stands under it, where it is much narrower, an ordinary one would need more than
    a line, and the slide has nothing beside it."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    title = role.spots.get("title")
    spread = [spot.box for name, spot in role.spots.items() if name not in KEPT]
    if sheet is None or title is None or title.placeholder is None or not spread or role.kind in FRONT:
        return role
    own, was = reduce(Box.union, spread), title.box
    box = Box(was.x, was.y, own.right - was.x, was.h)
    flush = title.style.levels[0].align == "l" and abs(own.x - was.x) <= FLUSH * stage.size[0]
    if not flush or was.w >= HALF * box.w or own.y < was.bottom - FLUSH * stage.size[1] or is_a_line(was, title.style):
        return role
    beside = Box(was.right, was.y, box.right - was.right, was.h)
    blocks = [*sheet.layout.obstacles, *sheet.layout.panels, *(item.box for item in sheet.layout.furniture)]
    # A place that the content stands in, too, is left out, and in nobody's way.
    held = {spot.placeholder for spot in role.spots.values() if spot.placeholder is not None}
    blocks += [item.box for item in sheet.layout.placeholders if item in held or not item.box.overlaps(own, 6_350)]
    if any(thick(block).overlaps(beside, 6_350) for block in blocks if block != was) or (
        sheet.ground(beside).main != sheet.ground(was).main
    ):
        return role
    return replace(role, spots={**role.spots, "title": _moved(title, box, sheet)})


def _room(own: Box, sheet: Drawn, stage: TemplateFrame, kept: Sequence[Box], *, wide: bool = True, out: bool = True) -> Box:
    """From the content's own upper left corner to the margin opposite, if it may go `out` to that side, clear of what the layout
    and the slide have there."""
    across, high = stage.size
    right = max(own.right, across - max(own.x, round(LEAST_MARGIN * across))) if out else own.right
    bottom = max(own.bottom, round(LOWEST * high))
    foot = [item.box for item in sheet.layout.furniture if item.box.area]
    # A field that footers stand on, too pale to be in the way, begins a little above them.
    foot = [box.inset(0, -AIR, 0, 0) if box.y - AIR >= own.bottom else box for box in foot]
    blocks = [*sheet.layout.obstacles, *foot, *(box for box in kept if box.y >= own.y)]
    # What already reaches into the content is its ground, or has been judged so.
    blocks = [block for block in blocks if not thick(block).overlaps(own, 6_350)]
    return _on_same_ground(own, clear_of(Box(own.x, own.y, right - own.x, bottom - own.y), blocks, wide=wide), sheet)


def _on_same_ground(own: Box, room: Box, sheet: Drawn) -> Box:
    """As much of the room as has behind it what the content's own boxes have: a background picture may end in a band or a logo,
    which no shape tells of."""
    own = own.intersection(room)
    known = sheet.ground(own)
    if sheet.ground(room).kind == "solid":
        return room
    right, bottom = own.right, own.bottom
    step = max((room.bottom - bottom) // FELT, 1)
    while bottom + step <= room.bottom and not _foreign(sheet.ground(Box(own.x, bottom, own.w, step)), known):
        bottom += step
    step = max((room.right - right) // FELT, 1)
    while right + step <= room.right and not _foreign(sheet.ground(Box(right, own.y, step, bottom - own.y)), known):
        right += step
    return Box(own.x, own.y, right - own.x, bottom - own.y)


def _foreign(ground: Ground, known: Ground) -> bool:
    """Is there more in a strip than a speck that stands out from all that is known?"""
    shares = ground.shares or (1.0,) * len(ground.colors)
    found = zip(ground.colors, shares, strict=True)
    return sum(share for color, share in found if least(color, known.colors) >= PALE) >= SPECK


def _spread(box: Box, own: Box, room: Box) -> Box:
    """The box as it stands in `own`, in `room`: what is between boxes keeps its width."""

    def along(at: int, size: int, start: int, whole: int, other: int, total: int) -> tuple[int, int]:
        return other + round((at - start) * total / whole), round(size * total / whole)

    x, w = along(box.x, box.w, own.x, max(own.w, 1), room.x, room.w)
    y, h = along(box.y, box.h, own.y, max(own.h, 1), room.y, room.h)
    return Box(x, y, w, h)


def _moved(spot: Spot, box: Box, sheet: Drawn) -> Spot:
    return replace(sheet.spot(spot.role, box, spot.style, spot.reason, spot.placeholder), backing=spot.backing)


__all__ = ["FRONT", "broad", "grown", "overall", "roomy", "slim"]
