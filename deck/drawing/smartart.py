"""SmartArt as it was last seen: beside a diagram's points PowerPoint stores its drawing, in shapes like a slide's
([MS-ODRAWXML] 2.6.1, diagramDrawing). Where that is lacking, the words of its points."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from deck.drawing.names import Element, child, local, qn
from deck.drawing.sheet import Sheet, Sheets
from deck.geometry import EMU_PER_PT, Box
from deck.package.names import DSP, NSMAP, P

MOST_POINTS = 200
LARGEST, SMALLEST = 1800, 600
"""Hundredths of a point, for words that nothing says the size of."""
LINE = 1.3


@dataclass(eq=False)
class DiagramSheet(Sheet):
    """A diagram's shapes as if they stood on a slide. `drawn`: they are those that PowerPoint drew, and not its words alone."""

    made: Element | None = None
    drawn: bool = True

    @cached_property
    def root(self) -> Element | None:
        return self.made


def diagram_sheet(sheets: Sheets, owner: str, data: str, box: Box) -> DiagramSheet | None:
    """Of the diagram whose points are in the part `data`, shown in `box` of the part `owner`; None where it says nothing."""
    points = sheets.root(data)
    part = _drawing(sheets, owner, points) if points is not None else ""
    stored = child(sheets.root(part), "dsp:spTree") if part else None
    if stored is not None:
        shapes = [shape for item in stored for shape in _shapes(item)]
        if shapes:
            return DiagramSheet(sheets, part, _slide(shapes))
    words = _words(points, box) if points is not None else None
    return DiagramSheet(sheets, data, _slide([words]), drawn=False) if words is not None else None


def _drawing(sheets: Sheets, owner: str, points: Element) -> str:
    """The part that the points name; a relationship of the slide leads to it."""
    said = next((item.get("relId", "") for item in points.iter(qn("dsp:dataModelExt"))), "")
    rels = [rel for rel in sheets.package.rels.get(owner, ()) if rel.id == said and not rel.external]
    return next((rel.target for rel in rels if rel.target in sheets.package.parts), "")


def _slide(shapes: list[Element]) -> Element:
    root = etree.Element(qn("p:sld"), nsmap={"p": P, "a": NSMAP["a"]})
    tree = etree.SubElement(etree.SubElement(root, qn("p:cSld")), qn("p:spTree"))
    tree.extend(shapes)
    return root


def _shapes(item: Element) -> list[Element]:
    """A shape in a slide's words. Its text has a place of its own (dsp:txXfrm): there it is a shape by itself."""
    if local(item) not in ("sp", "grpSp", "pic", "cxnSp"):
        return []
    shape = _renamed(item)
    if local(shape) != "grpSp":
        return [shape, *_apart(shape)]
    for inner in list(shape):
        if local(inner) == "grpSp" or local(inner) == "sp":
            at = shape.index(inner) + 1
            for n, words in enumerate(_apart(inner)):
                shape.insert(at + n, words)
    return [shape]


def _renamed(item: Element) -> Element:
    copy = deepcopy(item)
    copy.tail = None
    for element in copy.iter(f"{{{DSP}}}*"):
        element.tag = f"{{{P}}}{local(element)}"
    return copy


def _apart(shape: Element) -> list[Element]:
    place, body = child(shape, "p:txXfrm"), child(shape, "p:txBody")
    if place is None or body is None:
        return []
    words = etree.Element(qn("p:sp"))
    head, look, style = child(shape, "p:nvSpPr"), etree.Element(qn("p:spPr")), child(shape, "p:style")
    if head is not None:
        words.append(deepcopy(head))
    place.tag = qn("a:xfrm")
    look.append(place)
    etree.SubElement(look, qn("a:prstGeom"), prst="rect")
    etree.SubElement(look, qn("a:noFill"))
    etree.SubElement(etree.SubElement(look, qn("a:ln")), qn("a:noFill"))
    words.append(look)
    if style is not None:
        words.append(_inked(style))
    words.append(body)
    return [words]


def _inked(style: Element) -> Element:
    """What a style says of text: the paint is the shape's."""
    copy = deepcopy(style)
    for item in list(copy):
        if local(item) != "fontRef":
            copy.remove(item)
    return copy


def _words(points: Element, box: Box) -> Element | None:
    """All that the points say, a paragraph for each, one under the other."""
    said = [text for text in points.iter(qn("dgm:t")) if any(item.text for item in text.iter(qn("a:t")))]
    paragraphs = [item for text in said for item in text.iterchildren(qn("a:p"))][:MOST_POINTS]
    if not paragraphs:
        return None
    room = box.h / EMU_PER_PT / LINE / len(paragraphs) * 100
    size = str(round(max(SMALLEST, min(LARGEST, room))))
    shape = etree.Element(qn("p:sp"))
    xfrm = etree.SubElement(etree.SubElement(shape, qn("p:spPr")), qn("a:xfrm"))
    etree.SubElement(xfrm, qn("a:off"), x="0", y="0")
    etree.SubElement(xfrm, qn("a:ext"), cx=str(box.w), cy=str(box.h))
    body = etree.SubElement(shape, qn("p:txBody"))
    etree.SubElement(body, qn("a:bodyPr"), anchor="ctr")
    level = etree.SubElement(etree.SubElement(body, qn("a:lstStyle")), qn("a:lvl1pPr"), algn="ctr")
    etree.SubElement(level, qn("a:defRPr"), sz=size)
    for paragraph in paragraphs:
        body.append(_plain(paragraph))
    return shape


def _plain(paragraph: Element) -> Element:
    """A paragraph's words without what it says of their look: that is meant for shapes that are not there."""
    made = etree.Element(qn("a:p"))
    for item in paragraph.iter(qn("a:t")):
        run = etree.SubElement(made, qn("a:r"))
        etree.SubElement(run, qn("a:t")).text = item.text
    return made
