"""One slide of the owner's made to say what was merged: its slots, its footer, its notes, and its continuations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deck.drawing.names import Element, child, qn
from deck.drawing.sheet import placeholder_of, walk
from deck.layout.slides import of_parts
from deck.package import Relationship
from deck.package.names import REL
from deck.pptx.identity import PART_TAG, guid
from deck.presentation import Diagram, Map, Paragraph, Slide, Slot, Table, Text
from deck.refresh.bodies import WHOLE, Tells, WrittenParagraphs, patch_body
from deck.refresh.canon import canonical_slide
from deck.refresh.continued import element_of, recount
from deck.refresh.document import Document, Graft
from deck.refresh.pages import FURNITURE, Page, by_creation
from deck.refresh.plan import Continued
from deck.refresh.sequence import align
from deck.refresh.slots import Share, SlotPatch, keys_of, parts_on
from deck.refresh.stamp import release
from deck.refresh.tables import lines_for
from deck.refresh.words import canonical


@dataclass(frozen=True)
class KnownSlide:
    """A slide on all sides: the owner's pages, the newly written ones, and those that we would write of the base and of what the
    owner's says now."""

    mine: tuple[Page, ...]
    fresh: tuple[Page, ...]
    base: tuple[Page, ...]
    said: tuple[Page, ...]
    tells: Tells = WHOLE
    continued: Continued = field(default_factory=dict)
    """Titles of later pages that are not the first one's, as merged."""
    was_continued: Continued = field(default_factory=dict)
    """Likewise, as they are."""

    def generated(self, page: Page) -> list[Page]:
        return [item for side in (self.base, self.said) for item in side if item.piece.number == page.piece.number]


def patch_slide(graft: Graft, known: KnownSlide, now: Slide, base: Slide, merged: Slide, lang: str) -> list[Page]:
    """Patch the owner's pages. `now`: what they say, `base`: what the reader took the rest from, `merged`: what they shall say.
    Gives the slide's pages in order: the owner's, and of the newly written ones those to be brought in."""
    now, merged = canonical_slide(now, lang), canonical_slide(merged, lang)
    slots = {slot.id: slot.block for slot in now.slots}
    changed = {slot.id for slot in merged.slots if slots.get(slot.id) != slot.block}
    gone = [slot for slot in now.slots if merged.slot(slot.id) is None]
    pages = pages_for(known, now, merged, changed)
    if merged.kind != now.kind:
        _another_kind(graft, known, merged, gone, lang)
    elif changed or gone or len(pages) != len(known.mine):
        _slots(graft, known, now, base, merged, changed, gone, pages, lang)
    for page in known.mine:
        if page in pages:
            _recount(graft, page, (len(pages), len(known.fresh)), merged, lang)
    for page, fresh in zip(known.mine, known.fresh, strict=False):
        _furniture(graft, page, fresh, known.generated(page))
    if now.notes != merged.notes:
        _notes(graft, known, lang)
    return pages


def pages_for(known: KnownSlide, now: Slide, merged: Slide, changed: set[str]) -> list[Page]:
    """The pages that the slide shall have: the owner's way of splitting it holds, unless the new words need more or fewer slides
    than the old ones did."""
    mine, fresh, said = len(known.mine), len(known.fresh), len(known.said)
    if not changed or mine == fresh:
        return list(known.mine)
    if fresh == said and merged.kind == now.kind and _kept_whole(known, now, merged, changed):
        return list(known.mine)
    return [*known.mine[:fresh], *known.fresh[mine:]]


def _kept_whole(known: KnownSlide, now: Slide, merged: Slide, changed: set[str]) -> bool:
    """Whether each table and drawn block that changed has room where the owner has it: no more rows, and the same parts."""
    for slot in merged.slots:
        was = now.slot(slot.id)
        old = was.block if was is not None else None
        if (
            slot.id in changed
            and isinstance(slot.block, Table)
            and isinstance(old, Table)
            and len(slot.block.rows) > len(old.rows)
        ):
            return False
        if slot.id not in changed or not isinstance(slot.block, Diagram | Map):
            continue
        there = keys_of(known.fresh, slot.id)
        ever = there | keys_of(known.base, slot.id) | keys_of(known.said, slot.id)
        if parts_on(known.mine, slot.id, ever).keys() != there:
            return False
    return True


