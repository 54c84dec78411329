"""What of a block is merged on its own, each with the name that a plan's edits are told by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from deck.presentation import Block, Chart, Diagram, Item, Map, Picture, QrCode, Table, Text
from deck.refresh.edits import Edit, Point, SetAlt, SetCaption, SetCell, SetItem, SetPoint


def facet_of(edit: Edit) -> str:
    """The name of the facet that an edit changes; "" where it is about a whole block or slide."""
    match edit:
        case SetAlt():
            return "alt"
        case SetCaption():
            return "caption"
        case SetCell():
            return f"cell:{edit.row}.{edit.column + 1}"
        case SetItem():
            return f"item:{edit.item}.{edit.field}"
        case SetPoint():
            return f"point:{edit.category}"
        case _:
            return ""


def facets(block: Block | None) -> Mapping[str, Any]:
    """Name → value: a diagram's items by field, a table's cells, a chart's points over its series, alternative texts and
    captions. A text has none: its paragraphs are known by likeness alone."""
    match block:
        case Diagram():
            items = {f"item:{item.id}.{field.name}": getattr(item, field.name) for item in block.items for field in fields(Item)}
            return items | {"caption": block.caption, "alt": block.alt}
        case Table():
            cells = {f"cell:{row.id}.{n}": cell for row in block.rows for n, cell in enumerate(row.cells, 1)}
            return cells | {"alt": block.alt}
        case Chart():
            return {f"point:{name}": _points(block, n) for n, name in enumerate(block.categories)} | {"alt": block.alt}
        case Map() | QrCode() | Picture():
            return {"alt": block.alt, "caption": getattr(block, "caption", "")}
        case Text() | None:
            return {}


def differing(one: Block | None, other: Block | None) -> Mapping[str, tuple[Any, Any]]:
    """The facets that are not the same in both; None stands for one that is not there."""
    left, right = facets(one), facets(other)
    return {
        name: (left.get(name), right.get(name))
        for name in dict.fromkeys([*left, *right])
        if not name.endswith(".id") and left.get(name) != right.get(name)
    }


def _points(chart: Chart, n: int) -> tuple[Point, ...]:
    label = chart.labels[n] if n < len(chart.labels) else ""
    return tuple(Point(value=series.values[n] if n < len(series.values) else None, label=label) for series in chart.series)


__all__ = ["differing", "facet_of", "facets"]
