"""What a sender gives without ids is known again by what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.presentation import Block, Cell, Diagram, Item, Paragraph, Presentation, Row, Run, Slide, Slot, Table
from deck.refresh.numbered import known_again

WORDS = ("Laddplatser", "Energiplan", "Cykelväg", "Vindkraft", "Solceller", "Giftfri förskola")


def deck_of(block: Block) -> Presentation:
    slide = Slide(id="own", kind="content", slots=(Slot("body", "body", block),))
    return Presentation(
        title="",
        lang="sv",
        place="1281",
        place_name="Lund",
        outline="standard",
        audience="alla",
        release="1",
        sections=(),
        slides=(slide,),
    )


def row(name: str, *words: str) -> Row:
    return Row(name, tuple(Cell((Paragraph((Run(word),)),)) for word in words))


def table(*words: str, ids: str = "r") -> Table:
    head = row("head", "Åtgärd", "Ansvarig")
    return Table((head, *(row(f"{ids}{n}", word, "") for n, word in enumerate(words, 1))), (0.5, 0.5), "")


def goals(*words: str, kind: str = "goal-") -> Diagram:
    return Diagram("rows", tuple(Item(f"{kind}{n}", title=word, key=str(n)) for n, word in enumerate(words, 1)), "")


def called(presentation: Presentation) -> list[tuple[str, str]]:
    block = presentation.slides[0].slots[0].block
    if isinstance(block, Table):
        return [(item.id, item.cells[0].text) for item in block.rows[1:]]
    assert isinstance(block, Diagram)
    return [(item.id, item.title) for item in block.items]


@pytest.mark.parametrize(
    ("was", "now", "after"),
    [
        (("Laddplatser", "Energiplan"), ("Vindkraft", "Laddplatser", "Energiplan"), "r3 r1 r2"),
        (("Laddplatser", "Energiplan", "Cykelväg"), ("Laddplatser", "Cykelväg"), "r1 r3"),
        (("Laddplatser", "Energiplan"), ("Energiplan", "Laddplatser"), "r2 r1"),
        (("Laddplatser", "Energiplan"), ("Laddplatser", "Plan för energi"), "r1 r2"),
        (("Laddplatser", "Energiplan"), ("Laddplatser", "Energiplan", "Cykelväg"), "r1 r2 r3"),
    ],
)
def test_rows_keep_their_ids_wherever_they_stand(was: tuple[str, ...], now: tuple[str, ...], after: str) -> None:
    found = called(known_again(deck_of(table(*was)), deck_of(table(*now))))
    assert [name for name, _word in found] == after.split()
    assert [word for _name, word in found] == list(now)


def test_goals_do_and_their_numbers_tell_nothing() -> None:
    found = called(
        known_again(deck_of(goals("Fossilfria", "Giftfri förskola")), deck_of(goals("Giftfri förskola", "Nära till natur")))
    )
    assert found == [("goal-2", "Giftfri förskola"), ("goal-3", "Nära till natur")]


def test_what_has_ids_of_its_own_keeps_them() -> None:
    was, now = deck_of(table("A", "B", ids="step-x")), deck_of(table("B", "A", ids="step-x"))
    assert known_again(was, now) is now


@given(st.permutations(WORDS), st.permutations(WORDS), st.integers(0, 6), st.integers(0, 6))
def test_no_id_stands_for_two_things(was: list[str], now: list[str], most: int, more: int) -> None:
    old = dict(called(deck_of(goals(*was[:most]))))
    found = called(known_again(deck_of(goals(*was[:most])), deck_of(goals(*now[:more]))))
    assert len({name for name, _word in found}) == len(found)
    known = {word: name for name, word in old.items()}
    assert all(known[word] == name for name, word in found if word in known)
    again = deck_of(Diagram("rows", tuple(Item(name, title=word) for name, word in found), ""))
    assert known_again(again, again) is again
