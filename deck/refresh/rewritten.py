"""Whether a shape bears its owner's hand where a program wrote every look anew on saving: only its variety tells, and what no
program comes upon."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from deck.drawing.color import color_of
from deck.drawing.names import Element, child, local, qn
from deck.drawing.sheet import placeholder_of
from deck.refresh.cell_fills import own_fills
from deck.refresh.earlier import drawn_otherwise
from deck.refresh.guard.seen import is_tint
from deck.refresh.guard.weights import ink, more_sizes, worn_by
from deck.refresh.manner import counted_on, lone_parts, manners, odd_parts, rooms, worn_in
from deck.refresh.pages import Page


def varied(shape: Element) -> dict[str, int]:
    """How many looks each list level has, whether the shape is filled, whether lines are justified, and in how many ways its text
    is set: what can be told where a program wrote every look."""
    looks: dict[str, set[tuple[str | None, ...]]] = {}
    for paragraph in shape.iter(qn("a:p")):
        props = child(paragraph, "a:pPr")
        level = props.get("lvl", "0") if props is not None else "0"
        for run in paragraph.iterchildren(qn("a:r")):
            own = child(run, "a:rPr")
            if own is None or not (getattr(child(run, "a:t"), "text", None) or "").strip():
                continue
            link = "link" if child(own, "a:hlinkClick") is not None else ""
            told = (*(own.get(name) for name in ("b", "i", "u", "sz")), ink(own), link, *worn_by(own))
            looks.setdefault(level, set()).add(told)
    filled = child(shape, "p:spPr", "a:solidFill") is not None
    once = {"fill": int(filled), "justified": int(_is_justified(shape)), "manner": len(manners(shape))}
    return {level: len(found) for level, found in looks.items()} | once


def _is_justified(holder: Element) -> bool:
    """Whether lines are, or are to be, as wide as their text."""
    return any(item.get("algn") in _JUSTIFIED for item in holder.iter(*_PARAGRAPHS))


_PARAGRAPHS = (qn("a:pPr"), *(qn(f"a:lvl{level}pPr") for level in range(1, 10)))
_JUSTIFIED = ("just", "justLow", "dist", "thaiDist")
_ONCE = ("fill", "justified", "manner")
"""What of `varied` is no level's, and a shape may be without."""


def given_to_most(mine: Mapping[str, Sequence[Page]], slots: Mapping[str, Collection[str]]) -> frozenset[str]:
    """What of `varied` most texts in placeholders show: lost layouts gave it, and a program wrote it on each slide. `slots`: each
    slide's. Only justified lines are common enough to be looked at."""
    shapes = [page.shape(slot) for slide, pages in mine.items() for page in pages for slot in slots.get(slide, ())]
    held = [_is_justified(shape) for shape in shapes if shape is not None and _is_body(shape)]
    return frozenset({"justified"} if 2 * sum(held) > len(held) else ())


def _is_body(shape: Element) -> bool:
    holder = placeholder_of(shape)
    return holder is not None and holder.get("type", "obj") in ("obj", "body")


