"""A place among its neighbours, as a drawing of our own for the pages' heads."""

from __future__ import annotations

from functools import lru_cache

from deck.layout.areas import bounds, clipped, gridded, middle_of, projected
from deck.places import Place, load_places
from deck.places.borders import all_borders
from deck.presentation import Area

SIDE = 1000
"""The drawing's width and height."""
LEAST = 0.006
"""Of the earth's radius: so little is never all that shows, or a small place would have no neighbours (about 38 km)."""
OTHER, OWN, EDGE = "#ffffff12", "#ffffff29", "#00000055"


@lru_cache(maxsize=1)
def _areas() -> tuple[Area, ...]:
    return tuple(Area(border.code, border.name, border.rings) for border in all_borders())


@lru_cache(maxsize=1)
def _county_of() -> dict[str, str]:
    return {border.code: border.county_code for border in all_borders()}


@lru_cache(maxsize=400)
def map_svg(code: str, lit: str) -> str:
    """SVG of a place lit among its neighbours, or with "" of the whole country. `lit`: RRGGBB."""
    county_of = _county_of()
    place = next((item for item in load_places().all if item.code == code), None)
    mine = [area for area in _areas() if place is not None and _is_mine(area, place)]
    middle = middle_of(mine or _areas())
    rings = {area.code: projected(area, middle) for area in _areas()}
    left, top, right, bottom = bounds(ring for area in mine or _areas() for ring in rings[area.code])
    half = max(right - left, bottom - top, LEAST) * (0.56 if not mine else 0.72)
    x, y = (left + right) / 2, (top + bottom) / 2
    frame = (x - half, y - half, x + half, y + half)
    scale = SIDE / (2 * half)
    paths: dict[str, list[str]] = {OTHER: [], OWN: [], f"#{lit}": []}
    for area in _areas():
        fill = OTHER
        if place is None or county_of[area.code] == place.county_code:
            fill = OWN
        if place is not None and _is_mine(area, place):
            fill = f"#{lit}"
        for ring in rings[area.code]:
            kept = clipped(ring, frame)
            points = gridded([((px - frame[0]) * scale, (py - frame[1]) * scale) for px, py in kept], 2) if len(kept) > 2 else ()
            if len(points) > 2:
                paths[fill].append("M" + "L".join(f"{px} {py}" for px, py in points) + "Z")
    drawn = "".join(f'<path d="{"".join(found)}" fill="{fill}" stroke="{EDGE}"/>' for fill, found in paths.items() if found)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}">{drawn}</svg>'


def _is_mine(area: Area, place: Place) -> bool:
    return _county_of()[area.code] == place.county_code if place.is_county else area.code == place.code
