"""Titles of slides that follow each other, in nearly one size: where a template's are too large for some of them, a deck whose
every title has its own size looks like nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.layout.evenly import even_insets
from deck.layout.fitting import fit
from deck.layout.lines import room
from deck.layout.model import LaidOutSlide, Placed, PlacedText
from deck.layout.texts import in_any_font, with_suffix
from deck.layout.zone import SLACK

SEVERAL = 2
FRONT = ("title", "section")
"""Kinds whose titles have their slides to themselves."""
LEFT, SHARE, NEARLY = 0.2, 0.75, 0.92
"""The share of the titles that may be smaller than the common size, the share of its own size that each keeps at least, if most
titles do, and the share of the common size from which it gives way to a smaller one."""
UNIFORM = 0.85
"""The share of the others' size that several titles have at least, for the others to be as small as they."""


def alike(slides: Sequence[LaidOutSlide]) -> list[LaidOutSlide]:
    """The slides, no title larger than the size in points that most titles of its template's size have."""
    found = {n: title for n, slide in enumerate(slides) if (title := _title(slide)) is not None}
    sizes: dict[float, list[float]] = {}
    for title in found.values():
        sizes.setdefault(_own(title), []).append(_size(title))
    most = {own: _common(own, those) for own, those in sizes.items()}
    return [_lowered(slide, found[n], most[_own(found[n])]) if n in found else slide for n, slide in enumerate(slides)]


def even(slides: Sequence[LaidOutSlide]) -> list[LaidOutSlide]:
    """The slides, titles that are clearly smaller than the others of their template's size as large as those, on two lines rather
    than on one; and where several cannot be, but nearly, the others as small as they: a short title is never smaller than a
    longer one."""
    found = {n: title for n, slide in enumerate(slides) if (title := _title(slide)) is not None}
    groups: dict[float, list[int]] = {}
    for n, title in found.items():
        groups.setdefault(_own(title), []).append(n)
    made = list(slides)
    for own, group in groups.items():
        most = max(_size(found[n]) for n in group)
        small = [n for n in group if _size(found[n]) < NEARLY * most]
        if not own or not small:
            continue
        held = {n: _holding(found[n], most) for n in small}
        lacking = [size for size in held.values() if size < NEARLY * most]
        common = most
        if len(lacking) >= SEVERAL and min(lacking) >= UNIFORM * most:
            common = min(lacking)
        for n in group:
            size = min(held.get(n, most), common)
            if n not in held or size >= NEARLY * common:
                made[n] = _sized(made[n], found[n], size)
    return made


def _holding(title: PlacedText, most: float) -> float:
    """The largest size up to `most`, in points, in which a title stands in its box, on as many lines as it takes; at least its
    own."""
    if title.placeholder is None:
        return _size(title)
    style, words = title.placeholder.style, with_suffix(title.paragraphs, title.suffix)
    wide, high = room(title.box, style)
    found = fit(words, in_any_font(style), SLACK * wide, high, _size(title), title.bold, most=most)
    return found if found is not None else _size(title)


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
    return slide if _size(title) <= most else _sized(slide, title, most)


def _sized(slide: LaidOutSlide, title: PlacedText, size: float) -> LaidOutSlide:
    if _size(title) == size:
        return slide
    margins = title.insets
    if title.placeholder is not None:
        style, bold = title.placeholder.style, title.bold
        margins = even_insets(with_suffix(title.paragraphs, title.suffix), style, size, room(title.box, style)[0], bold)
    other = replace(title, sizes=(size, *title.sizes[1:]), insets=margins)
    shapes: tuple[Placed, ...] = tuple(other if shape is title else shape for shape in slide.shapes)
    return replace(slide, shapes=shapes)


__all__ = ["FRONT", "alike", "even"]
