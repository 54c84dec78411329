"""Paths of free shapes and presets, curves and all."""

from __future__ import annotations

from typing import Any

import pytest
from drawing_made import element
from hypothesis import given
from hypothesis import strategies as st

from deck.drawing.outlines import corners_of, paths_of, preset_paths
from deck.drawing.preset_paths import PRESETS
from deck.drawing.rings import rings_of
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


spots = st.tuples(st.integers(-9_999_999, 9_999_999), st.integers(-9_999_999, 9_999_999))
strokes = st.lists(st.one_of(st.just("close"), st.tuples(st.sampled_from(["moveTo", "lnTo"]), spots)), max_size=8)


@given(spots, strokes, st.integers(1, 99_999_999), st.integers(0, 5_000_000), st.integers(0, 5_000_000))
def test_a_path_of_straight_lines_is_drawn_as_step_by_step(
    first: tuple[int, int], steps: list[Any], measure: int, wide: int, tall: int
) -> None:
    """A path that says its guides is followed; without them, it is read at a glance."""
    told = "".join(
        "<a:close/>" if step == "close" else f'<a:{step[0]}><a:pt x="{step[1][0]}" y="{step[1][1]}"/></a:{step[0]}>'
        for step in [("moveTo", first), *steps]
    )
    shape = (
        '<a:custGeom><a:avLst/><a:gdLst{guides}<a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{measure}" h="{measure}">{told}</a:path></a:pathLst></a:custGeom>'
    )
    quick, slow = element(shape.format(guides="/>")), element(shape.format(guides='><a:gd name="q" fmla="val 7"/></a:gdLst>'))
    assert corners_of(quick) is not None and corners_of(slow) is None
    box = Box(0, 0, wide, tall)
    assert paths_of(quick, box) == paths_of(slow, box)
    assert rings_of(quick, box) == rings_of(slow, box)
