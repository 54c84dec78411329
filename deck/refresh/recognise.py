"""An edited deck recognised in layers: ids, then names, then content. What was found by name or content gets its id back; what
its owner copied loses it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from deck.diagnostics import Diagnostic, Diagnostics, Where
from deck.drawing.names import Element, local
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import contents, placeholder_of, properties_of, walk
from deck.errors import InputError
from deck.geometry import Box
from deck.i18n import _, ngettext
from deck.package import Package
from deck.pptx.identity import guid, number
from deck.pptx.reader import ReadDeck, ReadSlide, SlideReader, creation_of, notes_of
from deck.presentation import Presentation
from deck.refresh.assign import assign
from deck.refresh.document import Document
from deck.refresh.pages import FURNITURE, Page
from deck.refresh.sequence import similarity
from deck.refresh.stamp import Stamper
from deck.refresh.touched import near

LEAST_SLIDE = 0.42
"""So alike must a slide without ids be to one of the base; measured over re-saved and edited decks."""
LEAST_SURE = 0.75
"""Likewise where other slides have kept theirs: then a slide without is most often its owner's own."""
LEAST_SHAPE = 0.3
LEAST_DECK = 0.5
"""So large a share of the slides must be known, where nothing but their content tells."""
TITLES = ("title", "ctrTitle")


@dataclass(frozen=True)
class Identified:
    """`deck`, `package`: the owner's, live and as it was then, with ids stamped where they were lost and taken from copies.
    `slots`: how many the base has on the slides that are there; `recognised`: how many of them were found. `stamped`: those found
    otherwise than by id, as "slide/slot"; `copies`: parts of slides that are the owner's copies."""

    deck: ReadDeck
    package: Package
    slots: int
    recognised: int
    stamped: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def identify(document: Document, base: Presentation, generated: Mapping[str, Sequence[Page]], name: str = "") -> Identified:
    """Recognise the base's slides and slots in the owner's deck, and write ids there where they are lost. `generated`: the base
    as we would write it. Raises InputError where so little is alike that a merge would be a guess."""
    deck = document.deck()
    problems = Diagnostics()
    found, copies = _by_tags(deck, base, generated)
    lost = [page for pages in generated.values() for page in pages if page.id not in found]
    strays = [
        _Stray(deck, piece, base.lang)
        for piece in deck.slides
        if piece.part not in {p.part for p in found.values()} and piece.part not in copies
    ]
    matched = _by_content(lost, strays, LEAST_SURE if found else LEAST_SLIDE)
    known = len(found) + len(matched)
    expected = min(len(lost) + len(found), len(deck.slides))
    if not found and known < LEAST_DECK * max(expected, 1):
        raise InputError.of(
            "not-recognised",
            _("only {known} of {count} slides could be recognised, too few to merge safely").format(known=known, count=expected),
            Where(name),
            _("save the deck in PowerPoint's own format, or build it anew and move your changes over"),
        )
    stamper = Stamper(document)
    slots = recognised = 0
    stamped: list[str] = []
    pairs = [(page, found[page.id]) for pages in generated.values() for page in pages if page.id in found]
    for page, stray in [*((page, _Stray(deck, piece, base.lang)) for page, piece in pairs), *matched]:
        if (page, stray) in matched:
            stamper.slide(stray.piece.part, page.piece)
        shapes = _Shapes(page, stray)
        for path, target in shapes.found.items():
            if creation_of(target) != guid(page.id, *path):
                stamper.shape(target, guid(page.id, *path))
                if len(path) == 1 and not path[0].startswith("furniture-"):
                    stamped.append(f"{page.id}/{path[0]}")
        slots += len(shapes.slots)
        recognised += sum((slot,) in shapes.found for slot in shapes.slots)
        for slot in shapes.slots:
            if (slot,) in shapes.found:
                stamper.rows(page, slot, shapes.found[(slot,)])
    for part in copies:
        stamper.release(part)
    if copies:
        text = ngettext(
            "{count} slide is a copy that its owner made", "{count} slides are copies that their owner made", len(copies)
        )
        problems.info("copied-slides", text.format(count=len(copies)), Where(name))
    return Identified(
        document.deck(),
        package=document.package(),
        slots=slots,
        recognised=recognised,
        stamped=tuple(stamped),
        copies=tuple(copies),
        diagnostics=tuple(problems),
    )


