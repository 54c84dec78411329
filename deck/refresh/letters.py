"""A changed paragraph put together letter by letter: words that stay keep the looks that their owner gave them, what comes for
marked words is marked as they were, and what is no words stays where it stood."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise, repeat

from lxml import etree

from deck.drawing.names import Element, child, local, qn
from deck.presentation import Paragraph, Run
from deck.refresh.worn import worn

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
TOLD = ("r", "br", "fld")


def untold(paragraph: Element) -> list[tuple[int, Element]]:
    """What a paragraph holds beside its words (equations, above all), each with the number of letters before it."""
    found: list[tuple[int, Element]] = []
    letters = 0
    for item in paragraph:
        name = local(item)
        if name in TOLD:
            letters += 1 if name == "br" else len(_text(item))
        elif name and name not in ("pPr", "endParaRPr"):
            found.append((letters, item))
    return found


def _text(run: Element) -> str:
    words = child(run, "a:t")
    return (words.text or "") if words is not None else ""


def blend(mine: Element, fresh: Element, said: Paragraph, wanted: Paragraph, written: Collection[bytes] = frozenset()) -> Element:
    """`fresh`, changed to have the owner's run properties where its words are the owner's paragraph's, too. `written`: looks that
    we gave words there."""
    result = fresh
    if said.level == wanted.level and said.list == wanted.list:
        own = child(mine, "a:pPr")
        theirs = child(result, "a:pPr")
        if theirs is not None:
            result.remove(theirs)
        if own is not None:
            result.insert(0, copy.deepcopy(own))
    ours, other = _characters(mine, said), _characters(fresh, wanted)
    if ours is None or other is None:
        end = child(result, "a:endParaRPr")
        for _place, item in untold(mine):
            result.insert(len(result) if end is None else result.index(end), copy.deepcopy(item))
        return result
    origins = _origins(ours, other)
    sources = _sources(ours, other, origins, written)
    for item in [item for item in result if local(item) in TOLD]:
        result.remove(item)
    at = 1 if child(result, "a:pPr") is not None else 0
    fixed = _fixed(mine, origins)
    for n, run in enumerate(_runs(other, sources, fixed)):
        result.insert(at + n, run)
    return result


def _fixed(mine: Element, origins: Sequence[int | None]) -> dict[int, list[tuple[int, Element]]]:
    """Letter in the new words → what of the owner's stands there and how many letters it takes: a field whose words are all
    there, or what is no words (0 letters)."""
    found: dict[int, list[tuple[int, Element]]] = {}
    place = {old: new for new, old in enumerate(origins) if old is not None}
    letters = 0
    for item in mine:
        name = local(item)
        if name == "fld" and (size := len(_text(item))):
            here = [place.get(letters + n) for n in range(size)]
            if here[0] is not None and here == list(range(here[0], here[0] + size)):
                found.setdefault(here[0], []).append((size, item))
        if name in TOLD:
            letters += 1 if name == "br" else len(_text(item))
    for before, item in untold(mine):
        near = next((place[old] + 1 for old in range(before - 1, -1, -1) if old in place), 0)
        found.setdefault(near, []).insert(sum(not size for size, _item in found.get(near, ())), (0, item))
    return found


Character = tuple[str, "Element | None", Run]
"""A character, its a:rPr, and its look (a run without words)."""


def _characters(element: Element, said: Paragraph) -> list[Character] | None:
    """None where the paragraph as read does not follow the XML letter by letter."""
    raw: list[tuple[str, Element | None]] = []
    for item in element:
        name = local(item)
        if name in ("r", "fld", "br"):
            words = "\v" if name == "br" else _text(item)
            look = child(item, "a:rPr")
            raw += [(letter, look) for letter in words]
    looks = [look for run in said.runs for look in repeat(Run("", run.bold, run.italic, run.lang, run.link), len(run.text))]
    text = "".join(run.text for run in said.runs)
    if not "".join(letter for letter, _look in raw).startswith(text):
        return None
    return [(letter, look, own) for (letter, look), own in zip(raw, looks, strict=False)]


def _origins(ours: list[Character], other: list[Character]) -> list[int | None]:
    """For each new letter the owner's one that it is: in words that both have."""
    return list(_origins_of(*("".join(c[0] for c in side) for side in (ours, other))))


@lru_cache(maxsize=1024)
def _origins_of(ours: str, other: str) -> tuple[int | None, ...]:
    """Decks of one release have the same words."""
    pieces = [[m.group() for m in _TOKEN.finditer(side)] for side in (ours, other)]
    starts = [_starts(side) for side in pieces]
    found: list[int | None] = [None] * len(other)
    for block in SequenceMatcher(None, pieces[0], pieces[1], autojunk=False).get_matching_blocks():
        for n in range(block.size):
            a, b = starts[0][block.a + n], starts[1][block.b + n]
            for k in range(len(pieces[0][block.a + n])):
                found[b + k] = a + k
    return tuple(found)


