"""What is tried where a kind's first layout does not hold a slide: others of the same template, then free boxes."""

from __future__ import annotations

from dataclasses import replace

import odd_templates
import pytest
from template_drawn import BODY, LEFT, RIGHT, STAGE, TITLE, drawn, holder

from deck.geometry import Box
from deck.package import package_bytes
from deck.presentation import KINDS
from deck.template import read_template
from deck.template.ladder import borrowed, boxes, rungs
from deck.template.model import TextLevel, TextStyle
from deck.template.roles import Casting

CONTENT, TWO, ONLY = drawn(TITLE, BODY, name="Ett"), drawn(TITLE, LEFT, RIGHT, name="Två"), drawn(TITLE, name="Bara")
COVER = drawn(holder("ctrTitle", 0, (10, 30, 80, 20)), name="Title Slide", kind="title")
LOW = drawn(holder("title", 0, (5, 60, 90, 30)), name="Låg")
ALL = [COVER, CONTENT, TWO, ONLY]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_ends_in_free_boxes_for_all_that_it_must_have(kind: str) -> None:
    first = Casting(ALL, STAGE).cast(kind)
    found = rungs(kind, ALL, STAGE, first)
    assert found
    last = found[-1]
    assert set(KINDS[kind].needs) <= set(last.spots)
    assert all(spot.placeholder is None for name, spot in last.spots.items() if name != "title")
    places = [spot.box for spot in last.spots.values()]
    assert not any(one.overlaps(two, 1) for n, one in enumerate(places) for two in places[n + 1 :])
    assert all(STAGE.slide.contains(box) for box in places)


def test_the_layout_that_failed_is_not_tried_again_as_it_was() -> None:
    first = Casting(ALL, STAGE).cast("content")
    assert all(role.spots != first.spots for role in rungs("content", ALL, STAGE, first))


def test_a_cover_bears_no_content() -> None:
    first = Casting(ALL, STAGE).cast("content")
    assert COVER.layout.part not in {role.layout.part for role in rungs("content", ALL, STAGE, first)}


def test_a_layout_for_a_pause_bears_no_content() -> None:
    """A few words in the slide's middle, on its own ground: where content has no room elsewhere, it has none here."""
    pause = drawn(holder("title", 0, (27, 32, 45, 36)), name="Mellanspel", ground="E8A13C")
    for kind in ("object", "content", "two-content"):
        first = Casting([*ALL, pause], STAGE).cast(kind)
        tried = rungs(kind, [*ALL, pause], STAGE, first)
        assert pause.layout.part not in {role.layout.part for role in (first, *tried)}, kind


def test_a_low_title_is_moved_to_the_top_where_it_takes_the_room() -> None:
    first = Casting([LOW], STAGE).cast("object")
    last = rungs("object", [LOW], STAGE, first)[-1]
    assert last.spots["title"].placeholder is not None
    assert last.spots["title"].box.bottom < last.spots["object"].box.y
    assert last.spots["object"].box.h > 0.5 * STAGE.size[1]


def test_a_titles_own_fill_goes_with_it() -> None:
    template = read_template(package_bytes(odd_templates.filled_titles()))
    spots = [
        role.spots["title"]
        for kind in ("question", "object", "content")
        for role in (template.roles[kind], *template.others.find(kind))
    ]
    own = [spot for spot in spots if spot.placeholder is not None and spot.placeholder.type == "title"]
    assert len({spot.box for spot in own}) > 1, "one is moved"
    assert all(spot.palette.ground.colors == ("1B1464",) and spot.style.levels[0].color == "FFFFFF" for spot in own)


def test_a_title_of_one_line_gives_its_room_to_the_content() -> None:
    low = drawn(holder("title", 0, (5, 5, 90, 5)), holder("obj", 1, (5, 11, 90, 80)), name="Smal")
    first = Casting([low], STAGE).cast("object")
    tight = rungs("object", [low], STAGE, first)[0]
    assert tight.layout == first.layout
    assert tight.spots["title"].box.h < first.spots["title"].box.h


