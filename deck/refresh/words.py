"""Paragraphs taken apart into words with their looks, merged three ways, and put together again. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter
from typing import Literal, TypeVar

from deck.presentation import Link, Paragraph, Run

T = TypeVar("T")
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a space or a mark, with the look of its run."""

    text: str
    bold: bool = False
    italic: bool = False
    lang: str | None = None
    link: Link | None = None


def canonical(paragraph: Paragraph, lang: str = "sv-SE") -> Paragraph:
    """What programs do on saving is no edit: NFC, runs of one look joined, the deck's own language unsaid, empty runs gone, a
    space at the paragraph's end dropped. Quote marks and dashes are the writer's and stay."""
    runs: list[Run] = []
    for run in paragraph.runs:
        text = unicodedata.normalize("NFC", run.text).replace("\r\n", "\v").replace("\n", "\v")
        own = None if run.lang and run.lang.split("-")[0].lower() == lang.split("-", maxsplit=1)[0].lower() else run.lang
        if not text:
            continue
        item = replace(run, text=text, lang=own)
        if runs and replace(runs[-1], text="") == replace(item, text=""):
            runs[-1] = replace(item, text=unicodedata.normalize("NFC", runs[-1].text + text))
        else:
            runs.append(item)
    while runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if rest := last.text.rstrip(" "):
            runs.append(replace(last, text=rest))
    return replace(paragraph, runs=tuple(runs))


def tokens(paragraph: Paragraph) -> list[Token]:
    """The paragraph's words, in order; nothing is lost. A word that lies in two runs of one look is one word."""
    found: list[Token] = []
    for look, runs in groupby(filter(attrgetter("text"), paragraph.runs), lambda run: (run.bold, run.italic, run.lang, run.link)):
        found += [Token(piece, *look) for piece in _TOKEN.findall("".join(run.text for run in runs))]
    return found


def joined(items: Sequence[Token]) -> tuple[Run, ...]:
    """Runs again, one a look."""
    return tuple(
        Run("".join(token.text for token in group), look.bold, look.italic, look.lang, look.link)
        for look, group in ((key, list(part)) for key, part in groupby(items, key=lambda token: replace(token, text="")))
    )


def _matches(base: Sequence[Token], side: Sequence[Token]) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def _stable(base: Sequence[Token], mine: dict[int, int], theirs: dict[int, int]) -> list[int]:
    """Indexes of base words that both sides kept. A space alone between two changes is no firm ground."""
    kept = [i for i in range(len(base)) if i in mine and i in theirs]
    known = set(kept)

    def firm(i: int) -> bool:
        return not base[i].text.isspace() or (i - 1 in known or i + 1 in known)

    return [i for i in kept if firm(i)]


def merge_words(base: Sequence[Token], mine: Sequence[Token], theirs: Sequence[Token]) -> list[Token] | None:
    """diff3 by words. None where both sides changed the same words differently."""
    to_mine, to_theirs = _matches(base, mine), _matches(base, theirs)
    result: list[Token] = []
    at_base = at_mine = at_theirs = 0
    for stable in [*_stable(base, to_mine, to_theirs), len(base)]:
        end_mine = to_mine[stable] if stable < len(base) else len(mine)
        end_theirs = to_theirs[stable] if stable < len(base) else len(theirs)
        old, ours, other = list(base[at_base:stable]), list(mine[at_mine:end_mine]), list(theirs[at_theirs:end_theirs])
        if other in (ours, old):
            result += ours
        elif ours == old:
            result += other
        else:
            return None
        if stable < len(base):
            result.append(base[stable])
        at_base, at_mine, at_theirs = stable + 1, end_mine + 1, end_theirs + 1
    return result


def merge_paragraph(base: Paragraph, mine: Paragraph, theirs: Paragraph) -> Paragraph | None:
    """Three ways, word by word; level and list mark each on their own. None: a conflict."""
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    words = merge_words(tokens(base), tokens(mine), tokens(theirs))
    if words is None:
        return None
    level = merge_scalar(base.level, mine.level, theirs.level)
    mark: Literal["none", "bullet", "number"] | None = merge_scalar(base.list, mine.list, theirs.list)
    if level is None or mark is None:
        return None
    return Paragraph(joined(words), level, mark)


def merge_scalar(base: T, mine: T, theirs: T) -> T | None:
    """The side that changed; None where both did, differently."""
    if theirs in (mine, base):
        return mine
    return theirs if mine == base else None
