"""A show that its owner gave another size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from refresh_corpus import generated
from refresh_releases import BASE

from deck.drawing.names import Element, local, qn, whole
from deck.fleet import BuildRequest, RefreshRequest, build_one
from deck.fleet.refresh import refresh_one
from deck.package import Package, open_package, package_bytes
from deck.pptx import read_pptx
from deck.refresh.pages import near, pages_of
from deck.refresh.pagesize import as_resized, is_resized


def scaled(part: float, package: Package | None = None, *, shapes: bool = True) -> Package:
    """The deck in another size, as PowerPoint writes it to “ensure fit”; without `shapes`: the slides alone are in it."""
    package = package or open_package(generated(), "t")
    parts: dict[str, bytes | None] = {}
    for name, data in package.parts.items():
        if shapes and re.fullmatch(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml", name):
            root = etree.fromstring(bytes(data))
            for item in root.iter(qn("a:xfrm"), qn("p:xfrm")):
                _scale(item, part)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    main = etree.fromstring(bytes(package.parts[package.main]))
    for size in main.iter(qn("p:sldSz")):
        for side in ("cx", "cy"):
            size.set(side, str(round(whole(size.get(side)) * part)))
    return package.replace({**parts, package.main: etree.tostring(main)})


def _scale(transform: Element, part: float) -> None:
    groups = [item for item in transform.iterancestors() if local(item) == "grpSp"]
    if len(groups) > int(transform.getparent() is not None and local(transform.getparent()) == "grpSpPr"):  # type: ignore[arg-type]
        return
    for item in transform:
        for name in item.attrib if local(item) in ("off", "ext") else ():
            item.set(name, str(round(whole(item.get(name)) * part)))


@pytest.mark.parametrize(("part", "told"), [(1.0, False), (0.75, True), (4 / 3, True), (0.95, False)])
def test_another_width_of_the_show_is_seen_by_what_the_file_remembers(part: float, told: bool) -> None:
    assert is_resized(read_pptx(scaled(part))) == told


@pytest.mark.parametrize("part", [0.75, 4 / 3])
def test_what_the_file_remembers_of_places_is_true_in_the_new_size(part: float) -> None:
    deck = as_resized(read_pptx(scaled(part)), BASE.lang)
    found = [
        (page, slot, was) for pages in pages_of(deck, BASE.lang).values() for page in pages for slot, was in page.placed.items()
    ]
    boxes = [(page.box(shape), was) for page, slot, was in found if (shape := page.shape(slot)) is not None]
    assert boxes and all(box is not None and near(box, type(box)(*was)) for box, was in boxes)


def test_where_the_shapes_stayed_nothing_is_guessed() -> None:
    deck = read_pptx(scaled(0.5, shapes=False))
    assert as_resized(deck, BASE.lang) is deck and is_resized(deck)
    assert as_resized(same := read_pptx(scaled(1.0)), BASE.lang) is same


def test_a_deck_that_its_owner_gave_another_size_and_nothing_else_has_nothing_of_theirs(tmp_path: Path) -> None:
    built = build_one(BuildRequest("uppsala", "kort", out=tmp_path)).path
    assert built is not None
    small = tmp_path / "small.pptx"
    small.write_bytes(package_bytes(scaled(0.75, open_package(built))))
    found = refresh_one(RefreshRequest(small, release="2021", out=tmp_path / "new.pptx"))
    assert found.path is not None and found.conflicts == ()
    assert [item for item in found.changes if item.kind == "kept"] == []
