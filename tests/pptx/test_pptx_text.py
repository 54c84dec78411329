"""Paragraphs as DrawingML text: well-formed whatever is said, and saying what differs only."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deck.drawing.names import NSMAP
from deck.geometry import Box
from deck.layout.model import Manner, PlacedShape, PlacedText
from deck.pptx.text import color, drawn_body, fill, quoted, runs, text_body, words
from deck.presentation import Link, Paragraph, Run, paragraph
from deck.template.model import Insets, Placeholder, TextLevel, TextStyle, ThemeColor

HEAD = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NSMAP.items())


def drawn(*items: Paragraph, **how) -> PlacedShape:
    return PlacedShape("item:a:title", "a", "rect", Box(0, 0, 1, 1), paragraphs=items, **how)


LINKS = {Link(url="https://a.se"): ("rId1", "", ""), Link(slide="x"): ("rId2", "ppaction://hlinksldjump", "<a:extLst/>")}


def tree(xml: str) -> etree._Element:
    return etree.fromstring(f"<x{HEAD}>{xml}</x>")


def named(root: etree._Element, name: str) -> list[etree._Element]:
    return list(root.iter(f"{{{NSMAP['a']}}}{name}"))


@given(st.text(max_size=40))
def test_any_words_are_well_formed_and_come_back(said: str) -> None:
    kept = "".join(c for c in said if c in "\t\n\r" or ("\x20" <= c <= "\ud7ff") or ("\ue000" <= c <= "\ufffd") or c > "\uffff")
    root = tree(f"<a>{words(said)}</a><b v={quoted(said)}/>")
    assert (root[0].text or "").replace("\r", "\n") == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert root[1].get("v") == kept


@pytest.mark.parametrize(
    ("item", "xml"),
    [
        (ThemeColor("tx1"), '<a:schemeClr val="tx1"/>'),
        (ThemeColor("bg1", 95_000), '<a:schemeClr val="bg1"><a:lumMod val="95000"/></a:schemeClr>'),
        (ThemeColor("bg1", alpha=7_000), '<a:schemeClr val="bg1"><a:alpha val="7000"/></a:schemeClr>'),
        (
            ThemeColor("tx2", 20_000, 80_000),
            '<a:schemeClr val="tx2"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>',
        ),
    ],
)
def test_theme_colours_only(item: ThemeColor, xml: str) -> None:
    assert color(item) == xml and fill(item) == f"<a:solidFill>{xml}</a:solidFill>" and fill(None) == "<a:noFill/>"


def test_runs_with_their_looks_breaks_and_links() -> None:
    item = Paragraph(
        (
            Run("ett\vtvå", bold=True),
            Run("three", italic=True, lang="en-GB"),
            Run("webb", link=Link(url="https://a.se")),
            Run("bild", link=Link(slide="x")),
            Run(""),
        )
    )
    root = tree(runs(item, "sv-SE", LINKS.__getitem__, suffix=" (1 av 2)"))
    assert [t.text for t in named(root, "t")] == ["ett", "två", "three", "webb", "bild", " (1 av 2)"]
    assert len(named(root, "br")) == 1
    looks = named(root, "rPr")
    assert [look.get("lang") for look in looks] == ["sv-SE"] * 3 + ["en-GB"] + ["sv-SE"] * 3
    assert [look.get("b") for look in looks[:3]] == ["1"] * 3 and looks[3].get("i") == "1"
    clicks = named(root, "hlinkClick")
    assert [(c.get(f"{{{NSMAP['r']}}}id"), c.get("action"), len(c)) for c in clicks] == [
        ("rId1", None, 0),
        ("rId2", "ppaction://hlinksldjump", 1),
    ]


STYLE = TextStyle((TextLevel("Arial", 24, bullet="•", margin_left=100, indent=-100),) * 9)
HOLDER = Placeholder("obj", 1, "x", Box(0, 0, 1, 1), STYLE)


def placed(*items: Paragraph, **more: object) -> PlacedText:
    return replace(PlacedText("s", "s", HOLDER, HOLDER.box, True, items), **more)  # type: ignore[arg-type]


def body(item: PlacedText, start: int = 1) -> etree._Element:
    return tree(text_body(item, "sv-SE", LINKS.__getitem__, start))


@pytest.mark.parametrize(
    ("item", "holder", "marks", "attributes"),
    [
        (paragraph("x", 0, "bullet"), True, [], {}),
        (paragraph("x", 1, "bullet"), True, [], {"lvl": "1"}),
        (paragraph("x", 0, "none"), True, ["buNone"], {"marL": "0", "indent": "0"}),
        (paragraph("x", 0, "bullet"), False, ["buFont", "buChar"], {"marL": "285750", "indent": "-285750"}),
        (paragraph("x", 0, "number"), True, ["buFont", "buAutoNum"], {"marL": "457200", "indent": "-457200"}),
        (paragraph("x", 0, "none"), False, [], {}),
    ],
)
def test_a_mark_is_written_where_it_is_not_inherited(
    item: Paragraph, holder: bool, marks: list[str], attributes: dict[str, str]
) -> None:
    root = body(placed(item) if holder else placed(item, placeholder=None))
    props = named(root, "pPr")
    assert (dict(props[0].attrib) if props else {}) == attributes
    assert [etree.QName(child).localname for child in (props[0] if props else ())] == marks


def test_a_list_goes_on_with_its_number() -> None:
    assert named(body(placed(paragraph("x", 0, "number")), 4), "buAutoNum")[0].get("startAt") == "4"
    assert named(body(placed(paragraph("x", 0, "number"))), "buAutoNum")[0].get("startAt") is None


def test_what_differs_stands_in_the_list_style() -> None:
    plain = body(placed(paragraph("x")))
    assert not len(named(plain, "lstStyle")[0])
    sizes = (20.0, *(None,) * 8)
    root = body(
        placed(paragraph("x"), sizes=sizes, color=ThemeColor("tx2"), insets=Insets(1, 2, 3, 4), anchor="ctr", line_spacing=0.9)
    )
    first = named(root, "lvl1pPr")[0]
    assert named(first, "defRPr")[0].get("sz") == "2000" and named(first, "spcPct")[0].get("val") == "90000"
    assert dict(named(root, "bodyPr")[0].attrib.items()) == {
        "lIns": "1",
        "tIns": "2",
        "rIns": "3",
        "bIns": "4",
        "anchor": "ctr",
    }


@pytest.mark.parametrize("items", [(), (Paragraph(),)])
def test_an_empty_body_has_its_paragraph_and_language(items: tuple[Paragraph, ...]) -> None:
    root = body(placed(*items))
    assert len(named(root, "p")) == 1 and named(root, "endParaRPr")[0].get("lang") == "sv-SE"
    assert len(named(tree(drawn_body(drawn(*items), "sv-SE", LINKS.__getitem__)), "endParaRPr")) == 1


def test_a_drawn_shapes_paragraphs_each_in_its_manner() -> None:
    lines = tuple(paragraph(words) for words in ("Rubrik", "1\tEtt", "Punkt", "Andra"))
    manners = (Manner(size_pt=32, bold=True), Manner(hang=400_000, before_pt=6), Manner(hang=300_000, mark="–"), Manner(number=3))
    item = drawn(*lines, size_pt=24.0, letter_pt=-0.3, line_spacing=0.9, manners=manners, align="ctr")
    root = tree(drawn_body(item, "sv-SE", LINKS.__getitem__))
    assert [(run.get("sz"), run.get("b"), run.get("spc")) for run in named(root, "rPr")] == [
        ("3200", "1", "-30"),
        ("2400", None, "-30"),
        ("2400", None, "-30"),
        ("2400", None, "-30"),
    ]
    props = named(root, "pPr")
    assert [(item.get("marL"), item.get("indent"), item.get("algn")) for item in props] == [
        (None, None, "ctr"),
        ("400000", "-400000", "ctr"),
        ("300000", "-300000", "ctr"),
        (None, None, "ctr"),
    ]
    assert {item.get("val") for item in named(root, "spcPct")} == {"90000"} and len(named(root, "spcPct")) == 4
    assert [item.get("pos") for item in named(root, "tab")] == ["400000"]
    assert [item.get("char") for item in named(root, "buChar")] == ["–"]
    assert [(item.get("type"), item.get("startAt")) for item in named(root, "buAutoNum")] == [("arabicPlain", "3")]
    # CT_TextParagraphProperties: lnSpc, spcBef, buClr, buFont, bu…, tabLst.
    order = ["lnSpc", "spcBef", "buClr", "buFont", "buNone", "buChar", "buAutoNum", "tabLst"]
    for item in props:
        names = [etree.QName(inner).localname for inner in item]
        assert names == sorted(names, key=order.index)


def test_bold_words_have_the_colour_of_emphasis() -> None:
    item = Paragraph((Run("Förslag:", bold=True), Run(" att pröva")))
    looks = named(body(placed(item, emphasis=ThemeColor("accent1"))), "rPr")
    assert [[color.get("val") for color in named(look, "schemeClr")] for look in looks] == [["accent1"], []]
    assert not named(body(placed(item)), "schemeClr")


@pytest.mark.parametrize(
    ("said", "right"),
    [("قرار البلدية", True), ("2030 (הרשות)", True), ("Svenska: مرحبا!", False), ("2030", False), ("", False), ("åäö", False)],
)
def test_a_paragraph_begins_where_its_first_letter_does(said: str, right: bool) -> None:
    item = Paragraph((Run(said),)) if said else Paragraph()
    assert item.right_to_left is right
    [drawn_props] = [
        p.find(f"{{{NSMAP['a']}}}pPr") for p in named(tree(drawn_body(drawn(item), "sv-SE", lambda _link: ("", "", ""))), "p")
    ]
    assert (drawn_props is not None and drawn_props.get("rtl") == "1" and drawn_props.get("algn") == "r") is right
