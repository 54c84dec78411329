"""Where something of each place's stands in a template of ours."""

from __future__ import annotations

import pytest
from template_branded import PLAIN

from deck.geometry import Box
from deck.memory import Itself
from deck.template.marks import LOGO_MARK, MARKS, SIGN_MARK, PlaceMark, marks_of


def test_the_default_template_has_each_kind_of_mark() -> None:
    found = marks_of(Itself(PLAIN))
    assert {mark.name for marks in found.values() for mark in marks} == set(MARKS)
    assert {mark.name for mark in found[PLAIN.layouts[0].master]} == {LOGO_MARK, SIGN_MARK}
    slide = Box(0, 0, *PLAIN.size)
    assert all(slide.contains(mark.box, 2) and mark.box.area > 0 for marks in found.values() for mark in marks)


def test_shapes_stand_where_the_mark_stood_and_nothing_else_changes() -> None:
    part, (mark, *others) = next((part, marks) for part, marks in marks_of(Itself(PLAIN)).items() if len(marks) > 1)
    data = PLAIN.package.parts[part]
    made = mark.put(data, "<här/>")
    assert made.count("<här/>".encode()) == 1 and mark.name.encode() not in made
    assert all(other.name.encode() in made for other in others if other.name != mark.name)
    start = made.index("<här/>".encode())
    assert data.startswith(made[:start]) and data.endswith(made[start + len("<här/>".encode()) :])


def test_a_mark_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError):
        PlaceMark(LOGO_MARK, 99, Box(0, 0, 1, 1)).put(b"<p:sp/>", "")
