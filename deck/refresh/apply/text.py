"""A text slot's paragraphs, on all pages that it stands on."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace

from deck.drawing.names import Element, child
from deck.pptx.pages import is_counter, without_counter
from deck.presentation import ON_EACH_PAGE, Paragraph, Text
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.sides import Sides, Way
from deck.refresh.apply.within import on_pages
from deck.refresh.bodies import WrittenParagraphs, bare_frame, patch_body
from deck.refresh.continued import element_of
from deck.refresh.pages import Page
from deck.refresh.plan import Paragraphs, SetText
from deck.refresh.sequence import align
from deck.refresh.words import canonical

FRAMES = ("a:lstStyle", "a:bodyPr")


def set_text(edit: SetText, bench: Bench) -> None:
    """Paragraphs that stay keep their XML, changed ones the owner's looks word by word (deck/refresh/bodies.py)."""
    slide, _mark, later = edit.slide.partition("#")
    if later:
        _set_later(edit, bench, slide)
    else:
        lay_text(bench, slide, edit.slot)


def lay_text(bench: Bench, slide: str, slot: str) -> None:
    """The slot's words on each page of the slide, as newly written or, where its owner parts them in another way, as they
    do. What each page gets is found out before any of them changes, for words go from one to another."""
    sides, parting = bench.sides(slide), bench.parting(slide)
    pools = [_pool(bench, sides, slot, page) for page in parting.stay]
    shares: Sequence[WrittenParagraphs | None] = [None] * len(parting.stay)
    wanted = sides.wanted.slot(slot)
    if parting.way is Way.OWNERS and wanted is not None and wanted.role not in ON_EACH_PAGE:
        shares = [_share(sides, slot, n, bench.lang) for n in range(len(parting.stay))]

    def within(n: int, patch: PagePatch, target: Element, source: Element) -> bool:
        if n and slot in bench.after.continued.get(patch.mine.id, {}):
            # What a later page says on its own is an edit of its own.
            return True
        words = shares[n]
        return _words(bench, patch, target, source, slot, patch.fresh.written(source) if words is None else words, pools[n])

    on_pages(bench, slide, slot, within)


def _set_later(edit: SetText, bench: Bench, slide: str) -> None:
    """A title on one later page; its counter stays."""
    for patch in bench.pages(slide):
        target, source = patch.shape(edit.slot), patch.fresh.shape(edit.slot)
        if patch.mine.id == edit.slide and target is not None and source is not None:
            piece = patch.mine.piece
            words = with_counter(edit.after, patch.mine.reader.paragraphs(target), piece.number, piece.parts)
            _words(bench, patch, target, source, edit.slot, tuple((item, element_of(item)) for item in words), ())


def with_counter(words: Paragraphs, said: Paragraphs, number: int, parts: int) -> Paragraphs:
    """Words, with the counter (" (2 av 3)") that stands in what page `number` of `parts` says now."""
    whole, bare = Text(said).text, without_counter(Text(said), number, parts).text
    size = len(whole) - len(bare)
    cuts = (whole[n : n + size] for n in range(len(bare) + 1) if whole[:n] + whole[n + size :] == bare)
    counter = next((cut for cut in cuts if is_counter(cut)), "")
    if not counter or not words or not words[-1].runs:
        return words
    *before, last = words
    run = last.runs[-1]
    return (*before, replace(last, runs=(*last.runs[:-1], replace(run, text=run.text + counter))))


def _words(
    bench: Bench, patch: PagePatch, target: Element, source: Element, slot: str, words: WrittenParagraphs, pool: WrittenParagraphs
) -> bool:
    """A shape's paragraphs, and its body's frame. False where one of the two holds no text."""
    body, new = child(target, "p:txBody"), child(source, "p:txBody")
    if body is None or new is None:
        return False
    mine = patch.mine.written(target)
    patch_body(body, mine, words, patch.adopt, pool, bench.lang, tells=bench.hand.tells, ours=_bodies(patch, slot))
    frame_body(patch, body, new, slot)
    return True


def _bodies(patch: PagePatch, slot: str) -> list[Element]:
    """The slot's bodies as we wrote them."""
    shapes = [item for page in patch.known if (item := page.shape(slot)) is not None]
    return [held for item in shapes if (held := child(item, "p:txBody")) is not None]


def frame_body(patch: PagePatch, body: Element, new: Element, slot: str) -> None:
    """List style and body properties, where they are as we wrote them: the new text may need another size."""
    bodies = _bodies(patch, slot)
    for name in FRAMES:
        own, fresh = child(body, name), child(new, name)
        if own is None or fresh is None:
            continue
        if bare_frame(own) in [bare_frame(item) for held in bodies if (item := child(held, name)) is not None]:
            body.replace(own, copy.deepcopy(fresh))


def _pool(bench: Bench, sides: Sides, slot: str, page: Page) -> WrittenParagraphs:
    """The slot's paragraphs on all pages of the owner's, fit to stand on this one: links and pictures find what they lead
    to."""
    if len(sides.mine) < 2:
        return ()
    found: list[tuple[Paragraph, Element]] = []
    for other in sides.mine:
        shape = other.shape(slot)
        for words, element in other.written(shape) if shape is not None else ():
            held = element if other is page else bench.document.carried(element, other.part, page.part)
            found.append((words, held))
    return tuple(found)


def _share(sides: Sides, slot: str, n: int, lang: str) -> WrittenParagraphs:
    """The new paragraphs of a slot that belong on the owner's page `n`: each where the one that it came from stands, new
    ones after the one before them."""
    mine = [
        (canonical(words, lang), k)
        for k, page in enumerate(sides.mine)
        if (shape := page.shape(slot)) is not None
        for words, _xml in page.written(shape)
    ]
    fresh = [item for page in sides.fresh if (shape := page.shape(slot)) is not None for item in page.written(shape)]
    new = [canonical(item, lang) for item, _xml in fresh]
    found = align([item for item, _k in mine], new, lambda item: item, lambda item: item.text)
    place, shares = 0, []
    for j, item in enumerate(fresh):
        place = mine[found[j]][1] if j in found else place
        if place == n:
            shares.append(item)
    return tuple(shares)


__all__ = ["frame_body", "lay_text", "set_text", "with_counter"]
