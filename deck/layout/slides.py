"""One slide: each slot into its spot, over as many slides as it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from deck.fonts import wherever
from deck.geometry import Box, cm, pt, slide_scale
from deck.layout.asides import with_asides, without_place
from deck.layout.context import ChosenSpot, Context, LaidBlock, Trouble
from deck.layout.credits import with_credits
from deck.layout.diagrams import place_diagram
from deck.layout.figures import place_chart, place_picture, place_qr
from deck.layout.flush import flush
from deck.layout.halves import MORE, WORDS, may_give, with_bleed
from deck.layout.maps import place_map
from deck.layout.model import Placed
from deck.layout.mould import Mould, Seat
from deck.layout.plates import BESIDE, joined, on_plate, plate_room, room_under, touches
from deck.layout.provenance import for_role, with_source
from deck.layout.quoting import aired, gathered
from deck.layout.scale import enlarged
from deck.layout.tables import place_table
from deck.layout.texts import WHOLE, largest, place_text, put, text_room
from deck.layout.twice import said_twice
from deck.presentation import FROM, OCCASION, ON_EACH_PAGE, Chart, Diagram, Map, Picture, QrCode, Slot, Table, Text, credited
from deck.presentation.names import MARKS, called

ALIKE = (("left", "right"), ("left-heading", "right-heading"))
"""Texts side by side have one size."""

STAND_INS = {
    "body": ("object", "left", "quote", "subtitle"),
    "object": ("body", "left", "picture"),
    "picture": ("object", "right", "body"),
    "left": ("body", "object"),
    "right": ("object", "picture"),
    "subtitle": ("body",),
    "quote": ("body", "object"),
    "attribution": ("subtitle",),
    "number": ("object", "left"),
    "left-heading": (),
    "right-heading": (),
    "title": (),
}
"""Where a slot goes in a role that lacks its spot, if that place is free."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What one slide became: the shapes of each page in reading order."""

    pages: tuple[tuple[Placed, ...], ...]
    troubles: tuple[Trouble, ...]


def context_of(mould: Mould, lang: str) -> Context:
    scale = slide_scale(mould.size)
    return Context(
        max(18.0 * scale, mould.minimum_pt),
        body_font=wherever(mould.body_font),
        heading_font=wherever(mould.heading_font),
        lang=lang,
        scale=scale,
        face=mould.body_font,
    )


NO_BREAK = "\u00a0"


def of_parts(part: int, parts: int, lang: str) -> str:
    """What a continued title ends with; with no-break spaces, so that it never stands on a line alone."""
    return f" ({part} {called(MARKS, 'of', lang)} {parts})".replace(" ", NO_BREAK)


def seats_of(slots: tuple[Slot, ...], mould: Mould) -> dict[str, Seat]:
    """A seat for each slot role of the slide; where the template has none, another free one, or the room that is left. Words
    about a picture have theirs of the picture's: see with_credits."""
    known = dict(mould.seats)
    wanted = list(dict.fromkeys(credited(slot.role) or slot.role for slot in slots))
    later = without_place(slots, mould) | {FROM}
    wanted = [name for name in wanted if name not in later or name in known]
    seats = {name: known[name] for name in wanted if name in known}
    taken = set(seats)
    for name in wanted:
        if name in seats:
            continue
        found = next((other for other in STAND_INS.get(name, ()) if other in known and other not in taken), None)
        if found is None:
            seats[name] = _composed(name, mould, seats)
        else:
            taken.add(found)
            seats[name] = replace(known[found], spot=replace(known[found].spot, role=name))
    return seats


def _nowhere(slot: Slot, mould: Mould) -> bool:
    """Words that nobody has said yet have a placeholder with its prompt, or no place at all."""
    if not isinstance(slot.block, Text) or slot.block.text.strip() or slot.role == "title":
        return False
    seat = dict(mould.seats).get(slot.role)
    return seat is None or seat.spot.placeholder is None


UNDER_COVERS = frozenset({"subtitle", *OCCASION})


