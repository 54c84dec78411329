"""Whether a part is what leads to it says: its content type, its root element, and the relationship that an element names
(ECMA-376 Part 1, 13.3, 14.2 and 15.2; Part 2, 6.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deck.check.model import Finding, Rule
from deck.check.opens.compat import understood
from deck.check.opens.package import KNOWN_RELATIONSHIPS, SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.names import child, qn
from deck.i18n import N_, _
from deck.package import begins

_PML, _DML = "presentationml.", "drawingml."


@dataclass(frozen=True, slots=True)
class PartKind:
    """`ends`: what the content type has before "+xml"; `root`: the root element's own name."""

    ends: str
    root: str


KINDS: dict[str, PartKind] = {
    "slide": PartKind(f"{_PML}slide", "sld"),
    "slideLayout": PartKind(f"{_PML}slideLayout", "sldLayout"),
    "slideMaster": PartKind(f"{_PML}slideMaster", "sldMaster"),
    "notesSlide": PartKind(f"{_PML}notesSlide", "notes"),
    "notesMaster": PartKind(f"{_PML}notesMaster", "notesMaster"),
    "handoutMaster": PartKind(f"{_PML}handoutMaster", "handoutMaster"),
    "presProps": PartKind(f"{_PML}presProps", "presentationPr"),
    "viewProps": PartKind(f"{_PML}viewProps", "viewPr"),
    "tableStyles": PartKind(f"{_PML}tableStyles", "tblStyleLst"),
    "commentAuthors": PartKind(f"{_PML}commentAuthors", "cmAuthorLst"),
    "tags": PartKind(f"{_PML}tags", "tagLst"),
    "theme": PartKind("officedocument.theme", "theme"),
    "chart": PartKind(f"{_DML}chart", "chartSpace"),
    "diagramData": PartKind(f"{_DML}diagramData", "dataModel"),
    "diagramLayout": PartKind(f"{_DML}diagramLayout", "layoutDef"),
    "diagramQuickStyle": PartKind(f"{_DML}diagramStyle", "styleDef"),
    "diagramColors": PartKind(f"{_DML}diagramColors", "colorsDef"),
}
"""Kind of relationship → what stands at its end."""
_PICTURES = ("image/", "application/pdf", "application/postscript")
_PLAYED, _PLAYED_TYPES = ("video", "audio", "media"), ("video/", "audio/", "application/vnd.", "application/x-")
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_STRICT = b"http://purl.oclc.org/ooxml/"
_HEAD = 4_096
_BASES = ("http://schemas.openxmlformats.org/{}/2006/main", "http://purl.oclc.org/ooxml/{}/main")


def _said(kind: str) -> tuple[bytes, ...]:
    """The standard's names, in both sets, for what a part of a kind begins with."""
    language = "drawingml" if kind == "theme" else "presentationml"
    return tuple(f'"{base.format(language)}"'.encode() for base in _BASES)


_PAGES = ("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster", "theme")


def _types(subject: Subject) -> Iterator[Finding]:
    package, told = subject.package, set[str]()
    for owner, rels in package.rels.items():
        for rel in rels:
            if not rel.type:
                message = _("the relationship {id} does not say of what kind it is").format(id=rel.id)
                yield TYPE.found(message, subject.where(owner))
            if not rel.type or rel.external or rel.target in told or rel.target not in package.parts:
                continue
            wanted, kind = KINDS.get(rel.kind), package.content_type(rel.target)
            if not kind or not rel.type.startswith(KNOWN_RELATIONSHIPS):
                continue
            message = _("{part} is led to as “{kind}”, and declared as “{type}”").format(
                part=rel.target, kind=rel.kind, type=kind
            )
            other = wanted is not None and not kind.lower().endswith(f"{wanted.ends.lower()}+xml")
            if other or (rel.kind in _PLAYED and not kind.lower().startswith(_PLAYED_TYPES)):
                told.add(rel.target)
                yield TYPE.found(message, subject.where(rel.target))
            elif rel.kind == "image" and not kind.lower().startswith(_PICTURES):
                told.add(rel.target)
                hint = _("PowerPoint shows a red cross, or repairs the file: put the picture in anew")
                yield TYPE.found(message, subject.where(rel.target), hint=hint, severity=Severity.WARNING)


def _roots(subject: Subject) -> Iterator[Finding]:
    package = subject.package
    strict = package.main in package.parts and _STRICT in begins(package.parts, package.main, _HEAD)
    told = set[str]()
    for rels in package.rels.values():
        for rel in rels:
            wanted = KINDS.get(rel.kind)
            if wanted is None or rel.external or rel.target in told or rel.target not in package.parts:
                continue
            told.add(rel.target)
            head = begins(package.parts, rel.target, _HEAD)
            found = _ROOT.search(head)
            # Where the standard's own name is said at all, the first element has it: no tree is needed to tell.
            doubtful = rel.kind in _PAGES and not any(name in head for name in _said(rel.kind))
            root = subject.tree(rel.target) if doubtful else None
            if root is not None and not understood(str(root.tag)[1:].partition("}")[0]):
                message = _("{part} begins with a name that is not the standard's: {name}").format(
                    part=rel.target, name=str(root.tag)[:100].lstrip("{").replace("}", " ")
                )
                yield ROOT.found(message, subject.where(rel.target))
            elif found is not None and found[1].decode("ascii", "replace") != wanted.root:
                message = _("{part} begins with “{found}”, and not with “{wanted}”").format(
                    part=rel.target, found=found[1].decode("ascii", "replace")[:40], wanted=wanted.root
                )
                yield ROOT.found(message, subject.where(rel.target))
            elif found is not None and rel.kind in ("slide", "slideLayout", "slideMaster") and (_STRICT in head) != strict:
                message = _("{part} is written by the other of the standard's two sets of names than the presentation")
                hint = _("whether PowerPoint minds is not known; open the file and save it anew")
                where = subject.where(rel.target)
                yield ROOT.found(message.format(part=rel.target), where, hint=hint, severity=Severity.WARNING)


