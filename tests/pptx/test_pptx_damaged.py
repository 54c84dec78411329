"""The deck's own memory after it was in anyone's hands: read whole, or not at all, and never a fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from deck.errors import UsageError
from deck.fleet import BuildRequest, build_many
from deck.package import Package, open_package
from deck.package.xml import parse_xml, serialise
from deck.pptx.lift import is_newer
from deck.pptx.manifest import find_manifest, read_manifest
from deck.presentation import Presentation, from_json

ODD: tuple[Any, ...] = (None, 0, -1, 1e300, True, "", "x", [], {}, [[]], {"a": None}, 10**40, "\u0000")


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for key, value in inner for found in places(value, (*path, key)))]


def changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copied = dict(data) if isinstance(data, dict) else list(data)
    copied[path[0]] = changed(data[path[0]], path[1:], value)
    return copied


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Package:
    built = build_many([BuildRequest("lund", "kort", out=tmp_path_factory.mktemp("deck"), release="2021")], 1)[0]
    assert isinstance(built.path, Path)
    return open_package(built.path)


def remembered(package: Package) -> Any:
    part = find_manifest(package)
    assert part is not None
    return json.loads(parse_xml(package.parts[part]).text or "")


def holding(package: Package, data: Any) -> Package:
    part = find_manifest(package)
    assert part is not None
    root = parse_xml(package.parts[part])
    root.text = json.dumps(data)
    return package.replace({part: serialise(root)})


@pytest.mark.parametrize("value", ODD, ids=lambda value: repr(value)[:20])
def test_a_memory_with_an_odd_field_is_read_or_not_at_all(value: Any, deck: Package) -> None:
    """Only a version that is not yet is told of."""
    data = remembered(deck)
    for path in {*places(data)[::11], ("version",)}:
        odd = changed(data, path, value)
        if is_newer(odd):
            with pytest.raises(UsageError):
                read_manifest(holding(deck, odd))
            continue
        found = read_manifest(holding(deck, odd))
        assert found is None or isinstance(found.base, Presentation)


def test_a_memory_nested_without_end_is_none(deck: Package) -> None:
    part = find_manifest(deck)
    assert part is not None
    root = parse_xml(deck.parts[part])
    root.text = "[" * 20_000 + "]" * 20_000
    assert read_manifest(deck.replace({part: serialise(root)})) is None


def test_a_number_where_words_stand_is_refused(deck: Package) -> None:
    base = remembered(deck)["base"]
    for path in places(base):
        if path and path[-1] in ("id", "audience", "lang", "text"):
            with pytest.raises(ValueError, match="is no"):
                from_json(Presentation, changed(base, path, 7))
