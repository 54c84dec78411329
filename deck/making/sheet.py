"""A whole deck in a template, as one picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deck.raster import svg_png

if TYPE_CHECKING:
    from deck.package import Package

COLUMNS, CELL, GAP = 4, 480, 12
"""Slides a row, and a slide's width and the space between two, in pixels."""


def sheet_of(package: Package) -> bytes:
    """PNG bytes of its slides, drawn from their resolved scenes, side by side."""
    from deck.check.report.picture import slide_svg
    from deck.check.subject import Subject

    subject = Subject(package)
    wide, high = subject.sheets.size
    height = round(CELL * high / wide)
    cells = []
    for n, slide in enumerate(subject.slides):
        x, y = GAP + (n % COLUMNS) * (CELL + GAP), GAP + (n // COLUMNS) * (height + GAP)
        inner = slide_svg(subject, slide, [], "")
        place = f'<svg x="{x}" y="{y}" width="{CELL}" height="{height}" '
        cells.append(re.sub(r"<svg ", place, inner, count=1))
    rows = -(-len(cells) // COLUMNS)
    size = f'width="{COLUMNS * (CELL + GAP) + GAP}" height="{rows * (height + GAP) + GAP}"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="100%" height="100%" fill="#8a929a"/>{"".join(cells)}</svg>'
    )
    return svg_png(svg)
