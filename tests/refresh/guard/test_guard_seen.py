"""Shapes as they show, whatever says so: a program's way of spelling looks out is no look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from refresh_corpus import base_pages, generated, look_of
from refresh_releases import BASE

from deck.drawing.names import Element, child, qn
from deck.drawing.sheet import Sheets, properties_of, walk
from deck.package import Package, open_package, package_bytes, parse_xml
from deck.package.xml import serialise
from deck.pptx.reader import read_pptx
from deck.refresh.document import Document
from deck.refresh.guard import Side, Touch, meant_touches
from deck.refresh.guard.seen import ShownShape, is_tint, prompted, seen_as, seen_on, strange
from deck.refresh.recognise import identify
from deck.refresh.written import written

SCHEME = frozenset(("4A6EFF", "FFFFFF", "1C1915"))
OURS = ShownShape(
    {"ink": frozenset({"1C1915"}), "font": frozenset({"verdana"})}, fill=("B8C8FF",), scheme=SCHEME, fonts=frozenset({"arial"})
)


@pytest.mark.parametrize(
    ("ink", "own"),
    [
        ({"E12233"}, {"E12233"}),
        ({"1C1915", "E12233"}, {"E12233"}),
        ({"1D1A14"}, set[str]()),
        ({"999999"}, set[str]()),
        ({"8899EE"}, set[str]()),
        (set[str](), set[str]()),
    ],
)
def test_an_ink_that_no_program_comes_upon_is_the_owners(ink: set[str], own: set[str]) -> None:
    """Not a rounding of ours, no grey, no tint of a theme's colour: LibreOffice writes the colour itself for a tint of it."""
    assert strange(replace(OURS, words={"ink": frozenset(ink)}), OURS, "ink") == own


@pytest.mark.parametrize(("ink", "own"), [("4A6EFF", True), ("2A1A08", False), ("999999", False)])
def test_where_we_would_write_it_alike_a_theme_s_colour_is_the_owners_too(ink: str, own: bool) -> None:
    """But not a tint of the ink that we gave it."""
    mine = replace(OURS, words={"ink": frozenset({ink})})
    ours = replace(OURS, words={"ink": frozenset({"1F1408"})})
    assert bool(strange(mine, ours, "ink", alike=True)) == own
    assert ink != "4A6EFF" or not strange(mine, ours, "ink")


@pytest.mark.parametrize(
    ("ink", "own"), [("AB12CD", True), ("D01FF0", True), ("7C2E96", False), ("9A6FAB", False), ("E9E0EE", False)]
)
def test_what_is_much_more_vivid_than_our_ink_is_no_tint_of_it(ink: str, own: bool) -> None:
    """Though it is nearly of its hue."""
    mine = replace(OURS, words={"ink": frozenset({ink})})
    ours = replace(OURS, words={"ink": frozenset({"734782"})})
    assert bool(strange(mine, ours, "ink", alike=True)) == own


@pytest.mark.parametrize(
    ("color", "tint"),
    [
        ("4A6EFF", True),
        ("7792FF", True),
        ("0029A4", True),
        ("8899EE", True),
        ("E12233", False),
        ("FFE066", False),
        ("ZZZZZZ", False),
    ],
)
def test_a_tint_is_what_a_program_may_make_of_a_theme_s_colour(color: str, tint: bool) -> None:
    """As we make it, or nearly; a red of another hue's strength is none, nor is what is no colour."""
    assert is_tint(color, SCHEME) is tint and not is_tint("ZZZZZZ", SCHEME)


@pytest.mark.parametrize("mark", ["bold", "italic", "underline"])
@pytest.mark.parametrize(("mine", "ours", "own"), [("1", "", True), ("1", "1", False), ("", "1", False), ("", "", False)])
def test_a_mark_that_ours_has_not_is_the_owners(mark: str, mine: str, ours: str, own: bool) -> None:
    """That a link of ours is underlined, and is not after saving, is no owner's doing."""
    here, there = (replace(OURS, words={mark: frozenset(said)}) for said in (mine, ours))
    assert bool(strange(here, there, mark)) == own


@pytest.mark.parametrize(("font", "own"), [("georgia", True), ("verdana", False), ("arial", False)])
def test_a_font_of_no_theme_is_the_owners(font: str, own: bool) -> None:
    assert bool(strange(replace(OURS, words={"font": frozenset({font})}), OURS, "font")) == own


@pytest.mark.parametrize(
    ("fill", "own"), [(("E12233",), True), (("B9C7FE",), False), ((), False), (("4A6EFF",), False), (("777777",), False)]
)
def test_a_paint_likewise(fill: tuple[str, ...], own: bool) -> None:
    assert bool(strange(replace(OURS, fill=fill), OURS, "fill")) == own
    assert bool(strange(replace(OURS, line=fill), replace(OURS, line=("B8C8FF",)), "line")) == own


