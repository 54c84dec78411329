"""What its owner hung on masters and layouts."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation as Opened
from pptx.dml.color import RGBColor
from refresh_corpus import generated, look_of

from deck.drawing.names import qn
from deck.package import Package, open_package
from deck.refresh.hangings import hangings, hung

LOOK = look_of(open_package(generated(), "test"))[1].package


def changed(master: bool = True, *, kind: str = "picture") -> Package:
    """The deck with something of its owner's on the master, or on the layout of the second slide."""
    deck: Any = Opened(io.BytesIO(generated()))
    slide = deck.slides[1]
    sheet = deck.slide_master if master else slide.slide_layout
    if kind == "background":
        fill = sheet.background.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor.from_string("FF00CC")
    elif kind == "picture":
        data = io.BytesIO()
        Image.new("RGB", (40, 20), "red").save(data, "PNG")
        shape = slide.shapes.add_picture(data, 9_000_000, 150_000, 800_000, 400_000)._element
        shape.blipFill.find(qn("a:blip")).set(qn("r:embed"), sheet.part.get_or_add_image_part(data)[1])
        sheet._element.cSld.spTree.append(shape)
    else:
        shape = slide.shapes.add_textbox(3_000_000, 100_000, 2_000_000, 300_000)
        shape.text_frame.text = "Egna ord"
        sheet._element.cSld.spTree.append(shape._element)
    out = io.BytesIO()
    deck.save(out)
    return open_package(out.getvalue(), "test")


def test_what_is_the_look_s_is_nobody_s() -> None:
    assert hangings(open_package(generated(), "test"), [LOOK]) == []


@pytest.mark.parametrize("kind", ["picture", "words", "background"])
@pytest.mark.parametrize("master", [True, False])
def test_what_is_not_is_found_with_the_slides_that_show_it_and_hung_again(master: bool, kind: str) -> None:
    before, after = changed(master, kind=kind), open_package(generated(), "test")
    (item,) = hangings(before, [LOOK])
    assert item.slides and item.is_picture == (kind == "picture") and item.is_ground == (kind == "background")
    assert item.words == ("Egna ord" if kind == "words" else "")
    assert item.part.startswith("ppt/slideMasters/" if master else "ppt/slideLayouts/")
    there, left = hung(before, after, [item])
    assert left == []
    (again,) = hangings(there, [LOOK])
    assert again.slides >= item.slides
    assert all(rel.target in there.parts for rels in there.rels.values() for rel in rels if not rel.external)
    assert Opened(io.BytesIO(_bytes(there)))


def test_where_there_is_nothing_nothing_changes() -> None:
    deck = open_package(generated(), "test")
    assert hung(deck, deck, []) == (deck, [])


def test_what_no_slide_shows_any_more_has_no_place() -> None:
    before = changed(master=False)
    (item,) = hangings(before, [LOOK])
    item.slides.clear()
    assert hung(before, before, [item]) == (before, [item])


def _bytes(package: Package) -> bytes:
    from deck.package import package_bytes

    return package_bytes(package)
