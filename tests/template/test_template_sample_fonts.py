"""The typeface that all sample slides are written in over their layouts' own."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest

from deck.package import package_bytes
from deck.template import read_template


def written(*fonts: tuple[str, str], named: str = "") -> bytes:
    """python-pptx's own template with slides whose title and body name their fonts in their runs ("" for none). `named`: what
    its master names for titles itself."""
    made: Any = pptx.Presentation()
    if named:
        style = made.slide_master._element.find(".//{*}titleStyle")
        for face in style.iter("{*}latin"):
            face.set("typeface", named)
    for heading, body in fonts:
        slide = made.slides.add_slide(made.slide_layouts[1])
        for holder, words, font in zip(slide.placeholders, ("Calendari", "Menys cotxes"), (heading, body), strict=True):
            run = holder.text_frame.paragraphs[0].add_run()
            run.text = words
            if font:
                run.font.name = font
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def fonts(data: bytes) -> tuple[str, str]:
    template = read_template(data)
    spots = template.roles["content"].spots
    return spots["title"].style.levels[0].font, spots["body"].style.levels[0].font


def test_it_is_the_deck_s() -> None:
    assert fonts(written(("Futura", "Lato"), ("Futura", "Lato"), ("Futura", "Lato"))) == ("Futura", "Lato")


def test_it_is_so_where_the_master_names_another_itself() -> None:
    """As web programs write masters: a name in each level, and nothing of the theme's."""
    data = written(("Futura", "Lato"), ("Futura", "Lato"), named="Arial")
    assert fonts(data) == ("Futura", "Lato")
    master = read_template(data).package.parts["ppt/slideMasters/slideMaster1.xml"]
    assert b"Arial" not in master.split(b"<p:titleStyle>")[1].split(b"</p:titleStyle>")[0]


@pytest.mark.parametrize(
    "slides",
    [
        [("Futura", "Lato")],
        [("Futura", "Lato"), ("Georgia", "Lato"), ("Arial", "Lato")],
        [("Futura", ""), ("Futura", "")],
        [("", "Lato"), ("", "Lato")],
        [("", ""), ("", "")],
    ],
    ids=["one slide is a try", "they do not agree", "titles alone", "text alone", "as the layouts have it"],
)
def test_others_stay_as_their_layouts_have_them(slides: list[tuple[str, str]]) -> None:
    assert fonts(written(*slides)) == ("Calibri", "Calibri")


def test_a_deck_of_it_is_no_other_house() -> None:
    """What was taken over is the theme's: read again, it is as it was."""
    template = read_template(written(("Futura", "Lato"), ("Futura", "Lato")))
    assert fonts(package_bytes(template.package)) == ("Futura", "Lato")
