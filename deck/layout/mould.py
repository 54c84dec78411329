"""What layout is given of a template for one kind of slide: all but the values of its colours. So what is laid out in one
template holds in every other one that gives an equal mould."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from deck.drawing.model import TextStyle
from deck.geometry import Box
from deck.layout.ink import Legibility, leads_in_hue, legibility
from deck.layout.look import Look, look
from deck.memory import Itself, Memory
from deck.presentation import FROM
from deck.template.foot import band, foot_style
from deck.template.house_tables import seated
from deck.template.inks import contrast_on, ink_for
from deck.template.model import (
    Fill,
    Ground,
    HouseTable,
    Palette,
    Placeholder,
    Role,
    SeatedTable,
    Spot,
    Template,
    ThemeColor,
)
from deck.template.plate import plate_for

_UNKNOWN = ThemeColor("tx1")
_NO_FILL = Fill(_UNKNOWN, "", _UNKNOWN, "")
_NO_COLOURS = Palette(Ground(("",)), text=_UNKNOWN, text_rgb="", fills=(), muted=_NO_FILL)
"""No colour: who asks for its contrast is told so by an error, not by a number."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A spot bare of colour values, with what layout asks of them: which colour does what there, and which of its own read."""

    spot: Spot
    look: Look
    reads: Legibility
    ink: ThemeColor | None = None
    """What words are written in whose own colour does not read."""
    table: SeatedTable | None = None
    """The house's own table style, where it reads."""


@dataclass(frozen=True)
class Mould:
    """`seats`: by slot role, in the role's order. `rest`: for a block that has no spot, its box yet to be found. `foot`: for the
    line that says where words come from, where no spot is for that. `holders`, `furniture`, `obstacles`: boxes of the layout's
    placeholders and decorations, `panels`: of the fields that words stand on or beside, `cards`: of what nothing goes beyond.
    `size` and boxes in EMU."""

    seats: tuple[tuple[str, Seat], ...]
    rest: Seat
    foot: Seat
    size: tuple[int, int]
    safe: Box
    minimum_pt: float
    heading_font: str
    body_font: str
    holders: tuple[Box, ...]
    obstacles: tuple[Box, ...]
    furniture: tuple[Box, ...] = ()
    panels: tuple[Box, ...] = ()
    cards: tuple[Box, ...] = ()

    @cached_property
    def _hash(self) -> int:
        return hash((self.seats, self.rest, self.foot, self.safe, self.heading_font, self.body_font, self.obstacles))

    def __hash__(self) -> int:
        """Worked out once: a mould is asked for with every slide."""
        return self._hash


@dataclass(frozen=True, slots=True)
class Shared:
    """What all of a template's roles have in common: sizes and boxes in EMU."""

    size: tuple[int, int]
    safe: Box
    minimum_pt: float
    heading_font: str
    body_font: str

    @classmethod
    def of(cls, template: Template) -> Shared:
        return cls(template.size, template.safe, template.minimum_pt, template.heading_font, template.body_font)


def mould_of(role: Role, template: Template) -> Mould:
    """Equal moulds are the same object, as long as they are remembered."""
    return mould_in(role, Shared.of(template))


def mould_in(role: Role, shared: Shared) -> Mould:
    if role.cast is None:
        return _mould(Itself(role), shared)
    key = MouldKey(
        Itself(role.cast),
        looks=_seen(role, shared),
        shared=shared,
        fonts=role.layout.fonts,
        boxes=(*_boxes(role), *(spot.box for spot in (*role.spots.values(), _foot(role, shared)))),
    )
    if (known := _CAST.get(key)) is None:
        _CAST.put(key, known := _mould(Itself(role), shared))
    return known


@dataclass(frozen=True, slots=True)
class MouldKey:
    """All that a role's mould follows from where only colours, fonts and places for a logo were exchanged in the role `cast`:
    what its colours do, spot by spot, the `rest` last."""

    cast: Itself[Role]
    looks: tuple[tuple[Itself[Look], Legibility, ThemeColor | None], ...]
    shared: Shared
    fonts: tuple[str, str]
    boxes: tuple[Box, ...]


_CAST: Memory[MouldKey, Mould] = Memory(512)


