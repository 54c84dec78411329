"""What many slides share is drawn once, and is what each of them gives by itself."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import odd_templates
import pytest

from deck.diagnostics import Diagnostics
from deck.layout import LaidOutDeck, audit
from deck.making import Recipe
from deck.making.make import MadeDeck, make
from deck.package import package_bytes
from deck.places import load_places
from deck.pptx.drawn import drawn_page
from deck.pptx.writer import write_pptx
from deck.presentation import text

RECIPES = [
    Recipe("1281", outline="kort", audience="politiker"),
    Recipe("12", outline="konferens"),
    Recipe("0114", outline="standard", audience="samordnare"),
]


@cache
def made(recipe: Recipe) -> MadeDeck:
    return make(recipe, load_places().find(recipe.place), Diagnostics())


def alone(deck: LaidOutDeck) -> LaidOutDeck:
    """The same slides, of which none is known to be another's."""
    return replace(deck, slides=tuple(replace(slide, made=None) for slide in deck.slides))


def held(deck: MadeDeck) -> None:
    single = alone(deck.laid_out)
    assert single.slides == deck.laid_out.slides and all(slide.cast for slide in deck.laid_out.slides)
    one, two = (package_bytes(write_pptx(deck.presentation, item)) for item in (deck.laid_out, single))
    assert one == two
    assert audit(deck.laid_out) == audit(single)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.place)
def test_a_shared_page_is_written_as_by_itself(recipe: Recipe) -> None:
    held(made(recipe))


def test_so_it_is_in_a_template_of_the_house(tmp_path: Path) -> None:
    path = tmp_path / "egen.potx"
    path.write_bytes(package_bytes(odd_templates.no_titles()))
    held(made(Recipe("1281", template=path)))


def test_slides_that_are_alike_are_drawn_once() -> None:
    first, second = (made(Recipe(code)) for code in ("1281", "1280"))
    drawn = [{slide.id: drawn_page(deck.laid_out, slide, "sv-SE") for slide in deck.laid_out.slides} for deck in (first, second)]
    shared = [name for name in drawn[0] if drawn[0][name] is drawn[1].get(name)]
    assert len(shared) > len(drawn[0]) / 2
    assert "title" not in shared


def test_a_slide_that_was_changed_is_drawn_as_it_is() -> None:
    deck = made(RECIPES[0]).laid_out
    slide = deck.slides[1]
    title = replace(slide.shapes[0], paragraphs=text("Något annat").paragraphs)  # type: ignore[call-arg]
    changed = replace(slide, shapes=(title, *slide.shapes[1:]))
    assert changed.cast is None
    assert "Något annat" in drawn_page(deck, changed, "sv-SE").xml
    assert "Något annat" not in drawn_page(deck, slide, "sv-SE").xml
