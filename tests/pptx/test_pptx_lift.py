"""Manifests of every version that ever left us are read; what is newer than ours is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.errors import UsageError
from deck.package import open_package
from deck.pptx.lift import VERSION, apart, lifted
from deck.pptx.manifest import find_manifest, read_manifest
from deck.pptx.reader import read_pptx
from deck.presentation import Diagram, Item, Link, Slot, from_json

OLD = Path(__file__).parents[2].parent / "shared" / "decks" / "v1"


def slot(block: dict[str, object]) -> Slot:
    data = {"version": 1, "base": {"slides": [{"slots": [{"id": "s", "role": "object", "block": block}]}]}}
    found = lifted(data)
    assert found["version"] == VERSION
    return from_json(Slot, found["base"]["slides"][0]["slots"][0])


def test_processes_cards_and_figures_are_diagrams() -> None:
    steps = [{"id": "a", "title": "Planera", "text": "Mål"}, {"id": "b", "title": "Följa upp"}]
    items = (Item("a", "Planera", "Mål"), Item("b", "Följa upp"))
    assert slot({"type": "Process", "steps": steps, "alt": "x"}).block == Diagram("process", items, "x")
    assert slot({"type": "Process", "steps": steps, "alt": "x", "loop": True}).block == Diagram("loop", items, "x")
    card = {"id": "a", "title": "Roller", "number": "1", "link": {"slide": "roles"}}
    assert slot({"type": "Cards", "cards": [card], "alt": "x", "columns": 2}).block == Diagram(
        "cards", (Item("a", "Roller", key="1", link=Link(slide="roles")),), "x", columns=2
    )
    assert slot({"type": "BigNumber", "number": "80", "label": "kommuner"}).block == Diagram(
        "number", (Item("number", "kommuner", key="80"),), ""
    )


@pytest.mark.parametrize("version", [0, "1", None, True])
def test_no_version_of_ours_is_not_lifted(version: object) -> None:
    if version is True:
        version = VERSION + 1
    with pytest.raises(ValueError, match="no version"):
        lifted({"version": version})


def test_sizes_that_were_kept_among_the_digests_are_apart() -> None:
    both = {"digests": {"a": {"object": "x+/9Az", "object/sizes": "=3000:1"}, "b": {"body/sizes": "=1800:2"}}}
    apart_now = {"a": {"object": "x+/9Az"}}, {"a": {"object": "=3000:1"}, "b": {"body": "=1800:2"}}
    assert apart(both) == apart_now
    assert apart({"digests": apart_now[0], "sizes": apart_now[1]}) == apart_now and apart({}) == ({}, {})


@pytest.mark.skipif(not OLD.is_dir(), reason="the older decks are not here")
@pytest.mark.parametrize("path", sorted(OLD.glob("*.pptx")) if OLD.is_dir() else [], ids=lambda path: path.stem)
def test_older_decks_say_what_their_base_says(path: Path) -> None:
    deck = read_pptx(path)
    assert deck.manifest is not None and deck.presentation is not None
    forms = {slot.block.form for slide in deck.manifest.base.slides for slot in slide.slots if isinstance(slot.block, Diagram)}
    assert forms & {"cards", "process", "loop"}
    assert deck.presentation.slides == deck.manifest.base.slides


@pytest.mark.skipif(not OLD.is_dir(), reason="the older decks are not here")
def test_a_newer_deck_is_refused_in_one_line() -> None:
    package = open_package(sorted(OLD.glob("*.pptx"))[0])
    part = find_manifest(package)
    assert part is not None
    newer = package.parts[part].replace(b'"version": 1', b'"version": %d' % (VERSION + 1))
    assert newer != package.parts[part]
    with pytest.raises(UsageError) as refused:
        read_manifest(package.replace({part: newer}))
    assert [item.code for item in refused.value.diagnostics] == ["newer-deck"]
