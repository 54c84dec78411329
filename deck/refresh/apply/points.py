"""A chart's points and series brought up to date: each that stays keeps the colour, label and line that its owner gave it, those
that go take theirs along, and the title, axes and legend of the owner's stay (21.2.2)."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from deck.drawing.names import Element, child, detach, local, need, qn, whole
from deck.drawing.paint import FILLS
from deck.presentation import Chart
from deck.refresh.apply.blend import Blend, exchange, same
from deck.refresh.merge.chart import renamed

PLOTS = ("barChart", "bar3DChart", "doughnutChart", "pieChart", "lineChart")
_NUMBERED = ("ser", "dPt", "dLbl")
_CACHES = ("tx", "cat", "val")
_OF_ANY_KIND = frozenset(("idx", "order", "tx", "spPr", "dPt", "dLbls", "cat", "val", "extLst"))
"""What a series may hold in each kind of chart."""
_AFTER_LABELS = ("trendline", "errBars", "cat", "xVal", "val", "extLst")
"""What comes after c:dLbls in a series (21.2.2.170)."""


_SERIES = (
    *("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt", "dLbls", "trendline"),
    *("errBars", "cat", "val", "smooth", "shape", "extLst"),
)
_PLOT = (
    *("barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "gapDepth", "overlap", "serLines", "dropLines"),
    *("hiLowLines", "upDownBars", "marker", "smooth", "firstSliceAng", "holeSize", "shape", "axId", "extLst"),
)
"""What a series and a plot hold, in the order of all kinds of charts (21.2.2.170, 21.2.3)."""


@dataclass(frozen=True)
class PointMoves:
    """For each category and series of a chart the number of the earlier one that it is (from 0); None: a new one."""

    categories: tuple[int | None, ...]
    series: tuple[int | None, ...]

    @classmethod
    def of(cls, before: Chart, after: Chart) -> PointMoves:
        called = renamed(before, after)
        return cls(
            _numbers(before.categories, [called.get(name, name) for name in after.categories]),
            _numbers([one.name for one in before.series], [one.name for one in after.series]),
        )


def _numbers(before: Sequence[str], after: Sequence[str]) -> tuple[int | None, ...]:
    """By name; where there are as many of them, what is called otherwise is known by its place."""
    known = {key: n for n, key in enumerate(_apart(before))}
    found = [known.get(key) for key in _apart(after)]
    if len(before) == len(after):
        free = set(range(len(before))) - set(found)
        found = [n if old is None and n in free else old for n, old in enumerate(found)]
    return tuple(found)


def _apart(names: Sequence[str]) -> list[tuple[str, int]]:
    """Names that stand twice, told apart by their order."""
    seen: Counter[str] = Counter()
    keys = []
    for name in names:
        keys.append((name, seen[name]))
        seen[name] += 1
    return keys


def series_of(root: Element) -> list[Element]:
    """The series of the chart's first plot."""
    plot = _plot(root)
    return list(plot.iterchildren(qn("c:ser"))) if plot is not None else []


def _plot(root: Element) -> Element | None:
    return next((item for item in root.iter() if local(item) in PLOTS), None)


def blend_chart(root: Element, was: Element, fresh: Element, points: PointMoves, *, rewritten: bool = False) -> bool:
    """The owner's chart made to say what the newly written one says. `was`: the chart as we would write what the owner's says
    now. False, and nothing changed: it is no such chart any more."""
    own = series_of(root)
    if len(own) != len(series_of(was)) or len(points.series) != len(series_of(fresh)):
        return False
    kind, wanted = _plot(root), _plot(fresh)
    if kind is None or wanted is None or any(child(item, name) is None for item in own for name in ("c:tx", "c:cat", "c:val")):
        return False
    if any(child(item, name) is None for item in own for name in ("c:idx", "c:order")):
        return False
    before, was = kind.tag, copy.deepcopy(was)
    for side in (root, was):
        _number(side, points)
    paints = _own_paints(root, was) if local(kind) != local(wanted) and not rewritten else []
    Blend(_about, rewritten, frozenset({"dPt"})).onto(root, was, fresh)
    _in_order(kind, list(kind.iterchildren(qn("c:ser"))), "c:order")
    _apart_from(root, kind)
    for item, new in zip(series_of(root), series_of(fresh), strict=True):
        for name in _CACHES:
            _refill(item, new, f"c:{name}")
        for holder, name in ((item, "c:dPt"), (child(item, "c:dLbls"), "c:dLbl")):
            if holder is not None:
                _in_order(holder, list(holder.iterchildren(qn(name))), "c:idx")
        say_labels(item, new)
    if kind.tag != before:
        _of_its_kind(kind, wanted)
        for item, paint in paints:
            _paint(item, next((new for new in series_of(fresh) if _order_of(new) == _order_of(item)), None), paint)
    return True


