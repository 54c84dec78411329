"""A presentation into a template: which layout, which size, which slide. Each slide once for all who share it."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace

from deck.diagnostics import Diagnostics, Where
from deck.fonts import metrics
from deck.i18n import _
from deck.layout.context import Trouble
from deck.layout.ink import contrast_on, furniture_spot, legibility, substitute
from deck.layout.lines import measure_text, room
from deck.layout.look import look
from deck.layout.model import Furniture, LaidOutDeck, LaidOutSlide, Placed, PlacedTable, PlacedText
from deck.layout.slides import Pages, lay_out_pages
from deck.presentation import Presentation, Slide, paragraph
from deck.template.model import Role, Spot, Template

_CACHE_SIZE = 4_096
_pages: OrderedDict[tuple[object, ...], tuple[str, Pages]] = OrderedDict()
_keys: OrderedDict[tuple[str, str], str] = OrderedDict()


def lay_out(presentation: Presentation, template: Template, diagnostics: Diagnostics | None = None) -> LaidOutDeck:
    """Every slide laid out. What does not fit even at the least size is an error among the diagnostics, and stands in the
    result as it is; nothing is cut away."""
    found = diagnostics if diagnostics is not None else Diagnostics()
    _tell_fonts(template, found)
    slides: list[LaidOutSlide] = []
    for slide in presentation.slides:
        slides += lay_out_slide(slide, template, presentation, found)
    _tell_inks(slides, template, found)
    return LaidOutDeck(template, tuple(slides))


def lay_out_slide(
    slide: Slide, template: Template, presentation: Presentation, diagnostics: Diagnostics
) -> tuple[LaidOutSlide, ...]:
    """One slide, or it and its continuations."""
    role = template.roles[slide.kind]
    pages = _cached(slide, role, template, presentation.lang)
    for trouble in pages.troubles:
        _tell(trouble, slide, diagnostics)
    furniture = _furniture(role, presentation, slide, diagnostics)
    parts = len(pages.pages)
    return tuple(LaidOutSlide(slide, n, parts, role.layout.part, shapes, furniture) for n, shapes in enumerate(pages.pages, 1))


# --- cache --------------------------------------------------------------------------------------------------------------------


def role_key(template: Template, kind: str) -> str:
    """All that layout reads of a role, as one word: equal for templates that differ in the values of their colours only."""
    cached = _keys.get((template.fingerprint, kind))
    if cached is not None:
        return cached
    role = template.roles[kind]
    parts: list[object] = [template.size, template.safe, template.heading_font, template.body_font, template.minimum_pt]
    for name, spot in sorted(role.spots.items()):
        style = replace(spot.style, levels=tuple(replace(level, color="") for level in spot.style.levels))
        holder = spot.placeholder
        seat = (holder.type, holder.idx, holder.name, holder.box) if holder else None
        parts.append((name, seat, spot.box, style, look(spot.palette), legibility(spot)))
    parts.append(look(role.layout.palette))
    key = hashlib.sha256(repr(parts).encode()).hexdigest()
    _keys[template.fingerprint, kind] = key
    if len(_keys) > _CACHE_SIZE:
        _keys.popitem(last=False)
    return key


def _cached(slide: Slide, role: Role, template: Template, lang: str) -> Pages:
    key = (role_key(template, slide.kind), slide.kind, lang, slide.slots)
    hit = _pages.get(key)
    if hit is None:
        hit = (template.fingerprint, lay_out_pages(slide, role, template, lang))
        _pages[key] = hit
        if len(_pages) > _CACHE_SIZE:
            _pages.popitem(last=False)
    else:
        # Another thread may have thrown it out meanwhile.
        with suppress(KeyError):
            _pages.move_to_end(key)
    owner, pages = hit
    if owner == template.fingerprint:
        return pages
    return Pages(tuple(tuple(_bind(shape, role) for shape in page) for page in pages.pages), pages.troubles)


def _bind(shape: Placed, role: Role) -> Placed:
    """The same shape with this template's own placeholder and colour values."""
    holder = getattr(shape, "placeholder", None)
    spot = next((s for s in role.spots.values() if _same(s, holder)), None) if holder is not None else None
    if spot is not None:
        shape = replace(shape, placeholder=spot.placeholder)  # type: ignore[call-arg]
    if isinstance(shape, PlacedTable):
        spots = [spot] if spot else [*role.spots.values()]
        palette = next((s.palette for s in spots if s.palette.muted.color == shape.band.color), role.layout.palette)
        header = next((fill for fill in palette.fills if fill.color == shape.header.color), palette.muted)
        shape = replace(shape, header=header, band=palette.muted)
    return shape


