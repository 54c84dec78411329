"""Years on the way to now: each panel taller, wider and heavier than the one before, all on one foot."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from drawn_counts import LONGEST, RUS, TIME
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import items, proved, shapes_of
from layout_made import QUICK, place

from deck.layout.diagrams.time import TIGHT, draw
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


def test_three_years_as_drawn() -> None:
    proved(TIME, draw(TIME, ZONE), ZONE)
    shapes = by_key(TIME)
    panels = [shapes[f"panel:{item.id}"] for item in TIME.items]
    assert [(panel.box.x // PX, panel.box.w // PX) for panel in panels] == [(0, 270), (294, 368), (686, 466)]
    assert [round(panel.box.h / PX) for panel in panels] == [278, 365, 480]
    assert {panel.box.bottom for panel in panels} == {480 * PX}
    first, second, third = panels
    assert first.fill is None and first.line is not None and second.fill is not None and third.fill is not None
    assert second.fill != third.fill
    years = [shapes[f"item:{item.id}:number"] for item in TIME.items]
    assert [year.size_pt for year in years] == [48, 64, 96]
    tops = [year.box.y - panel.box.y for year, panel in zip(years, panels, strict=True)]
    assert max(tops) - min(tops) < PX and {year.line_spacing for year in years} == {TIGHT}


def test_with_a_few_words_more_the_steps_are_lower() -> None:
    first, *others = TIME.items
    block = replace(
        TIME, items=(replace(first, title="Guide till lokalt arbete med miljömål för kommuner i hela landet"), *others)
    )
    proved(block, draw(block, ZONE), ZONE)
    shapes = by_key(block)
    highs = [shapes[f"panel:{item.id}"].box.h for item in block.items]
    assert highs == sorted(set(highs)) and highs[0] > 278 * PX


def test_an_early_year_with_many_words_has_the_whole_height() -> None:
    """Then all panels are as tall, and the years stand on one foot."""
    first, *others = TIME.items
    block = replace(TIME, items=(replace(first, title="Guide till lokalt arbete med miljömål. " * 3), *others))
    proved(block, draw(block, ZONE), ZONE)
    shapes = by_key(block)
    assert {shapes[f"panel:{item.id}"].box.h for item in block.items} == {480 * PX}
    years = [shapes[f"item:{item.id}:number"] for item in block.items]
    feet = [year.box.y + 0.72 * year.size_pt * 12_700 for year in years]
    assert max(feet) - min(feet) < PX


def test_a_link_keeps_the_ink_of_its_panel_and_is_underlined() -> None:
    title = by_key(TIME)["item:kort:title"]
    assert title.underline and title.whole_link and title.paragraphs[0].runs[0].link == RUS
    assert not by_key(TIME)["item:guide:title"].underline


def test_with_words_for_it_the_link_stands_at_the_panels_foot() -> None:
    block = replace(TIME, caption="Läs kortversionen hos RUS")
    proved(block, draw(block, ZONE), ZONE)
    shapes = by_key(block)
    lead, title, text = (shapes[f"item:kort:{part}"] for part in ("link", "title", "text"))
    assert lead.whole_link and lead.underline and lead.color == title.color
    assert title.whole_link and not title.underline, "the title leads there, too, and is no second line under words"
    assert text.box.bottom <= lead.box.y and lead.box.bottom == 456 * PX
    assert "item:guide:link" not in shapes


@pytest.mark.parametrize("count", [2, 3, 4])
def test_width_and_weight_grow_towards_now(count: int) -> None:
    items_ = tuple(Item(f"y{n}", "Några ord", key=str(2014 + n)) for n in range(count))
    shapes = by_key(Diagram("time", items_, ""))
    panels = [shapes[f"panel:{item.id}"].box for item in items_]
    years = [shapes[f"item:{item.id}:number"].size_pt for item in items_]
    assert all(a.w <= b.w and a.right < b.x for a, b in pairwise(panels)) and panels[-1].right == 1152 * PX
    assert years == sorted(years) and years[-1] > years[0]


@pytest.mark.parametrize(("count", "width"), [(3, 400), (1, 864), (5, 864)])
def test_narrow_places_and_other_counts_have_rows(count: int, width: int) -> None:
    block = Diagram("time", tuple(Item(f"y{n}", "Ord", "Mer", str(2014 + n)) for n in range(count)), "")
    where = place(width, 480)
    assert "panel:y0" not in by_key(block, where)
    proved(block, draw(block, where), where)


def test_without_an_accent_that_reads_now_is_a_heavy_outline() -> None:
    where = replace(ZONE, look=replace(ZONE.look, outlined=True))
    shapes = by_key(TIME, where)
    last, first = shapes["panel:kort"], shapes["panel:guide"]
    assert last.fill is None and last.line is not None and first.line is not None and last.line.width > first.line.width


def test_the_longest_words_and_none() -> None:
    outcome = draw(LONGEST["time"], ZONE)
    assert not outcome.troubles
    proved(LONGEST["time"], outcome, ZONE)
    assert draw(Diagram("time", (), ""), ZONE).parts == ((),)


@QUICK
@given(items(1, 5, key=True, link=True), st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], width: int, height: int) -> None:
    block, where = Diagram("time", found, ""), place(width, height)
    proved(block, draw(block, where), where)
