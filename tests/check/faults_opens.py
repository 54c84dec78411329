"""Planted faults that make PowerPoint repair or refuse a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from good_decks import BODY, CHART, LINK, PICTURE, TABLE, TITLE, edited, element, first, on_slide, ours
from planting import BODY_SHAPE, REL, Fault, gone, put, with_media

from deck.check.subject import Subject
from deck.package import Package, Relationship

Plant = Callable[[Package], Package]
FAULTS: list[Fault] = []


def fault(code: str, name: str, plant: Plant, good: Callable[[], Package] | None = None) -> None:
    FAULTS.append(Fault(f"opens/{code}", name, plant, good) if good else Fault(f"opens/{code}", name, plant))


def _slide(package: Package, number: int) -> str:
    return Subject(package).slides[number - 1].part


def _relation(owner: Callable[[Package], str], kind: str, target: str) -> Plant:
    def plant(package: Package) -> Package:
        name = owner(package)
        return package.replace(None, None, {name: (*package.rels.get(name, ()), Relationship("rId900", f"{REL}/{kind}", target))})

    return plant


def _without_part(find: Callable[[Package], str]) -> Plant:
    return lambda package: package.replace({find(package): None})


def _media_of(package: Package) -> str:
    return next(name for name in package.parts if "/media/" in name)


def _notes_of(package: Package, number: int = 1) -> str:
    page = package.one(_slide(package, number), "notesSlide")
    assert page is not None
    return page


def _unrelated(find: Callable[[Package], str], kind: str) -> Plant:
    def plant(package: Package) -> Package:
        name = find(package)
        return package.replace(None, None, {name: tuple(rel for rel in package.rels[name] if rel.kind != kind)})

    return plant


def _main(change: Callable[[Any], object]) -> Plant:
    return lambda package: edited(package, package.main, change)


def _copy_last(path: str) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        items = first(root, path)
        items.append(element("<p:x/>").makeelement(items[-1].tag, dict(items[-1].attrib)))

    return change


def slide_1(package: Package) -> str:
    return _slide(package, 1)


for kind in ("xml", "png", "fntdata"):
    fault("content-type-missing", kind, lambda p, kind=kind: replace(p, parts={**p.parts, f"ppt/strange.{kind}x": b"<a/>"}))
for name in ("ppt/slides/slide99.xml", "ppt/theme/theme77.xml", "docProps/gone.xml"):
    fault("override-without-part", name, lambda p, name=name: p.replace(None, {name: "application/xml"}))
fault("relationship-to-nothing", "a layout", _relation(slide_1, "slideLayout", "ppt/slideLayouts/slideLayout99.xml"))
fault("relationship-to-nothing", "a picture taken out", _without_part(_media_of))
fault("relationship-to-nothing", "the package's", _relation(lambda p: "", "thumbnail", "docProps/thumb.jpeg"))
fault(
    "relationship-missing",
    "a picture's",
    on_slide(PICTURE, lambda root: first(root, "//a:blip").set(f"{{{REL}}}embed", "rId999")),
)
fault("relationship-missing", "a chart's", on_slide(CHART, lambda root: first(root, "//c:chart").set(f"{{{REL}}}id", "rId999")))
fault(
    "relationship-missing", "a link's", on_slide(LINK, lambda root: first(root, "//a:hlinkClick").set(f"{{{REL}}}id", "rId999"))
)
for number in (TITLE, BODY, TABLE):
    fault("not-well-formed", f"slide {number}", lambda p, n=number: p.replace({_notes(p, n): b"<p:sld><p:cSld>"}))
for data in (b"<html></html>", b"GIF89a....", b""):
    fault("media-type", repr(data), lambda p, data=data: p.replace({_media_of(p): data}))


def _notes(package: Package, number: int) -> str:
    """A part of the slide's own that is read, but is not the slide: its layout."""
    part = package.one(_slide(package, number), "slideLayout")
    assert part is not None
    return part


for number in (TITLE, BODY, LINK):
    fault("slide-without-layout", f"slide {number}", _unrelated(lambda p, n=number: _slide(p, n), "slideLayout"))
