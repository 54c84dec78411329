"""A native chart by point: its cache, its workbook and its labels; the owner's colours and axes stay (21.2.2)."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence

from lxml import etree

from deck.drawing.names import Element, child, local, qn, whole
from deck.package import Relationship, parse_xml
from deck.pptx.chart import workbook
from deck.presentation import Chart
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.within import on_pages
from deck.refresh.document import Document
from deck.refresh.plan import ReshapeChart, SetPoint
from deck.refresh.workbook import PointValue, patch_workbook, references

PLOTS = ("barChart", "bar3DChart", "doughnutChart", "pieChart", "lineChart")
_AFTER_LABELS = ("trendline", "errBars", "cat", "xVal", "val", "extLst")
"""What comes after c:dLbls in a c:ser (21.2.2.170)."""

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
    """Names change in their places; another number of points or series, or another kind, takes the chart as newly written."""

    def change(document: Document, part: str, fresh: Element) -> bool:
        return _alike(edit.before, edit.after) and _names(document, part, fresh, edit.before, edit.after)

    slot = bench.sides(edit.slide).wanted.slot(edit.slot)
    if slot is not None and isinstance(slot.block, Chart):
        _on_charts(bench, edit.slide, edit.slot, slot.block, change)


def replace_chart(bench: Bench, slide: str, slot: str, block: Chart) -> None:
    """The chart as newly written, under the owner's part's name and in their place."""
    _on_charts(bench, slide, slot, block, lambda _document, _part, _fresh: False)


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


def _alike(one: Chart, other: Chart) -> bool:
    return (one.kind, len(one.categories), len(one.series)) == (other.kind, len(other.categories), len(other.series))


def _label(chart: Chart, n: int) -> str:
    return chart.labels[n] if n < len(chart.labels) else ""


def _series(root: Element) -> list[Element]:
    plot = next((item for item in root.iter() if local(item) in PLOTS), None)
    return list(plot.iterchildren(qn("c:ser"))) if plot is not None else []


def _names(document: Document, part: str, fresh: Element, before: Chart, block: Chart) -> bool:
    """Each series and category by its new name, with the values and labels of now; a label that says the same stays."""
    series = _series(document.tree(part))
    if len(series) != len(block.series) or any(
        child(item, name) is None for item in series for name in ("c:tx", "c:cat", "c:val")
    ):
        return False
    cells: dict[str, PointValue] = {}
    for item, wanted in zip(series, block.series, strict=True):
        for name, values in (("c:tx", (wanted.name,)), ("c:cat", block.categories), ("c:val", wanted.values)):
            holder = child(item, name)
            if holder is not None:
                cells |= set_cache(holder, dict(enumerate(values)))
    for own, new in zip(series, _series(fresh), strict=False):
        _labels(own, new, [n for n in range(len(block.categories)) if _label(before, n) != _label(block, n)])
    _into_book(document, part, cells, block)
    return True


def _point(document: Document, part: str, fresh: Element, block: Chart, edit: SetPoint) -> bool:
    series = _series(document.tree(part))
    names = [item.name for item in block.series]
    if len(series) != len(names) or edit.series not in names or edit.category not in block.categories:
        return False
    n, at = names.index(edit.series), block.categories.index(edit.category)
    holder = child(series[n], "c:val")
    if holder is None:
        return False
    cells = set_cache(holder, {at: edit.after.value})
    if edit.before.label != edit.after.label:
        for own, new in zip(series, _series(fresh), strict=False):
            _labels(own, new, (at,))
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


def _labels(series: Element, fresh: Element, numbers: Sequence[int]) -> None:
    """A series' labels of those points (c:dLbl, by number) as newly written; where it has none at all, all of them."""
    own, new = child(series, "c:dLbls"), child(fresh, "c:dLbls")
    if new is None:
        return
    if own is None:
        before = next((found for found in series if local(found) in _AFTER_LABELS), None)
        if before is not None:
            before.addprevious(copy.deepcopy(new))
        return
    said, wanted = _by_number(own), _by_number(new)
    for n in numbers:
        old, item = said.pop(n, None), wanted.get(n)
        if old is not None:
            own.remove(old)
        if item is not None:
            later = next((found for at, found in sorted(said.items()) if at > n), None)
            last = max((own.index(found) + 1 for found in said.values()), default=0)
            copied = copy.deepcopy(item)
            own.insert(own.index(later) if later is not None else last, copied)
            said[n] = copied


def _by_number(labels: Element) -> dict[int, Element]:
    found: dict[int, Element] = {}
    for item in labels.iterchildren(qn("c:dLbl")):
        index = child(item, "c:idx")
        found[whole(index.get("val")) if index is not None else -1] = item
    return found


__all__ = ["chart_part", "replace_chart", "reshape_chart", "set_cache", "set_point"]
