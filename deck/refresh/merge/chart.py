"""Charts merged by point, known by the names of series and category. A point's value and the words that
stand for it are one. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from deck.presentation import Chart, Series
from deck.refresh.merge.decisions import Leaf, MergeSpot, settle
from deck.refresh.merge.listed import Axis, merge_axis
from deck.refresh.merge.text import merge_words
from deck.refresh.plan import Point, Terms
from deck.refresh.sequence import align

ALIKE = 0.6
"""So much of a category's name is the same where it is the same category under another name."""


def named(text: str) -> str:
    """A name as a part of an address: plain letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"


@dataclass(frozen=True)
class _Points:
    """A side's points: series → category → point; the label with the first series of the chart's."""

    chart: Chart
    rows: dict[str, dict[str, Point]]

    @property
    def names(self) -> list[str]:
        return list(self.rows)


def points_of(chart: Chart) -> _Points:
    rows: dict[str, dict[str, Point]] = {}
    for n, series in enumerate(chart.series):
        rows[series.name] = {
            category: Point(value=value, label=label_of(chart, category) if not n else "")
            for category, value in zip(chart.categories, series.values, strict=False)
        }
    return _Points(chart, rows)


def label_of(chart: Chart, category: str) -> str:
    at = chart.categories.index(category) if category in chart.categories else len(chart.labels)
    return chart.labels[at] if at < len(chart.labels) else ""


def merge_chart(terms: Terms[Chart], spot: MergeSpot) -> Leaf[Chart]:
    """Point by point; as a whole where two points of one name cannot be told apart. A category that is called otherwise now is
    the one that it was."""
    base, mine, theirs = terms.base, terms.mine, terms.theirs
    if any(doubled(side) for side in (base, mine, theirs)):
        return spot.as_("chart").leaf(base, mine, theirs)
    names = [renamed(base, side) for side in (mine, theirs)]
    sides = (mine, theirs) if not any(names) else tuple(_called(*pair) for pair in zip((mine, theirs), names, strict=True))
    if any(doubled(side) for side in sides):
        return _merge_points(terms, spot)
    found = _merge_points(Terms(base=base, mine=sides[0], theirs=sides[1]), spot)
    back = [{old: new for new, old in side.items()} for side in names]
    called = {
        old: merge_words(old, back[0].get(old, old), back[1].get(old, old), spot.inner(named(old), "name").as_("field"))
        for old in dict.fromkeys([*back[0], *back[1]])
    }
    value = _called(found.value, {old: leaf.value for old, leaf in called.items()})
    after = _called(found.base, {old: leaf.base for old, leaf in called.items()})
    return Leaf(value, after) if not doubled(value) and not doubled(after) else _merge_points(terms, spot)


def renamed(base: Chart, side: Chart) -> dict[str, str]:
    """A side's name of a category → the base's, where that is another: one in the same place that reads much alike, with the
    same numbers in it."""
    found = align(base.categories, side.categories, str, str, ALIKE)
    pairs = {side.categories[new]: base.categories[old] for new, old in found.items()}
    return {
        new: old
        for new, old in pairs.items()
        if new not in base.categories
        and _digits(new) == _digits(old)
        and SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE
    }


def _digits(name: str) -> list[str]:
    """The numbers in a name: "2024" is never "2025"."""
    return re.findall(r"(?<!\w)\d+", name)


def _called(chart: Chart, names: Mapping[str, str]) -> Chart:
    return replace(chart, categories=tuple(names.get(name, name) for name in chart.categories))


def _merge_points(terms: Terms[Chart], spot: MergeSpot) -> Leaf[Chart]:
    """Points known by the names of their categories."""
    base, mine, theirs = terms.base, terms.mine, terms.theirs
    sides = (points_of(base), points_of(mine), points_of(theirs))
    categories = merge_axis(
        (base.categories, mine.categories, theirs.categories),
        lambda side, category: _column(sides[side], category),
        spot.as_("category"),
        named,
    )
    series = merge_axis(
        (sides[0].names, sides[1].names, sides[2].names),
        lambda side, name: dict(sides[side].rows[name]),
        spot.as_("series"),
        named,
    )
    found = _Matrix(sides, categories, series, spot).merged()
    kind = spot.inner("kind").as_("field").leaf(base.kind, mine.kind, theirs.kind)
    alt = merge_words(base.alt, mine.alt, theirs.alt, spot.inner("alt").as_("alt"))
    shown = theirs.number_format if mine.number_format == base.number_format else mine.number_format
    lit = spot.inner("highlight").as_("field").leaf(*(_lit(side) for side in (base, mine, theirs)))
    value = replace(found.value, kind=kind.value, alt=alt.value, number_format=shown, lang=theirs.lang)
    after = replace(found.base, kind=kind.base, alt=alt.base, number_format=theirs.number_format)
    return Leaf(_with_highlight(value, lit.value), _with_highlight(after, lit.base))


def doubled(chart: Chart) -> bool:
    names = [item.name for item in chart.series]
    return len(set(names)) < len(names) or len(set(chart.categories)) < len(chart.categories)


def _column(side: _Points, category: str) -> dict[Any, Point]:
    return {name: row[category] for name, row in side.rows.items() if category in row}


@dataclass(frozen=True)
class _Matrix:
    """Series × categories on three sides."""

    sides: tuple[_Points, _Points, _Points]
    categories: Axis[str]
    series: Axis[str]
    spot: MergeSpot

    def merged(self) -> Leaf[Chart]:
        value: dict[tuple[str, str], Point] = {}
        after: dict[tuple[str, str], Point] = {}
        for name in dict.fromkeys([*self.series.value, *self.series.base]):
            for category in dict.fromkeys([*self.categories.value, *self.categories.base]):
                found = self._point(name, category)
                if found.value is not None:
                    value[name, category] = found.value
                if found.base is not None:
                    after[name, category] = found.base
        mine, theirs = self.sides[1].chart, self.sides[2].chart
        return Leaf(
            _chart(mine, self.series.value, self.categories.value, value),
            _chart(theirs, self.series.base, self.categories.base, after),
        )

    def _point(self, name: str, category: str) -> Leaf[Point | None]:
        base, mine, theirs = (side.rows.get(name, {}).get(category) for side in self.sides)
        if base is None or mine is None or theirs is None:
            held = name in self.series.held or category in self.categories.held
            return Leaf(theirs if mine is None else mine, base if held else theirs)
        if theirs in (mine, base):
            return Leaf(mine, theirs)
        if mine == base:
            return Leaf(theirs, theirs)
        if not (base.label or mine.label or theirs.label) and mine.value == theirs.value:
            return Leaf(mine, theirs)
        many = max(len(side.rows) for side in self.sides) > 1
        spot = self.spot.inner(named(category), named(name) if many else "").as_("point")
        return settle(Terms(base=base, mine=mine, theirs=theirs), spot.clash(base, mine, theirs))


def _chart(like: Chart, names: list[str], categories: list[str], points: dict[tuple[str, str], Point]) -> Chart:
    """The chart of these points; a category's label is that of the first series that has one there."""

    def label(category: str) -> str:
        return next((p.label for name in names if (p := points.get((name, category))) is not None and p.label), "")

    empty = Point(value=None)
    labels = tuple(label(category) for category in categories)
    series = tuple(Series(name, tuple(points.get((name, category), empty).value for category in categories)) for name in names)
    return replace(like, categories=tuple(categories), series=series, labels=labels if any(labels) else ())


def _lit(chart: Chart) -> str | None:
    if chart.highlight is None or not 0 <= chart.highlight < len(chart.categories):
        return None
    return chart.categories[chart.highlight]


def _with_highlight(chart: Chart, category: str | None) -> Chart:
    return replace(chart, highlight=chart.categories.index(category) if category in chart.categories else None)


__all__ = ["doubled", "label_of", "merge_chart", "named", "points_of", "renamed"]
