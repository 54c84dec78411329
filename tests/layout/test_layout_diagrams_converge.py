"""Converging arrows: panels over a bar, an arrow from each into it."""

from __future__ import annotations

from drawn_forms import LONGEST, REASONS
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import captions, items, proved, shapes_of, shown
from layout_made import QUICK, place

from deck.geometry import Box
from deck.layout.diagrams.converge import draw
from deck.layout.model import PlacedGroup
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


def test_it_holds_our_own_words_and_the_longest() -> None:
    for block in (REASONS, LONGEST["converge"]):
        outcome = draw(block, ZONE)
        assert not outcome.troubles and len(outcome.parts) == 1
        proved(block, outcome, ZONE)


def test_panels_arrows_and_bar_stand_as_they_are_drawn() -> None:
    shapes = by_key(REASONS)
    assert shapes["reason:nytta:title"].box == Box(0, 0, 564 * PX, 300 * PX)
    assert shapes["reason:uppdrag:title"].box.x == 588 * PX
    assert shapes["caption"].box == Box(0, 368 * PX, 1152 * PX, 112 * PX)
    arrow = shapes["arrow:2"]
    assert arrow.geometry == "downArrow" and arrow.box.x == (588 + 28) * PX and arrow.box.y == 290 * PX
    assert arrow.box.bottom < shapes["caption"].box.y and not arrow.paragraphs
    assert [key for key in shapes if "arrow" not in key] == [
        "reason:nytta:title",
        "reason:nytta:text",
        "reason:uppdrag:title",
        "reason:uppdrag:text",
        "caption",
    ]


def test_a_reasons_further_lines_are_a_list_with_dashes() -> None:
    text = by_key(REASONS)["reason:nytta:text"]
    assert [text.manner(n).mark for n in range(3)] == ["", "–", "–"]
    assert text.manner(0).size_pt == text.size_pt == 24 and text.manner(1).mark_color == ZONE.look.strong.color
    one = by_key(Diagram("converge", (Item("a", "Skäl", "En enda rad"), Item("b", "Skäl", "En rad")), ""))
    assert one["reason:a:text"].manner(0).mark == "" and "caption" not in one and not any("arrow" in key for key in one)


def test_narrow_panels_stand_under_each_other_with_one_arrow() -> None:
    where = place(400, 500)
    shapes = by_key(REASONS, where)
    assert shapes["reason:nytta:title"].box.x == shapes["reason:uppdrag:title"].box.x == 0
    assert [key for key in shapes if key.startswith("arrow")] == ["arrow:1"]
    tight = place(300, 120)
    outcome = draw(REASONS, tight)
    proved(REASONS, outcome, tight)
    assert shown(outcome)["caption"] == REASONS.caption


def test_nothing_is_nothing() -> None:
    assert draw(Diagram("converge", (), ""), ZONE).parts == ((),)


@QUICK
@given(items(1, 6, key=False, group=("",)), captions, st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], caption: str, width: int, height: int) -> None:
    block, where = Diagram("converge", found, "", caption=caption), place(width, height)
    proved(block, draw(block, where), where)


def test_the_conclusion_is_no_slide_of_its_own() -> None:
    long = "Många kommuner ser nyttan av att arbeta strategiskt med sina mål, år efter år, i alla sina verksamheter"
    block = Diagram("converge", tuple(Item(name, title=name.upper(), text=long) for name in "ab"), "", caption="Därför")
    outcomes = [draw(block, place(520, height)) for height in range(100, 240, 10)]
    several = [found for found in outcomes if len(found.parts) > 1 and not found.troubles]
    assert several
    for outcome in several:
        keys = [shape.key for placed in outcome.parts[-1] if isinstance(placed, PlacedGroup) for shape in placed.children]
        assert "caption" in keys and any(key.endswith(":title") for key in keys)


def test_a_list_is_a_list_among_rows() -> None:
    block = Diagram(
        "converge", (Item("a", title="Nyttan", text="Kommuner vill\nskapa\nstimulera"), Item("b", title="Uppdraget")), ""
    )
    for where in (place(700, 130), place(400, 130)):
        shapes = [shape for shape in shapes_of(draw(block, where)) if shape.key == "reason:a:text"]
        assert [manner.mark for shape in shapes for manner in shape.manners] == ["", "–"], "rows, and a lead over its list"


def test_among_rows_the_conclusion_is_still_a_bar() -> None:
    reasons = (Item("a", title="Nyttan", text="Kommuner vill\nskapa"), Item("b", title="Uppdraget", text="Länen ska"))
    block = Diagram("converge", reasons, "", caption="Därför finns den\ntill stöd")
    shapes = {shape.key: shape for shape in shapes_of(draw(block, place(700, 160)))}
    bar, caption = shapes["bar:caption"], shapes["caption"]
    assert bar.fill is not None and bar.box.y <= caption.box.y and caption.box.bottom <= bar.box.bottom
    assert bar.box.x < caption.box.x and caption.color != shapes["reason:a:text"].color
    assert [manner.bold for manner in caption.manners] == [True, False]
