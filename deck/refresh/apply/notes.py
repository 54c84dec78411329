"""The speaker notes, paragraph by paragraph."""

from __future__ import annotations

from deck.drawing.names import Element, child, qn
from deck.drawing.sheet import placeholder_of, walk
from deck.package.names import REL
from deck.pptx.reader import notes_of
from deck.presentation import Paragraph
from deck.refresh.apply.bench import Bench
from deck.refresh.bodies import patch_body
from deck.refresh.pages import Page
from deck.refresh.plan import SetNotes


def set_notes(edit: SetNotes, bench: Bench) -> None:
    """A slide without a notes page gets the newly written one."""
    sides, document, graft = bench.sides(edit.slide), bench.document, bench.graft
    page, fresh = sides.mine[0], sides.fresh[0]
    mine, other = document.one(page.part, "notesSlide"), graft.source.one(fresh.part, "notesSlide")
    if other is None:
        return
    if mine is None:
        document.relate(page.part, f"{REL}/notesSlide", graft.part(other, "notesSlide"))
        return
    source = fresh.reader.sheet.sheets.root(other)
    body, new = notes_body(document.tree(mine)), notes_body(source) if source is not None else None
    if body is None or new is None:
        return
    said = _said(page)
    before = list(zip(said, body.iterchildren(qn("a:p")), strict=False))
    if not said:
        for item in list(body.iterchildren(qn("a:p"))):
            body.remove(item)
    after = list(zip(_said(fresh), new.iterchildren(qn("a:p")), strict=False))
    patch_body(body, before, after, lambda item: graft.shape(item, other, mine), (), bench.lang, tells=bench.hand.tells)


def _said(page: Page) -> tuple[Paragraph, ...]:
    reader = page.reader
    return tuple(notes_of(reader.package, reader.sheet.sheets, page.part, reader.lang, reader.ids))


def notes_body(tree: Element) -> Element | None:
    """The text body of a notes page."""
    for shape in walk(child(tree, "p:cSld", "p:spTree")):
        ph = placeholder_of(shape)
        if ph is not None and ph.get("type") == "body":
            return child(shape, "p:txBody")
    return None


__all__ = ["notes_body", "set_notes"]
