"""What a build proves of the decks that it makes: every rule once for decks that are alike, the package's own rules for each."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from deck.check.honest import today
from deck.check.judge import check_package
from deck.check.model import Finding, Rule
from deck.check.registry import all_rules
from deck.diagnostics import Diagnostic, Severity
from deck.i18n import languages
from deck.memory import Memory
from deck.package import Package


@dataclass(frozen=True, slots=True)
class Proved:
    """What a proof was made of: decks that are alike, the rules that were asked, the day, and the languages of the words."""

    like: Hashable
    rules: tuple[Rule, ...]
    day: str
    languages: tuple[str, ...]


_proved: Memory[Proved, tuple[Finding, ...]] = Memory(4_096)
"""Decks that had no fault, and what the day said of them."""


def check_built(package: Package, like: Hashable, name: str = "") -> list[Diagnostic]:
    """Errors and warnings of a package that is about to be written; what the day decides is said as information. `like` is equal
    for decks that differ in names and in colours that were proved already: the same words in the same layouts. Where such a deck
    had no fault, only rules of the scope "deck" are asked. Never raises for what is in the package."""
    proof = Proved(like, all_rules(), today(), languages())
    known = _proved.get(proof)
    report = check_package(package, name, [rule for rule in proof.rules if known is None or rule.scope == "deck"])
    found = [item.to_diagnostic(name) for item in report.findings if item.level >= Severity.WARNING and not item.rule.dated]
    found += [item for item in report.faults if item.severity >= Severity.WARNING]
    dated = [item for item in report.findings if item.rule.dated]
    said = known if known is not None else tuple(item for item in dated if item.rule.scope != "deck")
    if not found:
        _proved.put(proof, said)
    dated = [*said, *(item for item in dated if item.rule.scope == "deck")]
    return found + [replace(item, severity=Severity.INFO).to_diagnostic(name) for item in dated]