# --- slides ---------------------------------------------------------------------------------------------------------------------


def _by_tags(
    deck: ReadDeck, base: Presentation, generated: Mapping[str, Sequence[Page]]
) -> tuple[dict[str, ReadSlide], list[str]]:
    """Page id → its slide in the file; and the parts of copies: a tag twice, or one that the base does not know."""
    groups: dict[str, list[ReadSlide]] = {}
    copies: list[str] = []
    for piece in deck.slides:
        if not piece.slide:
            continue
        if base.slide(piece.slide) is None:
            copies.append(piece.part)
        else:
            groups.setdefault(piece.id, []).append(piece)
    found: dict[str, ReadSlide] = {}
    pages = {page.id: page for group in generated.values() for page in group}
    for key, pieces in groups.items():
        # PowerPoint gives a copy a creation id of its own; others keep it, and then the one most like the base is the original.
        wanted = number("slide", key)
        page = pages.get(key)
        said = _words_of(page.reader) if page else ""

        likeness = [
            (piece.creation == wanted, similarity(said, _Stray(deck, piece, base.lang).text) if len(pieces) > 1 else 1.0)
            for piece in pieces
        ]
        best = pieces[max(range(len(pieces)), key=likeness.__getitem__)]
        found[key] = best
        copies += [piece.part for piece in pieces if piece is not best]
    return found, copies


def _words_of(reader: SlideReader) -> str:
    return "\n".join(filter(None, (reader.words(shape) or _table_words(shape) for shape in reader.shapes)))


def _table_words(shape: Element) -> str:
    return " ".join(item.text or "" for item in shape.iter() if local(item) == "t") if local(shape) == "graphicFrame" else ""


@dataclass(frozen=True, eq=False)
class _Stray:
    """A slide of the file that is to be recognised."""

    deck: ReadDeck
    piece: ReadSlide
    lang: str
    ids: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def reader(self) -> SlideReader:
        return SlideReader(self.deck.package, self.deck.sheets.sheet(self.piece.part), "", self.lang, self.ids)

    @cached_property
    def text(self) -> str:
        return _words_of(self.reader)

    @cached_property
    def notes(self) -> str:
        return "\n".join(p.text for p in notes_of(self.deck.package, self.deck.sheets, self.piece.part, self.lang, self.ids))

    @cached_property
    def names(self) -> set[str]:
        return {name for shape in self.reader.shapes if "(" in (name := _name(shape))}


def _bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    """Words in common, 0 to 1 (Dice)."""
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 0.0


def _by_content(lost: Sequence[Page], strays: Sequence[_Stray], least: float) -> list[tuple[Page, _Stray]]:
    """Slides without ids, each with the one of the base that it is most like, the best for all together."""
    if not lost or not strays:
        return []
    bags = [
        (_bag(_words_of(page.reader)), _bag(_notes(page)), {name for s in page.reader.shapes if "(" in (name := _name(s))})
        for page in lost
    ]
    seen = [(_bag(stray.text), _bag(stray.notes), stray.names) for stray in strays]
    scores = [
        [_alike(one, other) + 0.02 * (1 - abs(i / len(lost) - j / len(strays))) for j, other in enumerate(seen)]
        for i, one in enumerate(bags)
    ]
    # The sure ones first: the assignment's cost grows with the cube.
    pairs: dict[int, int] = {}
    for i, row in enumerate(scores):
        j = max(range(len(row)), key=row.__getitem__)
        rivals = [scores[k][j] for k in range(len(scores)) if k != i]
        if row[j] > 0.9 and max(rivals, default=0.0) < 0.75 and sorted(row)[-2:][0] < 0.75:
            pairs[i] = j
    rows = [i for i in range(len(lost)) if i not in pairs]
    columns = [j for j in range(len(strays)) if j not in pairs.values()]
    rest = assign([[scores[i][j] for j in columns] for i in rows], least)
    pairs |= {rows[i]: columns[j] for i, j in rest.items()}
    return [(lost[i], strays[j]) for i, j in sorted(pairs.items())]


