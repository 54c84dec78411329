"""Where words may stand: in placeholders that give way to what is in the way, or in free boxes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from template_drawn import BODY, SIZE, STAGE, TITLE, drawn, holder, styled

from deck.drawing import Paint
from deck.drawing.model import SceneShape
from deck.geometry import EMU_PER_PT, Box, pt
from deck.template.margins import AIR
from deck.template.model import TextLevel, TextStyle
from deck.template.spots import (
    GAP,
    PADDING,
    SIZES,
    at_the_top,
    bodies_of,
    free_area,
    halves,
    in_box,
    in_placeholder,
    legible,
    moved,
    parted,
    rows,
    title_box,
    title_of,
)

small = st.builds(Box, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(30_000, 10**6), st.integers(30_000, 10**6))


@pytest.mark.parametrize(
    ("title", "usable"),
    [
        ((5, 5, 90, 15), True),
        ((5, 5, 5, 15), False),
        ((5, 5, 90, 2), False),
        ((60, 5, 90, 15), False),
        ((101, 5, 90, 15), False),
    ],
)
def test_a_title_that_words_fit_into(title: tuple[int, int, int, int], usable: bool) -> None:
    item = holder("ctrTitle", 0, title)
    assert title_of(drawn(item, BODY), STAGE) is (item if usable else None)


@pytest.mark.parametrize("odd", [{"rotation": 5_400_000}, {"vert": "vert270"}])
def test_turned_placeholders_are_none(odd: dict[str, object]) -> None:
    assert title_of(drawn(holder("title", 0, (5, 5, 90, 15), **odd)), STAGE) is None  # type: ignore[arg-type]
    assert bodies_of(drawn(holder("body", 1, (5, 25, 90, 65), **odd)), STAGE) == []  # type: ignore[arg-type]


def test_bodies_by_type_and_share() -> None:
    items = (holder("obj", 1, (5, 25, 90, 65)), holder("pic", 2, (5, 25, 40, 40)), holder("body", 3, (5, 90, 12, 5)))
    found = drawn(TITLE, *items)
    assert bodies_of(found, STAGE) == [items[0]]
    assert bodies_of(found, STAGE, ("pic",)) == [items[1]]
    assert bodies_of(found, STAGE, least=0.0) == [items[0], items[2]]


def test_a_low_title_is_made_tall_enough_for_two_lines_on_the_slide() -> None:
    low = holder("title", 0, (5, 5, 90, 5))
    found = title_box(drawn(low), STAGE, low)
    assert found.h == pt(2 * 24 * 1.2 + 8) and STAGE.slide.contains(found)
    assert title_box(drawn(TITLE), STAGE, TITLE) == TITLE.box
    at_foot = holder("title", 0, (5, 96, 90, 4))
    assert STAGE.slide.contains(title_box(drawn(at_foot), STAGE, at_foot))


def test_without_a_title_there_is_a_band_at_the_top_clear_of_decorations() -> None:
    band = title_box(drawn(), STAGE, None)
    assert (band.x, band.y, band.w) == (STAGE.safe.x, STAGE.safe.y, STAGE.safe.w)
    logo = Box(STAGE.safe.right - 2_000_000, STAGE.safe.y, 2_000_000, 900_000)
    assert not title_box(drawn(obstacles=(logo,)), STAGE, None).overlaps(logo)


@pytest.mark.parametrize("title", [(5, 5, 90, 15), (5, 70, 90, 20), (5, 5, 30, 80)])
def test_the_free_area_is_safe_and_clear_of_the_title(title: tuple[int, int, int, int]) -> None:
    box = holder("title", 0, title).box
    area = free_area(drawn(), STAGE, box)
    assert STAGE.safe.contains(area) and not area.overlaps(box)
    assert area.area > 0.4 * STAGE.safe.area


def _share(x: int, y: int, w: int, h: int) -> Box:
    """A box in hundredths of the slide's sides."""
    return holder("body", 9, (x, y, w, h)).box


