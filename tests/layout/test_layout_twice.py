"""What is said by two slots, each for templates of another kind, is shown once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.layout.mould import mould_of
from deck.layout.twice import drawn_instead, said_twice
from deck.presentation import CONTACT, Diagram, Item, Slot, text
from deck.template import default_template_path, read_template

TEMPLATE = read_template(default_template_path())
NAME, ROLE, EMAIL, PHONE = CONTACT


def slots(lines: tuple[str, ...], drawn: tuple[str, ...]) -> tuple[Slot, ...]:
    held = tuple(Slot(role, role, text(words)) for role, words in zip(CONTACT, lines, strict=True))
    items = tuple(Item(f"item-{n}", key="Namn", text=words) for n, words in enumerate(drawn))
    return (Slot("title", "title", text("Kontakt")), *held, Slot("body", "body", Diagram("pairs", items, "Vem ni frågar")))


def left_out(kind: str, *given: tuple[str, ...]) -> set[str]:
    return set(said_twice(slots(*given), mould_of(TEMPLATE.roles[kind], TEMPLATE)))


@pytest.mark.parametrize(
    ("lines", "drawn", "places", "none"),
    [
        # Nothing known: the placeholders wait; drawn lines to write on, where there are none.
        (("", "", "", ""), ("", "", "", ""), {"body"}, set(CONTACT)),
        (("Kim", "", "", ""), ("Kim", ""), {"body"}, set(CONTACT)),
        # What only the drawn one says (several people, what was written into it) is shown.
        (("", "", "", ""), ("Kim", "Lo"), set(CONTACT), set(CONTACT)),
        (("Kim", "", "", ""), ("Kim", "lo.se"), set(CONTACT), set(CONTACT)),
        # What only a line says is never left out.
        (("Kim", "", "", "046"), ("Kim", ""), {"body"}, {NAME, ROLE, EMAIL}),
    ],
)
def test_a_contact(lines: tuple[str, ...], drawn: tuple[str, ...], places: set[str], none: set[str]) -> None:
    assert left_out("contact", lines, drawn) == places
    assert left_out("closing", lines, drawn) == none


def test_frames_stand_only_where_a_template_has_no_places_for_figures() -> None:
    frames = Slot("right", "right", Diagram("frames", (Item("figure-1", key="00"),), "Rutor"))
    both = (Slot("title", "title", text("Siffror")), replace(frames))
    assert said_twice(both, mould_of(TEMPLATE.roles["figures"], TEMPLATE)) == {"right"}
    assert said_twice(both, mould_of(TEMPLATE.roles["two-content"], TEMPLATE)) == frozenset()


@pytest.mark.parametrize(
    ("lines", "drawn", "instead"),
    [
        (("", "", "", ""), ("", "", "", ""), False),
        (("Kim", "", "", ""), ("Kim", "lo.se"), True),
        (("Kim", "", "", "046"), ("Lo", ""), False),
    ],
)
def test_a_drawn_contact_stands_in_the_layout_for_pairs(lines: tuple[str, ...], drawn: tuple[str, ...], instead: bool) -> None:
    mould = mould_of(TEMPLATE.roles["contact"], TEMPLATE)
    assert drawn_instead(slots(lines, drawn), mould, frozenset(CONTACT)) is instead
