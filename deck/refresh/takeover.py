"""What its owner did to a shape, taken over into the one that comes in its place: words, looks, frame, name, alternative
text, links."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Sequence

from lxml import etree

from deck.drawing.names import Element, attributes, child, detach, local, qn, yes
from deck.drawing.sheet import properties_of
from deck.pptx.identity import creation_of, slot_of_name
from deck.pptx.shapes import frames_numeral
from deck.refresh.parts import with_parts

CLICKS = ("a:hlinkClick", "a:hlinkHover")
PAINT = frozenset({"solidFill", "gradFill", "blipFill", "pattFill", "ln", "effectLst", "effectDag"})


def take_over(old: Element, new: Element, ours: Sequence[Element], said: Sequence[str]) -> None:
    """What the owner wrote and how it looks, into the shape that takes the old one's place. `ours`: the shape as we wrote
    it; `said`: attributes of its properties that tell of an owner."""
    take_properties(properties_of(old), properties_of(new), ours, said)
    _take_frame(old, new, ours)
    body, other = child(old, "p:txBody"), child(new, "p:txBody")
    if body is not None and other is not None:
        for item in list(other.iterchildren(qn("a:p"))):
            other.remove(item)
        for item in list(body.iterchildren(qn("a:p"))):
            other.append(item)
    take_paint(old, new, ours)


def take_paint(old: Element, new: Element, ours: Sequence[Element]) -> None:
    """Fill, line and effects, where they are not as we wrote them."""
    was, now = child(old, "p:spPr"), child(new, "p:spPr")
    if was is None or now is None:
        return
    painted = [item for item in was if local(item) in PAINT]
    holders = [item for shape in ours if (item := child(shape, "p:spPr")) is not None]
    written = {etree.tostring(item, method="c14n") for holder in holders for item in holder if local(item) in PAINT}
    if painted and not {etree.tostring(item, method="c14n") for item in painted} <= written:
        for item in [item for item in now if local(item) not in ("xfrm", "prstGeom", "custGeom")]:
            now.remove(item)
        for item in [item for item in was if local(item) not in ("xfrm", "prstGeom", "custGeom", "extLst")]:
            now.append(copy.deepcopy(item))


def take_properties(old: Element | None, new: Element | None, ours: Sequence[Element], said: Sequence[str]) -> None:
    """Name, tooltip, alternative text, hidden or not, and what a click does (20.1.2.2.8), where they are not as we wrote
    them."""
    if old is None or new is None:
        return
    known = [item for shape in ours if (item := properties_of(shape)) is not None]
    for name in said:
        value = old.get(name)
        if value is not None and value not in [item.get(name) for item in known]:
            new.set(name, value)
    for tag in CLICKS:
        _take_click(old, new, tag)


def holds_more(shape: Element, ours: Sequence[Element]) -> bool:
    """Whether a shape holds what no words tell of (an equation, a field, a picture, ink, a sound) and more of it than any of
    ours."""
    held, *known = (Counter(local(item) for item in one.iter() if local(item) in _THINGS) for one in (shape, *ours))
    return any(count > max((one[name] for one in known), default=0) for name, count in held.items())


_THINGS = frozenset({"oMath", "oMathPara", "fld", "blip", "contentPart", "oleObj", "control", "snd", "videoFile", "audioFile"})


def take_marks(old: Element, new: Element, ours: Sequence[Element], said: Sequence[str] = ()) -> None:
    """What a click does, whether it is hidden and, where names are among what is `said` by its owner, what it is called, part by
    part: what no look tells of, and what ours never had."""
    known = [{creation_of(item): item for item in with_parts(shape)} for shape in ours]
    parts = {mark: item for item in with_parts(new) if (mark := creation_of(item))}
    for item in with_parts(old):
        mark = creation_of(item)
        if mark not in parts:
            continue
        about, now = properties_of(item), properties_of(parts[mark])
        known_here = [props for held in known if mark in held and (props := properties_of(held[mark])) is not None]
        if about is None or now is None:
            continue
        if yes(about.get("hidden")) and not any(yes(props.get("hidden")) for props in known_here):
            now.set("hidden", "1")
        if about.get("title") and not any(props.get("title") for props in known_here):
            now.set("title", about.get("title", ""))
        if "name" in said and known_here and _is_own_name(about.get("name", ""), [now, *known_here]):
            now.set("name", about.get("name", ""))
        for tag in CLICKS:
            if any(child(props, tag) is not None for props in known_here):
                continue
            _take_click(about, now, tag)


def _is_own_name(name: str, ours: Sequence[Element]) -> bool:
    """A name that ends as ours does is ours, whatever version wrote it."""
    known = [props.get("name", "") for props in ours]
    return bool(name) and name not in known and slot_of_name(name) not in set(map(slot_of_name, known)) - {""}


def _take_click(old: Element, new: Element, tag: str) -> None:
    """One kind of click (20.1.2.2.8: a click before what happens when the pointer is over it), in place of the new one's."""
    click = child(old, tag)
    if click is None:
        return
    for item in new.findall(qn(tag)):
        new.remove(item)
    new.insert(int(tag == "a:hlinkHover" and child(new, "a:hlinkClick") is not None), copy.deepcopy(click))


def _take_frame(old: Element, new: Element, ours: Sequence[Element]) -> None:
    """Columns, direction, insets, anchor and warp of a text, and its list style, where they are not as we wrote them
    (21.1.2.1.1)."""
    for tag in ("a:bodyPr", "a:lstStyle"):
        was, now = child(old, "p:txBody", tag), child(new, "p:txBody", tag)
        if was is None or now is None:
            continue
        known = [item for shape in ours if (item := child(shape, "p:txBody", tag)) is not None]
        for name, value in attributes(was).items():
            if name == "rtlCol" or (name == "wrap" and frames_numeral(was)):
                continue
            if value not in [item.get(name) for item in known]:
                now.set(name, value)
        warp = child(was, "a:prstTxWarp")
        if warp is not None and etree.tostring(warp) not in [etree.tostring(item) for one in known for item in one]:
            for item in now.findall(qn("a:prstTxWarp")):
                now.remove(item)
            now.insert(0, copy.deepcopy(warp))
    take_list_style(old, new, ours)


def take_list_style(old: Element, new: Element, ours: Sequence[Element]) -> None:
    """A text's list style, where it says something and is none of ours."""
    own, now, *known = (child(shape, "p:txBody", "a:lstStyle") for shape in (old, new, *ours))
    said = [etree.tostring(item) for item in known if item is not None]
    if own is not None and now is not None and len(own) and etree.tostring(own) not in said:
        now.addprevious(copy.deepcopy(own))
        detach(now)


__all__ = ["holds_more", "take_list_style", "take_marks", "take_over", "take_paint", "take_properties"]
