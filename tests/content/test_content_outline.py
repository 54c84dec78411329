"""Orders by audience, and the minutes of what is spoken."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from deck.content.outline import AudienceChange, Outline

OUTLINE = {"minutes": 5, "sections": {"one": ["a", "b"], "two": ["c"]}}


@pytest.mark.parametrize(
    ("change", "order"),
    [
        ({}, "one:a one:b two:c"),
        ({"without": ["b"]}, "one:a two:c"),
        ({"after": {"a": "c"}}, "one:b two:c two:a"),
        ({"after": {"new": "a"}}, "one:a one:new one:b two:c"),
        ({"without": ["c"], "after": {"a": "b"}}, "one:b one:a"),
        ({"after": {"new": "gone"}}, "one:a one:b two:c"),
    ],
)
def test_an_audiences_order(change: dict[str, Any], order: str) -> None:
    outline = Outline.model_validate({**OUTLINE, "audiences": {"x": change}})
    assert [f"{section}:{name}" for section, name in outline.order("x")] == order.split()
    assert [f"{section}:{name}" for section, name in outline.order("alla")] == ["one:a", "one:b", "two:c"]


@given(st.lists(st.sampled_from("abc"), unique=True), st.dictionaries(st.sampled_from("abd"), st.sampled_from("abc"), max_size=2))
def test_no_audience_is_shown_a_slide_twice_or_one_that_is_left_out(without: list[str], after: dict[str, str]) -> None:
    outline = Outline.model_validate({**OUTLINE, "audiences": {"x": {"without": without, "after": after}}})
    shown = [name for _section, name in outline.order("x")]
    assert len(set(shown)) == len(shown)
    assert not set(shown) & (set(without) - set(after))


TIMED = {
    "minutes": 5,
    "sections": {"one": ["a", "b"], "two": ["c"], "end": ["d"]},
    "time": {"a": 1, "b": 0.5},
    "rest": "c",
    "appendix": ["end"],
    "audiences": {"x": {"time": {"a": 2}}, "y": {"rest": "b", "time": {"c": 1.5}}},
}


@pytest.mark.parametrize(
    ("audience", "spoken", "minutes"),
    [
        ("alla", "abc", {"a": 1, "b": 0.5, "c": 3.5}),
        ("x", "abc", {"a": 2, "b": 0.5, "c": 2.5}),
        ("y", "abc", {"a": 1, "b": 2.5, "c": 1.5}),
        ("alla", ["a", "own", "b", "c"], {"a": 1, "own": 1, "b": 0.5, "c": 2.5}),
        ("alla", ["a", "b"], {"a": 1, "b": 0.5}),
        ("alla", [f"own{n}" for n in range(6)] + ["c"], {f"own{n}": 1 for n in range(6)} | {"c": 0.5}),
    ],
)
def test_minutes_of_the_slides_that_are_spoken(audience: str, spoken: Any, minutes: dict[str, float]) -> None:
    outline = Outline.model_validate(TIMED)
    assert outline.spoken(audience) == ("a", "b", "c")
    assert outline.minutes_of(audience, spoken) == minutes
    assert Outline.model_validate(OUTLINE).minutes_of("alla", "abc") == {}


@pytest.mark.parametrize("bad", [{"minutes": 0}, {"minutes": 601}, {"sections": {}}, {"time": {"a": 0.3}}, {"max_slides": 201}])
def test_an_outline_is_held_to_its_bounds(bad: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Outline.model_validate(OUTLINE | bad)


def test_what_cannot_be_moved_stays() -> None:
    outline = Outline(
        minutes=5,
        sections={"start": ("a", "b")},
        audiences={"x": AudienceChange(after={"b": "nowhere"}), "y": AudienceChange(after={"b": "b"})},
    )
    assert [slide for _section, slide in outline.order("x")] == [slide for _section, slide in outline.order("y")] == ["a", "b"]
