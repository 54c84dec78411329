"""Looks that an owner gave: found on slides, and missed where they are gone."""

from __future__ import annotations

import pytest
from lxml import etree
from refresh_corpus import generated

from deck import i18n
from deck.drawing.names import qn
from deck.package import Package, open_package
from deck.package.names import namespaces
from deck.pptx import read_pptx
from deck.refresh.guard import Account, Losable, verdict
from deck.refresh.guard.looks import among, inherited, looks, lost_looks, shown


def test_what_shapes_say_of_their_looks() -> None:
    tree = etree.fromstring(
        f'<p:sp {namespaces("a", "p")}><p:spPr><a:solidFill><a:srgbClr val="aa0000"/></a:solidFill></p:spPr>'
        "<p:txBody><a:bodyPr/><a:p>"
        '<a:r><a:rPr lang="fi-FI" sz="2100"><a:highlight><a:srgbClr val="FFFF00"/></a:highlight>'
        '<a:latin typeface="Arvo"/></a:rPr>'
        '<a:t>Ord</a:t></a:r><a:r><a:rPr sz="900"/><a:t> </a:t></a:r></a:p></p:txBody></p:sp>'
    )
    found = {("colour", "AA0000"), ("language", "fi-FI"), ("size", "2100"), ("highlight", "FFFF00"), ("font", "Arvo")}
    assert {tuple(item) for item in looks(tree)} == found
    point = '<c:idx val="1"/><c:spPr><a:solidFill><a:srgbClr val="00AA00"/></a:solidFill></c:spPr>'
    assert looks(etree.fromstring(f"<c:dPt {namespaces('a', 'c')}>{point}</c:dPt>")) == {Losable("colour", "00AA00")}
    table = etree.fromstring(
        f'<a:tbl {namespaces("a")}><a:tblGrid><a:gridCol w="720000"/></a:tblGrid>'
        '<a:tr h="360000"><a:tc gridSpan="2"/></a:tr></a:tbl>'
    )
    assert {tuple(item) for item in looks(table)} == {("width", "720000"), ("height", "360000"), ("span", "gridSpan 2")}


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Losable("size", "2050"), "20.5 pt"),
        (Losable("width", "1020304"), "2.83 cm"),
        (Losable("colour", "AA0000"), "AA0000"),
        (Losable("span", "gridSpan 2"), "2 columns"),
        (Losable("line", "83000"), "83 %"),
    ],
)
def test_looks_in_words(item: Losable, words: str) -> None:
    with i18n.speaking("en"):
        assert shown(item) == words
    with i18n.speaking("sv"):
        assert shown(item) == words.replace(".", ",").replace("columns", "kolumner")


def test_a_program_rounds_measures_and_nothing_else() -> None:
    assert among(Losable("width", "720000"), [Losable("width", "719640")])
    assert not among(Losable("size", "2050"), [Losable("size", "2000")])


def package(slide: str = "", old: bytes = b"", new: bytes = b"", times: int = 1) -> Package:
    found = open_package(generated(), "test")
    if not slide:
        return found
    part = next(piece.part for piece in read_pptx(found).slides if piece.slide == slide)
    assert old in found.parts[part]
    return found.replace({part: found.parts[part].replace(old, new, times)})


COLOUR = b'lang="sv-SE" sz="2077" '


def test_what_was_the_owners_is_missed_and_what_was_ours_is_not() -> None:
    ours, mine = read_pptx(package()), read_pptx(package("why", b'lang="sv-SE" ', COLOUR))
    assert lost_looks(mine, ours, [ours], ["why"]) == {"why": [Losable("size", "2077")]}
    assert lost_looks(mine, mine, [ours], ["why"]) == {} == lost_looks(mine, ours, [mine], ["why"])
    seen = verdict(mine, ours, Account(), [ours])
    assert [(item.kind, item.slide, item.what) for item in seen.missing] == [("size", "why", "20.77 pt")]
    assert verdict(mine, ours, Account()).whole


