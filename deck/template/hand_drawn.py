"""What slides of a house that draws by hand have of their own, around their words, and how it comes onto a master or a layout."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from lxml import etree

from deck.drawing import Sheets
from deck.drawing.names import Element, child, ids_in, local, need, qn, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import FURNITURE, contents, placeholder_of
from deck.geometry import Box
from deck.package import Package, Relationship, parse_xml, serialise
from deck.package.names import REL, R
from deck.template.stood import put_at

SMALL, NEXT = 0.1, 76_200
"""The share of a slide under which something is small, and how far left of it a number stands, in EMU."""
EDGE, THIN = 6_350, 12_700
"""The EMU that a box may reach into another, and what is taken for the half of a line's weight."""
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
    """Number, date and footer stand left of what is small and would be upon them, and under or above what else crosses them;
    where no place is free they are left out."""
    sheets = Sheets(package)
    small = [box for box in boxes if box.area < SMALL * sheets.size[0] * sheets.size[1]]
    parts: dict[str, bytes | None] = {}
    gone: set[str] = set()
    for part in (master, *sheets.layout_parts(master)):
        root = sheets.root(part)
        tree = child(root, "p:cSld", "p:spTree")
        shapes = list(contents(tree))
        content = [box for shape in shapes if _is_content(shape) and (box := box_of(shape)) is not None]
        for shape in shapes:
            holder, box = placeholder_of(shape), box_of(shape)
            kind = holder.get("type", "") if holder is not None else ""
            if kind not in FURNITURE or root is None or tree is None or (box is None and kind not in gone):
                continue
            free = _free(box, small, content, sheets.size[1]) if box is not None else None
            if free is None:
                tree.remove(shape)
                gone |= {kind} if part == master else set()
            elif free == box:
                continue
            else:
                put_at(shape, free)
            parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _is_content(shape: Element) -> bool:
    holder = placeholder_of(shape)
    return holder is not None and holder.get("type") not in FURNITURE


def _free(box: Box, small: Sequence[Box], content: Sequence[Box], high: int) -> Box | None:
    """Where a line at a slide's foot stands among what is drawn there, on a slide so `high`; None where nothing is free."""
    left = min((one.x for one in small if one.overlaps(box, EDGE)), default=box.x + box.w + NEXT) - box.w - NEXT
    aside = replace(box, x=left) if left >= 0 else box
    # A line has no height, and is seen.
    seen = [one.inset(0, -THIN, 0, -THIN) if one.h < THIN else one for one in small]

    def clear(where: Box) -> bool:
        return not any(one.overlaps(where, EDGE) and not one.contains(where) for one in seen)

    if clear(aside):
        return aside
    row = [one for one in seen if one.h < 2 * box.h and one.overlaps(Box(one.x, box.y, one.w, box.h), EDGE)]
    below, above = max((one.bottom for one in row), default=high), min((one.y for one in row), default=0) - box.h
    over = [one.inset(0, 0, 0, box.h // 4) for one in content]
    for y, others in ((below, ()), (above, over)):
        for found in (replace(box, y=y), replace(aside, y=y)):
            if clear(found) and y >= 0 and found.bottom <= high and not any(one.overlaps(found, EDGE) for one in others):
                return found
    middle = Box(aside.x, aside.y + aside.h // 2, aside.w, 1)
    struck = any(one.overlaps(middle) and not one.contains(aside) for one in seen)
    return None if struck else aside


def _picture(package: Package, part: str, rid: str) -> str | None:
    rel = next((item for item in package.rels.get(part, ()) if item.id == rid), None)
    return rel.target if rel is not None and rel.kind == "image" and not rel.external and rel.target in package.parts else None


__all__ = ["SMALL", "box_of", "key_of", "put_onto", "shapes_of", "text_of"]
