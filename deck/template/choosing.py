"""Choosing among a template's layouts: judged by their placeholders and geometry first, their names second."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from deck.brand.contrast import contrast
from deck.geometry import Box
from deck.i18n import _
from deck.presentation import KINDS
from deck.presentation.kinds import COLUMNS
from deck.template.layouts import Drawn
from deck.template.model import Placeholder, Role, Spot, TextLevel, TextStyle
from deck.template.names import called, instructs, is_index
from deck.template.neighbours import beside, side_by_side
from deck.template.openers import Openers
from deck.template.samples import worth
from deck.template.seen import PALE
from deck.template.spots import (
    GRAPHIC,
    TEXTUAL,
    at_the_top,
    bodies_of,
    free_area,
    in_box,
    in_placeholder,
    inked,
    legible_title,
    title_box,
    title_of,
)

Scored = tuple[float, str]
COVER, AGENDA, UNLIKE = 150.0, 45.0, 60.0
"""What it says for a layout that the template's first slide uses it, and against one that it is a table of contents, or that its
title is set otherwise than that of the content layout."""
PRIOR, TWICE = 90.0, 2
"""What it says for a layout that all of the template's own slides use it, but the cover; and how many slides on one layout are
more than a try."""
EVERYDAY = ("content", "object", COLUMNS)
INDEXES = ("section", "title")
HEADED = 25.0
"""What it says against a layout that its title is only a text like others."""
EMPTY = 40.0
"""What it says against a layout for free boxes that it has a field under one of the places that they leave out."""
SENDER = 10.0
"""What it says against a cover that it has large words of its own."""
HOW_TO = 150.0
"""What it says against a layout that it is for telling how the template is used."""
LESS = 0.65
"""The share of the usual title's width, or size, under which another's is no sister of it."""
SIZES_ALIKE = 0.75
"""The least that one title's size is of another's that looks the same."""
WIDE, UPPER = 0.62, 0.5
"""The share of the slide's width that two columns take together, and of its height over which a title begins."""
NARROW = 0.6
"""The share of what is free that a body takes at most, for few words to have all of it."""


LOUD, HEADING = 1.2, 0.35
"""So many times the size of all others a heading has that is no title placeholder, and the share of the slide's height that it
takes at most."""
EVEN = 0.02
"""The share of the slide's height by which a title may reach into what it stands over."""
LITTLE, UNDER = 0.5, 0.15
"""The share of the slide's height under which there is little room for content, and from which a title stands below the top."""


def _as_large(style: TextStyle, loud: TextStyle) -> TextStyle:
    """A style of ours with the size, weight, colour and place of another."""
    first = loud.levels[0]
    levels = tuple(
        replace(inked(level, first.color), size_pt=first.size_pt, bold=first.bold, align=first.align) for level in style.levels
    )
    return replace(style, levels=levels, anchor=loud.anchor, insets=loud.insets)


def _look(level: TextLevel) -> tuple[object, ...]:
    return level.font, level.bold, level.italic, level.caps, level.color, level.align