def _number(root: Element, points: PointMoves) -> None:
    """Series, and their points and labels, by the numbers that they have from now on; those that go are taken out."""
    rows = {old: n for n, old in enumerate(points.categories) if old is not None}
    columns = {old: n for n, old in enumerate(points.series) if old is not None}
    for n, item in enumerate(series_of(root)):
        if n not in columns:
            detach(item)
            continue
        for name in ("c:idx", "c:order"):
            need(item, name).set("val", str(columns[n]))
        for one in list(item.iter(qn("c:dPt"), qn("c:dLbl"))):
            index = child(one, "c:idx")
            if index is None or whole(index.get("val")) not in rows:
                detach(one)
            else:
                index.set("val", str(rows[whole(index.get("val"))]))


def _apart_from(root: Element, plot: Element) -> None:
    """Series that their owner draws in another plot keep numbers of their own (21.2.2.128)."""
    others = [item for item in root.iter(qn("c:ser")) if item.getparent() is not plot]
    first = len(list(plot.iterchildren(qn("c:ser"))))
    for n, item in enumerate(others, first):
        for name in ("c:idx", "c:order"):
            number = child(item, name)
            if number is not None:
                number.set("val", str(n))


def _about(item: Element) -> Hashable:
    """What an item of a chart is known by."""
    name, parent = local(item), item.getparent()
    above = local(parent) if parent is not None else ""
    if name in _NUMBERED:
        number = child(item, "c:order" if name == "ser" else "c:idx")
        return name, number.get("val") if number is not None else ""
    if (above in _NUMBERED and name in ("idx", "order", "extLst")) or (above == "ser" and name in _CACHES):
        return None
    if name in PLOTS:
        return "plot"
    if name in FILLS:
        return "fill"
    return "color" if above == "solidFill" else item.tag


def _in_order(holder: Element, items: list[Element], number: str) -> None:
    """Items of a list by their numbers, where the first of them stands."""
    if not items:
        return
    at = min(map(holder.index, items))
    for item in items:
        detach(item)
    ranked = sorted(items, key=lambda item: whole(found.get("val")) if (found := child(item, number)) is not None else -1)
    for n, item in enumerate(ranked):
        holder.insert(at + n, item)


def say_labels(item: Element, new: Element) -> None:
    """What stands at each point in words: as newly written, with the owner's look of the label."""
    own, fresh = child(item, "c:dLbls"), child(new, "c:dLbls")
    spoken = {n: one for n, one in _labels(fresh).items() if child(one, "c:tx") is not None}
    if fresh is None or not spoken:
        return
    if own is None:
        later = next((one for one in item if local(one) in _AFTER_LABELS), None)
        if later is not None:
            later.addprevious(copy.deepcopy(fresh))
        return
    held = _labels(own)
    for n, one in spoken.items():
        label = held.get(n)
        if label is None:
            held[n] = copy.deepcopy(one)
        elif child(label, "c:tx") is None:
            held[n] = exchange(label, one)
        elif _words(label) != _words(one):
            _put_words(label, _words(one))
    for n in sorted(held):
        own.insert(0, held[n])
    _in_order(own, list(held.values()), "c:idx")


def _labels(labels: Element | None) -> dict[int, Element]:
    found: dict[int, Element] = {}
    for one in labels.iterchildren(qn("c:dLbl")) if labels is not None else ():
        index = child(one, "c:idx")
        found[whole(index.get("val")) if index is not None else -1] = one
    return found