def _sources(
    ours: list[Character], other: list[Character], origins: Sequence[int | None], written: Collection[bytes]
) -> list[Element | None]:
    """For each new character the a:rPr that it takes: the owner's where the word is the owner's, too, and looks alike; the
    owner's one look where the whole paragraph has but one."""
    result = [look for _letter, look, _own in other]
    looks: dict[tuple[Element | None, Element | None], Element | None] = {}

    def wearing(mine: Character, new: Character) -> Element | None:
        if mine[2] is new[2] or mine[2] == new[2]:
            return mine[1]
        pair = mine[1], new[1]
        if pair not in looks:
            looks[pair] = worn(*pair)
        return looks[pair]

    said: dict[Element | None, bytes] = {}

    def known(look: Element | None) -> bytes:
        """Its signature: letter after letter has the same look."""
        if look not in said:
            said[look] = signature(look)
        return said[look]

    one = Counter(known(look) for _letter, look, _own in ours)
    usual = max(one, key=one.__getitem__, default=b"")
    if ours and len(one) == 1:
        result = [wearing(ours[0], new) for new in other]
    for new, old in enumerate(origins):
        if old is not None:
            result[new] = wearing(ours[old], other[new])
    for first, last in _among(origins):
        # Words that come among others look as those on both sides of them do.
        beside = (first - 1, last)
        mine, fresh = ({known(side[n]) for n in beside} for side in (result, [look for _letter, look, _own in other]))
        alike = all(known(other[n][1]) in fresh and other[n][2] == other[first - 1][2] for n in range(first, last))
        if len(mine) == len(fresh) == 1 and alike:
            result[first:last] = [result[first - 1]] * (last - first)
    for (start, stop), (first, last) in _exchanged(ours, other, origins):
        # What comes for words that their owner marked is marked as they were.
        marks = {known(look) for _letter, look, _own in ours[start:stop]}
        if len(one) > 1 and len(marks) == 1 and not marks & {*written, usual}:
            result[first:last] = [wearing(ours[start], new) for new in other[first:last]]
    return result


def _exchanged(
    ours: list[Character], other: list[Character], origins: Sequence[int | None]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches of the owner's letters that others stand for now, spaces around them not counted: from where to where, and
    where those stand."""
    kept = [(-1, -1), *((old, new) for new, old in enumerate(origins) if old is not None), (len(ours), len(other))]
    found = []
    for (a, b), (c, d) in pairwise(kept):
        sides = _bare_stretch(ours, a + 1, c), _bare_stretch(other, b + 1, d)
        if all(start < stop for start, stop in sides):
            found.append(sides)
    return found


def _bare_stretch(letters: list[Character], start: int, stop: int) -> tuple[int, int]:
    while start < stop and letters[start][0].isspace():
        start += 1
    while stop > start and letters[stop - 1][0].isspace():
        stop -= 1
    return start, stop


def _among(origins: Sequence[int | None]) -> list[tuple[int, int]]:
    """The stretches of new letters that stand between the owner's: from where to where."""
    found, start = [], 0
    for n, old in enumerate(origins):
        if old is None:
            continue
        if 0 < start < n:
            found.append((start, n))
        start = n + 1
    return found


def _starts(pieces: Sequence[str]) -> list[int]:
    found, at = [], 0
    for piece in pieces:
        found.append(at)
        at += len(piece)
    return found


def signature(look: Element | None) -> bytes:
    if look is None:
        return b""
    bare = copy.deepcopy(look)
    for name in ("dirty", "err", "lang", "altLang", "smtClean"):
        bare.attrib.pop(name, "")
    return etree.tostring(bare, method="c14n", with_tail=False)


def _runs(
    letters: list[Character], sources: list[Element | None], fixed: Mapping[int, list[tuple[int, Element]]]
) -> list[Element]:
    """a:r and a:br, one for each stretch of one look; `fixed` as `_fixed` gives it."""
    found: list[Element] = []
    said: list[tuple[Element, list[str]]] = []
    going_on, within = False, 0
    before: Element | None = None
    for n, ((letter, _look, _own), source) in enumerate(zip(letters, sources, strict=True)):
        for size, item in fixed.get(n, ()):
            found.append(copy.deepcopy(item))
            before, going_on, within = None, False, max(within, n + size)
        if n < within:
            before = None
            continue
        if letter == "\v":
            item = etree.Element(qn("a:br"))
            if source is not None:
                item.append(copy.deepcopy(source))
            found.append(item)
            going_on = False
        elif going_on and source is before:
            said[-1][1].append(letter)
        else:
            item = etree.Element(qn("a:r"))
            if source is not None:
                props = copy.deepcopy(source)
                props.attrib.pop("err", "")
                item.append(props)
            said.append((etree.SubElement(item, qn("a:t")), [letter]))
            found.append(item)
            going_on = True
        before = source
    for words, heard in said:
        words.text = "".join(heard)
    return found + [copy.deepcopy(item) for _size, item in fixed.get(len(letters), ())]


__all__ = ["TOLD", "blend", "signature", "untold"]
