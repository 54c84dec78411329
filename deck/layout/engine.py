"""A presentation into a template: which layout, which size, which slide. Each slide once for all who share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from deck.brand.contrast import needed
from deck.diagnostics import Diagnostics, Where
from deck.fonts import metrics
from deck.geometry import Box
from deck.i18n import _, decimal, ngettext
from deck.layout.audit import fault_words
from deck.layout.context import Trouble
from deck.layout.feet import feet_on, tell_small
from deck.layout.ink import furniture_spot
from deck.layout.model import Cast, Furniture, LaidOutDeck, LaidOutSlide, Placed, PlacedText
from deck.layout.mould import Mould, Shared, mould_in, seat_key
from deck.layout.slides import Pages
from deck.layout.titles import FRONT, alike, even
from deck.layout.trial import Trial, crosses, tried
from deck.layout.twice import drawn_instead
from deck.memory import Itself
from deck.presentation import KINDS, Presentation, Slide, Text
from deck.template.advice import color_words, listed
from deck.template.choosing import LESS
from deck.template.clear import thick
from deck.template.inks import contrast_on
from deck.template.model import Placeholder, Role, Spot, Template, ThemeColor


@dataclass(frozen=True)
class _Kind:
    """A role of the template at hand, as layout sees it, and the placeholders that its colours stand in."""

    role: Role
    mould: Mould
    holders: dict[tuple[str, int, str, Box], Placeholder]

    @property
    def own(self) -> int:
        """How many of its spots are the template's own placeholders."""
        return len(self.holders)

    @property
    def heedless(self) -> bool:
        """Do its boxes lie across what the template has drawn: the edge of a field, or a decoration that they do not stand on?"""
        layout, boxes = self.role.layout, [spot.box for spot in self.role.spots.values()]
        edges = any(crosses(box, layout.panels) for box in boxes)
        return edges or any(_into(box, block) for box in boxes for block in layout.obstacles)

    def dressed(self, shape: Placed) -> Placed:
        """The same shape with this template's own placeholder."""
        bare: Placeholder | None = getattr(shape, "placeholder", None)
        return replace(shape, placeholder=self.holders[seat_key(bare)]) if bare is not None else shape  # type: ignore[call-arg]


def _into(box: Box, block: Box) -> bool:
    block = thick(block)
    return box.intersection(block).area > INTO * block.area > 0 and not block.contains(box)


def lay_out(presentation: Presentation, template: Template, diagnostics: Diagnostics | None = None) -> LaidOutDeck:
    """Every slide laid out. What does not fit even at the least size is an error among the diagnostics, and stands in the
    result as it is; nothing is cut away."""
    found = diagnostics if diagnostics is not None else Diagnostics()
    _tell_fonts(template, found)
    kinds = {kind: _kind(template.roles[kind], template) for kind in dict.fromkeys(item.kind for item in presentation.slides)}
    ways: list[tuple[_Kind, Trial]] = []
    for slide in presentation.slides:
        ways.append(_best(slide, _start(slide, kinds[slide.kind], template), template, presentation.lang))
    slides: list[LaidOutSlide] = []
    for slide, way in zip(presentation.slides, _steady(presentation, ways, template), strict=True):
        slides += _laid_out(slide, kinds[slide.kind], *way, presentation, found)
    slides = even(alike(slides))
    tell_small(slides, presentation, template, found)
    _tell_inks(slides, template, found)
    return LaidOutDeck(template, tuple(slides))


def _kind(role: Role, template: Template) -> _Kind:
    return _known_kind(Itself(role), Shared.of(template))


@lru_cache(maxsize=256)
def _known_kind(its: Itself[Role], shared: Shared) -> _Kind:
    role = its.value
    holders = [spot.placeholder for spot in role.spots.values() if spot.placeholder is not None]
    return _Kind(role, mould_in(role, shared), {seat_key(item): item for item in reversed(holders)})


@lru_cache(maxsize=256)
def _others(template: Itself[Template], kind: str) -> tuple[_Kind, ...]:
    return tuple(_kind(role, template.value) for role in template.value.others.find(kind))


def _start(slide: Slide, first: _Kind, template: Template) -> _Kind:
    """The layout of its kind; where a block is drawn instead of what only that kind has places for (several people to ask), that
    of the kind it is like."""
    kind = KINDS[slide.kind]
    own = frozenset(kind.roles) - frozenset(KINDS[kind.like].roles)
    other = template.roles[kind.like]
    if other.layout.part == first.role.layout.part or not drawn_instead(slide.slots, first.mould, own):
        return first
    return _kind(other, template)


