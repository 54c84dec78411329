"""What people do to a deck in PowerPoint, as scripts over a real file; each says what must still be there afterwards."""

from __future__ import annotations

import copy
import io
import random
from collections.abc import Callable, Iterable
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Cm, Pt
from refresh_releases import png

from deck.pptx.identity import guid

Deck = Any
Proof = Callable[["Result"], bool]
Edit = Callable[[Deck], "list[Proof] | None"]
EDITS: dict[str, Edit] = {}
SILENT = {"save", "split-runs", "save-marks", "written-place"}
"""What programs do on saving: no edit."""
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


class Result:
    """A refreshed deck, asked what it says."""

    def __init__(self, data: bytes) -> None:
        self.deck = Presentation(io.BytesIO(data))

    def slide(self, name: str) -> Any | None:
        return find(self.deck, name)

    def says(self, words: str) -> bool:
        return any(words in text for slide in self.deck.slides for text in texts(slide))

    def says_on(self, name: str, words: str) -> bool:
        slide = self.slide(name)
        return slide is not None and any(words in text for text in texts(slide))

    def noted(self, words: str) -> bool:
        return any(words in notes(s) for s in self.deck.slides)

    def shape(self, name: str, slot: str) -> Any | None:
        slide = self.slide(name)
        return shape_of(slide, slot) if slide is not None else None


def notes(slide: Any) -> str:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return frame.text if frame is not None else ""


def texts(slide: Any) -> list[str]:
    found: list[str] = []
    for shape in every(slide.shapes):
        if shape.has_text_frame:
            found += [p.text for p in shape.text_frame.paragraphs]
        if getattr(shape, "has_table", False) and shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
        if getattr(shape, "has_chart", False) and shape.has_chart:
            found += [str(c) for c in shape.chart.plots[0].categories]
            found += [f"{v:g}" for s in shape.chart.plots[0].series for v in s.values if v is not None]
    return found


def every(shapes: Any) -> list[Any]:
    found: list[Any] = []
    for shape in shapes:
        found.append(shape)
        if shape.shape_type == 6:
            found += every(shape.shapes)
    return found


def name_of(slide: Any) -> str:
    for rel in slide.part.rels.values():
        if rel.reltype.endswith("/tags"):
            tags = {tag.get("name", ""): tag.get("val", "") for tag in etree.fromstring(rel.target_part.blob)}
            number = tags.get("DECK_PART", "1/1").split("/")[0]
            return tags.get("DECK_SLIDE", "") + (f"#{number}" if number != "1" else "")
    return ""


REAL = {
    "next": "in-short",
    "compare": "hand-in-hand",
    "links": "get-it",
    "steps": "when",
    "chart": "made-with",
    "table": "sources",
    "cards": "for-whom",
    "number": "whats-new",
}
"""The slides of a real deck that have what those of the small one have."""
REAL_SLOTS = {("made-with", "object"): "right", ("get-it", "body"): "left"}


def find(deck: Deck, name: str) -> Any | None:
    slides = {name_of(slide): slide for slide in reversed(list(deck.slides))}
    return slides.get(name) or slides.get(REAL.get(name, ""))


def shape_of(slide: Any, slot: str) -> Any | None:
    """By its id for life, else by its name."""
    slot = REAL_SLOTS.get((name_of(slide), slot), slot)
    mark = guid(name_of(slide), slot)
    found = next((shape for shape in slide.shapes if mark.encode() in etree.tostring(shape._element[0])), None)
    return found or next((shape for shape in slide.shapes if shape.name.endswith(f"({slot})")), None)


def edit(name: str) -> Callable[[Edit], Edit]:
    def register(function: Edit) -> Edit:
        EDITS[name] = function
        return function

    return register


def on(slide_id: str, slot: str) -> Callable[[Callable[[Any, Any], list[Proof] | None]], Edit]:
    """An edit of one slot's shape; nothing where it is gone already."""

    def wrap(function: Callable[[Any, Any], list[Proof] | None]) -> Edit:
        def run(deck: Deck) -> list[Proof] | None:
            slide = find(deck, slide_id)
            shape = shape_of(slide, slot) if slide is not None else None
            return function(slide, shape) if shape is not None else None

        return run

    return wrap