NAMED = {
    "p:sldMasterId": ("r:id", "slideMaster"),
    "p:sldId": ("r:id", "slide"),
    "p:sld": ("r:id", "slide"),
    "p:notesMasterId": ("r:id", "notesMaster"),
    "p:handoutMasterId": ("r:id", "handoutMaster"),
    "p:sldLayoutId": ("r:id", "slideLayout"),
    "a:blip": ("r:embed", "image"),
    "c:chart": ("r:id", "chart"),
    "p:tags": ("r:id", "tags"),
    "a:videoFile": ("r:link", "video"),
    "a:audioFile": ("r:link", "audio"),
    "p14:media": ("r:embed", "media"),
}
"""Element → the attribute that names a relationship, and the kind that it is to be of."""
_NAMES = {qn(name): (name, qn(key), kind) for name, (key, kind) in NAMED.items()}


def _named(subject: Subject) -> Iterator[Finding]:
    for part in subject.package.parts:
        root = subject.tree(part) if part.startswith("ppt/") and part.endswith(".xml") else None
        if root is None:
            continue
        kinds = {rel.id: rel.kind for rel in subject.package.rels.get(part, ())}
        for item in root.iter(*_NAMES):
            name, key, wanted = _NAMES[str(item.tag)]
            found = kinds.get(item.get(key, ""), "")
            if found and found != wanted:
                message = _("{element} names the relationship {id}, which is of the kind “{found}” and not “{wanted}”")
                yield NAME.found(message.format(element=name, id=item.get(key), found=found, wanted=wanted), subject.where(part))


_JUMP = "ppaction://hlinksldjump"
_LINKS = (qn("a:hlinkClick"), qn("a:hlinkHover"), qn("a:hlinkMouseOver"))


def _jumps(subject: Subject) -> Iterator[Finding]:
    """Links to slides (21.1.2.3.5) name a relationship to one."""
    for slide in subject.slides:
        root = subject.tree(slide.part) if _JUMP.encode() in subject.package.parts[slide.part] else None
        rels = {rel.id: rel for rel in subject.package.rels.get(slide.part, ())}
        for item in root.iter(*_LINKS) if root is not None else ():
            if item.get("action", "") != _JUMP:
                continue
            rel = rels.get(item.get(qn("r:id"), ""))
            if rel is None and item.get(qn("r:id"), ""):
                continue
            if rel is None or rel.kind != "slide":
                hint = _("whether PowerPoint minds is not known; choose Insert > Link > Place in This Document anew")
                message = _("a link to a slide does not say to which")
                yield NAME.found(message, subject.where(slide.part), hint=hint, severity=Severity.WARNING)


GRAPHICS = {
    "a:tbl": "http://schemas.openxmlformats.org/drawingml/2006/table",
    "c:chart": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}


_HELD = ("table", "chart", "diagram")


def _graphics(subject: Subject) -> Iterator[Finding]:
    """What a frame says that it holds, and what it holds (20.1.2.2.17)."""
    for slide in subject.slides:
        root = subject.tree(slide.part)
        for data in root.iter(qn("a:graphicData")) if root is not None else ():
            for name, uri in GRAPHICS.items():
                if child(data, name) is not None and data.get("uri", "").rpartition("/")[2] != uri.rpartition("/")[2]:
                    message = _("a frame holds {element}, and says that it holds “{uri}”").format(
                        element=name, uri=data.get("uri", "")[:80]
                    )
                    yield NAME.found(message, subject.where(slide.part))
            if data.get("uri", "").rpartition("/")[2] in _HELD and len(data) == 0:
                message = _("a frame says that it holds “{uri}”, and holds nothing").format(uri=data.get("uri", "")[:80])
                hint = _("whether PowerPoint minds is not known; open the file and save it anew")
                yield NAME.found(message, subject.where(slide.part), hint=hint, severity=Severity.WARNING)


def _names(subject: Subject) -> Iterator[Finding]:
    yield from _named(subject)
    yield from _graphics(subject)
    yield from _jumps(subject)


TYPE = Rule(
    "opens/part-type",
    severity=Severity.ERROR,
    title=N_("a part that is declared as another kind than it is used as"),
    why=N_(
        "ECMA-376 Part 1, 13.3 and 14.2: what a relationship leads to has the content type of its kind; else PowerPoint cannot "
        "read it, and repairs or refuses the file."
    ),
    mend=SAVE,
    find=_types,
    scope="frame",
)
ROOT = Rule(
    "opens/part-root",
    severity=Severity.ERROR,
    title=N_("a part that begins with another element than its kind has"),
    why=N_("ECMA-376 Part 1, 13.3 and 14.2: a part's root element is that of its kind; else PowerPoint cannot read it."),
    mend=SAVE,
    find=_roots,
    scope="deck",
)
NAME = Rule(
    "opens/relationship-kind",
    severity=Severity.ERROR,
    title=N_("a relationship of another kind than is asked for"),
    why=N_(
        "ECMA-376 Part 1, 15.2 and 20.1.2.2.17: a picture names a picture, a chart a chart, and a frame says what it holds; "
        "else PowerPoint repairs the file."
    ),
    mend=SAVE,
    find=_names,
)
RULES = (TYPE, ROOT, NAME)
