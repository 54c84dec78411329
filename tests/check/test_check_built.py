"""A build proves what it made: a fault stops the deck, and what was proved of one is not asked again of its like."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import deck.pptx
from deck.check import check_built
from deck.check.built import _proved
from deck.check.opens import content
from deck.diagnostics import Severity
from deck.fleet import BuildRequest, build_one
from deck.package import Package, open_package


@pytest.fixture(autouse=True)
def afresh() -> None:
    _proved.cache_clear()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Package:
    done = build_one(BuildRequest("lund", "kort", out=tmp_path_factory.mktemp("built")))
    assert done.path is not None
    return open_package(done.path, "lund.pptx")


def untyped(package: Package) -> Package:
    """A content type for a part that is not there: a fault of the package."""
    return package.replace(
        None, {"ppt/slides/slide99.xml": "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"}
    )


def small(package: Package) -> Package:
    """A line of 9 points: a fault of a slide."""
    name = "ppt/slides/slide2.xml"
    return package.replace({name: re.sub(rb' sz="\d+"', b' sz="900"', package.parts[name])})


def test_our_own_deck_has_no_fault(built: Package) -> None:
    assert check_built(built, "a") == []


@pytest.mark.parametrize("fault", [untyped, small], ids=["package", "slide"])
def test_a_fault_is_found(built: Package, fault: Any) -> None:
    found = check_built(fault(built), "a")
    assert found
    assert all(item.severity >= Severity.WARNING for item in found)
    assert all(item.where.file or item.where.slide or item.message for item in found)


def test_what_was_proved_is_not_asked_again(built: Package) -> None:
    assert check_built(built, "a") == []
    assert check_built(small(built), "a") == []
    assert check_built(small(built), "b") != []
    assert check_built(untyped(built), "a") != []


def test_a_faulty_deck_proves_nothing(built: Package) -> None:
    assert check_built(small(built), "a") != []
    assert check_built(small(built), "a") != []


def test_a_deck_with_a_fault_is_not_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write = deck.pptx.write_pptx
    monkeypatch.setattr(deck.pptx, "write_pptx", lambda *args, **more: untyped(write(*args, **more)))
    done = build_one(BuildRequest("lund", "kort", out=tmp_path))
    assert done.path is None
    assert [item.code for item in done.diagnostics if item.severity >= Severity.ERROR] == ["opens/override-without-part"]
    assert not list(tmp_path.iterdir())


def test_another_place_of_the_same_words_is_proved_by_the_first(tmp_path: Path) -> None:
    first, second = (build_one(BuildRequest(name, "kort", out=tmp_path)) for name in ("lund", "habo"))
    assert first.ok and second.ok
    assert len(_proved) == 1
    third = build_one(replace(second.request, audience="politiker"))
    assert third.ok
    assert len(_proved) == 2


def test_a_slide_that_did_not_change_is_not_held_against_the_standard_again(
    built: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody changes a deck word by word: only the slide with the word is looked through anew, and its fault is found."""
    from deck.check.opens import elements

    looked: list[str] = []
    monkeypatch.setattr(elements, "faults_in", lambda root: looked.append(root.tag) or content.faults_in(root))
    part = next(name for name in built.parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
    check_built(built, "one")
    before = len(looked)
    changed = built.replace({part: built.parts[part].replace(b"</p:sld>", b"<p:clrMapOvr/></p:sld>")})
    found = check_built(changed, "other")
    assert len(looked) - before == 1 and any(item.where.part == part for item in found)
    assert {item.code for item in found} == {item.code for item in check_built(changed, "third")}
    assert len(looked) - before == 1
