"""Which layout serves each kind of slide, and why."""

from __future__ import annotations

import pytest
from template_drawn import BODY, LEFT, RIGHT, STAGE, TITLE, default, drawn, holder

from deck.geometry import Box
from deck.presentation import KINDS, OCCASION
from deck.template.layouts import Drawn
from deck.template.roles import Casting

HEADS = holder("body", 3, (5, 18, 43, 6)), holder("body", 4, (52, 18, 43, 6))
FRONT = drawn(holder("ctrTitle", 0, (10, 25, 80, 30)), holder("subTitle", 1, (10, 60, 80, 20)), name="Omslag")
CONTENT = drawn(TITLE, BODY, name="Vanlig")
TWO = drawn(TITLE, LEFT, RIGHT, name="Delad")
COMPARE = drawn(TITLE, *HEADS, LEFT, RIGHT, name="Mot varandra")
PICTURE = drawn(TITLE, holder("body", 1, (5, 25, 43, 65)), holder("pic", 2, (52, 25, 43, 65)), name="Foto")
QUOTE = drawn(TITLE, holder("body", 1, (5, 25, 90, 45)), holder("body", 2, (5, 75, 90, 10)), name="Citat")
NUMBER = drawn(TITLE, holder("body", 1, (5, 25, 40, 60)), holder("body", 2, (52, 25, 40, 60)), name="Stort tal")
ALL = [FRONT, CONTENT, TWO, COMPARE, PICTURE, QUOTE]


@pytest.mark.parametrize(
    ("kind", "layout", "composed"),
    [
        ("title", "Omslag", False),
        ("section", "Omslag", False),
        ("content", "Vanlig", False),
        ("two-content", "Delad", False),
        ("comparison", "Mot varandra", False),
        ("picture", "Foto", False),
        ("object", "Vanlig", False),
        ("quote", "Citat", False),
        ("closing", "Vanlig", False),
        ("big-number", "Vanlig", True),
    ],
)
def test_a_layout_by_its_placeholders(kind: str, layout: str, composed: bool) -> None:
    role = Casting(ALL, STAGE).cast(kind)
    assert (role.kind, role.layout.name, role.composed) == (kind, layout, composed)
    assert role.reason and set(role.spots) >= set(KINDS[kind].needs)


@pytest.mark.parametrize(
    "layouts",
    [[CONTENT], [FRONT], [TWO], [drawn(name="Tom")], [drawn(TITLE, name="Bara")], [QUOTE, PICTURE], [NUMBER]],
    ids=range(7),
)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_role_in_any_template(layouts: list[Drawn], kind: str) -> None:
    role = Casting(layouts, STAGE).cast(kind)
    assert set(role.spots) == set(KINDS[kind].roles) or set(role.spots) >= set(KINDS[kind].needs)
    assert role.layout in [item.layout for item in layouts]
    # Small roles, such as who speaks, may have the free area beside the title; what the kind needs tells.
    assert role.composed == any(role.spots[name].placeholder is None for name in role.spots if name not in ("part", *OCCASION))
    boxes = [spot.box for spot in role.spots.values()]
    assert all(STAGE.slide.contains(box, 2) and box.area > 0 for box in boxes)
    assert not any(one.overlaps(two, 6_350) for n, one in enumerate(boxes) for two in boxes[n + 1 :])


def test_pairs_of_headings_and_bodies_stand_in_order() -> None:
    spots = Casting([COMPARE], STAGE).comparison().spots
    assert [spots[name].placeholder for name in ("left-heading", "left", "right-heading", "right")] == [
        HEADS[0],
        LEFT,
        HEADS[1],
        RIGHT,
    ]
    assert Casting([TWO], STAGE).comparison().spots["left-heading"].composed


