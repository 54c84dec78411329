"""Slides as pictures with their words."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from web_client import edited

from deck.diagnostics import Diagnostics
from deck.drawing import looks, scene
from deck.making import Recipe, make
from deck.memory import forget
from deck.package import Package, open_package
from deck.places import load_places
from deck.web.shown import packed, planned, shown, unpacked


@lru_cache(maxsize=1)
def lund() -> Package:
    package = make(Recipe("1281"), load_places().find("1281"), Diagnostics()).package
    assert package is not None
    return package


def test_every_slide_is_drawn_and_said() -> None:
    found = shown(lund())
    assert len(found) > 15 and len({item.key for item in found}) == len(found)
    for item in found:
        assert item.title and packed(unpacked(item.svg))[1] == item.svg
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


def test_what_slides_say_is_there_before_they_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = shown(lund())
    colored = repainted(lund())
    resolved: list[str] = []

    def counted(package: Package, part: str, sheets: Any) -> Any:
        resolved.append(part)
        return scene(package, part, sheets)

    monkeypatch.setattr(looks, "scene", counted)
    found = planned(colored)
    # In another colour a slide says what it said.
    assert not resolved and [(item.title, item.words) for item in found] == [(item.title, item.words) for item in drawn]
    assert all(a.key != b.key for a, b in zip(found, drawn, strict=True))
    pictures = [item.drawn() for item in found]
    assert resolved == [item.part for item in found] and [item.key for item in pictures] == [item.key for item in found]
    assert all(a.svg != b.svg for a, b in zip(pictures, drawn, strict=True))
    forget()
    assert shown(colored) == pictures


def repainted(package: Package) -> Package:
    theme = package.one(package.related(package.main, "slideMaster")[0].target, "theme") or ""
    data = re.sub(rb'(<a:(dk1|lt1|dk2|accent1)>.*?val=")[0-9A-Fa-f]{6}', rb"\g<1>AA3366", package.parts[theme], flags=re.DOTALL)
    data = re.sub(rb'(<a:(?:dk1|lt1)>.*?lastClr=")[0-9A-Fa-f]{6}', rb"\g<1>AA3366", data, flags=re.DOTALL)
    return replace(package, parts={**package.parts, theme: data})


def test_the_words_of_a_footer_are_no_slides_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a slide says is known from another place's deck, whose footer says another name."""
    here = load_places().find("1281")
    forget()
    first = planned(lund())
    resolved: list[str] = []

    def counted(package: Package, part: str, sheets: Any) -> Any:
        resolved.append(part)
        return scene(package, part, sheets)

    monkeypatch.setattr(looks, "scene", counted)
    there = next(place for place in load_places().all if place.code != here.code and place.county_code == here.county_code)
    other = make(Recipe(there.code), there, Diagnostics()).package
    assert other is not None
    second = planned(other)
    own = [a for a, b in zip(first, second, strict=True) if (a.title, a.words) != (b.title, b.words)]
    assert 0 < len(own) < 8 and len(resolved) <= len(own) + 2
    monkeypatch.undo()
    forget()
    assert [(item.title, item.words) for item in planned(other)] == [(item.title, item.words) for item in second]
