"""The texts that a slide shows, each with where it lies and what is painted before it; worked out once a slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from typing import TypeVar

from deck.check.subject import SlideRef, Subject
from deck.drawing import Paint, SceneShape, SceneText
from deck.drawing.ground import turned
from deck.drawing.names import Element
from deck.drawing.sheet import FURNITURE, contents
from deck.geometry import Box

T = TypeVar("T")


def kept(question: Callable[[Subject, SlideRef], T]) -> Callable[[Subject, SlideRef], T]:
    """The answer to a question about a slide is worked out once for all rules."""

    @wraps(question)
    def ask(subject: Subject, slide: SlideRef) -> T:
        key = (question.__qualname__, slide.part)
        if key not in subject.kept:
            subject.kept[key] = question(subject, slide)
        return subject.kept[key]

    return ask


@dataclass(frozen=True, slots=True)
class Seen:
    """A shape of the slide with the groups around it, outermost first. `order`: its place among all that is painted."""

    shape: SceneShape
    groups: tuple[SceneShape, ...] = ()
    order: int = 0

    @property
    def decorative(self) -> bool:
        return self.shape.decorative or any(group.decorative for group in self.groups)

    @property
    def hidden(self) -> bool:
        return self.shape.hidden or any(group.hidden for group in self.groups)

    @property
    def described(self) -> bool:
        """It, or a group around it, says in words what it is."""
        return any(item.alt.strip() or item.alt_title.strip() for item in (self.shape, *self.groups))


@dataclass(frozen=True)
class Words:
    """A text that shows. `box`: the shape's, or the cell's, before any turn. `fill`: a cell's own."""

    seen: Seen
    text: SceneText
    box: Box
    fill: Paint = Paint()
    row: int = -1
    column: int = -1

    @property
    def shape(self) -> SceneShape:
        return self.seen.shape

    @property
    def name(self) -> str:
        return self.shape.name

    @property
    def furniture(self) -> bool:
        return self.shape.ph_type in FURNITURE

    @cached_property
    def shown(self) -> bool:
        return bool(self.text.text.strip())


def as_seen(shape: SceneShape) -> Box:
    return turned(shape.box, shape.rotation)


def _open(shapes: tuple[SceneShape, ...], groups: tuple[SceneShape, ...]) -> Iterator[tuple[SceneShape, tuple[SceneShape, ...]]]:
    for shape in shapes:
        yield shape, groups
        if shape.children:
            yield from _open(shape.children, (*groups, shape))


@kept
def shapes_of(subject: Subject, slide: SlideRef) -> tuple[Seen, ...]:
    """All shapes of the slide's own, groups and what is in them, in painter's order."""
    scene = subject.scene(slide.part)
    count = len(scene.shapes) - len(scene.own)
    return tuple(Seen(shape, groups, count + n) for n, (shape, groups) in enumerate(_open(scene.own, ())))


@kept
def painted(subject: Subject, slide: SlideRef) -> tuple[SceneShape, ...]:
    """Everything painted on the slide, by a Seen's order: the parents' decorations first. Groups stand for nothing."""
    scene = subject.scene(slide.part)
    parents = tuple(shape for shape in scene.shapes if shape.origin != "slide")
    return (*parents, *(seen.shape for seen in shapes_of(subject, slide)))


@kept
def words_of(subject: Subject, slide: SlideRef) -> tuple[Words, ...]:
    """Every text of the slide's own that shows, tables' cells included."""
    found: list[Words] = []
    for seen in shapes_of(subject, slide):
        if seen.hidden:
            continue
        if seen.shape.text is not None:
            found.append(Words(seen, text=seen.shape.text, box=seen.shape.box))
        if seen.shape.table is not None:
            found += _cells(seen)
    return tuple(words for words in found if words.shown)


def _cells(seen: Seen) -> Iterator[Words]:
    table = seen.shape.table
    assert table is not None
    y = seen.shape.box.y
    for r, (row, height) in enumerate(zip(table.rows, table.heights, strict=False)):
        x = seen.shape.box.x
        for c, (cell, width) in enumerate(zip(row, table.widths, strict=False)):
            if not cell.merged:
                wide = sum(table.widths[c : c + max(cell.col_span, 1)])
                high = sum(table.heights[r : r + max(cell.row_span, 1)])
                yield Words(seen, text=cell.text, box=Box(x, y, wide, high), fill=cell.fill, row=r, column=c)
            x += width
        y += height


def element_of(tree: Element | None, path: tuple[int, ...]) -> Element | None:
    """The element that a scene shape's `path` leads to from p:spTree."""
    at = tree
    for step in path:
        at = next((item for n, item in enumerate(contents(at)) if n == step), None)
        if at is None:
            return None
    return at


def without_groups(shape: SceneShape) -> SceneShape:
    """A group as a shape that paints nothing itself."""
    return replace(shape, fill=Paint()) if shape.children else shape
