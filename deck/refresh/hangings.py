"""What its owner hung on slide masters and layouts, in a deck whose masters a program wrote anew and that gets its look back:
logos, drawings, words, backgrounds. LibreOffice makes a master of each layout, so each is known by the slides that show it.

Read from parts and trees alone; ECMA-376 Part 1, 19.3.1.38 (layouts), 19.3.1.42 (masters), 19.3.1.1 (backgrounds).
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from deck.drawing import SceneShape, scene
from deck.drawing.names import Element, child, detach, local, qn, yes
from deck.drawing.paint import background_of
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import Sheet, Sheets, contents, placeholder_of, properties_of
from deck.geometry import Box
from deck.package import Package, sha256
from deck.refresh.document import Document, Graft, renumber, shape_ids
from deck.refresh.guard.seen import is_near

BESIDE = 0.015
"""So far, of the slide's width, a shape of ours stands from where a program wrote it."""
MOST = 0.5
"""The share of a layout's slides that must show a thing for it to be the layout's."""
LEVELS = 6


@dataclass(eq=False)
class Hanging:
    """`element`: a shape, or a p:bg; `part`: the master or layout that it stands on; `slides`: those that show it."""

    element: Element
    part: str
    slides: set[str] = field(default_factory=set)

    @property
    def is_ground(self) -> bool:
        return local(self.element) == "bg"

    @property
    def is_picture(self) -> bool:
        return local(self.element) == "pic"

    @property
    def words(self) -> str:
        return _words(self.element)

    @property
    def name(self) -> str:
        props = properties_of(self.element)
        return props.get("name", "") if props is not None else ""


def hangings(package: Package, looks: Sequence[Package]) -> list[Hanging]:
    """What stands on the masters and layouts of a deck and in none of these looks, each once with all slides that show it."""
    sheets, known = Sheets(package), _Known([Sheets(look) for look in looks])
    found: dict[tuple[object, ...], Hanging] = {}
    for part, slides in _shown_by(sheets).items():
        sheet = sheets.sheet(part)
        for mark, element in _foreign(sheet, known):
            found.setdefault(mark, Hanging(element, part)).slides |= slides
    return list(found.values())


def hung(before: Package, after: Package, items: Sequence[Hanging]) -> tuple[Package, list[Hanging]]:
    """The new deck with them on its masters and layouts: on the layouts whose slides mostly showed them; and those that have no
    place there, for the slides that showed them stand on others' layouts now. `before`: the deck that they are from; slides keep
    their parts' names."""
    if not items:
        return after, []
    document = Document(after)
    graft, sheets = Graft(document, before, {}), Sheets(after)
    there = _slides_of_layouts(sheets, Sheets(before).places)
    left: list[Hanging] = []
    for item in items:
        targets = _targets(item, there, sheets)
        left += [] if targets else [item]
        for part in targets:
            new = graft.shape(copy.deepcopy(item.element), item.part, part)
            (_ground if item.is_ground else _shape)(document.tree(part), new)
    return document.package(), left


def _shown_by(sheets: Sheets) -> dict[str, set[str]]:
    """Each master and layout with the slides that show what stands on it."""
    found: dict[str, set[str]] = {}
    for part in sheets.places:
        line = sheets.sheet(part).line
        for n, owner in enumerate(line[1:], 1):
            if all(below.root is None or yes(below.root.get("showMasterSp"), True) for below in line[:n]):
                found.setdefault(owner.part, set()).add(part)
    return found


