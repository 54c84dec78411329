"""The package itself: content types, relationships, well-formed parts (ECMA-376 Part 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.names import attributes
from deck.i18n import N_, _
from deck.package import Package, Relationship, begins, relationships_name

WHY_TYPES = N_(
    "ECMA-376 Part 2, 10.1.2: every part has one content type, and a content type one part; else PowerPoint repairs the file."
)
WHY_RELS = N_(
    "ECMA-376 Part 2, 9.3: a relationship leads to a part; else PowerPoint repairs the file, and what it led to is lost."
)
SAVE = N_("open the file in PowerPoint, let it repair, look through what is left, and save it under a new name")
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
KNOWN_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.oclc.org/ooxml/",
    "http://customxml.org/",
)
KNOWN_TYPES = ("application/vnd.openxmlformats-", "application/vnd.ms-", "image/", "audio/", "video/")


RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_PML = "application/vnd.openxmlformats-officedocument.presentationml."
_MACRO = "application/vnd.ms-powerpoint."
MAIN_TYPES = (
    f"{_PML}presentation.main+xml",
    f"{_PML}template.main+xml",
    f"{_PML}slideshow.main+xml",
    f"{_MACRO}presentation.macroEnabled.main+xml",
    f"{_MACRO}template.macroEnabled.main+xml",
    f"{_MACRO}slideshow.macroEnabled.main+xml",
)
PRESENTATION = (".pptx", ".pptm", ".ppsx", ".ppsm")
PLAIN, MACRO = (".pptx", ".potx", ".ppsx"), (".pptm", ".potm", ".ppsm")


def _main_type(subject: Subject) -> Iterator[Finding]:
    package = subject.package
    kind, suffix = package.content_type(package.main), PurePath(subject.name).suffix.lower()
    macro = "macroEnabled" in kind
    if kind not in MAIN_TYPES:
        yield MAIN.found(
            _("the file says that it is “{kind}”, which is no presentation").format(kind=kind), subject.where(package.main)
        )
    elif (suffix in PLAIN and macro) or (suffix in MACRO and not macro):
        message = _("the file is called {suffix}, and is of another kind within ({kind})").format(suffix=suffix, kind=kind)
        yield MAIN.found(
            message, subject.where(package.main), hint=_("give it the name's ending that it had; or open it and save it anew")
        )
    elif suffix in PRESENTATION and "template" in kind:
        message = _("the file is called {suffix}, and says that it is a template").format(suffix=suffix)
        hint = _("call it .potx or .potm; or open it and save it as a presentation")
        yield MAIN.found(message, subject.where(package.main), severity=Severity.WARNING, hint=hint)
    elif len(package.related("", "officeDocument")) > 1:
        message = _("the file names {count} main parts").format(count=len(package.related("", "officeDocument")))
        hint = _("whether PowerPoint minds is not known; open the file and save it anew")
        yield MAIN.found(message, subject.where(package.main), severity=Severity.WARNING, hint=hint)
    elif not macro and any(rel.kind == "vbaProject" for rel in package.rels.get(package.main, ())):
        yield MAIN.found(_("there are macros in a file that says it has none"), subject.where(package.main))


def _untyped(subject: Subject) -> Iterator[Finding]:
    declared = subject.package.declared
    typed = {entry.name.lower() for entry in declared if not entry.default}
    of_all = any(entry.default and entry.name == "rels" for entry in declared)
    if declared and not of_all and not all(relationships_name(owner).lower() in typed for owner in subject.package.rels):
        yield UNTYPED.found(_("parts of relationships (.rels) have no content type"), subject.where(""))
    for entry in declared:
        if entry.default and entry.name == "rels" and entry.kind.lower() != RELS_TYPE:
            message = _("parts of relationships (.rels) are declared as “{kind}”").format(kind=entry.kind[:80])
            yield UNTYPED.found(message, subject.where(""))
    for name in subject.package.foreign:
        message = _("{part} is written in other names than those of a package").format(part=name)
        yield UNTYPED.found(message, subject.where(name))
    for name in subject.package.parts:
        if not subject.package.content_type(name):
            yield UNTYPED.found(_("{part} has no content type").format(part=name), subject.where(name))


def _there(package: Package, name: str) -> bool:
    """Is there such a part? A part of relationships (Part 2, 9.3) is kept apart from the others."""
    if name in package.parts:
        return True
    return name.lower() in {relationships_name(owner).lower() for owner in package.rels}


def _overrides(subject: Subject) -> Iterator[Finding]:
    for name in subject.package.overrides:
        if not _there(subject.package, name):
            message = _("a content type is declared for {part}, which does not exist").format(part=name)
            yield OVERRIDE.found(message, subject.where(name))


def without_overrides(subject: Subject) -> Package:
    """The package without content types for parts that do not exist."""
    package = subject.package
    return package.replace(None, {name: None for name in package.overrides if not _there(package, name)})


MOST_ATTRIBUTES = 500
"""Far more than any element has; to read one of them costs a look at all."""
IMPLICIT = ("slideLayout", "slideMaster", "notesSlide", "notesMaster", "theme", "officeDocument", "package", "slide")
"""Kinds of relationships that hold without anything in the part naming their ids (Part 1, 9.2)."""


def _used(subject: Subject, owner: str, rel: Relationship) -> bool:
    root = subject.tree(owner)
    return root is not None and any(
        value == rel.id
        for item in root.iter()
        if isinstance(item.tag, str) and len(item.attrib) <= MOST_ATTRIBUTES
        for key, value in attributes(item).items()
        if key.startswith(R)
    )


def _nowhere(subject: Subject) -> Iterator[Finding]:
    for owner, rels in subject.package.rels.items():
        for rel in rels:
            # PowerPoint itself writes NULL where a picture could not be kept.
            if rel.external or rel.target in subject.package.parts or rel.target.rsplit("/", 1)[-1].upper() == "NULL":
                continue
            message = _("relationship {id} ({kind}) leads to {target}, which does not exist").format(
                id=rel.id, kind=rel.kind, target=rel.target
            )
            if rel.kind in IMPLICIT or _used(subject, owner, rel):
                yield NOWHERE.found(message, subject.where(owner))
            else:
                hint = _("nothing uses it: PowerPoint is not known to mind, other programs are; open the file and save it anew")
                yield NOWHERE.found(message, subject.where(owner), hint=hint, severity=Severity.WARNING)


def _empty_targets(subject: Subject) -> Iterator[Finding]:
    for owner, rels in subject.package.rels.items():
        for rel in rels:
            if rel.external and not rel.target.strip():
                message = _("a link leads to an empty address")
                yield EMPTY_TARGET.found(message, subject.where(owner))
            elif not rel.external and rel.target == owner and rel.kind != "hyperlink":
                message = _("the relationship {id} ({kind}) leads to its own part").format(id=rel.id, kind=rel.kind)
                yield EMPTY_TARGET.found(message, subject.where(owner))


_RELATED: Any = etree.XPath(f"descendant-or-self::*[@*[namespace-uri()='{R[1:-1]}']]")
"""The elements that name relationships."""


def _addresses(subject: Subject) -> Iterator[Finding]:
    """Addresses that are none (RFC 3986): the Open XML SDK, and what is built on it, refuses the file."""
    for owner, rels in subject.package.rels.items():
        for rel in rels:
            if rel.external and rel.kind == "hyperlink" and rel.target.strip() and not _is_address(rel.target):
                message = _("a link leads to “{address}”, which is no address").format(address=rel.target[:80])
                yield ADDRESS.found(message, subject.where(owner))


def _is_address(target: str) -> bool:
    try:
        found = urlsplit(target)
        port = found.port
    except ValueError:
        return False
    web = found.scheme.lower() in ("http", "https")
    return not (re.search(r"[\s<>\"{}|^`\x00-\x1f]", target.strip()) or (web and not found.hostname)) and (port is None or web)


def _unknown_ids(subject: Subject) -> Iterator[Finding]:
    for name in subject.package.parts:
        root = subject.tree(name) if name.startswith("ppt/") and name.endswith(".xml") else None
        if root is None:
            continue
        known = {rel.id for rel in subject.package.rels.get(name, ())}
        used = {
            value
            for item in _RELATED(root)
            if len(item.attrib) <= MOST_ATTRIBUTES
            for key, value in attributes(item).items()
            if key.startswith(R)
        }
        for value in sorted(used - known - {""}):
            yield UNKNOWN_ID.found(_("it uses relationship {id}, which it does not have").format(id=value), subject.where(name))


_NEWER = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml\s+version\s*=\s*["'](?!1\.0["'])""")


