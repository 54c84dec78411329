"""From what an owner's deck says to what it shall say, edit by edit. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from deck.presentation import Block, Cell, Chart, Diagram, Item, Map, Presentation, Row, Slide, Slot, Table, Text
from deck.refresh.merge.block import alike
from deck.refresh.merge.chart import doubled, points_of
from deck.refresh.merge.listed import told_apart
from deck.refresh.plan import (
    AddSlide,
    Continued,
    DropSlide,
    DropSlot,
    Edit,
    Mine,
    Relayout,
    ReleaseSlide,
    Relook,
    ReplaceBlock,
    ReshapeChart,
    ReshapeDiagram,
    ReshapeTable,
    SetAlt,
    SetCaption,
    SetCell,
    SetDeckTitle,
    SetFooter,
    SetItem,
    SetNotes,
    SetOrder,
    SetPoint,
    SetSection,
    SetText,
)
from deck.refresh.sequence import align

if TYPE_CHECKING:
    from deck.template.model import Template


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """What the deck shall say. `released`: slides that become the owner's own."""

    merged: Presentation
    order: tuple[str, ...]
    continued: Continued
    released: tuple[str, ...]


def edits_between(mine: Mine, wanted: Outlook, template: Template | None) -> tuple[Edit, ...]:
    """In the order to apply them in (deck/refresh/plan.py)."""
    return tuple(_edits(mine, wanted, template))


def _edits(mine: Mine, wanted: Outlook, template: Template | None) -> Iterator[Edit]:
    now, new = mine.presentation, wanted.merged
    if template is not None:
        yield Relook(template=template)
    gone = [slide for slide in now.slides if new.slide(slide.id) is None]
    for slide in gone:
        yield (ReleaseSlide if slide.id in wanted.released else DropSlide)(slide=slide.id, before=slide)
    for slide in new.slides:
        old = now.slide(slide.id)
        if old is None:
            yield AddSlide(slide=slide)
        else:
            yield from _slide(old, slide)
    yield from _pages(mine, wanted)
    dropped = {slide.id for slide in gone if slide.id not in wanted.released}
    before = tuple(key for key in mine.order if key not in dropped)
    if before != wanted.order:
        yield SetOrder(before=before, after=wanted.order)
    yield from _head(now, new)


def _head(now: Presentation, new: Presentation) -> Iterator[Edit]:
    """What is said of the whole."""
    sides = [{section.id: section for section in side.sections} for side in (now, new)]
    for name in dict.fromkeys([*sides[1], *sides[0]]):
        before, after = sides[0].get(name), sides[1].get(name)
        if before != after:
            yield SetSection(section=name, before=before, after=after)
    if now.title != new.title:
        yield SetDeckTitle(before=now.title, after=new.title)
    if now.footer != new.footer:
        yield SetFooter(before=now.footer, after=new.footer)


def _pages(mine: Mine, wanted: Outlook) -> Iterator[Edit]:
    """Words on later pages that do not follow the first page's."""
    for page, slots in sorted(mine.continued.items()):
        slide = wanted.merged.slide(page.partition("#")[0])
        for slot, before in sorted(slots.items()) if slide is not None else ():
            first = slide.slot(slot) if slide is not None else None
            follows = first.block.paragraphs if first is not None and isinstance(first.block, Text) else before
            after = wanted.continued.get(page, {}).get(slot, follows)
            if after != before:
                yield SetText(slide=page, slot=slot, before=before, after=after)


def _slide(now: Slide, new: Slide) -> Iterator[Edit]:
    if now.kind != new.kind:
        yield Relayout(slide=now.id, before=now.kind, after=new.kind)
    for slot in now.slots:
        if new.slot(slot.id) is None:
            yield DropSlot(slide=now.id, slot=slot.id, before=slot.block)
    for slot in new.slots:
        old = now.slot(slot.id)
        if old is None:
            yield ReplaceBlock(slide=now.id, slot=slot.id, role=slot.role, before=None, after=slot.block)
        elif old.block != slot.block:
            yield from _Edited(now.id, slot).block(old.block, slot.block)
    if now.notes != new.notes:
        yield SetNotes(slide=now.id, before=now.notes, after=new.notes)


