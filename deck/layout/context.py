"""What the drawing of a block is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deck.geometry import Box
from deck.layout.ink import Legibility
from deck.layout.look import Look
from deck.layout.model import Placed
from deck.template.model import SeatedTable, Spot, ThemeColor


@dataclass(frozen=True, slots=True)
class Context:
    """`minimum`: least text size in points. Fonts are what drawn words are measured in: family names as the template resolves
    them, with what stands in for one where it is lacking; `face` is the body's alone, for what is written. `scale`: how much
    larger the slide is than a common one."""

    minimum: float
    body_font: str
    heading_font: str
    lang: str = "sv-SE"
    scale: float = 1.0
    face: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A complaint, put into words only when it is handed out: the same slide is laid out once for many places."""

    code: str
    slot: str
    size: float = 0.0
    word: str = ""


@dataclass(frozen=True, slots=True)
class ChosenSpot:
    """A slot's spot with its colours chosen. `reads`: which of the spot's own colours do (no levels: not
    known, and not asked)."""

    slot: str
    spot: Spot
    look: Look
    context: Context
    reads: Legibility = ()
    ink: ThemeColor | None = None
    """What words are written in whose own colour does not read, where that is not the look's."""
    cover: bool = False
    """Has the slide nothing but a title and what belongs to it?"""
    table: SeatedTable | None = None
    """The house's own table style, where it reads here."""

    def within(self, box: Box) -> ChosenSpot:
        """The same in another box, in EMU."""
        return replace(self, spot=replace(self.spot, box=box))


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """`parts`: what stands on the slide, and on each of its continuations."""

    parts: tuple[tuple[Placed, ...], ...]
    troubles: tuple[Trouble, ...] = ()
