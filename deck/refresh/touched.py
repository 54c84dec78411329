"""What the owner did to a slide beside its words: shapes of their own, other places, other looks, movement, comments."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from deck.drawing.names import Element, child, is_made, local, qn, whole
from deck.drawing.paint import FILLS
from deck.drawing.sheet import properties_of, walk
from deck.geometry import Box
from deck.memory import Memory
from deck.pptx.identity import number
from deck.presentation import Diagram, Presentation, Slot, Table
from deck.refresh.cell_fills import filled_rows
from deck.refresh.earlier import SAVED, drawn_otherwise
from deck.refresh.guard.form import Node, nodes
from deck.refresh.guard.pieces import remembered
from deck.refresh.pages import NEAR, Page, animated, near
from deck.refresh.parts import taken_out
from deck.refresh.pointed import is_pointed_at, pointed_at
from deck.refresh.rewritten import given_to_most, items_worn, more_varied
from deck.refresh.twins import DrawnTwins, elsewhere, in_columns, leads_of, marks_of, twins_of
from deck.refresh.unworn import Unworn

MOST_ELSEWHERE = 0.5
"""Where more than this share of the slots stands elsewhere than we would put it, that is another look."""
FEW_ELSEWHERE = 0.1
"""Likewise, in masters of LibreOffice's own: those are known to be another look."""
MEASURED_ANEW = 0.15
"""LibreOffice makes a table by so much taller or lower, as it measures words."""
FEW_TITLES = 3
"""Of so many titles of a kind of slide, one that stands where no other does is its owner's doing."""
FEW_ROWS = 2
"""Where a program wrote all anew, more rows of a table than these are of its making."""


def moved(page: Page, known: Iterable[Page], slot: str) -> bool:
    """Whether a slot's shape has another place, size or turn than we gave it."""
    shape = page.shape(slot)
    box = page.box(shape) if shape is not None else None
    if shape is None or box is None:
        return False
    ours = page.placed.get(slot)
    places = [Box(*ours)] if ours else []
    places += [place for other in known if (item := other.shape(slot)) is not None and (place := other.box(item))]
    if page.adrift and local(shape) == "graphicFrame":
        # It measured the rows' words anew.
        places += [replace(place, h=box.h) for place in places if _is_as_tall(box.h, place.h)]
    turned = next((item for item in shape.iter(qn("a:xfrm"), qn("p:xfrm"))), None)
    return bool(places) and (
        not any(near(box, place) for place in places) or (turned is not None and turned.get("rot", "0") != "0")
    )


def put_elsewhere(
    mine: Mapping[str, Sequence[Page]], known: Mapping[str, Sequence[Page]], base: Presentation
) -> dict[str, list[Page]]:
    """The pages of a file that remembers no places. Where most slots stand elsewhere than we would put them, it was made in a
    look that we do not know, and its places are not its owner's, but for a title that stands where no other of its kind does; so
    it is, but for titles, on a slide with a block that an earlier version drew."""
    slots = {slide.id: [slot.id for slot in slide.slots] for slide in base.slides}
    kinds = {slide.id: slide.kind for slide in base.slides}
    pages = [(slide, page) for slide, group in mine.items() for page in group]
    found = {
        (page.part, name): box
        for slide, page in pages
        for name in slots.get(slide, ())
        if (shape := page.shape(name)) is not None and (box := page.box(shape)) is not None
    }
    strays = [key for slide, page in pages for key in found if key[0] == page.part and moved(page, known.get(slide, ()), key[1])]
    adrift = any(page.adrift for _slide, page in pages)
    unknown = len(strays) > (FEW_ELSEWHERE if adrift else MOST_ELSEWHERE) * len(found)
    titles = [(kinds[slide], found[page.part, "title"]) for slide, page in pages if (page.part, "title") in found]

    def alone(slide: str, box: Box) -> bool:
        like = [other for kind, other in titles if kind == kinds[slide]]
        return len(like) >= FEW_TITLES and sum(near(box, other) for other in like) == 1

    def placed(slide: str, page: Page) -> dict[str, tuple[int, int, int, int]]:
        boxes = {name: box for name in slots.get(slide, ()) if (box := found.get((page.part, name))) is not None}
        known = {name for name, box in boxes.items() if name != "title" or (unknown and not alone(slide, box))}
        return {name: (box.x, box.y, box.w, box.h) for name, box in boxes.items() if name in known}

    def earlier(slide: str, page: Page) -> bool:
        return any(drawn_otherwise(page, known.get(slide, ()), name) for name in slots.get(slide, ()))

    return {
        slide: [replace(page, placed=placed(slide, page)) if unknown or earlier(slide, page) else page for page in group]
        for slide, group in mine.items()
    }


