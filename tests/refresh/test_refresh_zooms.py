"""Zooms: pictures of slides that lead to them by number alone."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation as Opened
from pptx.opc.constants import RELATIONSHIP_TYPE
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import BASE, png
from test_refresh_beside import WITHOUT

from deck.package import open_package, parse_xml
from deck.refresh.zooms import fall_back, leads_to, zoom_around, zooms_of

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
HEAD = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
ZOOM = (
    '<mc:AlternateContent {head}><mc:Choice xmlns:z="http://schemas.microsoft.com/office/powerpoint/2016/{kind}" Requires="z">'
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="88" name="Vår zoom"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    '<p:xfrm><a:off x="9000000" y="5000000"/><a:ext cx="900000" cy="500000"/></p:xfrm><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/powerpoint/2016/{kind}"><z:{tag}><z:{tag}Obj {leads}/></z:{tag}>'
    "</a:graphicData></a:graphic></p:graphicFrame></mc:Choice><mc:Fallback><p:pic><p:nvPicPr>"
    '<p:cNvPr id="88" name="Vår zoom">{link}</p:cNvPr><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{rid}"/>'
    '<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="9000000" y="5000000"/>'
    '<a:ext cx="900000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></mc:Fallback>'
    "</mc:AlternateContent>"
)


def zoomed(on: str, to: str, *, linked: bool = False, section: bool = False) -> bytes:
    """The deck with a zoom on one slide to another. `on` "own": on one of the owner's. `linked`: with the link that PowerPoint
    gives old programs."""
    opened: Any = Opened(io.BytesIO(generated()))
    slides = {slide._element.cSld.get("name"): slide for slide in opened.slides}
    slide = slides[on] if on in slides else opened.slides.add_slide(opened.slide_layouts[0])
    _image, rid = slide.part.get_or_add_image_part(io.BytesIO(png("green")))
    where = slides[to]
    link = ""
    if linked:
        jump = slide.part.relate_to(where.part, RELATIONSHIP_TYPE.SLIDE)
        link = f'<a:hlinkClick r:id="{jump}" action="ppaction://hlinksldjump"/>'
    kind, tag, leads = ("slidezoom", "sldZm", f'sldId="{where.slide_id}" cId="1"')
    if section:
        kind, tag, leads = "sectionzoom", "sectionZm", f'sectionId="{section_of(opened, where.slide_id)}"'
    slide.shapes._spTree.append(etree.fromstring(ZOOM.format(head=HEAD, kind=kind, tag=tag, leads=leads, rid=rid, link=link)))
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def section_of(opened: Any, number: int) -> str:
    root = opened.part._element
    return next(
        str(section.get("id"))
        for section in root.iter(f"{{{P14}}}section")
        if any(item.get("id") == str(number) for item in section.iter(f"{{{P14}}}sldId"))
    )


def zooms_left(data: bytes) -> tuple[int, int, bool]:
    """How many zooms, how many pictures by that name, and whether all of the zooms lead somewhere."""
    package = open_package(data, "t")
    known = leads_to(parse_xml(package.parts[package.main]))
    roots = [parse_xml(package.parts[name]) for name in package.parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    zooms = [where for root in roots for _item, where in zooms_of(root)]
    pictures = sum(etree.tostring(root).count("Vår zoom".encode("ascii", "xmlcharrefreplace")) for root in roots)
    return len(zooms), pictures, set(zooms) <= known


@pytest.mark.parametrize("linked", [False, True])
def test_a_zoom_of_a_slide_that_goes_becomes_its_picture_and_is_told(linked: bool) -> None:
    data = zoomed("cards", "why", linked=linked)
    outcome = refreshed(data, WITHOUT, {"why": "theirs"})
    assert zooms_left(data) == (1, 2, True) and zooms_left(result_bytes(outcome, data)) == (0, 1, True)
    (told,) = [item for item in outcome.diagnostics if item.code == "lost"]
    assert "Vår zoom" in told.message and next(slide.title for slide in BASE.slides if slide.id == "why") in told.message


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("slide", ["own", "cards"])
def test_a_slide_that_a_slide_zooms_to_does_not_go_unasked(slide: str, linked: bool) -> None:
    data = zoomed(slide, "why", linked=linked)
    outcome = refreshed(data, WITHOUT)
    assert [item.key for item in outcome.merged.conflicts] == ["why"]
    assert zooms_left(result_bytes(outcome, data)) == (1, 2, True)


def test_a_zoom_of_what_stays_stays() -> None:
    data = zoomed("cards", "agenda" if any(slide.id == "agenda" for slide in BASE.slides) else BASE.slides[-1].id)
    outcome = refreshed(data, WITHOUT)
    assert zooms_left(result_bytes(outcome, data)) == (1, 2, True)
    assert not [item for item in outcome.diagnostics if item.code == "lost"]


def test_a_zoom_of_a_section_stays_with_the_section() -> None:
    data = zoomed("cards", "why", section=True)
    outcome = refreshed(data, WITHOUT)
    assert zooms_left(result_bytes(outcome, data))[2]


def test_a_zoom_without_a_picture_for_old_programs_stays_as_it_is() -> None:
    root = etree.fromstring(ZOOM.format(head=HEAD, kind="slidezoom", tag="sldZm", leads='sldId="7"', rid="rId1", link=""))
    ((zoom, where),) = zooms_of(root)
    assert where == "7" and zoom_around(zoom) is zoom
    fallback = root[-1]
    root.remove(fallback)
    assert not fall_back(zoom) and list(zooms_of(root))
