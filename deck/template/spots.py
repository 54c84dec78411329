"""Where words and drawings may stand on a layout: in its placeholders, mended where they are too small, or in free boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deck.drawing.sheet import TITLES
from deck.geometry import Box, least_scale, pt, slide_scale
from deck.i18n import _
from deck.presentation import CONTACT, FROM, OCCASION
from deck.template.bars import held_box
from deck.template.clear import across, clear_of, in_way, thick
from deck.template.headroom import EDGE, TITLE_PT, least_title, tall, taller, two_lines
from deck.template.layouts import Drawn, stands_on, usable
from deck.template.margins import AIR, THICK, off_bars, off_the_edge, off_the_sides, with_margins
from deck.template.model import Insets, Placeholder, Spot, TextLevel, TextStyle
from deck.template.plate import backing_for
from deck.template.type_area import lines_box

TEXTUAL = ("body", "obj", "subTitle")
GRAPHIC = ("obj", "tbl", "chart", "dgm", "media", "clipArt", "pic")
GAP = pt(14)
PADDING, NARROWEST = pt(10), pt(360)
"""What free boxes keep from the sides of a panel that they stand on or beside; and the width up to which they need all."""
MARGIN = 0.08
"""The share of the slide's width by which a title may stand further in than all else, and tell where words begin."""
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


RULE = 36_000, 0.06
"""The EMU that a line is high at most, and how much lower than under its gap content begins, as a share of the slide's height."""


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
    begins: int = 0
    """How far down the house's content begins; 0 where that is not known."""

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


def title_box(drawn: Drawn, stage: TemplateFrame, title: Placeholder | None) -> Box:
    """The title's box, tall enough for two lines where the slide has room; a band at the top where there is none."""
    if title is not None:
        return title.box.intersection(stage.slide) if stage.tight else tall(title, stage.size)
    safe, least = stage.safe, two_lines(TITLE_PT * least_scale(stage.size))
    return clear_of(Box(safe.x, safe.y, safe.w, max(least, round(0.14 * stage.slide.h))), drawn.layout.obstacles, keep=0.4)


def free_area(drawn: Drawn, stage: TemplateFrame, title: Box) -> Box:
    """The largest part of the safe area clear of the title and of decorations."""
    safe = stage.safe
    centre = title.y + title.h // 2
    if centre <= 0.5 * stage.size[1]:
        top = min(_under_rule(_begins(drawn, title, stage), title, drawn, stage), safe.bottom - 1)
        # Words begin where the title does, though a date or a number stands further out.
        holder = title_of(drawn, stage)
        left = holder is None or holder.style.levels[0].align == "l"
        start = title.x if left and safe.x < title.x <= safe.x + MARGIN * stage.size[0] else safe.x
        below = Box(start, top, safe.right - start, safe.bottom - top)
        left = max(title.right + GAP, safe.x)
        beside = Box(left, safe.y, safe.right - left, safe.h)
        area = below if below.area >= max(beside.area if beside.w > 0.4 * stage.size[0] else 0, 1) else beside
    else:
        area = Box(safe.x, safe.y, safe.w, max(title.y - GAP - safe.y, 1))
    return off_bars(on_one_ground(area, drawn), drawn.layout.obstacles, lines=True)