def _words(label: Element) -> str:
    return "".join(item.text or "" for item in label.iter(qn("a:t")))


def _put_words(label: Element, words: str) -> None:
    """Into the first run, with its look."""
    first, *others = list(label.iter(qn("a:t"))) or [None]
    if first is None:
        return
    first.text = words
    for item in others:
        run = item.getparent() if item is not None else None
        if run is not None:
            detach(run)


def _refill(item: Element, new: Element, name: str) -> None:
    """Names or values as newly written, their form as the owner has it."""
    own, fresh = child(item, name), child(new, name)
    if own is None or fresh is None:
        return
    cache, source = _cache(own), _cache(fresh)
    formula = next((one.text for one in own.iter(qn("c:f"))), None)
    if cache is None or source is None or cache.tag != source.tag:
        put = exchange(own, fresh)
        for one in put.iter(qn("c:f")):
            one.text = formula or one.text
        return
    if same(cache, source) and _count(cache) == _count(source):
        return
    for one in [one for one in cache if local(one) in ("ptCount", "pt")]:
        detach(one)
    last = child(cache, "c:extLst")
    for one in source:
        if local(one) in ("ptCount", "pt"):
            put = copy.deepcopy(one)
            cache.append(put) if last is None else last.addprevious(put)


def _count(cache: Element) -> str:
    """How many points there are, those without a value too: programs write it as they please, so `same` leaves it out."""
    count = child(cache, "c:ptCount")
    return count.get("val", "") if count is not None else ""


def _cache(holder: Element) -> Element | None:
    return next((item for item in holder.iter() if local(item) in ("strCache", "numCache")), None)


def _own_paints(root: Element, was: Element) -> list[tuple[Element, Element]]:
    """The series that bear a colour of their owner's, and it."""
    found = []
    known = {number: item for item in series_of(was) if (number := _order_of(item))}
    for item in series_of(root):
        own, old = _paint_of(item), _paint_of(known.get(_order_of(item)))
        if own is not None and (old is None or not same(own, old)):
            found.append((item, copy.deepcopy(own)))
    return found


def _order_of(item: Element) -> str:
    order = child(item, "c:order")
    return order.get("val", "") if order is not None else ""


def _paint_of(item: Element | None) -> Element | None:
    """What a series is drawn with: its fill, or its line's where it is a line."""
    look = child(item, "c:spPr") if item is not None else None
    for holder in (look, child(look, "a:ln") if look is not None else None):
        fill = next((one for one in holder if local(one) in FILLS), None) if holder is not None else None
        if fill is not None and local(fill) != "noFill":
            return fill
    return None


def _paint(item: Element, new: Element | None, paint: Element) -> None:
    """A series of another kind of chart in its owner's colour."""
    own, fresh = child(item, "c:spPr"), child(new, "c:spPr") if new is not None else None
    if own is None or fresh is None:
        return
    exchange(own, fresh)
    filled = _paint_of(item)
    if filled is not None and (holder := filled.getparent()) is not None:
        holder.replace(filled, paint)


def _of_its_kind(plot: Element, wanted: Element) -> None:
    """A chart of another kind holds nothing that only the earlier kind may."""
    allowed = {local(item) for item in wanted}
    for item in [item for item in plot if local(item) not in allowed]:
        detach(item)
    for item, new in zip(plot.iterchildren(qn("c:ser")), wanted.iterchildren(qn("c:ser")), strict=True):
        fits = (
            _OF_ANY_KIND | {local(one) for one in new} | ({"trendline", "errBars"} if local(wanted) != "doughnutChart" else set())
        )
        for one in [one for one in item if local(one) not in fits]:
            detach(one)
        _sort(item, _SERIES)
    _sort(plot, _PLOT)


def _sort(holder: Element, order: Sequence[str]) -> None:
    places = {name: n for n, name in enumerate(order)}
    holder[:] = sorted(holder, key=lambda item: places.get(local(item), len(order)))


__all__ = ["PLOTS", "PointMoves", "blend_chart", "say_labels", "series_of"]
