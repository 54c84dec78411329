"""Pictures that take one side of a slide, as large as they are: what the layout's own places keep clear of is no ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.drawing.ground import flat, ground_behind, turned
from deck.drawing.model import Scene, SceneShape
from deck.drawing.sheet import TITLES
from deck.geometry import Box
from deck.package import Package
from deck.template.model import Placeholder
from deck.template.plate import MOTLEY
from deck.template.seen import MOSTLY

WIDEST = 0.6
"""The share of the slide's width up to which a picture is one at its side."""
AT_EDGE = 0.02
"""The share of a slide's side that a picture may be off an edge which it reaches to the eye."""


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
    near = round(AT_EDGE * slide.h), round(AT_EDGE * slide.w)
    whole = box.y <= near[0] and box.bottom >= slide.bottom - near[0]
    return whole and box.w <= WIDEST * slide.w and (box.x <= near[1]) != (box.right >= slide.right - near[1])


__all__ = ["side_pictures"]
