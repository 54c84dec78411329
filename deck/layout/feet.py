"""The foot of a slide: its footer and its number, in the layout's own placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from deck.diagnostics import Diagnostics, Where
from deck.fonts import metrics
from deck.geometry import Box, pt
from deck.i18n import _
from deck.layout.ink import furniture_spot, substitute
from deck.layout.lines import Measured, measure_text, room
from deck.layout.model import Furniture, LaidOutSlide
from deck.memory import Itself
from deck.presentation import Presentation, Slide, paragraph
from deck.template.model import Layout, Placeholder, Template
from deck.template.plate import plate_for
from deck.template.type_area import lines_box

NUMBER = "88"
"""What a plate under a number holds."""
PAD = pt(5)
"""From words to their plate's edges, at least, where the place has room for it."""

EXACT, SPARE = 1.05, 1.3
"""How much wider a plate is than its words are measured, in a font whose widths are known, and in another: who lacks that has a
wider one."""


@dataclass(frozen=True, slots=True)
class LaidFeet:
    """A layout's footer and number with a deck's words, and the names of the placeholders that are too small for them."""

    items: tuple[Furniture, ...]
    small: tuple[str, ...]


def feet_on(layout: Layout, footer: str, slide: Slide) -> tuple[Furniture, ...]:
    """Footer and number from the layout's own placeholders; the title slide, which says it all, carries none. No date: the
    release's would look like the talk's, and today's would make each build another."""
    return () if slide.kind == "title" else feet_of(Itself(layout), footer).items


@lru_cache(maxsize=32)
def feet_of(its: Itself[Layout], footer: str) -> LaidFeet:
    layout = its.value
    items: list[Furniture] = []
    small: list[str] = []
    marked = layout.plain is not None and bool(layout.plain.levels[0].bullet)
    for n, holder in enumerate(layout.furniture):
        # A placeholder that was given no size anywhere stands nowhere: programs put it where they like.
        if not holder.box.area:
            continue
        spot = furniture_spot(layout, n)
        level = holder.style.levels[0]
        plate = plate_for(spot.palette, level.color, level.size_pt) if spot else None
        color = substitute(spot, [level.size_pt], [0], None) if spot and plate is None else None
        if holder.type == "ftr" and footer:
            # From a layout's footer without words LibreOffice takes no font.
            fonts = {layout.fonts[0]: True, layout.fonts[1]: False} if layout.fonts and not holder.worded else {}
            named = fonts.get(level.font)
            box = plated(holder, footer) if plate is not None else None
            items.append(
                Furniture(
                    "ftr",
                    placeholder=holder,
                    text=footer,
                    color=color,
                    plate=plate,
                    box=box,
                    heading_font=named,
                    unmarked=marked,
                )
            )
            if _is_longer(holder, footer):
                small.append(holder.name)
        elif holder.type == "sldNum":
            box = plated(holder, NUMBER) if plate is not None else None
            items.append(Furniture("sldNum", placeholder=holder, color=color, plate=plate, box=box, unmarked=marked))
    return LaidFeet(tuple(items), tuple(small))


def _measured(holder: Placeholder, words: str) -> Measured:
    sizes = tuple(level.size_pt for level in holder.style.levels)
    return measure_text((paragraph(words),), holder.style, sizes, room(holder.box, holder.style)[0])


def _is_longer(holder: Placeholder, words: str) -> bool:
    """Do words need more lines than their placeholder holds? That a house has its one line lower than its own spacing takes is
    nothing that other words would mend."""
    found = _measured(holder, words)
    return found.broken or (found.lines > 1 and found.height > room(holder.box, holder.style)[1] + 4)


def plated(holder: Placeholder, words: str) -> Box | None:
    """The part of a placeholder that a plate under its words takes: no more than they do, and in it they stand where they stood.
    None where they fill it, or where something is turned."""
    style, box = holder.style, holder.box
    found = _measured(holder, words)
    wide, high = found.widest, found.height
    wide, high = pt(wide * (EXACT if metrics(style.levels[0].font).exact else SPARE)), pt(high + 1)
    sides = style.insets
    high = max(high, lines_box(box, style, 1).h) + sides.top + sides.bottom
    wide += sides.left + sides.right
    if holder.rotation or style.vert != "horz" or wide >= box.w or high > box.h:
        return None
    # Margins are the plate's own; where there are none, words that begin at its edge would touch it.
    least = 2 * PAD - sides.left - sides.right
    wide = min(wide + max(least, 0), box.w) if style.levels[0].align == "ctr" else wide
    x = {"ctr": box.x + (box.w - wide) // 2, "r": box.right - wide}.get(style.levels[0].align, box.x)
    y = {"ctr": box.y + (box.h - high) // 2, "b": box.bottom - high}.get(style.anchor, box.y)
    return Box(x, y, wide, high)


def tell_small(slides: Sequence[LaidOutSlide], presentation: Presentation, template: Template, diagnostics: Diagnostics) -> None:
    """One word for each placeholder that is too small for the footer, with the slides that it stands on."""
    told: dict[str, list[tuple[int, str]]] = {}
    for n, laid in enumerate(slides, 1):
        role = laid.role or template.roles[laid.slide.kind]
        small = feet_of(Itself(role.layout), presentation.footer).small if laid.furniture else ()
        for name in small:
            told.setdefault(name, []).append((n, laid.slide.id))
    for name, places in told.items():
        slides_said = ", ".join(_ranges(n for n, _id in places))
        message = _('the footer "{text}" is longer than the place that this template has for it (slides: {slides})')
        where = Where(slide_id=places[0][1] if len(places) == 1 else "", shape=name, file=template.file or template.name)
        diagnostics.info(
            "footer-too-long", message.format(text=presentation.footer, slides=slides_said), where, _("choose a shorter footer")
        )


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Rising numbers as people write them: 2–5, 8."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    for run in runs:
        yield f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}"


__all__ = ["LaidFeet", "feet_of", "feet_on", "plated", "tell_small"]
