"""A file of figures: a table, or JSON-stat."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from deck.figures.columns import figures_of
from deck.figures.jsonstat import figures_in
from deck.figures.observation import Figures
from deck.source import Stamp
from deck.tables import read_cells, read_file

JSON = (".json", ".jsonstat", ".px.json")


def read_figures(path: Path) -> Figures:
    """Raises BadCells where the file is missing, too large, broken, or holds no figures."""
    if path.suffix.lower() in JSON:
        return _of_json(path.stem, read_file(path))
    read_cells(path)
    return _of_table(Stamp.of(path.resolve()))


@lru_cache(maxsize=8)
def _of_table(file: Stamp) -> Figures:
    return figures_of(read_cells(file.path), file.path.stem)


@lru_cache(maxsize=8)
def _of_json(name: str, data: bytes) -> Figures:
    return figures_in(data, name)


__all__ = ["JSON", "read_figures"]
