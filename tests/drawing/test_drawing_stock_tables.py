"""PowerPoint's own table styles, which files name without defining."""

from __future__ import annotations

import uuid

import pytest

from deck.drawing.names import child, local
from deck.drawing.stock_tables import STOCK_TABLES, USUAL, stock_parts, stock_style


def test_four_families_in_seven_colours_each() -> None:
    assert len(STOCK_TABLES) == 28 and len(set(STOCK_TABLES.values())) == 28
    assert all(uuid.UUID(name) for name in STOCK_TABLES)
    assert STOCK_TABLES[USUAL] == ("Medium Style 2", "accent1")


@pytest.mark.parametrize("style", STOCK_TABLES)
def test_each_has_a_body_a_header_and_bands(style: str) -> None:
    parts = {local(part): part for part in stock_parts(style)}
    assert {"wholeTbl", "band1H", "firstCol", "firstRow"} <= set(parts)
    for name in ("wholeTbl", "firstRow"):
        assert child(parts[name], "a:tcTxStyle") is not None, name
    # The schema's order of a cell's borders (20.1.4.2.26).
    order = ["left", "right", "top", "bottom", "insideH", "insideV"]
    borders = child(parts["wholeTbl"], "a:tcStyle", "a:tcBdr")
    assert borders is not None
    named = [local(side) for side in borders]
    assert named == sorted(named, key=order.index)


def test_its_name_is_powerpoints() -> None:
    assert 'styleName="Medium Style 2 - Accent 1"' in stock_style(USUAL)
    assert 'styleName="Light Style 1"' in stock_style("{9D7B26C5-4107-4FEC-AEDC-1716B250A1EF}")


def test_a_style_that_is_none_of_them() -> None:
    assert stock_style("{nowhere}") == "" and stock_parts("{nowhere}") == ()
