"""The English content: whole, with the official names, and every deck of it built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.brand import load_brand
from deck.compose import compose
from deck.content import content_root, load_content
from deck.content.language import languages
from deck.diagnostics import Diagnostics, Severity
from deck.errors import InputError
from deck.making import Recipe, make
from deck.places import load_places
from deck.presentation import Presentation

SWEDISH = re.compile(r"\b(och|för|kommun|kommuner|länet|vägledningen|miljömål|länsstyrelsen)\b", re.IGNORECASE)


def deck(place: str, outline: str = "konferens", audience: str = "alla") -> Presentation:
    places = load_places()
    found = places.find(place)
    return compose(load_content(lang="en"), found, places, load_brand(found, places), outline=outline, audience=audience)


def words(presentation: Presentation) -> list[tuple[str, str]]:
    return [
        (slide.id, run.text)
        for slide in presentation.slides
        for paragraph in slide.notes
        for run in paragraph.runs
        if not run.lang
    ]


def test_there_is_an_english_content_beside_the_swedish() -> None:
    assert languages(content_root())[:2] == ("sv", "en")
    swedish, english = load_content(), load_content(lang="en")
    # What the one says, the other says: every text of every slide, in every audience's words.
    assert set(english.phrases) == set(swedish.phrases) and set(english.terms) == set(swedish.terms)
    assert english.lang == "en-GB" and not [item for item in english.diagnostics if item.severity >= Severity.WARNING]


def test_official_names_are_named_with_their_english_sources() -> None:
    english = load_content(lang="en")
    names = [english.phrases[("environmental-objectives", "object", "items", f"objective-{n}", "title")] for n in range(1, 17)]
    assert "".join(span.text for span in names[9].spans) == (
        "A Balanced Marine Environment, Flourishing Coastal Areas and Archipelagos"
    )
    assert english.sources["miljomal"].lang == "en" and english.sources["rus-2020"].lang == "sv-SE"
    assert english.sources["miljomal"] != load_content().sources["miljomal"]


@pytest.mark.parametrize("place", ["lund", "malmö", "skåne län", "gotland", "gotlands län"])
@pytest.mark.parametrize("audience", ["alla", "politiker", "samordnare"])
def test_nothing_swedish_is_left_unmarked_in_the_notes(place: str, audience: str) -> None:
    said = words(deck(place, audience=audience))
    assert len(said) > 60
    assert not [(slide, text) for slide, text in said if SWEDISH.search(text)]


def test_a_deck_in_english_is_proved_and_named_in_english() -> None:
    found = Diagnostics()
    made = make(Recipe("1281", lang="en"), load_places().find("lund"), found, Severity.WARNING)
    assert made.package is not None and made.stem == "1281-lund-standard-en"
    assert made.presentation.place_name == made.presentation.footer == "Lund Municipality" and not found.errors


def test_a_language_s_own_source_that_is_none_is_told(tmp_path: Path) -> None:
    import shutil

    root = tmp_path / "content"
    shutil.copytree(content_root(), root, ignore=shutil.ignore_patterns("releases"))
    (root / "en" / "sources.yaml").write_text("sources:\n  rus-202: {title: a, publisher: b}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_content(lang="en", root=root)
    assert [item.code for item in caught.value.diagnostics] == ["unknown-source"]
    assert load_content(root=root).lang == "sv-SE"
