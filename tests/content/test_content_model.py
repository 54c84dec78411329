"""The guidance's structure: roles, sources in the order that they are leant on, and for whom a slide is."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from deck.content.blocks import (
    statements,
)
from deck.content.model import SlideModel, Source


def slide(**slots: Any) -> SlideModel:
    return SlideModel.model_validate({"kind": "content", "slots": slots, "notes": "n"})


def test_sources_in_order_built_in_ones_left_out_notes_last() -> None:
    made = slide(title="label", body={"items": {"a": ["two", "suggestion"], "b": "one"}}, more="two")
    assert made.statement_sources() == ("two", "one", "n")
    assert list(statements(made.slots["body"])) == ["a", "b"]
    assert statements(made.slots["title"]) == {}


def test_a_slot_is_its_own_role_unless_it_says_another() -> None:
    made = slide(title="a", extra={"source": "a", "role": "body"})
    assert (made.role("title"), made.role("extra")) == ("title", "body")


@pytest.mark.parametrize(
    ("given_for", "kind", "code", "answer"),
    [
        (None, "county", "12", True),
        ("county", "county", "12", True),
        ("county", "municipality", "1281", False),
        (["1281", "12"], "county", "12", True),
        (["1281", "12"], "municipality", "1280", False),
    ],
)
def test_for_whom_a_slide_is(given_for: Any, kind: str, code: str, answer: bool) -> None:
    more = {"for": given_for} if given_for else {}
    made = SlideModel.model_validate({"kind": "content", "slots": {"title": "a"}, "notes": "n", **more})
    assert made.meant_for(kind, code) is answer


def test_a_sources_address_is_a_safe_one() -> None:
    assert Source(title="t", publisher="p", url="https://a.se").url == "https://a.se"
    with pytest.raises(ValidationError):
        Source(title="t", publisher="p", url="http://a.se")
