"""What a rule is, and what it finds."""

from __future__ import annotations

import pytest

from deck.check.model import UNPROMISED, Rule
from deck.diagnostics import Diagnostic, Severity, Where
from deck.geometry import Box

RULE = Rule("opens/broken", Severity.ERROR, "Title", "Why", "Mend it", lambda _subject: ())


def test_a_finding_speaks_for_its_rule_and_says_its_own_where_it_has_one() -> None:
    plain = RULE.found("fel", Where("a.pptx", part="p", slide=2, slide_id="x", shape="s"), box=Box(0, 0, 1, 1))
    assert plain.to_diagnostic("b.pptx") == Diagnostic(
        "opens/broken", Severity.ERROR, "fel", Where("b.pptx", part="p", slide=2, shape="s"), "Mend it"
    )
    own = RULE.found("fel", hint="gör så", severity=Severity.INFO)
    assert (own.level, own.to_diagnostic().hint, own.to_diagnostic().where) == (Severity.INFO, "gör så", Where())


@pytest.mark.parametrize(("code", "family"), [("opens/x", "opens"), ("fits/y-z", "fits")])
def test_a_rules_family_is_in_its_code(code: str, family: str) -> None:
    assert Rule(code, Severity.INFO, "", "", "", lambda _subject: ()).family == family


@pytest.mark.parametrize("lowered", [Severity.WARNING, Severity.INFO])
def test_only_an_error_promises_that_powerpoint_complains(lowered: Severity) -> None:
    assert (RULE.found("fel").why, RULE.found("fel", severity=Severity.ERROR).why) == ("Why", "Why")
    assert RULE.found("fel", severity=lowered).why == UNPROMISED
    elsewhere = Rule("fits/x", Severity.ERROR, "", "Why", "", lambda _subject: ())
    assert elsewhere.found("fel", severity=lowered).why == "Why"
