"""The deck under judgement: its slides in order, its parts, and nothing raised for what a stranger put in."""

from __future__ import annotations

import pytest
from good_decks import made

from deck.check.subject import Subject
from deck.diagnostics import Where

SUBJECT = Subject(made(), "a.pptx")


def test_slides_are_numbered_in_the_shows_order() -> None:
    assert [slide.number for slide in SUBJECT.slides] == list(range(1, len(SUBJECT.slides) + 1))
    assert SUBJECT.number_of == {slide.part: slide.number for slide in SUBJECT.slides}
    assert not any(slide.hidden for slide in SUBJECT.slides)


def test_where_a_part_is() -> None:
    second = SUBJECT.slides[1]
    assert SUBJECT.where(second.part, "Ruta") == Where("a.pptx", part=second.part, slide=2, shape="Ruta")
    assert SUBJECT.where("ppt/presentation.xml").slide == 0


@pytest.mark.parametrize("data", [b"", b"<a", b"<!DOCTYPE a><a/>", None])
def test_a_part_that_is_no_xml_has_no_tree_and_is_no_slide(data: bytes | None) -> None:
    part = SUBJECT.slides[0].part
    broken = Subject(made().replace({part: data}), "a.pptx")
    assert broken.tree(part) is None and broken.tree("nowhere.xml") is None
    assert part not in [slide.part for slide in broken.slides] and len(broken.slides) == len(SUBJECT.slides) - 1


def test_each_is_worked_out_once() -> None:
    part = SUBJECT.slides[0].part
    assert SUBJECT.tree(part) is SUBJECT.tree(part) and SUBJECT.scene(part) is SUBJECT.scene(part)
    sheets = SUBJECT.sheets
    assert SUBJECT.sheets is sheets
