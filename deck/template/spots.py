"""Where words and drawings may stand on a layout: in its placeholders, mended where they are too small, or in free boxes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deck.drawing.sheet import TITLES
from deck.geometry import Box, least_scale, pt, slide_scale
from deck.i18n import _
from deck.presentation import CONTACT, FROM, OCCASION
from deck.template.bars import held_box
from deck.template.layouts import Drawn, stands_on, usable
from deck.template.margins import off_bars, off_the_edge, off_the_sides, with_margins
from deck.template.model import Insets, Placeholder, Spot, TextLevel, TextStyle
from deck.template.plate import backing_for
from deck.template.type_area import lines_box

TEXTUAL = ("body", "obj", "subTitle")
GRAPHIC = ("obj", "tbl", "chart", "dgm", "media", "clipArt", "pic")
GAP = pt(14)
PADDING, NARROWEST = pt(10), pt(360)
"""What free boxes keep from the sides of a panel that they stand on or beside; and the width up to which they need all."""
LOOSEST = 1.6
"""How far apart a title's lines may be for its box to grow by that, in lines."""
NEARLY = 0.75
"""The share of the largest part that one of the box's whole width has at least, to be taken instead."""
AS_GOOD = 0.9
"""What share of its height that keeps at least, of the share of the width that the largest does."""
LINE = pt(2)
"""What a line of no width or height takes, at least."""
MOST_TRIED = 8
"""Decorations in the way of a box for which every way round is tried."""
SIZES = {
    "title": (32, 28, 24),
    "subtitle": (24, 20, 18),
    "quote": (30, 24, 20),
    "attribution": (20, 18, 18),
    **dict.fromkeys(OCCASION, (20, 18, 18)),
    "part": (20, 18, 18),
    **dict.fromkeys(CONTACT, (24, 20, 18)),
    "number": (96, 24, 20),
    "left-heading": (24, 20, 18),
    "right-heading": (24, 20, 18),
}


@dataclass(frozen=True)
class TemplateFrame:
    """What all layouts of a template share: the slide's size, the safe area, and the fonts of titles and text."""

    size: tuple[int, int]
    safe: Box
    heading_font: str
    body_font: str
    uses: tuple[tuple[str, int], ...] = ()
    """Parts of layouts that the template's own slides use, and how many do."""
    cover: str = ""
    """The part of the layout that the first of them uses."""
    tight: bool = False
    """Titles keep the height that the layout gives them, be it one line's."""

    @property
    def slide(self) -> Box:
        return Box(0, 0, *self.size)


def title_of(drawn: Drawn, stage: TemplateFrame) -> Placeholder | None:
    return next((item for item in drawn.titles if usable(item, stage.size)), None)


def bodies_of(drawn: Drawn, stage: TemplateFrame, kinds: tuple[str, ...] = TEXTUAL, least: float = 0.02) -> list[Placeholder]:
    """Content placeholders of these types that take at least this share of the slide."""
    return [
        item
        for item in drawn.bodies
        if item.type in kinds and usable(item, stage.size) and item.box.area >= least * stage.slide.area
    ]


def _in_way(box: Box, block: Box) -> bool:
    """A block that holds the whole box is its ground, not in the way."""
    return box.overlaps(block, 6_350) and not block.contains(box, 12_700)


def thick(block: Box) -> Box:
    """A line has no height, and strikes words through."""
    wide, high = max(LINE - block.w, 0) // 2, max(LINE - block.h, 0) // 2
    return block.inset(-wide, -high, -wide, -high) if wide or high else block


def _trimmed(box: Box, block: Box) -> list[Box]:
    """What is left of the box below, above, right and left of a block."""
    options = [
        Box(box.x, block.bottom, box.w, box.bottom - block.bottom),
        Box(box.x, box.y, box.w, block.y - box.y),
        Box(block.right, box.y, box.right - block.right, box.h),
        Box(box.x, box.y, block.x - box.x, box.h),
    ]
    return [option for option in options if option.w > 0 and option.h > 0]


def _largest(box: Box, blocks: list[Box], least: int = 0) -> Box | None:
    """The largest part that no block reaches into, of more than `least` EMU²."""
    block = next((item for item in blocks if _in_way(box, item)), None)
    if block is None:
        return box if box.area > least else None
    best = None
    for option in sorted(_trimmed(box, block), key=lambda item: -item.area):
        if option.area > least and (found := _largest(option, blocks, least)) is not None:
            best, least = found, found.area
    return best


