"""Texts of a YAML file written anew where they stand: every other character of it, comments, order and quotes, stays as it is.

No writer of whole files: one that reads a file and writes all of it (ruamel.yaml 0.19.1 was tried) sets another's indents anew,
and loses anchors that nobody uses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from deck.diagnostics import Diagnostics
from deck.errors import InputError
from deck.i18n import _
from deck.source.load import load_yaml
from deck.source.tree import Tree, TreePath

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_PROPERTIES = re.compile(r"(?:[&!]\S*[ ]+)*")
_HEADER = re.compile(r"[|>][-+0-9]*[ ]*(?:#.*)?$")


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same: how many lines are empty after them says nothing."""
    return one.rstrip() == other.rstrip()


def rewritten(text: str, changes: Mapping[TreePath, str], name: str = "") -> str:
    """The text of a file with these texts in place of those at their paths, each written as it was before where that can be; one
    at a path whose last key is not there yet is put last in its mapping. `name` stands in messages.

    Raises InputError where the file cannot be read, or where a text has no place of its own in it.
    """
    for path, words in changes.items():
        tree = _read(text, name)
        old, holder = tree.get(path), tree.get(path[:-1])
        if isinstance(old, str) and same_words(old, words):
            continue
        tried: Iterator[str] = iter(())
        at = written_at(tree, path)
        if at in tree.ends:
            tried = _replacements(text, tree, at, words)
        elif old is None and isinstance(holder, dict):
            tried = _additions(text, tree, path, words)
        anew = next((one for one in tried if _says(one, _with(tree.value, path, words))), None)
        if anew is None:
            message = _("“{name}” cannot be changed here: it is written elsewhere in the file").format(
                name=".".join(map(str, path))
            )
            raise InputError.of("no-place", message, tree.where(path), _("change it in the file, in an editor for text"))
        text = anew
    return text


def _read(text: str, name: str) -> Tree:
    return load_yaml(text.removeprefix("\ufeff"), name)


def _says(text: str, wanted: object) -> bool:
    """Whether a file says exactly that, and is no fault's."""
    found = Diagnostics()
    tree = load_yaml(text.removeprefix("\ufeff"), "", found)
    return not found.errors and _alike(tree.value, wanted)


def _alike(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return isinstance(one, str) and isinstance(other, str) and same_words(one, other)


def written_at(tree: Tree, path: TreePath) -> TreePath:
    """Where the text at a path is written: elsewhere, where what holds it is there by an alias (`*name`)."""
    if path in tree.ends or not path:
        return path
    holder = tree.get(path[:-1])
    return next((at for at in tree.ends if at[-1:] == path[-1:] and tree.get(at[:-1]) is holder), path)


def _with(value: object, path: TreePath, words: str) -> object:
    """A copy of the value with a text in it, and so wherever else that is by an alias."""
    if not path:
        return words
    found: Any = deepcopy(value)
    holder = found
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = words
    return found


def _lines(text: str) -> list[str]:
    """As the reader counts them, ends kept."""
    return _LINE.findall(text)


def _end_of_line(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _offset(lines: list[str], mark: tuple[int, int]) -> int:
    line, column = mark
    return sum(map(len, lines[: line - 1])) + column - 1


def _extent(text: str, tree: Tree, path: TreePath) -> tuple[int, int]:
    """Where a text begins, and where it ends: empty lines after a block are not its own."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _lines(text.removeprefix(mark))
    start, end = (_offset(lines, at) for at in (tree.values[path], tree.ends[path]))
    start += len(mark)
    body = text[start : max(end + len(mark), start)]
    start += len(_PROPERTIES.match(body)[0]) if _PROPERTIES.match(body) else 0  # type: ignore[index]
    return start, max(start, start + len(text[start : max(end + len(mark), start)].rstrip()))


def _replacements(text: str, tree: Tree, path: TreePath, words: str) -> Iterator[str]:
    start, end = _extent(text, tree, path)
    before, after, old = text[:start], text[end:], text[start:end]
    if before.endswith(":"):
        before += " "
    base = tree.keys.get(path, tree.values[path])[1] - 1
    for written in _spellings(words, tree.styles.get(path, ""), old, base, _end_of_line(text)):
        yield before + written + after


def _spellings(words: str, style: str, old: str, base: int, end: str) -> Iterator[str]:
    """The ways a text may be written, the one that it was written in first. `base`: how far in its key stands."""
    words = words.strip("\n").replace("\r\n", "\n")
    quoted = json.dumps(words, ensure_ascii=False)
    single = "'" + words.replace("'", "''") + "'"
    if style in ("|", ">"):
        header = next(iter(_lines(old))).rstrip("\r\n")
        indents = [len(line) - len(line.lstrip()) for line in _lines(old)[1:] if line.strip()]
        yield _block(words, header if _HEADER.fullmatch(header) else style, min(indents, default=base + 2), end)
    if style == "" and words and "\n" not in words:
        yield words
    if style == "'" and "\n" not in words:
        yield single
    if "\n" in words:
        yield _block(words, "|", base + 2, end)
    yield quoted
    yield single


def _block(words: str, header: str, indent: int, end: str) -> str:
    lines = words.split("\n")
    if header.startswith(">"):
        lines = re.sub(r"\n+", r"\g<0>\n", words).split("\n")
    return end.join([header, *(" " * indent + line if line.strip() else "" for line in lines)])


def _additions(text: str, tree: Tree, path: TreePath, words: str) -> Iterator[str]:
    """The text under a new key, after the last of those that it stands beside."""
    parent, key = path[:-1], path[-1]
    beside = tree.get(parent)
    inside = [at for at in tree.ends if at[: len(parent)] == parent and len(at) > len(parent)]
    if not isinstance(beside, dict) or not beside or not inside or not isinstance(key, str):
        return
    last = max(_extent(text, tree, at)[1] for at in inside)
    rest = text[last:]
    stop = last + len(_LINE.match(rest)[0]) if rest else last  # type: ignore[index]
    base = tree.keys[(*parent, next(iter(beside)))][1] - 1
    end = _end_of_line(text)
    lead = "" if text[:stop].endswith(("\n", "\r")) else end
    for written in _spellings(words, '"', "", base, end):
        yield f"{text[:stop]}{lead}{' ' * base}{key}: {written}{end}{text[stop:]}"


def read_text(path: Path) -> str:
    """A file's text as it is, for `rewritten`. Raises InputError for one that cannot be read."""
    load_yaml(path)
    with path.open(encoding="utf-8", newline="") as stream:
        return stream.read()
