"""A file of figures: a table, or JSON-stat."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from deck.figures.columns import NoFigures, PartlyRead, all_of, figures_of, together
from deck.figures.jsonstat import figures_in
from deck.figures.observation import Figures
from deck.source import Stamp
from deck.tables import BadCells, read_cells, read_file, read_sheets

_NO_NAME = re.compile(r"(?:blad|sheet|ark|tabelle|feuil)\s*\d*|\d{4}", re.IGNORECASE)
"""Sheets whose names say nothing of what is counted."""
JSON = (".json", ".jsonstat", ".px.json")


def read_figures(path: Path) -> Figures:
    """Raises BadCells where the file is missing, too large, broken, or holds no figures."""
    if path.suffix.lower() in JSON:
        return _of_json(path.stem, read_file(path))
    read_cells(path)
    return _of_table(Stamp.of(path.resolve()))


@lru_cache(maxsize=8)
def _of_table(file: Stamp) -> Figures:
    """All sheets with figures, together; one is named by its sheet where there are several, else by its file."""
    sheets, found, others, faults = read_sheets(file.path), list[Figures](), list[NoFigures](), list[BadCells]()
    for title, cells in sheets.items():
        plain = len(sheets) == 1 or _NO_NAME.fullmatch(title)
        try:
            found.append(figures_of(cells, file.path.stem if plain else title))
        except NoFigures as error:
            others.append(error)
        except BadCells as error:
            faults.append(error if len(sheets) == 1 else BadCells(f"{title}: {error}", error.hint))
            found += [error.figures] if isinstance(error, PartlyRead) else []
    if not found:
        raise (*faults, *others)[0]
    unread = tuple(item for figures in found for item in figures.unread)
    observed = tuple(item for figures in found for item in figures.observations)
    left_out = tuple(item for figures in found for item in figures.left_out)
    if faults:
        raise all_of(faults, Figures(observed, unread, left_out))
    return replace(together(observed), unread=unread, left_out=left_out)


@lru_cache(maxsize=8)
def _of_json(name: str, data: bytes) -> Figures:
    return figures_in(data, name)


__all__ = ["JSON", "read_figures"]