def _under_rule(top: int, title: Box, drawn: Drawn, stage: TemplateFrame) -> int:
    """As far down as the house's content begins, where that is little lower and a line is drawn under titles: a list or a table
    has a line of its own, and two that nearly touch are one too many."""
    lines = [block for block in drawn.layout.obstacles if block.h <= RULE[0] and 2 * block.w >= title.w]
    ruled = any(title.y + title.h // 2 < block.y <= top for block in lines)
    return max(top, stage.begins) if ruled and stage.begins - top <= RULE[1] * stage.size[1] else top


def _begins(drawn: Drawn, title: Box, stage: TemplateFrame) -> int:
    """How far down content begins under a title: where the layout has it, if that is hardly lower."""
    top = title.bottom + round(GAP * slide_scale(stage.size))
    tops = [item.box.y for item in bodies_of(drawn, stage) if 0 <= item.box.y - top <= LOWER * stage.size[1]]
    return min(tops, default=top)


def on_one_ground(area: Box, drawn: Drawn) -> Box:
    """The largest part of an area that is clear of decorations, and either on one of the layout's panels or clear of them."""
    layout = drawn.layout
    crossed = [panel for panel in layout.panels if in_way(area, panel)]
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
    if box is not None:
        box = off_the_edge(role, box, item, drawn)
    elif item.type in TITLES:
        # What it grows into may have an edge there, and leave less.
        tries = [title_box(drawn, stage, item), None if stage.tight else taller(item, stage.size)]
        kept = [_kept(role, drawn, stage, item, avoid, one) for one in tries if one is not None]
        box, held = max(kept, key=lambda found: (found[0].x <= item.box.x, found[0].h))
        box = _above(_below(box, item, drawn, stage), item, drawn, stage)
        if stage.tight and item.style.anchor == "t":
            # Its words begin where those of titles with more room do.
            loose = in_placeholder(role, drawn, replace(stage, tight=False), item, reason, avoid).box
            box = Box(loose.x, loose.y, loose.w, box.h) if loose.y < box.y and box.h <= loose.h else box
        if held:
            backing = backing_for(drawn.palette(lines_box(item.box, item.style, 1)), item.style.levels[0].color)
    else:
        box, _held = _kept(role, drawn, stage, item, avoid, item.box.intersection(stage.slide))
    style = legible(item.style, role, stage.size, box.w)
    if role not in COLUMNED and style.columns > 1:
        style = replace(style, columns=1)
    style = replace(style, levels=tuple(apart(level, level.size_pt) for level in style.levels))
    return replace(drawn.spot(role, box, style, reason, item), backing=backing)


def _below(box: Box, item: Placeholder, drawn: Drawn, stage: TemplateFrame) -> Box:
    """A title's box that has grown up to a logo, a little way under it."""
    over = [block for block in drawn.layout.obstacles if block.h >= THICK and block.x < box.right and box.x < block.right]
    lack = max((AIR - (box.y - block.bottom) for block in over if abs(box.y - block.bottom) < AIR), default=0)
    down = min(lack, item.box.y - box.y, stage.size[1] - box.bottom)
    return Box(box.x, box.y + down, box.w, box.h) if down > 0 else box


def _above(box: Box, item: Placeholder, drawn: Drawn, stage: TemplateFrame) -> Box:
    """A title's box that has grown down to a rule or a bar, a little way over it, as far as nothing else is there."""
    near = [thick(block) for block in drawn.layout.obstacles if block.x < box.right and box.x < block.right]
    lack = max((AIR - (block.y - box.bottom) for block in near if 0 <= block.y - box.bottom < AIR), default=0)
    ends = [block.bottom + AIR for block in near if block.bottom <= box.y]
    up = min(lack, box.bottom - item.box.bottom, box.y - max([round(EDGE * stage.size[1]), *ends]))
    return Box(box.x, box.y - up, box.w, box.h) if up > 0 else box


def _kept(role: str, drawn: Drawn, stage: TemplateFrame, item: Placeholder, avoid: tuple[Box, ...], box: Box) -> tuple[Box, bool]:
    """The part of a placeholder's box that is clear of what it gives way to, and whether that is the part on a title's bar."""
    blocks = [
        *(block.inset(0, 0, 0, -GAP) if block.overlaps(box, 6_350) else block for block in avoid),
        *(f.box for f in drawn.layout.furniture if f.box.area < 0.2 * stage.slide.area),
        *(block for block in drawn.layout.obstacles if not _its_ground(item, block, stage)),
    ]
    whole, box = box, clear_of(box, blocks, keep=0.6)
    if item.type in TITLES and box.x > whole.x:
        # Beside what touches an empty corner of its box, a title would leave the line that all else begins at.
        least = round(ENOUGH * two_lines(TITLE_PT * least_scale(stage.size)))
        deep = whole.inset(0, 0, 0, -round(LOWER * stage.size[1]))
        low = next((found for one in (whole, deep) if (found := across(one, blocks)).h >= least), None)
        if low is None and _borne(item, whole, blocks, drawn):
            low = whole
        box = box if low is None else Box(low.x, low.y, low.w, min(low.h, max(whole.bottom - low.y, item.box.h, least)))
    if any(box.overlaps(block, 6_350) for block in avoid):
        box = clear_of(box, list(avoid))
    box = with_margins(role, box, item, drawn)
    held = held_box(drawn, item, box) if item.type in TITLES else None
    return (box, False) if held is None else (held, True)


def _borne(item: Placeholder, box: Box, blocks: Sequence[Box], drawn: Drawn) -> bool:
    """Does the house have its title across soft shapes of its own on which it reads as well as beside them?"""
    near = [thick(block) for block in blocks if in_way(box, thick(block))]
    ground = drawn.ground_for(box, item, item.box)
    page, own = next(iter(ground.main), ""), item.style.levels[0].color
    if ground.kind not in ("solid", "gradient") or not page or not own or drawn.worded(box):
        return False
    broad = min((min(block.w, block.h) for block in near), default=0) >= BROAD
    # Of blocks that leave no trace in what is behind words it is not known what they are.
    painted = any(color != page for block in near for color in drawn.ground(block.intersection(box)).colors)
    return broad and painted and ground.all_against(own) >= SOFTLY


SOFTLY, BROAD = 6.0, pt(8)
"""The contrast with all that a title crosses from which it reads on it as if it were one ground; and the width and height of a
shape, in EMU, that is none of a line's."""


def apart(level: TextLevel, size: float) -> TextLevel:
    """A level whose lines are no fewer points apart than letters of this size are high: they would lie on each other."""
    return replace(level, line_exact_pt=0.0, line_spacing=1.0) if 0 < level.line_exact_pt < TIGHT * size else level


TIGHT = 0.9
"""The share of their size by which lines are apart at least."""
COLUMNED = ("body", "left", "right")
"""Roles of words that may go on in a second column: lists, not a quote."""


def at_the_top(drawn: Drawn, stage: TemplateFrame, title: Spot, usual: Spot | None = None) -> Spot:
    """A title in a band at the top of the safe area, in a size for one that stands over content; or where `usual`, the title of
    the house's slides with content, has its place, and no larger than that."""
    band = Box(stage.safe.x, stage.safe.y, stage.safe.w, max(pt(66), round(0.14 * stage.size[1])))
    band, most = (band, OVER_PT * slide_scale(stage.size)) if usual is None else (usual.box, usual.style.levels[0].size_pt)
    if title.placeholder is None or title.placeholder.type not in TITLES:
        return replace(title, box=band, palette=drawn.palette(band))
    item = title.placeholder
    # Words beside a line down the page, not struck through by it.
    band = clear_of(band, [block for block in drawn.layout.obstacles if _down(block, band)], keep=0.4)
    levels = tuple(replace(level, size_pt=min(level.size_pt, most)) for level in item.style.levels)
    found = in_placeholder("title", drawn, stage, item, _("the layout's title, moved to the top"), box=band)
    anchor = item.style.anchor if usual is None else usual.style.anchor
    return replace(found, style=legible(replace(item.style, levels=levels, anchor=anchor), "title", stage.size, band.w))


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


LOWER = 0.08
"""The share of the slide's height by which a title's box may end lower, to keep its left edge: what is under it gives way."""
ENOUGH = 0.9
"""The share of the height of two small lines that a title has at least, to keep its width."""
LARGE, RIM = 0.15, 0.1
"""The share of the slide from which a placeholder is one for content, and the share of one that is its rim."""
FAINT_PT, TEXT_PT = 20.0, 18.0
"""The least size of a text that is read as a title, in points on a common slide, and what other words are not set below."""


def legible_title(size: tuple[int, int]) -> float:
    """The least size in points of what is read as a title on a slide of this size."""
    return FAINT_PT * slide_scale(size)


def legible(style: TextStyle, role: str, size: tuple[int, int], wide: int) -> TextStyle:
    """The style as a slide of this size can be read in a box so `wide`: on one that is four times as large, words of the same
    size are a fourth."""
    scale = slide_scale(size)
    title = role == "title"
    least = least_title(style, wide, size) if title else TEXT_PT * scale
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
