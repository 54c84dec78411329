"""Decks of a few blocks, and the pictures drawn of their slides."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree

from deck.diagnostics import Diagnostics
from deck.drawing import Sheets, scene
from deck.layout import lay_out
from deck.package import Package, open_package
from deck.pptx import pptx_bytes
from deck.presentation import (
    Block,
    Chart,
    Link,
    Paragraph,
    Presentation,
    Run,
    Series,
    Slide,
    Slot,
    Text,
    text,
)
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
    return ["".join(item.itertext()) for item in picture.iter("{*}text")]


def count(picture: Any, name: str) -> int:
    return len(list(picture.iter(f"{{*}}{name}")))


def chart(kind: Any, *series: tuple[float | None, ...]) -> Chart:
    return Chart(
        kind, ("Nord", "Mitt", "Syd"), tuple(Series(f"Serie {n}", values) for n, values in enumerate(series, 1)), "Ett diagram"
    )


def replace_chart(package: Package, data: bytes) -> Package:
    return replace(package, parts={name: data if "/charts/" in name else old for name, old in package.parts.items()})
