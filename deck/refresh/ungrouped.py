"""Drawn blocks that their owner has ungrouped, as one does to move a part: for a refresh their parts stand in a group again, and
are parted once more before the file is written. Parts in another group of the owner's make that one the block's."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from deck.drawing.names import Element, child, detach, local, need, qn, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import contents, properties_of, walk
from deck.geometry import Box
from deck.package import Package, changed, parse_xml, serialise
from deck.pptx.identity import creation_of, guid, slot_of_name
from deck.refresh.likeness import name_of
from deck.refresh.pages import Page
from deck.refresh.parts import number_of, number_shape
from deck.refresh.transform import write_box

URI = "{8E6B3C52-0F4D-4C39-9B67-2D1A5F7E9C04}"
"""Of the extension that tells a group of ours for the time from its owner's. It never comes into a file."""
_ORDER = "{urn:deck:ungrouped}order"
LEAST = 0.5
"""So large a share of a block's parts must be there: of one that is gone but for a part, that part is its owner's."""


def gather(page: Page, tree: Element) -> list[tuple[Element, str]]:
    """Put loose parts of drawn blocks into groups. `page`: the slide as we would write it; `tree`: its owner's p:spTree, which
    is changed. The owner's groups that hold a block's parts, each with the id for life that it is to have."""
    theirs: list[tuple[Element, str]] = []
    for slot, ours in _blocks(page):
        mark = guid(page.id, slot)
        if any(creation_of(shape) == mark or _same(shape, ours) for shape in walk(tree)):
            continue
        parts = _loose(page, slot, ours, tree)
        if len(parts) < 2 or len(parts) < LEAST * sum(1 for _part in walk(ours)):
            continue
        holder = _common(parts)
        if holder is tree:
            _wrap(tree, ours, list(dict.fromkeys(_below(tree, part) for part in parts)))
        elif local(holder) == "grpSp" and holder not in [group for group, _mark in theirs]:
            theirs.append((holder, mark))
    return theirs


def _blocks(page: Page) -> list[tuple[str, Element]]:
    """The slots that we draw as groups."""
    groups = [shape for shape in contents(page.reader.sheet.tree) if local(shape) == "grpSp"]
    named = [(slot_of_name(name_of(shape)), shape) for shape in groups]
    return [(slot, shape) for slot, shape in named if slot and creation_of(shape) == guid(page.id, slot)]


def _same(shape: Element, ours: Element) -> bool:
    return local(shape) == "grpSp" and name_of(shape) == name_of(ours)


def _loose(page: Page, slot: str, ours: Element, tree: Element) -> list[Element]:
    """The block's parts, wherever they stand: by their ids, by their names where they were pasted anew."""
    shapes = list(walk(tree))
    by_mark = {mark: shape for shape in shapes if (mark := creation_of(shape))}
    by_name: dict[str, list[Element]] = {}
    for shape in shapes:
        by_name.setdefault(name_of(shape), []).append(shape)
    found: list[Element] = []
    for part in walk(ours):
        name = name_of(part)
        shape = by_mark.get(guid(page.id, slot, slot_of_name(name)))
        named = by_name.get(name, []) if slot_of_name(name) else []
        if shape is None and len(named) == 1:
            (shape,) = named
        if shape is not None and shape not in found:
            found.append(shape)
    return [shape for shape in found if not any(above in found for above in shape.iterancestors())]


def _common(parts: Sequence[Element]) -> Element:
    """The nearest element that all stand in."""
    chains = [list(part.iterancestors()) for part in parts]
    return next(above for above in chains[0] if all(above in chain for chain in chains))


def _below(tree: Element, shape: Element) -> Element:
    """What stands on the slide itself and is, or holds, the shape."""
    while (parent := shape.getparent()) is not None and parent is not tree:
        shape = parent
    return shape


def _wrap(tree: Element, ours: Element, tops: Sequence[Element]) -> None:
    group = etree.Element(qn("p:grpSp"))
    for name in ("p:nvGrpSpPr", "p:grpSpPr"):
        group.append(copy.deepcopy(need(ours, name)))
    for link in list(need(group, "p:nvGrpSpPr").iter(qn("a:hlinkClick"), qn("a:hlinkHover"))):
        detach(link)
    shapes = [item for item in tree if properties_of(item) is not None]
    places = [shapes.index(item) for item in tops if item in shapes]
    together = not places or places == list(range(places[0], places[0] + len(places)))
    order = "" if together else " ".join(str(number_of(item)) for item in shapes)
    about = need(group, "p:nvGrpSpPr", "p:nvPr")
    listed = child(about, "p:extLst")
    listed = listed if listed is not None else etree.SubElement(about, qn("p:extLst"))
    etree.SubElement(etree.SubElement(listed, qn("p:ext"), {"uri": URI}), _ORDER, {"ids": order})
    number_shape(group, max(number_of(item) for item in walk(tree)) + 1)
    tree.insert(min(tree.index(item) for item in tops), group)
    for item in sorted(tops, key=tree.index):
        group.append(item)


def parted_again(package: Package) -> Package:
    """The package with what `gather` put into groups standing free as before: what was not moved on where it was."""
    found: dict[str, bytes] = {}
    for part in package.parts:
        if not part.startswith("ppt/slides/slide") or URI.encode() not in (data := package.parts[part]):
            continue
        root = parse_xml(data)
        for mark in [item for item in root.iter(qn("p:ext")) if item.get("uri") == URI]:
            group = next(item for item in mark.iterancestors() if local(item) == "grpSp")
            _part(group, next((item.get("ids", "") for item in mark.iter(_ORDER)), ""))
        found[part] = serialise(root)
    return replace(package, parts=changed(package.parts, found)) if found else package


def _part(group: Element, order: str) -> None:
    tree = group.getparent()
    assert tree is not None
    for item in [item for item in group if local(item) not in ("nvGrpSpPr", "grpSpPr", "extLst")]:
        _out_of(group, item)
        group.addprevious(item)
    tree.remove(group)
    if not order:
        return
    places = {number: n for n, number in enumerate(order.split())}
    shapes, last, ranks = [item for item in tree if properties_of(item) is not None], -1, {}
    for item in shapes:
        # A part that has come stands after the one that it came after.
        last = ranks[item] = places.get(str(number_of(item)), last)
    at = tree.index(shapes[0])
    for n, item in enumerate(sorted(shapes, key=ranks.__getitem__)):
        tree.insert(at + n, item)


def _out_of(group: Element, shape: Element) -> None:
    """Where a shape of a group stands on the slide (20.1.7.5)."""
    outer, inner, own = xfrm_of(group), child(xfrm_of(group), "a:chOff"), extent(xfrm_of(shape))
    size, box = child(outer, "a:chExt"), extent(outer)
    if inner is None or size is None or box is None or own is None:
        return
    x, y, w, h = (whole(inner.get("x")), whole(inner.get("y")), whole(size.get("cx")), whole(size.get("cy")))
    if (x, y, w, h) == box or not w or not h:
        return
    across, down = box[2] / w, box[3] / h
    place = (box[0] + (own[0] - x) * across, box[1] + (own[1] - y) * down, own[2] * across, own[3] * down)
    write_box(shape, Box(*map(round, place)))


__all__ = ["LEAST", "URI", "gather", "parted_again"]
