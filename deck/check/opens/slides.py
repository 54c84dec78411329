"""Slides, layouts, masters, notes and sections, and how they hang together (ECMA-376 Part 1, 13.3 and 19.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.opens.content import is_guid
from deck.check.opens.package import SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing import numbers
from deck.drawing.names import Element, child, detach, local, qn, whole
from deck.geometry import EMU_PER_CM
from deck.i18n import N_, _, decimal
from deck.package import Package, serialise
from deck.package.names import SLIDE_KINDS, is_of_kind

FIRST, LAST = 256, 2**31 - 1
"""The range of a slide's id (19.7.13); ids of masters and layouts begin where it ends (19.7.9, 19.7.10)."""


def _listed(subject: Subject, part: str, name: str) -> list[Element]:
    found = child(subject.tree(part), name)
    return [item for item in found if isinstance(item.tag, str)] if found is not None else []


def _layoutless(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        if len(subject.package.related(slide.part, "slideLayout")) != 1 or not subject.package.one(slide.part, "slideLayout"):
            yield LAYOUTLESS.found(_("the slide does not have one layout"), subject.where(slide.part))


def _masterless(subject: Subject) -> Iterator[Finding]:
    main = subject.package.main
    listed = {item.get(qn("r:id"), "") for item in _listed(subject, main, "p:sldMasterIdLst")}
    related = {rel.id: rel.target for rel in subject.package.related(main, "slideMaster") if rel.target in subject.package.parts}
    if not listed or not related:
        yield MASTERLESS.found(_("the presentation has no slide master"), subject.where(main))
        return
    for rid in sorted(set(related) - listed):
        yield MASTERLESS.found(_("the slide master {part} is not listed").format(part=related[rid]), subject.where(main))
    for part in related.values():
        if not subject.package.one(part, "theme"):
            yield MASTERLESS.found(_("the slide master {part} has no theme").format(part=part), subject.where(part))
    for kind in ("notesMaster", "handoutMaster"):
        other = subject.package.one(main, kind)
        if other and not subject.package.one(other, "theme"):
            yield MASTERLESS.found(_("{part} has no theme of its own").format(part=other), subject.where(other))
    for slide in subject.slides:
        layout = subject.package.one(slide.part, "slideLayout")
        master = subject.package.one(layout, "slideMaster") if layout else None
        if layout and master not in related.values():
            yield MASTERLESS.found(_("the layout {part} has no slide master").format(part=layout), subject.where(slide.part))
    for layout in dict.fromkeys(subject.package.one(slide.part, "slideLayout") for slide in subject.slides):
        yield from _unowned(subject, layout) if layout else ()
    used = {subject.package.one(slide.part, "slideLayout") for slide in subject.slides}
    for master in related.values():
        for rel in subject.package.related(master, "slideLayout"):
            owners = [owner.target for owner in subject.package.related(rel.target, "slideMaster")]
            if rel.target not in used and rel.target in subject.package.parts and master not in owners:
                message = _("the layout {part} does not lead back to its slide master").format(part=rel.target)
                yield MASTERLESS.found(message, subject.where(rel.target))


def _unowned(subject: Subject, layout: str) -> Iterator[Finding]:
    """A layout that slides use: it names one master, and that lists it."""
    masters = subject.package.related(layout, "slideMaster")
    if len(masters) > 1:
        yield MASTERLESS.found(_("the layout {part} names several slide masters").format(part=layout), subject.where(layout))
    for master in dict.fromkeys(rel.target for rel in masters if rel.target in subject.package.parts):
        listed = {item.get(qn("r:id"), "") for item in _listed(subject, master, "p:sldLayoutIdLst")}
        own = {rel.id for rel in subject.package.related(master, "slideLayout") if rel.target == layout}
        if not own & listed:
            message = _("the slide master {master} does not list the layout {part}, which slides use")
            yield MASTERLESS.found(message.format(master=master, part=layout), subject.where(master))


def _twice(subject: Subject) -> Iterator[Finding]:
    main = subject.package.main
    items = _listed(subject, main, "p:sldIdLst")
    targets = {rel.id: rel.target for rel in subject.package.rels.get(main, ())}
    parts = Counter(targets.get(item.get(qn("r:id"), ""), "") for item in items)
    said = Counter(item.get("id", "") for item in items)
    for part, count in parts.items():
        if part and count > 1:
            yield TWICE.found(_("{part} is listed {count} times").format(part=part, count=count), subject.where(part))
    for number, count in said.items():
        if count > 1:
            yield TWICE.found(_("the slide id {id} is used {count} times").format(id=number, count=count), subject.where(main))
        if not FIRST <= numbers.index(number, -1) <= LAST:
            yield TWICE.found(_("the slide id {id} is outside its range").format(id=number), subject.where(main))


def _master_ids(subject: Subject) -> Iterator[Finding]:
    main = subject.package.main
    used: Counter[int] = Counter()
    for item in _listed(subject, main, "p:sldMasterIdLst"):
        used[numbers.index(item.get("id"), -1)] += 1
    for rel in subject.package.related(main, "slideMaster"):
        listed = _listed(subject, rel.target, "p:sldLayoutIdLst")
        for item in listed:
            used[numbers.index(item.get("id"), -1)] += 1
        for number, count in Counter(item.get(qn("r:id"), "") for item in listed).items():
            if count > 1:
                message = _("the slide master {master} lists the layout {id} {count} times")
                hint = _("whether PowerPoint minds is not known; open the file and save it anew")
                text = message.format(master=rel.target, id=number, count=count)
                yield MASTER_IDS.found(text, subject.where(rel.target), hint=hint, severity=Severity.WARNING)
    for number, count in used.items():
        # Both lists may leave the id out.
        if number >= 0 and (count > 1 or number <= LAST):
            message = _("the id {id} of masters and layouts is used {count} times, or outside its range")
            yield MASTER_IDS.found(message.format(id=number, count=count), subject.where(main))


def _notes(subject: Subject) -> Iterator[Finding]:
    main = subject.package.main
    pages = [page for slide in subject.slides if (page := subject.package.one(slide.part, "notesSlide"))]
    for slide in subject.slides:
        if len(subject.package.related(slide.part, "notesSlide")) > 1:
            yield NOTES.found(_("the slide has several notes pages"), subject.where(slide.part))
    for page in pages:
        if not subject.package.one(page, "notesMaster"):
            yield NOTES.found(_("the notes page has no notes master"), subject.where(page))
        if not subject.package.one(page, "slide"):
            yield NOTES.found(_("the notes page does not lead back to its slide"), subject.where(page))
    if len(subject.package.related(main, "notesMaster")) > 1:
        hint = _("whether PowerPoint minds is not known; open the file and save it anew")
        message = _("the presentation has several notes masters")
        yield NOTES.found(message, subject.where(main), hint=hint, severity=Severity.WARNING)
    if pages and not subject.package.one(main, "notesMaster"):
        yield NOTES.found(_("there are notes, and the presentation has no notes master"), subject.where(main))
    elif pages and not _listed(subject, main, "p:notesMasterIdLst"):
        # python-pptx writes files so, and PowerPoint opens them.
        text = _("there are notes, and the presentation does not list its notes master")
        yield NOTES.found(
            text,
            subject.where(main),
            hint=_("PowerPoint opens it, Keynote refuses it; open it in PowerPoint and save it: the list is written"),
            severity=Severity.INFO,
        )


def _shows(subject: Subject) -> Iterator[Finding]:
    """Custom shows: each has a number of its own (19.2.1.7)."""
    count = Counter(item.get("id", "") for item in _listed(subject, subject.package.main, "p:custShowLst"))
    for number, often in count.items():
        if often > 1:
            hint = _("whether PowerPoint minds is not known; open the file and save it anew")
            message = _("{count} custom shows have the id {id}").format(count=often, id=number)
            yield TWICE.found(message, subject.where(subject.package.main), hint=hint, severity=Severity.WARNING)


def _listings(subject: Subject) -> Iterator[Finding]:
    yield from _twice(subject)
    yield from _shows(subject)


def _section_ids(subject: Subject) -> list[Element]:
    root = subject.tree(subject.package.main)
    sections = [item for item in root.iter() if local(item) == "section"] if root is not None else []
    return [entry for section in sections for entry in section.iter() if local(entry) == "sldId"]


def _sections(subject: Subject) -> Iterator[Finding]:
    known = {item.get("id") for item in _listed(subject, subject.package.main, "p:sldIdLst")}
    seen: set[str | None] = set()
    for entry in _section_ids(subject):
        number = entry.get("id")
        where = subject.where(subject.package.main)
        if number not in known:
            yield SECTIONS.found(_("a section lists slide id {id}, which does not exist").format(id=number), where)
        elif number in seen:
            yield SECTIONS.found(_("slide id {id} is in two sections").format(id=number), where)
        seen.add(number)


def _section_marks(subject: Subject) -> Iterator[Finding]:
    """Each section has an id of its own, a GUID ([MS-PPTX] 2.6.34)."""
    root = subject.tree(subject.package.main)
    sections = [item for item in root.iter() if local(item) == "section"] if root is not None else []
    ids = Counter(item.get("id", "") for item in sections)
    for number, count in ids.items():
        if count > 1 or not is_guid(number):
            message = _("the section id “{id}” is used {count} times, or is none").format(id=number[:40], count=count)
            hint = _("whether PowerPoint minds is not known; open the file and save it anew")
            yield SECTIONS.found(message, subject.where(subject.package.main), hint=hint, severity=Severity.WARNING)


def _section_faults(subject: Subject) -> Iterator[Finding]:
    yield from _sections(subject)
    yield from _section_marks(subject)


def mend_sections(subject: Subject) -> Package:
    """The package with each slide in one section, and no section with a slide that does not exist."""
    from deck.package import parse_xml

    main = subject.package.main
    copy = Subject(subject.package.replace({main: serialise(parse_xml(subject.package.parts[main]))}))
    known = {item.get("id") for item in _listed(copy, main, "p:sldIdLst")}
    seen: set[str | None] = set()
    for entry in _section_ids(copy):
        if entry.get("id") not in known or entry.get("id") in seen:
            detach(entry)
        seen.add(entry.get("id"))
    root = copy.tree(main)
    return subject.package.replace({main: serialise(root)}) if root is not None else subject.package


def _keynote(subject: Subject) -> Iterator[Finding]:
    main = subject.package.main
    root = subject.tree(main)
    size = child(root, "p:sldSz")
    where = subject.where(main)
    if root is None:
        return
    if size is None:
        yield KEYNOTE.found(_("the presentation does not say how large its slides are"), where)
    elif (kind := size.get("type", "")) in SLIDE_KINDS:
        wide, high = whole(size.get("cx")), whole(size.get("cy"))
        if not is_of_kind(kind, wide, high):
            message = _("the slides are said to be “{kind}”, and are {wide} by {high} cm").format(
                kind=kind, wide=decimal(round(wide / EMU_PER_CM, 1)), high=decimal(round(high / EMU_PER_CM, 1))
            )
            yield KEYNOTE.found(message, where)
    known = {rel.id: rel.target for rel in subject.package.related(main, "notesMaster")}
    for item in _listed(subject, main, "p:notesMasterIdLst"):
        if known.get(item.get(qn("r:id"), "")) not in subject.package.parts:
            yield KEYNOTE.found(_("the notes master that the presentation lists is not there"), where)


LAYOUTLESS = Rule(
    "opens/slide-without-layout",
    severity=Severity.ERROR,
    title=N_("a slide without a layout"),
    why=N_("ECMA-376 Part 1, 13.3.8: a slide has one layout; else PowerPoint repairs the file, and the slide is lost."),
    mend=SAVE,
    find=_layoutless,
    scope="frame",
)
MASTERLESS = Rule(
    "opens/no-master",
    severity=Severity.ERROR,
    title=N_("a slide master is missing"),
    why=N_(
        "ECMA-376 Part 1, 13.3.10 and 19.2.1.37: a presentation has a slide master, which it lists, and each "
        "layout and theme hangs on one; else PowerPoint repairs or refuses the file."
    ),
    mend=SAVE,
    find=_masterless,
    scope="frame",
)
TWICE = Rule(
    "opens/slide-listed-twice",
    severity=Severity.ERROR,
    title=N_("a slide listed twice, or under a wrong id"),
    why=N_(
        "ECMA-376 Part 1, 19.2.1.33 and 19.7.13: a slide is listed once, under an id from 256 on; else "
        "PowerPoint repairs the file."
    ),
    mend=SAVE,
    find=_listings,
    scope="frame",
    known=(
        "scanny/python-pptx#89",
        "davidgohel/officer#223",
    ),
)
MASTER_IDS = Rule(
    "opens/master-ids",
    severity=Severity.ERROR,
    title=N_("ids of masters and layouts that collide"),
    why=N_(
        "ECMA-376 Part 1, 19.7.9 and 19.7.10: masters and layouts share one space of ids, from 2147483648 on; "
        "else PowerPoint repairs the file."
    ),
    mend=SAVE,
    find=_master_ids,
    scope="frame",
    known=("jgm/pandoc#7544",),
)
NOTES = Rule(
    "opens/notes-without-master",
    severity=Severity.ERROR,
    title=N_("notes without a notes master"),
    why=N_(
        "ECMA-376 Part 1, 13.3.5: a notes page has a notes master, which the presentation lists; else "
        "PowerPoint repairs the file."
    ),
    mend=SAVE,
    find=_notes,
    scope="frame",
    known=("gitbrent/PptxGenJS#1443",),
)
SECTIONS = Rule(
    "opens/section-slides",
    severity=Severity.ERROR,
    title=N_("sections that do not hold the slides"),
    why=N_("[MS-PPTX] 2.6: each slide is in one section; else PowerPoint repairs the file, and the sections are lost."),
    mend=SAVE,
    find=_section_faults,
    fix=mend_sections,
    scope="frame",
)
KEYNOTE = Rule(
    "opens/keynote",
    severity=Severity.WARNING,
    title=N_("a file that Keynote refuses"),
    why=N_(
        "ECMA-376 Part 1, 19.2.1.36, 19.7.16 and 19.2.1.22: the slides' size is said and agrees with its kind, "
        "and a notes master is listed and there. "
        "PowerPoint opens the file all the same; Keynote calls it invalid."
    ),
    mend=N_("open the file in PowerPoint, choose Design > Slide Size, and save it"),
    find=_keynote,
    scope="frame",
    known=(
        "anthropics/skills#1167",
        "scanny/python-pptx#1051",
        "iOfficeAI/OfficeCLI#255",
    ),
)
RULES = (KEYNOTE, LAYOUTLESS, MASTERLESS, TWICE, MASTER_IDS, NOTES, SECTIONS)
