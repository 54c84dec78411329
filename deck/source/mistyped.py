"""What YAML reads otherwise than it was meant, without a word: comments that were words, lists that became one text, and
signs with a meaning of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.diagnostics import Diagnostics, short
from deck.i18n import _
from deck.source.tree import Tree, TreePath

_SWALLOWED = re.compile(r"\s*(#(?:\S|\s*\d).*)")
"""A comment that no one means as one: glued to its sign, as in "#13" or "#agenda2030", or a number."""
_DASHED = re.compile(r"-(?=[^\W\d_])|-\s+(?=\S)")
_LISTED = re.compile(r"(?:[–—*]|\d{1,2}[.)])\s+\S")
"""What begins each line of a list in other programs."""
_BULLET = re.compile(r"[\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2043\u25a0\u2219]\s*(?=\S)")


_MISREAD = re.compile(r"[\u00c2-\u00c5\u00e2\u00f0][^\x00-\x7f]{1,3}")
"""What a letter of UTF-8 becomes where each of its bytes is read as a letter of its own."""
_ODD = re.compile("[\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")
"""Marks that set the direction by hand, and Unicode's private use: letters of one font."""


def mistyped(tree: Tree, text: str, diagnostics: Diagnostics) -> None:
    """Tell of every value of `tree`, read from `text`, that is not what its writer sees."""
    lines = text.split("\n")
    for path, end in tree.ends.items():
        style = tree.styles.get(path, "")
        if not style:
            _comment(tree, path, lines[end[0] - 1][end[1] - 1 :] if end[0] <= len(lines) else "", diagnostics)
            _dashes(tree, path, _source(lines, tree.values[path], end), diagnostics)
        _letters(tree, path, diagnostics)
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
    listed = len(items) > 1 and (all(map(_LISTED.match, items)) or _as_items(items))
    if not (listed or any(map(_DASHED.match, items))) or not isinstance(tree.get(path), str):
        return
    if len(items) == 1:
        message = _('the text begins with "-", as an item of a list does')
    else:
        message = _("these {count} lines are read as one text, not as a list").format(count=len(items))
    diagnostics.warning("no-list", message, tree.where(path), _('write "- ", a dash and a space, before each item'))


def _as_items(lines: list[str]) -> bool:
    """Whether each line looks like a text of its own: short, begun with a capital, and not carried on in the next."""
    carried = any(line[-1] in ".,:;–-!?" for line in lines[:-1])
    return not carried and all(line[:1].isupper() and len(line) <= 40 for line in lines)


def _letters(tree: Tree, path: TreePath, diagnostics: Diagnostics) -> None:
    """Letters that were lost on the way from another program, and signs that turn or hide what stands after them."""
    text = str(tree.get(path))
    if text.isascii():
        return
    if (mended := _mended(text)) != text:
        message = _('"{text}" was saved as UTF-8 and read as something else on its way here').format(text=short(text, 60))
        diagnostics.warning("broken-letters", message, tree.where(path), _('write "{text}"').format(text=short(mended, 60)))
    elif "\ufffd" in text:
        message = _('letters are lost in "{text}"').format(text=short(text, 60))
        diagnostics.warning("broken-letters", message, tree.where(path), _("write the words anew"))
    if (found := _ODD.search(text)) is not None:
        message = _('"{text}" has a sign (U+{code}) that turns the words around, or that only some fonts have')
        message = message.format(text=short(_ODD.sub("", text), 60), code=f"{ord(found.group()):04X}")
        diagnostics.warning("odd-sign", message, tree.where(path), _("take it away: write the words around it anew"))


def _mended(text: str) -> str:
    """The text with what was read in Windows' encoding, or in Latin-1, read as the UTF-8 that it was."""

    def read(found: re.Match[str]) -> str:
        for encoding in ("cp1252", "latin-1"):
            try:
                return found.group().encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
        return found.group()

    return _MISREAD.sub(read, text)


def _unused(tree: Tree) -> Iterator[tuple[str, tuple[int, int]]]:
    yield from ((name, mark) for name, mark in tree.anchors.items() if name not in tree.aliases)
