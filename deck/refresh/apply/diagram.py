"""A drawn block by item and field: the parts of its group change one by one, each where its owner has it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence

from deck.drawing.names import Element, child, detach, local, qn
from deck.drawing.scene import xfrm_of
from deck.drawing.sheet import properties_of, walk
from deck.pptx.identity import creation_of
from deck.pptx.words import link_of
from deck.presentation import Link
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.page import PagePatch, is_hollow
from deck.refresh.apply.sides import Way
from deck.refresh.apply.wear import wear, worn_parts
from deck.refresh.apply.within import on_pages
from deck.refresh.bodies import OWN_LIST, WORDS, WrittenParagraphs, patch_body
from deck.refresh.document import renumber, shape_ids
from deck.refresh.dress import bears_looks, dress
from deck.refresh.earlier import bears_own
from deck.refresh.guard.weights import path_of
from deck.refresh.pages import Page
from deck.refresh.parts import item_of, keys_of, marked_parts, parts_on, taken_out
from deck.refresh.plan import ReshapeDiagram, SetCaption, SetItem
from deck.refresh.transform import fit_group, same_place, take_inner, take_transform
from deck.refresh.twins import in_column

CAPTION = "caption"
"""The key of the part that holds a block's words beside its items."""


def reshape_diagram(edit: ReshapeDiagram, bench: Bench) -> None:
    """Parts of items that come and go; the others stay, each with what stands in it."""
    draw_parts(bench, edit.slide, edit.slot)


def set_item(edit: SetItem, bench: Bench) -> None:
    """The parts that draw an item: their words and their link."""
    _on_parts(bench, edit.slide, edit.slot, lambda key: item_of(key) == edit.item)


def set_caption(edit: SetCaption, bench: Bench) -> None:
    """The words beside a diagram's items or a map's areas."""
    _on_parts(bench, edit.slide, edit.slot, lambda key: key.partition(":")[0] == CAPTION)


def draw_parts(bench: Bench, slide: str, slot: str) -> None:
    """All parts: those that came or went, what follows from all items together (sums, headings, connectors), and where
    each stands now. Where the owner's way of parting the block holds, each is changed where they have it."""
    if bench.parting(slide).way is Way.OWNERS:
        _on_parts(bench, slide, slot, lambda _key: True)
    else:
        _lay_parts(bench, slide, slot)


def _on_parts(bench: Bench, slide: str, slot: str, wanted: Callable[[str], bool]) -> None:
    """Parts by their keys, each on the page where its owner has it, from the one where we would put it."""
    sides = bench.sides(slide)
    keys = {key for key in keys_of(sides.fresh, slot) if wanted(key)}
    here, there = parts_on(sides.mine, slot, keys), parts_on(sides.fresh, slot, keys)
    patches = {patch.mine.part: patch for patch in bench.pages(slide)}
    for key, (page, read) in here.items():
        patch, mark = patches.get(page.part), creation_of(read)
        if patch is not None and key in there and (target := patch.here.get(mark)) is not None:
            other, source = there[key]
            PartPatch(bench, patch, other, mark).say(target, source)


def _lay_parts(bench: Bench, slide: str, slot: str) -> None:
    """The parts of a drawn block on each page of its slide: those that came or went, and all in their places. Where
    nothing of it is ours any more, the block is exchanged."""

    def within(_n: int, patch: PagePatch, target: Element, source: Element) -> bool:
        return local(target) == "grpSp" and _lay(bench, patch, slot, target, source)

    on_pages(bench, slide, slot, within)


