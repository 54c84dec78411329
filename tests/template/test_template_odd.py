"""Every odd template carries every outline: nothing overflows, nothing is unreadable, nothing that PowerPoint would repair."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from odd_templates import ODD, made

from deck.brand import load_brand
from deck.check.judge import check_package
from deck.compose import compose
from deck.diagnostics import Diagnostics, Severity
from deck.layout import LaidOutDeck, audit, lay_out
from deck.making import Recipe, content_of
from deck.package import open_package, package_bytes
from deck.places import load_places
from deck.pptx import read_pptx, write_pptx
from deck.pptx.reader import presentation_of
from deck.presentation import Presentation, Slot, Text
from deck.template import Template, read_template

OUTLINES = ("kort", "standard", "konferens")


@cache
def said(outline: str) -> Presentation:
    register = load_places()
    place = register.find("upplands-bro")
    return compose(content_of(Recipe(place.code, outline)), place, register, load_brand(place, register), outline=outline)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Template]:
    folder = tmp_path_factory.mktemp("odd")
    found: dict[str, Template] = {}
    for number, name in enumerate(ODD):
        path = folder / f"odd{number}.pptx"
        path.write_bytes(made(name))
        found[name] = read_template(path)
    return found


def laid(template: Template, outline: str) -> LaidOutDeck:
    found = Diagnostics()
    deck = lay_out(said(outline), template, found)
    assert [str(item) for item in found if item.severity > Severity.INFO] == []
    return deck


@pytest.mark.parametrize("outline", OUTLINES)
@pytest.mark.parametrize("name", ODD)
def test_every_outline_stands(read: dict[str, Template], name: str, outline: str) -> None:
    deck = laid(read[name], outline)
    assert [str(item) for item in audit(deck)] == []
    assert len(deck.slides) <= 2.5 * len(said(outline).slides)


def filled(presentation: Presentation) -> Presentation:
    """Without slots that wait for words, for which not every layout has a placeholder with a prompt."""
    return replace(
        presentation, slides=tuple(replace(item, slots=tuple(filter(_says, item.slots))) for item in presentation.slides)
    )


def _says(slot: Slot) -> bool:
    return not isinstance(slot.block, Text) or bool(slot.block.text)


@pytest.mark.parametrize("name", ODD)
def test_what_is_written_is_right_and_read_again(read: dict[str, Template], name: str) -> None:
    package = write_pptx(said("standard"), laid(read[name], "standard"))
    assert filled(presentation_of(read_pptx(package), said("standard"))) == filled(said("standard"))
    report = check_package(open_package(package_bytes(package), name), name)
    assert [str(item.to_diagnostic()) for item in report.findings if item.level is Severity.ERROR] == []
    assert not report.faults


@pytest.mark.parametrize(
    "name", ["german", "finnish", "same-names", "high-index", "4:3", "portrait", "with-slides", "two-masters"]
)
def test_content_goes_into_their_own_placeholders(read: dict[str, Template], name: str) -> None:
    roles = read[name].roles
    assert roles["title"].spots["title"].placeholder is not None
    assert roles["content"].spots["body"].placeholder is not None
    assert not roles["content"].composed
    assert not roles["two-content"].composed


@pytest.mark.parametrize(
    ("name", "kind"), [("german", "title"), ("finnish", "title"), ("german", "comparison"), ("finnish", "comparison")]
)
def test_the_same_layouts_serve_whatever_they_are_called(read: dict[str, Template], name: str, kind: str) -> None:
    assert read[name].roles[kind].layout.part == read["template"].roles[kind].layout.part


@pytest.mark.parametrize("name", ["no-titles", "no-placeholders"])
def test_without_titles_a_box_stands_for_them(read: dict[str, Template], name: str) -> None:
    role = read[name].roles["content"]
    assert role.composed
    assert role.spots["title"].placeholder is None
    assert role.spots["title"].reason


def test_dark_grounds_have_light_words(read: dict[str, Template]) -> None:
    for name in ("dark-map", "gradient", "picture"):
        palette = read[name].roles["content"].spots["body"].palette
        assert int(palette.text_rgb, 16) > 0xE00000, name


def test_layouts_that_speak_for_themselves_are_passed_over(read: dict[str, Template]) -> None:
    parts = {role.layout.part for role in read["loud"].roles.values()}
    assert not {f"ppt/slideLayouts/slideLayout{n}.xml" for n in (4, 5)} & parts


def test_what_is_left_out_is_said(read: dict[str, Template]) -> None:
    assert "sample-slides" in {item.code for item in read["with-slides"].diagnostics}


def test_a_reference_to_nothing_is_taken_out(read: dict[str, Template]) -> None:
    assert b"handoutMaster" not in read["dangling"].package.parts["ppt/presentation.xml"]


def test_the_result_is_a_presentation(read: dict[str, Template], tmp_path: Path) -> None:
    for name in ("show", "template", "with-macros"):
        package = write_pptx(said("kort"), laid(read[name], "kort"))
        assert package.content_type(package.main).endswith("presentation.main+xml"), name
