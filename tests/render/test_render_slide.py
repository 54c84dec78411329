"""Pictures of slides: every shape where it stands, nothing that stops a page."""

from __future__ import annotations

import io

from PIL import Image
from render_made import WORDS, count, drawn, package_of, texts
from smartart_made import WORDS as POINTS
from smartart_made import box, diagram_deck

from deck.drawing import Sheets, scene
from deck.package import Package
from deck.presentation import (
    Cell,
    Diagram,
    Item,
    Row,
    Table,
    text,
)
from deck.raster import svg_png
from deck.render import draw_slide, svg_of
from deck.render.canvas import Canvas


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


def test_a_placeholder_that_waits_for_words_is_not_shown() -> None:
    """As in a show: its dashed frame goes with it."""
    base = package_of(WORDS)
    part = "ppt/slides/slide1.xml"
    framed = (
        b'<p:sp><p:nvSpPr><p:cNvPr id="90" name="Siffra"/><p:cNvSpPr/><p:nvPr>PH</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        b'<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        b'<a:ln w="19050"><a:solidFill><a:srgbClr val="12AB34"/></a:solidFill></a:ln></p:spPr>'
        b"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>WORDS</a:p></p:txBody></p:sp></p:spTree>"
    )

    def green(ph: bytes, words: bytes) -> bool:
        shape = framed.replace(b"PH", ph).replace(b"WORDS", words)
        return "12AB34" in svg_of(drawn_of(base.replace({part: base.parts[part].replace(b"</p:spTree>", shape)})))

    def drawn_of(package: Package) -> Canvas:
        sheets = Sheets(package)
        return draw_slide(sheets, scene(package, part, sheets))

    holder, said = b'<p:ph type="body" idx="77"/>', b"<a:r><a:t>42</a:t></a:r>"
    assert not green(holder, b"") and green(holder, said) and green(b"", b"")


def test_smartart_is_drawn_as_it_was_stored_or_told_in_words() -> None:
    missed = []
    for package in (diagram_deck(box(POINTS[0], 0) + box(POINTS[1], 3_000_000)), diagram_deck()):
        sheets = Sheets(package)
        canvas = draw_slide(sheets, scene(package, "ppt/slides/slide1.xml", sheets))
        assert set(POINTS) <= {*texts(canvas.root)}
        missed.append([what for what, _name in canvas.undrawn])
    assert missed == [[], ["worded"]]
