"""The slides of a place's decks, told as they are."""

from __future__ import annotations

from deck.brand import load_brand
from deck.compose import compose
from deck.compose.overview import overview
from deck.content import load_content
from deck.places import load_places

PLACES = load_places()
CONTENT = load_content()


def test_every_slide_of_every_deck_is_there_once_in_an_order_that_each_deck_has() -> None:
    place = PLACES.find("lund")
    brand = load_brand(place, PLACES)
    entries = overview(CONTENT, place, PLACES, brand)
    order = [entry.id for entry in entries]
    assert len(order) == len(set(order)) and order[0] == "title"
    by_id = {entry.id: entry for entry in entries}
    for outline in CONTENT.outlines:
        for audience in CONTENT.audiences:
            slides = compose(CONTENT, place, PLACES, brand, outline=outline, audience=audience).slides
            told = [entry.id for entry in entries if audience in entry.decks.get(outline, ())]
            assert sorted(told) == sorted(slide.id for slide in slides)
            for slide in slides:
                assert by_id[slide.id].slots == tuple(slot.id for slot in slide.slots)
    longest = max(CONTENT.outlines, key=lambda name: CONTENT.outlines[name].minutes)
    first = [slide.id for slide in compose(CONTENT, place, PLACES, brand, outline=longest).slides]
    assert [name for name in order if name in first] == first


def test_an_outline_says_for_whom_where_that_is_not_everyone() -> None:
    place = PLACES.find("lund")
    entries = {entry.id: entry for entry in overview(CONTENT, place, PLACES, load_brand(place, PLACES))}
    assert entries["title"].shown_in(CONTENT.audiences) == tuple(CONTENT.outlines)
    some = [shown for entry in entries.values() for shown in entry.shown_in(CONTENT.audiences) if "(" in shown]
    assert some and all(shown.split(" (")[0] in CONTENT.outlines for shown in some)
