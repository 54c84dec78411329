"""For whom: the main groups filled, on the base that they share; under them, outlined, who supports them, with an arrow up."""

from __future__ import annotations

from dataclasses import dataclass

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams.rows import RowEmphasis, captioned, rows_of
from deck.layout.model import PlacedShape, Stroke
from deck.layout.shapes import group
from deck.layout.zone import PX, TitleAndText, Zone, argument, block_arrow, largest, lower, pair_of, said, tall, told, wide
from deck.presentation import FORMS, Diagram, Item

FORM = FORMS["audience"]

NARROW = 560
"""Narrower boxes than so many px have rows."""
PAD, AIR = 28, 14
"""Px: from a panel's edge to its words, from the left and from above at least."""
MAIN, BASE, SUPPORT = 132, 86, 148
"""Heights in px, at least."""
JOINT, ARROW = 6, 108
"""Px: between the main groups and their base, and from there to the support."""
WIDTH, HEAD, STEM, LABEL = 104, 48, 56, 130
"""The arrow in px, and from its left to its label."""
MOST = 3
ROUNDING = 1_000
"""EMU by which lengths in px may miss the box."""


@dataclass(frozen=True, slots=True)
class AudienceParts:
    """The items by what they are."""

    main: tuple[Item, ...]
    base: Item | None
    support: Item | None


@dataclass(frozen=True, slots=True)
class AudienceSetting:
    """The words' sizes and heights, and each row's height in EMU."""

    mains: tuple[TitleAndText, ...]
    base: TitleAndText | None
    support: TitleAndText | None
    label: float
    main_high: int
    base_high: int
    support_high: int


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """The drawing where its words have room; else rows."""
    zone, parts = Zone.of(place), _parts(block)
    if parts is not None and wide(zone.box) >= NARROW:
        found = largest(40.0, place.context.minimum, lambda size: _setting(block, parts, size, zone, place))
        if found is not None:
            shapes = _draw(block, parts, found[1], zone, place)
            return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    loud = frozenset(item.id for item in parts.main) if parts else frozenset[str]()
    return rows_of(block, _listed(block, parts), place, emphasis=RowEmphasis(loud, up=True))


def _listed(block: Diagram, parts: AudienceParts | None) -> tuple[Item | tuple[Item, ...], ...]:
    """All in reading order, the main groups in one row with what they share where they say nothing else, the words by the arrow
    before those whom it comes from."""
    support = tuple(item for item in block.items if item.group == "support")
    others = tuple(item for item in block.items if item not in support)
    if parts and parts.base and not (parts.base.title and parts.base.text) and not any(item.text for item in parts.main):
        return ((*parts.main, parts.base), *captioned(block), *support)
    return (*others, *captioned(block), *support)


def _parts(block: Diagram) -> AudienceParts | None:
    """None where there are others than this form draws."""
    groups: dict[str, list[Item]] = {"": [], "base": [], "support": []}
    for item in block.items:
        groups.setdefault(item.group, []).append(item)
    main, base, support = groups.pop(""), groups.pop("base"), groups.pop("support")
    if groups or (block.caption and not support) or not 1 <= len(main) <= MOST or len(base) > 1 or len(support) > 1:
        return None
    return AudienceParts(tuple(main), next(iter(base), None), next(iter(support), None))


def _setting(block: Diagram, parts: AudienceParts, size: float, zone: Zone, place: ChosenSpot) -> AudienceSetting | None:
    """None where a word would be cut, or all is higher than the box."""
    minimum, pad, air = place.context.minimum, zone.px(PAD), zone.px(AIR)
    inner, whole = zone.cells(len(parts.main))[0].w - 2 * pad, zone.box.w - 2 * pad
    small, text = max(min(lower(size, 4, minimum), 24.0), minimum), max(min(size, 24.0), minimum)
    mains = [pair_of(item, size, small, inner, place) for item in parts.main]
    base = pair_of(parts.base, text, text, whole, place, bold=False) if parts.base else None
    support = pair_of(parts.support, max(min(size, 28.0), minimum), text, whole, place) if parts.support else None
    label = tall(block.caption, place.context.body_font, text, whole - zone.px(LABEL), bold=True)
    if label is None or None in mains or (parts.base and not base) or (parts.support and not support):
        return None
    known = tuple(item for item in mains if item is not None)
    main_high = max(max(item.high for item in known) + 2 * air, zone.px(MAIN))
    base_high = max(base.high + air, zone.px(BASE)) + zone.px(JOINT) if base else 0
    support_high = max(support.high + 2 * air, zone.px(SUPPORT)) if support else 0
    arrow = max(zone.px(ARROW), label) if support else 0
    spare = zone.box.h - main_high - base_high - arrow - support_high
    if spare < -ROUNDING:
        return None
    if support and spare > 0:
        # In a box that is higher than wide, the groups share the height with those who support them; the arrow does not.
        main_high, support_high = main_high + spare // 2, support_high + spare // 2
    return AudienceSetting(
        known, base=base, support=support, label=text, main_high=main_high, base_high=base_high, support_high=support_high
    )


def _draw(block: Diagram, parts: AudienceParts, setting: AudienceSetting, zone: Zone, place: ChosenSpot) -> list[PlacedShape]:
    shapes: list[PlacedShape] = []
    look, pad, joint = argument(place.look), zone.px(PAD), zone.px(JOINT)
    for item, pair, cell in zip(parts.main, setting.mains, zone.cells(len(parts.main)), strict=True):
        box = Box(cell.x, cell.y, cell.w, setting.main_high)
        shapes += told(FORM, item, box, pair, (look.fill, look.line), look.text, pad)
    y = zone.box.y + setting.main_high
    if parts.base and setting.base:
        box = Box(zone.box.x, y + joint, zone.box.w, setting.base_high - joint)
        tone = place.look.soft
        shapes += told(FORM, parts.base, box, setting.base, (tone.color, None), tone.text, pad, bold=False)
        y += setting.base_high
    if not parts.support or not setting.support:
        return shapes
    box = Box(zone.box.x, zone.box.bottom - setting.support_high, zone.box.w, setting.support_high)
    arrow = Box(box.x + zone.px(4), y + joint, zone.px(WIDTH), max(box.y - y - joint, 1))
    shapes.append(block_arrow("arrow", "arrow", arrow, zone.px(STEM), zone.px(HEAD), look.fill, line=look.line, up=True))
    strong, field = place.look.strong.color, place.look.field.color
    if block.caption:
        where = Box(box.x + zone.px(LABEL), y, box.w - zone.px(LABEL), box.y - y)
        shapes.append(said("caption", block.caption, where, block.caption, setting.label, strong, bold=True, anchor="ctr"))
    # The outline is drawn on the edge: half of it within the zone's.
    edge = Box(box.x + 2 * PX, box.y, box.w - 4 * PX, box.h - 2 * PX)
    ink = place.look.ink.color
    return [
        *shapes,
        *told(FORM, parts.support, edge, setting.support, (None, Stroke(field, 4 * PX)), ink, pad - 2 * PX),
    ]
