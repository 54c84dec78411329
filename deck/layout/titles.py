"""Titles of slides that follow each other, in nearly one size: where a template's are too large for some of them, a deck whose
every title has its own size looks like nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.layout.evenly import even_insets
from deck.layout.lines import room
from deck.layout.model import LaidOutSlide, Placed, PlacedText
from deck.layout.texts import with_suffix

SEVERAL = 2
FRONT = ("title", "section")
"""Kinds whose titles have their slides to themselves."""
LEFT, SHARE, NEARLY = 0.2, 0.75, 0.92
"""The share of the titles that may be smaller than the common size, the share of its own size that each keeps at least, if most
titles do, and the share of the common size from which it gives way to a smaller one."""


def alike(slides: Sequence[LaidOutSlide]) -> list[LaidOutSlide]:
    """The slides, no title larger than the size in points that most titles of its template's size have."""
    found = {n: title for n, slide in enumerate(slides) if (title := _title(slide)) is not None}
    sizes: dict[float, list[float]] = {}
    for title in found.values():
        sizes.setdefault(_own(title), []).append(_size(title))
    most = {own: _common(own, those) for own, those in sizes.items()}
    return [_lowered(slide, found[n], most[_own(found[n])]) if n in found else slide for n, slide in enumerate(slides)]


def _title(slide: LaidOutSlide) -> PlacedText | None:
    if slide.slide.kind in FRONT:
        return None
    slots = {slot.id for slot in slide.slide.slots if slot.role == "title"}
    found = (shape for shape in slide.shapes if isinstance(shape, PlacedText) and shape.slot in slots)
    return next((shape for shape in found if shape.paragraphs), None)


def _own(title: PlacedText) -> float:
    """The size of its place; 0.0 where that is a box of ours, for which there is one size."""
    return title.placeholder.style.levels[0].size_pt if title.placeholder is not None else 0.0


def _size(title: PlacedText) -> float:
    return title.sizes[0] if title.sizes[0] is not None else _own(title)


def _common(own: float, sizes: Sequence[float]) -> float:
    held = sorted(sizes)
    # What most of them cannot keep, the few short ones do not keep alone.
    least = min(round(SHARE * (own or held[-1])), held[len(held) // 2])
    common = max(held[int(LEFT * len(held))], least)
    # Several that are a point or two smaller look like a mistake: that size is given to all, and so on, but not without end.
    floor = NEARLY * NEARLY * max(common, least)
    if sum(floor <= size < common for size in held) < SEVERAL:
        return common
    for size in reversed(held):
        if max(floor, NEARLY * common) <= size < common:
            common = size
    return common


def _lowered(slide: LaidOutSlide, title: PlacedText, most: float) -> LaidOutSlide:
    if _size(title) <= most:
        return slide
    margins = title.insets
    if title.placeholder is not None:
        style, bold = title.placeholder.style, title.bold
        margins = even_insets(with_suffix(title.paragraphs, title.suffix), style, most, room(title.box, style)[0], bold)
    lower = replace(title, sizes=(most, *title.sizes[1:]), insets=margins)
    shapes: tuple[Placed, ...] = tuple(lower if shape is title else shape for shape in slide.shapes)
    return replace(slide, shapes=shapes)


__all__ = ["FRONT", "alike"]
