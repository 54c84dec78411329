"""Where a subtitle stands: by its title, under it or else over it, in a box that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deck.geometry import Box, pt
from deck.i18n import _
from deck.presentation import OCCASION
from deck.template.layouts import Drawn
from deck.template.model import Role, Spot, TextStyle
from deck.template.small import with_small_spots
from deck.template.spots import GAP, TemplateFrame, free_area, in_box, in_placeholder, moved

LINE_PT = 30.0
"""A subtitle's line with its space."""
HIGH = 0.25
"""The share of the slide's height that a subtitle's box takes at most, where we choose it."""
LINES = 2
"""Lines that a place is high that is made for a subtitle."""
PITCH = 1.22
"""The height of a line in sizes of its type."""
TOUCH = 12_700
"""What boxes may reach into each other and only touch, in EMU."""


def subtitle_by(drawn: Drawn, stage: TemplateFrame, title: Spot) -> Spot:
    """A subtitle's free box under the title, else where there is room; its lines begin where the title's do."""
    high, safe = round(HIGH * stage.size[1]), stage.safe
    area = free_area(drawn, stage, title.box)
    box = Box(title.box.x, area.y, min(title.box.w, area.right - title.box.x), min(area.h, high))
    left = max(title.box.x + title.style.insets.left, safe.x)
    low = Box(left, title.box.bottom + GAP, 0, min(safe.bottom - title.box.bottom - GAP, high))
    low = replace(low, w=min(title.box.right - title.style.insets.right, safe.right) - left)
    room = low.h >= pt(LINE_PT) and safe.y <= low.y and low.bottom <= safe.bottom
    if area.y < title.box.y and room and not any(low.overlaps(block, 6_350) for block in drawn.layout.obstacles):
        box = low
    elif area.bottom <= title.box.y:
        box = _last(Box(low.x, area.y, low.w, area.h), high)
    # Where the room is beside the title, it has no box under it.
    fits = box.w > 0.3 * stage.size[0] and not box.overlaps(title.box, 1)
    sub = in_box("subtitle", drawn, stage, box if fits else area, _("a box by the title"))
    if fits and box.bottom <= title.box.y:
        sub = replace(sub, style=replace(sub.style, anchor="b"))
    return sub if box.y == area.y else aligned(sub, title)


def aligned(spot: Spot, other: Spot) -> Spot:
    """A spot whose lines begin where those of another do."""
    levels = tuple(replace(level, align=other.style.levels[0].align) for level in spot.style.levels)
    return replace(spot, style=replace(spot.style, levels=levels))


def beside_title(spot: Spot, title: Spot, drawn: Drawn, stage: TemplateFrame) -> Spot:
    """A subtitle in a high place over the title, as one for content is, in the part of it that is next to the title."""
    box = spot.box
    if box.bottom > title.box.y + title.box.h // 4 or box.h <= HIGH * stage.size[1] or spot.style.anchor == "b":
        return spot
    if spot.placeholder is None:
        low = moved(spot, _last(box, round(HIGH * stage.size[1])), drawn)
        return aligned(replace(low, style=replace(low.style, anchor="b")), title)
    return in_placeholder("subtitle", drawn, stage, spot.placeholder, spot.reason, box=_last(box, needed(spot.style, LINES)))


def roomier(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Iterator[Role]:
    """The role with its subtitle's own place a line high, and two, where it is lower than that and there is room under it."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    sub = role.spots.get("subtitle")
    if sheet is None or sub is None or sub.placeholder is None:
        return
    # What has no place of the layout's finds one anew.
    small = ("part", *OCCASION)
    kept = {name: spot for name, spot in role.spots.items() if not (name in small and spot.composed)}
    taken = [spot.box for name, spot in kept.items() if name != "subtitle"]
    taken += [block for block in sheet.layout.obstacles if not block.overlaps(sub.box, TOUCH)]
    # A cover has no footer.
    taken += [item.box for item in sheet.layout.furniture if role.kind != "title" and item.box.area]
    for lines in range(1, LINES + 1):
        more = needed(sub.style, lines) - sub.box.h
        strip = Box(sub.box.x, sub.box.bottom, sub.box.w, more)
        if more > 0 and strip.bottom <= stage.size[1] and not any(strip.overlaps(box, TOUCH) for box in taken):
            high = replace(sub.box, h=sub.box.h + more)
            yield with_small_spots(replace(role, spots={**kept, "subtitle": moved(sub, high, sheet)}), drawn, stage)


def needed(style: TextStyle, lines: int) -> int:
    """The height in EMU that so many lines take in a style, with its margins."""
    first = style.levels[0]
    pitch = max(PITCH, PITCH * first.line_spacing) * first.size_pt
    return pt(lines * pitch + first.space_before_pt) + style.insets.top + style.insets.bottom


def _last(box: Box, high: int) -> Box:
    """The lowest part of a box, no higher than that."""
    high = min(high, box.h)
    return Box(box.x, box.bottom - high, box.w, high)


__all__ = ["LINE_PT", "aligned", "beside_title", "needed", "roomier", "subtitle_by"]
