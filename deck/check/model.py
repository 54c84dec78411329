"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from deck.diagnostics import Diagnostic, Severity, Where
from deck.geometry import Box
from deck.i18n import N_, _

if TYPE_CHECKING:
    from deck.check.subject import Subject
    from deck.package import Package

UNPROMISED = N_("The standard says otherwise; that PowerPoint complains of it is not known.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `where` names the part, the slide (from 1) and the shape; `box` is the spot on the slide in EMU, None for the
    whole slide or file; `hint` overrides the rule's own way to mend it."""

    rule: Rule
    message: str
    where: Where = Where()
    hint: str = ""
    box: Box | None = None
    severity: Severity | None = None

    @property
    def level(self) -> Severity:
        return self.severity or self.rule.severity

    @property
    def why(self) -> str:
        """The rule's reason, in the reader's language. Its promise that PowerPoint complains is made of errors alone."""
        lowered = self.rule.family == "opens" and self.level < self.rule.severity
        return _(UNPROMISED if lowered else self.rule.why)

    def to_diagnostic(self, file: str = "") -> Diagnostic:
        where = Where(
            file or self.where.file,
            line=self.where.line,
            column=self.where.column,
            part=self.where.part,
            slide=self.where.slide,
            slide_id="",
            shape=self.where.shape,
        )
        return Diagnostic(self.rule.code, self.level, self.message, where, self.hint or _(self.rule.mend))


@dataclass(frozen=True, slots=True)
class Rule:
    """`code` is for life: "opens/override-without-part". `title`, `why` (the clause or criterion) and `mend` (how, in PowerPoint)
    are msgids. `find` yields findings; `fix` gives a mended package, None where no machine should. `known` lists the public
    issues it comes from ("python-pptx#123"). `scope`: "slide" where a proof holds
    for all decks of the same words and layouts, so that a batch proves it once; "frame" where it holds for all whose packages
    hang together alike (deck/check/frame.py); "deck" where each is asked. `dated`: the day
    decides, too; a build says it, and does not fail by it."""

    code: str
    severity: Severity
    title: str
    why: str
    mend: str
    find: Callable[[Subject], Iterable[Finding]]
    fix: Callable[[Subject], Package] | None = None
    known: tuple[str, ...] = ()
    scope: Literal["deck", "frame", "slide"] = "slide"
    dated: bool = False

    @property
    def family(self) -> str:
        return self.code.partition("/")[0]

    def found(
        self,
        message: str,
        where: Where | None = None,
        *,
        hint: str = "",
        box: Box | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        return Finding(self, message=message, where=where or Where(), hint=hint, box=box, severity=severity)
