"""Quotes stand in a layout for them, with who said it under them, and are set to be read aloud."""

from __future__ import annotations

import pytest
from template_drawn import BODY, STAGE, TITLE, drawn, holder, styled

from deck.template.quotes import QUOTE_PT
from deck.template.roles import Casting

QUOTE = drawn(TITLE, holder("body", 1, (5, 25, 90, 45)), holder("body", 2, (5, 75, 90, 10)), name="Citat")


def test_a_quote_has_who_said_it_under_it() -> None:
    quote = Casting([QUOTE], STAGE).quote().spots
    assert quote["quote"].box.y < quote["attribution"].box.y and not quote["attribution"].composed


@pytest.mark.parametrize(("own", "set_in"), [(12.0, QUOTE_PT), (30.0, 30.0)])
def test_a_quote_in_a_body_of_small_type_is_large_enough_to_be_read_aloud(own: float, set_in: float) -> None:
    sheet = drawn(TITLE, styled(BODY, size_pt=own))
    assert Casting([sheet], STAGE).cast("quote").spots["quote"].style.levels[0].size_pt == set_in


def test_a_quote_is_not_shouted() -> None:
    """Three lines of capitals are not read: a list in the same body keeps them."""
    sheet = drawn(TITLE, styled(BODY, caps=True))
    spots = Casting([sheet], STAGE)
    assert not any(level.caps for level in spots.cast("quote").spots["quote"].style.levels)
    assert spots.cast("content").spots["body"].style.levels[0].caps


def test_a_quote_is_not_in_capitals() -> None:
    """Word for word, and read aloud: whatever the house's other texts are in."""
    role = Casting([drawn(TITLE, styled(BODY, caps=True))], STAGE).quote()
    assert not role.spots["quote"].style.levels[0].caps


@pytest.mark.parametrize(("kind", "name"), [("quote", "Citat"), ("quote-dark", "Citat mörk")])
def test_of_two_layouts_for_quotes_the_one_on_the_ground_that_is_asked(kind: str, name: str) -> None:
    dark = drawn(TITLE, *QUOTE.layout.placeholders[1:], name="Citat mörk", ground="102040")
    assert Casting([QUOTE, dark], STAGE).cast(kind).layout.name == name


def test_a_title_between_quotation_marks_is_no_title_of_ours() -> None:
    """The house's quote stands in the layout's title: the quote goes where the text does."""
    marked = drawn(holder("title", 0, (5, 20, 90, 60)), holder("body", 1, (5, 84, 90, 9)), name="Citat")
    plain = drawn(TITLE, BODY, name="Text", kind="obj")
    assert Casting([plain, marked], STAGE).quote().layout.name == "Text"
