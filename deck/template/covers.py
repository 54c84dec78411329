"""The layouts that open a deck and its parts: which serve as title and section, and which of their texts is read as the title."""

from __future__ import annotations

from dataclasses import replace

from deck.drawing.ground import covers, flat
from deck.geometry import Box, pt, slide_scale
from deck.i18n import _
from deck.presentation import KINDS
from deck.template.choosing import Chooser, Scored
from deck.template.cover_room import with_room
from deck.template.layouts import Drawn
from deck.template.model import Placeholder, Role, Spot, TextLevel
from deck.template.names import called
from deck.template.spots import GAP, bodies_of, free_area, in_box, in_placeholder, title_of
from deck.template.subtitles import aligned, beside_title, subtitle_by

LOUDER = 1.3
"""So many times its title's size a text has at least that is read as the title."""
NEARLY, MOSTLY = 0.8, 0.3
"""What is as large as another thing, by its share; and the share of the slide from which a text is one for content."""
STAGE, STAGED = 1.4, (36, 44)
"""How much larger a title is that opens a deck in a layout not made for it, and its least and largest size in points."""
AS_WIDE = 0.6
"""The share of the title's width that a louder text has at least, to be the title."""
COLUMN = 0.1
"""The share of the slide that a column of content takes at least."""
SAME_PLACE = 0.03
"""The share of the slide's sides that a box may be from another one and stand where it does."""


def _letters(item: Placeholder) -> float:
    return item.style.levels[0].size_pt


def exchanged(drawn: Drawn, title: Spot, loud: Placeholder) -> tuple[Spot, Spot]:
    """The title in the place and the size of a louder text, and that in the title's: what is read first is the slide's title
    also to who hears it."""
    assert title.placeholder is not None
    large = replace(title.placeholder.style, levels=tuple(map(sized, title.placeholder.style.levels, loud.style.levels)))
    small = replace(loud.style, levels=tuple(map(sized, loud.style.levels, title.placeholder.style.levels)))
    return (
        replace(
            title, box=loud.box, style=large, palette=drawn.palette(loud.box), reason=_("where the layout's largest words are")
        ),
        Spot(
            "subtitle",
            placeholder=loud,
            box=title.placeholder.box,
            style=small,
            palette=drawn.palette(title.placeholder.box),
            reason=_("where the layout's smaller words are"),
        ),
    )


def sized_to(level: TextLevel, size: float) -> TextLevel:
    """A level in another size; lines so many points apart, whatever it is, would lie on each other."""
    return replace(level, size_pt=size, line_exact_pt=0.0)


def sized(level: TextLevel, other: TextLevel) -> TextLevel:
    return replace(level, size_pt=other.size_pt, bold=other.bold)


def _over(item: Placeholder, title: Spot) -> bool:
    """Does a text stand over the title, as wide, as high and nearly as large as it?"""
    wide, high = item.box.w >= NEARLY * title.box.w, item.box.h >= NEARLY * title.box.h
    large = _letters(item) >= NEARLY * title.style.levels[0].size_pt
    return item.box.bottom <= title.box.y + title.box.h // 4 and wide and high and large


def _filled(drawn: Drawn, item: Placeholder) -> bool:
    """Has a placeholder a field of its own? It goes where the placeholder goes."""
    own = (shape for shape in flat(drawn.scene.shapes) if shape.is_placeholder and shape.name == item.name)
    return any(shape.box == item.box and covers(shape) for shape in own)


