"""An edited deck moved into another look, own slides included: each of our slides as it would be written in the new template,
with the owner's hand on it kept; each of the owner's on the nearest layout."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from deck.diagnostics import Diagnostic, Diagnostics, Where
from deck.drawing.names import Element, attributes, child, detach, local, qn, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import contents, placeholder_of, properties_of
from deck.geometry import Box
from deck.i18n import _
from deck.pptx.identity import guid
from deck.pptx.reader import SlideReader, creation_of
from deck.refresh.document import Graft
from deck.refresh.masters import bring_masters, drop_masters, masters_of
from deck.refresh.pages import FURNITURE, Page
from deck.refresh.patch import Written, arrange, bring, names_of, shown_order, written
from deck.refresh.relay import Standing, layout_like, settle, write_box
from deck.refresh.resize import Resize, fit_columns
from deck.refresh.slides import count_pages, relayout
from deck.refresh.slots import SlotPatch
from deck.refresh.touched import more_varied, near, restyled
from deck.template.model import Template

if TYPE_CHECKING:
    from deck.refresh.refresh import KnownDeck, Planned


@dataclass(frozen=True)
class Rebranded:
    """`fresh`: what the deck says as we would write it in the new look; `layouts`: part of a layout
    there → its name in the document."""

    fresh: Written
    layouts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]


def rebrand(known: KnownDeck, planned: Planned, after: Template) -> Rebranded:
    """Move the deck's document into `after`."""
    return _Rebrand(known, planned, after).done()


_PAINT = frozenset({"solidFill", "gradFill", "blipFill", "pattFill", "ln", "effectLst", "effectDag"})


