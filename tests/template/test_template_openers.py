"""Which layouts are for few words: what opens a deck, and what interrupts it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import BODY, SIZE, STAGE, TITLE, drawn, holder

from deck.drawing import Paint
from deck.drawing.model import SceneShape
from deck.geometry import Box
from deck.template.openers import Openers

MIDDLE = holder("title", 0, (10, 35, 80, 30))
FIELD = SceneShape("9", "Fält", "shape", "layout", Box(0, 0, SIZE[0] // 2, SIZE[1]), fill=Paint("solid", ("205040",)))


@pytest.mark.parametrize(
    ("holders", "opens", "pauses"),
    [
        ((TITLE, BODY), False, False),
        ((TITLE,), False, False),
        ((MIDDLE,), True, True),
        ((MIDDLE, BODY), True, False),
        ((holder("ctrTitle", 0, (5, 5, 90, 15)),), True, True),
        ((BODY,), True, False),
    ],
    ids=["text", "a title at the top", "one in the middle", "with a body", "a centred title", "no title"],
)
def test_what_is_for_few_words(holders: tuple, opens: bool, pauses: bool) -> None:
    sheet = drawn(*holders)
    judge = Openers([sheet], STAGE)
    assert (judge.made_to_open(sheet), judge.pauses(sheet)) == (opens, pauses)


def test_a_first_slide_among_others_on_its_layout_tells_nothing_unless_that_looks_like_a_cover() -> None:
    text, dressed = drawn(TITLE, name="Text"), drawn(TITLE, name="Omslag", shapes=(FIELD,))
    for uses, found in ((((text.layout.part, 4),), False), (((text.layout.part, 1), ("x", 3)), True)):
        assert Openers([text], replace(STAGE, uses=uses)).may_open(text) is found
    assert Openers([dressed], STAGE).dressed(dressed) and Openers([dressed], STAGE).may_open(dressed)
    assert not Openers([text], STAGE).may_open(drawn(TITLE, BODY, shapes=(FIELD,))), "a large place for content"
    assert not Openers([text], STAGE).greets(text)
    assert Openers([text], STAGE).greets(drawn(TITLE, name="Omslag", kind="title"))


def test_a_field_under_a_place_that_is_left_out_stays_empty() -> None:
    fact, area = holder("body", 2, (65, 25, 30, 60)), Box(0, SIZE[1] // 4, SIZE[0], SIZE[1] // 2)
    under = SceneShape(
        "9", "Faktaruta", "shape", "layout", holder("body", 2, (64, 24, 32, 62)).box, fill=Paint("solid", ("EEF2EE",))
    )
    judge = Openers([], STAGE)
    assert judge.leaves_fields(drawn(TITLE, fact, shapes=(under,)), area)
    assert not judge.leaves_fields(drawn(TITLE, shapes=(under,)), area), "a decoration: an obstacle, or none"
    assert not judge.leaves_fields(drawn(TITLE, fact, shapes=(replace(under, origin="master"),)), area), "on all layouts alike"
    assert not judge.leaves_fields(drawn(TITLE, fact), area)
