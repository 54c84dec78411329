"""What a language has no words for yet, in Swedish and marked as such, for those who ask for a deck all the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from deck.collection import first_language
from deck.content.blocks import LineBlock, TableBlock, TextBlock
from deck.content.model import SlideModel
from deck.content.phrase import Phrase
from deck.content.words import Key
from deck.diagnostics import Diagnostics

MISSING = "missing-words"
"""What is said of words that are not there."""


def in_swedish(phrase: Phrase) -> Phrase:
    """The words marked as Swedish (BCP 47), but for those in them that are marked as another language."""
    spans = tuple(replace(span, lang=span.lang or first_language()) for span in phrase.spans)
    return replace(phrase, spans=spans, lang=first_language())


TOGETHER: tuple[tuple[Key, ...], ...] = ((("sections",), ("sections-about",)), (("contact",),), (("provenance",),), (("time",),))
"""The terms that stand side by side."""


def filled(
    own: Mapping[Key, Phrase], swedish: Mapping[Key, Phrase], together: Iterable[tuple[Key, ...]] = TOGETHER
) -> dict[Key, Phrase]:
    """The words of a language, what they lack in Swedish. `together`: beginnings of paths, of what is in one language or the
    other: where any word of a group is missing, all of it is Swedish."""
    missing = [key for key in swedish if key not in own]
    lacking = [group for group in together if any(_below(group, key) for key in missing)]
    taken = {key for key in swedish if key not in own or any(_below(group, key) for group in lacking)}
    kept = {key: phrase for key, phrase in own.items() if not any(_below(group, key) for group in lacking)}
    return kept | {key: in_swedish(swedish[key]) for key in swedish if key in taken}


def _below(group: tuple[Key, ...], key: Key) -> bool:
    return any(key[: len(head)] == head for head in group)


def drawn(slides: Mapping[str, SlideModel]) -> list[tuple[Key, ...]]:
    """Where blocks are whose words are no runs: each is in a single language."""
    return [
        ((name, slot),)
        for name, slide in slides.items()
        for slot, block in slide.slots.items()
        if not isinstance(block, LineBlock | TextBlock | TableBlock)
    ]


def without_missing(found: Diagnostics) -> Diagnostics:
    """The complaints but those of words that are not there."""
    kept = Diagnostics()
    kept.extend(item for item in found if item.code != MISSING)
    return kept
