"""What goes round: a ring of arrows, clockwise, the first ending at twelve o'clock, each with its numeral; the words beside
them under rules drawn to the ring. Angles in degrees, clockwise from twelve."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deck.geometry import EMU_PER_PT, Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams.rows import AGAIN, captioned, rows_of
from deck.layout.model import Manner, PlacedShape
from deck.layout.ring import HOLES, LoopRing, numeral, segment
from deck.layout.shapes import group, line_width, moved
from deck.layout.zone import PX, Zone, largest, lower, rule, said, sizes_from, tall
from deck.presentation import FORMS, Diagram, Item
from deck.presentation.names import MARKS, called

FORM = FORMS["loop"]

RADIUS = {2: 212, 3: 184, 4: 212, 5: 176, 6: 204}
"""Steps → the ring's radius in px."""
LEAST, SMALL = 90, 0.95
"""A smaller ring, in px, is rows; one under so much of its radius may have its words beside it."""
BELOW, DROP = 112, 12
"""Px under the ring for the step that stands there, heading and text, and from the ring to the rule over it."""
BESIDE, UNDER = 28, 10
"""Px: from the ring to the words, and from a rule to them."""
EMPTY, ABOVE = 0.3, 0.35
"""The share of the box's height from which what is left below is shared out, and how much of it comes above."""
CAPTION = 22.0
WIDE, WIDEST = (0.86, 0.8, 0.72), (0.92,)
"""Half a caption's width in radii of the hole: what is tried, and what where it has no room else."""
LESS, CROWN = (1.0, 0.93, 0.86), 0.6
"""The shares of its radius that a ring has with its caption over it, and the share of the box's width that this has at most."""
RULES = {1: (-0.48,), 2: (-0.8, 0.1), 3: (-0.85, -0.25, 0.35)}
"""Labels on a side → where their rules are, in radii under the ring's centre."""


@dataclass(frozen=True, slots=True)
class LoopLabel:
    """Where a step's words stand: the rule over them, and their boxes."""

    item: int
    rule: Box
    title: Box
    text: Box


@dataclass(frozen=True, slots=True)
class LoopSetting:
    head: float
    size: float
    labels: tuple[LoopLabel, ...]


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """A ring where it has room for itself and its words; else numbered rows that end with the way back."""
    zone = Zone.of(place)
    ring = _ring(len(block.items), zone) if len(block.items) in RADIUS else None
    shapes = _round(block, ring, zone, place) if ring is not None else None
    if shapes is not None:
        return LaidBlock(((group(place.slot, block, _lowered(shapes, zone), block.alt),),))
    numbered = tuple(replace(item, key=str(n)) for n, item in enumerate(block.items, 1))
    again = (Item(AGAIN, title=_again(place.context.lang)),) if block.items else ()
    return rows_of(block, (*captioned(replace(block, items=numbered)), *numbered, *again), place)


def _lowered(shapes: list[PlacedShape], zone: Zone) -> list[PlacedShape]:
    """In a box that is much higher than what is drawn, that stands a little above its middle, not at its top."""
    spare = zone.box.bottom - max(shape.box.bottom for shape in shapes)
    if spare <= EMPTY * zone.box.h:
        return shapes
    return [replace(shape, box=moved(shape.box, 0, round(ABOVE * spare))) for shape in shapes]


def _round(block: Diagram, ring: LoopRing, zone: Zone, place: ChosenSpot) -> list[PlacedShape] | None:
    """The ring with its words; None where they have no room."""
    found = largest(24.0, place.context.minimum, lambda size: _setting(block.items, ring, size, zone, place))
    if found is None:
        return None
    setting = found[1]
    for shares in (WIDE, WIDEST):
        for one in (replace(ring, hole=hole) for hole in HOLES):
            if (centre := _centre(block, one, place, shares)) is not None:
                return _draw(block, one, setting, centre, place)
    if ring.radius >= SMALL * RADIUS[ring.count] * PX:
        return None
    if (crowned := _crowned(block, ring, setting.size, zone, place)) is not None:
        return _draw(block, *crowned, place)
    centre = _over(block, ring, setting, zone, place)
    return _draw(block, ring, setting, centre, place) if centre is not None else None


def _again(lang: str) -> str:
    return called(MARKS, "again", lang)


