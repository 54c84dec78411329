"""Reading a YAML file or text into a `Tree`.

Built from parser events, never from a resolver: `0114` stays "0114" (YAML 1.1 reads it as 76) and `12:30` stays "12:30". The
walk keeps its own stack, so that deep nesting ends in a message and not in an overflow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError, reason_of
from deck.i18n import _
from deck.memory import Itself
from deck.source.broken import explain
from deck.source.mistyped import mistyped
from deck.source.snapshot import Snapshot, display
from deck.source.tree import ODD_KEY, Tree, TreePath, Value

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SEPARATORS: dict[int, str | None] = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), " ")
_INDENT = re.compile("^[ \u00a0\u2007\u202f\u3000]+", re.M)
_PLAIN_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class SourceLimits:
    """Bounds on a document from a stranger: bytes, levels of nesting, and nodes once aliases are followed."""

    size: int = 2_000_000
    depth: int = 32
    nodes: int = 100_000


@dataclass(slots=True)
class _Open:
    """A collection that is being read."""

    value: Any
    path: TreePath
    anchor: str | None
    key: str | None = None
    start: tuple[int, int] = (1, 1)


def load_yaml(
    source: Path | Snapshot | str, name: str = "", diagnostics: Diagnostics | None = None, limits: SourceLimits = SourceLimits()
) -> Tree:
    """Read a file (a `Path`, or as it was: a `Snapshot`) or a text (a `str`). `name` stands in messages;
    a file's own relative path when left out.

    With `diagnostics`, complaints are collected there and what could be read is returned; without, InputError holds them all.
    """
    own = Diagnostics() if diagnostics is None else diagnostics
    before = len(own.errors)
    if isinstance(source, Path):
        name = name or display(source)
        text = _read(source, name, own, limits)
    elif isinstance(source, Snapshot):
        name = name or source.name
        text = _decoded(source.data, name, own, limits)
    else:
        text = source
        name = name or "<text>"
        if len(text) > limits.size:
            own.error("too-large", _("the text is too long to be read"), Where(name), _("keep it below 2 MB"))
            text = None
    tree = Tree(name)
    if text is None:
        tree.broken = True
    else:
        text = _one_line_end(text)
        _TreeBuilder(tree, own, limits).run(text)
        if not tree.broken:
            mistyped(tree, text, own)
    if diagnostics is None and len(own.errors) > before:
        raise InputError(own)
    return tree


def _one_line_end(text: str) -> str:
    """The text with line ends that an editor counts. The separators of other programs (a line break pasted from PowerPoint or
    Word) are blanks within a text in YAML 1.2, 5.4; PyYAML follows 1.1, which ends the line there. Lines pasted from a web page
    are indented with spaces that YAML does not know as such."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SEPARATORS)
    return _INDENT.sub(lambda found: " " * len(found.group()), lines)


