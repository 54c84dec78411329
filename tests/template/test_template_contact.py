"""Places for whom to ask: four lines in a column under the title, and the box of them all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.presentation import CONTACT
from deck.template import default_template_path
from deck.template.contact import contact_spots
from deck.template.layouts import Drawn
from deck.template.reader import read_drawn
from deck.template.roles import Casting
from deck.template.spots import TemplateFrame

TEMPLATE, DRAWN = read_drawn(default_template_path())
STAGE = TemplateFrame(TEMPLATE.size, TEMPLATE.safe, "Arial", "Arial")
OURS = next(item for item in DRAWN if item.layout.name == "Kontakt med karta")


def test_the_lines_stand_under_each_other_and_their_box_holds_them() -> None:
    *lines, whole = contact_spots(OURS, STAGE)
    assert tuple(spot.role for spot in lines) == CONTACT and whole.role == "body" and whole.placeholder is None
    assert [spot.box.y for spot in lines] == sorted(spot.box.y for spot in lines)
    assert all(spot.placeholder is not None and whole.box.contains(spot.box, 12_700) for spot in lines)


@pytest.mark.parametrize("name", ["Namn", "Telefon"])
def test_none_where_a_line_has_no_place(name: str) -> None:
    held = tuple(item for item in OURS.layout.placeholders if item.name not in (name, "Mer"))
    assert contact_spots(replace(OURS, layout=replace(OURS.layout, placeholders=held)), STAGE) == []


def test_no_layout_of_another_kind_has_any() -> None:
    assert [item.layout.name for item in DRAWN if contact_spots(item, STAGE)] == ["Kontakt med karta"]


def test_a_template_without_such_a_layout_has_the_closing_ones_body() -> None:
    others: list[Drawn] = [item for item in DRAWN if item is not OURS]
    role = Casting(others, STAGE).cast("contact")
    assert (role.kind, role.layout.name) == ("contact", "Avslut med karta")
    assert role.spots["body"].placeholder is not None and not set(CONTACT) & set(role.spots)
