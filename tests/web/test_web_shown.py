"""Slides as pictures with their words."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from lxml import etree
from pptx import Presentation
from web_client import edited

from deck.diagnostics import Diagnostics
from deck.making import Recipe, make
from deck.package import Package, open_package
from deck.places import load_places
from deck.web.shown import packed, shown, unpacked


@lru_cache(maxsize=1)
def lund() -> Package:
    package = make(Recipe("1281"), load_places().find("1281"), Diagnostics()).package
    assert package is not None
    return package


def test_every_slide_is_drawn_and_said() -> None:
    found = shown(lund())
    assert len(found) > 15 and len({item.key for item in found}) == len(found)
    for item in found:
        assert item.title and packed(unpacked(item.svg))[0] == item.key
        svg = etree.fromstring(unpacked(item.svg).encode())
        assert svg.tag.endswith("svg") and not svg.findall(".//{*}script")
    words = " ".join(item.words for item in found)
    assert "Lunds kommun" in words and "  " not in words


def test_what_was_drawn_is_not_drawn_again_and_what_changed_is() -> None:
    first = shown(lund())
    assert all(a is b for a, b in zip(first, shown(lund()), strict=True))
    opened: Any = Presentation(io.BytesIO(edited()))
    before = shown(open_package(edited()))
    opened.slides[1].shapes.title.text_frame.text = "Ett helt annat ord"
    out = io.BytesIO()
    opened.save(out)
    after = shown(open_package(out.getvalue()))
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a.key != b.key] == [1]
    assert after[1].title == "Ett helt annat ord"


def test_some_slides_alone() -> None:
    parts = [item.part for item in shown(lund())]
    assert [item.part for item in shown(lund(), [parts[3], parts[1]])] == [parts[3], parts[1]]


def test_the_slides_size_and_the_number_that_it_shows_are_part_of_what_it_is_drawn_from() -> None:
    first = lund()
    main = first.parts[first.main]
    narrow = re.sub(rb'<p:sldSz cx="\d+"', b'<p:sldSz cx="9144000"', main)
    later = main.replace(b"<p:presentation ", b'<p:presentation firstSlideNum="7" ')
    assert main not in (narrow, later)
    before = shown(first)
    for changed in (narrow, later):
        after = shown(replace(first, parts={**first.parts, first.main: changed}))
        assert before[3].key != after[3].key
