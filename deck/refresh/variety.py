"""What a deck remembers of the sizes of its words as we wrote them, beside the digests of its shapes."""

from __future__ import annotations

from collections.abc import Mapping

from deck.drawing.names import child, local
from deck.drawing.sheet import Sheets, contents, placeholder_of
from deck.memory import Memory
from deck.package import Package, Stamped
from deck.pptx.manifest import Digests
from deck.pptx.reader import read_pptx
from deck.refresh import digests as drawn
from deck.refresh.guard.side import Side, whose
from deck.refresh.guard.weights import SIZES, said_of


def remembered_of_written(package: Package, pages: Mapping[str, str]) -> Digests:
    """What a deck is to know its shapes by, as we wrote it just now: their digests, and the sizes of their words. `pages`: page
    id → slide part."""
    found = {page: dict(slots) for page, slots in drawn.digests_of_written(package, pages).items()}
    side: Side | None = None
    for page, part in pages.items():
        data = package.parts[part]
        key = (data.shared, data.bare) if isinstance(data, Stamped) else (data, b"")
        known = _PAGES.get(key)
        if known is None:
            side = side or Side(Sheets(package), pages)
            known = tuple(_slots(side, part).items())
            _PAGES.put(key, known)
        if known:
            found.setdefault(page, {}).update(known)
    return found


_PAGES: Memory[tuple[bytes, bytes], tuple[tuple[str, str], ...]] = Memory(128)


def with_sizes(digests: Digests, after: Package, fresh: Package, before: Digests, untouched: set[tuple[str, str]]) -> Digests:
    """What a refreshed deck is to remember, with the sizes of its words: as they stand where no hand touched them, or where they
    are as we would write them (`fresh`); else as they were remembered (`before`). A deck that remembers none is given none: what
    an earlier version gave its words is not known."""
    if not any(name.endswith(SIZES) for slots in before.values() for name in slots):
        return digests
    found = {page: dict(slots) for page, slots in digests.items()}
    here, ours = (_sizes(Side.of(read_pptx(package))) for package in (after, fresh))
    for page, slots in here.items():
        for name, said in slots.items():
            was, slot = before.get(page, {}).get(name), (page.partition("#")[0], name.removesuffix(SIZES))
            if slot in untouched or said == ours.get(page, {}).get(name):
                was = said
            if was is not None:
                found.setdefault(page, {})[name] = was
    return found


def _sizes(side: Side) -> dict[str, dict[str, str]]:
    return {page: _slots(side, part) for page, part in side.pages.items()}


def _slots(side: Side, part: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for shape in contents(child(side.sheets.root(part), "p:cSld", "p:spTree")):
        holder = placeholder_of(shape)
        slot = whose(shape)
        foot = holder is not None and holder.get("type") in ("ftr", "dt", "sldNum")
        if slot and not foot and local(shape) in ("sp", "grpSp") and (said := said_of(shape)):
            found.setdefault(slot + SIZES, said)
    return found


__all__ = ["remembered_of_written", "with_sizes"]
