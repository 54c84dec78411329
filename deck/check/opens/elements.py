"""Elements as the standard has them: children known, there and in order, attributes within their values
(ECMA-376 Part 1, 19-21)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from deck.check.model import Finding, Rule
from deck.check.opens.content import FaultKind, faults_in, name_of, schema
from deck.check.opens.package import SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.names import Element
from deck.i18n import N_, _
from deck.memory import Memory

MOST = 20
"""Findings of one kind in a part: a machine's fault repeats itself."""


def _parts(subject: Subject) -> Iterator[str]:
    return (name for name in subject.package.parts if name.startswith("ppt/") and name.endswith(".xml"))


class ElementFault(NamedTuple):
    """`about`: the child, the children, or the attribute."""

    part: str
    element: str
    kind: FaultKind
    about: str


_once: Memory[bytes, tuple[tuple[str, FaultKind, str], ...]] = Memory(2_048)
"""Layouts, masters and themes are the same in a whole batch of decks, and slides in one that somebody changes word by word: by
the digest of their bytes, and without their trees, which are many times as large."""


def _faults_of(data: bytes, root: Element) -> tuple[tuple[str, FaultKind, str], ...]:
    name = hashlib.sha256(data).digest()
    known = _once.get(name)
    if known is None:
        known = tuple(faults_in(root))
        _once.put(name, known)
    return known


def faults(subject: Subject) -> tuple[ElementFault, ...]:
    """Worked out once for the four rules."""
    key = ("elements", "")
    if key not in subject.kept:
        found: list[ElementFault] = []
        for part in _parts(subject):
            root = subject.tree(part)
            if root is not None and name_of(root) in schema().roots:
                found += [ElementFault(part, *fault) for fault in _faults_of(subject.package.parts[part], root)]
        subject.kept[key] = tuple(found)
    return subject.kept[key]


def _of(subject: Subject, wanted: FaultKind, rule: Rule, message: str) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str], int] = {}
    for part, element, fault, about in faults(subject):
        if fault == wanted and len(seen) < MOST and (part, element, about) not in seen:
            seen[part, element, about] = 1
            sure = not element.startswith("c:") or element in schema().sure
            hint = "" if sure else _("whether PowerPoint minds is not known; Microsoft's own validator does")
            yield rule.found(
                message.format(element=element, about=about),
                subject.where(part),
                hint=hint,
                severity=None if sure else Severity.WARNING,
            )


def _order(subject: Subject) -> Iterator[Finding]:
    yield from _of(subject, "order", ORDER, _("the children of {element} are in the wrong order: {about}"))


def _missing(subject: Subject) -> Iterator[Finding]:
    yield from _of(subject, "missing", LACKING, _("{element} lacks {about}"))


def _unknown(subject: Subject) -> Iterator[Finding]:
    yield from _of(subject, "unknown", STRANGE, _("{about} may not stand in {element}"))


def _attribute(subject: Subject) -> Iterator[Finding]:
    yield from _of(subject, "attribute", VALUE, _("{element}: the attribute {about} is missing or not within its values"))


def _stray(subject: Subject) -> Iterator[Finding]:
    yield from _of(subject, "stray", STRAY, _("{element} has no attribute {about}"))


WHY = N_("ECMA-376 Part 1, 19-21: each element has its content model; PowerPoint repairs or refuses a file that breaks one.")
ORDER = Rule(
    "opens/element-order",
    severity=Severity.ERROR,
    title=N_("elements in the wrong order"),
    why=WHY,
    mend=SAVE,
    find=_order,
    known=(
        "davidgohel/officer#158",
        "davidgohel/officer#151",
    ),
)
LACKING = Rule(
    "opens/element-missing",
    severity=Severity.ERROR,
    title=N_("an element that must be there is not"),
    why=WHY,
    mend=SAVE,
    find=_missing,
)
STRANGE = Rule(
    "opens/element-unknown",
    severity=Severity.ERROR,
    title=N_("an element where it may not stand"),
    why=WHY,
    mend=SAVE,
    find=_unknown,
)
VALUE = Rule(
    "opens/attribute-value",
    severity=Severity.ERROR,
    title=N_("an attribute with a value that it may not have"),
    why=WHY,
    mend=SAVE,
    find=_attribute,
    known=(
        "gitbrent/PptxGenJS#588",
        "gitbrent/PptxGenJS#1449",
    ),
)
STRAY = Rule(
    "opens/attribute-unknown",
    severity=Severity.ERROR,
    title=N_("an attribute that the element does not have"),
    why=WHY,
    mend=SAVE,
    find=_stray,
    known=("EvotecIT/OfficeIMO#1764",),
)
RULES = (ORDER, LACKING, STRANGE, VALUE, STRAY)
