"""Borders in a manifest: packed and unpacked alike, each set once, and what does not fit is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from test_pptx_manifest import BARE

from deck.compose.county import county_areas
from deck.package import package_bytes
from deck.places import load_places
from deck.pptx.borders import packed, unpacked, unshared
from deck.pptx.manifest import Manifest, add_manifest, find_manifest, manifest_xml, read_manifest
from deck.presentation import Area, Map, Presentation, Section, Slide, Slot, from_json, text

PLACES = load_places()
FINE = Area("1", "Fint", (((13.123456, 55.7), (13.2, 55.7), (13.2, 55.8)),))


def areas(code: str) -> tuple[Area, ...]:
    return county_areas(PLACES, code)


def said(*maps: Map) -> Presentation:
    slots = (Slot("title", "title", text("Karta")), *(Slot(f"map-{n}", "body", item) for n, item in enumerate(maps)))
    return Presentation(
        title="T",
        lang="sv-SE",
        place="14",
        place_name="P",
        outline="kort",
        audience="alla",
        release="2026",
        sections=(Section("s", "S"),),
        slides=(Slide("a", "content", slots, (), "s"),),
    )


@pytest.mark.parametrize("code", ["09", "12", "14", "25"])
def test_what_is_packed_is_unpacked_to_the_last_digit(code: str) -> None:
    data = json.loads(json.dumps(packed(areas(code))))
    assert tuple(from_json(Area, item) for item in unpacked(data)) == areas(code)


def test_what_is_finer_than_a_step_is_kept_as_it_is() -> None:
    assert tuple(from_json(Area, item) for item in unpacked(packed((FINE,)))) == (FINE,)


def test_a_set_stands_once_however_many_maps_have_it() -> None:
    one = Map(areas("14"), "alt", "")
    once, thrice = (manifest_xml(Manifest(said(*maps))) for maps in ((one,), (one, one, replace(one, around=areas("14")))))
    assert len(thrice) - len(once) < 300
    made = add_manifest(BARE, Manifest(said(one, replace(one, around=areas("09")))))
    assert package_bytes(made) == package_bytes(add_manifest(BARE, Manifest(said(one, replace(one, around=areas("09"))))))
    read = read_manifest(made)
    assert read is not None and read.base == said(one, replace(one, around=areas("09")))


@pytest.mark.parametrize("number", [-1, 1, 99])
def test_a_map_of_borders_that_are_not_there_is_damage(number: int) -> None:
    with pytest.raises(ValueError, match="no borders"):
        unshared({"borders": [packed(areas("09"))], "base": {"slides": [{"type": "Map", "areas": number}]}})
    made = add_manifest(BARE, Manifest(said(Map(areas("09"), "alt", ""))))
    part = find_manifest(made)
    assert part is not None
    spoilt = made.parts[part].replace(b'"areas":0', f'"areas":{number}'.encode())
    assert spoilt != made.parts[part] and read_manifest(made.replace({part: spoilt})) is None


def test_older_ones_that_bear_their_own_are_read_as_they_are() -> None:
    data = {"base": {"slides": [{"type": "Map", "areas": [{"code": "1", "name": "A", "rings": []}]}]}}
    assert unshared(data) == data
