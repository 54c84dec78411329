"""A presentation into a template: each slide once for all who share it, complaints in words."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import layout_templates
import pytest
from layout_made import QR, laid, presentation, slide

from deck.diagnostics import Diagnostics
from deck.drawing.model import TextStyle
from deck.geometry import Box, cm
from deck.layout import lay_out
from deck.layout.engine import HEEDLESS, UNCOVERED, _cost, _shrunk
from deck.layout.model import PlacedText
from deck.layout.trial import tried
from deck.presentation import Slot, Text, text
from deck.template.model import Others, Spot


def test_equal_slides_cost_once_and_come_back_equal() -> None:
    item = slide("object", Slot("q", "object", QR))
    tried.cache_clear()
    one, _ = laid(item)
    two, _ = laid(slide("object", Slot("q", "object", QR)))
    assert tried.cache_info().misses == 1, "the second is taken from memory"
    assert one.slides == two.slides
    other, _ = laid(item, scale=0.75)
    assert other.slides[0].shapes != one.slides[0].shapes


def test_footer_and_number_stand_on_all_but_the_title_slide() -> None:
    found = Diagnostics()
    words_given = replace(
        presentation(slide("title"), slide("content", Slot("b", "body", text("x")))), footer="Lunds kommun " * 20
    )
    deck = lay_out(words_given, layout_templates.template(), found)
    assert [[item.kind for item in page.furniture] for page in deck.slides] == [[], ["ftr", "sldNum"]]
    assert [item.code for item in found if item.code != "text-contrast"] == ["footer-too-long"]
    none = lay_out(replace(words_given, footer=""), layout_templates.template())
    assert [item.kind for item in none.slides[1].furniture] == ["sldNum"]


def test_a_footer_names_its_font_where_the_layout_s_own_has_no_words() -> None:
    template = layout_templates.template()
    role = template.roles["content"]
    foot, number = role.layout.furniture
    given = replace(presentation(slide("content", Slot("b", "body", text("x")))), footer="Lunds kommun")
    for worded, fonts, named in (
        (True, ("Georgia", "Arial"), None),
        (False, ("Georgia", "Arial"), False),
        (False, ("Arial", "Georgia"), True),
        (False, ("Georgia", "Georgia"), None),
    ):
        layout = replace(role.layout, furniture=(replace(foot, worded=worded), number), fonts=fonts)
        roles = {**template.roles, "content": replace(role, layout=layout)}
        found = lay_out(given, replace(template, roles=roles)).slides[0].furniture
        assert [item.heading_font for item in found] == [named, None]


def test_furniture_without_a_size_stands_on_no_slide() -> None:
    template = layout_templates.template()
    role = template.roles["content"]
    number = replace(role.layout.furniture[1], box=Box(0, 0, 0, 0))
    layout = replace(role.layout, furniture=(role.layout.furniture[0], number))
    roles = {**template.roles, "content": replace(role, layout=layout)}
    given = replace(presentation(slide("content", Slot("b", "body", text("x")))), footer="Lunds kommun")
    assert [item.kind for item in lay_out(given, replace(template, roles=roles)).slides[0].furniture] == ["ftr"]


def test_a_font_without_a_table_is_told_once() -> None:
    found = Diagnostics()
    lay_out(
        presentation(slide("content", Slot("b", "body", text("x"))), slide("title")), layout_templates.template("Okänd"), found
    )
    assert [(item.code, '"Okänd"' in item.message) for item in found if item.code != "text-contrast"] == [
        ("font-approximate", True)
    ]


def test_placeholders_whose_words_do_not_read_are_named() -> None:
    found = Diagnostics()
    template = replace(layout_templates.template(), file="våra mallar/kommun.potx")
    role = template.roles["content"]
    pale = replace(role.spots["body"], style=in_colour(role.spots["body"].style, "FEFEFE"))
    roles = {**template.roles, "content": replace(role, spots={**role.spots, "body": pale})}
    lay_out(presentation(slide("content", Slot("b", "body", text("x")))), replace(template, roles=roles), found)
    told = next(item for item in found if item.code == "text-contrast")
    holder = pale.placeholder
    assert holder is not None and f"“{holder.name}”" in told.message and f"“{role.layout.name}”" in told.message
    assert "1.0:1" in told.message
    assert told.where.file == "våra mallar/kommun.potx"


def test_a_colour_that_reads_and_is_only_written_out_is_no_fault() -> None:
    """White on green, as the template's own slides have it and its layout has not."""
    found = Diagnostics()
    template = layout_templates.template()
    role = template.roles["content"]
    body = role.spots["body"]
    levels = tuple(replace(level, color="000000", inked=False) for level in body.style.levels)
    said = replace(body, style=replace(body.style, levels=levels))
    roles = {**template.roles, "content": replace(role, spots={**role.spots, "body": said})}
    deck = lay_out(presentation(slide("content", Slot("b", "body", text("x")))), replace(template, roles=roles), found)
    assert any(isinstance(shape, PlacedText) and shape.color is not None for shape in deck.slides[0].shapes)
    plain = Diagnostics()
    lay_out(presentation(slide("content", Slot("b", "body", text("x")))), template, plain)
    told = [[item.message for item in some if item.code == "text-contrast"] for some in (found, plain)]
    assert told[0] == told[1]


