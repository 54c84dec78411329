"""Own slides by their names: rings are seen, however long. What is told of a file's lists: test_content_local.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.content import load_content
from deck.content.listed import goes_round, item_at
from deck.diagnostics import Severity
from deck.errors import InputError
from deck.source import load_yaml


@pytest.mark.parametrize(
    ("own", "round_"),
    [
        ({"a": "why"}, set()),
        ({"a": "a"}, {"a"}),
        ({"a": "b", "b": "a", "c": "b"}, {"a", "b"}),
        ({"a": "b", "b": "c", "c": "a", "d": ""}, {"a", "b", "c"}),
        ({"a": "b", "b": "c", "c": "when"}, set()),
    ],
)
def test_what_goes_by_itself(own: dict[str, str], round_: set[str]) -> None:
    assert {name for name in own if goes_round(name, own)} == round_


NAMES = st.sampled_from("abcdef")


@given(st.dictionaries(NAMES, NAMES | st.just("why")))
def test_without_what_goes_round_every_slide_comes_to_one_of_the_guidance(own: dict[str, str]) -> None:
    left = {name: target for name, target in own.items() if not goes_round(name, own)}
    for name in left:
        passed: list[str] = []
        at = name
        while at in left:
            assert at not in passed
            passed.append(at)
            at = left[at]


def test_one_name_stands_where_its_field_does() -> None:
    tree = load_yaml("only: why\norder: [why, when]\n", "local.yaml")
    assert item_at(tree, ("only",), 0) == ("only",) and item_at(tree, ("order",), 1) == ("order", 1)


def test_words_that_led_to_what_is_left_out_are_told(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("leave_out: [when]\n", "utf-8")
    [said] = [item for item in load_content(local=path).diagnostics if item.code == "lost-link"]
    assert said.severity is Severity.INFO and "jump-in" in said.message and said.where.line == 1
    for quiet in ("[when, jump-in]", "[question-who]", "[question-who, discussion]", "[discussion]"):
        path.write_text(f"leave_out: {quiet}\n", "utf-8")
        assert not [item for item in load_content(local=path).diagnostics if item.code == "lost-link"], quiet


def test_a_menu_with_nothing_left_goes_and_that_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("leave_out: [question-part, question-goals, question-who, question-learn]\n", "utf-8")
    [said] = [item for item in load_content(local=path).diagnostics if item.code == "lost-link"]
    assert said.severity is Severity.INFO and '"discussion"' in said.message and said.where.line == 1
    path.write_text("leave_out: [question-part, question-goals, question-who, question-learn, discussion]\n", "utf-8")
    assert not [item for item in load_content(local=path).diagnostics if item.code == "lost-link"]


FIGURES = "kod;nyckeltal;år;värde;enhet;källa\n1281;Skräp;2024;61;ton;SCB\n"


def test_slides_of_figures_are_named_as_others(tmp_path: Path) -> None:
    """They are read after the lists; what the file has no more stops no deck."""
    (tmp_path / "siffror.csv").write_text(FIGURES, encoding="utf-8")
    path = tmp_path / "local.yaml"
    path.write_text("figures: {file: siffror.csv}\norder: [local, figure-skrap, figure-gone]\nonly: [figure-skrap]\n")
    told = [item for item in load_content(local=path).diagnostics if item.where.file.endswith("local.yaml")]
    assert [(item.code, item.severity, item.where.line) for item in told] == [
        ("bad-value", Severity.WARNING, 3),
        ("unknown-slide", Severity.WARNING, 2),
    ]
    path.write_text("figures: {file: siffror.csv}\nleave_out: [figure-skrap]\n")
    with pytest.raises(InputError, match="a slide of your own"):
        load_content(local=path)
