"""What a deck remembers of its making: written and read again, whatever programs do to the parts around it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.errors import UsageError
from deck.package import Package, Relationship, open_package, package_bytes, parse_xml
from deck.pptx.lift import VERSION
from deck.pptx.manifest import (
    PROPERTY,
    REL,
    Manifest,
    add_manifest,
    custom_xml,
    find_manifest,
    manifest_xml,
    properties_in,
    read_manifest,
    short_properties,
)
from deck.presentation import Area, Map, Media, Picture, Presentation, Section, Slide, Slot, text

MAIN = "ppt/presentation.xml"
BARE = Package(
    {MAIN: b"<p/>", "customXml/item1.xml": b"<own/>"},
    {},
    {"xml": "application/xml"},
    {
        "": (Relationship("rId1", f"{REL}/officeDocument", MAIN),),
        MAIN: (Relationship("rId1", f"{REL}/customXml", "customXml/item1.xml"),),
    },
)
AREA = Area("1281", "Lund", (((13.1, 55.7), (13.2, 55.7), (13.2, 55.8), (13.1, 55.7)),))
MAP = Map((AREA,), "alt", "Källa: SCB", "1281")
SLIDES = (
    Slide(
        "a", "content", (Slot("title", "title", text('<&">]]> "areas":[]')), Slot("one", "body", MAP), Slot("two", "body", MAP))
    ),
    Slide("b", "picture", (Slot("p", "picture", Picture(Media("image/png", b"1"), 1, 1, "x")),)),
)
BASE = Presentation("T", "sv-SE", "1281", "Lunds kommun", "kort", "alla", "2021", (Section("s", "S"),), SLIDES)
MANIFEST = Manifest(
    BASE,
    "print",
    {"local": "contact: {}\n"},
    {"a": {"title": (1, 2, 3, 4)}},
    digests={"a": {"two": "x+/9Az"}},
    sizes={"a": {"two": "=1800:1"}},
)


def with_media(package: Package) -> Package:
    return package.replace({"ppt/media/x.png": b"1"})


def test_it_comes_back_whole() -> None:
    package = open_package(package_bytes(add_manifest(with_media(BARE), MANIFEST)))
    assert read_manifest(package) == MANIFEST
    assert package.parts["customXml/item1.xml"] == b"<own/>" and find_manifest(package) == "customXml/item2.xml"


def test_another_takes_its_place_and_nothing_is_left_of_the_first() -> None:
    once = add_manifest(with_media(BARE), MANIFEST)
    twice = add_manifest(once, replace(MANIFEST, template="other"))
    assert set(once.parts) == set(twice.parts) and once.rels == twice.rels
    found = read_manifest(twice)
    assert found is not None and found.template == "other" and found.release == "2021"


def test_a_program_that_hangs_it_elsewhere_does_not_lose_it() -> None:
    made = add_manifest(with_media(BARE), MANIFEST)
    part = find_manifest(made)
    assert part is not None
    moved = made.replace(None, None, {MAIN: (), "": (*made.rels[""], Relationship("rId9", f"{REL}/customXml", part))})
    assert read_manifest(moved) == MANIFEST
    again = add_manifest(moved, MANIFEST)
    assert again.rels[""] == BARE.rels[""] and any(rel.target == part for rel in again.rels[MAIN])


@pytest.mark.parametrize(
    "data", [b"", b"<deck", b'<deck xmlns="urn:deck:manifest:1">{}</deck>', b'<deck xmlns="urn:deck:manifest:1">[</deck>']
)
def test_a_damaged_one_is_none(data: bytes) -> None:
    made = add_manifest(BARE, MANIFEST)
    part = find_manifest(made)
    assert part is not None and read_manifest(made.replace({part: data})) is None
    assert read_manifest(BARE) is None


@pytest.mark.parametrize("digests", ['{"a":{"two":7}}', '{"a":"x"}', '{"a":{"two":{}}}', "[1]", '"x"', "null"])
def test_one_with_digests_that_are_none_is_damaged(digests: str) -> None:
    made = add_manifest(with_media(BARE), MANIFEST)
    part = find_manifest(made)
    assert part is not None and read_manifest(made) is not None
    data = made.parts[part].replace(b'{"a":{"two":"x+/9Az"}}', digests.encode())
    assert data != made.parts[part] and read_manifest(made.replace({part: data})) is None


def test_an_older_one_has_no_digests() -> None:
    made = add_manifest(with_media(BARE), replace(MANIFEST, digests={}, sizes={}))
    part = find_manifest(made)
    assert part is not None and b'"digests"' not in made.parts[part]
    found = read_manifest(made)
    assert found is not None and found.digests == {} and found.sizes == {} and b'"sizes"' not in made.parts[part]


def test_a_newer_one_is_refused_in_one_line() -> None:
    made = add_manifest(BARE, MANIFEST)
    part = find_manifest(made)
    assert part is not None
    newer = made.parts[part].replace(f'"version":{VERSION}'.encode(), f'"version":{VERSION + 1}'.encode())
    assert newer != made.parts[part]
    with pytest.raises(UsageError, match=f"version {VERSION + 1}.*update deck"):
        read_manifest(made.replace({part: newer}))


def test_a_picture_that_is_gone_is_known_by_its_digest() -> None:
    found = read_manifest(add_manifest(BARE, MANIFEST))
    assert found is not None
    block = found.base.slides[1].slots[0].block
    assert isinstance(block, Picture) and block.media.data.startswith(b"gone:")


def test_the_same_each_time() -> None:
    assert manifest_xml(MANIFEST) == manifest_xml(replace(MANIFEST))


def test_properties_are_set_and_others_kept() -> None:
    own = custom_xml(None, {"Avdelning": "Miljö & klimat"})
    mine = custom_xml(own, {f"{PROPERTY}{name}": value for name, value in {"place": "1281", "x": "<å>"}.items()})
    again = custom_xml(mine, {f"{PROPERTY}place": "0139"})
    assert properties_in(mine) == {"place": "1281", "x": "<å>"}
    assert properties_in(again) == {"place": "0139"}
    assert "Miljö & klimat" in parse_xml(again).itertext() and again.count(b"pid=") == 2
    assert properties_in(b"<") == {} and properties_in(custom_xml(b"<broken", {f"{PROPERTY}a": "b"})) == {"a": "b"}


def test_short_properties_name_what_a_deck_is() -> None:
    assert short_properties(BASE) == {
        **{"deck.place": "1281", "deck.outline": "kort", "deck.audience": "alla", "deck.release": "2021"},
        "deck.slides": "a b",
    }


def test_its_part_has_a_type_where_the_package_declares_none_for_xml() -> None:
    made = add_manifest(replace(BARE, defaults={}), MANIFEST)
    item = find_manifest(made)
    assert item and made.content_type(item) == "application/xml"
    assert item not in add_manifest(BARE, MANIFEST).overrides


def test_the_same_words_with_other_pictures_are_read_anew() -> None:
    """What is remembered of a manifest hangs on the pictures that are there, too."""
    whole = add_manifest(with_media(BARE), MANIFEST)
    gone = whole.replace({"ppt/media/x.png": None})
    for package, there in ((whole, True), (gone, False), (whole, True)):
        found = read_manifest(package)
        assert found is not None
        block = found.base.slides[1].slots[0].block
        assert isinstance(block, Picture) and block.media.is_gone is not there


def test_its_properties_are_not_taken_for_it_whatever_order_a_program_wrote_them_in() -> None:
    """They name our namespace as their schema; LibreOffice hangs both on the package, now one first, now the other."""
    made = add_manifest(with_media(BARE), MANIFEST)
    part = find_manifest(made)
    assert part is not None
    props = part.replace("/item", "/itemProps", 1)
    names = [props, *(name for name in made.parts if name != props)]
    hung = replace(made, parts={name: made.parts[name] for name in names}, rels={**made.rels, MAIN: ()})
    assert next(iter(hung.parts)) == props and find_manifest(hung) == part and read_manifest(hung) == MANIFEST


def test_slides_of_two_decks_that_say_the_same_are_one() -> None:
    slide = Slide("c", "content", (Slot("title", "title", text("Samma")),))
    bases = [replace(BASE, place=place, slides=(*SLIDES, slide)) for place in ("1281", "1280")]
    one, other = (read_manifest(with_media(add_manifest(BARE, Manifest(base)))) for base in bases)
    assert one is not None and other is not None and (one.base, other.base) == tuple(bases)
    assert one.base.slides[2] is other.base.slides[2]
    assert one.base.slides[1] is not other.base.slides[1], "its picture is the package's"