def test_what_a_program_writes_on_every_slide_is_no_owners() -> None:
    ours = read_pptx(package())
    data = package()
    slides = {piece.part: data.parts[piece.part].replace(b'lang="sv-SE" ', COLOUR) for piece in ours.slides}
    everywhere = read_pptx(data.replace(dict(slides)))
    assert lost_looks(everywhere, ours, [ours], [piece.slide for piece in ours.slides if piece.slide]) == {}


def test_what_the_look_gives_is_nobodys() -> None:
    given = inherited(read_pptx(package()).sheets)
    assert {item.kind for item in given} == {
        "colour",
        "font",
        "size",
        "bullet",
        "indent",
        "line",
        "margin",
        "side",
        "spacing",
        "align",
        "kerning",
    }


def reshaped(grid: str, cells: str) -> Package:
    data = open_package(generated(), "test")
    part = next(piece.part for piece in read_pptx(data).slides if piece.slide == "table")
    root = etree.fromstring(data.parts[part])
    (held,) = root.iter(qn("a:tblGrid"))
    row = next(root.iter(qn("a:tr")))
    for holder, tag in ((held, "a:gridCol"), (row, "a:tc")):
        for item in list(holder.iterchildren(qn(tag))):
            holder.remove(item)
    for item in grid.split():
        etree.SubElement(held, qn("a:gridCol"), {"w": item})
    for n, span in enumerate(cells.split()):
        row.insert(n, etree.Element(qn("a:tc"), {"gridSpan": span}))
    return data.replace({part: etree.tostring(root)})


def test_with_another_number_of_columns_none_is_as_wide_as_it_was_and_merged_cells_span_others() -> None:
    ours = read_pptx(package())
    mine = read_pptx(reshaped("1000000 1700000 2100000", "2 1"))
    assert lost_looks(mine, read_pptx(reshaped("900000 1500000 1800000 600000", "3 1")), [ours], ["table"]) == {}
    parted = read_pptx(reshaped("900000 1500000 1800000 600000", "1 1 1 1"))
    assert lost_looks(mine, parted, [ours], ["table"]) == {"table": [Losable("span", "gridSpan 2")]}
    narrower = lost_looks(mine, read_pptx(reshaped("1000000 1700000 2000000", "2 1")), [ours], ["table"])
    assert narrower == {"table": [Losable("width", "2100000")]}


