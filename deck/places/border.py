"""The border of a place, as a map draws it."""

from __future__ import annotations

from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Border:
    """A municipality's rings of (longitude, latitude); outer rings and holes alike."""

    code: str
    name: str
    rings: tuple[Ring, ...]
    county_code: str


__all__ = ["Border", "Ring"]