fault("slide-listed-twice", "the last", _main(_copy_last("//p:sldIdLst")))
fault("slide-listed-twice", "an id twice", _main(put("//p:sldId[2]", "id", "256")))
fault("slide-listed-twice", "an id too small", _main(put("//p:sldId[1]", "id", "12")))
fault("master-ids", "too small", _main(put("//p:sldMasterId", "id", "17")))
fault("no-master", "no list", _main(gone("//p:sldMasterIdLst")))
fault("no-master", "an empty list", _main(gone("//p:sldMasterId")))
fault("no-master", "no relationship", _unrelated(lambda p: p.main, "slideMaster"))
fault("no-master", "a layout without", _unrelated(lambda p: p.one(_slide(p, 1), "slideLayout") or "", "slideMaster"))
fault("master-ids", "a layout's, too", lambda p: _main(put("//p:sldMasterId", "id", _layout_id(p, 1)))(p))
fault("master-ids", "two layouts", lambda p: edited(p, _master(p), put("//p:sldLayoutId[2]", "id", _layout_id(p, 1))))


def _master(package: Package) -> str:
    part = package.one(package.main, "slideMaster")
    assert part is not None
    return part


fault("no-master", "no theme", _unrelated(_master, "theme"))


def _layout_id(package: Package, number: int) -> str:
    root = Subject(package).tree(_master(package))
    return first(root, f"//p:sldLayoutId[{number}]").get("id")


fault("notes-without-master", "the page's", _unrelated(_notes_of, "notesMaster"), ours)
fault("notes-without-master", "not listed", _main(gone("//p:notesMasterIdLst")), ours)
fault(
    "notes-without-master",
    "none at all",
    lambda p: _unrelated(lambda q: q.main, "notesMaster")(_main(gone("//p:notesMasterIdLst"))(p)),
    ours,
)
fault("notes-without-master", "no way back", _unrelated(_notes_of, "slide"), ours)
for code, change in {
    "a slide that is gone": put("(//p14:section//p14:sldId)[1]", "id", "9999"),
    "a slide twice": put("(//p14:section//p14:sldId)[last()]", "id", "256"),
    "an empty id": put("(//p14:section//p14:sldId)[2]", "id", ""),
}.items():
    fault("section-slides", code, _main(change), ours)
for number in (TITLE, BODY, TABLE):
    fault(
        "duplicate-shape-id",
        f"slide {number}",
        on_slide(number, lambda root: [item.set("id", "7") for item in root.iter("{*}cNvPr")]),
    )
fault(
    "empty-text-body",
    "a body",
    on_slide(
        BODY,
        lambda root: [
            first(root, BODY_SHAPE).find("{*}txBody").remove(p) for p in first(root, BODY_SHAPE).findall("{*}txBody/{*}p")
        ],
    ),
)
fault("empty-text-body", "a title", on_slide(LINK, gone("//p:sp[.//p:ph]/p:txBody/a:p")))
fault("empty-text-body", "a cell", on_slide(TABLE, gone("(//a:tc)[3]/a:txBody/a:p")))
fault("ragged-table", "a cell less", on_slide(TABLE, gone("(//a:tr)[2]/a:tc[2]")))
fault("ragged-table", "a column less", on_slide(TABLE, gone("(//a:gridCol)[2]")))
fault(
    "ragged-table",
    "a cell more",
    on_slide(
        TABLE, lambda root: first(root, "(//a:tr)[3]").append(element("<a:tc><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc>"))
    ),
)
for number in (TITLE, BODY, PICTURE):
    timing = '<p:timing><p:bldLst><p:bldP spid="4711" grpId="0"/></p:bldLst></p:timing>'
    fault("animation-target", f"slide {number}", on_slide(number, lambda root, xml=timing: root.append(element(xml))))
for number in (TITLE, TABLE, LINK):
    comment = (
        b'<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        b'<p:cm authorId="5" idx="1"><p:pos x="1" y="1"/>'
        b"<p:text>Hej</p:text></p:cm></p:cmLst>"
    )
    kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
    fault(
        "comment-author",
        f"slide {number}",
        lambda p, n=number, c=comment, k=kind: with_media(p, n, "ppt/comments/comment1.xml", c, k, "rId77", "comments"),
    )
