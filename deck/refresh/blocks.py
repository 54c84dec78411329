"""Three-way merge of a slot's block: text by paragraph and word, tables by cell, charts by point, the rest by field. Pure.

Each merge gives the merged value and the clashes met: (property, base, mine, theirs), where `mine` was kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from deck.presentation import (
    Block,
    Cell,
    Chart,
    Diagram,
    Form,
    Item,
    Map,
    Paragraph,
    Picture,
    QrCode,
    Row,
    Series,
    Table,
    Text,
    paragraph,
)
from deck.refresh.sequence import align, merge_order, merge_presence, move_like
from deck.refresh.words import merge_paragraph

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Clash = tuple[str, Any, Any, Any]
_WHOLE = frozenset({"kind", "form", "group", "number", "number_format", "highlight"})
"""Fields that are no words: half of one figure and half of another would be a third, which nobody wrote."""


@dataclass(slots=True)
class Clashes:
    """Collected on the way down. `hold`: the merge gives the next base instead: `theirs`, but `base` wherever the two clash."""

    items: list[Clash] = field(default_factory=list)
    hold: bool = False

    def pick(self, mine: T, theirs: T) -> T:
        """Where nothing clashes."""
        return theirs if self.hold else mine

    def scalar(self, name: str, base: T, mine: T, theirs: T) -> T:
        """The side that changed; `mine`, and a clash, where both did differently."""
        if theirs in (mine, base):
            return self.pick(mine, theirs)
        if mine != base:
            self.items.append((name, base, mine, theirs))
            return base if self.hold else mine
        return theirs


def advanced(base: Block, mine: Block, theirs: Block) -> Block:
    """The next merge base of a block: `theirs`, never past a clash."""
    return merge_block(base, mine, theirs, Clashes(hold=True))


def merge_block(base: Block, mine: Block, theirs: Block, clashes: Clashes) -> Block:
    """Merge by the block's kind; as a whole where one side made it another kind."""
    if theirs in (mine, base):
        return clashes.pick(mine, theirs)
    if mine == base:
        return theirs
    if not (type(base) is type(mine) is type(theirs)):
        return clashes.scalar("block", base, mine, theirs)
    return KINDS[type(base)](base, mine, theirs, clashes)


def _text(base: Text, mine: Text, theirs: Text, clashes: Clashes) -> Text:
    return Text(merge_paragraphs(base.paragraphs, mine.paragraphs, theirs.paragraphs, clashes))


def _diagram(base: Diagram, mine: Diagram, theirs: Diagram, clashes: Clashes) -> Diagram:
    items = _items(base.items, mine.items, theirs.items, base.how, clashes)
    return replace(_fields(base, mine, theirs, ("form", "alt", "columns", "caption"), clashes), items=items)


def _picture(base: Picture, mine: Picture, theirs: Picture, clashes: Clashes) -> Picture:
    media, width, height = clashes.scalar("picture", *((side.media, side.width, side.height) for side in (base, mine, theirs)))
    merged = _fields(base, mine, theirs, ("alt", "decorative"), clashes)
    return replace(merged, media=media, width=width, height=height)


def _qr_code(base: QrCode, mine: QrCode, theirs: QrCode, clashes: Clashes) -> QrCode:
    url, label = clashes.scalar("address", *((side.url, side.label) for side in (base, mine, theirs)))
    return replace(_fields(base, mine, theirs, ("alt",), clashes), url=url, label=label)


def _plain(base: Any, mine: Any, theirs: Any, clashes: Clashes) -> Any:
    return _fields(base, mine, theirs, tuple(item.name for item in fields(base)), clashes)


def _fields(base: Any, mine: Any, theirs: Any, names: Sequence[str], clashes: Clashes) -> Any:
    """`mine` with each named field merged; words merge word by word."""
    return replace(
        clashes.pick(mine, theirs),
        **{name: _field(name, getattr(base, name), getattr(mine, name), getattr(theirs, name), clashes) for name in names},
    )


def _field(name: str, base: Any, mine: Any, theirs: Any, clashes: Clashes) -> Any:
    words = name.rsplit(":", 1)[-1] not in _WHOLE
    if words and isinstance(base, str) and isinstance(mine, str) and isinstance(theirs, str):
        merged = merge_paragraph(paragraph(base), paragraph(mine), paragraph(theirs))
        if merged is not None:
            return clashes.pick(merged.text, theirs)
    return clashes.scalar(name, base, mine, theirs)