def set_text(paragraph: Any, words: str) -> None:
    """Type over a paragraph: its first run keeps its look."""
    for run in list(paragraph.runs)[1:]:
        run._r.getparent().remove(run._r)
    if paragraph.runs:
        paragraph.runs[0].text = words
    else:
        paragraph.add_run().text = words


def add_after(paragraph: Any, words: str) -> None:
    new = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(new)
    from pptx.text.text import _Paragraph

    set_text(_Paragraph(new, paragraph._parent), words)


# --- words ----------------------------------------------------------------------------------------------------------------------


@edit("rewrite-bullet")
@on("why", "body")
def _rewrite(_slide: Any, shape: Any) -> list[Proof]:
    set_text(shape.text_frame.paragraphs[-1], "Våra föreningar vill hjälpa till")
    return [lambda r: r.says("Våra föreningar vill hjälpa till")]


@edit("rewrite-first-bullet")
@on("why", "body")
def _rewrite_first(_slide: Any, shape: Any) -> list[Proof]:
    set_text(shape.text_frame.paragraphs[0], "Lund har bestämt sig")
    return [lambda r: r.says("Lund har bestämt sig")]


@edit("add-bullet")
@on("why", "body")
def _add(_slide: Any, shape: Any) -> list[Proof]:
    add_after(shape.text_frame.paragraphs[-1], "Vi började redan 2019")
    return [lambda r: r.says("Vi började redan 2019")]


@edit("add-bullet-inside")
@on("why", "body")
def _add_inside(_slide: Any, shape: Any) -> list[Proof]:
    add_after(shape.text_frame.paragraphs[0], "Särskilt i Lund")
    return [lambda r: r.says("Särskilt i Lund")]


@edit("delete-bullet")
@on("next", "body")
def _delete(_slide: Any, shape: Any) -> list[Proof]:
    item = shape.text_frame.paragraphs[1]._p
    item.getparent().remove(item)
    return [lambda r: not r.says("Boka ett möte")]


@edit("reorder-bullets")
@on("next", "body")
def _reorder(_slide: Any, shape: Any) -> list[Proof]:
    first, *_rest, last = shape.text_frame.paragraphs
    if first._p is last._p:
        return []
    words = last.text
    first._p.addprevious(last._p)

    def proof(result: Result) -> bool:
        found = result.shape("next", "body")
        return found is not None and found.text_frame.paragraphs[0].text == words

    return [proof]


@edit("change-level")
@on("compare", "left")
def _level(_slide: Any, shape: Any) -> list[Proof]:
    shape.text_frame.paragraphs[1].level = 1

    def proof(result: Result) -> bool:
        found = result.shape("compare", "left")
        return found is not None and any(p.level == 1 for p in found.text_frame.paragraphs)

    return [proof]


@edit("one-word")
@on("why", "body")
def _one_word(_slide: Any, shape: Any) -> list[Proof]:
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            if "samhället" in run.text:
                run.text = run.text.replace("samhället", "kommunen")
                return [lambda r: r.says("gäller hela kommunen")]
    return []


@edit("quotes-and-dashes")
@on("compare", "left")
def _quotes(_slide: Any, shape: Any) -> list[Proof]:
    set_text(shape.text_frame.paragraphs[0], "Ansvar i nämnden – alltid”")
    return [lambda r: r.says("Ansvar i nämnden – alltid”")]


@edit("retype-all")
@on("links", "body")
def _retype(_slide: Any, shape: Any) -> list[Proof]:
    shape.text_frame.text = "Allt är nytt här"
    return [lambda r: r.says("Allt är nytt här")]


@edit("clear-body")
@on("photo", "body")
def _clear(_slide: Any, shape: Any) -> list[Proof]:
    shape.text_frame.clear()
    return [lambda r: not r.says("Naturen är nära")]


@edit("title-changed")
@on("steps", "title")
def _title(_slide: Any, shape: Any) -> list[Proof]:
    set_text(shape.text_frame.paragraphs[0], "Lunds tre steg")
    return [lambda r: r.says("Lunds tre steg")]