def test_what_a_master_lacks_comes_from_another_that_sets_titles_alike() -> None:
    one = Casting([COVER, CONTENT], STAGE).roles()
    other = Casting([COVER, CONTENT, TWO], STAGE).roles()
    assert borrowed(one, [other], "")["two-content"] == other["two-content"]
    large = replace(TITLE, style=TextStyle((TextLevel("Courier", 60),) * 9))
    loud = Casting([drawn(large, LEFT, RIGHT, name="Två"), drawn(large, BODY, name="Ett")], STAGE).roles()
    assert borrowed(one, [loud], "")["two-content"] == one["two-content"]


def test_the_cover_comes_from_where_the_samples_have_it() -> None:
    one, other = Casting([CONTENT], STAGE).roles(), Casting([COVER, CONTENT], STAGE).roles()
    assert borrowed(one, [other], COVER.layout.part)["title"].layout == COVER.layout
    assert borrowed(one, [other], "")["title"].layout == CONTENT.layout
    foreign = replace(COVER.layout.placeholders[0], style=TextStyle((TextLevel("Courier", 24),) * 9))
    strange = Casting([drawn(foreign, name="Title Slide", kind="title"), CONTENT], STAGE).roles()
    assert borrowed(one, [strange], COVER.layout.part)["title"].layout == CONTENT.layout, "the cover of another house's theme"


def test_boxes_share_the_area() -> None:
    area = Box(1_000_000, 2_000_000, 10_000_000, 4_000_000)
    found = boxes("comparison", ONLY, STAGE, area)
    assert [spot.role for spot in found] == ["left-heading", "left", "right-heading", "right"]
    assert all(area.contains(spot.box, 10) for spot in found)


def test_a_subtitle_is_tried_in_its_own_place_made_a_line_high_before_it_goes_anywhere_else() -> None:
    title, low = holder("ctrTitle", 0, (5, 70, 60, 12)), holder("subTitle", 1, (5, 83, 60, 4))
    cover = drawn(title, low, name="Omslag", kind="title")
    first = Casting([cover, CONTENT], STAGE).cast("title")
    found = rungs("title", [cover, CONTENT], STAGE, first)
    assert found[0].layout is cover.layout and found[0].spots["subtitle"].box.h > low.box.h
    assert found[0].spots["subtitle"].placeholder == low


def test_under_no_title_at_the_foot_a_subtitle_stands_at_the_top_of_the_slide() -> None:
    """Neither in a place for content nor in a free box; a title that goes up itself has it beneath."""
    text = drawn(holder("title", 0, (5, 75, 90, 18)), holder("obj", 1, (5, 6, 90, 66)), name="Text")
    for kind in ("title", "section"):
        first = Casting([text], STAGE).cast(kind)
        for role in (first, *rungs(kind, [text], STAGE, first)):
            title, sub = role.spots["title"].box, role.spots["subtitle"].box
            over = sub.bottom <= title.y
            assert (title.y - sub.bottom if over else sub.y - title.bottom) < STAGE.size[1] // 8
            assert not over or sub.h <= STAGE.size[1] // 4


def test_what_opens_a_deck_comes_from_the_master_that_has_it() -> None:
    under = holder("subTitle", 1, (10, 60, 80, 15))
    opener = drawn(*COVER.layout.placeholders, under, name="Portada", kind="title")
    one, other = Casting([CONTENT], STAGE).roles(), Casting([opener, CONTENT], STAGE).roles()
    assert borrowed(one, [other], "")["title"].layout == opener.layout
    assert borrowed(other, [one], "")["title"].layout == opener.layout
    foreign = replace(COVER.layout.placeholders[0], style=TextStyle((TextLevel("Courier", 24),) * 9))
    strange = Casting([drawn(foreign, under, name="Portada", kind="title"), CONTENT], STAGE).roles()
    assert borrowed(one, [strange], "")["title"].layout == CONTENT.layout, "the cover of another house's theme"