CONTINUED, ANOTHER, LOST, UNTITLED, HEEDLESS, SHRUNK, UNCOVERED = 10.0, 3.0, 3.0, 40.0, 25.0, 12.0, 30.0
"""What a way to lay a slide out costs, beside its faults (see deck/layout/trial.py): each continuation, a layout that is not the
kind's first, a placeholder of the template's that is not used, a title in none, boxes that lie across the template's fields and
decorations, a title that is no sister of the others, and that the house's own cover is not the deck's."""

INTO = 0.25
"""The share of a decoration from which a box that reaches into it has not kept clear of it."""


def _best(slide: Slide, first: _Kind, template: Template, lang: str) -> tuple[_Kind, Trial]:
    """The first of what the template has for the kind, where it holds the slide; else the best of all that were tried."""
    best, trial = first, _tried(Itself(slide), first.mould, lang)
    if not (least := _cost(slide, first, first, trial)):
        return first, trial
    for other in _others(Itself(template), slide.kind):
        found = _tried(Itself(slide), other.mould, lang)
        if (cost := ANOTHER + _cost(slide, other, first, found)) < least:
            best, trial, least = other, found, cost
    return best, trial


def _steady(presentation: Presentation, ways: list[tuple[_Kind, Trial]], template: Template) -> list[tuple[_Kind, Trial]]:
    """Titles in one place: where most slides had to leave their layout's, the others go along if they stand as well there."""
    home = _title_at(template.roles["content"])
    stands = [_title_at(way[0].role) for way in ways]
    counted = Counter(at for slide, at in zip(presentation.slides, stands, strict=True) if slide.kind not in FRONT)
    most, count = counted.most_common(1)[0] if counted else (home, 0)
    if most == home or count * 2 <= sum(counted.values()):
        return ways
    found = list(ways)
    for n, (slide, (kind, trial)) in enumerate(zip(presentation.slides, ways, strict=True)):
        if stands[n] != home or slide.kind in FRONT:
            continue
        others = [item for item in _others(Itself(template), slide.kind) if _title_at(item.role) == most]
        tries = [(other, _tried(Itself(slide), other.mould, presentation.lang)) for other in others]
        held = [way for way in tries if way[1].weight <= trial.weight and len(way[1].made.pages) <= len(trial.made.pages)]
        if held:
            found[n] = min(held, key=lambda way, slide=slide, kind=kind: _cost(slide, way[0], kind, way[1]))
    return found


def _title_at(role: Role) -> tuple[int, int] | None:
    """Where its title begins, in EMU; None where it has none."""
    spot = role.spots.get("title")
    return (spot.box.x, spot.box.y) if spot is not None else None


@lru_cache(maxsize=256)
def _tried(its: Itself[Slide], mould: Mould, lang: str) -> Trial:
    """As `tried`; to find one slide again its words need not be compared."""
    return tried(its.value.slots, mould, lang)


def _cost(slide: Slide, kind: _Kind, first: _Kind, trial: Trial) -> float:
    # A long text may go on once: its place in the layout is worth a second slide.
    free = 1 + all(isinstance(slot.block, Text) for slot in slide.slots)
    cost = trial.weight + CONTINUED * max(len(trial.made.pages) - free, 0)
    if kind is first:
        return cost
    titles = [item.role.spots["title"].placeholder is not None for item in (kind, first)]
    # A cover's title on its bar is no reason to leave the cover.
    same = slide.kind in FRONT and kind.role.layout.part == first.role.layout.part and first.heedless
    return (
        cost
        + LOST * max(first.own - kind.own, 0)
        + (UNTITLED if titles == [False, True] else 0.0)
        + (HEEDLESS if kind.heedless and not same else 0.0)
        + (SHRUNK * _shrunk(kind.role, first.role))
        + (UNCOVERED if _leaves_cover(slide, kind.role, first.role) else 0.0)
    )


def _leaves_cover(slide: Slide, role: Role, first: Role) -> bool:
    """Is a deck's first slide in another layout than the cover that its house has made? Where none is one, the first has its
    title moved to the slide's middle."""
    title = first.spots.get("title")
    if slide.kind != "title" or role.layout.part == first.layout.part or title is None or title.placeholder is None:
        return False
    return title.box.overlaps(title.placeholder.box)


def _shrunk(other: Role, first: Role) -> bool:
    """Whether its title is much smaller, or narrower, than those of the slides around it."""
    one, own = other.spots.get("title"), first.spots.get("title")
    if one is None or own is None:
        return False
    return one.box.w < LESS * own.box.w or one.style.levels[0].size_pt < LESS * own.style.levels[0].size_pt