def _ring(count: int, zone: Zone) -> LoopRing | None:
    box = zone.box
    below = zone.px(BELOW) if _bottom(count) is not None else 0
    radius = min(zone.px(RADIUS[count]), box.w // 6, (box.h - below) // 2)
    return LoopRing(box.x + box.w // 2, box.y + radius, radius, count) if radius >= LEAST * PX else None


def _bottom(count: int) -> int | None:
    """The step that stands under the ring: its segment is at six o'clock."""
    return (count + 3) // 2 if count % 2 and count > 1 else None


# --- the words ----------------------------------------------------------------------------------------------------------------


def _centre(block: Diagram, ring: LoopRing, place: ChosenSpot, shares: tuple[float, ...]) -> PlacedShape | tuple[()] | None:
    """The caption, in the largest box whose corners lie within the ring; () where there is none, None where it has no room."""
    if not block.caption:
        return ()
    numerals = [numeral(n, ring, place)[1] for n in range(1, ring.count + 1)]
    for size in sizes_from(CAPTION, place.context.minimum):
        for wide in shares:
            w, h = round(ring.inner * wide), round(ring.inner * math.sqrt(1 - wide**2) * 0.98)
            found = tall(block.caption, place.context.body_font, size, 2 * w, bold=True)
            box = Box(ring.x - w, ring.y - h, 2 * w, 2 * h)
            if found is not None and found <= 2 * h and not any(box.overlaps(one) for one in numerals):
                ink = place.look.ink.color
                return said("caption", block.caption, box, block.caption, size, ink, bold=True, anchor="ctr", align="ctr")
    return None


def _crowned(
    block: Diagram, ring: LoopRing, least: float, zone: Zone, place: ChosenSpot
) -> tuple[LoopRing, LoopSetting, PlacedShape] | None:
    """A caption that has no room in the ring stands over it, in a line, and the ring so much lower; None where the steps' words
    would be under `least` points for that."""
    box, context = zone.box, place.context
    for share in LESS:
        for size in sizes_from(CAPTION, context.minimum):
            wide = line_width(block.caption, context.body_font, size, bold=True)
            high = tall(block.caption, context.body_font, size, box.w, bold=True)
            radius = round(ring.radius * share)
            if high is None or wide > CROWN * box.w or radius < LEAST * PX:
                continue
            lower_one = LoopRing(ring.x, box.y + high + zone.px(UNDER) + radius, radius, ring.count)
            found = largest(24.0, context.minimum, lambda step, one=lower_one: _setting(block.items, one, step, zone, place))
            if found is not None and found[1].size >= least:
                room = Box(box.x, box.y, box.w, high)
                ink = place.look.ink.color
                words = said("caption", block.caption, room, block.caption, size, ink, bold=True, align="ctr")
                return lower_one, found[1], words
    return None


def _over(block: Diagram, ring: LoopRing, setting: LoopSetting, zone: Zone, place: ChosenSpot) -> PlacedShape | None:
    """A caption that has no room in the ring stands over the words at its left, at the top, and as far as to the ring."""
    first = min((label for label in setting.labels if label.title.x == zone.box.x), key=lambda label: label.rule.y, default=None)
    if first is None:
        return None
    bottom = first.rule.y - zone.px(2)
    ring_at = ring.x - ring.half(min(bottom, ring.y)) - zone.px(UNDER)
    room = Box(zone.box.x, zone.box.y, min(first.title.w, ring_at - zone.box.x), bottom - zone.box.y)
    for size in sizes_from(CAPTION, place.context.minimum):
        found = tall(block.caption, place.context.body_font, size, room.w, bold=True)
        if found is not None and found <= room.h:
            return said("caption", block.caption, room, block.caption, size, place.look.ink.color, bold=True)
    return None


def _setting(items: Sequence[Item], ring: LoopRing, size: float, zone: Zone, place: ChosenSpot) -> LoopSetting | None:
    """The labels at a size of text; None where one has no room."""
    minimum = place.context.minimum
    most = 24.0 if ring.count <= 4 else 20.0
    if size > most:
        return None
    head = min(lower(30.0, _under(size, most, minimum), minimum), 30.0 if ring.count <= 4 else 26.0)
    labels: list[LoopLabel] = []
    for side in (-1, 1):
        mine = sorted(
            (n for n in range(1, ring.count + 1) if _side(n, ring) == side), key=lambda n: -math.cos(math.radians(ring.middle(n)))
        )
        for k, n in enumerate(mine):
            if (label := _beside(items[n - 1], n, (side, k, len(mine)), ring, (head, size), zone, place)) is None:
                return None
            labels.append(label)
    bottom = _bottom(ring.count)
    if bottom is not None:
        label = _below(items[bottom - 1], bottom, ring, (head, size), zone, place)
        if label is None:
            return None
        labels.append(label)
    return LoopSetting(head, size, tuple(sorted(labels, key=lambda label: label.item)))


def _under(size: float, role: float, minimum: float) -> int:
    """How many steps of type a size is under its role's."""
    return sum(1 for step in sizes_from(role, minimum) if step > size)


def _side(n: int, ring: LoopRing) -> int:
    """-1: left of the ring, 1: right, 0: under it."""
    if n == _bottom(ring.count):
        return 0
    return -1 if math.sin(math.radians(ring.middle(n))) < 0 else 1


def _hang(size: float) -> int:
    """Room for a label's numeral."""
    return round(size * 0.95 * EMU_PER_PT)


def _beside(
    item: Item,
    n: int,
    at: tuple[int, int, int],
    ring: LoopRing,
    sizes: tuple[float, float],
    zone: Zone,
    place: ChosenSpot,
) -> LoopLabel | None:
    side, k, count = at
    box, (head, size) = zone.box, sizes
    rules = RULES[count]
    y = max(ring.y + round(rules[k] * ring.radius), box.y)
    foot = ring.y + round(rules[k + 1] * ring.radius) if k + 1 < count else box.bottom if count < 3 else ring.y + ring.radius
    if _bottom(ring.count) is not None:
        foot = min(foot, ring.y + ring.radius)
    width = box.w // 2 - ring.radius - zone.px(BESIDE)
    x = box.x if side < 0 else box.right - width
    title = tall(item.title, place.context.heading_font, head, width - _hang(head), bold=True)
    text = tall(item.text, place.context.body_font, size, width)
    top = y + zone.px(UNDER)
    if title is None or text is None or top + title + text > foot:
        return None
    half = ring.half(y)
    line = Box(box.x, y, ring.x - half - box.x, 0) if side < 0 else Box(ring.x + half, y, box.right - ring.x - half, 0)
    return LoopLabel(n, line, Box(x, top, width, title), Box(x, top + title, width, text))


def _below(item: Item, n: int, ring: LoopRing, sizes: tuple[float, float], zone: Zone, place: ChosenSpot) -> LoopLabel | None:
    """The words under the ring: the text under the heading as beside it, or after it where the place is low."""
    box, (head, size) = zone.box, sizes
    context = place.context
    x, y = ring.x - ring.radius, ring.y + ring.radius + zone.px(DROP)
    line, top = Box(x, y, 2 * ring.radius, 0), y + zone.px(UNDER)
    room = box.right - x
    title = tall(item.title, context.heading_font, head, room - _hang(head), bold=True)
    if title is None or top + title > box.bottom:
        return None
    text = tall(item.text, context.body_font, size, room)
    if text is not None and top + title + text <= box.bottom:
        return LoopLabel(n, line, Box(x, top, room, title), Box(x, top + title, room, text))
    alone = _hang(head) + line_width(item.title, context.heading_font, head, bold=True) + zone.px(4)
    rest = room - alone - zone.px(BESIDE)
    drop = round((head - size) * 0.95 * EMU_PER_PT)
    beside = tall(item.text, context.body_font, size, rest) if rest > room // 3 else None
    if item.text and beside is not None and top + drop + beside <= box.bottom:
        one = tall(item.title, context.heading_font, head, alone, bold=True) or title
        return LoopLabel(n, line, Box(x, top, alone, one), Box(x + alone + zone.px(BESIDE), top + drop, rest, beside))
    return None


# --- the shapes ---------------------------------------------------------------------------------------------------------------


def _draw(
    block: Diagram, ring: LoopRing, setting: LoopSetting, centre: PlacedShape | tuple[()], place: ChosenSpot
) -> list[PlacedShape]:
    ink = place.look.ink.color
    shapes: list[PlacedShape] = []
    for label, item in zip(setting.labels, block.items, strict=True):
        shapes.append(segment(item, label.item, ring, place))
        shapes.append(rule(f"step:{item.id}:rule", label.rule.x, label.rule.y, label.rule.w, ink, 2))
        name = item.title or str(label.item)
        title = said(FORM.part(item.id, "title"), name, label.title, item.title, setting.head, ink, bold=True, heading=True)
        numbered = Manner(hang=_hang(setting.head), number=label.item, mark_color=ink)
        shapes.append(replace(title, manners=(numbered, Manner(hang=_hang(setting.head)))))
        if item.text:
            shapes.append(said(FORM.part(item.id, "text"), name, label.text, item.text, setting.size, ink))
    if not isinstance(centre, PlacedShape):
        return shapes
    over = centre.box.bottom <= min(label.rule.y for label in setting.labels)
    return [centre, *shapes] if over else [*shapes, centre]
