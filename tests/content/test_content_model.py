"""The guidance's structure: short spellings, roles, sources in the order that they are leant on, orders by audience."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from deck.content.model import (
    ChartBlock,
    Contact,
    DiagramBlock,
    LineBlock,
    LocalSlide,
    MadeBlock,
    Outline,
    QrBlock,
    SlideModel,
    Source,
    Statement,
    TextBlock,
    block_sources,
    statements,
)


def slide(**slots: Any) -> SlideModel:
    return SlideModel.model_validate({"kind": "content", "slots": slots, "notes": "n"})


@pytest.mark.parametrize(
    ("given_block", "kind", "sources"),
    [
        ("one", LineBlock, ("one",)),
        (["one", "two"], LineBlock, ("one", "two")),
        ({"source": "one"}, LineBlock, ("one",)),
        ({"items": {"a": "one", "b": ["two", "one"]}}, TextBlock, ("one", "two", "one")),
        ({"block": "cards", "cards": {"a": "one"}}, DiagramBlock, ("one",)),
        ({"block": "chart", "chart": "bar", "categories": {"a": {"value": 1, "source": "one"}}}, ChartBlock, ("one",)),
        ({"block": "qr", "source": "one"}, QrBlock, ("one",)),
        ({"block": "agenda"}, MadeBlock, ()),
    ],
)
def test_a_block_by_its_spelling_and_its_sources(given_block: Any, kind: type, sources: tuple[str, ...]) -> None:
    block = slide(body=given_block).slots["body"]
    assert type(block) is kind
    assert block_sources(block) == sources


def test_sources_in_order_built_in_ones_left_out_notes_last() -> None:
    made = slide(title="label", body={"items": {"a": ["two", "suggestion"], "b": "one"}}, more="two")
    assert made.statement_sources() == ("two", "one", "n")
    assert list(statements(made.slots["body"])) == ["a", "b"]
    assert statements(made.slots["title"]) == {}


def test_a_slot_is_its_own_role_unless_it_says_another() -> None:
    made = slide(title="a", extra={"source": "a", "role": "body"})
    assert (made.role("title"), made.role("extra")) == ("title", "body")


@pytest.mark.parametrize("bad", ["", [], {"source": ""}, {"source": "a", "level": 3}, {"source": "a", "list": "dots"}])
def test_a_statement_must_have_a_source_and_known_looks(bad: Any) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate(bad)


@pytest.mark.parametrize(
    ("model", "good", "bad"),
    [
        (Source, {"title": "t", "publisher": "p", "url": "https://a.se"}, {"title": "t", "publisher": "p", "url": "http://a.se"}),
        (Contact, {"email": "a@b.se", "web": "http://a.se"}, {"email": "a b@c.se"}),
        (Contact, {}, {"web": "a.se"}),
        (LocalSlide, {"id": "our-goals-2", "title": "t"}, {"id": "Our", "title": "t"}),
        (LocalSlide, {"id": "a", "title": "t", "left-heading": "x"}, {"id": "a", "title": "t", "kind": "title"}),
        (Outline, {"minutes": 5, "sections": {"a": []}}, {"minutes": 0, "sections": {"a": []}}),
    ],
)
def test_fields_are_held_to_their_form(model: Any, good: dict[str, Any], bad: dict[str, Any]) -> None:
    model.model_validate(good)
    with pytest.raises(ValidationError):
        model.model_validate(bad)


def test_texts_may_be_one_or_several() -> None:
    assert LocalSlide.model_validate({"id": "a", "title": "t", "body": "x"}).body == ("x",)
    assert LocalSlide.model_validate({"id": "a", "title": "t", "body": ["x", "y"]}).body == ("x", "y")


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
