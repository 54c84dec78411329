"""How varied the looks of a shape are: what can be told of its owner where a program wrote every look anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from deck.drawing.names import Element, attributes, child, local, qn
from deck.drawing.sheet import properties_of, walk
from deck.pptx.identity import slot_of_name
from deck.refresh.earlier import laid_otherwise
from deck.refresh.pages import Page

RunLook = tuple[object, ...]
"""Weight, slant, line, colour, whether it leads somewhere, what it inherits, and last its size."""
Parts = Mapping[str, frozenset[RunLook]]
_JUSTIFIED = ("just", "justLow", "dist", "thaiDist")
_ONCE = ("fill", "justified")
"""What of `varied` is there or not, and has no number."""
FEW_ALIKE = 4
"""Of so many parts of a role, one that is unlike all the others is its owner's doing."""


def varied(shape: Element) -> dict[str, int]:
    """How many looks each list level has, whether the shape is filled, and whether lines are justified."""
    looks: dict[str, set[RunLook]] = {}
    for level, look in _looks(shape):
        looks.setdefault(level, set()).add(look)
    filled = child(shape, "p:spPr", "a:solidFill") is not None
    return {level: len(found) for level, found in looks.items()} | {"fill": int(filled), "justified": int(_justified(shape))}


def _justified(shape: Element) -> bool:
    return any(item.get("algn") in _JUSTIFIED for item in shape.iter(qn("a:pPr")))


def _looks(shape: Element) -> Iterator[tuple[str, RunLook]]:
    """The list level and the look of each run with words."""
    for paragraph in shape.iter(qn("a:p")):
        props = child(paragraph, "a:pPr")
        level = props.get("lvl", "0") if props is not None else "0"
        for run in paragraph.iterchildren(qn("a:r")):
            own = child(run, "a:rPr")
            if own is None or not (getattr(child(run, "a:t"), "text", None) or "").strip():
                continue
            link = "link" if child(own, "a:hlinkClick") is not None else ""
            yield level, (*(own.get(name) for name in ("b", "i", "u")), _tint(own), link, own.get("sz"))


def _tint(holder: Element) -> object:
    """A colour with what is done to it: a program writes out what comes of both."""
    color = next((item for item in holder.iter(qn("a:srgbClr"), qn("a:schemeClr"))), None)
    if color is None:
        return ""
    return color.get("val"), *((local(step), step.get("val")) for step in color)


def more_varied(page: Page, known: Sequence[Page], slot: str) -> bool:
    """Whether a slot's shape has more looks than we wrote, where each of them was written by a program."""
    shape = page.shape(slot)
    twins = [item for other in known if (item := other.shape(slot)) is not None]
    if shape is None or not twins or local(shape) == "graphicFrame":
        # A table's style is written into its cells: their variety is the style's.
        return False
    drawn = _parts(shape)
    if drawn:
        return _more_drawn(shape, drawn, twins)
    mine, ours = varied(shape), [varied(item) for item in twins]
    ours = [_flat(one) if len(mine) < len(one) else one for one in ours]
    return any(count > max(level not in _ONCE, *(one.get(level, 0) for one in ours)) for level, count in mine.items())


def _flat(looks: Mapping[str, int]) -> dict[str, int]:
    """Of `varied`, where a program put all levels into one, as LibreOffice does with those of placeholders."""
    flat = {"0": sum(count for level, count in looks.items() if level not in _ONCE)}
    return flat | {name: looks.get(name, 0) for name in _ONCE}


# --- drawn blocks: what a program does to one part, it does to its like ---


def _more_drawn(shape: Element, mine: Parts, twins: Sequence[Element]) -> bool:
    """Whether a part of a drawn block has more looks than as we drew it, or parts that we drew alike look unlike. In a block that
    we would lay out otherwise, parts have weights, colours and sizes of their own: there a paragraph tells, and the one that is
    unlike all the others."""
    drawn = [_parts(twin, inherited=True) for twin in twins]
    alike = [ours for ours, twin in zip(drawn, twins, strict=True) if not laid_otherwise(shape, twin)]
    within = alike and any(len(looks) > max(1, *(len(ours.get(path, ())) for ours in alike)) for path, looks in mine.items())
    if within or _mixed(shape) > max(1, *map(_mixed, twins)) or (_justified(shape) and not any(map(_justified, twins))):
        return True
    count = _count if alike else _settled
    roles = [role for role, parts in Counter(map(_role, mine)).items() if parts > 1]
    return any(count(mine, role) > max(1, *(count(ours, role) for ours in alike or drawn)) for role in roles)


def _count(parts: Parts, role: str) -> int:
    """How many looks the parts of a role have."""
    return len({look for path, looks in parts.items() if _role(path) == role for look in looks})


def _settled(parts: Parts, role: str) -> int:
    """Likewise, however they are laid out."""
    every = [looks for path, looks in parts.items() if _role(path) == role]
    plain = len({(look[1], look[2], look[4]) for looks in every for look in looks})
    kinds = Counter(frozenset((look[0] or "0", look[3], look[-1]) for look in looks) for looks in every)
    odd = len(every) >= FEW_ALIKE and len(kinds) == 2 and min(kinds.values()) == 1
    return plain + odd


def _mixed(shape: Element) -> int:
    """How many looks a paragraph has at most."""
    return max((len({look for _level, look in _looks(item)}) for item in shape.iter(qn("a:p"))), default=0)


def _role(path: str) -> str:
    """ "reason:use:title" is a reason's title."""
    steps = path.split(":")
    return ":".join((steps[0], *steps[2:]))


def _parts(shape: Element, *, inherited: bool = False) -> dict[str, frozenset[RunLook]]:
    """Path of a drawn block's part → the looks of its words. `inherited`: with what the part gives those that say nothing
    themselves, which a program writes out."""
    found: dict[str, frozenset[RunLook]] = {}
    for part in walk(shape) if local(shape) == "grpSp" else ():
        props = properties_of(part)
        path = slot_of_name(props.get("name", "")) if props is not None and local(part) == "sp" else ""
        given = _given(part) if inherited else ()
        looks = frozenset((*look[:-1], given, look[-1]) for _level, look in _looks(part)) if path else frozenset()
        if looks:
            found[path] = looks
    return found


def _given(part: Element) -> RunLook:
    """What a part's style and its list styles give its words."""
    font = child(part, "p:style", "a:fontRef")
    said = [attributes(item) | {"tint": str(_tint(item))} for item in part.iter(qn("a:defRPr"))]
    return (str(_tint(font)) if font is not None else "", *(str(sorted(item.items())) for item in said))


__all__ = ["more_varied", "varied"]
