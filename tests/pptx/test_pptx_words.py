"""Words read back from shapes: runs of one look joined, lists inherited, rows known by their ids."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import NSMAP
from deck.package import Package, Relationship
from deck.pptx.identity import number
from deck.pptx.words import ACTION, chart_data, link_of, picture_media, read_paragraph, read_rows, row_number, words_of
from deck.presentation import Cell, Chart, Link, Media, Row, Run, Series, Table, paragraph

HEAD = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NSMAP.items())
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = Package(
    {"s.xml": b"", "b.xml": b"", "m.PNG": b"1"},
    {},
    {},
    {
        "s.xml": (
            Relationship("rId1", f"{REL}/hyperlink", "https://a.se", True),
            Relationship("rId2", f"{REL}/slide", "b.xml"),
            Relationship("rId3", f"{REL}/slide", "gone.xml"),
            Relationship("rId4", f"{REL}/image", "m.PNG"),
        )
    },
)


def tree(xml: str) -> etree._Element:
    return etree.fromstring(f"<x{HEAD}>{xml}</x>")[0]


def target(part: str) -> str | None:
    return {"b.xml": "b"}.get(part)


def read(inner: str, inherited: str = ""):
    return read_paragraph(tree(f"<a:p>{inner}</a:p>"), PACKAGE, "s.xml", "sv-SE", target, inherited)


def run(words: str, look: str = "") -> str:
    return f'<a:r><a:rPr lang="sv-SE" {look}/><a:t>{words}</a:t></a:r>'


PARAGRAPHS = (
    run("ett ") + run("två", 'b="1"'),
    run("a") + "<a:br/>" + run("b") + '<a:fld type="slidenum"><a:t>3</a:t></a:fld><a:endParaRPr/>',
    "<a:pPr><a:buChar/></a:pPr>" + run("") + run("x"),
    "",
    "<a:r/><a:r><a:t/></a:r>",
)


def test_words_alone_are_those_of_the_paragraphs() -> None:
    body = "".join(f"<a:p>{item}</a:p>" for item in PARAGRAPHS)
    assert words_of(tree(f"<p:sp><p:txBody><a:bodyPr/>{body}</p:txBody></p:sp>")) == "ett två\na\vb3\nx\n\n"
    assert words_of(tree(f"<p:sp><p:txBody>{body}</p:txBody></p:sp>")).split("\n") == [read(item).text for item in PARAGRAPHS]
    assert words_of(tree("<p:pic/>")) == "" == words_of(tree("<p:sp><p:txBody/></p:sp>"))


@pytest.mark.parametrize(
    ("inner", "runs"),
    [
        ("", ()),
        (run("ett ") + run("två"), (Run("ett två"),)),
        (run("ett") + run("två", 'b="1"'), (Run("ett"), Run("två", bold=True))),
        (run("ett") + "<a:br/>" + run("två"), (Run("ett\vtvå"),)),
        (run("a", 'i="true"'), (Run("a", italic=True),)),
        ('<a:r><a:rPr lang="en-GB"/><a:t>x</a:t></a:r>', (Run("x", lang="en-GB"),)),
        ("<a:r><a:t>x</a:t></a:r>", (Run("x"),)),
        (run("") + run("x"), (Run("x"),)),
        ('<a:fld type="slidenum"><a:t>3</a:t></a:fld>', (Run("3"),)),
    ],
)
def test_runs(inner: str, runs: tuple[Run, ...]) -> None:
    assert read(inner).runs == runs


@pytest.mark.parametrize(
    ("inner", "inherited", "kind", "level"),
    [
        ("", "", "none", 0),
        ("", "•", "bullet", 0),
        ("", "1.", "number", 0),
        ('<a:pPr lvl="2"><a:buNone/></a:pPr>', "•", "none", 2),
        ('<a:pPr lvl="99"><a:buAutoNum/></a:pPr>', "•", "number", 8),
        ('<a:pPr lvl="-1"><a:buChar char="–"/></a:pPr>', "", "bullet", 0),
        ("<a:pPr><a:buBlip/></a:pPr>", "", "bullet", 0),
    ],
)
def test_lists_and_levels(inner: str, inherited: str, kind: str, level: int) -> None:
    found = read(inner, inherited)
    assert (found.list, found.level) == (kind, level)


@pytest.mark.parametrize(
    ("rid", "link"), [("rId1", Link(url="https://a.se")), ("rId2", Link(slide="b")), ("rId3", None), ("rId9", None), ("", None)]
)
def test_links(rid: str, link: Link | None) -> None:
    assert link_of(tree(f'<a:rPr><a:hlinkClick r:id="{rid}"/></a:rPr>'), PACKAGE, "s.xml", target) == link
    assert link_of(tree("<a:rPr/>"), PACKAGE, "s.xml", target) is None


@pytest.mark.parametrize(
    ("click", "link"),
    [
        ('r:id="" action="ppaction://hlinkshowjump?jump=nextslide"', Link(slide="ppaction://hlinkshowjump?jump=nextslide")),
        ('r:id="" action="ppaction://customshow?id=1"', Link(slide="ppaction://customshow?id=1")),
        ('r:id="rId9" action="ppaction://hlinkshowjump?jump=nextslide"', None),
        ('r:id="" action="ppaction://hlinksldjump"', None),
        ('r:id="" action="ppaction://noaction"', None),
        ('r:id="" action="macro"', None),
    ],
)
def test_what_a_click_does_instead_of_leading_anywhere(click: str, link: Link | None) -> None:
    found = tree(f"<a:rPr><a:hlinkClick {click}/></a:rPr>")
    assert link_of(found, PACKAGE, "s.xml", lambda said: said if said.startswith(ACTION) else target(said)) == link
    assert link_of(found, PACKAGE, "s.xml", target) is None


def row(words: str, name: str = "") -> str:
    mark = f'<a:extLst><a:ext><a16:rowId val="{number("t", "row", name)}"/></a:ext></a:extLst>' if name else ""
    return f"<a:tr><a:tc><a:txBody><a:p>{run(words)}</a:p></a:txBody></a:tc>{mark}</a:tr>"


def test_rows_are_known_by_id_whatever_their_order_and_new_ones_are_the_owners() -> None:
    base = Table(tuple(Row(name, (Cell((paragraph(name),)),)) for name in ("head", "a", "b")), (1.0,), "")
    xml = row("Rubrik", "head") + row("B", "b") + row("Ny") + row("A", "a") + row("Kopia", "a")
    found = read_rows(tree(f"<a:tbl>{xml}</a:tbl>"), "t", base, PACKAGE, "s.xml", "sv-SE", target)
    assert [*[item.id for item in found][:2], found[3].id] == ["head", "b", "a"]
    assert found[2].id.startswith("own-2-") and found[4].id.startswith("own-4-")
    assert [item.cells[0].text for item in found] == ["Rubrik", "B", "Ny", "A", "Kopia"]
    assert row_number(tree(row("x"))) == 0


@pytest.mark.parametrize("first", [True, False])
def test_of_a_row_that_was_copied_the_one_most_like_the_base_keeps_the_id(first: bool) -> None:
    base = Table((Row("a", (Cell((paragraph("Mål"),)), Cell((paragraph("2030"),)))),), (1, 1), "")
    mark = f'<a:extLst><a:ext uri="x"><z:rowId xmlns:z="urn:z" val="{number("t", "row", "a")}"/></a:ext></a:extLst>'

    def row(*words: str) -> str:
        cells = "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{said}</a:t></a:r></a:p></a:txBody></a:tc>" for said in words)
        return f"<a:tr>{cells}{mark}</a:tr>"

    own, ours = row("Vårt", "2027"), row("Mål", "2031")
    xml = "".join((own, ours) if first else (ours, own))
    found = read_rows(tree(f"<a:tbl>{xml}</a:tbl>"), "t", base, PACKAGE, "s.xml", "sv-SE", target)
    assert [item.id for item in found if not item.id.startswith("own-")] == ["a"]
    assert next(item for item in found if item.id == "a").cells[0].text == "Mål"


CHART = (
    '<c:chartSpace><c:{kind}>{way}<c:ser><c:tx><c:pt idx="0"><c:v>S</c:v></c:pt></c:tx><c:cat>'
    '<c:ptCount val="3"/><c:pt idx="0"><c:v>a</c:v></c:pt>'
    '<c:pt idx="2"><c:v>c</c:v></c:pt></c:cat><c:val><c:pt idx="0"><c:v>1.5</c:v></c:pt><c:pt idx="1"><c:v>'
    "x</c:v></c:pt></c:val></c:ser></c:{kind}></c:chartSpace>"
)


@pytest.mark.parametrize(
    ("kind", "way", "found"),
    [
        ("barChart", '<c:barDir val="bar"/>', "bar"),
        ("barChart", '<c:barDir val="col"/>', "column"),
        ("pieChart", "", "doughnut"),
        ("lineChart", "", "line"),
    ],
)
def test_a_charts_numbers_with_holes_in_them(kind: str, way: str, found: str) -> None:
    read_back = chart_data(tree(CHART.format(kind=kind, way=way)), None, "alt")
    assert read_back == Chart(found, ("a", "", "c"), (Series("S", (1.5, None, None)),), "alt")  # type: ignore[arg-type]


def test_what_is_no_chart_is_the_base() -> None:
    base = Chart("bar", (), (), "")
    assert chart_data(None, base, "") is None
    assert chart_data(tree("<c:chartSpace/>"), base, "") is base


@pytest.mark.parametrize(("rid", "media"), [("rId4", Media("image/png", b"1")), ("rId1", None), ("rId9", None)])
def test_a_pictures_bytes(rid: str, media: Media | None) -> None:
    assert picture_media(tree(f'<p:pic><p:blipFill><a:blip r:embed="{rid}"/></p:blipFill></p:pic>'), PACKAGE, "s.xml") == media