class _Rebrand:
    def __init__(self, known: KnownDeck, planned: Planned, after: Template) -> None:
        self.deck, self.base, self.before, self.after = known.found.deck, planned.base, known.look, after
        self.looks, self.name, self.made_in = known.looks, known.name, known.made_in or known.look
        self.problems = Diagnostics()
        self.mine, self.now, self.order, self.own = planned.mine, planned.now, planned.order, planned.own
        self.sides = (known.generated, planned.said)
        self.fresh = written(self.now, after)
        self.slides, self.slots = planned.marks.slides, planned.marks.slots
        self.told = {(item.slide, item.where) for item in planned.told if item.what not in ("place", "order")}
        self.resize = Resize.between(self.before.size, after.size)
        self.document = known.document
        self.graft = Graft(
            self.document, self.fresh.package, names_of(self.document, self.mine, self.fresh), ("notesMaster", "tableStyles")
        )
        self.layouts = {layout.part: layout for layout in self.before.layouts}

    def done(self) -> Rebranded:
        old = masters_of(self.document)
        bring_masters(self.graft)
        parts: dict[str, list[str]] = {key: [part] for part, key in self.own.items()}
        for slide, pages in self.mine.items():
            parts[slide] = self._slide(slide, pages)
        for part in self.own:
            self._own(part)
        shown = shown_order([parts[key] for key in self.order], [piece.part for piece in self.deck.slides])
        arrange(self.document, self.deck, self.now, shown, {})
        drop_masters(self.document, old)
        for part in [part for group in parts.values() for part in group if part in self.document.parts]:
            self.document.tidy(part)
        slides = {page.part for pages in self.fresh.pages.values() for page in pages}
        names = {part: name for part, name in self.graft.names.items() if part not in slides}
        return Rebranded(self.fresh, names, tuple(self.problems))

    # --- slides of ours -------------------------------------------------------------------------------------------------------

    def _slide(self, slide: str, pages: Sequence[Page]) -> list[str]:
        """The parts that the slide has in the new look."""
        fresh = self.fresh.pages.get(slide, [])
        if not fresh:
            # The guidance's text is all gone from it: nothing of ours is left to write.
            for page in pages:
                self._own(page.part)
            return [page.part for page in pages]
        held = len(fresh) != len(pages) and (
            slide in self.slides or not self._plain(slide, pages) or any(map(self._untold_on, pages))
        )
        if held:
            self._tell(
                pages[0].part,
                _("the slide takes another number of pages in the new look, and has changes of yours: see that all fits"),
            )
        for n, page in enumerate(pages):
            if n < len(fresh) or held:
                self._page(slide, page, fresh[min(n, len(fresh) - 1)], held)
        if held or len(fresh) == len(pages):
            return [page.part for page in pages]
        for page, other in zip(pages, fresh, strict=False):
            count_pages(self.graft, page, other)
        return [page.part for page in pages[: len(fresh)]] + [bring(self.graft, page.part) for page in fresh[len(pages) :]]

    def _plain(self, slide: str, pages: Sequence[Page]) -> bool:
        """As many pages as we would write in the old look: the owner did not part them in another way."""
        return any(len(side.pages.get(slide, ())) == len(pages) for side in self.sides)

    def _known(self, slide: str, page: Page) -> list[Page]:
        return [item for side in self.sides for item in side.pages.get(slide, ()) if item.piece.number == page.piece.number]

    def _page(self, slide: str, page: Page, fresh: Page, held: bool) -> None:
        known = self._known(slide, page)
        patch = SlotPatch(self.graft, page, fresh, known, self.base.lang)
        said = self.now.slide(slide)
        names = {slot.id for slot in (said.slots if said else ())} | {
            slot.id for slot in getattr(self.base.slide(slide), "slots", ())
        }
        ours = {guid(page.id, name) for name in names} | {guid(page.id, f"furniture-{kind}") for kind in FURNITURE}
        foreign = [
            item
            for item in contents(child(patch.tree, "p:cSld", "p:spTree"))
            if (mark := creation_of(item)) not in ours or not mark
        ]
        standing = self._standing(page, [item for item in foreign if placeholder_of(item) is not None])
        for name in sorted(names):
            target, source = patch.here.get(guid(page.id, name)), fresh.shape(name)
            if target is None:
                continue
            if source is None:
                self.resize.whole(target)
            elif patch.drawn_otherwise(name) and not self._untold(target):
                patch.swap(target, source, name)
            elif held or (slide, name) in self.slots or self._untold(target):
                told = (slide, name) in self.told
                styled = told or (
                    restyled(page, known, name) if self.looks else self._untold(target) or more_varied(page, known, name)
                )
                self._keep(patch, name, target, source, styled, held)
            else:
                patch.swap(target, source, name)
        for kind in FURNITURE:
            self._furniture(patch, page, fresh, kind)
        layout = self.graft.source.one(fresh.part, "slideLayout") or ""
        drawn = next(item for item in self.after.layouts if item.part == layout)
        taken = {whole(ph.get("idx")) for item in fresh.reader.shapes if (ph := placeholder_of(item)) is not None}
        free = replace(drawn, placeholders=tuple(item for item in drawn.placeholders if item.idx not in taken), furniture=())
        for item in foreign:
            if placeholder_of(item) is None:
                self.resize.whole(item)
        settle(standing, free, self.after.size)
        relayout(self.document, page.part, self.graft.part(layout, "slideLayout"))

    def _untold_on(self, page: Page) -> bool:
        return any(self._untold(shape) for shape in contents(page.reader.sheet.tree))

    def _untold(self, target: Element) -> bool:
        """A program rewrote the looks of tables and charts, so that the owner's cannot be told from ours: all are kept."""
        return not self.looks and local(target) == "graphicFrame"

    def _keep(self, patch: SlotPatch, slot: str, target: Element, source: Element, styled: bool, held: bool) -> None:
        """A slot's shape that bears the owner's hand: its words with their looks, its fill, its place;
        ours is what it stands on."""
        moved = patch.moved(slot)
        page = patch.mine
        read = page.shape(slot)
        box = page.box(read) if read is not None else None
        if (
            local(target) == local(source) == "sp"
            and child(target, "p:txBody") is not None
            and child(source, "p:txBody") is not None
        ):
            old = copy.deepcopy(target)
            patch.swap(target, source, slot)
            new = patch.here[guid(page.id, slot)]
            if styled or held:
                ours = [item for item in (other.shape(slot) for other in patch.known) if item is not None]
                _take_over(old, new, ours, named=self.looks)
        elif styled or held or local(target) != local(source):
            new = target
            place = patch.fresh.box(source)
            patch.describe(new, source)
            if not moved and place is not None:
                own = extent(xfrm_of(new))
                table = next(new.iter(qn("a:tbl")), None) is not None
                height = own[3] if own and table else place.h
                if table:
                    fit_columns(new, place.w)
                write_box(new, Box(place.x, place.y, place.w, height))
        else:
            patch.swap(target, source, slot)
            new = patch.here[guid(page.id, slot)]
        if moved and box is not None:
            write_box(new, self.resize.box(box))

    def _furniture(self, patch: SlotPatch, page: Page, fresh: Page, kind: str) -> None:
        """Footer, date and number: the new layout's, and the owner's words where they wrote some."""
        name = f"furniture-{kind}"
        target, source = patch.here.get(guid(page.id, name)), fresh.shape(name)
        read = page.shape(name)
        if target is None or read is None:
            return
        if source is None:
            ours = [item for side in self.sides[:1] for pages in side.pages.values() for item in pages]
            if page.reader.words(read) in [other.reader.words(item) for other in ours if (item := other.shape(name)) is not None]:
                patch.remove(target)
            elif (box := page.box(read)) is not None:
                # The owner's own words stay, where the new layout has no place for them.
                write_box(target, self.resize.box(box))
            return
        own = page.reader.words(read) != fresh.reader.words(source) and kind != "sldNum"
        old = copy.deepcopy(target)
        patch.swap(target, source, name)
        new = patch.here[guid(page.id, name)]
        ours = [item for item in (other.shape(name) for other in patch.known) if item is not None]
        if own:
            _take_over(old, new, ours, named=self.looks)
        else:
            _take_properties(properties_of(old), properties_of(new), ours, named=self.looks)
            _take_paint(old, new, ours)

    # --- slides of the owner's ------------------------------------------------------------------------------------------------

    def _own(self, part: str) -> None:
        """The nearest layout; what stands free keeps its place."""
        page = self._reading(part)
        tree = self.document.tree(part)
        shapes = list(contents(child(tree, "p:cSld", "p:spTree")))
        standing = self._standing(page, [item for item in shapes if placeholder_of(item) is not None])
        filled = [item for item in standing if item.kind not in FURNITURE and not item.empty]
        old = self.layouts.get(self.deck.package.one(part, "slideLayout") or "") if self.made_in is self.before else None
        if old is None and self.made_in is not self.before:
            # What a program made of the layouts says nothing of those that they were: places tell.
            old = layout_like(None, filled, self.made_in, self.made_in)
        layout = layout_like(old, filled, self.made_in, self.after)
        for item in shapes:
            if placeholder_of(item) is None:
                self.resize.whole(item)
        for item in settle(standing, layout, self.after.size):
            props = properties_of(item.shape)
            text = _("“{shape}” has no counterpart in the new template's layout “{layout}”, and stays where it was")
            self._tell(part, text.format(shape=props.get("name", "") if props is not None else "", layout=layout.name))
        relayout(self.document, part, self.graft.part(layout.part, "slideLayout"))

    def _reading(self, part: str) -> Page:
        piece = next(item for item in self.deck.slides if item.part == part)
        return Page(SlideReader(self.deck.package, self.deck.sheets.sheet(part), "", self.base.lang, {}), piece)

    def _standing(self, page: Page, shapes: Sequence[Element]) -> list[Standing]:
        """Placeholders with the boxes that they have, in the new slide's measure."""
        found: list[Standing] = []
        for shape in shapes:
            ph = placeholder_of(shape)
            if ph is None:
                continue
            box = page.box(shape)
            above = page.reader.sheet.inherited(ph.get("type", "obj"), whole(ph.get("idx")))
            default = next((place for item in above if (place := extent(xfrm_of(item)))), None)
            own = extent(xfrm_of(shape))
            moved = own is not None and (default is None or not near(Box(*own), Box(*default)))
            found.append(Standing(shape, ph.get("type", "obj"), self.resize.box(box) if box else None, moved))
            self.resize.place(shape)
        return found

    def _tell(self, part: str, message: str) -> None:
        number = next((n for n, piece in enumerate(self.deck.slides, 1) if piece.part == part), 0)
        self.problems.info("new-look", message, Where(self.name, part=part, slide=number))


