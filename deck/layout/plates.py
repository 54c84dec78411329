"""What a block stands on where nothing reads on the template's own ground: one plain colour of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from deck.geometry import EMU_PER_PT, Box, cm
from deck.layout.model import Placed, PlacedChart, PlacedGroup, PlacedShape, PlacedTable
from deck.template.model import ThemeColor

PLATE = "plate"
"""The key of the shape that a drawn block stands on."""

SLIT = cm(1)
"""Between two plates, so much is neither air nor picture."""

SEAM = EMU_PER_PT
"""What one plate goes under the other, or programs that smooth edges let the photograph shine through between them."""

BESIDE = cm(0.3)
"""From a plate's edge to what a drawn block has upon it, at both sides."""


def plate_room(box: Box, size: tuple[int, int], others: Iterable[Box]) -> Box:
    """How far a drawn block's plate may go: beyond its box where the slide has room and nothing else stands."""
    left, right = box.inset(-BESIDE, 0, 0, 0), box.inset(0, 0, -BESIDE, 0)
    taken = [other for other in others if not other.overlaps(box)]
    if left.x >= 0 and not any(left.overlaps(other) for other in taken):
        box = box.union(left)
    if right.right <= size[0] and not any(right.overlaps(other) for other in taken):
        box = box.union(right)
    return box


def room_under(room: Box, size: tuple[int, int], others: Iterable[Box]) -> Box:
    """The same with a margin under it, where that is free."""
    strip = Box(room.x, room.bottom, room.w, BESIDE)
    free = strip.bottom <= size[1] and not any(strip.overlaps(other) for other in others if not other.overlaps(room))
    return room.union(strip) if free else room


def touches(item: Placed, room: Box) -> bool:
    """Do a drawn block's lowest words stand at the lower edge of its plate, with no room for a margin?"""
    return isinstance(item, PlacedGroup) and _ends_in_words(item) and item.box.bottom + BESIDE > room.bottom


def _ends_in_words(item: PlacedGroup) -> bool:
    lowest = max((child.box.bottom for child in item.children), default=0)
    low = [child for child in item.children if child.box.bottom > lowest - BESIDE]
    return any(paragraph.runs for child in low if child.fill is None for paragraph in child.paragraphs)


def joined(plates: Mapping[str, tuple[Box, ThemeColor]], taken: Iterable[Box]) -> dict[str, Box]:
    """The boxes of words whose plates are made one with those under them: of one colour, from one left edge, and so near that the
    strip of a photograph between them is a slit. Both are as wide as the wider, where nothing of `taken` stands there."""
    taken = list(taken)
    boxes = {key: box for key, (box, _plate) in plates.items()}
    below = sorted(boxes, key=lambda key: (boxes[key].y, key))
    for upper, lower in pairwise(below):
        one, other = boxes[upper], boxes[lower]
        near = 0 < other.y - one.bottom <= SLIT and abs(other.x - one.x) <= BESIDE
        if not near or plates[upper][1] != plates[lower][1]:
            continue
        whole = one.union(other)
        if abs(one.right - other.right) > BESIDE and any(box.overlaps(whole) for box in taken):
            continue
        boxes[upper] = Box(whole.x, one.y, whole.w, other.y - one.y + SEAM)
        boxes[lower] = Box(whole.x, other.y, whole.w, other.h)
    return {key: box for key, box in boxes.items() if box != plates[key][0]}


def on_plate(item: Placed, plate: ThemeColor, room: Box) -> Placed:
    """A block upon a plate: a table's cells and a chart's area are filled, a drawn block has a shape behind all others, a margin
    wider than itself within the room, and as much lower where words are its lowest. Words bring theirs themselves."""
    if isinstance(item, PlacedTable) and item.house is not None:
        return item  # its style fills its cells
    if isinstance(item, PlacedTable | PlacedChart):
        return replace(item, plate=plate)
    if isinstance(item, PlacedGroup):
        under = BESIDE if _ends_in_words(item) else 0
        wide = item.box.inset(-BESIDE, 0, -BESIDE, -under).intersection(room).union(item.box)
        shape = PlacedShape(PLATE, name="plate", geometry="rect", box=wide, fill=plate)
        return replace(item, box=wide, children=(shape, *item.children))
    return item
