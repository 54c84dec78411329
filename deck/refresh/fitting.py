"""Whether the merged words fit where they stand: the rules of `deck check` over the slides that a refresh changed.

What an owner moved, scaled or wrote keeps its place when the guidance's words come to it, so it may be too small for them. Only
what was no fault before is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from deck.check import Finding, Subject, check_package
from deck.check.fits import RULES
from deck.check.subject import SlideRef
from deck.diagnostics import Diagnostic, Severity
from deck.package import Package
from deck.package.strict import is_strict


class _Some(Subject):
    """A deck of which only some slides are looked at, each with its number."""

    def __init__(self, package: Package, parts: Iterable[str]) -> None:
        super().__init__(package)
        self._parts = frozenset(parts)

    @cached_property
    def slides(self) -> tuple[SlideRef, ...]:
        return tuple(slide for slide in super().slides if slide.part in self._parts)


def misfits(before: Package, after: Package) -> tuple[Diagnostic, ...]:
    """Findings on the slides of `after` that are new or say something else than in `before`. Never raises for what is in them."""
    if is_strict(after) or is_strict(before):
        return ()
    slides = [rel.target for rel in after.related(after.main, "slide")]
    changed = [part for part in slides if before.parts.get(part) != after.parts.get(part)]
    found = _found(after, changed)
    # Only where something is wrong now is it asked whether it was so before.
    wrong = {item.where.part for item in found}
    asked = [part for part in changed if part in wrong] if wrong <= {*changed} else changed
    known = {_key(item) for item in _found(before, asked)} if found else set()
    return tuple(_told(item) for item in found if _key(item) not in known)


def _found(package: Package, parts: list[str]) -> list[Finding]:
    report = check_package(package, rules=RULES, subject=_Some(package, parts))
    return [item for item in report.findings if item.level >= Severity.WARNING]


def _key(item: Finding) -> tuple[str, str, str, str]:
    """Words that were too many, and are more now, are told again."""
    return item.rule.code, item.where.part, item.where.shape, item.message


def _told(item: Finding) -> Diagnostic:
    """For the owner to mend: no reason to refuse."""
    told = item.to_diagnostic()
    return replace(told, severity=Severity.WARNING, where=replace(told.where, part=""))
