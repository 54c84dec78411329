"""Does it run, fetch or give away anything? Macros, content linked from elsewhere, links to programs and scripts, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.diagnostics import Severity, short
from deck.drawing.names import qn
from deck.i18n import N_, _
from deck.template.clean import ACTIVE

_CLICKS = (qn("a:hlinkClick"), qn("a:hlinkHover"), qn("a:hlinkMouseOver"))
_RUNS = re.compile(r"ppaction://(program|macro|ole)\b", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(javascript|vbscript|data|jar|ms-\w+):", re.IGNORECASE)
_EVERYWHERE = re.compile(r"\s*(https?://|mailto:|tel:|sip:|callto:|#)", re.IGNORECASE)


def _macros(subject: Subject) -> Iterator[Finding]:
    owners = [owner for owner, rels in subject.package.rels.items() if any(rel.kind in ACTIVE for rel in rels)]
    if owners:
        text = _("the file has macros or controls: programs that run where it is opened")
        yield MACROS.found(text, subject.where(owners[0]))


def _linked(subject: Subject) -> Iterator[Finding]:
    for owner, rels in subject.package.rels.items():
        for rel in rels:
            if rel.external and rel.kind != "hyperlink":
                message = _("a part of it ({kind}) is not in the file, but is fetched from {target}").format(
                    kind=rel.kind, target=short(rel.target, 80)
                )
                yield LINKED.found(message, subject.where(owner))


def _links(subject: Subject) -> Iterator[Finding]:
    for owner, rels in subject.package.rels.items():
        for rel in rels:
            if not rel.external or rel.kind != "hyperlink" or _EVERYWHERE.match(rel.target):
                continue
            if _SCRIPT.match(rel.target):
                text = _("a link runs a script: {target}").format(target=short(rel.target, 80))
                yield LINK.found(text, subject.where(owner))
            else:
                text = _("a link leads to a file that others do not have: {target}").format(target=short(rel.target, 80))
                yield LINK.found(text, subject.where(owner), severity=Severity.WARNING)
    for slide in subject.slides:
        root = subject.tree(slide.part)
        for item in root.iter(*_CLICKS) if root is not None else ():
            if _RUNS.match(item.get("action", "")):
                text = _("a click runs a program or a macro: {target}").format(target=short(item.get("action", ""), 80))
                yield LINK.found(text, subject.where(slide.part))


def _signed(subject: Subject) -> Iterator[Finding]:
    if any(rel.kind == "origin" and "digital-signature" in rel.type for rels in subject.package.rels.values() for rel in rels):
        yield SIGNED.found(_("the file is digitally signed; the signature is lost when the file is changed"), subject.where(""))


MACROS = Rule(
    "safe/macros",
    severity=Severity.WARNING,
    title=N_("The file has macros"),
    why=N_("A macro is a program. Many organisations stop such files, and who gets one cannot know what it does."),
    mend=N_("choose File > Save As and the type PowerPoint Presentation (.pptx): the macros are left out"),
    find=_macros,
)
LINKED = Rule(
    "safe/linked-content",
    severity=Severity.WARNING,
    title=N_("A part of the deck is somewhere else"),
    why=N_(
        "What is linked is missing where there is no such path or no net, and the owner of that place sees who opens the deck."
    ),
    mend=N_(
        "insert it anew from your computer (Insert > Pictures > This Device); or break the link under File > "
        "Info > Edit Links to Files"
    ),
    find=_linked,
)
LINK = Rule(
    "safe/link",
    severity=Severity.ERROR,
    title=N_("A link runs something, or leads to a file of one's own"),
    why=N_(
        "Links in a deck that is passed on lead to pages that everybody reaches; one that runs a program is how harm comes in."
    ),
    mend=N_("right-click it and choose Edit Link: write a web address, or remove the link"),
    find=_links,
)
SIGNED = Rule(
    "safe/signed",
    severity=Severity.INFO,
    title=N_("The file is digitally signed"),
    why=N_("ECMA-376 Part 2, 13: a signature holds for the very bytes; every change ends it."),
    mend=N_("keep the signed file as it is, and work on a copy"),
    find=_signed,
)
RULES = (MACROS, LINKED, LINK, SIGNED)
