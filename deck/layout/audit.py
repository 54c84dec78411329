"""What came out, looked at afresh: does every text stand in its shape, is all on the slide, does nothing lie on another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from deck.diagnostics import Diagnostic, Severity, Where
from deck.drawing.presets import text_rect
from deck.geometry import EMU_PER_PT, Box, slide_scale
from deck.i18n import _
from deck.layout.credits import credit_style
from deck.layout.lines import Measured, measure_text, plain_style, room
from deck.layout.model import (
    LaidOutDeck,
    LaidOutSlide,
    Placed,
    PlacedChart,
    PlacedGroup,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from deck.layout.provenance import FROM_PT, source_style
from deck.layout.shapes import measure_shape
from deck.layout.tables import CELL
from deck.layout.texts import with_suffix
from deck.presentation import FROM, Map, credited
from deck.template.model import Template, TextStyle

NUMERAL = 6
"""So many points less than other words the numerals on a map may have."""
SLACK = EMU_PER_PT
"""Half a pixel's worth of rounding is no overflow, and no overlap."""


def audit(deck: LaidOutDeck) -> list[Diagnostic]:
    """Text that overflows or has a word cut, shapes off the slide or on each other, text below the least size."""
    return [item for number, slide in enumerate(deck.slides, 1) for item in _slide(slide, number, deck.template)]


def _slide(slide: LaidOutSlide, number: int, template: Template) -> Iterator[Diagnostic]:
    def complain(code: str, shape: str, message: str) -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, message, Where(slide=number, slide_id=slide.id, shape=shape))

    frame = Box(0, 0, *template.size)
    for shape in slide.shapes:
        if not frame.contains(shape.box, SLACK):
            yield complain("off-slide", shape.name, _("the shape reaches beyond the slide"))
        for name, words, tall, cut, size in _texts(shape, slide, template):
            if cut:
                yield complain("word-cut", name, _("a word is wider than its shape"))
            if tall > 0:
                yield complain(
                    "overflow", name, _("the text is {points} points higher than its shape").format(points=round(tall, 1))
                )
            least = FROM_PT if _role(shape, slide) == FROM else 18
            if words and size < least:
                message = _("the text is {size} points, under {least}").format(size=f"{size:g}", least=f"{least:g}")
                yield complain("small-text", name, message)
        if isinstance(shape, PlacedGroup):
            yield from (complain(*item) for item in _inside(shape))
    for one, two in combinations(slide.shapes, 2):
        if one.box.overlaps(two.box, SLACK):
            yield complain("overlap", two.name, _('lies on "{other}"').format(other=one.name))
    layout = next((item for item in template.layouts if item.part == slide.layout), None)
    # An empty placeholder does not show: its box is in nobody's way. And what the template itself set its placeholders upon
    # (a title on a bar) is meant to bear them.
    holders = [item.box for item in layout.placeholders] if layout else []
    empty = {*holders, *(item.box for item in layout.furniture)} if layout else set()
    for shape in slide.shapes:
        mine = [box for box in holders if box.overlaps(shape.box, SLACK)]
        for obstacle in layout.obstacles if layout else ():
            if obstacle in empty or any(box.overlaps(obstacle, SLACK) for box in mine):
                continue
            if shape.box.overlaps(obstacle, SLACK):
                yield complain("covers-decoration", shape.name, _("lies on a decoration of the template"))


def _role(shape: Placed, slide: LaidOutSlide) -> str:
    slot = slide.slide.slot(shape.slot)
    return slot.role if slot is not None else ""


def style_of(shape: PlacedText, slide: LaidOutSlide, template: Template) -> TextStyle:
    if shape.placeholder is not None:
        return shape.placeholder.style
    slot = slide.slide.slot(shape.slot)
    if slot is not None and credited(slot.role):
        return credit_style(template.body_font, template.minimum_pt)
    if slot is not None and slot.role == FROM:
        return source_style(template.body_font, slide_scale(template.size))
    kind = template.roles[slide.slide.kind]
    spots = [spot for spot in kind.spots.values() if spot.box == shape.box] or [*kind.spots.values()]
    return spots[0].style


