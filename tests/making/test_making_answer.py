"""What came of a refresh, as its caller is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deck.diagnostics import Diagnostics, Where
from deck.errors import UsageError
from deck.making import RefreshRecipe
from deck.making.answer import known_keys, result_of
from deck.making.made_from import MadeFrom
from deck.package import Package
from deck.presentation import Presentation, Slide, Slot, text
from deck.refresh.merge import merge
from deck.refresh.merged import merged_of
from deck.refresh.plan import Base, Decisions, Mine, Theirs
from deck.refresh.refresh import Outcome

CHOICES = MadeFrom("1281", "standard", "alla", "2021", "sv")
RECIPE = RefreshRecipe(Path("a.pptx"))
NOTHING = Package({}, {}, {}, {})


def deck(words: str, release: str = "2021") -> Presentation:
    slide = Slide("why", "content", (Slot("title", "title", text("Varför")), Slot("body", "body", text(words))))
    return Presentation("t", "sv", "1281", "Lund", "standard", "alla", release, (), (slide,))


def outcome(mine: str, theirs: str, package: Package | None = None) -> Outcome:
    plan = merge(
        Base(presentation=deck("Ett mål"), continued={}),
        Mine(presentation=deck(mine), order=("why",), titles={}),
        Theirs(presentation=deck(theirs, "2026")),
        Decisions(),
    )
    return Outcome(merged_of(plan), package)


def told(recipe: RefreshRecipe, came: Outcome, problems: Diagnostics | None = None) -> tuple[str, int, bool]:
    found = result_of(recipe, CHOICES, deck("Ett mål"), deck("Två mål", "2026"), came, problems or Diagnostics())
    assert (found.place, found.place_name, found.release_before, found.release_after) == ("1281", "Lunds kommun", "2021", "2026")
    return found.state, found.exit_code, found.whole


def test_what_came_of_it_has_a_state_and_an_exit_code() -> None:
    assert told(RECIPE, outcome("Ett mål", "Ett mål")) == ("up-to-date", 0, True)
    assert told(RECIPE, outcome("Ett mål", "Två mål", NOTHING)) == ("refreshed", 0, True)
    assert told(RECIPE, outcome("Tre mål", "Två mål", NOTHING)) == ("conflicts", 3, True)


@pytest.mark.parametrize("code", ["lost", "broken"])
def test_what_the_witness_misses_is_no_whole_deck(code: str) -> None:
    problems = Diagnostics()
    problems.warning(code, "…", Where("a.pptx"))
    assert told(RECIPE, outcome("Ett mål", "Två mål", NOTHING), problems) == ("refreshed", 3, False)


def test_a_decision_on_what_is_no_conflict_names_those_that_are() -> None:
    asked = outcome("Tre mål", "Två mål")
    (conflict,) = asked.merged.conflicts
    known_keys(replace(RECIPE, resolve={conflict.key: "mine"}), asked)
    with pytest.raises(UsageError) as raised:
        known_keys(replace(RECIPE, resolve={"why/boddy": "mine", "atlantis": "mine"}), asked)
    near, far = raised.value.diagnostics
    assert near.code == far.code == "unknown-conflict" and conflict.key in far.hint and "why/body" in near.hint


def test_a_command_says_again_what_brings_the_same_news(tmp_path: Path) -> None:
    local = tmp_path / "local.yaml"
    recipe = replace(RECIPE, base="2021", place="lund", release="2026", lang="sv", local=local, figures=(tmp_path / "b.csv",))
    found = result_of(recipe, CHOICES, deck("a"), deck("b"), outcome("a", "b"), Diagnostics())
    assert found.again == (
        *("--base", "2021", "--place", "lund", "--release", "2026", "--lang", "sv"),
        *("--local", str(local.resolve()), "--figures", str((tmp_path / "b.csv").resolve())),
    )
