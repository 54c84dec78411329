"""Text bodies patched: paragraphs that stay keep their XML, changed ones keep the owner's looks word by word."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from deck.drawing.names import Element, child, local, qn
from deck.pptx.shapes import frames_numeral
from deck.presentation import Paragraph, Run
from deck.refresh.letters import TOLD, blend, signature, untold
from deck.refresh.sequence import align
from deck.refresh.words import canonical
from deck.refresh.worn import CLICKS

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
    ours: Iterable[Element] = (),
) -> bool:
    """Make a text body (p:txBody, a:txBody) say what `fresh` says. `mine`: what it says now; `adopt`: a copy of a new paragraph
    for this slide; `pool`: paragraphs that may come from another slide of the same slot; `tells`: what of a paragraph is
    compared; `ours`: the body as we wrote it, of each page. Whether anything changed."""
    written = {signature(look) for held in ours for look in held.iter(qn("a:rPr"))}

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
            result.append(blend(mine[found[j]][1], adopt(element), old[found[j]], item, written))
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
        for item in [item for item in alone if local(item) in TOLD]:
            alone.remove(item)
        place = max((j for j, old in found.items() if old < i), default=-1) + 1
        while place < len(result) - added and place not in found:
            place += 1
        result.insert(place + added, alone)
        added += 1


def _without_tail(items: list[Paragraph]) -> list[Paragraph]:
    while items and not items[-1].runs:
        items = items[:-1]
    return items


def bare_frame(element: Element) -> bytes:
    """What we wrote of a body's frame, without what programs add on saving."""
    item = copy.deepcopy(element)
    for fit in [found for found in item if local(found) in ("normAutofit", "spAutoFit", "noAutofit")]:
        item.remove(fit)
    for name in ("rtlCol", *(("wrap",) if frames_numeral(element) else ())):
        item.attrib.pop(name, "")
    return etree.tostring(item, method="c14n", with_tail=False)
