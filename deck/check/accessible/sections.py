"""Names of sections, and access that is restricted: what PowerPoint's own accessibility checker asks of the whole file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.diagnostics import Severity, short
from deck.drawing.names import child, local
from deck.i18n import N_, _

MOST = 20
DEFAULT = re.compile(
    r"\s*(default section|untitled section|section ?\d*|standardavsnitt|namnlöst avsnitt|avsnitt "
    r"?\d*|standardabschnitt|abschnitt ?\d*|"
    r"section par défaut|section sans titre|sección ?\d*|oletusosa|osa ?\d*)?\s*",
    re.IGNORECASE,
)
"""Names that PowerPoint gives, in the languages of our readers' neighbours; and no name."""


def section_names(subject: Subject) -> list[str]:
    root = subject.tree(subject.package.main)
    return [item.get("name", "") for item in root.iter() if local(item) == "section"] if root is not None else []


def _sections(subject: Subject) -> Iterator[Finding]:
    names = section_names(subject)
    where = subject.where(subject.package.main)
    # One section that nobody named holds the slides before the first that somebody did.
    for name in dict.fromkeys(names):
        if DEFAULT.fullmatch(name) and len(names) > 1:
            yield SECTION.found(_("the section “{name}” has a name that nobody gave it").format(name=short(name)), where)
    shown = {name.strip().casefold(): name for name in reversed(names)}
    twice = [(name, count) for name, count in Counter(name.strip().casefold() for name in names).items() if count > 1]
    for name, count in twice[:MOST]:
        if not DEFAULT.fullmatch(name):
            message = _("{count} sections are called “{name}”").format(count=count, name=short(shown[name]))
            yield SECTION.found(message, where)


def _restricted(subject: Subject) -> Iterator[Finding]:
    root = subject.tree(subject.package.main)
    if child(root, "p:modifyVerifier") is not None:
        text = _("the file can only be changed with a password: who needs larger type, or another colour, cannot make it so")
        yield RESTRICTED.found(text, subject.where(subject.package.main))
    for rel in subject.package.related("", "custom-properties"):
        props = subject.tree(rel.target)
        for item in props if props is not None else ():
            if item.get("name") == "_MarkAsFinal" and "".join(map(str, item.itertext())).strip().lower() in ("true", "1"):
                text = _("the file is marked as final: it opens read-only")
                yield RESTRICTED.found(text, subject.where(rel.target), severity=Severity.INFO)


SECTION = Rule(
    "accessible/section-name",
    severity=Severity.WARNING,
    title=N_("A section's name does not say what is in it"),
    why=N_(
        "WCAG 2.4.6 (EN 301 549, 10.2.4.6): headings say what comes; PowerPoint's own checker asks for "
        "sections' names, each once."
    ),
    mend=N_("right-click the section's name among the slides to the left, choose Rename Section, and say what it is about"),
    find=_sections,
    scope="frame",
)
RESTRICTED = Rule(
    "accessible/restricted-access",
    severity=Severity.WARNING,
    title=N_("Access to the file is restricted"),
    why=N_("PowerPoint's own checker: assistive technology, and those who use it, may read and change the file."),
    mend=N_("choose File > Info > Protect Presentation, and take the restriction away"),
    find=_restricted,
    scope="deck",
)
RULES = (SECTION, RESTRICTED)
