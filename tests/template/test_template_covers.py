"""Which layouts open a deck and its parts, and which of their texts is the title."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import BODY, STAGE, STYLE, TITLE, drawn, holder, styled

from deck.drawing.model import Paint, SceneShape
from deck.geometry import Box
from deck.template.covers import LOUDER, STAGED, Covers, exchanged, sized
from deck.template.layouts import Drawn
from deck.template.model import Placeholder, TextLevel, TextStyle
from deck.template.roles import Casting


def lettered(item: Placeholder, size: float) -> Placeholder:
    return replace(item, style=TextStyle((TextLevel("Arial", size),) * 9))


FRONT = drawn(holder("ctrTitle", 0, (10, 25, 80, 30)), holder("subTitle", 1, (10, 60, 80, 20)), name="Omslag")
SECTION = drawn(holder("title", 0, (10, 30, 80, 30)), holder("body", 1, (10, 65, 80, 15)), name="Avsnitt", kind="secHead")
CONTENT = drawn(TITLE, BODY, name="Vanlig")


def test_a_section_has_its_own_layout_or_the_covers() -> None:
    whole = Casting([FRONT, SECTION, CONTENT], STAGE)
    assert (whole.title().layout.name, whole.section().layout.name) == ("Omslag", "Avsnitt")
    assert Casting([FRONT, CONTENT], STAGE).section().layout.name == "Omslag"


@pytest.mark.parametrize(("louder", "read_first"), [(LOUDER * 24 + 1, "small"), (LOUDER * 24 - 1, "title")])
def test_the_louder_text_is_the_title(louder: float, read_first: str) -> None:
    title, small = lettered(TITLE, 24), lettered(holder("body", 1, (5, 40, 90, 40)), louder)
    spots = Casting([drawn(title, small, kind="title")], STAGE).title().spots
    assert spots["title"].box == (small if read_first == "small" else title).box
    assert spots["title"].style.levels[0].size_pt == (louder if read_first == "small" else 24)


def test_a_louder_number_beside_the_title_is_no_title() -> None:
    """A year in a box that a title has no room in."""
    title, year = lettered(TITLE, 24), lettered(holder("body", 1, (5, 40, 22, 30)), 80)
    spots = Casting([drawn(title, year, kind="title")], STAGE).title().spots
    assert spots["title"].box == title.box


def test_exchanged_texts_keep_their_placeholders() -> None:
    """The title's words stay in the title's placeholder: it is what those hear who do not see."""
    title, small = lettered(TITLE, 24), lettered(holder("body", 1, (5, 40, 90, 40)), 60)
    cover = drawn(title, small)
    chooser = Covers([cover], STAGE)
    one, two = exchanged(cover, chooser.title_spot(cover), small)
    assert (one.placeholder, two.placeholder) == (title, small)
    assert (one.box, two.box) == (small.box, title.box)
    assert (one.style.levels[0].size_pt, two.style.levels[0].size_pt) == (60, 24)


def test_a_level_takes_size_and_weight_only() -> None:
    level = sized(STYLE.levels[0], TextLevel("Georgia", 40, bold=True))
    assert (level.font, level.size_pt, level.bold) == (STYLE.levels[0].font, 40, True)


def test_without_a_subtitle_there_is_a_box_that_the_title_does_not_touch() -> None:
    role = Covers([drawn(TITLE)], STAGE).title()
    assert role.composed and not role.spots["subtitle"].box.overlaps(role.spots["title"].box, 1)


def test_where_no_layout_opens_a_deck_the_title_stands_large_in_the_middle() -> None:
    """At the top of a layout for text a cover looks like a slide that somebody forgot to fill."""
    role = Casting([CONTENT, drawn(TITLE, name="Endast rubrik")], STAGE).title()
    title, under = role.spots["title"], role.spots["subtitle"]
    assert role.layout.name == "Endast rubrik" and title.placeholder is TITLE
    assert title.box.y > 0.15 * STAGE.size[1] and title.style.levels[0].size_pt >= STAGED[0]
    assert under.box.y >= title.box.bottom and under.box.bottom <= STAGE.safe.bottom
    assert under.style.levels[0].size_pt < title.style.levels[0].size_pt


@pytest.mark.parametrize(
    "cover",
    [
        FRONT,
        drawn(TITLE, BODY, name="Titelfolie"),
        drawn(TITLE, BODY, name="x", kind="title"),
        drawn(holder("title", 0, (5, 40, 90, 20)), name="x"),
    ],
    ids=["centred", "named", "typed", "in the middle"],
)
def test_a_layout_that_is_made_for_it_keeps_its_title_where_it_is(cover: Drawn) -> None:
    chooser = Casting([cover], STAGE)
    assert chooser.title().spots["title"].box == chooser.title_spot(cover).box


def test_under_a_bar_that_bears_titles_the_cover_begins_below_it() -> None:
    bar = Box(0, 0, STAGE.size[0], TITLE.box.bottom)
    title = Casting([drawn(TITLE, BODY, obstacles=(bar,))], STAGE).title().spots["title"]
    assert title.box.y > bar.bottom


def test_a_layout_for_content_opens_no_deck_though_its_text_is_louder_than_its_title() -> None:
    loud = lettered(holder("body", 11, (5, 12, 90, 15)), 34)
    role = Casting([drawn(lettered(TITLE, 24), loud, BODY, name="Innehåll")], STAGE).title()
    title = role.spots["title"]
    assert title.box != loud.box and title.box.y > 0.15 * STAGE.size[1]


@pytest.mark.parametrize(
    ("body", "under"),
    [
        (BODY, (5, 25, 90, 65)),
        (holder("obj", 1, (5, 25, 21, 60)), (5, 25, 21, 60)),
        (holder("obj", 1, (5, 25, 10, 60)), (5, 25, 21, 60)),
    ],
    ids=["page", "column", "half of it"],
)
def test_a_cover_that_is_the_content_layout_again_is_staged_whatever_it_is_called(
    body: Placeholder, under: tuple[int, int, int, int]
) -> None:
    """A program that writes one page's boxes into all layouts gives the sender's name the room and type of a page's text."""
    cover = drawn(lettered(TITLE, 24), lettered(holder("subTitle", 1, under), 32), name="Title Slide")
    layouts = [cover, drawn(lettered(TITLE, 24), body, name="Title, Content"), drawn(TITLE, name="Title Only")]
    spots = Casting(layouts, STAGE).title().spots
    title, small = spots["title"], spots["subtitle"]
    assert title.placeholder is cover.titles[0] and title.style.levels[0].size_pt >= STAGED[0]
    assert small.box.y >= title.box.bottom > TITLE.box.bottom
    assert small.style.levels[0].size_pt < title.style.levels[0].size_pt


