"""A quote and whose it is stand together where the template has no place for the latter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_made import presentation, slide
from layout_templates import template

from deck.diagnostics import Diagnostics
from deck.geometry import Box, pt
from deck.layout import lay_out
from deck.layout.model import PlacedText
from deck.layout.quoting import AIR
from deck.layout.written import written
from deck.presentation import Slot, text
from deck.template.model import Insets


def quoted(words: str, whose: str):
    """Laid out in a template whose quote layout has no place for whose it is."""
    plain = template()
    role = plain.roles["quote"]
    spot = replace(role.spots["attribution"], placeholder=None)
    bare = replace(plain, roles={**plain.roles, "quote": replace(role, spots={**role.spots, "attribution": spot})})
    item = slide("quote", Slot("quote", "quote", text(words)), Slot("whose", "attribution", text(whose)))
    deck = lay_out(presentation(item), bare, found := Diagnostics())
    assert not found.errors and len(deck.slides) == 1
    return {shape.slot: shape.box for shape in deck.slides[0].shapes}


def test_no_hole_is_between_a_short_quote_and_whose_it_is() -> None:
    found = quoted("Ett kort citat.", "Någon som sa det")
    assert abs(found["whose"].y - found["quote"].bottom - AIR) <= 1
    assert found["quote"].h < 1_500_000


def test_much_is_said_by_whom_and_yet_all_stands() -> None:
    long = "Någon som sa det, och som har en titel som är mycket lång, vid en stor myndighet med ett långt namn, 2021. " * 2
    found = quoted("Ett kort citat.", long)
    assert found["whose"].y >= found["quote"].bottom


def test_whose_it_is_keeps_to_the_quote_where_that_has_margins() -> None:
    """Its box begins where the quote's words do, not where the quote's box does."""
    plain = template()
    role = plain.roles["quote"]
    quote, title = role.spots["quote"], role.spots["title"]
    assert quote.placeholder is not None
    style = replace(quote.style, insets=Insets(91_440, 45_720, 91_440, 45_720))
    spots = {
        **role.spots,
        "title": title,
        "quote": replace(quote, style=style, placeholder=replace(quote.placeholder, style=style)),
        "attribution": replace(role.spots["attribution"], placeholder=None),
    }
    bare = replace(plain, roles={**plain.roles, "quote": replace(role, spots=spots)})
    item = slide("quote", Slot("quote", "quote", text("Ett kort citat.")), Slot("whose", "attribution", text("Någon")))
    found = {shape.slot: shape.box for shape in lay_out(presentation(item), bare, Diagnostics()).slides[0].shapes}
    assert abs(found["whose"].y - found["quote"].bottom - AIR) <= 1
    assert found["whose"].x == found["quote"].x + 91_440


LONG = "Någon som sa det, och som har en titel som är mycket lång, vid en myndighet. "


@pytest.mark.parametrize("whose_it_is", ["Någon", LONG * 2])
@pytest.mark.parametrize("anchor", ["t", "ctr", "b"])
def test_air_is_between_a_quote_that_fills_its_place_and_whose_it_is(anchor: str, whose_it_is: str) -> None:
    plain = template()
    role = plain.roles["quote"]
    quote, whose = role.spots["quote"], role.spots["attribution"]
    assert quote.placeholder is not None and whose.placeholder is not None
    style = replace(quote.style, anchor=anchor, insets=Insets(0, 0, 0, 0))
    under = replace(whose.style, anchor="t", insets=Insets(0, 0, 0, 0))
    upper = Box(quote.box.x, quote.box.y, quote.box.w, 1_800_000)
    lower = Box(quote.box.x, upper.bottom, quote.box.w, 900_000)
    spots = {
        **role.spots,
        "quote": replace(quote, style=style, box=upper, placeholder=replace(quote.placeholder, style=style, box=upper)),
        "attribution": replace(whose, style=under, box=lower, placeholder=replace(whose.placeholder, style=under, box=lower)),
    }
    full = replace(plain, roles={**plain.roles, "quote": replace(role, spots=spots)})

    def laid(words: str) -> dict[str, PlacedText]:
        item = slide("quote", Slot("quote", "quote", text(words)), Slot("whose", "attribution", text(whose_it_is)))
        deck = lay_out(presentation(item), full, found := Diagnostics())
        assert not found.errors and len(deck.slides) == 1
        return {shape.slot: shape for shape in deck.slides[0].shapes if isinstance(shape, PlacedText)}

    found = laid("Några kommuner har i detta sammanhang meddelat att de redan har använt sig av den. " * 2)
    assert found["whose"].box == lower
    words = next(written(found["quote"], lambda _text: style, ("Arial", "Arial")))
    size = found["quote"].sizes[0] or style.levels[0].size_pt
    assert lower.y - words.bottom >= pt(0.5 * size)
    short = laid("Ett kort citat.")
    assert (short["quote"].box == upper) == (anchor != "b")
