"""A drawn block that is drawn anew, though its owner gave words in it a look: the new parts wear it."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from deck.drawing.names import Element, child, detach, local, qn
from deck.drawing.paint import FILLS
from deck.pptx.identity import creation_of
from deck.refresh.apply.page import PagePatch
from deck.refresh.bodies import WORDS, patch_body
from deck.refresh.dress import relooked
from deck.refresh.guard.handmade import handmade, painted
from deck.refresh.guard.pair import Twin, beside_kin, twins_on
from deck.refresh.manner import counted_on, form_of, manners
from deck.refresh.parts import marked_parts
from deck.refresh.worn import dressed_in


@dataclass(frozen=True)
class WornPart:
    """A part as its owner has it. `looks`: look of a run (a:rPr) → what of it is theirs; `paint`: outline, fill, line and effects
    that are; `frame`: how its text is set in it, where that is (21.1.2.1.1 bodyPr); `lines`: whether paragraphs have tab stops of
    theirs, or numbers that begin elsewhere."""

    pair: Twin
    looks: Mapping[Element, Element]
    paint: tuple[Element, ...]
    frame: Mapping[str, str]
    lines: bool = False


def worn_parts(patch: PagePatch, slot: str) -> list[WornPart]:
    """The parts of a slot's drawing that bear looks of their owner's, as the file was read."""
    mine, fresh = patch.mine, patch.fresh
    every = twins_on(mine.id, mine.reader.sheet, fresh.reader.sheet, mine.placed, mine.sizes)
    pairs = list(beside_kin([pair for pair in every if pair.slot == slot and not pair.top]))
    counted = counted_on(frozenset[str]().union(*(manners(pair.mine) for pair in pairs)))
    found = [_worn(pair, pairs, handmade(pair, mine.reader.sheet), counted) for pair in pairs]
    return [part for part in found if part.looks or part.paint or part.frame or part.lines]


def _worn(pair: Twin, pairs: Sequence[Twin], looks: Mapping[Element, Element], counted: Collection[str]) -> WornPart:
    """`counted`: numbers that go on from part to part."""
    kin = [other.mine for other in pairs if other.kind == pair.kind and other is not pair]
    own = manners(pair.mine) - manners(pair.ours) - set(counted)
    own -= frozenset[str]().union(*map(manners, kin))
    body = child(pair.mine, "p:txBody", "a:bodyPr")
    told = {_FRAME[name] for name in (said.partition(" ")[0] for said in own) if name in _FRAME}
    frame = {name: body.get(name, "") for name in (*sorted(told), "spcCol") if told and body is not None and body.get(name)}
    lines = any(said.startswith(("tab ", "from ")) for said in own)
    return WornPart(pair, looks, (*_outline(pair, kin), *painted(pair), *_effects(pair)), frame, lines)


_FRAME = {"vert": "vert", "columns": "numCol", "middle": "anchorCtr"}
"""What a text's frame is told by (`manners`) → its attribute."""


def _outline(pair: Twin, kin: Sequence[Element]) -> list[Element]:
    """One that neither ours nor another part of its kind has: a program may write each of a kind as another."""
    own, *others = (child(shape, "p:spPr") for shape in (pair.mine, pair.ours, *kin))
    if own is None or not (form := form_of(own)) or not kin or form in {form_of(item) for item in others if item is not None}:
        return []
    return [item for item in own if local(item) in ("prstGeom", "custGeom")]


def _effects(pair: Twin) -> list[Element]:
    """Such as ours has none of: no program comes upon them."""
    own, ours = (child(shape, "p:spPr") for shape in (pair.mine, pair.ours))
    held = {local(item) for item in ours if len(item)} if ours is not None else set[str]()
    return [item for item in own if local(item) in _EFFECTS and len(item) and local(item) not in held] if own is not None else []


_EFFECTS = ("effectLst", "effectDag", "scene3d", "sp3d")


