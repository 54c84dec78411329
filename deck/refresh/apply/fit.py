"""What follows from how the merged words are laid out: where they stand, and on how many pages. These steps come between a
plan's edits, which know nothing of layout."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from deck.diagnostics import Where
from deck.drawing.names import detach, qn
from deck.i18n import _
from deck.layout.slides import NO_BREAK, of_parts
from deck.pptx.identity import PART_TAG, guid
from deck.presentation import Block, Chart, Diagram, Map, Picture, QrCode, Slide, Slot, Table, Text
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.cells import give_margins, redress_row
from deck.refresh.apply.diagram import draw_parts
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.rows import lines_of, part_spans, table_of, tables_on
from deck.refresh.apply.sides import Way
from deck.refresh.apply.table import lay_rows, looks_changed, set_cells
from deck.refresh.apply.text import lay_text
from deck.refresh.apply.within import on_pages
from deck.refresh.continued import recount
from deck.refresh.document import Document
from deck.refresh.guard.looks import among, looks, shown
from deck.refresh.guard.missing import Missing
from deck.refresh.pages import Page, by_creation
from deck.refresh.plan import Edit, Relayout, ReplaceBlock, ReshapeDiagram, ReshapeTable, SetCaption, SetItem, SetNotes
from deck.refresh.stamp import release
from deck.refresh.touched import FEW_ROWS


@dataclass(frozen=True, kw_only=True)
class SpreadSlot:
    """A slot's words or rows onto the pages where they come to stand, before any of them changes or since others did."""

    slide: str
    slot: str


@dataclass(frozen=True, kw_only=True)
class DrawSlot:
    """What a drawn block shows of all its items together, and where each part stands, since some of them changed."""

    slide: str
    slot: str


@dataclass(frozen=True, kw_only=True)
class PlaceSlot:
    """A slot whose words stay, in the place that it has now; an owner's place is left alone."""

    slide: str
    slot: str


@dataclass(frozen=True, kw_only=True)
class RedrawSlot:
    """A drawn block that an earlier version drew, and that no hand has touched, as we would draw it today."""

    slide: str
    slot: str


@dataclass(frozen=True, kw_only=True)
class SetPages:
    """Pages that the slide needs beside those that it has, and those that it needs no more."""

    slide: str


@dataclass(frozen=True, kw_only=True)
class CountPages:
    """Which of how many each page is: in its tags and behind its title."""

    slide: str


Fit = SpreadSlot | DrawSlot | PlaceSlot | RedrawSlot | SetPages | CountPages
Step = Edit | Fit


def fitted(edits: Iterable[Edit], bench: Bench) -> Iterator[Step]:
    """A plan's edits with what layout adds: within a slide after its last edit, so that one that needs another number of
    pages gets them. Slides that no edit is about are only counted."""
    waiting = [slide.id for slide in bench.after.wanted.slides if slide.id in bench.mine]
    group: list[Edit] = []
    for edit in edits:
        slide = _slide_of(edit, waiting)
        if group and slide != _slide_of(group[0], waiting):
            yield from _within(group, bench)
            group = []
        if slide:
            group.append(edit)
        else:
            yield edit
    if group:
        yield from _within(group, bench)
    for slide in waiting:
        yield CountPages(slide=slide)


def _slide_of(edit: Edit, known: Iterable[str]) -> str:
    """The slide that an edit changes within; "" for one that comes or goes, and for the whole."""
    slide = getattr(edit, "slide", "")
    return slide if isinstance(slide, str) and slide in known else ""


