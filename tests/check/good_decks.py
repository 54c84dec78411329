"""Decks without fault, for faults to be planted in: one of ours, and one made with python-pptx."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm, Pt

from deck.check.subject import Subject
from deck.fleet import BuildRequest, build_one
from deck.package import Package, open_package, parse_xml
from deck.package.names import ADEC, NSMAP

NS = {**NSMAP, "adec": ADEC}
TITLE, BODY, PICTURE, TABLE, CHART, LINK = range(1, 7)
"""The numbers of the made deck's slides."""


@cache
def ours(outline: str = "kort") -> Package:
    with TemporaryDirectory() as folder:
        built = build_one(BuildRequest("1281", outline, out=Path(folder)))
        assert built.ok and built.path is not None, built.diagnostics
        return open_package(built.path)


def picture(kind: str = "PNG", colour: str = "navy") -> io.BytesIO:
    image = Image.new("RGB", (320, 200), colour)
    ImageDraw.Draw(image).ellipse((40, 40, 160, 160), fill="white")
    out = io.BytesIO()
    image.save(out, kind)
    out.seek(0)
    return out


@cache
def made() -> Package:
    """Six slides: title, text, picture, table, chart, link. All in Swedish, marked so, and described."""
    deck: Any = Presentation()
    deck.core_properties.title = "Vår plan för miljön"
    _text(deck, 0, "Vår plan för miljön", "Så arbetar vi med det som är viktigt för alla i kommunen")
    _text(deck, 1, "Det här gör vi under året", "Vi mäter luften i centrum\nVi planterar träd som ger skugga")
    slide = _text(deck, 5, "Parken är det nya torget")
    shape = slide.shapes.add_picture(picture(), Cm(2), Cm(6), Cm(10))
    shape._element.nvPicPr.cNvPr.set("descr", "Skiss över parken med en rund damm i mitten.")
    _table(_text(deck, 5, "Tre mål och var vi står"))
    _chart(_text(deck, 5, "Utsläppen minskar för varje år"))
    slide = _text(deck, 5, "Mer att läsa finns på nätet")
    box = slide.shapes.add_textbox(Cm(2), Cm(6), Cm(20), Cm(3))
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.font.size = "Vägledningen på RUS webbplats", Pt(24)
    run.hyperlink.address = "https://rus.se/vagledning"
    out = io.BytesIO()
    deck.save(out)
    package = open_package(out.getvalue(), "made.pptx")
    for slide_ref in Subject(package).slides:
        package = edited(package, slide_ref.part, _in_swedish)
    return package


def _text(deck: Any, layout: int, title: str, body: str = "") -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = title
    if body:
        slide.placeholders[1].text = body
    return slide


def _table(slide: Any) -> None:
    shape = slide.shapes.add_table(3, 2, Cm(2), Cm(6), Cm(20), Cm(5))
    for cell, words in zip(shape.table.iter_cells(), ["Mål", "Läge", "Luft", "Nära", "Vatten", "Nått"], strict=True):
        cell.text = words
    # The theme's blue under white words has less than 4.5:1; the slide's own dark blue has more.
    for cell in shape.table.rows[0].cells:
        cell.fill.solid()
        cell.fill.fore_color.theme_color = 15


def _chart(slide: Any) -> None:
    data: Any = CategoryChartData()
    data.categories = ["2024", "2025"]
    data.add_series("Trafik", (30, 25))
    data.add_series("Värme", (20, 15))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(2), Cm(5), Cm(20), Cm(11), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "Utsläpp från trafik och värme sjunker mellan 2024 och 2025.")
    frame.chart.font.size = Pt(18)
    plot = frame.chart.plots[0]
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    plot.data_labels.show_series_name = True


def _in_swedish(root: Any) -> None:
    for run in root.iter("{*}r"):
        props = run.find("a:rPr", NS)
        if props is None:
            props = run.makeelement(f"{{{NS['a']}}}rPr")
            run.insert(0, props)
        props.set("lang", "sv-SE")


def edited(package: Package, part: str, change: Callable[[Any], object]) -> Package:
    """The package with `change` made to a part's root, in place or by a new root."""
    root = etree.fromstring(etree.tostring(parse_xml(package.parts[part])))
    change(root)
    return package.replace({part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def on_slide(number: int, change: Callable[[Any], object]) -> Callable[[Package], Package]:
    """A planter that changes the slide of this number."""

    def plant(package: Package) -> Package:
        part = Subject(package).slides[number - 1].part
        return edited(package, part, change)

    return plant


def first(root: Any, path: str) -> Any:
    found = root.xpath(path, namespaces=NS)
    assert found, f"nothing at {path}"
    return found[0]


def element(xml: str) -> Any:
    """An element from text with the usual prefixes."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items())
    return etree.fromstring(f"<root {names}>{xml}</root>")[0]
