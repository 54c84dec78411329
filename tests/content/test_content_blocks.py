"""What a slot holds: short spellings, and the sources it leans on."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from deck.content.blocks import (
    ChartBlock,
    DiagramBlock,
    LineBlock,
    MadeBlock,
    QrBlock,
    Statement,
    TextBlock,
    block_sources,
)
from deck.content.model import SlideModel


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
    block = SlideModel.model_validate({"kind": "content", "slots": {"body": given_block}, "notes": "n"}).slots["body"]
    assert type(block) is kind
    assert block_sources(block) == sources


@pytest.mark.parametrize("bad", ["", [], {"source": ""}, {"source": "a", "level": 3}, {"source": "a", "list": "dots"}])
def test_a_statement_must_have_a_source_and_known_looks(bad: Any) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate(bad)
