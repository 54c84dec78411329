"""What YAML reads otherwise than it was meant, without a word: comments that were words, lists that became one text, and
signs with a meaning of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.diagnostics import Diagnostics
from deck.i18n import _
from deck.source.tree import Tree, TreePath

_SWALLOWED = re.compile(r"\s*(#(?:\S|\s*\d).*)")
"""A comment that no one means as one: glued to its sign, as in "#13" or "#agenda2030", or a number."""
_DASHED = re.compile(r"-(?=[^\W\d_])|-\s+(?=\S)")
_LISTED = re.compile(r"(?:[–—*]|\d{1,2}[.)])\s+\S")
"""What begins each line of a list in other programs."""
_BULLET = re.compile(r"[\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2043\u25a0\u2219]\s*(?=\S)")


def mistyped(tree: Tree, text: str, diagnostics: Diagnostics) -> None:
    """Tell of every value of `tree`, read from `text`, that is not what its writer sees."""
    lines = text.split("\n")
    for path, end in tree.ends.items():
        style = tree.styles.get(path, "")
        if not style:
            _comment(tree, path, lines[end[0] - 1][end[1] - 1 :] if end[0] <= len(lines) else "", diagnostics)
            _dashes(tree, path, _source(lines, tree.values[path], end), diagnostics)
        if _BULLET.match(str(tree.get(path))):
            hint = _("the slide sets its own; begin with the words")
            diagnostics.warning("typed-bullet", _("the text begins with a bullet of its own"), tree.where(path), hint)
    for name, mark in _unused(tree):
        message = _('"&{name}" gives a name to what follows, and is not shown').format(name=name)
        diagnostics.warning("unused-anchor", message, tree.at(mark), _('put the whole text in quotes: "…"'))


def _source(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> list[str]:
    """The lines of a plain scalar, as they stand in the file."""
    found = lines[start[0] - 1 : end[0]]
    if not found:
        return []
    if start[0] == end[0]:
        return [found[0][start[1] - 1 : end[1] - 1]]
    return [found[0][start[1] - 1 :], *found[1:-1], found[-1][: end[1] - 1]]


def _comment(tree: Tree, path: TreePath, rest: str, diagnostics: Diagnostics) -> None:
    match = _SWALLOWED.match(rest)
    if match is None or (rest[:1] not in (" ", "\t", "#") and rest):
        return
    lost, value = match.group(1).rstrip(), str(tree.get(path))
    where = tree.where(path)
    quoted = f'"{value} {lost}"' if value else f'"{lost}"'
    hint = _("put the text in quotes: {example}").format(example=quoted if '"' not in value + lost else quoted.replace('"', "'"))
    message = _('"{lost}" is read as a comment, and not seen').format(lost=lost)
    if value or isinstance(path[-1], int):
        diagnostics.warning("lost-in-comment", message, where, hint)
    else:
        name = path[-1]
        message = _('"{lost}" is read as a comment, so that "{name}" has no value').format(lost=lost, name=name)
        diagnostics.error("lost-in-comment", message, where, hint)


def _dashes(tree: Tree, path: TreePath, source: list[str], diagnostics: Diagnostics) -> None:
    items = [line.strip() for line in source if line.strip()]
    listed = len(items) > 1 and all(map(_LISTED.match, items))
    if not (listed or any(map(_DASHED.match, items))) or not isinstance(tree.get(path), str):
        return
    if len(items) == 1:
        message = _('the text begins with "-", as an item of a list does')
    else:
        message = _("these {count} lines are read as one text, not as a list").format(count=len(items))
    diagnostics.warning("no-list", message, tree.where(path), _('write "- ", a dash and a space, before each item'))


def _unused(tree: Tree) -> Iterator[tuple[str, tuple[int, int]]]:
    yield from ((name, mark) for name, mark in tree.anchors.items() if name not in tree.aliases)
