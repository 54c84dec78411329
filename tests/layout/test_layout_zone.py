"""The zone's lengths in any box, the steps of type, and what blocks are made of."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_made import QUICK, place

from deck.geometry import Box
from deck.layout import zone
from deck.layout.zone import PX, Zone, largest, lower, sizes_from, tall
from deck.presentation import FORMS, Item
from deck.template.model import ThemeColor

OURS = place(864, 360)


def test_our_own_zone_has_twelve_columns_of_its_own_lengths() -> None:
    ours = Zone.of(OURS)
    assert (ours.scale, ours.columns, ours.px(98)) == (1.0, 12, 98 * PX)
    assert [ours.left(n) for n in (1, 2, 12)] == [0, 98 * PX, 11 * 98 * PX]
    assert ours.width(1, 12) == 1152 * PX and ours.width(1, 6) == 564 * PX
    assert [cell.x for cell in ours.cells(3)] == [0, 392 * PX, 784 * PX]


@QUICK
@given(st.integers(200, 2000), st.integers(30, 1200), st.integers(1, 6))
def test_cells_fill_any_box_and_do_not_meet(width: int, height: int, count: int) -> None:
    where = Zone.of(place(width, height))
    cells = where.cells(count)
    assert cells[0].x == where.box.x and abs(cells[-1].right - where.box.right) <= 1
    assert all(one.right < two.x for one, two in pairwise(cells))
    assert zone.LEAST_SCALE <= where.scale <= zone.MOST_SCALE
    assert abs(where.left(where.columns) + where.width(1, 1) - where.box.right) <= 2


def test_type_goes_down_its_steps_to_the_least_size_and_no_further() -> None:
    assert sizes_from(28, 18) == (28, 26, 24, 22, 20, 19, 18)
    assert sizes_from(28, 20) == (28, 26, 24, 22, 20)
    assert sizes_from(16, 18) == (18,)
    assert (lower(26, 2, 18), lower(20, 9, 18)) == (22, 18)
    assert largest(40, 18, lambda size: "found" if size <= 30 else None) == (30, "found")
    assert largest(40, 18, lambda _size: None) is None


def test_words_are_measured_with_slack_and_a_cut_word_is_told() -> None:
    one = tall("Kommun", "Arial", 20, 2_000_000)
    assert one and tall("", "Arial", 20, 10) == 0 and tall("Hållbarhetsprogram", "Arial", 20, 300_000) is None
    exact = zone.said("k", "n", Box(0, 0, 2_000_000, one), "Kommun", 20, ThemeColor("tx1"))
    assert zone.tall_shape(exact, OURS) == one


def test_a_panel_bears_its_title_and_its_text_stands_upon_it() -> None:
    item = Item("a", "Rubrik", "Text om något")
    pair = zone.pair_of(item, 28, 22, 3_000_000, OURS)
    assert pair is not None and zone.pair_of(replace(item, title="Hållbarhetsprogram"), 28, 22, 500_000, OURS) is None
    box = Box(100, 100, 3_200_000, 1_500_000)
    panel, text = zone.told(FORMS["audience"], item, box, pair, (None, None), ThemeColor("tx1"), 100_000)
    assert (panel.key, text.key) == ("item:a:title", "item:a:text")
    assert panel.box == box and text.box.y == box.y + panel.insets.top + pair.title
    (alone,) = zone.told(FORMS["audience"], Item("a", text="Bara text"), box, pair, (None, None), ThemeColor("tx1"), 0)
    assert alone.key == "item:a:text" and not alone.bold


@pytest.mark.parametrize("up", [True, False])
def test_an_arrows_stem_and_head_are_as_wide_and_long_as_asked(up: bool) -> None:
    from deck.drawing.presets import outline

    box = Box(0, 0, 96 * PX, 200 * PX)
    arrow = zone.block_arrow("a", "a", box, 48 * PX, 46 * PX, ThemeColor("accent1"), up=up)
    corners = outline(arrow.geometry, box, arrow.adjust)
    xs = sorted({x for x, _y in corners})
    assert xs[1] - xs[0] == pytest.approx(24 * PX, abs=PX)
    ys = sorted({y for _x, y in corners})
    assert (ys[1] - ys[0] if up else ys[2] - ys[1]) == pytest.approx(46 * PX, abs=PX)


def test_where_no_accent_reads_an_argument_is_an_outline() -> None:
    filled = zone.argument(OURS.look)
    assert filled.fill is not None and filled.line is None
    bare = zone.argument(replace(OURS.look, outlined=True))
    assert bare.fill is None and bare.line is not None and bare.text == OURS.look.ink.color
