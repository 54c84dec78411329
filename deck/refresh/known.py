"""The owner's deck, recognised: what a plan is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from deck.pptx.manifest import media_of
from deck.presentation import Presentation
from deck.presentation.links import without_links_to
from deck.refresh import asked, carried, standing, unsure
from deck.refresh.continued import remembered
from deck.refresh.document import Document
from deck.refresh.frames import as_framed
from deck.refresh.guard.touch import spells_out
from deck.refresh.hand import Hand, hand_of
from deck.refresh.lending import as_remembered, with_digests
from deck.refresh.pages import pages_of
from deck.refresh.pagesize import as_resized, is_resized
from deck.refresh.plan import Continued
from deck.refresh.recognise import Identified, identify
from deck.refresh.unled import taken_out
from deck.refresh.unworn import Unworn, unworn
from deck.refresh.written import Written, written
from deck.template.model import Template


@dataclass(frozen=True)
class KnownDeck:
    """The owner's deck, recognised: its document and what is found there, the base, the base in the forms
    that stand in the file (`drawn`; elsewhere the base itself), and that as we would write it.
    `look`: the one within the file; `made_in`: the one that it was made in, where that is another. `name`: the file's,
    for messages."""

    document: Document
    found: Identified
    base: Presentation
    drawn: Presentation
    generated: Written
    look: Template
    made_in: Template | None = None
    name: str = ""
    continued: Continued = field(default_factory=dict)
    """The base's, as the manifest remembers them."""
    asked: frozenset[str] = frozenset()
    """Slides, and parts of them ("why/body"), that were offered to be decided as a whole, as the manifest remembers them."""
    carried: carried.Slots = frozenset()
    """(slide, slot) of drawn blocks that came into this look with their owner's hand on them, as it remembers them."""
    resized: bool = False
    """Its owner gave the show another size: no measure is what it was."""
    unsure: carried.Slots = frozenset()
    """(slide, slot) of tables, charts and texts in a program's looks that stand as they stood when no look was their owner's."""
    unworn: Unworn = field(default_factory=Unworn)
    """Likewise, items of drawn blocks beside what their owner touched."""

    @property
    def looks(self) -> bool:
        """Whether the looks in the file tell of its owner: not where a program rewrote them all."""
        return not self.found.rewritten

    @property
    def adrift(self) -> bool:
        """LibreOffice wrote every look and all masters anew, and the look that the deck was made in is not at hand: what its
        layouts gave stands in the slides alone."""
        return not self.looks and self.made_in is None and spells_out(self.found.package)

    @property
    def hand(self) -> Hand:
        """What in the file tells of its owner."""
        return hand_of(self.found.rewritten)


def recognised(
    document: Document,
    base: Presentation,
    look: Template,
    *,
    made_in: Template | None = None,
    name: str = "",
    extra: Mapping[str, Any] | None = None,
) -> KnownDeck:
    """The deck in `document`, its slides known again and given their ids; `extra`: what its manifest keeps beside the base.
    Raises as `identify`."""
    # What a program wrote anew on saving says nothing of how the deck was made.
    forms = standing.remembered(extra or {}, media_of(document.view))
    drawn = standing.as_standing(base, forms)
    generated = written(drawn, made_in or look)
    found = identify(document, drawn, generated.pages, name)
    resized, found = is_resized(found.deck), replace(found, deck=as_resized(found.deck, base.lang))
    gone = taken_out(base, {piece.slide for piece in found.deck.slides})
    shown = standing.as_standing(drawn, standing.told_by_parts(pages_of(found.deck, base.lang), drawn))
    led = without_links_to(shown, gone)
    if led is not drawn:
        drawn, generated = led, written(led, made_in or look)
    base = without_links_to(base, gone)
    waiting = asked.remembered(extra or {})
    return KnownDeck(
        document,
        found=found,
        base=base,
        generated=_as_it_was(generated, found, base.lang, waiting),
        look=look,
        made_in=made_in,
        name=name,
        continued=remembered(extra or {}),
        asked=waiting,
        carried=carried.remembered(extra or {}),
        resized=resized,
        unsure=unsure.standing_still(extra or {}, found.deck) if not found.rewritten else frozenset(),
        unworn=unworn(extra or {}, found.deck) if not found.rewritten else Unworn(),
        drawn=drawn,
    )


def made_in_look(known: KnownDeck, look: Template) -> KnownDeck:
    """The same deck, its base, in the forms that stand in the file, as we would write it in another look."""
    generated = _as_it_was(written(known.drawn, look), known.found, known.base.lang, known.asked)
    return replace(known, generated=generated, made_in=look)


def _as_it_was(generated: Written, found: Identified, lang: str, waiting: frozenset[str]) -> Written:
    was = as_framed(as_remembered(generated, found.deck, lang, waiting), found.deck, lang)
    return with_digests(was) if found.rewritten else was


__all__ = ["KnownDeck", "made_in_look", "recognised"]
