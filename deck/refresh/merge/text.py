"""Text merged by paragraph, by sentence and by word; looks, languages and links apart from the words they stand on. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Any, Literal, TypeVar

from deck.presentation import Link, Paragraph, paragraph
from deck.presentation.links import stays
from deck.refresh.merge.decisions import Leaf, MergeSpot
from deck.refresh.merge.listed import merge_list, paragraph_names
from deck.refresh.merge.sense import at_odds
from deck.refresh.plan import Paragraphs
from deck.refresh.sequence import ALIKE, similarity
from deck.refresh.words import Token, joined, plain, stable_words, tokens

T = TypeVar("T")
_ABBREVIATIONS = frozenset(
    ["ex", "dvs", "jfr", "resp", "osv", "etc", "kap", "nr", "kl", "ca", "st", "tr", "eg", "ie", "vs", "dr", "prof"]
)


def merge_paragraphs(base: Paragraphs, mine: Paragraphs, theirs: Paragraphs, spot: MergeSpot) -> Leaf[Paragraphs]:
    """Text by paragraph. What the owner took away stays away; what either added is there."""
    if theirs in (mine, base):
        return Leaf(mine, theirs)
    if mine == base:
        return Leaf(theirs, theirs)
    if _filled_twice(base, mine, theirs):
        return spot.leaf(base, mine, theirs)
    found = merge_list(
        (base, mine, theirs),
        key=lambda item: plain(item.text),
        words=lambda item: plain(item.text),
        same=lambda one, other: plain(one.text) == plain(other.text) and links(one) == links(other),
        one=merge_paragraph,
        spot=spot,
        names=paragraph_names(base, mine, theirs),
    )
    return Leaf(tuple(found.value), tuple(found.base))


def _filled_twice(base: Paragraphs, mine: Paragraphs, theirs: Paragraphs) -> bool:
    """Whether an empty place was filled in with one line by both: a name, a day. Two of them would be nobody's."""
    said = [[item for item in side if item.text.strip()] for side in (base, mine, theirs)]
    return not said[0] and len(said[1]) == len(said[2]) == 1 and plain(said[1][0].text) != plain(said[2][0].text)


def merge_words(base: str, mine: str, theirs: str, spot: MergeSpot) -> Leaf[str]:
    """Words without looks, word by word; several lines each on its own."""
    if theirs in (mine, base):
        return Leaf(mine, theirs)
    if any("\n" in side for side in (base, mine, theirs)):
        lines = merge_paragraphs(_lines(base), _lines(mine), _lines(theirs), spot)
        return Leaf(_as_lines(lines.value), _as_lines(lines.base))
    found = merge_paragraph(paragraph(base), paragraph(mine), paragraph(theirs), spot)
    return Leaf(found.value.text, found.base.text)


def _lines(words: str) -> Paragraphs:
    return tuple(map(paragraph, words.split("\n"))) if words else ()


def _as_lines(held: Paragraphs) -> str:
    return "\n".join(item.text for item in held)


def links(item: Paragraph) -> list[Link]:
    """Where a paragraph's links lead, in order."""
    return [run.link for run in item.runs if run.link is not None]


def merge_paragraph(base: Paragraph, mine: Paragraph, theirs: Paragraph, spot: MergeSpot) -> Leaf[Paragraph]:
    """Sentence by sentence, word by word; looks, level and list mark each on their own, where the owner's wins unseen. What the
    owner wrote anew is dressed by its owner alone."""
    if theirs in (mine, base):
        return Leaf(mine, theirs)
    if mine == base:
        return Leaf(theirs, theirs)
    sides = _Sides(tokens(base), tokens(mine), tokens(theirs))
    cuts = sides.sentences()
    value: list[Token] = []
    next_base: list[Token] = []
    for number, cut in enumerate(cuts, 1):
        here = spot.inner(str(number)) if len(cuts) > 1 else spot
        found = _Sentence(sides, cut, here).merged()
        value += found.value
        next_base += found.base
    level = mine.level if sides.rewritten else _scalar(base.level, mine.level, theirs.level)
    mark: Literal["none", "bullet", "number"] = mine.list if sides.rewritten else _scalar(base.list, mine.list, theirs.list)
    return Leaf(Paragraph(joined(value), level, mark), Paragraph(joined(next_base), theirs.level, theirs.list))


def _scalar(base: T, mine: T, theirs: T) -> T:
    """The side that changed; the owner's where both did."""
    return theirs if mine == base else mine