@edit("title-changed-both")
@on("next", "title")
def _title_both(_slide: Any, shape: Any) -> list[Proof]:
    set_text(shape.text_frame.paragraphs[0], "Vårt nästa steg")
    return [lambda r: r.says("Vårt nästa steg")]


@edit("link-added")
@on("contact", "body")
def _link(_slide: Any, shape: Any) -> list[Proof]:
    shape.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://lund.se/"

    def proof(result: Result) -> bool:
        found = result.shape("contact", "body")
        return found is not None and found.text_frame.paragraphs[0].runs[0].hyperlink.address == "https://lund.se/"

    return [proof]


@edit("emoji")
@on("compare", "right")
def _emoji(_slide: Any, shape: Any) -> list[Proof]:
    add_after(shape.text_frame.paragraphs[-1], "Heja 🌳 & <lycka till>")
    return [lambda r: r.says("Heja 🌳 & <lycka till>")]


# --- looks ----------------------------------------------------------------------------------------------------------------------


def _runs_of(result: Result, name: str, slot: str, words: str) -> list[Any]:
    shape = result.shape(name, slot)
    return [run for p in shape.text_frame.paragraphs for run in p.runs if words in run.text] if shape is not None else []


@edit("red-word")
@on("why", "body")
def _red(_slide: Any, shape: Any) -> list[Proof]:
    paragraph = shape.text_frame.paragraphs[0]
    set_text(paragraph, "Målen gäller ")
    run = paragraph.add_run()
    run.text = "hela"
    run.font.color.rgb = RGBColor(0xC0, 0, 0)
    rest = paragraph.add_run()
    rest.text = " samhället"

    def proof(result: Result) -> bool:
        return any(r.text == "hela" and r.font.color.type is not None for r in _runs_of(result, "why", "body", "hela"))

    return [proof]


@edit("bold-paragraph")
@on("compare", "right")
def _bold(_slide: Any, shape: Any) -> list[Proof]:
    words = shape.text_frame.paragraphs[1].text
    for run in shape.text_frame.paragraphs[1].runs:
        run.font.bold = True
    return [lambda r: any(run.font.bold for run in _runs_of(r, "compare", "right", words))]


@edit("larger-text")
@on("why", "body")
def _larger(_slide: Any, shape: Any) -> list[Proof]:
    run = shape.text_frame.paragraphs[1].runs[0]
    run.font.size = Pt(30)
    return [lambda r: any(run.font.size == Pt(30) for run in _runs_of(r, "why", "body", "Kommunen har stora"))]


@edit("shape-filled")
@on("why", "body")
def _filled(_slide: Any, shape: Any) -> list[Proof]:
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(0xEE, 0xEE, 0xEE)
    return [lambda r: (s := r.shape("why", "body")) is not None and s.fill.type is not None]


# --- notes ----------------------------------------------------------------------------------------------------------------------


def _noted(slide_id: str, change: Callable[[Any], list[Proof]]) -> Edit:
    def run(deck: Deck) -> list[Proof] | None:
        slide = find(deck, slide_id)
        return change(slide.notes_slide.notes_text_frame) if slide is not None else None

    return run


def _notes_changed(frame: Any) -> list[Proof]:
    set_text(frame.paragraphs[0], "Hälsa från Lund.")
    return [lambda r: r.noted("Hälsa från Lund.")]


def _notes_added(frame: Any) -> list[Proof]:
    frame.add_paragraph().text = "Glöm inte fikat."
    return [lambda r: r.noted("Glöm inte fikat.")]


EDITS["notes-changed"] = _noted("why", _notes_changed)
EDITS["notes-added"] = _noted("chart", _notes_added)
EDITS["notes-added-both"] = _noted("why", _notes_added)


@edit("notes-cleared")
def _notes_cleared(deck: Deck) -> list[Proof] | None:
    slide = find(deck, "table")
    if slide is None:
        return None
    slide.notes_slide.notes_text_frame.clear()
    return [lambda r: not r.noted("Säg något om table.")]


# --- slides ---------------------------------------------------------------------------------------------------------------------


