"""Marks: words and numbers that stand nowhere else, so that they can be counted wherever a program has put them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

OWNERS = re.compile(r"zq\d{4}")
GUIDANCES = re.compile(r"vg\d{4}")
WORD = re.compile(r"(?:zq|vg)\d{4}")


@dataclass(frozen=True, order=True)
class Mark:
    """A trace of an owner's: the kind of edit, where it is looked for (see reader.Count), and the word or number.

    `gone` turns it round: what the owner took away must not be more often there afterwards.
    """

    kind: str
    place: str
    token: str
    gone: bool = False


@dataclass
class Mint:
    """Marks, each once; `kind` is the edit that is under way."""

    first: int = 0
    kind: str = ""
    marks: list[Mark] = field(default_factory=list)
    _count: int = 0

    def word(self, place: str, prefix: str = "zq") -> str:
        """A new word, looked for in `place`."""
        self._count += 1
        word = f"{prefix}{self.first + self._count:04d}"
        self.marks.append(Mark(self.kind, place, word))
        return word

    def number(self, place: str, start: int, step: int = 1) -> str:
        """A new number as an attribute's value: `start` with what has been minted added."""
        self._count += 1
        number = str(start + step * (self.first + self._count))
        self.marks.append(Mark(self.kind, place, number))
        return number

    def also(self, place: str, token: str, *, gone: bool = False) -> str:
        """The same word in another place, too, or what was taken away."""
        self.marks.append(Mark(self.kind, place, token, gone))
        return token
