"""A theme part with other colours and fonts."""

from __future__ import annotations

import odd_templates

from deck.drawing.theme import read_theme
from deck.package import parse_xml
from deck.template.theme import patch_theme

DATA = odd_templates.plain().parts["ppt/theme/theme1.xml"]


def test_what_is_not_named_stays() -> None:
    before, after = read_theme(parse_xml(DATA)), read_theme(parse_xml(patch_theme(DATA, {"accent2": "123456"})))
    assert after.scheme == {**before.scheme, "accent2": "123456"}
    assert (after.major, after.minor) == (before.major, before.minor)


def test_fonts_are_set_for_headings_and_text_apart() -> None:
    after = read_theme(parse_xml(patch_theme(DATA, None, heading="Georgia")))
    assert (after.major, after.minor) == ("Georgia", read_theme(parse_xml(DATA)).minor)


def test_a_colour_that_the_theme_does_not_name_is_no_error() -> None:
    assert read_theme(parse_xml(patch_theme(DATA, {"accent9": "123456"}))).scheme == read_theme(parse_xml(DATA)).scheme
