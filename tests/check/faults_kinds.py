"""Planted faults of what parts are declared as, begin with and are named by; of words, places and formulas; of merged cells,
builds, series, addresses and owners."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from faults_opens import fault
from good_decks import BODY, CHART, LINK, PICTURE, TABLE, TITLE, edited, element, first, on_slide, ours
from planting import BODY_SHAPE, LOW, REL, bar, drawn, put, text_box

from deck.check.subject import Subject
from deck.package import Package, Relationship

Plant = Callable[[Package], Package]
Find = Callable[[Package], str]
PML = "application/vnd.openxmlformats-officedocument.presentationml"


def _slide(number: int) -> Find:
    return lambda package: Subject(package).slides[number - 1].part


def _one(owner: Find, kind: str) -> Find:
    return lambda package: package.one(owner(package), kind) or ""


def main(package: Package) -> str:
    return package.main


def _layout(number: int) -> Find:
    return _one(_slide(number), "slideLayout")


MASTER, CORE = _one(main, "slideMaster"), _one(lambda _package: "", "core-properties")


def _declared(find: Find, kind: str) -> Plant:
    return lambda package: package.replace(None, {find(package): kind})


def _written(find: Find, old: str, new: str) -> Plant:
    """A part in other bytes: the pattern's first match."""

    def plant(package: Package) -> Package:
        data = bytes(package.parts[find(package)]).decode()
        changed, count = re.subn(old, new, data, count=1, flags=re.DOTALL)
        assert count, old
        return package.replace({find(package): changed.encode()})

    return plant


def _related(owner: Find, change: Callable[[Relationship], Relationship], kind: str) -> Plant:
    def plant(package: Package) -> Package:
        name = owner(package)
        rels = tuple(change(rel) if rel.kind == kind else rel for rel in package.rels[name])
        assert rels != package.rels[name]
        return package.replace(None, None, {name: rels})

    return plant


def _as(kind: str) -> Callable[[Relationship], Relationship]:
    return lambda rel: replace(rel, type=f"{REL}/{kind}" if kind else "")


def _to(address: str) -> Callable[[Relationship], Relationship]:
    return lambda rel: replace(rel, target=address)


PICTURE_PART = _one(_slide(PICTURE), "image")
fault("part-type", "a slide of no kind", _declared(_slide(TITLE), "application/xml"))
fault("part-type", "a slide as a layout", _declared(_slide(BODY), f"{PML}.slideLayout+xml"))
fault("part-type", "a chart as a drawing", _declared(_one(_slide(CHART), "chart"), "application/vnd.openxmlformats+xml"))
fault("part-type", "a theme as a master", _declared(_one(MASTER, "theme"), f"{PML}.slideMaster+xml"))
fault("part-type", "a picture as text", _declared(PICTURE_PART, "text/plain"))
fault("part-type", "a relationship of no kind", _related(_slide(PICTURE), _as(""), "image"))
fault("part-root", "a slide", _written(_slide(TITLE), r"p:sld\b(.*)p:sld\b", r"p:slide\1p:slide"))
fault(
    "part-root", "a layout as a master", _written(_layout(TITLE), r"p:sldLayout\b(.*)p:sldLayout\b", r"p:sldMaster\1p:sldMaster")
)
fault("part-root", "a chart", _written(_one(_slide(CHART), "chart"), r"c:chartSpace\b(.*)c:chartSpace\b", r"c:chart\1c:chart"))
fault(
    "part-root",
    "a slide by the strict names",
    _written(
        _slide(BODY),
        "http://schemas.openxmlformats.org/presentationml/2006/main",
        "http://purl.oclc.org/ooxml/presentationml/main",
    ),
)
fault("relationship-kind", "a picture that is a sound", _related(_slide(PICTURE), _as("audio"), "image"))
fault("relationship-kind", "a chart that is a package", _related(_slide(CHART), _as("package"), "chart"))
fault("relationship-kind", "a slide that is a layout", _related(main, _as("slideLayout"), "slide"))
fault("relationship-kind", "a layout that is a slide", _related(MASTER, _as("slide"), "slideLayout"))
fault(
    "relationship-kind",
    "a frame of another kind",
    on_slide(TABLE, put("//a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/chart")),
)

for name, address in {
    "a bracket": "http://[rus",
    "a space": "https://rus .se/a b",
    "a port of letters": "https://rus.se:abc/",
    "no host": "https:///vagledning",
}.items():
    fault("link-address", name, _related(_slide(LINK), _to(address), "hyperlink"))