def own_slide(deck: Deck, words: str, at: int | None = None) -> Any:
    # Names that deleted slides left free would be given twice otherwise.
    deck.part.rename_slide_parts([item.rId for item in deck.slides._sldIdLst])
    layout = next(item for item in deck.slide_layouts if len(item.placeholders) >= 2)
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text = words
    if at is not None:
        listed = deck.slides._sldIdLst
        item = listed[-1]
        listed.remove(item)
        listed.insert(at, item)
    return slide


@edit("own-slide-last")
def _own_last(deck: Deck) -> list[Proof]:
    own_slide(deck, "Vår egen avslutning")
    return [lambda r: r.says("Vår egen avslutning")]


@edit("own-slide-inside")
def _own_inside(deck: Deck) -> list[Proof]:
    before = name_of(deck.slides[2])
    own_slide(deck, "Vår egen bild i mitten", 3)

    def proof(result: Result) -> bool:
        slides = list(result.deck.slides)
        place = next(n for n, s in enumerate(slides) if "Vår egen bild i mitten" in texts(s))
        return result.slide(before) is None or before == "" or name_of(slides[place - 1]).split("#")[0] == before.split("#")[0]

    return [lambda r: r.says("Vår egen bild i mitten"), proof]


@edit("three-own-slides")
def _three(deck: Deck) -> list[Proof]:
    for n in (1, 2, 3):
        own_slide(deck, f"Egen bild {n}", 4 + n)
    return [lambda r: all(r.says(f"Egen bild {n}") for n in (1, 2, 3))]


def drop(deck: Deck, slide: Any) -> None:
    """A slide deleted, and with it the links that led to it."""
    for other in deck.slides:
        for rid, rel in list(other.part.rels.items()):
            if not rel.is_external and rel.target_part is slide.part and other.part is not slide.part:
                for link in other._element.xpath(f".//a:hlinkClick[@r:id='{rid}']"):
                    link.getparent().remove(link)
                other.part.drop_rel(rid)
    listed = deck.slides._sldIdLst
    for item in list(listed):
        if deck.part.related_part(item.rId) is slide.part:
            deck.part.drop_rel(item.rId)
            listed.remove(item)


def _deleted(*names: str) -> Edit:
    def run(deck: Deck) -> list[Proof]:
        proofs: list[Proof] = []
        for name in names:
            slide = find(deck, name)
            if slide is not None:
                drop(deck, slide)
                proofs.append(lambda r, name=name: r.slide(name) is None)
        return proofs

    return run


EDITS["slide-deleted"] = _deleted("number")
EDITS["slides-deleted"] = _deleted("compare", "qr", "cards")
EDITS["first-slide-deleted"] = _deleted("title")


def _to(name: str, place: int) -> Edit:
    def run(deck: Deck) -> list[Proof] | None:
        listed = deck.slides._sldIdLst
        item = next((i for i in listed if (s := find(deck, name)) is not None and deck.part.related_part(i.rId) is s.part), None)
        if item is None:
            return None
        listed.remove(item)
        listed.insert(place if place >= 0 else len(listed), item)
        return [lambda r: r.slide(name) is not None]

    return run


EDITS["slide-moved-last"] = _to("table", -1)
EDITS["slide-moved-up"] = _to("next", 1)
EDITS["slide-moved-both"] = _to("cards", -1)


@edit("slide-hidden")
def _hidden(deck: Deck) -> list[Proof] | None:
    slide = find(deck, "chart")
    if slide is None:
        return None
    slide._element.set("show", "0")
    return [lambda r: (s := r.slide("chart")) is None or s._element.get("show") == "0"]


def copied(deck: Deck, slide: Any) -> Any:
    """A slide copied as PowerPoint does it: all ids and tags with it."""
    deck.part.rename_slide_parts([item.rId for item in deck.slides._sldIdLst])
    new = deck.slides.add_slide(slide.slide_layout)
    tree = new.shapes._spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    known: dict[str, str] = {}
    for rid, rel in slide.part.rels.items():
        if rel.reltype.endswith(("/notesSlide", "/slideLayout")):
            continue
        known[rid] = new.part.relate_to(
            rel.target_ref if rel.is_external else rel.target_part, rel.reltype, is_external=rel.is_external
        )
    for shape in list(slide.shapes._spTree)[2:]:
        tree.append(copy.deepcopy(shape))
    for data in slide._element.cSld.findall("p:custDataLst", NS):
        tree.addnext(copy.deepcopy(data))
    for item in new._element.iter():
        for name, value in list(item.attrib.items()):
            if "officeDocument/2006/relationships" in str(name) and value in known:
                item.set(name, known[value])
    return new


