"""The places of a layout for whom to ask: a line each under the title for a name, a role, an address and a number."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from deck.geometry import Box, pt
from deck.i18n import _
from deck.presentation import CONTACT
from deck.template.layouts import Drawn
from deck.template.margins import off_the_sides
from deck.template.model import Role, Spot
from deck.template.spots import TemplateFrame, bodies_of, in_box, in_placeholder, title_of

HIGHEST = pt(90)
"""A place that is higher is for more than a line or two."""


def contact_spots(drawn: Drawn, stage: TemplateFrame) -> list[Spot]:
    """Spots for the four lines, from the uppermost down, and the box that they have together, for what takes more than those
    (several people); none where the layout has fewer than four under its title, in one column."""
    title = title_of(drawn, stage)
    if title is None:
        return []
    lines = [item for item in bodies_of(drawn, stage, ("body",), 0.0) if item.box.h <= HIGHEST and item.box.y >= title.box.bottom]
    lines.sort(key=lambda item: item.box.y)
    lines = lines[: len(CONTACT)]
    apart = all(one.box.bottom <= other.box.y for one, other in pairwise(lines))
    if len(lines) < len(CONTACT) or len({item.box.x for item in lines}) > 1 or not apart:
        return []
    reason = _("the layout's own place for it")
    top, last = title.box.bottom, lines[-1].box
    whole = Box(last.x, top, max(item.box.w for item in lines), last.bottom - top)
    spots = [in_placeholder(role, drawn, stage, item, reason) for role, item in zip(CONTACT, lines, strict=True)]
    return [*spots, in_box("body", drawn, stage, whole, _("the area of the lines together"))]


def off_sides(role: Role, stage: TemplateFrame) -> Role:
    """A role with a body, for names and values: they are drawn, without the margins that the body's words have."""
    body = role.spots["body"]
    box = off_the_sides(body.box, stage.size)
    return replace(role, spots={**role.spots, "body": replace(body, box=box)})
