"""A slide from its stencil is the slide written whole."""

from __future__ import annotations

from deck.drawing.model import TextLevel, TextStyle
from deck.geometry import Box
from deck.layout.model import Furniture, LaidOutSlide
from deck.package import parse_xml
from deck.package.writer import SEAM
from deck.pptx.drawn import DrawnPage
from deck.pptx.shapes import WritingSlide, furniture_shape
from deck.pptx.stencil import slide_xml
from deck.presentation import Slide
from deck.template.model import Placeholder, ThemeColor

PAGE = DrawnPage("<p:sp/>", 7, (), links=(), styles=())


def laid(*furniture: Furniture) -> LaidOutSlide:
    return LaidOutSlide(Slide("why", "content", ()), part=1, parts=1, layout="l", shapes=(), furniture=furniture)


def holder(kind: str, idx: int) -> Placeholder:
    return Placeholder(kind, idx, "x", Box(0, 0, 1, 1), TextStyle((TextLevel("Arial", 12),) * 9))


def feet(*words: str) -> list[Furniture]:
    made = [Furniture("ftr", holder("ftr", n), text, ThemeColor("bg1")) for n, text in enumerate(words, 10)]
    return [*made, Furniture("sldNum", holder("sldNum", 3))]


def test_footers_stand_in_it_as_they_are_written_alone() -> None:
    for words in ((), ("Lund & co",), ("Lund", "Kävlinge <x>")):
        for order in (1, -1):
            items = feet(*words)[::order]
            sheet = WritingSlide("why", "sv-SE", last=7)
            wanted = "".join(furniture_shape(sheet, item, 4) for item in items).encode()
            found = slide_xml(PAGE, laid(*items), 4, "sv-SE", "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")
            assert wanted in found and found == found.shared + found.own
            assert parse_xml(found) is not None


def test_what_stands_before_the_footer_is_one_object_for_all() -> None:
    lund, kiruna = (slide_xml(PAGE, laid(*feet(name)), 4, "sv-SE", "<p:clrMapOvr/>") for name in ("Lund", "Kiruna"))
    assert lund != kiruna and lund.shared is kiruna.shared
    assert lund.own.startswith(SEAM) and lund.own.count(b"Lund") == 1 and SEAM not in lund.shared
