"""The frame that all layouts of a master share, and which of them serves what: its fonts, and how far content may reach."""

from __future__ import annotations

from dataclasses import replace

from deck.geometry import Box
from deck.template.layouts import Drawn, usable
from deck.template.margins import MARGIN, TOUCHING
from deck.template.model import Role, Spot
from deck.template.overrides import Overrides
from deck.template.roles import Casting
from deck.template.spots import TemplateFrame

WHOLE, EVEN = 0.5, 0.01
"""Shares of the slide's width: from which a body tells how far content reaches, and by which two edges may differ and be one."""
LOW = 0.92
"""The share of the slide's height down to which content reaches where nothing tells."""
FRONT = ("title", "secHead")
"""Types of layouts that have no content."""
LOPSIDED = 0.2
"""The share of the slide's width from which on a margin is a column that is left empty."""


def staged(
    size: tuple[int, int], drawn: list[Drawn], wanted: Overrides, uses: tuple[tuple[str, int], ...], cover: str
) -> tuple[TemplateFrame, dict[str, Role]]:
    """The frame and the roles of one master's layouts, the safe area found from its own content layout."""
    first = TemplateFrame(size, safe=_safe(size, drawn, None), heading_font="", body_font="", uses=uses, cover=cover)
    content = Casting(drawn, first).content()
    title, body = content.spots["title"], content.spots["body"]
    # A box of ours has no font until these are known: the theme's, then.
    written = (title.style.levels[0].font, body.style.levels[0].font)
    fonts = [said or theirs for said, theirs in zip(written, content.layout.fonts, strict=True)]
    safe = wanted.safe_box(size) or _safe(size, drawn, _zone(Casting(drawn, first), body, title))
    begins = body.box.y if body.placeholder is not None else 0
    stage = TemplateFrame(size, safe=safe, heading_font=fonts[0], body_font=fonts[1], uses=uses, cover=cover, begins=begins)
    return stage, Casting(drawn, stage).roles()


def _zone(casting: Casting, body: Spot, title: Spot) -> Box | None:
    """The box of content: the body's; the object's, where it is as high and only wider; as wide as the title, over a body that
    begins where it does and has something of the layout's beside it."""
    if body.placeholder is None:
        return None
    (width, height), over = casting.stage.size, title.box
    flush = title.placeholder is not None and abs(over.x - body.box.x) <= EVEN * width
    if flush and body.box.w <= WHOLE * width < over.w:
        return Box(over.x, body.box.y, over.w, max(body.box.bottom, round(LOW * height)) - body.box.y)
    whole = casting.object().spots["object"]
    same = whole.placeholder is not None and (whole.box.x, whole.box.y, whole.box.h) == (body.box.x, body.box.y, body.box.h)
    return whole.box if same and whole.box.w > body.box.w else body.box


def _safe(size: tuple[int, int], drawn: list[Drawn], body: Box | None) -> Box:
    """The area for content: the content layout's body edges where it has one, a twentieth of the slide inwards else."""
    width, height = size
    margin = round(0.05 * width)
    left, right, bottom = margin, width - margin, round(LOW * height)
    if body is not None and body.w > WHOLE * width:
        left, right = body.x, body.right
        # A body that is one of several columns: what is free reaches as far on the other side as on its own.
        if left > LOPSIDED * width and left > 2 * (width - right):
            column = Box(0, body.y, left, body.h)
            held = _held(drawn, column) or _titled(drawn, column) or _headed(drawn, left, width)
            left = left if held else max(width - right, margin)
        elif width - right > LOPSIDED * width and width - right > 2 * left:
            right = right if _held(drawn, Box(right, body.y, width - right, body.h)) else width - max(left, margin)
        # Words at the slide's very edge are not read: boxes of ours stand off it, whatever the body's does.
        rim, least = round(TOUCHING * width), round(MARGIN * width)
        left, right = left if left >= rim else least, right if right <= width - rim else width - least
        bottom = max(min(body.bottom, round(0.95 * height)), round(0.75 * height))
    lows = [
        item.box.y
        for sheet in drawn
        for item in sheet.layout.furniture
        if usable_low(item.box, height) and item.style and usable(replace(item, rotation=0), (1, 1))
    ]
    low = min(lows, default=bottom)
    return Box(left, round(0.06 * height), right - left, min(bottom, low) - round(0.06 * height))


def _held(drawn: list[Drawn], column: Box) -> bool:
    """Does most of a column beside content belong to a field of the house's, in most of the layouts?"""
    fields = [(*item.layout.obstacles, *item.layout.panels) for item in drawn]
    held = [any(2 * box.intersection(column).area > column.area for box in boxes) for boxes in fields]
    return 2 * sum(held) > len(held)


def _titled(drawn: list[Drawn], column: Box) -> bool:
    """Do titles have a column beside content to themselves, in most of the layouts that have content?"""
    found = [
        title.box.right <= column.right
        and 2 * min(title.box.bottom, column.bottom) - 2 * max(title.box.y, column.y) > title.box.h
        for item in drawn
        if item.layout.type not in FRONT
        for title in item.titles[:1]
    ]
    return 2 * sum(found) > len(found)


def _headed(drawn: list[Drawn], left: int, width: int) -> bool:
    """Do titles begin where content does, in most of the layouts that have content? Then that is the house's margin, however far
    in: what began further out would be under no title."""
    found = [
        abs(title.box.x - left) <= EVEN * width and title.style.levels[0].align == "l"
        for item in drawn
        if item.layout.type not in FRONT
        for title in item.titles[:1]
    ]
    return 2 * sum(found) > len(found)


def usable_low(box: Box, height: int) -> bool:
    """Furniture at the foot of the slide, on it."""
    return 0.8 * height <= box.y < height and box.w > 0


__all__ = ["staged"]