def filled(item: Placeholder, color: str) -> SceneShape:
    paint = Paint("solid", (color,))
    return SceneShape("9", item.name, "shape", "layout", item.box, fill=paint, is_placeholder=True, ph_type=item.type)


def test_a_field_over_the_title_is_not_the_senders() -> None:
    """The name of who sends it in a bar over the title would be read as the title."""
    bar, title = lettered(holder("obj", 13, (0, 25, 100, 23)), 28), lettered(holder("title", 0, (0, 52, 100, 17)), 33)
    role = Casting([drawn(title, bar, name="Omslag", kind="title", shapes=(filled(bar, "3050A0"),))], STAGE).title()
    under = role.spots["subtitle"]
    assert under.placeholder is None and under.box.y >= title.box.bottom
    assert STAGE.safe.x <= under.box.x and under.box.right <= STAGE.safe.right


def test_a_subtitle_under_a_centred_title_is_centred() -> None:
    title = styled(holder("title", 0, (5, 52, 90, 17)), align="ctr")
    role = Casting([drawn(title, name="Omslag", kind="title")], STAGE).title()
    assert [role.spots[name].style.levels[0].align for name in ("title", "subtitle")] == ["ctr", "ctr"]


def test_a_layout_without_any_title_stages_one() -> None:
    bare = drawn(name="Tom", kind="blank")
    title = Casting([bare], STAGE).title().spots["title"]
    assert title.placeholder is None and title.style.levels[0].size_pt >= STAGED[0]
    assert title.box.y > 0.15 * STAGE.size[1]


