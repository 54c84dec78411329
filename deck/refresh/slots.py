"""One slot's shape made to say what was merged; its place, its looks and all that the owner put there stay."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from deck.drawing.names import Element, child, detach, local, need, qn, whole
from deck.drawing.scene import extent, is_decorative, xfrm_of
from deck.drawing.sheet import contents, placeholder_of, properties_of, walk
from deck.geometry import Box
from deck.pptx.identity import guid, slot_of_name
from deck.pptx.reader import alt_of, creation_of
from deck.pptx.words import link_of
from deck.presentation import Block, Chart, Diagram, Link, Map, Picture, QrCode, Slot, Table
from deck.refresh.bodies import WHOLE, WORDS, Tells, WrittenParagraphs, patch_body
from deck.refresh.charts import patch_chart
from deck.refresh.document import Graft, renumber, shape_ids, spot
from deck.refresh.pages import Page, by_creation
from deck.refresh.relay import write_box
from deck.refresh.tables import Lines, lines_of, patch_table
from deck.refresh.touched import drawn_otherwise, moved, near


@dataclass(frozen=True)
class Share:
    """What a slot gets on one page. `pool`: its paragraphs on all of the owner's pages; `words` and `lines`: the paragraphs, or a
    table's rows, for this very page, where they are others than the newly written page has."""

    pool: WrittenParagraphs = ()
    words: WrittenParagraphs | None = None
    lines: Lines | None = None