def is_cover(slots: tuple[Slot, ...]) -> bool:
    """Has the slide nothing but a title, and what says whose it is or when?"""
    rest = {slot.role for slot in slots} - {"title"}
    return bool(rest) and rest <= UNDER_COVERS


def _over_title(slot: Slot, slots: tuple[Slot, ...], places: Mapping[str, ChosenSpot]) -> bool:
    title = next((places[other.id].spot.box for other in slots if other.role == "title"), None)
    return title is not None and places[slot.id].spot.box.y < title.y


def _is_aid(slot: Slot, mould: Mould) -> bool:
    """An index in which one row is the current, in a template that has no place for it."""
    items = slot.block.items if isinstance(slot.block, Diagram) else ()
    return slot.role not in dict(mould.seats) and any(item.group == "current" for item in items)


def _composed(name: str, mould: Mould, seats: Mapping[str, Seat]) -> Seat:
    """The largest whole band of the safe area clear of seats and decorations; where there is none, upon decorations."""
    boxes = [seat.spot.box for seat in seats.values()]
    best = _band(mould.safe, [*boxes, *_decorations(mould)])
    if best.h < LEAST_BAND:
        best = max(best, _band(mould.safe, boxes), key=lambda box: box.h)
    return replace(mould.rest, spot=replace(mould.rest.spot, role=name, box=best))


LEAST_BAND = pt(24)


def _band(safe: Box, taken: list[Box]) -> Box:
    edges = sorted({safe.y, safe.bottom, *(box.bottom for box in taken), *(box.y for box in taken)})
    best = Box(safe.x, safe.y, safe.w, 0)
    for top in edges:
        for bottom in edges:
            band = Box(safe.x, top + cm(0.3), safe.w, bottom - top - cm(0.6))
            if band.h > best.h and safe.contains(band) and not any(band.overlaps(box, 1) for box in taken):
                best = band
    return best


@lru_cache(maxsize=128)
def lay_out_pages(slots: tuple[Slot, ...], mould: Mould, lang: str) -> Pages:
    """A slide's slots into a mould. What it returns bears no colour values: its placeholders are the mould's bare ones."""
    made = _parted(slots, mould, lang, WORDS)
    if len(made.pages) > 1 and may_give(slots):
        # Rather a smaller map than a page that has nothing but the rest of what stands beside it.
        closer = _parted(slots, mould, lang, MORE)
        if len(closer.pages) < len(made.pages) and len(closer.troubles) <= len(made.troubles):
            return closer
    return made


def _parted(slots: tuple[Slot, ...], mould: Mould, lang: str, share: float) -> Pages:
    """`share`: of the width, for words beside a map."""
    context = context_of(mould, lang)
    twice = said_twice(slots, mould)
    slots = tuple(slot for slot in slots if not (_nowhere(slot, mould) or slot.id in twice))
    seats = with_asides(slots, with_credits(slots, seats_of(slots, mould), context), mould, context)
    seats = with_bleed(slots, with_source(slots, seats, mould), mould, share)
    around = [seat.spot for seat in dict(mould.seats).values()]
    places = {
        slot.id: ChosenSpot(
            slot.id,
            spot=flush(seat.spot, slot.block, around),
            look=seat.look,
            context=for_role(slot.role, context),
            reads=seat.reads,
            ink=seat.ink,
            cover=is_cover(slots),
            table=seat.table,
        )
        for slot in slots
        for seat in (seats[slot.role],)
    }
    tops = _tops(slots, places)
    _subordinate(slots, places, tops)
    gathered(slots, places, tops)
    _widen(slots, mould, places, tops)
    aired(slots, places, tops)
    _join(slots, mould, places)
    outcomes: dict[str, LaidBlock] = {}
    for slot in slots:
        if slot.role != "title":
            outcomes[slot.id] = _place(slot, places[slot.id], tops.get(slot.id), _room(slot, places, mould))
    for slot in slots:
        if _is_aid(slot, mould) and (outcomes[slot.id].troubles or _over_title(slot, slots, places)):
            # An index of the parts that finds no room under the title is left out: it says nothing that the agenda does not.
            outcomes[slot.id] = LaidBlock(((),))
    parts = max((len(outcome.parts) for outcome in outcomes.values()), default=1)
    troubles = [trouble for outcome in outcomes.values() for trouble in outcome.troubles]
    titles = [slot for slot in slots if slot.role == "title" and isinstance(slot.block, Text)]
    rest = _as_seen([slot for slot in slots if slot not in titles], places, mould)
    pages: list[tuple[Placed, ...]] = []
    sizes = {slot.id: _title_size(slot, places[slot.id], parts, lang, troubles) for slot in titles}
    ends = {slot.id: _glue(slot, places[slot.id], parts, lang) for slot in titles}
    for part in range(parts):
        shapes: list[Placed] = []
        suffix = of_parts(part + 1, parts, lang) if parts > 1 else ""
        for slot in titles:
            assert isinstance(slot.block, Text)
            own = suffix.replace(NO_BREAK, ends[slot.id], 1)
            shapes.append(put(slot.block, places[slot.id], sizes[slot.id], suffix=own))
        for slot in rest:
            mine = outcomes[slot.id].parts
            if part < len(mine):
                shapes += mine[part]
            elif len(mine) == 1 and (slot.role in ON_EACH_PAGE or _stands_beside(slot)):
                shapes += mine[0]
        pages.append(tuple(shapes))
    return Pages(tuple(pages), tuple(troubles))