def _paragraph_words(item: Paragraph) -> str:
    return item.text


def merge_paragraphs(
    base: Sequence[Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph], clashes: Clashes, name: str = "text"
) -> tuple[Paragraph, ...]:
    """Text by paragraph and, where both changed one, by word. What the owner took away stays away; what either added is there."""

    def one(old: Paragraph, ours: Paragraph, other: Paragraph, _key: Hashable) -> Paragraph:
        merged = merge_paragraph(old, ours, other)
        if merged is None:
            clashes.items.append((name, old.text, ours.text, other.text))
            return old if clashes.hold else ours
        return clashes.pick(merged, other)

    return tuple(merge_list(base, mine, theirs, lambda item: item, _paragraph_words, one, clashes, name))


def merge_list(
    base: Sequence[T],
    mine: Sequence[T],
    theirs: Sequence[T],
    key: Callable[[T], Hashable],
    words: Callable[[T], str],
    one: Callable[[T, T, T, Hashable], T],
    clashes: Clashes,
    name: str,
) -> list[T]:
    """A list whose elements are known by likeness: presence, order and each element merged."""
    from_mine, from_theirs = align(base, mine, key, words), align(base, theirs, key, words)
    mine_keys: list[Hashable] = [("b", from_mine[j]) if j in from_mine else ("m", j) for j in range(len(mine))]
    theirs_keys: list[Hashable] = [("b", from_theirs[j]) if j in from_theirs else ("t", j) for j in range(len(theirs))]
    # The same new element on both sides is one.
    new_mine = {key(mine[j]): k for j, k in enumerate(mine_keys) if k == ("m", j)}
    theirs_keys = [
        new_mine.pop(key(theirs[j])) if k == ("t", j) and key(theirs[j]) in new_mine else k for j, k in enumerate(theirs_keys)
    ]
    return _merge_known(
        {("b", i): item for i, item in enumerate(base)},
        dict(zip(mine_keys, mine, strict=True)),
        dict(zip(theirs_keys, theirs, strict=True)),
        words,
        one,
        clashes,
        name,
    )


def _merge_known(
    base: dict[Hashable, T],
    mine: dict[Hashable, T],
    theirs: dict[Hashable, T],
    words: Callable[[T], str],
    one: Callable[[T, T, T, Hashable], T],
    clashes: Clashes,
    name: str,
) -> list[T]:
    """Elements known by key: presence, then each on its own, then order."""
    kept = merge_presence(list(base), list(mine), list(theirs))
    result: dict[Hashable, T] = {}
    for item in [*mine, *(k for k in theirs if k not in mine), *(k for k in base if k not in mine and k not in theirs)]:
        old, ours, other = base.get(item), mine.get(item), theirs.get(item)
        if old is not None and ours is not None and other is not None:
            result[item] = one(old, ours, other, item)
        elif old is not None and ours is not None:
            # Theirs took it away: gone if the owner never touched it, or emptied it.
            if ours != old and words(ours).strip():
                kept.add(item)
                result[item] = old if clashes.hold else ours
                clashes.items.append((name, words(old), words(ours), ""))
        elif old is not None and other is not None:
            clash = other != old and bool(words(other).strip())
            if clash:
                clashes.items.append((name, words(old), "", words(other)))
            if clashes.hold:
                kept.add(item)
                result[item] = old if clash else other
        elif ours is not None and other is not None:
            result[item] = clashes.scalar(name, other, ours, other)
        elif other is not None:
            result[item] = other
        elif ours is not None and not clashes.hold:
            result[item] = ours
    if clashes.hold:
        order = [*theirs, *(item for item in base if item not in theirs)]
        order = move_like(order, [item for item in base if item not in theirs], list(base))
    else:
        order = merge_order(list(base), list(mine), list(theirs), kept)
    return [result[item] for item in order if item in result]


def _by_id(
    base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any], one: Any, words: Any, clashes: Clashes, name: str
) -> list[Any]:
    """Elements with ids for life."""
    index = [{item.id: item for item in side} for side in (base, mine, theirs)]
    return _merge_known(index[0], index[1], index[2], words, one, clashes, name)


def _told_apart(items: Sequence[T]) -> tuple[T, ...]:
    """A row or card that its owner copied has the original's id: each later one gets one of its own."""
    seen: set[str] = set()
    found: list[T] = []
    for item in items:
        first = name = str(getattr(item, "id"))  # noqa: B009
        number = 1
        while name in seen:
            number += 1
            name = f"{first}~{number}"
        seen.add(name)
        found.append(item if name == first else replace(item, id=name))  # type: ignore[type-var]
    return tuple(found)


