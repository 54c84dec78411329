"""What stands on slides: ids, text bodies, tables, animations and comments (ECMA-376 Part 1, 19.3, 19.5 and 21.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.opens.content import schema
from deck.check.opens.package import SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing import numbers
from deck.drawing.names import Element, child, local, qn, yes
from deck.i18n import N_, _
from deck.package import Package, parse_xml, serialise

AIMING = tuple(qn(f"p:{name}") for name in ("spTgt", "bldP", "bldGraphic", "bldOleChart", "bldDgm"))
"""Elements of an animation that name a shape; of a diagram's or chart's part, an a:bldDgm names none (20.1.2.2.3)."""


def _ids(root: Element) -> list[Element]:
    """p:cNvPr of all that stands on the slide; of alternate content the branches repeat each other's, and count once."""
    found = []
    for item in root.iter(qn("p:cNvPr")):
        ways = [above for above in item.iterancestors() if local(above) == "Fallback"]
        if not ways:
            found.append(item)
    return found


def _duplicates(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        root = subject.tree(slide.part)
        if root is None:
            continue
        count = Counter(item.get("id", "") for item in _ids(root))
        for item in _ids(root):
            number = item.get("id", "")
            if count[number] > 1:
                count[number] = 0
                message = _("the shape id {id} is used more than once").format(id=number)
                yield DUPLICATE.found(message, subject.where(slide.part, item.get("name", "")))


def renumber(subject: Subject) -> Package:
    """The package with a free id for each shape that shares one; the first keeps it, so animations hold."""
    parts: dict[str, bytes | None] = {}
    for slide in subject.slides:
        root = parse_xml(subject.package.parts[slide.part])
        items = _ids(root)
        highest = max((numbers.index(item.get("id"), 0) for item in items), default=1)
        seen: set[str] = set()
        changed = False
        for item in items:
            if item.get("id", "") in seen:
                highest += 1
                item.set("id", str(highest))
                changed = True
            seen.add(item.get("id", ""))
        if changed:
            parts[slide.part] = serialise(root)
    return subject.package.replace(parts)


def _empty_bodies(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        root = subject.tree(slide.part)
        for body in root.iter(qn("p:txBody"), qn("a:txBody")) if root is not None else ():
            if child(body, "a:p") is None:
                yield EMPTY.found(_("a text body has no paragraph"), subject.where(slide.part, _shape_name(body)))


def _shape_name(item: Element) -> str:
    """The name of the shape that `item` belongs to."""
    for above in item.iterancestors():
        first = next(iter(above), None)
        props = child(first, "p:cNvPr") if first is not None else None
        if props is not None:
            return props.get("name", "")
    return ""


def _ragged(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        root = subject.tree(slide.part)
        for table in root.iter(qn("a:tbl")) if root is not None else ():
            columns = len(list(table.iter(qn("a:gridCol"))))
            for n, row in enumerate(table.iterchildren(qn("a:tr")), 1):
                cells = len(list(row.iterchildren(qn("a:tc"))))
                if cells != columns:
                    message = _(
                        "row {row} does not have the table's columns: its cells are {cells}, the columns {columns}"
                    ).format(row=n, cells=cells, columns=columns)
                    yield RAGGED.found(message, subject.where(slide.part, _shape_name(table)))


def _spans(subject: Subject) -> Iterator[Finding]:
    """Cells that reach over others (21.1.3.18): within the table, and what they cover says that it is covered."""
    for slide in subject.slides:
        root = subject.tree(slide.part)
        for table in root.iter(qn("a:tbl")) if root is not None else ():
            rows = [list(row.iterchildren(qn("a:tc"))) for row in table.iterchildren(qn("a:tr"))]
            if all(not cell.keys() for row in rows for cell in row):
                continue
            where = subject.where(slide.part, _shape_name(table))
            covered = {"hMerge": set[tuple[int, int]](), "vMerge": set[tuple[int, int]]()}
            for y, row in enumerate(rows):
                for x, cell in enumerate(row):
                    wide, high = (max(numbers.index(cell.get(key), 1), 1) for key in ("gridSpan", "rowSpan"))
                    if any(cell.get(key) is not None and numbers.index(cell.get(key), 1) < 1 for key in ("gridSpan", "rowSpan")):
                        message = _("the cell in row {row}, column {column} reaches over no cell at all, not even its own")
                        yield SPANS.found(message.format(row=y + 1, column=x + 1), where)
                    if x + wide > len(row) or y + high > len(rows):
                        message = _("the cell in row {row}, column {column} reaches out of its table")
                        yield SPANS.found(message.format(row=y + 1, column=x + 1), where, severity=Severity.ERROR)
                    covered["hMerge"] |= {(y, x + n) for n in range(1, min(wide, len(row) - x))}
                    covered["vMerge"] |= {(y + n, x) for n in range(1, min(high, len(rows) - y))}
            marked = {
                key: {(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if yes(cell.get(key, "0"))}
                for key in covered
            }
            if wrong := sorted(place for key, places in covered.items() for place in places - marked[key]):
                message = _("the cell in row {row}, column {column} is covered by another, and does not say so")
                yield SPANS.found(message.format(row=wrong[0][0] + 1, column=wrong[0][1] + 1), where)
            elif alone := sorted((y, x) for y, x in marked["hMerge"] if not _reaches(rows, y, x)):
                message = _("the cell in row {row}, column {column} says that another covers it, and none does")
                yield SPANS.found(message.format(row=alone[0][0] + 1, column=alone[0][1] + 1), where)


def _reaches(rows: list[list[Element]], y: int, x: int) -> bool:
    """Whether a cell further to the left reaches over the one at row y, column x."""
    return any(n + numbers.index(rows[y][n].get("gridSpan"), 1) > x for n in range(x))


def _built(subject: Subject) -> Iterator[Finding]:
    """Effects that belong to a group of builds, and the list of builds (19.5.15, 19.5.33)."""
    for slide in subject.slides:
        root = subject.tree(slide.part)
        timing = child(root, "p:timing")
        if root is None or timing is None:
            continue
        texts = {
            props.get("id", ""): props.get("name", "")
            for shape in root.iter(qn("p:sp"))
            if (props := child(shape, "p:nvSpPr", "p:cNvPr")) is not None
        }
        listed = [(item.get("spid", ""), item.get("grpId", "")) for item in timing.iter(qn("p:bldP"))]
        used: set[tuple[str, str]] = set()
        for effect in timing.iter(qn("p:cTn")):
            group = effect.get("grpId")
            if group is not None and effect.get("presetClass"):
                used |= {(aim.get("spid", ""), group) for aim in effect.iter(qn("p:spTgt")) if aim.get("spid") in texts}
        where = subject.where(slide.part)
        for number, group in sorted(used - set(listed)):
            message = _("an animation of “{name}” belongs to the builds' group {group}, which the list of builds lacks")
            yield BUILDS.found(message.format(name=texts.get(number) or number, group=group), where)
        for number, group in sorted(key for key, count in Counter(listed).items() if count > 1):
            message = _("the list of builds has “{name}” of group {group} more than once")
            yield BUILDS.found(message.format(name=texts.get(number) or number, group=group), where, severity=Severity.WARNING)
        ids = Counter(item.get("id", "") for item in timing.iter(qn("p:cTn")))
        for number in sorted(key for key, count in ids.items() if key and count > 1):
            message = _("the time node id {id} is used more than once")
            yield BUILDS.found(message.format(id=number), where, severity=Severity.WARNING)


def _targets(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        root = subject.tree(slide.part)
        timing = child(root, "p:timing")
        if root is None or timing is None:
            continue
        known = {item.get("id") for item in root.iter(qn("p:cNvPr"))}
        aimed = {item.get("spid") for item in timing.iter(*AIMING)}
        for number in sorted(str(item) for item in aimed - known):
            yield TARGET.found(
                _("an animation moves shape {id}, which does not exist").format(id=number), subject.where(slide.part)
            )


def _authors(subject: Subject) -> Iterator[Finding]:
    part = subject.package.one(subject.package.main, "commentAuthors")
    root = subject.tree(part) if part else None
    authors = [item.get("id") for item in root.iter(qn("p:cmAuthor"))] if root is not None else []
    known = set(authors)
    hint = _("whether PowerPoint minds is not known; open the file and save it anew")
    if part and (twice := [number for number in known if authors.count(number) > 1]):
        message = _("several authors of comments have the id {id}").format(id=twice[0])
        yield AUTHOR.found(message, subject.where(part), hint=hint, severity=Severity.WARNING)
    for slide in subject.slides:
        for rel in subject.package.related(slide.part, "comments"):
            listed = subject.tree(rel.target)
            count = Counter(
                (item.get("authorId"), item.get("idx")) for item in (listed.iter(qn("p:cm")) if listed is not None else ())
            )
            if twice := [number for (_author, number), often in count.items() if often > 1]:
                message = _("several comments of one author have the number {id}").format(id=twice[0])
                yield AUTHOR.found(message, subject.where(slide.part), hint=hint, severity=Severity.WARNING)
            for item in listed.iter(qn("p:cm")) if listed is not None else ():
                if item.get("authorId") not in known:
                    yield AUTHOR.found(
                        _("a comment's author {id} is not listed").format(id=item.get("authorId")), subject.where(slide.part)
                    )


def _modern_authors(subject: Subject) -> Iterator[Finding]:
    """Comments as they are written since 2021 ([MS-PPTX] 2.17) name authors by GUIDs, of a list of their own."""
    part = subject.package.one(subject.package.main, "authors")
    root = subject.tree(part) if part else None
    known = {(item.get("id") or "").upper() for item in root.iter() if local(item) == "author"} if root is not None else set()
    for slide in subject.slides:
        for rel in subject.package.related(slide.part, "comments"):
            listed = subject.tree(rel.target)
            found = {
                (item.get("authorId") or "").upper()
                for item in (listed.iter() if listed is not None else ())
                if local(item) in ("cm", "reply") and (item.get("authorId") or "").startswith("{")
            }
            for number in sorted(found - known):
                hint = _("whether PowerPoint minds is not known; open the file and save it anew")
                message = _("a comment's author {id} is not listed").format(id=number.strip("{}"))
                yield AUTHOR.found(message, subject.where(slide.part), hint=hint, severity=Severity.WARNING)


def _all_authors(subject: Subject) -> Iterator[Finding]:
    yield from _authors(subject)
    yield from _modern_authors(subject)


def _guides(subject: Subject) -> Iterator[Finding]:
    """Values of a preset shape under names that its definition does not have."""
    for name in subject.package.parts:
        root = subject.tree(name) if name.startswith("ppt/") and name.endswith(".xml") else None
        for shape in root.iter(qn("a:prstGeom"), qn("a:prstTxWarp")) if root is not None else ():
            preset = shape.get("prst", "")
            known = schema().guides.get(preset, frozenset())
            listed = child(shape, "a:avLst")
            for guide in listed.iterchildren(qn("a:gd")) if listed is not None else ():
                if guide.get("name") not in known:
                    message = _("the shape {preset} has no value called “{name}”").format(preset=preset, name=guide.get("name"))
                    yield GUIDE.found(message, subject.where(name, _shape_name(shape)))


DUPLICATE = Rule(
    "opens/duplicate-shape-id",
    severity=Severity.WARNING,
    title=N_("shapes that share an id"),
    why=N_(
        "ECMA-376 Part 1, 19.3.1.12: a shape's id is its own on the slide; PowerPoint opens most files that "
        "break this, and animations and links go astray."
    ),
    mend=SAVE,
    find=_duplicates,
    fix=renumber,
    known=("gitbrent/PptxGenJS#1532",),
)
EMPTY = Rule(
    "opens/empty-text-body",
    severity=Severity.ERROR,
    title=N_("a text body without a paragraph"),
    why=N_(
        "ECMA-376 Part 1, 21.1.2.2.1 and 19.3.1.51: a text body has at least one paragraph; else PowerPoint repairs the file."
    ),
    mend=SAVE,
    find=_empty_bodies,
)
RAGGED = Rule(
    "opens/ragged-table",
    severity=Severity.ERROR,
    title=N_("a table whose rows are not of one length"),
    why=N_(
        "ECMA-376 Part 1, 21.1.3: each row has a cell for each column; else PowerPoint repairs the file, and the table is lost."
    ),
    mend=SAVE,
    find=_ragged,
)
SPANS = Rule(
    "opens/table-spans",
    severity=Severity.WARNING,
    title=N_("merged cells that do not agree"),
    why=N_(
        "ECMA-376 Part 1, 21.1.3.18: a cell that reaches over others stays within its table, and those that it covers say so; "
        "PowerPoint repairs a table whose cells reach out of it, and shows others otherwise than they were meant."
    ),
    mend=N_("choose the cells in PowerPoint, split them under Table Layout, and merge them anew"),
    find=_spans,
)
BUILDS = Rule(
    "opens/animation-builds",
    severity=Severity.ERROR,
    title=N_("an animation that the list of builds lacks"),
    why=N_(
        "ECMA-376 Part 1, 19.5.15 and 19.5.33: an effect on words of a shape has its group in the list of builds; else "
        "PowerPoint repairs the file, and the animations are lost."
    ),
    mend=N_("take the animation out under Animations > Animation Pane, and put it in anew"),
    find=_built,
)
TARGET = Rule(
    "opens/animation-target",
    severity=Severity.ERROR,
    title=N_("an animation of a shape that does not exist"),
    why=N_(
        "ECMA-376 Part 1, 19.5: an animation moves a shape of its slide; else PowerPoint repairs the file, and "
        "the animations are lost."
    ),
    mend=N_("take the animation out under Animations > Animation Pane"),
    find=_targets,
)
AUTHOR = Rule(
    "opens/comment-author",
    severity=Severity.ERROR,
    title=N_("a comment whose author is not listed"),
    why=N_("ECMA-376 Part 1, 13.3.2: a comment names an author who is listed; else PowerPoint repairs the file."),
    mend=SAVE,
    find=_all_authors,
)
GUIDE = Rule(
    "opens/guide-name",
    severity=Severity.ERROR,
    title=N_("a shape's value under a name that it does not have"),
    why=N_(
        "ECMA-376 Part 1, 20.1.9.11 and annex D: a preset shape's values go by the names of its definition; at "
        "another PowerPoint refuses the file."
    ),
    mend=N_("draw the shape anew in PowerPoint, and drag its yellow handle"),
    find=_guides,
    known=(
        "iOfficeAI/OfficeCLI#235",
        "scanny/python-pptx#674",
    ),
)
RULES = (DUPLICATE, EMPTY, RAGGED, SPANS, TARGET, BUILDS, AUTHOR, GUIDE)