def _slots(
    graft: Graft,
    known: KnownSlide,
    now: Slide,
    base: Slide,
    merged: Slide,
    changed: set[str],
    gone: Sequence[Slot],
    pages: Sequence[Page],
    lang: str,
) -> None:
    split_anew = len(pages) != len(known.mine)
    held = len(known.fresh) != len(known.mine) and not split_anew
    # What each page gets is found out before any of them changes: words and rows go from one to another.
    shares = {
        (n, slot.id): _share(graft, known, slot, base.slot(slot.id), n, lang, held=held, changed=slot.id in changed)
        for n in range(min(len(known.mine), len(pages)))
        for slot in merged.slots
        if slot.id in changed or split_anew
    }
    for n, page in enumerate(known.mine):
        if n >= len(pages):
            _empty(graft, page, now)
            continue
        fresh = known.fresh[min(n, len(known.fresh) - 1)]
        patch = SlotPatch(
            graft, mine=page, fresh=fresh, known=known.generated(page), lang=lang, tells=known.tells, others=known.fresh
        )
        for slot in gone:
            shape = patch.here.get(guid(page.id, slot.id))
            if shape is not None:
                patch.remove(shape)
        for slot in merged.slots:
            old = now.slot(slot.id)
            if slot.id in changed or split_anew:
                was, rest = (item.block if item else None for item in (old, base.slot(slot.id)))
                if held and (page.shape(slot.id) is None):
                    continue
                if n and slot.role == "title" and slot.id in known.continued.get(page.id, {}):
                    words = known.continued[page.id][slot.id]
                    if words != known.was_continued.get(page.id, {}).get(slot.id):
                        own = tuple((item, element_of(item)) for item in words)
                        patch.patch(slot, was, rest, Share((), own))
                    continue
                if held and isinstance(slot.block, Diagram | Map):
                    patch.keep_group(slot.id, known.fresh)
                    continue
                patch.patch(slot, was, rest, shares[n, slot.id])
        for slot in merged.slots:
            if slot.id not in changed:
                patch.place(slot.id)
        if split_anew:
            count_pages(graft, page, fresh)


def _share(
    graft: Graft, known: KnownSlide, slot: Slot, base: Slot | None, n: int, lang: str, *, held: bool, changed: bool
) -> Share:
    """What a slot gets on the owner's page `n`."""
    block = slot.block
    pool = _pool(graft, known, slot, known.mine[n]) if changed else ()
    if isinstance(block, Table):
        rest = base.block if base is not None else None
        return Share(pool, None, lines_for(known.mine, known.fresh, slot.id, rest, block, n, held=held))
    words = _shares(known, slot, n, lang) if held and isinstance(block, Text) and slot.role != "title" else None
    return Share(pool, words)


def _pool(graft: Graft, known: KnownSlide, slot: Slot, page: Page) -> WrittenParagraphs:
    """The slot's paragraphs on all pages of the owner's, fit to stand on this one: links and pictures find what they lead to."""
    if len(known.mine) < 2 or not isinstance(slot.block, Text):
        return ()
    found: list[tuple[Paragraph, Element]] = []
    for other in known.mine:
        shape = other.shape(slot.id)
        for words, element in other.written(shape) if shape is not None else ():
            found.append((words, element if other is page else graft.document.carried(element, other.part, page.part)))
    return tuple(found)


def _shares(known: KnownSlide, slot: Slot, n: int, lang: str) -> WrittenParagraphs:
    """The new paragraphs of a slot that belong on the owner's page `n`: each where the one that it came from stands, new ones
    after the one before them."""
    mine = [
        (canonical(words, lang), k)
        for k, page in enumerate(known.mine)
        if (shape := page.shape(slot.id)) is not None
        for words, _xml in page.written(shape)
    ]
    fresh = [item for page in known.fresh if (shape := page.shape(slot.id)) is not None for item in page.written(shape)]
    found = align(
        [item for item, _k in mine], [canonical(item, lang) for item, _xml in fresh], lambda item: item, lambda item: item.text
    )
    place, shares = 0, []
    for j, item in enumerate(fresh):
        place = mine[found[j]][1] if j in found else place
        if place == n:
            shares.append(item)
    return tuple(shares)


def _another_kind(graft: Graft, known: KnownSlide, merged: Slide, gone: Sequence[Slot], lang: str) -> None:
    """The guidance tells the slide in another way now: another layout, all its shapes anew. Only where
    the owner had not touched it."""
    page, fresh, document = known.mine[0], known.fresh[0], graft.document
    patch = SlotPatch(graft, mine=page, fresh=fresh, known=known.generated(page), lang=lang, tells=known.tells)
    for slot in gone:
        shape = patch.here.get(guid(page.id, slot.id))
        if shape is not None:
            patch.remove(shape)
    for slot in merged.slots:
        target, source = patch.here.get(guid(page.id, slot.id)), fresh.shape(slot.id)
        if target is not None and source is not None:
            patch.swap(target, source, slot.id)
        elif source is not None:
            patch.insert(slot.id, source)
    for kind in FURNITURE:
        target, source = patch.here.get(guid(page.id, f"furniture-{kind}")), fresh.shape(f"furniture-{kind}")
        if target is not None:
            patch.remove(target)
        if source is not None:
            patch.insert(f"furniture-{kind}", source)
    layout = graft.source.one(fresh.part, "slideLayout") or ""
    relayout(document, page.part, graft.part(layout, "slideLayout"))


