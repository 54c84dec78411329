"""What came out, looked at afresh: does every text stand in its shape, is all on the slide, does nothing lie on another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from deck.diagnostics import Diagnostic, Severity, Where
from deck.drawing.presets import text_rect
from deck.geometry import EMU_PER_PT, Box, least_scale
from deck.i18n import _, decimal
from deck.layout.asides import ASIDES, SIZE_PT, aside_style
from deck.layout.credits import credit_style
from deck.layout.lines import Measured, measure_text, plain_style, room
from deck.layout.model import (
    LaidOutDeck,
    Placed,
    PlacedChart,
    PlacedGroup,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from deck.layout.mould import Mould, Shared
from deck.layout.shapes import measure_shape
from deck.layout.tables import margins_of
from deck.layout.texts import with_suffix
from deck.layout.written import lies_on, written
from deck.memory import Itself
from deck.presentation import FROM, Map, credited
from deck.template.clear import thick
from deck.template.foot import FROM_PT, foot_style
from deck.template.model import Placeholder, Role, TextStyle

NUMERAL = 6
"""So many points less than other words the numerals on a map may have."""
SLACK = EMU_PER_PT
"""Half a pixel's worth of rounding is no overflow, and no overlap."""


@dataclass(frozen=True, slots=True)
class AuditFrame:
    """What is asked of a template: the slide's `size`, the fonts and the least size in points, boxes of the layout's placeholders
    (`holders`), of its furniture and its decorations (`obstacles`), and the style of words in each of the role's spots,
    by its name and its box."""

    size: tuple[int, int]
    minimum_pt: float
    heading_font: str
    body_font: str
    holders: tuple[Box, ...]
    furniture: tuple[Box, ...]
    obstacles: tuple[Box, ...]
    styles: tuple[tuple[str, Box, TextStyle], ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """`amount`: points too high, or points of size; `least`: points that it ought to be; `other`: what it lies on."""

    code: str
    shape: str
    amount: float = 0.0
    least: float = 0.0
    other: str = ""


def audit(deck: LaidOutDeck) -> list[Diagnostic]:
    """Text that overflows or has a word cut, shapes off the slide or on each other, text below the least size."""
    found: list[Diagnostic] = []
    shared = Shared.of(deck.template)
    for number, slide in enumerate(deck.slides, 1):
        roles = tuple((slot.id, slot.role) for slot in slide.slide.slots)
        layout = deck.layout(slide)
        boxes = (layout.placeholders, layout.furniture, layout.obstacles) if layout else ((), (), ())
        frame, cast = _frame(Itself(deck.role(slide)), *map(Itself, boxes), shared), slide.cast
        if cast is not None and _stands_alike(Itself(frame), Itself(known := frame_of(Itself(cast.mould)))):
            told = page_faults(Itself(cast.page), roles, Itself(known))
        else:
            told = tuple(faults(slide.shapes, dict(roles), frame))
        for fault in told:
            where = Where(slide=number, slide_id=slide.id, shape=fault.shape)
            found.append(Diagnostic(fault.code, Severity.ERROR, fault_words(fault), where))
    return found


@lru_cache(maxsize=256)
def _frame(
    role: Itself[Role],
    holders: Itself[tuple[Placeholder, ...]],
    furniture: Itself[tuple[Placeholder, ...]],
    obstacles: Itself[tuple[Box, ...]],
    shared: Shared,
) -> AuditFrame:
    """Of a role, and a layout's boxes, which brands have in common."""
    return AuditFrame(
        shared.size,
        minimum_pt=shared.minimum_pt,
        heading_font=shared.heading_font,
        body_font=shared.body_font,
        holders=tuple(item.box for item in holders.value),
        furniture=tuple(item.box for item in furniture.value),
        obstacles=obstacles.value,
        styles=tuple((name, spot.box, spot.style) for name, spot in role.value.spots.items()),
    )


@lru_cache(maxsize=256)
def _stands_alike(its: Itself[AuditFrame], others: Itself[AuditFrame]) -> bool:
    """Whether all is the same but the styles' colours, which no fault is found by. That a mould has the styles of its role is the
    mould's own promise."""
    one, two = its.value, others.value
    bare = [(item.size, item.minimum_pt, item.heading_font, item.body_font, item.holders, item.furniture) for item in (one, two)]
    seats = [[(name, box) for name, box, _style in item.styles] for item in (one, two)]
    return bare[0] == bare[1] and one.obstacles == two.obstacles and seats[0] == seats[1]


@lru_cache(maxsize=256)
def frame_of(its: Itself[Mould]) -> AuditFrame:
    """The same of a mould."""
    mould = its.value
    return AuditFrame(
        mould.size,
        minimum_pt=mould.minimum_pt,
        heading_font=mould.heading_font,
        body_font=mould.body_font,
        holders=mould.holders,
        furniture=mould.furniture,
        obstacles=mould.obstacles,
        styles=tuple((name, seat.spot.box, seat.spot.style) for name, seat in mould.seats),
    )


def fault_words(fault: Fault) -> str:
    """What is said of a fault."""
    match fault.code:
        case "off-slide":
            return _("the shape reaches beyond the slide")
        case "word-cut":
            return _("a word is wider than its shape")
        case "overflow":
            return _("the text is {points} points higher than its shape").format(points=decimal(fault.amount, 1))
        case "small-text":
            return _("the text is {size} points, under {least}").format(size=decimal(fault.amount), least=decimal(fault.least))
        case "overlap":
            return _('lies on "{other}"').format(other=fault.other)
        case _:
            return _("lies on a decoration of the template")


@lru_cache(maxsize=256)
def page_faults(
    page: Itself[tuple[Placed, ...]], roles: tuple[tuple[str, str], ...], frame: Itself[AuditFrame]
) -> tuple[Fault, ...]:
    """What is wrong with a page that many slides share; it is looked at once."""
    return tuple(faults(page.value, dict(roles), frame.value))


def faults(shapes: Sequence[Placed], roles: Mapping[str, str], frame: AuditFrame) -> Iterator[Fault]:
    """What is wrong with one page. `roles`: of each slot, by its id."""
    whole = Box(0, 0, *frame.size)
    for shape in shapes:
        role = roles.get(shape.slot, "")
        if not whole.contains(shape.box, SLACK):
            yield Fault("off-slide", shape.name)
        for name, words, tall, cut, size in _texts(shape, role, frame):
            if cut:
                yield Fault("word-cut", name)
            if tall > 0:
                yield Fault("overflow", name, tall)
            least = (FROM_PT if role == FROM else 18) * least_scale(frame.size)
            if words and size < least:
                yield Fault("small-text", name, size, least)
        if isinstance(shape, PlacedGroup):
            yield from _inside(shape)
    for one, two in combinations(shapes, 2):
        if one.box.overlaps(two.box, SLACK):
            yield Fault("overlap", two.name, other=one.name)
    yield from _over_decorations(shapes, roles, frame)


def _over_decorations(shapes: Sequence[Placed], roles: Mapping[str, str], frame: AuditFrame) -> Iterator[Fault]:
    """What lies on a decoration. An empty placeholder does not show: its box is in nobody's way. And what the template itself set
    its placeholders upon (a title on a bar) is meant to bear them, but not a badge that their words would run across."""
    empty = {*frame.holders, *frame.furniture}
    obstacles = [thick(box) for box in frame.obstacles if box not in empty]
    for shape in shapes:
        mine = [box for box in frame.holders if box.overlaps(shape.box, SLACK)]
        near = [box for box in obstacles if box.overlaps(shape.box, SLACK)]
        under = [box for box in near if any(holder.overlaps(box, SLACK) for holder in mine)]
        if len(under) < len(near):
            yield Fault("covers-decoration", shape.name)
        elif under:
            words = words_in(shape, roles, frame)
            if any(lies_on(box, block) for box in words for block in under):
                yield Fault("covers-decoration", shape.name)


def words_in(shape: Placed, roles: Mapping[str, str], frame: AuditFrame) -> list[Box]:
    """Where the words of a shape are, in EMU. `roles`: of each slot, by its id."""
    fonts, role = (frame.heading_font, frame.body_font), roles.get(shape.slot, "")
    return list(written(shape, lambda text: _style_of(text, role, frame), fonts))


def _style_of(shape: PlacedText, role: str, frame: AuditFrame) -> TextStyle:
    if shape.placeholder is not None:
        return shape.placeholder.style
    if credited(role):
        return credit_style(frame.body_font, frame.minimum_pt)
    if role == FROM:
        return foot_style(frame.body_font, frame.size)
    by_name = {name: style for name, _box, style in frame.styles}
    if role in by_name:
        return by_name[role]
    if role in ASIDES:
        size = next((size for size in shape.sizes if size is not None), SIZE_PT)
        return aside_style(frame.body_font, size, ASIDES[role][1])
    return next((style for _name, box, style in frame.styles if box == shape.box), frame.styles[0][2])


def _texts(shape: Placed, role: str, frame: AuditFrame) -> Iterator[tuple[str, bool, float, bool, float]]:
    """Name, whether there are words, points of overflow, whether a word is cut, least size."""
    if isinstance(shape, PlacedText) and not any(item.text.strip() for item in shape.paragraphs):
        return
    if isinstance(shape, PlacedText):
        style = _style_of(shape, role, frame)
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
                found, over = _child(child, frame)
                sizes = [child.manner(n).size_pt or child.size_pt for n, p in enumerate(child.paragraphs) if p.runs]
                if isinstance(shape.block, Map) and child.key.startswith("number:"):
                    # A numeral on a map stands for a name in the list beside it.
                    sizes = [size + NUMERAL for size in sizes]
                yield f"{shape.slot}/{child.key}", True, over - 1, found.broken, min(sizes)
    elif isinstance(shape, PlacedTable):
        yield from _cells(shape, frame)
    elif isinstance(shape, PlacedChart):
        yield shape.slot, True, 0.0, False, shape.size_pt


def _child(child: PlacedShape, frame: AuditFrame) -> tuple[Measured, float]:
    font = frame.heading_font if child.heading_font else frame.body_font
    margins = child.insets
    inner = text_rect(child.geometry, child.box, child.adjust).inset(margins.left, margins.top, margins.right, margins.bottom)
    found = measure_shape(child, font, inner.w)
    return found, found.height - inner.h / EMU_PER_PT


def _cells(shape: PlacedTable, frame: AuditFrame) -> Iterator[tuple[str, bool, float, bool, float]]:
    margins = margins_of(shape.table, shape.house)
    for height, row in zip(shape.row_heights, shape.rows, strict=True):
        for n, (cell, width) in enumerate(zip(shape.table.rows[row].cells, shape.column_widths, strict=False)):
            bold = row == 0 or (shape.table.first_column and n == 0)
            style = plain_style(frame.body_font, bold=bold)
            size = shape.header_pt if not row else shape.key_pt if shape.table.first_column and n == 0 else shape.size_pt
            found = measure_text(cell.paragraphs, style, (size,) * 9, (width - margins.left - margins.right) / EMU_PER_PT)
            over = found.height - (height - margins.top - margins.bottom) / EMU_PER_PT
            yield (
                f"{shape.slot}/{shape.table.rows[row].id}",
                bool(cell.text),
                over - 1,
                found.broken,
                size + (2 if shape.table.reference else 0),
            )


def _inside(group: PlacedGroup) -> Iterator[Fault]:
    """Words of a drawn block that lie on other words."""
    texts = [(child.key, _words_box(child)) for child in group.children if any(p.runs for p in child.paragraphs)]
    for (one, first), (two, second) in combinations(texts, 2):
        apart = first.right <= second.x or second.right <= first.x or first.bottom <= second.y or second.bottom <= first.y
        if not apart and first.overlaps(second, SLACK):
            yield Fault("overlap", f"{group.slot}/{two}", other=one)


def _words_box(child: PlacedShape) -> Box:
    margins = child.insets
    return text_rect(child.geometry, child.box, child.adjust).inset(margins.left, margins.top, margins.right, margins.bottom)