@dataclass
class SlotPatch:
    """Patches shapes of `mine`, a slide of the owner's, after `fresh`, the same slide newly written. `known`: the slide as it was
    generated, for telling the owner's changes of place and look from ours. `tells`: what of a
    paragraph tells of its owner. `others`: all newly
    written pages of the slide."""

    graft: Graft
    mine: Page
    fresh: Page
    known: Sequence[Page]
    lang: str
    tells: Tells = WHOLE
    others: Sequence[Page] = ()

    def __post_init__(self) -> None:
        self.document = self.graft.document
        self.tree = self.document.tree(self.mine.part)
        self.holder = need(self.tree, "p:cSld", "p:spTree")
        self.here = by_creation(self.tree)
        self._moved: dict[str, bool] = {}
        self._otherwise: dict[str, bool] = {}

    # --- one slot -------------------------------------------------------------------------------------------------------------

    def patch(
        self,
        slot: Slot,
        was: Block | None,
        base: Block | None,
        share: Share,
    ) -> None:
        """Make the slot's shape say `slot`'s block; `was`: what it says now, `base`: what the reader took the rest from."""
        self.moved(slot.id)
        target, source = self.here.get(guid(self.mine.id, slot.id)), self.fresh.shape(slot.id)
        if source is None:
            if target is not None:
                self.remove(target)
        elif target is None:
            self.insert(slot.id, source)
        elif not self._within(slot, was, base, target, source, share):
            self.swap(target, source, slot.id)

    def _within(
        self,
        slot: Slot,
        was: Block | None,
        base: Block | None,
        target: Element,
        source: Element,
        share: Share,
    ) -> bool:
        """Patch inside the shape that stands there. False: it must be exchanged as a whole."""
        block, kind = slot.block, local(target)
        if kind != local(source) or (was is not None and type(was) is not type(block)):
            return False
        done = True
        if kind == "sp":
            done = self._text(target, source, slot.id, share.pool, share.words)
        elif kind == "grpSp":
            done = self._group(slot.id, was, block, target, source)
        elif kind == "pic" and isinstance(block, Picture):
            self._picture(was, block, target, source)
        elif kind == "graphicFrame" and isinstance(block, Table):
            rows = share.lines or Lines(lines_of(self.fresh, slot.id, block, source))
            done = patch_table(self.graft, self.mine, slot.id, base, target, rows, self.lang, tells=self.tells)
        elif kind == "graphicFrame" and isinstance(block, Chart):
            done = patch_chart(self.graft, self.mine.part, self.fresh.part, target, source, was, block)
        if done:
            self.describe(target, source)
            self.place(slot.id)
        return done

    def place(self, slot: str) -> None:
        """Give the shape its new place where it stands where we put it; an owner's place is left alone."""
        target, source = self.here.get(guid(self.mine.id, slot)), self.fresh.shape(slot)
        if target is None or source is None or local(target) != local(source) or self.moved(slot):
            return
        own, new = xfrm_of(target), xfrm_of(source)
        if _same(own, new) or (own is None and new is None):
            return
        _set_xfrm(target, new)

    def moved(self, slot: str) -> bool:
        """Whether the owner gave the slot's shape another place or size than we did, before it was patched."""
        if slot not in self._moved:
            self._moved[slot] = moved(self.mine, self.known, slot)
        return self._moved[slot]

    # --- whole shapes ---------------------------------------------------------------------------------------------------------

    def remove(self, target: Element) -> None:
        detach(target)

    def insert(self, slot: str, source: Element) -> None:
        """A shape that is new on the slide: after the one before it in reading order."""
        new = self.graft.shape(source, self.fresh.part, self.mine.part)
        renumber(new, shape_ids(self.holder))
        order = [creation_of(item) for item in contents(self.fresh.reader.sheet.tree)]
        place = order.index(creation_of(source))
        before = next((self.here[mark] for mark in reversed(order[:place]) if mark in self.here), None)
        if before is not None and before.getparent() is self.holder:
            before.addnext(new)
        else:
            last = child(self.holder, "p:extLst")
            self.holder.insert(len(self.holder) if last is None else self.holder.index(last), new)
        self.here[guid(self.mine.id, slot)] = new

    def swap(self, target: Element, source: Element, slot: str) -> None:
        """Another shape in the same place, with the same number (animations and reading order hold) and the owner's box."""
        moved = self.moved(slot)
        new = self.graft.shape(source, self.fresh.part, self.mine.part)
        props = properties_of(target)
        theirs = self._own_parts(target, slot) if local(target) == local(new) == "grpSp" else []
        # What its owner put into the group comes along, with its numbers.
        taken = (shape_ids(self.holder) - shape_ids_of(target)).union(*map(shape_ids_of, theirs))
        numbers = {mark: props_id(item) for item in walk_with(target) if (mark := creation_of(item))}
        renumber(new, taken | set(numbers.values()), keep=whole(props.get("id")) if props is not None else 0)
        for item in walk_with(new):
            # An animation of a part of the group finds it again.
            if (old := numbers.get(creation_of(item))) is not None:
                number_shape(item, old)
        if moved and (old := xfrm_of(target)) is not None:
            _set_xfrm(new, old, frame_only=True)
        for item in theirs:
            new.append(item)
        for item in self._taken_away(target, new, slot):
            detach(item)
        target.addnext(new)
        detach(target)
        self.here.update({creation_of(item): item for item in walk_with(new)})

    def _taken_away(self, group: Element, new: Element, slot: str) -> list[Element]:
        """Parts of a drawn block's new form that its owner had taken out of the old one."""
        known = [{creation_of(item) for item in walk(g)} for page in self.known if (g := page.shape(slot)) is not None]
        here = {creation_of(item) for item in walk_with(group)}
        if local(group) != "grpSp" or not any(marks & here for marks in known) or self.drawn_otherwise(slot):
            return []
        gone = set.intersection(*known) - here - {""}
        return [item for item in walk_with(new) if creation_of(item) in gone]

    def _parts_of(self, slot: str) -> set[str]:
        """The marks of the parts that we would give a drawn block."""
        return {creation_of(item) for page in self.known if (g := page.shape(slot)) is not None for item in walk_with(g)}

    def _own_parts(self, group: Element, slot: str) -> list[Element]:
        """What stands in a drawn block that is none of ours."""
        ours = self._parts_of(slot)
        return [item for item in contents(group) if creation_of(item) not in ours and not self.mine.reader.wrote(slot, item)]

    def drawn_otherwise(self, slot: str) -> bool:
        """Whether an earlier version drew the block in another way, so that it is to be drawn anew as a whole."""
        if slot not in self._otherwise:
            self._otherwise[slot] = drawn_otherwise(self.mine, self.known, slot)
        return self._otherwise[slot]

    # --- kinds ----------------------------------------------------------------------------------------------------------------

    def adopt(self, element: Element) -> Element:
        """A copy of a newly written element for the owner's slide; it may come from another of the slide's pages than `fresh`."""
        root = element.getroottree().getroot()
        part = next((page.part for page in self.others if page.reader.sheet.root is root), self.fresh.part)
        return self.graft.shape(element, part, self.mine.part)

    def _text(
        self, target: Element, source: Element, slot: str, pool: WrittenParagraphs, words: WrittenParagraphs | None
    ) -> bool:
        body, new = child(target, "p:txBody"), child(source, "p:txBody")
        read = self.mine.shape(slot)
        if body is None or new is None or read is None:
            return False
        paragraphs = [item for item, _element in self.mine.written(read)]
        mine = list(zip(paragraphs, body.iterchildren(qn("a:p")), strict=False))
        patch_body(
            body, mine, self.fresh.written(source) if words is None else words, self.adopt, pool, self.lang, tells=self.tells
        )
        self._frame(body, new, slot)
        return True

    def _frame(self, body: Element, new: Element, slot: str) -> None:
        """List style and body properties, where they are as we wrote them: the new text may need another size."""
        known = [
            held
            for page in self.known
            if (item := page.shape(slot)) is not None and (held := child(item, "p:txBody")) is not None
        ]
        for name in ("a:lstStyle", "a:bodyPr"):
            own, fresh = child(body, name), child(new, name)
            if own is None or fresh is None:
                continue
            if _bare(own) in [_bare(item) for page in known if (item := child(page, name)) is not None]:
                body.replace(own, copy.deepcopy(fresh))

    def _group(self, slot: str, was: Block | None, block: Block, target: Element, source: Element) -> bool:
        if isinstance(block, QrCode) and isinstance(was, QrCode) and block.url != was.url:
            return False
        if isinstance(block, Diagram) and isinstance(was, Diagram) and block.form != was.form:
            return False
        if isinstance(block, Map) and isinstance(was, Map) and (block.areas, block.highlight) != (was.areas, was.highlight):
            return False
        fresh = {creation_of(item): item for item in walk(source) if creation_of(item)}
        mine = {creation_of(item): item for item in walk(target) if creation_of(item)}
        ours = {
            creation_of(item)
            for page in self.known
            if (g := page.shape(slot)) is not None
            for item in walk(g)
            if creation_of(item)
        }
        if not fresh.keys() & mine.keys() or self.drawn_otherwise(slot):
            return False
        gone, new = (ours - fresh.keys()) & mine.keys(), fresh.keys() - mine.keys() - ours
        still = self.moved(slot) and not gone and not new
        for mark in gone:
            detach(mine[mark])
        before: Element | None = None
        for mark, item in fresh.items():
            if mark in new:
                before = self._insert_part(target, before, item)
            elif mark in mine:
                self._part(mine[mark], item, mark, still)
                before = mine[mark]
        if self.moved(slot) and not still:
            _inner_frame(target, source)
        return True

    def _insert_part(self, group: Element, before: Element | None, source: Element) -> Element:
        """A new part of a drawn block, after the one before it."""
        new = self.adopt(source)
        renumber(new, shape_ids(self.holder))
        if before is not None and before.getparent() is group:
            before.addnext(new)
        else:
            last = child(group, "p:extLst")
            group.insert(len(group) if last is None else group.index(last), new)
        self.here[creation_of(new)] = new
        return new

    def keep_group(self, slot: str, fresh: Sequence[Page]) -> None:
        """The words of a drawn block's parts, each where the owner has it, whichever page we would put it on."""
        keys = keys_of(fresh, slot)
        here, there = parts_on([self.mine], slot, keys), parts_on(fresh, slot, keys)
        for key, (_page, read) in here.items():
            target = self.here.get(creation_of(read))
            if key in there and target is not None:
                page, source = there[key]
                SlotPatch(self.graft, self.mine, page, self.known, self.lang, self.tells)._part(
                    target, source, creation_of(read), True
                )

    def _part(self, target: Element, source: Element, mark: str, moved: bool) -> None:
        """A shape of a group: its words where they are others now, its link, its place. What did not change keeps its XML."""
        known = [(page, item) for page in self.known for item in page.reader.shapes if creation_of(item) == mark]
        words = self.mine.reader.words(target)
        ours = [page.reader.words(item) for page, item in known]
        body, new = child(target, "p:txBody"), child(source, "p:txBody")
        if body is not None and new is not None:
            if words != self.fresh.reader.words(source) and (words in ours or not ours):
                patch_body(body, self.mine.written(target), self.fresh.written(source), self.adopt, (), self.lang, tells=WORDS)
            self._size(body, source, mark)
        dress(target, source, [item for _page, item in known])
        links = {_link_of(page, item) for page, item in known}
        if _link_of(self.mine, target) in links:
            self._link(target, source)
        places = [xfrm_of(item) for _page, item in known]
        if not moved and any(_same(xfrm_of(target), place) for place in places):
            _set_xfrm(target, xfrm_of(source))

    def _size(self, body: Element, source: Element, mark: str) -> None:
        """A group's words have their size on each run: where it is ours, the new one holds for all."""
        sizes = {_size_of(item) for page in self.known for item in page.reader.shapes if creation_of(item) == mark}
        new = _size_of(source)
        for item in body.iter(qn("a:rPr"), qn("a:endParaRPr")):
            if new and item.get("sz") in sizes:
                item.set("sz", new)

    def _link(self, target: Element, source: Element) -> None:
        own, new = properties_of(target), properties_of(source)
        if own is None or new is None or _link_of(self.mine, target) == _link_of(self.fresh, source):
            return
        click = child(own, "a:hlinkClick")
        if click is not None:
            own.remove(click)
        fresh = child(new, "a:hlinkClick")
        if fresh is not None and _link_of(self.fresh, source) not in _links_in(self.mine, target):
            own.insert(0, self.adopt(fresh))

    def _picture(self, was: Block | None, block: Picture, target: Element, source: Element) -> None:
        if isinstance(was, Picture) and was.media == block.media:
            return
        old, new = child(target, "p:blipFill"), self.adopt(need(source, "p:blipFill"))
        if old is None:
            target.insert(1, new)
        else:
            target.replace(old, new)
        own = extent(xfrm_of(target))
        fresh = self.fresh.box(source)
        if own and fresh and own[2] and own[3]:
            # The owner's place, the new picture's shape.
            scale = min(own[2] / fresh.w, own[3] / fresh.h)
            w, h = round(fresh.w * scale), round(fresh.h * scale)
            write_box(target, Box(own[0] + (own[2] - w) // 2, own[1] + (own[3] - h) // 2, w, h))

    @staticmethod
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

    def describe(self, target: Element, source: Element) -> None:
        """The alternative text, as it is now, or that there is none."""
        props, fresh = properties_of(target), properties_of(source)
        if props is not None and fresh is not None and is_decorative(props) != is_decorative(fresh):
            self._mark_decorative(props, fresh)
        if props is not None and local(target) != "sp" and alt_of(target) != alt_of(source):
            props.set("descr", alt_of(source))


def dress(target: Element, source: Element, known: Sequence[Element]) -> None:
    """Outline, fill, line, margins and the looks of paragraphs and words, as they are drawn now: each where it is as we wrote it.
    A ring of fewer arrows has others; a row that is no longer the current one is not bold."""
    own, new = child(target, "p:spPr"), child(source, "p:spPr")
    if own is not None and new is not None and _drawing(own) in [_drawing(child(item, "p:spPr")) for item in known]:
        for item in [item for item in own if local(item) != "xfrm"]:
            own.remove(item)
        own.extend(copy.deepcopy(item) for item in new if local(item) != "xfrm")
    body, fresh = child(target, "p:txBody"), child(source, "p:txBody")
    bodies = [found for item in known if (found := child(item, "p:txBody")) is not None]
    if body is None or fresh is None:
        return
    frame, made = child(body, "a:bodyPr"), child(fresh, "a:bodyPr")
    frames = [_bare(found) for item in bodies if (found := child(item, "a:bodyPr")) is not None]
    if frame is not None and made is not None and _bare(frame) in frames:
        body.replace(frame, copy.deepcopy(made))
    for n, (mine, theirs) in enumerate(zip(body.iterchildren(qn("a:p")), fresh.iterchildren(qn("a:p")), strict=False)):
        ours = [found[n] for item in bodies if len(found := list(item.iterchildren(qn("a:p")))) > n]
        _dress_paragraph(mine, theirs, ours)


def _dress_paragraph(mine: Element, theirs: Element, ours: Sequence[Element]) -> None:
    own, new = child(mine, "a:pPr"), child(theirs, "a:pPr")
    if _plain(own) in [_plain(child(item, "a:pPr")) for item in ours] and _plain(own) != _plain(new):
        if own is not None:
            mine.remove(own)
        if new is not None:
            mine.insert(0, copy.deepcopy(new))
    looks = list(theirs.iter(qn("a:rPr")))
    if not looks:
        return
    known = {_plain(item) for paragraph in ours for item in paragraph.iter(qn("a:rPr"))}
    if len({_plain(item) for item in looks}) > 1:
        _dress_words(mine, theirs, known)
        return
    look = looks[0]
    for item in list(mine.iter(qn("a:rPr"))):
        holder = item.getparent()
        if holder is not None and _plain(item) in known and _plain(item) != _plain(look):
            changed = copy.deepcopy(look)
            for name in [name for name in _WRITTEN if name in item.attrib]:
                changed.set(name, item.get(name, ""))
            for click in [found for found in changed if local(found).startswith("hlink")]:
                changed.remove(click)
            changed.extend(copy.deepcopy(found) for found in item if local(found).startswith("hlink"))
            holder.replace(item, changed)


def _dress_words(mine: Element, theirs: Element, known: Collection[bytes]) -> None:
    """A paragraph with some words told apart: where it says what the new one says, all of it in looks of ours, it has the
    new one's runs; what its owner wrote or coloured stays as it is."""
    own, new = (list(side.iterchildren(qn("a:r"))) for side in (mine, theirs))
    said, wanted = ("".join(getattr(child(run, "a:t"), "text", "") or "" for run in side) for side in (own, new))
    linked = any(local(item).startswith("hlink") for side in (mine, theirs) for item in side.iter())
    if said != wanted or linked or any(local(item) in ("br", "fld") for side in (mine, theirs) for item in side):
        return
    if not own or not all(_plain(child(run, "a:rPr")) in known for run in own):
        return
    before = own[0].getprevious()
    at = mine.index(before) + 1 if before is not None else 0
    for run in own:
        mine.remove(run)
    for n, run in enumerate(new):
        mine.insert(at + n, copy.deepcopy(run))


_WRITTEN = ("lang", "altLang", "dirty", "err", "smtClean", "noProof")
"""Attributes of a run that tell of its words or of a program, and of no look."""


def _plain(element: Element | None) -> bytes:
    """Properties as they look, without links and what programs add on saving."""
    if element is None:
        return b""
    item = copy.deepcopy(element)
    for name in _WRITTEN:
        item.attrib.pop(name, "")
    for inner in [found for found in item if local(found) in ("hlinkClick", "hlinkMouseOver", "extLst")]:
        item.remove(inner)
    etree.cleanup_namespaces(item)
    return etree.tostring(item, method="c14n", with_tail=False)


def _drawing(properties: Element | None) -> bytes:
    """A shape's outline, fill and line, wherever it stands."""
    if properties is None:
        return b""
    item = copy.deepcopy(properties)
    for inner in [found for found in item if local(found) == "xfrm"]:
        item.remove(inner)
    etree.cleanup_namespaces(item)
    return etree.tostring(item, method="c14n", with_tail=False)


def _links_in(page: Page, shape: Element) -> list[Link | None]:
    """Where the shape's words lead: a link of theirs is read as the item's, and is not needed twice."""
    reader = page.reader
    return [link_of(look, reader.package, reader.sheet.part, reader.target) for look in shape.iter(qn("a:rPr"))]


def _link_of(page: Page, shape: Element) -> Link | None:
    """Where a click on a shape leads."""
    reader = page.reader
    return link_of(properties_of(shape), reader.package, reader.sheet.part, reader.target)


def _inner_frame(target: Element, source: Element) -> None:
    """A group that its owner moved holds parts that stand elsewhere now: its inner measure is the new one."""
    own, new = xfrm_of(target), xfrm_of(source)
    for name in ("a:chOff", "a:chExt"):
        was, now = child(own, name), child(new, name)
        if was is not None and now is not None:
            was.attrib.update({str(key): str(value) for key, value in now.attrib.items()})


def keys_of(pages: Sequence[Page], slot: str) -> set[str]:
    """The keys of a drawn block's parts on pages that we wrote: they end the names."""
    groups = [group for page in pages if (group := page.shape(slot)) is not None]
    props = [found for group in groups for item in walk(group) if (found := properties_of(item)) is not None]
    return {key for item in props if (key := slot_of_name(item.get("name", "")))}


def parts_on(pages: Sequence[Page], slot: str, keys: Iterable[str]) -> dict[str, tuple[Page, Element]]:
    """Key → the part of a drawn block with that id for life, on whichever page it stands."""
    found: dict[str, tuple[Page, Element]] = {}
    for page in pages:
        group = page.shape(slot)
        marks = {creation_of(item): item for item in walk(group)} if group is not None else {}
        for key in keys:
            if (item := marks.get(guid(page.id, slot, key))) is not None:
                found.setdefault(key, (page, item))
    return found


def walk_with(shape: Element) -> list[Element]:
    """A shape and, of a group, all within."""
    return [shape, *(walk(shape) if local(shape) == "grpSp" else ())]


def props_id(shape: Element) -> int:
    props = properties_of(shape)
    return whole(props.get("id")) if props is not None else 0


def number_shape(shape: Element, number: int) -> None:
    props = properties_of(shape)
    if props is not None:
        props.set("id", str(number))


def shape_ids_of(shape: Element) -> set[int]:
    return {props_id(item) for item in walk_with(shape)}


def _same(one: Element | None, other: Element | None) -> bool:
    a, b = extent(one), extent(other)
    return a is not None and b is not None and near(Box(*a), Box(*b))


def _bare(element: Element) -> bytes:
    """What we wrote of a body's frame, without what programs add on saving."""
    item = copy.deepcopy(element)
    for fit in [found for found in item if local(found) in ("normAutofit", "spAutoFit", "noAutofit")]:
        item.remove(fit)
    item.attrib.pop("rtlCol", "")
    return etree.tostring(item, method="c14n", with_tail=False)


def _size_of(shape: Element) -> str:
    return next((found for item in shape.iter(qn("a:rPr"), qn("a:endParaRPr")) if (found := item.get("sz"))), "")


def _set_xfrm(target: Element, source: Element | None, *, frame_only: bool = False) -> None:
    """Put a copy of `source` in place of the shape's own transform; None: none, as a placeholder inherits it. `frame_only`: a
    group's inner coordinates stay its own."""
    holder = spot(target)
    if holder is None:
        return
    old = xfrm_of(target)
    if source is None:
        if old is not None and placeholder_of(target) is not None:
            holder.remove(old)
        return
    if old is not None and frame_only:
        for name in ("a:off", "a:ext"):
            was, new = child(old, name), child(source, name)
            if was is not None and new is not None:
                was.attrib.update(dict(new.attrib))
        for name in ("rot", "flipH", "flipV"):
            if source.get(name):
                old.set(name, source.get(name, ""))
        return
    new = copy.deepcopy(source)
    new.tag = qn("p:xfrm") if local(target) == "graphicFrame" else qn("a:xfrm")
    if old is not None:
        holder.replace(old, new)
    elif local(target) == "graphicFrame":
        holder.insert(1, new)
    else:
        holder.insert(0, new)
