"""Planted faults of properties, extensions, guides, alternatives' names, links to slides, pictures that stand alone, and of what
a package names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from faults_kinds import CHART_PART, PML, _again, _one, _related, _slide, _written, main
from faults_opens import fault
from good_decks import BODY, LINK, PICTURE, TABLE, TITLE, edited, element, first, on_slide, ours
from planting import BODY_SHAPE, LOW, PIC, REL, bar, drawn, put

from deck.package import Package, Relationship, TypeEntry
from deck.package.names import CUSTOM_PROPERTIES, MC, NSMAP, VALUE_TYPES

Plant = Callable[[Package], Package]
MASTER = _one(main, "slideMaster")
EXTENDED = _one(lambda _package: "", "extended-properties")
RELS = "application/vnd.openxmlformats-package.relationships+xml"


def _typed(entry: TypeEntry) -> Plant:
    return lambda package: replace(package, declared=(entry,))


fault("content-type-missing", "relationships as anything", _typed(TypeEntry("rels", "application/xml", default=True)))
for name in ("[Content_Types].xml", "ppt/_rels/presentation.xml.rels"):
    fault("content-type-missing", f"{name} in other names", lambda package, name=name: replace(package, foreign=(name,)))
fault("main-type", "two main parts", _again(lambda _package: "", "officeDocument"))


def _said(*names: str) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        for words in names:
            name, _equals, value = words.partition("=")
            item = root.makeelement(f"{{{root.nsmap[None]}}}{name}")
            item.text = value
            root.append(item)

    return change


def _extended(change: Callable[[Any], object]) -> Plant:
    return lambda package: edited(package, EXTENDED(package), change)


fault("properties", "a company twice", _extended(_said("Company=A", "Company=B")))
fault("properties", "a property that there is not", _extended(_said("Author=A")))
fault("properties", "slides by word", _extended(_said("CharactersWithSpaces=tio")))
fault("properties", "neither true nor false", _extended(_said("SharedDoc=nej")), ours)
fault(
    "properties",
    "a list that is shorter than it says",
    _extended(lambda root: root.append(element(f'<v:vector xmlns:v="{VALUE_TYPES}" size="3" baseType="lpstr"/>'))),
)


def _own(*properties: str, root: str = CUSTOM_PROPERTIES) -> Plant:
    """Properties of one's own: "number name", and what each holds."""
    items = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{said.split()[0]}" name="{said.split()[1]}">'
        f"<v:lpwstr>x</v:lpwstr>{'<v:i4>1</v:i4>' * (said.count(' ') - 1)}</property>"
        for said in properties
    )
    data = f'<Properties xmlns="{root}" xmlns:v="{VALUE_TYPES}">{items}</Properties>'
    name, kind = "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    rel = Relationship("rId900", f"{REL}/custom-properties", name)
    return lambda package: package.replace({name: data.encode()}, {name: kind}, {"": (*package.rels[""], rel)})


for name, plant in {
    "one number twice": _own("2 a", "2 b"),
    "a number of the program's": _own("1 a"),
    "one name twice": _own("2 a", "3 A"),
    "two values": _own("2 a more"),
    "other names": _own("2 a", root="http://schemas.openxmlformats.org/officeDocument/2006/custom"),
}.items():
    fault("properties", f"one's own: {name}", plant)


def _extended_shape(xml: str) -> Callable[[Any], None]:
    inner = f'<a:extLst><a:ext uri="{{00000000-0000-0000-0000-000000000001}}">{xml}</a:ext></a:extLst>'
    return lambda root: first(root, f"{BODY_SHAPE}//p:cNvPr").append(element(inner))


def _rows(kind: str, path: str, *values: str) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        for row, value in zip(root.iterfind(f".//{{*}}{path}"), values, strict=False):
            ext = f'<a:ext uri="{{00000000-0000-0000-0000-000000000001}}"><a16:{kind} val="{value}"/></a:ext>'
            row.append(element(f"<a:extLst>{ext}</a:extLst>"))

    return change


fault("extension-value", "a creation id that is no GUID", on_slide(BODY, _extended_shape('<a16:creationId id="abc"/>')))
fault("extension-value", "a slide's creation id by word", on_slide(BODY, _extended_shape('<p14:creationId val="abc"/>')))
fault("extension-value", "a row's id below zero", on_slide(TABLE, _rows("rowId", "tr", "-4")))
fault("extension-value", "a row copied with its id", on_slide(TABLE, _rows("rowId", "tr", "10", "10")))
fault("extension-value", "a column copied with its id", on_slide(TABLE, _rows("colId", "gridCol", "10", "10")))


def _shaped(geometry: str) -> Plant:
    plain = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    assert plain in bar(LOW)
    return on_slide(BODY, drawn(bar(LOW).replace(plain, geometry)))


