"""Maps of the gallery as SVG: a place lit among its neighbours, and a county whose municipalities are links."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from deck.places import Place, Places
from deck.places.borders import borders_of
from deck.places.panel import PanelFrame, Points, clipped, plane_of, silhouette, view_of

PANEL = PanelFrame(640, height=480, fit_width=420, fit_height=320, x=350, y=240)
COUNTY = (560, 640)
"""px of a county's map, at most."""
MARK = (64, 64)


@dataclass(frozen=True, slots=True)
class AreaLink:
    """A municipality on its county's map: its outline as SVG path data, its name, and where it leads."""

    path: str
    name: str
    address: str


def _data(rings: Iterable[Points]) -> str:
    """SVG path data, with relative steps."""
    found = []
    for ring in rings:
        (x, y), *rest = ring
        steps = [f"M{x} {y}l"]
        for here_x, here_y in rest:
            steps.append(f"{here_x - x} {here_y - y} ")
            x, y = here_x, here_y
        found.append("".join(steps).rstrip() + "z")
    return "".join(found)


def codes_of(place: Place, places: Places) -> tuple[str, ...]:
    return tuple(item.code for item in places.members(place)) if place.is_county else (place.code,)


def panel_svg(place: Place, places: Places) -> str:
    """The place among its neighbours, coloured by the page's style; decorative, for its name stands beside."""
    view = view_of(codes_of(place, places), PANEL)
    layers = (("others", view.others), ("own", view.own), ("lit", view.lit))
    paths = "".join(f'<path class="{name}" d="{_data(rings)}"/>' for name, rings in layers if rings)
    view_box = f'preserveAspectRatio="xMaxYMid slice" viewBox="0 0 {PANEL.width} {PANEL.height}"'
    return f'<svg class="panel" {view_box} aria-hidden="true" focusable="false">{paths}</svg>'


def mark_svg(place: Place, places: Places) -> str:
    """The place's silhouette, small; decorative."""
    wide, high = MARK
    data = _data(silhouette(codes_of(place, places), wide, high))
    return f'<svg class="mark" viewBox="0 0 {wide} {high}" aria-hidden="true" focusable="false"><path d="{data}"/></svg>'


def county_areas(county: Place, places: Places, address: Callable[[Place], str]) -> tuple[tuple[int, int], list[AreaLink]]:
    """The size of a county's map in px, and its municipalities on it. `address`: where each leads."""
    known = {place.code: place for place in places.members(county)}
    rings = [ring for border in borders_of(county.county_code) for ring in border.rings]
    wide, high = COUNTY
    frame = PanelFrame(wide, height=high, fit_width=wide - 4, fit_height=high - 4, x=wide // 2, y=high // 2)
    plane = plane_of(rings, frame, 0)
    xs, ys = zip(*(point for ring in rings for point in plane.all_at(ring)), strict=True)
    size = (round(max(xs) - min(xs)) + 4, round(max(ys) - min(ys)) + 4)
    frame = PanelFrame(size[0], height=size[1], fit_width=size[0] - 4, fit_height=size[1] - 4, x=size[0] // 2, y=size[1] // 2)
    plane = plane_of(rings, frame, 0)
    found = []
    for border in borders_of(county.county_code):
        if (place := known.get(border.code)) is not None:
            path = _data(clipped(border.rings, plane, *size))
            found.append(AreaLink(path, name=place.name, address=address(place)))
    return size, found


def county_svg(county: Place, places: Places, address: Callable[[Place], str]) -> str:
    """The county's map; each municipality a link for who points. The list beside it is what is read and tabbed through."""
    (wide, high), areas = county_areas(county, places, address)
    links = "".join(
        f'<a href="{escape(area.address, quote=True)}" tabindex="-1"><title>{escape(area.name)}</title>'
        f'<path d="{area.path}"/></a>'
        for area in areas
    )
    return f'<svg class="county" viewBox="0 0 {wide} {high}" aria-hidden="true" focusable="false">{links}</svg>'
