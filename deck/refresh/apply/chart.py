"""A native chart by point: its cache, its workbook and its labels; the owner's colours and axes stay (21.2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lxml import etree

from deck.drawing.names import Element, child, detach, local, qn, whole
from deck.drawing.sheet import properties_of
from deck.package import Relationship, parse_xml
from deck.pptx.chart import workbook
from deck.presentation import Chart
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.points import PointMoves, blend_chart, say_labels, series_of
from deck.refresh.apply.timing import follow_points
from deck.refresh.apply.within import on_pages
from deck.refresh.document import Document
from deck.refresh.grid import SeriesCells, fresh_cells, regrid
from deck.refresh.hand import PLAIN
from deck.refresh.plan import ReshapeChart, SetPoint
from deck.refresh.workbook import PointValue, patch_workbook, references

_HELD = ("c:tx", "c:cat", "c:val")

ChartChange = Callable[[Document, str, Element], bool]
"""Changes a chart part of the document, given the newly written one. False: it takes another chart."""


def set_point(edit: SetPoint, bench: Bench) -> None:
    """A value and its label: in the chart's cache, in its workbook and on its label."""
    slot = bench.sides(edit.slide).wanted.slot(edit.slot)
    if slot is None or not isinstance(slot.block, Chart):
        return
    block = slot.block

    def change(document: Document, part: str, fresh: Element) -> bool:
        return _point(document, part, fresh, block, edit)

    _on_charts(bench, edit.slide, edit.slot, block, change)


def reshape_chart(edit: ReshapeChart, bench: Bench) -> None:
    """Points and series come, go and are called otherwise, or the kind, format or highlight is another; what its owner changed
    of the looks of what stays, stays."""
    renew_chart(bench, edit.slide, edit.slot, edit.before)


def renew_chart(bench: Bench, slide: str, slot: str, before: Chart) -> None:
    """The chart made to show what it is to show; `before`: what the file's shows."""
    found = bench.sides(slide).wanted.slot(slot)
    if found is None or not isinstance(found.block, Chart):
        return
    block, was = found.block, _said(bench, slide, slot)

    points = PointMoves.of(before, block)
    for patch in bench.pages(slide):
        timing, shape = child(bench.document.tree(patch.mine.part), "p:timing"), patch.shape(slot)
        props = properties_of(shape) if shape is not None else None
        if timing is not None and props is not None:
            follow_points(timing, props.get("id", ""), points.categories, points.series)

    def change(document: Document, part: str, fresh: Element) -> bool:
        root = document.tree(part)
        held = [_cells(item) for item in series_of(root)]
        if was is None or not blend_chart(root, was, fresh, points, rewritten=bench.hand is not PLAIN):
            return False
        _rebook(document, part, held, points, block)
        return True

    _on_charts(bench, slide, slot, block, change)


def _said(bench: Bench, slide: str, slot: str) -> Element | None:
    """The chart as we would write what the file says now."""
    known = bench.known[-1]
    for page in known.pages.get(slide, ()):
        shape = page.shape(slot)
        part = chart_part(known.package.rels.get(page.part, ()), shape) if shape is not None else None
        if part is not None:
            return parse_xml(known.package.parts[part])
    return None


def _cells(series: Element) -> SeriesCells:
    """Where in the workbook a series' name, categories and values stand; "" where it says nothing of that."""
    formulas = [next((item.text or "" for item in series.iter(qn(name)) for item in item.iter(qn("c:f"))), "") for name in _HELD]
    return SeriesCells(name=formulas[0], categories=formulas[1], values=formulas[2])


def _rebook(document: Document, part: str, held: Sequence[SeriesCells], points: PointMoves, block: Chart) -> None:
    """The workbook and where in it the numbers stand; another one where it cannot be changed."""
    book = document.one(part, "package")
    if book is None:
        return
    found = regrid(document.parts[book], held, points.categories, points.series, block)
    document.parts[book] = found[0] if found is not None else workbook(block)
    where = found[1] if found is not None else fresh_cells(block)
    for item, cells in zip(series_of(document.tree(part)), where, strict=True):
        for name, formula in zip(_HELD, (cells.name, cells.categories, cells.values), strict=True):
            for said in (said for holder in item.iterchildren(qn(name)) for said in holder.iter(qn("c:f"))):
                said.text = formula


