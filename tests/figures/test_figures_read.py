"""A file of figures, by its ending."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deck.figures import read_figures
from deck.tables import BadCells


def test_tables_and_cubes_are_read(tmp_path: Path) -> None:
    table, cube = tmp_path / "folk.csv", tmp_path / "folk.json"
    table.write_text("kod;år;värde\n1281;2023;5\n", "utf-8")
    one = {"category": {"index": ["2023"]}}
    place = {"category": {"index": ["1281"]}}
    cube.write_text(
        json.dumps({"id": ["region", "tid"], "size": [1, 1], "dimension": {"region": place, "tid": one}, "value": [5]})
    )
    for path in (table, cube):
        (found,) = read_figures(path).observations
        assert (found.place, found.indicator.name, found.period, found.value) == ("1281", "folk", "2023", 5.0)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("borta.csv", "borta.json"):
        with pytest.raises(BadCells):
            read_figures(tmp_path / name)
