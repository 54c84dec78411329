"""All that a deck is made from, and which slides depend on the place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from deck.brand.model import Brand
from deck.content.blocks import MadeBlock, MapBlock, MembersBlock
from deck.content.content import Content
from deck.content.words import BRIDGE
from deck.places import Place, Places

_SHARED_TERMS = ("suggestion-note", "source", "sources", "provenance", "bridge")
"""Terms that stand on slides which no place has for itself: those of sections stand in agendas only, which every place has."""


@dataclass(frozen=True, eq=False)
class Occasion:
    """All that a deck is made from."""

    content: Content
    place: Place
    county: Place
    places: Places
    brand: Brand
    outline: str
    audience: str
    order: tuple[tuple[str, str], ...]
    context: dict[str, Any]
    appendix: frozenset[str] = frozenset()
    """The sections that nobody speaks through."""
    minutes: Mapping[str, float] = field(default_factory=dict)
    """By slide; empty where the outline keeps no time."""

    @property
    def parts(self) -> dict[str, str]:
        """The first slide of each section that is a part of what is told: not that of the deck's opening, nor an appendix."""
        opening = self.order[0][0] if self.order else ""
        found: dict[str, str] = {}
        for section, name in self.order:
            if section != opening and section not in self.appendix:
                found.setdefault(section, name)
        return found

    def section(self, slide: str) -> str:
        """The section that a slide is shown in; "" where it is not shown."""
        return next((section for section, shown in self.order if shown == slide), "")


@lru_cache(maxsize=2_048)
def depends(content: Content, slide: str, audience: str) -> bool:
    """Whether a slide differs from place to place within one order of slides."""
    phrases, model = content.phrases, content.slides[slide]
    keys = [key for key in phrases if key[0] == slide and (key[1] != "notes" or key[2] in ("alla", audience))]
    # The words that lead to the next slide stand in this one's notes, whichever comes next.
    filled = not all(phrase.fixed for (_slide, *rest), phrase in phrases.items() if rest == ["notes", BRIDGE])
    made = any(
        isinstance(block, (MapBlock, MembersBlock)) or (isinstance(block, MadeBlock) and block.block != "sources")
        for block in model.slots.values()
    )
    filled = filled or any(not phrase.fixed for path, phrase in content.terms.items() if path[0] in _SHARED_TERMS)
    return made or model.own or filled or any(not phrases[key].fixed for key in keys)