def _on_charts(bench: Bench, slide: str, slot: str, block: Chart, change: ChartChange) -> None:
    def within(_n: int, patch: PagePatch, target: Element, source: Element) -> bool:
        graft, document = bench.graft, bench.document
        mine = chart_part(document.rels.get(patch.mine.part, ()), target)
        fresh = chart_part(graft.source.rels.get(patch.fresh.part, ()), source)
        if mine is None or fresh is None or mine not in document.parts:
            return False
        if not change(document, mine, parse_xml(graft.source.parts[fresh])):
            _renew(bench, mine, fresh, block)
        return True

    on_pages(bench, slide, slot, within)


def _renew(bench: Bench, mine: str, fresh: str, block: Chart) -> None:
    graft, document = bench.graft, bench.document
    book = document.one(mine, "package")
    document.put(mine, graft.source.parts[fresh], graft.source.content_type(fresh))
    if book is None:
        graft.bring(fresh, mine)
        return
    document.parts[book] = workbook(block)
    rid = next(rel.id for rel in document.rels[mine] if rel.target == book)
    for item in document.tree(mine).iter(qn("c:externalData")):
        item.set(qn("r:id"), rid)


def chart_part(rels: Iterable[Relationship], frame: Element) -> str | None:
    """The part of a graphic frame's chart, among the relationships of its slide."""
    item = next(frame.iter(qn("c:chart")), None)
    rid = item.get(qn("r:id")) if item is not None else None
    return next((rel.target for rel in rels if rel.id == rid and not rel.external), None)


def _point(document: Document, part: str, fresh: Element, block: Chart, edit: SetPoint) -> bool:
    series = series_of(document.tree(part))
    names = [item.name for item in block.series]
    if len(series) != len(names) or edit.series not in names or edit.category not in block.categories:
        return False
    n, at = names.index(edit.series), block.categories.index(edit.category)
    holder = child(series[n], "c:val")
    if holder is None:
        return False
    cells = set_cache(holder, {at: edit.after.value})
    if edit.before.label != edit.after.label:
        for own, new in zip(series, series_of(fresh), strict=False):
            if not edit.after.label:
                _unsay(own, at)
            say_labels(own, new)
    _into_book(document, part, cells, block)
    return True


def _into_book(document: Document, part: str, cells: Mapping[str, PointValue], block: Chart) -> None:
    """The cells that the chart is drawn from; a workbook without them is written anew."""
    book = document.one(part, "package")
    if book is not None:
        document.parts[book] = patch_workbook(document.parts[book], cells) or workbook(block)


def set_cache(holder: Element, values: Mapping[int, PointValue]) -> dict[str, PointValue]:
    """Points of a cache (c:strCache, c:numCache …) set, each by its number (from 0). The workbook's cells that say the same."""
    cache = next((item for item in holder.iter() if local(item) in ("strCache", "numCache", "strLit", "numLit")), None)
    if cache is not None:
        for n, value in values.items():
            _set(cache, n, value)
    formula = next(holder.iter(qn("c:f")), None)
    names = list(references(formula.text or "")) if formula is not None else []
    return {names[n]: value for n, value in values.items() if n < len(names)}


def _set(cache: Element, n: int, value: PointValue) -> None:
    """One point (21.2.2.123); an empty one is none."""
    points = {whole(item.get("idx")): item for item in cache.iterchildren(qn("c:pt"))}
    point = points.get(n)
    if value is None:
        if point is not None:
            cache.remove(point)
        return
    if point is None:
        point = etree.Element(qn("c:pt"), {"idx": str(n)})
        etree.SubElement(point, qn("c:v"))
        later = next((item for at, item in sorted(points.items()) if at > n), None)
        last = child(cache, "c:extLst") if later is None else later
        cache.insert(len(cache) if last is None else cache.index(last), point)
    held = child(point, "c:v")
    if held is not None:
        held.text = value if isinstance(value, str) else f"{value:.15g}"


def _unsay(series: Element, number: int) -> None:
    """No words at a point: its bare value."""
    for label in list(series.iterfind(f"{qn('c:dLbls')}/{qn('c:dLbl')}")):
        index = child(label, "c:idx")
        if index is not None and whole(index.get("val")) == number and child(label, "c:tx") is not None:
            detach(label)


__all__ = ["chart_part", "renew_chart", "reshape_chart", "set_cache", "set_point"]