def _laid_out(
    slide: Slide, first: _Kind, kind: _Kind, trial: Trial, presentation: Presentation, diagnostics: Diagnostics
) -> tuple[LaidOutSlide, ...]:
    """One slide, or it and its continuations."""
    made = trial.made
    for trouble in made.troubles:
        _tell(trouble, slide, diagnostics)
    if _leaves_cover(slide, kind.role, first.role):
        _tell_cover(first.role, kind.role, slide, _tried(Itself(slide), first.mould, presentation.lang), diagnostics)
    furniture = feet_on(kind.role.layout, presentation.footer, slide)
    pages = _dressed(Itself(kind), Itself(made))
    part = kind.role.layout.part
    return tuple(
        LaidOutSlide(
            slide,
            part=n,
            parts=len(pages),
            layout=part,
            shapes=shapes,
            furniture=furniture,
            role=None if kind is first else kind.role,
            made=Cast(shapes, page, kind.mould),
        )
        for n, (shapes, page) in enumerate(zip(pages, made.pages, strict=True), 1)
    )


@lru_cache(maxsize=256)
def _dressed(kind: Itself[_Kind], made: Itself[Pages]) -> tuple[tuple[Placed, ...], ...]:
    return tuple(tuple(kind.value.dressed(shape) for shape in page) for page in made.value.pages)


# --- complaints -----------------------------------------------------------------------------------------------------


def _tell(trouble: Trouble, slide: Slide, diagnostics: Diagnostics) -> None:
    where = Where(slide_id=slide.id, shape=trouble.slot)
    size = decimal(trouble.size)
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


def _tell_cover(own: Role, other: Role, slide: Slide, trial: Trial, diagnostics: Diagnostics) -> None:
    """Why it was: what was wrong there."""
    why = next((fault_words(fault) for fault in trial.faults), _("its words lie across an edge between two colours"))
    message = _('the template\'s own cover, the layout "{cover}", does not hold the title ({why}); the deck opens with "{other}"')
    diagnostics.warning(
        "cover-left",
        message.format(cover=own.layout.name, why=why, other=other.layout.name),
        Where(slide_id=slide.id),
        _("give title and subtitle of that layout more room, or move them off what is drawn there"),
    )


def _tell_fonts(template: Template, diagnostics: Diagnostics) -> None:
    for name in filter(None, dict.fromkeys((template.heading_font, template.body_font))):
        found = metrics(name)
        if not found.exact:
            message = _('no exact widths are known for the font "{font}"; text is measured as {used}, on the wide side')
            where = Where(file=template.file or template.name)
            diagnostics.info("font-approximate", message.format(font=name, used=found.family_used), where)


def _tell_inks(slides: list[LaidOutSlide], template: Template, diagnostics: Diagnostics) -> None:
    """Placeholders whose own colour does not read: one word for them all. What is written out only because words do not have it
    by themselves is no fault of theirs."""
    told: dict[str, tuple[float, ThemeColor]] = {}
    for slide in slides:
        dyed = [
            (item, item.placeholder, item.color)
            for item in (*slide.shapes, *slide.furniture)
            if isinstance(item, (PlacedText, Furniture)) and item.placeholder is not None and item.color is not None
        ]
        if not dyed:
            continue
        role = slide.role or template.roles[slide.slide.kind]
        spots = {(s.placeholder.type, s.placeholder.idx): s for s in role.spots.values() if s.placeholder}
        spots |= {
            (s.placeholder.type, s.placeholder.idx): s
            for n in range(len(role.layout.furniture))
            if (s := furniture_spot(role.layout, n)) and s.placeholder
        }
        for shape, holder, color in dyed:
            spot = spots.get((holder.type, holder.idx))
            if spot is not None and not spot.moved:
                faint = [now for now, least in _contrasts(shape, spot) if now < least]
                if faint:
                    named = _("“{name}” on the layout “{layout}”").format(name=holder.name, layout=role.layout.name)
                    told[named] = min((min(faint), color), told.get(named, (22.0, color)), key=lambda pair: pair[0])
    if told:
        now, color = min(told.values(), key=lambda pair: pair[0])
        message = ngettext(
            "the text colour of {names} does not read (the contrast is {now}:1); {color} is used",
            "the text colour of {count} placeholders does not read (the least contrast is {now}:1): {names}; {color} is used",
            len(told),
        )
        diagnostics.info(
            "text-contrast",
            message.format(count=len(told), names=listed(list(told)), now=decimal(now, 1), color=color_words(color)),
            Where(file=template.file or template.name),
            _("choose other colours in the template's layouts"),
        )


def _contrasts(shape: PlacedText | Furniture, spot: Spot) -> Iterator[tuple[float, float]]:
    """Of each level in use: the contrast of its own colour, and what it needs in its size."""
    drawn = isinstance(shape, PlacedText)
    for n in {min(paragraph.level, 8) for paragraph in shape.paragraphs} if drawn else {0}:
        level = spot.style.levels[n]
        size = (shape.sizes[n] if drawn else None) or level.size_pt
        bold = level.bold if not drawn or shape.bold is None else shape.bold
        yield contrast_on(level.color, spot), needed(size, bold)