@pytest.mark.parametrize(
    ("panels", "on"),
    [
        ((_share(0, 65, 100, 35),), None),
        ((_share(8, 22, 84, 72),), 0),
        ((_share(0, 0, 30, 100), _share(30, 0, 70, 100)), 1),
        ((_share(0, 0, 100, 100),), 0),
    ],
)
def test_free_words_do_not_cross_the_edge_of_a_panel(panels: tuple[Box, ...], on: int | None) -> None:
    area = free_area(drawn(TITLE, panels=panels), STAGE, TITLE.box)
    assert area.area > 0.3 * STAGE.safe.area and STAGE.safe.contains(area)
    crossed = [panel for panel in panels if panel.overlaps(area, 6_350) and not panel.contains(area, 12_700)]
    assert not crossed
    assert [n for n, panel in enumerate(panels) if panel.contains(area, 12_700)] == ([] if on is None else [on])


def test_beside_a_title_in_a_column_words_begin_where_content_does() -> None:
    safe = Box(4_000_000, STAGE.safe.y, 7_400_000, STAGE.safe.h)
    column = Box(300_000, 500_000, 2_600_000, 3_000_000)
    bar = Box(0, 0, 3_300_000, SIZE[1])
    found = free_area(drawn(TITLE, obstacles=(bar,)), replace(STAGE, safe=safe), column)
    assert (found.x, found.right) == (safe.x, safe.right)


def test_free_words_keep_off_the_sides_of_a_panel_that_they_stand_on() -> None:
    panel = _share(8, 22, 84, 72)
    area = free_area(drawn(TITLE, panels=(panel,)), STAGE, TITLE.box)
    assert (area.x, area.right) == (panel.x + PADDING, panel.right - PADDING)
    low = _share(8, 40, 84, 54)
    assert free_area(drawn(TITLE, panels=(low,)), STAGE, TITLE.box).y == low.y + PADDING


def test_a_spot_gives_way_to_the_title_furniture_and_decorations_on_its_edges() -> None:
    foot, logo = holder("ftr", 11, (5, 86, 30, 4)), Box(11_000_000, 1_750_000, 400_000, 4_550_000)
    found = drawn(TITLE, BODY, obstacles=(logo,), furniture=(foot,))
    over = Box(0, 0, SIZE[0], BODY.box.y + 300_000)
    spot = in_placeholder("body", found, STAGE, BODY, "why", (over,))
    assert spot.placeholder is BODY and spot.reason == "why" and not spot.composed
    assert not any(spot.box.overlaps(other, 6_350) for other in (over, foot.box, logo))
    assert BODY.box.contains(spot.box)
    assert in_placeholder("body", found, STAGE, BODY, "", box=logo).box == logo


@pytest.mark.parametrize("role", [*SIZES, "body", "object"])
def test_a_free_box_is_in_the_themes_own_style(role: str) -> None:
    spot = in_box(role, drawn(TITLE), STAGE, BODY.box, "why")
    levels = spot.style.levels
    assert spot.composed and len(levels) == 9
    assert levels[0].size_pt == SIZES.get(role, (24,))[0] and all(level.size_pt >= 18 for level in levels)
    assert levels[0].font == ("Georgia" if role in ("title", "number", "left-heading", "right-heading") else "Arial")
    assert bool(levels[0].bullet) == (role not in SIZES)
    assert levels[0].color == spot.palette.text_rgb == "000000"
    housed = in_box(role, replace(drawn(TITLE), title_ink="1E6B3A"), STAGE, BODY.box, "why").style.levels[0]
    assert (housed.color, housed.inked) == (("1E6B3A", False) if role == "title" else ("000000", True))


@given(small, st.floats(0.2, 0.8))
def test_parts_and_their_gutter_make_the_whole(box: Box, share: float) -> None:
    left, right = halves(box, share, 1000)
    assert (left.x, right.right, left.right + 1000) == (box.x, box.right, right.x)
    assert left.w == round((box.w - 1000) * share)
    upper, lower = rows(box, share, 1000)
    assert (upper.y, lower.bottom, upper.bottom + 1000) == (box.y, box.bottom, lower.y)
    assert upper.h == round((box.h - 1000) * share)
    one, two = parted(box)
    assert (one.y == two.y) == (box.w >= 1.25 * box.h)


