"""What is tried for a slide that does not stand in the layout chosen for its kind: others of the template's layouts, then free
boxes on its plainest one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from deck.geometry import Box
from deck.i18n import _
from deck.presentation import KINDS
from deck.template.layouts import Drawn
from deck.template.model import Role, Spot
from deck.template.names import called, instructs
from deck.template.roles import Casting
from deck.template.roomy import FRONT, broad, overall, roomy, slim
from deck.template.spots import GAP, TemplateFrame, at_the_top, free_area, in_box, parted, rows
from deck.template.subtitles import beside_title, roomier

MOST_OTHERS = 3
"""Layouts of the template's that are tried beside the first."""
HEADINGS = 420_000
"""The height of a heading over a column, in EMU."""
_PAIRS: Mapping[tuple[str, str], Callable[[Box], tuple[Box, Box]]] = {
    ("body", "picture"): parted,
    ("number", "body"): lambda area: parted(area, 0.42),
    ("quote", "attribution"): lambda area: rows(area, 0.74),
}
"""Roles that share the room, and how it is parted between them."""
WHOLE = ("body", "subtitle", "object")
"""Roles that have the whole room, where a kind has one of them: the first of its own order."""


def rungs(kind: str, drawn: Sequence[Drawn], stage: TemplateFrame, first: Role) -> tuple[Role, ...]:
    """What else might serve, the likeliest first. `drawn`: the layouts of the master that `first` is of."""
    found: list[Role] = []
    every = drawn
    if kind not in FRONT and (wider := broad(first, drawn, stage)) is not None:
        found.append(wider)
    if (tight := _tight(kind, drawn, stage, first)) is not None:
        found.append(tight)
    if kind in FRONT:
        found += roomier(first, drawn, stage)
    else:
        found += [wide for role in (first, *found) if (wide := roomy(role, drawn, stage)) is not None]
        found += [low for role in (first, *found) if (low := slim(role, drawn, stage)) is not None]
    judge = Casting(drawn, stage)
    drawn = [item for item in drawn if not judge.outside(item)]
    left = [item for item in drawn if item.layout.part != first.layout.part and _may_serve(kind, item)]
    if kind not in FRONT and not judge.pauses(judge.usual()[0]):
        left = [item for item in left if not judge.pauses(item)]
    most = len(found) + MOST_OTHERS
    while left and len(found) < most:
        role = Casting(left, stage).cast(kind)
        found.append(role)
        left = [item for item in left if item.layout.part != role.layout.part]
    plain = [item for item in drawn if _may_serve(kind, item)] or list(drawn)
    return tuple(overall(role, every, stage) for role in (*found, *_free(kind, plain, stage)))


def _tight(kind: str, drawn: Sequence[Drawn], stage: TemplateFrame, first: Role) -> Role | None:
    """The same layout with the title's own height, where that leaves more room: it may be a line's, and do."""
    sheet = next((item for item in drawn if item.layout.part == first.layout.part), None)
    if sheet is None or kind in FRONT:
        return None
    role = Casting([sheet], replace(stage, tight=True)).cast(kind)
    same = {name: spot.box for name, spot in role.spots.items()} == {name: spot.box for name, spot in first.spots.items()}
    return None if same else role


HEADING = {"title": "title", "section": "secHead"}
"""The layout's own type (ECMA-376 Part 1, 19.7.15) that says it opens a deck, or a part of it."""


def borrowed(roles: Mapping[str, Role], others: Sequence[Mapping[str, Role]], cover: str) -> dict[str, Role]:
    """Roles of the best master; what it has no layout for comes from another one of the file, where that sets its titles alike;
    and the cover from where the template's own first slide has it. What opens a deck or a part of it may look otherwise: a house
    has its dark slides on a master of their own."""
    found = dict(roles)
    for other in others:
        for kind, role in other.items():
            own = found[kind]
            opens = kind == "title" and role.layout.part == cover != own.layout.part and _of_a_house(role, roles["content"])
            lacks = own.composed and not role.composed and kind not in FRONT and _alike(role, roles["content"])
            heads = own.composed and not role.composed and role.layout.type == HEADING.get(kind) and _of_a_house(role, own)
            if opens or lacks or heads:
                found[kind] = role
    return found


def _of_a_house(one: Role, other: Role) -> bool:
    """A file may hold the themes of several houses: those of one set their titles in one font."""
    fonts = [role.spots["title"].style.levels[0].font for role in (one, other)]
    return fonts[0] == fonts[1]


def _alike(one: Role, other: Role) -> bool:
    """Whether the titles of two roles look the same, and stand on the same ground."""
    first, second = (role.spots["title"].style.levels[0] for role in (one, other))
    same = (first.font, first.size_pt, first.bold, first.color) == (second.font, second.size_pt, second.bold, second.color)
    return same and one.layout.palette.ground.colors == other.layout.palette.ground.colors


def _may_serve(kind: str, drawn: Drawn) -> bool:
    """A cover bears no content, and what says something itself nothing else."""
    front = drawn.layout.type in ("title", "secHead") or called("title", drawn.layout.name)
    if drawn.says or instructs("", drawn.layout.name):
        return False
    return kind in FRONT or not (front or called("closing", drawn.layout.name))


def _free(kind: str, drawn: Sequence[Drawn], stage: TemplateFrame) -> Iterator[Role]:
    """Free boxes on the plainest layout: under its title where that stands, and under one moved to the top, where its own takes
    the room."""
    casting = Casting(drawn, stage)
    sheet, title, area = casting.bare()
    free = [
        beside_title(spot, title, sheet, stage) if spot.role == "subtitle" else spot for spot in boxes(kind, sheet, stage, area)
    ]
    yield casting.role(kind, sheet, [title, *free], _("free boxes on the plainest layout"))
    if title.box.h > 0.22 * stage.size[1] or title.box.y > 0.2 * stage.size[1] or title.box.w < 0.6 * stage.safe.w:
        moved = at_the_top(sheet, stage, title)
        area = free_area(sheet, stage, moved.box)
        yield casting.role(kind, sheet, [moved, *boxes(kind, sheet, stage, area)], _("free boxes under a title at the top"))
    # Where decorations leave no room, words stand upon them rather than nowhere.
    moved = at_the_top(sheet, stage, title)
    top = moved.box.bottom + GAP
    area = Box(stage.safe.x, top, stage.safe.w, max(stage.safe.bottom - top, 1))
    yield casting.role(kind, sheet, [moved, *boxes(kind, sheet, stage, area)], _("free boxes over the whole slide"))


def boxes(kind: str, sheet: Drawn, stage: TemplateFrame, area: Box) -> list[Spot]:
    """A free box for each thing that a slide of the kind must have, but its title."""

    def spot(role: str, box: Box) -> Spot:
        return in_box(role, sheet, stage, box, _("a free box"))

    def column(side: str, half: Box) -> list[Spot]:
        if (heading := f"{side}-heading") not in roles:
            return [spot(side, half)]
        head, body = rows(half, max(0.12, min(0.25, HEADINGS / max(half.h, 1))))
        return [spot(heading, head), spot(side, body)]

    roles = KINDS[kind].roles
    if "left" in roles:
        return [found for side, half in zip(("left", "right"), parted(area), strict=True) for found in column(side, half)]
    for pair, part in _PAIRS.items():
        if set(pair) <= set(roles):
            return [spot(role, box) for role, box in zip(pair, part(area), strict=True)]
    return [spot(role, area) for role in roles if role in WHOLE][:1]


__all__ = ["boxes", "rungs"]
