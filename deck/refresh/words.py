"""Paragraphs taken apart into words with their looks, and put together again. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter

from deck.presentation import Link, Paragraph, Run

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_HARD = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})
"""Characters that keep a line together → those that they stand for: how words are set, not what they say."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a space or a mark, with the look of its run. `hard`: how it is written, where that keeps a line together."""

    text: str
    bold: bool = False
    italic: bool = False
    lang: str | None = None
    link: Link | None = None
    hard: str = ""


def plain(text: str) -> str:
    """The words alone, however they keep their line together."""
    return text.translate(_HARD)


def canonical(paragraph: Paragraph, lang: str = "sv-SE") -> Paragraph:
    """What programs do on saving is no edit: NFC, runs of one look joined, the deck's own language unsaid, empty runs gone, a
    space at the paragraph's end dropped. Quote marks and dashes are the writer's and stay."""
    runs: list[Run] = []
    for run in paragraph.runs:
        text = unicodedata.normalize("NFC", run.text).replace("\r\n", "\v").replace("\n", "\v")
        own = None if run.lang and run.lang.split("-")[0].lower() == lang.split("-", maxsplit=1)[0].lower() else run.lang
        if not text:
            continue
        item = run if (text, own) == (run.text, run.lang) else replace(run, text=text, lang=own)
        if runs and replace(runs[-1], text="") == replace(item, text=""):
            runs[-1] = replace(item, text=unicodedata.normalize("NFC", runs[-1].text + text))
        else:
            runs.append(item)
    while runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if rest := last.text.rstrip(" "):
            runs.append(replace(last, text=rest))
    return paragraph if tuple(runs) == paragraph.runs else replace(paragraph, runs=tuple(runs))


def tokens(paragraph: Paragraph) -> list[Token]:
    """The paragraph's words, in order; nothing is lost. A word that lies in two runs of one look is one word."""
    found: list[Token] = []
    for look, runs in groupby(filter(attrgetter("text"), paragraph.runs), lambda run: (run.bold, run.italic, run.lang, run.link)):
        for piece in _TOKEN.findall("".join(run.text for run in runs)):
            word = plain(piece)
            hard = piece if piece != word else ""
            found.append(Token(word, bold=look[0], italic=look[1], lang=look[2], link=look[3], hard=hard))
    return found


def joined(items: Sequence[Token]) -> tuple[Run, ...]:
    """Runs again, one a look."""
    return tuple(
        Run("".join(token.hard or token.text for token in group), look.bold, look.italic, look.lang, look.link)
        for look, group in ((key, list(part)) for key, part in groupby(items, key=lambda token: replace(token, text="", hard="")))
    )


def _matches(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def stable_words(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, int]]:
    """Words that both sides kept: their places on each side, in order. A space alone between two changes is no firm ground."""
    to_mine, to_theirs = _matches(base, mine), _matches(base, theirs)
    kept = [i for i in range(len(base)) if i in to_mine and i in to_theirs]
    known = set(kept)

    def firm(i: int) -> bool:
        return not base[i].isspace() or (i - 1 in known or i + 1 in known)

    return [(i, to_mine[i], to_theirs[i]) for i in kept if firm(i)]
