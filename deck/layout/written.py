"""Where on a laid-out slide there are words, as wide and high as they are: an empty corner of a box covers nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deck.drawing.presets import text_rect
from deck.geometry import Box, pt
from deck.layout.lines import measure_text, room
from deck.layout.model import Placed, PlacedGroup, PlacedShape, PlacedText
from deck.layout.shapes import measure_shape
from deck.layout.texts import with_suffix
from deck.template.model import Insets, TextStyle

ON, INTO = 0.5, 0.25
"""The share of words that a decoration bears which they stand on, and the share of a decoration from which words that reach into
it lie on it."""


def written(shape: Placed, style_of: Callable[[PlacedText], TextStyle], fonts: tuple[str, str]) -> Iterator[Box]:
    """The boxes of its words; that of what is no text, whole. `fonts`: for headings and for text."""
    if isinstance(shape, PlacedText):
        if any(item.text.strip() for item in shape.paragraphs):
            yield _of_text(shape, style_of(shape))
    elif isinstance(shape, PlacedGroup):
        for child in shape.children:
            if any(item.runs for item in child.paragraphs):
                yield _of_child(child, fonts)
    else:
        yield shape.box


def lies_on(words: Box, decoration: Box) -> bool:
    """Do words lie across a decoration that they do not stand on?"""
    common = words.intersection(decoration).area
    return common > INTO * decoration.area > 0 and common < ON * words.area


def _of_text(shape: PlacedText, style: TextStyle) -> Box:
    sizes = tuple(own if own is not None else level.size_pt for own, level in zip(shape.sizes, style.levels, strict=True))
    width, _tall = room(shape.box, style, shape.insets)
    words = with_suffix(shape.paragraphs, shape.suffix)
    found = measure_text(words, style, sizes, width, bold=shape.bold, spacing=shape.line_spacing, before=shape.space_before_pt)
    align, anchor = shape.align or style.levels[0].align, shape.anchor or style.anchor
    return _placed(_inner(shape.box, shape.insets or style.insets), pt(found.widest), pt(found.height), align, anchor)


def _of_child(child: PlacedShape, fonts: tuple[str, str]) -> Box:
    inner = _inner(text_rect(child.geometry, child.box, child.adjust), child.insets)
    found = measure_shape(child, fonts[0 if child.heading_font else 1], inner.w)
    return _placed(inner, pt(found.widest), pt(found.height), child.align, child.anchor)


def _inner(box: Box, insets: Insets) -> Box:
    return box.inset(insets.left, insets.top, insets.right, insets.bottom)


def _placed(inner: Box, wide: int, high: int, align: str, anchor: str) -> Box:
    """Words so wide and high in a box, where they stand by their alignment and anchor."""
    wide, high = min(wide, inner.w), min(high, inner.h)
    across = {"ctr": (inner.w - wide) // 2, "r": inner.w - wide}.get(align, 0)
    down = {"ctr": (inner.h - high) // 2, "b": inner.h - high}.get(anchor, 0)
    return Box(inner.x + across, inner.y + down, wide, high)


__all__ = ["lies_on", "written"]
