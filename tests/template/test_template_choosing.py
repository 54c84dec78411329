"""Choosing among layouts: by placeholders and geometry first, names second."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from template_drawn import BODY, LEFT, RIGHT, SIZE, STAGE, STYLE, TITLE, drawn, holder, styled

from deck.drawing.model import Paint, SceneParagraph, SceneRun, SceneShape, SceneText, TextLevel
from deck.geometry import Box
from deck.template.choosing import UNLIKE, Chooser
from deck.template.ladder import rungs
from deck.template.neighbours import side_by_side
from deck.template.roles import Casting


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        ((52, 25, 43, 65), True),
        ((52, 60, 43, 30), False),
        ((52, 25, 20, 65), False),
        ((20, 25, 43, 65), False),
        ((5, 92, 43, 5), False),
    ],
)
def test_neighbours(other: tuple[int, int, int, int], answer: bool) -> None:
    item = holder("obj", 2, other)
    assert side_by_side(LEFT, item) == side_by_side(item, LEFT) == answer


def test_the_best_is_the_highest_the_first_of_equals_or_none() -> None:
    one, two, three = drawn(name="a"), drawn(name="b"), drawn(name="c")
    chooser = Chooser([one, two, three], STAGE)
    score = {"a": 1.0, "b": 2.0, "c": 2.0}
    assert chooser.best(lambda item: (score[item.layout.name], item.layout.name)) == (two, 2.0, "b")
    assert chooser.best(lambda item: (score[item.layout.name], ""), 3) is None
    assert chooser.best(lambda _item: None) is None


def test_two_bodies_left_first_and_the_main_one() -> None:
    chooser = Chooser([], STAGE)
    assert chooser.two_text(drawn(TITLE, RIGHT, LEFT)) == (LEFT, RIGHT)
    assert chooser.two_text(drawn(TITLE, BODY)) is None
    assert chooser.main_body(drawn(TITLE, LEFT, BODY)) is BODY
    assert chooser.main_body(drawn(TITLE, holder("body", 1, (5, 25, 30, 30)))) is None


def test_layouts_whose_titles_are_texts_are_chosen_as_others_are() -> None:
    """Programs for pictures export their titles as texts: the cover is none the more for content."""
    head = styled(holder("body", 10, (5, 5, 90, 13)), size_pt=32)
    cover = drawn(
        styled(holder("body", 10, (8, 30, 75, 20)), size_pt=44),
        styled(holder("body", 11, (8, 55, 75, 9)), size_pt=20),
        name="Framsida",
        ground="0B6E4F",
    )
    one = drawn(head, styled(holder("body", 11, (5, 22, 90, 68)), size_pt=20), name="Text")
    two = drawn(head, *(styled(holder("body", 11 + n, (5 + 47 * n, 22, 43, 68)), size_pt=20) for n in (0, 1)), name="Spalter")
    roles = Casting([cover, one, two], STAGE).roles()
    assert {kind: roles[kind].layout.name for kind in ("title", "content", "two-content")} == {
        "title": "Framsida",
        "content": "Text",
        "two-content": "Spalter",
    }
    assert all(roles[kind].layout is not cover.layout for kind in ("object", "title-only", "quote", "question", "big-number"))
    assert roles["content"].spots["title"].box == head.box


@pytest.mark.parametrize(("beside", "begins"), [((5, 25, 26, 65), 5), ((72, 25, 23, 65), 35)], ids=["left empty", "right empty"])
def test_words_do_not_begin_in_the_middle_of_a_slide_beside_an_empty_column(
    beside: tuple[int, int, int, int], begins: int
) -> None:
    main = holder("obj", 2, (35, 25, 60 if beside[0] < 35 else 35, 65))
    chooser = Casting([drawn(TITLE, holder("obj", 1, beside), main)], STAGE)
    for kind in ("content", "quote", "contact"):
        spots = [spot for name, spot in chooser.cast(kind).spots.items() if name != "title"]
        assert min(spot.box.x for spot in spots) == begins * STAGE.size[0] // 100


def test_a_title_spot_is_the_layouts_own_or_a_box() -> None:
    chooser = Chooser([], STAGE)
    assert chooser.title_spot(drawn(TITLE)).placeholder is TITLE
    assert chooser.title_spot(drawn(BODY)).composed


@pytest.mark.parametrize(
    ("layouts", "chosen"),
    [
        ([drawn(TITLE, BODY, name="x"), drawn(TITLE, name="y")], "y"),
        ([drawn(TITLE, name="x"), drawn(TITLE, name="y", kind="titleOnly")], "y"),
        ([drawn(TITLE, name="x"), drawn(TITLE, name="Endast rubrik")], "Endast rubrik"),
        ([drawn(name="x"), drawn(TITLE, BODY, name="y")], "y"),
        ([drawn(TITLE, name="Avslutning"), drawn(TITLE, name="z")], "z"),
        ([drawn(name="x")], "x"),
    ],
)
def test_the_barest_layout_serves_free_boxes(layouts: list, chosen: str) -> None:
    role = Chooser(layouts, STAGE).title_only()
    assert role.layout.name == chosen
    assert set(role.spots) == {"title", "object"} and role.composed
    assert not role.spots["title"].box.overlaps(role.spots["object"].box)


@pytest.mark.parametrize(
    ("title", "ground", "against"),
    [
        (TITLE, "FFFFFF", 0.0),
        (styled(TITLE, size_pt=22.0), "FFFFFF", 0.0),
        (styled(TITLE, size_pt=16.0), "FFFFFF", UNLIKE),
        (styled(TITLE, caps=True), "FFFFFF", UNLIKE),
        (styled(TITLE, color="C00000"), "FFFFFF", UNLIKE),
        (styled(TITLE, align="ctr"), "FFFFFF", UNLIKE),
        (TITLE, "203040", 2 * UNLIKE),
        (TITLE, "FAFAFA", 0.0),
    ],
)
def test_a_layout_that_looks_otherwise_than_the_text_layout_has_that_against_it(title, ground: str, against: float) -> None:
    usual, other = drawn(TITLE, BODY, name="usual", kind="obj"), drawn(title, name="other", ground=ground)
    assert Casting([usual, other], STAGE).unlike(other) == against


def test_one_deck_has_one_kind_of_title() -> None:
    """A title-only layout whose titles are small and blue gives way to the text layout without its text."""
    usual = drawn(styled(TITLE, size_pt=40.0), BODY, name="Text", kind="obj")
    blue = drawn(styled(holder("title", 0, (5, 3, 90, 10)), color="32A2DC", caps=True), name="Title Only")
    alike = drawn(styled(holder("title", 0, (5, 3, 90, 10)), size_pt=40.0), name="Title Only")
    assert Casting([usual, blue], STAGE).bare()[0] is usual
    assert Casting([usual, alike], STAGE).bare()[0] is alike


@pytest.mark.parametrize(("says", "name", "opens"), [("Klimatdagarna", "Cover", True), ("Tack!", "Cover", False)])
def test_a_cover_may_say_whose_it_is_but_not_farewell(says: str, name: str, opens: bool) -> None:
    words = SceneText((SceneParagraph((SceneRun(says, "Arial", 40.0),), 0, TextLevel("Arial", 40.0)),), STYLE)
    own = SceneShape("9", "words", "shape", "layout", holder("body", 1, (5, 2, 40, 8)).box, text=words)
    cover = drawn(holder("ctrTitle", 0, (5, 35, 90, 30)), name=name, kind="title", shapes=(own,))
    assert cover.says == says
    other = drawn(TITLE, BODY, name="Text", kind="obj")
    assert (Casting([other, cover], STAGE).title().layout.name == name) == opens


@pytest.mark.parametrize(("origin", "says"), [("layout", "UTKAST"), ("master", "")])
def test_what_a_master_says_all_layouts_say(origin: Literal["layout", "master"], says: str) -> None:
    """DRAFT across every page is against none of its layouts."""
    words = SceneText((SceneParagraph((SceneRun("UTKAST", "Arial", 120.0),), 0, TextLevel("Arial", 120.0)),), STYLE)
    across = SceneShape("9", "words", "shape", origin, holder("body", 9, (20, 40, 60, 20)).box, text=words)
    assert drawn(TITLE, BODY, name="Text", kind="obj", shapes=(across,)).says == says


def test_what_a_houses_own_slides_are_written_in_goes_before_what_says_that_it_is_for_text() -> None:
    usual = drawn(TITLE, BODY, name="Rubrik och innehåll", kind="obj")
    only = drawn(TITLE, name="Endast rubrik", kind="titleOnly")
    own = drawn(styled(TITLE, color="00594F"), holder("body", 13, (5, 25, 80, 62)), name="Kommuntext")
    used = replace(STAGE, uses=((own.layout.part, 5),))
    for kind in ("content", "object", "title-only"):
        assert Casting([usual, only, own], used).cast(kind).layout is own.layout
        assert Casting([usual, only, own], STAGE).cast(kind).layout is not own.layout
    alike = drawn(TITLE, holder("body", 13, (5, 25, 80, 62)), name="Kommuntext")
    assert Casting([usual, only, alike], used).cast("title-only").layout is only.layout
    tried = replace(STAGE, uses=((own.layout.part, 1), (usual.layout.part, 1)))
    assert Casting([usual, only, own], tried).cast("content").layout is usual.layout


def test_slides_that_open_a_part_or_have_no_title_say_nothing_of_what_is_written_in() -> None:
    """One slide more, a table under a title, does not decide either."""
    usual = drawn(TITLE, BODY, name="Rubrik och innehåll", kind="obj")
    own = drawn(TITLE, holder("body", 15, (5, 25, 68, 62)), name="Löpande text")
    only = drawn(TITLE, name="Endast rubrik", kind="titleOnly")
    part = drawn(holder("title", 0, (5, 32, 90, 26)), name="Kapitel blå")
    blank = drawn(name="Tom", kind="blank")
    for others in ((), ((only.layout.part, 1),)):
        uses = ((own.layout.part, 3), (part.layout.part, 1), (blank.layout.part, 1), *others)
        casting = Casting([usual, own, only, part, blank], replace(STAGE, uses=uses))
        assert casting.cast("content").layout is own.layout, others


@pytest.mark.parametrize("kind", ["content", "quote", "contact"])
def test_a_column_alone_has_the_room_of_them_all(kind: str) -> None:
    """In the second of two columns a quote would leave half of its slide empty."""
    role = Casting([drawn(TITLE, LEFT, RIGHT, name="Två", kind="twoObj")], STAGE).cast(kind)
    boxes = [spot.box for name, spot in role.spots.items() if name != "title"]
    assert min(box.x for box in boxes) == LEFT.box.x and max(box.right for box in boxes) == RIGHT.box.right


@pytest.mark.parametrize("kind", ["content", "quote", "contact"])
def test_words_beside_a_pictures_place_that_stays_empty_have_its_room(kind: str) -> None:
    """The picture may be the larger, and reach to the slide's edge."""
    narrow, picture = holder("body", 1, (5, 25, 28, 60)), holder("pic", 2, (36, 22, 64, 78))
    role = Casting([drawn(TITLE, narrow, picture, name="Bild med text")], STAGE).cast(kind)
    boxes = [spot.box for name, spot in role.spots.items() if name != "title"]
    assert min(box.x for box in boxes) == narrow.box.x and max(box.right for box in boxes) == STAGE.safe.right
    assert min(box.y for box in boxes) == narrow.box.y and max(box.bottom for box in boxes) <= narrow.box.bottom


