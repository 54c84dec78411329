"""What of an owner's stands beside the words that a question is about: what goes, too, where the whole is given up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from deck.diagnostics import Diagnostic, Severity, Where
from deck.i18n import _
from deck.pptx.reader import ReadDeck
from deck.refresh.guard import Touch, inventory, keyed, told_things
from deck.refresh.merged import Merged
from deck.refresh.outcome import Question
from deck.refresh.plan import Decided
from deck.refresh.told import question


def with_beside(merged: Merged, deck: ReadDeck, was: ReadDeck, said: ReadDeck, told: Sequence[Touch]) -> Merged:
    """The questions, each with what goes beside its words. `was`, `said`: decks that we wrote of what it was made as, and of what
    it says; `told`: what below the model bears the owner's hand."""
    asked = [*merged.conflicts, *(question(item.conflict) for item in _given_up(merged))]
    things = _things(deck, was, said, {item.slide for item in asked if item.property == "slide"})

    def whole(item: Question) -> Question:
        here = [mark for mark in told if mark.slide == item.slide]
        match item.property:
            case "slide":
                held = things.get(item.slide, [])
                found = [*held, *(mark.words for mark in here if not (held and mark.what in _COUNTED))]
            case "kind":
                # A shape of the owner's own stays on the slide, whatever its kind.
                found = [mark.words for mark in here if mark.where and mark.what != "shape"]
            case "block" | "slot":
                found = [mark.words for mark in here if mark.where == item.slot]
            case _:
                return item
        return replace(item, beside=tuple(dict.fromkeys(found)))

    gone = {item.slide: whole(item).beside for item in asked if item.property == "slide"}
    return replace(merged, conflicts=tuple(whole(item) for item in merged.conflicts), beside=gone)


_COUNTED = frozenset({"words", "link", "equation", "field", "picture", "alt", "shape", "comment", "object", "notes-page"})
"""Marks that say less than the things that made them."""


def _given_up(merged: Merged) -> list[Decided[object]]:
    return [item for item in merged.plan.decided if item.choice == "theirs" and item.conflict.at == "slide"]


def _things(deck: ReadDeck, was: ReadDeck, said: ReadDeck, slides: Collection[str]) -> Mapping[str, list[str]]:
    """What stands on each slide that we did not put there, in words; without the words that the question itself shows."""
    if not slides:
        return {}
    held, made, now = (inventory(one.sheets, keyed(one), slides, whole=False).slides for one in (deck, was, said))

    def own(slide: str) -> list[str]:
        here = held.get(slide, Counter())
        shown = Counter({item: count for item, count in now.get(slide, Counter()).items() if item.kind == "word"})
        return told_things(here, here - made.get(slide, Counter()) - shown)

    return {slide: own(slide) for slide in slides}


def went_along(merged: Merged, numbers: Mapping[str, int]) -> tuple[Diagnostic, ...]:
    """What went with slides whose owner gave them up."""
    found = []
    for item in _given_up(merged):
        slide = item.conflict.address.slide
        if beside := merged.beside.get(slide):
            text = _("“{title}”: with the slide went {things}").format(title=item.conflict.title, things="; ".join(beside))
            hint = _("it is still in the file that was refreshed")
            found.append(Diagnostic("went-along", Severity.INFO, text, Where(slide=numbers.get(slide, 0), slide_id=slide), hint))
    return tuple(found)


__all__ = ["went_along", "with_beside"]
