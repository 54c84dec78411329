"""The deck into another look: masters, layouts, themes and sizes; each slide of ours as it would be written in it, with
the owner's hand on it kept; each of the owner's on the nearest layout."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from deck.drawing.names import Element, child, local, qn, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import contents, placeholder_of, properties_of
from deck.geometry import Box
from deck.i18n import _
from deck.pptx.identity import creation_of, guid
from deck.pptx.pages import is_counter
from deck.refresh.apply.bench import Bench, names_of
from deck.refresh.apply.cells import Changed, give_margins, redress, restyle
from deck.refresh.apply.fit import count_page
from deck.refresh.apply.instead import drawn_instead, is_line, still_drawn, was_drawn, written_instead
from deck.refresh.apply.move import Move
from deck.refresh.apply.own import move_own
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.rows import lines_of, own_columns, own_header, table_of, tables_on
from deck.refresh.apply.slide import set_layout
from deck.refresh.continued import element_of
from deck.refresh.document import Graft
from deck.refresh.earlier import bears_own
from deck.refresh.frames import is_styled
from deck.refresh.guard.seen import is_near
from deck.refresh.hand import PLAIN
from deck.refresh.masters import bring_masters, drop_masters, masters_of
from deck.refresh.pages import FURNITURE, NEAR, Page, pages_of
from deck.refresh.plan import Paragraphs, Relook
from deck.refresh.relay import settle
from deck.refresh.resize import Resize, fit_columns
from deck.refresh.show import arrange, shown_order
from deck.refresh.takeover import holds_more, take_list_style, take_marks, take_over, take_paint, take_properties
from deck.refresh.transform import write_box
from deck.refresh.twice import followed, unseen
from deck.refresh.written import written

SHARED = ("notesMaster", "tableStyles")
"""Kinds of relationships whose targets stay the deck's own in another look."""


def relook(edit: Relook, bench: Bench) -> None:
    """Move the document into `edit.template`; what follows on the bench goes from there."""
    before, document = bench.before, bench.document
    # What one look says in lines and the other in a block says in both what its owner wrote.
    now = followed(before.now, before.now, unseen(before.now, before.mine))
    fresh = written(now, edit.template)
    graft = Graft(document, fresh.package, names_of(document, before.mine, fresh), SHARED)
    move = Move(bench, edit.template, fresh, graft, Resize.between(before.look.size, edit.template.size))
    old = masters_of(document)
    back = before.made_in.fingerprint == edit.template.fingerprint
    bring_masters(graft, back=back)
    for slide, pages in before.mine.items():
        bench.parts[slide] = SlideMove(move, slide, tuple(pages)).done()
    kept = _in_another_look(bench) if back else frozenset[str]()
    for part in before.own:
        if part not in kept:
            move_own(move, part)
    shown = [piece.part for piece in bench.deck.slides]
    arrange(document, bench.deck, shown_order([bench.parts[key] for key in before.order], shown), {})
    needed = {document.one(document.one(part, "slideLayout") or "", "slideMaster") for part in kept}
    drop_masters(document, [part for part in old if part not in needed])
    for part in [part for key in before.order for part in bench.parts[key] if part in document.parts]:
        document.tidy(part)
    slides = {page.part for pages in fresh.pages.values() for page in pages}
    layouts = {part: name for part, name in graft.names.items() if part not in slides}
    bench.reread(edit.template, fresh, layouts, pages_of(document.deck(), bench.lang, fresh.placed))


def _in_another_look(bench: Bench) -> frozenset[str]:
    """Slides of the owner's that came with a master of their own, from another presentation: where the deck gets back the look
    that it was made in, they keep theirs."""
    sheets = bench.deck.sheets
    schemes = Counter(
        tuple(sheets.sheet(page.part).theme.scheme.items()) for pages in bench.before.mine.values() for page in pages
    )
    ours = dict(schemes.most_common(1)[0][0]) if schemes else {}

    def others(part: str) -> int:
        scheme = sheets.sheet(part).theme.scheme
        return sum(not is_near(rgb, [ours.get(name, rgb)]) for name, rgb in scheme.items())

    return frozenset(part for part in bench.before.own if others(part) >= OTHER_COLOURS)


