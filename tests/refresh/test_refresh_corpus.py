"""Every edit alone and many together, over every release: nothing of the owner's is lost, nothing of the guidance's is hidden."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import islice
from typing import Any

import pytest
from examples import examples, turns
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from refresh_corpus import (
    Case,
    edited,
    faults,
    generated,
    lost_edits,
    refreshed,
    result_bytes,
    silent_changes,
    unlike_merged,
)
from refresh_edits import EDITS, SILENT
from refresh_releases import BASE, RELEASES

from deck.pptx import read_pptx
from deck.presentation import Picture, Presentation, Slide
from deck.refresh.canon import canonical_presentation, shown
from deck.refresh.plan import Choice, Decided
from deck.refresh.told import shown_term

NEWS = [name for name in RELEASES if name != "same"]


def check_laws(case: Case, release: str) -> None:
    """The laws of one edited file and one release."""
    theirs = RELEASES[release]()
    outcome = refreshed(case.data, theirs)
    data = result_bytes(outcome, case.data)
    assert lost_edits(case, data) == []
    assert silent_changes(BASE, theirs, outcome, data) == []
    assert unlike_merged(outcome, data) == []
    assert faults(data) == []
    again = refreshed(data, theirs)
    assert again.package is None, "a second refresh finds nothing more to do"
    # A picture's words hold its alternative text, which merges apart from it and may have gone on.
    pending = [
        [(item.key, item.property, item.property == "picture" or item) for item in one.merged.conflicts]
        for one in (outcome, again)
    ]
    assert pending[0] == pending[1]


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_alone_keeps_all_its_proofs(name: str) -> None:
    """A proof that does not hold in the edited file itself proves nothing of a refresh."""
    case = edited([name])
    assert bool(case.tried) == (name not in SILENT)
    assert len(case.proofs) == case.tried


def test_there_are_enough_edits() -> None:
    assert len(EDITS) >= 40


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_alone(name: str) -> None:
    case = edited([name])
    for release in turns(name, NEWS):
        check_laws(case, release)


def test_every_release_has_its_turn_over_the_edits() -> None:
    """Of several edits each that meet it alone, and of some that meet them all."""
    alone = Counter(release for name in EDITS if len(found := turns(name, NEWS)) == 1 for release in found)
    whole = [name for name in EDITS if len(turns(name, NEWS)) == len(NEWS)]
    assert set(alone) == set(NEWS) and min(alone.values()) >= 4 and len(whole) >= 5


@pytest.mark.parametrize("name", EDITS)
def test_no_news_nothing_to_do(name: str) -> None:
    outcome = refreshed(edited([name]).data, BASE)
    assert outcome.package is None
    assert outcome.merged.conflicts == ()
    kept = [item for item in outcome.merged.changes if item.kind in ("kept", "slide-deleted", "own-slide")]
    assert not (name in SILENT and kept), "what programs do on saving is no edit"


@settings(max_examples=examples(12, 50), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=10, unique=True), st.sampled_from(NEWS))
def test_edits_together(names: list[str], release: str) -> None:
    check_laws(edited(names), release)


@pytest.mark.parametrize("release", RELEASES)
def test_no_edits_equals_a_fresh_build(release: str) -> None:
    theirs = RELEASES[release]()
    outcome = refreshed(generated(), theirs)
    read = read_pptx(outcome.package) if outcome.package is not None else read_pptx(generated())
    assert read.presentation is not None and outcome.merged.conflicts == ()
    assert canonical_presentation(read.presentation).slides == canonical_presentation(theirs).slides


@pytest.mark.parametrize(
    "name", ["rewrite-first-bullet", "title-changed-both", "card-changed-both", "cell-changed-both", "picture-replaced"]
)
def test_all_resolved_as_theirs_gives_theirs(name: str) -> None:
    clashed = 0
    for release in NEWS:
        theirs = RELEASES[release]()
        case = edited([name])
        outcome = refreshed(case.data, theirs)
        if not outcome.merged.conflicts:
            continue
        clashed += 1
        keys = {item.key for item in outcome.merged.conflicts}
        solved = refreshed(case.data, theirs, dict.fromkeys(keys, "theirs"))
        assert solved.merged.conflicts == () and solved.package is not None
        for decided in solved.merged.plan.decided:
            # What clashed is the guidance's now, and nothing else of the slot went.
            term = decided.conflict.terms.theirs
            words = term.alt if isinstance(term, Picture) else shown_term(term)
            assert words in shown(_slide(solved.merged.presentation, decided))
        assert lost_edits(case, result_bytes(solved, case.data)) in ([], list(range(len(case.proofs))))
        assert refreshed(result_bytes(solved, case.data), theirs).package is None
    assert clashed, "no release clashes with this edit: nothing was tried"


def _slide(presentation: Presentation, decided: Decided[Any]) -> Slide:
    slide = presentation.slide(decided.conflict.address.slide)
    assert slide is not None
    return slide


CLASHING = ("kinds", "words")
"""Releases that say otherwise what an owner may have changed: a slide's kind, and its words."""


