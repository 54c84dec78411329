"""A slide of the owner's on the nearest layout."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from lxml import etree
from odd_templates import made

from deck.drawing.names import Element, qn
from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.refresh.relay import Standing, layout_like, settle
from deck.refresh.transform import write_box
from deck.template import Template, default_template_path, read_template


@cache
def look(name: str = "") -> Template:
    return read_template(made(name), name=name) if name else read_template(default_template_path())


def standing(kind: str, box: Box | None, words: str = "Ord", *, own: bool = False) -> Standing:
    shape = etree.Element(qn("p:sp"))
    props = etree.SubElement(etree.SubElement(shape, qn("p:nvSpPr")), qn("p:nvPr"))
    etree.SubElement(props, qn("p:ph"), {"type": kind, "idx": "77"})
    etree.SubElement(shape, qn("p:spPr"))
    run = etree.SubElement(etree.SubElement(etree.SubElement(shape, qn("p:txBody")), qn("a:p")), qn("a:r"))
    etree.SubElement(run, qn("a:t")).text = words
    if box is not None:
        write_box(shape, box)
    return Standing(shape, kind, box, own)


def ph(shape: Element) -> dict[str, str]:
    found = next(shape.iter(qn("p:ph")))
    return {str(name): str(value) for name, value in found.attrib.items()}


@pytest.mark.parametrize("name", ["german", "4:3", "two-masters"])
def test_each_layout_goes_to_one_that_serves_the_same(name: str) -> None:
    before, after = look(), look(name)
    for kind in ("content", "title", "section"):
        if kind not in before.roles or kind not in after.roles:
            continue
        old = before.roles[kind].layout
        filled = [standing(item.type, item.box) for item in old.placeholders]
        found = layout_like(old, filled, before, after)
        served = {role for role, item in after.roles.items() if item.layout.part == found.part}
        assert kind in served or len(found.placeholders) == len(old.placeholders)


def test_the_same_template_gives_the_very_layout() -> None:
    for layout in look().layouts:
        filled = [standing(item.type, item.box) for item in layout.placeholders]
        assert layout_like(layout, filled, look(), look()).name == layout.name


def test_words_take_the_nearest_placeholder_and_its_place() -> None:
    layout = look().roles["content"].layout
    title, body = standing("title", Box(0, 0, 10, 10)), standing("body", Box(0, 0, 900_000, 900_000))
    assert settle([title, body], layout, look().size) == []
    kinds = {item.idx: item.type for item in layout.placeholders}
    assert kinds[int(ph(title.shape).get("idx", "0"))] in ("title", "ctrTitle") and xfrm_of(body.shape) is None


def test_a_place_of_its_owner_s_stays() -> None:
    box = Box(1_000_000, 2_000_000, 3_000_000, 400_000)
    body = standing("body", box, own=True)
    settle([body], look().roles["content"].layout, look().size)
    assert extent(xfrm_of(body.shape)) == (box.x, box.y, box.w, box.h)


def test_what_has_no_counterpart_is_told_and_an_empty_prompt_goes() -> None:
    layout = look().roles["title"].layout
    holder = etree.Element(qn("p:spTree"))
    chart, empty = standing("media", Box(5, 6, 7, 8)), standing("media", Box(1, 1, 1, 1), words="")
    holder.extend([chart.shape, empty.shape])
    assert empty.empty and not chart.empty
    alone = settle([chart, empty], layout, look().size)
    assert alone == [chart] and list(holder) == [chart.shape] and extent(xfrm_of(chart.shape)) == (5, 6, 7, 8)
    assert int(ph(chart.shape)["idx"]) not in {item.idx for item in layout.placeholders}


def test_a_line_at_the_foot_is_no_text_for_a_body() -> None:
    """A source line of a layout of ours finds no counterpart in most templates: it stays a line where it was."""
    layout = look("german").roles["content"].layout
    layout = replace(layout, placeholders=tuple(item for item in layout.placeholders if item.idx < 20))
    width, height = look("german").size
    line = Box(width // 3, round(0.92 * height), width // 3, round(0.033 * height))
    item = standing("body", line, "Källa: RUS")
    assert settle([item], layout, look("german").size) == [item]
    assert extent(xfrm_of(item.shape)) == (line.x, line.y, line.w, line.h)


def test_nor_is_the_line_a_place_for_a_body_s_words() -> None:
    """A slide of the owner's comes back from another template with its text in a box: the layout with a body holds it, though it
    has a source line, too, that stays empty; where there is but the line, the text stays where it was."""
    size = look().size
    body = standing("obj", Box(size[0] // 20, round(0.23 * size[1]), size[0] // 2, round(0.66 * size[1])))
    other = replace(look("german").roles["content"].layout, name="Title and Content")
    after = replace(look(), layouts=tuple(item for item in look().layouts if len(item.placeholders) > 1))
    lined = [
        item for item in after.layouts if all(one.box.h < 0.06 * size[1] or one.type == "title" for one in item.placeholders)
    ]
    assert lined
    found = layout_like(other, [standing("title", None), body], look("german"), after)
    assert found not in lined
    assert settle([body], found, size) == [] and settle([body], lined[0], size) == [body]