OTHER_COLOURS = 4
"""So many of a theme's twelve colours are others in another presentation's."""


class Keep(Enum):
    """What stays of a slot's shape. NOTHING: it is ours, and is written anew. PLACE: its place, where its owner moved it;
    the rest is written anew. LOOKS: its words with their looks, and its fill, too."""

    NOTHING = "nothing"
    PLACE = "place"
    LOOKS = "looks"


@dataclass(frozen=True)
class SlideMove:
    """A slide of ours on its way into another look. `pages`: the owner's."""

    move: Move
    slide: str
    pages: tuple[Page, ...]

    def done(self) -> list[str]:
        """The parts that the slide has in the new look."""
        move, fresh = self.move, self.fresh
        if not fresh:
            # The guidance's text is all gone from it: nothing of ours is left to write.
            for page in self.pages:
                move_own(move, page.part)
            return [page.part for page in self.pages]
        held = self._held()
        if held:
            move.tell(
                self.pages[0].part,
                _("the slide takes another number of pages in the new look, and has changes of yours: see that all fits"),
            )
        stay = self.pages if held else self.pages[: len(fresh)]
        for n, page in enumerate(stay):
            self._page(page, fresh[min(n, len(fresh) - 1)], Keep.LOOKS if held else Keep.NOTHING)
        if held or len(fresh) == len(self.pages):
            return [page.part for page in self.pages]
        for page, other in zip(stay, fresh, strict=False):
            count_page(move.bench.document, page.part, other.piece.number, other.piece.parts)
        more = [move.graft.names[page.part] for page in fresh[len(self.pages) :]]
        for page, name in zip(fresh[len(self.pages) :], more, strict=True):
            move.graft.bring(page.part, name)
        return [page.part for page in stay] + more

    @property
    def fresh(self) -> Sequence[Page]:
        return self.move.fresh.pages.get(self.slide, [])

    def _held(self) -> bool:
        """Whether the owner's pages stay as they are many: where the new look takes another number, and they bear the
        owner's hand."""
        bench = self.move.bench
        if len(self.fresh) == len(self.pages):
            return False
        own = any(page.id in bench.before.continued for page in self.pages)
        own = own or any(self._own_table(name) for name in self._names())
        parted = own or not any(len(side.pages.get(self.slide, ())) == len(self.pages) for side in bench.known)
        doubted = any(bench.hand.doubts(shape) for page in self.pages for shape in contents(page.reader.sheet.tree))
        return parted or doubted or self.slide in bench.before.marks.slides

    def _own_table(self, slot: str) -> bool:
        """Whether a page of a table has headings or columns that another has not."""
        sides = [side.slide(self.slide) for side in (self.move.bench.before.base, self.move.bench.before.now)]
        was, now = (held.block if side is not None and (held := side.slot(slot)) is not None else None for side in sides)
        return own_header(self.pages, slot, was) or own_columns(self.pages, slot, was, now)

    def _known(self, page: Page) -> list[Page]:
        sides = (side.pages.get(self.slide, ()) for side in self.move.bench.known)
        return [item for side in sides for item in side if item.piece.number == page.piece.number]

    def _names(self) -> set[str]:
        """Slots that the slide has, or had."""
        sides = (self.move.bench.before.now.slide(self.slide), self.move.bench.before.base.slide(self.slide))
        return {slot.id for side in sides if side is not None for slot in side.slots}

    def _page(self, page: Page, fresh: Page, least: Keep) -> None:
        """One page. `least`: what stays of each slot, whoever had a hand in it."""
        move = self.move
        patch = PagePatch(move.graft, page, fresh, self._known(page))
        names = self._names()
        ours = {guid(page.id, name) for name in (*names, *(f"furniture-{kind}" for kind in FURNITURE))}
        foreign = [item for item in contents(child(patch.tree, "p:cSld", "p:spTree")) if creation_of(item) not in ours]
        standing = move.standing(page, [item for item in foreign if placeholder_of(item) is not None])
        # Drawn blocks first: whether one stays decides what is written in its stead.
        for name in sorted(names, key=lambda name: (is_line(move.bench.before, self.slide, name), name)):
            self._slot(patch, name, least)
        for kind in FURNITURE:
            _furniture(move, patch, kind)
        layout = move.graft.source.one(fresh.part, "slideLayout") or ""
        drawn = next(item for item in move.after.layouts if item.part == layout)
        taken = {whole(ph.get("idx")) for item in fresh.reader.shapes if (ph := placeholder_of(item)) is not None}
        free = replace(drawn, placeholders=tuple(item for item in drawn.placeholders if item.idx not in taken), furniture=())
        for item in foreign:
            if placeholder_of(item) is None:
                move.resize.whole(item)
        settle(standing, free, move.after.size)
        set_layout(move.bench.document, page.part, move.graft.part(layout, "slideLayout"))

    def _slot(self, patch: PagePatch, slot: str, least: Keep) -> None:
        target, source = patch.shape(slot), patch.fresh.shape(slot)
        if target is None:
            before = self.move.bench.before
            comes = source is not None and (not _ours(patch, slot) or was_drawn(before, patch, self.slide, slot))
            if source is not None and comes and not still_drawn(before, patch, self.slide, slot):
                # The look before had no place for it.
                patch.insert(source)
            return
        if source is None:
            empty = placeholder_of(target) is not None and not patch.mine.reader.words(target).strip()
            before = self.move.bench.before
            if empty or drawn_instead(before, patch, self.slide, slot) or written_instead(before, patch, self.slide, slot):
                # A place to write in, and nothing written, or what the new look draws: it has no place for it.
                patch.remove(target)
            else:
                self.move.resize.whole(target)
            return
        keep = least if least is Keep.LOOKS else self._keep(patch, slot, target)
        if keep is Keep.NOTHING:
            self._anew(patch, slot, target, source)
        else:
            new = _kept(self.move, patch, slot, target, source, keep)
            if keep is Keep.PLACE and new is not target:
                self._say(patch, slot, new)
            if keep is Keep.LOOKS and local(target) == local(source):
                self._redress(slot, target, source)

    def _anew(self, patch: PagePatch, slot: str, target: Element, source: Element) -> None:
        """A shape that is ours; what its owner linked it to, or that it is hidden, no look tells of."""
        old = copy.deepcopy(target)
        new = patch.swap(target, source, slot)
        take_marks(old, new, _ours(patch, slot), self.move.bench.hand.said)
        if self.move.bench.hand is PLAIN and is_styled(old):
            # No dialog writes it, and so it is no touch; but no version of ours did, either.
            take_list_style(old, new, _ours(patch, slot))
        self._say(patch, slot, new)

    def _say(self, patch: PagePatch, slot: str, shape: Element) -> None:
        """A later page's own title."""
        if (words := self.move.bench.before.continued.get(patch.mine.id, {}).get(slot)) is not None:
            _say(shape, words)

    def _redress(self, slot: str, target: Element, source: Element) -> None:
        """A table that bears the owner's hand: cells that are as we wrote them look as they would now."""
        table, new = table_of(target), table_of(source)
        if table is None or new is None:
            return
        known = [page for side in self.move.bench.known for page in side.pages.get(self.slide, ())]
        slide = self.move.bench.before.now.slide(self.slide)
        said = slide.slot(slot) if slide is not None else None
        block = said.block if said is not None else None
        was, now = ([line for page in pages for line in lines_of(page, slot, block)] for pages in (known, self.fresh))
        tables = tables_on(known, slot)
        restyle(table, tables, new)
        redress(table, Changed.between(was, now))
        if self.move.bench.hand.doubts(target):
            give_margins(table, tables)

    def _keep(self, patch: PagePatch, slot: str, target: Element) -> Keep:
        before, hand = self.move.bench.before, self.move.bench.hand
        where = (self.slide, slot)
        doubted = hand.doubts(target)
        slide = before.base.slide(self.slide)
        was = slide.slot(slot) if slide is not None else None
        if table_of(target) is not None and self._own_table(slot):
            return Keep.LOOKS
        if self.slide in before.marks.slides and holds_more(target, _ours(patch, slot)):
            return Keep.LOOKS
        anew = (
            patch.drawn_otherwise(slot) and not (was is not None and bears_own(patch.mine, was)) and where not in before.carried
        )
        parts = any(part[:2] == where for part in before.marks.parts)
        if (not (where in before.marks.slots or parts) or anew) and not doubted:
            return Keep.NOTHING
        styled = where in before.styled or doubted or parts or hand.restyled(patch.mine, patch.known, slot)
        return Keep.LOOKS if styled else Keep.PLACE