def _boxes(role: Role) -> tuple[Box, ...]:
    return (
        *(item.box for item in role.layout.placeholders),
        *(item.box for item in role.layout.furniture),
        *role.layout.obstacles,
        *role.layout.panels,
        *role.layout.cards,
    )


def _seen(role: Role, shared: Shared) -> tuple[tuple[Itself[Look], Legibility, ThemeColor | None], ...]:
    spots = (*role.spots.values(), _foot(role, shared), _rest(role, shared))
    return tuple((Itself(_look_at(spot)), *_ink(spot)) for spot in spots)


def asked_of(spot: Spot) -> Hashable:
    """All that layout and writing ask of a spot's colours, and messages say of them."""
    palette, reads = spot.palette, _ink(spot)
    levels = spot.style.levels
    told = tuple(round(contrast_on(level.color, spot), 1) for level in levels) if any(map(any, reads[0])) else ()
    plates = tuple(plate_for(palette, level.color, level.size_pt) for level in levels[:1])
    return Itself(_look_at(spot)), reads, told, plates, palette.link_reads, palette.texts, len(palette.ground.colors)


@lru_cache(maxsize=256)
def _one_look(palette: Itself[Palette]) -> Look:
    return _only_look(look(palette.value))


@lru_cache(maxsize=1_024)
def _only_look(one: Look) -> Look:
    return one


def _look_at(spot: Spot) -> Look:
    found = _one_look(Itself(spot.palette))
    # Of a quote in bold letters colour alone says what matters in it.
    return found if spot.role != "title" or leads_in_hue(spot, found) else _only_look(replace(found, leads=False))


def _ink(spot: Spot) -> tuple[Legibility, ThemeColor | None]:
    reads = legibility(spot)
    return reads, ink_for(spot) if any(map(any, reads)) else None


def _rest(role: Role, shared: Shared) -> Spot:
    """For a block that has no spot."""
    model = next((spot for name, spot in role.spots.items() if name != "title"), None) or next(iter(role.spots.values()))
    # Where the ground varies over the slide, what reads behind its contents is the better guess.
    whole = role.layout.palette
    palette = whole if whole.ground.kind == "solid" and len(whole.ground.colors) == 1 else model.palette
    return Spot(
        "",
        placeholder=None,
        box=_safe(role, shared),
        style=model.style,
        palette=palette,
        reason="no place of its own in this layout",
    )


def _safe(role: Role, shared: Shared) -> Box:
    return role.safe or shared.safe


def _foot(role: Role, shared: Shared) -> Spot:
    if role.foot is not None:
        return role.foot
    box = band(_safe(role, shared), shared.size, role.layout.obstacles)
    return replace(_rest(role, shared), role=FROM, box=box, style=foot_style(shared.body_font, shared.size))


@lru_cache(maxsize=64)
def _mould(its: Itself[Role], shared: Shared) -> Mould:
    role = its.value
    table = role.layout.table
    return _only(
        Mould(
            seats=tuple((name, _seat(spot, table)) for name, spot in role.spots.items()),
            rest=_seat(_rest(role, shared), table),
            foot=_seat(_foot(role, shared), None),
            size=shared.size,
            safe=_safe(role, shared),
            minimum_pt=shared.minimum_pt,
            heading_font=shared.heading_font,
            body_font=shared.body_font,
            holders=tuple(item.box for item in role.layout.placeholders),
            obstacles=role.layout.obstacles,
            furniture=tuple(item.box for item in role.layout.furniture),
            panels=role.layout.panels,
            cards=role.layout.cards,
        )
    )


def seat_key(holder: Placeholder) -> tuple[str, int, str, Box]:
    """What a placeholder and the bare one made of it have in common."""
    return holder.type, holder.idx, holder.name, holder.box


@lru_cache(maxsize=1_024)
def _only(mould: Mould) -> Mould:
    return mould


def _seat(spot: Spot, table: HouseTable | None) -> Seat:
    holder = replace(spot.placeholder, style=_bare(spot.placeholder.style)) if spot.placeholder is not None else None
    bare = replace(spot, placeholder=holder, style=_bare(spot.style), palette=_NO_COLOURS, reason="")
    return Seat(bare, _look_at(spot), *_ink(spot), table=seated(table, spot.palette, plated=spot.plate is not None))


def _bare(style: TextStyle) -> TextStyle:
    return replace(style, levels=tuple(replace(level, color="", bullet_color="") for level in style.levels))
