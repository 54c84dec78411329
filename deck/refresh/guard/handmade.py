"""Looks that an owner gave the words of a part, where a program wrote every look anew on saving: what is neither as we wrote it
nor what a program comes upon."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from deck.drawing.color import color_of
from deck.drawing.names import Element, child, local, qn, whole, yes
from deck.drawing.sheet import Sheet
from deck.refresh.guard.odd import shown_otherwise
from deck.refresh.guard.pair import Twin
from deck.refresh.guard.weights import WORN, Wears, beyond


def handmade(pair: Twin, sheet: Sheet) -> dict[Element, Element]:
    """Look of a run (a:rPr) on the owner's side → an a:rPr with what of it is theirs. `sheet`: the owner's slide."""
    ways = dict(_ways(pair, sheet))
    found: dict[Element, Element] = {}
    for run in pair.mine.iter(qn("a:r"), qn("a:fld")):
        look = child(run, "a:rPr")
        if look is None or not (getattr(child(run, "a:t"), "text", None) or "").strip():
            continue
        own = look.makeelement(look.tag, {})
        for name, wears in ways.items():
            if wears(look):
                _take(look, own, name)
        if own.attrib or len(own):
            found[look] = own
    return found


def painted(pair: Twin) -> list[Element]:
    """Fill and line of the part, where they are its owner's: no program comes upon a picture that fills it."""
    holder, ours = (child(side, "p:spPr") for side in (pair.mine, pair.ours))
    kinds = {"fill": ("solidFill",), "line": ("ln",)}
    names = {name for kind, names in kinds.items() if shown_otherwise(pair, kind) for name in names}
    if ours is not None and child(ours, "a:blipFill") is None:
        names.add("blipFill")
    return [item for item in holder if local(item) in names] if holder is not None else []


def _ways(pair: Twin, sheet: Sheet) -> Iterator[tuple[str, Wears]]:
    """Attribute or element of a look → in which runs it is their owner's."""
    inks, fonts = shown_otherwise(pair, "ink"), shown_otherwise(pair, "font")
    written = {size for _marks, size in pair.written}
    yield "solidFill", lambda look: (color_of(child(look, "a:solidFill"), sheet.colors) or ("",))[0] in inks
    yield "latin", lambda look: (face := child(look, "a:latin")) is not None and face.get("typeface", "").casefold() in fonts
    yield "sz", lambda look: bool(written and (size := whole(look.get("sz"))) and beyond([size], written))
    for name, mark in (("b", "bold"), ("i", "italic")):
        told = bool(shown_otherwise(pair, mark))
        yield name, lambda look, name=name, told=told: told and yes(look.get(name))
    underlined = bool(shown_otherwise(pair, "underline"))
    yield "u", lambda look: underlined and look.get("u", "none") != "none"
    for name, wears in WORN.items():
        if not any(wears(look) for look in pair.ours.iter(qn("a:rPr"))):
            yield name, wears


def _take(look: Element, own: Element, name: str) -> None:
    if (value := look.get(name)) is not None:
        own.set(name, value)
    own.extend(copy.deepcopy(item) for item in look if local(item) == name)


__all__ = ["handmade", "painted"]
