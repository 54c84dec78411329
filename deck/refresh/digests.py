"""Drawn shapes known by digests: what a deck remembers of its shapes as we wrote them, so that a later version of ours, which
would draw them otherwise, knows that no hand has touched them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Hashable, Iterator, Mapping

from deck.drawing.names import Element, child, ids_in, local
from deck.drawing.sheet import Sheets, contents, placeholder_of
from deck.memory import Memory
from deck.package import Package, Relationship, Stamped, sha256
from deck.pptx.identity import creation_of, guid
from deck.pptx.manifest import AsWritten, Digests
from deck.pptx.reader import read_pptx
from deck.presentation import Presentation
from deck.refresh.guard.compared import placeless
from deck.refresh.guard.pieces import fingerprint
from deck.refresh.guard.side import Side, whose
from deck.refresh.variety import sizes_on_page

LENGTH = 6
"""Letters of a digest, six bits each: a touched shape is taken for an untouched one once in 2^36."""


def digests_of(package: Package) -> Digests:
    """Page id → slot → the digest of its drawn shape, of a package as it is."""
    return digests_on(Side.of(read_pptx(package)))


def known_of_written(package: Package, pages: Mapping[str, str]) -> AsWritten:
    """What a deck is to know its shapes by, of a package as we wrote it just now. `pages`: page id → slide part. A page is read
    only where none was that differs in the words of its footer alone: those are in placeholders."""
    digests: dict[str, dict[str, str]] = {}
    sizes: dict[str, dict[str, str]] = {}
    names = {part: page for page, part in pages.items()}
    side: Side | None = None
    for page, part in pages.items():
        data = package.parts[part]
        key = (data.shared, data.bare) if isinstance(data, Stamped) else (data, b"")
        tied = key, tuple(_ties(package, part, names))
        known = _PAGES.get(tied)
        if known is None:
            side = side or Side(Sheets(package), pages=pages)
            known = tuple(_slots(side, part).items()), tuple(sizes_on_page(side, part).items())
            _PAGES.put(tied, known)
        for all_said, said in zip((digests, sizes), known, strict=True):
            if said:
                all_said[page] = dict(said)
    return AsWritten(digests, sizes)


_Said = tuple[tuple[str, str], ...]
_PAGES: Memory[tuple[tuple[bytes, bytes], tuple[Hashable, ...]], tuple[_Said, _Said]] = Memory(128)
"""Slot → digest, and slot → sizes, of a page's bytes and what they lead to."""


def _ties(package: Package, part: str, names: Mapping[str, str]) -> Iterator[Hashable]:
    """A page's relationships and what is at their ends."""
    for rel in package.rels.get(part, ()):
        kind = rel.kind
        if rel.external or kind == "slideLayout":
            yield rel.id, kind, rel.target
        elif kind == "slide":
            yield rel.id, kind, names.get(rel.target, rel.target)
        elif kind != "notesSlide" and rel.target in package.parts:
            yield rel.id, kind, _ends(package, rel)


def digests_on(side: Side, *, said: Presentation | None = None) -> dict[str, dict[str, str]]:
    """Page id → slot → the digest of its shape; of words in placeholders only where it is told what slides they are on (`said`):
    a program calls those by other names."""
    slides = {slide.id: [slot.id for slot in slide.slots] for slide in said.slides} if said is not None else None
    found: dict[str, dict[str, str]] = {}
    for page, part in side.pages.items():
        names = None if slides is None else {guid(page, slot): slot for slot in slides.get(page.partition("#")[0], ())}
        if slots := _slots(side, part, names):
            found[page] = slots
    return found


def _slots(side: Side, part: str, names: Mapping[str, str] | None = None) -> dict[str, str]:
    """`names`: slots by their ids for life, where words in placeholders are asked for."""
    found: dict[str, str] = {}
    # No sheet is made for it: sheets know each other, and keep their trees until the collector comes.
    for shape in contents(child(side.sheets.root(part), "p:cSld", "p:spTree")):
        # Words in a placeholder are its layout's to draw.
        drawn = names is not None or placeholder_of(shape) is None or local(shape) != "sp"
        slot = (whose(shape) or (names or {}).get(creation_of(shape), "")) if drawn else ""
        if slot and slot not in found:
            found[slot] = _digest(side, part, shape)
    return found


def _digest(side: Side, part: str, shape: Element) -> str:
    """Of the form that programs' saving leaves as it is, but for the shape's own place, which the manifest has by itself."""
    key = fingerprint(shape), tuple(_leads(side, part, shape))
    known = _KNOWN.get(key)
    if known is None:
        form = repr(placeless(side.forms, part, shape))
        known = short(form.encode())
        _KNOWN.put(key, known)
    return known


def short(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()[:LENGTH]


def _leads(side: Side, part: str, shape: Element) -> Iterator[Hashable]:
    """What a shape's relationships lead to, to the letter."""
    package = side.sheets.package
    for rel in named(package, part, shape):
        if rel.external or rel.kind == "slide":
            yield rel.id, rel.external, side.forms.target(rel)
        elif rel.target in package.parts:
            yield rel.id, _ends(package, rel)


def _ends(package: Package, rel: Relationship) -> tuple[str, ...]:
    """The digests of a part and of what it holds itself."""
    held = [item.target for item in package.rels.get(rel.target, ()) if is_held(package, item)]
    return tuple(sha256(package.parts, name) for name in (rel.target, *held))


_KNOWN: Memory[tuple[bytes, tuple[Hashable, ...]], str] = Memory(4_096)
"""Most shapes of 311 decks are the same."""


def named(package: Package, part: str, shape: Element) -> list[Relationship]:
    """The relationships that a shape names."""
    rids = set(ids_in(shape))
    return [rel for rel in package.rels.get(part, ()) if rel.id in rids]


def is_held(package: Package, rel: Relationship) -> bool:
    return not rel.external and rel.target in package.parts


def kept(
    after: Digests,
    fresh: Digests,
    before: Digests,
    own: Collection[tuple[str, str]] = (),
    made: Collection[tuple[str, str]] = (),
) -> Digests:
    """What a refreshed deck is to remember: `after`, its shapes, as far as they are as we wrote them now (`fresh`) or then
    (`before`), or as a refresh `made` them of what no hand had touched (slide, slot): rows that stayed keep heights that we would
    not give them anew. What its owner touched has no digest: neither has what we wrote with words, links or an alternative text
    of theirs (`own`: slide, slot), which would pass for what the deck was made as."""

    def ours(page: str, slot: str, digest: str) -> bool:
        where = page.partition("#")[0], slot
        known = digest in (fresh.get(page, {}).get(slot), before.get(page, {}).get(slot))
        return (known or where in made) and where not in own

    found = {page: {s: item for s, item in slots.items() if ours(page, s, item)} for page, slots in after.items()}
    return {page: slots for page, slots in found.items() if slots}


__all__ = ["digests_of", "digests_on", "is_held", "kept", "known_of_written", "named", "short"]
