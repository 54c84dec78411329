"""What is asked, as the new file has it: a second paragraph may be the third there, since the guidance put one in before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deck.package import Package
from deck.presentation import Presentation
from deck.refresh.document import Document
from deck.refresh.known import recognised
from deck.refresh.outcome import Question
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.planned import plan_deck
from deck.template.model import Template

_NUMBERED = re.compile(r"(^|\.)(was-|column-|column-was-)?\d+(\.|$)")
_What = tuple[str, str, str, str, str]


def called_later(questions: Sequence[Question], package: Package, theirs: Presentation, look: Template) -> tuple[Question, ...]:
    """The questions, each with the key that `--resolve` takes of the new file, where it is another. `package`: the new file;
    `look`: its template."""
    if not any(_NUMBERED.search(item.point) for item in questions):
        return tuple(questions)
    document = Document(package)
    deck = document.deck()
    if deck.manifest is None:
        return tuple(questions)
    known = recognised(document, deck.manifest.base, look, extra=deck.manifest.extra)
    there: dict[_What, list[Question]] = {}
    for item in plan_deck(known, Theirs(presentation=theirs), Decisions()).merged.conflicts:
        there.setdefault(_what(item), []).append(item)

    def called(item: Question) -> Question:
        twins = there.get(_what(item), [])
        twin = twins.pop(0) if twins else None
        return item if twin is None or twin.key == item.key else replace(item, later=twin.key)

    return tuple(called(item) for item in questions)


def _what(item: Question) -> _What:
    """What a question is about: what the sides said may have a column more by now, but for what its owner wrote."""
    return item.slide, item.slot, item.property, _shown(item.mine or item.base), _shown(item.theirs)


def _shown(words: str) -> str:
    """Without the empty cells of columns that came."""
    return " · ".join(word for word in words.split(" · ") if word.strip(" –"))


__all__ = ["called_later"]
