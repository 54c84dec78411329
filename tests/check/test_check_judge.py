"""A deck put before the rules: one that stumbles stops no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from good_decks import made

from deck.check.judge import check_file, check_package
from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.errors import DeckError


def rule(code: str, *said: str, stumble: bool = False) -> Rule:
    def find(subject: Subject) -> Iterator[Finding]:
        for words in said:
            yield item.found(f"{words} {len(subject.slides)}")
        if stumble:
            raise ZeroDivisionError("noll")

    item = Rule(code, Severity.WARNING, "", "", "", find)
    return item


def test_findings_in_the_rules_order_past_one_that_stumbles(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [rule("opens/b", "två"), rule("fits/x", "halv", stumble=True), rule("opens/a", "ett", "tre")]
    found = check_package(made(), "a.pptx", rules)
    assert [item.message.split()[0] for item in found.findings if item.rule.code != "fits/x"] == ["två", "ett", "tre"]
    (fault,) = [item for item in found.faults if item.code == "rule-failed"]
    assert "fits/x" in fault.message and "noll" in fault.message and fault.where.file == "a.pptx"
    monkeypatch.setenv("DECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        check_package(made(), "a.pptx", rules)


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(b"x")
    with pytest.raises(DeckError):
        check_file(path, [])