def part_of(root: Element, name: str) -> Element:
    shapes = walk(child(root, "p:cSld", "p:spTree"))
    return next(item for item in shapes if (props := properties_of(item)) is not None and name in props.get("name", ""))


def test_a_part_shows_what_its_theme_gives_it() -> None:
    package = open_package(generated(), "test")
    sheets = Sheets(package)
    deck = read_pptx(package)
    sheet = sheets.sheet(next(piece.part for piece in deck.slides if piece.id == "cards"))
    part = part_of(sheet.root, "(card:one:text)")  # type: ignore[arg-type]
    found = seen_as(seen_on(sheet), part)
    assert found.words["font"] and all(len(ink) == 6 for ink in found.words["ink"])
    assert found.scheme == set(sheet.theme.scheme.values()) and found.fonts == {
        sheet.theme.major.casefold(),
        sheet.theme.minor.casefold(),
    }
    assert seen_as({}, part) == ShownShape()


def red(package: Package) -> Package:
    """All words of a card in a colour of its owner's."""
    part = next(
        name for name in package.parts if name.startswith("ppt/slides/slide") and b"(card:one:text)" in package.parts[name]
    )
    root = parse_xml(package.parts[part])
    for look in part_of(root, "(card:one:text)").iter(qn("a:rPr")):
        for fill in look.findall(qn("a:solidFill")):
            look.remove(fill)
        fill = etree.Element(qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr"), val="E12233")
        look.insert(0, fill)
    return package.replace({part: serialise(root)})


def slanted(package: Package) -> Package:
    """A whole title in italics."""
    part = next(
        name for name in package.parts if name.startswith("ppt/slides/slide") and b"(card:one:text)" in package.parts[name]
    )
    root = parse_xml(package.parts[part])
    title = next(item for item in root.iter(qn("p:ph")) if item.get("type") == "title").getparent().getparent().getparent()  # type: ignore[union-attr]
    for look in title.iter(qn("a:rPr")):  # type: ignore[union-attr]
        look.set("i", "1")
    return package.replace({part: serialise(root)})


def georgia(package: Package) -> Package:
    part = next(
        name for name in package.parts if name.startswith("ppt/slides/slide") and b"(card:one:text)" in package.parts[name]
    )
    root = parse_xml(package.parts[part])
    for font in part_of(root, "(card:one:text)").iter(qn("a:latin")):
        font.set("typeface", "Georgia")
    return package.replace({part: serialise(root)})


def told(data: bytes) -> tuple[Touch, ...]:
    package = open_package(data, "test")
    ours = written(BASE, look_of(package)[1])
    found = identify(Document(package), BASE, base_pages(BASE, package))
    assert found.stamped
    return meant_touches(Side.of(read_pptx(found.package)), Side.of(read_pptx(ours.package)))


def test_a_card_all_in_one_colour_or_font_is_its_owners_after_libreoffice(
    tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    """As many looks as we wrote, and none of ours."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(generated())
    saved_by_office([path], tmp_path / "out")
    saved = open_package((tmp_path / "out" / "deck.pptx").read_bytes(), "test")
    assert told(package_bytes(saved)) == ()
    for change in (red, georgia):
        assert Touch("cards", "look", "object", "one") in told(package_bytes(change(saved)))
    assert Touch("cards", "look", "title") in told(package_bytes(slanted(saved)))


def test_what_a_prompt_shows_is_no_owners() -> None:
    """LibreOffice writes what a layout's list style said into the prompts of its masters, and into each run."""
    mine = replace(OURS, words={"font": frozenset({"arial black"}), "bold": frozenset("1"), "ink": frozenset({"E12233"})})
    for name in mine.words:
        assert strange(mine, OURS, name)
        assert not strange(replace(mine, prompted=mine.words), OURS, name)


def test_a_prompt_is_read_from_the_placeholders_above() -> None:
    package = open_package(generated(), "test")
    sheets = Sheets(package)
    slide = read_pptx(package).slides[1].part
    (_own, *_rest, master) = sheets.sheet(slide).line
    root = parse_xml(package.parts[master.part])
    prompt = next(item for item in root.iter(qn("p:sp")) if item.find(f".//{qn('p:ph')}[@type='title']") is not None)
    run = next(prompt.iter(qn("a:r")))
    for old in run.findall(qn("a:rPr")):
        run.remove(old)
    look = run.makeelement(qn("a:rPr"), {"b": "1", "i": "0"})
    look.append(look.makeelement(qn("a:latin"), {"typeface": "Arial Black"}))
    run.insert(0, look)
    sheet = Sheets(package.replace({master.part: serialise(root)})).sheet(slide)
    title = next(item for item in walk(sheet.tree) if item.find(f".//{qn('p:ph')}[@type='title']") is not None)
    said = prompted(sheet, title)
    assert (said["font"], said["bold"], said["italic"]) == ({"arial black"}, {"1"}, set())