def test_how_words_paragraphs_and_frames_stand_is_a_look() -> None:
    tree = etree.fromstring(
        f'<p:sp {namespaces("p", "a")}><p:spPr><a:effectLst><a:outerShdw blurRad="50800"/></a:effectLst></p:spPr>'
        '<p:txBody><a:bodyPr tIns="90000" numCol="2" spcCol="1000" vert="vert270"/><a:p><a:pPr marL="457200" rtl="1">'
        '<a:lnSpc><a:spcPct val="130000"/></a:lnSpc><a:buChar char="→"/></a:pPr><a:r><a:rPr baseline="30000" spc="300">'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="AA0000"/></a:solidFill></a:ln></a:rPr><a:t>Ord</a:t></a:r></a:p>'
        '<a:p><a:pPr marL="9"/><a:r><a:rPr baseline="0" spc="-1"><a:ln><a:noFill/></a:ln></a:rPr><a:t> </a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )
    assert {tuple(item) for item in looks(tree)} == {
        ("shadow", "outerShdw 50800"),
        ("margin", "90000"),
        ("columns", "2 1000"),
        ("direction", "vert270"),
        ("direction", "rtl"),
        ("indent", "457200"),
        ("line", "130000"),
        ("bullet", "→"),
        ("raised", "30000"),
        ("spacing", "300"),
        ("outline", "6350"),
    }


def marked(look: str, paragraph: str = "") -> set[tuple[str, str]]:
    run = f"<a:r>{look}<a:t>Ord</a:t></a:r>"
    words = f"<p:txBody><a:bodyPr/><a:p>{paragraph}{run}</a:p></p:txBody>"
    return {(item.kind, item.what) for item in looks(etree.fromstring(f"<p:sp {namespaces('p', 'a', 'r')}>{words}</p:sp>"))}


@pytest.mark.parametrize(
    ("look", "found"),
    [
        ('<a:rPr u="wavyDbl"/>', ("underline", "wavyDbl")),
        ('<a:rPr strike="dblStrike"/>', ("strike", "dblStrike")),
        ('<a:rPr cap="small"/>', ("capitals", "small")),
        ('<a:rPr kern="1400"/>', ("kerning", "1400")),
        ('<a:rPr><a:sym typeface="Wingdings"/></a:rPr>', ("font", "Wingdings")),
        ('<a:rPr><a:effectLst><a:glow rad="9"/></a:effectLst></a:rPr>', ("effect", "glow")),
        ('<a:rPr><a:pattFill prst="pct5"><a:fgClr><a:srgbClr val="00AA00"/></a:fgClr></a:pattFill></a:rPr>', ("paint", "00AA00")),
        (
            '<a:rPr u="sng"><a:uFill><a:solidFill><a:srgbClr val="B703C4"/></a:solidFill></a:uFill></a:rPr>',
            ("underline", "B703C4"),
        ),
    ],
)
def test_whatever_marks_words_is_a_look(look: str, found: tuple[str, str]) -> None:
    assert found in marked(look)


def test_what_says_nothing_is_none() -> None:
    assert marked('<a:rPr u="none" strike="noStrike" cap="none" kern="0"/>', '<a:pPr algn="l"/>') == set()
    assert marked('<a:rPr u="sng"><a:hlinkClick r:id="rId1"/></a:rPr>') == set(), "programs underline links"
    assert marked("<a:rPr/>", '<a:pPr><a:tabLst><a:tab algn="l" pos="0"/></a:tabLst></a:pPr>') == set(), "it leads nowhere"


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ('<a:pPr algn="r"/>', ("align", "r")),
        ('<a:pPr><a:buAutoNum type="alphaLcPeriod"/></a:pPr>', ("bullet", "alphaLcPeriod")),
        ('<a:pPr><a:buFont typeface="Wingdings"/></a:pPr>', ("font", "Wingdings")),
        ('<a:pPr><a:buClr><a:srgbClr val="AA0000"/></a:buClr></a:pPr>', ("colour", "AA0000")),
        ('<a:pPr><a:tabLst><a:tab pos="1234" algn="l"/></a:tabLst></a:pPr>', ("tabs", "1234")),
    ],
)
def test_how_a_paragraph_stands_is_a_look(paragraph: str, found: tuple[str, str]) -> None:
    assert found in marked("<a:rPr/>", paragraph)


def test_on_slides_that_no_program_wrote_a_mark_is_an_owners_wherever_it_stands() -> None:
    ours, data = read_pptx(package()), package()
    struck = {
        piece.part: data.parts[piece.part].replace(b'lang="sv-SE" ', b'lang="sv-SE" strike="sngStrike" ') for piece in ours.slides
    }
    mine, slides = read_pptx(data.replace(dict(struck))), [piece.slide for piece in ours.slides if piece.slide]
    assert lost_looks(mine, ours, [ours], slides) == {}
    assert lost_looks(mine, ours, [ours], slides, ["why"]) == {"why": [Losable("strike", "sngStrike")]}


def test_a_language_that_the_merge_knew_of_is_missed_where_its_words_went() -> None:
    """What the file says, as we would write it, has it as its owner gave it."""
    ours, mine = read_pptx(package()), read_pptx(package("why", b'lang="sv-SE" ', b'lang="fi-FI" '))
    assert lost_looks(mine, ours, [ours, mine, ours], ["why"]) == {"why": [Losable("language", "fi-FI")]}
    assert lost_looks(mine, mine, [ours, mine, mine], ["why"]) == {}
    assert lost_looks(mine, ours, [mine, mine, ours], ["why"]) == {}