def _kept(move: Move, patch: PagePatch, slot: str, target: Element, source: Element, keep: Keep) -> Element:
    """A slot's shape that bears the owner's hand, as it stands afterwards; ours is what it stands on."""
    moved, page = patch.moved(slot), patch.mine
    read = page.shape(slot)
    box = page.box(read) if read is not None else None
    new = target
    if local(target) == local(source) == "sp" and all(child(item, "p:txBody") is not None for item in (target, source)):
        old = copy.deepcopy(target)
        new = patch.swap(target, source, slot)
        if keep is Keep.LOOKS:
            take_over(old, new, _ours(patch, slot), move.bench.hand.said)
        else:
            take_marks(old, new, _ours(patch, slot), move.bench.hand.said)
    elif keep is Keep.LOOKS or local(target) != local(source):
        patch.describe(new, source)
        if not moved:
            _stand(patch, slot, new, patch.fresh.box(source))
    else:
        old = copy.deepcopy(target)
        new = patch.swap(target, source, slot)
        take_marks(old, new, _ours(patch, slot), move.bench.hand.said)
    if moved and box is not None:
        write_box(new, move.resize.box(box))
    return new


def _stand(patch: PagePatch, slot: str, shape: Element, place: Box | None) -> None:
    """Where ours would stand; a table keeps its height, and its columns grow or shrink as its place does: where that is as wide
    as before, they stay as their owner has them."""
    if place is None:
        return
    own, table = extent(xfrm_of(shape)), table_of(shape) is not None
    known = [box.w for page in patch.known if (item := page.shape(slot)) is not None and (box := page.box(item)) is not None]
    if own and not known:  # a later page than we would write
        known = [own[2]]
    if table and not any(abs(wide - place.w) <= NEAR for wide in known):
        fit_columns(shape, place.w)
    write_box(shape, Box(place.x, place.y, place.w, own[3] if own and table else place.h))


