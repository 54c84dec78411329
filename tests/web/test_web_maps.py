"""A place lit among its neighbours."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from deck.places import load_places
from deck.web.maps import SIDE, map_svg


@pytest.mark.parametrize("code", ["", "1281", "12", "0980", "09", "2584", "0183"])
def test_a_map_is_well_formed_and_lights_the_place_alone(code: str) -> None:
    tree = etree.fromstring(map_svg(code, "ffcc00").encode())
    paths = {path.get("fill"): path.get("d") for path in tree}
    assert ("#ffcc00" in paths) == bool(code)
    for line in filter(None, paths.values()):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", line)]
        assert min(numbers) >= -1 and max(numbers) <= SIDE + 1
    lit = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", paths.get("#ffcc00") or "")]
    if code:
        across = max(lit[::2]) - min(lit[::2]), max(lit[1::2]) - min(lit[1::2])
        assert max(across) > SIDE * 0.06, "the place is too small to be seen"


def test_every_place_has_one() -> None:
    whole = {place.code: map_svg(place.code, "ffffff") for place in load_places().all}
    assert all('fill="#ffffff"' in svg for svg in whole.values()) and len(set(whole.values())) > 300
    assert max(map(len, whole.values())) < 120_000