def _within(edits: list[Edit], bench: Bench) -> Iterator[Step]:
    slide = _slide_of(edits[0], bench.mine)
    sides, parting = bench.sides(slide), bench.parting(slide)
    spread: set[str] = set()
    for edit in edits:
        slot = getattr(edit, "slot", "")
        own = sides.wanted.slot(slot)
        table = own is not None and isinstance(own.block, Table)
        if table and slot not in spread and not isinstance(edit, ReshapeTable | ReplaceBlock):
            # A row that grows may go to the next page, and columns are as wide as their words need.
            yield SpreadSlot(slide=slide, slot=slot)
        spread.add(slot)
        yield edit
    drawn = [edit.slot for edit in edits if isinstance(edit, SetItem | SetCaption | ReshapeDiagram)]
    yield from (DrawSlot(slide=slide, slot=slot) for slot in dict.fromkeys(drawn))
    if all(isinstance(edit, SetNotes) for edit in edits):
        return
    for slot in sides.wanted.slots:
        if slot.id not in sides.changed and not any(isinstance(edit, Relayout) for edit in edits):
            step = SpreadSlot if parting.way is Way.ANEW else PlaceSlot
            yield step(slide=slide, slot=slot.id)
        if (slide, slot.id) in bench.outdated and parting.way is not Way.OWNERS:
            yield RedrawSlot(slide=slide, slot=slot.id)
    if parting.way is Way.ANEW:
        yield SetPages(slide=slide)


# --- applied ------------------------------------------------------------------------------------------------------------------


def spread_slot(step: SpreadSlot, bench: Bench) -> None:
    slot = bench.sides(step.slide).wanted.slot(step.slot)
    if slot is not None:
        SPREAD[type(slot.block)](bench, step.slide, step.slot)


def _place(bench: Bench, slide: str, slot: str) -> None:
    for patch in bench.pages(slide):
        patch.place(slot)


SPREAD: Mapping[type[Block], Callable[[Bench, str, str], None]] = {
    Text: lay_text,
    Table: lay_rows,
    Diagram: draw_parts,
    Map: draw_parts,
    QrCode: draw_parts,
    Chart: _place,
    Picture: _place,
}
"""Each kind of block → how it comes to stand on the pages that its slide has."""


def draw_slot(step: DrawSlot, bench: Bench) -> None:
    draw_parts(bench, step.slide, step.slot)


def place_slot(step: PlaceSlot, bench: Bench) -> None:
    _place(bench, step.slide, step.slot)


def redraw_slot(step: RedrawSlot, bench: Bench) -> None:
    on_pages(bench, step.slide, step.slot, lambda _n, _patch, _target, _source: False)


def set_pages(step: SetPages, bench: Bench) -> None:
    sides, parting = bench.sides(step.slide), bench.parting(step.slide)
    for patch in bench.pages(step.slide):
        count_page(bench.document, patch.mine.part, patch.fresh.piece.number, patch.fresh.piece.parts)
    if bench.look is not bench.before.look:
        # In another look the witness cannot tell measures that its owner gave from those that we did.
        _tell_measures(bench, parting.spare, sides.base)
    bench.loose[step.slide] = [page.part for page in parting.spare if _empty(bench, page, sides.now)]
    more = [_bring(bench, page, sides.wanted) for page in parting.more]
    bench.parts[step.slide] = [*(page.part for page in parting.stay), *more]
    bench.sections |= dict.fromkeys(more, sides.wanted.section)


def _tell_measures(bench: Bench, spare: Iterable[Page], ours: Iterable[Page]) -> None:
    """Columns' widths and rows' heights that go with pages that the slide needs no more, where they were their owner's."""
    known = {item for page in ours for item in looks(page.reader.sheet.root)}
    for page in spare:
        own = sorted(item for item in looks(page.reader.sheet.root) if item.kind in MEASURES and not among(item, known))
        for kind in MEASURES:
            lost = [shown(item) for item in own if item.kind == kind]
            # A program that works heights out anew does so for all.
            if 0 < len(lost) <= FEW_ROWS:
                what = Missing(kind, page.piece.slide, ", ".join(lost)).words
                text = _("a page of the slide is no longer needed, and with it went of yours: {what}").format(what=what)
                where = Where(bench.before.name, slide_id=page.piece.slide)
                hint = _("give it to the page that the rows stand on now, if you want it there")
                bench.problems.warning("went-along", text, where, hint)


MEASURES = ("width", "height")


def _bring(bench: Bench, page: Page, slide: Slide) -> str:
    """A page that the slide needs more than before; rows that the owner's tables lose to it keep their XML."""
    part = bench.bring(page.part)
    for slot in slide.slots:
        if isinstance(slot.block, Table):
            _carry_rows(bench, slide.id, page, part, slot)
    return part


