"""Where a subtitle stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import BODY, SIZE, STAGE, TITLE, drawn, holder

from deck.geometry import Box, pt
from deck.template.covers import Covers
from deck.template.roles import Casting
from deck.template.spots import in_placeholder
from deck.template.subtitles import LINE_PT, aligned, beside_title, needed, roomier, subtitle_by

AT_FOOT = holder("title", 0, (5, 82, 90, 14))


def covering(*holders, **more) -> Covers:
    return Covers([drawn(*holders, name="Omslag", kind="title", **more)], STAGE)


def test_a_free_one_stands_under_the_title_or_at_its_upper_edge() -> None:
    for title in (TITLE, AT_FOOT):
        chooser = covering(title)
        spot = chooser.title_spot(chooser.drawn[0])
        sub = subtitle_by(chooser.drawn[0], STAGE, spot)
        over = title is AT_FOOT
        assert (spot.box.y - sub.box.bottom if over else sub.box.y - spot.box.bottom) in range(pt(30))
        assert sub.style.anchor == ("b" if over else "t") and sub.box.h >= pt(LINE_PT)


def test_its_lines_begin_where_the_titles_do() -> None:
    chooser = covering(TITLE)
    spot = chooser.title_spot(chooser.drawn[0])
    middle = replace(spot, style=replace(spot.style, levels=(replace(spot.style.levels[0], align="ctr"),)))
    assert aligned(spot, middle).style.levels[0].align == "ctr"


@pytest.mark.parametrize(("anchor", "trimmed"), [("t", True), ("ctr", True), ("b", False)])
def test_a_place_for_content_over_the_title_is_used_at_its_lower_end(anchor: str, trimmed: bool) -> None:
    body = holder("obj", 1, (5, 6, 90, 66))
    body = replace(body, style=replace(body.style, anchor=anchor))
    sheet = drawn(AT_FOOT, body)
    chooser = Covers([sheet], STAGE)
    title = chooser.title_spot(sheet)
    spot = in_placeholder("subtitle", sheet, STAGE, body, "")
    found = beside_title(spot, title, sheet, STAGE)
    assert found.box.bottom == spot.box.bottom
    assert (found.box.h <= SIZE[1] // 4) == trimmed and (found == spot) != trimmed


def test_what_stands_under_its_title_stays_as_it_is() -> None:
    sheet = drawn(TITLE, BODY)
    chooser = Covers([sheet], STAGE)
    spot = in_placeholder("subtitle", sheet, STAGE, BODY, "")
    assert beside_title(spot, chooser.title_spot(sheet), sheet, STAGE) == spot


def test_a_low_place_is_made_a_line_high_and_two_where_there_is_room() -> None:
    low = holder("subTitle", 1, (5, 40, 60, 4))
    sheet = drawn(holder("ctrTitle", 0, (5, 20, 60, 18)), low, name="Omslag", kind="title")
    role = Casting([sheet], STAGE).cast("title")
    high = [found.spots["subtitle"].box for found in roomier(role, [sheet], STAGE)]
    assert [box.h for box in high] == [needed(low.style, 1), needed(low.style, 2)] and high[0].y == low.box.y
    under = Box(0, high[0].bottom, *SIZE)
    barred = replace(sheet, layout=replace(sheet.layout, obstacles=(under,)))
    assert [found.spots["subtitle"].box for found in roomier(role, [barred], STAGE)] == high[:1]
    tall = drawn(holder("ctrTitle", 0, (5, 20, 60, 18)), holder("subTitle", 1, (5, 40, 60, 30)), name="Omslag", kind="title")
    assert not list(roomier(Casting([tall], STAGE).cast("title"), [tall], STAGE))


def test_a_footer_bounds_it_on_all_slides_but_the_cover() -> None:
    low, foot = holder("subTitle", 1, (5, 40, 60, 4)), holder("ftr", 11, (5, 45, 60, 5))
    sheet = drawn(holder("ctrTitle", 0, (5, 20, 60, 18)), low, name="Omslag", kind="title", furniture=(foot,))
    found = {kind: list(roomier(Casting([sheet], STAGE).cast(kind), [sheet], STAGE)) for kind in ("title", "section")}
    assert found["title"] and not found["section"]