@edit("slide-copied")
def _copied(deck: Deck) -> list[Proof] | None:
    slide = find(deck, "why")
    if slide is None:
        return None
    new = copied(deck, slide)
    set_text(next(s for s in new.placeholders if s.placeholder_format.idx == 0).text_frame.paragraphs[0], "Kopian säger annat")
    return [lambda r: r.says("Kopian säger annat"), lambda r: sum(name_of(s) == "why" for s in r.deck.slides) <= 2]


@edit("slide-copied-and-original-deleted")
def _copied_deleted(deck: Deck) -> list[Proof] | None:
    slide = find(deck, "compare")
    if slide is None:
        return None
    copied(deck, slide)
    drop(deck, slide)
    return [lambda r: r.says("Uppföljning i budgeten")]


# --- shapes ---------------------------------------------------------------------------------------------------------------------


@edit("box-moved")
@on("why", "body")
def _moved(_slide: Any, shape: Any) -> list[Proof]:
    shape.left, shape.top, shape.width, shape.height = Cm(12), Cm(6), Cm(18), Cm(9)
    return [lambda r: (s := r.shape("why", "body")) is not None and abs(s.left - Cm(12)) < 1000]


@edit("picture-resized")
@on("photo", "picture")
def _resized(_slide: Any, shape: Any) -> list[Proof]:
    shape.width, shape.height = Cm(6), Cm(4)
    return [lambda r: (s := r.shape("photo", "picture")) is not None and abs(s.width - Cm(6)) < 1000]


@edit("chart-moved")
@on("chart", "object")
def _chart_moved(_slide: Any, shape: Any) -> list[Proof]:
    shape.left = Cm(4)
    return [lambda r: (s := r.shape("chart", "object")) is not None and abs(s.left - Cm(4)) < 1000]


@edit("shape-deleted")
@on("compare", "right-heading")
def _shape_deleted(_slide: Any, shape: Any) -> list[Proof]:
    shape._element.getparent().remove(shape._element)
    return [lambda r: r.shape("compare", "right-heading") is None]


@edit("picture-deleted")
@on("photo", "picture")
def _picture_deleted(_slide: Any, shape: Any) -> list[Proof]:
    shape._element.getparent().remove(shape._element)
    return [lambda r: r.shape("photo", "picture") is None]


@edit("text-box-added")
@on("compare", "title")
def _box(slide: Any, _shape: Any) -> list[Proof]:
    slide.shapes.add_textbox(Cm(2), Cm(15), Cm(10), Cm(2)).text_frame.text = "Källa: vår egen enkät"
    return [lambda r: r.says("Källa: vår egen enkät")]


@edit("photo-added")
@on("why", "title")
def _photo(slide: Any, _shape: Any) -> list[Proof]:
    data = png("green")
    slide.shapes.add_picture(io.BytesIO(data), Cm(20), Cm(10), Cm(6), Cm(4))
    return [lambda r: (s := r.slide("why")) is not None and any(x.shape_type == 13 and x.image.blob == data for x in s.shapes)]


@edit("own-table-added")
@on("next", "title")
def _own_table(slide: Any, _shape: Any) -> list[Proof]:
    table = slide.shapes.add_table(2, 2, Cm(3), Cm(12), Cm(10), Cm(2)).table
    table.cell(1, 1).text = "Egen cell"
    return [lambda r: r.says("Egen cell")]