def _broken(subject: Subject) -> Iterator[Finding]:
    for name in subject.package.parts:
        kind = subject.package.content_type(name)
        if kind.endswith("xml") and _NEWER.match(begins(subject.package.parts, name)):
            message = _("{part} is written in another version of XML than 1.0, which Office does not read").format(part=name)
            yield BROKEN.found(message, subject.where(name))
        if (kind.endswith("+xml") or kind == "application/xml") and subject.tree(name) is None:
            yield BROKEN.found(_("{part} is no well-formed XML").format(part=name), subject.where(name))


def _orphans(subject: Subject) -> Iterator[Finding]:
    reached = subject.package.reached()
    for name in subject.package.parts:
        if name not in reached:
            yield ORPHAN.found(_("nothing leads to {part}").format(part=name), subject.where(name))


def _strangers(subject: Subject) -> Iterator[Finding]:
    """Parts of no kind that Office writes, tied in by a relationship of no kind that it knows."""
    for owner, rels in subject.package.rels.items():
        for rel in rels:
            known = rel.type.startswith(KNOWN_RELATIONSHIPS) or rel.external
            kind = subject.package.content_type(rel.target)
            if not known and rel.target in subject.package.parts and not kind.startswith(KNOWN_TYPES):
                yield STRANGER.found(
                    _("{part} is of a kind that Office does not know ({kind})").format(part=rel.target, kind=kind),
                    subject.where(owner),
                )


