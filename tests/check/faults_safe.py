"""Planted: what runs, what fetches, and files that are not what they are called."""

from __future__ import annotations

from collections.abc import Callable

from good_decks import LINK, PICTURE, TITLE, first, made, on_slide
from planting import REL, Fault

from deck.check.subject import Subject
from deck.package import Package, Relationship

MS = "http://schemas.microsoft.com/office/2006/relationships"
MACRO = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
FAULTS: list[Fault] = []
Plant = Callable[[Package], Package]


def related(number: int, rel_type: str, target: str, *, external: bool = True) -> Plant:
    """A slide (0: the presentation) leads to something more."""

    def plant(package: Package) -> Package:
        owner = Subject(package).slides[number - 1].part if number else package.main
        return package.replace(
            None, None, {owner: (*package.rels.get(owner, ()), Relationship("rId900", rel_type, target, external))}
        )

    return plant


def with_part(rel_type: str, part: str, kind: str, number: int = 0) -> Plant:
    def plant(package: Package) -> Package:
        return related(number, rel_type, part, external=False)(package.replace({part: b"\xd0\xcf\x11\xe0"}, {part: kind}))

    return plant


def of_kind(kind: str) -> Plant:
    return lambda package: package.replace(None, {package.main: kind})


def to(target: str) -> Plant:
    """The good deck's link leads elsewhere."""

    def plant(package: Package) -> Package:
        owner = Subject(package).slides[LINK - 1].part
        rels = tuple(Relationship(rel.id, rel.type, target, True) if rel.external else rel for rel in package.rels[owner])
        return package.replace(None, None, {owner: rels})

    return plant


def clicking(action: str) -> Plant:
    def change(root) -> None:
        first(root, "//a:hlinkClick").set("action", action)

    return on_slide(LINK, change)


VBA = with_part(f"{MS}/vbaProject", "ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject")
for code, name, plant, file in (
    ("opens/main-type", "macros under a plain name", of_kind(MACRO), "deck.pptx"),
    ("opens/main-type", "plain under a name for macros", lambda package: package, "deck.pptm"),
    ("opens/main-type", "macros within a plain file", VBA, "deck.pptx"),
    ("opens/main-type", "a template under a presentation's name", of_kind(TEMPLATE), "deck.pptx"),
    ("opens/main-type", "no presentation", of_kind("application/xml"), ""),
    ("safe/macros", "a project", VBA, ""),
    (
        "safe/macros",
        "a signed project",
        with_part(f"{MS}/vbaProjectSignature", "ppt/sig.bin", "application/vnd.ms-office.vbaProjectSignature"),
        "",
    ),
    (
        "safe/macros",
        "a control on a slide",
        with_part(f"{REL}/control", "ppt/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", TITLE),
        "",
    ),
    ("safe/linked-content", "a picture on the net", related(PICTURE, f"{REL}/image", "https://example.org/a.png"), ""),
    ("safe/linked-content", "a picture on a server", related(PICTURE, f"{REL}/image", "file:///\\\\server\\share\\a.png"), ""),
    ("safe/linked-content", "a workbook elsewhere", related(TITLE, f"{REL}/oleObject", "file:///C:/tal.xlsx"), ""),
    ("safe/linked-content", "a video on the net", related(TITLE, f"{REL}/video", "https://example.org/film.mp4"), ""),
    ("safe/link", "a script", to("javascript:alert(1)"), ""),
    ("safe/link", "a script in capitals", to("VBScript:MsgBox"), ""),
    ("safe/link", "a file on a disk", to("file:///C:/Users/eva/plan.docx"), ""),
    ("safe/link", "a file beside it", to("plan.docx"), ""),
    ("safe/link", "a program", clicking("ppaction://program"), ""),
    ("safe/link", "a macro", clicking("ppaction://macro?name=Run"), ""),
    *(
        (
            "safe/signed",
            name,
            with_part(
                "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
                part,
                "application/vnd.openxmlformats-package.digital-signature-origin",
                at,
            ),
            "",
        )
        for name, part, at in (
            ("in its place", "_xmlsignatures/origin.sigs", 0),
            ("elsewhere", "sig/origin.sigs", 0),
            ("by a slide", "sig/o.sigs", 1),
        )
    ),
):
    FAULTS.append(Fault(code, name, plant, made, file))
