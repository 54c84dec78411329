"""Planted faults in elements: out of order, missing, strange, with values that they may not have."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from faults_opens import fault
from good_decks import BODY, CHART, PICTURE, TABLE, TITLE, element, first, on_slide, ours
from planting import BODY_SHAPE, gone, put

from deck.package import Package, Relationship

Plant = Callable[[Package], Package]


def _last_first(path: str) -> Callable[[Any], None]:
    """The last child of an element comes before the others."""

    def change(root: Any) -> None:
        holder = first(root, path)
        holder.insert(0, holder[-1])

    return change


def _added(path: str, xml: str, at: int | None = None) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        holder = first(root, path)
        holder.insert(len(holder) if at is None else at, element(xml))

    return change


def _in_part(pattern: str, old: str, new: str) -> Plant:
    """Text of the first part whose name matches, replaced."""

    def plant(package: Package) -> Package:
        name = next(name for name in sorted(package.parts) if re.search(pattern, name))
        data = package.parts[name].decode()
        assert old in data, (name, old)
        return package.replace({name: data.replace(old, new, 1).encode()})

    return plant


for name, plant in {
    "properties after the text": on_slide(BODY, _last_first(BODY_SHAPE)),
    "the colour map before the slide": on_slide(TITLE, _last_first("/p:sld")),
    "a table's grid last": on_slide(TABLE, lambda root: first(root, "//a:tbl").append(first(root, "//a:tblGrid"))),
    "a line before the geometry": on_slide(PICTURE, _added("//p:pic/p:spPr", "<a:ln/>", 0)),
    "text before the run's look": on_slide(BODY, _last_first("(//a:r[a:rPr])[1]")),
}.items():
    fault("element-order", name, plant)
BARS = '<c:barDir val="col"/><c:grouping val="clustered"/>'
fault("element-order", "a chart's bars", _in_part(r"charts/chart", BARS, '<c:grouping val="clustered"/><c:barDir val="col"/>'))
fault(
    "element-order",
    "sizes before the slides",
    _in_part(r"ppt/presentation\.xml$", "<p:sldMasterIdLst", '<p:sldSz cx="9144000" cy="6858000"/><p:sldMasterIdLst'),
    ours,
)

for name, plant in {
    "a shape without properties": on_slide(BODY, gone(f"{BODY_SHAPE}/p:spPr")),
    "a run without text": on_slide(BODY, gone("(//a:r)[1]/a:t")),
    "a table without its grid": on_slide(TABLE, gone("//a:tblGrid")),
    "a picture without its fill": on_slide(PICTURE, gone("//p:pic/p:blipFill")),
    "a slide without its tree": on_slide(TITLE, gone("//p:spTree")),
    "a frame without its place": on_slide(CHART, gone("//p:graphicFrame/p:xfrm")),
}.items():
    fault("element-missing", name, plant)

for name, plant in {
    "a paragraph in a shape": on_slide(BODY, _added(BODY_SHAPE, "<a:p/>")),
    "a shape in a text": on_slide(BODY, _added(f"{BODY_SHAPE}/p:txBody", "<p:sp/>")),
    "a fill in a paragraph": on_slide(BODY, _added("(//a:p)[1]", '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>', 0)),
    "a cell in a table": on_slide(TABLE, _added("//a:tbl", "<a:tc/>")),
    "an unknown name": on_slide(TITLE, _added("//p:spTree", "<p:shape/>")),
}.items():
    fault("element-unknown", name, plant)

OVAL = (
    '<p:sp><p:nvSpPr><p:cNvPr id="4321" name="Oval"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    '<p:spPr><a:prstGeom prst="oval"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
)
for name, plant in {
    "a shape without an id": on_slide(BODY, lambda root: first(root, f"{BODY_SHAPE}//p:cNvPr").attrib.pop("id")),
    "a negative id": on_slide(BODY, put(f"{BODY_SHAPE}//p:cNvPr", "id", "-4")),
    "a size in points": on_slide(BODY, put("(//a:r/a:rPr)[1]", "sz", "24pt")),
    "too small a size": on_slide(BODY, put("(//a:r/a:rPr)[1]", "sz", "24")),
    "bold by a word": on_slide(BODY, put("(//a:r/a:rPr)[1]", "b", "yes")),
    "a column of no number": on_slide(TABLE, put("(//a:gridCol)[1]", "w", "1.5")),
    "a place of no number": on_slide(PICTURE, put("//p:pic//a:off", "x", "12.7")),
    "a shape that Office does not have": on_slide(BODY, _added("//p:spTree", OVAL)),
    "a placeholder of no kind": on_slide(TITLE, put("(//p:ph)[1]", "type", "heading")),
}.items():
    fault("attribute-value", name, plant)
fault(
    "attribute-value",
    "a colour by its name",
    _in_part(r"slideMaster1", '<a:schemeClr val="accent1"/>', '<a:srgbClr val="blue"/>'),
    ours,
)
fault(
    "attribute-value",
    "a slide too large",
    _in_part(r"ppt/presentation\.xml$", '<p:sldSz cx="12192000"', '<p:sldSz cx="99999999"'),
    ours,
)


def _chart(old: str, new: str) -> Plant:
    return _in_part(r"charts/chart1", old, new)


fault(
    "chart-cache",
    "a point too many",
    _chart('<c:ptCount val="2"/><c:pt idx="0"><c:v>30', '<c:ptCount val="1"/><c:pt idx="0"><c:v>30'),
)
fault("chart-cache", "a shorter range", _chart("Sheet1!$B$2:$B$3", "Sheet1!$B$2:$B$2"))
fault("chart-cache", "a longer range", _chart("Sheet1!$A$2:$A$3", "Sheet1!$A$2:$A$9"))
fault("chart-cache", "a point twice", _chart('<c:pt idx="1"><c:v>25', '<c:pt idx="0"><c:v>25'))


def _workbook(change: Callable[[Package, str], Package]) -> Plant:
    def plant(package: Package) -> Package:
        return change(package, next(name for name in package.parts if "/embeddings/" in name))

    return plant


def _unrelated(package: Package, _part: str) -> Package:
    name = next(name for name in package.parts if "charts/chart1" in name)
    return package.replace(None, None, {name: ()})


fault("chart-workbook", "no relationship", _workbook(_unrelated))
fault("chart-workbook", "no workbook in it", _workbook(lambda package, part: package.replace({part: b"<html/>"})))
fault("chart-workbook", "an empty workbook", _workbook(lambda package, part: package.replace({part: b""})))

TYPES = {
    "ppt/slides/slide77.xml": "slide",
    "ppt/slideLayouts/slideLayout77.xml": "slideLayout",
    "ppt/notesSlides/notesSlide77.xml": "notesSlide",
}
PML = "application/vnd.openxmlformats-officedocument.presentationml."
for part, kind in TYPES.items():
    fault("orphan-part", kind, lambda package, n=part, k=kind: package.replace({n: b"<x/>"}, {n: f"{PML}{k}+xml"}), ours)
for part, content_type in {
    "ppt/foreign.bin": "application/octet-stream",
    "ppt/notes.txt": "text/plain",
    "ppt/slides/extra.xml": "application/x-extra+xml",
}.items():
    fault(
        "unknown-part",
        part,
        lambda package, n=part, k=content_type: package.replace(
            {n: b"<x/>"},
            {n: k},
            {package.main: (*package.rels[package.main], Relationship("rId990", "http://example.org/rel", n))},
        ),
        ours,
    )
