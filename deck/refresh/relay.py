"""A slide of the owner's put on a layout of another template: the nearest one, its placeholders in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deck.drawing.names import Element, detach, local, qn, whole
from deck.drawing.scene import xfrm_of
from deck.drawing.sheet import FURNITURE, TITLES, placeholder_of
from deck.geometry import Box
from deck.refresh.assign import assign
from deck.refresh.resize import fit_columns
from deck.refresh.transform import write_box
from deck.template.model import Layout, Placeholder, Template

_ALIKE = {
    "body": ("obj", "subTitle"),
    "obj": ("body",),
    "subTitle": ("body", "obj"),
    "tbl": ("obj",),
    "chart": ("obj",),
    "pic": ("obj",),
    "dgm": ("obj",),
    "media": ("obj",),
    "clipArt": ("obj", "pic"),
}
"""What may stand in a placeholder of another type."""


LINE, MUCH = 0.06, 4
"""What is lower than this share of the slide is a line (a source, a note at the foot), and no text for a box so many times as
high, nor a place for a text from such a box."""


def layout_like(old: Layout | None, standing: Sequence[Standing], before: Template, after: Template) -> Layout:
    """The new template's layout for a slide that stood on `old` with `standing` filled: the one that serves what the old one
    served, bears its name or is of its type, and has room for what is there. `old` None: nothing is known of it, and places
    tell."""
    served = {kind for kind, role in before.roles.items() if old is not None and role.layout.part == old.part}
    serving: dict[str, set[str]] = {}
    for kind, role in after.roles.items():
        serving.setdefault(role.layout.part, set()).add(kind)

    def score(layout: Layout) -> float:
        found = 0.0
        if old is not None:
            found += 4.0 * (layout.name.casefold() == old.name.casefold())
            found += 2.5 * (layout.type == old.type and layout.type not in ("", "cust"))
            common = served & serving.get(layout.part, set())
            found += 3.0 * len(common) / max(len(served | serving.get(layout.part, set())), 1)
        else:
            free = [*layout.placeholders, *layout.furniture]
            near = [max((_fits(item, one, after.size, loose=False) for one in free), default=0.0) for item in standing]
            found += 6.0 * sum(near) / max(len(near), 1)
        return found - _misfit(standing, layout.placeholders, after.size)

    return max(after.layouts, key=score)


def _misfit(standing: Sequence[Standing], have: Sequence[Placeholder], size: tuple[int, int]) -> float:
    """2 for a thing that finds no placeholder, 1/4 for one that finds another type, 3/4 for a placeholder that stays empty, less
    for a line."""
    free = list(have)
    cost = 0.0
    for item in standing:
        room = [one for one in free if not _is_line_beside(item.box, one.box, size)]
        same = next((one for one in room if one.type == item.kind or (item.kind in TITLES and one.type in TITLES)), None)
        other = same or next((one for one in room if one.type in _ALIKE.get(item.kind, ())), None)
        cost += 0.0 if same else 0.25 if other else 2.0
        if other:
            free.remove(other)
    return cost + sum(0.25 if one.box.h < LINE * size[1] else 0.75 for one in free)


def _is_line_beside(one: Box | None, other: Box, size: tuple[int, int]) -> bool:
    """Whether one of two boxes is a line, and the other many times as high."""
    low, high = sorted((one.h, other.h)) if one is not None else (0, 0)
    return low < LINE * size[1] and high > MUCH * low


@dataclass(frozen=True)
class Standing:
    """A placeholder of a slide: its shape, its type, and the box that it had (None where it had none),
    in the new slide's measure."""

    shape: Element
    kind: str
    box: Box | None
    own_box: bool = False
    """The owner gave it a place of its own."""

    @property
    def empty(self) -> bool:
        """Nothing but the prompt."""
        return local(self.shape) == "sp" and not any((item.text or "").strip() for item in self.shape.iter(qn("a:t")))


