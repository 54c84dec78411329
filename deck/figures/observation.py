"""What is known of places: an amount of an indicator for a place and a period, with its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from deck.tables import FileCells, number_cell

COUNTRY = "00"
"""The code of the whole country, as SCB has it."""
COLUMNS = ("kod", "plats", "nyckeltal-id", "nyckeltal", "år", "värde", "enhet", "källa", "hämtad", "licens")
"""Our own format's headings, in the order of an observation's fields."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """`key`: what it is known by in its file; `name` and `unit` as the file says them. `source`: who publishes it, `fetched`: the
    day of it (ISO 8601), `licence`: the line that the publisher asks for."""

    key: str
    name: str
    unit: str = ""
    source: str = ""
    fetched: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """`place`: a code of the register ("1281", "12"), COUNTRY, or what else the file calls it; `period`: "2023", "2023K4". No
    `value`: the publisher says that there is none."""

    place: str
    place_name: str
    indicator: Indicator
    period: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A row of a file whose amount is left out, for it has none of `lacks`."""

    line: int
    lacks: Literal["place", "year"]


@dataclass(frozen=True)
class Figures:
    """Each (place, indicator, period) stands once. `unread`: rows with amounts that none of them holds; `left_out`: what its file
    hides, and so is not among them, in words for a person."""

    observations: tuple[Observation, ...] = ()
    unread: tuple[Unread, ...] = field(default=(), compare=False)
    left_out: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """By their keys, in the order of the file; fetched when their newest amount was, for years are added to a file."""
        found: dict[str, Indicator] = {}
        for item in self.observations:
            first = found.setdefault(item.indicator.key, item.indicator)
            if item.indicator.fetched > first.fetched:
                found[first.key] = replace(first, fetched=item.indicator.fetched)
        return found

    @cached_property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """Key → whom the file names as its source, in the order of the file; "" where a row with an amount names none."""
        found: dict[str, dict[str, None]] = {}
        for item in self.observations:
            if item.value is not None or item.indicator.source:
                found.setdefault(item.indicator.key, {})[item.indicator.source] = None
        return {key: tuple(names) for key, names in found.items()}

    def find(self, words: str) -> Indicator | None:
        """The indicator that is known by this key or name, whatever its capitals."""
        wanted = words.strip().casefold()
        items = self.indicators.values()
        return next((item for item in items if item.key.casefold() == wanted), None) or next(
            (item for item in items if item.name.casefold() == wanted), None
        )

    @cached_property
    def _series(self) -> dict[tuple[str, str], dict[str, float | None]]:
        found: dict[tuple[str, str], dict[str, float | None]] = {}
        for item in self.observations:
            found.setdefault((item.indicator.key, item.place), {})[item.period] = item.value
        return found

    def series(self, key: str, place: str) -> dict[str, float | None]:
        """Period → amount, in order of time; empty where nothing is known."""
        return dict(sorted(self._series.get((key, place), {}).items()))

    @cached_property
    def place_names(self) -> dict[str, str]:
        """Place → what the file calls it."""
        return {item.place: item.place_name for item in self.observations}

    def only(self, places: Collection[str], keys: Collection[str]) -> Figures:
        """What is known of these places by these indicators."""
        held = (item for item in self.observations if item.place in places and item.indicator.key in keys)
        return Figures(tuple(held))

    def to_cells(self) -> FileCells:
        """In our own format, to be remembered."""
        rows = tuple(tuple(_row(item)) for item in self.observations)
        return FileCells(head=COLUMNS, rows=rows)


def _row(item: Observation) -> Iterable[str]:
    of = item.indicator
    value = "" if item.value is None else number_cell(item.value)
    return item.place, item.place_name, of.key, of.name, item.period, value, of.unit, of.source, of.fetched, of.licence


__all__ = ["COLUMNS", "COUNTRY", "Figures", "Indicator", "Observation", "Unread"]
