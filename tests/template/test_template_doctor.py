"""The template doctor: what it says of the default template, and of one that lacks most things."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deck.diagnostics import Diagnostic, Severity, Where
from deck.presentation import SLOT_ROLES
from deck.template import default_template_path, read_template
from deck.template.advice import own_contrast
from deck.template.doctor import Diagnosis, capacity, starter_yaml
from deck.template.overrides import read_overrides


def examine(source: Path) -> Diagnosis:
    return Diagnosis(read_template(source))


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A template of one layout without placeholders, as strangers have."""
    deck: Any = Presentation()
    layouts = deck.slide_layouts
    for layout in list(layouts)[:-1]:
        layouts.remove(layout)
    deck.save(str(tmp_path / "bar.pptx"))
    return tmp_path / "bar.pptx"


def test_every_kind_of_slide_has_a_reason() -> None:
    report = examine(default_template_path()).to_json()
    assert {role["kind"] for role in report["roles"]} == set(SLOT_ROLES)
    assert all(role["reason"] and role["layout"] for role in report["roles"])
    for role in report["roles"]:
        for spot in role["spots"]:
            assert spot["lines_18_pt"] >= spot["lines_24_pt"] and spot["contrast"] >= 4.5 and spot["accents"]


def test_capacity_follows_the_box() -> None:
    spot = read_template(default_template_path()).roles["content"].spots["body"]
    assert capacity(spot, 18) > capacity(spot, 24) > capacity(spot, 48) > 0
    assert own_contrast(spot) > 4.5


def test_a_bare_template_is_composed_of_its_own(bare: Path) -> None:
    report = examine(bare).to_json()
    assert all(role["composed"] for role in report["roles"] if role["kind"] == "two-content")
    assert {role["layout"] for role in report["roles"]} <= set(report["layouts"])
    words = examine(bare).to_text()
    assert "composed" not in words and "tx1" not in words


def test_one_sentence_says_whether_it_works_and_what_makes_it_better(bare: Path) -> None:
    said = examine(bare).to_text(verbose=False)
    assert said.startswith("The template works; ") and said.count("\n") == 1 and "title placeholder" in said
    flaw = Diagnostic("overflow", Severity.WARNING, "x", Where(slide=3))
    assert "slide 3;" in replace(examine(bare), flaws=(flaw,)).sentence
    assert "nothing needs to be changed" not in said


def test_the_starter_is_valid_and_changes_nothing(bare: Path, tmp_path: Path) -> None:
    path = tmp_path / "template.yaml"
    path.write_text(starter_yaml(read_template(default_template_path()), default_template_path()), "utf-8")
    assert not read_overrides(path).layouts
    lines = [
        line.removeprefix("# ") for line in path.read_text("utf-8").splitlines() if line.startswith("#  ") or line == "# layouts:"
    ]
    path.write_text("\n".join(lines[: 1 + len(SLOT_ROLES)]) + "\n", "utf-8")
    assert set(read_overrides(path).layouts) == set(SLOT_ROLES)