def settle(standing: Sequence[Standing], layout: Layout, size: tuple[int, int]) -> list[Standing]:
    """Give each the index of the layout's placeholder that is nearest in kind and place; the rest keep their box, written out,
    and those of them that are empty go. The ones without a counterpart."""
    free: list[Placeholder] = [*layout.placeholders, *layout.furniture]
    scores = [[_fits(item, one, size) for one in free] for item in standing]
    found = assign(scores, 0.05)
    taken = {free[j].idx for j in found.values()}
    alone: list[Standing] = []
    for i, item in enumerate(standing):
        ph = placeholder_of(item.shape)
        if ph is None:
            continue
        if i in found:
            _become(ph, free[found[i]])
            if not item.own_box:
                _stand(item, free[found[i]].box)
        elif item.empty:
            detach(item.shape)
        else:
            alone.append(item)
            if whole(ph.get("idx")) in taken or any(one.idx == whole(ph.get("idx")) for one in free):
                ph.set("idx", str(max([99, *taken, *(one.idx for one in free)]) + 1))
                taken.add(whole(ph.get("idx")))
            if item.box is not None:
                write_box(item.shape, item.box)
    return alone


def _fits(item: Standing, one: Placeholder, size: tuple[int, int], *, loose: bool = True) -> float:
    """0 (never) to 1. `loose`: a title fits the title's placeholder wherever it stands."""
    if item.kind in TITLES or one.type in TITLES:
        kind = 1.0 if item.kind in TITLES and one.type in TITLES else 0.0
        return kind if loose or item.box is None else kind * _near(item.box, one.box, size)
    if item.kind in FURNITURE or one.type in FURNITURE:
        return 1.0 if item.kind == one.type else 0.0
    if item.kind == one.type:
        kind = 1.0
    elif one.type in _ALIKE.get(item.kind, ()):
        kind = 0.7
    elif item.kind == "obj" and one.type in ("tbl", "chart", "pic") and item.empty:
        kind = 0.4
    else:
        return 0.0
    if item.box is None:
        return kind * 0.75
    if _is_line_beside(item.box, one.box, size):
        return 0.0
    return kind * _near(item.box, one.box, size)


def _near(one: Box, other: Box, size: tuple[int, int]) -> float:
    """1 for the same place and size, 1/2 for one a slide away."""
    apart = (abs(one.x - other.x) + abs(one.right - other.right)) / size[0] + (
        abs(one.y - other.y) + abs(one.bottom - other.bottom)
    ) / size[1]
    return 1 - 0.5 * min(1.0, apart / 2)


def _become(ph: Element, one: Placeholder) -> None:
    """p:ph names the layout's placeholder (19.3.1.36)."""
    for name, value in (("type", "" if one.type == "obj" else one.type), ("idx", str(one.idx) if one.idx else "")):
        if value:
            ph.set(name, value)
        else:
            ph.attrib.pop(name, "")


def _stand(item: Standing, place: Box) -> None:
    """In the placeholder's place: words inherit it; a picture keeps its shape within it; a table fills its width."""
    kind = local(item.shape)
    if kind == "pic" and item.box is not None and item.box.w and item.box.h:
        factor = min(place.w / item.box.w, place.h / item.box.h)
        w, h = round(item.box.w * factor), round(item.box.h * factor)
        write_box(item.shape, Box(place.x + (place.w - w) // 2, place.y + (place.h - h) // 2, w, h))
    elif kind == "graphicFrame":
        table = next(item.shape.iter(qn("a:tbl")), None)
        height = sum(whole(row.get("h")) for row in item.shape.iter(qn("a:tr"))) if table is not None else place.h
        fit_columns(item.shape, place.w)
        write_box(item.shape, Box(place.x, place.y, place.w, height))
    elif (transform := xfrm_of(item.shape)) is not None:
        detach(transform)


__all__ = ["Standing", "layout_like", "settle"]
