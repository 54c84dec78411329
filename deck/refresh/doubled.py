"""Shapes that were copied with their ids for life, as tools and other programs copy them: the one most like ours keeps it."""

from __future__ import annotations

from collections.abc import Iterator

from deck.drawing.names import Element
from deck.pptx.slots import SlideReader
from deck.refresh.pages import Page, near
from deck.refresh.parts import with_parts
from deck.refresh.sequence import similarity
from deck.refresh.strays import Stray


def copies_on(page: Page, stray: Stray) -> Iterator[Element]:
    """The shapes of a slide that bear an id of ours which another bears, too, that is more like ours; of a copied group its
    parts as well. `page`: the slide as we would write it."""
    gone = set[Element]()
    for mark, shapes in stray.reader.marked.items():
        ours = [*page.reader.marked.get(mark, ())] if mark else []
        left = [shape for shape in shapes if shape not in gone]
        if len(left) < 2 or len(ours) != 1:
            continue
        likeness = [_likeness(page, ours[0], stray.reader, shape) for shape in left]
        kept = left[likeness.index(max(likeness))]
        for shape in left:
            if shape is not kept:
                gone.update(with_parts(shape))
                yield from with_parts(shape)


def _likeness(page: Page, ours: Element, reader: SlideReader, shape: Element) -> tuple[float, bool]:
    """By words, then by place. Of two alike the first is taken: a copy comes to lie on top."""
    said = ["\n".join(filter(None, map(side.words, with_parts(item)))) for side, item in ((page.reader, ours), (reader, shape))]
    boxes = page.box(ours), Page(reader, piece=page.piece).box(shape)
    return similarity(*said) if any(said) else 1.0, boxes[0] is not None and boxes[1] is not None and near(boxes[0], boxes[1])


__all__ = ["copies_on"]
