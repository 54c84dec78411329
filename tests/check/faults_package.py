"""Planted faults of a package and its charts: what may be there once, alternatives, owners, values, names."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from faults_opens import fault
from good_decks import BODY, CHART, LINK, PICTURE, TABLE, TITLE, edited, element, first, on_slide, ours
from planting import BODY_SHAPE, FRAME, LOW, REL, TITLE_SHAPE, bar, drawn, put

from deck.check.subject import Subject
from deck.package import Package, Relationship, TypeEntry

Plant = Callable[[Package], Package]


def _slide(package: Package, number: int) -> str:
    return Subject(package).slides[number - 1].part


def _declared(name: str, kind: str, default: bool) -> Plant:
    """One line more in the content types, of a name that is there."""
    return lambda package: replace(package, declared=(*package.declared, TypeEntry(name, kind, default)))


def _related(owner: Callable[[Package], str], rel: Relationship) -> Plant:
    def plant(package: Package) -> Package:
        name = owner(package)
        return package.replace(None, None, {name: (*package.rels.get(name, ()), rel)})

    return plant


def _slide_of(number: int) -> Callable[[Package], str]:
    return lambda package: _slide(package, number)


def _first_id(package: Package, owner: str) -> str:
    return package.rels[owner][0].id


fault("content-type-twice", "a default", _declared("xml", "application/xml", default=True))
fault("content-type-twice", "a default of another kind", _declared("rels", "application/octet-stream", default=True))
fault("content-type-twice", "an override", _declared("ppt/presentation.xml", "application/xml", default=False))
fault("content-type-twice", "an override in capitals", _declared("PPT/Presentation.xml", "application/xml", default=False))

fault(
    "content-type-missing",
    "the relationships'",
    lambda package: replace(package, declared=(TypeEntry("xml", "application/xml", default=True),)),
)
for name, odd in {
    "a space": "ppt/slides/slide 1.xml",
    "no slash before it": "ppt/slides/slide1.xml",
    "a stop": "/ppt/x.",
}.items():
    fault("part-name", name, lambda package, odd=odd: replace(package, misnamed=(odd,)))

for name, number in {"a slide's": BODY, "a picture's": PICTURE}.items():
    fault(
        "relationship-twice",
        name,
        lambda p, n=number: _related(
            _slide_of(n), Relationship(_first_id(p, _slide(p, n)), f"{REL}/hyperlink", "https://rus.se", external=True)
        )(p),
    )
fault(
    "relationship-twice",
    "the package's",
    lambda p: _related(lambda q: "", Relationship(_first_id(p, ""), f"{REL}/custom-properties", "docProps/core.xml"))(p),
)
for number in ("12", ""):
    fault(
        "relationship-twice",
        f"an id that is none: {number!r}",
        _related(_slide_of(TITLE), Relationship(number, f"{REL}/tags", "docProps/core.xml")),
    )


def _core(change: Callable[[Any], object]) -> Plant:
    return lambda package: edited(package, package.one("", "core-properties") or "", change)


def _again(root: Any) -> None:
    title = next(root.iter("{*}title"))
    root.append(title.makeelement(title.tag, {}))


def _two_cores(package: Package) -> Package:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    core = package.one("", "core-properties") or ""
    package = package.replace({"docProps/core2.xml": package.parts[core]}, {"docProps/core2.xml": package.content_type(core)})
    return _related(lambda _p: "", Relationship("rId77", kind, "docProps/core2.xml"))(package)


def _undated(root: Any) -> None:
    item = next(root.iter("{*}modified"))
    item.attrib.clear()


fault("core-properties", "two parts", _two_cores)
fault("core-properties", "a title twice", _core(_again))
fault("core-properties", "a date without its type", _core(_undated))
fault("core-properties", "a date that is none", _core(lambda root: setattr(next(root.iter("{*}modified")), "text", "i går")))


def _to(kind: str, of: int, by: int) -> Plant:
    """What belongs to one slide used by another, too."""

    def plant(package: Package) -> Package:
        target = next(rel.target for rel in package.rels[_slide(package, of)] if rel.kind == kind)
        own = tuple(rel for rel in package.rels[_slide(package, by)] if rel.kind != kind)
        return package.replace(None, None, {_slide(package, by): (*own, Relationship("rId970", f"{REL}/{kind}", target))})

    return plant


def _twice_on_the_slide(root: Any) -> None:
    frame = first(root, FRAME)
    frame.addnext(copy.deepcopy(frame))


fault("shared-part", "notes", _to("notesSlide", 1, 2), ours)
fault("shared-part", "a chart", _to("chart", CHART, TABLE))
fault("shared-part", "a chart twice on its slide", on_slide(CHART, _twice_on_the_slide))


def _other_notes(package: Package) -> Package:
    page = package.one(_slide(package, 1), "notesSlide") or ""
    rels = tuple(replace(rel, target=_slide(package, 2)) if rel.kind == "slide" else rel for rel in package.rels[page])
    return package.replace(None, None, {page: rels})


fault("shared-part", "notes that lead to another slide", _other_notes, ours)


def _unlisted(number: int) -> Plant:
    def change(root: Any) -> None:
        item = first(root, f"//p:sldId[{number}]")
        item.getparent().remove(item)

    return lambda package: edited(package, package.main, change)


for number in (TITLE, PICTURE, LINK):
    fault("slide-unlisted", f"slide {number}", _unlisted(number))

for name, kind in {"a link": "hyperlink", "a picture": "image", "a film": "video"}.items():
    fault("empty-link", name, _related(_slide_of(BODY), Relationship("rId960", f"{REL}/{kind}", "", external=True)))
fault("empty-link", "of spaces", _related(_slide_of(LINK), Relationship("rId960", f"{REL}/hyperlink", "  ", external=True)))
fault("empty-link", "to itself", lambda p: _related(_slide_of(BODY), Relationship("rId960", f"{REL}/image", _slide(p, BODY)))(p))

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
fault("compatibility", "ignorable", on_slide(BODY, lambda root: root.set(f"{{{MC}}}Ignorable", "p14 p99")))
fault("compatibility", "of the presentation", lambda p: edited(p, p.main, lambda root: root.set(f"{{{MC}}}Ignorable", "a99")))
CHOICE = (
    '<mc:AlternateContent><mc:Choice Requires="{0}"><p:transition/></mc:Choice><mc:Fallback>'
    "<p:transition/></mc:Fallback></mc:AlternateContent>"
)


def _alternative(xml: str) -> Plant:
    return on_slide(BODY, lambda root: first(root, "//p:clrMapOvr").addnext(element(xml)))


fault("compatibility", "required", _alternative(CHOICE.format("p77")))
fault("compatibility", "nothing required", _alternative(CHOICE.format("")))
fault("compatibility", "no choice", _alternative("<mc:AlternateContent><mc:Fallback/></mc:AlternateContent>"))
fault(
    "compatibility",
    "the fallback first",
    _alternative(
        '<mc:AlternateContent><mc:Fallback/><mc:Choice Requires="p14"><p:transition/></mc:Choice></mc:AlternateContent>'
    ),
)
TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"/></p:par></p:tnLst></p:timing>'
)
BOTH = (
    f'<mc:AlternateContent><mc:Choice Requires="p14">{TIMING}</mc:Choice><mc:Fallback>{TIMING}</mc:Fallback>'
    f"</mc:AlternateContent>"
)
fault(
    "element-order",
    "two timings, one in an alternative",
    on_slide(BODY, lambda root: root.extend([element(BOTH), element(TIMING)])),
)
fault("element-order", "two timings", on_slide(BODY, lambda root: root.extend([element(TIMING), element(TIMING)])))
fault(
    "element-order",
    "a transition in an alternative after the timing",
    on_slide(BODY, lambda root: root.extend([element(TIMING), element(CHOICE.format("p14"))])),
)

for name, plant in {
    "a slide's id": lambda p: edited(p, p.main, put("//p:sldId[2]", "show", "0")),
    "a run": on_slide(BODY, put("(//a:r/a:rPr)[1]", "color", "FF0000")),
    "a shape": on_slide(TITLE, put(f"{TITLE_SHAPE}//p:cNvPr", "visible", "0")),
    "a body": on_slide(BODY, put(f"{BODY_SHAPE}//a:bodyPr", "valign", "top")),
    "a table's column": on_slide(TABLE, put("(//a:gridCol)[1]", "width", "5")),
}.items():
    fault("attribute-unknown", name, plant)
FIELD = '<a:fld type="slidenum" {0}><a:rPr lang="sv-SE"/><a:t>2</a:t></a:fld>'


def _field(number: str) -> Callable[[Any], None]:
    return lambda root: first(root, "(//a:p)[1]").append(element(FIELD.format(number)))


for name, number in {"a number": 'id="7"', "no braces": 'id="B6F15528-21DE-4FAA-801E-634DDDAF4B2B"', "no id": ""}.items():
    fault(
        "attribute-value",
        f"a field with {name}",
        on_slide(BODY, _field(number)),
    )
RED = '<a:solidFill><a:srgbClr val="FF0000"><a:{0}/></a:srgbClr></a:solidFill>'
for share in ('alpha val="100.00%"', 'lumMod val="75%"', 'tint val="0.5"'):
    fault("attribute-value", f"{share}", on_slide(BODY, drawn(bar(LOW, RED.format(share)))))


def _in_chart(old: str, new: str, count: int = 1) -> Plant:
    def plant(package: Package) -> Package:
        name = next(name for name in sorted(package.parts) if re.search(r"charts/chart\d", name))
        data = package.parts[name].decode()
        assert re.search(old, data), (name, old)
        return package.replace({name: re.sub(old, new, data, count=count).encode()})

    return plant


for word in ("None", "nan", "30,5", "tretti"):
    fault("chart-value", word, _in_chart(r"<c:v>30[.0]*</c:v>", f"<c:v>{word}</c:v>"))
fault(
    "element-order",
    "labels before points",
    _in_chart(r"<c:cat>", '<c:dLbls><c:showVal val="1"/></c:dLbls><c:dPt><c:idx val="0"/></c:dPt><c:cat>'),
)
fault("element-order", "values before categories", _in_chart(r"(<c:cat>.*?</c:cat>)(<c:val>.*?</c:val>)", r"\2\1"))
fault("element-unknown", "a marker in bars", _in_chart(r"<c:cat>", "<c:marker/><c:cat>"))
fault("element-missing", "a series without its order", _in_chart(r'<c:order val="0"/>', ""))
fault("attribute-value", "a gap in percent", _in_chart(r"<c:axId ", '<c:gapWidth val="150%"/><c:axId '))
PLACED = '<c:dLblPos val="{0}"/><c:showLegendKey'
fault("chart-label-place", "of a line", _in_chart("<c:showLegendKey", PLACED.format("r")))
fault("chart-label-place", "of a ring", _in_chart("<c:showLegendKey", PLACED.format("bestFit")))
fault(
    "chart-label-place",
    "outside of stacked bars",
    lambda p: _in_chart("<c:showLegendKey", PLACED.format("outEnd"))(
        _in_chart('<c:grouping val="clustered"/>', '<c:grouping val="stacked"/>')(p)
    ),
)
fault("chart-axis", "of the bars", _in_chart(r'<c:axId val="[-\d]+"/>', '<c:axId val="17"/>'))
fault("chart-axis", "crossed", _in_chart(r'<c:crossAx val="[-\d]+"/>', '<c:crossAx val="17"/>'))
fault("chart-axis", "taken out", _in_chart(r"<c:valAx>.*</c:valAx>", ""))

VALUES = '<a:prstGeom prst="{0}"><a:avLst><a:gd name="{1}" fmla="val 14000"/></a:avLst></a:prstGeom>'
for preset, guide in {"rect": "adj", "ellipse": "adj1", "roundRect": "adj1", "rightArrow": "adj", "line": "adj1"}.items():
    plain = bar(LOW, kind="rect").replace('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', VALUES.format(preset, guide))
    fault("guide-name", preset, on_slide(BODY, drawn(plain)))

fault(
    "keynote",
    "a kind that is not its size",
    lambda p: edited(
        p,
        p.main,
        lambda root: (
            first(root, "//p:sldSz").set("type", "screen16x9"),
            first(root, "//p:sldSz").set("cx", "9144000"),
            first(root, "//p:sldSz").set("cy", "6858000"),
        ),
    ),
)
fault("keynote", "no size", lambda p: edited(p, p.main, lambda root: root.remove(first(root, "//p:sldSz"))))
fault(
    "keynote",
    "a notes master that is listed only",
    lambda p: p.replace(None, None, {p.main: tuple(rel for rel in p.rels[p.main] if rel.kind != "notesMaster")}),
    ours,
)

STRANGER = "http://example.org/own"
fault(
    "attribute-unknown",
    "another's, that nobody was told to pass over",
    on_slide(BODY, lambda root: root.set(f"{{{STRANGER}}}mark", "1")),
)
fault(
    "element-unknown",
    "another's, that nobody was told to pass over",
    on_slide(BODY, lambda root: first(root, BODY_SHAPE).append(root.makeelement(f"{{{STRANGER}}}note", {}))),
)
