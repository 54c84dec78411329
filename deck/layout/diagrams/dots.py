"""So many of so many, as dots in columns of ten: the counted are filled, the others hollow. The figure stands beside them, the
words on rules above them, so that no legend is needed. Where dots would be too small to see, a bar in two parts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from deck.geometry import EMU_PER_PT, Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.counted import Counted, DotField, dots_of, edges, field_of
from deck.layout.diagrams.rows import rows_of
from deck.layout.lines import NO_INSETS
from deck.layout.model import PlacedShape
from deck.layout.shapes import group, line_width, words
from deck.layout.zone import SLACK, Zone, largest, line_of, rule, said, sizes_from, tall, wide
from deck.presentation import FORMS, Diagram, Item

FORM = FORMS["dots"]

ABOVE = 700
"""Box width in px under which the figure stands above the dots."""
SIDE, BESIDE = 284, 12
"""Px: the room of the figure and the words about the whole, and from it to the dots."""
FIGURE, LEAD, WHOLE, LABEL, CAPTION, ALSO = 138.0, 28.0, 24.0, 20.0, 18.0, 24.0
"""The sizes of the words by their role, in points."""
DESCENT = 0.2
"""What is under the line that type stands on, as a share of its size."""
LOUD = 48.0
"""Points under which the figure beside the dots is no louder than its words: it had better stand above them."""
TIGHT = 0.76
"""The line spacing of the figure: digits reach neither as high nor as low as letters."""


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """The figure beside the dots, or above them; a bar where they would be too many or too small; rows where nothing is
    counted."""
    found = Counted(
        tuple(item for item in block.items if item.group not in FORM.groups),
        next((item for item in block.items if item.group == "whole"), None),
        next((item for item in block.items if item.group == "also"), None),
    )
    known = len(found.parts) + (found.whole is not None) + (found.also is not None)
    if len(found.parts) < 2 or found.total <= 0 or known < len(block.items):
        return rows_of(block, block.items, place)
    zone = Zone.of(place)
    ways = (partial(_beside, least=LOUD), _above, _beside) if wide(zone.box) >= ABOVE else (_above,)
    for way in ways:
        if (shapes := way(block, found, zone, place)) is not None:
            return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    return rows_of(block, block.items, place)


# --- the two ways -------------------------------------------------------------------------------------------------------------


def _beside(block: Diagram, found: Counted, zone: Zone, place: ChosenSpot, *, least: float = 0.0) -> list[PlacedShape] | None:
    """The figure in the first three columns of the zone, of so many points at least, the dots in the rest, what goes for all
    below."""
    box = zone.box
    below = _below(found, box, zone, place)
    if below is None:
        return None
    foot = box.bottom - sum(shape.box.h for shape in below[:1]) - (zone.px(24) if below else 0)
    side = Box(box.x, box.y, zone.px(SIDE), foot - box.y)
    x = box.x + zone.px(SIDE + BESIDE)
    room = Box(x, box.y, box.right - x, foot - box.y)
    figures = [size for size in sizes_from(FIGURE, place.context.minimum) if size >= least]
    lead = next((shapes for size in figures if (shapes := _lead(found, side, size, zone, place)) is not None), None)
    dots = _dots(block, found, room, zone, place)
    return [*lead, *dots, *below] if lead is not None and dots is not None else None


def _above(block: Diagram, found: Counted, zone: Zone, place: ChosenSpot) -> list[PlacedShape] | None:
    """The figure and the words about the whole side by side in a band, the dots under them."""
    box = zone.box
    below = _below(found, box, zone, place)
    if below is None:
        return None
    foot = box.bottom - sum(shape.box.h for shape in below[:1]) - (zone.px(12) if below else 0)
    for figure in sizes_from(64.0, place.context.minimum):
        band = _band(found, Box(box.x, box.y, box.w, foot - box.y), figure, zone, place)
        if band is None:
            continue
        shapes, end = band
        if (dots := _dots(block, found, Box(box.x, end, box.w, foot - end), zone, place)) is not None:
            return [*shapes, *dots, *below]
    return None


# --- the figure ---------------------------------------------------------------------------------------------------------------


def _lead(found: Counted, side: Box, figure: float, zone: Zone, place: ChosenSpot) -> list[PlacedShape] | None:
    """ "Drygt", the figure, and below it the words about the whole, from above."""
    context, look, first = place.context, place.look, found.parts[0]
    y, shapes = side.y, []
    if first.text:
        fit = largest(LEAD, context.minimum, lambda size: _one_line(first.text, context.heading_font, size, side.w, bold=True))
        if fit is None:
            return None
        part = FORM.part(first.id, "text")
        shapes.append(said(part, first.key, Box(side.x, y, side.w, fit[1]), first.text, fit[0], look.strong.color, bold=True))
        y += fit[1] + zone.px(4)
    if first.key:
        fit = largest(figure, figure, lambda size: _one_line(first.key, context.heading_font, size, side.w, bold=True))
        if fit is None:
            return None
        high = round(line_of(fit[0]) * (TIGHT + 0.02))
        shapes.append(_figure(first, Box(side.x, y, side.w, high), fit[0], place))
        y += high + zone.px(8)
    if found.whole is not None:
        words_ = _whole(found.whole, Box(side.x, y, side.w, side.bottom - y), zone, place)
        if words_ is None:
            return None
        shapes += words_
    return shapes


def _figure(item: Item, box: Box, size: float, place: ChosenSpot) -> PlacedShape:
    return PlacedShape(
        FORM.part(item.id, "key"),
        name=item.key,
        geometry="rect",
        box=box,
        paragraphs=words(item.key),
        size_pt=size,
        color=place.look.strong.color,
        bold=True,
        anchor="ctr",
        insets=NO_INSETS,
        heading_font=True,
        line_spacing=TIGHT,
    )


def _whole(item: Item, room: Box, zone: Zone, place: ChosenSpot) -> list[PlacedShape] | None:
    """Title in bold, the text under it."""
    context, ink = place.context, place.look.ink.color
    for size in sizes_from(WHOLE, context.minimum):
        title = tall(item.title, context.body_font, size, room.w, bold=True)
        text = tall(item.text, context.body_font, size, room.w)
        if title is None or text is None or title + zone.px(6) + text > room.h:
            continue
        name, y = item.title or item.text, room.y + title + zone.px(6)
        return [
            *_said(item, "title", name, Box(room.x, room.y, room.w, title), size, ink, bold=True),
            *_said(item, "text", name, Box(room.x, y, room.w, text), size, ink),
        ]
    return None


def _said(item: Item, field: str, name: str, box: Box, size: float, ink: object, *, bold: bool = False) -> list[PlacedShape]:
    text = getattr(item, field)
    return [said(FORM.part(item.id, field), name, box, text, size, ink, bold=bold)] if text else []  # type: ignore[arg-type]


def _band(found: Counted, box: Box, figure: float, zone: Zone, place: ChosenSpot) -> tuple[list[PlacedShape], int] | None:
    """ "Drygt 80" on one line, the words about the whole beside it, or under it where they are too wide; and where it ends."""
    context, look, first = place.context, place.look, found.parts[0]
    shapes: list[PlacedShape] = []
    lead = min(LEAD, max(figure / 2, context.minimum))
    width = line_width(first.text, context.heading_font, lead, bold=True) + zone.px(12) if first.text else 0
    number = line_width(first.key, context.heading_font, figure, bold=True) if first.key else 0
    if width + number > box.w:
        return None
    high = max(round(line_of(figure) * 0.9) if first.key else 0, line_of(lead) if first.text else 0)
    if first.text:
        part = FORM.part(first.id, "text")
        # On the figure's own line: what is under that is as much smaller as its type is.
        under = round(DESCENT * (figure - lead) * EMU_PER_PT) if first.key else 0
        where = Box(box.x, box.y, width, high - under)
        shapes.append(said(part, first.key, where, first.text, lead, look.strong.color, bold=True, anchor="b"))
    if first.key:
        shapes.append(_figure(first, Box(box.x + width, box.y, number, high), figure, place))
    end = box.y + high
    if found.whole is not None:
        beside = box.x + width + number + zone.px(48)
        place_for = [Box(beside, box.y, box.right - beside, high)] if box.right - beside >= zone.px(260) else []
        place_for.append(Box(box.x, end, box.w, max((box.h - high) // 3, 1)))
        for room in place_for:
            if (words_ := _whole(found.whole, room, zone, place)) is not None:
                shapes += words_
                end = max(end, words_[-1].box.bottom)
                break
        else:
            return None
    return shapes, end + zone.px(12)


def _one_line(text: str, font: str, size: float, width: int, *, bold: bool) -> int | None:
    """A line's height where the text stands on one."""
    return line_of(size) if line_width(text, font, size, bold=bold) <= width else None


