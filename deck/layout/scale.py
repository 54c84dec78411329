"""Drawn blocks on slides larger than the common ones: laid out as on a common slide, then enlarged with it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.model import Arc, Freeform, Manner, PathStep, Placed, PlacedGroup, PlacedShape, Stroke
from deck.template.model import Insets

T = TypeVar("T")


def enlarged(draw: Callable[[T, ChosenSpot], LaidBlock], block: T, place: ChosenSpot) -> LaidBlock:
    """`draw`, in a frame as on a common slide. The least text size stays what it is on the slide."""
    factor = place.context.scale
    if factor == 1.0:
        return draw(block, place)
    spot = replace(place.spot, box=_box(place.spot.box, 1 / factor))
    context = replace(place.context, scale=1.0, minimum=place.context.minimum / factor)
    outcome = draw(block, replace(place, spot=spot, context=context))
    troubles = tuple(replace(trouble, size=trouble.size * factor) for trouble in outcome.troubles)
    return LaidBlock(tuple(tuple(_placed(item, factor) for item in part) for part in outcome.parts), troubles)


def _box(box: Box, factor: float) -> Box:
    """By its edges, so that what meets still meets."""
    x, y = round(box.x * factor), round(box.y * factor)
    return Box(x, y, round(box.right * factor) - x, round(box.bottom * factor) - y)


def _placed(item: Placed, factor: float) -> Placed:
    if not isinstance(item, PlacedGroup):
        return item
    return replace(item, box=_box(item.box, factor), children=tuple(_shape(shape, factor) for shape in item.children))


def _shape(shape: PlacedShape, factor: float) -> PlacedShape:
    geometry, margins = shape.geometry, shape.insets
    if isinstance(geometry, Freeform):
        geometry = replace(geometry, rings=tuple(tuple(_step(step, factor) for step in ring) for ring in geometry.rings))
    return replace(
        shape,
        geometry=geometry,
        box=_box(shape.box, factor),
        line=Stroke(shape.line.color, round(shape.line.width * factor), shape.line.dash) if shape.line else None,
        size_pt=shape.size_pt * factor,
        insets=Insets(*(round(side * factor) for side in (margins.left, margins.top, margins.right, margins.bottom))),
        letter_pt=shape.letter_pt * factor,
        before_pt=shape.before_pt * factor,
        manners=tuple(_manner(item, factor) for item in shape.manners),
    )


def _step(step: PathStep, factor: float) -> PathStep:
    if isinstance(step, Arc):
        return replace(step, wide=round(step.wide * factor), high=round(step.high * factor))
    return round(step[0] * factor), round(step[1] * factor)


def _manner(item: Manner, factor: float) -> Manner:
    size, before = item.size_pt, item.before_pt
    return replace(
        item,
        size_pt=None if size is None else size * factor,
        before_pt=None if before is None else before * factor,
        hang=round(item.hang * factor),
    )
