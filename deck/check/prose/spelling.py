"""Spelling by a Hunspell dictionary where one is on the machine: PyPI's hunspell-sv, or the system's."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from deck.source import Stamp

FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
LETTERS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that the dictionary does not have; `start` its place in the text."""

    start: int
    word: str


def dictionary_path(name: str = "sv_SE") -> Path | None:
    """The dictionary's path without its ending, or None: DECK_DICTIONARIES (a folder), the environment's
    share/hunspell, the system's."""
    for folder in (os.environ.get("DECK_DICTIONARIES", ""), f"{sys.prefix}/share/hunspell", *FOLDERS):
        path = Path(folder, name)
        if folder and path.with_suffix(".dic").exists() and path.with_suffix(".aff").exists():
            return path
    return None


@lru_cache(maxsize=2)
def _dictionary(words: Stamp, rules: Stamp) -> Any:  # noqa: ARG001 - read from the folder by the first one's name
    from spylls.hunspell import Dictionary  # type: ignore[import-untyped]

    return Dictionary.from_files(str(words.path.with_suffix("")))


@lru_cache(maxsize=1)
def own_words() -> frozenset[str]:
    """Words of this field that no dictionary has, as the project keeps them."""
    return words_in(files("deck.check").joinpath("data/words.sv.txt").read_text("utf-8"))


def words_in(text: str) -> frozenset[str]:
    """A word a line; "#" begins a comment."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(line.casefold() for line in lines if line)


class Speller:
    """Knows a language's words, and those of `more`. `missing` says what is not installed: then no word is unknown."""

    def __init__(self, more: Iterable[str] = (), path: Path | None = None) -> None:
        self.path = path or dictionary_path()
        self.missing = "" if self.path and find_spec("spylls") else "spylls hunspell-sv"
        self.more = own_words() | {word.casefold() for word in more}
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        if self.missing or self.path is None:
            return True
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> bool:
        plain = word.casefold()
        if plain in self.more or len(word) < 2 or (word.isupper() and len(word) < 6):
            return True
        dictionary = _dictionary(*(Stamp.of(self.path.with_suffix(end)) for end in (".dic", ".aff"))) if self.path else None
        if dictionary is None or dictionary.lookup(word):
            return True
        # A genitive of a name; a compound's parts ("miljö- och hållbarhetsarbete").
        if plain.endswith("s") and plain[:-1] in self.more:
            return True
        parts = re.split(r"[-’']", word)
        return len(parts) > 1 and all(self.knows(part) for part in parts if part)

    def unknown(self, text: str) -> Iterator[Unknown]:
        for found in LETTERS.finditer(text):
            if not self.knows(found.group()):
                yield Unknown(found.start(), found.group())
