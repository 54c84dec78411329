"""Quotes stand in a layout for them, with who said it under them, and are set to be read aloud."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import BODY, STAGE, TITLE, drawn, holder, styled

from deck.template.quotes import QUOTE_PT
from deck.template.roles import Casting

QUOTE = drawn(TITLE, holder("body", 1, (5, 25, 90, 45)), holder("body", 2, (5, 75, 90, 10)), name="Citat")


def test_a_quote_has_who_said_it_under_it() -> None:
    quote = Casting([QUOTE], STAGE).quote().spots
    assert quote["quote"].box.y < quote["attribution"].box.y and not quote["attribution"].composed


def test_a_quote_in_a_bold_body_is_not_bold() -> None:
    """What matters in it is: where all words are bold, none is told from the others."""
    sheet = drawn(TITLE, styled(BODY, bold=True))
    spots = Casting([sheet], STAGE)
    assert not spots.cast("quote").spots["quote"].style.levels[0].bold
    assert spots.cast("content").spots["body"].style.levels[0].bold


def test_a_quote_in_a_layout_for_quotes_is_not_bold_either() -> None:
    bold = drawn(TITLE, *(styled(item, bold=True) for item in QUOTE.layout.placeholders[1:]), name="Citat")
    quote = Casting([bold], STAGE).quote().spots["quote"]
    assert not any(level.bold for level in quote.style.levels)
    # Which its words then say, for their place would have them so.
    assert quote.placeholder is not None and quote.placeholder.style.levels[0].bold


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


HOUSE = drawn(
    styled(holder("title", 0, (15, 27, 70, 34)), size_pt=32, italic=True, color="44546A"),
    styled(holder("body", 13, (15, 63, 70, 6)), size_pt=18),
    styled(holder("body", 14, (15, 69, 70, 6)), size_pt=16),
    name="Citat",
)
PLAIN = drawn(TITLE, BODY, name="Text", kind="obj")


@pytest.mark.parametrize("kind", ["quote", "quote-dark"])
def test_where_the_house_writes_its_quotes_ours_stand_too(kind: str) -> None:
    """In its letters and its place; the slide's own title stays a title, a line above."""
    stage = replace(STAGE, uses=((HOUSE.layout.part, 2),))
    role = Casting([PLAIN, HOUSE], stage).cast(kind)
    title, quote, said = (role.spots[name] for name in ("title", "quote", "attribution"))
    holders = HOUSE.layout.placeholders
    assert role.layout.name == "Citat" and quote.box == holders[0].box
    level = quote.style.levels[0]
    assert (level.size_pt, level.color) == (32, "44546A")
    assert title.placeholder == holders[0] and title.box.bottom < quote.box.y and title.style.levels[0].size_pt < 32
    assert quote.placeholder is None, "a slide has one title"
    assert said.box == holders[1].box.union(holders[2].box)


def test_where_it_does_not_or_has_no_room_above_the_text_s_layout_serves() -> None:
    high = drawn(holder("title", 0, (15, 8, 70, 50)), *HOUSE.layout.placeholders[1:], name="Citat")
    for sheet, uses in ((HOUSE, 0), (high, 2)):
        stage = replace(STAGE, uses=((sheet.layout.part, uses),))
        assert Casting([PLAIN, sheet], stage).quote().layout.name == "Text"


def test_who_somebody_is_stands_under_the_name_and_is_no_point() -> None:
    marked = holder("body", 2, (5, 75, 90, 10))
    levels = marked.style.levels
    second = replace(levels[1], bullet="•", margin_left=500_000, indent=-200_000)
    marked = replace(marked, style=replace(marked.style, levels=(levels[0], second, *levels[2:])))
    sheet = drawn(TITLE, holder("body", 1, (5, 25, 90, 45)), marked, name="Citat")
    found = Casting([sheet], STAGE).quote().spots["attribution"]
    assert found.placeholder is not None
    for style in (found.style, found.placeholder.style):
        assert (style.levels[1].margin_left, style.levels[1].indent) == (style.levels[0].margin_left, 0)


def test_lines_of_a_quote_in_large_letters_do_not_lie_on_each_other() -> None:
    """So many points apart as the house's text has them: its quote is larger than that."""
    sheet = drawn(TITLE, styled(BODY, size_pt=24.0, line_exact_pt=26.0))
    spots = Casting([sheet], STAGE)
    level = spots.cast("quote").spots["quote"].style.levels[0]
    assert level.line_exact_pt == 0.0 and level.line_spacing == 1.0
    assert spots.cast("content").spots["body"].style.levels[0].line_exact_pt == 26.0


@pytest.mark.parametrize(("align", "under"), [("ctr", "ctr"), ("r", "r"), ("l", "l"), ("just", "l")])
def test_whose_it_is_stands_as_the_quote_does(align: str, under: str) -> None:
    """In a box of ours, under a quote in the middle of its place."""
    spots = Casting([drawn(TITLE, styled(BODY, align=align))], STAGE).quote().spots
    assert {level.align for level in spots["attribution"].style.levels} == {under}
