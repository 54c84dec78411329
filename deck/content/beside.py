"""What a local.yaml names that lies beside it: pictures and tables, by the names that it gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from deck.diagnostics import Diagnostics, Where
from deck.figures import Figures
from deck.i18n import _
from deck.presentation import Picture
from deck.source import Snapshot, load_yaml
from deck.source.named import near, path_of
from deck.tables import BadCells, FileCells, read_cells

Held = TypeVar("Held")
"""What a file holds: a table, or figures."""


@dataclass(frozen=True, slots=True)
class Beside:
    """As a deck remembers it, or as it was read: name → picture, table and figures."""

    pictures: tuple[tuple[str, Picture], ...] = ()
    tables: tuple[tuple[str, FileCells], ...] = ()
    figures: tuple[tuple[str, Figures], ...] = ()

    @classmethod
    def of(cls, pictures: Mapping[str, Picture], tables: Mapping[str, FileCells]) -> Beside:
        return cls(tuple(sorted(pictures.items())), tuple(sorted(tables.items())))

    def picture(self, name: str) -> Picture | None:
        return dict(self.pictures).get(name)

    def table(self, name: str) -> FileCells | None:
        return dict(self.tables).get(name)


@dataclass(frozen=True, slots=True)
class GivenFigures:
    """Figures that were given once, in a file of this name."""

    name: str
    figures: Figures


def cells_at(name: str, folder: Path, where: Where, diagnostics: Diagnostics, known: Beside | None) -> FileCells | None:
    """The table in a file that is named from `folder`; None where `diagnostics` say why. `known`: what a deck remembers; then no
    file is looked for."""
    if known is None:
        return read_at(name, folder, where, diagnostics, read_cells)
    cells = known.table(name)
    if cells is None:
        forgotten(name, where, diagnostics)
    return cells


def forgotten(name: str, where: Where, diagnostics: Diagnostics) -> None:
    """Tell of a table or figures that a deck does not remember."""
    message = _('the presentation does not remember the table "{name}"').format(name=name)
    diagnostics.error("missing-table", message, where, _("give your local.yaml with --local, the table beside it"))


def read_at(name: str, folder: Path, where: Where, diagnostics: Diagnostics, read: Callable[[Path], Held]) -> Held | None:
    """What `read` finds in the file that is named from `folder`; None where `diagnostics` say why."""
    if "://" in name:
        message = _("a table must be a file; nothing is fetched from an address")
        diagnostics.error("bad-table", message, where, _("save the table, and name its file"))
        return None
    path = path_of(folder, name)
    try:
        return read(path)
    except BadCells as error:
        message = str(error) if where.file == name else f"{name}: {error}"
        diagnostics.error("bad-table", message, where, near(path) or error.hint)
        return None


def files_named(local: Snapshot) -> tuple[Path, ...]:
    """The files that a local.yaml names, whether they are there or not."""
    tree = load_yaml(local, diagnostics=Diagnostics())
    slides = tree.get(("slides",))
    held = [slide for slide in slides if isinstance(slide, dict)] if isinstance(slides, list) else []
    names = [_file(slide.get(field)) for slide in held for field in ("picture", "table", "chart")]
    figures = tree.get(("figures", "file"))
    names += [name for name in (figures if isinstance(figures, list) else [figures]) if isinstance(name, str)]
    return tuple(path_of(local.path.parent, name) for name in names if name)


def _file(item: Any) -> str:
    name = item.get("file") if isinstance(item, dict) else None
    return name if isinstance(name, str) else ""


__all__ = ["Beside", "GivenFigures", "cells_at", "files_named", "forgotten", "read_at"]
