"""What the owner did to a slide beside its words: shapes of their own, other places, other looks, movement, comments."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from deck.drawing.names import Element, child, local, qn, whole, yes
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import properties_of, walk
from deck.geometry import Box
from deck.pptx.identity import creation_of, guid, number, slot_of_name
from deck.presentation import Diagram, Presentation, Slot, Table
from deck.refresh.pages import Page

NEAR = 20_000
"""EMU (about half a millimetre): programs round positions so far when they save."""
FEW_ROWS = 2
"""Where a program wrote all anew, more rows of a table than these are of its making."""
_SAVED = ("lang", "altLang", "dirty", "err", "smtClean", "noProof", "kumimoji")


def near(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= NEAR for a, b in ((one.x, other.x), (one.y, other.y), (one.w, other.w), (one.h, other.h)))


def moved(page: Page, known: Iterable[Page], slot: str) -> bool:
    """Whether a slot's shape has another place, size or turn than we gave it."""
    shape = page.shape(slot)
    box = page.box(shape) if shape is not None else None
    if shape is None or box is None:
        return False
    ours = page.placed.get(slot)
    places = [Box(*ours)] if ours else []
    places += [place for other in known if (item := other.shape(slot)) is not None and (place := other.box(item))]
    turned = next((item for item in shape.iter(qn("a:xfrm"), qn("p:xfrm"))), None)
    return bool(places) and (
        not any(near(box, place) for place in places) or (turned is not None and turned.get("rot", "0") != "0")
    )


def look(shape: Element) -> frozenset[bytes]:
    """The looks within a shape: run, shape, cell and body properties, without what programs add on saving."""
    found: set[bytes] = set()
    for item in shape.iter(qn("a:rPr"), qn("p:spPr"), qn("a:tcPr"), qn("a:tblPr"), qn("p:style")):
        bare = copy.deepcopy(item)
        for name in _SAVED:
            bare.attrib.pop(name, "")
        for inner in [c for c in bare if local(c) in ("xfrm", "hlinkClick", "extLst", "prstGeom", "custGeom")]:
            bare.remove(inner)
        etree.cleanup_namespaces(bare)
        found.add(etree.tostring(bare, method="c14n", with_tail=False))
    return frozenset(found)


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
        for name in _SAVED:
            bare.attrib.pop(name, "")
        etree.cleanup_namespaces(bare)
        found.add(etree.tostring(bare, method="c14n", with_tail=False))
    return frozenset(found)


def varied(shape: Element) -> dict[str, int]:
    """How many looks each list level has, and whether the shape is filled: what can be told where a program wrote every
    look."""
    looks: dict[str, set[tuple[str | None, ...]]] = {}
    for paragraph in shape.iter(qn("a:p")):
        props = child(paragraph, "a:pPr")
        level = props.get("lvl", "0") if props is not None else "0"
        for run in paragraph.iterchildren(qn("a:r")):
            own = child(run, "a:rPr")
            if own is None or not (getattr(child(run, "a:t"), "text", None) or "").strip():
                continue
            color = next((item for item in own.iter(qn("a:srgbClr"), qn("a:schemeClr"))), None)
            link = "link" if child(own, "a:hlinkClick") is not None else ""
            told = (*(own.get(name) for name in ("b", "i", "u", "sz")), color.get("val") if color is not None else "", link)
            looks.setdefault(level, set()).add(told)
    filled = child(shape, "p:spPr", "a:solidFill") is not None
    return {level: len(found) for level, found in looks.items()} | {"fill": int(filled)}


def drawn_otherwise(page: Page, known: Sequence[Page], slot: str) -> bool:
    """Whether an earlier version drew a slot in another way than we would: a group has a part of ours that we would not give it
    today; a table has another style, and no cell is as we would have it. Then looks and places tell nothing of its owner."""
    shape = page.shape(slot)
    ours = [item for other in known if (item := other.shape(slot)) is not None]
    if shape is None or not ours:
        return False
    if local(shape) == "grpSp":
        marks = {creation_of(item) for other in ours for item in walk(other)}
        return any(creation_of(item) not in marks and page.reader.wrote(slot, item) for item in walk(shape))
    if next(shape.iter(qn("a:tbl")), None) is None:
        return False
    tables = [item for item in ours if next(item.iter(qn("a:tbl")), None) is not None]
    return bool(tables) and all(
        _table_style(shape) != _table_style(item) and _looks(shape, "a:tcPr").isdisjoint(_looks(item, "a:tcPr"))
        for item in tables
    )


def drawn_earlier(
    mine: Mapping[str, Sequence[Page]], known: Mapping[str, Sequence[Page]], base: Presentation
) -> set[tuple[str, str]]:
    """(slide, slot) of what an earlier version drew in another way, but for what bears words of its owner's."""
    drawn: set[tuple[str, str]] = set()
    own: set[tuple[str, str]] = set()
    for slide in base.slides:
        for page in mine.get(slide.id, ()):
            ours = [item for item in known.get(slide.id, ()) if item.piece.number == page.piece.number]
            drawn |= {(slide.id, slot.id) for slot in slide.slots if drawn_otherwise(page, ours, slot.id)}
            own |= {(slide.id, slot.id) for slot in slide.slots if bears_own(page, slot)}
    return drawn - own