def _axis(sides: Sequence[Sequence[K]], at: Callable[[int, K], Mapping[Any, Any]], clashes: Clashes, name: str) -> set[K]:
    """Which columns, categories or series stay. One that theirs took away, yet the owner edited, stays and clashes; one that the
    owner took away stays away, and clashes where theirs has edited it. `at`: (side, item) → its values by where they stand."""
    base, mine, theirs = sides
    kept = merge_presence(base, mine, theirs)
    for item in base:
        was = at(0, item)
        for side, other in ((1, theirs), (2, mine)):
            now = at(side, item) if item in sides[side] and item not in other else {}
            if any(now[place] != was[place] for place in now if place in was):
                said = _said(now)
                clashes.items.append((name, _said(was), said if side == 1 else "", said if side == 2 else ""))
                if side == 1:
                    kept.add(item)
    return kept


def _said(values: Mapping[Any, Any]) -> str:
    """Values in words; an emptied one is a dash, for nothing at all means that the row or column is gone."""
    texts = (item.text if isinstance(item, Cell) else "" if item is None else str(item) for item in values.values())
    return " · ".join(text.strip() or "–" for text in texts)


def _items(base: Sequence[Item], mine: Sequence[Item], theirs: Sequence[Item], form: Form, clashes: Clashes) -> tuple[Item, ...]:
    """A diagram's items, field by field."""

    def one(old: Item, ours: Item, other: Item, key: Hashable) -> Item:
        names = [item.name for item in fields(old) if item.name != "id"]
        return replace(
            clashes.pick(ours, other),
            **{n: _field(form.part(str(key), n), getattr(old, n), getattr(ours, n), getattr(other, n), clashes) for n in names},
        )

    def words(item: Item) -> str:
        return f"{item.title} {item.text}".strip()

    return tuple(_by_id(base, _told_apart(mine), theirs, one, words, clashes, form.item))


# --- tables ---------------------------------------------------------------------------------------------------------------------


def _column_keys(base: Table, side: Table) -> list[Hashable]:
    """Columns have no ids: known by their header cells, then by place."""
    old = [cell.text for cell in base.rows[0].cells] if base.rows else []
    new = [cell.text for cell in side.rows[0].cells] if side.rows else []
    found = align(old, new, lambda word: word, lambda word: word)
    if len(old) == len(new):
        free = [i for i in range(len(old)) if i not in found.values()]
        for j in range(len(new)):
            if j not in found and j in free:
                found[j] = j
    return [("b", found[j]) if j in found else ("new", new[j], new[:j].count(new[j])) for j in range(len(new))]


def _table(base: Table, mine: Table, theirs: Table, clashes: Clashes) -> Table:
    mine = replace(mine, rows=_told_apart(mine.rows))
    base_columns: list[Hashable] = [("b", i) for i in range(len(base.widths))]
    mine_columns, theirs_columns = _column_keys(base, mine), _column_keys(base, theirs)
    if clashes.hold and not (base_columns == mine_columns == theirs_columns):
        # Columns have no ids: a base between two shapes of a table would know none of them.
        again = Clashes()
        _table(base, mine, theirs, again)
        return base if again.items else theirs
    sides = ((base, base_columns), (mine, mine_columns), (theirs, theirs_columns))

    def grid(side: Table, names: list[Hashable]) -> dict[str, dict[Hashable, Cell]]:
        return {row.id: dict(zip(names, row.cells, strict=False)) for row in side.rows}

    grids = [grid(side, names) for side, names in sides]

    def column_at(side: int, column: Hashable) -> dict[Hashable, Any]:
        return {row: cells[column] for row, cells in grids[side].items() if column in cells}

    kept = _axis((base_columns, mine_columns, theirs_columns), column_at, clashes, "column")
    columns = merge_order(base_columns, mine_columns, theirs_columns, kept)
    empty = Cell((paragraph(""),))

    def one(old: Row, ours: Row, other: Row, _key: Hashable) -> Row:
        cells = []
        for column in columns:
            was, now, offered = (g[row.id].get(column) for g, row in zip(grids, (old, ours, other), strict=True))
            if was is not None and now is not None and offered is not None:
                cells.append(Cell(merge_paragraphs(was.paragraphs, now.paragraphs, offered.paragraphs, clashes, f"row:{old.id}")))
            else:
                cells.append(now or offered or empty)
        return Row(old.id, tuple(cells))

    def words(row: Row) -> str:
        return " · ".join(cell.text for cell in row.cells)

    rows = _by_id(base.rows, mine.rows, theirs.rows, one, words, clashes, "row")
    shaped = rows if clashes.hold else []
    for row in () if clashes.hold else rows:
        source = next((g for g in reversed(grids) if row.id in g), {})
        own = next((g[row.id] for g in (grids[1], grids[2]) if row.id in g), {})
        if len(row.cells) == len(columns) and row.id in grids[0] and row.id in grids[1] and row.id in grids[2]:
            shaped.append(row)
        else:
            shaped.append(Row(row.id, tuple(own.get(column, source.get(row.id, {}).get(column, empty)) for column in columns)))
    widths = clashes.scalar("widths", base.widths, mine.widths, theirs.widths)
    if len(widths) != len(columns):
        shares = {**dict(zip(theirs_columns, theirs.widths, strict=False)), **dict(zip(mine_columns, mine.widths, strict=False))}
        widths = tuple(shares.get(column, 1 / len(columns)) for column in columns)
    merged = _fields(base, mine, theirs, ("alt", "first_column"), clashes)
    return replace(merged, rows=tuple(shaped), widths=widths)