MAIN = Rule(
    "opens/main-type",
    severity=Severity.ERROR,
    title=N_("the file is of another kind than it says"),
    why=N_(
        "ECMA-376 Part 1, 13.3.6: the main part's content type tells what the file is; PowerPoint refuses one "
        "that goes by another name."
    ),
    mend=SAVE,
    find=_main_type,
    scope="frame",
)
UNTYPED = Rule(
    "opens/content-type-missing",
    severity=Severity.ERROR,
    title=N_("a part without a content type"),
    why=WHY_TYPES,
    mend=SAVE,
    find=_untyped,
    scope="frame",
)
OVERRIDE = Rule(
    "opens/override-without-part",
    severity=Severity.ERROR,
    title=N_("a content type for a part that does not exist"),
    why=WHY_TYPES,
    mend=SAVE,
    find=_overrides,
    fix=without_overrides,
    scope="frame",
    known=(
        "gitbrent/PptxGenJS#1444",
        "gitbrent/PptxGenJS#1449",
    ),
)
NOWHERE = Rule(
    "opens/relationship-to-nothing",
    severity=Severity.ERROR,
    title=N_("a relationship that leads nowhere"),
    why=WHY_RELS,
    mend=SAVE,
    find=_nowhere,
    scope="frame",
    known=(
        "jgm/pandoc#9421",
        "ASML-Labs/PPTX.jl#63",
    ),
)
EMPTY_TARGET = Rule(
    "opens/empty-link",
    severity=Severity.ERROR,
    title=N_("a link to an empty address"),
    why=N_("ECMA-376 Part 2, 6.5.3.4: a relationship's target is an address; where it is empty PowerPoint repairs the file."),
    mend=N_("choose the words or the shape, then Insert > Link, and write the address or remove the link"),
    find=_empty_targets,
    scope="frame",
    known=("PHPOffice/PHPPresentation#992",),
)
ADDRESS = Rule(
    "opens/link-address",
    severity=Severity.WARNING,
    title=N_("a link to what is no address"),
    why=N_(
        "ECMA-376 Part 2, 6.5.3.4, and RFC 3986: a link's target is an address. PowerPoint is not known to mind; the link "
        "leads nowhere, and programs built on the Open XML SDK refuse the file."
    ),
    mend=N_("choose the words or the shape, then Insert > Link, and write the address or remove the link"),
    find=_addresses,
    scope="frame",
)
UNKNOWN_ID = Rule(
    "opens/relationship-missing",
    severity=Severity.ERROR,
    title=N_("a relationship that is used and not there"),
    why=WHY_RELS,
    mend=SAVE,
    find=_unknown_ids,
    known=("scanny/python-pptx#396",),
)
BROKEN = Rule(
    "opens/not-well-formed",
    severity=Severity.ERROR,
    title=N_("a part that is no well-formed XML"),
    why=N_("XML 1.0: PowerPoint cannot read a part that is not well-formed, and repairs or refuses the file."),
    mend=SAVE,
    find=_broken,
)
ORPHAN = Rule(
    "opens/orphan-part",
    severity=Severity.WARNING,
    title=N_("a part that nothing leads to"),
    why=N_(
        "ECMA-376 Part 2, 9.3: a part belongs to the document by a relationship; PowerPoint throws the others "
        "away, or repairs the file."
    ),
    mend=SAVE,
    find=_orphans,
    scope="frame",
)
STRANGER = Rule(
    "opens/unknown-part",
    severity=Severity.WARNING,
    title=N_("a part of a kind that Office does not know"),
    why=N_(
        "ECMA-376 Part 1, 9.1.9: what is not known is thrown away on saving; some such parts make PowerPoint repair the file."
    ),
    mend=SAVE,
    find=_strangers,
    scope="frame",
)
RULES = (MAIN, UNTYPED, OVERRIDE, NOWHERE, EMPTY_TARGET, ADDRESS, UNKNOWN_ID, BROKEN, ORPHAN, STRANGER)
