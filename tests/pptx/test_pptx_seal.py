"""A deck's proof of itself: it holds for the bytes that we wrote, and for no others."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.package import Package, Relationship, package_bytes, package_pieces, writer
from deck.package.writer import EARLIER, NOW, SEAM, Packing
from deck.pptx import seal
from deck.pptx.manifest import PROPERTY, REL, custom_xml
from deck.pptx.seal import (
    ASKED,
    DECK,
    MANY,
    STEPS,
    Making,
    digest_of,
    is_as_written,
    is_built,
    making,
    making_of,
    sealed,
    sealed_pieces,
    short,
)

MAIN, CUSTOM = "ppt/presentation.xml", "docProps/custom.xml"
BARE = Package(
    {MAIN: b"<p/>", CUSTOM: custom_xml(None, {f"{PROPERTY}place": "1281", "Egen": "x"})},
    {},
    {"xml": "application/xml"},
    {"": (Relationship("rId1", f"{REL}/officeDocument", MAIN), Relationship("rId2", f"{REL}/custom-properties", CUSTOM))},
)
steps = st.lists(st.binary(max_size=3).map(digest_of), max_size=STEPS + 3)


@given(st.sampled_from(["built", "refreshed"]), steps, st.lists(st.text(max_size=5).map(short), max_size=4))
def test_what_is_sealed_tells_its_making_and_holds(made, history: list[str], asked: list[str]) -> None:
    data = package_bytes(sealed(BARE, made, history, asked))
    assert making(data) == Making(made, tuple(history[-STEPS:]), tuple(sorted(set(asked))))
    assert is_as_written(data) and DECK.ours(data) and DECK.alike(data)
    assert is_built(data) == (made == "built")


@given(st.sampled_from(["built", "refreshed"]), steps)
def test_what_is_sealed_in_pieces_is_the_sealed_packages_file(made, history: list[str]) -> None:
    for package in (BARE, BARE.replace({CUSTOM: None}, None, {"": BARE.rels[""][:1]})):
        pieces = sealed_pieces(package, made, history)
        assert b"".join(pieces) == b"".join(pieces) == package_bytes(sealed(package, made, history))


def test_a_changed_part_is_told() -> None:
    good = sealed(BARE, "built")
    for change in ({MAIN: b"<p />"}, {"more.xml": b"<x/>"}, {CUSTOM: good.parts[CUSTOM].replace(b"1281", b"0139")}):
        assert not is_as_written(package_bytes(good.replace(change)))
    data = package_bytes(good)
    assert (
        not is_as_written(data + b"x")
        and not is_as_written(data[:-1])
        and not is_as_written(b"")
        and not is_as_written(package_bytes(BARE))
    )


def test_sealed_again_it_is_sealed_anew_and_others_properties_stay() -> None:
    once = sealed(BARE, "built")
    again = sealed(once, "refreshed", ["0" * 16])
    assert is_as_written(package_bytes(again)) and making(package_bytes(again)).history == ("0" * 16,)
    assert b"Egen" in again.parts[CUSTOM] and again.parts[CUSTOM].count(b"deck.seal") == 1


@pytest.mark.parametrize("packing", EARLIER)
def test_decks_that_were_packed_otherwise_are_still_known(packing: Packing, monkeypatch: pytest.MonkeyPatch) -> None:
    words = b"".join(b"<a:t>%d</a:t>" % (n * n) for n in range(400))
    deck = BARE.replace({"ppt/slides/slide1.xml": words + SEAM + b"/>" + words})
    new = sealed(deck, "built")
    with monkeypatch.context() as then:
        then.setattr(seal, "_digest", partial(seal._digest, packing=packing))
        old = sealed(deck, "built")
    was = b"".join(package_pieces(old, packing))
    assert was != package_bytes(new) and is_built(was) and is_built(package_bytes(new))
    for mixed in (package_bytes(old), b"".join(package_pieces(new, packing))):
        assert not is_as_written(mixed)


def test_too_many_questions_are_said_to_be_many() -> None:
    asked = [short(str(n)) for n in range(ASKED + 1)]
    assert making(package_bytes(sealed(BARE, "refreshed", (), asked))).asked == (MANY,)
    assert MANY not in asked


def test_a_package_without_our_properties_is_given_back() -> None:
    bare = BARE.replace({CUSTOM: None}, None, {"": BARE.rels[""][:1]})
    assert sealed(bare, "built") is bare


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, Making()),
        ({"made": "forged"}, Making()),
        ({"made": "built", "history": "x " + "a" * 16, "asked": "b c"}, Making("built", ("a" * 16,), ("b", "c"))),
    ],
)
def test_what_is_damaged_counts_for_nothing(said: dict[str, str], found: Making) -> None:
    assert making_of(said) == found
    assert making(b"no deck") == Making()


def test_of_another_program_s_file_no_more_is_packed_than_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    good = sealed(BARE.replace({f"ppt/part{n}.xml": b"<p/>" * n for n in range(20)}), "built")
    saved = b"".join(package_pieces(good, Packing(1)))
    known, packed = writer._filed, []
    monkeypatch.setattr(writer, "_filed", lambda name, *more: packed.append(name) or known(name, *more))
    assert not is_as_written(saved)
    assert len(packed) <= len((NOW, *EARLIER))
