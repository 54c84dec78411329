"""Lines that must not break, and have less than 2 % to spare: another program's lines are a hair longer than ours.

A title's line must not, nor any whose breaking would make a text too high for its shape, or stand where a line stood alone."""

from __future__ import annotations

from collections.abc import Iterator

from deck.drawing.model import TextStyle
from deck.drawing.presets import text_rect
from deck.geometry import EMU_PER_PT
from deck.layout.lines import Measured, measure_text, plain_style, room
from deck.layout.model import LaidOutDeck, LaidOutSlide, PlacedGroup, PlacedShape, PlacedTable, PlacedText
from deck.layout.shapes import measure_shape
from deck.layout.tables import margins_of
from deck.layout.texts import WHOLE, with_suffix
from deck.layout.zone import SLACK
from deck.template.model import Template

TIGHT = tuple[str, str]
"""A slide's id, and its shape's."""


def tight(deck: LaidOutDeck) -> list[TIGHT]:
    """Every shape with such a line, slide by slide."""
    return [(slide.id, name) for slide in deck.slides for name in _on(slide, deck.template)]


def _on(slide: LaidOutSlide, template: Template) -> Iterator[str]:
    for shape in slide.shapes:
        if isinstance(shape, PlacedText):
            if _text(shape, slide, template):
                yield shape.slot
        elif isinstance(shape, PlacedGroup):
            yield from (f"{shape.slot}/{item.key}" for item in shape.children if item.paragraphs and _drawn(item, template))
        elif isinstance(shape, PlacedTable):
            yield from (f"{shape.slot}/{name}" for name in _cells(shape, template))


def _breaks(now: Measured, tighter: Measured, high: float, *, alone: bool) -> bool:
    """Whether a line more is a fault: the text is too high then (`high`: its room in points), or was to stand as it did."""
    return (tighter.broken and not now.broken) or (tighter.lines > now.lines and (alone or tighter.height > high + 1))


def _text(shape: PlacedText, slide: LaidOutSlide, template: Template) -> bool:
    slot = slide.slide.slot(shape.slot)
    role = slot.role if slot is not None else ""
    style = _style(shape, role, slide, template)
    sizes = tuple(own if own is not None else level.size_pt for own, level in zip(shape.sizes, style.levels, strict=True))
    width, high = room(shape.box, style, shape.insets)
    words = with_suffix(shape.paragraphs, shape.suffix)
    spacing, before = shape.line_spacing, shape.space_before_pt
    now, tighter = (
        measure_text(words, style, sizes, width * share, bold=shape.bold, spacing=spacing, before=before) for share in (1, SLACK)
    )
    return _breaks(now, tighter, high, alone=role in WHOLE and role != "quote")


def _style(shape: PlacedText, role: str, slide: LaidOutSlide, template: Template) -> TextStyle:
    """How its words are set: as in its placeholder, in its role's place, or plainly."""
    if shape.placeholder is not None:
        return shape.placeholder.style
    spot = template.roles[slide.slide.kind].spots.get(role)
    return spot.style if spot is not None else plain_style(template.body_font)


def _drawn(item: PlacedShape, template: Template) -> bool:
    font = template.heading_font if item.heading_font else template.body_font
    margins = item.insets
    inner = text_rect(item.geometry, item.box, item.adjust).inset(margins.left, margins.top, margins.right, margins.bottom)
    now, tighter = (measure_shape(item, font, round(inner.w * share)) for share in (1, SLACK))
    # Words that are as wide as their box, with slack measured in already, are labels that nobody parts.
    return _breaks(now, tighter, inner.h / EMU_PER_PT, alone=False)


def _cells(shape: PlacedTable, template: Template) -> Iterator[str]:
    margins = margins_of(shape.table, shape.house)
    for high, number in zip(shape.row_heights, shape.rows, strict=True):
        row = shape.table.rows[number]
        for n, (cell, wide) in enumerate(zip(row.cells, shape.column_widths, strict=False)):
            names = shape.table.first_column and n == 0
            style = plain_style(template.body_font, bold=number == 0 or names)
            size = shape.header_pt if number == 0 else shape.key_pt if names else shape.size_pt
            width = (wide - margins.left - margins.right) / EMU_PER_PT
            now, tighter = (measure_text(cell.paragraphs, style, (size,) * 9, width * share) for share in (1, SLACK))
            if _breaks(now, tighter, (high - margins.top - margins.bottom) / EMU_PER_PT, alone=False):
                yield row.id


__all__ = ["tight"]
