"""A drawn block that is drawn anew, though its owner gave words in it a look: the new parts wear it."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass

from deck.drawing.names import Element, child, detach, local, qn
from deck.drawing.paint import FILLS
from deck.pptx.identity import creation_of
from deck.refresh.apply.page import PagePatch
from deck.refresh.bodies import WORDS, patch_body
from deck.refresh.dress import relooked
from deck.refresh.guard.handmade import handmade, painted
from deck.refresh.guard.pair import Twin, beside_kin, twins_on
from deck.refresh.parts import marked_parts
from deck.refresh.worn import dressed_in


@dataclass(frozen=True)
class WornPart:
    """A part as its owner has it. `looks`: look of a run (a:rPr) → what of it is theirs; `paint`: fill and line that are."""

    pair: Twin
    looks: Mapping[Element, Element]
    paint: tuple[Element, ...]


def worn_parts(patch: PagePatch, slot: str) -> list[WornPart]:
    """The parts of a slot's drawing that bear looks of their owner's, as the file was read."""
    mine, fresh = patch.mine, patch.fresh
    every = twins_on(mine.id, mine.reader.sheet, fresh.reader.sheet, mine.placed, mine.sizes)
    pairs = beside_kin([pair for pair in every if pair.slot == slot and not pair.top])
    found = (WornPart(pair, handmade(pair, mine.reader.sheet), tuple(painted(pair))) for pair in pairs)
    return [part for part in found if part.looks or part.paint]


def wear(patch: PagePatch, new: Element, parts: list[WornPart], lang: str) -> None:
    """Give the parts of a drawing that was drawn anew what their owner gave the old ones."""
    here = marked_parts(new)
    for part in parts:
        target = here.get(creation_of(part.pair.ours))
        if target is None:
            continue
        _say(patch, target, part, lang)
        _paint(target, part.paint)


def _say(patch: PagePatch, target: Element, part: WornPart, lang: str) -> None:
    """The old words in the new drawing's looks and their owner's, which then say what they are to say."""
    body = child(target, "p:txBody")
    if body is None or not part.looks:
        return
    new = list(body.iterchildren(qn("a:p")))
    said = [item for item, _element in patch.fresh.written(part.pair.ours)]
    old = [
        (item, _redrawn(element, new[min(n, len(new) - 1)], part.looks))
        for n, (item, element) in enumerate(patch.mine.written(part.pair.mine))
    ]
    if len(said) != len(new) or not old:
        return
    ours = copy.deepcopy(body)
    for element in new:
        detach(element)
    body.extend(element for _item, element in old)
    patch_body(body, old, list(zip(said, new, strict=True)), copy.deepcopy, (), lang, tells=WORDS, ours=[ours])


def _redrawn(old: Element, new: Element, looks: Mapping[Element, Element]) -> Element:
    """A paragraph of the owner's as we would draw it now, in the looks that are theirs."""
    drawn = copy.deepcopy(old)
    base = next((item for item in new.iter(qn("a:rPr"))), None)
    for props in drawn.findall(qn("a:pPr")):
        drawn.remove(props)
    if (props := child(new, "a:pPr")) is not None:
        drawn.insert(0, copy.deepcopy(props))
    for was, item in zip(old.iter(qn("a:rPr")), list(drawn.iter(qn("a:rPr"))), strict=True):
        holder = item.getparent()
        if holder is not None and base is not None:
            look = relooked(item, base)
            holder.replace(item, dressed_in(look, looks[was]) if was in looks else look)
    return drawn


def _paint(target: Element, paint: tuple[Element, ...]) -> None:
    """Fill and line as their owner had them (CT_ShapeProperties, 20.1.2.2.35: a:ln after the fill)."""
    holder = child(target, "p:spPr")
    if holder is None:
        return
    for item in paint:
        same = FILLS if local(item) in FILLS else (local(item),)
        for old in [found for found in holder if local(found) in same]:
            holder.remove(old)
        before = _OUTLINE if same is FILLS else (*_OUTLINE, *FILLS)
        holder.insert(sum(local(found) in before for found in holder), copy.deepcopy(item))


_OUTLINE = ("xfrm", "prstGeom", "custGeom")


__all__ = ["WornPart", "wear", "worn_parts"]
