"""Slides that come, go, or become their owner's; and those that stand on another kind's layout."""

from __future__ import annotations

import copy

from deck.drawing.names import Element, attributes, child, qn
from deck.drawing.sheet import properties_of
from deck.package import Relationship
from deck.package.names import REL
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.page import PagePatch
from deck.refresh.document import Document
from deck.refresh.pages import FURNITURE
from deck.refresh.plan import AddSlide, DropSlide, Relayout, ReleaseSlide
from deck.refresh.stamp import release
from deck.refresh.takeover import take_over, take_paint, take_properties
from deck.refresh.transform import write_box


def add_slide(edit: AddSlide, bench: Bench) -> None:
    """The slide as newly written, on as many pages as it takes."""
    slide = edit.slide.id
    bench.parts[slide] = [bench.bring(page.part) for page in bench.fresh.pages[slide]]
    bench.sections |= dict.fromkeys(bench.parts[slide], edit.slide.section)


def drop_slide(edit: DropSlide, bench: Bench) -> None:
    """All pages of it."""
    bench.parts[edit.slide] = []


def release_slide(edit: ReleaseSlide, bench: Bench) -> None:
    """The slide stays as it is, without our ids."""
    for part in bench.parts.get(edit.slide, ()):
        release(bench.document, part)


def relayout(edit: Relayout, bench: Bench) -> None:
    """The slide on the layout of its new kind, with that layout's furniture; slots that stay under their name stand as
    newly written, for only where the owner had not touched it is the guidance's way of telling it taken."""
    for patch in bench.pages(edit.slide):
        for slot in bench.sides(edit.slide).wanted.slots:
            target, source = patch.shape(slot.id), patch.fresh.shape(slot.id)
            if target is not None and source is not None:
                patch.swap(target, source, slot.id)
        for kind in FURNITURE:
            _furniture(patch, kind, bench.hand.said)
        layout = bench.graft.source.one(patch.fresh.part, "slideLayout") or ""
        set_layout(bench.document, patch.mine.part, bench.graft.part(layout, "slideLayout"))


def _furniture(patch: PagePatch, kind: str, said: tuple[str, ...]) -> None:
    """Footer, date or number on the new layout; the owner's words and colours stay."""
    name = f"furniture-{kind}"
    target, source = patch.shape(name), patch.fresh.shape(name)
    known = [(page, item) for page in patch.known if (item := page.shape(name)) is not None]
    if source is None:
        if target is not None and known:
            patch.remove(target)
        elif target is not None and (box := patch.mine.box(target)) is not None:
            # What its owner put there stands where it stood, though the layout that gave its place is another.
            write_box(target, box)
        return
    if target is None:
        # What was there, and is not, its owner took away.
        if not known:
            patch.insert(source)
        return
    words = patch.mine.reader.words(target)
    own = kind != "sldNum" and words not in [page.reader.words(item) for page, item in known]
    old, ours = copy.deepcopy(target), [item for _page, item in known]
    new = patch.swap(target, source, name)
    if own:
        take_over(old, new, ours, said)
    else:
        take_properties(properties_of(old), properties_of(new), ours, said)
        take_paint(old, new, ours)


def set_layout(document: Document, part: str, layout: str) -> None:
    """The slide stands on another layout (the one relationship that says so, 13.3.8), and takes its colour map where it had its
    old one's."""
    _remap(document, part, document.one(part, "slideLayout"), layout)
    rid = next((rel.id for rel in document.rels[part] if rel.kind == "slideLayout"), "rId1")
    rest = (rel for rel in document.rels[part] if rel.kind != "slideLayout")
    document.rels[part] = (Relationship(rid, f"{REL}/slideLayout", layout), *rest)


def _remap(document: Document, part: str, before: str | None, after: str) -> None:
    """A dark layout's slides are dark by a map of their own (deck/pptx/writer.py): the owner's own choice stays."""
    holder = child(document.tree(part), "p:clrMapOvr")
    old, new = (_mapping(document, layout) for layout in (before, after))
    if holder is None or old == new or (_told(holder) or None) != old:
        return
    for item in list(holder):
        holder.remove(item)
    holder.append(holder.makeelement(qn("a:overrideClrMapping"), new) if new else holder.makeelement(qn("a:masterClrMapping")))


def _mapping(document: Document, layout: str | None) -> dict[str, str] | None:
    holder = child(document.read_tree(layout), "p:clrMapOvr") if layout else None
    return (_told(holder) or None) if holder is not None else None


def _told(holder: Element) -> dict[str, str]:
    override = child(holder, "a:overrideClrMapping")
    return attributes(override) if override is not None else {}


__all__ = ["add_slide", "drop_slide", "relayout", "release_slide", "set_layout"]
