"""A YAML document as plain dicts, lists and strings, with the position of every key and value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from deck.diagnostics import Where

TreePath = tuple[str | int, ...]
Value = Any
ODD_KEY = "?"
"""What begins the name that a key is given which is no word."""


@dataclass(slots=True)
class Tree:
    """`value`: dicts, lists and strings (an empty value is ""). `values` and `keys`: key path → (line, column), from 1.
    `styles`: how a scalar was written ("|", ">", '"', "'" or ""); `ends`: where it ends. `anchors`: name → where it is given;
    `aliases`: the names that are used. `broken`: the reading stopped, so that what is missing is no fault of its own."""

    name: str
    value: Value = ""
    values: dict[TreePath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[TreePath, tuple[int, int]] = field(default_factory=dict)
    styles: dict[TreePath, str] = field(default_factory=dict)
    ends: dict[TreePath, tuple[int, int]] = field(default_factory=dict)
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    broken: bool = False

    def where(self, path: Iterable[str | int] = (), *, key: bool = False) -> Where:
        """Where the value at `path` stands (its key with `key`), or that of the nearest parent that exists."""
        steps = tuple(path)
        while steps:
            found = (self.keys if key else self.values).get(steps) or self.values.get(steps) or self.keys.get(steps)
            if found:
                return self.at(found)
            steps = steps[:-1]
        return self.at(self.values.get((), (1, 1)))

    def at(self, mark: tuple[int, int]) -> Where:
        """The place of a line and column, from 1."""
        line, column = mark
        return Where(self.name, line=line, column=column)

    def where_in(self, path: TreePath, offset: int) -> Where:
        """Where the character `offset` of the scalar at `path` stands: exact for a plain or quoted line and for "|" blocks."""
        start = self.where(path)
        style = self.styles.get(path, "")
        text = self.get(path)
        before = text[:offset] if isinstance(text, str) else ""
        if style == "|":
            return Where(start.file, line=start.line + 1 + before.count("\n"))
        if style == ">" or not before:
            return start
        return Where(start.file, line=start.line, column=start.column + len(before) + (1 if style in ("'", '"') else 0))

    def get(self, path: TreePath) -> Value:
        """The value at `path`, or None."""
        value = self.value
        for step in path:
            if (isinstance(value, dict) and step in value) or (
                isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)
            ):
                value = value[step]  # type: ignore[index]
            else:
                return None
        return value
