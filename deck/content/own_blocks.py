"""A sender's own rows, cards, process, timeline, table and chart, as blocks of a slide and their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deck.content.blocks import ChartBlock, ChartPoint, Column, DiagramBlock, DiagramItem, Statement, TableBlock
from deck.content.diagrams import KEY_LIMIT, TEXT_LIMIT, TITLE_LIMIT
from deck.content.own import LocalSlide, OwnChart, OwnTable
from deck.diagnostics import Diagnostics, did_you_mean
from deck.i18n import _
from deck.presentation import FORMS
from deck.source import Tree
from deck.source.tree import TreePath

FORM_OF = {"rows": "rows", "cards": "cards", "process": "process", "loop": "loop", "timeline": "time"}
"""A field of local.yaml → the form that draws it."""
DRAWN = (*FORM_OF, "table", "chart")
"""The fields that have a slide to themselves."""
ALT_LIMIT, CELL_LIMIT, HEAD_LIMIT, NAME_LIMIT = 400, 200, 40, 60
_LIMITS = {"key": KEY_LIMIT, "title": TITLE_LIMIT, "text": TEXT_LIMIT}
_LOCAL = ("local",)

Say = Callable[[tuple[str, ...], str, int, TreePath], None]
"""Put a text by its path below the slot: (path, text, most characters, where it stands below the slide)."""


def drawn_of(own: LocalSlide) -> tuple[str, ...]:
    """Which of the fields that have a slide to themselves are given."""
    return tuple(name for name in DRAWN if getattr(own, name))


def own_block(own: LocalSlide, name: str, tree: Tree, base: TreePath, say: Say, diagnostics: Diagnostics) -> Any:
    """The block of the field `name`; its words go through `say`. Every fault goes to `diagnostics`."""
    value = getattr(own, name)
    if isinstance(value, OwnTable):
        return _table(value, tree, base, say, diagnostics)
    if isinstance(value, OwnChart):
        return _chart(value, tree, base, say, diagnostics)
    return _diagram(own, name, tree, base, say, diagnostics)


def _diagram(own: LocalSlide, name: str, tree: Tree, base: TreePath, say: Say, diagnostics: Diagnostics) -> DiagramBlock:
    form, given = FORMS[FORM_OF[name]], getattr(own, name)
    if not form.least <= len(given) <= form.most:
        message = _('"{name}" takes {least} to {most} items, and here are {count}')
        diagnostics.error(
            "bad-value",
            message.format(name=name, least=form.least, most=form.most, count=len(given)),
            tree.where((*base, name), key=True),
            _("add some, or take some away; a long list is read as rows"),
        )
    items: dict[str, DiagramItem] = {}
    for n, item in enumerate(given):
        key, at = f"i{n + 1}", (name, n)
        if not item.title.strip():
            message = _('the field "{name}" is missing').format(name="title")
            diagnostics.error("missing-field", message, tree.where((*base, *at)), _("add it"))
        for field, limit in _LIMITS.items():
            if not (text := getattr(item, field)).strip():
                continue
            if field in form.fields:
                where = (*at, field) if tree.get((*base, *at, field)) is not None else at
                say(("items", key, field), text, limit, where)
            else:
                message = _('"{form}" has no "{field}"').format(form=name, field=field)
                hint = _("the fields here are {names}").format(names=", ".join(form.fields))
                diagnostics.error("unknown-field", message, tree.where((*base, *at, field), key=True), hint)
        numeral = str(n + 1) if name == "rows" and not any(other.key for other in given) else ""
        items[key] = DiagramItem(source=_LOCAL, link=item.link, key=numeral)
    names = ", ".join((item.key or item.title).strip().rstrip(".") for item in given)
    say(("alt",), f"{own.title.strip()}: {names}"[:ALT_LIMIT], ALT_LIMIT, (name,))
    return DiagramBlock.model_construct(role="object", block=form.name, items=items, columns=0, loop=False)


def _table(given: OwnTable, tree: Tree, base: TreePath, say: Say, diagnostics: Diagnostics) -> TableBlock:
    columns = {f"c{n + 1}": Column() for n in range(len(given.columns))}
    for n, words in enumerate(given.columns):
        say(("columns", f"c{n + 1}"), words, HEAD_LIMIT, ("table", "file") if given.file else ("table", "columns", n))
    rows: dict[str, Statement] = {}
    for n, cells in enumerate(given.rows):
        rows[f"r{n + 1}"] = Statement(source=_LOCAL)
        if len(cells) != len(columns):
            message = _("the row does not have the table's columns: its cells are {cells}, the columns {columns}")
            diagnostics.error(
                "bad-value",
                message.format(cells=len(cells), columns=len(columns)),
                tree.where((*base, "table", "rows", n)),
                _('write "" for a cell that is to be empty'),
            )
        for m, words in enumerate(cells[: len(columns)]):
            if words.strip():
                at: TreePath = ("table", "file") if given.file else ("table", "rows", n, m)
                say(("rows", f"r{n + 1}", f"c{m + 1}"), words, CELL_LIMIT, at)
    # A table is read cell by cell; its headings say what it is about.
    told = given.alt or ", ".join(words.strip() for words in given.columns if words.strip())[:ALT_LIMIT]
    say(("alt",), told, ALT_LIMIT, ("table", "alt") if given.alt else ("table",))
    return TableBlock(block="table", role="object", columns=columns, rows=rows)


def _chart(given: OwnChart, tree: Tree, base: TreePath, say: Say, diagnostics: Diagnostics) -> ChartBlock:
    points: dict[str, ChartPoint] = {}
    names = list(given.values)
    for n, (name, value) in enumerate(given.values.items()):
        points[f"v{n + 1}"] = ChartPoint(value=value, source=_LOCAL)
        at: TreePath = ("chart", "file") if given.file else ("chart", "values", name)
        say(("categories", f"v{n + 1}"), name, NAME_LIMIT, at)
    if given.series.strip():
        say(("series",), given.series, NAME_LIMIT, ("chart", "series"))
    else:
        hint = _('say in "series" what is measured, with its unit')
        diagnostics.error("missing-field", _("the chart does not say what it measures"), tree.where((*base, "chart")), hint)
    if not given.alt.strip():
        hint = _('say in "alt" what it shows: the highest and lowest amount, and where it is heading')
        diagnostics.error("missing-field", _("the chart has no alternative text"), tree.where((*base, "chart")), hint)
    else:
        say(("alt",), given.alt, ALT_LIMIT, ("chart", "alt"))
    highlight = ""
    if given.highlight:
        if given.highlight in names:
            highlight = f"v{names.index(given.highlight) + 1}"
        else:
            message = _('"{name}" is none of the values').format(name=given.highlight)
            hint = did_you_mean(given.highlight, names) or _("known here: {names}").format(names=", ".join(names))
            diagnostics.error("bad-value", message, tree.where((*base, "chart", "highlight")), hint)
    return ChartBlock(block="chart", role="object", chart=given.chart, categories=points, highlight=highlight)


def one_only(given: tuple[str, ...], tree: Tree, base: TreePath, diagnostics: Diagnostics) -> None:
    """Tell of every field that cannot share a slide with the first."""
    first, *more = given
    for name in more:
        message = _('"{name}" and "{other}" cannot share a slide').format(name=name, other=first)
        diagnostics.error("unknown-slot", message, tree.where((*base, name), key=True), _("make a slide of its own of it"))
