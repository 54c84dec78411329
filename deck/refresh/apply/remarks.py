"""Comments on a range of words ([MS-PPTX] 2.6.3, [MS-ODRAWXML] CT_TextCharRangeMoniker), which numbers of letters alone tell:
they go on with their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from deck.drawing.names import Element, detach, local, qn, whole
from deck.drawing.sheet import properties_of
from deck.refresh.document import Document
from deck.refresh.sequence import align

_BREAKS = {qn("a:br"): "\v", qn("a:tab"): "\t"}


def remarks(document: Document) -> None:
    """The comments of each changed slide, of which a range of words is no longer where it was."""
    for slide in document.deck().slides:
        rels = [rel for rel in document.rels.get(slide.part, ()) if rel.kind == "comments" and not rel.external]
        parts = [rel.target for rel in rels if rel.target in document.parts]
        came = document.came(slide.part) if parts and document.changed(slide.part) else None
        if came is None:
            continue
        was, now = _texts(came), _texts(document.tree(slide.part))
        for part in parts:
            for mark in [item for item in document.tree(part).iter() if local(item) == "txMk"]:
                shape = _shape_of(mark)
                if shape in was and shape in now and was[shape] != now[shape]:
                    _follow(mark, was[shape], now[shape])


def _shape_of(mark: Element) -> str:
    """The id of the shape whose words a range is of; "" where they are a cell's or nobody's."""
    before = mark.getprevious()
    return before.get("id", "") if before is not None and local(before) == "spMk" else ""


def _texts(root: Element) -> dict[str, list[str]]:
    """A shape's p:cNvPr id → its paragraphs, each letter, tab and line break counting one, as the ranges count."""
    found: dict[str, list[str]] = {}
    for shape in root.iter(qn("p:sp")):
        props = properties_of(shape)
        body = next(shape.iterchildren(qn("p:txBody")), None)
        if props is not None and body is not None:
            lines = body.iterchildren(qn("a:p"))
            found[props.get("id", "")] = [
                "".join(_BREAKS.get(str(item.tag), item.text or "" if item.tag == qn("a:t") else "") for item in line.iter())
                for line in lines
            ]
    return found


def _follow(mark: Element, was: Sequence[str], now: Sequence[str]) -> None:
    first, length = whole(mark.get("cp")), whole(mark.get("len"))
    start, end = moved_range(was, now, first, first + length)
    mark.set("cp", str(start))
    mark.set("len", str(end - start))
    # What it says of all words of the shape is of those that stood there, and may be left out.
    for item in [item for item in mark if local(item) == "context"]:
        detach(item)


def moved_range(was: Sequence[str], now: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Where the letters from `start` to `end` of some paragraphs stand now. Where they are gone: nothing, where they stood."""
    found = {old: new for new, old in align(was, now, str, str).items()}
    first = _moved(was, now, found, start, last=False)
    last = _moved(was, now, found, end, last=True) if end > start else first
    return first, max(first, last)


def _moved(was: Sequence[str], now: Sequence[str], found: dict[int, int], at: int, *, last: bool) -> int:
    """One end of a range: with its paragraph, and in it with its letter; `last`: behind the letter before it."""
    line, within = 0, at
    while line < len(was) - 1 and within > len(was[line]):
        within -= len(was[line]) + 1
        line += 1
    kept = next((found[n] for n in range(line, -1, -1) if n in found), None)
    if kept is None:
        return 0
    if line not in found:
        return _begins(now, kept) + len(now[kept])
    return _begins(now, kept) + _within(was[line], now[kept], within, last=last)


def _begins(lines: Sequence[str], number: int) -> int:
    return sum(len(line) + 1 for line in lines[:number])


def _within(old: str, new: str, at: int, *, last: bool) -> int:
    """By whole words: a letter that two words share does not make one of them the other."""
    words = [_WORD.findall(line) for line in (old, new)]
    here, there = ([0, *accumulate(map(len, line))] for line in words)
    for what, a, b, c, d in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if here[a] < at <= here[b] if last else here[a] <= at < here[b]:
            return there[c] + at - here[a] if what == "equal" else there[d if last else c]
    return len(new) if at >= len(old) else 0


_WORD = re.compile(r"\w+|\W", re.DOTALL)


__all__ = ["moved_range", "remarks"]
