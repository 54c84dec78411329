"""Drawn shapes known by digests: what a deck remembers of its shapes as we wrote them, so that a later version of ours, which
would draw them otherwise, knows that no hand has touched them."""

from __future__ import annotations

import base64
import copy
import hashlib
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from deck.drawing.names import Element, attributes, local, need
from deck.drawing.sheet import Sheets, contents, placeholder_of
from deck.geometry import Box
from deck.memory import Memory
from deck.package import Package, Relationship, Stamped, sha256
from deck.package.names import R
from deck.package.xml import serialise
from deck.pptx.identity import creation_of, guid
from deck.pptx.manifest import Digests
from deck.pptx.reader import ReadDeck, read_pptx
from deck.refresh.guard.compared import placeless
from deck.refresh.guard.side import Side, whose
from deck.refresh.pages import pages_of
from deck.refresh.transform import write_box
from deck.refresh.written import Written

LENGTH = 6
"""Letters of a digest, six bits each: a touched shape is taken for an untouched one once in 2^36."""


def digests_of(package: Package) -> Digests:
    """Page id → slot → the digest of its drawn shape, of a package as it is."""
    return digests_on(Side.of(read_pptx(package)))


def digests_of_written(package: Package, pages: Mapping[str, str]) -> Digests:
    """As `digests_of`, of a package as we wrote it just now. `pages`: page id → slide part. A page is read only where none was
    that differs in the words of its footer alone: those are in placeholders."""
    found: dict[str, Mapping[str, str]] = {}
    names = {part: page for page, part in pages.items()}
    side: Side | None = None
    for page, part in pages.items():
        data = package.parts[part]
        key = (data.shared, data.bare) if isinstance(data, Stamped) else (data, b"")
        known = _PAGES.get((key, tuple(_ties(package, part, names))))
        if known is None:
            side = side or Side(Sheets(package), pages)
            known = tuple(_slots(side, part).items())
            _PAGES.put((key, tuple(_ties(package, part, names))), known)
        if known:
            found[page] = dict(known)
    return found


_PAGES: Memory[tuple[tuple[bytes, bytes], tuple[Hashable, ...]], tuple[tuple[str, str], ...]] = Memory(512)
"""Slot → digest, of a page's bytes and what they lead to."""


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


def digests_on(side: Side) -> dict[str, dict[str, str]]:
    return {page: slots for page, part in side.pages.items() if (slots := _slots(side, part))}


