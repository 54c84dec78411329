"""The guidance's structure: ids, kinds, sources and order, without words. Words of a language come by id (see words.py).

Statements name their sources. Three names stand for what has no outer source: `suggestion` (ours, and marked as such on the
slide), `label` (a heading or direction that states nothing) and `local` (the sender's own material).
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from deck.collection import first_language
from deck.content.blocks import BUILT_IN_SOURCES, NAMES_SCHEMA, Block, Id, SourceIds, block_sources, named
from deck.i18n import _
from deck.presentation import SlideKind
from deck.source import Strict

PLACE_KINDS = ("municipality", "county")


class SlideModel(Strict):
    """`notes`: the sources of what the speaker says. `for`: only for these senders, named by their kind or their codes ("1281",
    "12"); `instead`: where they would show that other slide. `needs`: left out where the
    local material has no goals, or the county no other municipality."""

    kind: SlideKind
    slots: dict[Id, Block] = Field(min_length=1)
    notes: SourceIds
    senders: Annotated[tuple[str, ...], BeforeValidator(named), WithJsonSchema(NAMES_SCHEMA)] = Field(default=(), alias="for")
    instead: str = ""
    needs: Literal["goals", "neighbours", ""] = ""
    own: bool = False

    def role(self, slot: str) -> str:
        return self.slots[slot].role or slot

    def meant_for(self, kind: str, code: str) -> bool:
        """Whether a sender of this kind and code shows it."""
        return not self.senders or kind in self.senders or code in self.senders

    def statement_sources(self) -> tuple[str, ...]:
        """Outer sources in the order they are first leant on, notes last."""
        found: dict[str, None] = {}
        for block in self.slots.values():
            for source in block_sources(block):
                found.setdefault(source)
        for source in self.notes:
            found.setdefault(source)
        return tuple(source for source in found if source not in BUILT_IN_SOURCES)


def _in_calendar(value: str) -> str:
    """A day, month or year that there is. Raises ValueError."""
    try:
        if value:
            dt.date.fromisoformat(value + "-01" * (2 - value.count("-")) if len(value) >= _YEAR else "")
    except ValueError:
        message = _('"{value}" is no day, month or year; write it as in 2026-12-03, 2026-12 or 2026')
        raise ValueError(message.format(value=value)) from None
    return value


PartOfDate = Annotated[str, AfterValidator(_in_calendar)]
"""A day of ISO 8601, or its month or year; "" for none."""
_YEAR = len("2026")


class Guidance(Strict):
    """What the decks are about. Titles and names are proper names, alike in every language."""

    title: str = Field(min_length=1, max_length=120)
    launch_title: str = ""
    publisher: str = Field(min_length=1)
    publisher_name: str = ""
    announced: PartOfDate = ""
    page: Id
    source: SourceIds


def _own_language() -> str:
    return "sv-SE" if first_language() == "sv" else first_language()


class Source(Strict):
    """`lang`: what the title and the publisher's name are in (BCP 47), so that a deck in another language marks them. `short`:
    what it is called at the foot of a slide, where that is not its publisher's name."""

    title: str = Field(min_length=1, max_length=200)
    publisher: str = Field(min_length=1)
    short: str = Field(default="", max_length=60)
    date: PartOfDate = ""
    url: str = Field(default="", pattern=r"^(https://\S+)?$")
    lang: str = Field(default_factory=_own_language, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")


class GuidanceFile(Strict):
    guidance: Guidance


class SourcesFile(Strict):
    sources: dict[Id, Source]


class ReviewsFile(Strict):
    """Source id → the day, month or year (ISO 8601) by which somebody looks at it again."""

    reviews: dict[Id, Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_in_calendar)]]


class SlidesFile(Strict):
    slides: dict[Id, SlideModel]


class ReleaseFile(Strict):
    name: str
    date: str = Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")
    note: str = ""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
