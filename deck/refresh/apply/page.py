"""One slide of the owner's while shapes are put into it, exchanged and taken out; places and all that the owner put there
stay."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from deck.drawing.names import Element, child, detach, local, qn, whole
from deck.drawing.scene import is_decorative, xfrm_of
from deck.drawing.sheet import contents, properties_of, walk
from deck.pptx.identity import alt_of, creation_of, guid
from deck.refresh.document import Graft, renumber, shape_ids
from deck.refresh.earlier import drawn_otherwise
from deck.refresh.guard.called import call_alike
from deck.refresh.guard.locks import lock_alike
from deck.refresh.pages import Page, by_creation, near
from deck.refresh.parts import number_of, number_shape, with_parts
from deck.refresh.touched import moved
from deck.refresh.transform import same_place, take_outer, take_transform


class PagePatch:
    """Changes shapes of `mine`, a slide of the owner's, after `fresh`, the same page newly written. `known`: the page as
    it was generated, for telling the owner's changes of place and look from ours; `others`: all newly written pages of
    the slide. `here`: its shapes by their ids for life, as they stand. `adrift`: the look that the page was made in is not at
    hand, so that where we put a shape now says nothing of where it is to stand."""

    def __init__(
        self, graft: Graft, mine: Page, fresh: Page, known: Sequence[Page], others: Sequence[Page] = (), *, adrift: bool = False
    ) -> None:
        self.graft, self.mine, self.fresh, self.known, self.others = graft, mine, fresh, known, others
        self.adrift = adrift
        self._redrawn = False
        self.tree = graft.document.tree(mine.part)
        self.holder = shape_tree(self.tree)
        self.here = by_creation(self.tree)
        self._moved: dict[str, bool] = {}
        self._otherwise: dict[str, bool] = {}

    def shape(self, slot: str) -> Element | None:
        """A slot's shape as it stands."""
        return self.here.get(guid(self.mine.id, slot))

    def moved(self, slot: str) -> bool:
        """Whether the owner gave the slot's shape another place or size than we did, before anything of it was changed."""
        if slot not in self._moved:
            self._moved[slot] = moved(self.mine, self.known, slot)
        return self._moved[slot]

    def _still(self, source: Element) -> bool:
        """Whether a shape would stand now where it would have stood then. A drawing's parts are laid out anew together."""
        place, mark = self.fresh.box(source), creation_of(source)
        if place is None or local(source) == "grpSp":
            return False
        then = [page.box(item) for page in self.known for item in page.reader.shapes if creation_of(item) == mark]
        return any(box is not None and near(place, box) for box in then)

    def drawn_otherwise(self, slot: str) -> bool:
        """Whether an earlier version drew the block in another way, so that it is to be drawn anew as a whole."""
        if slot not in self._otherwise:
            self._otherwise[slot] = drawn_otherwise(self.mine, self.known, slot)
        return self._otherwise[slot]

    def adopt(self, element: Element) -> Element:
        """A copy of a newly written element for this slide; it may come from another of the slide's pages than `fresh`."""
        root = element.getroottree().getroot()
        part = next((page.part for page in self.others if page.reader.sheet.root is root), self.fresh.part)
        return self.graft.shape(element, part, self.mine.part)

    def place(self, slot: str) -> None:
        """Give the shape its new place where it stands where we put it; an owner's place is left alone, and so is one in a look
        that is lost, where nothing moves it: a drawing of the page's that is drawn anew moves what stands about it."""
        target, source = self.shape(slot), self.fresh.shape(slot)
        if target is None or source is None or local(target) != local(source) or self.moved(slot):
            return
        if self.adrift and self._still(source) and not self._redrawn:
            return
        own, new = xfrm_of(target), xfrm_of(source)
        if not same_place(own, new) and not (own is None and new is None):
            take_transform(target, new)

    def remove(self, target: Element) -> None:
        for item in with_parts(target):
            self.here.pop(creation_of(item), None)
        detach(target)

    def insert(self, source: Element) -> Element:
        """A shape that is new on the slide: after the one before it in reading order."""
        new = self.adopt(source)
        renumber(new, shape_ids(self.holder))
        order = [creation_of(item) for item in contents(self.fresh.reader.sheet.tree)]
        place = order.index(creation_of(source))
        before = next((self.here[mark] for mark in reversed(order[:place]) if mark in self.here), None)
        self.put(self.holder, before, new)
        return new

    def put(self, holder: Element, before: Element | None, new: Element) -> None:
        """A shape into the slide's tree or a group, after the one before it, else last."""
        if before is not None and before.getparent() is holder:
            before.addnext(new)
        else:
            last = child(holder, "p:extLst")
            holder.insert(len(holder) if last is None else holder.index(last), new)
        self._know(new)

    def _know(self, new: Element) -> None:
        self.here.update({creation_of(item): item for item in with_parts(new)})

    def swap(self, target: Element, source: Element, slot: str) -> Element:
        """Another shape in the same place, with the same number (animations and reading order hold), the owner's box and
        their names. A group's own parts of its owner's come along, and parts that the owner had taken out stay out."""
        own_place = self.moved(slot)
        self._redrawn |= local(target) == "grpSp" and not own_place
        new = self.adopt(source)
        props = properties_of(target)
        theirs = self._own_parts(target, slot) if local(target) == local(new) == "grpSp" else []
        own = {number_of(item) for item in with_parts(target)}
        taken = (shape_ids(self.holder) - own).union(number_of(part) for item in theirs for part in with_parts(item))
        numbers = {mark: number_of(item) for item in with_parts(target) if (mark := creation_of(item))}
        renumber(new, taken | set(numbers.values()), keep=whole(props.get("id")) if props is not None else 0)
        for item in with_parts(new):
            # An animation of a part of the group finds it again.
            if (old := numbers.get(creation_of(item))) is not None:
                number_shape(item, old)
        if own_place and (transform := xfrm_of(target)) is not None:
            take_outer(new, transform)
        if local(new) != "grpSp" or numbers.keys() & {creation_of(item) for item in walk(new)}:
            # A block in another form is another thing: what it was called went with what was given up.
            call_alike(with_parts(target), with_parts(new), self.mine.reader.package)
            lock_alike(with_parts(target), with_parts(new))
        for item in self._taken_away(target, new, slot):
            detach(item)
        ours = self._drawn(slot)
        for item in theirs:
            # What they had grouped of ours stands in the new drawing.
            for part in [part for part in walk(item) if creation_of(part) in ours]:
                detach(part)
            if not is_hollow(item):
                new.append(item)
        target.addnext(new)
        detach(target)
        self._know(new)
        return new

    def _taken_away(self, group: Element, new: Element, slot: str) -> list[Element]:
        """Parts of a drawn block's new form that its owner had taken out of the old one."""
        known = [{creation_of(item) for item in walk(g)} for page in self.known if (g := page.shape(slot)) is not None]
        here = {creation_of(item) for item in with_parts(group)}
        if local(group) != "grpSp" or not any(marks & here for marks in known) or self.drawn_otherwise(slot):
            return []
        gone = set.intersection(*known) - here - {""}
        return [item for item in with_parts(new) if creation_of(item) in gone]

    def _drawn(self, slot: str) -> set[str]:
        """The ids for life of a drawing and its parts, as we wrote them."""
        drawn = (g for page in self.known if (g := page.shape(slot)) is not None)
        return {creation_of(item) for g in drawn for item in with_parts(g)} - {""}

    def _own_parts(self, group: Element, slot: str) -> list[Element]:
        """What stands in a drawn block that is none of ours."""
        ours = self._drawn(slot)
        return [item for item in contents(group) if creation_of(item) not in ours and not self.mine.reader.wrote(slot, item)]

    def describe(self, target: Element, source: Element) -> None:
        """The alternative text, as it is now, or that there is none."""
        props, fresh = properties_of(target), properties_of(source)
        if props is None or fresh is None:
            return
        if is_decorative(props) != is_decorative(fresh):
            _mark_decorative(props, fresh)
        if local(target) != "sp" and alt_of(target) != alt_of(source):
            props.set("descr", alt_of(source))