@dataclass(frozen=True)
class _Edited:
    """A slot whose block changes."""

    slide: str
    slot: Slot

    def block(self, now: Block, new: Block) -> Iterator[Edit]:
        if isinstance(now, Text) and isinstance(new, Text):
            yield SetText(slide=self.slide, slot=self.slot.id, before=now.paragraphs, after=new.paragraphs)
            return
        if not alike(now, new) or _bare(now, new) != new:
            yield from self._parts(now, new)
        before, after = getattr(now, "alt", ""), getattr(new, "alt", "")
        if alike(now, new) and before != after and not self._replaced(now, new):
            yield SetAlt(slide=self.slide, slot=self.slot.id, before=before, after=after)

    def _parts(self, now: Block, new: Block) -> Iterator[Edit]:
        if self._replaced(now, new):
            yield ReplaceBlock(slide=self.slide, slot=self.slot.id, role=self.slot.role, before=now, after=new)
        elif isinstance(now, Table) and isinstance(new, Table):
            yield from self._table(replace(now, rows=told_apart(now.rows)), new)
        elif isinstance(now, Chart) and isinstance(new, Chart):
            yield from self._chart(now, new)
        elif isinstance(now, Diagram) and isinstance(new, Diagram):
            yield from self._diagram(replace(now, items=told_apart(now.items)), new)
            yield from self._caption(now.caption, new.caption)
        elif isinstance(now, Map) and isinstance(new, Map):
            yield from self._caption(now.caption, new.caption)

    @staticmethod
    def _replaced(now: Block, new: Block) -> bool:
        """Whether it takes another block, rather than changes of this one."""
        if not alike(now, new):
            return True
        if isinstance(now, Chart) and isinstance(new, Chart):
            return doubled(now) or doubled(new)
        if isinstance(now, Table) and isinstance(new, Table):
            return not now.rows or not new.rows
        if isinstance(now, Map) and isinstance(new, Map):
            return (now.areas, now.highlight) != (new.areas, new.highlight)
        return not isinstance(now, Diagram) and _bare(now, new) != new

    def _caption(self, before: str, after: str) -> Iterator[Edit]:
        if before != after:
            yield SetCaption(slide=self.slide, slot=self.slot.id, before=before, after=after)

    def _table(self, now: Table, new: Table) -> Iterator[Edit]:
        columns = _columns(now, new)
        shaped = replace(_reshaped_table(now, new, columns), alt=now.alt)
        if shaped != now:
            yield ReshapeTable(slide=self.slide, slot=self.slot.id, before=now, after=shaped, columns=columns)
        for old, row in zip(shaped.rows, new.rows, strict=True):
            for n, (before, after) in enumerate(zip(old.cells, row.cells, strict=True)):
                if before != after:
                    yield SetCell(slide=self.slide, slot=self.slot.id, row=row.id, column=n, before=before, after=after)

    def _chart(self, now: Chart, new: Chart) -> Iterator[Edit]:
        shaped = replace(_reshaped_chart(now, new), alt=now.alt)
        if shaped != now:
            yield ReshapeChart(slide=self.slide, slot=self.slot.id, before=now, after=shaped)
        before, after = points_of(shaped).rows, points_of(new).rows
        for series, row in after.items():
            for category, point in row.items():
                if (old := before[series][category]) != point:
                    yield SetPoint(slide=self.slide, slot=self.slot.id, series=series, category=category, before=old, after=point)

    def _diagram(self, now: Diagram, new: Diagram) -> Iterator[Edit]:
        old = {item.id: item for item in now.items}
        items = tuple(old.get(item.id, item) for item in new.items)
        shaped = replace(now, items=items, columns=new.columns)
        if shaped != now:
            yield ReshapeDiagram(slide=self.slide, slot=self.slot.id, before=now, after=shaped)
        for before, after in zip(items, new.items, strict=True):
            yield from self._item(before, after)

    def _item(self, now: Item, new: Item) -> Iterator[Edit]:
        for field in fields(now):
            before, after = getattr(now, field.name), getattr(new, field.name)
            if before != after:
                name: Any = field.name
                yield SetItem(slide=self.slide, slot=self.slot.id, item=now.id, field=name, before=before, after=after)


def _bare(now: Any, new: Any) -> Any:
    """`now` with the alternative text of `new`."""
    return replace(now, alt=new.alt) if hasattr(now, "alt") else now


def _columns(now: Table, new: Table) -> tuple[int | None, ...]:
    """Which old column each new one is: the most alike over the rows that both have."""
    shared = {row.id: row for row in now.rows}
    pairs = [(shared[row.id], row) for row in new.rows if row.id in shared]

    def column(rows: list[Row], n: int) -> tuple[str, ...]:
        return tuple(row.cells[n].text if n < len(row.cells) else "" for row in rows)

    old = [column([a for a, _b in pairs], n) for n in range(len(now.widths))]
    fresh = [column([b for _a, b in pairs], n) for n in range(len(new.widths))]
    found = align(old, fresh, lambda words: words, "\n".join)
    return tuple(found.get(n) for n in range(len(fresh)))


def _reshaped_table(now: Table, new: Table, columns: tuple[int | None, ...]) -> Table:
    """The new rows and columns, with the old words in all cells that stay."""
    old = {row.id: row for row in now.rows}

    def cell(was: Row | None, row: Row, n: int) -> Cell:
        if was is None:
            return row.cells[n]
        if len(row.cells) != len(columns):
            # A row without a column that the others have.
            return was.cells[n] if len(was.cells) == len(row.cells) else row.cells[n]
        at = columns[n]
        return was.cells[at] if at is not None and at < len(was.cells) else row.cells[n]

    rows = tuple(Row(row.id, tuple(cell(old.get(row.id), row, n) for n in range(len(row.cells)))) for row in new.rows)
    return replace(new, rows=rows)


def _reshaped_chart(now: Chart, new: Chart) -> Chart:
    """The new series and categories, with the old values and labels at all points that stay."""
    values: Mapping[str, Mapping[str, float | None]] = {
        series.name: dict(zip(now.categories, series.values, strict=False)) for series in now.series
    }
    labels = dict(zip(now.categories, now.labels or [""] * len(now.categories), strict=False))
    shown = dict(zip(new.categories, new.labels or [""] * len(new.categories), strict=False))
    said = tuple(labels.get(category, shown.get(category, "")) for category in new.categories)
    series = tuple(
        replace(
            item,
            values=tuple(
                values.get(item.name, {}).get(category, value)
                for category, value in zip(new.categories, item.values, strict=False)
            ),
        )
        for item in new.series
    )
    return replace(new, series=series, labels=said if any(said) else ())


__all__ = ["Outlook", "edits_between"]
