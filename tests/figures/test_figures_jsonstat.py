"""JSON-stat 2.0, as PxWeb gives it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from deck.figures import Indicator
from deck.figures.jsonstat import figures_in
from deck.tables import BadCells


def side(codes: list[str], labels: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
    return {"label": "x", "category": {"index": {code: n for n, code in enumerate(codes)}, "label": labels or {}, **more}}


def cube(**changes: Any) -> dict[str, Any]:
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Folkmängd",
        "source": "SCB",
        "updated": "2024-02-22T07:00:00Z",
        "id": ["Region", "ContentsCode", "Tid"],
        "size": [2, 1, 2],
        "role": {"geo": ["Region"], "time": ["Tid"], "metric": ["ContentsCode"]},
        "dimension": {
            "Region": side(["00", "1281"], {"00": "Riket", "1281": "Lund"}),
            "ContentsCode": side(["BE1"], {"BE1": "Folkmängd"}, unit={"BE1": {"base": "antal"}}),
            "Tid": side(["2022", "2023"]),
        },
        "value": [1, 2, 3, None],
    } | changes


def read(value: Any) -> list[tuple[str, str, float | None]]:
    figures = figures_in(json.dumps(value).encode(), "fil")
    return [(item.place, item.period, item.value) for item in figures.observations]


WHOLE = [("00", "2022", 1.0), ("00", "2023", 2.0), ("1281", "2022", 3.0), ("1281", "2023", None)]


def test_a_cube_is_read_with_its_unit_source_and_day() -> None:
    assert read(cube()) == WHOLE
    figures = figures_in(json.dumps(cube()).encode(), "fil")
    assert figures.indicators == {"BE1": Indicator("BE1", "Folkmängd", "antal", "SCB", "2024-02-22")}


def test_amounts_by_number_and_sides_without_roles() -> None:
    assert read(cube(value={"0": 1, "1": 2, "2": 3})) == WHOLE
    assert read({key: value for key, value in cube().items() if key != "role"}) == WHOLE


def test_of_what_parts_the_amounts_the_total_is_read() -> None:
    sexes = cube(
        id=["Region", "Kon", "Tid"],
        size=[1, 3, 1],
        role={"geo": ["Region"], "time": ["Tid"]},
        dimension={
            "Region": side(["1281"]),
            "Kon": side(["1", "2", "1+2"], {"1": "män", "2": "kvinnor", "1+2": "totalt"}),
            "Tid": side(["2023"]),
        },
        value=[1, 2, 3],
    )
    assert read(sexes) == [("1281", "2023", 3.0)]
    sexes["dimension"]["Kon"] = side(["1", "2", "3"], {"1": "män", "2": "kvinnor", "3": "okänt"})
    with pytest.raises(BadCells):
        read(sexes)


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        None,
        cube(size=[9, 9, 9]),
        cube(value=[1]),
        cube(id=["Region"], size=[2]),
        {"class": "collection", "link": {}},
        cube(size=["x"]),
        cube(dimension={}),
    ],
)
def test_what_is_no_cube_is_said(value: Any) -> None:
    with pytest.raises(BadCells) as caught:
        read(value)
    assert caught.value.hint


def test_what_is_no_json_is_said() -> None:
    for data in (b"", b"\xff\xfe", b"{", b"[" * 100_000):
        with pytest.raises(BadCells):
            figures_in(data, "fil")


def test_a_collection_with_one_dataset_in_it_is_that() -> None:
    assert read({"version": "2.0", "class": "collection", "link": {"item": [cube()]}}) == read(cube())


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({"class": "collection", "link": {"item": [cube(), cube()]}}, "several datasets"),
        ({"class": "collection", "link": {"item": [{"class": "dataset", "href": "https://x.example"}]}}, "the amounts of none"),
        ({"class": "dimension", "label": "x"}, 'of the class "dimension"'),
        ({"ds": cube()}, "version 1"),
        ({"a": 1}, "no JSON-stat dataset"),
    ],
)
def test_what_json_stat_has_besides_is_told_by_its_name(value: Any, wanted: str) -> None:
    with pytest.raises(BadCells) as caught:
        read(value)
    assert wanted in str(caught.value) and caught.value.hint


def test_amounts_in_quotes_are_amounts() -> None:
    cube = {
        "version": "2.0",
        "class": "dataset",
        "label": "A",
        "id": ["Region", "Tid"],
        "size": [1, 2],
        "dimension": {
            "Region": {"category": {"index": ["1281"], "label": {"1281": "Lund"}}},
            "Tid": {"category": {"index": ["2020", "2021"]}},
        },
        "value": ["61.5", ".."],
    }
    assert [item.value for item in figures_in(json.dumps(cube).encode(), "x").observations] == [61.5, None]