def bears_own(page: Page, slot: Slot) -> bool:
    """Whether a diagram holds words or links of its owner's that no item says: in a numeral's place, on a word."""
    shape = page.shape(slot.id)
    block = page.reader.block(slot.id, shape, slot.block) if shape is not None else None
    if shape is None or not isinstance(block, Diagram):
        return False
    said = {words for item in block.items for words in (item.key, item.title, item.text)} | {block.caption, ""}
    said |= {str(n) for n in range(1, len(block.items) + 1)}
    own = any(page.reader.words(item) not in said for item in walk(shape) if page.reader.wrote(slot.id, item))
    return own or (not any(item.link for item in block.items) and next(shape.iter(qn("a:hlinkClick")), None) is not None)


def _table_style(shape: Element) -> str:
    return next((item.text or "" for item in shape.iter(qn("a:tableStyleId"))), "")


def _looks(shape: Element, tag: str) -> frozenset[bytes]:
    found: set[bytes] = set()
    for item in shape.iter(qn(tag)):
        bare = copy.deepcopy(item)
        for name in _SAVED:
            bare.attrib.pop(name, "")
        for click in [inner for inner in bare if local(inner) in ("hlinkClick", "extLst")]:
            bare.remove(click)
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


def more_varied(page: Page, known: Sequence[Page], slot: str) -> bool:
    """Whether a slot's shape has more looks than we wrote, where each of them was written by a program."""
    shape = page.shape(slot)
    ours = [varied(item) for other in known if (item := other.shape(slot)) is not None]
    if shape is None or not ours or local(shape) == "graphicFrame":
        # A table's style is written into its cells: their variety is the style's.
        return False
    return any(count > max(1 - (level == "fill"), *(one.get(level, 0) for one in ours)) for level, count in varied(shape).items())


