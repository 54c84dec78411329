"""More room in the same layout, where it leaves the slide's own edges unused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from template_drawn import BODY, SIZE, STAGE, TITLE, drawn, holder, styled

from deck.drawing import Paint
from deck.drawing.model import SceneShape
from deck.geometry import Box, pt
from deck.template.layouts import Drawn
from deck.template.margins import AIR
from deck.template.model import Placeholder
from deck.template.roles import Casting
from deck.template.roomy import LEAST_MARGIN, LOWEST, broad, grown, overall, roomy, slim
from deck.template.spots import PADDING, TemplateFrame

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


def test_content_ends_a_little_above_what_stands_at_the_foot() -> None:
    footer = holder("ftr", 11, (0, 85, 100, 8))
    found = cast(drawn(TITLE, NARROW, furniture=(footer,)))
    assert found is not None and found.spots["body"].box.bottom == footer.box.y - AIR


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


def band(top: int, color: str) -> SceneShape:
    """A field over the slide's whole width that is no obstacle: as a background picture has one."""
    return SceneShape(
        "1", "band", "shape", "master", Box(0, top * HIGH // 100, WIDE, 8 * HIGH // 100), fill=Paint("solid", (color,))
    )


@pytest.mark.parametrize(("color", "stops"), [("7030A0", True), ("FAFAFA", False)])
def test_room_ends_where_the_ground_becomes_another(color: str, stops: bool) -> None:
    """A line or a logo in the background itself is no shape that is in the way."""
    sheet = drawn(TITLE, holder("obj", 1, (5, 25, 60, 40)), shapes=(band(82, color),))
    found = cast(sheet)
    assert found is not None
    assert (found.spots["body"].box.bottom <= 82 * HIGH // 100) == stops


def test_beside_a_logo_in_the_corner_content_reaches_down() -> None:
    """Above it there is hardly more room than the layout's own, beside it there is."""
    logo = Box(88 * WIDE // 100, 68 * HIGH // 100, 12 * WIDE // 100, 32 * HIGH // 100)
    own = holder("obj", 1, (5, 25, 90, 42))
    found = cast(drawn(TITLE, own, obstacles=(logo,)))
    assert found is not None
    body = found.spots["body"].box
    assert not body.overlaps(logo) and body.h > 1.2 * own.box.h


def fitted(kind: str, idx: int, box: tuple[int, int, int, int]):
    item = holder(kind, idx, box)
    return replace(item, style=replace(item.style, autofit="shape"))


@pytest.mark.parametrize("kind", ["content", "object", "two-content", "quote", "contact"])
def test_a_box_that_is_fitted_to_its_words_ends_at_the_foot(kind: str) -> None:
    """A prompt of five lines says where the words begin, and not where they end."""
    sheet = drawn(TITLE, fitted("obj", 1, (5, 25, 43, 20)), fitted("obj", 2, (52, 25, 43, 20)))
    role = Casting([sheet], STAGE).cast(kind)
    boxes = [spot.box for name, spot in role.spots.items() if name != "title"]
    assert max(box.bottom for box in boxes) >= STAGE.safe.bottom
    assert {spot.box.right for spot in role.spots.values()} <= {box.right for box in boxes} | {TITLE.box.right}


def test_a_box_of_its_own_height_stays_so_and_a_fitted_one_over_a_logo_ends_above_it() -> None:
    fixed, logo = drawn(TITLE, holder("obj", 1, (5, 25, 90, 20))), Box(0, 70 * HIGH // 100, WIDE, 10 * HIGH // 100)
    assert Casting([fixed], STAGE).cast("content").spots["body"].box.bottom == 45 * HIGH // 100
    above = drawn(TITLE, fitted("obj", 1, (5, 25, 90, 20)), obstacles=(logo,))
    assert Casting([above], STAGE).cast("content").spots["body"].box.bottom == logo.y
    low = drawn(TITLE, fitted("obj", 1, (5, 25, 90, 66)))
    first = Casting([low], STAGE).cast("content")
    assert grown(first, [low], STAGE) is first, "it has all the room already"
    cover = drawn(holder("ctrTitle", 0, (10, 25, 80, 20)), fitted("body", 1, (10, 50, 80, 10)), name="Omslag", kind="title")
    assert Casting([cover], STAGE).cast("title").spots["subtitle"].box.bottom == 60 * HIGH // 100, "a cover has few words"


def slimmed(*holders: object, obstacles: tuple[Box, ...] = (), kind: str = "content"):
    sheet = drawn(*holders, obstacles=obstacles)  # type: ignore[arg-type]
    return slim(Casting([sheet], STAGE).cast(kind), [sheet], STAGE)


TALL = holder("title", 0, (5, 25, 90, 22))
UNDER = holder("obj", 1, (5, 48, 90, 40))


def test_a_title_of_one_line_gives_its_room_to_the_content() -> None:
    found = slimmed(TALL, UNDER)
    assert found is not None
    title, body = found.spots["title"], found.spots["body"]
    assert title.box.y == TALL.box.y and pt(24) < title.box.h < pt(60)
    assert body.box.bottom == UNDER.box.bottom and body.box.y - title.box.bottom == UNDER.box.y - TALL.box.bottom
    assert title.placeholder == TALL and body.placeholder == UNDER


def test_what_stands_between_title_and_content_keeps_them_where_they_are() -> None:
    line = Box(UNDER.box.x, 40 * HIGH // 100, UNDER.box.w, 0)
    assert slimmed(TALL, UNDER, obstacles=(line,)) is None


def test_a_title_that_fills_its_box_with_a_line_has_nothing_to_give() -> None:
    assert slimmed(styled(holder("title", 0, (5, 5, 90, 24)), size_pt=96.0), UNDER) is None


def test_a_title_in_a_column_may_be_as_broad_as_the_field_that_it_stands_on() -> None:
    field = Box(0, 0, 23 * SIZE[0] // 100, SIZE[1])
    title, body = holder("title", 0, (3, 8, 15, 60)), holder("obj", 1, (27, 8, 70, 80))
    sheet = drawn(title, body, obstacles=(field,))
    role = Casting([sheet], STAGE).cast("content")
    found = broad(role, [sheet], STAGE)
    assert found is not None
    own, box = role.spots["title"].box, found.spots["title"].box
    assert (box.x, box.y, box.h) == (own.x, own.y, own.h) and own.right < box.right == field.right - PADDING
    assert found.spots["body"] == role.spots["body"]
    # On no field, over the whole width, or with a mark beside it, it stays.
    mark = Box(box.right - 50_000, own.y, 40_000, 40_000)
    for others in ((drawn(title, body), "none"), (drawn(title, body, obstacles=(field, mark)), "a mark")):
        plain = Casting([others[0]], STAGE).cast("content")
        assert broad(plain, [others[0]], STAGE) is None, others[1]
    wide = drawn(holder("title", 0, (5, 5, 90, 15)), BODY, obstacles=(Box(0, 0, SIZE[0], SIZE[1] // 4),))
    assert broad(Casting([wide], STAGE).cast("content"), [wide], STAGE) is None


HALF = holder("title", 0, (5, 5, 45, 15))


def headed(*more: Placeholder, title: Placeholder = HALF, **layout: Any) -> Box:
    sheet = drawn(title, holder("obj", 1, (5, 25, 90, 60)), *more, **layout)
    return Casting([sheet], STAGE).cast("content").spots["title"].box


def test_a_title_that_is_half_as_wide_as_its_content_becomes_as_wide() -> None:
    assert headed().right == 95 * WIDE // 100
    picture = holder("pic", 2, (60, 0, 40, 100))
    assert headed(picture).right == 95 * WIDE // 100, "the content stands where its place was, too"


@pytest.mark.parametrize(
    ("more", "layout"),
    [
        ({}, {"obstacles": (Box(80 * WIDE // 100, 5 * HIGH // 100, WIDE // 10, HIGH // 20),)}),
        ({}, {"panels": (Box(70 * WIDE // 100, 0, 30 * WIDE // 100, 22 * HIGH // 100),)}),
        ({}, {"furniture": (holder("dt", 12, (70, 6, 20, 5)),)}),
        ({}, {"shapes": (replace(band(0, "7030A0"), box=Box(60 * WIDE // 100, 0, 40 * WIDE // 100, 22 * HIGH // 100)),)}),
        ({"title": holder("title", 0, (5, 5, 75, 15))}, {}),
        ({"title": holder("title", 0, (5, 5, 62, 15))}, {}),
        ({"title": styled(HALF, align="ctr")}, {}),
        ({"title": holder("title", 0, (20, 5, 45, 15))}, {}),
    ],
    ids=["logo", "panel", "date", "ground", "wide", "a line", "centred", "elsewhere"],
)
def test_a_title_beside_something_or_wide_enough_stays(more: dict[str, Any], layout: dict[str, Any]) -> None:
    assert headed(**more, **layout).w == more.get("title", HALF).box.w


def test_a_cover_s_title_keeps_its_column() -> None:
    sheet = drawn(holder("ctrTitle", 0, (5, 25, 40, 20)), holder("subTitle", 1, (5, 50, 90, 10)), kind="title")
    role = Casting([sheet], STAGE).cast("title")
    assert overall(role, [sheet], STAGE) is role