def _slots(side: Side, part: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for shape in contents(side.sheets.sheet(part).tree):
        # Words in a placeholder are its layout's to draw.
        drawn = placeholder_of(shape) is None or local(shape) != "sp"
        if drawn and (slot := whose(shape)) and slot not in found:
            found[slot] = _digest(side, part, shape)
    return found


def _digest(side: Side, part: str, shape: Element) -> str:
    """Of the form that programs' saving leaves as it is, but for the shape's own place, which the manifest has by itself."""
    key = etree.tostring(shape, with_tail=False), tuple(_leads(side, part, shape))
    known = _KNOWN.get(key)
    if known is None:
        form = repr(placeless(side.forms, part, shape))
        known = base64.b64encode(hashlib.sha256(form.encode()).digest()).decode()[:LENGTH]
        _KNOWN.put(key, known)
    return known


def _leads(side: Side, part: str, shape: Element) -> Iterator[Hashable]:
    """What a shape's relationships lead to, to the letter."""
    package = side.sheets.package
    for rel in _named(package, part, shape):
        if rel.external or rel.kind == "slide":
            yield rel.id, rel.external, side.forms.target(rel)
        elif rel.target in package.parts:
            yield rel.id, _ends(package, rel)


def _ends(package: Package, rel: Relationship) -> tuple[str, ...]:
    """The digests of a part and of what it holds itself."""
    held = [item.target for item in package.rels.get(rel.target, ()) if _is_held(package, item)]
    return tuple(sha256(package.parts, name) for name in (rel.target, *held))


_KNOWN: Memory[tuple[bytes, tuple[Hashable, ...]], str] = Memory(4096)
"""Most shapes of 311 decks are the same."""


def _named(package: Package, part: str, shape: Element) -> list[Relationship]:
    """The relationships that a shape names."""
    rids = set(_IDS(shape))
    return [rel for rel in package.rels.get(part, ()) if rel.id in rids]


_IDS: Any = etree.XPath(f"descendant-or-self::*/@*[namespace-uri()='{R}']")


def _is_held(package: Package, rel: Relationship) -> bool:
    return not rel.external and rel.target in package.parts


def kept(after: Digests, fresh: Digests, before: Digests) -> Digests:
    """What a refreshed deck is to remember: `after`, its shapes, as far as they are as we wrote them now (`fresh`) or then
    (`before`). What its owner touched has no digest."""

    def ours(page: str, slot: str, digest: str) -> bool:
        return digest in (fresh.get(page, {}).get(slot), before.get(page, {}).get(slot))

    found = {page: {s: item for s, item in slots.items() if ours(page, s, item)} for page, slots in after.items()}
    return {page: slots for page, slots in found.items() if slots}


def as_remembered(generated: Written, deck: ReadDeck, lang: str) -> Written:
    """The base as we would write it, each shape that the deck remembers to have been written otherwise, and that no hand has
    touched, as it was written then: it stands in the owner's deck."""
    known = deck.manifest.digests if deck.manifest is not None else {}
    if not known:
        return generated
    mine, ours = Side.of(deck), Side.of(generated.deck)
    here, today = digests_on(mine), digests_on(ours)
    loan = _Loan(mine, ours=ours)
    for page, slots in known.items():
        part, other = mine.pages.get(page), ours.pages.get(page)
        old = {slot for slot, digest in slots.items() if here.get(page, {}).get(slot) == digest}
        old -= {slot for slot in old if today.get(page, {}).get(slot) == slots[slot]}
        if part is not None and other is not None and old:
            loan.page(page, part, other, old, (deck.manifest.placed if deck.manifest else {}).get(page, {}))
    if not loan.parts:
        return generated
    package = ours.sheets.package.replace(loan.parts, loan.kinds, loan.rels)
    read = read_pptx(package, manifest=generated.deck.manifest)
    return replace(generated, package=package, deck=read, pages=pages_of(read, lang), lent=frozenset(loan.lent))


@dataclass
class _Loan:
    """Shapes of the owner's deck as parts of the generated one."""

    mine: Side
    ours: Side
    parts: dict[str, bytes | None] = field(default_factory=dict)
    kinds: dict[str, str | None] = field(default_factory=dict)
    rels: dict[str, tuple[Relationship, ...] | None] = field(default_factory=dict)
    lent: set[tuple[str, str]] = field(default_factory=set)

    def page(self, page: str, part: str, other: str, slots: set[str], placed: Mapping[str, tuple[int, int, int, int]]) -> None:
        root = copy.deepcopy(self.ours.sheets.root(other))
        if root is None:
            return
        tree = need(root, "p:cSld", "p:spTree")
        rels = list(self.ours.sheets.package.rels.get(other, ()))
        twins = {whose(shape): shape for shape in tree if isinstance(shape.tag, str) and whose(shape)}
        for shape in contents(self.mine.sheets.sheet(part).tree):
            slot = whose(shape)
            if slot not in slots or creation_of(shape) not in ("", guid(page, slot)):
                continue
            new, twin = self._lent(part, shape, rels), twins.get(slot)
            self.lent.add((page.partition("#")[0], slot))
            if slot in placed:
                write_box(new, Box(*placed[slot]))
            if twin is not None:
                tree.replace(twin, new)
            else:
                tree.append(new)
        self.parts[other] = serialise(root)
        self.rels[other] = tuple(rels)

    def _lent(self, part: str, shape: Element, rels: list[Relationship]) -> Element:
        """A copy, what it leads to under ids of the page that it goes to."""
        new, ids = copy.deepcopy(shape), dict[str, str]()
        for rel in _named(self.mine.sheets.package, part, shape):
            ids[rel.id] = f"rIdWas{len(rels)}"
            rels.append(Relationship(ids[rel.id], rel.type, self._target(rel), rel.external))
        for item in new.iter():
            for name, value in attributes(item).items():
                if name.startswith(f"{{{R}}}") and value in ids:
                    item.set(name, ids[value])
        return new

    def _target(self, rel: Relationship) -> str:
        if rel.external:
            return rel.target
        if rel.kind == "slide":
            page = next((page for page, part in self.mine.pages.items() if part == rel.target), "")
            return self.ours.pages.get(page, rel.target)
        package, theirs = self.mine.sheets.package, self.ours.sheets.package
        folder, _slash, name = rel.target.rpartition("/")
        target = f"{folder}/was-{name}"
        if target not in self.parts and target not in theirs.parts and rel.target in package.parts:
            self.parts[target] = package.parts[rel.target]
            self.kinds[target] = package.content_type(rel.target)
            below = [item for item in package.rels.get(rel.target, ()) if item.external or _is_held(package, item)]
            self.rels[target] = tuple(Relationship(item.id, item.type, self._target(item), item.external) for item in below)
        return target


__all__ = ["as_remembered", "digests_of", "digests_of_written", "digests_on", "kept"]