class Covers(Chooser):
    """Finds the layouts for titles and sections."""

    def _front(self, kind: str, least: float) -> tuple[Drawn, str] | None:
        def judge(drawn: Drawn) -> Scored | None:
            score, why = self._common(kind, drawn)
            title = title_of(drawn, self.stage)
            if title is not None and title.type == "ctrTitle":
                score += 30 if kind == "title" else -5
                why.append(_("its title is centred"))
            if any(item.type == "subTitle" for item in drawn.bodies):
                score += 20 if kind == "title" else 5
                why.append(_("it has a subtitle"))
            main = self.main_body(drawn, ("obj",))
            if main is not None and main.box.area > MOSTLY * self.stage.slide.area:
                score -= 30
            if kind == "title" and drawn is self.drawn[0]:
                score += 8
            if title is not None and len(bodies_of(drawn, self.stage)) <= 2:
                score += 4
            return score, ", ".join(why) or _("the nearest")

        found = self.best(judge, least)
        return (found[0], found[2]) if found else None

    def _opens(self, kind: str, drawn: Drawn) -> bool:
        """Is the layout made for few words, by what it says that it is, what is used first, or where its title stands?"""
        subtitled = any(item.type == "subTitle" for item in drawn.bodies)
        if title_of(drawn, self.stage) is None and self.loudest(drawn) is None and not subtitled:
            return False
        if self._undressed(drawn):
            return False
        said = drawn.layout.type in KINDS[kind].layouts or called(kind, drawn.layout.name)
        return said or self.made_to_open(drawn) or (drawn.layout.part == self.stage.cover and self.may_open(drawn))

    def _undressed(self, drawn: Drawn) -> bool:
        """Is it the layout for text under another name, as LibreOffice makes covers: title and body where those of its slides
        stand, and nothing of its own around them?"""
        usual = self.usual()[0]
        if drawn is usual or self.dressed(drawn):
            return False
        title, main = self._title_and_main(drawn, COLUMN)
        # Where the layout for text has no body, another that has one tells where it would be.
        texts = (self._title_and_main(item, COLUMN / 2) for item in (usual, *self.drawn) if not self.made_to_open(item))
        other, body = next((pair for pair in texts if None not in pair), (None, None))
        if title is None or main is None or other is None or body is None:
            return False
        # Of columns only where they begin is alike.
        begins = Box(main.box.x, main.box.y, body.box.w, body.box.h)
        return self._near(title.box, other.box) and self._near(begins, body.box)

    def _title_and_main(self, drawn: Drawn, least: float) -> tuple[Placeholder | None, Placeholder | None]:
        """The title, and the largest text: of columns the first."""
        found = bodies_of(drawn, self.stage, least=least)
        return title_of(drawn, self.stage), max(found, key=lambda item: item.box.area, default=None)

    def _near(self, one: Box, other: Box) -> bool:
        wide, high = (SAME_PLACE * side for side in self.stage.size)
        across = max(abs(one.x - other.x), abs(one.right - other.right))
        return across <= wide and max(abs(one.y - other.y), abs(one.bottom - other.bottom)) <= high

    def _staged(self, kind: str, chosen: Drawn) -> Role:
        """Where no layout is made to open anything: the plainest one, or that which at least is called so, its title large and in
        the middle of what is free."""
        drawn = chosen if self._undressed(chosen) else self.plainest()
        holder, size = title_of(drawn, self.stage), self.stage.size
        first = self.title_spot(drawn)
        area = free_area(drawn, self.stage, first.box)
        if not any(first.box.overlaps(block, 6_350) for block in drawn.layout.obstacles):
            top = min(first.box.y, area.y)
            area = Box(area.x, top, area.w, area.bottom - top)
        scale = slide_scale(size)
        own = first.style.levels[0].size_pt
        large = max(own, min(max(STAGE * own, STAGED[0] * scale), STAGED[1] * scale))
        levels = tuple(sized_to(level, large) for level in first.style.levels)
        style = replace(first.style, levels=levels)
        high = min(pt(3 * 1.2 * large) + style.insets.top + style.insets.bottom, round(0.5 * area.h))
        box = Box(area.x, area.y + round(0.2 * area.h), area.w, high)
        reason = _("no layout opens a deck; its title in the middle")
        title = drawn.spot("title", box, style, reason, holder)
        rest = Box(box.x, box.bottom + GAP, box.w, round(0.18 * area.h))
        return self.role(kind, drawn, [title, aligned(self._under(drawn, rest, title), first)], reason)

    def _under(self, drawn: Drawn, rest: Box, title: Spot) -> Spot:
        """The subtitle of a staged title: the layout's own, where it has one, in smaller type."""
        holder = next((item for item in drawn.bodies if item.type == "subTitle"), None)
        if holder is None:
            return in_box("subtitle", drawn, self.stage, rest, _("a box under the title"))
        found = in_placeholder("subtitle", drawn, self.stage, holder, _("a box under the title"), box=rest)
        most = NEARLY * title.style.levels[0].size_pt
        levels = tuple(replace(level, size_pt=min(level.size_pt, most)) for level in found.style.levels)
        return replace(found, style=replace(found.style, levels=levels, anchor="t"))

    def _titled(self, kind: str, drawn: Drawn, reason: str) -> Role:
        title = self.title_spot(drawn)
        main = self.main_body(drawn)
        said = drawn.layout.type in KINDS[kind].layouts or called(kind, drawn.layout.name)
        content = not said and main is not None and main.box.area > MOSTLY * self.stage.slide.area
        loud = None if content or self._undressed(drawn) else self._louder(drawn)
        if loud is not None:
            pair = exchanged(drawn, title, loud)
            return self.role(kind, drawn, self._roomy(kind, drawn, *pair), reason)
        if not self._opens(kind, drawn):
            return self._staged(kind, drawn)
        below = [item for item in bodies_of(drawn, self.stage, least=0.01) if not item.box.overlaps(title.box, 100_000)]
        # A field for the title over the title placeholder: in it the sender's name would be read first.
        below = [item for item in below if not (_over(item, title) and _filled(drawn, item))]
        below.sort(
            key=lambda item: (
                item.type != "subTitle",
                item.box.y < title.box.y,
                abs(item.box.y - title.box.bottom),
                -item.box.area,
            )
        )
        if below:
            sub = in_placeholder("subtitle", drawn, self.stage, below[0], _("the text beside the title"), (title.box,))
            sub = beside_title(sub, title, drawn, self.stage)
        else:
            sub = subtitle_by(drawn, self.stage, title)
        return self.role(kind, drawn, self._roomy(kind, drawn, title, sub), reason)

    def _roomy(self, kind: str, drawn: Drawn, title: Spot, sub: Spot) -> tuple[Spot, Spot]:
        """Only a cover's title is as long as that."""
        return with_room(title, sub, drawn, self.stage) if kind == "title" else (title, sub)

    def _louder(self, drawn: Drawn) -> Placeholder | None:
        """A text of the layout's that is set so much larger than its title that it is the one that is read as such."""
        holder = title_of(drawn, self.stage)
        if holder is None:
            return None
        size = holder.style.levels[0].size_pt
        found = [item for item in bodies_of(drawn, self.stage, ("body", "subTitle"), 0.02) if _letters(item) >= LOUDER * size]
        # A year, a number: nothing that a title could stand in.
        found = [item for item in found if item.box.w >= AS_WIDE * holder.box.w]
        best = max(found, key=_letters, default=None)
        return best if best is not None and _letters(best) >= 24 and not best.box.overlaps(holder.box, 100_000) else None

    def title(self) -> Role:
        found = self._front("title", -1000)
        drawn, reason = found or (self.drawn[0], _("the nearest"))
        return self._titled("title", drawn, reason)

    def section(self) -> Role:
        found = self._front("section", 25)
        if found and not self.outside(found[0]):
            return self._titled("section", *found)
        title = self._front("title", -1000)
        drawn = title[0] if title else self.drawn[0]
        return self._titled("section", drawn, _("there is no section layout; the title slide's serves"))