def _lay(bench: Bench, patch: PagePatch, slot: str, target: Element, source: Element) -> bool:
    fresh, mine = marked_parts(source), marked_parts(target)
    groups = [group for page in patch.known if (group := page.shape(slot)) is not None]
    written = [set(marked_parts(group)) for group in groups]
    ours = set[str]().union(*written)
    if not fresh.keys() & mine.keys():
        return False
    otherwise = patch.drawn_otherwise(slot)
    if otherwise and not bench.is_touched_by_hand:
        gone = set(taken_out(patch.mine, patch.known, slot))
        return _said_anew(bench, patch, slot, fresh, mine) or _drawn_anew(bench, patch, slot, target, source, gone)
    # What its owner took out stays out: but not an item that the deck was without, and is to have.
    taken = set.intersection(*written) if written else set[str]()
    gone, new = (ours - fresh.keys()) & mine.keys(), fresh.keys() - mine.keys() - taken
    gone -= _emptied(patch, {mark: mine[mark] for mark in gone}, groups, fresh)
    apart, still = patch.moved(slot), not gone and not new
    for mark in gone:
        patch.here.pop(mark, None)
        detach(mine[mark])
    for group in [item for item in walk(target) if is_hollow(item)]:
        detach(group)
    before: Element | None = None
    for mark, item in fresh.items():
        if mark in new:
            part = patch.adopt(item)
            renumber(part, shape_ids(patch.holder))
            patch.put(target, before, part)
            before = part
        elif mark in mine:
            part = PartPatch(bench, patch, patch.fresh, mark)
            if otherwise:
                part.take_for_ours(mine[mark], item)
            part.say(mine[mark], item)
            if otherwise:
                take_transform(mine[mark], xfrm_of(item))
            elif not (apart and still):
                part.stand(mine[mark], item)
            before = mine[mark]
    _in_order(target, list(fresh), [list(marked_parts(group)) for group in groups])
    for group in [item for item in walk(target) if local(item) == "grpSp"]:
        fit_group(group)
    if apart and not still:
        take_inner(target, source)
    return True


def _emptied(patch: PagePatch, gone: Mapping[str, Element], groups: Sequence[Element], fresh: Mapping[str, Element]) -> set[str]:
    """Of parts that are drawn no more those whose words alone their owner took out, while their item stands: were they to go,
    the whole part would seem taken away next time."""
    items = {item_of(key) for part in fresh.values() if (key := path_of(part))}
    drawn = [parts[mark] for group in groups for parts in [marked_parts(group)] for mark in gone if mark in parts]
    had = {creation_of(part) for part in drawn if patch.mine.reader.words(part) and item_of(path_of(part)) in items}
    return {mark for mark, part in gone.items() if mark in had and not patch.mine.reader.words(part).strip()}


def _in_order(target: Element, wanted: Sequence[str], known: Sequence[Sequence[str]]) -> None:
    """Parts are read in the order in which they stand (WCAG 1.3.2): that of now, where they stand in an order of ours."""
    mine = {mark: _unit(part, target) for mark, part in marked_parts(target).items()}
    here = [mark for mark in mine if mark in wanted and mine[mark].getparent() is target]
    here = [mark for n, mark in enumerate(here) if mine[mark] not in [mine[other] for other in here[:n]]]
    old = [mark for mark in here if any(mark in order for order in known)]
    if old not in [[mark for mark in order if mark in old] for order in (*known, wanted)]:
        return
    before: Element | None = None
    for mark in wanted:
        if mark not in here:
            continue
        if before is not None and target.index(mine[mark]) < target.index(before):
            before.addnext(mine[mark])
        before = mine[mark]


def _unit(part: Element, drawing: Element) -> Element:
    """What of a drawing a part stands in: itself, or a group of its owner's."""
    holder = part.getparent()
    while holder is not None and holder is not drawing and local(holder) == "grpSp":
        part, holder = holder, holder.getparent()
    return part


def _said_anew(bench: Bench, patch: PagePatch, slot: str, fresh: Mapping[str, Element], mine: Mapping[str, Element]) -> bool:
    """A block that an earlier version drew in another way: where its owner wrote what no item says, its parts say what they
    are to say, and stand as they stood; else it is drawn anew."""
    was = bench.sides(patch.mine.id.partition("#")[0]).was.slot(slot)
    if was is None or not bears_own(patch.mine, was):
        return False
    for mark in fresh.keys() & mine.keys():
        PartPatch(bench, patch, patch.fresh, mark).say(mine[mark], fresh[mark])
    return True


def _drawn_anew(bench: Bench, patch: PagePatch, slot: str, target: Element, source: Element, gone: set[str]) -> bool:
    """The block in its new drawing, which wears what its owner gave the old one, where a program wrote every look anew, and is
    without what its owner took out (`gone`): False where there is nothing of the kind."""
    slide, marks = patch.mine.id.partition("#")[0], bench.before.marks
    touched = (slide, slot) in {*marks.slots, *(part[:2] for part in marks.parts)}
    parts = worn_parts(patch, slot) if touched else None
    if not parts and not gone:
        return False
    new = patch.swap(target, source, slot)
    drawn = marked_parts(new)
    for mark in gone & drawn.keys():
        patch.here.pop(mark, None)
        detach(drawn[mark])
    if parts:
        wear(patch, new, parts, bench.lang)
    return True


