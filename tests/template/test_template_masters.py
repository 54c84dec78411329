"""Masters are told apart by what is their own, by use and by room; those that are near by words."""

from __future__ import annotations

import pytest
from odd_templates import shapes_without, two_masters
from template_drawn import BODY, STAGE, STYLE, TITLE, drawn, holder

from deck.drawing import Sheets
from deck.drawing.model import SceneParagraph, SceneRun, SceneShape, SceneText, TextLevel
from deck.package import package_bytes
from deck.template import read_template
from deck.template.layouts import Drawn
from deck.template.masters import master_worth, rivals_of
from deck.template.roles import Casting


def test_of_masters_alike_the_one_with_room_for_words_serves() -> None:
    """The second master's content is half as wide and half as high; a sample or two more on it do not make up for that."""
    narrow = holder("obj", 1, (30, 25, 45, 40))
    wide, small = Casting([drawn(TITLE, BODY)], STAGE).roles(), Casting([drawn(TITLE, narrow)], STAGE).roles()
    one, two = drawn(TITLE, BODY, name="Ett"), drawn(TITLE, narrow, name="Två")
    few = {one.layout.part: 3, two.layout.part: 4}
    assert master_worth(wide, [one], few) > master_worth(small, [two], few)
    only = {two.layout.part: 6}
    assert master_worth(wide, [one], only) < master_worth(small, [two], only), "the house uses that one alone"


@pytest.mark.parametrize(
    ("worths", "near"),
    [
        ([22.1, 21.9, 12.0, 22.11], (0, 1)),
        ([22.1], ()),
        ([30.0, 22.0], ()),
        ([9.0 - n / 10 for n in range(9)], (1, 2, 3, 4, 5)),
    ],
    ids=["a hair apart", "one", "used", "many"],
)
def test_masters_that_are_near_are_rivals(worths: list[float], near: tuple[int, ...]) -> None:
    assert rivals_of(max(range(len(worths)), key=worths.__getitem__), worths) == near


def test_the_first_slide_says_nothing_of_where_content_stands() -> None:
    """Two masters alike: the one that the second sample uses serves, not the cover's."""
    roles = Casting([drawn(TITLE, BODY)], STAGE).roles()
    front, inner = drawn(TITLE, BODY, name="Omslag"), drawn(TITLE, BODY, name="Innehåll")
    uses = {front.layout.part: 1, inner.layout.part: 1}
    assert master_worth(roles, [inner], uses, front.layout.part) > master_worth(roles, [front], uses, front.layout.part)
    only = {front.layout.part: 1}
    assert master_worth(roles, [front], only, front.layout.part) > master_worth(roles, [inner], only, front.layout.part)


def saying(*marks: str) -> Drawn:
    level = TextLevel("Arial", 40.0)
    texts = [SceneText((SceneParagraph((SceneRun(words, "Arial", 40.0),), 0, level),), STYLE) for words in marks]
    shapes = tuple(SceneShape(str(n), "mark", "shape", "master", TITLE.box, text=text) for n, text in enumerate(texts))
    return drawn(TITLE, BODY, shapes=shapes)


@pytest.mark.parametrize(("marks", "worse"), [(("\u201c", "\u201d"), True), (('"',), True), ((" ",), False)])
def test_a_master_with_quotation_marks_is_for_quotes(marks: tuple[str, ...], worse: bool) -> None:
    """Whoever has another one has meant that for content."""
    plain, marked = drawn(TITLE, BODY), saying(*marks)
    worths = [master_worth(Casting([item], STAGE).roles(), [item], {}) for item in (plain, marked)]
    assert (worths[1] < worths[0]) is worse
    assert rivals_of(0, worths) == (() if worse else (1,))


def test_layouts_that_are_all_on_the_second_master_serve() -> None:
    """The first has a bare one alone, as what is left of an older house has."""
    package, sheets = two_masters(), Sheets(two_masters())
    first, second = sheets.master_parts()
    bare: dict[str, bytes | None] = {
        part: shapes_without(package.parts[part].decode(), "").encode() for part in (first, *sheets.layout_parts(first))
    }
    template = read_template(package_bytes(package.replace(bare)))
    assert {role.layout.master for role in template.roles.values()} == {second}
    title, body = (template.roles["content"].spots[name] for name in ("title", "body"))
    assert title.placeholder is not None and body.placeholder is not None
