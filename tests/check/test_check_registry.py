"""All rules by name: ours first, each code once."""

from __future__ import annotations

from dataclasses import replace

from deck.check.registry import FAMILIES, all_rules, own_rules, rule, unique


def test_rules_stand_family_by_family_each_code_once() -> None:
    codes = [item.code for item in own_rules()]
    assert len(set(codes)) == len(codes)
    families = list(dict.fromkeys(item.family for item in own_rules()))
    assert families == list(FAMILIES)
    assert all_rules()[: len(codes)] == own_rules()


def test_a_rule_is_found_by_its_code() -> None:
    first = own_rules()[0]
    assert rule(first.code) is first and rule("nowhere/none") is None


def test_the_first_that_takes_a_code_keeps_it() -> None:
    first, second = own_rules()[:2]
    assert unique([first, second, replace(first, title="Annan")]) == (first, second)