class PartPatch:
    """One part of a drawn block. `fresh`: the newly written page that it comes from; `mark`: its id for life. What its
    owner changed of it stays."""

    def __init__(self, bench: Bench, patch: PagePatch, fresh: Page, mark: str) -> None:
        self.lang, self.page, self.fresh = bench.lang, patch.mine, fresh
        self.patch = patch
        self.known = [(page, item) for page in patch.known for item in page.reader.marked.get(mark, ())]

    def take_for_ours(self, target: Element, source: Element) -> None:
        """In a block that is drawn otherwise: a part without a look of its owner's is as we wrote it."""
        if not bears_looks(target, [source, *(item for _page, item in self.known)]):
            self.known.append((self.page, copy.deepcopy(target)))

    def say(self, target: Element, source: Element) -> None:
        """Its words with their size, and its link; what did not change keeps its XML."""
        words = self.page.reader.words(target)
        ours = [page.reader.words(item) for page, item in self.known]
        body, new = child(target, "p:txBody"), child(source, "p:txBody")
        if body is not None and new is not None and words != self.fresh.reader.words(source) and (words in ours or not ours):
            fresh, mine = self.fresh.written(source), self.page.written(target)
            lists = [_lists_in(page.written(shape)) for page, shape in self.known]
            tells = WORDS if not lists or _lists_in(mine) in lists else OWN_LIST
            written = [held for _page, item in self.known if (held := child(item, "p:txBody")) is not None]
            patch_body(body, mine, fresh, self._adopt, (), self.lang, tells=tells, ours=written)
        # Whole looks first: one whose size alone had followed would be none of ours, and keep its ink on another ground.
        dress(target, source, [item for _page, item in self.known])
        if body is not None and new is not None:
            for name in ("sz", "lang"):
                self._ours(body, source, name)
        self._name(target, source)
        if link_on(self.page, target) in {link_on(page, item) for page, item in self.known}:
            self._link(target, source)

    def stand(self, target: Element, source: Element) -> None:
        """Its place, where it stands where we put it, in whatever font its column was measured."""
        drawn = [item for _page, item in self.known]
        stands = any(same_place(xfrm_of(target), xfrm_of(item)) for item in drawn)
        if stands or (self.patch.adrift and any(in_column(target, item) for item in drawn)):
            take_transform(target, xfrm_of(source))

    def _adopt(self, element: Element) -> Element:
        return self.patch.graft.shape(element, self.fresh.part, self.page.part)

    def _ours(self, body: Element, source: Element, name: str) -> None:
        """A group's words have their size and their language on each run: where it is ours, the new one holds for all."""
        before, new = {_said_of(item, name) for _page, item in self.known}, _said_of(source, name)
        for item in body.iter(qn("a:rPr"), qn("a:endParaRPr")):
            if new and item.get(name) in before:
                item.set(name, new)

    def _name(self, target: Element, source: Element) -> None:
        """A part is called by its item's words: by those of now, where nobody called it otherwise."""
        own, new = properties_of(target), properties_of(source)
        before = [props.get("name") for _page, item in self.known if (props := properties_of(item)) is not None]
        if own is not None and new is not None and own.get("name") in before:
            own.set("name", new.get("name", ""))

    def _link(self, target: Element, source: Element) -> None:
        own, new = properties_of(target), properties_of(source)
        if own is None or new is None or link_on(self.page, target) == link_on(self.fresh, source):
            return
        click = child(own, "a:hlinkClick")
        if click is not None:
            own.remove(click)
        fresh = child(new, "a:hlinkClick")
        if fresh is not None and link_on(self.fresh, source) not in _links_in(self.page, target):
            own.insert(0, self._adopt(fresh))


def _lists_in(said: WrittenParagraphs) -> list[tuple[str, int]]:
    return [(item.list, item.level) for item, _element in said]


def _said_of(shape: Element, name: str) -> str:
    return next((found for item in shape.iter(qn("a:rPr"), qn("a:endParaRPr")) if (found := item.get(name))), "")


def link_on(page: Page, shape: Element) -> Link | None:
    """Where a click on a shape leads."""
    reader = page.reader
    return link_of(properties_of(shape), reader.package, reader.sheet.part, reader.target)


def _links_in(page: Page, shape: Element) -> list[Link | None]:
    """Where the shape's words lead: a link of theirs is read as the item's, and is not needed twice."""
    reader = page.reader
    return [link_of(look, reader.package, reader.sheet.part, reader.target) for look in shape.iter(qn("a:rPr"))]


__all__ = ["PartPatch", "draw_parts", "link_on", "reshape_diagram", "set_caption", "set_item"]
