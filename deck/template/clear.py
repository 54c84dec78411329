"""The largest part of a place that nothing reaches into: lines, bars, logos, other words."""

from __future__ import annotations

from collections.abc import Sequence

from deck.geometry import Box, pt

NEARLY = 0.75
"""The share of the largest part that one of the box's whole width has at least, to be taken instead."""
AS_GOOD = 0.9
"""What share of its height that keeps at least, of the share of the width that the largest does."""
FLUSH = 0.85
"""The share of the largest part that one with the box's own left edge has at least, to be taken instead."""
LINE = pt(2)
"""What a line of no width or height takes, at least."""
MOST_TRIED = 8
"""Decorations in the way of a box for which every way round is tried."""


def in_way(box: Box, block: Box) -> bool:
    """A block that holds the whole box is its ground, not in the way."""
    return box.overlaps(block, 6_350) and not block.contains(box, 12_700)


def thick(block: Box) -> Box:
    """A line has no height, and strikes words through."""
    wide, high = max(LINE - block.w, 0) // 2, max(LINE - block.h, 0) // 2
    return block.inset(-wide, -high, -wide, -high) if wide or high else block


def _trimmed(box: Box, block: Box) -> list[Box]:
    """What is left of the box below, above, right and left of a block."""
    options = [
        Box(box.x, block.bottom, box.w, box.bottom - block.bottom),
        Box(box.x, box.y, box.w, block.y - box.y),
        Box(block.right, box.y, box.right - block.right, box.h),
        Box(box.x, box.y, block.x - box.x, box.h),
    ]
    return [option for option in options if option.w > 0 and option.h > 0]


def _largest(box: Box, blocks: list[Box], least: int = 0, *, flush: bool = False) -> Box | None:
    """The largest part that no block reaches into, of more than `least` EMU²; with `flush` of those that begin where it does."""
    block = next((item for item in blocks if in_way(box, item)), None)
    if block is None:
        return box if box.area > least else None
    best = None
    for option in sorted(_trimmed(box, block), key=lambda item: -item.area):
        if flush and option.x > box.x:
            continue
        if option.area > least and (found := _largest(option, blocks, least, flush=flush)) is not None:
            best, least = found, found.area
    return best


def clear_of(box: Box, blocks: tuple[Box, ...] | list[Box], keep: float = 0.0, *, wide: bool = True) -> Box:
    """The largest part of `box` that none of `blocks` reaches into; with `wide` one of its whole width that is nearly as large.
    Where that is less than `keep` of it, or they are too many to try all ways, one side after another is trimmed, and a trim that
    leaves less than `keep` is not made."""
    near = [block for block in map(thick, blocks) if in_way(box, block)]
    if len(near) <= MOST_TRIED and (whole := _largest(box, near)) is not None and whole.area >= keep * box.area:
        return _flush(box, near, _whole_width(box, near, whole)) if wide else whole
    least = keep * box.area
    for block in near:
        if in_way(box, block):
            best = max(_trimmed(box, block), key=lambda item: item.area, default=box)
            if best.area >= least:
                box = best
    return box


def across(box: Box, blocks: Sequence[Box]) -> Box:
    """The highest part of a box that is as wide as it, and that none of `blocks` reaches into; one without height where there is
    none."""
    near = [block for block in map(thick, blocks) if in_way(box, block)]
    edges = sorted(
        {box.y, box.bottom, *(edge for block in near for edge in (block.y, block.bottom) if box.y < edge < box.bottom)}
    )
    bands = [Box(box.x, a, box.w, b - a) for n, a in enumerate(edges) for b in edges[n + 1 :]]
    clear = [band for band in bands if not any(in_way(band, block) for block in near)]
    return max(clear, key=lambda band: band.area, default=Box(box.x, box.y, box.w, 0))


def _whole_width(box: Box, near: list[Box], found: Box) -> Box:
    """The largest part that is as wide as the box, where it is nearly as large: words beside a logo in a corner leave a column
    empty under it."""
    if found.w >= box.w:
        return found
    best = across(box, near)
    if not best.h:
        best = found
    as_good = best.h * box.w >= AS_GOOD * found.w * box.h
    return best if best.area >= NEARLY * found.area and as_good else found


def _flush(box: Box, near: list[Box], found: Box) -> Box:
    """The largest part that begins where the box does, where it is nearly as large: slide after slide begins in one line."""
    if found.x <= box.x:
        return found
    best = _largest(box, near, round(FLUSH * found.area) - 1, flush=True)
    return best if best is not None else found


__all__ = ["across", "clear_of", "in_way", "thick"]
