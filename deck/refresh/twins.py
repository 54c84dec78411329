"""The parts of a drawn block beside the same parts as we drew them: where each stands, and what it says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from deck.drawing.names import Element, qn, whole, yes
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import properties_of, walk
from deck.geometry import Box
from deck.pptx.identity import creation_of, guid, slot_of_name
from deck.presentation import Diagram
from deck.refresh.guard.noise import NEAR
from deck.refresh.guard.weights import path_of
from deck.refresh.pages import Page

Place = tuple[int, int, int, int]
DrawnTwins = Sequence[tuple[Element, tuple[int, int] | None]]
"""A part each time that we drew it, with how far that drawing as a whole stands elsewhere (`_shift`)."""


def elsewhere(mine: Element, twins: DrawnTwins) -> bool:
    """Whether a part stands where no drawing of ours that can be compared has it."""
    told = [(twin, shift) for twin, shift in twins if shift is not None]
    return bool(told) and not any(_at(mine, twin, shift) for twin, shift in told)


def twins_of(
    page: Page, shape: Element, ours: Sequence[Element], slot: str, block: Diagram
) -> Iterator[tuple[str, Element, DrawnTwins]]:
    """Each part of an item's that its owner has: the item, the part, and the same each time that we drew it."""
    now, *groups = [{creation_of(item): item for item in walk(group)} for group in (shape, *ours)]
    drawn = [(parts, _shift(now, parts)) for parts in groups]
    keys: dict[str, dict[str, None]] = {}
    for key in (key for other in ours for key in _keys(other)):
        keys.setdefault("".join(key.split(":")[1:2]), {})[key] = None
    for item in block.items:
        for key in keys.get(item.id, ()):
            mark = guid(page.id, slot, key)
            twins = [(parts[mark], shift) for parts, shift in drawn if mark in parts]
            if mark in now and twins:
                yield item.id, now[mark], twins


def _keys(group: Element) -> list[str]:
    props = (properties_of(item) for item in walk(group))
    return [key for item in props if item is not None and (key := slot_of_name(item.get("name", "")))]


def marks_of(shape: Element) -> tuple[str, bool, str]:
    """The alternative text, whether it is hidden, and the name where it is none of ours."""
    props = properties_of(shape)
    if props is None:
        return "", False, ""
    name = props.get("name", "")
    return props.get("descr", ""), yes(props.get("hidden")), "" if slot_of_name(name) else name


def leads_of(page: Page, shape: Element) -> frozenset[tuple[str, str]]:
    """Where a click on a shape, or on words within it, leads, each with its tip. Slides are alike: their parts are named anew."""
    rels = {rel.id: rel for rel in page.reader.package.rels.get(page.part, ())}
    found = set[tuple[str, str]]()
    for click in shape.iter(qn("a:hlinkClick"), qn("a:hlinkMouseOver"), qn("a:hlinkHover")):
        rel = rels.get(click.get(qn("r:id"), ""))
        if rel is not None:
            found.add((rel.target.rstrip("/") if rel.external else rel.kind, click.get("tooltip", "")))
    return frozenset(found)


def in_line(parts: Iterable[tuple[str, Element, DrawnTwins]]) -> bool:
    """Whether parts of a kind ("card:title") that begin at one line in our drawing, or are as wide or high as each other, do so
    in this one, too: it was laid out, for another room or in other sizes, and no part moved by hand."""
    kinds: dict[str, list[tuple[Place, Place]]] = {}
    for _item, mine, twins in parts:
        here, there = extent(xfrm_of(mine)), extent(xfrm_of(twins[0][0]))
        if here is not None and there is not None:
            path = path_of(mine).split(":")
            kinds.setdefault(":".join((path[0], *path[2:])), []).append((here, there))
    return all(
        abs(one[0][n] - two[0][n]) <= 2 * NEAR
        for places in kinds.values()
        for one, two in combinations(places, 2)
        for n in range(4)
        if abs(one[1][n] - two[1][n]) <= NEAR
    )


def in_columns(mine: Element, twins: DrawnTwins) -> bool:
    """Whether a part stands as high and as far down as in a drawing of ours, and begins or ends where it does there: the column
    is narrower or wider, for words that are measured in another font."""
    return any(shift is not None and in_column(mine, twin, shift) for twin, shift in twins)


def in_column(mine: Element, twin: Element, shift: tuple[int, int] = (0, 0)) -> bool:
    """Likewise, of one drawing that stands elsewhere by `shift`."""
    one, other = extent(xfrm_of(mine)), extent(xfrm_of(twin))
    if one is None or other is None:
        return False
    x, y = other[0] + shift[0], other[1] + shift[1]
    same_row = abs(one[1] - y) <= 2 * NEAR and abs(one[3] - other[3]) <= 2 * NEAR
    ends = abs(one[0] + one[2] - x - other[2])
    return same_row and min(abs(one[0] - x), ends) <= 2 * NEAR


def _shift(now: Mapping[str, Element], ours: Mapping[str, Element]) -> tuple[int, int] | None:
    """By how much most parts of a group stand elsewhere than we put them, within it: nothing, or, where a program writes a group
    that was moved as if it had not been, all alike. None where they have other sizes, or each its own place."""
    pairs = [
        (place, was)
        for mark, item in now.items()
        if mark and mark in ours and (place := extent(xfrm_of(item))) and (was := extent(xfrm_of(ours[mark])))
    ]
    steps = Counter(
        (round((place[0] - was[0]) / NEAR), round((place[1] - was[1]) / NEAR))
        for place, was in pairs
        if abs(place[2] - was[2]) <= NEAR and abs(place[3] - was[3]) <= NEAR
    )
    (step, count), *_rest = steps.most_common(1) or [((0, 0), 0)]
    return (step[0] * NEAR, step[1] * NEAR) if 2 * count > len(pairs) else None


def _at(one: Element, other: Element, shift: tuple[int, int] = (0, 0)) -> bool:
    boxes = [extent(xfrm_of(item)) for item in (one, other)]
    if boxes[0] is None or boxes[1] is None:
        return True
    x, y, wide, high = boxes[1]
    return _near(Box(*boxes[0]), Box(x + shift[0], y + shift[1], wide, high)) and turn(xfrm_of(one)) == turn(xfrm_of(other))


def _near(one: Box, other: Box) -> bool:
    """Twice as far as a program rounds, for a shift is rounded, too."""
    return all(abs(a - b) <= 2 * NEAR for a, b in ((one.x, other.x), (one.y, other.y), (one.w, other.w), (one.h, other.h)))


def turn(xfrm: Element | None) -> tuple[int, bool, bool]:
    """How a shape is turned and mirrored (20.1.7.6)."""
    return (whole(xfrm.get("rot")), yes(xfrm.get("flipH")), yes(xfrm.get("flipV"))) if xfrm is not None else (0, False, False)


__all__ = ["DrawnTwins", "elsewhere", "in_column", "in_columns", "in_line", "leads_of", "marks_of", "turn", "twins_of"]
