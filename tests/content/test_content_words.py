"""The words of a language held against the structure: what may stand where, what is missing, what is too long."""

from __future__ import annotations

from typing import Any

import pytest

from deck.content.model import SlideModel
from deck.content.words import REQUIRED_TERMS, Expected, compile_slide, compile_terms, expected_words, flatten
from deck.diagnostics import Diagnostics
from deck.source import load_yaml

SLOTS: dict[str, Any] = {
    "title": "s",
    "body": {"items": {"a": "s", "b": "s"}},
    "cards": {"block": "cards", "role": "object", "cards": {"x": "s"}},
    "table": {"block": "table", "columns": {"c": {}}, "rows": {"r": "s"}},
    "chart": {"block": "chart", "chart": "bar", "categories": {"k": {"value": 1, "source": "s"}}},
    "map": {"block": "map", "source": "s"},
    "qr": {"block": "qr", "source": "s"},
    "agenda": {"block": "agenda"},
    "contact": {"block": "contact"},
    "pairs": {"block": "contact", "form": "pairs"},
    "goals": {"block": "goals", "form": "rows"},
    "plan": {"block": "table", "columns": {"c": {}, "who": {"fill": True}}, "rows": {"r": "s"}},
}


def slide(*names: str) -> SlideModel:
    return SlideModel.model_validate({"kind": "content", "slots": {name: SLOTS[name] for name in names}, "notes": "s"})


@pytest.mark.parametrize(
    ("slot", "must", "may"),
    [
        ("title", {()}, set()),
        ("body", {("a",), ("b",)}, set()),
        ("cards", {("alt",), ("items", "x", "title")}, {("items", "x", "text"), ("items", "x", "key")}),
        ("table", {("alt",), ("columns", "c"), ("rows", "r", "c")}, set()),
        ("chart", {("alt",), ("series",), ("categories", "k")}, {("labels", "k")}),
        ("map", {("alt",)}, {("caption",)}),
        ("qr", {("alt",), ("label",)}, set()),
        ("agenda", {("alt",)}, set()),
        ("contact", {("lead",), ("fallback",)}, set()),
        ("pairs", {("alt",)}, set()),
        ("goals", {("alt",)}, set()),
        ("plan", {("alt",), ("columns", "c"), ("columns", "who"), ("rows", "r", "c")}, set()),
    ],
)
def test_the_words_of_each_kind_of_block(slot: str, must: set[tuple[str, ...]], may: set[tuple[str, ...]]) -> None:
    found = {path[1:]: item.required for path, item in expected_words(slide(slot), ()).items() if path[0] == slot}
    assert found == dict.fromkeys(must, True) | dict.fromkeys(may, False)


def test_notes_for_everyone_must_be_and_for_an_audience_may_be() -> None:
    found = expected_words(slide("title"), ("alla", "politiker"))
    assert (found["notes", "alla"].required, found["notes", "politiker"].required) == (True, False)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"notes": "x"}, {("notes", "alla"): "x"}),
        ({"notes": {"politiker": "y"}}, {("notes", "politiker"): "y"}),
        ({"card": "x"}, {("card", "title"): "x"}),
        ({"card": {"title": "x", "text": "y"}}, {("card", "title"): "x", ("card", "text"): "y"}),
        ({"card": ["x", "y"]}, {("card", "title"): "x y"}),
        ({"other": "x"}, {("other",): "x"}),
        ("x", {(): "x"}),
    ],
)
def test_short_spellings(value: Any, found: dict[tuple[str, ...], str]) -> None:
    expected = dict.fromkeys([("notes", "alla"), ("notes", "politiker"), ("card", "title"), ("card", "text")], Expected(10))
    assert flatten(value, expected) == found


def said(text: str, *slots: str) -> list[str]:
    problems = Diagnostics()
    tree = load_yaml(text, "w.yaml")
    phrases = compile_slide("s", slide(*slots), tree, ("slides", "s"), ("alla", "politiker"), problems)
    assert all(key[0] == "s" and phrase.text for key, phrase in phrases.items())
    return [str(item) for item in problems]


GOOD = "slides:\n  s:\n    title: T\n    body: {a: A, b: B}\n    notes: N\n"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "", ""),
        ("title: T", "titel: T", 'w.yaml:3:5: the structure of slide "s" has no "titel"; did you mean "title"?'),
        ("b: B", "c: C", 'w.yaml:4:18: the structure of slide "s" has no "body.c"; known here: a, b'),
        ("    notes: N\n", "", 'w.yaml:3:5: slide "s" has no words for "notes.alla"; write them'),
        ("b: B", "b: ''", "w.yaml:4:21: there is no text here; write it"),
        ("title: T", f"title: {'T' * 91}", "w.yaml:3:12: the text has 91 characters; there is room for 90"),
        ("title: T", "title: T *x", 'w.yaml:3:14: "*" is not closed; close it with "*"'),
    ],
    ids=range(7),
)
def test_what_does_not_fit_is_told_where_it_stands(old: str, new: str, words: str) -> None:
    found = said(GOOD.replace(old, new) if old else GOOD, "title", "body")
    assert (not found) if not words else any(line.startswith(words) for line in found), found


def test_terms_by_path_empty_ones_left_out() -> None:
    problems = Diagnostics()
    found = compile_terms(load_yaml("terms:\n  lang: sv\n  contact: {name: Namn, web: ''}\n", "t.yaml"), problems)
    assert {key: phrase.text for key, phrase in found.items()} == {("lang",): "sv", ("contact", "name"): "Namn"}
    assert compile_terms(load_yaml("x: y\n", "t.yaml"), problems) == {}
    assert not list(problems) and ("changelog", "none") in REQUIRED_TERMS
