"""How hard a text is to read: its sentences, its long words, its LIX (Björnsson 1968). No words of any language here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"”(]*[A-ZÅÄÖÉ0-9])|\n\s*\n|\n(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:^|\s)(?:t\.ex|bl\.a|m\.m|m\.fl|o\.s\.v|s\.k|fr\.o\.m|t\.o\.m|d\.v\.s|dvs|osv|ca|kl|nr|st|resp|jfr|e\.g|i\.e)\.$",
    re.IGNORECASE,
)
LONG_WORD = 6
"""LIX counts words of more letters than this."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start`: its first character's place in the text, from 0."""

    start: int
    text: str

    @property
    def words(self) -> int:
        return len(WORD.findall(self.text))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text; an abbreviation's full stop ends none."""
    start = 0
    for mark in [*_END.finditer(text), None]:
        end = mark.start() if mark else len(text)
        piece = text[start:end]
        if mark and _ABBREVIATION.search(piece):
            continue
        stripped = piece.strip()
        if stripped:
            yield Sentence(start + piece.index(stripped[0]), stripped)
        start = mark.end() if mark else end


def lix(text: str) -> int:
    """Words a sentence, plus the share of words of more than six letters in per cent; 0 without words. Below 30 is easy, 40 as in
    a newspaper, above 50 hard."""
    words = WORD.findall(text)
    count = sum(1 for sentence in sentences(text) if sentence.words)
    if not words or not count:
        return 0
    return round(len(words) / count + 100 * sum(len(word) > LONG_WORD for word in words) / len(words))
