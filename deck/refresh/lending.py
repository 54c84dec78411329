"""The base with the shapes that an earlier version of ours drew otherwise, as they were written then: lent by the owner's deck,
which remembers them by their digests and where no hand has touched them."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from deck.drawing.names import Element, attributes, need
from deck.drawing.sheet import contents
from deck.geometry import Box
from deck.package import Relationship
from deck.package.names import R
from deck.package.xml import serialise
from deck.pptx.identity import creation_of, guid
from deck.pptx.reader import ReadDeck, read_pptx
from deck.refresh.digests import digests_on, is_held, named
from deck.refresh.guard.side import Side, whose
from deck.refresh.pages import pages_of
from deck.refresh.transform import write_box
from deck.refresh.written import Written


def as_remembered(generated: Written, deck: ReadDeck, lang: str, asked: Collection[str] = ()) -> Written:
    """The base as we would write it, each shape that the deck remembers to have been written otherwise, and that no hand has
    touched, as it was written then: it stands in the owner's deck. `asked`: slides, and parts of them ("why/body"), that wait
    for a decision: they were written with what their owner wants, and that is not what they were made as."""
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
        slide = page.partition("#")[0]
        old = set[str]() if slide in asked else {slot for slot in old if f"{slide}/{slot}" not in asked}
        if part is not None and other is not None and old:
            loan.page(page, part, other, old, (deck.manifest.placed if deck.manifest else {}).get(page, {}))
    if not loan.parts:
        return generated
    package = ours.sheets.package.replace(loan.parts, loan.kinds, loan.rels)
    read = read_pptx(package, sheets=generated.deck.sheets.over(package), manifest=generated.deck.manifest)
    return replace(generated, package=package, deck=read, pages=pages_of(read, lang), lent=frozenset(loan.lent))


def with_digests(generated: Written) -> Written:
    """Its pages with the digests of their drawn shapes: one that has the digest which a deck remembers is drawn as it was."""
    digests = digests_on(Side.of(generated.deck))
    pages = {
        slide: [replace(page, digests=digests.get(page.id, {})) for page in group] for slide, group in generated.pages.items()
    }
    return replace(generated, pages=pages)


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
        for rel in named(self.mine.sheets.package, part, shape):
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
            below = [item for item in package.rels.get(rel.target, ()) if item.external or is_held(package, item)]
            self.rels[target] = tuple(Relationship(item.id, item.type, self._target(item), item.external) for item in below)
        return target


__all__ = ["as_remembered", "with_digests"]
