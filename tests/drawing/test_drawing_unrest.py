"""Waves and logos are restless; what is plain, or passes slowly from one colour to another, is not."""

from __future__ import annotations

import pytest
from odd_templates import gradient, plain

from deck.drawing.ground import flat
from deck.drawing.model import Paint, SceneShape
from deck.drawing.scene import scene
from deck.drawing.unrest import unrest
from deck.geometry import Box
from deck.package import Package

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
AREA = Box(1_000_000, 1_000_000, 8_000_000, 4_000_000)


def stripe(n: int) -> SceneShape:
    box = Box(1_000_000 + n * 2_000_000, 1_000_000, 1_000_000, 4_000_000)
    return SceneShape(kind="shape", id=str(n), name="", origin="master", box=box, fill=Paint("solid", ("204A2C",)))


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 0.0), (1, 0.0, 0.06), (4, 0.1, 1.0)])
def test_edges_make_it_restless(count: int, low: float, high: float) -> None:
    package = plain()
    assert low <= unrest(package, scene(package, LAYOUT), [stripe(n) for n in range(count)], AREA) <= high


@pytest.mark.parametrize("package", [gradient()], ids=["a gradient"])
def test_what_passes_slowly_is_calm(package: Package) -> None:
    found = scene(package, LAYOUT)
    shapes = [shape for shape in flat(found.shapes) if not shape.is_placeholder]
    assert unrest(package, found, shapes, AREA) < 0.05