def more_varied(page: Page, known: Sequence[Page], slot: str, given: Collection[str] = ()) -> bool:
    """Whether a slot's shape has more looks than we wrote, where each of them was written by a program. `given`: as
    `given_to_most`."""
    shape = page.shape(slot)
    ours = [varied(item) for other in known if (item := other.shape(slot)) is not None]
    if shape is None or not ours or local(shape) == "graphicFrame":
        # A table's style is written into its cells: their variety is the style's, but for a colour that it does not have.
        return bool(own_fills(page, known, slot))
    mine = varied(shape)
    seated = page.adrift and placeholder_of(shape) is not None
    if mine["fill"] and (_is_given(page, shape) or (seated and _is_themed(page, shape))):
        mine["fill"] = 0
    above = [sheet.root for sheet in page.reader.sheet.line[1:]]
    if mine["justified"] and any(root is not None and _is_justified(root) for root in above):
        mine["justified"] = 0
    if "justified" in given and seated:
        mine["justified"] = 0
    if mine["manner"]:
        own = manners(shape) - manners(*above)
        own -= {"middle"} if seated else counted_on(own) if page.adrift else set[str]()
        mine["manner"] = len(own)
    if _spaced(shape, ours) or _worn(page, known, shape, slot) or _formed(page, known, shape, slot):
        return True
    remembered = page.sizes.get(slot, "")
    if (remembered and placeholder_of(shape) is None) or (page.adrift and local(shape) == "grpSp"):
        # In the program's masters we might lay it out in other sizes.
        mine = {name: mine[name] for name in _ONCE}
        if more_sizes(shape, remembered):
            return True
    ours = [_flat(one) if len(mine) < len(one) else one for one in ours]
    return any(count > max(level not in _ONCE, *(one.get(level, 0) for one in ours)) for level, count in mine.items())


def _spaced(shape: Element, ours: Sequence[Mapping[str, int]]) -> bool:
    """Whether paragraphs of a text have more rooms between them than it has levels."""
    levels = max(len(one.keys() - set(_ONCE)) for one in ours)
    return local(shape) == "sp" and rooms(shape) > max(levels, 1)


def _formed(page: Page, known: Sequence[Page], shape: Element, slot: str) -> bool:
    """Whether a part of a drawing has a form, or an edge, that we give none."""
    if local(shape) != "grpSp":
        return False
    tell = lone_parts if drawn_otherwise(page, known, slot) else odd_parts
    return bool(tell(shape, (item for other in known if (item := other.shape(slot)) is not None)))


def _worn(page: Page, known: Sequence[Page], shape: Element, slot: str) -> bool:
    """Whether words are struck, highlighted, cast a shadow …, where neither ours are nor those of a layout or a master."""
    own = worn_in(*(run for run in shape.iter(qn("a:r")) if (getattr(child(run, "a:t"), "text", None) or "").strip()))
    if page.adrift and all(run.get("cap", "none") != "none" for run in _looks_of_words(shape)):
        # A layout's capitals.
        own -= {"cap"}
    if not own:
        return False
    return not own <= worn_in(*(other.shape(slot) for other in known), *(sheet.root for sheet in page.reader.sheet.line[1:]))


def _looks_of_words(shape: Element) -> list[Element]:
    runs = (run for run in shape.iter(qn("a:r")) if (getattr(child(run, "a:t"), "text", None) or "").strip())
    return [look for run in runs if (look := child(run, "a:rPr")) is not None]


def _is_themed(page: Page, shape: Element) -> bool:
    """Whether its fill is the theme's, as a layout gives it."""
    fill, sheet = child(shape, "p:spPr", "a:solidFill"), page.reader.sheet
    color = color_of(fill, sheet.colors) if fill is not None else None
    return color is not None and is_tint(color[0], frozenset(sheet.theme.scheme.values()))


def _is_given(page: Page, shape: Element) -> bool:
    """Whether a placeholder says the fill that its master or layout gives one: programs spell it out on each slide."""
    above = [item[2] for sheet in page.reader.sheet.line[1:] for item in sheet.placeholders]
    own, *given = (child(item, "p:spPr", "a:solidFill") for item in (shape, *above))
    said = {etree.tostring(fill, method="c14n", exclusive=True, with_tail=False) for fill in given if fill is not None}
    fill = etree.tostring(own, method="c14n", exclusive=True, with_tail=False) if own is not None else b""
    return placeholder_of(shape) is not None and fill in said


def _flat(looks: Mapping[str, int]) -> dict[str, int]:
    """Of `varied`, where a program put all levels into one, as LibreOffice does with those of placeholders."""
    flat = {"0": sum(count for level, count in looks.items() if level not in _ONCE)}
    return flat | {name: looks.get(name, 0) for name in _ONCE}


__all__ = ["given_to_most", "more_varied", "varied"]
