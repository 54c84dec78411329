"""The columns in which rows are set: where each field of a row begins, how wide it is, and how large its words are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deck.geometry import EMU_PER_PT
from deck.layout.zone import GUTTER, PX, Zone, lower, sizes_from, wide
from deck.presentation import Item

HEADED = 700
"""Px of a box under which rows of a heading and some words have the words under it."""
NUMERAL, NUMERALS = 3, 44.0
"""So many characters a numeral has at most; and how large those of fewer are, in points."""

NARROW, BROAD = 6, 0.7
"""Columns of a box under which a numeral has no more than it needs; and a figure's width per em at most."""
SMALLER, BROADER = (36.0, 28.0), 0.8
"""Points of numerals, and a figure's width, in a font that is wide, or lacking: rather than numerals above what they number."""
QUARTER = 0.25
"""Of a column."""


@dataclass(frozen=True, slots=True)
class RowCell:
    """A field in a column: where it begins and how wide it is, in EMU. `under`: it stands under the field before it. `listed`:
    lines after its first are a list."""

    field: str
    x: int
    width: int
    size: float
    bold: bool = False
    strong: bool = False
    under: bool = False
    listed: bool = False


def columns_for(items: Sequence[Item], count: int, zone: Zone, minimum: float) -> Iterator[tuple[RowCell, ...]]:
    """The ways to set rows, the best first."""
    first, *rest = fields_of(items)
    digits = max((len(getattr(item, first)) for item in items), default=0)
    role = {5: 24.0}.get(count, 28.0 if count < 5 else 22.0)
    if not rest:
        for size in sizes_from(role, minimum):
            yield (RowCell(first, x=zone.box.x, width=zone.box.w, size=size),)
        return
    if first == "title" and wide(zone.box) < HEADED:
        yield from _headed(first, rest, zone, minimum)
    if digits <= NUMERAL:
        yield from _numbered(first, rest, role, digits, zone, minimum)
        for most in SMALLER:
            yield from _numbered(first, rest, role, digits, zone, minimum, most, BROADER)
    else:
        yield from _worded(first, rest, role, count, zone, minimum)
    yield from _stacked(first, rest, zone, minimum)


def fields_of(items: Sequence[Item]) -> tuple[str, ...]:
    """The fields that are in use, the leading one first."""
    used = tuple(field for field in ("key", "title", "text") if any(getattr(item, field) for item in items))
    return used or ("title",)


def _numbered(
    first: str,
    rest: list[str],
    role: float,
    digits: int,
    zone: Zone,
    minimum: float,
    most: float = NUMERALS,
    broad: float = BROAD,
) -> Iterator[tuple[RowCell, ...]]:
    last = zone.columns
    if last < 3:
        return
    for size in sizes_from(max(role, 26.0) if len(rest) > 1 else role, minimum):
        large = (most if digits < NUMERAL else size) * min(zone.scale, 1.0)
        key = RowCell(first, x=zone.left(1), width=zone.width(1, 1), size=max(large, size), bold=True, strong=True)
        if len(rest) == 1:
            left = zone.left(2)
            if last < NARROW:
                # Beside a map each column counts: the numeral has what it needs.
                key = replace(key, width=min(key.width, round(digits * key.size * broad * EMU_PER_PT)))
                left = min(left, key.x + key.width + round(GUTTER * PX / 2))
            yield key, RowCell(rest[0], x=left, width=zone.width(1, last) - (left - zone.left(1)), size=size)
            continue
        head, body = min(size, 26.0), min(lower(min(size, 26.0), 2, minimum), 22.0)
        if last >= 9:
            middle = round(last * 5 / 12)
            yield (
                key,
                RowCell(rest[0], x=zone.left(2), width=zone.width(2, middle), size=head, bold=True),
                RowCell(rest[1], x=zone.left(middle + 1), width=zone.width(middle + 1, last), size=body),
            )
        room = zone.left(2), zone.width(2, last)
        yield (
            key,
            RowCell(rest[0], x=room[0], width=room[1], size=head, bold=True),
            RowCell(rest[1], x=room[0], width=room[1], size=body, under=True),
        )


def _worded(first: str, rest: list[str], role: float, count: int, zone: Zone, minimum: float) -> Iterator[tuple[RowCell, ...]]:
    last = zone.columns
    if last < 6:
        return
    spans: list[float] = [round(last * share / 12) for share in ((4, 3, 5) if count <= 3 else (3, 4, 5))]
    # A word that is a letter too long for its column has a quarter of one more where the next would take lines from the others.
    spans.insert(2, min(spans[:2]) + QUARTER)
    for size in sizes_from(max(role, 32.0) if count <= 3 else role, minimum):
        for span in dict.fromkeys(spans):
            key = RowCell(
                first,
                x=zone.left(1),
                width=zone.width(1, span),
                size=min(size, 32.0 if count <= 3 else 24.0),
                bold=True,
                strong=True,
            )
            room = zone.left(span + 1), zone.width(span + 1, last)
            body = min(size, role)
            if len(rest) == 1:
                yield key, RowCell(rest[0], x=room[0], width=room[1], size=body)
            else:
                small = lower(min(body, 26.0), 2, minimum)
                yield (
                    key,
                    RowCell(rest[0], x=room[0], width=room[1], size=min(body, 26.0), bold=True),
                    RowCell(rest[1], x=room[0], width=room[1], size=small, under=True),
                )


def _headed(first: str, rest: list[str], zone: Zone, minimum: float) -> Iterator[tuple[RowCell, ...]]:
    """In a narrow box, a heading over what is said of it."""
    for size in sizes_from(30.0, max(minimum, 24.0)):
        yield (
            RowCell(first, x=zone.box.x, width=zone.box.w, size=size, bold=True, strong=True),
            RowCell(rest[0], x=zone.box.x, width=zone.box.w, size=lower(size, 4, minimum), under=True),
        )


def _stacked(first: str, rest: list[str], zone: Zone, minimum: float) -> Iterator[tuple[RowCell, ...]]:
    """All below each other, the leading field strong."""
    for size in sizes_from(26.0, minimum):
        yield _below(first, rest, zone, size, minimum)


def _below(first: str, rest: list[str], zone: Zone, size: float, minimum: float) -> tuple[RowCell, ...]:
    room = zone.box.x, zone.box.w
    cells = [RowCell(first, x=room[0], width=room[1], size=size, bold=True, strong=True)]
    for n, field in enumerate(rest):
        cells.append(
            RowCell(
                field,
                x=room[0],
                width=room[1],
                size=size if n == 0 else lower(size, 1, minimum),
                bold=n == 0 and len(rest) > 1,
                under=True,
            )
        )
    return tuple(cells)


def least_columns(items: Sequence[Item], zone: Zone, minimum: float) -> tuple[RowCell, ...]:
    """What is left where nothing holds them: all below each other, as small as words may be."""
    first, *rest = fields_of(items)
    return _below(first, rest, zone, minimum, minimum)


__all__ = ["RowCell", "columns_for", "fields_of", "least_columns"]
