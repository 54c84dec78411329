"""The whole content of a release in one language, checked and compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from deck.collection import first_language
from deck.content.beside import Beside, GivenFigures
from deck.content.indicators import Telling
from deck.content.language import code_of
from deck.content.model import Guidance, SlideModel, Source
from deck.content.outline import Outline
from deck.content.own import Local
from deck.content.phrase import Phrase
from deck.content.showing import Showing
from deck.content.words import Key
from deck.diagnostics import Diagnostic, Where
from deck.figures import Figures
from deck.presentation import Picture


@dataclass(frozen=True, eq=False)
class Content:
    """`phrases`: (slide, slot, …) → text; `terms`: path → text. `before`, `after`: own slides by the slide they go by.
    Immutable, and known by itself where something is remembered of it."""

    release: str
    date: str
    fingerprint: str
    lang: str
    guidance: Guidance
    sources: Mapping[str, Source]
    slides: Mapping[str, SlideModel]
    audiences: tuple[str, ...]
    outlines: Mapping[str, Outline]
    phrases: Mapping[Key, Phrase]
    terms: Mapping[Key, Phrase]
    local: Local | None = None
    showing: Showing = Showing()
    goals: tuple[Phrase, ...] = ()
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pictures: Mapping[tuple[str, str], Picture] = field(default_factory=dict)
    """(slide, slot) → the picture there, its words left to the phrases."""
    beside: Beside = Beside()
    """The pictures and tables that local.yaml names."""
    figures: Figures = Figures()
    given_figures: tuple[GivenFigures, ...] = ()
    """Those given beside local.yaml."""
    indicators: Mapping[str, Telling] = field(default_factory=dict)
    """How an indicator is told, by its key in the figures, or by a name."""
    positions: Mapping[str, Where] = field(default_factory=dict)
    """Slide id → where its words begin."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What should be looked at in the files that it was read from."""

    @property
    def translated(self) -> bool:
        """Whether its words are a translation."""
        return code_of(self.lang) != first_language()

    def term(self, *path: str) -> str:
        """A term's text; the last of the path where the language has none."""
        phrase = self.terms.get(path)
        return phrase.text if phrase else path[-1]
