"""The presentation part: slides, sections and language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from deck.layout import lay_out
from deck.package import parse_xml
from deck.pptx import write_pptx
from deck.pptx.presentation_part import FIRST_SLIDE_ID
from deck.presentation import Presentation, Section, Slide, Slot, text
from deck.template import default_template_path, read_template

TEMPLATE = read_template(default_template_path())


EMPTY = Presentation("T", "sv-SE", "1281", "Lund", "kort", "alla", "2021", (), ())


def main_of(presentation: Presentation) -> etree._Element:
    package = write_pptx(presentation, lay_out(presentation, TEMPLATE))
    return parse_xml(package.parts[package.main])


def slide(name: str, section: str = "") -> Slide:
    return Slide(name, "content", (Slot("title", "title", text(name)), Slot("body", "body", text("ord"))), (), section)


SECTIONS = (Section("a", "Först & sist"), Section("b", "Mitt"))


@pytest.mark.parametrize(
    ("sections", "groups"),
    [
        (("a", "a", "b"), [("Först & sist", 2), ("Mitt", 1)]),
        (("a", "b", "a"), [("Först & sist", 1), ("Mitt", 1), ("Först & sist", 1)]),
        (("", "b", "nowhere"), [("Först & sist", 1), ("Mitt", 2)]),
    ],
)
def test_each_slide_stands_in_one_section_in_the_order_of_the_show(
    sections: tuple[str, ...], groups: list[tuple[str, int]]
) -> None:
    slides = tuple(slide(f"s{n}", name) for n, name in enumerate(sections))
    root = main_of(replace(EMPTY, slides=slides, sections=SECTIONS))
    found = [(item.get("name"), len(item.findall("{*}sldIdLst/{*}sldId"))) for item in root.iter("{*}section")]
    assert found == groups
    listed = [item.get("id") for item in root.iter("{*}sldId") if "/p14:" not in item.tag and item.get("name") is None]
    assert listed[: len(slides)] == [str(FIRST_SLIDE_ID + n) for n in range(len(slides))]
    assert len({item.get("id") for item in root.iter("{*}section")}) == len(groups)


def test_without_sections_there_is_no_list_of_them_and_words_are_in_the_deck_s_language() -> None:
    swedish = replace(EMPTY, slides=(slide("s"),))
    root, other = main_of(swedish), main_of(replace(swedish, lang="en-GB"))
    assert root.find(".//{*}sectionLst") is None
    langs = [item.find("{*}defaultTextStyle/{*}defPPr/{*}defRPr").get("lang") for item in (root, other)]  # type: ignore[union-attr]
    assert langs == ["sv-SE", "en-GB"]
