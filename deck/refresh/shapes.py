"""The shapes of one slide that are ours, found by id, name, words and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deck.drawing.names import Element, local, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import TITLES, contents, placeholder_of, walk
from deck.geometry import Box
from deck.pptx.identity import creation_of, guid, slot_of_name
from deck.refresh.assign import assign
from deck.refresh.lattice import Lattice
from deck.refresh.likeness import bag, chart_words, name_of, overlap, table_words
from deck.refresh.pages import FURNITURE, Page, near
from deck.refresh.strays import Stray

LEAST_SHAPE = 0.3
"""So alike must a shape without an id be to a slot's."""
LEAST_CHART = 0.34
"""Likewise of charts, by what they show: more is left of ours where its owner gives half of its points other values and names."""
SAME_HEIGHT = 0.1
"""So far apart end a footer and the text box that a program made of it, of a slide's height: templates of other years differ."""


class SlideShapes:
    """The shapes of one slide, each slot's and each key's within it found: path (slot, or slot and key) → the shape."""

    def __init__(self, page: Page, stray: Stray) -> None:
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
            slot = name_of(shape).rpartition("(")[2].rstrip(")")
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
        for kind in FURNITURE:
            self._boxed(kind, top)

    def _boxed(self, kind: str, top: Sequence[Element]) -> None:
        """A footer, date or number that a program made a text box of: it says what ours says, as far down."""
        path = (f"furniture-{kind}",)
        source = self.page.shape(*path) if path not in self.found else None
        words = self.page.reader.words(source).strip() if source is not None else ""
        place = self.page.box(source) if source is not None else None
        if not words or place is None:
            return
        for shape in top:
            there, free = _box(shape), shape not in self.used and not _has_other_id(shape) and placeholder_of(shape) is None
            if free and there and local(shape) == "sp" and self.stray.reader.words(shape).strip() == words:
                y, high = there[1], there[3]
                if abs(y + high - place.y - place.h) <= SAME_HEIGHT * self.stray.deck.sheets.size[1]:
                    self._take(path, shape)
                    return

    def _names(self, top: Sequence[Element]) -> None:
        for slot, generated in self.slots.items():
            if (slot,) in self.found:
                continue
            named = [s for s in top if name_of(s) == name_of(generated) and s not in self.used and local(s) == local(generated)]
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
        charts = bag(chart_words(self.page.reader, generated)), bag(chart_words(self.stray.reader, shape))
        if all(charts) and overlap(*charts) < LEAST_CHART:
            # Wherever it stands: another chart in the place of ours is its owner's.
            return 0.0
        one, other = (
            self.page.reader.words(generated) or table_words(generated),
            self.stray.reader.words(shape) or table_words(shape),
        )
        words = overlap(bag(one), bag(other)) if one or other else 0.5
        place = _closeness(self.page.box(generated), _box(shape), self.stray.deck.sheets.size[0])
        both = (placeholder_of(generated) is not None) == (placeholder_of(shape) is not None)
        return 0.55 * words + 0.35 * place + 0.1 * both

    def _parts(self, slot: str, by_mark: Mapping[str, Element]) -> None:
        """A group's parts: by id, by name, by words; what has no words by its place."""
        source, target = self.slots[slot], self.found[(slot,)]
        if local(source) != "grpSp" or local(target) != "grpSp":
            return
        wanted = {name.rpartition("(")[2].rstrip(")"): shape for shape in walk(source) if "(" in (name := name_of(shape))}
        inside = list(walk(target))
        called: dict[str, list[Element]] = {}
        for item in inside:
            called.setdefault(name_of(item), []).append(item)
        for key, shape in wanted.items():
            mark = by_mark.get(guid(self.page.id, slot, key))
            named = (item for item in called.get(name_of(shape), ()) if item not in self.used)
            item = mark if mark is not None else next(named, None)
            if item is not None:
                self._take((slot, key), item)
        left = [key for key in wanted if (slot, key) not in self.found]
        if left:
            self._by_words(slot, wanted, inside, left)
        self._by_key(slot, inside)

    def _by_words(self, slot: str, wanted: Mapping[str, Element], inside: Sequence[Element], left: Sequence[str]) -> None:
        free = [item for item in inside if item not in self.used and local(item) == "sp" and not _has_other_id(item)]
        scores = [
            [overlap(bag(self.page.reader.words(wanted[key])), bag(self.stray.reader.words(item))) for item in free]
            for key in left
        ]
        for i, j in assign(scores, 0.5).items():
            self._take((slot, left[i]), free[j])
        self._by_place(slot, wanted, inside)

    def _by_key(self, slot: str, inside: Sequence[Element]) -> None:
        """What only decorates a drawing that we would give another form today, as in a program's masters, is ours by its name: no
        owner calls a line by an item's key."""
        for item in inside:
            key = slot_of_name(name_of(item))
            free = item not in self.used and not _has_other_id(item) and (slot, key) not in self.found
            if free and ":" in key and local(item) in ("sp", "cxnSp") and not _says(self.stray, item):
                self._take((slot, key), item)

    def _by_place(self, slot: str, wanted: Mapping[str, Element], inside: Sequence[Element]) -> None:
        """Parts that only decorate, or whose owner wrote all their words anew, say nothing of themselves where a program drops
        their names: they are known by where they stand, as we would draw them now or among the others as those stand."""
        places = {key: place for key, shape in wanted.items() if (place := self.page.box(shape)) is not None}
        self._standing(slot, wanted, inside, places)
        known = [("", self.page.box(self.slots[slot]), _box(self.found[(slot,)]))]
        known += [(key, place, _box(self.found[slot, key])) for key, place in places.items() if (slot, key) in self.found]
        lattice = Lattice.between((one, Box(*other)) for _key, one, other in known if one and other)
        left = {key: place for key, place in places.items() if (slot, key) not in self.found}
        moved = {key: there for key, place in left.items() if (there := lattice.place(place)) is not None}
        self._standing(slot, wanted, inside, moved)

    def _standing(self, slot: str, wanted: Mapping[str, Element], inside: Sequence[Element], places: Mapping[str, Box]) -> None:
        for key, place in places.items():
            if (slot, key) in self.found:
                continue
            shape = wanted[key]
            spoken = bool(self.page.reader.words(shape))
            for item in inside:
                there = _box(item)
                free = item not in self.used and not _has_other_id(item) and local(item) == local(shape)
                same = bool(self.stray.reader.words(item)) == spoken
                if free and there and same and near(place, Box(*there)):
                    self._take((slot, key), item)
                    break


def _says(stray: Stray, shape: Element) -> bool:
    """Has a shape words, a picture, or a link?"""
    return bool(stray.reader.words(shape).strip()) or next(shape.iter(qn("a:blip"), qn("a:hlinkClick")), None) is not None


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


__all__ = ["SlideShapes"]
