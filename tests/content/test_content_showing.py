"""The showing: from local.yaml, and what is said beside it before that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deck.content import content_root, load_content
from deck.content.own import Local
from deck.content.showing import Showing


def test_of_a_local_yaml_and_of_none() -> None:
    assert Showing.of(None) == Showing() and not Showing()
    assert Showing.of(Local(event=" Nämnden ", date="2026-12-03")) == Showing("Nämnden", "2026-12-03")


def test_what_is_said_goes_before_field_by_field() -> None:
    local = content_root() / "local.example.yaml"
    found = load_content(local=local, showing=Showing(event="Frukostmöte")).showing
    assert (found.event, found.date) == ("Frukostmöte", "2026-12-03") and found.speaker
    assert load_content(showing=Showing(speaker="Kim")).showing == Showing(speaker="Kim")
    assert load_content().showing == Showing()


@pytest.mark.parametrize("value", [None, [], "x", {"event": 5}, {"other": "x"}, {"event": ["x"]}])
def test_a_memory_that_cannot_be_is_none(value: Any) -> None:
    assert Showing.from_json(value) == Showing()


def test_a_memory_is_what_was_said() -> None:
    showing = Showing("Nämnden", "", "Kim")
    assert showing.to_json() == {"event": "Nämnden", "speaker": "Kim"}
    assert Showing.from_json(showing.to_json()) == showing


def test_the_date_is_read_in_the_decks_language() -> None:
    showing = Showing("2026-12-03", "2026-12-03")
    assert showing.said("event", "sv") == "2026-12-03"
    assert showing.said("date", "sv").replace("\N{NO-BREAK SPACE}", " ") == "3 december 2026"


def test_what_is_too_long_is_told_of(tmp_path: Path) -> None:
    from deck.errors import InputError

    (tmp_path / "local.yaml").write_text(f"event: {'x' * 81}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_content(local=tmp_path / "local.yaml")
    assert [item.where.line for item in caught.value.diagnostics] == [1]