PATH = '<a:path w="10" h="10"><a:moveTo><a:pt x="{x}" y="0"/></a:moveTo>{more}</a:path>'
FREE = "<a:custGeom><a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst/>{rect}<a:pathLst>{path}</a:pathLst></a:custGeom>"
RECT = '<a:rect l="0" t="0" r="{r}" b="b"/>'
for name, free in {
    "a point": {"path": PATH.format(x="x1", more="")},
    "an arc": {"path": PATH.format(x="l", more='<a:arcTo wR="wx" hR="5" stAng="0" swAng="cd4"/>')},
    "a formula": {"guides": '<a:gd name="x1" fmla="*/ w x9 2"/>'},
    "the text's place": {"rect": RECT.format(r="x1")},
}.items():
    fault("guide-missing", name, _shaped(FREE.format(**{"guides": "", "rect": RECT.format(r="r"), "path": "", **free})))
TWICE = '<a:gd name="adj" fmla="val 1"/><a:gd name="adj" fmla="val 2"/>'
fault("guide-missing", "a value twice", _shaped(f'<a:prstGeom prst="roundRect"><a:avLst>{TWICE}</a:avLst></a:prstGeom>'))

ELSEWHERE = '<mc:Choice Requires="p"/>'
fault("compatibility", "a choice by itself", on_slide(BODY, lambda root: first(root, "//p:spTree").append(element(ELSEWHERE))))
MC_NAME = f"{{{MC}}}"
fault("compatibility", "an attribute that there is not", on_slide(BODY, lambda root: root.set(f"{MC_NAME}Ignore", "p14")))
fault(
    "compatibility",
    "a prefix in the properties",
    _extended(lambda root: root.set(f"{MC_NAME}Ignorable", "p99")),
)
fault(
    "element-unknown",
    "alternatives of another year",
    on_slide(
        BODY,
        lambda root: first(root, "//p:spTree").append(
            element('<m:AlternateContent xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2010"/>')
        ),
    ),
)

JUMP = "ppaction://hlinksldjump"
fault("relationship-kind", "a link to a slide that leads to the web", on_slide(LINK, put("//a:hlinkClick", "action", JUMP)))
fault(
    "relationship-kind",
    "a link to no slide",
    on_slide(LINK, lambda root: first(root, "//a:hlinkClick").attrib.update({f"{{{REL}}}id": "", "action": JUMP})),
)
fault("part-type", "a link of no kind", _related(_slide(LINK), lambda rel: replace(rel, type=""), "hyperlink"))


def _drawn_by(kind: str, ending: str) -> Plant:
    def plant(package: Package) -> Package:
        part, name = _slide(PICTURE)(package), f"ppt/media/skiss.{ending}"
        rels = (*package.rels[part], Relationship("rId900", f"{REL}/image", name))
        changed = package.replace({name: b"<svg/>"}, {name: kind}, {part: rels})
        return edited(changed, part, put(f"{PIC}//a:blip", f"{{{REL}}}embed", "rId900"))

    return plant


for kind, ending in {"image/svg+xml": "svg", "image/webp": "webp", "image/heic": "heic"}.items():
    fault("media-type", f"{ending} alone", _drawn_by(kind, ending))