def _same(spot: Spot, holder: object) -> bool:
    own = spot.placeholder
    return own is not None and (own.type, own.idx) == (getattr(holder, "type", ""), getattr(holder, "idx", -1))


# --- furniture and complaints ---------------------------------------------------------------------------------------------------


def _furniture(role: Role, presentation: Presentation, slide: Slide, diagnostics: Diagnostics) -> tuple[Furniture, ...]:
    """Footer and number from the layout's own placeholders; the title slide, which says it all, carries none. No date: the release's would look
    like the talk's, and today's would make each build another."""
    items: list[Furniture] = []
    for n, holder in enumerate(role.layout.furniture):
        if slide.kind == "title":
            continue
        spot = furniture_spot(role.layout, n)
        color = substitute(spot, [holder.style.levels[0].size_pt], [0], None) if spot else None
        if holder.type == "ftr" and presentation.footer:
            items.append(Furniture("ftr", holder, presentation.footer, color))
            width, tall = room(holder.box, holder.style)
            sizes = tuple(level.size_pt for level in holder.style.levels)
            if measure_text((paragraph(presentation.footer),), holder.style, sizes, width).height > tall + 4:
                message = _('the footer "{text}" is longer than the place that this template has for it')
                where = Where(slide_id=slide.id, shape=holder.name)
                diagnostics.info("footer-too-long", message.format(text=presentation.footer), where, _("choose a shorter footer"))
        elif holder.type == "sldNum":
            items.append(Furniture("sldNum", holder, "", color))
    return tuple(items)


def _tell(trouble: Trouble, slide: Slide, diagnostics: Diagnostics) -> None:
    where = Where(slide_id=slide.id, shape=trouble.slot)
    size = f"{trouble.size:g}"
    if trouble.code == "word-too-long":
        message = _('the word "{word}" is wider than its box even at {size} points').format(word=trouble.word, size=size)
        hint = _("write it otherwise, or put a soft hyphen (U+00AD) where it may be broken")
    elif trouble.code == "table-too-wide":
        message = _("the table's longest words do not fit side by side even at {size} points").format(size=size)
        hint = _("use fewer columns or shorter words")
    else:
        message = _("the text does not fit even at {size} points").format(size=size)
        hint = _("shorten it, or divide it into more paragraphs or slides")
    diagnostics.error("text-too-long", message, where, hint)


def _tell_fonts(template: Template, diagnostics: Diagnostics) -> None:
    for name in dict.fromkeys((template.heading_font, template.body_font)):
        found = metrics(name)
        if not found.exact:
            message = _('no exact widths are known for the font "{font}"; text is measured as {used}, on the wide side')
            diagnostics.info("font-approximate", message.format(font=name, used=found.family_used), Where(file=template.name))


def _tell_inks(slides: list[LaidOutSlide], template: Template, diagnostics: Diagnostics) -> None:
    """Placeholders whose own colour does not read: one word for them all."""
    told: dict[tuple[str, str], tuple[float, str]] = {}
    for slide in slides:
        role = template.roles[slide.slide.kind]
        spots = {(s.placeholder.type, s.placeholder.idx): s for s in role.spots.values() if s.placeholder}
        spots |= {
            (s.placeholder.type, s.placeholder.idx): s
            for n in range(len(role.layout.furniture))
            if (s := furniture_spot(role.layout, n)) and s.placeholder
        }
        for shape in (*slide.shapes, *slide.furniture):
            if not isinstance(shape, (PlacedText, Furniture)) or shape.placeholder is None or shape.color is None:
                continue
            spot = spots.get((shape.placeholder.type, shape.placeholder.idx))
            if spot is not None:
                levels = {min(p.level, 8) for p in shape.paragraphs} if isinstance(shape, PlacedText) else {0}
                now = min((contrast_on(spot.style.levels[level].color, spot) for level in levels), default=1.0)
                told[slide.layout, shape.placeholder.name] = (now, shape.color.name)
    if told:
        now, color = min(told.values())
        message = _(
            "the text colour of {count} placeholders does not read (the least contrast is {now:.1f}:1); the theme's {color} is used"
        )
        diagnostics.info(
            "text-contrast",
            message.format(count=len(told), now=now, color=color),
            Where(file=template.name),
            _("`deck template check` names them; choose other colours in the template's layouts"),
        )