# --- charts ---------------------------------------------------------------------------------------------------------------------


def _chart(base: Chart, mine: Chart, theirs: Chart, clashes: Clashes) -> Chart:
    if any(
        len(set(names)) < len(names)
        for side in (base, mine, theirs)
        for names in (side.categories, [item.name for item in side.series])
    ):
        # Points are known by their names alone.
        return clashes.scalar("chart", base, mine, theirs)
    old, ours, other = (list(side.categories) for side in (base, mine, theirs))

    def points(side: Chart) -> dict[str, dict[str, float | None]]:
        return {series.name: dict(zip(side.categories, series.values, strict=False)) for series in side.series}

    data = [points(side) for side in (base, mine, theirs)]
    sides = [list(side) for side in data]
    shown = [{c: _label(side, c) for c in side.categories} for side in (base, mine, theirs)]

    def category_at(side: int, category: str) -> dict[Hashable, Any]:
        values = {name: row[category] for name, row in data[side].items() if category in row}
        return {**values, ("label",): shown[side].get(category, "")}

    met = len(clashes.items)
    kept = _axis((old, ours, other), category_at, clashes, "category")
    kept_names = _axis(sides, lambda side, name: data[side].get(name, {}), clashes, "series")
    if clashes.hold and len(clashes.items) > met:
        return base
    merged = _fields(base, mine, theirs, ("kind", "alt", "number_format"), clashes)
    order = other if clashes.hold else merge_order(old, ours, other, kept)
    names = sides[2] if clashes.hold else merge_order(sides[0], sides[1], sides[2], kept_names)
    series = []
    for name in names:
        was, now, offered = (side.get(name, {}) for side in data)
        values = tuple(
            clashes.scalar(f"point:{name}:{category}", was.get(category), now.get(category), offered.get(category))
            if category in was and category in now and category in offered
            else clashes.pick(now.get(category, offered.get(category)), offered.get(category))
            for category in order
        )
        series.append(Series(name, values))
    labels = tuple(clashes.scalar(f"label:{c}", *(_label(side, c) for side in (base, mine, theirs))) for c in order)
    chosen = clashes.scalar("highlight", *(_lit(side) for side in (base, mine, theirs)))
    return replace(
        merged,
        categories=tuple(order),
        series=tuple(series),
        labels=labels if any(labels) else (),
        highlight=order.index(chosen) if chosen in order else None,
    )


def _label(chart: Chart, category: str) -> str:
    if not chart.labels or category not in chart.categories:
        return ""
    return chart.labels[chart.categories.index(category)]


def _lit(chart: Chart) -> str | None:
    inside = chart.highlight is not None and chart.highlight < len(chart.categories)
    return chart.categories[chart.highlight] if inside and chart.highlight is not None else None


KINDS: Mapping[type, Callable[[Any, Any, Any, Clashes], Any]] = {
    Text: _text,
    Table: _table,
    Chart: _chart,
    Diagram: _diagram,
    Picture: _picture,
    Map: _plain,
    QrCode: _qr_code,
}