def _stands_beside(slot: Slot) -> bool:
    """A map beside what goes on: without it the next page has a hole where it stood."""
    return may_give((slot,))


def _as_seen(slots: Sequence[Slot], places: Mapping[str, ChosenSpot], mould: Mould) -> list[Slot]:
    """In reading order: what a template has no place for, and came to stand above another, is read before that (WCAG 1.3.2)."""
    known, found = dict(mould.seats), list[Slot]()
    for slot in slots:
        box = places[slot.id].spot.box
        below = [n for n, other in enumerate(found) if places[other.id].spot.box.y >= box.bottom]
        found.insert(below[0] if below and slot.role not in known else len(found), slot)
    return found


SUBTITLE = 0.8
"""A subtitle's size at most, as a share of its title's."""


def _subordinate(slots: tuple[Slot, ...], places: dict[str, ChosenSpot], tops: dict[str, float | None]) -> None:
    """What stands under a title is smaller than the title."""
    by_role = {slot.role: slot for slot in slots if isinstance(slot.block, Text)}
    title, under = by_role.get("title"), by_role.get("subtitle")
    if title is None or under is None or not isinstance(title.block, Text):
        return
    size, top = largest(title.block, places[title.id]), tops.get(under.id)
    if size is not None and top is not None:
        tops[under.id] = max(min(top, float(int(size * SUBTITLE))), places[under.id].context.minimum)


def _widen(slots: tuple[Slot, ...], mould: Mould, places: dict[str, ChosenSpot], tops: dict[str, float | None]) -> None:
    """Words that belong together and do not fit their box: the box grows, up and down, into room that nothing else takes."""
    for slot in slots:
        if not isinstance(slot.block, Text) or slot.role not in WHOLE:
            continue
        place = places[slot.id]
        if (tops.get(slot.id) if slot.role != "title" else largest(slot.block, place)) is not None:
            continue
        others = [item.spot.box for key, item in places.items() if key != slot.id]
        box = grown(place.spot.box, [*others, *_decorations(mould)], mould.safe)
        # Beyond a bar that its colour reads upon, words bring a ground of their own.
        spot = replace(place.spot, box=box, plate=place.spot.plate or place.spot.backing)
        wider = replace(place, spot=spot)
        if (top := largest(slot.block, wider)) is not None:
            places[slot.id] = wider
            tops[slot.id] = top


def _join(slots: tuple[Slot, ...], mould: Mould, places: dict[str, ChosenSpot]) -> None:
    """Words on plates that nearly touch stand on one."""
    spots = {slot.id: places[slot.id].spot for slot in slots if isinstance(slot.block, Text)}
    plates = {key: (spot.box, spot.plate) for key, spot in spots.items() if spot.plate is not None}
    others = [place.spot.box for key, place in places.items() if key not in plates]
    for key, box in joined(plates, [*others, *_decorations(mould)]).items():
        places[key] = replace(places[key], spot=replace(spots[key], box=box))


