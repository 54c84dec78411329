"""A collection's places and borders: read, or every fault told with where it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deck.errors import InputError
from deck.places.given import given_borders, given_places

CSV = "code,name,county,own_name\n1,Over,,The Over Board\n11,Under,1,\n"
SQUARE = [[0, 50], [1, 50], [1, 51], [0, 50]]


def square(code: str = "11", ring: object = SQUARE, kind: str = "Polygon") -> dict[str, object]:
    return {"id": code, "properties": {}, "geometry": {"type": kind, "coordinates": [ring]}}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    places, borders = tmp_path / "places.csv", tmp_path / "borders.geojson"
    places.write_text(CSV, encoding="utf-8")
    borders.write_text(json.dumps({"features": [square()]}), encoding="utf-8")
    return borders, places


def test_names_that_are_not_given_are_the_name(files: tuple[Path, Path]) -> None:
    under, over = given_places(files[1])
    assert (under.kind, under.own_name, under.genitive, under.county_code) == ("municipality", "Under", "Under", "1")
    assert (over.kind, over.own_name, over.short, over.county_code) == ("county", "The Over Board", "Over", "1")


def test_semicolons_and_the_mark_of_excel(files: tuple[Path, Path]) -> None:
    plain = given_places(files[1])
    files[1].write_text("\ufeff" + CSV.replace(",", ";"), encoding="utf-8")
    assert given_places(files[1]) == plain


def test_borders_by_county(files: tuple[Path, Path]) -> None:
    (border,) = given_borders(*files)["1"]
    assert (border.code, border.name, border.county_code, len(border.rings[0])) == ("11", "Under", "1", 4)
    by_property = {"properties": {"code": 11}, "geometry": square()["geometry"]}
    files[0].write_text(json.dumps({"features": [by_property]}), encoding="utf-8")
    assert given_borders(*files)["1"] == [border]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("code,nam,county\n", [1, 1]),
        ("code,name,county\n", [0]),
        ("code,name,county\n1,Over,\n11,Under,2\n1,Also,\n,X,1\na b,Y,1\n", [3, 4, 5, 6]),
    ],
)
def test_faults_of_places(files: tuple[Path, Path], text: str, lines: list[int]) -> None:
    files[1].write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        given_places(files[1])
    assert [item.where.line for item in caught.value.diagnostics] == lines
    assert all(item.hint for item in caught.value.diagnostics)


@pytest.mark.parametrize(
    "features",
    [
        [],
        [square("12")],
        [square(ring=[[0, 50], [1, 50]])],
        [square(ring=[[500_000, 6_000_000], [500_001, 6_000_000], [500_001, 6_000_001]])],
        [square(kind="Point")],
        [{"id": "11"}],
        "x",
        None,
    ],
)
def test_faults_of_borders(files: tuple[Path, Path], features: object) -> None:
    files[0].write_text(json.dumps({"features": features}), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        given_borders(*files)
    assert all(item.where.file and item.hint for item in caught.value.diagnostics)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        given_places(tmp_path / "nowhere.csv")
    (tmp_path / "a.csv").write_bytes(b"code,name,county\n1,\xe5,\n")
    with pytest.raises(InputError):
        given_places(tmp_path / "a.csv")