def test_a_text_that_is_larger_than_all_others_stands_for_a_title_that_is_none() -> None:
    loud = lettered(holder("body", 10, (10, 35, 80, 20)), 48)
    small = lettered(holder("body", 11, (10, 58, 80, 10)), 20)
    role = Casting([drawn(loud, small, name="Omslag")], STAGE).title()
    title = role.spots["title"]
    assert title.placeholder is None and title.box == loud.box and title.style.levels[0].size_pt == 48
    assert role.spots["subtitle"].placeholder is small
    green = Casting([drawn(styled(loud, color="1E6B3A"), small, name="Omslag")], STAGE).title().spots["title"].style.levels[0]
    assert (green.color, green.inked) == ("1E6B3A", False), "in the house's colour, which nothing gives a free box"
    even = Casting([drawn(lettered(loud, 20), small, name="Omslag")], STAGE).title()
    assert even.spots["title"].box != loud.box


def test_a_covers_title_is_moved_up_where_content_is_put_on_a_cover() -> None:
    cover = drawn(lettered(holder("ctrTitle", 0, (10, 30, 80, 30)), 54), name="Omslag", kind="title")
    role = Casting([cover], STAGE).cast("object")
    assert role.spots["title"].placeholder is not None and role.spots["title"].style.levels[0].size_pt < 54
    assert role.spots["title"].box.bottom <= role.spots["object"].box.y
    assert role.spots["object"].box.h > 0.5 * STAGE.size[1]
    mark = Box(STAGE.safe.x, 0, 2_000_000, 1_000_000)
    kept = Casting([replace(cover, layout=replace(cover.layout, obstacles=(mark,)))], STAGE).cast("object")
    assert not kept.spots["title"].box.overlaps(mark)


def test_a_cover_that_is_the_layout_for_text_under_another_name_has_its_title_in_the_middle() -> None:
    """LibreOffice's: title and subtitle where title and body of its other slides stand."""
    named = drawn(TITLE, holder("subTitle", 1, (5, 25, 90, 65)), name="Title Slide", kind="tx")
    role = Casting([named, CONTENT], STAGE).title()
    title, under = role.spots["title"], role.spots["subtitle"]
    assert role.layout.name == "Title Slide"
    assert title.box.y > 0.15 * STAGE.size[1] and title.style.levels[0].size_pt >= STAGED[0]
    assert under.placeholder is not None and under.placeholder.type == "subTitle" and under.box.y >= title.box.bottom


def test_one_that_draws_something_of_its_own_keeps_its_places() -> None:
    picture = SceneShape("8", "Bild", "picture", "layout", Box(0, 0, STAGE.size[0] // 2, STAGE.size[1]))
    cover = drawn(TITLE, holder("subTitle", 1, (5, 25, 90, 65)), name="Title Slide", kind="tx", shapes=(picture,))
    assert Casting([cover, CONTENT], STAGE).title().spots["title"].box.y < 0.15 * STAGE.size[1]


ONLY = drawn(TITLE, name="Endast rubrik", kind="titleOnly")


@pytest.mark.parametrize(
    ("uses", "chosen"),
    [
        ([(ONLY, 1)], "Omslag"),
        ([(ONLY, 6), (CONTENT, 2)], "Omslag"),
        ([(ONLY, 1), (CONTENT, 5)], "Endast rubrik"),
    ],
    ids=["a try", "everyday", "once, and others after it"],
)
def test_the_first_slide_tells_of_the_cover_where_it_is_one_of_several_and_apart_from_them(
    uses: list[tuple[Drawn, int]], chosen: str
) -> None:
    cover = drawn(holder("title", 0, (10, 25, 80, 30)), name="Omslag", kind="title")
    counted = tuple((item.layout.part, count) for item, count in uses)
    stage = replace(STAGE, uses=counted, cover=ONLY.layout.part)
    assert Casting([cover, ONLY, CONTENT], stage).title().layout.name == chosen


def test_lines_so_many_points_apart_are_not_where_their_type_is_enlarged() -> None:
    title = Casting([drawn(styled(TITLE, line_exact_pt=20.0), BODY)], STAGE).title().spots["title"]
    assert title.style.levels[0].size_pt > 24 and title.style.levels[0].line_exact_pt == 0
