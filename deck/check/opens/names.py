"""What parts are called in the file (ECMA-376 Part 2, 6.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deck.check.model import Finding, Rule
from deck.check.opens.package import SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.i18n import N_, _
from deck.package import Package


def _misnamed(subject: Subject) -> Iterator[Finding]:
    for name in dict.fromkeys(subject.package.misnamed):
        yield NAMES.found(_("“{name}” cannot be a part's name").format(name=name[:80]), subject.where(""))


def with_names_that_hold(subject: Subject) -> Package:
    """The package as we write it: each name begins with a slash, and is of letters that an address may have."""
    return replace(subject.package, misnamed=())


NAMES = Rule(
    "opens/part-name",
    severity=Severity.ERROR,
    title=N_("a part with a name that cannot be one"),
    why=N_(
        "ECMA-376 Part 2, 6.2.2: a part's name is made of segments that begin with a slash, without spaces or empty segments; "
        "else Office calls the file damaged."
    ),
    mend=SAVE,
    find=_misnamed,
    fix=with_names_that_hold,
    scope="frame",
)

RULES = (NAMES,)