def clear_of(box: Box, blocks: tuple[Box, ...] | list[Box], keep: float = 0.0, *, wide: bool = True) -> Box:
    """The largest part of `box` that none of `blocks` reaches into; with `wide` one of its whole width that is nearly as large.
    Where that is less than `keep` of it, or they are too many to try all ways, one side after another is trimmed, and a trim that
    leaves less than `keep` is not made."""
    near = [block for block in map(thick, blocks) if _in_way(box, block)]
    if len(near) <= MOST_TRIED and (whole := _largest(box, near)) is not None and whole.area >= keep * box.area:
        return _whole_width(box, near, whole) if wide else whole
    least = keep * box.area
    for block in near:
        if _in_way(box, block):
            best = max(_trimmed(box, block), key=lambda item: item.area, default=box)
            if best.area >= least:
                box = best
    return box


def _whole_width(box: Box, near: list[Box], found: Box) -> Box:
    """The largest part that is as wide as the box, where it is nearly as large: words beside a logo in a corner leave a column
    empty under it."""
    if found.w >= box.w:
        return found
    edges = sorted(
        {box.y, box.bottom, *(edge for block in near for edge in (block.y, block.bottom) if box.y < edge < box.bottom)}
    )
    bands = [Box(box.x, a, box.w, b - a) for n, a in enumerate(edges) for b in edges[n + 1 :]]
    clear = [band for band in bands if not any(_in_way(band, block) for block in near)]
    best = max(clear, key=lambda band: band.area, default=found)
    as_good = best.h * box.w >= AS_GOOD * found.w * box.h
    return best if best.area >= NEARLY * found.area and as_good else found


