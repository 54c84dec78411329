"""Decks that are made again only where what they are made from has changed, or they themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from deck.content import keep_draft
from deck.diagnostics import Severity
from deck.errors import DeckError
from deck.fleet.batch import lost_deck, run_many
from deck.fleet.build import build_one
from deck.fleet.request import BuildRequest, Built
from deck.formats import DECK
from deck.ledger import StandingDeck, files_as_they_are, key_of_deck, moment
from deck.making.inputs import Inputs, inputs_of
from deck.places import load_places


@dataclass(frozen=True, slots=True)
class StandingRequest:
    """`before`: what an earlier run left of the deck."""

    build: BuildRequest
    before: StandingDeck | None = None


@dataclass(frozen=True, slots=True)
class StandingAnswer:
    """`standing` None: there is nothing to remember. `kept`: the deck was there, and nothing was written. `why`: what was new of
    it, by the names of `Inputs`; "first": it was not made before; "moment": the day, the language or Python is another; "files":
    its files are not as they were; "strict": warnings do now."""

    built: Built
    standing: StandingDeck | None = None
    kept: bool = False
    why: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.built.name


def build_changed(
    requests: Sequence[BuildRequest],
    known: Mapping[str, StandingDeck],
    jobs: int | None = None,
    on_done: Callable[[StandingAnswer], None] | None = None,
) -> list[StandingAnswer]:
    """Each deck, in order: made, or kept as it stands. `known`: by their keys (`deck_key`)."""
    asked = [StandingRequest(item, known.get(deck_key(item))) for item in requests]
    return run_many(_one, _lost, asked, jobs, on_done)


def deck_key(request: BuildRequest) -> str:
    return key_of_deck(request.place, request.outline, request.audience, request.lang)


def _lost(request: StandingRequest) -> StandingAnswer:
    return StandingAnswer(lost_deck(request.build))


def _one(request: StandingRequest) -> StandingAnswer:
    build, before = request.build, request.before
    inputs = _inputs(build)
    why = _why(build, before, inputs)
    if before is not None and not why:
        if build.release is None:
            keep_draft(before.release, build.content_root)
        return StandingAnswer(_as_built(build, before), before, kept=True)
    built = build_one(build)
    # What was changed while the deck was made is not what it was made from.
    if built.exit_code or built.path is None or inputs is None or _inputs(build) != inputs:
        return StandingAnswer(built, why=why)
    standing = StandingDeck(
        place=built.place,
        name=built.name,
        outline=build.outline,
        audience=build.audience,
        release=built.release,
        slides=built.slides,
        sha256=built.sha256,
        files=files_as_they_are({DECK.name: built.path, **built.also}),
        inputs=inputs.to_json(),
        moment=moment(),
        diagnostics=built.diagnostics,
    )
    return StandingAnswer(built, standing, why=why)


def _inputs(build: BuildRequest) -> Inputs | None:
    """None where they cannot be told: building says why."""
    try:
        found = inputs_of(build, load_places().find(build.place))
    except DeckError:
        return None
    return found if found.content else None


def _why(build: BuildRequest, before: StandingDeck | None, inputs: Inputs | None) -> tuple[str, ...]:
    """Why a deck is made; nothing where it stands."""
    if before is None or inputs is None:
        return ("first",)
    try:
        differing = inputs.differing(Inputs(**before.inputs))
    except TypeError:  # an earlier version's
        return ("code",)
    if differing:
        return differing
    if before.moment != moment():
        return ("moment",)
    if set(before.files) != {DECK.name, *build.also} or not before.stands(build.out):
        return ("files",)
    if build.strict and any(item.severity >= Severity.WARNING for item in before.diagnostics):
        return ("strict",)
    return ()


def _as_built(build: BuildRequest, standing: StandingDeck) -> Built:
    paths = standing.paths(build.out)
    built = Built(build, place=standing.place, name=standing.name, path=paths.pop(DECK.name))
    return replace(
        built,
        slides=standing.slides,
        release=standing.release,
        diagnostics=standing.diagnostics,
        sha256=standing.sha256,
        also=paths,
    )