def look(shape: Element) -> frozenset[bytes]:
    """The looks within a shape: run, shape, cell and body properties, and how its lines are aligned, without what programs add on
    saving."""
    return remembered(_LOOKS, shape, _look)


_LOOKS: Memory[bytes, frozenset[bytes]] = Memory(1_024)


def _look(shape: Element) -> frozenset[bytes]:
    found: set[bytes] = set()
    found |= {b"algn " + side.encode() for item in shape.iter(qn("a:pPr")) if (side := item.get("algn"))}
    for item in shape.iter(qn("a:rPr"), qn("p:spPr"), qn("a:tcPr"), qn("a:tblPr"), qn("p:style")):
        bare = copy.deepcopy(item)
        for name in SAVED:
            bare.attrib.pop(name, "")
        for inner in [c for c in bare if local(c) in ("xfrm", "hlinkClick", "extLst", "prstGeom", "custGeom")]:
            bare.remove(inner)
        for style in bare.iterchildren(qn("a:tableStyleId")):
            style.text = "" if is_made(style.text or "") else style.text
        etree.cleanup_namespaces(bare)
        found.add(etree.tostring(bare, method="c14n", with_tail=False))
    return frozenset(found)


def frame_look(shape: Element) -> frozenset[Node]:
    """The looks that are no run's and no fill: the outline, by its form or its points, how a text stands in its frame (columns,
    direction, margins), and its paragraphs' bullets, indents and spacing; without what programs add on saving."""
    return remembered(_FRAMES, shape, _frame_look)


_FRAMES: Memory[bytes, frozenset[Node]] = Memory(1_024)


def _frame_look(shape: Element) -> frozenset[Node]:
    tags = ("a:bodyPr", "a:lstStyle", "a:pPr", "a:prstGeom", "a:pathLst")
    return frozenset(node for item in shape.iter(*map(qn, tags)) for node in nodes(item, lambda _target: None))


def chart_look(page: Page, shape: Element) -> frozenset[bytes]:
    """The looks within a shape's chart, which stand in a part of its own: fills, lines and text."""
    frame = next(shape.iter(qn("c:chart")), None)
    sheet = page.reader.sheet
    part = next(
        (rel.target for rel in sheet.package.rels.get(page.part, ()) if frame is not None and rel.id == frame.get(qn("r:id"))),
        None,
    )
    root = sheet.sheets.root(part)
    found: set[bytes] = set()
    for item in root.iter(qn("c:spPr"), qn("a:rPr"), qn("a:defRPr")) if root is not None else ():
        bare = copy.deepcopy(item)
        for name in SAVED:
            bare.attrib.pop(name, "")
        etree.cleanup_namespaces(bare)
        found.add(etree.tostring(bare, method="c14n", with_tail=False))
    return frozenset(found)


def restyled(page: Page, known: Sequence[Page], slot: str) -> bool:
    """Whether a slot's shape has a look that we did not write."""
    shape = page.shape(slot)
    if shape is None:
        return False
    twins = [(other, item) for other in known if (item := other.shape(slot)) is not None]
    ours = frozenset().union(*(look(item) | chart_look(other, item) for other, item in twins))
    changed = bool(known) and not look(shape) | chart_look(page, shape) <= ours
    return changed and not drawn_otherwise(page, known, slot)


def restyled_but_filled(page: Page, known: Sequence[Page], slot: str) -> bool:
    """Likewise, whatever picture fills it (20.1.8.14 blipFill)."""
    shape = page.shape(slot)
    ours = [item for other in known if (item := other.shape(slot)) is not None]
    if shape is None or not ours:
        return False
    bare, *others = (_unfilled(item) for item in (shape, *ours))
    framed = frozenset[Node]().union(*map(frame_look, ours))
    return not (look(bare) <= frozenset[bytes]().union(*map(look, others)) and frame_look(shape) <= framed)


def _unfilled(shape: Element) -> Element:
    bare = copy.deepcopy(shape)
    for holder in bare.iter(qn("p:spPr")):
        for fill in [item for item in holder if local(item) in FILLS]:
            holder.remove(fill)
    return bare


