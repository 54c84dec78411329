"""The small places of a layout, for words beside the main ones: where a slide comes from, who speaks, which part of how many.

Found by where they stand, once the kind's own spots are taken; a layout without them has none, and layout finds room for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deck.brand.contrast import contrast, luminance
from deck.geometry import Box, pt, slide_scale
from deck.i18n import _
from deck.presentation import FROM, KINDS, OCCASION
from deck.template.layouts import VERTICAL, Drawn
from deck.template.model import Placeholder, Role, Spot
from deck.template.seen import PALE
from deck.template.spots import TemplateFrame, in_box

FOOT = 0.88
"""The share of the slide's height under which the foot begins."""
SMALL_PT = 14.0
"""A source line is in small type: what is larger is for words that are read from the back of the room."""
EDGE, PALE_EDGE, NEAR = 0.5, 1.08, pt(5)
"""The difference in luminance (WCAG, 0–1) that makes an edge, the contrast of two plain fields that do, and how near an edge is
not to come."""
LINE_PT = 30.0
"""Room for a line of words beside the title."""
_LINE = ("body", "subTitle")


def is_dark(drawn: Drawn) -> bool:
    return max(map(luminance, drawn.layout.palette.ground.main), default=1.0) < 0.25


def with_small_spots(role: Role, drawn: Sequence[Drawn], stage: TemplateFrame) -> Role:
    """The role, with a spot for each of its kind's small roles that the layout has a placeholder for."""
    sheet = next((item for item in drawn if item.layout.part == role.layout.part), None)
    if sheet is None:
        return role
    spots = dict(role.spots)
    for name in KINDS[role.kind].roles:
        find = next((_FINDERS[kind, name] for kind in (role.kind, KINDS[role.kind].like, "") if (kind, name) in _FINDERS), None)
        if name in spots or find is None:
            continue
        taken = {spot.placeholder.idx for spot in spots.values() if spot.placeholder is not None}
        free = [item for item in sheet.layout.placeholders if item.idx not in taken and _holds_a_line(item, stage)]
        title = spots["title"].box if "title" in spots else Box(0, 0, 0, 0)
        found = find(free, title, stage)
        if found is not None:
            spots[name] = sheet.spot(name, found.box, found.style, _("the layout's own place for it"), found)
        elif name == "part" and (box := _room(sheet, spots, stage)) is not None:
            spots[name] = in_box(name, sheet, stage, box, _("the free area beside the title"))
    waiting = [name for name in OCCASION if name in KINDS[role.kind].roles and name not in spots]
    # All of them or none, so that they stand in order.
    if waiting and (box := _room(sheet, spots, stage, len(waiting))) is not None:
        tall = box.h // len(waiting)
        for n, name in enumerate(waiting):
            line = Box(box.x, box.y + n * tall, box.w, tall)
            spots[name] = in_box(name, sheet, stage, line, _("the free area beside the title"))
    return replace(role, spots={name: spots[name] for name in (*_in_order(role.kind, spots),)})


