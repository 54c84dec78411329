"""Counted dots: two free shapes, whole columns of ten, words on rules; a bar where dots would not be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_counts import DOTS, LONGEST
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import proved, shapes_of, shown
from layout_made import QUICK, place
from layout_made import words as some_words

from deck.layout.counted import MOST
from deck.layout.diagrams.dots import draw
from deck.layout.model import Arc, Freeform, PlacedShape
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE) -> dict[str, PlacedShape]:
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


def of(counted: int, others: int) -> Diagram:
    first, second, *rest = DOTS.items
    parts = replace(first, key=str(counted), value=float(counted)), replace(second, value=float(others))
    return replace(DOTS, items=(*parts, *rest))


def rings(shape: PlacedShape) -> int:
    assert isinstance(shape.geometry, Freeform)
    assert all(sum(isinstance(step, Arc) for step in ring) == 2 for ring in shape.geometry.rings)
    return len(shape.geometry.rings)


def told(block: Diagram, where=ZONE) -> None:
    """What is proved of all forms; the words about a dot go where there are none."""
    outcome = draw(block, where)
    proved(block if "caption" in shown(outcome) else replace(block, caption=""), outcome, where)


def test_eighty_of_two_hundred_and_ninety_as_drawn() -> None:
    outcome = draw(DOTS, ZONE)
    assert not outcome.troubles and len(outcome.parts) == 1
    told(DOTS)
    shapes = by_key(DOTS)
    counted, others = shapes["dots:counted"], shapes["dots:others"]
    assert (rings(counted), rings(others)) == (80, 210)
    assert counted.fill is not None and counted.line is None and others.fill is None and others.line is not None
    pitch = 29.59 * PX
    assert others.box.right - counted.box.x == pytest.approx(28 * pitch + 2 * 0.37 * pitch, abs=4 * PX)
    assert counted.box.w == pytest.approx(7 * pitch + 2 * 0.37 * pitch, abs=2 * PX) and counted.box.x > 296 * PX
    assert shapes["item:counted:number"].size_pt == 138 and shapes["caption"].size_pt == 18
    assert shapes["item:counted:title"].size_pt == 20 and shapes["item:others:title"].align == "r"
    assert len([shape for shape in shapes.values() if isinstance(shape.geometry, Freeform)]) == 2


def test_the_rules_stand_over_their_dots() -> None:
    shapes = by_key(DOTS)
    first, second = shapes["rule:counted"], shapes["rule:others"]
    assert first.box.right < second.box.x and first.line is not None and second.line is not None
    assert first.line.width > 2 * second.line.width
    assert shapes["dots:counted"].box.right <= second.box.x
    assert all(shapes[f"item:{name}:title"].box.bottom <= first.box.y for name in ("counted", "others"))


@pytest.mark.parametrize(("counted", "others"), [(13, 20), (1, 9), (290, 0), (250, 250), (3, 4)])
def test_every_total_has_its_dots(counted: int, others: int) -> None:
    block = of(counted, others)
    told(block)
    shapes = by_key(block)
    assert rings(shapes["dots:counted"]) == counted
    assert ("dots:others" in shapes) == bool(others)


@pytest.mark.parametrize(("block", "width"), [(of(400, MOST - 399), 864), (DOTS, 300)])
def test_too_many_or_too_small_a_bar(block: Diagram, width: int) -> None:
    where = place(width, 360)
    shapes = by_key(block, where)
    bar, rest = shapes["dots:counted"], shapes["dots:others"]
    assert bar.geometry == rest.geometry == "rect" and "caption" not in shapes
    share = (block.items[0].value or 0) / sum(item.value or 0 for item in block.items)
    assert bar.box.w / (bar.box.w + rest.box.w) == pytest.approx(share, abs=0.01)
    told(block, where)


def test_in_a_narrower_place_the_figure_stands_above() -> None:
    where = place(500, 360)
    shapes = by_key(DOTS, where)
    assert shapes["item:counted:number"].box.bottom <= shapes["dots:counted"].box.y and rings(shapes["dots:counted"]) == 80
    told(DOTS, where)


def test_nothing_counted_is_rows_and_nothing_is_nothing() -> None:
    words = Diagram("dots", (Item("a", "Ett"), Item("b", "Två")), "")
    assert any(key.startswith("rule:") for key in by_key(words))
    proved(words, draw(words, ZONE), ZONE)
    twice = replace(DOTS, items=(*DOTS.items, replace(DOTS.items[2], id="mer")))
    told(twice)
    assert draw(Diagram("dots", (), ""), ZONE).parts == ((),)


def test_a_figure_that_would_be_no_louder_than_its_words_stands_above_them() -> None:
    """In a low place: as large as the room over the dots lets it be, on the line of the word before it."""
    where = place(864, 200)
    shapes = by_key(DOTS, where)
    figure, lead = shapes["item:counted:number"], shapes["item:counted:text"]
    assert figure.size_pt >= 48 and figure.size_pt > 1.5 * lead.size_pt
    assert lead.box.right <= figure.box.x and lead.box.bottom < figure.box.bottom
    told(DOTS, where)


def test_the_longest_words() -> None:
    outcome = draw(LONGEST["dots"], ZONE)
    assert not outcome.troubles and "dots:counted" in {shape.key for shape in shapes_of(outcome)}
    told(LONGEST["dots"])


short = some_words.map(lambda text: text[:60].strip() or "ord")


@QUICK
@given(
    st.tuples(short, short, short, short, short),
    st.lists(st.integers(0, 320), min_size=2, max_size=3),
    st.integers(80, 1000),
    st.integers(60, 520),
)
def test_it_holds_its_words_or_complains(
    said: tuple[str, str, str, str, str], counts: list[int], width: int, height: int
) -> None:
    parts = tuple(
        Item(f"p{n}", said[n % 2], "Drygt" if n == 0 else "", str(count) if n == 0 else "", value=float(count))
        for n, count in enumerate(counts)
    )
    rest = Item("w", said[2], said[3], group="whole"), Item("o", "Också:", said[4], group="also")
    told(Diagram("dots", (*parts, *rest), "", caption="En prick är en kommun"), place(width, height))


def test_words_end_with_the_dots_that_they_name() -> None:
    """In a low place the dots are narrower than the place, and a label at its right edge would name nothing."""
    where = place(800, 260)
    shapes = by_key(DOTS, where)
    others, label = shapes["dots:others"].box, shapes["item:others:title"].box
    assert others.right < where.spot.box.right - 20 * PX, "the case in point"
    assert others.x <= label.x and label.right <= others.right + 6 * PX
    proved(DOTS, draw(DOTS, where), where)