def wear(patch: PagePatch, new: Element, parts: list[WornPart], lang: str) -> None:
    """Give the parts of a drawing that was drawn anew what their owner gave the old ones."""
    here = marked_parts(new)
    for part in parts:
        target = here.get(creation_of(part.pair.ours))
        if target is None:
            continue
        _say(patch, target, part, lang)
        _paint(target, part.paint)
        if part.frame and (body := child(target, "p:txBody", "a:bodyPr")) is not None:
            for name, value in part.frame.items():
                body.set(name, value)


def _say(patch: PagePatch, target: Element, part: WornPart, lang: str) -> None:
    """The old words in the new drawing's looks and their owner's, which then say what they are to say."""
    body = child(target, "p:txBody")
    if body is None or not (part.looks or part.lines):
        return
    new = list(body.iterchildren(qn("a:p")))
    said = [item for item, _element in patch.fresh.written(part.pair.ours)]
    old = [
        (item, _redrawn(element, new[min(n, len(new) - 1)], part))
        for n, (item, element) in enumerate(patch.mine.written(part.pair.mine))
    ]
    if len(said) != len(new) or not old:
        return
    ours = copy.deepcopy(body)
    for element in new:
        detach(element)
    body.extend(element for _item, element in old)
    patch_body(body, old, list(zip(said, new, strict=True)), copy.deepcopy, (), lang, tells=WORDS, ours=[ours])


def _redrawn(old: Element, new: Element, part: WornPart) -> Element:
    """A paragraph of the owner's as we would draw it now, in the looks that are theirs."""
    looks = part.looks
    drawn = copy.deepcopy(old)
    base = next((item for item in new.iter(qn("a:rPr"))), None)
    for props in drawn.findall(qn("a:pPr")):
        drawn.remove(props)
    if (props := child(new, "a:pPr")) is not None:
        drawn.insert(0, copy.deepcopy(props))
    if part.lines and (own := child(old, "a:pPr")) is not None:
        _set_lines(drawn, own)
    for was, item in zip(old.iter(qn("a:rPr")), list(drawn.iter(qn("a:rPr"))), strict=True):
        holder = item.getparent()
        if holder is not None and base is not None:
            look = relooked(item, base)
            holder.replace(item, dressed_in(look, looks[was]) if was in looks else look)
    return drawn


def _set_lines(paragraph: Element, own: Element) -> None:
    """Tab stops and numbers as their owner had them (CT_TextParagraphProperties, 21.1.2.2.7)."""
    props = child(paragraph, "a:pPr")
    if props is None:
        props = paragraph.makeelement(qn("a:pPr"))
        paragraph.insert(0, props)
    for name in ("buAutoNum", "tabLst"):
        if (said := child(own, f"a:{name}")) is not None:
            _put(props, said, _BULLETS if name == "buAutoNum" else (name,), _PARAGRAPH)


_BULLETS = ("buNone", "buAutoNum", "buChar", "buBlip")
_PARAGRAPH = (
    *("lnSpc", "spcBef", "spcAft", "buClrTx", "buClr", "buSzTx", "buSzPct", "buSzPts", "buFontTx", "buFont"),
    *(*_BULLETS, "tabLst", "defRPr", "extLst"),
)


def _paint(target: Element, paint: tuple[Element, ...]) -> None:
    """Outline, fill, line and effects as their owner had them."""
    holder = child(target, "p:spPr")
    if holder is None:
        return
    for item in paint:
        same = next((group for group in (FILLS, _FORMS) if local(item) in group), (local(item),))
        _put(holder, item, same, _SHAPE)


def _put(holder: Element, item: Element, same: Sequence[str], order: Sequence[str]) -> None:
    """A copy of an element in place of those that say the same, at its place in the schema's `order`."""
    for old in [found for found in holder if local(found) in same]:
        holder.remove(old)
    before = order[: order.index(same[0])]
    holder.insert(sum(local(found) in before for found in holder), copy.deepcopy(item))


_FORMS = ("prstGeom", "custGeom")
_SHAPE = ("xfrm", *_FORMS, *FILLS, "ln", *_EFFECTS, "extLst")
"""CT_ShapeProperties (20.1.2.2.35)."""


__all__ = ["WornPart", "wear", "worn_parts"]
