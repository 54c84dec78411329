"""Planted faults of the whole file and of highlights: sections' names, restricted access, one among equals."""

from __future__ import annotations

import re
from typing import Any

from good_decks import BODY, CHART, edited, element, first, made, on_slide, ours
from planting import Fault, bar, box, drawn, put, solid

from deck.check.subject import Subject
from deck.package import Package, Relationship

FAULTS: list[Fault] = []
SECTIONS = "(//p14:section)[{0}]"


def fault(code: str, name: str, plant: Any, good: Any = made) -> None:
    FAULTS.append(Fault(f"accessible/{code}", name, plant, good))


def _main(change: Any) -> Any:
    return lambda package: edited(package, package.main, change)


def _last_as_first(root: Any) -> None:
    first(root, "(//p14:section)[last()]").set("name", first(root, SECTIONS.format(1)).get("name"))


for words in ("Default Section", "Namnlöst avsnitt", ""):
    fault("section-name", words or "none", _main(put(SECTIONS.format(1), "name", words)), lambda: ours("standard"))
fault("section-name", "twice", _main(_last_as_first), lambda: ours("standard"))

VERIFIER = (
    '<p:modifyVerifier cryptProviderType="rsaAES" cryptAlgorithmClass="hash" '
    'cryptAlgorithmType="typeAny" cryptAlgorithmSid="14" spinCount="100000" saltData="AA==" hashData="AA=="/>'
)
FINAL = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
    b'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" '
    b'pid="2" name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>'
)


def _final(package: Package) -> Package:
    name = "docProps/custom9.xml"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    rels = (*(rel for rel in package.rels[""] if rel.kind != "custom-properties"), Relationship("rId91", kind, name))
    return package.replace(
        {name: FINAL}, {name: "application/vnd.openxmlformats-officedocument.custom-properties+xml"}, {"": rels}
    )


def _guarded(root: Any) -> None:
    first(root, "//p:defaultTextStyle").addnext(element(VERIFIER))


fault("restricted-access", "a password to change it", _main(_guarded))
fault("restricted-access", "ours", _main(_guarded), ours)
fault("restricted-access", "marked as final", _final)


def _series(colors: dict[int, str], count: int, base: str) -> str:
    points = "".join(f'<c:dPt><c:idx val="{n}"/><c:spPr>{solid(rgb)}</c:spPr></c:dPt>' for n, rgb in colors.items())
    words = "".join(f'<c:pt idx="{n}"><c:v>{n + 1}</c:v></c:pt>' for n in range(count))
    return (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:spPr>{solid(base)}</c:spPr>{points}'
        f'<c:val><c:numLit><c:ptCount val="{count}"/>{words}</c:numLit></c:val></c:ser>'
    )


def _one_series(xml: str) -> Any:
    def plant(package: Package) -> Package:
        name = next(name for name in sorted(package.parts) if re.search(r"charts/chart\d", name))

        def change(root: Any) -> None:
            plot = next(root.iter("{*}barChart"))
            old = plot.findall("{*}ser")
            old[0].addprevious(element(xml))
            for item in old:
                plot.remove(item)

        return edited(package, name, change)

    return plant


def _boxes(colors: list[str]) -> str:
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{60 + n}" name="Ruta {n}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f"{box(2 + 4 * n, 13, 3, 2)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(rgb)}</p:spPr></p:sp>'
        for n, rgb in enumerate(colors)
    )
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="59" name="Steg" descr="Tre steg"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:grpSp>"
    )


fault("highlight-in-grey", "a bar", _one_series(_series({2: "A03030"}, 5, "306080")))
fault("highlight-in-grey", "two bars", _one_series(_series({1: "7A7A10", 3: "7A7A10"}, 6, "707070")))
fault("highlight-in-grey", "a step", on_slide(BODY, drawn(_boxes(["306080", "306080", "A03030"]))))


def _lines(*colours: str) -> Any:
    """The bars' chart with as many lines in its place."""
    series = "".join(
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:spPr><a:ln w="38100">{solid(rgb)}</a:ln></c:spPr>'
        '<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numLit></c:val></c:ser>'
        for n, rgb in enumerate(colours)
    )
    return _replotted(f"<c:lineChart>{series}</c:lineChart>")


def _replotted(xml: str) -> Any:
    def plant(package: Package) -> Package:
        name = next(name for name in sorted(package.parts) if re.search(r"charts/chart\d", name))

        def change(root: Any) -> None:
            plot = next(root.iter("{*}barChart"))
            plot.getparent().replace(plot, element(xml))

        return edited(package, name, change)

    return plant


def _all_free(root: Any) -> None:
    """Three steps with words, in no group."""
    words = '<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="sv-SE" sz="1800"/><a:t>Steg</a:t></a:r></a:p></p:txBody>'
    for shape in element(_boxes(["306080", "306080", "A03030"])).findall("{*}sp"):
        shape.append(element(words))
        first(root, "//p:spTree").append(shape)


fault(
    "highlight-in-grey",
    "a slice of one colour with the ring's others",
    _replotted(f"<c:doughnutChart>{_series({1: 'C0504D'}, 4, '7F7F7F')}</c:doughnutChart>"),
)
fault("highlight-in-grey", "a line", _lines("808080", "808080", "B8642A"))
fault("highlight-in-grey", "a step that stands free", on_slide(BODY, _all_free))


def _upon_a_form(legend: str, form: str) -> Any:
    """The chart's legend, and a dark form of the layout behind it."""

    def plant(package: Package) -> Package:
        chart = next(name for name in sorted(package.parts) if re.search(r"charts/chart\d", name))
        layout = package.one(Subject(package).slides[CHART - 1].part, "slideLayout") or ""
        package = edited(package, chart, lambda root: first(root, "//c:plotArea").addnext(element(legend)))
        shape = element(bar(form, kind="ellipse"))
        return edited(package, layout, lambda root: first(root, "//p:spTree").insert(2, shape))

    return plant


MOVED = "".join(f'<c:{name} val="{share}"/>' for name, share in {"x": 0.4, "y": 0.4, "w": 0.2, "h": 0.2}.items())
for name, (legend, form) in {
    "to the right": ('<c:legend><c:legendPos val="r"/></c:legend>', box(18, 8, 5, 5)),
    "below": ('<c:legend><c:legendPos val="b"/></c:legend>', box(5, 14, 13, 3)),
    "where it was moved to": (
        f'<c:legend><c:legendPos val="r"/><c:layout><c:manualLayout>{MOVED}</c:manualLayout></c:layout></c:legend>',
        box(9, 8, 6, 6),
    ),
}.items():
    fault("contrast-text", f"a legend upon a form of the layout, {name}", _upon_a_form(legend, form))
