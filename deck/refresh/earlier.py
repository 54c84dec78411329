"""What an earlier version of ours drew otherwise than we would today, and what of it still stands as it was drawn."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from deck.drawing.names import Element, local, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import walk
from deck.geometry import Box
from deck.pptx.identity import creation_of
from deck.presentation import Cell, Diagram, Presentation, Slot, Table
from deck.refresh.canon import canonical_value
from deck.refresh.pages import Page, near

SAVED = ("lang", "altLang", "dirty", "err", "smtClean", "noProof", "kumimoji")
"""Attributes of text that programs write on saving."""
LEAST_APART = 3
_GROUP = frozenset(["alt", "gone", "link", "name", "place", "shape", "words"])
_TABLE = frozenset(["link", "words"])
_TITLE = frozenset(["words"])


def drawn_otherwise(page: Page, known: Sequence[Page], slot: str) -> bool:
    """Whether an earlier version drew a slot in another way than we would: a group has a part of ours that we would not give it
    today, or stands where the file remembers with most of its parts elsewhere than we would put them; a table has another style,
    no cell is as we would have it, and none looks otherwise than those about it. Then looks and places tell nothing of its
    owner."""
    shape = page.shape(slot)
    ours = [item for other in known if (item := other.shape(slot)) is not None]
    if shape is None or not ours:
        return False
    if local(shape) == "grpSp":
        marks = {creation_of(item) for other in ours for item in walk(other)}
        strange = any(creation_of(item) not in marks and page.reader.wrote(slot, item) for item in walk(shape))
        here = _boxes(shape) if not strange and _stands(page, shape, slot) else {}
        return strange or (bool(here) and all(_laid_otherwise(here, _boxes(other)) for other in ours))
    if next(shape.iter(qn("a:tbl")), None) is None:
        return False
    tables = [item for item in ours if next(item.iter(qn("a:tbl")), None) is not None]
    otherwise = all(
        _table_style(shape) != _table_style(item) and _looks(shape, "a:tcPr").isdisjoint(_looks(item, "a:tcPr"))
        for item in tables
    )
    return bool(tables) and otherwise and is_even(shape)


def _stands(page: Page, shape: Element, slot: str) -> bool:
    place, box = page.placed.get(slot), page.box(shape)
    return place is not None and box is not None and near(Box(*place), box)


def _boxes(group: Element) -> dict[str, tuple[int, int, int, int]]:
    """Where a group's parts stand within it, by their ids for life."""
    return {mark: box for item in walk(group) if (mark := creation_of(item)) and (box := extent(xfrm_of(item)))}


def _laid_otherwise(here: Mapping[str, tuple[int, int, int, int]], there: Mapping[str, tuple[int, int, int, int]]) -> bool:
    """Whether most of a group's parts stand elsewhere than in another one. Who moves parts by hand moves few, and with them the
    group's own edge."""
    known = here.keys() & there.keys()
    apart = sum(not near(Box(*here[mark]), Box(*there[mark])) for mark in known)
    return apart >= LEAST_APART and 2 * apart > len(known)


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


def as_composed(base: Presentation, now: Presentation) -> Presentation:
    """The base with what an earlier version made otherwise of the same content, where the deck does not tell: sources had their
    whole date."""
    said = {slide.id: slide for slide in now.slides}

    def lifted(slide: str, slot: Slot) -> Slot:
        other = said[slide].slot(slot.id) if slide in said else None
        if not isinstance(slot.block, Table) or other is None or not isinstance(other.block, Table):
            return slot
        rows = {row.id: row for row in other.block.rows}
        held = tuple(
            replace(row, cells=_dated(row.cells, rows[row.id].cells)) if row.id in rows else row for row in slot.block.rows
        )
        return slot if held == slot.block.rows else replace(slot, block=replace(slot.block, rows=held))

    slides = tuple(replace(slide, slots=tuple(lifted(slide.id, slot) for slot in slide.slots)) for slide in base.slides)
    return replace(base, slides=slides)


def _dated(ours: Sequence[Cell], mine: Sequence[Cell]) -> tuple[Cell, ...]:
    if len(ours) != len(mine):
        return tuple(ours)
    return tuple(b if _DATE.fullmatch(b.text) and b.text[:4] == a.text else a for a, b in zip(ours, mine, strict=True))


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _table_style(shape: Element) -> str:
    return next((item.text or "" for item in shape.iter(qn("a:tableStyleId"))), "")


def is_even(shape: Element) -> bool:
    """Whether a table's cells look alike within each column, its head apart, and no column has a colour of its own: that no
    version of ours gave."""
    found: dict[tuple[bool, int, str], set[frozenset[bytes]]] = {}
    colors: dict[int, set[bytes]] = {}
    for n, row in enumerate(shape.iter(qn("a:tr"))):
        for at, cell in enumerate(row.iterchildren(qn("a:tc"))):
            looks = {tag: _looks(cell, tag) for tag in ("a:rPr", "a:pPr", "a:tcPr")}
            for tag in looks if looks["a:rPr"] else ("a:tcPr",):
                found.setdefault((n == 0, at, tag), set()).add(looks[tag])
            if n:
                colors.setdefault(at, set()).update(_looks(cell, "a:solidFill") if looks["a:rPr"] else ())
    said = [paints for at, paints in colors.items() if (False, at, "a:rPr") in found]
    return all(len(looks) == 1 for looks in found.values()) and all(paints == said[0] for paints in said)


def _looks(shape: Element, tag: str) -> frozenset[bytes]:
    found: set[bytes] = set()
    for item in shape.iter(qn(tag)):
        bare = copy.deepcopy(item)
        for name in SAVED:
            bare.attrib.pop(name, "")
        for click in [inner for inner in bare if local(inner) in ("hlinkClick", "extLst")]:
            bare.remove(click)
        etree.cleanup_namespaces(bare)
        found.add(etree.tostring(bare, method="c14n", with_tail=False))
    return frozenset(found)


def as_drawn(
    mine: Mapping[str, Sequence[Page]], now: Presentation, base: Presentation, earlier: Collection[tuple[str, str]]
) -> set[tuple[str, str, str]]:
    """(slide, slot, kind of touch) that only our drawing of today makes a touch: the slot says what it said, each of its shapes
    is ours, and it stands where the file remembers that we put it. Titles, too, for their counter of pages may be another."""
    found: set[tuple[str, str, str]] = set()
    for slide in base.slides:
        pages = mine.get(slide.id, ())
        was = canonical_value(slide, base.lang)
        said = {slot.id: slot for item in now.slides if item.id == slide.id for slot in canonical_value(item, base.lang).slots}
        for slot in was.slots if pages else ():
            if said.get(slot.id) == slot:
                kinds = _kinds(pages[0], slot, (slide.id, slot.id) in earlier)
                found |= {(slide.id, slot.id, what) for what in kinds}
    return found


def _kinds(page: Page, slot: Slot, earlier: bool) -> frozenset[str]:
    shape = page.shape(slot.id)
    if shape is None:
        return frozenset()
    if slot.role == "title":
        # What the model does not see (an equation, a field) is no text of a run, and a touch of its own.
        return _TITLE
    if not earlier:
        return frozenset()
    if local(shape) != "grpSp":
        return _TABLE
    ours = _stands(page, shape, slot.id) and all(page.reader.wrote(slot.id, item) for item in walk(shape))
    return _GROUP if ours else frozenset()
