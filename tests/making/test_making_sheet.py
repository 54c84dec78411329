"""A whole deck in a template, as one picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from deck.errors import UsageError
from deck.making.sheet import CELL, COLUMNS, GAP
from deck.making.specimen import specimen
from deck.template import default_template_path


def test_every_slide_has_its_cell() -> None:
    with Image.open(io.BytesIO(specimen(default_template_path(), "1281", "kort").picture())) as found:
        picture = found.convert("RGB")
    height = CELL * 9 // 16
    rows = -(-9 // COLUMNS)
    assert picture.size == (COLUMNS * (CELL + GAP) + GAP, rows * (height + GAP) + GAP)
    between = picture.getpixel((GAP // 2, GAP // 2))
    for n in range(9):
        x, y = GAP + (n % COLUMNS) * (CELL + GAP), GAP + (n // COLUMNS) * (height + GAP)
        cell = picture.crop((x, y, x + CELL, y + height))
        assert len(cell.getcolors(1_000_000) or ()) > 10 and cell.getpixel((3, 3)) != between


def test_an_unknown_place_or_outline_is_refused() -> None:
    for place, outline in (("atlantis", "kort"), ("1281", "lång")):
        with pytest.raises(UsageError):
            specimen(default_template_path(), place, outline)