@edit("own-chart-added")
@on("number", "title")
def _own_chart(slide: Any, _shape: Any) -> list[Proof]:
    data = CategoryChartData()
    data.categories = ["Egen kategori", "B"]
    data.add_series("S", (1, 2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(20), Cm(9), Cm(8), Cm(6), data)
    return [lambda r: r.says("Egen kategori")]


@edit("sent-to-back")
@on("photo", "picture")
def _to_back(slide: Any, shape: Any) -> list[Proof]:
    tree = slide.shapes._spTree
    tree.remove(shape._element)
    tree.insert(2, shape._element)
    return [lambda r: (s := r.slide("photo")) is not None and s.shapes[0].name.endswith("(picture)")]


@edit("turned")
@on("cards", "object")
def _turned(_slide: Any, shape: Any) -> list[Proof]:
    shape.rotation = 5
    return [lambda r: (s := r.shape("cards", "object")) is not None and s.rotation == 5]


# --- tables, charts, pictures, drawings -----------------------------------------------------------------------------------------


@edit("cell-changed")
@on("table", "object")
def _cell(_slide: Any, shape: Any) -> list[Proof]:
    set_text(shape.table.cell(1, 1).text_frame.paragraphs[0], "Lunds miljönämnd")
    return [lambda r: r.says("Lunds miljönämnd")]


@edit("cell-changed-both")
@on("table", "object")
def _cell_both(_slide: Any, shape: Any) -> list[Proof]:
    rows = list(shape.table.rows)
    set_text(rows[-1].cells[2].text_frame.paragraphs[0], "2040")
    return [lambda r: r.says("2040")]


@edit("row-added")
@on("table", "object")
def _row(_slide: Any, shape: Any) -> list[Proof]:
    table = shape.table._tbl
    new = copy.deepcopy(table.tr_lst[-1])
    for extension in new.findall("a:extLst", NS):
        new.remove(extension)
    table.append(new)
    for cell, words in zip(list(shape.table.rows)[-1].cells, ("Egen rad", "Vi", "2029"), strict=True):
        set_text(cell.text_frame.paragraphs[0], words)
    return [lambda r: r.says("Egen rad")]


@edit("row-deleted")
@on("table", "object")
def _row_deleted(_slide: Any, shape: Any) -> list[Proof]:
    for row in shape.table._tbl.tr_lst:
        if "Levande skogar" in "".join(row.itertext()):
            row.getparent().remove(row)
            return [lambda r: not r.says("Levande skogar")]
    return []


@edit("row-moved")
@on("table", "object")
def _row_moved(_slide: Any, shape: Any) -> list[Proof]:
    rows = shape.table._tbl.tr_lst
    words = "".join(rows[-1].itertext())
    rows[0].addnext(rows[-1])

    def proof(result: Result) -> bool:
        found = result.shape("table", "object")
        return found is not None and words[:10] in "".join(found.table._tbl.tr_lst[1].itertext())

    return [proof]


@edit("cell-coloured")
@on("table", "object")
def _cell_coloured(_slide: Any, shape: Any) -> list[Proof]:
    cell = shape.table.cell(1, 0)
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor(0xFF, 0xFF, 0x99)

    def proof(result: Result) -> bool:
        found = result.shape("table", "object")
        return found is not None and any(c.fill.type is not None for row in found.table.rows for c in row.cells)

    return [proof]


@edit("chart-value")
@on("chart", "object")
def _value(_slide: Any, shape: Any) -> list[Proof]:
    chart = shape.chart
    data = CategoryChartData()
    data.categories = [str(c) for c in chart.plots[0].categories]
    values = list(chart.plots[0].series[0].values)
    data.add_series("Kommuner", [values[0], 33.0, *values[2:]])
    chart.replace_data(data)
    return [lambda r: r.says_on("chart", "33")]


@edit("chart-coloured")
@on("chart", "object")
def _point(_slide: Any, shape: Any) -> list[Proof]:
    fill = shape.chart.plots[0].series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(1, 2, 3)

    def proof(result: Result) -> bool:
        found = result.shape("chart", "object")
        return found is not None and b"010203" in etree.tostring(found.chart._chartSpace)

    return [proof]


@edit("picture-replaced")
@on("photo", "picture")
def _replaced(slide: Any, shape: Any) -> list[Proof]:
    data = png("yellow")
    _part, rid = slide.part.get_or_add_image_part(io.BytesIO(data))
    shape._element.blipFill.blip.rEmbed = rid

    def proof(result: Result) -> bool:
        found = result.slide("photo")
        return found is not None and any(hasattr(s, "image") and s.image.blob == data for s in found.shapes)

    return [proof]


@edit("alt-changed")
@on("chart", "object")
def _alt(_slide: Any, shape: Any) -> list[Proof]:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", "Vår egen alternativtext")

    def proof(result: Result) -> bool:
        found = result.shape("chart", "object")
        return found is not None and found._element.xpath(".//p:cNvPr")[0].get("descr") == "Vår egen alternativtext"

    return [proof]


def _drawn(name: str, old: str, new: str) -> Edit:
    def run(deck: Deck) -> list[Proof] | None:
        slide = find(deck, name)
        for shape in every(slide.shapes) if slide is not None else ():
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                if paragraph.text == old:
                    set_text(paragraph, new)
                    return [lambda r: r.says(new)]
        return None

    return run


EDITS["card-changed"] = _drawn("cards", "Vem gör vad", "Vem gör vad i Lund")
EDITS["card-changed-both"] = _drawn("cards", "Hand i hand", "Tillsammans")
EDITS["step-changed"] = _drawn("steps", "Varje år", "Vartannat år")
EDITS["number-changed"] = _drawn("number", "80", "79")


# --- the deck -------------------------------------------------------------------------------------------------------------------


def _slide_xml(name: str, xml: str, proof: bytes, before: str = "p:extLst") -> Edit:
    """Put a child into p:sld where the schema has it."""

    def run(deck: Deck) -> list[Proof] | None:
        slide = find(deck, name)
        if slide is None:
            return None
        root = slide._element
        new = etree.fromstring(xml)
        last = root.find(before, NS)
        if last is not None:
            last.addprevious(new)
        else:
            root.append(new)
        return [lambda r: (s := r.slide(name)) is not None and proof in etree.tostring(s._element)]

    return run


EDITS["transition"] = _slide_xml(
    "why", f'<p:transition xmlns:p="{NS["p"]}" spd="slow"><p:fade/></p:transition>', b"p:fade", "p:timing"
)


@edit("animation")
@on("why", "body")
def _animated(slide: Any, shape: Any) -> list[Proof]:
    if slide._element.find("p:timing", NS) is not None:
        return []
    xml = (
        f'<p:timing xmlns:p="{NS["p"]}"><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" '
        f'nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" '
        'nodeType="mainSeq"><p:childTnLst><p:par><p:cTn id="3" fill="hold">'
        '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:par><p:cTn id="4" fill="hold">'
        '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
        '<p:childTnLst><p:par><p:cTn id="5" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" '
        'grpId="0" nodeType="clickEffect"><p:stCondLst>'
        '<p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="6" dur="1" fill="hold"/><p:tgtEl>'
        f'<p:spTgt spid="{shape.shape_id}"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>'
        f"</p:attrNameLst></p:cBhvr><p:to>"
        '<p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
        '</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl>'
        "</p:cond></p:prevCondLst><p:nextCondLst>"
        '<p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>'
        "</p:childTnLst></p:cTn></p:par></p:tnLst>"
        f'<p:bldLst><p:bldP spid="{shape.shape_id}" grpId="0"/></p:bldLst></p:timing>'
    )
    slide._element.append(etree.fromstring(xml))
    number = shape.shape_id

    def proof(result: Result) -> bool:
        found, page = result.shape("why", "body"), result.slide("why")
        aimed = f'spid="{number}"'.encode()
        return found is not None and page is not None and found.shape_id == number and aimed in etree.tostring(page._element)

    return [proof]


@edit("background")
def _background(deck: Deck) -> list[Proof] | None:
    slide = find(deck, "contact")
    if slide is None:
        return None
    fill = slide.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0xFA, 0xFA, 0xF0)
    return [lambda r: (s := r.slide("contact")) is None or b"FAFAF0" in etree.tostring(s._element)]


