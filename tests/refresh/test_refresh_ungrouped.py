"""Drawn blocks that their owner ungrouped."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation as Opened
from pptx.util import Emu
from refresh_corpus import generated, refreshed, result_bytes
from refresh_edits import find
from refresh_releases import BASE, with_slot, words_changed

from deck.package import open_package, parse_xml
from deck.pptx.identity import creation_of, slot_of_name
from deck.presentation import Diagram, Item, text
from deck.refresh.ungrouped import URI

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def ungroup(slide: Any) -> list[Any]:
    """As PowerPoint does it: the parts stand on the slide where they stood, each with its id. The parts."""
    (group,) = [shape._element for shape in slide.shapes if shape.shape_type == 6]
    parts = [item for item in group if item.tag.rpartition("}")[2] in ("sp", "cxnSp", "pic", "grpSp")]
    for item in parts:
        group.addprevious(item)
    group.getparent().remove(group)
    return parts


def named(slide: Any, key: str) -> Any:
    return next(shape for shape in slide.shapes if slot_of_name(shape.name) == key)


def edited(edit: Callable[[Any], object], data: bytes | None = None) -> bytes:
    opened = Opened(io.BytesIO(data or generated()))
    edit(find(opened, "cards"))
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def cards(data: bytes) -> Any:
    return find(Opened(io.BytesIO(data)), "cards")


def words(shapes: Iterable[Any]) -> list[str]:
    return [shape.text_frame.text for shape in shapes if shape.has_text_frame and shape.text_frame.text]


def clean(data: bytes) -> bool:
    package = open_package(data, "t")
    return not any(URI.encode() in bytes(package.parts[name]) for name in package.parts)


def moved(slide: Any) -> None:
    ungroup(slide)
    shape = named(slide, "card:two:title")
    shape.left, shape.top = Emu(123456), Emu(5432100)
    named(slide, "card:three:text").text_frame.text = "Steg för steg, vårt sätt"


def test_news_come_to_loose_parts_and_they_stay_loose() -> None:
    data = edited(moved)
    outcome = refreshed(data, words_changed())
    new = result_bytes(outcome, data)
    slide = cards(new)
    assert not [shape for shape in slide.shapes if shape.shape_type == 6] and clean(new)
    assert "Hand i hand med miljömålen" in words(slide.shapes) and "Steg för steg, vårt sätt" in words(slide.shapes)
    assert (named(slide, "card:two:title").left, named(slide, "card:two:title").top) == (123456, 5432100)
    assert outcome.whole and not outcome.merged.plan.conflicts
    assert not any("removed" in str(item) for item in outcome.diagnostics)
    again = refreshed(new, words_changed())
    assert again.package is None


def test_where_each_stands_among_the_owners_shapes_is_kept() -> None:
    def edit(slide: Any) -> None:
        parts = ungroup(slide)
        box = slide.shapes.add_textbox(Emu(0), Emu(0), Emu(999), Emu(999))
        box.text_frame.text = "Emellan"
        parts[1].addprevious(box._element)

    data = edited(edit)
    before = [shape.shape_id for shape in cards(data).shapes]
    new = result_bytes(refreshed(data, words_changed()), data)
    assert new != data and [shape.shape_id for shape in cards(new).shapes] == before


def test_parts_in_a_group_of_the_owners() -> None:
    """Grouped anew with a box of theirs: that group is the block's."""

    def edit(slide: Any) -> None:
        parts = ungroup(slide)
        box = slide.shapes.add_textbox(Emu(0), Emu(0), Emu(999), Emu(999))
        box.text_frame.text = "Vår ruta"
        group = slide.shapes.add_group_shape()
        group.name = "Grupp 44"
        for item in (*parts, box._element):
            group._element.append(item)

    data = edited(edit)
    new = result_bytes(refreshed(data, words_changed()), data)
    (group,) = [shape for shape in cards(new).shapes if shape.shape_type == 6]
    assert group.name == "Grupp 44"
    assert {"Vår ruta", "Hand i hand med miljömålen"} <= set(words(group.shapes))


def test_parts_that_were_pasted_anew() -> None:
    """Cut and pasted, each has another id, and its name."""

    def edit(slide: Any) -> None:
        for item in ungroup(slide):
            for listed in list(item.iter(f"{A}extLst")):
                listed.getparent().remove(listed)
            assert not creation_of(item)

    data = edited(edit)
    new = result_bytes(refreshed(data, words_changed()), data)
    assert "Hand i hand med miljömålen" in words(cards(new).shapes)


def test_one_part_that_is_left_is_its_owners() -> None:
    def edit(slide: Any) -> None:
        kept, *gone = [item for item in ungroup(slide) if "title" in item.xpath("string(.//p:cNvPr/@name)")]
        for item in list(slide.shapes._spTree):
            if item is not kept and "(card:" in etree.tostring(item, encoding="unicode"):
                slide.shapes._spTree.remove(item)
        assert gone

    data = edited(edit)
    before = words(cards(data).shapes)
    new = result_bytes(refreshed(data, words_changed()), data)
    assert new != data and words(cards(new).shapes) == before


def test_a_card_more_and_one_less() -> None:
    data = edited(ungroup)
    items = (
        Item("one", "Agenda 2030", "Hand i hand", "1"),
        Item("three", "Processen", "Steg för steg", "2"),
        Item("four", "Exempel", "Från andra", "3"),
    )
    new = result_bytes(refreshed(data, with_slot(BASE, "cards", "object", Diagram("cards", items, "Tre kort."))), data)
    said = words(cards(new).shapes)
    assert "Exempel" in said and "Roller" not in said and clean(new)
    assert not [shape for shape in cards(new).shapes if shape.shape_type == 6]
    marks = [creation_of(item) for item in cards(new).shapes._spTree.iterdescendants() if item.tag.endswith("}sp")]
    assert len(marks) == len(set(marks))


def test_what_the_refresh_moves_stands_where_it_would_in_the_group() -> None:
    """A block that the guidance makes room under a longer title for."""
    theirs = with_slot(BASE, "cards", "title", text("Tre delar att läsa, en i taget eller alla på en gång, när det passar"))
    loose, whole = edited(ungroup), generated()
    one, other = (result_bytes(refreshed(data, theirs), data) for data in (loose, whole))
    (group,) = [shape for shape in cards(other).shapes if shape.shape_type == 6]
    places = {shape.name: (shape.left, shape.top) for shape in group.shapes}
    assert {shape.name: (shape.left, shape.top) for shape in cards(one).shapes if shape.name in places} == places


@pytest.mark.parametrize("loose", [False, True])
def test_a_slide_that_goes_is_asked_about(loose: bool) -> None:
    data = edited(ungroup) if loose else generated()
    theirs = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "cards"))
    assert bool(refreshed(data, theirs).merged.plan.conflicts) == loose


def test_loose_parts_change_as_those_in_a_group_do() -> None:
    def told(deck: bytes) -> dict[str, bytes]:
        return {
            name.get("name", ""): etree.tostring(parse_xml(etree.tostring(above)), method="c14n")
            for name in cards(deck).shapes._spTree.iter("{*}cNvPr")
            if "(card:" in name.get("name", "") and (above := name.getparent().getparent()) is not None
        }

    def renewed(data: bytes) -> set[str]:
        before, after = told(data), told(result_bytes(refreshed(data, words_changed()), data))
        return {name for name in before if after.get(name) != before[name]}

    assert renewed(edited(ungroup)) == renewed(generated())