def touched_parts(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
    """The items of a diagram, or rows of a table, with a look, a place or a mark that we did not give them."""
    shape = page.shape(slot.id)
    ours = [item for other in known if (item := other.shape(slot.id)) is not None]
    if shape is None or not ours or drawn_otherwise(page, known, slot.id):
        return set()
    if isinstance(slot.block, Diagram):
        leads = frozenset().union(*(leads_of(other, item) for other in known if (item := other.shape(slot.id)) is not None))
        parts = list(twins_of(page, shape, ours, slot.id, slot.block))
        led = {item for item, mine, _twins in parts if not leads_of(page, mine) <= leads}
        # In a group of their owner's.
        grouped = {item for item, mine, _twins in parts if mine.getparent() is not shape}
        return led | grouped | _touched_items(parts)
    if not isinstance(slot.block, Table):
        return set()
    return _touched_rows(shape, ours, slot.id, slot.block) | tall_rows(page, known, slot)


def placed_otherwise(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
    """What of a diagram's items or a table's rows stands elsewhere, or is of another height, than we made it: what can be told
    where a program wrote every look. In its masters we would give a table other columns and sizes: then it tells nothing as long
    as it is as tall as it was made."""
    shape = page.shape(slot.id)
    box, stood = page.box(shape) if shape is not None else None, page.placed.get(slot.id)
    if page.adrift and isinstance(slot.block, Table) and box is not None and (stood is None or _is_as_tall(box.h, stood[3])):
        return set()
    ours = [item for other in known if (item := other.shape(slot.id)) is not None]
    if shape is None or not isinstance(slot.block, Diagram) or drawn_otherwise(page, known, slot.id):
        return tall_rows(page, known, slot)
    parts = twins_of(page, shape, ours, slot.id, slot.block)
    return {item for item, mine, twins in parts if elsewhere(mine, twins) and not (page.adrift and in_columns(mine, twins))}


def _is_as_tall(height: int, known: int) -> bool:
    """Whether a table is as tall as another, but for what a program makes of its words."""
    return abs(height - known) <= max(MEASURED_ANEW * known, NEAR)


def tall_rows(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
    """The rows of a table with another height than we gave them. What lies between two heights that we would make a row is no
    hand's: rows that stay while others come and go have such."""
    shape = page.shape(slot.id)
    ours = [item for other in known if (item := other.shape(slot.id)) is not None]
    if shape is None or not isinstance(slot.block, Table):
        return set()
    heights: dict[str, list[int]] = {}
    for other in ours:
        for name, row in _rows(other, slot.id, slot.block):
            heights.setdefault(name, []).append(whole(row.get("h")))
    return {
        name
        for name, row in _rows(shape, slot.id, slot.block)
        if (made := heights.get(name)) and not min(made) - NEAR <= whole(row.get("h")) <= max(made) + NEAR
    }


def _rows(shape: Element, slot: str, block: Table) -> Iterator[tuple[str, Element]]:
    """A table's rows with the ids of the block's."""
    names = {str(number(slot, "row", row.id)): row.id for row in block.rows}
    for row in shape.iter(qn("a:tr")):
        name = next((names.get(mark.get("val", "")) for mark in row.iter(qn("a16:rowId"))), None)
        if name is not None:
            yield name, row


def _touched_items(parts: Iterable[tuple[str, Element, DrawnTwins]]) -> set[str]:
    return {
        item
        for item, mine, twins in parts
        if not look(mine) <= frozenset().union(*(look(twin) for twin, _shift in twins))
        or not frame_look(mine) <= frozenset().union(*(frame_look(twin) for twin, _shift in twins))
        or marks_of(mine) not in [marks_of(twin) for twin, _shift in twins]
        or elsewhere(mine, twins)
    }


def _touched_rows(shape: Element, ours: Sequence[Element], slot: str, block: Table) -> set[str]:
    rows = [row for other in ours for row in other.iter(qn("a:tr"))]
    known, framed = frozenset().union(*map(look, rows)), frozenset().union(*map(frame_look, rows))
    return {name for name, row in _rows(shape, slot, block) if not (look(row) <= known and frame_look(row) <= framed)}


def _whole_pointed_at(page: Page, slot: Slot, ids: frozenset[str]) -> bool:
    """Whether a slot's shape, or a part of it, is spoken of from elsewhere."""
    shape = page.shape(slot.id)
    return shape is not None and any(is_pointed_at(item, ids) for item in (shape, *walk(shape)))


def _items_pointed_at(page: Page, known: Sequence[Page], slot: Slot, ids: frozenset[str]) -> set[str]:
    return {item for item, name in _ids_of_items(page, known, slot) if name in ids}


def _ids_of_items(page: Page, known: Sequence[Page], slot: Slot) -> Iterator[tuple[str, str]]:
    """(item, p:cNvPr id) of the parts of a diagram."""
    shape = page.shape(slot.id)
    ours = [item for other in known if (item := other.shape(slot.id)) is not None]
    if shape is not None and isinstance(slot.block, Diagram):
        for item, mine, _twins in twins_of(page, shape, ours, slot.id, slot.block):
            props = properties_of(mine)
            yield item, props.get("id", "") if props is not None else ""


@dataclass(frozen=True)
class Touched:
    """Ids of slides, (slide, slot), and (slide, slot, item or row), that bear the owner's hand beside their words."""

    slides: frozenset[str]
    slots: frozenset[tuple[str, str]]
    parts: frozenset[tuple[str, str, str]] = frozenset()


def touched(
    mine: Mapping[str, Sequence[Page]],
    known: Mapping[str, Sequence[Page]],
    base: Presentation,
    still: Collection[tuple[str, str]] = (),
    unworn: Unworn | None = None,
) -> Touched:
    """Slides, and (slide, slot), that bear the owner's hand beside their words: every look that we did not write. `still`,
    `unworn`: those whose looks are known to be nobody's, and those items."""
    bare = unworn or Unworn()

    def styled(page: Page, known: Sequence[Page], slot: str) -> bool:
        where = page.piece.slide, slot
        return where not in still and where not in bare.blocks and restyled(page, known, slot)

    def within(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
        found = touched_parts(page, known, slot) if (page.piece.slide, slot.id) not in still else set[str]()
        return {item for item in found if (page.piece.slide, slot.id, item) not in bare.items}

    return _touched(mine, known, base, styled, within)


def touched_where_rewritten(
    mine: Mapping[str, Sequence[Page]], known: Mapping[str, Sequence[Page]], base: Presentation
) -> Touched:
    """Likewise, where a program rewrote every look, so that only their variety tells."""

    def few(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
        found = placed_otherwise(page, known, slot)
        if isinstance(slot.block, Diagram):
            # Most parts stand together where we put them, or none is told to stand elsewhere.
            found |= {item for item in taken_out(page, known, slot.id).values() if item}
            return found | items_worn(page, known, slot.id)
        return (found if len(found) <= FEW_ROWS else set[str]()) | filled_rows(page, known, slot)

    given = given_to_most(mine, {slide.id: [slot.id for slot in slide.slots] for slide in base.slides})

    def styled(page: Page, known: Sequence[Page], slot: str) -> bool:
        return more_varied(page, known, slot, given) or bool(taken_out(page, known, slot))

    return _touched(mine, known, base, styled, few)


def _touched(
    mine: Mapping[str, Sequence[Page]],
    known: Mapping[str, Sequence[Page]],
    base: Presentation,
    styled: Callable[[Page, Sequence[Page], str], bool],
    within: Callable[[Page, Sequence[Page], Slot], set[str]],
) -> Touched:
    """`styled`: whether a slot's shape has a look of its owner's; `within`: which of its items or rows have."""
    slides: set[str] = set()
    slots: set[tuple[str, str]] = set()
    parts: set[tuple[str, str, str]] = set()
    every = [page for pages in mine.values() for page in pages]
    for slide in base.slides:
        names = {slot.id: slot for slot in slide.slots}
        for page in mine.get(slide.id, ()):
            like = [item for item in known.get(slide.id, ()) if item.piece.number == page.piece.number]
            root = page.reader.sheet.root
            if (
                page.foreign(names)
                or animated(root)
                or child(root, "p:cSld", "p:bg") is not None
                or any(rel.kind == "comments" for rel in page.reader.package.rels.get(page.part, ()))
                or page.foot_moved([*like, *(other for other in every if other is not page)])
            ):
                slides.add(slide.id)
            ids = pointed_at(page)
            for slot, held in names.items():
                if styled(page, like, slot) or moved(page, like, slot) or (ids and _whole_pointed_at(page, held, ids)):
                    slots.add((slide.id, slot))
                parts |= {(slide.id, slot, part) for part in within(page, like, held)}
                parts |= {(slide.id, slot, part) for part in (_items_pointed_at(page, like, held, ids) if ids else ())}
    return Touched(frozenset(slides | {slide for slide, _slot in slots}), frozenset(slots), frozenset(parts))