def _say(shape: Element, words: Paragraphs) -> None:
    """A later page's own title in a shape that was written for the slide's; the page's counter, which is the last run, stays."""
    body = child(shape, "p:txBody")
    held = list(body.iterchildren(qn("a:p"))) if body is not None else []
    if body is None or not held or not words:
        return
    runs = list(held[-1].iterchildren(qn("a:r")))
    counter = runs[-1:] if runs and is_counter("".join(item.text or "" for item in runs[-1].iter(qn("a:t")))) else []
    new = [element_of(item) for item in words]
    new[-1].extend(counter)
    for item in held:
        body.remove(item)
    body.extend(new)


def _ours(patch: PagePatch, slot: str) -> list[Element]:
    return [item for item in (page.shape(slot) for page in patch.known) if item is not None]


def _furniture(move: Move, patch: PagePatch, kind: str) -> None:
    """Footer, date and number: the new layout's, and the owner's words where they wrote some."""
    name, page = f"furniture-{kind}", patch.mine
    target, source, read = patch.shape(name), patch.fresh.shape(name), page.shape(name)
    if target is None or read is None:
        return
    if source is None:
        ours = [item for pages in move.bench.known[0].pages.values() for item in pages]
        if page.reader.words(read) in [other.reader.words(item) for other in ours if (item := other.shape(name)) is not None]:
            patch.remove(target)
        elif (box := page.box(read)) is not None:
            # The owner's own words stay, where the new layout has no place for them.
            write_box(target, move.resize.box(box))
        return
    own = page.reader.words(read) != patch.fresh.reader.words(source) and kind != "sldNum"
    old = copy.deepcopy(target)
    new = patch.swap(target, source, name)
    ours, said = _ours(patch, name), move.bench.hand.said
    if own:
        take_over(old, new, ours, said)
    else:
        take_properties(properties_of(old), properties_of(new), ours, said)
        take_paint(old, new, ours)


__all__ = ["Keep", "SlideMove", "relook"]