# --- the dots -----------------------------------------------------------------------------------------------------------------


def _dots(block: Diagram, found: Counted, room: Box, zone: Zone, place: ChosenSpot) -> list[PlacedShape] | None:
    """Words on their rules, the dots, and what one dot is: None where they do not go in."""
    tries = [
        made
        for size in sizes_from(LABEL, place.context.minimum)
        for across in _widths(block, found, room, size, zone, place)
        if (made := _field(block, found, room, across, size, zone, place)) is not None
    ]
    # Words beyond the dots name nothing: first of all they stand over them, be it over a bar.
    return max(tries, key=lambda made: made[1], default=(None, 0))[0]


def _widths(block: Diagram, found: Counted, room: Box, size: float, zone: Zone, place: ChosenSpot) -> Iterator[int]:
    """The widths that words may have: the room's, and that of the dots where these are narrower."""
    yield room.w
    set_ = _set(block, found, room, room.w, size, zone, place)
    if set_ is not None and (width := edges(found, set_[0])[-1][1] - room.x) < room.w:
        yield width


def _set(
    block: Diagram, found: Counted, room: Box, across: int, size: float, zone: Zone, place: ChosenSpot
) -> tuple[DotField, list[tuple[int, int]], int, int] | None:
    """The dots under words of this size in so much of the width; the words' widths and heights, where the dots begin, and the
    height of what one dot is."""
    small = min(size, max(CAPTION, place.context.minimum))
    foot = tall(block.caption, place.context.body_font, small, room.w) if block.caption else 0
    labels = _labels(found, size, across, zone, place)
    if foot is None or labels is None:
        return None
    top = room.y + max(high for _width, high in labels) + zone.px(6)
    air = foot + zone.px(6) if foot else 0
    field = field_of(found, Box(room.x, top, room.w, room.bottom - top - air), zone)
    return None if field is None else (field, labels, top, foot)


