"""A sender's own chart and table, filled from the file that they name."""

from __future__ import annotations

from collections.abc import Callable

from deck.content.own import LocalSlide, OwnChart, OwnTable
from deck.content.said import said_decimal
from deck.content.unread import tell_hidden
from deck.diagnostics import Diagnostics, did_you_mean
from deck.i18n import _
from deck.source import Tree
from deck.source.tree import TreePath
from deck.tables import BadCells, FileCells, NumberCell, amount

MOST_POINTS, MOST_ROWS, MOST_COLUMNS = 20, 40, 8
ReadCells = Callable[[str, TreePath], FileCells | None]
"""The table in a file of that name, which stands at that place; None where it has been said why there is none."""


def filled(
    own: LocalSlide, lang: str, tree: Tree, base: TreePath, read: ReadCells, diagnostics: Diagnostics
) -> LocalSlide | None:
    """The slide with the numbers and words of its file, as a language (BCP 47) writes them; None where `diagnostics` say why
    there are none."""
    chart, table = own.chart, own.table

    def read_shown(name: str, at: TreePath) -> FileCells | None:
        if (cells := read(name, at)) is not None and cells.left_out:
            tell_hidden(f"{name}: {cells.left_out}", tree.where(at), diagnostics)
        return cells

    if chart is not None and _one_way(chart.file, bool(chart.values), "values", tree, (*base, "chart"), diagnostics):
        cells = read_shown(chart.file, (*base, "chart", "file"))
        values = _points(chart, cells, tree, (*base, "chart"), diagnostics) if cells is not None else None
        chart = chart.model_copy(update={"values": values[1], "series": chart.series or values[0]}) if values else None
    elif chart is not None and (chart.file or not chart.values):
        chart = None
    if table is not None and _one_way(table.file, bool(table.rows), "rows", tree, (*base, "table"), diagnostics):
        cells = read_shown(table.file, (*base, "table", "file"))
        table = _rows(table, cells, lang, tree, (*base, "table"), diagnostics) if cells is not None else None
    elif table is not None and (table.file or not table.rows or not table.columns):
        if not table.file and table.rows:
            message = _('the field "{name}" is missing').format(name="columns")
            diagnostics.error("missing-field", message, tree.where((*base, "table")), _("add it"))
        table = None
    if (chart is None) != (own.chart is None) or (table is None) != (own.table is None):
        return None
    return own.model_copy(update={"chart": chart, "table": table})


def _one_way(file: str, given: bool, field: str, tree: Tree, base: TreePath, diagnostics: Diagnostics) -> bool:
    """Whether a file is to be read; a fault where there is neither a file nor what stands in its place, or both."""
    if bool(file) != given:
        return bool(file)
    message = _('"file" and "{name}" say the same twice') if file else _('the field "{name}" is missing')
    hint = _("take away one of them") if file else _('write it, or name a CSV or .xlsx in "file"')
    diagnostics.error("bad-value" if file else "missing-field", message.format(name=field), tree.where(base), hint)
    return False


def _column(said: str, cells: FileCells, tree: Tree, at: TreePath, diagnostics: Diagnostics) -> int | None:
    found = cells.column(said)
    if found is None:
        known = [name for name in cells.head if name]
        hint = did_you_mean(said, known) or _("known here: {names}").format(names=", ".join(known[:20]))
        diagnostics.error("bad-value", _('the table has no column "{name}"').format(name=said), tree.where(at), hint)
    return found


def _points(
    chart: OwnChart, cells: FileCells, tree: Tree, base: TreePath, diagnostics: Diagnostics
) -> tuple[str, dict[str, float]] | None:
    """What is measured, and name → amount. A row without an amount is told of, and never drawn as nothing."""
    names = _column(chart.names, cells, tree, (*base, "names"), diagnostics) if chart.names else 0
    told = _column(chart.column, cells, tree, (*base, "column"), diagnostics) if chart.column else _amounts(cells, names)
    if names is None or told is None:
        if not chart.column and names is not None:
            message = _("the table has no column with amounts in every row")
            diagnostics.error("bad-table", message, tree.where((*base, "file")), _('name the column in "column"'))
        return None
    where, found = tree.where((*base, "file")), dict[str, float]()
    try:
        cells.check()
        thousands = cells.thousands([told])
    except BadCells as error:
        diagnostics.error("bad-table", f"{chart.file}: {error}", where, error.hint)
        return None
    for row in cells.rows:
        name = row[names]
        try:
            value = amount(row[told], "" if isinstance(row[told], NumberCell) else thousands)
        except ValueError:
            message = _('"{value}" in the row "{row}" is no amount').format(value=row[told], row=name)
            diagnostics.error("bad-table", message, where, _("write it in digits, as 1 234,5"))
            continue
        if value is None:
            message = _('the row "{row}" has no amount, and is not drawn').format(row=name)
            diagnostics.warning("missing-amount", message, where, _("fill it in, or say on the slide that it is missing"))
        elif not name or name in found:
            message = _('two rows are called "{row}"') if name else _("a row has no name")
            diagnostics.error("bad-table", message.format(row=name), where, _("give each row a name of its own"))
        else:
            found[name] = value
    if len(found) > MOST_POINTS or len(cells.rows) > 2 * MOST_ROWS:
        message = _("the table has {count} rows; a chart of {most} can be read").format(count=len(cells.rows), most=MOST_POINTS)
        diagnostics.error("bad-table", message, where, _("keep the rows that the slide is about in a table of its own"))
        return None
    return (cells.head[told], found) if found else None


def _amounts(cells: FileCells, names: int | None) -> int | None:
    """The first column beside the names with an amount, or word that there is none, in every row."""

    def numbers(column: int) -> bool:
        try:
            found = [amount(row[column]) for row in cells.rows]
        except ValueError:
            return False
        return any(value is not None for value in found)

    return next((n for n in range(len(cells.head)) if n != names and numbers(n)), None)


def _rows(table: OwnTable, cells: FileCells, lang: str, tree: Tree, base: TreePath, diagnostics: Diagnostics) -> OwnTable | None:
    try:
        cells.check()
    except BadCells as error:
        diagnostics.error("bad-table", f"{table.file}: {error}", tree.where((*base, "file")), error.hint)
        return None
    shown = [_column(name, cells, tree, (*base, "columns", n), diagnostics) for n, name in enumerate(table.columns)] or list(
        range(len(cells.head))
    )
    kept = [n for n in shown if n is not None]
    if len(kept) < len(shown):
        return None
    if len(kept) > MOST_COLUMNS or len(cells.rows) > MOST_ROWS:
        message = _("the table has {columns} columns and {rows} rows; {most_columns} and {most_rows} can be read").format(
            columns=len(kept), rows=len(cells.rows), most_columns=MOST_COLUMNS, most_rows=MOST_ROWS
        )
        hint = _('name the columns that are shown in "columns", and keep the rows that the slide is about')
        diagnostics.error("bad-table", message, tree.where((*base, "file")), hint)
        return None
    columns = tuple(cells.head[n] for n in kept)
    rows = tuple(tuple(said_decimal(row[n], lang) for n in kept) for row in cells.rows)
    return table.model_copy(update={"columns": columns, "rows": rows})


__all__ = ["filled"]
