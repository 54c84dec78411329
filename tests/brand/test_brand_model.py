"""A profile's plain values are those that were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.brand import load_brand
from deck.places import load_places


@pytest.mark.parametrize(("written", "footer"), [("", ""), ("footer: Tillsammans", "Tillsammans")])
def test_a_footer_that_is_written_and_one_that_is_not(written: str, footer: str, tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text(written, "utf-8")
    places = load_places()
    assert load_brand(places.find("lund"), places, root=tmp_path).footer == footer
