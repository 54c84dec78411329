"""The content's words for one occasion: filled in, with their links, every fault kept."""

from __future__ import annotations

from typing import Any

from deck.compose.menu import row_variables
from deck.compose.occasion import Occasion
from deck.content.language import code_of
from deck.content.markup import Span
from deck.content.phrase import Phrase
from deck.diagnostics import Diagnostic
from deck.errors import InputError
from deck.presentation import Link, Run


class Teller:
    """Fills in words, of one `slide` where it is named; the faults of all texts are kept in `faults`, to be raised together."""

    def __init__(self, setting: Occasion, slide: str = "") -> None:
        self.setting = setting
        self.content = setting.content
        shown = tuple(name for _section, name in setting.order)
        self.shown = frozenset(shown)
        self.context = setting.context | (row_variables(setting.content, slide, shown) if slide else {})
        self.faults: list[Diagnostic] = []

    def term(self, *path: str, **also: Any) -> str:
        """A term's words; `also`: variables that it alone has."""
        phrase = self.content.terms.get(path)
        return "".join(span.text for span in phrase.fill(self.context | also)) if phrase else ""

    def term_run(self, *path: str, **also: Any) -> Run:
        """A term's words, marked where they are in another language than the deck."""
        return Run(self.term(*path, **also), lang=self.lang_of(*path) or None)

    def lang_of(self, *path: str) -> str:
        """The language of a term or a slide's words, where that is not the deck's; else ""."""
        phrase = self.content.terms.get(path) or self.content.phrases.get(path)
        return phrase.lang if phrase else ""

    def filled(self, phrase: Phrase) -> tuple[Span, ...]:
        """The phrase's words; none where it has faults."""
        try:
            return phrase.fill(self.context)
        except InputError as error:
            self.faults.extend(error.diagnostics)
            return ()

    def parts(self, phrase: Phrase) -> tuple[tuple[Span, ...], ...]:
        """As `filled`, paragraph by paragraph."""
        try:
            return phrase.fill_parts(self.context)
        except InputError as error:
            self.faults.extend(error.diagnostics)
            return ()

    def spans(self, *key: str) -> tuple[Span, ...]:
        phrase = self.content.phrases.get(key)
        if phrase is None:
            return ()
        return phrase.spans if phrase.fixed else self.filled(phrase)

    def plain(self, *key: str) -> str:
        return "".join(span.text for span in self.spans(*key))

    def runs(self, *key: str) -> tuple[Run, ...]:
        return self.runs_of(self.spans(*key))

    def runs_of(self, spans: tuple[Span, ...]) -> tuple[Run, ...]:
        return tuple(Run(s.text, s.bold, s.italic, s.lang or None, self.link(s.target)) for s in spans if s.text)

    def link(self, target: str) -> Link | None:
        """A link to a slide that this deck does not have is no link."""
        if not target:
            return None
        if target.startswith(("http://", "https://", "mailto:")):
            return Link(url=target)
        slide = target.removeprefix("slide:")
        return Link(slide=slide) if slide in self.shown else None

    def other(self, lang: str) -> str | None:
        """The mark of words in this language: none in a deck that is in it."""
        return lang if code_of(lang) != code_of(self.content.lang) else None