def touched_parts(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
    """The items of a diagram, or rows of a table, with a look, a place or a mark that we did not give them."""
    shape = page.shape(slot.id)
    ours = [item for other in known if (item := other.shape(slot.id)) is not None]
    if shape is None or not ours or drawn_otherwise(page, known, slot.id):
        return set()
    if isinstance(slot.block, Diagram):
        return _touched_items(page, shape, ours, slot.id, slot.block)
    if not isinstance(slot.block, Table):
        return set()
    return _touched_rows(shape, ours, slot.id, slot.block) | tall_rows(page, known, slot)


def placed_otherwise(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
    """What of a diagram's items or a table's rows stands elsewhere, or is of another height, than we made it: what can be told
    where a program wrote every look."""
    shape = page.shape(slot.id)
    ours = [item for other in known if (item := other.shape(slot.id)) is not None]
    if shape is None or not isinstance(slot.block, Diagram) or drawn_otherwise(page, known, slot.id):
        return tall_rows(page, known, slot)
    shift = _shift({creation_of(item): item for item in walk(shape)}, [item for other in ours for item in walk(other)])
    twins = _twins(page, shape, ours, slot.id, slot.block)
    return {item for item, mine, like in twins if shift is not None and not any(_at(mine, twin, shift) for twin in like)}


def tall_rows(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
    """The rows of a table with another height than we gave them."""
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
        if name in heights and all(abs(whole(row.get("h")) - high) > NEAR for high in heights[name])
    }


def _rows(shape: Element, slot: str, block: Table) -> Iterator[tuple[str, Element]]:
    """A table's rows with the ids of the block's."""
    names = {str(number(slot, "row", row.id)): row.id for row in block.rows}
    for row in shape.iter(qn("a:tr")):
        name = next((names.get(mark.get("val", "")) for mark in row.iter(qn("a16:rowId"))), None)
        if name is not None:
            yield name, row


def _touched_items(page: Page, shape: Element, ours: Sequence[Element], slot: str, block: Diagram) -> set[str]:
    shift = _shift({creation_of(item): item for item in walk(shape)}, [item for other in ours for item in walk(other)])
    return {
        item
        for item, mine, twins in _twins(page, shape, ours, slot, block)
        if not look(mine) <= frozenset().union(*map(look, twins))
        or _marks(mine) not in [_marks(twin) for twin in twins]
        or (shift is not None and not any(_at(mine, twin, shift) for twin in twins))
    }


def _twins(
    page: Page, shape: Element, ours: Sequence[Element], slot: str, block: Diagram
) -> Iterator[tuple[str, Element, list[Element]]]:
    """Each part of an item's that its owner has: the item, the part, and the same as we drew it."""
    now = {creation_of(item): item for item in walk(shape)}
    for item in block.items:
        for key in {key: None for other in ours for key in _keys(other) if key.split(":")[1:2] == [item.id]}:
            mark = guid(page.id, slot, key)
            twins = [twin for other in ours for twin in walk(other) if creation_of(twin) == mark]
            mine = now.get(mark)
            if mine is not None and twins:
                yield item.id, mine, twins


def _keys(group: Element) -> list[str]:
    props = (properties_of(item) for item in walk(group))
    return [key for item in props if item is not None and (key := slot_of_name(item.get("name", "")))]


def _marks(shape: Element) -> tuple[str, bool]:
    """The alternative text, and whether it is hidden."""
    props = properties_of(shape)
    return (props.get("descr", ""), yes(props.get("hidden"))) if props is not None else ("", False)


def _shift(now: Mapping[str, Element], ours: Sequence[Element]) -> tuple[int, int] | None:
    """By how much most parts of a group stand elsewhere than we put them, within it: nothing, or, where a program writes a group
    that was moved as if it had not been, all alike. None where they have other sizes, or each its own place."""
    known = {creation_of(item): extent(xfrm_of(item)) for item in ours}
    pairs = [(place, was) for mark, item in now.items() if mark and (place := extent(xfrm_of(item))) and (was := known.get(mark))]
    steps = Counter(
        (round((place[0] - was[0]) / NEAR), round((place[1] - was[1]) / NEAR))
        for place, was in pairs
        if abs(place[2] - was[2]) <= NEAR and abs(place[3] - was[3]) <= NEAR
    )
    (step, count), *_rest = steps.most_common(1) or [((0, 0), 0)]
    return (step[0] * NEAR, step[1] * NEAR) if 2 * count > len(pairs) else None


def _at(one: Element, other: Element, shift: tuple[int, int] = (0, 0)) -> bool:
    boxes = [extent(xfrm_of(item)) for item in (one, other)]
    if boxes[0] is None or boxes[1] is None:
        return True
    x, y, wide, high = boxes[1]
    return _near(Box(*boxes[0]), Box(x + shift[0], y + shift[1], wide, high)) and turn(xfrm_of(one)) == turn(xfrm_of(other))


def _near(one: Box, other: Box) -> bool:
    """Twice as far as a program rounds, for a shift is rounded, too."""
    return all(abs(a - b) <= 2 * NEAR for a, b in ((one.x, other.x), (one.y, other.y), (one.w, other.w), (one.h, other.h)))


def turn(xfrm: Element | None) -> tuple[int, bool, bool]:
    """How a shape is turned and mirrored (20.1.7.6)."""
    return (whole(xfrm.get("rot")), yes(xfrm.get("flipH")), yes(xfrm.get("flipV"))) if xfrm is not None else (0, False, False)


def _touched_rows(shape: Element, ours: Sequence[Element], slot: str, block: Table) -> set[str]:
    known = frozenset().union(*(look(row) for other in ours for row in other.iter(qn("a:tr"))))
    return {name for name, row in _rows(shape, slot, block) if not look(row) <= known}


@dataclass(frozen=True)
class Touched:
    """Ids of slides, (slide, slot), and (slide, slot, item or row), that bear the owner's hand beside their words."""

    slides: frozenset[str]
    slots: frozenset[tuple[str, str]]
    parts: frozenset[tuple[str, str, str]] = frozenset()


def touched(mine: Mapping[str, Sequence[Page]], known: Mapping[str, Sequence[Page]], base: Presentation) -> Touched:
    """Slides, and (slide, slot), that bear the owner's hand beside their words: every look that we did not write."""
    return _touched(mine, known, base, restyled, touched_parts)


def touched_where_rewritten(
    mine: Mapping[str, Sequence[Page]], known: Mapping[str, Sequence[Page]], base: Presentation
) -> Touched:
    """Likewise, where a program rewrote every look, so that only their variety tells."""

    def few(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
        found = placed_otherwise(page, known, slot)
        return found if len(found) <= FEW_ROWS else set()

    return _touched(mine, known, base, more_varied, few)


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
    for slide in base.slides:
        names = {slot.id: slot for slot in slide.slots}
        for page in mine.get(slide.id, ()):
            like = [item for item in known.get(slide.id, ()) if item.piece.number == page.piece.number]
            root = page.reader.sheet.root
            if (
                page.foreign(names)
                or child(root, "p:timing") is not None
                or child(root, "p:cSld", "p:bg") is not None
                or any(rel.kind == "comments" for rel in page.reader.package.rels.get(page.part, ()))
            ):
                slides.add(slide.id)
            for slot, held in names.items():
                if styled(page, like, slot) or moved(page, like, slot):
                    slots.add((slide.id, slot))
                parts |= {(slide.id, slot, part) for part in within(page, like, held)}
    return Touched(frozenset(slides | {slide for slide, _slot in slots}), frozenset(slots), frozenset(parts))
