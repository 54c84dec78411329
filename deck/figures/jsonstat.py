"""JSON-stat 2.0 (json-stat.org/full): a cube of amounts, as PxWeb and many publishers give it.

Read here and not by a library: those on PyPI bring pandas with them, and the format is a row of numbers with the lengths of its
sides."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from deck.figures.columns import TOTALS
from deck.figures.observation import Figures, Indicator, Observation
from deck.figures.where import place_of
from deck.i18n import _
from deck.tables import BadCells, amount

MOST_AMOUNTS = 2_000_000
_ROLES = {
    "geo": ("region", "kommun", "lan", "geo"),
    "time": ("tid", "time", "ar", "year"),
    "metric": ("contentscode", "contents"),
}
"""What a dimension without a role is known by (roles: json-stat.org/full/#role)."""


@dataclass(frozen=True, slots=True)
class CubeSide:
    """A dimension: its categories' codes in order, and their labels."""

    name: str
    label: str
    codes: tuple[str, ...]
    labels: Mapping[str, str]
    units: Mapping[str, str]


def figures_in(data: bytes, name: str) -> Figures:
    """The figures of a dataset; `name`: what its indicator is called where nothing in it says so. Raises BadCells."""
    try:
        cube = json.loads(data.decode("utf-8-sig"))
        return _figures(cube, name)
    except BadCells:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        raise BadCells(_("the file is no JSON-stat dataset"), _("download it as JSON-stat 2, or as CSV")) from None


def _figures(cube: Any, name: str) -> Figures:
    cube = _dataset(cube)
    sides = [_side(key, cube["dimension"][key]) for key in cube["id"]]
    sizes = [len(side.codes) for side in sides]
    if sizes != [int(size) for size in cube["size"]] or prod(sizes) > MOST_AMOUNTS:
        raise ValueError(sizes)
    roles = {role: _role(role, cube.get("role") or {}, sides) for role in _ROLES}
    where, when, what = roles["geo"], roles["time"], roles["metric"]
    if where is None or when is None:
        raise BadCells(
            _("the dataset does not say which of its sides is the place and which the year"),
            _("download it with the place and the year as variables"),
        )
    chosen = [_chosen(side, n in (where, when, what)) for n, side in enumerate(sides)]
    source, updated = str(cube.get("source") or ""), str(cube.get("updated") or "")[:10]
    values, found = cube["value"], []
    for spot in product(*chosen):
        place, called = place_of(sides[where].codes[spot[where]], sides[where].labels[sides[where].codes[spot[where]]])
        metric = sides[what].codes[spot[what]] if what is not None else ""
        label = sides[what].labels[metric] if what is not None else str(cube.get("label") or name)
        unit = sides[what].units.get(metric, "") if what is not None else ""
        indicator = Indicator(metric or label, name=label, unit=unit, source=source, fetched=updated)
        period = sides[when].codes[spot[when]].upper()
        found.append(Observation(place, called, indicator, period, _amount(values, _flat(spot, sizes))))
    return Figures(tuple(found))


def _dataset(cube: Any) -> Any:
    """The dataset itself, or the only one of a collection. Raises BadCells for what JSON-stat has besides."""
    again = _("download it as JSON-stat 2, or as CSV")
    kind = cube.get("class")
    if kind == "collection":
        held = [item for item in (cube.get("link") or {}).get("item") or () if item.get("class", "dataset") == "dataset"]
        whole = [item for item in held if "value" in item and "dimension" in item]
        if len(held) > 1:
            raise BadCells(_("the file holds several datasets"), _("give one file for each"))
        if not whole:
            raise BadCells(_("the file lists datasets, and holds the amounts of none"), again)
        return whole[0]
    if kind not in (None, "dataset"):
        raise BadCells(_('the file is JSON-stat of the class "{name}", and holds no amounts').format(name=kind), again)
    if kind is None and any(isinstance(item, Mapping) and "value" in item and "dimension" in item for item in cube.values()):
        raise BadCells(_("the file is JSON-stat of version 1"), again)
    return cube


def _side(key: str, given: Any) -> CubeSide:
    category = given["category"]
    index, labels = category.get("index"), category.get("label") or {}
    if isinstance(index, Mapping):
        codes = sorted(map(str, index), key=lambda code: int(index[code]))
    else:
        codes = list(map(str, index if index is not None else labels))
    units = {
        str(code): str((unit or {}).get("base") or (unit or {}).get("label") or "")
        for code, unit in (category.get("unit") or {}).items()
    }
    return CubeSide(
        key,
        label=str(given.get("label") or key),
        codes=tuple(codes),
        labels={code: str(labels.get(code, code)) for code in codes},
        units=units,
    )


def _role(role: str, roles: Mapping[str, Sequence[str]], sides: Sequence[CubeSide]) -> int | None:
    """The number of the dimension that has a role, by what the dataset says, else by its name."""
    told = list(roles.get(role) or ())
    return (
        next((n for n, side in enumerate(sides) if side.name in told), None)
        if told
        else next((n for n, side in enumerate(sides) if side.name.casefold() in _ROLES[role]), None)
    )


def _chosen(side: CubeSide, kept: bool) -> Sequence[int]:
    """The categories that are read: all of the place, the year and what is counted; of what parts the amounts further, the
    total. Raises BadCells where there is none."""
    if kept or len(side.codes) == 1:
        return range(len(side.codes))
    whole = [n for n, code in enumerate(side.codes) if {code.casefold(), side.labels[code].casefold()} & TOTALS]
    if len(whole) != 1:
        names = ", ".join(_('"{name}"').format(name=side.labels[code]) for code in side.codes[:3])
        message = _('the amounts are parted by "{column}" ({names} …), and no row is the whole').format(
            column=side.label, names=names
        )
        raise BadCells(message, _("download the file with the total, or keep one of them"))
    return whole


def _flat(spot: Sequence[int], sizes: Sequence[int]) -> int:
    """The number of an amount: the last dimension runs fastest."""
    at = 0
    for n, size in zip(spot, sizes, strict=True):
        at = at * size + n
    return at


def _amount(values: Any, at: int) -> float | None:
    value = values.get(str(at)) if isinstance(values, Mapping) else values[at]
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        # Not of the format, but what some write.
        return amount(value)
    number = float(value)
    return number if abs(number) < 1e300 else None


__all__ = ["figures_in"]