@pytest.mark.parametrize(("kind", "wide"), [("quote", True), ("contact", True), ("content", False)])
def test_few_words_do_not_stand_in_half_of_an_empty_slide(kind: str, wide: bool) -> None:
    """A list keeps the house's column."""
    sheet = drawn(TITLE, holder("body", 1, (5, 25, 40, 60)))
    spots = Casting([sheet], STAGE).cast(kind).spots
    assert (max(spot.box.right for name, spot in spots.items() if name != "title") == STAGE.safe.right) == wide
    mark = holder("pic", 9, (70, 30, 10, 10)).box
    kept = Casting([drawn(TITLE, holder("body", 1, (5, 25, 40, 60)), obstacles=(mark,))], STAGE).cast(kind).spots
    assert max(spot.box.right for name, spot in kept.items() if name != "title") < STAGE.size[0] // 2


def test_columns_on_grounds_of_their_own_stay_columns() -> None:
    panel = SceneShape("9", "Fält", "shape", "layout", RIGHT.box, fill=Paint("solid", ("203050",)))
    sheet = drawn(TITLE, LEFT, RIGHT, name="Två", kind="twoObj", shapes=(panel,))
    assert Casting([sheet], STAGE).content().spots["body"].box.w < STAGE.size[0] // 2


BAR = SceneShape("9", "Bar", "shape", "layout", Box(0, 0, SIZE[0], SIZE[1] // 6), fill=Paint("solid", ("1E5945",)))


def test_layouts_that_a_program_left_in_the_file_do_not_serve_a_house_that_draws_its_bar_in_its_own() -> None:
    """Its title looks the same: only the bar tells them apart."""
    own = drawn(TITLE, BODY, name="Vår textsida", shapes=(BAR,))
    two = drawn(TITLE, LEFT, RIGHT, name="Två delar", kind="twoObj")
    only = drawn(TITLE, name="Endast rubrik", kind="titleOnly")
    section = drawn(holder("title", 0, (10, 30, 80, 30)), holder("body", 1, (10, 65, 80, 15)), name="Avsnitt", kind="secHead")
    cover = drawn(holder("ctrTitle", 0, (10, 25, 80, 30)), holder("subTitle", 1, (10, 60, 80, 20)), name="Omslag", shapes=(BAR,))
    every = [section, two, only, own, cover]
    used = replace(STAGE, uses=((own.layout.part, 4), (cover.layout.part, 1)), cover=cover.layout.part)
    house = Casting(every, used)
    assert [house.outside(item) for item in every] == [True, True, True, False, False]
    assert house.cast("section").layout is cover.layout
    assert {house.cast(kind).layout.name for kind in ("title-only", "object", "content")} == {"Vår textsida"}
    assert {role.layout.name for role in rungs("object", every, used, house.cast("object"))} == {"Vår textsida"}
    # Where its slides use them, or none use its own, they are as good as any.
    also = replace(used, uses=(*used.uses, (two.layout.part, 1), (section.layout.part, 1)))
    assert not Casting(every, also).outside(two) and Casting(every, also).cast("section").layout is section.layout
    assert not any(Casting(every, STAGE).outside(item) for item in every)
    # What its master draws is on all of them: what a layout has of its own is no more than its picture.
    mark = replace(BAR, id="8", origin="master")
    bare = [replace(item, scene=replace(item.scene, shapes=(mark, *item.scene.shapes))) for item in every]
    assert not any(Casting(bare, used).outside(item) for item in bare)
    assert Casting(bare, used).cast("title-only").layout is only.layout


def test_a_layout_for_telling_how_the_template_is_used_serves_for_nothing() -> None:
    told = drawn(TITLE, BODY, name="Instruktion – radera")
    usual = drawn(TITLE, holder("body", 1, (5, 25, 60, 40)), name="Text 1")
    assert {Casting([told, usual], STAGE).cast(kind).layout.name for kind in ("content", "title-only", "title")} == {"Text 1"}


def test_titles_have_the_width_that_the_layout_for_text_gives_them() -> None:
    """A layout with more room, and a title in a column, gives way to the one whose title is wide."""
    photo = (Box(round(0.7 * SIZE[0]), 0, round(0.3 * SIZE[0]), SIZE[1]),)
    usual = drawn(
        holder("title", 0, (4, 8, 62, 15)), holder("body", 1, (4, 25, 62, 60)), name="Text", kind="obj", obstacles=photo
    )
    column = drawn(holder("title", 0, (4, 8, 30, 15)), holder("body", 1, (4, 25, 30, 60)), name="Spalt")
    wide = drawn(holder("title", 0, (4, 8, 60, 15)), holder("body", 1, (4, 25, 30, 60)), name="Bred")
    assert Casting([usual, column], STAGE).bare()[0] is usual
    assert Casting([usual, wide], STAGE).bare()[0] is wide
