"""The line at a slide's foot that says where its words come from, in a layout that has no place for it: where it stands, and
which colours read there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from deck.drawing.model import TextLevel
from deck.geometry import COMMON_SLIDE, Box, pt, slide_scale
from deck.i18n import _
from deck.presentation import FROM
from deck.template.layouts import Drawn
from deck.template.margins import off_the_sides
from deck.template.model import Insets, Role, TextStyle
from deck.template.spots import TemplateFrame

BAND = pt(21)
"""The line's height on a common slide: 28 px of 720."""
NARROW, TWO_LINES = pt(560), pt(36)
"""The width under which the longest of them takes two lines, and the height of these."""
LEAST_WIDE = 0.6
"""The share of the safe area's width that the line has at least."""
WIDE, EDGE = 0.45, 12_700
"""The share of the slide's width that content has at least, for the line to stand under it as wide as it is; and the EMU by which
it may stand over its panel's edge."""
AIR, LOWEST = pt(4), 0.95
"""What is over and under the line on a common slide where it stands under the content, and how far down it may, as a share."""
FLAT = 0.8
"""The share of a common slide's height up to which a page is low."""
ABOVE = ("title", "part")
"""Roles that the line need not begin under."""
FROM_PT = 12.0
"""Points: read by those who ask, not from the back of the room."""


def foot_style(font: str, size: tuple[int, int]) -> TextStyle:
    """How the line is set on a slide of this size where the template does not say."""
    return TextStyle((TextLevel(font, size_pt=FROM_PT * slide_scale(size)),) * 9, insets=Insets(0, 0, 0, 0), anchor="b")


def band(safe: Box, size: tuple[int, int], obstacles: Iterable[Box]) -> Box:
    """The lowest band clear of decorations in the lower part of the safe area: beside or above what stands at its foot. In EMU,
    as the slide's `size`."""
    scale = slide_scale(size)
    tall = round((BAND if safe.w >= NARROW * scale else TWO_LINES) * scale)
    lower = Box(safe.x, safe.y + safe.h // 2, safe.w, safe.h - safe.h // 2)
    blocks = [box for box in obstacles if box.overlaps(lower, 1)]
    shifted: Box | None = None
    for bottom in sorted({safe.bottom, *(box.y for box in blocks)}, reverse=True):
        if shifted is not None and shifted.bottom - bottom > tall:
            return shifted
        found = Box(safe.x, bottom - tall, safe.w, tall)
        near = [box for box in blocks if box.overlaps(found, 1)]
        if safe.contains(found, 1) and found.y >= lower.y:
            left = max([found.x, *(box.right for box in near if box.x <= found.x)])
            right = min([found.right, *(box.x for box in near if box.x > found.x)])
            if right - left >= LEAST_WIDE * found.w:
                # A little higher it may begin where the content does.
                if left == found.x:
                    return Box(left, found.y, right - left, tall)
                shifted = shifted or Box(left, found.y, right - left, tall)
    if shifted is not None:
        return shifted
    return Box(safe.x, safe.bottom - tall, safe.w, tall)


def under(content: Box, foot: Box, size: tuple[int, int], blocks: Iterable[Box], air: int = AIR) -> Box | None:
    """A band as high as `foot` in what is free right under the content; None where that is too low or too narrow."""
    low = [box for box in blocks if box.bottom > content.bottom and box.x < content.right and content.x < box.right]
    air = round(air * slide_scale(size))
    found = Box(content.x, content.bottom + air, content.w, foot.h)
    near = [box for box in low if box.overlaps(found.inset(0, 0, 0, -air), 1)]
    right = min((box.x for box in near), default=content.right)
    if found.bottom > LOWEST * size[1] or right - content.x < LEAST_WIDE * content.w:
        return None
    return replace(found, w=right - content.x)


def _off_edges(box: Box, cards: Iterable[Box], air: int) -> Box:
    """The line on a card across whose lower edge it would stand."""
    for card in cards:
        if box.y < card.bottom < box.bottom - EDGE and min(box.right, card.right) - max(box.x, card.x) >= LEAST_WIDE * box.w:
            box = Box(box.x, card.bottom - air - box.h, box.w, box.h)
    return box


def _content(role: Role) -> Box | None:
    boxes = [spot.box for name, spot in role.spots.items() if name not in ABOVE]
    return reduce(Box.union, boxes) if boxes else None


def _crossed(cards: Iterable[Box], box: Box, content: Box) -> list[Box]:
    """The cards over whose edges the line would run, from the left; none where all of the content stands on one."""
    near = sorted((card for card in cards if card.overlaps(box, 1) and not card.contains(content, EDGE)), key=lambda card: card.x)
    return near if any(not card.contains(box, EDGE) for card in near) else []


def _within(card: Box, box: Box, content: Box, size: tuple[int, int]) -> Box:
    """The line on the first card, with the margin that the content has there; in two lines where that is narrow."""
    margin = max(content.x - card.x, 0)
    found = card.inset(margin, 0, margin, 0).intersection(Box(0, 0, *size))
    scale = slide_scale(size)
    tall = round((BAND if found.w >= NARROW * scale else TWO_LINES) * scale)
    return Box(found.x, min(box.bottom, content.bottom) - tall, found.w, tall)


def footed(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Role:
    """The role with its foot: read upon what is behind that line itself, which may be other than what is behind the contents."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    if sheet is None or FROM in role.spots:
        return role
    layout, safe, content = role.layout, role.safe or stage.safe, _content(role)
    if content is not None and content.w >= WIDE * stage.size[0]:
        safe = off_the_sides(Box(content.x, safe.y, content.w, safe.h), stage.size)
        for panel in layout.panels:
            safe = safe.intersection(panel) if panel.contains(content, EDGE) else safe
    beside = [panel for panel in layout.panels if content is None or not panel.contains(content, EDGE)]
    low = [role.spots["title"].box] if "title" in role.spots and role.spots["title"].box.y > stage.size[1] // 2 else []
    blocks = (*layout.obstacles, *beside, *low)
    box = band(safe, stage.size, blocks)
    held = [item.box for item in (*layout.furniture, *layout.placeholders) if item.box.area]
    if content is not None and (cards := _crossed(layout.cards, box, content)):
        strips = (under(reduce(Box.union, cards), box, stage.size, (*blocks, *held), air) for air in (AIR, AIR // 2))
        box = next(filter(None, strips), None) or _within(cards[0], box, content, stage.size)
    elif content is not None and content.overlaps(box, 1) and stage.size[1] <= FLAT * COMMON_SLIDE[1]:
        # On a low page words are as large as on any other: a line more of room counts.
        strip = under(content, box, stage.size, (*blocks, *held))
        box = strip if strip is not None and sheet.ground(strip).main == sheet.ground(box).main else box
    box = _off_edges(box, layout.cards, round(AIR * slide_scale(stage.size)))
    style = foot_style(stage.body_font, stage.size)
    spot = sheet.spot(FROM, box, style, _("a line at the foot"))
    inked = tuple(replace(level, color=spot.palette.text_rgb) for level in style.levels)
    return replace(role, foot=replace(spot, style=replace(style, levels=inked)))


__all__ = ["BAND", "FROM_PT", "band", "foot_style", "footed"]