def test_columns_without_headings_are_not_under_lines_for_headings() -> None:
    head = HEADS[0].box
    line = Box(head.x, head.bottom, head.w, 0)
    ruled = drawn(TITLE, *HEADS, LEFT, RIGHT, name="Mot varandra", obstacles=(line,))
    for kind, wanted in (("two-content", "Bara"), ("comparison", "Mot varandra")):
        assert Casting([ruled, drawn(TITLE, name="Bara")], STAGE).cast(kind).layout.name == wanted
    elsewhere = drawn(TITLE, *HEADS, LEFT, RIGHT, name="Mot varandra", obstacles=(Box(0, 0, head.w, 0),))
    for sheet in (COMPARE, elsewhere):
        assert Casting([sheet, drawn(TITLE, name="Bara")], STAGE).cast("two-content").layout.name == "Mot varandra"


@pytest.mark.parametrize(("first", "second", "wins"), [("Vanlig", "Slut", "Vanlig"), ("Slut", "Vanlig", "Vanlig")])
def test_a_name_counts_where_the_geometry_is_the_same(first: str, second: str, wins: str) -> None:
    named = {"Vanlig": CONTENT, "Slut": drawn(TITLE, BODY, name="Avslutning")}
    cast = Casting([named[first], named[second]], STAGE)
    assert cast.content().layout.name == wins
    assert cast.closing().layout.name == "Avslutning"


def test_a_layouts_own_type_beats_its_name() -> None:
    typed = drawn(TITLE, BODY, name="x", kind="obj")
    assert Casting([drawn(TITLE, BODY, name="Rubrik och innehåll"), typed], STAGE).content().layout is typed.layout


def test_the_largest_text_is_the_number() -> None:
    spots = Casting([NUMBER], STAGE).big_number().spots
    assert spots["number"].placeholder is not None or spots["number"].composed


def test_the_default_template_needs_nothing_composed() -> None:
    template, _every = default()
    assert [kind for kind, role in template.roles.items() if role.composed and kind != "title-only"] == []


COLUMNS = (holder("obj", 1, (5, 25, 25, 60)), holder("obj", 2, (35, 25, 60, 40)))


def test_a_placeholder_that_is_one_of_several_columns_leaves_blocks_to_the_free_area() -> None:
    columns, plain = drawn(TITLE, *COLUMNS, name="Spalter"), drawn(TITLE, name="Endast rubrik")
    assert Casting([columns, plain], STAGE).cast("object").layout.name == "Endast rubrik"
    whole = drawn(TITLE, BODY, name="Innehåll")
    assert Casting([whole, plain], STAGE).cast("object").layout.name == "Innehåll"


@pytest.mark.parametrize(("top", "level"), [(27, True), (45, False)])
def test_what_is_talked_over_begins_where_the_text_does(top: int, level: bool) -> None:
    """Not close under the title or its bar; text that begins far below leaves too little."""
    text = drawn(TITLE, holder("body", 1, (5, top, 90, 90 - top)), name="Vanlig")
    bare = drawn(TITLE, name="Endast rubrik")
    body = Casting([text, bare], STAGE).cast("content").spots["body"].box
    question = Casting([text, bare], STAGE).cast("question")
    first = min(spot.box.y for name, spot in question.spots.items() if name in ("part", "object"))
    assert question.layout.name == "Endast rubrik" and (abs(first - body.y) <= 6_350) == level


@pytest.mark.parametrize("only", ["chart", "tbl"])
def test_what_is_drawn_stands_in_a_layout_for_whatever_content(only: str) -> None:
    """A layout that is called for tables takes these alone: whoever writes there has no place for words."""
    name = {"chart": "Diagramm gross", "tbl": "Tabell"}[only]
    every = [drawn(TITLE, holder(only, 1, (5, 25, 90, 65)), name=name), drawn(TITLE, BODY, name="Text")]
    assert Casting(every, STAGE).cast("object").layout.name == "Text"
    part = [every[0], drawn(TITLE, holder("body", 1, (5, 25, 40, 65)), name="Text")]
    assert Casting(part, STAGE).cast("object").layout.name == name, "where no other has the room it serves"
