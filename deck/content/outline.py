"""What is told in which order, for whom, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from deck.content.blocks import Id
from deck.source import Strict

Minutes = Annotated[float, Field(gt=0, le=600, multiple_of=0.5)]


OWN = 1.0
"""The minutes of a sender's own slide."""


class AudienceChange(Strict):
    """How an audience's deck differs: slides left out, added or moved to stand after another, and the minutes of some, or which
    of them has the rest."""

    without: tuple[str, ...] = ()
    after: dict[str, str] = Field(default_factory=dict)
    time: dict[str, Minutes] = Field(default_factory=dict)
    rest: str = ""


class Outline(Strict):
    """`time`: the minutes of each slide that is spoken; `rest`: the slide that has what is left of the outline's `minutes`.
    `appendix`: the sections that nobody speaks through: they have no time, and count for no length."""

    minutes: int = Field(gt=0, le=600)
    max_slides: int = Field(default=60, gt=0, le=200)
    sections: dict[Id, tuple[str, ...]] = Field(min_length=1)
    time: dict[str, Minutes] = Field(default_factory=dict)
    rest: str = ""
    appendix: tuple[Id, ...] = ()
    audiences: dict[str, AudienceChange] = Field(default_factory=dict)

    def timed(self, audience: str) -> tuple[dict[str, float], str]:
        """The minutes of the slides that have some of their own, and the slide that has the rest, for this audience."""
        change = self.audiences.get(audience) or AudienceChange()
        return {**self.time, **change.time}, change.rest or self.rest

    def order(self, audience: str) -> tuple[tuple[str, str], ...]:
        """(section, slide) in order for this audience."""
        change = self.audiences.get(audience) or AudienceChange()
        order = [(section, slide) for section, slides in self.sections.items() for slide in slides]
        order = [item for item in order if item[1] not in change.without]
        for slide, other in change.after.items():
            rest = [item for item in order if item[1] != slide]
            at = next((i for i, item in enumerate(rest) if item[1] == other), None)
            if at is not None:
                order = [*rest[: at + 1], (rest[at][0], slide), *rest[at + 1 :]]
        return tuple(order)

    def spoken(self, audience: str) -> tuple[str, ...]:
        """The slides that somebody speaks through, in order for this audience."""
        return tuple(slide for section, slide in self.order(audience) if section not in self.appendix)

    def minutes_of(self, audience: str, spoken: Iterable[str]) -> dict[str, float]:
        """The minutes of each slide that is `spoken`, OWN of one that the outline does not know: together the outline's, unless
        there are so many that nothing is left for the one with the rest. Empty where the outline keeps no time."""
        time, rest = self.timed(audience)
        if not rest:
            return {}
        found = {slide: time.get(slide, OWN) for slide in spoken}
        if rest in found:
            found[rest] = max(self.minutes - sum(found.values()) + found[rest], 0.5)
        return found


class OutlinesFile(Strict):
    audiences: tuple[Id, ...]
    outlines: dict[Id, Outline]
