"""Audiences: the main groups on their base, and who supports them."""

from __future__ import annotations

from drawn_forms import AUDIENCE, LONGEST
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import captions, items, proved, shapes_of, shown
from layout_made import QUICK, place

from deck.geometry import Box
from deck.layout.diagrams.audience import draw
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


def test_it_holds_our_own_words_and_the_longest() -> None:
    for block in (AUDIENCE, LONGEST["audience"]):
        outcome = draw(block, ZONE)
        assert not outcome.troubles and len(outcome.parts) == 1
        proved(block, outcome, ZONE)


def test_main_groups_stand_on_their_base_and_the_support_below() -> None:
    shapes = by_key(AUDIENCE)
    main, base, support = (shapes[f"item:{name}:title"] for name in ("politiker", "bas", "samordnare"))
    assert main.box == Box(0, 0, 564 * PX, 132 * PX) and main.size_pt == 40
    assert base.box == Box(0, 138 * PX, 1152 * PX, 86 * PX)
    assert support.box.bottom == 478 * PX and support.fill is None and support.line is not None, "within the outline's edge"
    assert main.fill is not None and main.fill != base.fill
    arrow = shapes["arrow"]
    assert arrow.geometry == "upArrow" and base.box.bottom < arrow.box.y < arrow.box.bottom <= support.box.y
    assert shapes["caption"].box.x == 130 * PX


def test_one_to_three_main_groups_and_no_other_ranks() -> None:
    for count in (1, 2, 3):
        block = Diagram("audience", tuple(Item(f"g{n}", f"Grupp {n}", "Med några ord") for n in range(count)), "")
        shapes = by_key(block)
        assert len({shape.box.y for key, shape in shapes.items() if key.endswith(":title")}) == 1 and "arrow" not in shapes
        proved(block, draw(block, ZONE), ZONE)
    four = Diagram("audience", tuple(Item(f"g{n}", f"Grupp {n}") for n in range(4)), "")
    assert any(shape.key.startswith("rule:") for shape in shapes_of(draw(four, ZONE)))


def test_a_narrow_place_has_rows_with_the_arrows_words_before_the_support() -> None:
    where = place(400, 500)
    outcome = draw(AUDIENCE, where)
    proved(AUDIENCE, outcome, where)
    said = list(shown(outcome))
    assert said.index("caption") < said.index("item:samordnare:title")


def test_in_rows_the_main_groups_stand_beside_what_they_share() -> None:
    shapes = by_key(AUDIENCE, place(700, 130))
    first, second, base = (shapes[f"item:{name}:title"] for name in ("politiker", "tjansteman", "bas"))
    assert first.box.x == second.box.x < base.box.x and first.box.bottom <= second.box.y
    assert "rule:samordnare" in shapes and not {"rule:politiker", "rule:tjansteman", "rule:bas"} & shapes.keys()
    bar, arrow, support = shapes["bar:politiker"].box, shapes["arrow"].box, shapes["item:samordnare:title"].box
    assert bar.bottom <= arrow.y < arrow.bottom <= support.bottom, "from those who support to those whom it is for"
    assert shapes["arrow"].geometry == "upArrow" and arrow.right <= shapes["caption"].box.x


def test_nothing_is_nothing() -> None:
    assert draw(Diagram("audience", (), ""), ZONE).parts == ((),)


@QUICK
@given(items(1, 6, key=False, group=("", "base", "support")), captions, st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], caption: str, width: int, height: int) -> None:
    block, where = Diagram("audience", found, "", caption=caption), place(width, height)
    proved(block, draw(block, where), where)
