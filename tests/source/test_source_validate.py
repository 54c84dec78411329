"""A YAML tree held against a model: all faults at once, each at its place, each with what to do."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import AliasChoices, ConfigDict, Field, ValidationError, field_validator

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


def _both_names(schema: dict[str, Any]) -> None:
    schema["properties"]["cards"] = schema["properties"]["items"]


class Spelled(Strict):
    """A field with an older name that editors know, too."""

    model_config = ConfigDict(json_schema_extra=_both_names)

    items: tuple[str, ...] = Field(validation_alias=AliasChoices("items", "cards"))


def test_a_field_by_both_its_names_is_not_told_as_unknown() -> None:
    assert said(Spelled, "cards: [x]\n") == said(Spelled, "items: [x]\n") == []
    assert said(Spelled, "items: [x]\ncards: [y]\n") == [
        'x.yaml:2:1: the field "cards" is there twice; it is another name of a field that is there already; keep one of them'
    ]


def test_errors_have_positions() -> None:
    assert said(Outer, "inner:\n  x:\n    color: red\n    size: big\n  y: 3\n") == [
        'x.yaml:3:5: the field "colour" is missing; add it',
        'x.yaml:4:11: a whole number is expected here, not "big"',
        'x.yaml:3:5: unknown field "color"; did you mean "colour"?',
        'x.yaml:5:6: fields with values are expected here; write "name: value", with a colon and a space between them',
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("kind: a3\nnames: [x]\nshare: 0.5\n", []),
        ("kind: a5\n", ['x.yaml:1:7: "a5" cannot be said for "kind"; choose one of a4, a3']),
        ("names: x\n", ['x.yaml:1:8: a list is expected here; write each on a line of its own, with "- " before it']),
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
    assert found == 'x.yaml:1:8: a number is expected here, not "mycket"; write it with digits, as in 12.5'


class Bounds(Strict):
    name: str = Field(default="", pattern=r"^[a-z]*$", max_length=5)
    mail: str = Field(default="x", min_length=1)
    many: tuple[str, ...] = Field(default=("a",), min_length=1, max_length=2)
    more: float = Field(default=1, gt=0, le=9)
    least: int = Field(default=1, ge=1, lt=5)
    yes: bool = False
    web: str = Field(default="", pattern=r"^(https://\S+)?$")
    day: str = Field(default="", pattern=r"^\d{4}$")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("name: A", '"A" cannot be said for "name"', "small letters"),
        ("name: abcdef", "the text has 6 characters; there is room for 5", "shorten"),
        ("mail:", '"mail" has no value', "take the line away"),
        ("many: []", '"many" has too little in it', "add it"),
        ("many: [a, b, c]", '"many" has 3, and may have 2', "take some away"),
        ("more: 0", '"0" is too small for "more"', "more than 0"),
        ("more: 10", '"10" is too large for "more"', "9 or less"),
        ("least: 0", '"0" is too small for "least"', "1 or more"),
        ("least: 5", '"5" is too large for "least"', "less than 5"),
        ("more: nan", '"nan"', ""),
        ("yes: kanske", '"yes" is yes or no, not "kanske"', "true or false"),
        ("web: ftp://x", '"ftp://x" cannot be said for "web"', "https://www.example.se"),
        ("day: igår", '"igår" cannot be said for "day"', "2026-12-03"),
        ("name: [a, b]", "text is expected here", "in quotes where it begins with"),
        ("name: {a: b}", '"a: b" is read as a field with a value', 'put the whole text in quotes: "a: b"'),
    ],
)
def test_bounds_are_told_in_words_of_ours(text: str, message: str, hint: str) -> None:
    [found] = said(Bounds, f"{text}\n")
    assert message in found and hint in found
    assert not any(word in found for word in ("should", "Input", "valid ", "pattern"))


def test_what_was_not_read_to_its_end_is_not_judged() -> None:
    diagnostics = Diagnostics()
    tree = load_yaml("inner:\n  x:\n    size: big\n   y: 1\n", "x.yaml", diagnostics)
    assert validate(Outer, tree, diagnostics) is None
    assert [item.code for item in diagnostics] == ["broken-yaml"]


def test_a_part_of_a_file_is_held_at_its_own_place() -> None:
    tree, diagnostics = load_yaml("a:\n  - colour: red\n  - size: 3\n", "x.yaml"), Diagnostics()
    assert validate(Inner, tree, diagnostics, ("a", 0), tree.value["a"][0]) == Inner(colour="red")
    assert validate(Inner, tree, diagnostics, ("a", 1), tree.value["a"][1]) is None
    assert [str(item.where) for item in diagnostics] == ["x.yaml:3:5"]


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Inner(colour="red").size = 2  # type: ignore[misc]


def test_braces_in_braces_are_read_as_a_field() -> None:
    found = Diagnostics()
    assert validate(Bounds, load_yaml("name: {{a}}\n", "x.yaml", found), found) is None
    assert any('"{{…}}" is read as a field' in str(item) for item in found)
