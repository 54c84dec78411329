"""Faults for every rule of the families fits and honest: planted in a deck without fault, each is to be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from good_decks import BODY, CHART, LINK, PICTURE, TABLE, edited, element, first, made, on_slide, ours
from planting import BODY_SHAPE, LOW, PIC, Fault, both, box, drawn, said, text_box

from deck.check.subject import Subject
from deck.package import Package
from deck.pptx.manifest import add_manifest, read_manifest

FAULTS: list[Fault] = []


def fault(code: str, name: str, plant: Callable[[Package], Package], good: Callable[[], Package] = made) -> None:
    FAULTS.append(Fault(code, name, plant, good))


def _fill_with(root: Any, words: str) -> None:
    for item in root.xpath(
        "//p:sp[.//p:ph[@type='title']]//a:t", namespaces={p: u for p, u in element("<a:p/>").nsmap.items() if p}
    ):
        item.text = words


def _without_sources(package: Package, also_notes: bool = True, slide: str = "sources") -> Package:
    """The slide with the list of sources deleted, and the sources in the notes, too."""
    for part in list(package.parts):
        if part.startswith("ppt/notesSlides/notesSlide") and also_notes:
            package = edited(package, part, lambda root: [setattr(item, "text", "Prata fritt.") for item in root.iter("{*}t")])
    return _deleted(package, slide)


def _deleted(package: Package, name: str) -> Package:
    wanted = next(ref for ref in Subject(package).slides if f'name="{name}"'.encode() in package.parts[ref.part][:3000])

    def change(root: Any) -> None:
        item = next(item for item in root.iter("{*}sldId") if item.get("id") == str(wanted.sld_id))
        item.getparent().remove(item)

    return edited(package, package.main, change)


def _reworded(package: Package) -> Package:
    for part in list(package.parts):
        if part.startswith(("ppt/notesSlides/notesSlide", "ppt/slides/slide")):
            package = edited(
                package,
                part,
                lambda root: [
                    setattr(item, "text", (item.text or "").replace("Vägledning för", "Något om")) for item in root.iter("{*}t")
                ],
            )
    return package


def _base(change: Callable[[Any], Any]) -> Callable[[Package], Package]:
    """The manifest's base with its slides changed."""

    def plant(package: Package) -> Package:
        manifest = read_manifest(package)
        assert manifest is not None
        base = manifest.base
        return add_manifest(package, replace(manifest, base=replace(base, slides=tuple(change(slide) for slide in base.slides))))

    return plant


# Fits
MUCH = " ".join(["Kommunen arbetar med miljömålen i hela organisationen."] * 14)
fault("fits/overflow", "too much in a box", on_slide(LINK, drawn(text_box(MUCH, box(2, 10, 12, 3)))))
fault("fits/overflow", "in the body", on_slide(BODY, said(BODY_SHAPE, MUCH * 3)))
fault(
    "fits/overflow",
    "despite the stored scale",
    on_slide(LINK, drawn(text_box(MUCH, box(2, 10, 12, 3), body='<a:normAutofit fontScale="85000" lnSpcReduction="10000"/>'))),
)
fault("fits/overflow", "in ours", on_slide(2, lambda root: _fill_with(root, MUCH * 3)), ours)
fault(
    "fits/word-cut",
    "a long word in a narrow box",
    on_slide(LINK, drawn(text_box("Miljökvalitetsmålsuppföljning", box(2, 10, 4, 5)))),
)
fault(
    "fits/word-cut",
    "in a cell",
    on_slide(TABLE, said("//a:tc", "Klimatanpassningsåtgärdsprogramsuppföljningsgruppsmöteskallelse" * 2)),
)
fault("fits/word-cut", "large letters", on_slide(LINK, drawn(text_box("Hållbarhet", box(2, 10, 6, 5), look='sz="6600"'))))
fault(
    "fits/overlap",
    "two texts",
    on_slide(
        LINK, both(drawn(text_box("Den ena texten", LOW, n=95)), drawn(text_box("Den andra texten", box(2.2, 12.2, 20, 3), n=96)))
    ),
)
fault(
    "fits/overlap",
    "text upon the chart's edge",
    on_slide(CHART, drawn(text_box("En rad text på diagrammets kant", box(16, 12, 9, 2)))),
)
fault(
    "fits/overlap",
    "a picture upon text",
    on_slide(
        PICTURE,
        both(
            drawn(text_box("Den här raden göms delvis av bilden", box(6, 8, 18, 2), n=95)),
            lambda root: first(root, "//p:spTree").append(first(root, PIC)),
        ),
    ),
)
fault("fits/outside", "below", on_slide(LINK, drawn(text_box("Utanför", box(2, 18.6, 10, 2)))))
fault("fits/outside", "to the left", on_slide(LINK, drawn(text_box("Utanför bilden", box(-6, 12, 5, 2)))))
fault("fits/outside", "a picture", on_slide(PICTURE, lambda root: first(root, f"{PIC}//a:off").set("x", str(20 * 360_000))))


