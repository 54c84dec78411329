"""Text bodies patched: paragraphs that stay keep their XML, changed ones keep the owner's looks word by word."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from lxml import etree

from deck.drawing.names import Element, child, local, qn
from deck.pptx.shapes import frames_numeral
from deck.presentation import Paragraph, Run
from deck.refresh.sequence import align
from deck.refresh.words import canonical
from deck.refresh.worn import CLICKS, worn

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
Adopt = Callable[[Element], Element]
WrittenParagraphs = Sequence[tuple[Paragraph, Element]]
"""Paragraphs as read, each with its a:p."""


def _whole(item: Paragraph, _lang: str) -> Paragraph:
    return item


def _without_looks(item: Paragraph, lang: str) -> Paragraph:
    return canonical(replace(item, runs=tuple(replace(run, bold=False, italic=False, lang=None) for run in item.runs)), lang)


def _words_alone(item: Paragraph, lang: str) -> Paragraph:
    return canonical(replace(item, runs=tuple(Run(run.text) for run in item.runs)), lang)


Tells = Callable[[Paragraph, str], Paragraph]
WHOLE: Tells = _whole
LINKS: Tells = _without_looks
"""Bold, italic and language were written by a program, and tell nothing."""
WORDS: Tells = _words_alone
"""The model knows the words alone: all looks and links on them are the owner's."""


def _words_of_own_list(item: Paragraph, lang: str) -> Paragraph:
    return replace(_words_alone(item, lang), level=0, list="none")


OWN_LIST: Tells = _words_of_own_list
"""Likewise, where their owner made another list of them, or set them at another level: so marks and levels are theirs, too."""


def patch_body(
    body: Element,
    mine: WrittenParagraphs,
    fresh: WrittenParagraphs,
    adopt: Adopt = copy.deepcopy,
    pool: WrittenParagraphs = (),
    lang: str = "sv-SE",
    *,
    tells: Tells = WHOLE,
) -> bool:
    """Make a text body (p:txBody, a:txBody) say what `fresh` says. `mine`: what it says now; `adopt`: a copy of a new paragraph
    for this slide; `pool`: paragraphs that may come from another slide of the same slot; `tells`: what of a paragraph is
    compared. Whether anything changed."""

    def plain(item: Paragraph) -> Paragraph:
        return tells(canonical(item, lang), lang)

    old, new = [plain(item) for item, _element in mine], [plain(item) for item, _element in fresh]
    if _without_tail(old) == _without_tail(new):
        return False
    found = align(old, new, lambda item: item, lambda item: item.text)
    spare = {plain(item): element for item, element in pool}
    result: list[Element] = []
    for j, (item, (_raw, element)) in enumerate(zip(new, fresh, strict=True)):
        if j in found and old[found[j]] == item:
            result.append(mine[found[j]][1])
        elif j in found:
            result.append(blend(mine[found[j]][1], adopt(element), old[found[j]], item))
        elif item in spare:
            result.append(blend(spare[item], adopt(element), item, item))
        else:
            result.append(as_among(mine, item, adopt(element)))
    _stay(result, mine, found)
    for _item, element in mine:
        body.remove(element)
    if not result:
        result = [etree.SubElement(body, qn("a:p"))]
    for element in result:
        body.append(element)
    return True


def as_among(mine: WrittenParagraphs, wanted: Paragraph, new: Element) -> Element:
    """A new paragraph, which looks as all those of its level do that it comes among, where they look alike: else it would stand
    out of an owner's numbers. Its words are as bold as they are."""
    peers = [element for item, element in mine if item.level == wanted.level and item.text]
    looks = {_look_of(element) for element in peers}
    if len(peers) < LEAST_PEERS or len(looks) != 1 or None in looks:
        return new
    own, old = child(peers[0], "a:pPr"), child(new, "a:pPr")
    if old is not None:
        new.remove(old)
    if own is not None:
        new.insert(0, copy.deepcopy(own))
    said = child(peers[0], "a:r", "a:rPr")
    for run in new.iterchildren(qn("a:r")):
        held = child(run, "a:rPr")
        if said is None or held is None:
            continue
        like = copy.deepcopy(said)
        for name in ("lang", "altLang"):
            like.attrib.pop(name, "")
            if value := held.get(name):
                like.set(name, value)
        like.extend([item for item in held if local(item) in CLICKS])
        if held.get("b") and not said.get("b"):
            like.set("b", held.get("b", ""))
        run.replace(held, like)
    return new


LEAST_PEERS = 2


def _look_of(paragraph: Element) -> tuple[bytes, bytes] | None:
    """How a paragraph and its words look; None where they do not all look alike, or lead somewhere."""
    runs = {_bare(child(run, "a:rPr")) for run in paragraph.iterchildren(qn("a:r"))}
    if len(runs) != 1 or any(local(item) in CLICKS for item in paragraph.iter()):
        return None
    return _bare(child(paragraph, "a:pPr")), next(iter(runs))


def _bare(look: Element | None) -> bytes:
    if look is None:
        return b""
    bare = copy.deepcopy(look)
    for name in ("lang", "altLang", "dirty", "err", "smtClean", "noProof"):
        bare.attrib.pop(name, "")
    etree.cleanup_namespaces(bare)
    return etree.tostring(bare, method="c14n", with_tail=False)