def _carry_rows(bench: Bench, slide: str, fresh: Page, part: str, slot: Slot) -> None:
    """A newly written table, brought into the document as `part`, gets the owner's own rows where it has the same."""
    kept = bench.rows(slide, slot.id)
    shape = by_creation(bench.document.tree(part)).get(guid(fresh.id, slot.id))
    table = table_of(shape) if shape is not None else None
    rows = list(table.iterchildren(qn("a:tr"))) if table is not None else []
    looks = looks_changed(bench.sides(slide), slot.id)
    for n, (line, element) in enumerate(zip(lines_of(fresh, slot.id, slot.block), rows, strict=False)):
        own = kept.get(line.row.id)
        if own is None or len(own.row.cells) != len(line.row.cells):
            continue
        copied = bench.document.carried(own.element, own.page.part, part)
        set_cells(bench.graft, part, replace(own, element=copied), line, fresh.reader.lang, bench.hand.tells)
        if looks is not None:
            redress_row(copied, looks, heading=not n)
        element.addprevious(copied)
        detach(element)
    if table is not None:
        part_spans(table)
        if shape is not None and bench.hand.doubts(shape):
            give_margins(table, tables_on(bench.sides(slide).base, slot.id))


def _empty(bench: Bench, page: Page, now: Slide) -> bool:
    """A page that is no longer needed goes; what the owner put there stays, on a slide of its own: whether there is such."""
    if not page.bears({slot.id: None for slot in now.slots}):
        return False
    patch = PagePatch(bench.graft, page, page, ())
    for slot in now.slots:
        shape = patch.shape(slot.id)
        # What it said stands on the pages before; its heading tells what the slide is.
        if shape is not None and slot.role != "title":
            patch.remove(shape)
    release(bench.document, page.part)
    return True


def count_pages(step: CountPages, bench: Bench) -> None:
    """What stands on one page alone has no counter."""
    slide = bench.after.wanted.slide(step.slide)
    pages = [page for page in bench.mine.get(step.slide, ()) if page.part in bench.parts.get(step.slide, ())]
    if slide is None:
        return
    count, ours = len(bench.parts[step.slide]), len(bench.fresh.pages[step.slide])
    title = next((slot.id for slot in slide.slots if slot.role == "title"), "title")
    for page in pages:
        number, parts = page.piece.number, max(count, page.piece.number)
        count_page(bench.document, page.part, number, parts)
        shape = by_creation(bench.document.tree(page.part)).get(guid(page.id, title))
        most = {item for item in (page.piece.parts, ours, count) if item > 1}
        known = {of_parts(n, item, bench.lang) for item in most for n in range(1, item + 1)}
        # Earlier versions joined it with ordinary spaces.
        known |= {item.replace(NO_BREAK, " ") for item in known} | {f" {item[1:]}" for item in known}
        counter = of_parts(number, parts, bench.lang) if count > 1 else ""
        recount(shape, known, counter, slide.title, had=_had(bench, page, title, known))


def _had(bench: Bench, page: Page, title: str, known: Collection[str]) -> bool:
    """Whether the page's title had a counter when it came."""
    root = bench.document.came(page.part)
    shape = by_creation(root).get(guid(page.id, title)) if root is not None else None
    said = "".join(item.text or "" for item in shape.iter(qn("a:t"))) if shape is not None else ""
    return any(counter and said.endswith(counter) for counter in known)


def count_page(document: Document, part: str, number: int, parts: int) -> None:
    """The slide's tag that says which of how many it is; one that is alone needs none."""
    tags, said = document.one(part, "tags"), f"{number}/{parts}"
    if tags is None:
        return
    found = [item for item in document.tree(tags) if item.get("name") == PART_TAG]
    for item in found:
        if item.get("val") != said:
            item.set("val", said)
    if not found and parts > 1:
        etree.SubElement(document.tree(tags), qn("p:tag"), {"name": PART_TAG, "val": said})


__all__ = [
    "CountPages",
    "DrawSlot",
    "Fit",
    "PlaceSlot",
    "RedrawSlot",
    "SetPages",
    "SpreadSlot",
    "Step",
    "count_page",
    "count_pages",
    "draw_slot",
    "fitted",
    "place_slot",
    "redraw_slot",
    "set_pages",
    "spread_slot",
]
