"""Slides that a tool has laid out for reading."""

from __future__ import annotations

import io
from functools import lru_cache

import pytest
from lxml import etree
from pptx import Presentation

from deck.package import Package, open_package
from deck.package.indented import without_indents

SLIDE = "ppt/slides/slide1.xml"


@lru_cache(maxsize=1)
def plain() -> Package:
    opened = Presentation()
    slide = opened.slides.add_slide(opened.slide_layouts[1])
    for shape, words in zip(slide.placeholders, ("Rubrik", "Ett  stycke\nOch ett till"), strict=False):
        shape.text_frame.text = words  # type: ignore[attr-defined]
    run = slide.placeholders[0].text_frame.paragraphs[0].add_run()  # type: ignore[attr-defined]
    run.text = " "
    out = io.BytesIO()
    opened.save(out)
    return open_package(out.getvalue(), "a.pptx")


def indented(package: Package) -> Package:
    root = etree.fromstring(package.parts[SLIDE])
    etree.indent(root)
    return package.replace({SLIDE: etree.tostring(root)})


def canonical(package: Package) -> bytes:
    return etree.tostring(etree.fromstring(package.parts[SLIDE]), method="c14n")


def test_gaps_between_elements_go_and_words_stay() -> None:
    laid_out = indented(plain())
    assert canonical(laid_out) != canonical(plain())
    assert canonical(without_indents(laid_out)) == canonical(plain())


def test_a_deck_without_is_the_very_same() -> None:
    assert without_indents(plain()) is plain()


@pytest.mark.parametrize("data", [b"", b"<p>" + b"\n <q/>" * 40])
def test_what_is_no_xml_stays(data: bytes) -> None:
    package = plain().replace({SLIDE: data})
    assert without_indents(package).parts[SLIDE] == data