# --- a paragraph on three sides -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of a paragraph: from where to where on each side, and the words within that all sides have (index on each)."""

    start: tuple[int, int, int]
    stop: tuple[int, int, int]
    stable: tuple[tuple[int, int, int], ...]

    def gaps(self) -> Iterator[tuple[tuple[slice, slice, slice], tuple[int, int, int] | None]]:
        """What lies before each stable word, on each side, and that word (None: after the last)."""
        at = self.start
        for word in (*self.stable, None):
            end = word or self.stop
            yield (slice(at[0], end[0]), slice(at[1], end[1]), slice(at[2], end[2])), word
            at = (end[0] + 1, end[1] + 1, end[2] + 1)


@dataclass(frozen=True)
class _Sides:
    base: list[Token]
    mine: list[Token]
    theirs: list[Token]

    def all(self) -> tuple[list[Token], list[Token], list[Token]]:
        return self.base, self.mine, self.theirs

    @cached_property
    def rewritten(self) -> bool:
        """Whether the owner's is unlike the base's. It is known by its place alone, and that may be another the next time."""
        was, now = ("".join(token.text for token in side) for side in (self.base, self.mine))
        return similarity(was, now) < ALIKE

    def sentences(self) -> list[_Cut]:
        """The paragraph cut after the ends of sentences that all sides have."""
        words = stable_words(*([token.text for token in side] for side in self.all()))
        cuts: list[_Cut] = []
        start, within = (0, 0, 0), []
        for word in words:
            within.append(word)
            if self._ends(word):
                stop = (word[0] + 1, word[1] + 1, word[2] + 1)
                cuts.append(_Cut(start, stop, tuple(within)))
                start, within = stop, []
        stop = (len(self.base), len(self.mine), len(self.theirs))
        if start != stop or not cuts:
            cuts.append(_Cut(start, stop, tuple(within)))
        return cuts

    def _ends(self, word: tuple[int, int, int]) -> bool:
        return all(_sentence_ends(side, at) for side, at in zip(self.all(), word, strict=True))