def _texts(shape: Placed, slide: LaidOutSlide, template: Template) -> Iterator[tuple[str, bool, float, bool, float]]:
    """Name, whether there are words, points of overflow, whether a word is cut, least size."""
    if isinstance(shape, PlacedText) and not any(item.text.strip() for item in shape.paragraphs):
        return
    if isinstance(shape, PlacedText):
        style = style_of(shape, slide, template)
        sizes = tuple(own if own is not None else level.size_pt for own, level in zip(shape.sizes, style.levels, strict=True))
        width, tall = room(shape.box, style, shape.insets)
        words = with_suffix(shape.paragraphs, shape.suffix)
        found = measure_text(
            words, style, sizes, width, bold=shape.bold, spacing=shape.line_spacing, before=shape.space_before_pt
        )
        used = [sizes[min(p.level, len(sizes) - 1)] for p in shape.paragraphs]
        yield shape.slot, bool(used), found.height - tall - 1, found.broken, min(used, default=99.0)
    elif isinstance(shape, PlacedGroup):
        for child in shape.children:
            if child.paragraphs and any(p.runs for p in child.paragraphs):
                found, over = _child(child, template)
                sizes = [child.manner(n).size_pt or child.size_pt for n, p in enumerate(child.paragraphs) if p.runs]
                if isinstance(shape.block, Map) and child.key.startswith("number:"):
                    # A numeral on a map stands for a name in the list beside it.
                    sizes = [size + NUMERAL for size in sizes]
                yield f"{shape.slot}/{child.key}", True, over - 1, found.broken, min(sizes)
    elif isinstance(shape, PlacedTable):
        yield from _cells(shape, template)
    elif isinstance(shape, PlacedChart):
        yield shape.slot, True, 0.0, False, shape.size_pt


def _child(child: PlacedShape, template: Template) -> tuple[Measured, float]:
    font = template.heading_font if child.heading_font else template.body_font
    margins = child.insets
    inner = text_rect(child.geometry, child.box, child.adjust).inset(margins.left, margins.top, margins.right, margins.bottom)
    found = measure_shape(child, font, inner.w)
    return found, found.height - inner.h / EMU_PER_PT


def _cells(shape: PlacedTable, template: Template) -> Iterator[tuple[str, bool, float, bool, float]]:
    for height, row in zip(shape.row_heights, shape.rows, strict=True):
        for n, (cell, width) in enumerate(zip(shape.table.rows[row].cells, shape.column_widths, strict=False)):
            bold = row == 0 or (shape.table.first_column and n == 0)
            style = plain_style(template.body_font, bold=bold)
            size = shape.header_pt if not row else shape.key_pt if shape.table.first_column and n == 0 else shape.size_pt
            found = measure_text(cell.paragraphs, style, (size,) * 9, (width - CELL.left - CELL.right) / EMU_PER_PT)
            over = found.height - (height - CELL.top - CELL.bottom) / EMU_PER_PT
            yield (
                f"{shape.slot}/{shape.table.rows[row].id}",
                bool(cell.text),
                over - 1,
                found.broken,
                size + (2 if shape.table.reference else 0),
            )


def _inside(group: PlacedGroup) -> Iterator[tuple[str, str, str]]:
    """Words of a drawn block that lie on other words."""
    texts = [(child.key, _words_box(child)) for child in group.children if any(p.runs for p in child.paragraphs)]
    for (one, first), (two, second) in combinations(texts, 2):
        apart = first.right <= second.x or second.right <= first.x or first.bottom <= second.y or second.bottom <= first.y
        if not apart and first.overlaps(second, SLACK):
            yield "overlap", f"{group.slot}/{two}", _('lies on "{other}"').format(other=one)


def _words_box(child: PlacedShape) -> Box:
    margins = child.insets
    return text_rect(child.geometry, child.box, child.adjust).inset(margins.left, margins.top, margins.right, margins.bottom)