def _take_over(old: Element, new: Element, ours: Sequence[Element], *, named: bool) -> None:
    """What the owner wrote and how it looks, into the shape that takes the old one's place. `ours`: the shape as we wrote it.
    `named`: the names in the file are its owner's or ours, none of a program."""
    _take_properties(properties_of(old), properties_of(new), ours, named=named)
    _take_frame(old, new, ours)
    body, other = child(old, "p:txBody"), child(new, "p:txBody")
    if body is not None and other is not None:
        for item in list(other.iterchildren(qn("a:p"))):
            other.remove(item)
        for item in list(body.iterchildren(qn("a:p"))):
            other.append(item)
    _take_paint(old, new, ours)


def _take_paint(old: Element, new: Element, ours: Sequence[Element]) -> None:
    """Fill, line and effects, where they are not as we wrote them."""
    was, now = child(old, "p:spPr"), child(new, "p:spPr")
    if was is None or now is None:
        return
    painted = [item for item in was if local(item) in _PAINT]
    holders = [item for shape in ours if (item := child(shape, "p:spPr")) is not None]
    written = {etree.tostring(item, method="c14n") for holder in holders for item in holder if local(item) in _PAINT}
    if painted and not {etree.tostring(item, method="c14n") for item in painted} <= written:
        for item in [item for item in now if local(item) not in ("xfrm", "prstGeom", "custGeom")]:
            now.remove(item)
        for item in [item for item in was if local(item) not in ("xfrm", "prstGeom", "custGeom", "extLst")]:
            now.append(copy.deepcopy(item))


