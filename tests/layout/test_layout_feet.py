"""Footer and number: a plate under their words is no wider than they need, and what is too long is told once."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest
from layout_made import presentation, slide

from deck.diagnostics import Diagnostics
from deck.geometry import Box, pt
from deck.layout import lay_out
from deck.layout.feet import feet_of, plated
from deck.memory import Itself
from deck.presentation import Slot, text
from deck.template.model import Ground, Insets, Layout, Placeholder, Template
from deck.template.palette import palette_on


def footer(align: str = "ctr", anchor: str = "ctr", size: float = 12.0) -> Placeholder:
    style = layout_templates.style(size, "Arial", anchor=anchor)
    levels = tuple(replace(level, align=align, color="888888") for level in style.levels)
    style = replace(style, levels=levels, insets=Insets(pt(7), pt(3), pt(7), pt(3)), anchor=anchor)
    return Placeholder("ftr", 11, "Sidfot", Box(pt(300), pt(500), pt(330), pt(29)), style)


@pytest.mark.parametrize(("align", "anchor"), [("l", "t"), ("ctr", "ctr"), ("r", "b")])
def test_a_plate_is_as_wide_as_its_words_where_they_stood(align: str, anchor: str) -> None:
    holder = footer(align, anchor)
    found = plated(holder, "Lunds kommun")
    assert found is not None and holder.box.contains(found)
    assert 70 < found.w / pt(1) < 110 and found.h < holder.box.h
    outer = holder.box
    kept = {
        "l": found.x == outer.x,
        "ctr": abs(found.x + found.w / 2 - outer.x - outer.w / 2) < 2,
        "r": found.right == outer.right,
    }
    stays = {
        "t": found.y == outer.y,
        "ctr": abs(found.y + found.h / 2 - outer.y - outer.h / 2) < 2,
        "b": found.bottom == outer.bottom,
    }
    assert kept[align] and stays[anchor]


@pytest.mark.parametrize("case", ["long", "turned", "upright"])
def test_what_fills_its_place_or_is_turned_has_all_of_it(case: str) -> None:
    holder = footer()
    if case == "turned":
        holder = replace(holder, rotation=5_400_000)
    if case == "upright":
        holder = replace(holder, style=replace(holder.style, vert="vert"))
    assert plated(holder, "Lunds kommun " * (9 if case == "long" else 1)) is None


def test_a_font_that_few_have_gets_room_for_a_wider_one() -> None:
    def wide(font: str) -> int:
        holder = footer()
        levels = tuple(replace(level, font=font) for level in holder.style.levels)
        found = plated(replace(holder, style=replace(holder.style, levels=levels)), "Lunds kommun")
        return found.w if found is not None else 0

    assert wide("Trebuchet MS") > 1.15 * wide("Arial")


def striped() -> Layout:
    layout = layout_templates.template().roles["content"].layout
    ground = Ground(("FFFFFF", "000000", "777777"), "pattern", (0.4, 0.3, 0.3))
    return replace(
        layout,
        furniture=(footer(), replace(footer(), type="sldNum", idx=12)),
        furniture_palettes=(palette_on(ground, layout_templates.RGB),) * 2,
    )


def on(layout: Layout) -> Template:
    template = layout_templates.template()
    return replace(template, roles={kind: replace(role, layout=layout) for kind, role in template.roles.items()})


def test_a_footer_where_nothing_reads_stands_on_a_small_plate() -> None:
    items = feet_of(Itself(striped()), "Lunds kommun").items
    assert [(item.kind, item.plate is not None) for item in items] == [("ftr", True), ("sldNum", True)]
    assert all(item.box is not None and item.box.w < 0.4 * item.placeholder.box.w for item in items)


def test_a_footer_without_a_plate_says_no_place() -> None:
    items = feet_of(Itself(replace(striped(), furniture_palettes=())), "Lunds kommun").items
    assert [item.box for item in items] == [None, None]


def test_a_footer_that_is_too_long_is_told_once_with_its_slides() -> None:
    found = Diagnostics()
    words = [replace(slide("content", Slot("b", "body", text("x"))), id=name) for name in "abc"]
    given = replace(presentation(slide("title"), *words), footer="Lunds kommun " * 20)
    lay_out(given, on(replace(striped(), furniture=(footer(),), furniture_palettes=())), found)
    told = [item for item in found if item.code == "footer-too-long"]
    assert len(told) == 1 and "2–4" in told[0].message
    one = Diagnostics()
    lay_out(replace(given, slides=given.slides[:2]), on(replace(striped(), furniture=(footer(),), furniture_palettes=())), one)
    assert [item.where.slide_id for item in one if item.code == "footer-too-long"] == ["a"]


def test_one_line_in_a_place_that_is_lower_than_its_spacing_is_not_too_long() -> None:
    holder = footer()
    levels = tuple(replace(level, line_spacing=1.4, space_before_pt=12.0) for level in holder.style.levels)
    low = replace(holder, style=replace(holder.style, levels=levels), box=replace(holder.box, h=pt(20)))

    def small(words: str) -> tuple[str, ...]:
        return feet_of(Itself(replace(striped(), furniture=(low,), furniture_palettes=())), words).small

    assert not small("Lunds kommun")
    assert small("Lunds kommun " * 9) == small("Lundskommun" * 9) == ("Sidfot",)
