"""What is drawn, and lines in boxes of ours, begin where a title's words begin."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest
from drawn_forms import AGENDA
from layout_made import laid, presentation, slide

from deck.diagnostics import Diagnostics
from deck.geometry import Box, pt
from deck.layout import LaidOutDeck, lay_out
from deck.layout.flush import flush
from deck.layout.model import PlacedGroup, PlacedText
from deck.presentation import FROM, QrCode, Slot, Text, text
from deck.template.model import Insets, Spot, Template, ThemeColor

SIDES = Insets(pt(7.2), pt(3.6), pt(7.2), pt(3.6))
"""As Office has them."""


def padded(spot: Spot) -> Spot:
    holder = spot.placeholder
    if holder is None:
        return spot
    style = replace(spot.style, insets=SIDES)
    return replace(spot, style=style, placeholder=replace(holder, style=style))


def office() -> Template:
    plain = layout_templates.template()
    roles = {kind: replace(role, spots={name: padded(s) for name, s in role.spots.items()}) for kind, role in plain.roles.items()}
    return replace(plain, roles=roles)


def of_rows(template: Template) -> LaidOutDeck:
    item = slide("object", Slot("b", "object", AGENDA), Slot("from", FROM, text("Källa: RUS 2020")))
    return lay_out(presentation(item), template, Diagnostics())


def test_a_drawing_and_its_source_begin_and_end_where_the_title_s_words_do() -> None:
    shapes = {shape.slot: shape for shape in of_rows(office()).slides[0].shapes}
    title, rows, source = shapes["title"], shapes["b"], shapes["from"]
    assert isinstance(title, PlacedText) and isinstance(rows, PlacedGroup) and isinstance(source, PlacedText)
    words = title.box.inset(SIDES.left, 0, SIDES.right, 0)
    assert (rows.box.x, rows.box.right) == (words.x, words.right)
    assert source.box.x + (source.insets.left if source.insets else 0) == words.x


def test_where_words_stand_at_their_box_s_edge_nothing_moves() -> None:
    deck, _found = laid(slide("object", Slot("b", "object", AGENDA)))
    shapes = {shape.slot: shape.box for shape in deck.slides[0].shapes}
    assert (shapes["b"].x, shapes["b"].right) == (shapes["title"].x, shapes["title"].right)


def spots() -> tuple[Spot, Spot]:
    """A title's, and one of ours under it, as wide."""
    title = office().roles["object"].spots["title"]
    return title, replace(title, role="attribution", placeholder=None, box=replace(title.box, y=title.box.bottom))


@pytest.mark.parametrize("case", ["words", "elsewhere", "plate", "code", "wide", "narrow"])
def test_what_is_made_flush_and_what_is_not(case: str) -> None:
    title, own = spots()
    block: Text | QrCode = text("Någon")
    kept = own
    if case == "elsewhere":
        kept = replace(own, box=Box(own.box.x + pt(40), own.box.y, own.box.w - pt(80), own.box.h))
    elif case == "plate":
        kept = replace(own, plate=ThemeColor("bg1"))
    elif case == "code":
        block = QrCode("https://www.rus.se", "rus.se", "alt")
    elif case == "wide":
        # What keeps words off so much makes room for something.
        title = replace(title, style=replace(title.style, insets=replace(SIDES, left=title.box.w // 10)))
    elif case == "narrow":
        kept = replace(own, box=replace(own.box, w=own.box.w // 2))
    found = flush(kept, block, [title]).box
    moved = {"words": (SIDES.left, SIDES.right), "narrow": (SIDES.left, 0)}.get(case, (0, 0))
    assert found == kept.box.inset(moved[0], 0, moved[1], 0)
