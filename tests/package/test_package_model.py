"""A package in memory: content types, relationships, what is reached, and changes that leave the old one as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from package_made import OFFICE, packages

from deck.package import Package, Relationship


def rel(key: str, kind: str, target: str, external: bool = False) -> Relationship:
    return Relationship(key, f"{OFFICE}/{kind}", target, external)


MADE = Package(
    {
        "ppt/presentation.xml": b"1",
        "ppt/slides/slide1.xml": b"2",
        "ppt/media/a.PNG": b"3",
        "ppt/lost.xml": b"4",
        "ppt/x.odd": b"",
    },
    {"ppt/slides/slide1.xml": "slide"},
    {"xml": "plain", "png": "picture"},
    {
        "": (rel("rId1", "officeDocument", "ppt/gone.xml"), rel("rId2", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": (
            rel("rId1", "slide", "ppt/slides/slide1.xml"),
            rel("rId2", "slide", "ppt/slides/slide9.xml"),
            rel("rId3", "slide", "https://example.se/slide", True),
            rel("rId4", "slide", "ppt/lost.xml", True),
        ),
        "ppt/slides/slide1.xml": (rel("rId1", "image", "ppt/media/a.PNG"), rel("rId2", "slide", "ppt/presentation.xml")),
        "ppt/lost.xml": (rel("rId1", "image", "ppt/x.odd"),),
    },
)


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("ppt/slides/slide1.xml", "slide"),
        ("ppt/lost.xml", "plain"),
        ("ppt/media/a.PNG", "picture"),
        ("ppt/x.odd", ""),
        ("ppt/bare", ""),
    ],
)
def test_a_type_by_override_then_by_extension(part: str, kind: str) -> None:
    assert MADE.content_type(part) == kind


def test_what_is_related() -> None:
    main = "ppt/presentation.xml"
    assert MADE.main == main
    assert [item.id for item in MADE.related(main, "slide")] == ["rId1", "rId2"]
    assert (MADE.one(main, "slide"), MADE.one(main, "image"), MADE.one("nowhere", "slide")) == (
        "ppt/slides/slide1.xml",
        None,
        None,
    )
    assert MADE.replace(parts={main: None}).main == ""


def test_what_is_reached_and_what_is_lost() -> None:
    assert MADE.reached() == {"ppt/presentation.xml", "ppt/slides/slide1.xml", "ppt/media/a.PNG"}


def test_a_removed_part_takes_its_own_along() -> None:
    found = MADE.replace(parts={"ppt/slides/slide1.xml": None, "ppt/new.xml": b"5"}, overrides={"ppt/new.xml": "new"})
    assert "ppt/slides/slide1.xml" not in {*found.parts, *found.overrides, *found.rels}
    assert (found.parts["ppt/new.xml"], found.content_type("ppt/new.xml")) == (b"5", "new")
    assert found.rels["ppt/presentation.xml"] == MADE.rels["ppt/presentation.xml"]
    assert "ppt/slides/slide1.xml" in MADE.parts and "ppt/new.xml" not in MADE.parts


@given(packages())
def test_changes_and_their_undoing(package: Package) -> None:
    name = next(iter(package.parts))
    assert package.replace() == package
    changed = package.replace(parts={"own.xml": b"x"}, overrides={"own.xml": "y"}, rels={"own.xml": (rel("a", "b", name),)})
    assert changed != package and changed.one("own.xml", "b") == name
    assert changed.replace(parts={"own.xml": None}) == package
    assert changed.replace(overrides={"own.xml": None}, rels={"own.xml": None}, parts={"own.xml": None}) == package
    assert package.reached() <= set(package.parts)