@cache
def clashes(name: str, release: str) -> bool:
    return bool(refreshed(edited([name]).data, RELEASES[release]()).merged.conflicts)


@pytest.mark.parametrize("release", CLASHING)
def test_there_is_something_to_decide_in_each(release: str) -> None:
    """What is left out below, for nothing clashes there, is not all. The likeliest are asked first."""
    likely = sorted(EDITS, key=lambda name: "both" not in name and "rewrite" not in name)
    assert len(list(islice((name for name in likely if clashes(name, release)), 4))) == 4


@pytest.mark.parametrize("release", CLASHING)
@pytest.mark.parametrize("name", EDITS)
def test_after_a_decision_the_next_refresh_is_silent(name: str, release: str) -> None:
    """Where nothing clashes there is no choice, and `test_each_edit_alone` holds the same."""
    if clashes(name, release):
        for choice in CHOICES:
            check_decided(name, release, choice)


CHOICES: tuple[Choice, ...] = ("mine", "theirs")


def check_decided(name: str, release: str, choice: Choice) -> None:
    """Also where the guidance has changed a slide's kind; and what its owner keeps is all there."""
    case, theirs = edited([name]), RELEASES[release]()
    outcome = refreshed(case.data, theirs, prefer=choice)
    data = result_bytes(outcome, case.data)
    assert outcome.merged.conflicts == ()
    if choice == "mine":
        assert lost_edits(case, data) == []
    assert faults(data) == []
    again = refreshed(data, theirs)
    assert again.merged.conflicts == ()
    assert again.package is None, again.merged.plan.edits


def test_conflicts_are_found_where_both_changed() -> None:
    both = {
        "title-changed-both": "next/title",
        "rewrite-first-bullet": "why/body",
        "card-changed-both": "cards/object",
        "number-changed": "number/object",
    }
    for name, key in both.items():
        outcome = refreshed(edited([name]).data, RELEASES["words"]())
        assert {f"{item.slide}/{item.slot}" for item in outcome.merged.conflicts} == {key}, name


def test_the_order_of_decisions_does_not_matter() -> None:
    case = edited(["title-changed-both", "card-changed-both", "rewrite-first-bullet"])
    theirs = RELEASES["words"]()
    keys = sorted({item.key for item in refreshed(case.data, theirs).merged.conflicts})
    assert len(keys) == 3

    def decided(order: list[str]) -> bytes:
        data = case.data
        for n, key in enumerate(order):
            data = result_bytes(refreshed(data, theirs, {key: "theirs" if keys.index(key) % 2 else "mine"}), data)
            assert len({c.key for c in refreshed(data, theirs).merged.conflicts}) == len(order) - n - 1
        return data

    one, other = (read_pptx(decided(order)).presentation for order in (keys, keys[::-1]))
    assert one == other
