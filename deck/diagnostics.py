"""Every complaint of the system: where, what, and what to do. Collected, never stopped at the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from enum import IntEnum
from typing import Any

from deck.i18n import _, in_quotes


class Severity(IntEnum):
    """INFO tells of a choice made; WARNING should be looked at; ERROR must be mended before the deck is used."""

    INFO = 10
    WARNING = 20
    ERROR = 30

    @property
    def label(self) -> str:
        return {10: _("info"), 20: _("warning"), 30: _("error")}[int(self)]


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file: line and column (from 1) of a text file; part, slide (from 1) and shape of a package."""

    file: str = ""
    line: int = 0
    column: int = 0
    part: str = ""
    slide: int = 0
    slide_id: str = ""
    shape: str = ""

    def __str__(self) -> str:
        text = self.file
        if self.line:
            text += f":{self.line}:{self.column}" if self.column else f":{self.line}"
        inner = [self.part] if self.part and not self.slide else []
        if self.slide:
            inner.append(_("slide {number}").format(number=self.slide))
        elif self.slide_id:
            inner.append(_("slide {number}").format(number=self.slide_id))
        if self.shape:
            inner.append(in_quotes(self.shape))
        return ": ".join(filter(None, [text, ", ".join(inner)]))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`code` is stable and kebab-case (`unknown-source`); `message` says what; `hint` what to do about it."""

    code: str
    severity: Severity
    message: str
    where: Where = Where()
    hint: str = ""

    def __str__(self) -> str:
        return self._line(self.message)

    @property
    def at_length(self) -> str:
        """A line of all that it is about, where there is room."""
        return str(self)

    def _line(self, message: str) -> str:
        head = f"{self.where}: " if str(self.where) else ""
        tail = f"; {self.hint}" if self.hint else ""
        return f"{head}{message}{tail}"

    def to_json(self) -> dict[str, Any]:
        where = {name: value for name in self.where.__slots__ if (value := getattr(self.where, name))}
        return {
            "code": self.code,
            "severity": self.severity.name.lower(),
            "message": self.message,
            "hint": self.hint,
            "where": where,
        }


@dataclass(frozen=True, slots=True)
class LongDiagnostic(Diagnostic):
    """One whose message names the first of many things. `whole`: the message with all of them."""

    whole: str = ""

    @property
    def at_length(self) -> str:
        return self._line(self.whole)

    def to_json(self) -> dict[str, Any]:
        return Diagnostic.to_json(self) | {"whole": self.whole}


def told_at_length(item: Diagnostic, whole: str) -> Diagnostic:
    """One that has `whole`, too, where that is more than its message."""
    if whole == item.message:
        return item
    return LongDiagnostic(
        code=item.code, severity=item.severity, message=item.message, where=item.where, hint=item.hint, whole=whole
    )


@dataclass(slots=True)
class Diagnostics:
    """A collector that is handed down through a run."""

    items: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, severity: Severity, message: str, where: Where | None = None, hint: str = "") -> Diagnostic:
        item = Diagnostic(code, severity, message, where or Where(), hint)
        self.items.append(item)
        return item

    def error(self, code: str, message: str, where: Where | None = None, hint: str = "") -> Diagnostic:
        return self.add(code, Severity.ERROR, message, where, hint)

    def warning(self, code: str, message: str, where: Where | None = None, hint: str = "") -> Diagnostic:
        return self.add(code, Severity.WARNING, message, where, hint)

    def info(self, code: str, message: str, where: Where | None = None, hint: str = "") -> Diagnostic:
        return self.add(code, Severity.INFO, message, where, hint)

    def extend(self, items: Iterable[Diagnostic]) -> None:
        self.items.extend(items)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(item for item in self.items if item.severity >= Severity.ERROR)

    @property
    def worst(self) -> Severity | None:
        return max((item.severity for item in self.items), default=None)


FAR = 0.15
"""So much less like the word than the likest is (as shares of letters in common) is no slip any more."""


def did_you_mean(word: str, known: Iterable[str], key: Callable[[str], str] = str.casefold) -> str:
    """A hint that names the nearest known words, compared by their keys, or the empty string where none is near."""
    names: dict[str, list[str]] = {}
    for name in dict.fromkeys(known):
        names.setdefault(key(name), []).append(name)
    keyed = key(word)
    near = get_close_matches(keyed, names, n=6, cutoff=0.6)
    likest = max((_likeness(keyed, item) for item in near), default=0.0)
    # Where one is a slip of a finger away, nobody meant those that are far less like it.
    near = [item for item in near if _likeness(keyed, item) > likest - FAR]
    # People begin a word right.
    near.sort(key=lambda item: item[:1] != keyed[:1])
    close = [name for item in near for name in names[item]][:3]
    return nearest(close) if close else ""


def _likeness(one: str, other: str) -> float:
    # In the order that the choice among close words asks it: it is not the same both ways.
    return SequenceMatcher(None, other, one).ratio()


def nearest(names: Iterable[str]) -> str:
    """A hint that names what may have been meant."""
    return _("did you mean {names}?").format(names=", ".join(_('"{name}"').format(name=name) for name in names))


def short(text: str, most: int = 50) -> str:
    """Words to quote: on one line, cut at a word."""
    plain = " ".join(text.replace("\v", " ").split())
    if len(plain) <= most:
        return plain
    return plain[:most].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"
