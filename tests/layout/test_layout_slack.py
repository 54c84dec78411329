"""Two per cent to spare in every line that must not break: for places of all lengths of name, and told where it is not so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.brand import load_brand
from deck.compose import compose
from deck.content import load_content
from deck.layout import lay_out
from deck.layout.model import LaidOutDeck, PlacedGroup, PlacedTable, PlacedText
from deck.layout.slack import tight
from deck.places import load_places
from deck.template import default_template_path, read_template

PLACES, CONTENT, TEMPLATE = load_places(), load_content(), read_template(default_template_path())
LONGEST = sorted(PLACES.all, key=lambda place: -len(place.own_name))[:4]
SHORTEST = min(PLACES.all, key=lambda place: len(place.own_name))


def laid(code: str, outline: str = "standard", audience: str = "alla") -> LaidOutDeck:
    place = PLACES.find(code)
    return lay_out(compose(CONTENT, place, PLACES, load_brand(place, PLACES), outline=outline, audience=audience), TEMPLATE)


@pytest.mark.parametrize("outline", CONTENT.outlines)
@pytest.mark.parametrize("place", [*LONGEST, SHORTEST, *PLACES.all[::45]], ids=lambda place: place.code)
def test_every_line_has_its_slack(place, outline: str) -> None:
    for audience in CONTENT.audiences:
        assert tight(laid(place.code, outline, audience)) == []


def narrowed(deck: LaidOutDeck, kind: type) -> LaidOutDeck:
    """The deck with the first shape of a kind as narrow as its words just bear."""

    def made(shape, share: float):
        if isinstance(shape, PlacedTable):
            return replace(shape, column_widths=tuple(round(width * share) for width in shape.column_widths))
        box = replace(shape.box, w=round(shape.box.w * share))
        if isinstance(shape, PlacedGroup):
            inner = tuple(replace(item, box=replace(item.box, w=round(item.box.w * share))) for item in shape.children)
            return replace(shape, box=box, children=inner)
        return replace(shape, box=box)

    slides = [
        replace(slide, shapes=tuple(made(shape, share) if isinstance(shape, kind) else shape for shape in slide.shapes))
        for slide in deck.slides
        for share in (0.9, 0.8, 0.7, 0.6, 0.55, 0.5)
    ]
    return replace(deck, slides=tuple(slides))


@pytest.mark.parametrize("kind", [PlacedText, PlacedGroup, PlacedTable])
def test_what_has_none_is_told(kind: type) -> None:
    assert tight(narrowed(laid("1281"), kind))