for name, form in {
    "eight": '<a:solidFill><a:srgbClr val="204060FF"/></a:solidFill>',
    "four": '<a:solidFill><a:srgbClr val="2040"/></a:solidFill>',
}.items():
    fault("attribute-value", f"a colour of {name} digits", on_slide(BODY, drawn(bar(LOW, form))))


def _path(x: str, more: str = "") -> Plant:
    drawing = f'<a:path w="10" h="10"><a:moveTo><a:pt x="{x}" y="0"/></a:moveTo>{more}</a:path>'
    made = f"<a:custGeom><a:pathLst>{drawing}</a:pathLst></a:custGeom>"
    return on_slide(BODY, drawn(re.sub("<a:prstGeom.*</a:prstGeom>", made, bar(LOW))))


fault("attribute-value", "a point between two units", _path("0.5"))
fault("attribute-value", "an arc between two units", _path("5", '<a:arcTo wR="2.5" hR="2" stAng="0" swAng="60000"/>'))
for name, formula in {
    "no operation": "5000",
    "decimals": "val 16667.4",
    "too few": "*/ 3 4",
    "another language": "= w / 2",
}.items():
    guide = f'<a:gd name="adj" fmla="{formula}"/>'
    shape = bar(LOW, kind="roundRect").replace("<a:avLst/>", f"<a:avLst>{guide}</a:avLst>")
    fault("attribute-value", f"a formula: {name}", on_slide(BODY, drawn(shape)))
fault(
    "attribute-value",
    "a transition after two and a half",
    on_slide(BODY, lambda root: root.insert(2, element('<p:transition advTm="2.5"/>'))),
)


def _words(path: str) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        first(root, path).text = "hej"

    return change


fault("element-unknown", "words in a paragraph", on_slide(BODY, drawn(text_box("hej", LOW).replace("<a:r>", "hej<a:r>"))))
fault("element-unknown", "words on a slide", on_slide(TITLE, _words("//p:spTree")))
fault("element-unknown", "words in a cell", on_slide(TABLE, _words("//a:tc")))
fault("element-unknown", "a style by its name", on_slide(TABLE, lambda root: _style(root, "Mellanmörkt format 2")))


def _style(root: Any, words: str) -> None:
    props = first(root, "//a:tblPr")
    for item in list(props):
        props.remove(item)
    props.append(element(f"<a:tableStyleId>{words}</a:tableStyleId>"))


fault("not-well-formed", "a newer XML", _written(_layout(TITLE), r"<\?xml version=.1\.0.", '<?xml version="1.1"'))

fault("table-spans", "a cell that reaches out to the right", on_slide(TABLE, put("//a:tc", "gridSpan", "40")))
fault("table-spans", "a cell that reaches out below", on_slide(TABLE, put("//a:tr[last()]/a:tc", "rowSpan", "2")))
fault("table-spans", "a covered cell that does not say so", on_slide(TABLE, put("//a:tc", "gridSpan", "2")))
fault("table-spans", "a cell covered by none", on_slide(TABLE, put("//a:tr/a:tc[2]", "hMerge", "1")))

EFFECT = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"><p:childTnLst><p:par><p:cTn id="{id}" '
    'presetID="1" presetClass="entr" grpId="0" nodeType="clickEffect"><p:childTnLst><p:set><p:cBhvr><p:cTn id="3" dur="1"/>'
    '<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>'
    '</p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>'
    "</p:tnLst>{builds}</p:timing>"
)


def _effect(builds: str, number: str = "2") -> Plant:
    def change(root: Any) -> None:
        shape = first(root, f"{BODY_SHAPE}/p:nvSpPr/p:cNvPr").get("id")
        root.append(element(EFFECT.format(id=number, shape=shape, builds=builds.replace("SHAPE", shape))))

    return on_slide(BODY, change)


BUILD = '<p:bldP spid="SHAPE" grpId="{}"/>'
fault("animation-builds", "no list", _effect(""))
fault("animation-builds", "another group", _effect(f"<p:bldLst>{BUILD.format(1)}</p:bldLst>"))
fault("animation-builds", "twice", _effect(f"<p:bldLst>{BUILD.format(0)}{BUILD.format(0)}</p:bldLst>"))
fault("animation-builds", "a node's id twice", _effect(f"<p:bldLst>{BUILD.format(0)}</p:bldLst>", "1"))

