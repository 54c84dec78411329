"""A large figure with its meaning."""

from __future__ import annotations

from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.lines import NO_INSETS
from deck.layout.model import PlacedShape
from deck.layout.shapes import group, height, line_width, sizes_down, words
from deck.presentation import FORMS, Diagram

FORM = FORMS["number"]


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """The figure as large as its box allows on one line, its meaning under it, a bar beside both."""
    if not block.items:
        return LaidBlock(((),))
    item = block.items[0]
    name = FORM.part(item.id, "key"), FORM.part(item.id, "title")
    box, context, look = place.spot.box, place.context, place.look
    inner = box.inset(pt(18), 0, 0, 0)
    for size in (115, 96, 80, 72, 66, 60, 54, 48, 44, 40, 36, 32, 28, 24):
        if line_width(item.key, context.heading_font, size, bold=True) > inner.w:
            continue
        number = height(item.key, context.heading_font, size, inner.w, bold=True)
        for small in sizes_down(24, context.minimum):
            label = height(item.title, context.body_font, small, inner.w)
            if number is None or label is None or number + label > inner.h:
                continue
            total = number + label
            y = inner.y + round((inner.h - total) * 0.4)
            shapes = (
                PlacedShape("bar", name="bar", geometry="rect", box=Box(box.x, y, pt(6), total), fill=look.accent.color),
                PlacedShape(
                    name[0],
                    name=place.slot,
                    geometry="rect",
                    box=Box(inner.x, y, inner.w, number),
                    paragraphs=words(item.key),
                    size_pt=size,
                    color=look.accent.color,
                    bold=True,
                    insets=NO_INSETS,
                    heading_font=True,
                ),
                PlacedShape(
                    name[1],
                    name=place.slot,
                    geometry="rect",
                    box=Box(inner.x, y + number, inner.w, max(label, pt(1))),
                    paragraphs=words(item.title),
                    size_pt=small,
                    color=look.text,
                    anchor="t",
                    insets=NO_INSETS,
                ),
            )
            return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    shape = PlacedShape(
        name[0],
        name=place.slot,
        geometry="rect",
        box=inner,
        paragraphs=words(f"{item.key}\n{item.title}"),
        size_pt=context.minimum,
        color=look.text,
        insets=NO_INSETS,
    )
    return LaidBlock(
        ((group(place.slot, block, (shape,), block.alt),),), (Trouble("text-too-long", place.slot, context.minimum),)
    )
