"""Text into its placeholder: the largest size that holds, or several slides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from deck.fonts import wherever
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.evenly import even_insets
from deck.layout.fitting import fit, level_sizes, split
from deck.layout.ink import fails
from deck.layout.lines import measure_text, room
from deck.layout.model import PlacedText
from deck.layout.zone import SLACK
from deck.presentation import FROM, LINE_ROLES, Paragraph, Run, Text, credited
from deck.template.headroom import ONE_LINE
from deck.template.model import Placeholder, TextLevel, TextStyle, ThemeColor

TEXT_PLACEHOLDERS = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})
SINGLE_LINE = frozenset({"number"})
"""Roles whose words stand on one line while they can."""
WHOLE = LINE_ROLES
"""Roles that are never carried over to another slide."""


@dataclass(frozen=True, slots=True)
class TextRoom:
    """How a text sits: `width` and `height` in points, and how it is written there."""

    placeholder: Placeholder | None
    style: TextStyle
    width: float
    height: float
    bold: bool | None


def text_room(place: ChosenSpot) -> TextRoom:
    spot = place.spot
    holder = spot.placeholder
    if holder is not None and holder.type not in TEXT_PLACEHOLDERS:
        holder = None
    width, height = room(spot.box, spot.style)
    bold = spot.style.levels[0].bold if holder is None and spot.role in ("title", "left-heading", "right-heading") else None
    if holder is not None and (holder.style.levels[0].bold != spot.style.levels[0].bold or _unsaid(holder.style.levels[0])):
        bold = spot.style.levels[0].bold
    return TextRoom(holder, spot.style, width, height, bold)


def _unsaid(level: TextLevel) -> bool:
    """Bold as a prompt or a sample slide is, which nothing inherits."""
    return level.bold and not (level.sized and level.weighed)


LONG_QUOTE, LONG_QUESTION = ((260, 0.8), (210, 0.9)), ((75, 44 / 66), (45, 54 / 66))
"""From so many characters on, a quote and a very large title are so much smaller than their place would have them."""
QUOTE = 32.0
"""Points that a quote has where there is room, though its place has smaller words: it is what its slide says."""
VERY_LARGE = 54.0
"""A title so large, in points, is a question that has its slide to itself."""
LARGE_TITLE, SMALL = 32.0, 0.7
"""Points: a larger title is set in one of a few sizes, for of more, no two slides look alike; and the least share of its own
size, where its font may be lacking."""
TITLE = 24.0
"""Points that a title has at least while that can be had: it is no title that is as small as the text under it."""
FEW_POINTS, BODY = 4, 24.0
"""A list of more points is set in the size of ordinary text, where its place has a larger one."""


def begin(text: Text, role: str, base: float) -> float:
    """The size in points to begin with: long words are set smaller though they would fit, so that slides of a kind look alike."""
    steps = LONG_QUOTE if role == "quote" else LONG_QUESTION if role == "title" and base >= VERY_LARGE else ()
    share = next((share for least, share in steps if len(text.text) >= least), 1.0)
    if role == "body" and base > BODY and sum(not item.level for item in text.paragraphs) > FEW_POINTS:
        return BODY
    return base if share == 1.0 else round(base * share)


def largest(text: Text, place: ChosenSpot, suffix: str = "") -> float | None:
    """The largest first-level size that holds the whole text in its spot; None where none does."""
    seat = text_room(place)
    if place.spot.role in WHOLE:
        # Another program's lines are a hair longer.
        seat = replace(seat, width=seat.width * SLACK)
    paragraphs = with_suffix(text.paragraphs, suffix)
    base, minimum = seat.style.levels[0].size_pt, place.context.minimum
    if place.spot.role == "quote":
        base = max(base, QUOTE * place.context.scale)
    most = begin(text, place.spot.role, base)
    if place.spot.role in SINGLE_LINE:
        # Room to spare: with another font a figure must not break in two.
        top = fit(paragraphs, seat.style, seat.width * 0.85, seat.height, max(minimum, min(base, 48)), seat.bold, lines=1)
        if top is not None:
            return top
    if place.spot.role == "title":
        # Rather a little smaller than a second line with a word or two, where the title is a line above the content.
        if place.spot.box.w > 6 * place.spot.box.h and not place.cover:
            top = _on_one_line(paragraphs, seat, max(minimum, min(base, TITLE), round(base * ONE_LINE)), most)
            if top is not None:
                return top
        top = fit(paragraphs, seat.style, seat.width, seat.height, max(minimum, min(base, TITLE)), seat.bold, most=most)
        if top is not None:
            return top
    return fit(paragraphs, seat.style, seat.width, seat.height, minimum, seat.bold, most=most)


def _on_one_line(paragraphs: tuple[Paragraph, ...], seat: TextRoom, least: float, most: float) -> float | None:
    """The largest size at which a title is one line, if it can be also where its font is lacking; None where there is none."""
    base, least = seat.style.levels[0].size_pt, min(least, most)
    if base <= LARGE_TITLE:
        return fit(paragraphs, seat.style, seat.width, seat.height, least, seat.bold, 1, most)

    def holds(style: TextStyle, size: float) -> bool:
        return fit(paragraphs, style, seat.width, seat.height, size, seat.bold, 1, size) is not None

    if not holds(seat.style, least):
        return None
    anywhere, small = in_any_font(seat.style), max(round(base * SMALL), BODY + 4)
    return next((size for size in (most, least, min(small, least)) if holds(anywhere, size)), least)


@lru_cache(maxsize=256)
def in_any_font(style: TextStyle) -> TextStyle:
    """The style in its fonts and in those that other programs take for them, whichever is wider."""
    return replace(style, levels=tuple(replace(level, font=wherever(level.font)) for level in style.levels))


def with_suffix(paragraphs: tuple[Paragraph, ...], suffix: str) -> tuple[Paragraph, ...]:
    if not suffix or not paragraphs:
        return paragraphs
    last = paragraphs[-1]
    return (*paragraphs[:-1], replace(last, runs=(*last.runs, Run(suffix))))


def put(text: Text, place: ChosenSpot, top: float, *, first: int = 0, last: int | None = None, suffix: str = "") -> PlacedText:
    """The text's paragraphs from `first` to before `last`, with the first level at `top` points."""
    seat, spot = text_room(place), place.spot
    sizes = level_sizes(seat.style, top, place.context.minimum)
    # A place may set words in other sizes than its placeholder does.
    levels = (seat.placeholder.style if seat.placeholder is not None else seat.style).levels
    own = tuple(level.size_pt if level.sized else 0.0 for level in levels)
    as_inherited = seat.placeholder is not None and seat.style.font_scale == 1.0
    # A size that the placeholder gives anyway is not written; one for an unused level neither.
    used = {min(paragraph.level, len(sizes) - 1) for paragraph in text.paragraphs}
    explicit = tuple(
        None if (as_inherited and size == inherited) or (seat.placeholder is not None and n not in used) else float(size)
        for n, (size, inherited) in enumerate(zip(sizes, own, strict=True))
    )
    paragraphs = text.paragraphs[first:last]
    plain = any(p.list == "none" and spot.style.levels[min(p.level, len(sizes) - 1)].bullet for p in paragraphs)
    holder, align = seat.placeholder, seat.style.levels[0].align
    # Lines that are so many points apart in the placeholder may have another size here.
    as_spaced = holder is not None and spot.style.levels[0].line_exact_pt == holder.style.levels[0].line_exact_pt
    even = None
    if spot.role == "title":
        even = even_insets(with_suffix(paragraphs, suffix), seat.style, top, seat.width, seat.bold)
    return PlacedText(
        slot=place.slot,
        name=place.slot,
        placeholder=holder,
        box=spot.box,
        inherits_box=holder is not None and holder.box == spot.box,
        paragraphs=paragraphs,
        sizes=explicit,
        line_spacing=None if as_spaced else spot.style.levels[0].line_spacing,
        space_before_pt=None if holder is not None else spot.style.levels[0].space_before_pt,
        color=_color(place) if holder is None or fails(place.reads, spot.style, sizes, used, seat.bold) else None,
        bold=seat.bold,
        align=align if holder is None and (spot.role == "title" or align != "l") else None,
        anchor=None if holder is not None else seat.style.anchor,
        insets=even or (None if holder is not None else seat.style.insets),
        bullet=not plain,
        first=first,
        suffix=suffix,
        plate=spot.plate,
        font=spot.style.levels[0].font if holder is None else "",
        uncapped=holder is not None and _capitals(holder.style) and not _capitals(spot.style),
        one_column=holder is not None and holder.style.columns > seat.style.columns,
        emphasis=place.look.strong.color if _emphasised(paragraphs, place) else None,
    )


