"""Charts: by point, value and label together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from merge_sides import merged_block
from refresh_releases import CHART

from deck.presentation import Chart, Series
from deck.refresh.merge.chart import doubled, label_of, named, points_of, renamed
from deck.refresh.plan import Point


def chart(*values: float | None, **changes: object) -> Chart:
    return replace(CHART, series=(Series("Kommuner", values),), **changes)  # type: ignore[arg-type]


def values(block: object) -> tuple[float | None, ...]:
    assert isinstance(block, Chart)
    return block.series[0].values


@pytest.mark.parametrize(("text", "name"), [("Genomföra", "genomfora"), ("Följa upp!", "folja-upp"), ("80 %", "80"), ("–", "x")])
def test_a_name_in_an_address(text: str, name: str) -> None:
    assert named(text) == name


def test_points_of_both_sides_stand_together() -> None:
    leaf, conflicts = merged_block(CHART, chart(41.0, 25.0, 15.0), chart(40.0, 25.0, 18.0))
    assert values(leaf.value) == (41.0, 25.0, 18.0) and not conflicts and leaf.base == chart(40.0, 25.0, 18.0)


def test_a_value_and_its_words_are_one() -> None:
    mine, theirs = chart(40.0, 25.0, 15.0, labels=("drygt 40", "", "")), chart(44.0, 25.0, 15.0)
    leaf, conflicts = merged_block(CHART, mine, theirs)
    assert leaf.value == mine and [item.address.point for item in conflicts] == ["planera"]
    assert conflicts[0].terms.mine == Point(value=40.0, label="drygt 40")
    decided, _none = merged_block(CHART, mine, theirs, prefer="theirs")
    assert values(decided.value) == (44.0, 25.0, 15.0) and isinstance(decided.value, Chart) and not any(decided.value.labels)


def test_a_category_of_theirs_and_a_series_of_mine_make_a_whole_chart() -> None:
    mine = replace(CHART, series=(*CHART.series, Series("Regioner", (1.0, 2.0, 3.0))))
    theirs = chart(40.0, 25.0, 15.0, 9.0, categories=(*CHART.categories, "Byta"))
    leaf, conflicts = merged_block(CHART, mine, theirs)
    assert isinstance(leaf.value, Chart) and not conflicts
    assert [item.values for item in leaf.value.series] == [(40.0, 25.0, 15.0, 9.0), (1.0, 2.0, 3.0, None)]


def test_a_category_called_otherwise_is_the_one_it_was() -> None:
    theirs = chart(40.0, 25.0, 15.0, categories=("Planera", "Att genomföra", "Följa upp"))
    assert renamed(CHART, theirs) == {"Att genomföra": "Genomföra"}
    leaf, conflicts = merged_block(CHART, chart(40.0, 26.0, 15.0), theirs)
    assert values(leaf.value) == (40.0, 26.0, 15.0) and not conflicts
    assert isinstance(leaf.value, Chart) and leaf.value.categories == theirs.categories and leaf.base == theirs


def test_another_category_in_its_place_is_another() -> None:
    for name in ("Redovisa", "Genomföra 2025"):
        assert renamed(CHART, replace(CHART, categories=("Planera", name, "Följa upp"))) == {}


def test_the_highlight_follows_its_category() -> None:
    lit = replace(CHART, highlight=2)
    theirs = chart(15.0, 40.0, 25.0, categories=("Följa upp", "Planera", "Genomföra"), highlight=0)
    leaf, _conflicts = merged_block(lit, lit, theirs)
    assert isinstance(leaf.value, Chart) and leaf.value.categories[leaf.value.highlight or 0] == "Följa upp"


def test_points_that_cannot_be_told_apart_are_one_thing() -> None:
    twice = replace(CHART, categories=("Planera", "Planera", "Följa upp"))
    assert doubled(twice) and not doubled(CHART)
    mine = replace(twice, alt="Min")
    leaf, conflicts = merged_block(twice, mine, replace(twice, alt="Vår"))
    assert leaf.value == mine and [item.at for item in conflicts] == ["chart"]


def test_a_label_stands_with_the_first_series() -> None:
    two = replace(CHART, series=(*CHART.series, Series("B", (1.0, 2.0, 3.0))), labels=("a", "b"))
    rows = points_of(two).rows
    assert rows["Kommuner"]["Genomföra"] == Point(value=25.0, label="b") and rows["B"]["Genomföra"] == Point(value=2.0)
    assert (label_of(two, "Följa upp"), label_of(two, "ingen")) == ("", "")