def _foreign(sheet: Sheet, known: _Known) -> Iterator[tuple[tuple[object, ...], Element]]:
    ground = child(sheet.root, "p:cSld", "p:bg")
    if ground is not None and (mark := known.strange_ground(sheet)):
        yield mark, ground
    for shape in contents(sheet.tree):
        place = extent(xfrm_of(shape))
        if placeholder_of(shape) is not None or place is None or not (place[2] or place[3]):
            continue
        words, picture = _words(shape), _picture(sheet, shape)
        if not known.has(shape, Box(*place), words, picture):
            yield ("shape", local(shape), *(value // 36_000 for value in place), words, picture), shape


def _words(shape: Element) -> str:
    """A field says what a program works out."""
    return " ".join(" ".join(item.text or "" for run in shape.iter(qn("a:r")) for item in run.iter(qn("a:t"))).split())


def _picture(sheet: Sheet, shape: Element) -> str:
    """The digest of the picture that a shape shows; "" for none."""
    ids = {blip.get(qn("r:embed"), "") for blip in shape.iter(qn("a:blip"))}
    rels = sheet.package.rels.get(sheet.part, ())
    target = next((rel.target for rel in rels if rel.id in ids and not rel.external), "")
    return sha256(sheet.package.parts, target) if target in sheet.package.parts else ""


class _Known:
    """What stands in the looks that the deck can have its masters from."""

    def __init__(self, looks: Sequence[Sheets]) -> None:
        self.near = max((look.size[0] for look in looks), default=0) * BESIDE
        parts = [
            (look, part) for look in looks for master in look.master_parts() for part in (master, *look.layout_parts(master))
        ]
        grounds = [background_of(look.sheet(part)) for look, part in parts]
        self.colors = {color for paint in grounds if paint.kind == "solid" for color in paint.colors[:1]}
        self.kinds = {paint.kind for paint in grounds}
        self.shapes = [(item.kind == "picture", item.box) for look, part in parts for item in _drawn(look, part)]
        shapes = [(look.sheet(part), shape) for look, part in parts for shape in contents(look.sheet(part).tree)]
        self.words = {_words(shape) for _sheet, shape in shapes} | {""}
        self.pictures = {_picture(sheet, shape) for sheet, shape in shapes} - {""}

    def has(self, shape: Element, box: Box, words: str, picture: str) -> bool:
        if picture and picture in self.pictures:
            return True
        drawn = local(shape) == "pic"
        return words in self.words and any(drawn == is_picture and self._beside(box, one) for is_picture, one in self.shapes)

    def _beside(self, one: Box, other: Box) -> bool:
        pairs = ((one.x, other.x), (one.y, other.y), (one.right, other.right), (one.bottom, other.bottom))
        return all(abs(a - b) <= self.near for a, b in pairs)

    def strange_ground(self, sheet: Sheet) -> tuple[object, ...]:
        """What a background is known by that none of the looks has; () for one of theirs."""
        paint = background_of(sheet)
        if paint.kind == "picture" and paint.part in sheet.package.parts:
            digest = sha256(sheet.package.parts, paint.part)
            return () if "picture" in self.kinds else ("ground", digest)
        if paint.kind == "solid" and paint.colors and not is_near(paint.colors[0], self.colors):
            return "ground", paint.colors[0]
        return ("ground", *paint.colors) if paint.kind == "gradient" and "gradient" not in self.kinds else ()


def _drawn(sheets: Sheets, part: str) -> Iterator[SceneShape]:
    """The shapes of a master or layout, and what is in groups, where they show."""
    left = [(item, 0) for item in scene(sheets.package, part, sheets).shapes]
    while left:
        item, depth = left.pop()
        if not item.is_placeholder:
            yield item
            left += [(inner, depth + 1) for inner in item.children] if depth < LEVELS else []


def _slides_of_layouts(sheets: Sheets, old: Collection[str]) -> dict[str, set[str]]:
    """Each layout in use with its slides that were there before."""
    found: dict[str, set[str]] = {}
    for part in sheets.places:
        layout = sheets.package.one(part, "slideLayout")
        if layout and part in old:
            found.setdefault(layout, set()).add(part)
    return found


def _targets(item: Hanging, there: dict[str, set[str]], sheets: Sheets) -> list[str]:
    """The masters, where all slides show it; else the layouts whose slides mostly do. Layouts may have a background of their
    own."""
    layouts = [part for part, slides in there.items() if len(slides & item.slides) > MOST * len(slides)]
    masters = [master for part in there if (master := sheets.package.one(part, "slideMaster"))]
    if len(layouts) < len(there):
        return layouts
    return [*dict.fromkeys(masters), *(layouts if item.is_ground else ())]


def _shape(root: Element, new: Element) -> None:
    tree = child(root, "p:cSld", "p:spTree")
    if tree is None:
        return
    renumber(new, shape_ids(tree))
    last = child(tree, "p:extLst")
    if last is not None:
        last.addprevious(new)
    else:
        tree.append(new)


def _ground(root: Element, new: Element) -> None:
    holder = child(root, "p:cSld")
    if holder is None:
        return
    if (old := child(holder, "p:bg")) is not None:
        detach(old)
    holder.insert(0, new)


__all__ = ["Hanging", "hangings", "hung"]
