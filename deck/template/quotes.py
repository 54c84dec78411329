"""Which layout a quote stands in: one for quotes, as light or dark as is asked; else the house's text, read louder."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from deck.geometry import Box, pt, slide_scale
from deck.i18n import _
from deck.template.choosing import Chooser, Scored
from deck.template.clear import clear_of
from deck.template.covers import sized_to
from deck.template.layouts import Drawn
from deck.template.model import Insets, Placeholder, Role, Spot, TextStyle
from deck.template.names import called
from deck.template.small import is_dark
from deck.template.spots import GAP, apart, bodies_of, free_area, in_box, in_placeholder, rows, title_of

QUOTE_PT, LOUD_PT = 24.0, 32.0
"""A quote is read aloud: it is at least so large, in points, where the template's text is smaller; and may become so large."""

ABOVE_PT, LINES = 24.0, 1.5
"""Points of our title over a quote that stands where the layout has its title, and the lines that there must be room for."""


class Quotes(Chooser):
    """Finds the layouts for quotes."""

    def quote(self) -> Role:
        return self._quote("quote", dark=False)

    def quote_dark(self) -> Role:
        return self._quote("quote-dark", dark=True)

    def _quote(self, kind: str, *, dark: bool) -> Role:
        """Of layouts for quotes, one on a ground that is light or dark as the kind asks."""
        if (own := self._house_quote(kind)) is not None:
            return own

        def judge(drawn: Drawn) -> Scored | None:
            if (
                not called("quote", drawn.layout.name)
                or not bodies_of(drawn, self.stage, least=0.08)
                or title_of(drawn, self.stage) is None
                or self._quoted_title(drawn)
            ):
                return None
            asked = 10.0 if is_dark(drawn) == dark else 0.0
            return 50.0 + asked + len(bodies_of(drawn, self.stage, least=0.01)), _("its name says so")

        found = self.best(judge, 1)
        drawn, reason = (found[0], found[2]) if found else (self.usual()[0], _("no layout is for quotes; the body serves"))
        title = self.title_spot(drawn)
        texts = sorted(bodies_of(drawn, self.stage, least=0.015), key=lambda item: -item.box.area)
        if found and len(texts) >= 2 and texts[1].box.y >= texts[0].box.y and not texts[1].box.overlaps(texts[0].box, 100_000):
            spots = [
                title,
                _lightened(in_placeholder("quote", drawn, self.stage, texts[0], _("the layout's quote"), (title.box,))),
                in_placeholder("attribution", drawn, self.stage, _flush(texts[1]), _("the text under it"), (title.box,)),
            ]
            return self.role(kind, drawn, spots, reason)
        if texts:
            whole = self.whole_row(drawn, texts[0], title) or self.margin_beside(drawn, texts[0])
            whole = whole or in_placeholder("quote", drawn, self.stage, texts[0], _("the layout's body"), (title.box,)).box
            upper, lower = rows(whole, 0.74)
            quote = self._loud(in_placeholder("quote", drawn, self.stage, texts[0], _("the upper part of the body"), box=upper))
        else:
            upper, lower = rows(free_area(drawn, self.stage, title.box), 0.74)
            quote = in_box("quote", drawn, self.stage, upper, _("a box under the title"))
        under = in_box("attribution", drawn, self.stage, lower, _("a box under the quote"))
        under = replace(under, style=_aligned(under.style, quote.style.levels[0].align))
        return self.role(kind, drawn, [title, quote, under], reason)

    def _house_quote(self, kind: str) -> Role | None:
        """The layout whose title is the quote, if the house's own slides are written in it: the quote stands where theirs do, in
        their letters, and what the slide is called in a line above. None where there is none, or no room for that."""
        used = dict(self.stage.uses)
        for drawn in sorted(self.drawn, key=lambda item: -used.get(item.layout.part, 0)):
            holder = title_of(drawn, self.stage)
            if holder is None or not used.get(drawn.layout.part) or not called("quote", drawn.layout.name):
                continue
            under = [item for item in bodies_of(drawn, self.stage, least=0.01) if item.box.y >= holder.box.y + holder.box.h // 2]
            area = Box(holder.box.x, self.stage.safe.y, holder.box.w, holder.box.y - self.stage.safe.y - GAP)
            if not self._quoted_title(drawn) or not under or area.h <= 0:
                continue
            size = ABOVE_PT * slide_scale(self.stage.size)
            band = clear_of(area, drawn.layout.obstacles, keep=0.5)
            if band.h < pt(LINES * size) or band.bottom > area.bottom:
                continue
            levels = tuple(sized_to(level, min(size, level.size_pt)) for level in holder.style.levels)
            above = replace(holder.style, levels=(replace(levels[0], bold=True), *levels[1:]), anchor="b")
            signed = min(under, key=lambda item: item.box.y)
            lines = reduce(Box.union, (item.box for item in under if item.box.x == signed.box.x))
            letters = tuple(replace(level, inked=False) for level in holder.style.levels)
            quoted = replace(holder.style, levels=letters, insets=Insets(0, 0, 0, 0))
            spots = [
                drawn.spot("title", band, above, _("the layout's title is the quote; ours stands above it"), holder),
                _lightened(drawn.spot("quote", holder.box, quoted, _("where the layout has its quote"))),
                in_placeholder("attribution", drawn, self.stage, _flush(signed), _("the text under it"), box=lines),
            ]
            return self.role(kind, drawn, spots, _("its name says so"))
        return None

    def _loud(self, spot: Spot) -> Spot:
        """Large enough, and in letters of which some may be bold."""
        least = QUOTE_PT * slide_scale(self.stage.size)
        louder = (level if level.size_pt >= least else sized_to(level, least) for level in spot.style.levels)
        spaced = (apart(level, max(level.size_pt, LOUD_PT * slide_scale(self.stage.size))) for level in louder)
        levels = tuple(replace(level, caps=False, small_caps=False) for level in spaced)
        return _lightened(replace(spot, style=replace(spot.style, levels=levels)))

    def _quoted_title(self, drawn: Drawn) -> bool:
        """The layout's marks are around its title: the title itself is the quote there, and ours is none."""
        title = title_of(drawn, self.stage)
        texts = bodies_of(drawn, self.stage, least=0.01)
        most = max((item.box.area for item in texts), default=0)
        return title is not None and title.box.h > 0.28 * self.stage.size[1] and title.box.area > most


def _lightened(spot: Spot) -> Spot:
    """A quote some of whose words may be marked as bold: where all are, none says more than another."""
    return replace(spot, style=replace(spot.style, levels=tuple(replace(level, bold=False) for level in spot.style.levels)))


def _aligned(style: TextStyle, align: str) -> TextStyle:
    """Words that begin, or have their middle, where those over them do."""
    return replace(style, levels=tuple(replace(level, align=align if align in ("ctr", "r") else "l") for level in style.levels))


def _flush(item: Placeholder) -> Placeholder:
    """A place whose second line, what somebody is, begins where the name does, and is no point under it."""
    first, *rest = item.style.levels
    levels = (first, *(replace(level, margin_left=first.margin_left, indent=0) if level.bullet else level for level in rest))
    return replace(item, style=replace(item.style, levels=levels))
