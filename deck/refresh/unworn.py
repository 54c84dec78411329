"""Items of drawn blocks in a program's looks that bear nothing of their owner's, and have their places: what stands beside what
an owner touched. They are remembered one by one, and nobody's as long as they stand as they stood then."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deck.drawing.names import Element, child, local
from deck.drawing.sheet import contents, walk
from deck.pptx.reader import ReadDeck
from deck.presentation import Diagram, Presentation, Slide
from deck.refresh.digests import short
from deck.refresh.guard.handmade import handmade, painted
from deck.refresh.guard.pair import Twin, beside_kin, twins_on
from deck.refresh.guard.side import Side, Touch, whose
from deck.refresh.guard.weights import path_of
from deck.refresh.keeping import kept_names, names_kept
from deck.refresh.manner import form_of, manners
from deck.refresh.pages import Page
from deck.refresh.parts import item_of
from deck.refresh.twins import in_line, twins_of

KEY = "unworn"
"""Where the manifest remembers them, each as "PAGE/SLOT/ITEM=DIGEST"; an item "" is what a block has beside its items."""
ItemNames = frozenset[tuple[str, str, str]]
"""(slide, slot, item)."""


@dataclass(frozen=True)
class Unworn:
    """`items`: those that no hand has touched since. `blocks`: (slide, slot) of drawn blocks in which nothing else stands."""

    items: ItemNames = frozenset()
    blocks: frozenset[tuple[str, str]] = frozenset()

    def explains(self, touch: Touch) -> bool:
        """Whether what is told of an item, or of such a block's look, is a program's."""
        where = touch.slide, touch.where
        return (*where, touch.item) in self.items if touch.item else touch.what == "look" and where in self.blocks


def items_of(slide: Slide) -> Iterator[tuple[str, str, str]]:
    """Those of a slide's drawn blocks."""
    for slot in slide.slots:
        for item in slot.block.items if isinstance(slot.block, Diagram) else ():
            yield slide.id, slot.id, item.id


def unworn_in(
    mine: Mapping[str, Sequence[Page]],
    known: Mapping[str, Sequence[Page]],
    drawn: Presentation,
    touched: Collection[tuple[str, str, str]],
) -> ItemNames:
    """The items in a file in which a program wrote every look: none of those that are known to be `touched`, nor of a block whose
    parts we would put elsewhere, and not in rows and columns as these are: nobody can tell whether its owner did. `known`: the
    pages as we would write them."""
    found, worn = set[tuple[str, str, str]](), set(touched)
    for slide in drawn.slides:
        blocks = {slot.id: slot.block for slot in slide.slots if isinstance(slot.block, Diagram)}
        others = {page.piece.number: page for page in known.get(slide.id, ())}
        for page in mine.get(slide.id, ()):
            other = others.get(page.piece.number)
            for slot, block in blocks.items():
                shape, ours = page.shape(slot), other.shape(slot) if other is not None else None
                if other is None or shape is None or ours is None or local(shape) != "grpSp" or local(ours) != "grpSp":
                    continue
                drawn_parts = list(twins_of(page, shape, [ours], slot, block))
                if any(shift is None for _item, _part, twins in drawn_parts for _it, shift in twins) and not in_line(drawn_parts):
                    worn |= {(slide.id, slot, item) for item in ("", *(one.id for one in block.items))}
                found |= {(slide.id, slot, item_of(path)) for item in walk(shape) if (path := path_of(item))}
                every = twins_on(page.id, page.reader.sheet, other.reader.sheet, page.placed, page.sizes)
                pairs = list(beside_kin([pair for pair in every if pair.slot == slot and not pair.top]))
                worn |= {(slide.id, slot, pair.item) for pair in pairs if _is_worn(pair, page, pairs)}
    return frozenset(found - worn)


def _is_worn(pair: Twin, page: Page, pairs: Sequence[Twin]) -> bool:
    if _is_handmade(pair, page, pairs) or painted(pair) or not manners(pair.mine) <= manners(pair.ours):
        return True
    kin = [other.mine for other in pairs if other.kind == pair.kind and other is not pair]
    # A program may write each of a kind as another, but not one of them.
    return _form(pair.mine) != _form(pair.ours) and all(_form(pair.mine) != _form(item) for item in kin)


def _is_handmade(pair: Twin, page: Page, pairs: Sequence[Twin]) -> bool:
    """A font that all parts of a kind have is that of a program's masters: for headings, for words."""
    faces = [face for other in pairs if other.kind == pair.kind and (face := other.seen[0].of("font"))]
    common = faces[0].intersection(*faces[1:]) if len(faces) > 1 else frozenset[str]()
    return any(
        look.attrib or any(local(item) != "latin" or item.get("typeface", "").casefold() not in common for item in look)
        for look in handmade(pair, page.reader.sheet).values()
    )


def _form(shape: Element) -> str:
    holder = child(shape, "p:spPr")
    return form_of(holder) if holder is not None else ""


def unworn(extra: Mapping[str, Any], deck: ReadDeck) -> Unworn:
    """Those that the manifest remembers, as far as they stand as they stood."""
    known = {where: digest for where, _equals, digest in (name.rpartition("=") for name in names_kept(extra, KEY))}
    if not known:
        return Unworn()
    here = _items_on(Side.of(deck))
    names = {where: _named(where) for where in {**known, **here}}
    changed = {names[where] for where in names if where in known and here.get(where) != known[where]}
    items = frozenset(names[where] for where in known) - changed
    others = {names[where][:2] for where in here if names[where] not in items}
    return Unworn(items, frozenset((slide, slot) for slide, slot, _item in items) - others)


def _named(where: str) -> tuple[str, str, str]:
    page, slot, item = (*where.split("/", 2), "", "")[:3]
    return page.partition("#")[0], slot, item


def _items_on(side: Side, wanted: Collection[tuple[str, str]] | None = None) -> dict[str, str]:
    """ "PAGE/SLOT/ITEM" → the digest of what draws it, with its places in the block. What is none of ours is an item "?"."""
    found: dict[str, list[object]] = {}
    for page, part in side.pages.items():
        slide = page.partition("#")[0]
        for group in contents(child(side.sheets.root(part), "p:cSld", "p:spTree")):
            slot = whose(group) if local(group) == "grpSp" else ""
            if slot and (wanted is None or (slide, slot) in wanted):
                for item, shape in _drawing(group):
                    found.setdefault(f"{page}/{slot}/{item}", []).append(side.forms.of(part, shape))
    return {where: short(repr(forms).encode()) for where, forms in found.items()}


def _drawing(group: Element) -> Iterator[tuple[str, Element]]:
    """Each shape of a drawn block with the item that it draws."""
    for shape in walk(group):
        path = path_of(shape)
        if path or local(shape) != "grpSp":
            yield item_of(path) if path else "?", shape


def to_remember(items: Collection[tuple[str, str, str]], side: Side, ours: Collection[tuple[str, str]]) -> dict[str, str]:
    """What goes into the manifest. `side`: the new file; `ours`: (slide, slot) of blocks that are known as we wrote them."""
    wanted = {item[:2] for item in items} - set(ours)
    here = _items_on(side, wanted) if wanted else {}
    return kept_names(KEY, [f"{where}={digest}" for where, digest in here.items() if _named(where) in items])


__all__ = ["KEY", "ItemNames", "Unworn", "items_of", "to_remember", "unworn", "unworn_in"]
