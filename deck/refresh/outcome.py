"""What a merge found: changes taken, edits kept, conflicts for the owner to decide. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Choice = Literal["mine", "theirs"]
ChangeKind = Literal[
    "applied", "kept", "same", "conflict", "resolved-mine", "resolved-theirs",
    "slide-added", "slide-removed", "slide-kept", "slide-deleted", "slide-moved", "own-slide",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed one property of one slot, differently; the owner's stands. Values are words as shown ("" where the
    thing is gone). `key` is what `--resolve` takes: SLIDE/SLOT."""

    slide: str
    slot: str
    property: str
    base: str
    mine: str
    theirs: str
    title: str = ""

    @property
    def key(self) -> str:
        return f"{self.slide}/{self.slot}"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a slide or slot. `before` and `after`: words as shown."""

    kind: ChangeKind
    slide: str
    slot: str = ""
    property: str = ""
    before: str = ""
    after: str = ""
    title: str = ""

    def to_json(self) -> dict[str, Any]:
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


def conflict_json(item: Conflict) -> dict[str, Any]:
    return {"key": item.key, **{name: getattr(item, name) for name in item.__slots__}}
