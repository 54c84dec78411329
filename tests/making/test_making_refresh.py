"""One edited deck and the content of now: the new package is in the answer, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.errors import UsageError
from deck.fleet import BuildRequest, build_one
from deck.making import RefreshRecipe
from deck.making.refresh import refresh


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", out=tmp_path_factory.mktemp("old")))
    assert built.path is not None, built.diagnostics
    return built.path


def test_the_answer_has_the_new_deck_and_the_disk_has_not(deck: Path) -> None:
    before = deck.read_bytes()
    found = refresh(RefreshRecipe(deck))
    assert found.state == "refreshed" and found.path is None and found.package is not None and found.changes
    assert found.recognised == found.slots > 0
    assert (found.release_before, found.place, found.outline) == ("2020-04-30", "1281", "kort")
    assert deck.read_bytes() == before and list(deck.parent.iterdir()) == [deck]


def test_to_the_release_that_it_is_of_there_is_nothing_to_do(deck: Path) -> None:
    found = refresh(RefreshRecipe(deck, release="2020-04-30"))
    assert (found.state, found.changes, found.package) == ("up-to-date", (), None)


def test_status_makes_no_package(deck: Path) -> None:
    found = refresh(RefreshRecipe(deck, status_only=True))
    assert found.state == "refreshed" and found.changes and found.package is not None
    assert found.package.parts == found.before.parts if found.before else False


@pytest.mark.parametrize(
    ("recipe", "code"),
    [
        ({"source": Path("saknas.pptx")}, "missing-file"),
        ({"place": "atlantis"}, "unknown-place"),
        ({"resolve": {"when/titel": "mine"}}, "unknown-conflict"),
        ({"lang": "en"}, "another-language"),
    ],
)
def test_a_refused_deck_is_raised_with_its_reason(deck: Path, recipe: dict[str, object], code: str) -> None:
    with pytest.raises(UsageError) as raised:
        refresh(RefreshRecipe(**({"source": deck} | recipe)))  # type: ignore[arg-type]
    assert [item.code for item in raised.value.diagnostics] == [code]


def test_what_was_decided_is_said_again(deck: Path) -> None:
    asked = RefreshRecipe(deck, base="2020-04-30", place="lund", content_root=None)
    assert refresh(asked).again == ("--base", "2020-04-30", "--place", "lund")
