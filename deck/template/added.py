"""A layout with a title and a body, made from a master: where it has none, and where all that it has are pictures of a page with
fields of their own, on which no text but theirs was meant to stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from deck.diagnostics import Diagnostics, Where
from deck.drawing import Sheets
from deck.drawing.names import Element, child, local, need, qn
from deck.drawing.numbers import index
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import TITLES, placeholder_of
from deck.geometry import Box
from deck.i18n import _
from deck.package import Package, Relationship, serialise
from deck.package.names import REL
from deck.template.spots import TEXTUAL

LAYOUT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
FIELD, ROOM, FEW = 0.1, 0.3, 3
"""The shares of the slide: of what a layout draws, to be a field, and of a body that content stands in; and how many layouts a
template has at most that was not made for whole decks."""
TITLE, BODY = (0.06, 0.06, 0.88, 0.14), (0.06, 0.24, 0.88, 0.66)
"""Where title and body stand whose master says nothing of it, in shares of the slide's sides."""
_DRAWN = ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")
_HOLDER = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    "<p:ph{said}/></p:nvPr></p:nvSpPr>{place}<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
)
_LAYOUT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:sldLayout '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" type="obj" preserve="1">'
    '<p:cSld name="Title and Content"><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
)


def with_layout(package: Package, master: str, places: tuple[str, str] = ("<p:spPr/>", "<p:spPr/>")) -> tuple[Package, str]:
    """The package with one more layout of a master's, and the id of the relationship to it; the master does not list it yet."""
    free = (f"ppt/slideLayouts/slideLayout{n}.xml" for n in count(1))
    part = next(one for one in free if one not in package.parts)
    title, body = places
    shapes = _HOLDER.format(id=2, name="Title", said=' type="title"', place=title)
    shapes += _HOLDER.format(id=3, name="Content", said=' idx="1"', place=body)
    known = {rel.id for rel in package.rels.get(master, ())}
    rel_id = next(one for n in count(1) if (one := f"rIdL{n}") not in known)
    made = package.replace(
        {part: _LAYOUT.format(shapes=shapes).encode()},
        {part: LAYOUT_TYPE},
        {
            master: (*package.rels.get(master, ()), Relationship(rel_id, f"{REL}/slideLayout", part)),
            part: (Relationship("rId1", f"{REL}/slideMaster", master),),
        },
    )
    return made, rel_id


def with_room(package: Package, name: str, problems: Diagnostics) -> Package:
    """A cleaned package whose few layouts all are such pages gets a plain one: as PowerPoint makes a new layout."""
    sheets = Sheets(package)
    masters = list(sheets.master_parts())
    layouts = [part for master in masters for part in sheets.layout_parts(master)]
    if not layouts or len(layouts) > FEW or not all(_is_page(sheets, part) for part in layouts):
        return package
    master = masters[0]
    places = [
        "<p:spPr/>" if _has(sheets.root(master), kinds) else _placed(share, sheets.size)
        for kinds, share in ((TITLES, TITLE), (TEXTUAL, BODY))
    ]
    made, rel_id = with_layout(package, master, (places[0], places[1]))
    root = Sheets(made).root(master)
    assert root is not None
    listed = need(root, "p:sldLayoutIdLst")
    entry = listed.makeelement(qn("p:sldLayoutId"), {"id": str(_highest(sheets) + 1), qn("r:id"): rel_id})
    listed.append(entry)
    problems.info(
        "layout-added", _("no layout has room for text; a plain one was made from the slide master for the deck"), Where(name)
    )
    return made.replace({master: serialise(root)})


def _is_page(sheets: Sheets, part: str) -> bool:
    """Does a layout draw a field, and has it no place for content?"""
    slide, root = sheets.size[0] * sheets.size[1], sheets.root(part)
    tree = child(root, "p:cSld", "p:spTree")
    shapes = [shape for shape in tree if local(shape) in _DRAWN] if tree is not None else []
    fields = [box for shape in shapes if placeholder_of(shape) is None and (box := _box(shape))]
    bodies = [box for shape in shapes if (holder := placeholder_of(shape)) is not None for box in _body(holder, shape)]
    return _most(fields) >= FIELD * slide and _most(bodies) < ROOM * slide


def _most(boxes: list[Box]) -> int:
    return max((box.area for box in boxes), default=0)


def _body(holder: Element, shape: Element) -> Iterator[Box]:
    """A body's box; the master's, which is not looked at, is as large as a page's."""
    if holder.get("type", "obj") in TEXTUAL:
        yield _box(shape) or Box(0, 0, 1 << 30, 1 << 30)


def _box(shape: Element) -> Box | None:
    place = extent(xfrm_of(shape))
    return Box(*place) if place is not None else None


def _has(root: Element | None, kinds: tuple[str, ...]) -> bool:
    tree = child(root, "p:cSld", "p:spTree")
    holders = [placeholder_of(shape) for shape in tree] if tree is not None else []
    return any(holder is not None and holder.get("type", "obj") in kinds for holder in holders)


def _placed(share: tuple[float, float, float, float], size: tuple[int, int]) -> str:
    x, y, w, h = (round(part * side) for part, side in zip(share, (*size, *size), strict=True))
    return f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm></p:spPr>'


def _highest(sheets: Sheets) -> int:
    """The highest id of masters and layouts, which share one space (19.3.1.42)."""
    roots = [sheets.root(part) for part in (sheets.package.main, *sheets.master_parts())]
    listed = [item for root in roots if root is not None for item in root.iter(qn("p:sldMasterId"), qn("p:sldLayoutId"))]
    return max([2**31, *(index(item.get("id"), 0) for item in listed)])


__all__ = ["with_layout", "with_room"]