def _capitals(style: TextStyle) -> bool:
    return style.levels[0].caps or style.levels[0].small_caps


EMPHATIC = frozenset({"title", "quote"})
"""Roles whose bold words have a colour, too: a suggestion's first word, what matters in a quoted goal."""


def _emphasised(paragraphs: tuple[Paragraph, ...], place: ChosenSpot) -> bool:
    bold = any(run.bold for paragraph in paragraphs for run in paragraph.runs)
    return bold and place.spot.role in EMPHATIC and not place.look.outlined and place.look.known_ground and place.look.leads


def _color(place: ChosenSpot) -> ThemeColor:
    if place.ink is not None and (place.spot.placeholder is not None or not place.spot.style.levels[0].inked):
        return place.ink
    return place.look.graphite.color if place.spot.role == FROM else place.look.text


def place_text(text: Text, place: ChosenSpot, top: float | None) -> LaidBlock:
    """Text at `top` points where that holds (see `largest`); else over several slides; else a complaint."""
    seat, minimum = text_room(place), place.context.minimum
    if not text.text.strip() and seat.placeholder is not None:
        # A place that waits for its owner's words: what it holds they will see when they write.
        return LaidBlock(((put(text, place, top or seat.style.levels[0].size_pt),),))
    if top is not None:
        return LaidBlock(((put(text, place, top),),))
    whole = put(text, place, minimum)
    found = (
        None
        if place.spot.role in WHOLE or credited(place.spot.role)
        else split(text.paragraphs, seat.style, seat.width, seat.height, minimum)
    )
    if found is None:
        return LaidBlock(((whole,),), (_trouble(text, place, seat),))
    starts, size = found
    ends = (*starts[1:], len(text.paragraphs))
    return LaidBlock(tuple((put(text, place, size, first=a, last=b),) for a, b in zip(starts, ends, strict=True)))


def _trouble(text: Text, place: ChosenSpot, seat: TextRoom) -> Trouble:
    minimum = place.context.minimum
    sizes = level_sizes(seat.style, minimum, minimum)
    for paragraph in text.paragraphs:
        for word in paragraph.text.split():
            alone = replace(paragraph, runs=(Run(word),))
            if measure_text((alone,), seat.style, sizes, seat.width, bold=seat.bold).broken:
                return Trouble("word-too-long", place.slot, minimum, word)
    return Trouble("text-too-long", place.slot, minimum)
