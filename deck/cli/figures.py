"""The option that gives figures to every command that makes a deck."""

from __future__ import annotations

from pathlib import Path

import click

from deck.i18n import _

with_figures = click.option(
    "--figures",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Figures of places: CSV, .xlsx or JSON-stat, with place, indicator, year, amount and source. Can be repeated."),
)

__all__ = ["with_figures"]