CHART_PART = _one(_slide(CHART), "chart")
fault("chart-series", "an index", _written(CHART_PART, r'<c:idx val="1"/>', '<c:idx val="0"/>'))
fault("chart-series", "a place", _written(CHART_PART, r'<c:order val="1"/>', '<c:order val="0"/>'))
fault(
    "chart-series", "both", _written(CHART_PART, r'<c:idx val="1"/>\s*<c:order val="1"/>', '<c:idx val="0"/><c:order val="0"/>')
)

fault("core-properties", "one of another's making", _written(CORE, "</cp:coreProperties>", "<cp:mood/></cp:coreProperties>"))
fault("core-properties", "a language", _written(CORE, r"<dc:title>", '<dc:title xml:lang="sv">'))


def _unlisted(package: Package, root: Any) -> None:
    used = next(rel.id for rel in package.rels[MASTER(package)] if rel.target == _layout(TITLE)(package))
    item = next(item for item in first(root, "//p:sldLayoutIdLst") if item.get(f"{{{REL}}}id") == used)
    item.getparent().remove(item)


def _twice_owned(package: Package) -> Package:
    name = _layout(TITLE)(package)
    again = [replace(rel, id="rId900") for rel in package.rels[name] if rel.kind == "slideMaster"]
    return package.replace(None, None, {name: (*package.rels[name], *again)})


fault("no-master", "a layout that is not listed", lambda p: edited(p, MASTER(p), lambda root: _unlisted(p, root)))
fault("no-master", "a layout of two", _twice_owned)

SECTION = (
    '<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst xmlns:p14="{space}">'
    '<p14:section name="Ett" id="{id}"><p14:sldIdLst/></p14:section></p14:sectionLst></p:ext></p:extLst>'
)


def _section(number: str) -> Plant:
    made = SECTION.format(space="http://schemas.microsoft.com/office/powerpoint/2010/main", id=number)
    return lambda package: edited(package, package.main, lambda root: root.append(element(made)))


fault("section-slides", "an id that is none", _section("ett"))

fault("core-properties", "another root", _written(CORE, r"cp:coreProperties\b(.*)cp:coreProperties", r"cp:core\1cp:core"))


def _themeless(package: Package) -> Package:
    master = package.one(package.main, "notesMaster") or ""
    assert master
    return package.replace(None, None, {master: tuple(rel for rel in package.rels[master] if rel.kind != "theme")})


fault("no-master", "a notes master without a theme", _themeless, ours)


def _again(find: Find, kind: str) -> Plant:
    """One relationship more of a kind that there may be one of."""

    def plant(package: Package) -> Package:
        owner = find(package)
        (rel,) = package.related(owner, kind)
        return package.replace(None, None, {owner: (*package.rels[owner], replace(rel, id="rId900"))})

    return plant


fault("notes-without-master", "two notes pages", _again(_slide(TITLE), "notesSlide"), ours)


def _filmed(kind: str, rel: str = "video") -> Plant:
    """A picture that plays what is in another part."""

    def plant(package: Package) -> Package:
        part = _slide(PICTURE)(package)
        rels = (*package.rels[part], Relationship("rId900", f"{REL}/{rel}", "ppt/media/film.mp4"))
        changed = package.replace({"ppt/media/film.mp4": b"ftyp"}, {"ppt/media/film.mp4": kind}, {part: rels})
        film = element(f'<a:videoFile xmlns:r="{REL}" r:link="rId900"/>')
        return edited(changed, part, lambda root: first(root, "//p:pic/p:nvPicPr/p:nvPr").append(film))

    return plant


fault("part-type", "a film as anything", _filmed("application/octet-stream"))
fault("relationship-kind", "a film by another relationship", _filmed("video/mp4", "audio"))

MODERN = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"


def _remarked(package: Package) -> Package:
    name, owner = "ppt/comments/modernComment_1.xml", _slide(TITLE)(package)
    data = (
        f'<p188:cmLst xmlns:p188="{MODERN}"><p188:cm id="{{11111111-1111-4111-8111-111111111111}}" '
        'authorId="{22222222-2222-4222-8222-222222222222}" created="2026-01-01T00:00:00.000"/></p188:cmLst>'
    )
    rel = Relationship("rId900", "http://schemas.microsoft.com/office/2018/10/relationships/comments", name)
    kind = "application/vnd.ms-powerpoint.comments+xml"
    return package.replace({name: data.encode()}, {name: kind}, {owner: (*package.rels[owner], rel)})


fault("comment-author", "one of today's", _remarked)
