"""The theme that an owner gave a deck before a program wrote its masters anew."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deck.brand import Brand, load_brand
from deck.diagnostics import Diagnostics
from deck.making import Recipe, make
from deck.making.own_theme import in_own_theme
from deck.package import Package, open_package, package_bytes
from deck.places import load_places

PLACES = load_places()


@cache
def built() -> bytes:
    made = make(Recipe("1281", "kort"), PLACES.find("1281"), Diagnostics())
    assert made.package is not None
    return package_bytes(made.package)


def brand() -> Brand:
    return load_brand(PLACES.find("1281"), PLACES)


def deck(colors: dict[str, str] | None = None, heading: str = "", body: str = "", share: float = 1.0) -> Package:
    """Another theme, and a font written in so large a share of the runs."""
    opened: Any = Presentation(io.BytesIO(built()))
    theme = next(rel.target_part for rel in opened.slide_master.part.rels.values() if rel.reltype == RT.THEME)
    said = theme.blob.decode()
    for name, rgb in (colors or {}).items():
        at = said.index(f"<a:{name}>")
        start = said.index('val="', at) + 5
        said = said[:start] + rgb + said[start + 6 :]
    theme._blob = said.encode()
    for slide in opened.slides:
        for number, shape in enumerate(slide.shapes):
            frames = [shape.text_frame] if shape.has_text_frame else []
            frames += [item.text_frame for item in shape.shapes if item.has_text_frame] if shape.shape_type == 6 else []
            face = heading if shape == slide.shapes.title else body
            for run in (run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs):
                if face and (number + len(run.text)) % 10 < share * 10:
                    run.font.name = face
    out = io.BytesIO()
    opened.save(out)
    return open_package(out.getvalue())


def test_the_profile_s_own_is_nobody_else_s() -> None:
    ours = brand()
    assert in_own_theme(ours, deck()) is None
    assert in_own_theme(ours, deck(heading=ours.heading_font, body=ours.body_font)) is None


def test_colours_that_show_on_the_slides_are_the_owner_s() -> None:
    found = in_own_theme(brand(), deck({"accent1": "7A1F5C"}))
    assert found is not None and found.colors["accent1"] == "7A1F5C" and found.colors["dk1"] == brand().colors["dk1"]
    assert found.body_font == brand().body_font


STOCK = dict(zip((f"accent{n}" for n in range(1, 7)), ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"], strict=True))


def test_a_theme_that_many_programs_have_is_nobody_s() -> None:
    assert in_own_theme(brand(), deck(STOCK)) is None


def test_one_colour_of_our_theme_that_shows_nowhere_yet_is_the_owner_s() -> None:
    found = in_own_theme(brand(), deck({"accent4": "12AB34"}))
    assert found is not None and found.colors["accent4"] == "12AB34"


def test_fonts_that_most_words_are_written_in_are() -> None:
    found = in_own_theme(brand(), deck(heading="Garamond", body="Georgia"))
    assert found is not None and (found.heading_font, found.body_font) == ("Garamond", "Georgia")
    assert found.colors == brand().colors


def test_a_font_of_some_words_is_those_words_alone() -> None:
    assert in_own_theme(brand(), deck(body="Georgia", share=0.2)) is None