@pytest.mark.parametrize(
    ("role", "own", "times", "found"),
    [
        ("title", 32, 1, 32),
        ("title", 20, 1, 24),
        ("title", 14, 1, 24),
        ("body", 12, 1, 12),
        ("title", 32, 4, 96),
        ("title", 96, 4, 96),
        ("body", 24, 4, 72),
        ("provenance", 10, 4, 10),
    ],
)
def test_words_are_as_large_as_the_slide_asks_for(role: str, own: float, times: int, found: float) -> None:
    style = TextStyle((TextLevel("Arial", own),) * 9)
    size = (9_144_000 * times, 6_858_000 * times)
    assert {level.size_pt for level in legible(style, role, size, size[0]).levels} == {found}


def test_a_bar_that_reaches_into_a_body_is_no_ground_of_it() -> None:
    body = holder("obj", 1, (5, 25, 90, 65))
    bar = Box(0, 0, SIZE[0], body.box.y + body.box.h // 5)
    spot = in_placeholder("body", drawn(TITLE, body, obstacles=(bar,)), STAGE, body, "")
    assert spot.box.y == bar.bottom and spot.box.bottom == body.box.bottom


@pytest.mark.parametrize(("role", "columns"), [("body", 2), ("quote", 1), ("subtitle", 1)])
def test_only_lists_go_on_in_a_second_column(role: str, columns: int) -> None:
    body = replace(BODY, style=replace(BODY.style, columns=2))
    assert in_placeholder(role, drawn(TITLE, body), STAGE, body, "").style.columns == columns


def test_moved_takes_the_colours_of_its_new_place() -> None:
    spot = in_box("body", drawn(TITLE), STAGE, BODY.box, "")
    assert moved(spot, TITLE.box, drawn(TITLE)).box == TITLE.box


def test_a_bar_that_reaches_a_little_way_into_a_large_box_is_not_what_its_first_line_stands_on() -> None:
    """Not from side to side, and as high as the small type of the first line: cards would lie upon its edge."""
    body = styled(BODY, size_pt=11.0)
    bar = Box(0, body.box.y - 900_000, round(0.7 * SIZE[0]), 900_000 + round(0.04 * body.box.h))
    assert in_placeholder("body", drawn(TITLE, body, obstacles=(bar,)), STAGE, body, "").box.y >= bar.bottom


@pytest.mark.parametrize(("own", "found"), [(18.0, 24.0), (22.0, 24.0), (24.0, 24.0), (28.0, 28.0)])
def test_a_title_is_no_smaller_than_ordinary_text(own: float, found: float) -> None:
    style = styled(TITLE, size_pt=own).style
    assert legible(style, "title", (12_192_000, 6_858_000), 9_000_000).levels[0].size_pt == found


def test_a_title_at_the_top_is_not_struck_through_by_a_line_down_the_page() -> None:
    line = Box(SIZE[0] // 2, round(0.1 * SIZE[1]), 0, round(0.8 * SIZE[1]))
    sheet = drawn(TITLE, BODY, obstacles=(line,))
    title = in_placeholder("title", sheet, STAGE, TITLE, "")
    found = at_the_top(sheet, STAGE, title).box
    assert found.right <= line.x or found.x >= line.x
    # A bar that words may stand on takes nothing of it.
    bar = Box(0, 0, SIZE[0], round(0.2 * SIZE[1]))
    assert at_the_top(drawn(TITLE, BODY, obstacles=(bar,)), STAGE, title).box == at_the_top(drawn(TITLE, BODY), STAGE, title).box


def test_a_title_from_the_middle_goes_where_the_house_has_its_titles_and_no_larger() -> None:
    usual = in_placeholder("title", drawn(TITLE, BODY), STAGE, styled(holder("title", 0, (5, 5, 70, 33)), size_pt=44.0), "")
    own = in_placeholder("title", drawn(TITLE), STAGE, styled(holder("title", 0, (5, 5, 90, 80)), size_pt=60.0), "")
    found = at_the_top(drawn(TITLE), STAGE, own, usual)
    assert found.box == usual.box and found.style.levels[0].size_pt == 44.0 and found.style.anchor == usual.style.anchor
    assert at_the_top(drawn(TITLE), STAGE, own).box.h < usual.box.h, "a band, where nothing tells"


@pytest.mark.parametrize(("align", "follows"), [("l", True), ("ctr", False)])
def test_free_words_begin_where_the_title_does_though_a_date_stands_further_out(align: str, follows: bool) -> None:
    title = styled(holder("title", 0, (8, 5, 80, 15)), align=align)
    area = free_area(drawn(title), STAGE, title.box)
    assert STAGE.safe.x < title.box.x
    assert (area.x, area.right) == (title.box.x if follows else STAGE.safe.x, STAGE.safe.right)


def test_a_title_grows_as_far_as_nothing_is_in_its_way() -> None:
    low = styled(holder("title", 0, (5, 6, 70, 13)), size_pt=36.0)
    box = in_placeholder("title", drawn(low, BODY), STAGE, low, "").box
    assert box.h == pt(32 * (2 * 1.2 + 1 / 3))
    # A rule under it, and a line over it, leave what its own box is.
    rules = (Box(low.box.x, low.box.bottom + 20_000, low.box.w, 0), Box(low.box.x, low.box.y - 20_000, low.box.w, 0))
    held = in_placeholder("title", drawn(low, BODY, obstacles=rules), STAGE, low, "").box
    assert low.box.h <= held.h < box.h and held.bottom <= rules[0].y


@pytest.mark.parametrize("anchor", ["t", "ctr", "b"])
def test_a_title_keeps_its_own_height_where_that_is_asked(anchor: str) -> None:
    """Its one line stands where it does in a box that has grown."""
    low = styled(holder("title", 0, (5, 15, 70, 6)), size_pt=36.0)
    low = replace(low, style=replace(low.style, anchor=anchor))
    box, grown = (in_placeholder("title", drawn(low, BODY), replace(STAGE, tight=tight), low, "").box for tight in (True, False))
    assert box.h == low.box.h < grown.h and (box.x, box.w) == (low.box.x, low.box.w)
    edges = {"t": (box.y, grown.y), "ctr": (2 * box.y + box.h, 2 * grown.y + grown.h), "b": (box.bottom, grown.bottom)}[anchor]
    assert abs(edges[0] - edges[1]) <= EMU_PER_PT


def test_a_title_begins_where_all_else_does_though_something_touches_a_corner_of_its_box() -> None:
    title = styled(holder("title", 0, (8, 5, 70, 16)), size_pt=30.0)
    corner = Box(0, 0, title.box.x + title.box.w // 8, title.box.y + title.box.h // 5)
    found = in_placeholder("title", drawn(title, BODY, obstacles=(corner,)), STAGE, title, "").box
    assert (found.x, found.right) == (title.box.x, title.box.right) and found.y >= corner.bottom
    # What takes most of its height on that side leaves the other.
    bar = Box(0, 0, corner.right, title.box.bottom)
    assert in_placeholder("title", drawn(title, BODY, obstacles=(bar,)), STAGE, title, "").box.x >= bar.right


def test_a_title_goes_a_little_down_rather_than_away_from_its_left_edge() -> None:
    """A line that strikes through the upper corner of a low box, under which there is too little of it left."""
    title = styled(holder("title", 0, (10, 11, 66, 11)), size_pt=30.0)
    line = Box(0, title.box.y - 200_000, title.box.x + title.box.w // 8, 200_000 + title.box.h // 2)
    sheet = drawn(title, BODY, obstacles=(line,))
    found = in_placeholder("title", sheet, STAGE, title, "").box
    assert (found.x, found.right) == (title.box.x, title.box.right)
    assert line.bottom <= found.y and title.box.bottom < found.bottom <= title.box.bottom + SIZE[1] // 10
    under = holder("obj", 1, (10, 24, 80, 60))
    below = in_placeholder("body", sheet, STAGE, under, "", (Box(found.x, found.y, found.w, under.box.y + 50_000 - found.y),)).box
    assert below.y >= under.box.y + 50_000 + GAP, "and what is under it is not glued to it"


def test_a_title_stays_across_a_pale_shape_on_which_it_reads_as_well() -> None:
    """A pastel of the house's own at the slide's corner: its titles begin on it, in line with all else."""
    title = styled(holder("title", 0, (5, 6, 88, 10)), size_pt=30.0, color="36406B")
    corner = Box(0, 0, 22 * SIZE[0] // 100, 20 * SIZE[1] // 100)
    for color, kept in (("F3C9D4", True), ("2A2F4A", False)):
        shape = SceneShape("9", "Form", "shape", "master", corner, fill=Paint("solid", (color,)), geometry="rect")
        sheet = drawn(title, BODY, obstacles=(corner,), shapes=(shape,))
        found = in_placeholder("title", sheet, STAGE, title, "").box
        assert (found.x == title.box.x) == kept, color
    line = Box(0, 0, 22 * SIZE[0] // 100, 25_400 + title.box.y)
    thin = replace(line, y=title.box.y + title.box.h // 2, h=25_400)
    sheet = drawn(title, BODY, obstacles=(thin,))
    assert in_placeholder("title", sheet, STAGE, title, "").box != title.box, "a line strikes words through"


@pytest.mark.parametrize(("exact", "kept"), [(36.0, 0.0), (46.0, 46.0), (0.0, 0.0)])
def test_lines_nearer_each_other_than_letters_are_high_are_set_apart(exact: float, kept: float) -> None:
    """A cover in larger letters than the master's titles, whose line it inherits."""
    large = styled(holder("title", 0, (5, 20, 90, 40)), size_pt=48.0, line_exact_pt=exact)
    spot = in_placeholder("title", drawn(large), STAGE, large, "")
    assert spot.style.levels[0].line_exact_pt == kept


def test_a_title_that_grows_up_to_a_logo_stands_a_little_under_it() -> None:
    low = styled(holder("title", 0, (5, 14, 70, 6)), size_pt=28.0)
    logo = Box(low.box.x, 200_000, 2_400_000, low.box.y - 200_000 - 170_000)
    found = in_placeholder("title", drawn(low, BODY, obstacles=(logo,)), STAGE, low, "").box
    assert logo.bottom < found.y < low.box.y and found.y - logo.bottom >= min(pt(8), low.box.y - logo.bottom)
    # Where the house itself has it close under its logo, it stays.
    near = Box(low.box.x, 200_000, 2_400_000, low.box.y - 200_000)
    assert in_placeholder("title", drawn(low, BODY, obstacles=(near,)), STAGE, low, "").box.y == low.box.y


@pytest.mark.parametrize(("line", "begins", "moves"), [(22, 27, True), (None, 27, False), (22, 45, False)])
def test_content_begins_where_the_house_has_it_under_a_line_of_titles(line: int | None, begins: int, moves: bool) -> None:
    """A table's own line right under the title's would make a double one."""
    high = SIZE[1] // 100
    rule = () if line is None else (Box(TITLE.box.x, line * high, TITLE.box.w, 0),)
    stage = replace(STAGE, begins=begins * high)
    area = free_area(drawn(TITLE, obstacles=rule), stage, TITLE.box)
    assert (area.y == begins * high) == moves
    assert moves or area.y < 24 * high


def test_a_title_that_grows_down_to_a_rule_keeps_over_it() -> None:
    low = styled(holder("title", 0, (5, 14, 90, 8)), size_pt=30)
    grown = in_placeholder("title", drawn(low, BODY), STAGE, low, "").box
    rule = Box(low.box.x, grown.bottom, 1_400_000, 50_000)
    found = in_placeholder("title", drawn(low, BODY, obstacles=(rule,)), STAGE, low, "").box
    assert grown.h > low.box.h and found.h == grown.h
    assert rule.y - found.bottom == min(AIR, grown.bottom - low.box.bottom)
    bar = Box(0, 0, SIZE[0], found.y - AIR)
    under = in_placeholder("title", drawn(low, BODY, obstacles=(rule, bar)), STAGE, low, "").box
    assert under.y >= bar.bottom + AIR, "but not up to what stands above"


@pytest.mark.parametrize(("top", "begins"), [(27, True), (60, False)])
def test_free_content_begins_where_the_layouts_does_if_that_is_hardly_lower(top: int, begins: bool) -> None:
    body = holder("obj", 1, (5, top, 90, 92 - top))
    area = free_area(drawn(TITLE, body), STAGE, TITLE.box)
    assert area.y == (body.box.y if begins else TITLE.box.bottom + GAP)


def test_the_air_under_a_title_is_as_much_larger_as_the_slide() -> None:
    size = (2 * 12_192_000, 2 * 6_858_000)
    stage = replace(STAGE, size=size, safe=Box(600_000, 420_000, size[0] - 1_200_000, size[1] - 900_000))
    title = Box(600_000, 700_000, 20_000_000, 2_000_000)
    assert free_area(drawn(), stage, title).y == title.bottom + 2 * GAP
