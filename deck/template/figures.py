"""The places of a layout for figures of the sender's own: large numerals, each with what it shows and its source under it."""

from __future__ import annotations

from deck.geometry import pt
from deck.i18n import _
from deck.presentation import FIGURES
from deck.template.layouts import Drawn
from deck.template.model import Placeholder, Spot
from deck.template.spots import TemplateFrame, bodies_of, in_placeholder

LEAST_PT = 18.0
"""Points: a place that does not hold a line of the least type holds no words of ours."""
NUMERAL_PT = 40.0
"""A numeral's place is set in so many points at least."""


def figure_spots(drawn: Drawn, stage: TemplateFrame) -> list[Spot]:
    """Spots for as many figures as the layout has places for, row by row; none where one lacks the place under it."""
    bodies = bodies_of(drawn, stage, ("body",), 0.0)
    bodies = [item for item in bodies if item.box.h >= pt(LEAST_PT * 1.25)]
    large = [item for item in bodies if item.style.levels[0].size_pt >= NUMERAL_PT]
    small = [item for item in bodies if item.style.levels[0].size_pt < NUMERAL_PT]
    large.sort(key=lambda item: (item.box.y, item.box.x))
    found: list[Placeholder] = []
    for item in large[: len(FIGURES) // 3]:
        under = _under(item, small)
        if len(under) < 2:
            return []
        found += [item, *under]
    reason = _("the layout's own place for it")
    return [in_placeholder(role, drawn, stage, item, reason) for role, item in zip(FIGURES, found, strict=False)]


def _under(numeral: Placeholder, small: list[Placeholder]) -> list[Placeholder]:
    """The two places under a numeral's, in its column, before those of the next one."""
    column = [item for item in small if item.box.x < numeral.box.right and numeral.box.x < item.box.right]
    below = [item for item in column if item.box.y >= numeral.box.bottom - numeral.box.h // 4]
    return sorted(below, key=lambda item: item.box.y)[:2]
