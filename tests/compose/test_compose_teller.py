"""Words filled in for one occasion: their links, their language, and every fault at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from compose_made import CONTENT, PLACES, brand

from deck.compose.blocks import slide_of
from deck.compose.occasion import Occasion
from deck.compose.teller import Teller
from deck.content.markup import Span
from deck.content.phrase import compile_phrase
from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError
from deck.presentation import Link, Run

LUND = PLACES.find("lund")


def teller(words: dict[tuple[str, ...], str], limit: int = 60, **context: Any) -> Teller:
    """Of content with these words alone, each with room for so many characters, in a deck of the slides "why" and "local"."""
    found = Diagnostics()
    phrases = {key: compile_phrase(text, limit, found, Where("slides.yaml")) for key, text in words.items()}
    assert not found.errors
    setting = Occasion(
        replace(CONTENT, phrases=phrases, terms={key: phrases[key] for key in phrases if key == ("part",)}),
        place=LUND,
        county=PLACES.county(LUND),
        places=PLACES,
        brand=brand(LUND),
        outline="kort",
        audience="alla",
        order=(("opening", "why"), ("one", "local")),
        context=context,
    )
    return Teller(setting)


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("", None),
        ("https://a.se/x", Link(url="https://a.se/x")),
        ("mailto:kim@a.se", Link(url="mailto:kim@a.se")),
        ("slide:local", Link(slide="local")),
        ("local", Link(slide="local")),
        ("slide:missing", None),
    ],
)
def test_a_link_leads_to_an_address_or_to_a_slide_of_this_deck(target: str, link: Link | None) -> None:
    tell = teller({})
    assert tell.link(target) == link
    assert tell.runs_of((Span("a", target=target),)) == (Run("a", link=link),)


def test_words_are_filled_in_and_those_that_are_not_there_are_none() -> None:
    tell = teller({("why", "title"): "Hej, *{{ place.name }}*"}, place=LUND)
    assert tell.plain("why", "title") == "Hej, Lund"
    assert [(run.text, run.italic or run.bold) for run in tell.runs("why", "title")] == [("Hej, ", False), ("Lund", True)]
    assert tell.runs("why", "subtitle") == () and tell.plain("x") == tell.term("x") == ""
    assert not tell.faults


def test_every_fault_is_kept_until_the_slide_is_whole() -> None:
    long = "{{ place.name }} kommun"
    tell = teller({("why", "title"): long, ("why", "body"): long}, 9, place=LUND)
    assert tell.runs("why", "title") == tell.runs("why", "body") == ()
    assert tell.parts(tell.content.phrases["why", "title"]) == ()
    assert len(tell.faults) == 3


def test_a_slide_raises_all_its_faults_together() -> None:
    tell = teller(dict.fromkeys((("why", "title"), ("why", "notes", "alla")), "{{ place.name[0] }}"), place=None)
    with pytest.raises(InputError) as raised:
        slide_of(tell.setting, "opening", "why")
    assert len(raised.value.diagnostics) >= 2


def test_a_terms_own_variables_come_before_the_decks() -> None:
    tell = teller({("part",): "Del {{ ordinal }}"}, ordinal="9")
    assert (tell.term("part"), tell.term("part", ordinal="2")) == ("Del 9", "Del 2")


@pytest.mark.parametrize(("lang", "mark"), [("sv-SE", None), ("sv", None), ("en-GB", "en-GB"), ("de", "de")])
def test_only_words_in_another_language_are_marked(lang: str, mark: str | None) -> None:
    assert teller({}).other(lang) == mark
