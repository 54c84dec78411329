"""The document's own title and language (WCAG 2.4.2 and 3.1.1; EN 301 549 10.2.4.2 and 10.3.1.1). ECMA-376 Part 2, clause 11."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from deck.check.accessible.language import main_language
from deck.check.accessible.mend import copy_of, xml_of
from deck.check.accessible.titles import title_text
from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.diagnostics import Severity, Where
from deck.drawing.names import child, local, qn
from deck.i18n import N_, _
from deck.package import Package, Relationship
from deck.package.names import CORE_PROPERTIES, CORE_RELATIONSHIP, DC

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
NOBODY_WROTE = re.compile(
    r"^\s*(powerpoint[\s-]*presentation|presentation\d*|presentation|presentation1|slide \d+|bild "
    r"\d+|title|titel|untitled|namnlös|"
    r"microsoft powerpoint.*|.*\.(pptx?|potx?|pdf))\s*$",
    re.IGNORECASE,
)


def core_part(subject: Subject) -> str:
    return subject.package.one("", "core-properties") or ""


def _property(subject: Subject, name: str) -> str:
    root = subject.tree(core_part(subject))
    for item in root if root is not None else ():
        if local(item) == name:
            return (item.text or "").strip()
    return ""


def _no_title(subject: Subject) -> Iterator[Finding]:
    title = _property(subject, "title")
    if not title:
        yield TITLE.found(_("the document has no title"), Where(subject.name))
    elif NOBODY_WROTE.match(title):
        yield TITLE.found(_("the document's title is “{title}”, which nobody wrote").format(title=title), Where(subject.name))


def _no_language(subject: Subject) -> Iterator[Finding]:
    styles = subject.sheets.default_text
    said = any(item.get("lang") for item in styles.iter(qn("a:defRPr"))) if styles is not None else False
    if not said and not _property(subject, "language"):
        yield LANGUAGE.found(_("the document does not say which language it is in"), Where(subject.name))


def _with_property(subject: Subject, name: str, value: str) -> Package:
    """The package with a Dublin Core element set in its core properties, which are made where there are none."""
    part = core_part(subject)
    root = subject.tree(part) if part else None
    package = subject.package
    root = (
        etree.Element(f"{{{CORE_PROPERTIES}}}coreProperties", nsmap={"cp": CORE_PROPERTIES, "dc": DC})
        if root is None
        else copy_of(root)
    )
    found = next((item for item in root if local(item) == name), None)
    item = found if found is not None else etree.SubElement(root, f"{{{DC}}}{name}")
    item.text = value
    if part:
        return package.replace({part: xml_of(root)})
    part = "docProps/core.xml"
    if any(rel.target == part for rel in package.rels.get("", ())):
        return package.replace({part: xml_of(root)}, {part: CORE_TYPE})
    taken = {rel.id for rel in package.rels.get("", ())}
    rid = next(f"rId{n}" for n in range(1, 10_000) if f"rId{n}" not in taken)
    rels = (*package.rels.get("", ()), Relationship(rid, CORE_RELATIONSHIP, part))
    return package.replace({part: xml_of(root)}, {part: CORE_TYPE}, {"": rels})


def give_title(subject: Subject) -> Package:
    """The first slide's title, where it has one."""
    title = next((words for slide in subject.slides if (words := title_text(subject, slide))), "")
    return _with_property(subject, "title", title) if title else subject.package


def give_language(subject: Subject) -> Package:
    lang = main_language(subject)
    package = _with_property(subject, "language", lang)
    root = subject.tree(package.main)
    default = child(root, "p:defaultTextStyle", "a:defPPr", "a:defRPr")
    if root is None or default is None or default.get("lang"):
        return package
    root = copy_of(root)
    mark = child(root, "p:defaultTextStyle", "a:defPPr", "a:defRPr")
    if mark is not None:
        mark.set("lang", lang)
    return package.replace({package.main: xml_of(root)})


TITLE = Rule(
    "accessible/document-title",
    severity=Severity.WARNING,
    title=N_("The document has no title"),
    why=N_("WCAG 2.4.2 (EN 301 549, 10.2.4.2): windows and screen readers tell a document by its title."),
    mend=N_("choose File > Info > Properties and write a title; `deck check --fix` takes the first slide's"),
    find=_no_title,
    fix=give_title,
    scope="deck",
)
LANGUAGE = Rule(
    "accessible/document-language",
    severity=Severity.WARNING,
    title=N_("The document says no language"),
    why=N_("WCAG 3.1.1 (EN 301 549, 10.3.1.1): the document's own language is known."),
    mend=N_("choose Review > Language > Language Preferences and save; `deck check --fix` marks it"),
    find=_no_language,
    fix=give_language,
    scope="deck",
)
RULES = (TITLE, LANGUAGE)
