"""A chart that a program has made a picture of: the picture stays, and its owner is told what it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from refresh_corpus import generated, refreshed
from refresh_releases import BASE, numbers_changed, png

from deck.package import Relationship, open_package, package_bytes
from deck.pptx import read_pptx
from deck.refresh.refresh import Outcome

FRAME = re.compile(rb"<p:graphicFrame>.*?</p:graphicFrame>", re.DOTALL)
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Google Shape;90;p9"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
    '<a:blip r:embed="rId90"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>{place}</a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)


def painted(place: str = "") -> bytes:
    """The deck, its chart a picture: in the chart's place, or in another."""
    found = open_package(generated(), "test")
    part = next(piece.part for piece in read_pptx(found).slides if piece.slide == "chart")
    xml = found.parts[part]
    frame = FRAME.search(xml)
    assert frame is not None
    where = re.search(rb"<a:off[^>]*/><a:ext[^>]*/>", frame.group())
    assert where is not None
    picture = PICTURE.format(place=place or where.group().decode()).encode()
    media = "ppt/media/chart.png"
    rels = (*(rel for rel in found.rels[part] if rel.kind != "chart"), Relationship("rId90", IMAGE, media))
    package = found.replace({part: xml.replace(frame.group(), picture), media: png()})
    return package_bytes(replace(package, rels={**package.rels, part: rels}, defaults={**package.defaults, "png": "image/png"}))


IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def told(outcome: Outcome) -> list[str]:
    return [item.kind for item in outcome.merged.changes if (item.slide, item.slot) == ("chart", "object")]


def test_its_new_figures_are_told_and_the_picture_stays() -> None:
    outcome = refreshed(painted(), numbers_changed())
    assert told(outcome) == ["pictured"] and outcome.package is not None and outcome.whole
    warned = [item for item in outcome.diagnostics if item.code == "pictured"]
    assert len(warned) == 1 and "42" in warned[0].message and warned[0].hint
    assert png() in outcome.package.parts.values()


def test_as_long_as_the_figures_are_the_same_nothing_is_asked() -> None:
    outcome = refreshed(painted(), BASE)
    assert told(outcome) == ["pictured"] and not [item for item in outcome.diagnostics if item.code == "pictured"]


@pytest.mark.parametrize("place", ['<a:off x="0" y="0"/><a:ext cx="300000" cy="300000"/>'])
def test_a_picture_elsewhere_stands_for_nothing(place: str) -> None:
    assert told(refreshed(painted(place), numbers_changed())) == ["slide-deleted"]
