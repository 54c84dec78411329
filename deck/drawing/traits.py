"""What a shape has of its own, or from the nearest placeholder above it that says: outline, dash, line ends, effects."""

from __future__ import annotations

from deck.drawing import numbers
from deck.drawing.model import LineEnd
from deck.drawing.names import Element, child, local, qn
from deck.drawing.sheet import Sheet

Holders = list[tuple[Element, Element | None]]
"""The shape and the placeholders above it, each with its holder of properties."""
EFFECTS = ("a:outerShdw", "a:innerShdw", "a:glow", "a:reflection")
"""Those of a theme's style that are looked for."""
SIZES = {"sm": 2, "med": 3, "lg": 5}
"""Of a line's end, in widths of the line."""


def holder_of(shape: Element) -> Element | None:
    """p:spPr, or a group's p:grpSpPr."""
    return child(shape, "p:grpSpPr" if local(shape) == "grpSp" else "p:spPr")


def outline_of(holder: Element | None) -> Element | None:
    return next((item for item in holder if local(item) in ("prstGeom", "custGeom")), None) if holder is not None else None


def adjust_of(geometry: Element | None) -> tuple[tuple[str, int], ...]:
    """The adjust values that a preset shape has of its own (20.1.9.5 avLst)."""
    values = child(geometry, "a:avLst")
    return tuple(
        (item.get("name", ""), numbers.angle(item.get("fmla", "")[4:]))
        for item in (values if values is not None else ())
        if local(item) == "gd" and item.get("fmla", "").startswith("val ")
    )


def dash_of(holders: Holders) -> str:
    """How the line is broken, by the nearest that says (20.1.8.48 prstDash)."""
    for _item, holder in holders:
        dash = child(holder, "a:ln", "a:prstDash")
        if dash is not None:
            return "" if dash.get("val") == "solid" else dash.get("val", "")
    return ""


def ends_of(holders: Holders) -> tuple[LineEnd, LineEnd]:
    """What the line bears at its beginning and its end, by the nearest that says (20.1.8.38 headEnd, 20.1.8.57 tailEnd)."""
    found = []
    for name in ("a:headEnd", "a:tailEnd"):
        end = next((end for _item, holder in holders if (end := child(holder, "a:ln", name)) is not None), None)
        kind = end.get("type", "none") if end is not None else "none"
        wide, long = (SIZES.get(end.get(key, "med"), 3) if end is not None else 3 for key in ("w", "len"))
        found.append(LineEnd("" if kind == "none" else kind, wide, long))
    return found[0], found[1]


def effects_of(holders: Holders, sheet: Sheet) -> tuple[str, ...]:
    """Shadows, glows, reflections and solids that a shape has of its own, or by its style of the theme (20.1.8.25 effectLst)."""
    for item, holder in holders:
        reference = child(item, "p:style", "a:effectRef")
        lists = [said for said in (holder if holder is not None else ()) if local(said) == "effectLst"]
        if lists:
            return tuple(sorted({local(effect) for said in lists for effect in said}))
        index = numbers.index(reference.get("idx"), 0) if reference is not None else 0
        if 0 < index <= len(sheet.theme.effects):
            return tuple(sorted({local(effect) for effect in sheet.theme.effects[index - 1].iter(*map(qn, EFFECTS))}))
    return ()
