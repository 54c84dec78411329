"""The default template in a place's look: as if it had been read so, its layouts where they were."""

from __future__ import annotations

import pytest
from template_branded import PLACES, PLAIN, THEME, brand

from deck.brand import load_brand
from deck.drawing.color import SCHEME
from deck.drawing.theme import read_theme
from deck.package import package_bytes, parse_xml
from deck.template import brand_template, read_template


@pytest.mark.parametrize("query", ["1281", "0139", "12"])
def test_it_is_as_if_its_own_package_had_been_read(query: str) -> None:
    made = brand_template(PLAIN, load_brand(PLACES.find(query), PLACES))
    again = read_template(package_bytes(made.package), name=PLAIN.name)
    assert [layout.palette.rgb for layout in made.layouts] == [layout.palette.rgb for layout in again.layouts]
    for kind, role in made.roles.items():
        other = again.roles[kind]
        assert (role.layout.part, set(role.spots)) == (other.layout.part, set(other.spots))
        for name, spot in role.spots.items():
            assert (spot.box, spot.style) == (other.spots[name].box, other.spots[name].style)
            assert spot.palette.text_rgb == other.spots[name].palette.text_rgb


def test_fonts_and_colours_are_the_brands_and_geometry_the_templates() -> None:
    made = brand_template(PLAIN, brand(heading_font="Georgia", body_font="Verdana"))
    assert (made.heading_font, made.body_font) == ("Georgia", "Verdana")
    theme = read_theme(parse_xml(made.package.parts[THEME]))
    assert (theme.major, theme.minor) == ("Georgia", "Verdana")
    assert theme.scheme == {name: brand().colors[name] for name in SCHEME}
    boxes = [[[item.box for item in layout.placeholders] for layout in one.layouts] for one in (made, PLAIN)]
    assert boxes[0] == boxes[1]
    assert made.fingerprint not in (PLAIN.fingerprint, brand_template(PLAIN, load_brand(PLACES.find("0139"), PLACES)).fingerprint)
    assert read_theme(parse_xml(PLAIN.package.parts[THEME])).major != "Georgia"
