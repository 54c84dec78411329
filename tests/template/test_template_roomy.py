"""More room in the same layout, where it leaves the slide's own edges unused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import STAGE, TITLE, drawn, holder

from deck.geometry import Box
from deck.template.layouts import Drawn
from deck.template.roles import Casting
from deck.template.roomy import LEAST_MARGIN, LOWEST, roomy
from deck.template.spots import TemplateFrame

NARROW = holder("obj", 1, (5, 35, 60, 40))
WIDE, HIGH = STAGE.size


def cast(sheet: Drawn, kind: str = "content", stage: TemplateFrame = STAGE):
    return roomy(Casting([sheet], stage).cast(kind), [sheet], stage)


def test_a_small_body_is_spread_to_margins_alike_and_to_the_foot() -> None:
    found = cast(drawn(TITLE, NARROW))
    assert found is not None
    body = found.spots["body"]
    assert body.placeholder == NARROW, "the layout's own placeholder, in a box of the slide's"
    assert (body.box.x, body.box.y) == (NARROW.box.x, NARROW.box.y)
    assert body.box.right == WIDE - NARROW.box.x and body.box.bottom == round(LOWEST * HIGH)
    assert found.safe is not None and found.safe.contains(body.box)
    assert found.spots["title"].box == Casting([drawn(TITLE, NARROW)], STAGE).cast("content").spots["title"].box


def test_a_layout_without_a_margin_is_left_one() -> None:
    found = cast(drawn(TITLE, holder("obj", 1, (0, 35, 60, 40))))
    assert found is not None and found.spots["body"].box.right == WIDE - round(LEAST_MARGIN * WIDE)


def test_what_stands_at_the_foot_and_beside_is_kept_clear_of() -> None:
    number = holder("sldNum", 12, (90, 85, 5, 8))
    logo = Box(80 * WIDE // 100, 20 * HIGH // 100, 20 * WIDE // 100, 80 * HIGH // 100)
    for sheet, block in (
        (drawn(TITLE, NARROW, furniture=(number,)), number.box),
        (drawn(TITLE, NARROW, obstacles=(logo,)), logo),
    ):
        found = cast(sheet)
        assert found is not None
        assert not found.spots["body"].box.overlaps(block)
        assert found.spots["body"].box.area > 1.2 * NARROW.box.area


def test_furniture_without_a_size_is_in_nobodys_way() -> None:
    empty = replace(holder("sldNum", 12, (50, 80, 5, 8)), box=Box(0, 0, 0, 0))
    one, other = cast(drawn(TITLE, NARROW, furniture=(empty,))), cast(drawn(TITLE, NARROW))
    assert one is not None and other is not None and one.spots["body"].box == other.spots["body"].box


@pytest.mark.parametrize("body", [(5, 25, 90, 65), (20, 25, 70, 62)])
def test_a_layout_that_uses_its_slide_stays_as_it_is(body: tuple[int, int, int, int]) -> None:
    assert cast(drawn(TITLE, holder("obj", 1, body))) is None


@pytest.mark.parametrize("kind", ["two-content", "comparison", "picture", "big-number", "quote"])
def test_boxes_beside_each_other_keep_their_order_and_stay_apart(kind: str) -> None:
    sheet, stage = (
        drawn(TITLE, NARROW),
        replace(STAGE, safe=replace(STAGE.safe, w=NARROW.box.w, h=NARROW.box.bottom - STAGE.safe.y)),
    )
    first, found = Casting([sheet], stage).cast(kind), cast(sheet, kind, stage)
    assert found is not None and set(found.spots) == set(first.spots)
    boxes = [spot.box for name, spot in found.spots.items() if name != "title"]
    assert not any(one.overlaps(two, 1) for n, one in enumerate(boxes) for two in boxes[n + 1 :])
    assert sum(box.area for box in boxes) > sum(spot.box.area for name, spot in first.spots.items() if name != "title")
    assert all(STAGE.slide.contains(box) for box in boxes)
