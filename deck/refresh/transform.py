"""Where a shape stands: its own transform (20.1.7.6), compared, taken over and written."""

from __future__ import annotations

import copy

from lxml import etree

from deck.drawing.names import Element, child, local, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import contents, placeholder_of
from deck.geometry import Box
from deck.refresh.document import spot
from deck.refresh.pages import near
from deck.refresh.twins import turn

TURNS = ("rot", "flipH", "flipV")


def same_place(one: Element | None, other: Element | None) -> bool:
    """Whether two transforms say the same place, size and turn, as near as programs round."""
    a, b = extent(one), extent(other)
    return a is not None and b is not None and near(Box(*a), Box(*b)) and turn(one) == turn(other)


def take_transform(target: Element, source: Element | None) -> None:
    """A copy of `source` in place of the shape's own transform; None: none, where a placeholder inherits it."""
    holder, old = spot(target), xfrm_of(target)
    if holder is None:
        return
    if source is None:
        if old is not None and placeholder_of(target) is not None:
            holder.remove(old)
        return
    new = copy.deepcopy(source)
    frame = local(target) == "graphicFrame"
    new.tag = qn("p:xfrm") if frame else qn("a:xfrm")
    if old is not None:
        holder.replace(old, new)
    else:
        holder.insert(int(frame), new)


def take_outer(target: Element, source: Element) -> None:
    """Place, size and turn as `source` has them; a group's inner coordinates stay its own. A shape without a transform
    takes it whole."""
    old = xfrm_of(target)
    if old is None:
        take_transform(target, source)
        return
    _take(old, source, ("a:off", "a:ext"))
    for name in TURNS:
        if source.get(name):
            old.set(name, source.get(name, ""))


def take_inner(target: Element, source: Element) -> None:
    """A group's inner coordinates as those of `source`: its parts stand elsewhere now, and it stays where it is."""
    own, new = xfrm_of(target), xfrm_of(source)
    if own is not None and new is not None:
        _take(own, new, ("a:chOff", "a:chExt"))


def fit_group(group: Element) -> None:
    """The edge of a group about what stands in it (20.1.7.5), where it maps its parts to where they say that they stand."""
    own = xfrm_of(group)
    outer, inner = (
        [sorted(item.attrib.items()) if (item := child(own, name)) is not None else [] for name in names]
        for names in (("a:off", "a:ext"), ("a:chOff", "a:chExt"))
    )
    places = [box for item in contents(group) if (box := extent(xfrm_of(item)))]
    if own is None or outer != inner or not places:
        return
    x, y = min(box[0] for box in places), min(box[1] for box in places)
    right, bottom = max(box[0] + box[2] for box in places), max(box[1] + box[3] for box in places)
    for off, ext in (("a:off", "a:ext"), ("a:chOff", "a:chExt")):
        for name, values in ((off, {"x": x, "y": y}), (ext, {"cx": right - x, "cy": bottom - y})):
            if (item := child(own, name)) is not None:
                item.attrib.update({key: str(value) for key, value in values.items()})


def _take(own: Element, new: Element, names: tuple[str, str]) -> None:
    for name in names:
        was, now = child(own, name), child(new, name)
        if was is not None and now is not None:
            was.attrib.update({str(key): str(value) for key, value in now.attrib.items()})


def write_box(shape: Element, box: Box) -> None:
    """The shape's own place (EMU), written out."""
    transform = xfrm_of(shape)
    if transform is None:
        frame = local(shape) == "graphicFrame"
        transform = etree.Element(qn("p:xfrm") if frame else qn("a:xfrm"))
        holder = spot(shape)
        if holder is None:
            return
        holder.insert(int(frame), transform)
    for name, values in (("a:off", {"x": box.x, "y": box.y}), ("a:ext", {"cx": box.w, "cy": box.h})):
        item = child(transform, name)
        if item is None:
            item = etree.SubElement(transform, qn(name))
        item.attrib.update({key: str(value) for key, value in values.items()})


__all__ = ["same_place", "take_inner", "take_outer", "take_transform", "write_box"]
