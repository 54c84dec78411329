"""What a place is called, by the content's terms where they say it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.compose.called import called
from deck.content import Content, load_content
from deck.content.phrase import Phrase, compile_phrase
from deck.diagnostics import Diagnostics, Where
from deck.places import Place

ALPHA = Place(
    "11",
    kind="municipality",
    name="Alpha",
    legal_name="Alpha",
    own_name="Alpha",
    genitive="Alpha",
    county_code="1",
    short="Alpha",
)


def saying(lang: str, **terms: str) -> Content:
    def term(text: str) -> Phrase:
        return compile_phrase(text, 200, Diagnostics(), Where())

    return replace(
        load_content(), lang=lang, terms={("places", key.replace("_", "-")): term(text) for key, text in terms.items()}
    )


def test_terms_that_say_nothing_leave_the_register_s_name() -> None:
    assert called(saying("sv"), ALPHA) == ALPHA


def test_the_kind_and_the_genitive() -> None:
    content = saying("sv", municipality="City of {{ place.short }}", genitive="{{ place.own_name }}’s", county="not this")
    found = called(content, ALPHA)
    assert (found.own_name, found.legal_name, found.genitive, found.name) == (
        "City of Alpha",
        "City of Alpha",
        "City of Alpha’s",
        "Alpha",
    )


@pytest.mark.parametrize(("lang", "name"), [("sv", "The Town"), ("en", "City of Alpha")])
def test_what_the_register_has_goes_before_in_the_content_s_own_language_only(lang: str, name: str) -> None:
    town = replace(ALPHA, own_name="The Town", genitive="The Town’s")
    assert called(saying(lang, municipality="City of {{ place.short }}"), town).own_name == name
