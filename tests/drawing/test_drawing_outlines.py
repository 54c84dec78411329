"""Paths of free shapes and presets, curves and all."""

from __future__ import annotations

import pytest
from drawing_made import element

from deck.drawing.outlines import paths_of, preset_paths
from deck.drawing.preset_paths import PRESETS
from deck.geometry import Box

BOX = Box(0, 0, 1000, 500)


def test_a_free_shape_is_scaled_and_its_guides_are_worked_out() -> None:
    shape = element(
        '<a:custGeom><a:avLst><a:gd name="adj" fmla="val 25000"/></a:avLst>'
        '<a:gdLst><a:gd name="x1" fmla="*/ w adj 100000"/></a:gdLst>'
        '<a:pathLst><a:path><a:moveTo><a:pt x="x1" y="t"/></a:moveTo><a:lnTo><a:pt x="r" y="b"/></a:lnTo><a:close/></a:path>'
        '<a:path w="100" h="100" fill="none" stroke="0"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        '<a:cubicBezTo><a:pt x="0" y="50"/><a:pt x="50" y="100"/><a:pt x="100" y="100"/></a:cubicBezTo></a:path>'
        "</a:pathLst></a:custGeom>"
    )
    one, two = paths_of(shape, BOX)
    assert one.steps == (("M", ((250, 0),)), ("L", ((1000, 500),)), ("Z", ()))
    assert two.steps == (("M", ((0, 0),)), ("C", ((0, 250), (500, 500), (1000, 500))))
    assert (two.fill, two.stroke) == ("none", False)


def test_an_arc_ends_where_its_angles_say() -> None:
    shape = element(
        '<a:custGeom><a:pathLst><a:path w="1000" h="500"><a:moveTo><a:pt x="0" y="250"/></a:moveTo>'
        '<a:arcTo wR="500" hR="250" stAng="10800000" swAng="10800000"/></a:path></a:pathLst></a:custGeom>'
    )
    (path,) = paths_of(shape, BOX)
    assert path.steps[-1][1][-1] == pytest.approx((1000, 250), abs=0.01)
    tops = [y for name, points in path.steps if name == "C" for _x, y in points[-1:]]
    assert min(tops) == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_every_preset_is_drawn_near_its_box(name: str) -> None:
    paths = preset_paths(name, BOX)
    points = [point for path in paths for _name, spots in path.steps for point in spots]
    assert points and all(path.steps[0][0] == "M" for path in paths)
    # What points out of a callout lies outside, and what only bends a curve.
    most = 0.7 if "Callout" in name else 0.6
    assert all(-1000 * most <= x <= 1000 * (1 + most) and -500 * most <= y <= 500 * (1 + most) for x, y in points)


def test_a_presets_own_adjust_values_count_and_others_do_not() -> None:
    plain, changed = preset_paths("donut", BOX), preset_paths("donut", BOX, [("adj", "val 10000"), ("hc", "val 3")])
    assert plain != changed
    assert changed[0].steps[0] == ("M", ((0, 250),))
    assert preset_paths("no such shape", BOX) == () == paths_of(None, BOX)
