"""SetAlt: what is said for those who do not see a shape."""

from __future__ import annotations

from dataclasses import replace

import pytest
from apply_deck import on_bench, with_block
from refresh_releases import BASE

from deck.drawing.sheet import properties_of
from deck.refresh.plan import SetAlt


@pytest.mark.parametrize("where", [("table", "object"), ("chart", "object"), ("cards", "object"), ("photo", "picture")])
def test_the_text_alone_changes(where: tuple[str, str]) -> None:
    slide = BASE.slide(where[0])
    slot = slide.slot(where[1]) if slide is not None else None
    assert slot is not None
    deck = on_bench(with_block(*where, replace(slot.block, alt="Sagt på ett annat sätt.")))
    (edit,) = deck.alone(SetAlt)
    props = properties_of(deck.shape(*where))
    assert props is not None and props.get("descr") == edit.after == "Sagt på ett annat sätt."
    assert deck.changed() == {deck.bench.mine[where[0]][0].part}
