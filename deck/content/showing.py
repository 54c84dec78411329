"""Who speaks, when and where: what a title slide says of the showing that a deck is shown at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from deck.content.own import Local
from deck.content.said import said_date

FIELDS = ("event", "date", "speaker")


@dataclass(frozen=True, slots=True)
class Showing:
    """`date`: ISO 8601, or words. Empty: not known, and left for the owner to fill in."""

    event: str = ""
    date: str = ""
    speaker: str = ""

    @classmethod
    def of(cls, local: Local | None) -> Showing:
        return cls(*(getattr(local, name).strip() for name in FIELDS)) if local is not None else cls()

    @classmethod
    def from_json(cls, value: Any) -> Showing:
        """What a deck remembers of its own; what cannot be is not remembered."""
        known: Mapping[str, Any] = value if isinstance(value, dict) else {}
        return cls(**{name: known[name] for name in FIELDS if isinstance(known.get(name), str)})

    def to_json(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self).items() if value}

    def over(self, other: Showing) -> Showing:
        """What is said here, else what is said there."""
        return replace(other, **self.to_json())

    def __bool__(self) -> bool:
        return bool(self.to_json())

    def said(self, name: str, lang: str) -> str:
        """A field as it is read in a language (BCP 47)."""
        value = getattr(self, name)
        return said_date(value, lang) if name == "date" else value


__all__ = ["FIELDS", "Showing"]