def round_chart(kind: str = "doughnutChart", labels: str = "", values: tuple[float, float] = (30, 25), size: int = 1800) -> Any:
    """A planter: the made deck's chart as a ring or pie of one series; what its labels say, and how large."""
    shown = "".join(f'<c:{name} val="{int(name == "showVal")}"/>' for name in SHOWN)

    def change(root: Any) -> None:
        plot = next(root.iter("{*}barChart"))
        plot.tag = plot.tag.replace("barChart", kind)
        series, second = plot.findall("{*}ser")
        for item in [*plot.findall("{*}dLbls"), *series.findall("{*}dLbls"), *series.findall("{*}invertIfNegative")]:
            item.getparent().remove(item)
        for name in ("barDir", "grouping", "gapWidth", "overlap", "axId"):
            for item in plot.findall(f"{{*}}{name}"):
                plot.remove(item)
        plot.remove(second)
        for axis in [*root.iter("{*}catAx"), *root.iter("{*}valAx")]:
            axis.getparent().remove(axis)
        for point, value in zip(first(series, "c:val").iter("{*}v"), values, strict=True):
            point.text = str(value)
        look = f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}"/></a:pPr><a:endParaRPr/></a:p></c:txPr>'
        first(series, "c:cat").addprevious(element(f"<c:dLbls>{look}{labels}{shown}</c:dLbls>"))
        plot.append(element('<c:firstSliceAng val="0"/>'))
        if kind == "doughnutChart":
            plot.append(element('<c:holeSize val="50"/>'))

    def plant(package: Package) -> Package:
        return edited(package, next(name for name in package.parts if name.startswith("ppt/charts/chart")), change)

    return plant


SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def legend(inner: str) -> Callable[[Package], Package]:
    def change(root: Any) -> None:
        first(root, "c:chart/c:plotArea").addnext(
            element(f'<c:legend><c:legendPos val="r"/>{inner}<c:overlay val="1"/></c:legend>')
        )

    return lambda package: edited(package, next(n for n in package.parts if n.startswith("ppt/charts/chart")), change)


fault("fits/label-over-edge", "large figures in a ring", round_chart(size=9000))
fault("fits/label-over-edge", "on a thin slice of a pie", round_chart("pieChart", '<c:dLblPos val="inEnd"/>', (98, 1)))
fault("fits/label-over-edge", "on a thin slice of a ring", round_chart(values=(1.25, 99)))
fault("fits/legend-on-chart", "to the right", legend(""))
fault("fits/legend-on-chart", "with a look of its own", legend("<c:spPr><a:noFill/></c:spPr>"))
fault("fits/legend-on-chart", "without its layout said", legend("<c:layout/>"))
fault(
    "fits/outside",
    "a table that has grown",
    on_slide(
        TABLE,
        lambda root: [
            setattr(item, "text", MUCH) for item in root.xpath("//a:tc//a:t", namespaces={"a": element("<a:p/>").nsmap["a"]})
        ],
    ),
)
fault("fits/small-text", "twelve points", on_slide(LINK, drawn(text_box("Fin text", LOW, look='sz="1200"'))))
fault(
    "fits/small-text",
    "by the stored scale",
    on_slide(LINK, drawn(text_box("Krympt text", LOW, look='sz="2400"', body='<a:normAutofit fontScale="62500"/>'))),
)
fault("fits/small-text", "in a cell", on_slide(TABLE, lambda root: first(root, "//a:tc//a:rPr").set("sz", "1100")))
fault("fits/small-text", "in ours", on_slide(2, lambda root: [item.set("sz", "1400") for item in root.iter("{*}rPr")]), ours)
for face in ("Kommunsans Display", "Graphik", "Skånska Grotesk"):
    fault(
        "fits/font-unmeasured", face, on_slide(LINK, drawn(text_box("Eget typsnitt", LOW, ink=f'<a:latin typeface="{face}"/>')))
    )


# Honest


fault("honest/source-unnamed", "notes and list are gone", _without_sources, lambda: ours("standard"))
fault("honest/source-unnamed", "the list is rewritten", _reworded, lambda: ours("standard"))
fault("honest/source-unnamed", "in the long deck", _without_sources, lambda: ours("konferens"))
fault(
    "honest/source-missing",
    "a chart without",
    _base(lambda slide: replace(slide, sources=()) if slide.id == "made-with" else slide),
    lambda: ours("standard"),
)
fault(
    "honest/source-missing",
    "figures without",
    _base(lambda slide: replace(slide, sources=()) if slide.id == "hand-in-hand" else slide),
    lambda: ours("standard"),
)
fault("honest/source-missing", "all without", _base(lambda slide: replace(slide, sources=())), lambda: ours("konferens"))


def _written(*roles_and_words: tuple[str, str]) -> Callable[[Package], Package]:
    """Words that an owner writes in the places of the slide for own figures."""

    def plant(package: Package) -> Package:
        wanted = next(ref for ref in Subject(package).slides if b'name="local-figures"' in package.parts[ref.part][:3000])

        def change(root: Any) -> None:
            for role, words in roles_and_words:
                shape = next(item for item in root.iter("{*}sp") if f"({role})" in next(item.iter("{*}cNvPr")).get("name"))
                paragraph = next(shape.iter("{*}p"))
                paragraph.insert(0, element(f'<a:r><a:rPr lang="sv-SE"/><a:t>{words}</a:t></a:r>'))

        return edited(package, wanted.part, change)

    return plant


fault("honest/figure-without-source", "a figure alone", _written(("figure-1", "42")), lambda: ours("standard"))
fault(
    "honest/figure-without-source",
    "its source is only asked for",
    _written(("figure-2", "12 %"), ("shows-2", "andel resor med cykel"), ("figure-source-2", "Källa: …")),
    lambda: ours("standard"),
)
fault(
    "honest/figure-without-source",
    "another one has its source",
    _written(("figure-1", "42"), ("figure-source-1", "Källa: SCB 2024"), ("figure-4", "7 ton")),
    lambda: ours("konferens"),
)
