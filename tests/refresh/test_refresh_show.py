"""The show's order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import BASE

from deck.package import open_package
from deck.pptx.reader import read_pptx
from deck.refresh.show import numbered, shown_order


@pytest.mark.parametrize(
    ("groups", "before", "order"),
    [
        ("a1 a2|b", "a1 a2 b", "a1 a2 b"),
        ("a1 a2|b", "a2 a1 b", "a2 a1 b"),
        ("a1 a2|x|b", "a1 x a2 b", "a1 x a2 b"),
        ("a1 a2|b", "a1 b a2", "a1 b a2"),
        ("b|a1 a2", "a1 a2 b", "b a1 a2"),
        ("a1 a2 a3|b", "a1 a2 b", "a1 a2 a3 b"),
        ("a1 a2 a3|x|b", "a1 x a2 b", "a1 x a2 a3 b"),
        ("a1|b", "a1 a2 b", "a1 b"),
        ("n|a1 a2|b", "a1 x a2 b", "n a1 a2 b"),
    ],
)
def test_pages_stay_where_their_owner_has_them(groups: str, before: str, order: str) -> None:
    assert shown_order([group.split() for group in groups.split("|")], before.split()) == order.split()


@given(st.lists(st.integers(0, 4), max_size=9).flatmap(st.permutations))
def test_where_nothing_moved_the_show_is_as_it_was(slides: list[int]) -> None:
    before = [f"{slide}#{n}" for n, slide in enumerate(slides)]
    groups = [[part for part in before if part.startswith(f"{slide}#")] for slide in dict.fromkeys(slides)]
    assert shown_order(groups, before) == before


def test_slides_parts_are_named_in_the_order_of_the_show() -> None:
    """Programs that go by the name of a part, and not by its place, follow a link to the right slide."""
    first, *others = BASE.slides
    new = replace(BASE, release="r1", slides=(first, replace(first, id="brand-new"), *others))
    package = open_package(result_bytes(refreshed(generated(), new), b""), "t")
    shown = [piece.part for piece in read_pptx(package).slides]
    assert shown == [f"ppt/slides/slide{n}.xml" for n in range(1, len(shown) + 1)]
    assert all(package.content_type(part).endswith("slide+xml") for part in shown)
    notes = [name for name in package.parts if name.startswith("ppt/notesSlides/notes")]
    assert notes and all(package.one(package.one(name, "slide") or "", "notesSlide") == name for name in notes)


def test_where_a_name_is_taken_by_what_is_no_slide_of_the_show_parts_keep_theirs() -> None:
    package = open_package(generated(), "t")
    shown = [piece.part for piece in read_pptx(package).slides]
    assert numbered(package, shown) is package
    assert numbered(package, shown[1:]) is package
    swapped = numbered(package, [shown[1], shown[0], *shown[2:]])
    assert swapped.parts[shown[0]] == package.parts[shown[1]] and swapped.rels[shown[1]] == package.rels[shown[0]]
