"""Small places on a layout: found where they stand, and none where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import SIZE, drawn, holder
from template_drawn import STAGE as FRAME

from deck.drawing.model import Paint, SceneShape
from deck.geometry import Box
from deck.presentation import FROM
from deck.template import default_template_path, read_template
from deck.template.reader import read_drawn
from deck.template.roles import Casting
from deck.template.small import is_dark, with_small_spots
from deck.template.spots import TemplateFrame

TEMPLATE, DRAWN = read_drawn(default_template_path())
STAGE = TemplateFrame(TEMPLATE.size, TEMPLATE.safe, "Arial", "Arial")


def bare(kind: str):
    """The role with its title alone."""
    role = read_template(default_template_path()).roles[kind]
    return replace(role, spots={"title": role.spots["title"]})


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("title", {"speaker": "Talare", "event": "Sammanhang", "date": "Datum"}),
        ("section", {"part": "Del", "object": "Delar"}),
        ("question", {"part": "Fråga", "object": "Steg", FROM: "Källrad"}),
        ("content", {FROM: "Källrad"}),
        ("quote-dark", {FROM: "Källrad"}),
    ],
)
def test_each_is_found_by_where_it_stands(kind: str, found: dict[str, str]) -> None:
    role = with_small_spots(bare(kind), DRAWN, STAGE)
    names = {name: spot.placeholder.name for name, spot in role.spots.items() if spot.placeholder is not None and name != "title"}
    assert {name: names[name] for name in found} == found


def test_a_layout_without_them_has_none() -> None:
    role = bare("content")
    layout = replace(role.layout, placeholders=tuple(item for item in role.layout.placeholders if item.idx != 20))
    drawn = [replace(item, layout=layout) for item in DRAWN if item.layout.part == layout.part]
    assert set(with_small_spots(replace(role, layout=layout), drawn, STAGE).spots) == {"title"}
    assert with_small_spots(role, [], STAGE) is role


def test_a_part_has_room_in_a_large_free_area() -> None:
    role = read_template(default_template_path()).roles["title-only"]
    plain = replace(role, kind="question", spots={name: role.spots[name] for name in ("title", "object")})
    found = with_small_spots(plain, DRAWN, STAGE).spots
    part, rest, before = found["part"], found["object"].box, role.spots["object"].box
    assert part.placeholder is None and (part.box.y, rest.bottom) == (before.y, before.bottom)
    assert part.box.bottom < rest.y and not part.box.overlaps(role.spots["title"].box)


def test_which_layouts_are_dark() -> None:
    assert [item.layout.name for item in DRAWN if is_dark(item)] == [
        "Titel med karta",
        "Avsnitt med karta",
        "Citat, mörk",
        "Avslut med karta",
        "Kontakt med karta",
    ]


def test_words_beside_the_title_stand_on_its_own_field() -> None:
    """Over a title at the upper edge of a white field there is room on the slide, but not on the field."""
    title = holder("title", 0, (10, 20, 80, 10))
    field = Box(*(part * n // 100 for part, n in zip(SIZE * 2, (8, 19, 84, 70), strict=True)))
    over = Casting([drawn(title)], FRAME).cast("question")
    on_field = Casting([drawn(title, panels=(field,))], FRAME).cast("question")
    assert over.spots["part"].box.bottom <= title.box.y
    assert "part" not in on_field.spots or field.contains(on_field.spots["part"].box)


def test_words_beside_the_title_do_not_leave_a_card_as_pale_as_the_page() -> None:
    title = holder("title", 0, (10, 17, 80, 11))
    x, y, w, h = (part * n // 100 for part, n in zip(SIZE * 2, (7, 14, 86, 70), strict=True))
    card = SceneShape("9", "Kort", "shape", "master", Box(x, y, w, h), fill=Paint("solid", ("FFFFFF",)), geometry="rect")
    found = Casting([drawn(title, shapes=(card,), ground="D9E8D4")], FRAME).cast("question").spots
    assert "part" not in found or y < found["part"].box.y < found["part"].box.bottom < y + h


def test_a_line_beside_the_title_keeps_clear_of_the_edge_of_a_band() -> None:
    """Half on a dark band and half on the white page it is read on neither."""
    title = holder("title", 0, (10, 20, 80, 12))
    x, y, w, h = (part * n // 100 for part, n in zip(SIZE * 2, (0, 16, 100, 20), strict=True))
    band = SceneShape("9", "Band", "shape", "master", Box(x, y, w, h), fill=Paint("solid", ("402552",)))
    plain, banded = (Casting([drawn(title, shapes=shapes)], FRAME).cast("question") for shapes in ((), (band,)))
    assert plain.spots["part"].box.bottom <= title.box.y
    assert banded.spots["part"].box.y > title.box.bottom


def test_a_part_stands_over_a_bar_that_ends_right_over_its_title() -> None:
    """Where a line over the title would lie at the bar's edge, it stands a little higher, and not at the slide's other end."""
    title = holder("ctrTitle", 0, (5, 72, 90, 14))
    bar = Box(0, title.box.y - 40_000, SIZE[0], SIZE[1] - title.box.y + 40_000)
    field = SceneShape("1", "Bar", "shape", "master", bar, fill=Paint("solid", ("5C2D91",)))
    under = holder("subTitle", 1, (5, 87, 90, 8))
    sheet = drawn(title, under, name="Omslag", kind="title", shapes=(field,), obstacles=(bar,))
    part = Casting([sheet], FRAME).cast("section").spots["part"].box
    assert 0 < bar.y - part.bottom < SIZE[1] // 10