def _stay(result: list[Element], mine: WrittenParagraphs, found: Mapping[int, int]) -> None:
    """Paragraphs that go with their words, but hold what no words tell of (an equation): that stays,
    after what stood before it."""
    kept, added = set(found.values()), 0
    for i, (_item, element) in enumerate(mine):
        if i in kept or not untold(element):
            continue
        alone = copy.deepcopy(element)
        for item in [item for item in alone if local(item) in _TOLD]:
            alone.remove(item)
        place = max((j for j, old in found.items() if old < i), default=-1) + 1
        while place < len(result) - added and place not in found:
            place += 1
        result.insert(place + added, alone)
        added += 1


_TOLD = ("r", "br", "fld")


def untold(paragraph: Element) -> list[tuple[int, Element]]:
    """What a paragraph holds beside its words (equations, above all), each with the number of letters before it."""
    found: list[tuple[int, Element]] = []
    letters = 0
    for item in paragraph:
        name = local(item)
        if name in _TOLD:
            letters += 1 if name == "br" else len(_text(item))
        elif name and name not in ("pPr", "endParaRPr"):
            found.append((letters, item))
    return found


def _text(run: Element) -> str:
    words = child(run, "a:t")
    return (words.text or "") if words is not None else ""


def _without_tail(items: list[Paragraph]) -> list[Paragraph]:
    while items and not items[-1].runs:
        items = items[:-1]
    return items


def blend(mine: Element, fresh: Element, said: Paragraph, wanted: Paragraph) -> Element:
    """`fresh`, changed to have the owner's run properties where its words are the owner's paragraph's, too."""
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
    sources = _sources(ours, other, origins)
    for item in [item for item in result if local(item) in _TOLD]:
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
        if name in _TOLD:
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
            raw += [(letter, child(item, "a:rPr")) for letter in words]
    looks = [Run("", run.bold, run.italic, run.lang, run.link) for run in said.runs for _letter in run.text]
    text = "".join(run.text for run in said.runs)
    if not "".join(letter for letter, _look in raw).startswith(text):
        return None
    return [(letter, look, own) for (letter, look), own in zip(raw, looks, strict=False)]


def _origins(ours: list[Character], other: list[Character]) -> list[int | None]:
    """For each new letter the owner's one that it is: in words that both have."""
    pieces = [[m.group() for m in _TOKEN.finditer("".join(c[0] for c in side))] for side in (ours, other)]
    starts = [_starts(side) for side in pieces]
    found: list[int | None] = [None] * len(other)
    for block in SequenceMatcher(None, pieces[0], pieces[1], autojunk=False).get_matching_blocks():
        for n in range(block.size):
            a, b = starts[0][block.a + n], starts[1][block.b + n]
            for k in range(len(pieces[0][block.a + n])):
                found[b + k] = a + k
    return found


def _sources(ours: list[Character], other: list[Character], origins: Sequence[int | None]) -> list[Element | None]:
    """For each new character the a:rPr that it takes: the owner's where the word is the owner's, too, and looks alike; the
    owner's one look where the whole paragraph has but one."""
    result = [look for _letter, look, _own in other]
    looks: dict[tuple[int, int], Element | None] = {}

    def wearing(mine: Character, new: Character) -> Element | None:
        if mine[2] == new[2]:
            return mine[1]
        return looks.setdefault((id(mine[1]), id(new[1])), worn(mine[1], new[1]))

    one = {_signature(look) for _letter, look, _own in ours}
    if ours and len(one) == 1:
        result = [wearing(ours[0], new) for new in other]
    for new, old in enumerate(origins):
        if old is not None:
            result[new] = wearing(ours[old], other[new])
    for first, last in _among(origins):
        # Words that come among others look as those on both sides of them do.
        beside = (first - 1, last)
        mine, fresh = ({_signature(side[n]) for n in beside} for side in (result, [look for _letter, look, _own in other]))
        alike = all(_signature(other[n][1]) in fresh and other[n][2] == other[first - 1][2] for n in range(first, last))
        if len(mine) == len(fresh) == 1 and alike:
            result[first:last] = [result[first - 1]] * (last - first)
    return result


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


def _signature(look: Element | None) -> bytes:
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
    before: Element | None = None
    within = 0
    for n, ((letter, _look, _own), source) in enumerate(zip(letters, sources, strict=True)):
        for size, item in fixed.get(n, ()):
            found.append(copy.deepcopy(item))
            before, within = None, max(within, n + size)
        if n < within:
            before = None
            continue
        if letter == "\v":
            item = etree.Element(qn("a:br"))
            if source is not None:
                item.append(copy.deepcopy(source))
            found.append(item)
        elif found and local(found[-1]) == "r" and source is before and (words := child(found[-1], "a:t")) is not None:
            words.text = (words.text or "") + letter
        else:
            item = etree.Element(qn("a:r"))
            if source is not None:
                props = copy.deepcopy(source)
                props.attrib.pop("err", "")
                item.append(props)
            etree.SubElement(item, qn("a:t")).text = letter
            found.append(item)
        before = source
    return found + [copy.deepcopy(item) for _size, item in fixed.get(len(letters), ())]


def bare_frame(element: Element) -> bytes:
    """What we wrote of a body's frame, without what programs add on saving."""
    item = copy.deepcopy(element)
    for fit in [found for found in item if local(found) in ("normAutofit", "spAutoFit", "noAutofit")]:
        item.remove(fit)
    for name in ("rtlCol", *(("wrap",) if frames_numeral(element) else ())):
        item.attrib.pop(name, "")
    return etree.tostring(item, method="c14n", with_tail=False)
