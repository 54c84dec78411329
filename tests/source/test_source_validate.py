"""A YAML tree held against a model: all faults at once, each at its place, each with what to do."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import Field, ValidationError, field_validator

from deck.diagnostics import Diagnostics
from deck.source import Strict, load_yaml, validate


class Inner(Strict):
    colour: str
    size: int = 1


class Outer(Strict):
    inner: dict[str, Inner]


class Dot(Strict):
    block: Literal["dot"]
    radius: int


class Bar(Strict):
    block: Literal["bar", "column"]
    height: int = 1


class Sheet(Strict):
    kind: Literal["a4", "a3"] = "a4"
    names: tuple[str, ...] = ()
    share: float = 1.0
    parts: dict[str, Annotated[Dot | Bar, Field(discriminator="block")]] = Field(default_factory=dict)
    word: str = ""

    @field_validator("word")
    @classmethod
    def _short(cls, value: str) -> str:
        if len(value) > 3:
            raise ValueError(f'"{value}" is too long')
        return value


def said(model: type[Strict], text: str) -> list[str]:
    diagnostics = Diagnostics()
    found = validate(model, load_yaml(text, "x.yaml"), diagnostics)
    assert (found is None) == bool(diagnostics.errors)
    return [str(item) for item in diagnostics]


def test_errors_have_positions() -> None:
    assert said(Outer, "inner:\n  x:\n    color: red\n    size: big\n  y: 3\n") == [
        'x.yaml:3:5: the field "colour" is missing; add it',
        'x.yaml:4:11: a whole number is expected here, not "big"',
        'x.yaml:3:5: unknown field "color"; did you mean "colour"?',
        "x.yaml:5:6: fields with values are expected here",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("kind: a3\nnames: [x]\nshare: 0.5\n", []),
        ("kind: a5\n", ["x.yaml:1:7: \"a5\" cannot be said for \"kind\"; choose one of 'a4' or 'a3'"]),
        ("names: x\n", ["x.yaml:1:8: a list is expected here"]),
        ("names:\n  - [y]\n", ["x.yaml:2:5: text is expected here"]),
        ("word: lång\n", ['x.yaml:1:7: "lång" is too long; correct the value']),
        ("parts:\n  p:\n    block: dot\n    radius: 1\n    heigth: 2\n", ['x.yaml:5:5: unknown field "heigth"']),
        ("parts:\n  p:\n    block: dot\n", ['x.yaml:3:5: the field "radius" is missing; add it']),
        ("parts:\n  p:\n    block: bar\n    heigth: 2\n", ['x.yaml:4:5: unknown field "heigth"; did you mean "height"?']),
    ],
)
def test_each_fault_in_words(text: str, words: list[str]) -> None:
    found = said(Sheet, text)
    assert len(found) == len(words)
    assert all(one.startswith(start) for one, start in zip(found, words, strict=True)), found


def test_any_other_fault_is_told_with_its_value() -> None:
    (found,) = said(Sheet, "share: mycket\n")
    assert found.startswith('x.yaml:1:8: "mycket" does not fit "share": ') and found.endswith("; correct the value")


def test_a_part_of_a_file_is_held_at_its_own_place() -> None:
    tree, diagnostics = load_yaml("a:\n  - colour: red\n  - size: 3\n", "x.yaml"), Diagnostics()
    assert validate(Inner, tree, diagnostics, ("a", 0), tree.value["a"][0]) == Inner(colour="red")
    assert validate(Inner, tree, diagnostics, ("a", 1), tree.value["a"][1]) is None
    assert [str(item.where) for item in diagnostics] == ["x.yaml:3:5"]


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Inner(colour="red").size = 2  # type: ignore[misc]