def is_hollow(shape: Element) -> bool:
    """A group in which nothing stands any more."""
    return local(shape) == "grpSp" and all(is_hollow(item) for item in contents(shape))


def shape_tree(root: Element) -> Element:
    """A slide's p:spTree (19.3.1.45); a damaged slide that has none gets an empty one."""
    common = child(root, "p:cSld")
    if common is None:
        common = etree.Element(qn("p:cSld"))
        root.insert(0, common)
    holder = child(common, "p:spTree")
    if holder is None:
        holder = etree.Element(qn("p:spTree"))
        about = etree.SubElement(holder, qn("p:nvGrpSpPr"))
        etree.SubElement(about, qn("p:cNvPr"), {"id": "1", "name": ""})
        etree.SubElement(about, qn("p:cNvGrpSpPr"))
        etree.SubElement(about, qn("p:nvPr"))
        etree.SubElement(holder, qn("p:grpSpPr"))
        common.insert(int(child(common, "p:bg") is not None), holder)
    return holder


def _mark_decorative(own: Element, fresh: Element) -> None:
    """Office's mark on one as on the other."""
    name = qn("adec:decorative")
    for extension in [item for item in own.iter(qn("a:ext")) if item.find(name) is not None]:
        if (holder := extension.getparent()) is not None:
            holder.remove(extension)
    for extension in [item for item in fresh.iter(qn("a:ext")) if item.find(name) is not None]:
        holder = child(own, "a:extLst")
        holder = etree.SubElement(own, qn("a:extLst")) if holder is None else holder
        holder.append(copy.deepcopy(extension))


__all__ = ["PagePatch", "is_hollow", "shape_tree"]
