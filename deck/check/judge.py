"""A deck put before the rules."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from deck.check.model import Finding, Rule
from deck.check.registry import all_rules
from deck.check.subject import Subject
from deck.diagnostics import Diagnostic, Severity, Where
from deck.i18n import _
from deck.package import Package, open_package
from deck.package.strict import to_transitional
from deck.source import display


@dataclass(frozen=True)
class Report:
    """`findings` in the rules' order; `faults`: rules that could not judge this file, and what was noticed on opening it."""

    name: str
    findings: tuple[Finding, ...]
    faults: tuple[Diagnostic, ...]
    subject: Subject = field(compare=False, repr=False)


def check_package(
    package: Package, name: str = "", rules: Iterable[Rule] | None = None, subject: Subject | None = None
) -> Report:
    """Every finding of `rules` (all, where None). `subject`: the package as one that looks at less of it. Never raises for what
    is in the package: a rule that stumbles is a fault, and the others go on; DECK_DEBUG=1 lets it fall."""
    # A strict file has the same elements under other namespaces (ECMA-376 Part 1, annex A): judged as PowerPoint reads them.
    package = to_transitional(package)
    subject = subject or Subject(package, name)
    findings: list[Finding] = []
    faults = list(package.diagnostics)
    for rule in all_rules() if rules is None else rules:
        try:
            findings += rule.find(subject)
        except Exception as error:
            if os.environ.get("DECK_DEBUG"):
                raise
            message = _("the rule {code} could not judge the file: {error}").format(
                code=rule.code, error=f"{type(error).__name__}: {error}"
            )
            faults.append(Diagnostic("rule-failed", Severity.WARNING, message, Where(name), _("the other rules were heard")))
    return Report(name, tuple(findings), tuple(faults), subject)


def check_file(path: Path, rules: Iterable[Rule] | None = None) -> Report:
    """As check_package. Raises InputError and UsageError as open_package does."""
    name = display(path)
    return check_package(open_package(path, name), name, rules)
