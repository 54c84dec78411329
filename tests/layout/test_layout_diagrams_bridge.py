"""A bridge: two panels, and a bar across both."""

from __future__ import annotations

from dataclasses import replace

from drawn_forms import BRIDGE, LONGEST
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import captions, items, proved, shapes_of, shown
from layout_made import QUICK, place

from deck.geometry import Box
from deck.layout.diagrams.bridge import draw
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


def test_it_holds_our_own_words_and_the_longest() -> None:
    for block in (BRIDGE, LONGEST["bridge"]):
        outcome = draw(block, ZONE)
        assert not outcome.troubles and len(outcome.parts) == 1
        proved(block, outcome, ZONE)


def test_the_bar_covers_the_first_panel_and_part_of_the_second() -> None:
    shapes = by_key(BRIDGE)
    one, two, bar = (shapes[key] for key in ("item:mal:number", "item:agenda:number", "caption"))
    assert one.box == Box(0, 0, 564 * PX, 480 * PX) and two.box.x == 588 * PX and one.size_pt == 112
    assert bar.box == Box(0, 288 * PX, 952 * PX, 152 * PX)
    assert bar.box.right > two.box.x and bar.box.right < two.box.right
    assert shapes["item:dimension:title"].box.x == two.box.x + 28 * PX
    assert shapes["item:ovrigt:title"].box.x == bar.box.right + 18 * PX


def test_the_bar_gives_way_where_what_it_leaves_out_has_a_long_name() -> None:
    items = tuple(replace(item, title="Hållbarhetsprogram") if item.group == "rest" else item for item in BRIDGE.items)
    block = replace(BRIDGE, items=items)
    shapes = by_key(block)
    assert shapes["caption"].box.right < 952 * PX
    proved(block, draw(block, ZONE), ZONE)
    whole = replace(BRIDGE, items=BRIDGE.items[:-1])
    assert by_key(whole)["caption"].box.w == 1152 * PX, "nothing is left out"


def test_what_is_no_bridge_or_has_no_room_is_rows() -> None:
    alone = replace(BRIDGE, items=BRIDGE.items[:2])
    for block, where in ((alone, ZONE), (BRIDGE, place(400, 500)), (BRIDGE, place(864, 150))):
        outcome = draw(block, where)
        proved(block, outcome, where)
        assert any(shape.key.startswith("rule:") for shape in shapes_of(outcome))
    said = list(shown(draw(BRIDGE, place(400, 500))))
    assert said.index("caption") < said.index("item:svenska:title"), "the bar's words come before what is on the bar"


def test_rows_say_under_one_heading_what_the_two_share() -> None:
    outcome = draw(BRIDGE, place(400, 500))
    found = {shape.key: shape for shape in shapes_of(outcome)}
    caption, shared, left_out = (found[key] for key in ("caption", "item:svenska:title", "item:ovrigt:title"))
    assert shared.bold and not caption.bold and not left_out.bold, "what is left out is not as loud as what it is about"
    bar = found["bar:caption"].box
    assert bar.y <= caption.box.y and shared.box.bottom <= bar.bottom <= left_out.box.bottom
    assert bar.x < caption.box.x and caption.color == shared.color != left_out.color, "the bar is still a bar"
    assert not {"rule:svenska", "rule:ovrigt"} & found.keys()
    assert caption.box.bottom <= shared.box.y


def test_nothing_is_nothing() -> None:
    assert draw(Diagram("bridge", (), ""), ZONE).parts == ((),)


@QUICK
@given(items(1, 6, key=True, group=("", "shared", "rest")), captions, st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], caption: str, width: int, height: int) -> None:
    block, where = Diagram("bridge", found, "", caption=caption), place(width, height)
    proved(block, draw(block, where), where)
