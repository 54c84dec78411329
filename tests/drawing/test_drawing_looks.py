"""What slides are drawn from: the same for what is drawn alike, another for anything else."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest

from deck.diagnostics import Diagnostics
from deck.drawing import Sheets, looks, scene
from deck.drawing.looks import Looks, resolved
from deck.making import Recipe, make
from deck.memory import forget
from deck.package import Package
from deck.places import load_places


@lru_cache(maxsize=2)
def deck(name: str = "1281") -> Package:
    package = make(Recipe(name), load_places().find(name), Diagnostics()).package
    assert package is not None
    return package


def changed(package: Package, part: str, old: bytes, new: bytes) -> Package:
    data = package.parts[part]
    assert old in data
    return replace(package, parts={**package.parts, part: data.replace(old, new, 1)})


def of_all(package: Package, **how: bool) -> dict[str, str]:
    found = Looks(Sheets(package))
    return {part: found.of(part, **how) for part in found.sheets.places}


def test_a_slide_is_resolved_once_and_as_if_it_were_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    package, again = deck(), replace(deck())
    first = {part: resolved(Looks(Sheets(package)), part) for part in of_all(package)}
    with monkeypatch.context() as patch:
        patch.setattr(looks, "scene", lambda *_given: pytest.fail("resolved twice"))
        second = {part: resolved(Looks(Sheets(again)), part) for part in of_all(again)}
    assert first == second and len({key for key, _shown in first.values()}) == len(first)
    assert all(shown == scene(again, part) for part, (_key, shown) in second.items())


@pytest.mark.parametrize("kind", ["slide", "slideLayout", "slideMaster", "theme", "presentation"])
def test_what_is_drawn_from_anything_else_has_another_digest(kind: str) -> None:
    package = deck()
    before = of_all(package)
    name = next(iter(before))
    layout = package.one(name, "slideLayout") or ""
    master = package.one(layout, "slideMaster") or ""
    parts = {
        "slide": (name, b"<a:t>", b"<a:t>x"),
        "slideLayout": (layout, b"<p:cSld", b"<!-- --><p:cSld"),
        "slideMaster": (master, b"<p:cSld", b"<!-- --><p:cSld"),
        "theme": (package.one(master, "theme") or "", b"<a:clrScheme", b"<!-- --><a:clrScheme"),
        "presentation": (package.main, b'<p:sldSz cx="12192000"', b'<p:sldSz cx="9144000"'),
    }
    after = of_all(changed(package, *parts[kind]))
    other = {part for part in before if before[part] != after[part]}
    alike = {part for part in before if package.one(part, "slideLayout") == layout}
    assert other == {"slide": {name}, "slideLayout": alike}.get(kind, set(before))


def test_without_what_is_above_and_without_the_foot() -> None:
    """Another place's deck has other colours, another map in its master, and another name in its footers."""
    here, there = of_all(deck(), above=False, foot=False), of_all(deck("1280"), above=False, foot=False)
    alike = [part for part in here if here[part] == there.get(part)]
    assert len(alike) > len(here) // 2
    assert not [part for part in here if of_all(deck())[part] == of_all(deck("1280")).get(part)]
