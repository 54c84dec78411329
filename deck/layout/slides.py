"""One slide: each slot into its spot, over as many slides as it takes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from deck.geometry import Box, cm, slide_scale
from deck.layout.context import Context, Outcome, Place, Trouble
from deck.layout.diagrams import place_diagram
from deck.layout.figures import place_chart, place_picture, place_qr
from deck.layout.look import Look, look
from deck.layout.maps import place_map
from deck.layout.model import Placed
from deck.layout.scale import enlarged
from deck.layout.tables import place_table
from deck.layout.texts import WHOLE, largest, place_text, put, text_room
from deck.presentation import Chart, Diagram, Map, Picture, QrCode, Slide, Slot, Table, Text
from deck.template.model import Palette, Role, Spot, Template

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


_looks: OrderedDict[int, tuple[Palette, Look]] = OrderedDict()


def _look(palette: Palette) -> Look:
    """A palette's look, worked out once: by identity, for its colour values are no part of its hash."""
    known = _looks.get(id(palette))
    if known is None:
        known = _looks[id(palette)] = (palette, look(palette))
        if len(_looks) > 2_048:
            _looks.popitem(last=False)
    return known[1]


def context_of(template: Template, lang: str) -> Context:
    return Context(max(18.0, template.minimum_pt), template.body_font, template.heading_font, lang, slide_scale(template.size))


def of_parts(part: int, parts: int, lang: str) -> str:
    """What a continued title ends with."""
    word = {"sv": "av", "nb": "av", "da": "af", "fi": "/", "de": "von"}.get(lang.split("-", maxsplit=1)[0].lower(), "of")
    return f" ({part} {word} {parts})"


def spots_of(slide: Slide, role: Role, template: Template) -> dict[str, Spot]:
    """A spot for each slot role of the slide; where the template has none, another free one, or the room that is left."""
    spots: dict[str, Spot] = {}
    wanted = [slot.role for slot in slide.slots]
    for name in wanted:
        if name in role.spots:
            spots[name] = role.spots[name]
    for name in wanted:
        if name in spots:
            continue
        taken = {id(spot) for spot in spots.values()}
        free = (other for other in STAND_INS.get(name, ()) if other in role.spots and other not in wanted)
        found = next((role.spots[other] for other in free if id(role.spots[other]) not in taken), None)
        spots[name] = replace(found, role=name) if found else _composed(name, role, template, spots)
    return spots


def _composed(name: str, role: Role, template: Template, spots: dict[str, Spot]) -> Spot:
    """The largest whole band of the safe area that no spot takes."""
    safe = template.safe
    edges = sorted({safe.y, safe.bottom, *(spot.box.bottom for spot in spots.values()), *(spot.box.y for spot in spots.values())})
    best = Box(safe.x, safe.y, safe.w, 0)
    for top in edges:
        for bottom in edges:
            band = Box(safe.x, top + cm(0.3), safe.w, bottom - top - cm(0.6))
            if band.h > best.h and safe.contains(band) and not any(band.overlaps(spot.box, 1) for spot in spots.values()):
                best = band
    model = next((spot for key, spot in role.spots.items() if key != "title"), None) or next(iter(role.spots.values()))
    return Spot(name, None, best, model.style, role.layout.palette, "no place of its own in this layout")


def lay_out_pages(slide: Slide, role: Role, template: Template, lang: str) -> Pages:
    context = context_of(template, lang)
    spots = spots_of(slide, role, template)
    places = {slot.id: Place(slot.id, spots[slot.role], _look(spots[slot.role].palette), context) for slot in slide.slots}
    tops = _tops(slide, places)
    _widen(slide, role, template, places, tops)
    outcomes: dict[str, Outcome] = {}
    for slot in slide.slots:
        if slot.role != "title":
            outcomes[slot.id] = _place(slot, places[slot.id], tops.get(slot.id))
    parts = max((len(outcome.parts) for outcome in outcomes.values()), default=1)
    troubles = [trouble for outcome in outcomes.values() for trouble in outcome.troubles]
    titles = [slot for slot in slide.slots if slot.role == "title" and isinstance(slot.block, Text)]
    rest = [slot for slot in slide.slots if slot not in titles]
    pages: list[tuple[Placed, ...]] = []
    sizes = {slot.id: _title_size(slot, places[slot.id], parts, lang, troubles) for slot in titles}
    for part in range(parts):
        shapes: list[Placed] = []
        suffix = of_parts(part + 1, parts, lang) if parts > 1 else ""
        for slot in titles:
            assert isinstance(slot.block, Text)
            shapes.append(put(slot.block, places[slot.id], sizes[slot.id], suffix=suffix))
        for slot in rest:
            mine = outcomes[slot.id].parts
            if part < len(mine):
                shapes += mine[part]
        pages.append(tuple(shapes))
    return Pages(tuple(pages), tuple(troubles))


