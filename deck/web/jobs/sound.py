"""What of a sender's own can be in the deck as it stands: while one field is being written, the others are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from deck.diagnostics import Diagnostic
from deck.errors import DeckError
from deck.making.material import content_of
from deck.web.choices import DeckChoices, OwnSlideChoice
from deck.web.recipe import WantedDeck, recipe_of, uploaded

Addition = Callable[[DeckChoices], DeckChoices]
Refusal = tuple[WantedDeck, tuple[Diagnostic, ...]]
"""What was tried, and what is wrong with it."""
LOOK = ("mall.", "logotyp.")
"""How uploads begin that say how a deck looks, and nothing of what it says."""


def less_and_less(wanted: WantedDeck, told: list[Refusal] | None = None) -> Iterator[WantedDeck]:
    """What is asked for, then what of it may be sound: all that can be read, the same in the place's own look, and in the end
    nothing but the slides. Which slides there are, and in which order, no words can make wrong. `told`: gets why something is
    left out, where it is looked at by itself."""
    yield wanted
    read = sound(wanted, told)
    plain = {name: path for name, path in wanted.files.items() if not name.startswith(LOOK)}
    rest = (read, replace(read, files={name: read.files[name] for name in plain if name in read.files}), _wordless(wanted, {}))
    before = wanted
    for less in rest:
        if less != before:
            yield less
        before = less


def sound(wanted: WantedDeck, told: list[Refusal] | None = None) -> WantedDeck:
    """With all of the sender's own words that a content can be read with, each by itself. `told`: gets why others are not."""
    given, figures = wanted.choices, uploaded(wanted.files, "siffror.")
    kept = _wordless(wanted, {name: path for name, path in wanted.files.items() if name != figures})
    if figures:
        kept = _if_read(replace(kept, choices=replace(kept.choices, source=given.source), files=wanted.files), kept)
    for whole, parts in _groups(given):
        added = replace(kept, choices=whole(kept.choices))
        if _if_read(added, kept) is added:
            kept = added
            continue
        for part in parts:
            kept = _if_read(replace(kept, choices=part(kept.choices)), kept, told)
    return kept


def _wordless(wanted: WantedDeck, files: Mapping[str, Path]) -> WantedDeck:
    given = wanted.choices
    own = (OwnSlideChoice(),) * len(given.own)
    return replace(wanted, choices=replace(given, showing={}, contact={}, others=(), goals=(), own=own, source=""), files=files)


def _if_read(wanted: WantedDeck, else_: WantedDeck, told: list[Refusal] | None = None) -> WantedDeck:
    try:
        with recipe_of(wanted) as recipe:
            content_of(recipe)
    except DeckError as error:
        if told is not None:
            told.append((wanted, tuple(error.diagnostics)))
        return else_
    return wanted


def _groups(given: DeckChoices) -> Iterator[tuple[Addition, Iterator[Addition]]]:
    """Fields that stand together, for most are right; and each of them."""
    yield lambda to: replace(to, showing=given.showing), (_showing(given, name) for name in given.showing)
    yield lambda to: replace(to, goals=given.goals), map(_goal, given.goals)
    people = (given.contact, *given.others)
    fields = (_field(given, n, name) for n, person in enumerate(people) for name in person)
    yield lambda to: replace(to, contact=given.contact, others=given.others), fields
    yield lambda to: replace(to, own=given.own), (_slide(given, n) for n in range(len(given.own)))


def _showing(given: DeckChoices, name: str) -> Addition:
    return lambda to: replace(to, showing={**to.showing, name: given.showing[name]})


def _goal(goal: str) -> Addition:
    return lambda to: replace(to, goals=(*to.goals, goal))


def _field(given: DeckChoices, n: int, name: str) -> Addition:
    """Of the person with this number; 0 is the first."""
    if n == 0:
        return lambda to: replace(to, contact={**to.contact, name: given.contact[name]})

    def added(to: DeckChoices) -> DeckChoices:
        people = [dict(person) for person in to.others or ({},) * len(given.others)]
        people[n - 1][name] = given.others[n - 1][name]
        return replace(to, others=tuple(people))

    return added


def _slide(given: DeckChoices, n: int) -> Addition:
    return lambda to: replace(to, own=(*to.own[:n], given.own[n], *to.own[n + 1 :]))