def _decorations(mould: Mould) -> list[Box]:
    """The layout's obstacles, but not those on which it set its own placeholders."""
    return [box for box in mould.obstacles if not any(box.overlaps(holder, 1) for holder in mould.holders)]


def grown(box: Box, taken: list[Box], safe: Box) -> Box:
    """The box, as high as its column lets it be between what is above and below it."""
    air = cm(0.25)
    column = [other for other in taken if other.x < box.right and box.x < other.right]
    top = max([safe.y, *(other.bottom + air for other in column if other.bottom <= box.y + air)])
    bottom = min([safe.bottom, *(other.y - air for other in column if other.y >= box.bottom - air)])
    top, bottom = min(top, box.y), max(bottom, box.bottom)
    return Box(box.x, top, box.w, bottom - top)


def _glue(slot: Slot, place: ChosenSpot, parts: int, lang: str) -> str:
    """What joins a title's last word to what follows it: a space, where the two together are wider than the title's box."""
    if parts < 2 or not isinstance(slot.block, Text):
        return ""
    return " " if largest(slot.block, place, of_parts(parts, parts, lang)) is None else NO_BREAK


def _title_size(slot: Slot, place: ChosenSpot, parts: int, lang: str, troubles: list[Trouble]) -> float:
    """One size for a title and its continuations."""
    assert isinstance(slot.block, Text)
    end = of_parts(parts, parts, lang).replace(NO_BREAK, _glue(slot, place, parts, lang), 1) if parts > 1 else ""
    top = largest(slot.block, place, end)
    if top is None:
        troubles += place_text(slot.block, place, None).troubles
        return place.context.minimum
    return top


def _tops(slots: tuple[Slot, ...], places: dict[str, ChosenSpot]) -> dict[str, float | None]:
    """First-level sizes of the texts that fit, those side by side alike."""
    tops: dict[str, float | None] = {}
    for slot in slots:
        if isinstance(slot.block, Text) and slot.role != "title":
            tops[slot.id] = largest(slot.block, places[slot.id])
    for pair in ALIKE:
        alike = [slot.id for slot in slots if slot.role in pair and slot.id in tops]
        known = [top for key in alike if (top := tops[key]) is not None]
        if len(known) == 2 and len({text_room(places[key]).style.levels[0].size_pt for key in alike}) == 1:
            for key in alike:
                tops[key] = min(known)
    return tops


PLACERS: Mapping[type, Callable[[Any, ChosenSpot], LaidBlock]] = {
    Table: place_table,
    Chart: place_chart,
    Diagram: place_diagram,
    Picture: place_picture,
    Map: partial(enlarged, place_map),
    QrCode: partial(enlarged, place_qr),
}
"""How each kind of block is set, but text, whose sizes the slide decides."""


def _room(slot: Slot, places: Mapping[str, ChosenSpot], mould: Mould) -> Box:
    """How far what the slot's block stands on may go."""
    box = places[slot.id].spot.box
    others = (*(item.spot.box for key, item in places.items() if key != slot.id), *mould.obstacles, *mould.furniture)
    return room_under(plate_room(box, mould.size, others), mould.size, others) if places[slot.id].spot.plate else box


def _place(slot: Slot, place: ChosenSpot, top: float | None, room: Box) -> LaidBlock:
    block = slot.block
    if isinstance(block, Text):
        return place_text(block, place, top)
    laid, plate = PLACERS[type(block)](block, place), place.spot.plate
    if plate is None:
        return laid
    if any(touches(item, room) for page in laid.parts for item in page):
        higher = PLACERS[type(block)](block, place.within(place.spot.box.inset(0, 0, 0, BESIDE)))
        laid = higher if len(higher.parts) == len(laid.parts) and len(higher.troubles) <= len(laid.troubles) else laid
    return replace(laid, parts=tuple(tuple(on_plate(item, plate, room) for item in page) for page in laid.parts))
