"""A quote and whose it is stand together where the template has no place for the latter."""

from __future__ import annotations

from dataclasses import replace

from layout_made import presentation, slide
from layout_templates import template

from deck.diagnostics import Diagnostics
from deck.layout import lay_out
from deck.layout.quoting import AIR
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
