"""Labels and legends within a chart."""

from __future__ import annotations

from typing import Any

import pytest
from faults_fits import legend, round_chart
from good_decks import edited, element, made, ours

from deck.check.chart_labels import RULES, Slice
from deck.check.subject import Subject
from deck.package import Package

QUARTER = Slice(hole=50, radius=100, start=0.0, end=0.25)


def codes(package: Package) -> list[str]:
    subject = Subject(package)
    return [finding.rule.code for rule in RULES for finding in rule.find(subject)]


@pytest.mark.parametrize(
    ("x", "y", "there"), [(75, 0.1, True), (0.1, 75, True), (-1, 75, False), (75, -1, False), (40, 10, False), (90, 60, False)]
)
def test_what_lies_on_a_slice(x: float, y: float, there: bool) -> None:
    assert QUARTER.has(x, y) is there


def test_a_whole_ring_has_all_around_and_one_that_passes_the_top_goes_on() -> None:
    whole, across = Slice(50, 100, 0.25, 1.25), Slice(50, 100, 0.9, 1.1)
    assert all(whole.has(x, y) for x, y in ((75, 1), (-75, 1), (1, -75)))
    assert across.has(5, 75) and across.has(-5, 75) and not across.has(5, -75)


@pytest.mark.parametrize(("wide", "high", "stands"), [(30, 20, True), (70, 20, False), (20, 70, False)])
def test_a_box_stands_on_it_with_all_its_corners(wide: float, high: float, stands: bool) -> None:
    assert QUARTER.holds(wide, high, (0.5,)) is stands


@pytest.mark.parametrize(
    "plant",
    [
        round_chart(),
        round_chart("pieChart", '<c:dLblPos val="ctr"/>'),
        round_chart("pieChart", '<c:dLblPos val="outEnd"/>', (98, 1)),
        # Where nothing is said the program puts it beside a thin slice.
        round_chart("pieChart", "", (98, 1)),
    ],
    ids=["ring", "middle", "outside", "best fit"],
)
def test_labels_that_have_room_are_no_fault(plant: Any) -> None:
    assert codes(plant(made())) == []


def test_a_label_with_a_ground_of_its_own_or_that_was_moved_is_meant_so() -> None:
    grounded = round_chart(size=9000)(made())
    part = next(name for name in grounded.parts if name.startswith("ppt/charts/chart"))
    fill = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
    own = edited(grounded, part, lambda root: next(root.iter("{*}dLbls")).insert(0, element(fill)))
    assert codes(grounded) == ["fits/label-over-edge"] * 2 and codes(own) == []


def test_a_legend_that_somebody_placed_is_no_fault() -> None:
    place = '<c:layout><c:manualLayout><c:x val="0.8"/><c:y val="0.1"/></c:manualLayout></c:layout>'
    assert codes(legend(place)(made())) == []


def test_our_own_charts_have_none() -> None:
    assert codes(ours()) == []