def _field(
    block: Diagram, found: Counted, room: Box, across: int, size: float, zone: Zone, place: ChosenSpot
) -> tuple[list[PlacedShape], int] | None:
    """The shapes, and how good they are: 2 where all words end over the dots, 1 where they do over a bar, else 0."""
    set_ = _set(block, found, room, across, size, zone, place)
    if set_ is None:
        return None
    field, labels, top, foot = set_
    if field.bar:
        # It is as wide as the room.
        labels = _labels(found, size, room.w, zone, place) or labels
    rules = list(_rules(found, field, labels, (room, top, size), zone, place))
    shapes = [*rules, *dots_of(found, field, place)]
    if block.caption and not field.bar:
        small = min(size, max(CAPTION, place.context.minimum))
        where = Box(room.x, field.y + field.height + zone.px(6), room.w, foot)
        shapes.append(said("caption", "caption", where, block.caption, small, place.look.graphite.color))
    ends = edges(found, field)[-1][1]
    named = all(shape.box.right <= ends + zone.px(6) for shape in rules if shape.paragraphs)
    return shapes, (1 if field.bar else 2) if named else 0


def _labels(found: Counted, size: float, room: int, zone: Zone, place: ChosenSpot) -> list[tuple[int, int]] | None:
    """Width and height of each part's words: the others' on one line if they can, the counted in two, no narrower than their
    dots."""
    gap = zone.px(24)
    share = round(room * found.counts[0] / found.total)
    for most in (1, 2, 3):
        rest = [_narrowest(item, size, 0, room // 2, most, place) for item in found.parts[1:]]
        if any(label is None for label in rest):
            continue
        known = [label for label in rest if label is not None]
        left = room - sum(width + gap for width, _high in known)
        for lines in (2, 3, 4):
            first = _narrowest(found.parts[0], size, min(share, left), left, lines, place, bold=True)
            if first is not None:
                return [first, *known]
    return None


def _narrowest(
    item: Item, size: float, least: int, room: int, lines: int, place: ChosenSpot, *, bold: bool = False
) -> tuple[int, int] | None:
    """The least width, in steps, at which the words of a part stand on so many lines, and their height."""
    font = place.context.body_font
    whole = round(line_width(item.title, font, size, bold=bold) / SLACK) + EMU_PER_PT if item.title else 0
    step = max(round(line_of(size) / 4), 1)
    width = max(least, whole if lines == 1 else whole // lines)
    while width <= room:
        high = tall(item.title, font, size, width, bold=bold) if item.title else 0
        if high is not None and high <= line_of(size) * (lines + 0.3):
            return width, high
        width += step
    return None


def _rules(
    found: Counted,
    field: DotField,
    labels: list[tuple[int, int]],
    where: tuple[Box, int, float],
    zone: Zone,
    place: ChosenSpot,
) -> Iterator[PlacedShape]:
    """A rule over each part's dots, its words upon it: strong for the counted, thin for the others. Words may reach over
    another's dots, for the rule under them says whose they are; the last ones end with the dots, where there is room."""
    look, (room, y, size) = place.look, where
    x, gap = room.x, zone.px(3)
    for n, (item, (left, right), (width, high)) in enumerate(zip(found.parts, edges(found, field), labels, strict=True)):
        last = n == len(found.parts) - 1
        color = look.strong.color if n == 0 else look.graphite.color
        rest = sum(wide_ + zone.px(24) for wide_, _high in labels[n + 1 :])
        at = max(x, min(right - width if last and n else left, room.right - width - rest))
        align = "r" if last and n and at + width <= right else "l"
        if item.title:
            box = Box(at, y - zone.px(6) - high, width, high)
            part = FORM.part(item.id, "title")
            yield said(part, item.title, box, item.title, size, color, bold=n == 0, anchor="b", align=align)
        x = at + width + zone.px(24)
        start, end = left + (gap if n else 0), right - (0 if last else gap)
        if end > start:
            strong, thick = (look.field.color, 5) if n == 0 else (look.stone.color, 2)
            yield rule(f"rule:{item.id}", start, y, end - start, strong, thick)


def _below(found: Counted, box: Box, zone: Zone, place: ChosenSpot) -> list[PlacedShape] | None:
    """What goes for all, along the foot: its title in bold, the text beside it."""
    context, item = place.context, found.also
    if item is None:
        return []
    ink = place.look.ink.color
    for size in sizes_from(ALSO, context.minimum):
        lead = line_width(item.title, context.body_font, size, bold=True) + zone.px(6) if item.title else 0
        if lead > box.w // 2:
            continue
        text = tall(item.text, context.body_font, size, box.w - lead)
        high = max(text or 0, line_of(size) if item.title else 0)
        if text is None or high > box.h // 4:
            continue
        name, y = item.title or item.text, box.bottom - high
        return [
            *_said(item, "title", name, Box(box.x, y, lead, high), size, ink, bold=True),
            *_said(item, "text", name, Box(box.x + lead, y, box.w - lead, high), size, ink),
        ]
    return None
