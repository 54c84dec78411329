"""XML as it means."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from refresh_corpus import generated

from deck.drawing.names import Element, qn
from deck.package import open_package
from deck.pptx import read_pptx
from deck.pptx.identity import guid
from deck.refresh.guard.form import Forms, apart, cells, digest, locals_of, nodes, written_alike

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)

OURS = "<a:tblPr><a:tableStyleId>{}</a:tableStyleId></a:tblPr>"
"""One version of ours colours a table otherwise than another: that is no work of its owner's, as Office's own style is."""
OFFICES = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


def xml(inner: str) -> Element:
    return etree.fromstring(f"<a:root {NS}>{inner}</a:root>")


def form(inner: str):
    (found,) = nodes(xml(inner), lambda rid: {"rId1": "there", "rId2": None}.get(rid, rid))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<a:p><a:r><a:t>Ett ord</a:t></a:r></a:p>", "<a:p><a:r><a:t>Ett</a:t></a:r><a:r><a:t> ord</a:t></a:r></a:p>"),
        ('<a:p><a:r><a:rPr b="1" dirty="0"/><a:t>x</a:t></a:r></a:p>', '<a:p><a:r><a:rPr b="true"/><a:t>x</a:t></a:r></a:p>'),
        ("<a:p/>", "<a:p><a:r><a:t></a:t></a:r><a:endParaRPr lang='sv-SE'/></a:p>"),
        ('<a:srgbClr val="ff00aa"/>', '<a:srgbClr val="FF00AA"/>'),
        ("<a:p/>", "<mc:AlternateContent><mc:Choice><a:p/></mc:Choice><mc:Fallback><a:pic/></mc:Fallback></mc:AlternateContent>"),
        ('<a:fld id="{1}"><a:t>3</a:t></a:fld>', '<a:fld id="{2}"><a:t>4</a:t></a:fld>'),
        ("<a:ln/>", ""),
        (OURS.format(guid("table-style", "then")), OURS.format(guid("table-style", "now"))),
    ],
)
def test_these_mean_the_same(one: str, other: str) -> None:
    assert form(one) == form(other) and list(apart(form(one), form(other))) == []


@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        ('<a:rPr b="1"/>', '<a:rPr b="1" i="1"/>', {("rPr", "i")}),
        ("<a:p><a:r><a:t>x</a:t></a:r></a:p>", "<a:p><a:r><a:t>y</a:t></a:r></a:p>", {("t", "")}),
        ("<a:p/>", '<a:p/><a:x z="1"/>', {("x", ""), ("x", "z")}),
        ('<a:p r:id="rId1"/>', '<a:p r:id="rId9"/>', {("p", "id")}),
        (OURS.format(guid("table-style", "now")), OURS.format(OFFICES), {("tableStyleId", "")}),
    ],
)
def test_these_do_not_and_it_is_said_where(one: str, other: str, where: set[tuple[str, str]]) -> None:
    assert locals_of(apart(form(one), form(other))) == where == locals_of(apart(form(other), form(one)))


def test_what_a_relationship_leads_to_counts_and_not_its_id() -> None:
    assert form('<a:p r:id="rId1"/>') == form('<a:p r:id="there"/>') and form('<a:p r:id="rId2"/>') == form("<a:p/>")


def test_places_are_the_same_where_programs_round_them() -> None:
    places = [form(f'<a:off x="{x}" y="0"/>') for x in (100_000, 115_000, 130_000)]
    assert list(apart(places[0], places[1])) == [] and locals_of(apart(places[0], places[2])) == {("off", "x")}


def book(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as held:
        for name, data in parts.items():
            held.writestr(f"xl/{name}.xml", data)
    return out.getvalue()


def test_a_workbook_is_what_its_cells_say_wherever_their_words_stand() -> None:
    inline = book(**{"worksheets/sheet1": '<c t="inlineStr"><is><t>Ett</t></is></c><c><v>7</v></c>'})
    shared = book(**{"worksheets/sheet1": '<c t="s"><v>0</v></c><c><v>7</v></c>', "sharedStrings": "<t>Ett</t>"})
    assert cells(inline) == cells(shared) == ("7", "Ett")
    assert cells(b"no book") == (digest(b"no book"),)


def test_parts_are_known_by_what_they_say_and_our_own_tags_say_nothing() -> None:
    deck = read_pptx(open_package(generated(), "test"))
    forms = Forms(deck.sheets, {piece.part: piece.slide for piece in deck.slides})
    part = next(piece.part for piece in deck.slides if piece.slide == "chart")
    kinds = {rel.kind: forms.target(rel) for rel in deck.package.rels[part]}
    assert kinds["tags"] is None and kinds["notesSlide"] == ("notesSlide",)
    chart = kinds["chart"]
    assert (
        isinstance(chart, tuple)
        and chart[0] == "chart"
        and chart is forms.target(next(rel for rel in deck.package.rels[part] if rel.kind == "chart"))
    )
    assert [kind for kind, _target in forms.hanging(part)] == ["slideLayout"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("<a:p><a:t>x</a:t></a:p>", "<a:p><a:t>x</a:t></a:p>", True),
        ("<a:p><a:t>x</a:t></a:p>", "<a:p><a:t>y</a:t></a:p>", False),
        # The same id may lead to two things.
        ('<a:p><a:blip r:embed="rId1"/></a:p>', '<a:p><a:blip r:embed="rId1"/></a:p>', False),
    ],
)
def test_what_is_written_alike_says_the_same_only_where_no_relationship_tells(one: str, other: str, alike: bool) -> None:
    assert written_alike(xml(one), xml(other)) is alike


def test_a_slide_without_its_shapes_is_all_the_rest() -> None:
    deck = read_pptx(open_package(generated(), "test"))
    forms = Forms(deck.sheets, {})
    part = deck.slides[0].part
    root = deck.sheets.root(part)
    assert root is not None
    (whole,) = forms.of(part, root)
    frame = forms.frame(part, root)
    assert (frame[0], frame[1]) == (whole[0], whole[1])
    assert "spTree" in repr(whole) and "spTree" not in repr(frame)
    assert [node[0] for node in frame[3]] == [node[0] for node in whole[3] if node[0] in {item[0] for item in frame[3]}]
    # What stands beside the tree differs where its owner gave the slide a ground.
    tree = root.find("{*}cSld/{*}spTree")
    assert tree is not None
    tree.addprevious(etree.fromstring('<p:bg xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:x/></p:bg>'))
    assert list(apart(frame, Forms(deck.sheets, {}).frame(part, root)))


def test_words_that_run_from_the_right_are_nobody_s_noise() -> None:
    assert form('<a:pPr lvl="1" rtl="1"/>') != form('<a:pPr lvl="1"/>') == form('<a:pPr lvl="1" rtl="0"/>')


STEP = '<a:lnTo><a:pt x="1" y="2"/></a:lnTo>'


@pytest.mark.parametrize(
    "odd",
    [
        '<a:lnTo><a:pt y="2" x="1"/></a:lnTo>',
        '<a:lnTo> <a:pt x="1" y="2"/></a:lnTo>',
        '<a:lnTo><a:pt x="1" y="2"> </a:pt></a:lnTo>',
    ],
)
def test_a_step_of_a_path_says_the_same_however_it_is_written(odd: str) -> None:
    """The short way for the usual one, and the long way for others."""
    plain, other = (form(f'<a:path w="9" h="9">{step}<a:close/></a:path>') for step in (STEP, odd))
    assert plain == other
    ((_tag, _attributes, _text, (first, _close)),) = plain[3]
    assert first == (qn("a:lnTo"), (), "", ((qn("a:pt"), (("x", "1"), ("y", "2")), "", ()),))


@pytest.mark.parametrize("odd", ['<a:lnTo b="1"><a:pt x="1" y="2"/></a:lnTo>', '<a:lnTo><a:pt x="1" y="3"/></a:lnTo>', ""])
def test_another_step_is_another_form(odd: str) -> None:
    assert form(f"<a:path>{STEP}</a:path>") != form(f"<a:path>{odd}</a:path>")
