"""Fills, lines and backgrounds, from the shape itself, its style or the theme."""

from __future__ import annotations

import io

import pytest
from drawing_made import OFFICE, SOLID, bg, only, package, shape, shown, theme
from PIL import Image

from deck.drawing import Paint
from deck.package import Relationship


def picture(color: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), color).save(out, "PNG")
    return out.getvalue()


GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="accent1"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF">'
    '<a:alpha val="50000"/></a:srgbClr></a:gs></a:gsLst></a:gradFill>'
)


@pytest.mark.parametrize(
    ("fill", "paint"),
    [
        ("<a:noFill/>", Paint()),
        (SOLID.format("accent1"), Paint("solid", ("4472C4",))),
        (
            GRADIENT,
            Paint("gradient", ("4472C4", "FFFFFF"), 0.5, stops=((0.0, "4472C4", 1.0), (1.0, "FFFFFF", 0.5)), angle=0.0),
        ),
        (
            '<a:pattFill prst="dkUpDiag"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr><a:bgClr>'
            '<a:schemeClr val="bg1"/></a:bgClr></a:pattFill>',
            Paint("pattern", ("FF0000", "FFFFFF"), ink=0.75),
        ),
        ('<a:blipFill><a:blip r:embed="rId8"/></a:blipFill>', Paint("picture", ("0A5A8C",), 1.0, "ppt/media/image1.png")),
        (
            '<a:blipFill><a:blip r:embed="rId8"><a:alphaModFix amt="30000"/></a:blip></a:blipFill>',
            Paint("picture", ("0A5A8C",), 0.3, "ppt/media/image1.png"),
        ),
        ('<a:blipFill><a:blip r:embed="rIdGone"/></a:blipFill>', Paint("unknown")),
        ('<a:blipFill><a:blip r:link="rId8"/></a:blipFill>', Paint("unknown")),
    ],
)
def test_fills(fill: str, paint: Paint) -> None:
    rel = (Relationship("rId8", f"{OFFICE}/image", "ppt/media/image1.png"),)
    parts = {"ppt/media/image1.png": picture((0x0A, 0x5A, 0x8C))}
    assert only(package(shape(props=fill), slide_rels=rel, parts=parts)).fill == paint


def test_style_references_count_the_themes_lists() -> None:
    ph = '<a:solidFill><a:schemeClr val="phClr"><a:shade val="50000"/></a:schemeClr></a:solidFill>'
    made_theme = theme(
        fills=SOLID.format("phClr") + ph, lines=f'<a:ln w="6350">{SOLID.format("phClr")}</a:ln><a:ln w="19050">{ph}</a:ln>'
    )
    style = '<a:lnRef idx="2"><a:srgbClr val="4F81BD"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent6"/></a:fillRef>'
    found = only(package(shape(style=style), theme_xml=made_theme))
    assert (found.fill.colors, found.line.colors, found.line_width) == (("70AD47",), ("385D8A",), 19_050)
    none = only(package(shape(style=style.replace('idx="2"', 'idx="0"').replace('idx="1"', 'idx="99"')), theme_xml=made_theme))
    assert (none.fill.kind, none.line.kind) == ("none", "none")


def test_the_nearest_background_shows() -> None:
    one, two, three = (SOLID.format(name) for name in ("accent1", "accent2", "accent3"))
    assert shown(package(slide_bg=bg(one), layout_bg=bg(two), master_bg=bg(three))).background.colors == ("4472C4",)
    assert shown(package(layout_bg=bg(two), master_bg=bg(three))).background.colors == ("ED7D31",)
    assert shown(package(master_bg=bg(three))).background.colors == ("A5A5A5",)
    assert shown(package()).background == Paint("solid", ("FFFFFF",))


def test_a_layouts_picture_is_looked_up_where_the_layout_says() -> None:
    """The same id means another picture on the slide."""
    here, there = (Relationship("rId8", f"{OFFICE}/image", f"ppt/media/image{n}.png") for n in (1, 2))
    parts = {"ppt/media/image1.png": picture((255, 0, 0)), "ppt/media/image2.png": picture((0, 0, 255))}
    blip = '<a:blipFill><a:blip r:embed="rId8"/></a:blipFill>'
    made = package(
        shape("P", 'idx="7"'),
        shape("P", 'idx="7"', blip),
        layout_bg=bg(blip),
        slide_rels=(here,),
        layout_rels=(there,),
        parts=parts,
    )
    assert shown(made).background.part == "ppt/media/image2.png"
    assert only(made).fill.part == "ppt/media/image2.png"


def test_a_background_reference_takes_the_themes_own() -> None:
    made_theme = theme(backgrounds=SOLID.format("phClr") + GRADIENT)
    found = shown(package(master_bg='<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg2"/></p:bgRef></p:bg>', theme_xml=made_theme))
    assert found.background == Paint("solid", ("E7E6E6",))
    second = shown(package(master_bg='<p:bg><p:bgRef idx="1002"><a:schemeClr val="bg2"/></p:bgRef></p:bg>', theme_xml=made_theme))
    assert second.background.kind == "gradient"
