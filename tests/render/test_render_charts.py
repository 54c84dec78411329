"""Charts drawn small from the numbers that the file caches."""

from __future__ import annotations

import re
from typing import Any

import pytest
from render_made import chart, count, drawn, package_of, replace_chart, texts


@pytest.mark.parametrize(
    ("kind", "series", "shape", "least"),
    [
        ("bar", ((3.0, 5.0, 8.0),), "rect", 3),
        ("column", ((3.0, 5.0, 8.0), (1.0, None, 2.0)), "rect", 6),
        ("line", ((3.0, 5.0, 8.0), (1.0, None, 2.0)), "polyline", 2),
        ("doughnut", ((80.0, 210.0, 1.0),), "path", 3),
    ],
)
def test_charts_are_drawn_from_their_numbers(
    kind: Any, series: tuple[tuple[float | None, ...], ...], shape: str, least: int
) -> None:
    block = chart(kind, *series)
    package = package_of(block)
    without = drawn(replace_chart(package, b"<no-chart/>"))
    picture = drawn(package)
    # Where the chart cannot be read, a pale box stands for it.
    assert count(picture, shape) - count(without, shape) >= least - (shape == "rect")
    assert {"Nord", "Mitt", "Syd"} <= {*texts(picture)}
    assert not {"Nord", "Mitt", "Syd"} & {*texts(without)}


@pytest.mark.parametrize("data", [b"", b"not xml", b"<c/>", b'<!DOCTYPE x [<!ENTITY e "b">]><c>&e;</c>'])
def test_a_broken_chart_is_a_pale_box(data: bytes) -> None:
    picture = drawn(replace_chart(package_of(chart("bar", (1.0, 2.0, 3.0))), data))
    assert any(item.get("fill") == "#EEEEEE" for item in picture.iter("{*}rect"))


def heights(picture: Any, fill: str) -> list[float]:
    return [float(item.get("height")) for item in picture.iter("{*}rect") if item.get("fill") == fill]


def test_columns_stand_in_proportion_and_labels_say_their_values() -> None:
    picture = drawn(package_of(chart("column", (2.0, 4.0, 8.0))))
    fills = [item.get("fill") for item in picture.iter("{*}rect")]
    found = heights(picture, max(fills, key=fills.count))[-3:]
    assert found[1] == pytest.approx(2 * found[0], rel=0.02) and found[2] == pytest.approx(4 * found[0], rel=0.02)
    assert {"2", "4", "8"} <= {*texts(picture)}


def test_a_ring_goes_all_round_and_names_its_parts() -> None:
    picture = drawn(package_of(chart("doughnut", (1.0, 1.0, 2.0))))
    wedges = [item for item in picture.iter("{*}path") if "A" in (item.get("d") or "")]
    assert len(wedges) == 3 and len({item.get("fill") for item in wedges}) == 3
    ends = [re.findall(r"[MAL ]?(-?[0-9.]+) (-?[0-9.]+)", item.get("d"))[0] for item in wedges]
    assert len(set(ends)) == 3


@pytest.mark.parametrize("values", [(0.0, 0.0, 0.0), (None, None, None), (-1.0, -2.0, -3.0)])
@pytest.mark.parametrize("kind", ["bar", "column", "line", "doughnut"])
def test_numbers_without_a_height_stop_nothing(kind: str, values: tuple[float | None, ...]) -> None:
    assert drawn(package_of(chart(kind, values))).get("role") == "img"


def test_two_series_have_a_legend() -> None:
    assert {"Serie 1", "Serie 2"} <= {*texts(drawn(package_of(chart("bar", (1.0, 2.0, 3.0), (3.0, 2.0, 1.0)))))}


def test_lines_bear_their_names_and_stop_where_an_amount_is_missing() -> None:
    picture = drawn(package_of(chart("line", (3.0, None, 8.0), (1.0, 2.0, 2.0))))
    assert {"Serie 1 8", "Serie 2 2", "3"} <= {*texts(picture)}
    runs = [len(item.get("points").split()) for item in picture.iter("{*}polyline")]
    assert sorted(runs)[-3:] == [1, 1, 3]
    right = {item.text: float(item.get("y")) for item in picture.iter("{*}text") if (item.text or "").startswith("Serie")}
    assert len({round(y) for y in right.values()}) == 2


def test_what_is_below_nought_is_drawn_there() -> None:
    picture = drawn(package_of(chart("column", (4.0, -2.0, 8.0))))
    fills = [item.get("fill") for item in picture.iter("{*}rect")]
    columns = [item for item in picture.iter("{*}rect") if item.get("fill") == max(fills, key=fills.count)][-3:]
    up, down, _most = ((float(item.get("y")), float(item.get("height"))) for item in columns)
    assert down[0] == pytest.approx(up[0] + up[1], abs=0.5) and up[1] == pytest.approx(2 * down[1], rel=0.05)
    lines = drawn(package_of(chart("line", (4.0, -2.0, 8.0))))
    spots = next(lines.iter("{*}polyline")).get("points", "").split()
    assert sorted(spots, key=lambda spot: -float(spot.split(",")[1]))[0] == spots[1]
