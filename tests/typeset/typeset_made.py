"""A deck that has of everything, its slides taken apart, and what its PDF says of itself."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from functools import cache
from shutil import which

import pytest

from deck.diagnostics import Diagnostics
from deck.layout import lay_out
from deck.package import Package, open_package
from deck.pptx import pptx_bytes
from deck.presentation import (
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
from deck.template import default_template_path, read_template
from deck.typeset.reading import told
from deck.typeset.told import ToldDeck

WORDS = Text(
    (
        Paragraph(
            (Run("Vi når "), Run("alla", bold=True), Run(" mål – steg för steg, år efter år, i varje kommun och i varje län"))
        ),
        Paragraph((Run("Läs mer på "), Run("RUS webbplats", link=Link(url="https://rus.se"))), 0, "bullet"),
        Paragraph((Run("och så vidare"),), 1, "bullet"),
        Paragraph((Run("Först"),), 0, "number"),
        Paragraph((Run("Sedan"),), 0, "number"),
    )
)
TABLE = Table(
    (
        Row("h", (Cell(text("Vad").paragraphs), Cell(text("När").paragraphs))),
        Row("a", (Cell(text("Plan").paragraphs), Cell(text("2026").paragraphs))),
    ),
    (1.0, 1.0),
    alt="Vad och när",
)
CHART = Chart("bar", ("Nord", "Syd"), (Series("Antal", (3.0, 5.0)),), "Nord har 3, Syd har 5")
STEPS = Diagram("process", (Item("a", "Planera", "Ett styrdokument"), Item("b", "Följa upp", "")), "Två steg i följd")
NOTES = (Paragraph((Run("Hälsa alla välkomna."),)), Paragraph((Run("Källa: Vägledningen, RUS, 2020."),)))


@cache
def package_made() -> Package:
    slides = tuple(
        Slide(
            f"s{n}",
            "content" if isinstance(block, Text) else "object",
            (Slot("title", "title", text(f"Rubrik {n}")), Slot("main", "body" if isinstance(block, Text) else "object", block)),
            notes=NOTES if n == 1 else (),
        )
        for n, block in enumerate((WORDS, TABLE, CHART, STEPS), 1)
    )
    made = Presentation("Prov & försök", "sv-SE", "1281", "Lunds kommun", "standard", "alla", "2021", (), slides)
    deck = lay_out(made, read_template(default_template_path()), Diagnostics())
    return open_package(pptx_bytes(made, deck), "prov")


def deck_made() -> ToldDeck:
    return told(package_made())


def empty() -> ToldDeck:
    return replace(deck_made(), slides=())


def structure(pdf: bytes) -> str:
    """The tags of a PDF with their words, as poppler reads them, from standard input."""
    if which("pdfinfo") is None:
        pytest.skip("pdfinfo (poppler-utils) is not here")
    done = subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def tags(pdf: bytes) -> list[str]:
    return re.findall(r"^\s*([A-Z][A-Za-z0-9]*)(?= |:|$)", structure(pdf), re.MULTILINE)
