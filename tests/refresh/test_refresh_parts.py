"""The parts of a drawn block, by their keys."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from refresh_corpus import base_pages, generated
from refresh_releases import BASE

from deck.drawing.names import detach, qn
from deck.drawing.sheet import properties_of
from deck.package import open_package
from deck.pptx import read_pptx
from deck.pptx.identity import guid
from deck.refresh.guard.weights import path_of
from deck.refresh.pages import Page, pages_of
from deck.refresh.parts import item_of, keys_of, marked_parts, number_of, number_shape, parts_on, taken_out, with_parts


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return base_pages(BASE, open_package(generated(), "test"))["cards"]


@pytest.mark.parametrize(("key", "item"), [("text:one", "one"), ("text:one:2", "one"), ("line", ""), ("", "")])
def test_a_key_names_its_item(key: str, item: str) -> None:
    assert item_of(key) == item


def test_every_item_is_drawn_by_parts_with_its_id(pages: list[Page]) -> None:
    keys = keys_of(pages, "object")
    assert {item_of(key) for key in keys} - {""} == {"one", "two", "three"}
    found = parts_on(pages, "object", keys)
    assert found.keys() == keys and all(page is pages[0] for page, _shape in found.values())
    assert parts_on(pages, "object", ["nothing:one"]) == {} == parts_on(pages, "title", keys)


def test_marks_and_numbers(pages: list[Page]) -> None:
    group = pages[0].shape("object")
    assert group is not None
    marks = marked_parts(group)
    assert {guid("cards", "object", key) for key in keys_of(pages, "object")} <= marks.keys()
    assert {path_of(item) for item in marks.values()} - {""} == keys_of(pages, "object")
    assert with_parts(group)[0] is group and set(marks.values()) <= set(with_parts(group)[1:])
    copied = copy.deepcopy(next(iter(marks.values())))
    number_shape(copied, 77)
    assert number_of(copied) == 77 and number_of(next(iter(marks.values()))) != 77
    assert with_parts(copied) == [copied]


def without(*keys: str, names: bool = True) -> Page:
    """The page with parts of its cards taken out; without `names` as a program leaves them that drops them."""
    page = pages_of(read_pptx(open_package(generated(), "test")), BASE.lang)["cards"][0]
    group = page.shape("object")
    assert group is not None
    for part in list(marked_parts(group).values()):
        if path_of(part) in keys:
            detach(part)
        elif not names and (props := properties_of(part)) is not None:
            props.set("name", "Shape")
    return page


@pytest.mark.parametrize("names", [True, False])
def test_a_part_that_its_owner_took_out_is_told_by_the_rest_of_its_item(pages: list[Page], names: bool) -> None:
    titles = [key for key in keys_of(pages, "object") if key.endswith("two:title")]
    (mark,) = [guid("cards", "object", key) for key in titles]
    assert taken_out(without(*titles, names=names), pages, "object") == {mark: "two"}


def test_an_item_that_is_gone_as_a_whole_and_a_block_as_it_was_tell_of_none(pages: list[Page]) -> None:
    whole = [key for key in keys_of(pages, "object") if item_of(key) == "two"]
    assert taken_out(without(*whole), pages, "object") == {} == taken_out(without(), pages, "object")
    assert taken_out(pages[0], pages, "title") == {}


@pytest.mark.parametrize("names", [True, False])
def test_in_the_very_drawing_that_was_written_a_part_without_words_is_missed_too(names: bool) -> None:
    known = without()
    group = known.shape("object")
    assert group is not None
    silent, part = next((key, part) for part in marked_parts(group).values() if (key := path_of(part)).endswith("two:title"))
    for words in part.iter(qn("a:t")):
        words.text = ""
    there = without(silent, names=names)
    found = {guid("cards", "object", silent): "two"}
    # Where a program called all parts otherwise, nothing can be told of one that says nothing.
    alike = [replace(known, digests={"object": "alike"})]
    assert taken_out(replace(there, digests={"object": "alike"}), alike, "object") == (found if names else {})
    assert taken_out(replace(there, digests={"object": "other"}), alike, "object") == {} == taken_out(there, [known], "object")