def _notes(page: Page) -> str:
    reader = page.reader
    return "\n".join(p.text for p in notes_of(reader.package, reader.sheet.sheets, page.part, reader.lang, reader.ids))


def _alike(one: tuple[Counter[str], Counter[str], set[str]], other: tuple[Counter[str], Counter[str], set[str]]) -> float:
    """0 to 1 by words shown, words noted and the names of shapes, as far as both sides have them."""
    parts = [(0.55, _overlap(one[0], other[0]))]
    if one[1] and other[1]:
        parts.append((0.3, _overlap(one[1], other[1])))
    if one[2] and other[2]:
        parts.append((0.15, len(one[2] & other[2]) / len(one[2] | other[2])))
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _value in parts)


# --- shapes ---------------------------------------------------------------------------------------------------------------------


def _name(shape: Element) -> str:
    props = properties_of(shape)
    return props.get("name", "") if props is not None else ""


class _Shapes:
    """The shapes of one slide, each slot's and each key's within it found: path (slot, or slot and key) → the shape."""

    def __init__(self, page: Page, stray: _Stray) -> None:
        self.page, self.stray = page, stray
        self.found: dict[tuple[str, ...], Element] = {}
        self.used: set[Element] = set()
        self.slots = self._slots()
        top = list(contents(stray.reader.sheet.tree))
        by_mark = {creation_of(shape): shape for shape in reversed(list(walk(stray.reader.sheet.tree)))}
        self._ids([(slot,) for slot in self.slots], by_mark)
        self._ids([(f"furniture-{kind}",) for kind in FURNITURE], by_mark)
        self._furniture(top)
        self._names(top)
        self._titles(top)
        self._content(top)
        for slot in self.slots:
            if (slot,) in self.found:
                self._parts(slot, by_mark)

    def _slots(self) -> dict[str, Element]:
        """Slot → its shape as generated: those whose name ends with their id."""
        found: dict[str, Element] = {}
        for shape in contents(self.page.reader.sheet.tree):
            slot = _name(shape).rpartition("(")[2].rstrip(")")
            if slot and creation_of(shape) == guid(self.page.id, slot):
                found[slot] = shape
        return found

    def _take(self, path: tuple[str, ...], shape: Element) -> None:
        self.found[path] = shape
        self.used.add(shape)

    def _ids(self, paths: Sequence[tuple[str, ...]], by_mark: Mapping[str, Element]) -> None:
        for path in paths:
            shape = by_mark.get(guid(self.page.id, *path))
            if shape is not None:
                self._take(path, shape)

    def _furniture(self, top: Sequence[Element]) -> None:
        for shape in top:
            ph = placeholder_of(shape)
            kind = ph.get("type") if ph is not None else None
            if kind in FURNITURE and shape not in self.used and (f"furniture-{kind}",) not in self.found:
                self._take((f"furniture-{kind}",), shape)

    def _names(self, top: Sequence[Element]) -> None:
        for slot, generated in self.slots.items():
            if (slot,) in self.found:
                continue
            named = [s for s in top if _name(s) == _name(generated) and s not in self.used and local(s) == local(generated)]
            if len(named) == 1 or (named and creation_of(named[0]) == ""):
                self._take((slot,), named[0])

    def _titles(self, top: Sequence[Element]) -> None:
        """A slide's one title placeholder is its title."""
        held = next((slot for slot, shape in self.slots.items() if _kind(shape) in TITLES), None)
        titles = [shape for shape in top if _kind(shape) in TITLES and shape not in self.used]
        if held is not None and (held,) not in self.found and len(titles) == 1:
            self._take((held,), titles[0])

    def _content(self, top: Sequence[Element]) -> None:
        slots = [slot for slot in self.slots if (slot,) not in self.found]
        shapes = [shape for shape in top if shape not in self.used and not _has_other_id(shape)]
        scores = [[self._alike(self.slots[slot], shape) for shape in shapes] for slot in slots]
        for i, j in assign(scores, LEAST_SHAPE).items():
            self._take((slots[i],), shapes[j])

    def _alike(self, generated: Element, shape: Element) -> float:
        if not _same_sort(generated, shape):
            return 0.0
        one, other = (
            self.page.reader.words(generated) or _table_words(generated),
            self.stray.reader.words(shape) or _table_words(shape),
        )
        words = _overlap(_bag(one), _bag(other)) if one or other else 0.5
        place = _closeness(self.page.box(generated), _box(shape), self.stray.deck.sheets.size[0])
        both = (placeholder_of(generated) is not None) == (placeholder_of(shape) is not None)
        return 0.55 * words + 0.35 * place + 0.1 * both

    def _parts(self, slot: str, by_mark: Mapping[str, Element]) -> None:
        """A group's parts: by id, by name, by words; what has no words by its place."""
        source, target = self.slots[slot], self.found[(slot,)]
        if local(source) != "grpSp" or local(target) != "grpSp":
            return
        wanted = {name.rpartition("(")[2].rstrip(")"): shape for shape in walk(source) if "(" in (name := _name(shape))}
        inside = list(walk(target))
        for key, shape in wanted.items():
            mark = by_mark.get(guid(self.page.id, slot, key))
            named = [item for item in inside if _name(item) == _name(shape) and item not in self.used]
            item = mark if mark is not None else next(iter(named), None)
            if item is not None:
                self._take((slot, key), item)
        left = [key for key in wanted if (slot, key) not in self.found]
        free = [item for item in inside if item not in self.used and local(item) == "sp" and not _has_other_id(item)]
        scores = [
            [_overlap(_bag(self.page.reader.words(wanted[key])), _bag(self.stray.reader.words(item))) for item in free]
            for key in left
        ]
        for i, j in assign(scores, 0.5).items():
            self._take((slot, left[i]), free[j])
        self._wordless(slot, wanted, inside)

    def _wordless(self, slot: str, wanted: Mapping[str, Element], inside: Sequence[Element]) -> None:
        """Parts that only decorate say nothing of themselves where a program drops their names: they are
        known by where they stand."""
        for key, shape in wanted.items():
            if (slot, key) in self.found or self.page.reader.words(shape):
                continue
            place = self.page.box(shape)
            for item in inside:
                there = _box(item)
                free = item not in self.used and not _has_other_id(item) and local(item) == local(shape)
                if free and place and there and not self.stray.reader.words(item) and near(place, Box(*there)):
                    self._take((slot, key), item)
                    break


def _kind(shape: Element) -> str:
    ph = placeholder_of(shape)
    return ph.get("type", "obj") if ph is not None else ""


def _has_other_id(shape: Element) -> bool:
    """A shape with an id that is not ours was made by its owner."""
    return bool(creation_of(shape))


def _same_sort(one: Element, other: Element) -> bool:
    if local(one) == "graphicFrame" and local(other) == "graphicFrame":
        return _graphic(one) == _graphic(other)
    return local(one) == local(other)


def _graphic(frame: Element) -> str:
    return next((item.get("uri", "") for item in frame.iter() if local(item) == "graphicData"), "")


def _box(shape: Element) -> tuple[int, int, int, int] | None:
    return extent(xfrm_of(shape))


def _closeness(one: Box | None, other: tuple[int, int, int, int] | None, width: int) -> float:
    """1 in the same place, 0 a slide's breadth apart."""
    if one is None or other is None:
        return 0.5
    apart = sum(abs(a - b) for a, b in zip((one.x, one.y, one.w, one.h), other, strict=True))
    return max(0.0, 1 - apart / width)
