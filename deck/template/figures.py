"""The places of a layout for figures of the sender's own: large numerals, each with what it shows and its source under it."""

from __future__ import annotations

from deck.geometry import pt
from deck.i18n import _
from deck.presentation import FIGURES
from deck.template.layouts import Drawn
from deck.template.model import Placeholder, Spot
from deck.template.spots import TemplateFrame, bodies_of, in_placeholder

LEAST = pt(18 * 1.25)
"""EMU: a line of the least type. A place that does not hold it holds no words of ours."""
NUMERAL_PT = 40.0
"""A numeral's place is set in so many points at least."""


def figure_spots(drawn: Drawn, stage: TemplateFrame) -> list[Spot]:
    """Spots for as many figures as the layout has places for, row by row; none where one lacks the place under it."""
    bodies = bodies_of(drawn, stage, ("body",), 0.0)
    large = [item for item in bodies if item.style.levels[0].size_pt >= NUMERAL_PT]
    small = [item for item in bodies if item.style.levels[0].size_pt < NUMERAL_PT]
    large.sort(key=lambda item: (item.box.y, item.box.x))
    found: list[Placeholder] = []
    for item in large[: len(FIGURES) // 3]:
        under = _under(item, small, [other for other in large if other is not item])
        if len(under) < 2:
            return []
        found += [item, *under]
    reason = _("the layout's own place for it")
    spots = [in_placeholder(role, drawn, stage, item, reason) for role, item in zip(FIGURES, found, strict=False)]
    # What furniture or a decoration leaves of a place may hold no line any more.
    return spots if all(spot.box.h >= LEAST for spot in spots) else []


def _under(numeral: Placeholder, small: list[Placeholder], others: list[Placeholder]) -> list[Placeholder]:
    """The two places under a numeral's, in its column, above the next one."""
    top = numeral.box.bottom - numeral.box.h // 4

    def column(items: list[Placeholder]) -> list[Placeholder]:
        return [item for item in items if item.box.x < numeral.box.right and numeral.box.x < item.box.right and item.box.y >= top]

    end = min((item.box.y for item in column(others)), default=None)
    below = [item for item in column(small) if end is None or item.box.y < end]
    return sorted(below, key=lambda item: item.box.y)[:2]
