"""A title that is a text box is made a title's place."""

from __future__ import annotations

import re

import pytest
from odd_templates import each, plain, shapes_without

from deck.diagnostics import Diagnostics
from deck.drawing import Sheets
from deck.drawing.names import qn
from deck.package import Package, package_bytes, parse_xml
from deck.template import read_template
from deck.template.box_titles import with_box_titles
from deck.template.clean import clean

BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="Ruta {n}"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="600000" y="{y}"/><a:ext cx="{wide}" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    '<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="sv-SE" sz="{size}" b="1">{fill}'
    "</a:rPr><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
)
FILL = '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'


def box(words: str, *, size: int = 3200, wide: int = 9_000_000, y: int = 400_000, n: int = 900, fill: str = FILL) -> str:
    return BOX.format(words=words, size=size, wide=wide, y=y, n=n, fill=fill)


def house(*boxes: str, titles: bool = False) -> Package:
    """The default template whose layouts have these boxes, and no title's place."""

    def change(name: str, text: str) -> str:
        if "Layout" not in name:
            return text
        text = text if titles else shapes_without(text, r'[^>]*type="(?:title|ctrTitle)"')
        return text.replace("</p:spTree>", "".join(boxes) + "</p:spTree>")

    return each(change)


def holders(package: Package) -> list[tuple[str, str]]:
    """Type and words of what was made a place on the first layout."""
    sheets = Sheets(package)
    root = parse_xml(package.parts[sheets.layout_parts(sheets.master_parts()[0])[0]])
    found = []
    for shape in root.iter(qn("p:sp")):
        holder = next(shape.iter(qn("p:ph")), None)
        if holder is not None and next(shape.iter(qn("p:cNvPr"))).get("name", "").startswith("Ruta"):
            found.append((holder.get("type", ""), "".join(item.text or "" for item in shape.iter(qn("a:t")))))
    return found


@pytest.mark.parametrize(
    "words",
    ["Rubrik", "Klicka här för att lägga till rubrik", "Title", "[Insert title here]", "Titre", "Titel hinzufügen", "Otsikko"],
)
def test_a_box_that_asks_for_a_title_is_its_place(words: str) -> None:
    assert holders(with_box_titles(house(box(words)))) == [("title", words)]


@pytest.mark.parametrize(
    "words",
    ["Kommunen", "Underrubrik", "Titelsponsor är Bygg och Anläggning AB", "© 2024 Titlar", "Vårt uppdrag: ren luft åt alla"],
)
def test_other_words_stay(words: str) -> None:
    package = house(box(words))
    assert with_box_titles(package) is package


@pytest.mark.parametrize(("size", "wide"), [(1200, 9_000_000), (3200, 1_200_000)])
def test_small_words_and_a_narrow_box_are_no_title(size: int, wide: int) -> None:
    package = house(box("Rubrik", size=size, wide=wide))
    assert with_box_titles(package) is package


def test_a_layout_that_has_a_title_keeps_its_boxes() -> None:
    assert holders(with_box_titles(house(box("Rubrik"), titles=True))) == []


def test_what_else_it_asks_for_goes_with_it() -> None:
    package = house(box("Rubrik"), box("Skriv underrubrik", size=2000, y=1_200_000, n=901), box("Kommunen", n=902, y=5_000_000))
    assert holders(with_box_titles(package)) == [("title", "Rubrik"), ("body", "Skriv underrubrik")]


def test_the_largest_is_the_title() -> None:
    package = house(box("Rubrik", size=2000), box("Titel", size=4000, n=901, y=1_500_000))
    assert holders(with_box_titles(package)) == [("title", "Titel")]


def test_words_in_it_look_as_the_boxes_did() -> None:
    template = read_template(package_bytes(house(box("Rubrik"))))
    spot = template.roles["content"].spots["title"]
    assert spot.placeholder is not None
    level, rgb = spot.style.levels[0], template.roles["content"].layout.palette.rgb
    assert (level.size_pt, level.bold, level.align, level.bullet, level.color) == (32.0, True, "ctr", "", rgb["accent2"])
    plain_ink = read_template(package_bytes(house(box("Rubrik", fill="")))).roles["content"].spots["title"].style.levels[0]
    assert plain_ink.color == rgb["tx1"]


def test_nothing_says_rubrik_on_a_slide_any_more() -> None:
    made = clean(house(box("Rubrik")), "a.potx", Diagnostics())
    sheets = Sheets(made)
    for part in sheets.layout_parts(sheets.master_parts()[0]):
        text = made.parts[part].decode()
        loose = [shape for shape in re.findall(r"<p:sp>.*?</p:sp>", text, re.DOTALL) if "<p:ph" not in shape]
        assert not any(">Rubrik<" in shape for shape in loose)


def test_a_template_without_such_boxes_is_let_be() -> None:
    assert with_box_titles(plain()) is plain()