def _widen(slide: Slide, role: Role, template: Template, places: dict[str, Place], tops: dict[str, float | None]) -> None:
    """Words that belong together and do not fit their box: the box grows, up and down, into room that nothing else takes."""
    for slot in slide.slots:
        if not isinstance(slot.block, Text) or slot.role not in WHOLE:
            continue
        place = places[slot.id]
        if (tops.get(slot.id) if slot.role != "title" else largest(slot.block, place)) is not None:
            continue
        others = [item.spot.box for key, item in places.items() if key != slot.id]
        spot = replace(place.spot, box=grown(place.spot.box, [*others, *_decorations(role)], template.safe))
        wider = replace(place, spot=spot)
        if (top := largest(slot.block, wider)) is not None:
            places[slot.id] = wider
            tops[slot.id] = top


def _decorations(role: Role) -> list[Box]:
    """The layout's obstacles, but not those on which it set its own placeholders."""
    holders = [item.box for item in role.layout.placeholders]
    return [box for box in role.layout.obstacles if not any(box.overlaps(holder, 1) for holder in holders)]


def grown(box: Box, taken: list[Box], safe: Box) -> Box:
    """The box, as high as its column lets it be between what is above and below it."""
    air = cm(0.25)
    column = [other for other in taken if other.x < box.right and box.x < other.right]
    top = max([safe.y, *(other.bottom + air for other in column if other.bottom <= box.y + air)])
    bottom = min([safe.bottom, *(other.y - air for other in column if other.y >= box.bottom - air)])
    top, bottom = min(top, box.y), max(bottom, box.bottom)
    return Box(box.x, top, box.w, bottom - top)


def _title_size(slot: Slot, place: Place, parts: int, lang: str, troubles: list[Trouble]) -> float:
    """One size for a title and its continuations."""
    assert isinstance(slot.block, Text)
    top = largest(slot.block, place, of_parts(parts, parts, lang) if parts > 1 else "")
    if top is None:
        troubles += place_text(slot.block, place, None).troubles
        return place.context.minimum
    return top


def _tops(slide: Slide, places: dict[str, Place]) -> dict[str, float | None]:
    """First-level sizes of the texts that fit, those side by side alike."""
    tops: dict[str, float | None] = {}
    for slot in slide.slots:
        if isinstance(slot.block, Text) and slot.role != "title":
            tops[slot.id] = largest(slot.block, places[slot.id])
    for pair in ALIKE:
        alike = [slot.id for slot in slide.slots if slot.role in pair and slot.id in tops]
        known = [top for key in alike if (top := tops[key]) is not None]
        if len(known) == 2 and len({text_room(places[key]).style.levels[0].size_pt for key in alike}) == 1:
            for key in alike:
                tops[key] = min(known)
    return tops


PLACERS: Mapping[type, Callable[[Any, Place], Outcome]] = {
    Table: place_table,
    Chart: place_chart,
    Diagram: place_diagram,
    Picture: place_picture,
    Map: partial(enlarged, place_map),
    QrCode: partial(enlarged, place_qr),
}
"""How each kind of block is set, but text, whose sizes the slide decides."""


def _place(slot: Slot, place: Place, top: float | None) -> Outcome:
    block = slot.block
    return place_text(block, place, top) if isinstance(block, Text) else PLACERS[type(block)](block, place)
