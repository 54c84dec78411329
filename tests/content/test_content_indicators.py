"""indicators.yaml: how a figure is told, whoever's it is."""

from __future__ import annotations

from pathlib import Path

from deck.content.indicators import Telling, load_indicators
from deck.diagnostics import Diagnostics


def test_the_file_may_be_missing_or_empty(tmp_path: Path) -> None:
    found = Diagnostics()
    assert load_indicators(tmp_path, found) == {}
    (tmp_path / "indicators.yaml").write_text("indicators: {}\n", "utf-8")
    assert load_indicators(tmp_path, found) == {} and not found.items


def test_what_is_said_goes_before_what_else_is_known(tmp_path: Path) -> None:
    (tmp_path / "indicators.yaml").write_text("indicators:\n  N00401: {name: Utsläpp, direction: down, compare: []}\n", "utf-8")
    told = load_indicators(tmp_path, Diagnostics())["N00401"].over(Telling(name="N00401", unit="ton", source="SMHI"))
    assert told == Telling(name="Utsläpp", unit="ton", direction="down", compare=(), source="SMHI")


def test_a_fault_is_told_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "indicators.yaml").write_text("indicators:\n  N00401: {direction: sideways}\n", "utf-8")
    found = Diagnostics()
    load_indicators(tmp_path, found)
    assert [(item.code, item.where.line) for item in found.errors] == [("bad-value", 2)]
