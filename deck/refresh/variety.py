"""What a deck remembers of the sizes of its words as we wrote them, beside the digests of its shapes."""

from __future__ import annotations

from deck.drawing.names import child, local
from deck.drawing.sheet import contents, placeholder_of
from deck.pptx.manifest import Sizes
from deck.refresh.guard.side import Side, whose
from deck.refresh.guard.weights import said_of


def sizes_on(side: Side) -> dict[str, dict[str, str]]:
    """Page id → slot → the sizes and weights of its words."""
    return {page: slots for page, part in side.pages.items() if (slots := sizes_on_page(side, part))}


def sizes_on_page(side: Side, part: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for shape in contents(child(side.sheets.root(part), "p:cSld", "p:spTree")):
        holder = placeholder_of(shape)
        slot = whose(shape)
        foot = holder is not None and holder.get("type") in ("ftr", "dt", "sldNum")
        if slot and not foot and local(shape) in ("sp", "grpSp") and (said := said_of(shape)):
            found.setdefault(slot, said)
    return found


def kept_sizes(after: Side, fresh: Side, before: Sizes, untouched: set[tuple[str, str]], *, adrift: bool = False) -> Sizes:
    """What a refreshed deck is to remember: sizes as they stand where no hand touched them, or where they are as we would write
    them (`fresh`); else as they were remembered (`before`). A deck that remembers none is given none: what an earlier version
    gave its words is not known. `adrift`: of one in a program's masters (`KnownDeck.adrift`) those are remembered that it has."""
    if not before and not adrift:
        return {}
    found: dict[str, dict[str, str]] = {}
    here, ours = sizes_on(after), sizes_on(fresh)
    for page, slots in here.items():
        for slot, said in slots.items():
            was = before.get(page, {}).get(slot)
            if (page.partition("#")[0], slot) in untouched or said == ours.get(page, {}).get(slot):
                was = said
            if was is not None:
                found.setdefault(page, {})[slot] = was
    for page in before.keys() & after.pages.keys() if adrift else ():
        # Placeholders whose names a program took say nothing of themselves.
        kept = {slot: said for slot, said in before[page].items() if slot not in here.get(page, {})}
        if kept:
            found[page] = found.get(page, {}) | kept
    return found


__all__ = ["kept_sizes", "sizes_on", "sizes_on_page"]
