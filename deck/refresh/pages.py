"""Physical slides of one side: found by the ids of what they show, read shape by shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deck.drawing.names import Element, child, local, qn, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import contents, placeholder_of, walk
from deck.geometry import Box
from deck.pptx.identity import creation_of, guid
from deck.pptx.manifest import PlacedBoxes
from deck.pptx.reader import ReadDeck, ReadSlide
from deck.pptx.slots import SlideReader
from deck.refresh.bodies import WrittenParagraphs
from deck.refresh.guard.noise import NEAR

FURNITURE = ("ftr", "dt", "sldNum")


def near(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= NEAR for a, b in ((one.x, other.x), (one.y, other.y), (one.w, other.w), (one.h, other.h)))


def animated(root: Element | None) -> bool:
    """Whether anything happens on a slide: PowerPoint and LibreOffice write time lines without anything on them, too (19.5)."""
    timing = child(root, "p:timing")
    return timing is not None and any(local(item) in ("spTgt", "sndTgt", "inkTgt", "cmd") for item in timing.iter())


@dataclass(frozen=True)
class Page:
    """One physical slide as read. `id`: the slide's, with "#2" and on for continuations. `placed`: where we put each slot's
    shape, as the file remembers it; `digests`, `sizes`: what else it knows its shapes by. `adrift`: as `KnownDeck.adrift`."""

    reader: SlideReader
    piece: ReadSlide
    placed: Mapping[str, tuple[int, int, int, int]] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, str] = field(default_factory=dict)
    adrift: bool = False

    @property
    def id(self) -> str:
        return self.piece.id

    @property
    def part(self) -> str:
        return self.piece.part

    def shape(self, *path: str) -> Element | None:
        """A slot's shape, or a key's within it."""
        return self.reader.find(*path)

    def written(self, shape: Element, body: str = "p:txBody") -> WrittenParagraphs:
        """A shape's paragraphs with their XML."""
        holder = child(shape, body)
        elements = list(holder.iterchildren(qn("a:p"))) if holder is not None else []
        return tuple(zip(self.reader.paragraphs(shape), elements, strict=False))

    def box(self, shape: Element) -> Box | None:
        """Where a shape stands, inherited where it does not say."""
        ph = placeholder_of(shape)
        above = self.reader.sheet.inherited(ph.get("type", "obj"), whole(ph.get("idx"))) if ph is not None else ()
        found = next((box for item in (shape, *above) if (box := extent(xfrm_of(item)))), None)
        return Box(*found) if found else None

    def foreign(self, slots: Mapping[str, object]) -> list[Element]:
        """Top-level shapes that are no slot's and no furniture: the owner's own."""
        ours = {guid(self.id, name) for name in slots} | {guid(self.id, f"furniture-{kind}") for kind in FURNITURE}
        found = []
        for shape in contents(self.reader.sheet.tree):
            ph = placeholder_of(shape)
            if creation_of(shape) not in ours and not (ph is not None and ph.get("type") in FURNITURE):
                found.append(shape)
        return found

    def bears(self, slots: Mapping[str, object]) -> bool:
        """Whether the page holds what its owner put there, or did to it as a whole, beside its slots: where the slide needs it no
        longer, it stays."""
        root, package = self.reader.sheet.root, self.reader.package
        if self.foreign(slots) or any(rel.kind == "comments" for rel in package.rels.get(self.part, ())):
            return True
        if animated(root) or any(child(root, *path) is not None for path in (("p:transition",), ("p:cSld", "p:bg"))):
            return True
        return any(self._moved(shape) for kind in FURNITURE if (shape := self.shape(f"furniture-{kind}")) is not None)

    def foot_moved(self, others: Sequence[Page]) -> bool:
        """Whether a footer, date or number stands where neither its layout nor any of the `others` has one: a program that
        writes all places anew puts all alike."""
        for kind in FURNITURE:
            shape = self.shape(f"furniture-{kind}")
            box = self.box(shape) if shape is not None and self._moved(shape) else None
            if box is None:
                continue
            twins = [(other, item) for other in others if (item := other.shape(f"furniture-{kind}")) is not None]
            if not any(near(box, place) for other, item in twins if (place := other.box(item)) is not None):
                return True
        return False

    def _moved(self, shape: Element) -> bool:
        """Whether a placeholder stands elsewhere than where its layout has it."""
        ph, own = placeholder_of(shape), extent(xfrm_of(shape))
        above = self.reader.sheet.inherited(ph.get("type", "obj"), whole(ph.get("idx"))) if ph is not None else ()
        given = next((box for item in above if (box := extent(xfrm_of(item)))), None)
        if not own or not given or (Box(*given).contains(Box(*own)) and child(shape, "p:spPr", "a:solidFill") is not None):
            return False  # where the layout has it, or a plate there that is as wide as its words
        return any(abs(a - b) > NEAR for a, b in zip(own, given, strict=True))


def pages_of(deck: ReadDeck, lang: str, placed: PlacedBoxes | None = None) -> dict[str, list[Page]]:
    """Slide id → its physical slides in order; those without an id are not among them. `placed`: where we put the shapes, where
    that is not as the file remembers it."""
    ids: dict[str, str] = {}
    placed = placed if placed is not None else deck.manifest.placed if deck.manifest else {}
    digests, sizes = (deck.manifest.digests, deck.manifest.sizes) if deck.manifest else ({}, {})
    for piece in deck.slides:
        if piece.slide and piece.number == 1:
            ids.setdefault(piece.part, piece.slide)
    found: dict[str, list[Page]] = {}
    for piece in deck.slides:
        group = found.setdefault(piece.slide, [])
        if piece.slide and piece.number not in [page.piece.number for page in group]:
            reader = SlideReader(deck.package, sheet=deck.sheets.sheet(piece.part), slide_id=piece.id, lang=lang, ids=ids)
            group.append(
                Page(
                    reader,
                    piece=piece,
                    placed=placed.get(piece.id, {}),
                    digests=digests.get(piece.id, {}),
                    sizes=sizes.get(piece.id, {}),
                )
            )
    found.pop("", None)
    for group in found.values():
        group.sort(key=lambda page: page.piece.number)
    return found


def by_creation(tree: Element) -> dict[str, Element]:
    """A slide's shapes by their ids for life, of a tree that may be changed."""
    found: dict[str, Element] = {}
    for shape in walk(child(tree, "p:cSld", "p:spTree")):
        if mark := creation_of(shape):
            found.setdefault(mark, shape)
    return found
