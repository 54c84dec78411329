"""Whether the merged words fit where they stand, and read there: the rules of `deck check` over slides that a refresh changed.

What an owner moved, scaled or wrote keeps its place when the guidance's words come to it, so it may be too small for them; a
colour of theirs stays theirs where a block is drawn anew or a deck gets another look, so it may stand on another ground. Only
what was no fault before is told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from deck.check import Finding, Rule, Subject, check_package
from deck.check.accessible import contrast
from deck.check.fits import RULES
from deck.diagnostics import Diagnostic, Severity
from deck.drawing import Sheets
from deck.package import Package
from deck.package.strict import is_strict


class _Some(Subject):
    """Of a deck only some slides (p:sldId/@id), each with its number."""

    def __init__(self, whole: Subject, only: set[int]) -> None:
        super().__init__(whole.package)
        self.sheets = whole.sheets
        self.slides = tuple(slide for slide in whole.slides if slide.sld_id in only)


def misfits(before: Package, after: Package, read: Sheets | None = None) -> tuple[Diagnostic, ...]:
    """Findings on the slides of `after` that are new or say something else than in `before`. `read`: trees of parts that `after`
    has, too. Never raises for what is in them."""
    if is_strict(after) or is_strict(before):
        return ()
    old, new = Subject(before), Subject(after)
    if read is not None:
        new.sheets = read.over(after)
    was = _drawn_from(old)
    found = _found(new, {number for number, parts in _drawn_from(new).items() if was.get(number) != parts})
    # Only where something is wrong now is it asked whether it was so before.
    known = {_key(old, item) for item in _found(old, {_number(new, item) for item in found})}
    return tuple(_told(item) for item in found if _key(new, item) not in known)


def faint_on(package: Package, parts: Collection[str]) -> frozenset[tuple[str, str]]:
    """(part, shape's name) of words that stand out too little from their ground, on these slides."""
    whole = Subject(package)
    found = _found(whole, {slide.sld_id for slide in whole.slides if slide.part in parts}, (contrast.WORDS,))
    return frozenset((item.where.part, item.where.shape) for item in found)


def _drawn_from(subject: Subject) -> dict[int, tuple[bytes, ...]]:
    """A slide's number → all parts that it takes its look from, as they are written."""
    package = subject.package
    found: dict[int, tuple[bytes, ...]] = {}
    for slide in subject.slides:
        line = [slide.part]
        for kind in ("slideLayout", "slideMaster", "theme"):
            if (above := package.one(line[-1], kind)) is not None:
                line.append(above)
        found[slide.sld_id] = tuple(package.parts[part] for part in line)
    return found


def _found(subject: Subject, only: set[int], rules: Sequence[Rule] = (*RULES, contrast.WORDS)) -> list[Finding]:
    if not only:
        return []
    report = check_package(subject.package, rules=rules, subject=_Some(subject, only))
    return [item for item in report.findings if item.level >= Severity.WARNING]


def _number(subject: Subject, item: Finding) -> int:
    """The number of a finding's slide (p:sldId/@id), which is its own for life; a part's name is not."""
    return next((slide.sld_id for slide in subject.slides if slide.part == item.where.part), 0)


def _key(subject: Subject, item: Finding) -> tuple[str, int, str, str]:
    """Words that were too many, and are more now, are told again; a ground and an ink that were told of are the owner's choice,
    whichever words they came to."""
    said = "" if item.rule is contrast.WORDS else item.message
    return item.rule.code, _number(subject, item), item.where.shape, said


def _told(item: Finding) -> Diagnostic:
    """For the owner to mend: no reason to refuse."""
    told = item.to_diagnostic()
    return replace(told, severity=Severity.WARNING, where=replace(told.where, part=""))
