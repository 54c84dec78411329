"""The same layout with more room for what stands under its title: out to margins that are alike on both sides, and down to what
stands at the slide's foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from deck.geometry import Box
from deck.presentation import FROM, OCCASION
from deck.template.layouts import Drawn
from deck.template.model import Role, Spot
from deck.template.spots import TemplateFrame, clear_of, thick

GAIN = 1.2
"""So many times its room a layout must gain, that its own boxes are left for it."""
LEAST_MARGIN, LOWEST = 0.03, 0.95
"""Shares of the slide: the margin that is left at its sides, and how far down content may reach."""
KEPT = ("title", FROM, "part", *OCCASION)
"""Roles that stay where they are."""


def roomy(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Role | None:
    """The role with its content's boxes spread over all the room that the slide has for them; None where that is hardly more."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    spread = {name: spot for name, spot in role.spots.items() if name not in KEPT}
    if sheet is None or not spread:
        return None
    own = reduce(Box.union, (spot.box for spot in spread.values()))
    room = _room(own, sheet, stage, [spot.box for name, spot in role.spots.items() if name in KEPT])
    if room.area < GAIN * own.area:
        return None
    wide = {name: _moved(spot, _spread(spot.box, own, room), sheet) for name, spot in spread.items()}
    return replace(role, spots={**role.spots, **wide}, safe=stage.safe.union(room))


def _room(own: Box, sheet: Drawn, stage: TemplateFrame, kept: Sequence[Box]) -> Box:
    """From the content's own upper left corner to the margin opposite, clear of what the layout and the slide have there."""
    wide, high = stage.size
    right = max(own.right, wide - max(own.x, round(LEAST_MARGIN * wide)))
    bottom = max(own.bottom, round(LOWEST * high))
    blocks = [
        *sheet.layout.obstacles,
        *(item.box for item in sheet.layout.furniture if item.box.area),
        *(box for box in kept if box.y >= own.y),
    ]
    # What already reaches into the content is its ground, or has been judged so.
    blocks = [block for block in blocks if not thick(block).overlaps(own, 6_350)]
    return clear_of(Box(own.x, own.y, right - own.x, bottom - own.y), blocks)


def _spread(box: Box, own: Box, room: Box) -> Box:
    """The box as it stands in `own`, in `room`: what is between boxes keeps its width."""

    def along(at: int, size: int, start: int, whole: int, other: int, total: int) -> tuple[int, int]:
        return other + round((at - start) * total / whole), round(size * total / whole)

    x, w = along(box.x, box.w, own.x, max(own.w, 1), room.x, room.w)
    y, h = along(box.y, box.h, own.y, max(own.h, 1), room.y, room.h)
    return Box(x, y, w, h)


def _moved(spot: Spot, box: Box, sheet: Drawn) -> Spot:
    return replace(sheet.spot(spot.role, box, spot.style, spot.reason, spot.placeholder), backing=spot.backing)


__all__ = ["roomy"]
