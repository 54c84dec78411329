"""docs/checks.md is what the rules say now."""

from __future__ import annotations

from deck.check.page import PAGE, page
from deck.check.registry import own_rules


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(own_rules()), "run `python -m deck.check.page`"


def test_every_rule_is_on_the_page_with_the_issues_it_comes_from() -> None:
    text = page(own_rules())
    for rule in own_rules():
        assert text.count(f"\n| `{rule.code}` |") == 1
        assert all(known in text for known in rule.known)
