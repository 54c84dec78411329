"""What is seen on layouts and sample slides."""

from __future__ import annotations

import io

import odd_templates
import pytest
from PIL import Image

from deck.brand.oklch import apart
from deck.package import Relationship, package_bytes
from deck.template.reader import read_drawn
from deck.template.sampled import KEPT
from deck.template.uses import shown_in, together

GREEN = "1E7B3C"


def painted(find: str, put: str) -> bytes:
    return package_bytes(odd_templates.each(lambda _name, text: text.replace(find, put)))


def test_a_bar_is_seen_by_its_size_and_a_title_by_its_being_one() -> None:
    plain = shown_in(read_drawn(package_bytes(odd_templates.plain()))[1])
    bar = (
        '<p:sp><p:nvSpPr><p:cNvPr id="900" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="12192000" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:srgbClr val="{GREEN}"/></a:solidFill></p:spPr></p:sp></p:spTree>'
    )
    low = shown_in(read_drawn(painted("</p:spTree>", bar.format(high=60_000)))[1])
    high = shown_in(read_drawn(painted("</p:spTree>", bar.format(high=900_000)))[1])
    assert GREEN not in plain
    assert 0 < low[GREEN] < high[GREEN]


def test_what_nobody_tells_apart_is_one_colour() -> None:
    assert apart("0066CC", "0067CE") < 0.03 < apart("0066CC", "C00066")
    assert apart("000000", "FFFFFF") == pytest.approx(1.0, abs=0.001)


def test_few_colours_are_kept_and_the_most_used_first() -> None:
    seen = shown_in(read_drawn(package_bytes(odd_templates.plain()))[1])
    assert 0 < len(seen) <= KEPT
    assert list(seen.values()) == sorted(seen.values(), reverse=True)


def test_layouts_and_slides_are_weighed_together() -> None:
    assert together({"00AA00": 0.5}, {"00AA00": 0.5, "AA0000": 0.1}) == {"00AA00": 0.9, "AA0000": pytest.approx(0.08)}


def cover(*, background: bool) -> dict[str, float]:
    """The default template with a drawn picture as every sheet's background, or over its first layout."""
    art = io.BytesIO()
    Image.new("RGB", (640, 360), f"#{GREEN}").save(art, "PNG")
    package = odd_templates.plain()
    blip = '<a:blip r:embed="rIdArt"/><a:stretch><a:fillRect/></a:stretch>'
    if background:
        package = odd_templates.ground(f"<a:blipFill>{blip}</a:blipFill>")
    else:
        shape = (
            f'<p:pic><p:nvPicPr><p:cNvPr id="900" name="Art"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>{blip}'
            '</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
        first = next(name for name in odd_templates.sheets(package) if "slideLayout1." in name)
        package = odd_templates.each(
            lambda name, text: text.replace("</p:spTree>", f"{shape}</p:spTree>", 1) if name == first else text, package
        )
    rels = {
        name: (*package.rels.get(name, ()), Relationship("rIdArt", f"{odd_templates.REL}/image", "ppt/media/art.png"))
        for name in odd_templates.sheets(package)
        if b"rIdArt" in package.parts[name]
    }
    package = package.replace({"ppt/media/art.png": art.getvalue()}, {"ppt/media/art.png": "image/png"}, dict(rels))
    return shown_in(read_drawn(package_bytes(package))[1])


@pytest.mark.parametrize("background", [False, True])
def test_a_drawn_cover_shows_its_house(background: bool) -> None:
    seen = cover(background=background)
    near = [weight for color, weight in seen.items() if apart(color, GREEN) < 0.03]
    assert near and near[0] > 0.01
