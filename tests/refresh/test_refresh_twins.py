"""The parts of a drawn block beside the same parts as we drew them."""

from __future__ import annotations

from collections.abc import Sequence

from refresh_corpus import base_pages, generated
from refresh_releases import BASE

from deck.drawing.names import Element
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import walk
from deck.geometry import Box
from deck.package import open_package
from deck.presentation import Diagram
from deck.refresh.document import Document
from deck.refresh.pages import Page, pages_of
from deck.refresh.transform import write_box
from deck.refresh.twins import DrawnTwins, elsewhere, in_columns, in_line, marks_of, turn, twins_of


def page() -> Page:
    return pages_of(Document(open_package(generated(), "test")).deck(), BASE.lang)["cards"][0]


def cards(held: Page) -> Element:
    shape = held.shape("object")
    assert shape is not None
    return shape


def block() -> Diagram:
    slide = BASE.slide("cards")
    slot = slide.slot("object") if slide is not None else None
    assert slot is not None and isinstance(slot.block, Diagram)
    return slot.block


def move(shape: Element, by: int) -> None:
    box = extent(xfrm_of(shape))
    assert box is not None
    write_box(shape, Box(box[0] + by, *box[1:]))


def paired(held: Page, ours: Sequence[Element]) -> list[tuple[str, Element, DrawnTwins]]:
    found = list(twins_of(held, cards(held), ours, "object", block()))
    assert {item for item, _part, _twins in found} == {item.id for item in block().items}
    return found


def ours() -> Element:
    return cards(base_pages(BASE, open_package(generated(), "test"))["cards"][0])


def test_a_part_that_was_moved_stands_elsewhere_and_no_other() -> None:
    held, drawn = page(), ours()
    assert not any(elsewhere(part, twins) for _item, part, twins in paired(held, [drawn]))
    first = paired(held, [drawn])[0][1]
    move(first, 1_234_567)
    found = paired(held, [drawn])
    assert [part for _item, part, twins in found if elsewhere(part, twins)] == [first]


def test_a_part_stands_where_any_drawing_of_ours_has_it() -> None:
    """The words that an earlier refresh laid out were the owner's: the base alone would be drawn in another way."""
    held, drawn, other = page(), ours(), cards(page())
    for n, part in enumerate(walk(other)):
        move(part, 300_000 * (n + 1))
    first = paired(held, [drawn])[0][1]
    move(first, 1_234_567)
    assert not any(elsewhere(part, twins) for _item, part, twins in paired(held, [other]))
    assert [part for _item, part, twins in paired(held, [other, drawn]) if elsewhere(part, twins)] == [first]


def test_what_a_part_says_of_itself() -> None:
    part = paired(page(), [ours()])[0][1]
    assert marks_of(part)[1] is False and turn(xfrm_of(part)) == (0, False, False) and turn(None) == (0, False, False)


def widen(shape: Element, by: int) -> None:
    """Its end stays where it is."""
    box = extent(xfrm_of(shape))
    assert box is not None
    write_box(shape, Box(box[0] - by, box[1], box[2] + by, box[3]))


def test_a_column_measured_in_another_font_is_no_move() -> None:
    held, drawn = page(), ours()
    first = paired(held, [drawn])[0][1]
    widen(first, 300_000)
    told = {part: twins for _item, part, twins in paired(held, [drawn])}
    assert elsewhere(first, told[first]) and in_columns(first, told[first])
    move(first, 500_000)
    assert not in_columns(first, told[first])


def test_a_drawing_laid_out_for_another_room_stands_in_rows_and_columns_as_ours() -> None:
    held, drawn = page(), ours()
    for part in walk(cards(held)):
        box = extent(xfrm_of(part))
        if box is not None:
            write_box(part, Box(box[0] * 3 // 4, box[1] * 3 // 4, box[2] * 3 // 4, box[3] * 3 // 4))
    assert in_line(paired(held, [drawn]))
    move(paired(held, [drawn])[0][1], 400_000)
    write_box(paired(held, [drawn])[0][1], Box(0, 0, 90_000, 90_000))
    assert not in_line(paired(held, [drawn]))
