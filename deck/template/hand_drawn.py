"""What slides of a house that draws by hand have of their own, around their words, and how it comes onto its master or a layout."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from itertools import count

from lxml import etree

from deck.drawing import Sheets
from deck.drawing.names import Element, child, ids_in, local, need, qn, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import FURNITURE, contents, placeholder_of
from deck.geometry import Box
from deck.package import Package, Relationship, parse_xml, serialise
from deck.package.names import REL, R

SMALL, NEXT = 0.1, 76_200
"""The share of a slide under which something is small, and how far left of it a number stands, in EMU."""
MOST_TEXT = 60
"""Letters that a house's name may have."""
DRAWN, TIES = ("sp", "pic", "cxnSp", "grpSp"), ("stCxn", "endCxn")
"""What is taken along, and what says that a line holds two things of its own slide together."""


def shapes_of(sheets: Sheets, part: str) -> Iterator[Element]:
    """What a slide draws itself, and says in few words."""
    for shape in contents(child(sheets.root(part), "p:cSld", "p:spTree")):
        if local(shape) not in DRAWN or placeholder_of(shape) is not None or len(text_of(shape)) > MOST_TEXT:
            continue
        if not any(next(shape.iter(qn(f"a:{name}")), None) is not None for name in TIES):
            yield shape


def text_of(shape: Element) -> str:
    return "".join(item.text or "" for item in shape.iter(qn("a:t"))).strip()


def key_of(sheets: Sheets, part: str, shape: Element) -> bytes:
    """What a shape is but for what it is called, and the ids that it has there."""
    bare = copy.deepcopy(shape)
    for about in bare.iter(qn("p:cNvPr")):
        about.attrib.clear()
        about[:] = []
    for item in bare.iter():
        for name in [name for name in item.attrib if str(name).startswith(f"{{{R}}}")]:
            item.set(name, _target(sheets.package, part, item.get(name, "")))
    return etree.tostring(bare, method="c14n", exclusive=True, with_tail=False)


def _target(package: Package, part: str, rid: str) -> str:
    return next((rel.target for rel in package.rels.get(part, ()) if rel.id == rid), "")


def box_of(shape: Element) -> Box | None:
    own = extent(xfrm_of(shape))
    return Box(*own) if own else None


def put_onto(package: Package, whole_one: Package, master: str, found: Sequence[tuple[str, Element]]) -> Package:
    """The shapes behind all that the master has, with the pictures that they show."""
    root = parse_xml(package.parts[master])
    tree = need(root, "p:cSld", "p:spTree")
    rels = list(package.rels.get(master, ()))
    ids = count(1 + max((whole(item.get("id")) for item in root.iter(qn("p:cNvPr"))), default=1))
    pictures: dict[str, bytes | None] = {}
    at = 1 + next(n for n, item in enumerate(tree) if local(item) == "grpSpPr")
    for part, shape in found:
        if any(_picture(whole_one, part, rid) is None for rid in ids_in(shape)):
            # It leads somewhere, or shows what is no picture.
            continue
        new = copy.deepcopy(shape)
        for about in new.iter(qn("p:cNvPr")):
            about.set("id", str(next(ids)))
        for item in new.iter():
            for name in [name for name in item.attrib if str(name).startswith(f"{{{R}}}")]:
                target = _picture(whole_one, part, item.get(name, "")) or ""
                pictures[target] = whole_one.parts[target]
                rid = next(one for n in count(1) if (one := f"rIdH{n}") not in {rel.id for rel in rels})
                rels.append(Relationship(rid, f"{REL}/image", target))
                item.set(name, rid)
        tree.insert(at, new)
        at += 1
    kinds = {
        name: whole_one.content_type(name) for name in pictures if package.content_type(name) != whole_one.content_type(name)
    }
    made = package.replace({master: serialise(root), **pictures}, kinds, {master: tuple(rels)})
    return _aside(made, master, [box for _part, shape in found if (box := box_of(shape)) is not None])


def _aside(package: Package, master: str, boxes: Sequence[Box]) -> Package:
    """Number, date and footer stand left of what is small and would be upon them."""
    sheets = Sheets(package)
    small = [box for box in boxes if box.area < SMALL * sheets.size[0] * sheets.size[1]]
    parts: dict[str, bytes | None] = {}
    for part in (master, *sheets.layout_parts(master)):
        root = sheets.root(part)
        for shape in contents(child(root, "p:cSld", "p:spTree")):
            holder, box = placeholder_of(shape), box_of(shape)
            if holder is None or holder.get("type") not in FURNITURE or box is None or root is None:
                continue
            off = child(xfrm_of(shape), "a:off")
            left = min((one.x for one in small if one.overlaps(box, 6_350)), default=None)
            if left is not None and off is not None and left - box.w - NEXT >= 0:
                off.set("x", str(left - box.w - NEXT))
                parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _picture(package: Package, part: str, rid: str) -> str | None:
    rel = next((item for item in package.rels.get(part, ()) if item.id == rid), None)
    return rel.target if rel is not None and rel.kind == "image" and not rel.external and rel.target in package.parts else None


__all__ = ["SMALL", "box_of", "key_of", "put_onto", "shapes_of", "text_of"]