@edit("section-renamed")
def _section(deck: Deck) -> list[Proof]:
    for item in deck.part._element.iter(f"{{{NS['p14']}}}section"):
        if item.get("name") == "Arbetet":
            item.set("name", "Arbetet i Lund")
    return [lambda r: b"Arbetet i Lund" in etree.tostring(r.deck.part._element)]


@edit("document-title")
def _document(deck: Deck) -> list[Proof]:
    deck.core_properties.title = "Lunds bildspel"
    return [lambda r: r.deck.core_properties.title == "Lunds bildspel"]


@edit("footer-changed")
def _footer(deck: Deck) -> list[Proof]:
    for slide in deck.slides:
        for shape in slide.placeholders:
            if shape.placeholder_format.type is not None and int(shape.placeholder_format.type) == 15:
                set_text(shape.text_frame.paragraphs[0], "Miljöförvaltningen")
    return [lambda r: r.says("Miljöförvaltningen")]


@edit("foreign-part")
def _part(deck: Deck) -> list[Proof]:
    part = Part(PackURI("/customXml/item77.xml"), "application/xml", deck.part.package, b"<minne>Lund</minne>")
    deck.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml")
    return [
        lambda r: any(rel.target_part.blob == b"<minne>Lund</minne>" for rel in r.deck.part.rels.values() if not rel.is_external)
    ]