def _decoded(data: bytes, name: str, diagnostics: Diagnostics, limits: SourceLimits) -> str | None:
    if len(data) > limits.size:
        diagnostics.error("too-large", _("the file is too large to be read"), Where(name), _("keep it below 2 MB"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        diagnostics.error(
            "not-utf-8",
            _("the file is not UTF-8 (byte {byte})").format(byte=error.start + 1),
            Where(name),
            _("save it as UTF-8 in your editor"),
        )
    return None


def _read(path: Path, name: str, diagnostics: Diagnostics, limits: SourceLimits) -> str | None:
    try:
        # A file that is too large is not read to find that out.
        data = path.read_bytes() if path.stat().st_size <= limits.size else bytes(limits.size + 1)
        return _decoded(data, name, diagnostics, limits)
    except FileNotFoundError:
        diagnostics.error("missing-file", _("there is no such file"), Where(name), _("check the name and the folder"))
    except OSError as error:
        diagnostics.error("unreadable-file", _("the file cannot be read: {reason}").format(reason=reason_of(error)), Where(name))
    return None


class _TreeBuilder:
    def __init__(self, tree: Tree, diagnostics: Diagnostics, limits: SourceLimits) -> None:
        self.tree, self.diagnostics, self.limits = tree, diagnostics, limits
        self.stack: list[_Open] = []
        self.anchors: dict[str, Value] = {}
        self.sizes: dict[Itself[Value], int] = {}
        """By identity; the value is held, or its id could become another's."""
        self.nodes = 0
        self.done = False

    def run(self, text: str) -> None:
        try:
            for event in yaml.parse(text, Loader=_Loader):
                if not self._take(event):
                    self.tree.broken = True
                    return
        except yaml.YAMLError as error:
            self._broken(error, text)
        except RecursionError:
            self.tree.broken = True
            self.diagnostics.error("too-deep", _("the text is nested too deeply"), Where(self.tree.name))

    def _broken(self, error: yaml.YAMLError, text: str) -> None:
        self.tree.broken = True
        if "nesting depth" in str(getattr(error, "problem", "")):
            # PyYAML 6.0.4 has a limit of its own, which it may reach before us.
            self.diagnostics.error("too-deep", _("the text is nested too deeply or is too long"), Where(self.tree.name))
            return
        found = explain(error, text)
        where = Where(self.tree.name, line=found.line, column=found.column)
        self.diagnostics.error("broken-yaml", found.message, where, found.hint)

    def _at(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + 1, mark.column + 1)

    def _complain(self, code: str, message: str, event: Any, hint: str = "") -> None:
        self.diagnostics.error(code, message, self.tree.at(self._at(event)), hint)

    def _take(self, event: Any) -> bool:
        """Take in one event; False ends the reading."""
        if isinstance(event, yaml.DocumentStartEvent) and self.done:
            self._complain("several-documents", _("a second document begins here"), event, _("keep one document a file"))
            return False
        if isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent, yaml.CollectionStartEvent)):
            self.nodes += 1
            if self.nodes > self.limits.nodes or len(self.stack) > self.limits.depth:
                self._complain("too-deep", _("the text is nested too deeply or is too long"), event)
                return False
        tag = getattr(event, "tag", None)
        if tag and isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and tag not in ("!", None):
            plain = tag.startswith(_PLAIN_TAG) and tag[len(_PLAIN_TAG) :] in ("str", "map", "seq")
            if not plain:
                quote = _('put the whole text in quotes: "…"')
                self._complain(
                    "yaml-tag",
                    _('"{tag}" has a meaning of its own in YAML').format(tag=tag.replace(_PLAIN_TAG, "!!")),
                    event,
                    quote,
                )
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self.stack.pop()
            if closed.anchor:
                self.anchors[closed.anchor] = closed.value
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value = event.value
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(top, value, event)
            return
        if event.style in (None, "") and value in ("~", "null", "Null", "NULL"):
            value = ""
        if event.anchor:
            self.anchors[event.anchor] = value
            self.tree.anchors.setdefault(event.anchor, self._at(event))
        path = self._place(value, event)
        end: Any = event.end_mark
        self.tree.ends[path] = (end.line + 1, end.column + 1)
        if event.style:
            self.tree.styles[path] = event.style

    def _key(self, top: _Open, key: str, event: Any) -> None:
        path = (*top.path, key)
        if key in top.value:
            line = self.tree.keys[path][0]
            self._complain(
                "duplicate-key",
                _('"{key}" is here for the second time; the first is on line {line}').format(key=key, line=line),
                event,
                _("keep one of them"),
            )
        else:
            self.tree.keys[path] = self._at(event)
        top.key = key

    def _place(self, value: Value, event: Any) -> TreePath:
        if not self.stack:
            self.tree.value = value
            self.tree.values[()] = self._at(event)
            self.done = True
            return ()
        top = self.stack[-1]
        step: str | int
        if isinstance(top.value, dict):
            step = top.key if top.key is not None else ""
            if step not in top.value:
                top.value[step] = value
                self.tree.values[(*top.path, step)] = self._at(event)
            top.key = None
        else:
            step = len(top.value)
            top.value.append(value)
            self.tree.values[(*top.path, step)] = self._at(event)
        return (*top.path, step)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            quote = _('put the whole text in quotes: "…"')
            self._complain("odd-key", _("a key must be a word, not a list or a mapping"), event, quote)
            self._key(top, f"{ODD_KEY}{len(top.value)}", event)
            # The collection is read, and thrown away, as the key's own place.
            self.stack.append(_Open(value, (*top.path, "?"), None))
            return
        path = self._place(value, event)
        self.stack.append(_Open(value, path, event.anchor, None, self._at(event)))

    def _alias(self, event: yaml.AliasEvent) -> None:
        top = self.stack[-1] if self.stack else None
        self.tree.aliases.add(str(event.anchor))
        if event.anchor not in self.anchors:
            self._complain("unknown-alias", _('nothing is called "&{name}" above').format(name=event.anchor), event)
            value: Value = ""
        else:
            value = self.anchors[event.anchor]
            self.nodes += self._count(value)
            if self.nodes > self.limits.nodes:
                self._complain("too-deep", _("the text is nested too deeply or is too long"), event)
                value = ""
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(top, value if isinstance(value, str) else f"*{event.anchor}", event)
            return
        self._place(value, event)

    def _count(self, value: Value) -> int:
        """Nodes below a value, aliases followed; remembered by identity, so that nested aliases cost once."""
        if isinstance(value, str):
            return 1
        known = self.sizes.get(Itself(value))
        if known is None:
            inner = value.values() if isinstance(value, dict) else value
            known = self.sizes[Itself(value)] = 1 + sum(self._count(item) for item in inner)
        return known
