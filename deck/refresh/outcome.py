"""What a merge found: changes taken, edits kept, conflicts for the owner to decide. Pure data."""

from __future__ import annotations

import builtins
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, TypeVar

from deck.diagnostics import Diagnostic
from deck.package import Package
from deck.refresh.plan import Choice

ChangeKind = Literal[
    "applied",
    "merged",
    "kept",
    "resolved-mine",
    "resolved-theirs",
    "slide-added",
    "slide-removed",
    "slide-deleted",
    "pictured",
    "unshown",
    "slide-moved",
    "own-slide",
]
"""applied: the guidance's change went in. merged: both sides' changes stand together. kept: the owner's edit, which the
guidance did not touch. slide-deleted: the owner took it away, and `after` says what the guidance now has there (""
where it is as before). pictured: likewise, but a picture stands in its place, as other programs make of charts. unshown:
likewise, but its owner keeps the slide in a form that has no such part. own-slide: a slide of the owner's."""
State = Literal["up-to-date", "refreshed", "conflicts", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A conflict as its owner is asked: both sides changed one thing, differently, and the owner's stands. Values are words as
    shown ("" where the thing is gone). `slot` is "" where it is the slide itself that is at stake, "notes" for speaker notes;
    `point`: where within the slot. `key`: what `--resolve` takes. `sense`: only a negation or a number parts the two."""

    key: str
    slide: str
    slot: str
    property: str
    base: str
    mine: str
    theirs: str
    title: str = ""
    point: str = ""
    sense: bool = False
    reform: bool = False
    """The guidance shows it in another form now."""
    beside: tuple[str, ...] = ()
    all_beside: tuple[str, ...] = ()
    """What of the owner's stands there beside the words, and goes with them: the first of each kind, and all."""
    own: bool = False
    """What is new is of the place's own material."""
    later: str = ""
    """What `--resolve` takes of the new file, where that is another key: what stands there may have come to be the third."""

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Readthrough:
    """A sentence that was put together from the owner's words and the guidance's, for its owner to read through."""

    slide: str
    slot: str
    mine: str
    theirs: str
    result: str
    title: str = ""

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a slide or slot. `before` and `after`: words as shown. `slide` is the id for life, or
    "own:PART" for a slide of the owner's; `title` as shown. `own`: what is new is of the place's own material."""

    kind: ChangeKind
    slide: str
    slot: str = ""
    property: str = ""
    before: str = ""
    after: str = ""
    title: str = ""
    own: bool = False

    def to_json(self) -> dict[str, Any]:
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


@dataclass(frozen=True)
class Refreshed:
    """What became of one deck. `path`: the new file, None where none was written (up to date, refused, a dry run).
    `before` and `package`: the deck as it was, and as it is now. `numbers`: slide id → its number (from 1) in
    `package`; `numbers_before` likewise in `before`. `joined`: sentences to read through. `decided`: key → side of each conflict
    that has been decided, however that was said. `again`: options that the command must say again. `whole`: a witness has seen
    all that its owner did in `package`. Exit code: 0, 3 where conflicts are pending or something of the owner's is missing, 1 or
    2 where it was refused."""

    source: Path
    state: State
    path: Path | None = None
    place: str = ""
    place_name: str = ""
    outline: str = ""
    audience: str = ""
    release_before: str = ""
    release_after: str = ""
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Question, ...] = ()
    joined: tuple[Readthrough, ...] = ()
    decided: Mapping[str, Choice] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: int = 0
    again: tuple[str, ...] = ()
    slots: int = 0
    recognised: int = 0
    before: Package | None = field(default=None, repr=False, compare=False)
    package: Package | None = field(default=None, repr=False, compare=False)
    numbers: Mapping[str, int] = field(default_factory=dict, compare=False)
    numbers_before: Mapping[str, int] = field(default_factory=dict, compare=False)
    whole: bool = False

    @builtins.property
    def name(self) -> str:
        return self.source.name

    def to_json(self) -> dict[str, Any]:
        return {
            "file": str(self.source),
            "state": self.state,
            "path": str(self.path) if self.path else None,
            "place": self.place,
            "outline": self.outline,
            "audience": self.audience,
            "release": {"before": self.release_before, "after": self.release_after},
            "slots": self.slots,
            "recognised": self.recognised,
            "changes": [item.to_json() for item in self.changes],
            "conflicts": [item.to_json() for item in self.conflicts],
            "read_through": [item.to_json() for item in self.joined],
            "diagnostics": [item.to_json() for item in self.diagnostics],
        }


Spoken = TypeVar("Spoken", Change, Question, Readthrough)
_LED = re.compile(r"→ ((?:own:)?[\w.-]+)")


def by_titles(told: Spoken, titles: Mapping[str, str]) -> Spoken:
    """What is told, links to slides by the slides' titles. `told`: a change, a question or a sentence to read through;
    `titles`: by the slides' ids."""
    words = {item.name: value for item in fields(told) if isinstance(value := getattr(told, item.name), str) and "→" in value}
    named = {name: _LED.sub(lambda found: f"→ {titles.get(found[1]) or found[1]}", value) for name, value in words.items()}
    return replace(told, **named) if named != words else told


__all__ = ["Change", "ChangeKind", "Choice", "Question", "Readthrough", "Refreshed", "State", "by_titles"]
