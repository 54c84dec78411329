"""A process as native shapes: a row of arrows with their texts beneath, or, in a narrow box, a column of numbered steps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from deck.drawing.presets import text_rect
from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.lines import NO_INSETS
from deck.layout.model import PlacedShape
from deck.layout.shapes import GAP, group, height, sizes_down, words
from deck.presentation import FORMS, Diagram, Item
from deck.template.model import Insets

FORM = FORMS["process"]

PAD = pt(12)
DISC = pt(40)


@dataclass(frozen=True, slots=True)
class Part:
    """Steps that stand together, and how many went before them on earlier slides."""

    steps: tuple[Item, ...]
    before: int


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """Across or down, whichever suits the box; over several slides where neither holds all steps; else a complaint."""
    if not block.items:
        return LaidBlock(((),))
    count, minimum = len(block.items), place.context.minimum
    for parts in range(1, count + 1):
        each = math.ceil(count / parts)
        chunks = [Part(block.items[n : n + each], n) for n in range(0, count, each)]
        drawn = [_best(chunk, place) for chunk in chunks]
        if all(drawn):
            return LaidBlock(tuple((group(place.slot, block, shapes, block.alt),) for shapes in drawn if shapes))
    shapes = _down(Part(block.items, 0), place, minimum, False) or []
    return LaidBlock(((group(place.slot, block, shapes, block.alt),),), (Trouble("text-too-long", place.slot, minimum),))


def _best(part: Part, place: ChosenSpot) -> list[PlacedShape] | None:
    box = place.spot.box
    for way in (_across, _down) if box.w > box.h * 1.2 else (_down, _across):
        for size in sizes_down(28, place.context.minimum):
            if shapes := way(part, place, size, True):
                return shapes
    return None


def _across(block: Part, place: ChosenSpot, size: float, strict: bool) -> list[PlacedShape] | None:
    """Arrows side by side, each with a number disc and its title; its text on a card beneath."""
    box, look, context = place.spot.box, place.look, place.context
    count = len(block.steps)
    small = max(size - 2, context.minimum)
    band = pt(84)
    point = pt(20)
    pitch = (box.w - point) // count
    width = pitch + point - pt(5)
    adjust = (("adj", round(point / min(band, width) * 100_000)),)
    left = pt(10) + DISC + pt(8)

    def title_room(n: int) -> int:
        geometry = "homePlate" if n == 0 else "chevron"
        inner = text_rect(geometry, Box(0, 0, width, band), adjust)
        return inner.w - left - pt(4)

    titles = [height(step.title, context.heading_font, size, title_room(n), bold=True) for n, step in enumerate(block.steps)]
    card = pitch - GAP
    texts = [height(step.text, context.body_font, small, card - 2 * PAD) for step in block.steps]
    if not all(title is not None for title in titles) or not all(text is not None for text in texts):
        return None
    tallest, text = max(filter(None, titles), default=0), max((text or 0 for text in texts), default=0)
    if tallest + pt(8) > band:
        band = tallest + pt(12)
        adjust = (("adj", round(point / min(band, width) * 100_000)),)
    foot = (text + 2 * PAD + GAP) if text else 0
    total = band + foot
    if strict and (total > box.h or title_room(0) <= 0):
        return None
    # A low band on a high slide stands a little above the middle.
    y = box.y + max(0, round((box.h - total) * 0.35))
    shapes: list[PlacedShape] = []
    for n, step in enumerate(block.steps):
        x = box.x + n * pitch
        name = step.title or f"{FORM.item}:{step.id}"
        geometry = "homePlate" if n == 0 else "chevron"
        shapes.append(
            PlacedShape(
                FORM.part(step.id, "title"),
                name=name,
                geometry=geometry,
                box=Box(x, y, width, band),
                fill=look.accent.color,
                paragraphs=words(step.title),
                size_pt=size,
                color=look.accent.text,
                bold=True,
                insets=Insets(left, 0, pt(4), 0),
                adjust=adjust,
                heading_font=True,
            )
        )
        disc_x = x + pt(10) + (0 if n == 0 else point)
        shapes.append(
            _disc(step.id, name, block.before + n, Box(disc_x, y + (band - DISC) // 2, DISC, DISC), place, on_accent=True)
        )
        if step.text:
            shapes.append(
                PlacedShape(
                    FORM.part(step.id, "text"),
                    name=name,
                    geometry="rect",
                    box=Box(x, y + band + GAP, card, text + 2 * PAD),
                    fill=look.muted.color,
                    paragraphs=words(step.text),
                    size_pt=small,
                    color=look.muted.text,
                    anchor="t",
                    insets=Insets(PAD, PAD, PAD, PAD),
                )
            )
    return shapes


def _disc(step: str, name: str, n: int, box: Box, place: ChosenSpot, *, on_accent: bool) -> PlacedShape:
    ink = place.look.accent
    fill, color = (ink.text, ink.color) if on_accent else (ink.color, ink.text)
    return PlacedShape(
        FORM.part(step, "key"),
        name=name,
        geometry="ellipse",
        box=box,
        fill=fill,
        paragraphs=words(str(n + 1)),
        size_pt=place.context.minimum,
        color=color,
        bold=True,
        align="ctr",
        insets=NO_INSETS,
        heading_font=True,
    )


def _down(block: Part, place: ChosenSpot, size: float, strict: bool) -> list[PlacedShape] | None:
    """Numbered discs on a line, each with a card beside it."""
    box, look, context = place.spot.box, place.look, place.context
    small = max(size - 2, context.minimum)
    x = box.x + DISC + GAP
    width = box.w - DISC - GAP
    inner = width - 2 * PAD
    if strict and inner < pt(60):
        return None
    rows: list[tuple[int, int]] = []
    for step in block.steps:
        title = height(step.title, context.heading_font, size, inner, bold=True)
        text = height(step.text, context.body_font, small, inner)
        if title is None or text is None:
            if strict:
                return None
            title, text = title or pt(size * 1.2), text or pt(small * 1.2)
        rows.append((title, text))
    count = len(rows)
    pad = PAD
    need = [title + text + 2 * pad for title, text in rows]
    if strict and sum(need) + (count - 1) * GAP > box.h:
        pad = pt(4)
        need = [title + text + 2 * pad for title, text in rows]
        if sum(need) + (count - 1) * GAP > box.h:
            return None
    shapes: list[PlacedShape] = []
    y = box.y
    discs: list[Box] = []
    roomy = sum(need) + count * (GAP + pt(8)) < box.h
    for n, (step, (title, text), least) in enumerate(zip(block.steps, rows, need, strict=True)):
        tall = max(least, DISC + pt(4)) if roomy else least
        name = step.title or f"{FORM.item}:{step.id}"
        alone = not text
        head = Box(x, y, width, tall if alone else title + pad)
        disc = Box(box.x, y + (tall - DISC) // 2 if alone else y + pt(2), DISC, DISC)
        discs.append(disc)
        shapes.append(
            PlacedShape(
                FORM.part(step.id, "title"),
                name=name,
                geometry="rect",
                box=head,
                fill=look.muted.color,
                paragraphs=words(step.title),
                size_pt=size,
                color=look.muted.text,
                bold=True,
                anchor="ctr" if alone else "t",
                insets=Insets(PAD, 0 if alone else pad, PAD, 0),
                heading_font=True,
            )
        )
        shapes.append(_disc(step.id, name, block.before + n, disc, place, on_accent=False))
        if not alone:
            shapes.append(
                PlacedShape(
                    FORM.part(step.id, "text"),
                    name=name,
                    geometry="rect",
                    box=Box(x, head.bottom - pt(0.5), width, tall - head.h + pt(0.5)),
                    fill=look.muted.color,
                    paragraphs=words(step.text),
                    size_pt=small,
                    color=look.muted.text,
                    anchor="t",
                    insets=Insets(PAD, 0, PAD, 0),
                )
            )
        y += tall + GAP
    for n, (above, below) in enumerate(pairwise(discs)):
        line = Box(above.x + DISC // 2 - pt(1), above.bottom, pt(2), max(below.y - above.bottom, 1))
        shapes.append(PlacedShape(f"line:{block.before + n + 1}", name="line", geometry="rect", box=line, fill=look.quiet.color))
    return shapes