@edit("video-recorded")
@on("steps", "title")
def _video(slide: Any, _shape: Any) -> list[Proof]:
    data = b"\x00\x00\x00\x18ftypmp42" + b"video" * 400
    slide.shapes.add_movie(
        io.BytesIO(data), Cm(20), Cm(12), Cm(6), Cm(4), poster_frame_image=io.BytesIO(png("black")), mime_type="video/mp4"
    )
    return [
        lambda r: (
            (s := r.slide("steps")) is not None
            and any(rel.reltype.endswith("/media") and rel.target_part.blob == data for rel in s.part.rels.values())
        )
    ]


# --- what programs do on saving: no edit ----------------------------------------------------------------------------------------


@edit("save")
def _save(_deck: Deck) -> list[Proof]:
    return []


@edit("split-runs")
def _split(deck: Deck) -> list[Proof]:
    for slide in deck.slides:
        for shape in every(slide.shapes):
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                for run in list(paragraph.runs):
                    if len(run.text) > 6:
                        other = copy.deepcopy(run._r)
                        run._r.addnext(other)
                        words = run.text
                        run.text = words[:4]
                        other.findall("a:t", NS)[0].text = words[4:]
    return []


@edit("save-marks")
def _marks(deck: Deck) -> list[Proof]:
    for slide in deck.slides:
        for run in slide._element.iter(f"{{{NS['a']}}}rPr"):
            run.set("dirty", "0")
            run.set("err", "1")
            run.set("lang", "sv")
        for body in slide._element.iter(f"{{{NS['a']}}}bodyPr"):
            for fit in body.findall("a:normAutofit", NS):
                fit.set("fontScale", "92500")
        for paragraph in slide._element.iter(f"{{{NS['a']}}}p"):
            if paragraph.find("a:endParaRPr", NS) is None:
                etree.SubElement(paragraph, f"{{{NS['a']}}}endParaRPr", {"lang": "sv-SE"})
    return []


@edit("written-place")
def _place(deck: Deck) -> list[Proof]:
    for slide in deck.slides:
        for shape in slide.placeholders:
            left, top, width, height = shape.left, shape.top, shape.width, shape.height
            if width:
                shape.left, shape.top, shape.width, shape.height = left + 200, top - 200, width, height
    return []


def applied(data: bytes, *names: str) -> tuple[bytes, list[Proof]]:
    """The file after these edits, saved by another program, and what must hold of what comes of it."""
    deck = Presentation(io.BytesIO(data))
    proofs: list[Proof] = []
    for name in names:
        proofs += EDITS[name](deck) or []
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue(), proofs


def threes(names: Iterable[str], seed: int) -> list[tuple[str, ...]]:
    """Each edit once, with two others: a third of the time (benchmarks/refresh_corpus.py has each alone)."""
    mixed = sorted(names)
    random.Random(seed).shuffle(mixed)
    return [tuple(mixed[at : at + 3]) for at in range(0, len(mixed), 3)]
