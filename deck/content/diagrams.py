"""Diagrams in content: what a form lets its items have, and the words that they want."""

from __future__ import annotations

from deck.content.blocks import ITEMS, DiagramBlock
from deck.diagnostics import Diagnostics
from deck.i18n import _
from deck.presentation import WORDS
from deck.source import Tree
from deck.source.tree import TreePath

TITLE_LIMIT, TEXT_LIMIT, KEY_LIMIT, CAPTION_LIMIT = 140, 160, 24, 120
_LIMITS = {"title": TITLE_LIMIT, "text": TEXT_LIMIT, "key": KEY_LIMIT}
_FIELDS = ("key", "link", "group", "value")
_SPELLED = {"key": ("key", "number")}


def spelled(tree: Tree, base: TreePath) -> str:
    """How the file calls the items of the diagram at `base`."""
    return next((name for name in ITEMS if tree.get((*base, name)) is not None), ITEMS[0])


def check_diagram(block: DiagramBlock, tree: Tree, base: TreePath, diagnostics: Diagnostics) -> None:
    """What its form does not have, and how many items it takes."""
    form, items = block.form, (*base, spelled(tree, base))
    if not form.least <= len(block.items) <= form.most:
        message = _('"{form}" takes {least} to {most} items, and here are {count}').format(
            form=form.name, least=form.least, most=form.most, count=len(block.items)
        )
        hint = (
            _("add some, or choose another form")
            if len(block.items) < form.least
            else _("take some away, or choose another form")
        )
        diagnostics.error("bad-value", message, tree.where(items, key=True), hint)
    for item, given in block.items.items():
        for field in (name for name in _FIELDS if name in given.model_fields_set and name not in form.fields):
            names = _SPELLED.get(field, (field,))
            path = next((path for name in names if tree.get(path := (*items, item, name)) is not None), (*items, item))
            _unknown(form.name, str(path[-1]), form.fields, tree, path, diagnostics)
        if form.groups and given.group and given.group not in form.groups:
            message = _('"{group}" is no group of "{form}"').format(group=given.group, form=form.name)
            hint = _("the groups here are {names}; without one an item is of the main one").format(names=", ".join(form.groups))
            diagnostics.error("bad-value", message, tree.where((*items, item, "group")), hint)
    if block.columns and not form.columns:
        _unknown(form.name, "columns", (), tree, (*base, "columns"), diagnostics)


def _unknown(form: str, field: str, known: tuple[str, ...], tree: Tree, path: TreePath, diagnostics: Diagnostics) -> None:
    message = _('"{form}" has no "{field}"').format(form=form, field=field)
    hint = _("the fields here are {names}").format(names=", ".join(("source", *known))) if known else _("take it away")
    diagnostics.error("unknown-field", message, tree.where(path, key=True), hint)


def diagram_words(block: DiagramBlock) -> dict[tuple[str, ...], tuple[int, bool]]:
    """The words of a diagram's items and its caption, by path: (most characters, whether they must be there)."""
    fields = [field for field in WORDS if field in block.form.fields]
    found = {(ITEMS[0], item, field): (_LIMITS[field], field == "title") for field in fields for item in block.items}
    return found | ({("caption",): (CAPTION_LIMIT, False)} if block.form.caption else {})


def respelled(words: object) -> object:
    """The words of a slot with its items called as today, whatever the file calls them."""
    if not isinstance(words, dict) or ITEMS[0] in words:
        return words
    return {(ITEMS[0] if name in ITEMS else name): value for name, value in words.items()}