def in_colour(style: TextStyle, rgb: str) -> TextStyle:
    return replace(style, levels=tuple(replace(level, color=rgb) for level in style.levels))


def test_ids_of_continuations() -> None:
    deck, _ = laid(slide("content", Slot("b", "body", text(*["Ett stycke med några ord. " * 6] * 12))))
    assert len(deck.slides) > 1
    assert [page.id for page in deck.slides] == ["prov", *(f"prov#{n}" for n in range(2, len(deck.slides) + 1))]
    assert {(page.part, page.parts) for page in deck.slides} == {(n, len(deck.slides)) for n in range(1, len(deck.slides) + 1)}


def two_ways():
    """A template whose content layout has its title halfway down and little room under it, and another way with both above."""
    template = layout_templates.template()
    high = template.roles["content"]
    down = cm(6)

    def lowered(name: str, spot: Spot) -> Spot:
        return replace(spot, box=replace(spot.box, y=spot.box.y + down, h=spot.box.h - (down if name == "body" else 0)))

    low = replace(high, spots={name: lowered(name, spot) for name, spot in high.spots.items()})
    others = Others(lambda kind: (high,) if kind == "content" else ())
    return replace(template, roles={**template.roles, "content": low}, others=others), low, high


LONG = text("\n".join(f"En lång punkt som tar sin plats, nummer {n}" for n in range(7)))


def title_tops(*blocks: Text) -> list[int]:
    template, _low, _high = two_ways()
    slides = [
        replace(slide("content", Slot("t", "title", text("Rubrik")), Slot("b", "body", block)), id=f"s{n}")
        for n, block in enumerate(blocks)
    ]
    pages = lay_out(presentation(*slides), template).slides
    return [shape.box.y for page in pages for shape in page.shapes if getattr(shape, "slot", "") == "t"]


def test_titles_stand_in_one_place_where_most_slides_had_to_leave_their_layout_s() -> None:
    _template, low, high = two_ways()
    assert set(title_tops(LONG, LONG, text("Kort"))) == {high.spots["title"].box.y}
    assert set(title_tops(text("Kort"), text("Ord"), text("Mer"))) == {low.spots["title"].box.y}
    assert title_tops(text("Kort"), text("Ord"), LONG)[:2] == [low.spots["title"].box.y] * 2, "most stay, and one may leave"


def _role(wide: int, size_pt: float):
    spot = SimpleNamespace(box=Box(0, 0, wide, 10), style=SimpleNamespace(levels=(SimpleNamespace(size_pt=size_pt),)))
    return SimpleNamespace(spots={"title": spot})


@pytest.mark.parametrize(("wide", "size", "answer"), [(100, 40, False), (80, 32, False), (38, 40, True), (100, 20, True)])
def test_a_caption_s_title_is_no_sister_of_the_others(wide: int, size: float, answer: bool) -> None:
    usual: Any = _role(100, 40)
    other: Any = _role(wide, size)
    assert _shrunk(other, usual) is answer
    assert not _shrunk(cast(Any, SimpleNamespace(spots={})), usual)


@pytest.mark.parametrize(("same", "cost"), [(True, 0.0), (False, HEEDLESS + UNCOVERED)])
def test_a_cover_whose_title_stands_on_its_bar_is_not_left_for_that(same: bool, cost: float) -> None:
    """The same layout with more room for its subtitle costs nothing; another one that does so is a worse one."""
    role = layout_templates.template().roles["title"]
    first: Any = SimpleNamespace(role=role, own=1, heedless=True)
    layout = role.layout if same else replace(role.layout, part="ppt/slideLayouts/other.xml")
    other: Any = SimpleNamespace(role=replace(role, layout=layout), own=1, heedless=True)
    trial: Any = SimpleNamespace(weight=0.0, made=SimpleNamespace(pages=((),)))
    front, usual = slide("title"), slide("content")
    assert _cost(front, other, first, trial) == cost
    assert _cost(usual, other, first, trial) == HEEDLESS
