"""What may be in a package once only: ids of relationships, content types, core properties, and parts with one owner."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from deck.check.model import Finding, Rule
from deck.check.opens.package import SAVE, WHY_TYPES
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.names import Element, child, local, qn
from deck.i18n import N_, _
from deck.package import Package, parse_xml, serialise

XML_ID = re.compile(r"[^\W\d][\w.\-·]*")
"""An xsd:ID: it begins with a letter or an underscore."""
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
TERMS = "http://purl.org/dc/terms/"
PROPERTY = re.compile(
    "category|contentStatus|created|creator|description|identifier|keywords|language|lastModifiedBy|lastPrinted|modified|"
    "revision|subject|title|version|contentType"
)
"""What core properties there are (Part 2, 8.3.3); contentType is of the first edition."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
OWNED: dict[str, Severity] = {
    "notesSlide": Severity.ERROR,
    "chart": Severity.ERROR,
    "comments": Severity.ERROR,
    "slideLayout": Severity.ERROR,
    "theme": Severity.WARNING,
    "package": Severity.WARNING,
    "diagramData": Severity.WARNING,
    "vmlDrawing": Severity.WARNING,
}
"""Kinds of relationship whose target belongs to one source; a chart's workbook ("package") is shared by
some programs unpunished."""


def _double_types(subject: Subject) -> Iterator[Finding]:
    declared = subject.package.declared
    for (name, default), count in Counter((entry.name.lower(), entry.default) for entry in declared).items():
        if count > 1:
            message = (
                _("the content type of .{name} is declared {count} times")
                if default
                else _("the content type of {name} is declared {count} times")
            ).format(name=name, count=count)
            yield TYPES.found(message, subject.where("" if default else name))


def without_double_types(subject: Subject) -> Package:
    """The package with what the reader took of its content types: the last of each, written once."""
    return replace(subject.package, declared=())


def _double_ids(subject: Subject) -> Iterator[Finding]:
    for owner, rels in subject.package.rels.items():
        for number, count in Counter(rel.id for rel in rels).items():
            if count > 1:
                message = _("the relationship id {id} is used {count} times").format(id=number, count=count)
                yield IDS.found(message, subject.where(owner))
            elif XML_ID.fullmatch(number) is None:
                yield IDS.found(_("“{id}” cannot be a relationship's id").format(id=number[:40]), subject.where(owner))


def _core_parts(subject: Subject) -> list[str]:
    return [rel.target for rel in subject.package.related("", "core-properties")]


def _core(subject: Subject) -> Iterator[Finding]:
    parts = _core_parts(subject)
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    typed = [name for name in subject.package.parts if subject.package.content_type(name) == kind]
    if max(len(parts), len(typed)) > 1:
        yield CORE_RULE.found(_("the file has several parts of core properties"), subject.where(sorted({*parts, *typed})[-1]))
    for part in dict.fromkeys(parts):
        root = subject.tree(part)
        if root is not None and root.tag != f"{{{CORE}}}coreProperties":
            yield CORE_RULE.found(_("{part} holds no core properties").format(part=part), subject.where(part))
        elif root is not None:
            for message in dict.fromkeys(_core_faults(root)):
                yield CORE_RULE.found(message, subject.where(part))


def _core_faults(root: Element) -> Iterator[str]:
    items = [item for item in root if isinstance(item.tag, str)]
    for tag, count in Counter(item.tag for item in items).items():
        if count > 1:
            yield _("the property {name} is given {count} times").format(name=tag.partition("}")[2], count=count)
    for item in items:
        if PROPERTY.fullmatch(local(item)) is None:
            yield _("there is no property {name}").format(name=local(item)[:40])
        if item.get(XML_LANG) is not None and local(item) != "keywords":
            yield _("the property {name} may have no xml:lang").format(name=local(item))
        if item.tag.startswith(f"{{{TERMS}}}") and local(item) in ("created", "modified"):
            if not item.get(XSI_TYPE, "").endswith("W3CDTF"):
                yield _("the property {name} does not say that it is a date (xsi:type)").format(name=local(item))
            if DATE.fullmatch((item.text or "").strip()) is None:
                yield _("the property {name} is no date: “{value}”").format(name=local(item), value=(item.text or "")[:40])
        elif item.get(XSI_TYPE) is not None:
            yield _("the property {name} may have no xsi:type").format(name=local(item))
        if len(item) and item.tag != f"{{{CORE}}}keywords":
            yield _("the property {name} holds elements").format(name=local(item))


def without_double_core(subject: Subject) -> Package:
    """The package with each core property once: the first that says anything; dates marked as dates."""
    package = subject.package
    for part in _core_parts(subject)[:1]:
        if subject.tree(part) is None:
            return package
        root = parse_xml(package.parts[part])
        said = {item.tag: item for item in reversed(root) if isinstance(item.tag, str) and (item.text or "").strip()}
        kept: set[str] = set()
        for item in [item for item in root if isinstance(item.tag, str)]:
            if item.tag in kept or (item.tag in said and said[item.tag] is not item):
                root.remove(item)
            else:
                kept.add(item.tag)
        package = package.replace({part: serialise(root)})
    return package


