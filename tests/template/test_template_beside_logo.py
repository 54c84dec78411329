"""A footer in the middle of a logo moves to the date's place; all others stay."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from PIL import Image
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu

from deck.package import Package, open_package, package_bytes
from deck.template.beside_logo import beside_logos

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Place = tuple[int, int, int, int]
FOOTER, DATE = (3124200, 6356350, 2895600, 365125), (457200, 6356350, 2133600, 365125)


def _picture() -> io.BytesIO:
    raw = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(raw, "PNG")
    raw.seek(0)
    return raw


def with_logo(place: Place, sheet: str = "master", other: Place | None = None) -> Package:
    """python-pptx's own template with a picture on its master or its second layout."""
    made: Any = pptx.Presentation()
    holder = made.slide_master if sheet == "master" else made.slide_layouts[1]
    slide = made.slides.add_slide(made.slide_layouts[6])
    for box in filter(None, (place, other)):
        picture = slide.shapes.add_picture(_picture(), *map(Emu, box))._element
        image = slide.part.related_part(picture.blip_rId)
        next(picture.iter("{*}blip")).set(f"{R}embed", holder.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE))
        holder.shapes._spTree.append(picture)
    raw = io.BytesIO()
    made.save(raw)
    return open_package(raw.getvalue(), "a.pptx")


def feet(package: Package) -> list[tuple[int, int]]:
    """Where the footers of the layouts stand, in EMU."""
    made: Any = pptx.Presentation(io.BytesIO(package_bytes(package)))
    return [
        (item.left, item.top)
        for layout in made.slide_layouts
        for item in layout.placeholders
        if item.placeholder_format.type == 15
    ]


def test_a_footer_over_the_master_s_logo_stands_where_the_date_does() -> None:
    package = with_logo(FOOTER)
    assert set(feet(package)) == {FOOTER[:2]}
    moved = beside_logos(package)
    assert set(feet(moved)) == {DATE[:2]}
    assert beside_logos(moved) is moved


def test_a_layout_s_own_logo_moves_its_own() -> None:
    found = feet(beside_logos(with_logo(FOOTER, "layout")))
    assert found.count(DATE[:2]) == 1 and found.count(FOOTER[:2]) == len(found) - 1


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ((7000000, 100000, 1500000, 600000), None),
        ((0, 0, 9144000, 6858000), None),
        (FOOTER, DATE),
    ],
    ids=["elsewhere", "a ground", "where the date stands, too"],
)
def test_others_stay(place: Place, other: Place | None) -> None:
    package = with_logo(place, other=other)
    assert beside_logos(package) is package