def _room(sheet: Drawn, spots: dict[str, Spot], stage: TemplateFrame, lines: int = 1) -> Box | None:
    """The lines' height over the title, under what stands with it, or at the top of a large box that can spare it."""
    tall, gap = lines * round(pt(LINE_PT) * slide_scale(stage.size)), pt(6)
    title = spots["title"].box if "title" in spots else None
    if title is None:
        return None
    others = [spot.box for spot in spots.values()]
    low = max((box for box in others if box.area < 0.3 * stage.slide.area), key=lambda box: box.bottom, default=title)
    over = Box(title.x, title.y - gap - tall, title.w, tall)
    under = Box(low.x, low.bottom + gap, low.w, tall)
    # A bar that the title stands upon may end right over it.
    higher = replace(over, y=min(over.y - tall // 2, stage.safe.bottom - tall))
    large = spots.get("object")
    roomy = large is not None and large.placeholder is None and large.box.h >= 6 * tall
    for box in (over, *(() if roomy else (under,)), higher) if lines == 1 else (under, over):
        # A line has no height, and words on it are struck through.
        blocks = [block.inset(0, -pt(2), 0, -pt(2)) for block in sheet.layout.obstacles]
        clear = not any(box.overlaps(other, 6_350) for other in (*others, *blocks))
        clear = clear and all(panel.contains(box) == panel.contains(title, 6_350) for panel in sheet.layout.panels)
        clear = clear and not (lines == 1 and _off_its_card(sheet, box, title))
        if clear and stage.safe.contains(box, 6_350) and _on_one_ground(sheet, box):
            return box
    if large is None or not roomy:
        return None
    upper = Box(large.box.x, large.box.y, large.box.w, tall)
    rest = Box(large.box.x, upper.bottom + gap, large.box.w, large.box.h - tall - gap)
    spots["object"] = in_box("object", sheet, stage, rest, large.reason)
    return upper


def _off_its_card(sheet: Drawn, box: Box, title: Box) -> bool:
    """Is the title on a card nearly as pale as the page, and a box beside it on the page? A dark bar is another matter."""
    mine, other = sheet.ground(title), sheet.ground(box)
    return mine.kind == other.kind == "solid" and PALE_EDGE <= contrast(mine.colors[0], other.colors[0]) < PALE


def _on_one_ground(sheet: Drawn, box: Box) -> bool:
    """No edge between light and dark runs through a line, or close above or below it; nor that of a field, be it as pale as the
    page."""
    over, under = Box(box.x, box.y - NEAR, box.w, NEAR), Box(box.x, box.bottom, box.w, NEAR)
    grounds = [sheet.ground(part) for part in (over, box, under)]
    colors = [color for ground in grounds for color in ground.main]
    plain = [ground.colors[0] for ground in grounds if ground.kind == "solid"]
    if any(contrast(one, plain[0]) >= PALE_EDGE for one in plain):
        return False
    light = [luminance(color) for color in colors]
    return max(light) - min(light) < EDGE


def _holds_a_line(item: Placeholder, stage: TemplateFrame) -> bool:
    """Upright, on the slide, and high enough for its own words."""
    room = item.box.h - item.style.insets.top - item.style.insets.bottom
    upright = not item.rotation and item.style.vert not in VERTICAL
    return upright and stage.slide.contains(item.box) and room >= pt(item.style.levels[0].size_pt * 1.2)


def _in_order(kind: str, spots: dict[str, Spot]) -> list[str]:
    known = KINDS[kind].roles
    return sorted(spots, key=lambda name: known.index(name) if name in known else len(known))


def _source(free: list[Placeholder], _title: Box, stage: TemplateFrame) -> Placeholder | None:
    found = [
        item
        for item in free
        if item.type in _LINE and item.box.y >= FOOT * stage.size[1] and 0 < item.style.levels[0].size_pt <= SMALL_PT
    ]
    return max(found, key=lambda item: item.box.w, default=None)


def _above(free: list[Placeholder], title: Box, _stage: TemplateFrame) -> Placeholder | None:
    found = [item for item in free if item.type in _LINE and item.box.bottom <= title.y and item.box.h < title.h]
    return max(found, key=lambda item: item.box.bottom, default=None)


def _under(free: list[Placeholder], title: Box, stage: TemplateFrame) -> Placeholder | None:
    """A line in the lower part, above the foot; of several alike the uppermost."""
    least = max(title.bottom, stage.size[1] // 2)
    found = [
        item
        for item in free
        if item.type in _LINE and least <= item.box.y < 0.92 * stage.size[1] and item.style.levels[0].size_pt > SMALL_PT
    ]
    return min(found, key=lambda item: (item.box.h, item.box.y), default=None)


def _block(free: list[Placeholder], title: Box, stage: TemplateFrame) -> Placeholder | None:
    found = [
        item for item in free if item.type == "obj" and item.box.y >= title.bottom and item.box.area >= 0.05 * stage.slide.area
    ]
    return max(found, key=lambda item: item.box.area, default=None)


_FINDERS: dict[tuple[str, str], Callable[[list[Placeholder], Box, TemplateFrame], Placeholder | None]] = {
    ("", FROM): _source,
    **{("title", name): _under for name in OCCASION},
    ("section", "part"): _above,
    ("question", "part"): _above,
    ("section", "object"): _block,
    ("question", "object"): _block,
    ("closing", "subtitle"): _under,
}