def _take_properties(old: Element | None, new: Element | None, ours: Sequence[Element], *, named: bool) -> None:
    """Name, tooltip, alternative text, hidden or not, and what a click does (20.1.2.2.8), where they are not as we wrote them."""
    if old is None or new is None:
        return
    known = [item for shape in ours if (item := properties_of(shape)) is not None]
    for name in ("name", "descr", "title", "hidden") if named else ("descr", "title", "hidden"):
        value = old.get(name)
        if value is not None and value not in [item.get(name) for item in known]:
            new.set(name, value)
    for tag in ("a:hlinkClick", "a:hlinkHover"):
        click = child(old, tag)
        if click is not None:
            for item in new.findall(qn(tag)):
                new.remove(item)
            new.insert(int(tag == "a:hlinkHover" and child(new, "a:hlinkClick") is not None), copy.deepcopy(click))


def _take_frame(old: Element, new: Element, ours: Sequence[Element]) -> None:
    """Columns, direction, insets and anchor of a text, and its list style, where they are not as we wrote them (21.1.2.1.1)."""
    for tag in ("a:bodyPr", "a:lstStyle"):
        was, now = child(old, "p:txBody", tag), child(new, "p:txBody", tag)
        if was is None or now is None:
            continue
        known = [item for shape in ours if (item := child(shape, "p:txBody", tag)) is not None]
        for name, value in attributes(was).items():
            if value not in [item.get(name) for item in known] and name not in ("rtlCol",):
                now.set(name, value)
        if tag == "a:lstStyle" and len(was) and etree.tostring(was) not in [etree.tostring(item) for item in known]:
            now.addprevious(copy.deepcopy(was))
            detach(now)


__all__ = ["Rebranded", "rebrand"]
