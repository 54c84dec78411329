"""Faults for every rule of the family accessible: planted in a deck without fault, each is to be found."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from good_decks import BODY, CHART, LINK, PICTURE, TABLE, edited, element, first, made, on_slide, picture
from PIL import Image
from planting import (
    FRAME_PROPS,
    LINK_BOX,
    LOW,
    PIC,
    PIC_PROPS,
    TALL,
    TITLE_SHAPE,
    Fault,
    bar,
    both,
    box,
    drawn,
    gone,
    put,
    said,
    solid,
    text_box,
    with_media,
)

from deck.check.subject import Subject
from deck.package import Package

FAULTS: list[Fault] = []


def fault(code: str, name: str, plant: Callable[[Package], Package], good: Callable[[], Package] = made) -> None:
    FAULTS.append(Fault(code, name, plant, good))


def _link_icon(package: Package) -> Package:
    part = Subject(package).slides[LINK - 1].part
    rid = next(rel.id for rel in package.rels[part] if rel.external)
    shape = bar(box(2, 12, 2, 2), extra="").replace("/><p:cNvSpPr/>", f'><a:hlinkClick r:id="{rid}"/></p:cNvPr><p:cNvSpPr/>', 1)
    return on_slide(LINK, drawn(shape))(package)


def _grouped(root: Any) -> None:
    pic = first(root, PIC)
    pic.find(".//{*}cNvPr").set("descr", "")
    group = element(
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="92" name="Grupp"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:grpSp>'
    )
    pic.getparent().replace(pic, group)
    group.append(pic)


def _second_picture(package: Package, side: int, kind: str = "PNG") -> Package:
    data = picture(kind, "darkgreen").getvalue()
    package = with_media(package, BODY, f"ppt/media/image77.{kind.lower()}", data, f"image/{kind.lower()}", "rId77")
    return on_slide(
        BODY,
        drawn(
            '<p:pic><p:nvPicPr><p:cNvPr id="93" name="Foto" descr="Ett foto av en skog i höstfärger"/>'
            "<p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
            f'<p:blipFill><a:blip r:embed="rId77"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
            f"{box(0, 0, side, side * 0.7)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        ),
    )(package)


def _cell_fill(root: Any, rgb: str) -> None:
    props = first(root, "//a:tc/a:tcPr")
    for old in list(props):
        props.remove(old)
    props.append(element(solid(rgb)))


def _on_picture(package: Package) -> Package:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (20, 30, 40)).save(out, "PNG")
    package = with_media(package, LINK, "ppt/media/image78.png", out.getvalue(), "image/png", "rId78")
    return on_slide(
        LINK,
        both(
            drawn(
                '<p:pic><p:nvPicPr><p:cNvPr id="94" name="Foto" descr="Natt över staden"/><p:cNvPicPr/>'
                "<p:nvPr/></p:nvPicPr><p:blipFill>"
                f'<a:blip r:embed="rId78"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{box(1, 11, 23, 6)}'
                '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
            ),
            drawn(text_box("Svårläst", LOW)),
        ),
    )(package)


def connector(rgb: str) -> str:
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="91" name="Pil" descr="Leder vidare"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>'
        f'{box(2, 12, 10, 1)}<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom><a:ln w="25400">'
        f"{solid(rgb)}</a:ln></p:spPr></p:cxnSp>"
    )


def _chart(package: Package, change: Callable[[Any], object]) -> Package:
    part = next(name for name in package.parts if name.startswith("ppt/charts/chart"))
    return edited(package, part, change)


def _no_labels(root: Any) -> None:
    for item in list(root.iter("{*}dLbls")):
        item.getparent().remove(item)


def _paint_series(series: Any, rgb: str) -> None:
    for old in series.findall("{*}spPr"):
        series.remove(old)
    series.insert(3, element(f"<c:spPr>{solid(rgb)}</c:spPr>"))


def _as_ring(root: Any) -> None:
    _no_labels(root)
    plot = next(root.iter("{*}barChart"))
    plot.tag = plot.tag.replace("barChart", "doughnutChart")
    plot.remove(plot.findall("{*}ser")[1])


def _as_lines(root: Any) -> None:
    _no_labels(root)
    plot = next(root.iter("{*}barChart"))
    plot.tag = plot.tag.replace("barChart", "lineChart")


# Titles
fault("accessible/title-missing", "the title is deleted", on_slide(PICTURE, gone(TITLE_SHAPE)))
fault("accessible/title-missing", "on a slide with a table", on_slide(TABLE, gone(TITLE_SHAPE)))
fault(
    "accessible/title-missing",
    "its place is now the body's",
    on_slide(BODY, both(gone(TITLE_SHAPE), lambda root: [run.set("sz", "2000") for run in root.iter("{*}rPr")])),
)
fault("accessible/title-empty", "no words", on_slide(PICTURE, gone(f"{TITLE_SHAPE}//a:r")))
fault("accessible/title-empty", "only spaces", on_slide(TABLE, said(TITLE_SHAPE, "  \u00a0 ")))
fault(
    "accessible/title-empty",
    "only a break",
    on_slide(
        CHART,
        lambda root: (
            first(root, f"{TITLE_SHAPE}//a:r").getparent().replace(first(root, f"{TITLE_SHAPE}//a:r"), element("<a:br/>"))
        ),
    ),
)
fault(
    "accessible/title-not-placeholder",
    "a text box where the title was",
    on_slide(PICTURE, both(gone(TITLE_SHAPE), drawn(text_box("Parken är det nya torget", box(2, 1, 20, 2), look='sz="4000"')))),
)
fault(
    "accessible/title-not-placeholder",
    "beside an empty title",
    on_slide(TABLE, both(gone(f"{TITLE_SHAPE}//a:r"), drawn(text_box("Tre mål", box(2, 1, 20, 2), look='sz="3600" b="1"')))),
)
fault(
    "accessible/title-not-placeholder",
    "the mark taken away",
    on_slide(CHART, both(drawn(text_box("Utsläppen minskar", box(2, 1, 20, 2), look='sz="3200"')), gone(TITLE_SHAPE))),
)
fault("accessible/title-duplicate", "the same words", on_slide(TABLE, said(TITLE_SHAPE, "Parken är det nya torget")))
fault("accessible/title-duplicate", "in other letters", on_slide(TABLE, said(TITLE_SHAPE, "PARKEN ÄR DET NYA TORGET")))
fault("accessible/title-duplicate", "with more spaces", on_slide(LINK, said(TITLE_SHAPE, "Vår  plan för miljön ")))

# Alternative texts
fault("accessible/alt-missing", "a picture", on_slide(PICTURE, put(PIC_PROPS, "descr", "")))
fault("accessible/alt-missing", "a chart", on_slide(CHART, put(FRAME_PROPS, "descr", " ")))
fault("accessible/alt-missing", "an icon that is a link", _link_icon)
fault("accessible/alt-missing", "a picture in a group", on_slide(PICTURE, _grouped))
fault("accessible/alt-file-name", "a file's name", on_slide(PICTURE, put(PIC_PROPS, "descr", "park_2024-final.jpg")))
fault("accessible/alt-file-name", "PowerPoint's own name", on_slide(PICTURE, put(PIC_PROPS, "descr", "Bildobjekt 3")))
fault("accessible/alt-file-name", "a camera's name", on_slide(PICTURE, put(PIC_PROPS, "descr", "IMG_20240612_0815")))
fault("accessible/alt-file-name", "a chart's name", on_slide(CHART, put(FRAME_PROPS, "descr", "Diagram 4")))
for words in (
    "En bild som visar utomhus, träd. Automatiskt genererad beskrivning",
    "A picture containing tree. Description automatically generated",
    "En park. AI-genererat innehåll kan vara felaktigt.",
):
    fault("accessible/alt-generated", words[-30:], on_slide(PICTURE, put(PIC_PROPS, "descr", words)))
for words in ("Bild av en park i kvällsljus", "En bild som visar tre cyklister", "Image of a park", "The picture shows a tree"):
    fault("accessible/alt-opening", words, on_slide(PICTURE, put(PIC_PROPS, "descr", words)))
fault("accessible/alt-repeats-text", "the title", on_slide(PICTURE, put(PIC_PROPS, "descr", "Parken är det nya torget")))
fault(
    "accessible/alt-repeats-text",
    "the title, with a full stop",
    on_slide(CHART, put(FRAME_PROPS, "descr", "Utsläppen minskar för varje år.")),
)
fault(
    "accessible/alt-repeats-text",
    "its own words",
    on_slide(LINK, put("//p:sp[.//a:hlinkClick]/p:nvSpPr/p:cNvPr", "descr", "Vägledningen på RUS webbplats")),
)
MARK = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
fault(
    "accessible/decorative-yet-content",
    "a described picture",
    on_slide(PICTURE, lambda root: first(root, PIC_PROPS).append(element(MARK))),
)
fault(
    "accessible/decorative-yet-content",
    "a chart",
    on_slide(CHART, both(put(FRAME_PROPS, "descr", ""), lambda root: first(root, FRAME_PROPS).append(element(MARK)))),
)
fault(
    "accessible/decorative-yet-content",
    "words",
    on_slide(LINK, lambda root: first(root, f"{LINK_BOX}/p:nvSpPr/p:cNvPr").append(element(MARK))),
)
fault("accessible/ornament-unmarked", "a bar", on_slide(BODY, drawn(bar(box(0, 0, 1, 19)))))
fault("accessible/ornament-unmarked", "a star", on_slide(BODY, drawn(bar(box(20, 1, 2, 2), kind="star5"))))
fault(
    "accessible/ornament-unmarked",
    "a line",
    on_slide(
        BODY,
        drawn(
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="91" name="Linje"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
            f"<p:spPr>{box(2, 4, 20, 0)}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="12700">{solid("204060")}</a:ln></p:spPr></p:cxnSp>'
        ),
    ),
)
fault("accessible/text-in-picture", "a large picture more", lambda package: _second_picture(package, 12))
fault("accessible/text-in-picture", "as large as the slide", lambda package: _second_picture(package, 25))
fault("accessible/text-in-picture", "a JPEG", lambda package: _second_picture(package, 12, "JPEG"))


# Reading order
fault(
    "accessible/reading-order",
    "the title last",
    on_slide(BODY, lambda root: first(root, "//p:spTree").append(first(root, TITLE_SHAPE))),
)
fault(
    "accessible/reading-order",
    "the lower before the upper",
    on_slide(
        PICTURE,
        both(
            drawn(text_box("Nederst", box(2, 16, 20, 2), n=95)),
            drawn(text_box("Mitten", box(13, 7, 10, 2), n=96)),
            drawn(text_box("Överst", box(2, 13.2, 20, 2), n=97)),
        ),
    ),
)
fault(
    "accessible/reading-order",
    "the right before the left",
    on_slide(LINK, both(drawn(text_box("Höger", box(13, 12, 8, 3), n=95)), drawn(text_box("Vänster", box(2, 12, 8, 3), n=96)))),
)
fault(
    "accessible/reading-order",
    "within a group",
    on_slide(
        LINK,
        drawn(
            '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="99" name="Grupp"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
            + text_box("Sedan", box(2, 15, 8, 2), n=95)
            + text_box("Först", box(2, 12, 8, 2), n=96)
            + "</p:grpSp>"
        ),
    ),
)

# Contrast
GREY = solid("BBBBBB")
fault("accessible/contrast-text", "grey upon white", on_slide(LINK, drawn(text_box("Svårläst", LOW, ink=GREY))))
fault(
    "accessible/contrast-text",
    "white upon yellow",
    on_slide(LINK, drawn(text_box("Svårläst", LOW, ink=solid("FFFFFF"), fill=solid("FFD500")))),
)
fault(
    "accessible/contrast-text",
    "small upon middle grey",
    on_slide(LINK, drawn(text_box("Svårläst", LOW, look='sz="1600"', ink=solid("767676"), fill=solid("EEEEEE")))),
)
fault(
    "accessible/contrast-text",
    "upon a gradient's dark end",
    on_slide(
        LINK,
        drawn(
            text_box(
                "Svårläst men lång text här",
                LOW,
                fill=(
                    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="222222"/></a:gs><a:gs pos="100000">'
                    '<a:srgbClr val="FFFFFF"/></a:gs></a:gsLst>'
                    '<a:lin ang="0"/></a:gradFill>'
                ),
            )
        ),
    ),
)
fault(
    "accessible/contrast-text",
    "upon a shape behind",
    on_slide(
        LINK, both(drawn(bar(box(1, 11, 22, 5), solid("1F1F1F"), extra='descr="Mörk platta"')), drawn(text_box("Svårläst", LOW)))
    ),
)
fault(
    "accessible/contrast-text",
    "its last word upon a dark corner",
    on_slide(
        LINK,
        both(
            drawn(bar(box(5.6, 15.4, 4, 1.2), solid("00303A"), extra='descr="Mörkt hörn"')),
            drawn(text_box("\n".join(["Så lång är var rad"] * 5), box(2, 11, 20, 6))),
        ),
    ),
)
CARD = text_box("Vita ord som går långt utanför sitt mörka kort", box(2, 12, 8, 2), ink=solid("FFFFFF"), fill=solid("203020"))
IN_A_ROW = CARD.replace('"square"', '"none"')
LEFTWARD = IN_A_ROW.replace("<a:p>", '<a:p><a:pPr algn="r"/>').replace(box(2, 12, 8, 2), box(16, 12, 8, 2))
fault("accessible/contrast-text", "beside its own card", on_slide(LINK, drawn(IN_A_ROW)))
fault("accessible/contrast-text", "to the left of its own card", on_slide(LINK, drawn(LEFTWARD)))
fault("accessible/contrast-text", "below its own card", on_slide(LINK, drawn(CARD)))
fault("accessible/contrast-text", "upon a dark picture", _on_picture)
fault("accessible/contrast-text", "a header cell's", on_slide(TABLE, lambda root: _cell_fill(root, "F2F2F2")))
fault(
    "accessible/contrast-text",
    "upon the slide's own background",
    on_slide(
        BODY,
        lambda root: first(root, "//p:cSld").insert(0, element(f"<p:bg><p:bgPr>{solid('141414')}<a:effectLst/></p:bgPr></p:bg>")),
    ),
)
fault(
    "accessible/contrast-text",
    "by another colour map",
    on_slide(
        BODY,
        lambda root: first(root, "//p:clrMapOvr").replace(
            first(root, "//p:clrMapOvr/*"),
            element(
                '<a:overrideClrMapping bg1="dk1" tx1="dk1" bg2="dk2" tx2="lt2" accent1="accent1" '
                'accent2="accent2" accent3="accent3" '
                'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
            ),
        ),
    ),
)
fault(
    "accessible/contrast-text",
    "under a marker pen",
    on_slide(
        LINK,
        drawn(
            text_box(
                "Svårläst",
                LOW,
                ink=solid("FFFFFF") + '<a:highlight><a:srgbClr val="FFFF00"/></a:highlight>',
                fill=solid("000000"),
            )
        ),
    ),
)


def _pale_words(root: Any, within: str, before: str, rgb: str = "E0E0E0") -> None:
    """What shows words in a chart, in a colour of its own."""
    look = f'<a:p><a:pPr><a:defRPr sz="1400">{solid(rgb)}</a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p>'
    for holder in root.iter("{*}" + within):
        holder.find("{*}" + before).addprevious(element(f"<c:txPr><a:bodyPr/><a:lstStyle/>{look}</c:txPr>"))


def _pale_legend(root: Any) -> None:
    next(root.iter("{*}plotArea")).addnext(element('<c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend>'))
    _pale_words(root, "legend", "overlay")
    legend = next(root.iter("{*}legend"))
    legend.append(legend.find("{*}txPr"))


def _labels_inside(root: Any) -> None:
    """White labels in pale columns."""
    for series in root.iter("{*}ser"):
        _paint_series(series, "F4E9B0")
    _pale_words(root, "dLbls", "showLegendKey", "FFFFFF")
    next(root.iter("{*}showLegendKey")).addprevious(element('<c:dLblPos val="ctr"/>'))


def _pale_title(root: Any) -> None:
    words = f'<a:p><a:r><a:rPr lang="sv-SE">{solid("FFEE99")}</a:rPr><a:t>Utsläpp</a:t></a:r></a:p>'
    next(root.iter("{*}autoTitleDeleted")).addprevious(
        element(f'<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{words}</c:rich></c:tx><c:overlay val="0"/></c:title>')
    )


for name, change in {
    "pale legend": _pale_legend,
    "pale axis": lambda root: _pale_words(root, "catAx", "crossAx"),
    "pale title": _pale_title,
    "pale labels": lambda root: _pale_words(root, "dLbls", "showLegendKey"),
    "white labels in pale columns": _labels_inside,
}.items():
    fault("accessible/contrast-text", f"a chart's {name}", lambda package, change=change: _chart(package, change))

fault("accessible/contrast-graphic", "a pale arrow", on_slide(LINK, drawn(connector("DDDDDD"))))
fault(
    "accessible/contrast-graphic",
    "a pale symbol",
    on_slide(LINK, drawn(bar(LOW, solid("FFF2B3"), "star5", 'descr="Stjärna: klart"'))),
)
fault(
    "accessible/contrast-graphic",
    "pale columns without labels",
    lambda package: _chart(
        package, both(_no_labels, lambda root: [_paint_series(item, "F4E9B0") for item in root.iter("{*}ser")])
    ),
)

# Charts


fault("accessible/chart-colour-alone", "two series without labels", lambda package: _chart(package, _no_labels))
fault("accessible/chart-colour-alone", "a ring without labels", lambda package: _chart(package, _as_ring))
fault("accessible/chart-colour-alone", "lines alike but for colour", lambda package: _chart(package, _as_lines))
fault(
    "accessible/chart-colour-alone",
    "labels that show nothing",
    lambda package: _chart(
        package,
        lambda root: [
            item.set("val", "0") for item in root.iter("{*}showVal", "{*}showSerName", "{*}showCatName", "{*}showPercent")
        ],
    ),
)

# Tables and lists
fault("accessible/table-header", "the flag off", on_slide(TABLE, put("//a:tblPr", "firstRow", "0")))
fault("accessible/table-header", "no flag", on_slide(TABLE, lambda root: first(root, "//a:tblPr").attrib.pop("firstRow")))
fault("accessible/table-header", "no properties", on_slide(TABLE, gone("//a:tblPr")))
fault(
    "accessible/table-merged",
    "two columns",
    on_slide(TABLE, both(put("//a:tr[2]/a:tc[1]", "gridSpan", "2"), put("//a:tr[2]/a:tc[2]", "hMerge", "1"))),
)
fault(
    "accessible/table-merged",
    "two rows",
    on_slide(TABLE, both(put("//a:tr[2]/a:tc[1]", "rowSpan", "2"), put("//a:tr[3]/a:tc[1]", "vMerge", "1"))),
)
fault(
    "accessible/table-merged",
    "the header",
    on_slide(TABLE, both(put("//a:tr[1]/a:tc[1]", "gridSpan", "2"), put("//a:tr[1]/a:tc[2]", "hMerge", "1"))),
)
for name, words in {
    "hyphens": "- luft\n- vatten\n- skog",
    "numbers": "1. mäta\n2. planera\n3. göra",
    "a typed bullet": "• luft",
    "letters": "a) luft\nb) vatten",
    "dashes after a lead": "Vi gör så här:\n– mäter\n– planerar",
}.items():
    fault("accessible/list-typed", name, on_slide(LINK, drawn(text_box(words, TALL))))
for name, words in {
    "tabs": "Mål\tLäge\nLuft\tNära\nVatten\tNått",
    "spaces": "Mål      Läge\nLuft     Nära\nVatten   Nått",
    "three columns": "Mål\t2024\t2025\nLuft\t3\t4",
}.items():
    fault("accessible/table-typed", name, on_slide(LINK, drawn(text_box(words, TALL))))
