"""Pictures of slides: every word where it was measured, charts and tables as such, nothing that stops a page."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from deck.diagnostics import Diagnostics
from deck.drawing import Sheets, scene
from deck.layout import lay_out
from deck.package import Package, open_package
from deck.pptx import pptx_bytes
from deck.presentation import (
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Paragraph,
    Presentation,
    Row,
    Run,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    text,
)
from deck.raster import svg_png
from deck.render import draw_slide, svg_of
from deck.template import default_template_path, read_template

WORDS = Text(
    (
        Paragraph(
            (Run("Vi når "), Run("alla", bold=True), Run(" mål – steg för steg, år efter år, i varje kommun och i varje län")),
            0,
            "bullet",
        ),
        Paragraph((Run("Läs mer på "), Run("RUS webbplats", link=Link(url="https://rus.se"))), 0, "bullet"),
        Paragraph((Run("Först"),), 0, "number"),
        Paragraph((Run("Sedan"),), 0, "number"),
    )
)


@cache
def package_of(*blocks: Block) -> Package:
    """A deck with a slide for each block."""
    slides = tuple(
        Slide(
            f"s{n}",
            "content" if isinstance(block, Text) else "object",
            (Slot("title", "title", text(f"Rubrik {n}")), Slot("main", "body" if isinstance(block, Text) else "object", block)),
        )
        for n, block in enumerate(blocks, 1)
    )
    presentation = Presentation("Prov", "sv-SE", "1281", "Lunds kommun", "standard", "alla", "2021", (), slides)
    deck = lay_out(presentation, read_template(default_template_path()), Diagnostics())
    return open_package(pptx_bytes(presentation, deck), "test")


def drawn(package: Package, number: int = 1) -> Any:
    part = f"ppt/slides/slide{number}.xml"
    sheets = Sheets(package)
    return etree.fromstring(svg_of(draw_slide(sheets, scene(package, part, sheets), "En bild")))


def texts(picture: Any) -> list[str]:
    return [item.text or "" for item in picture.iter("{*}text")]


def count(picture: Any, name: str) -> int:
    return len(list(picture.iter(f"{{*}}{name}")))


def chart(kind: Any, *series: tuple[float | None, ...]) -> Chart:
    return Chart(
        kind, ("Nord", "Mitt", "Syd"), tuple(Series(f"Serie {n}", values) for n, values in enumerate(series, 1)), "Ett diagram"
    )


def test_every_word_stands_on_the_picture_in_order() -> None:
    said = "".join(texts(drawn(package_of(WORDS))))
    plain = re.sub(r"\s", "", "".join(paragraph.text for paragraph in WORDS.paragraphs))
    assert plain in re.sub(r"[\s•]|[12]\.", "", said)
    assert said.count("•") == 2
    assert "1." in said and "2." in said


def test_lines_are_as_wide_as_they_were_measured() -> None:
    picture = drawn(package_of(WORDS))
    for item in picture.iter("{*}text"):
        if item.get("textLength"):
            assert 0 < float(item.get("x")) + float(item.get("textLength")) <= 960


def test_bold_words_and_links_show() -> None:
    picture = drawn(package_of(WORDS))
    assert any(item.text == "alla" and item.get("font-weight") == "bold" for item in picture.iter("{*}text"))
    assert any(item.get("text-decoration") == "underline" and "RUS" in (item.text or "") for item in picture.iter("{*}text"))


@pytest.mark.parametrize(
    ("kind", "series", "shape", "least"),
    [
        ("bar", ((3.0, 5.0, 8.0),), "rect", 3),
        ("column", ((3.0, 5.0, 8.0), (1.0, None, 2.0)), "rect", 6),
        ("line", ((3.0, 5.0, 8.0), (1.0, None, 2.0)), "polyline", 2),
        ("doughnut", ((80.0, 210.0, 1.0),), "path", 3),
    ],
)
def test_charts_are_drawn_from_their_numbers(
    kind: Any, series: tuple[tuple[float | None, ...], ...], shape: str, least: int
) -> None:
    block = chart(kind, *series)
    package = package_of(block)
    without = drawn(replace_chart(package, b"<no-chart/>"))
    picture = drawn(package)
    # Where the chart cannot be read, a pale box stands for it.
    assert count(picture, shape) - count(without, shape) >= least - (shape == "rect")
    assert {"Nord", "Mitt", "Syd"} <= {*texts(picture)}
    assert not {"Nord", "Mitt", "Syd"} & {*texts(without)}


def replace_chart(package: Package, data: bytes) -> Package:
    return replace(package, parts={name: data if "/charts/" in name else old for name, old in package.parts.items()})


@pytest.mark.parametrize("data", [b"", b"not xml", b"<c/>", b'<!DOCTYPE x [<!ENTITY e "b">]><c>&e;</c>'])
def test_a_broken_chart_is_a_pale_box(data: bytes) -> None:
    picture = drawn(replace_chart(package_of(chart("bar", (1.0, 2.0, 3.0))), data))
    assert any(item.get("fill") == "#EEEEEE" for item in picture.iter("{*}rect"))


def test_tables_have_their_cells_and_fills() -> None:
    rows = tuple(Row(f"r{n}", tuple(Cell(text(f"Cell {n}{m}").paragraphs) for m in range(3))) for n in range(3))
    picture = drawn(package_of(Table(rows, (1.0, 1.0, 1.0), alt="Tabell")))
    assert {f"Cell {n}{m}" for n in range(3) for m in range(3)} <= {*texts(picture)}
    assert count(picture, "line") >= 3


def test_arrows_have_their_points() -> None:
    picture = drawn(package_of(Diagram("process", (Item("a", "Planera", ""), Item("b", "Följa upp", "")), "Steg")))
    corners = sorted(len(item.get("points").split()) for item in picture.iter("{*}polygon"))
    assert corners == [5, 6]


def test_the_same_picture_each_time_and_of_its_width() -> None:
    package = package_of(WORDS)
    sheets = Sheets(package)
    svg = svg_of(draw_slide(sheets, scene(package, "ppt/slides/slide1.xml", sheets), "", 640))
    one, two = svg_png(svg), svg_png(svg)
    assert one == two
    with Image.open(io.BytesIO(one)) as image:
        assert image.size == (640, 360)
        assert len(image.convert("RGB").getcolors(100_000) or ()) > 10


def test_a_picture_says_what_it_shows() -> None:
    picture = drawn(package_of(WORDS))
    assert (picture.get("role"), picture.get("aria-label")) == ("img", "En bild")
