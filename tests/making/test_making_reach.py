"""How far a slide reaches: its decks, the slides beside it, the names of all places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.brand import load_brand
from deck.compose import compose
from deck.content import content_root, load_content
from deck.content.editing import reworded
from deck.making.reach import fit_everywhere, reach_of, touched
from deck.places import load_places

PLACES = load_places()
LUND = PLACES.find("1281")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_root(), tmp_path / "content"))


def written(root: Path, slide: str, words: dict[str, str]) -> None:
    file = reworded(root, "sv", slide, words)
    file.path.write_bytes(file.after)


def test_the_decks_that_a_slide_stands_in_are_those_that_show_it() -> None:
    content = load_content()
    for name in ("why", "county-map", "led-here", "own-goals"):
        reach = reach_of(content, name)
        for place in (LUND, PLACES.find("12"), PLACES.find("0114")):
            shown = any(
                name
                in {
                    slide.id for slide in compose(content, place, PLACES, load_brand(place, PLACES), outline=o, audience=a).slides
                }
                for o in content.outlines
                for a in content.audiences
            )
            assert (place in reach.places) == shown, (name, place.code)
    assert reach_of(content, "title").count == 311 * len(content.outlines) * len(content.audiences)
    assert {place.code for place in reach_of(content, "led-here").places} == {"1281", "12"}
    assert reach_of(content, "nothing").places == ()


def test_a_slide_that_holds_every_name_says_so_and_one_that_does_not_names_them(root: Path) -> None:
    content = load_content()
    fit = fit_everywhere(content, "county-map", reach_of(content, "county-map"))
    assert fit.tried == len(reach_of(content, "county-map").places) and fit.kinds > 21 and fit.misfits == ()
    long = "{% if place.short | length > 14 %}" + "W" * 70 + "{% else %}Kort{% endif %}"
    written(root, "county-map", {"title": long})
    content = load_content(root=root)
    fit = fit_everywhere(content, "county-map", reach_of(content, "county-map"))
    assert fit.misfits
    named = {name for item in fit.misfits for name in item.places}
    longest = {place.own_name for place in PLACES.all if len(place.short) > 14}
    assert named and named <= longest


def test_what_a_change_touches_beside_its_slide(root: Path) -> None:
    before = load_content(root=root)
    written(root, "question-part", {"object.items.alone.title": "Tänk först själv"})
    assert set(touched(before, load_content(root=root), LUND)) >= {"question-part", "question-goals", "question-who"}
    assert touched(before, before, LUND) == ()