@dataclass
class Chooser(Openers):
    """Judges `drawn`, one master's layouts."""

    _usual: tuple[Drawn, str] | None = field(default=None, init=False, repr=False)

    def best(self, judge: Callable[[Drawn], Scored | None], least: float = 0.0) -> tuple[Drawn, float, str] | None:
        """The layout judged highest, the first of equals; None where none reaches `least`."""
        judged = [(drawn, result) for drawn in self.drawn if (result := judge(drawn)) is not None]
        judged = [(drawn, result) for drawn, result in judged if result[0] >= least]
        if not judged:
            return None
        drawn, (score, reason) = max(judged, key=lambda pair: pair[1][0])
        return drawn, score, reason

    def two_text(self, drawn: Drawn) -> tuple[Placeholder, Placeholder] | None:
        """The two large bodies beside each other, left first."""
        large = sorted(bodies_of(drawn, self.stage, least=0.08), key=lambda item: -item.box.area)[:2]
        if len(large) == 2 and side_by_side(*large) and large[0].box.w + large[1].box.w >= WIDE * self.stage.size[0]:
            left, right = sorted(large, key=lambda item: item.box.x)
            return left, right
        return None

    def whole_row(self, drawn: Drawn, main: Placeholder, title: Spot) -> Box | None:
        """The room of all columns, where a body is one of several and the others, or a picture's place, would stand empty; None
        where it stands alone, or the columns have not one ground."""
        found = [item for item in bodies_of(drawn, self.stage) if item is not main and beside(item, main)]
        # Words that begin in the middle of the slide look lost, whatever the columns' widths are.
        left = [item for item in found if item.box.right <= main.box.x]
        others = [item for item in found if item in left or side_by_side(item, main)]
        pictures = [item for item in bodies_of(drawn, self.stage, GRAPHIC) if item not in (main, *found) and beside(item, main)]
        if not (others or pictures) or (main.box.w > self.stage.size[0] // 2 and not left):
            return None
        whole = reduce(Box.union, (item.box for item in (*others, main)))
        if pictures:
            # A picture may reach to the slide's edges: words do not.
            wide = reduce(Box.union, (item.box for item in pictures), whole).intersection(self.stage.safe.union(whole))
            whole = Box(wide.x, whole.y, wide.w, whole.h)
        others += pictures
        blocks = [block for block in drawn.layout.obstacles if block.overlaps(whole, 6_350)]
        grounds = [drawn.ground_for(item.box, None, item.box).main[0] for item in (*others, main)]
        alike = all(contrast(one, grounds[0]) < PALE for one in grounds)
        return whole if alike and not blocks and not whole.overlaps(title.box, 100_000) else None

    def margin_beside(self, drawn: Drawn, main: Placeholder) -> Box | None:
        """The room of a body and of what is free on its right, where it takes the lesser part of it and nothing stands there: few
        words in the left half of an empty slide."""
        whole = Box(main.box.x, main.box.y, self.stage.safe.right - main.box.x, main.box.h)
        if not 0 < main.box.w < NARROW * whole.w:
            return None
        there = [
            *drawn.layout.obstacles,
            *drawn.layout.panels,
            *(item.box for item in drawn.layout.placeholders if item is not main),
        ]
        grounds = [drawn.ground_for(box, None, box).main for box in (main.box, whole)]
        return whole if grounds[0] == grounds[1] and not any(block.overlaps(whole, 6_350) for block in there) else None

    def stub(self, drawn: Drawn) -> Placeholder | None:
        """A body of a line or two, which whoever writes in it draws larger: the layout is for text all the same."""
        found = bodies_of(drawn, self.stage, least=0.01) if title_of(drawn, self.stage) is not None else []
        return found[0] if len(found) == 1 else None

    def _common(self, kind: str, drawn: Drawn) -> tuple[float, list[str]]:
        score, why = 0.0, []
        if drawn.layout.type in KINDS[kind].layouts:
            score += 50
            why.append(_("it says that it is one (type {type})").format(type=drawn.layout.type))
        if called(kind, drawn.layout.name):
            score += 25
            why.append(_("its name says so"))
        used = worth(dict(self.stage.uses).get(drawn.layout.part, 0))
        if drawn.layout.part == self.stage.cover:
            used = COVER if kind == "title" and self.may_open(drawn) else 0.0
        if used:
            score += used
            why.append(_("the template's own slides use it"))
        if kind in EVERYDAY:
            score += self.prior(drawn)
        if kind not in INDEXES and is_index(drawn.layout.name):
            score -= AGENDA
        if title_of(drawn, self.stage) is None:
            score -= 60 if self.loudest(drawn) is None else HEADED
        if instructs("", drawn.layout.name):
            score -= HOW_TO
        if drawn.says:
            score -= SENDER if kind == "title" and self.greets(drawn) else 150
            why.append(_('it says "{words}" itself').format(words=drawn.says[:30]))
        return score, why

    def prior(self, drawn: Drawn) -> float:
        """What it says for a layout that so many of the template's own slides use it, but the cover: it is what the house writes
        in, whatever it is called. Slides that open a part, or have no title, say nothing of that."""
        uses = {part: count for part, count in self.stage.uses if part != self.stage.cover}
        count = uses.get(drawn.layout.part, 0)
        if count < TWICE:
            return 0.0
        silent = {item.layout.part for item in self.drawn if item is not drawn and self._tells_nothing(item)}
        return PRIOR * count / sum(uses[part] for part in uses if part not in silent)

    def _tells_nothing(self, drawn: Drawn) -> bool:
        return self.headline(drawn) is None or self.pauses(drawn)

    def strange(self, drawn: Drawn) -> bool:
        """Does a layout look otherwise than the one that the house writes in, and does it never use it?"""
        return self.prior(self.usual()[0]) > 0 and not self.prior(drawn) and self.unlike(drawn) > 0

    def unlike(self, drawn: Drawn) -> float:
        """What it says against a layout that its title or its ground looks otherwise than that of the layout for text: from slide
        to slide, one deck has one look."""
        mine, usual = self.headline(drawn), self.headline(self.usual()[0])
        if mine is None or usual is None:
            return 0.0
        one, other = mine.style.levels[0], usual.style.levels[0]
        sizes = sorted((one.size_pt, other.size_pt))
        same = _look(one) == _look(other) and sizes[0] >= SIZES_ALIKE * sizes[1]
        grounds = [item.layout.palette.ground.main[0] for item in (drawn, self.usual()[0])]
        plain = UNLIKE if self.outside(drawn) else 0.0
        return (0.0 if same else UNLIKE) + (2 * UNLIKE if contrast(*grounds) >= PALE else 0.0) + plain

    def cramped(self, drawn: Drawn) -> bool:
        """Is its title so narrow beside that of the layout for text, that it would be set smaller, on more lines?"""
        mine, usual = self.headline(drawn), self.headline(self.usual()[0])
        return mine is not None and usual is not None and mine.box.w < LESS * usual.box.w

    def outside(self, drawn: Drawn) -> bool:
        """Has a layout nothing of the house's, which has drawn its bars and marks in the layouts that it uses, not in the master?
        It is one of a program's own that was left in the file."""
        usual = self.usual()[0]
        housed = self.prior(usual) > 0 and usual.adorned and not drawn.furnished
        return housed and not drawn.adorned and drawn.layout.part not in dict(self.stage.uses)

    def usual(self) -> tuple[Drawn, str]:
        """The layout for text, and why. Asked for often, and the same for as long as this lives."""
        if self._usual is None:
            self._usual = self._content_layout()
        return self._usual

    def _content_layout(self) -> tuple[Drawn, str]:
        def judge(drawn: Drawn) -> Scored | None:
            main = self.main_body(drawn) or (self.stub(drawn) if self.prior(drawn) >= PRIOR / 2 else None)
            if main is None:
                return None
            score, why = self._common("content", drawn)
            share = main.box.area / self.stage.slide.area
            score += 60 * min(share, 0.6)
            title = self.headline(drawn)
            if title is not None and title.box.bottom <= main.box.y + 0.05 * self.stage.size[1]:
                score += 20
                why.append(_("a title above one large body"))
            others = len([item for item in bodies_of(drawn, self.stage, (*GRAPHIC, *TEXTUAL)) if item is not title]) - 1
            score -= 15 * others
            if drawn.layout.type in ("title", "secHead", "vertTx", "vertTitleAndTx"):
                score -= 40
            if called("closing", drawn.layout.name) or called("title", drawn.layout.name):
                score -= 15
            if main.type == "obj":
                score += 4
            return score, ", ".join(why) or _("it has the largest body")

        found = self.best(judge)
        if found and found[1] > -20:
            return found[0], found[2]
        return self.plainest(), _("no layout has a body; a box in the theme's font on the plainest one")

    def title_spot(self, drawn: Drawn) -> Spot:
        holder = title_of(drawn, self.stage)
        if holder is not None:
            return in_placeholder("title", drawn, self.stage, holder, _("the layout's title"))
        loud = self.loudest(drawn)
        box = title_box(drawn, self.stage, None) if loud is None else loud.box
        found = in_box("title", drawn, self.stage, box, _("the layout has no title; a box in the theme's heading font"))
        return found if loud is None else replace(found, style=_as_large(found.style, loud.style))

    def headline(self, drawn: Drawn) -> Placeholder | None:
        """What is read as a layout's title: its title's place, else its loudest text."""
        return title_of(drawn, self.stage) or self.loudest(drawn)

    def loudest(self, drawn: Drawn) -> Placeholder | None:
        """The text that is read first in a layout without a title: larger than all others, as a heading is."""
        found = bodies_of(drawn, self.stage, ("body", "subTitle"), 0.01)
        found.sort(key=lambda item: -item.style.levels[0].size_pt)
        if not found or found[0].box.h > HEADING * self.stage.size[1]:
            return None
        sizes = [item.style.levels[0].size_pt for item in found]
        louder = len(sizes) > 1 and sizes[0] >= LOUD * sizes[1]
        return found[0] if louder and sizes[0] >= legible_title(self.stage.size) else None

    def role(self, kind: str, drawn: Drawn, spots: Sequence[Spot], reason: str) -> Role:
        held = {spot.role: spot for spot in spots}
        return Role(kind, layout=drawn.layout, spots=held, reason=reason, composed=any(spot.composed for spot in spots))

    def bare(self) -> tuple[Drawn, Spot, Box]:
        """The layout best fit for a title and free boxes, its title, and its free area."""
        drawn = self.plainest(alike=True)
        title = self.title_spot(drawn)
        area, high = free_area(drawn, self.stage, title.box), self.stage.size[1]
        if title.placeholder is not None and area.h < LITTLE * high and title.box.y > UNDER * high:
            # A cover's title, in the middle: it has its slide to itself.
            moved = at_the_top(drawn, self.stage, title, self._over_content())
            more = free_area(drawn, self.stage, moved.box)
            clear = not any(moved.box.overlaps(block, 6_350) for block in drawn.layout.obstacles)
            if clear and more.h > area.h:
                return drawn, moved, more
        return drawn, title, area

    def _over_content(self) -> Spot | None:
        """Where the house has its titles over content; None where it has them elsewhere."""
        usual = self.usual()[0]
        holder, body = title_of(usual, self.stage), self.main_body(usual)
        if holder is None or body is None:
            return None
        lowest = min(body.box.y + EVEN * self.stage.size[1], UPPER * self.stage.size[1])
        return self.title_spot(usual) if holder.box.bottom <= lowest else None

    def plainest(self, *, alike: bool = False) -> Drawn:
        """The layout with most room and least else on it. `alike`: its title should look as the text layout's."""

        def judge(drawn: Drawn) -> Scored | None:
            score, why = self._common("title-only", drawn)
            score -= self.unlike(drawn) + UNLIKE * (self.strange(drawn) + self.cramped(drawn)) if alike else 0.0
            title = self.headline(drawn)
            if title is not None:
                area = free_area(drawn, self.stage, title_box(drawn, self.stage, title))
                score += 80 * min(area.area / self.stage.slide.area, 0.7)
                score -= EMPTY if self.leaves_fields(drawn, area) else 0.0
                if title.box.y > UPPER * self.stage.size[1]:
                    score -= 40
            if not [item for item in bodies_of(drawn, self.stage, (*GRAPHIC, *TEXTUAL), 0.0) if item is not title]:
                score += 25
                why.append(_("a title and nothing else"))
            if (
                drawn.layout.type in ("title", "secHead")
                or called("title", drawn.layout.name)
                or called("closing", drawn.layout.name)
            ):
                score -= 40
            return score, ", ".join(why) or _("the nearest")

        found = self.best(judge)
        return found[0] if found and found[1] >= -20 else max(self.drawn, key=self._room)

    def _room(self, drawn: Drawn) -> float:
        return free_area(drawn, self.stage, title_box(drawn, self.stage, self.headline(drawn))).area

    def title_only(self) -> Role:
        drawn, title, area = self.bare()
        reason = _("a title and nothing else") if not drawn.bodies else _("the nearest; its other placeholders are left out")
        return self.role(
            "title-only", drawn, [title, in_box("object", drawn, self.stage, area, _("the free area under the title"))], reason
        )
