"""A large figure with its meaning."""

# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

import pytest
from layout_made import group_of, laid_block, place

from deck.geometry import pt
from deck.layout import audit
from deck.layout.diagrams.number import draw
from deck.presentation import Diagram, Item


def test_a_big_number_stands_on_one_line_over_its_meaning() -> None:
    group = group_of(Diagram("number", (Item("n", "kommuner kunde lämna synpunkter", key="drygt 80"),), ""))
    number, label = group.children[1:]
    assert number.size_pt > 3 * label.size_pt
    assert number.box.bottom <= label.box.y + 1
    narrow, found = laid_block(
        Diagram("number", (Item("n", "är mycket pengar", key="1 234 567 890 kronor"),), ""), "two-content", "left"
    )
    assert not found.errors
    assert not audit(narrow)


def keys(block: Diagram, width: int, height: int) -> tuple[dict, tuple]:
    outcome = draw(block, place(width, height))
    return {child.key: child for child in outcome.parts[0][0].children}, outcome.troubles


NUMBER = Diagram("number", (Item("n", "kommuner av 290", key="80"),), "alt")


@pytest.mark.parametrize(("width", "height"), [(600, 300), (200, 150), (120, 90)])
def test_the_figure_is_as_large_as_its_box_allows(width: int, height: int) -> None:
    shapes, troubles = keys(NUMBER, width, height)
    assert not troubles and set(shapes) == {"bar", "item:n:number", "item:n:title"}
    figure, label = shapes["item:n:number"], shapes["item:n:title"]
    assert 24 <= figure.size_pt <= 115 and label.size_pt >= 18
    assert label.box.bottom <= pt(height) and figure.box.y >= 0
    larger, _troubles = keys(NUMBER, 2 * width, 2 * height)
    assert larger["item:n:number"].size_pt >= figure.size_pt


def test_without_room_all_words_are_there_and_it_complains() -> None:
    shapes, troubles = keys(NUMBER, 50, 40)
    assert [item.code for item in troubles] == ["text-too-long"]
    assert [item.text for item in shapes["item:n:number"].paragraphs] == ["80", "kommuner av 290"]


def test_nothing_is_nothing() -> None:
    assert draw(Diagram("number", (), ""), place(300, 300)).parts == ((),)