def _owners(subject: Subject) -> Iterator[Finding]:
    package = subject.package
    owners: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for owner, rels in package.rels.items():
        for rel in rels:
            # The presentation takes after its first master's theme.
            own = not (rel.kind == "theme" and owner == package.main)
            if own and not rel.external and rel.kind in OWNED and rel.target in package.parts:
                owners[rel.target][rel.kind].append(owner)
    for part, kinds in owners.items():
        for kind, users in kinds.items():
            # Many slides use a layout; one master has it.
            masters = [user for user in users if package.content_type(user).endswith("slideMaster+xml")]
            sources = masters if kind == "slideLayout" else users
            if len(set(sources)) > 1:
                message = _("{part} belongs to several at once: {owners}").format(
                    part=part, owners=", ".join(sorted(set(sources))[:4])
                )
                yield SHARED.found(message, subject.where(sources[-1]), severity=OWNED[kind])
    for slide in subject.slides:
        for number, count in Counter(slide.charts).items():
            if count > 1:
                message = _("a chart stands on the slide {count} times under one id ({id})").format(count=count, id=number)
                yield SHARED.found(message, subject.where(slide.part))
        page = package.one(slide.part, "notesSlide")
        back = package.one(page, "slide") if page else None
        if page and back and back != slide.part and len(set(owners[page]["notesSlide"])) == 1:
            message = _("the notes page {part} is another slide's ({slide})").format(part=page, slide=back)
            yield SHARED.found(message, subject.where(slide.part))


def _unlisted(subject: Subject) -> Iterator[Finding]:
    package = subject.package
    listed = {slide.part for slide in subject.slides}
    reached = package.reached()
    for part in package.parts:
        if package.content_type(part).endswith("presentationml.slide+xml") and part in reached and part not in listed:
            yield UNLISTED.found(_("{part} is in the file, and not among the slides").format(part=part), subject.where(part))
    used = {package.one(slide.part, "slideLayout") for slide in subject.slides}
    for master in package.related(package.main, "slideMaster"):
        layouts = child(subject.tree(master.target), "p:sldLayoutIdLst")
        named = {item.get(qn("r:id"), "") for item in (layouts if layouts is not None else ()) if isinstance(item.tag, str)}
        for rel in package.related(master.target, "slideLayout"):
            if rel.id not in named and rel.target in package.parts and rel.target not in used:
                message = _("the layout {part} is in the file, and its slide master does not list it").format(part=rel.target)
                yield UNLISTED.found(message, subject.where(rel.target))


TYPES = Rule(
    "opens/content-type-twice",
    severity=Severity.ERROR,
    title=N_("a content type that is declared twice"),
    why=WHY_TYPES,
    mend=SAVE,
    find=_double_types,
    fix=without_double_types,
    scope="frame",
)
IDS = Rule(
    "opens/relationship-twice",
    severity=Severity.ERROR,
    title=N_("relationships that share an id"),
    why=N_("ECMA-376 Part 2, 6.5.3.4: a relationship's id is its own, and an xsd:ID; else PowerPoint repairs the file."),
    mend=SAVE,
    find=_double_ids,
    scope="frame",
    known=(
        "gitbrent/PptxGenJS#465",
        "gitbrent/PptxGenJS#477",
    ),
)
CORE_RULE = Rule(
    "opens/core-properties",
    severity=Severity.ERROR,
    title=N_("core properties that are there twice, or dates that are none"),
    why=N_(
        "ECMA-376 Part 2, 8.3.4: a package has one part of core properties, each of them once, and dates as dcterms:W3CDTF; "
        "else Office calls the file damaged."
    ),
    mend=SAVE,
    find=_core,
    fix=without_double_core,
    scope="deck",
)
SHARED = Rule(
    "opens/shared-part",
    severity=Severity.ERROR,
    title=N_("a part of one that several use"),
    why=N_(
        "ECMA-376 Part 1, 13.3: a notes page, a chart and comments belong to one slide, a layout to one "
        "master, a theme to one master; "
        "else PowerPoint repairs the file, or changes one when the other is edited."
    ),
    mend=SAVE,
    find=_owners,
    scope="frame",
    known=("scanny/python-pptx#961",),
)
UNLISTED = Rule(
    "opens/slide-unlisted",
    severity=Severity.WARNING,
    title=N_("a slide that is in the file, and not in the deck"),
    why=N_(
        "ECMA-376 Part 1, 19.2.1.34: the slides are those of the list. What a program “deleted” goes along "
        "with the file, to be read by anyone; "
        "some such files PowerPoint repairs."
    ),
    mend=SAVE,
    find=_unlisted,
    scope="frame",
    known=("scanny/python-pptx#67",),
)
RULES = (TYPES, IDS, CORE_RULE, SHARED, UNLISTED)
