"""A file's findings gathered slide by slide, the worst slide first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from deck.check.accessible.titles import title_text
from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.diagnostics import Diagnostic, Severity
from deck.i18n import _, counted, in_quotes, ngettext


@dataclass(frozen=True)
class Judged:
    """One file: what was found, what its owner has silenced and why. `faults`: why it could not be read, or hints on the words of
    a content folder. `subject` None where there is no deck to show."""

    name: str
    findings: tuple[Finding, ...] = ()
    silenced: tuple[tuple[Finding, str], ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    subject: Subject | None = field(default=None, compare=False, repr=False)

    @property
    def levels(self) -> Counter[Severity]:
        return Counter([item.level for item in self.findings] + [item.severity for item in self.faults])

    @property
    def clean(self) -> bool:
        """Nothing but information."""
        return all(level < Severity.WARNING for level in self.levels)


@dataclass(frozen=True)
class Group:
    """A slide's findings, worst first; `slide` None for what concerns the whole file."""

    slide: SlideRef | None
    title: str
    findings: tuple[Finding, ...]

    @property
    def number(self) -> int:
        return self.slide.number if self.slide else 0

    @property
    def heading(self) -> str:
        if self.slide is None:
            return _("The whole document")
        words = _("Slide {number}").format(number=self.slide.number)
        if self.slide.hidden:
            words += " " + _("(hidden)")
        return f"{words}: {self.title}" if self.title else words

    @property
    def by_rule(self) -> list[tuple[Rule, list[Finding]]]:
        """The findings of each rule together, in order."""
        return [(rule, list(items)) for rule, items in groupby(self.findings, key=lambda item: item.rule)]


def _weight(group: Group) -> tuple[int, int, int]:
    levels = Counter(item.level for item in group.findings)
    return (-levels[Severity.ERROR], -levels[Severity.WARNING], group.number)


def groups(judged: Judged) -> list[Group]:
    """The whole document first, then the slides, worst first (errors, then warnings, then the show's order)."""
    slides = {slide.number: slide for slide in judged.subject.slides} if judged.subject else {}
    order = {item.rule.code: n for n, item in enumerate(judged.findings)}
    found: dict[int, list[Finding]] = {}
    for item in judged.findings:
        found.setdefault(item.where.slide if item.where.slide in slides else 0, []).append(item)
    made: list[Group] = []
    for number, items in found.items():
        slide = slides.get(number)
        title = title_text(judged.subject, slide) if slide and judged.subject else ""
        items.sort(key=lambda item: (-item.level, order[item.rule.code]))
        made.append(Group(slide, title, tuple(items)))
    return sorted(made, key=lambda group: (group.slide is not None, _weight(group)))


def in_words(levels: Counter[Severity]) -> str:
    """ "2 errors, 1 warning"."""
    parts = []
    if count := levels[Severity.ERROR]:
        parts.append(ngettext("{count} error", "{count} errors", count).format(count=counted(count)))
    if count := levels[Severity.WARNING]:
        parts.append(ngettext("{count} warning", "{count} warnings", count).format(count=counted(count)))
    if count := levels[Severity.INFO]:
        parts.append(ngettext("{count} remark", "{count} remarks", count).format(count=counted(count)))
    return ", ".join(parts) or _("nothing to remark on")


def place_of(finding: Finding) -> str:
    """The shape, or the part where it is on no slide."""
    if finding.where.shape:
        return in_quotes(finding.where.shape)
    return "" if finding.where.slide else finding.where.part


def rules_of(judged: Iterable[Judged]) -> Iterator[Rule]:
    """Every rule that found something, each once, by code."""
    known = {
        item.rule.code: item.rule for one in judged for item in (*one.findings, *(finding for finding, _why in one.silenced))
    }
    return (known[code] for code in sorted(known))
