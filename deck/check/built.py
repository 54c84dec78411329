"""What a build proves of the decks that it makes: every rule once for decks that are alike, how a package hangs together once for
all that do so alike, the rest for each."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from deck.check.frame import Frame, frame_of
from deck.check.honest import today
from deck.check.judge import check_package
from deck.check.model import Finding, Rule
from deck.check.registry import all_rules
from deck.check.subject import Subject
from deck.diagnostics import Diagnostic, Severity
from deck.i18n import languages
from deck.memory import Memory
from deck.package import Package
from deck.package.strict import to_transitional


@dataclass(frozen=True, slots=True)
class Proved:
    """What a proof was made of: decks that are alike, the rules that were asked, the day, and the languages of the words."""

    like: Hashable
    rules: tuple[Rule, ...]
    day: str
    languages: tuple[str, ...]


_proved: Memory[Proved, tuple[Finding, ...]] = Memory(4_096)
"""Decks that had no fault, and what the day said of them."""


@dataclass(frozen=True, slots=True)
class Framed:
    frame: Frame
    rules: tuple[Rule, ...]


_framed: Memory[Framed, bool] = Memory(256)
"""Packages that hang together without a fault."""


def check_built(package: Package, like: Hashable, name: str = "") -> list[Diagnostic]:
    """Errors and warnings of a package that is about to be written; what the day decides is said as information. `like` is equal
    for decks that differ in names and in colours that were proved already: the same words in the same layouts. Where such a deck
    had no fault, rules of the scope "slide" are not asked; nor are those of the scope "frame" where the package hangs together
    as one that had none, too. Never raises for what is in the package."""
    proof = Proved(like, all_rules(), today(), languages())
    known = _proved.get(proof)
    subject = Subject(to_transitional(package), name)
    frame = Framed(frame_of(subject), proof.rules)
    hangs = known is not None and _framed.get(frame) is True
    passed = ("slide", "frame") if hangs else ("slide",) if known is not None else ()
    report = check_package(subject.package, name, [rule for rule in proof.rules if rule.scope not in passed], subject)
    found = [item.to_diagnostic(name) for item in report.findings if item.level >= Severity.WARNING and not item.rule.dated]
    found += [item for item in report.faults if item.severity >= Severity.WARNING]
    dated = [item for item in report.findings if item.rule.dated]
    said = known if known is not None else tuple(item for item in dated if item.rule.scope == "slide")
    if not found and known is None:
        _proved.put(proof, said)
    if not found and not hangs:
        _framed.put(frame, True)
    dated = [*said, *(item for item in dated if item.rule.scope != "slide")]
    return found + [replace(item, severity=Severity.INFO).to_diagnostic(name) for item in dated]