def relayout(document: Document, part: str, layout: str) -> None:
    """The slide stands on another layout."""
    rid = next((rel.id for rel in document.rels[part] if rel.kind == "slideLayout"), "rId1")
    rest = (rel for rel in document.rels[part] if rel.kind != "slideLayout")
    document.rels[part] = (Relationship(rid, f"{REL}/slideLayout", layout), *rest)


def _empty(graft: Graft, page: Page, now: Slide) -> None:
    """A continuation that is no longer needed: what the owner put there stays, on a slide of its own."""
    if not page.bears({slot.id: None for slot in now.slots}):
        return
    patch = SlotPatch(graft, mine=page, fresh=page, known=(), lang="")
    for slot in now.slots:
        shape = patch.here.get(guid(page.id, slot.id))
        if shape is not None and placeholder_of(shape) is None:
            patch.remove(shape)
    release(graft.document, page.part)


def _recount(graft: Graft, page: Page, counts: tuple[int, int], merged: Slide, lang: str) -> None:
    """Which of how many, in the tags and in the title: what stands on one page alone has no counter. `counts`: how many pages the
    slide has, and how many we would give it."""
    pages, ours = counts
    number, parts = page.piece.number, max(pages, page.piece.number)
    tags = graft.document.one(page.part, "tags")
    for item in graft.document.tree(tags) if tags is not None else ():
        if item.get("name") == PART_TAG and item.get("val") != f"{number}/{parts}":
            item.set("val", f"{number}/{parts}")
    title = next((slot.id for slot in merged.slots if slot.role == "title"), "title")
    shape = by_creation(graft.document.tree(page.part)).get(guid(page.id, title))
    known = {of_parts(n, most, lang) for most in (page.piece.parts, ours, pages) if most > 1 for n in range(1, most + 1)}
    recount(shape, known, of_parts(number, parts, lang) if pages > 1 else "", merged.title)


def count_pages(graft: Graft, page: Page, fresh: Page) -> None:
    """Which of how many: the tags say it anew."""
    document = graft.document
    mine = document.one(page.part, "tags")
    other = graft.source.one(fresh.part, "tags")
    if mine is None or other is None:
        return
    wanted = f"{fresh.piece.number}/{fresh.piece.parts}"
    for item in document.tree(mine):
        if item.get("name") == PART_TAG and item.get("val") != wanted:
            item.set("val", wanted)


def _furniture(graft: Graft, page: Page, fresh: Page, generated: Sequence[Page]) -> None:
    """Footer and date, where they say what we wrote."""
    for kind in ("ftr", "dt"):
        name = f"furniture-{kind}"
        shape, new = page.shape(name), fresh.shape(name)
        if shape is None or new is None:
            continue
        words = page.reader.words(shape)
        if words == fresh.reader.words(new) or words not in [
            g.reader.words(s) for g in generated if (s := g.shape(name)) is not None
        ]:
            continue
        patch = SlotPatch(graft, mine=page, fresh=fresh, known=generated, lang="")
        target = patch.here.get(guid(page.id, name))
        body = child(target, "p:txBody")
        if body is not None:
            paragraphs = [item for item, _xml in page.written(shape)]
            patch_body(body, list(zip(paragraphs, body.iterchildren(qn("a:p")), strict=False)), fresh.written(new), patch.adopt)


def notes_body(tree: Element) -> Element | None:
    """The text body of a notes page."""
    for shape in walk(child(tree, "p:cSld", "p:spTree")):
        ph = placeholder_of(shape)
        if ph is not None and ph.get("type") == "body":
            return child(shape, "p:txBody")
    return None


def _notes(graft: Graft, known: KnownSlide, lang: str) -> None:
    """The speaker notes, paragraph by paragraph."""
    from deck.pptx.reader import notes_of

    page, fresh, document = known.mine[0], known.fresh[0], graft.document
    mine, other = document.one(page.part, "notesSlide"), graft.source.one(fresh.part, "notesSlide")
    if other is None:
        return
    source = fresh.reader.sheet.sheets.root(other)
    body, new = (notes_body(document.tree(mine)) if mine else None), notes_body(source) if source is not None else None
    if mine is None:
        document.relate(page.part, f"{REL}/notesSlide", graft.part(other, "notesSlide"))
        return
    if body is None or new is None:
        return
    said = notes_of(page.reader.package, page.reader.sheet.sheets, page.part, lang, page.reader.ids)
    wanted = notes_of(fresh.reader.package, fresh.reader.sheet.sheets, fresh.part, lang, fresh.reader.ids)
    before = list(zip(said, body.iterchildren(qn("a:p")), strict=False)) if said else []
    if not said:
        for item in list(body.iterchildren(qn("a:p"))):
            body.remove(item)
    after = list(zip(wanted, new.iterchildren(qn("a:p")), strict=False))
    patch_body(body, before, after, lambda item: graft.shape(item, other, mine), (), lang, tells=known.tells)
