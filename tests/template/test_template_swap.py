"""Colours and fonts exchanged: as if the template had been read in them."""

from __future__ import annotations

import pytest
from template_branded import PLACES, PLAIN, THEME, brand

from deck.brand import load_brand
from deck.compose import compose
from deck.diagnostics import Diagnostics
from deck.drawing.color import SCHEME
from deck.drawing.theme import read_theme
from deck.layout import lay_out
from deck.layout.mould import asked_of
from deck.making import content_of
from deck.making.recipe import Recipe
from deck.package import parse_xml
from deck.pptx import pptx_bytes
from deck.template.branding import brand_template
from deck.template.swap import BODY, HEADING, SENTINELS, swapped
from deck.template.theme import patch_theme


def test_the_colours_that_see_where_each_comes_from_are_all_unlike() -> None:
    assert len(set(SENTINELS.values())) == len(SCHEME) == len(SENTINELS)


def test_a_patched_theme_keeps_what_is_not_said() -> None:
    data = PLAIN.package.parts[THEME]
    same, before = read_theme(parse_xml(patch_theme(data, None, "", ""))), read_theme(parse_xml(data))
    assert (same.scheme, same.major, same.minor) == (before.scheme, before.major, before.minor)
    one = read_theme(parse_xml(patch_theme(data, {"accent1": "123456"}, "", "")))
    assert one.scheme == {**before.scheme, "accent1": "123456"}


@pytest.mark.parametrize("query", ["1281", "12"])
def test_no_sentinel_is_left(query: str) -> None:
    made = swapped(PLAIN, load_brand(PLACES.find(query), PLACES))
    colours = {rgb for layout in made.layouts for rgb in (*layout.palette.rgb.values(), *layout.palette.ground.colors)}
    colours |= {level.color for role in made.roles.values() for spot in role.spots.values() for level in spot.style.levels}
    assert colours and not colours & set(SENTINELS.values())
    fonts = {level.font for layout in made.layouts for item in layout.placeholders for level in item.style.levels}
    assert fonts and not fonts & {HEADING, BODY}


def test_a_font_that_the_brand_does_not_name_is_the_templates() -> None:
    made = swapped(PLAIN, brand(heading_font="", body_font="Verdana"))
    assert (made.heading_font, made.body_font) == (PLAIN.heading_font, "Verdana")
    assert made.package is not None and made.package.parts[THEME] != b""


CHOSEN: tuple[dict[str, str], ...] = (
    *({"accent1": rgb} for rgb in ("FFE600", "0A0A0A", "F4F4F4", "C8102E", "7A7A7A", "00A3E0", "006B3F", "C8102F")),
    {"lt2": "FFFFFF", "hlink": "F4F4F4"},
    {"dk2": "F4F4F4", "lt2": "101010", "accent3": "FFE600"},
    {"dk1": "777777", "lt1": "888888"},
)


def test_brands_whose_colours_do_the_same_share_a_look_and_none_can_tell() -> None:
    """Glaring, pale, black and grey ones among them: decks and complaints are those of each brand by itself."""
    place = PLACES.find("1281")
    content = content_of(Recipe("1281"))
    looks = set[int]()
    for colors in CHOSEN:
        own = brand(colors={**brand().colors, **colors})
        told = compose(content, place, PLACES, own)
        said: list[Diagnostics] = [Diagnostics(), Diagnostics()]
        made = brand_template(PLAIN, own), brand_template(PLAIN, own, asked_of)
        alone, shared = (pptx_bytes(told, lay_out(told, look, found)) for look, found in zip(made, said, strict=True))
        assert alone == shared, colors
        assert [str(item) for item in said[0]] == [str(item) for item in said[1]], colors
        looks.add(id(made[1].roles))
    assert 1 < len(looks) < len(CHOSEN)