def _sentence_ends(side: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends with this token: a line break, or a full stop before a new beginning, and not an abbreviation's."""
    text = side[at].text
    if "\v" in text:
        return True
    if text not in ".!?…":
        return False
    rest = [token.text for token in side[at + 1 : at + 3]]
    if rest and not rest[0].isspace():
        return False
    if len(rest) > 1 and not (rest[1][0].isupper() or rest[1][0].isdigit()):
        return False
    before = side[at - 1].text.lower() if at else ""
    return text != "." or not ((len(before) == 1 and before.isalpha()) or before in _ABBREVIATIONS)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One cut of a paragraph, merged."""

    sides: _Sides
    cut: _Cut
    spot: MergeSpot

    def _text(self, side: int) -> str:
        return "".join(token.text for token in self._tokens(side))

    def _tokens(self, side: int) -> list[Token]:
        return self.sides.all()[side][self.cut.start[side] : self.cut.stop[side]]

    def merged(self) -> Leaf[list[Token]]:
        base, mine, theirs = (self._text(side) for side in range(3))
        together = self._together()
        both = mine not in (base, theirs) and theirs != base
        sense = together is not None and both and at_odds(mine, theirs)
        if together is not None and both and _said_twice(base, mine, theirs, "".join(_texts(together))):
            together = None
        if together is None or sense:
            terms = (Paragraph(joined(_bare(self._tokens(side)))) for side in range(3))
            choice = self.spot.clash(*terms, sense=sense)
            value = self._dressed(2 if choice == "theirs" else 1)
            return Leaf(value, self._tokens(2) if choice else self._tokens(0))
        result = "".join(token.text for token in together)
        if both and result not in (mine, theirs):
            self.spot.join(base.strip(), mine.strip(), theirs.strip(), result.strip())
        held: dict[int, Link | None] = {}
        value = self._linked(together, held)
        return Leaf(
            value, [replace(t, link=held[n]) if n in held else t for n, t in enumerate(self._tokens(2), self.cut.start[2])]
        )

    def _together(self) -> list[Token] | None:
        """Both sides' changes of words, in the looks of both; None where they clash, or where a link of the owner's would go."""
        found: list[Token] = []
        sides = self.sides.all()
        before: tuple[int, int, int] | None = None
        for gap, word in self.cut.gaps():
            base, mine, theirs = (side[part] for side, part in zip(sides, gap, strict=True))
            old, ours, other = (_texts(part) for part in (base, mine, theirs))
            if not old and not ours and before and word:
                # Words that come among others look as those on both sides of them do.
                beside = [[side[before[n]], side[word[n]]] for n, side in enumerate(sides[:2])]
                found += _in_looks(theirs, *beside)
            elif other in (ours, old):
                found += _in_looks(mine, base, theirs) if other == old and not self.sides.rewritten else mine
            elif ours == old:
                if not other and any(t.link and t.link != b.link for t, b in zip(mine, base, strict=True)):
                    return None
                if other and not (_uniform_links(base, mine) and _room_for_links(base, mine, theirs)):
                    return None
                found += _in_looks(theirs, base, mine)
            else:
                return None
            if word is not None:
                found.append(self._word(word))
            before = word
        return found

    def _word(self, word: tuple[int, int, int]) -> Token:
        """A word that all sides have, in the look that each attribute comes to."""
        base, mine, theirs = (side[at] for side, at in zip(self.sides.all(), word, strict=True))
        if self.sides.rewritten:
            return mine
        looks = {name: _scalar(getattr(base, name), getattr(mine, name), getattr(theirs, name)) for name in (*_LOOKS, "hard")}
        return replace(mine, **looks)

    def _dressed(self, side: int) -> list[Token]:
        """One side's words; those that all sides have in merged looks."""
        stable = {word[side]: word for word in self.cut.stable}
        return [
            self._word(stable[n]) if n in stable else token for n, token in enumerate(self._tokens(side), self.cut.start[side])
        ]

    def _linked(self, together: list[Token], held: dict[int, Link | None]) -> list[Token]:
        """Links that both sides changed to lead elsewhere, on the same words, are the owner's to decide. `held`: theirs' word →
        the link that the next base keeps on it."""
        sides = self.sides.all()

        def clashing(word: tuple[int, int, int]) -> tuple[Link | None, Link | None, Link | None] | None:
            base, mine, theirs = (side[at].link for side, at in zip(sides, word, strict=True))
            clash = mine != theirs and base not in (mine, theirs) and not stays(base, mine, theirs)
            return (base, mine, theirs) if clash else None

        result = list(together)
        places = iter(self._places())
        marked = [(clashing(word), word, next(places)) for word in self.cut.stable]
        for terms, group in groupby(marked, key=lambda item: item[0]):
            if terms is None:
                continue
            choice = self.spot.inner("link").as_("link").clash(*terms)
            for _terms, word, place in group:
                if choice is None:
                    held[word[2]] = terms[0]
                result[place] = replace(result[place], link=terms[2] if choice == "theirs" else terms[1])
        return result

    def _places(self) -> list[int]:
        """Where each stable word came to stand."""
        places: list[int] = []
        at = 0
        for gap, word in self.cut.gaps():
            base, mine, theirs = (_texts(side[part]) for side, part in zip(self.sides.all(), gap, strict=True))
            at += len(mine if theirs in (mine, base) else theirs)
            if word is not None:
                places.append(at)
                at += 1
        return places


_LOOKS = ("bold", "italic", "lang", "link")


def _said_twice(base: str, mine: str, theirs: str, together: str) -> bool:
    """Would a word that both sides put in stand there once for each of them?"""
    was, own, other, both = (Counter(_WORD.findall(text.casefold())) for text in (base, mine, theirs, together))
    return any(own[word] > was[word] < other[word] and both[word] > max(own[word], other[word]) for word in both)


_WORD = re.compile(r"[^\W\d_]{4,}")
"""Shorter ones (och, att, i) stand more than once in most sentences."""


def _texts(items: Sequence[Token]) -> list[str]:
    return [token.text for token in items]


def _bare(items: list[Token]) -> list[Token]:
    """Without the spaces around."""
    first, last = 0, len(items)
    while first < last and items[first].text.isspace():
        first += 1
    while last > first and items[last - 1].text.isspace():
        last -= 1
    return items[first:last]


def _uniform_links(base: Sequence[Token], mine: Sequence[Token]) -> bool:
    """Whether the owner's new link, if there is one, lies on all of these words, so that it can lie on
    those that come for them."""
    new = {token.link for token, old in zip(mine, base, strict=True) if token.link and token.link != old.link}
    return not new or {token.link for token in mine} == new


def _room_for_links(base: Sequence[Token], mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether the words that come have no link of their own where the owner gave those that go one: a word has one link."""
    linked = any(token.link and token.link != old.link for token, old in zip(mine, base, strict=True))
    return not linked or not any(token.link for token in theirs)


def _in_looks(words: Sequence[Token], base: Sequence[Token], restyled: Sequence[Token]) -> list[Token]:
    """One side's new words, in the look that the other side gave all the words that they stand for."""
    looks: dict[str, Any] = {}
    for name in _LOOKS:
        was, now = ({getattr(token, name) for token in side} for side in (base, restyled))
        if len(was) == len(now) == 1 and was != now:
            looks[name] = (was.pop(), now.pop())
    return [replace(token, **{name: new for name, (old, new) in looks.items() if getattr(token, name) == old}) for token in words]


__all__ = ["links", "merge_paragraph", "merge_paragraphs", "merge_words"]
