"""Pictures and pale fields that take one side of a slide, as large as they are: what the layout's own places keep clear of is no
ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.brand.contrast import contrast
from deck.drawing.ground import flat, ground_behind, turned
from deck.drawing.model import Scene, SceneShape
from deck.drawing.sheet import TITLES
from deck.geometry import Box
from deck.package import Package
from deck.template.model import Placeholder
from deck.template.plate import MOTLEY
from deck.template.seen import MOSTLY, uncovered

WIDEST = 0.6
"""The share of the slide's width up to which a picture is one at its side."""
AT_EDGE = 0.02
"""The share of a slide's side that a picture may be off an edge which it reaches to the eye."""

LOW, NARROW = 0.1, 0.15
"""The share of the slide's height that a bar may take above or below a field at the side, and that of its width that such a field
has at least."""
TINTED = 1.1
"""The contrast with what is behind it from which a field is one."""


def side_fields(package: Package, drawn: Scene, holders: Sequence[Placeholder]) -> Iterator[Box]:
    """The boxes, in EMU, of plain fields so pale that they would be ground, at one side of the slide from its head to its foot,
    where the layout has places for words and all of them keep clear; or where its title has the field to itself."""
    slide = Box(0, 0, *drawn.size)
    places = [item.box for item in holders]
    titles = [item.box for item in holders if item.type in TITLES]
    shapes = [shape for shape in flat(drawn.shapes) if not (shape.hidden or shape.is_placeholder)]
    for n, shape in enumerate(shapes if places else ()):
        box = turned(shape.box, shape.rotation).intersection(slide)
        plain = shape.kind == "shape" and shape.fill.kind == "solid" and shape.fill.alpha == 1 and shape.geometry == "rect"
        if not plain or box.w < NARROW * slide.w or not _at_a_side(box, slide, LOW) or not uncovered(box, shapes[n + 1 :]):
            continue
        crossed = [place for place in places if box.overlaps(place, round(AT_EDGE * slide.w))]
        if crossed and not (any(place in titles for place in crossed) and all(map(box.contains, crossed))):
            continue
        behind = ground_behind(package, drawn, shapes[:n], box)
        if behind.plain and contrast(shape.fill.colors[0], behind.colors[0]) >= TINTED:
            yield box


def side_pictures(package: Package, drawn: Scene, holders: Sequence[Placeholder]) -> Iterator[Box]:
    """The boxes, in EMU, of pictures of many colours that would be ground by their size, and fill one side of the slide from its
    upper edge to its lower one, where the layout has places for content (else a title) and all of them keep clear."""
    slide = Box(0, 0, *drawn.size)
    # A title may reach over it, as it may over a bar.
    places = [item for item in holders if item.type not in TITLES] or holders
    shapes = [shape for shape in flat(drawn.shapes) if not (shape.hidden or shape.is_placeholder)]
    for n, shape in enumerate(shapes):
        box = turned(shape.box, shape.rotation).intersection(slide)
        if not _fills_a_side(shape, box, slide) or any(box.overlaps(item.box, round(AT_EDGE * slide.w)) for item in places):
            continue
        shown = ground_behind(package, drawn, shapes[: n + 1], box)
        if places and shown.kind == "picture" and len(shown.colors) >= MOTLEY:
            yield box


def _fills_a_side(shape: SceneShape, box: Box, slide: Box) -> bool:
    if "picture" not in (shape.kind, shape.fill.kind) or not MOSTLY * slide.area < box.area:
        return False
    return _at_a_side(box, slide, AT_EDGE)


def _at_a_side(box: Box, slide: Box, off: float) -> bool:
    """Whether it reaches one side's edge, and the upper and the lower one but for this share of the height."""
    high, wide = round(off * slide.h), round(AT_EDGE * slide.w)
    whole = box.y <= high and box.bottom >= slide.bottom - high
    return whole and box.w <= WIDEST * slide.w and (box.x <= wide) != (box.right >= slide.right - wide)


__all__ = ["side_fields", "side_pictures"]