def title_box(drawn: Drawn, stage: TemplateFrame, title: Placeholder | None) -> Box:
    """The title's box, tall enough for two lines of 24 pt, as far apart as its own, where the slide has room; a band at the top
    where there is none."""
    slide, safe = stage.slide, stage.safe
    least = pt((2 * 24 * 1.2 + 8) * least_scale(stage.size))
    if title is None:
        return clear_of(Box(safe.x, safe.y, safe.w, max(least, round(0.14 * slide.h))), drawn.layout.obstacles, keep=0.4)
    box = title.box.intersection(slide)
    apart = min(max(title.style.levels[0].line_spacing, 1.0), LOOSEST)
    least = pt((2 * 24 * 1.2 * apart + 8) * least_scale(stage.size))
    if box.h < least and not stage.tight:
        grow = least - box.h
        up = min(grow if title.style.anchor == "b" else grow // 2, max(box.y - round(0.02 * slide.h), 0))
        box = Box(box.x, box.y - up, box.w, least)
        box = Box(box.x, min(box.y, slide.h - least), box.w, least)
    return box


def free_area(drawn: Drawn, stage: TemplateFrame, title: Box) -> Box:
    """The largest part of the safe area clear of the title and of decorations."""
    safe = stage.safe
    centre = title.y + title.h // 2
    if centre <= 0.5 * stage.size[1]:
        top = min(title.bottom + GAP, safe.bottom - 1)
        below = Box(safe.x, top, safe.w, safe.bottom - top)
        left = max(title.right + GAP, safe.x)
        beside = Box(left, safe.y, safe.right - left, safe.h)
        area = below if below.area >= max(beside.area if beside.w > 0.4 * stage.size[0] else 0, 1) else beside
    else:
        area = Box(safe.x, safe.y, safe.w, max(title.y - GAP - safe.y, 1))
    return off_bars(on_one_ground(area, drawn), drawn.layout.obstacles)


def begun_with(area: Box, drawn: Drawn, stage: TemplateFrame, title: Box) -> Box:
    """A free area under a title that begins where the layout's own contents do, if those begin where the title does."""
    if title.x - area.x <= pt(6) or title.w < 0.6 * stage.safe.w or area.y < title.bottom:
        return area
    own = any(abs(item.box.x - title.x) <= pt(6) and item.box.y >= title.bottom - GAP for item in bodies_of(drawn, stage))
    return area.inset(title.x - area.x, 0, 0, 0) if own else area


def on_one_ground(area: Box, drawn: Drawn) -> Box:
    """The largest part of an area that is clear of decorations, and either on one of the layout's panels or clear of them."""
    layout = drawn.layout
    crossed = [panel for panel in layout.panels if _in_way(area, panel)]
    if not crossed:
        return clear_of(area, layout.obstacles, keep=0.4)
    inside = [clear_of(_padded(area.intersection(panel), panel), layout.obstacles, keep=0.4) for panel in crossed]
    beside = [panel.inset(-PADDING, 0, -PADDING, 0) for panel in crossed]
    return max(clear_of(area, [*layout.obstacles, *beside]), *inside, key=lambda box: box.area)


def _padded(box: Box, panel: Box) -> Box:
    """A box on a panel, off the panel's sides, and off its top where words would lie upon that."""
    left, right = max(PADDING - (box.x - panel.x), 0), max(PADDING - (panel.right - box.right), 0)
    top = max(PADDING - (box.y - panel.y), 0)
    return box.inset(left, top, right, 0) if box.w > NARROWEST else box


def in_placeholder(
    role: str,
    drawn: Drawn,
    stage: TemplateFrame,
    item: Placeholder,
    reason: str,
    avoid: tuple[Box, ...] = (),
    box: Box | None = None,
) -> Spot:
    """A spot in the layout's placeholder. Its box gives way to `avoid`, to furniture and to decorations on its edges."""
    backing = None
    if box is None:
        box = title_box(drawn, stage, item) if item.type in TITLES else item.box.intersection(stage.slide)
        blocks = [
            *avoid,
            *(f.box for f in drawn.layout.furniture if f.box.area < 0.2 * stage.slide.area),
            *(block for block in drawn.layout.obstacles if not _its_ground(item, block, stage)),
        ]
        box = clear_of(box, blocks, keep=0.6)
        if any(box.overlaps(block, 6_350) for block in avoid):
            box = clear_of(box, list(avoid))
        box = with_margins(role, box, item, drawn)
        if item.type in TITLES and (held := held_box(drawn, item, box)) is not None:
            box = held
            backing = backing_for(drawn.palette(lines_box(item.box, item.style, 1)), item.style.levels[0].color)
    else:
        box = off_the_edge(role, box, item, drawn)
    style = legible(item.style, role, stage.size)
    if role not in COLUMNED and style.columns > 1:
        style = replace(style, columns=1)
    return replace(drawn.spot(role, box, style, reason, item), backing=backing)


COLUMNED = ("body", "left", "right")
"""Roles of words that may go on in a second column: lists, not a quote."""


def at_the_top(drawn: Drawn, stage: TemplateFrame, title: Spot) -> Spot:
    """A title in a band at the top of the safe area, in a size for one that stands over content."""
    band = Box(stage.safe.x, stage.safe.y, stage.safe.w, max(pt(66), round(0.14 * stage.size[1])))
    if title.placeholder is None or title.placeholder.type not in TITLES:
        return replace(title, box=band, palette=drawn.palette(band))
    item = title.placeholder
    # Words beside a line down the page, not struck through by it.
    band = clear_of(band, [block for block in drawn.layout.obstacles if _down(block, band)], keep=0.4)
    most = OVER_PT * slide_scale(stage.size)
    levels = tuple(replace(level, size_pt=min(level.size_pt, most)) for level in item.style.levels)
    found = in_placeholder("title", drawn, stage, item, _("the layout's title, moved to the top"), box=band)
    return replace(found, style=legible(replace(item.style, levels=levels), "title", stage.size))


def _down(block: Box, band: Box) -> bool:
    """Does a line, or the side of a picture, come down through a band?"""
    block = thick(block)
    return block.bottom >= band.bottom and block.h > 2 * band.h and block.overlaps(band, 6_350)


OVER_PT = 36.0
"""The most points that a title has that is moved over content: a cover's would have its slide to itself."""


def _its_ground(item: Placeholder, block: Box, stage: TemplateFrame) -> bool:
    """Is a decoration what a placeholder's words stand on? Of a large one, that the first line does is not enough: it is a bar
    that reaches into it, from side to side or a little way from without."""
    large = item.type not in TITLES and item.box.area >= LARGE * stage.slide.area
    across = block.x <= item.box.x and block.right >= item.box.right
    most = 0.5 if across else RIM if not item.box.contains(block) else 0.0
    if large and block.intersection(item.box).area < most * item.box.area:
        return False
    return stands_on(item.box, item.style, block)


LARGE, RIM = 0.15, 0.1
"""The share of the slide from which a placeholder is one for content, and the share of one that is its rim."""
TITLE_PT, FAINT_PT, TEXT_PT = 24.0, 20.0, 18.0
"""The least size that a title has, in points on a common slide: a smaller one would be read after what stands under it. What a
text has at least that is read as one. What other words are not set below."""


def legible_title(size: tuple[int, int]) -> float:
    """The least size in points of what is read as a title on a slide of this size."""
    return FAINT_PT * slide_scale(size)


def legible(style: TextStyle, role: str, size: tuple[int, int]) -> TextStyle:
    """The style as a slide of this size can be read: on one that is four times as large, words of the same size are a fourth."""
    scale = slide_scale(size)
    title = role == "title"
    least = (TITLE_PT if title else TEXT_PT) * scale
    if role == FROM or all(level.size_pt >= least for level in style.levels) or (scale == 1.0 and not title):
        return style
    return replace(style, levels=tuple(replace(level, size_pt=max(level.size_pt, least)) for level in style.levels))


def in_box(role: str, drawn: Drawn, stage: TemplateFrame, box: Box, reason: str) -> Spot:
    """A spot in a free box, in the theme's own fonts and colours."""
    # On a slide twice as large, words of the same size would be half as large to who sits far back.
    scale, box = slide_scale(stage.size), off_the_sides(box, stage.size)
    first, second, rest = (size * scale for size in SIZES.get(role, (24, 20, 18)))
    heading = role in ("title", "number", "left-heading", "right-heading")
    levels = []
    for n in range(9):
        size = (first, second, rest)[min(n, 2)]
        levels.append(
            TextLevel(
                stage.heading_font if heading else stage.body_font,
                size_pt=size,
                bold=heading,
                caps=role == "title" and drawn.title_caps,
                align="l",
                line_spacing=1.0,
                space_before_pt=0 if heading else (6 if n == 0 else 3) * scale,
                bullet="" if role in SIZES else "•",
                margin_left=0 if role in SIZES else round(285_750 * scale) * (n + 1),
                indent=0 if role in SIZES else -round(285_750 * scale),
            )
        )
    anchor = {"number": "ctr", "quote": "ctr", "left-heading": "b", "right-heading": "b", "title": "b"}.get(role, "t")
    style = TextStyle(tuple(levels), insets=Insets(0, 0, 0, 0), anchor=anchor)
    spot = drawn.spot(role, box, style, reason)
    plain = [replace(level, color=spot.palette.text_rgb) for level in levels]
    if role == "title" and drawn.title_ink:
        plain = [inked(level, drawn.title_ink) for level in plain]
    return replace(spot, style=replace(style, levels=tuple(plain)))


def inked(level: TextLevel, color: str) -> TextLevel:
    """A level of ours in a colour (RRGGBB) of the house's, which has to be written."""
    return replace(level, color=color, inked=False) if color != level.color else level


def halves(box: Box, share: float = 0.5, gap: int = pt(28)) -> tuple[Box, Box]:
    """Left and right parts with a gutter between them."""
    left = round((box.w - gap) * share)
    return Box(box.x, box.y, left, box.h), Box(box.x + left + gap, box.y, box.w - left - gap, box.h)


def parted(box: Box, share: float = 0.5) -> tuple[Box, Box]:
    """Two parts beside each other; in a box that is not clearly wider than high, one above the other."""
    return halves(box, share) if box.w >= 1.25 * box.h else rows(box, share, pt(28))


def rows(box: Box, share: float, gap: int = pt(10)) -> tuple[Box, Box]:
    """Upper and lower parts."""
    upper = round((box.h - gap) * share)
    return Box(box.x, box.y, box.w, upper), Box(box.x, box.y + upper + gap, box.w, box.h - upper - gap)


def moved(spot: Spot, box: Box, drawn: Drawn) -> Spot:
    return drawn.spot(spot.role, box, spot.style, spot.reason, spot.placeholder)
