"""Every edit in a real deck of the first release, refreshed to the second: nothing is lost, nothing is hidden."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from refresh_corpus import edited, faults, lost_edits, real, real_deck, refreshed, result_bytes, silent_changes, unlike_merged
from refresh_edits import EDITS, threes

from deck.check.judge import check_package
from deck.diagnostics import Severity
from deck.package import open_package

OLD, NEW = "2020-04-30", "2021"


def remarks(data: bytes) -> set[str]:
    """What `deck check` says, rule and shape; places and numbers of slides may change."""
    report = check_package(open_package(data, "deck.pptx"), "deck.pptx")
    assert not report.faults
    return {f"{item.rule.code} {item.where.shape}" for item in report.findings if item.level >= Severity.WARNING}


def check_laws(names: Sequence[str]) -> int:
    """The laws; how many proofs there were."""
    case = edited(names, real_deck(OLD))
    outcome = refreshed(case.data, real(NEW))
    data = result_bytes(outcome, case.data)
    assert lost_edits(case, data) == []
    assert silent_changes(real(OLD), real(NEW), outcome, data) == []
    assert unlike_merged(outcome, data) == []
    assert faults(data) == []
    said = remarks(data)
    # What finds nothing has nothing new to find.
    assert not said or said <= remarks(case.data)
    again = refreshed(data, real(NEW))
    assert again.package is None, "a second refresh finds nothing more to do"
    return len(case.proofs)


@pytest.mark.parametrize("names", threes(EDITS, 2020), ids="+".join)
def test_each_edit(names: tuple[str, ...]) -> None:
    check_laws(names)


def test_most_edits_can_be_made_in_a_real_deck() -> None:
    made = [name for name in EDITS if edited([name], real_deck(OLD)).proofs]
    assert len(made) >= 40


@pytest.mark.parametrize("names", threes(EDITS, 2021), ids="+".join)
def test_no_news_nothing_to_do(names: tuple[str, ...]) -> None:
    outcome = refreshed(edited(names, real_deck(NEW)).data, real(NEW))
    assert outcome.package is None and outcome.merged.conflicts == ()


@settings(max_examples=examples(4, 16), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=10, unique=True))
def test_edits_together(names: list[str]) -> None:
    check_laws(names)