fault("chart-value", "beyond all numbers", _written(CHART_PART, r"<c:v>30[.0]*</c:v>", "<c:v>1e999</c:v>"))
POINTS = '<c:dPt><c:idx val="0"/></c:dPt>' * 2
fault("chart-series", "a point twice", _written(CHART_PART, "<c:cat>", f"{POINTS}<c:cat>"))
SHOWN = "".join(f'<c:show{name} val="0"/>' for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"))
LABELS = f'<c:dLbl><c:idx val="0"/>{SHOWN}</c:dLbl>' * 2
fault("chart-series", "a label twice", _written(CHART_PART, "<c:cat>", f"<c:dLbls>{LABELS}{SHOWN}</c:dLbls><c:cat>"))
SCALED = r"(<c:valAx>.*?<c:crosses [^>]*>)"
for name, unit in {"nought": "0", "below it": "-5", "none": "NaN"}.items():
    fault("attribute-value", f"steps of {name}", _written(CHART_PART, SCALED, rf'\1<c:majorUnit val="{unit}"/>'))
fault("attribute-value", "a base of one", _written(CHART_PART, r"<c:scaling/>", '<c:scaling><c:logBase val="1"/></c:scaling>'))
PANOSE = '<a:latin typeface="Arial" panose="{0}"/>'
for panose in ("12", "020B06040202020202", "020B060402020202020G"):
    fault(
        "attribute-value",
        f"a font of the form {panose}",
        on_slide(BODY, lambda root, panose=panose: first(root, "(//a:r/a:rPr)[1]").append(element(PANOSE.format(panose)))),
    )
for span in ("gridSpan", "rowSpan"):
    fault("table-spans", f"a {span} of nought", on_slide(TABLE, put("(//a:tc)[1]", span, "0")))


def _ownerless(package: Package) -> Package:
    """A layout that no slide uses and that knows no master."""
    used = {rel.target for rels in package.rels.values() for rel in rels if rel.kind == "slideLayout"}
    masters = {rel.target for rel in package.rels[MASTER(package)] if rel.kind == "slideLayout"}
    slides = {rel.target for owner, rels in package.rels.items() if "/slides/" in owner for rel in rels}
    (part, *_others) = sorted((used & masters) - slides)
    return package.replace(None, None, {part: tuple(rel for rel in package.rels[part] if rel.kind != "slideMaster")})


fault("no-master", "a layout that nothing uses", _ownerless)


def _first_layout(again: bool) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        listed = first(root, "//p:sldLayoutIdLst")
        if again:
            listed.append(element(f'<p:sldLayoutId id="2147490000" r:id="{listed[0].get(f"{{{REL}}}id")}"/>'))
        else:
            listed.remove(listed[-1])

    return change


def _mastered(change: Callable[[Any], object]) -> Plant:
    return lambda package: edited(package, MASTER(package), change)


fault("master-ids", "a layout listed twice", _mastered(_first_layout(again=True)))
fault("slide-unlisted", "a layout", _mastered(_first_layout(again=False)))
fault("notes-without-master", "two notes masters", _again(main, "notesMaster"), ours)


def _remarks(authors: str, *comments: str) -> Plant:
    """A slide's comments, and who wrote them: "author number" each."""

    def plant(package: Package) -> Package:
        part, space = _slide(TITLE)(package), f'xmlns:p="{NSMAP["p"]}"'
        people = "".join(f'<p:cmAuthor id="{who}" name="A" initials="A" lastIdx="2" clrIdx="0"/>' for who in authors.split())
        said = "".join(
            f'<p:cm authorId="{item.split()[0]}" idx="{item.split()[1]}" dt="{item.split()[2]}"><p:pos x="9" y="9"/>'
            "<p:text>Bra</p:text></p:cm>"
            for item in comments
        )
        names = {"ppt/commentAuthors.xml": "commentAuthors", "ppt/comments/comment1.xml": "comments"}
        data = {
            "ppt/commentAuthors.xml": f"<p:cmAuthorLst {space}>{people}</p:cmAuthorLst>".encode(),
            "ppt/comments/comment1.xml": f"<p:cmLst {space}>{said}</p:cmLst>".encode(),
        }
        kinds = {name: f"{PML}.{kind}+xml" for name, kind in names.items()}
        (people_part, comment) = names
        rels = {
            package.main: (*package.rels[package.main], Relationship("rId901", f"{REL}/commentAuthors", people_part)),
            part: (*package.rels[part], Relationship("rId902", f"{REL}/comments", comment)),
        }
        return package.replace(data, kinds, rels)

    return plant


NOW = "2026-01-01T00:00:00.000"
fault("comment-author", "two with one id", _remarks("0 0", f"0 1 {NOW}"))
fault("comment-author", "two comments with one number", _remarks("0", f"0 1 {NOW}", f"0 1 {NOW}"))
fault("attribute-value", "a comment written yesterday", _remarks("0", "0 1 igår"))

TIMED = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"><p:childTnLst><p:set><p:cBhvr>'
    '<p:cTn id="2" {0}/><p:tgtEl><p:spTgt spid="2"/></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par></p:tnLst>'
    "</p:timing>"
)
for said in ('dur="fast"', 'dur="1" repeatCount="1.5"', 'dur="2s"'):
    fault(
        "attribute-value",
        f"an effect of {said}",
        on_slide(BODY, lambda root, said=said: first(root, "/p:sld/p:clrMapOvr").addnext(element(TIMED.format(said)))),
    )


FIRST = _slide(TITLE)


def _shown(*numbers: str, target: Callable[[Package], str] = FIRST) -> Plant:
    def plant(package: Package) -> Package:
        rel = next(item for item in package.rels[package.main] if item.target == target(package))
        shows = "".join(
            f'<p:custShow name="A{n}" id="{number}"><p:sldLst><p:sld r:id="{rel.id}"/></p:sldLst></p:custShow>'
            for n, number in enumerate(numbers)
        )
        listed = element(f"<p:custShowLst>{shows}</p:custShowLst>")
        return edited(package, package.main, lambda root: first(root, "//p:notesSz").addnext(listed))

    return plant


fault("slide-listed-twice", "two shows with one number", _shown("0", "0"))
fault("relationship-kind", "a show of a master", _shown("0", target=MASTER))


def _emptied(root: Any) -> None:
    first(root, "//a:graphicData").clear()
    first(root, "//a:graphicData").set("uri", f"{NSMAP['a'].removesuffix('main')}table")


fault("relationship-kind", "a frame that holds nothing", on_slide(TABLE, _emptied))


def _bare(path: str) -> Callable[[Any], None]:
    return lambda root: first(root, path).append(root.makeelement("b", {}))


for name, path in {"a shape": BODY_SHAPE, "a run": "(//a:r)[1]", "words": "(//a:t)[1]"}.items():
    fault("element-unknown", f"one of no namespace in {name}", on_slide(BODY, _bare(path)))
OTHER_YEAR = r"presentationml/2006/main"
fault("part-root", "a slide of another year", _written(_slide(BODY), OTHER_YEAR, "presentationml/2007/main"))
fault("part-root", "a master of another year", _written(MASTER, OTHER_YEAR, "presentationml/2007/main"))
