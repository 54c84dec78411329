"""What a build proves of the decks that it makes: every rule once for decks that are alike, the package's own rules for each."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import replace

from deck.check.judge import check_package
from deck.check.registry import all_rules
from deck.diagnostics import Diagnostic, Severity
from deck.package import Package

_KEPT = 4_096
_proved: OrderedDict[Hashable, None] = OrderedDict()


def check_built(package: Package, like: Hashable, name: str = "") -> list[Diagnostic]:
    """Errors and warnings of a package that is about to be written; what the day decides is said as information. `like` is equal for
    decks that differ in names and in colours that were proved already: the same words in the same layouts. Where such a deck had
    no fault, only rules of the scope "deck" are asked. Never raises for what is in the package."""
    known = like in _proved
    rules = [rule for rule in all_rules() if not known or rule.scope == "deck"]
    report = check_package(package, name, rules)
    said = [replace(item, severity=Severity.INFO) for item in report.findings if item.rule.dated]
    found = [item.to_diagnostic(name) for item in report.findings if item.level >= Severity.WARNING and not item.rule.dated]
    found += [item for item in report.faults if item.severity >= Severity.WARNING]
    if not found:
        _proved[like] = None
        if len(_proved) > _KEPT:
            _proved.popitem(last=False)
    return found + [item.to_diagnostic(name) for item in said]
