"""Presentations without what programs do on saving, and in words."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import get_args

import pytest
from refresh_releases import BASE

from deck.presentation import Block, Map, Paragraph, Run, Text, paragraph, text
from deck.refresh.canon import SHOWN, canonical_presentation, canonical_slide, canonical_value, shown, shown_block


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (unicodedata.normalize("NFD", "åäö"), "åäö"),
        ((paragraph("a"), paragraph(""), paragraph("")), (paragraph("a"),)),
        ((paragraph(""), paragraph("a")), (paragraph(""), paragraph("a"))),
        (text("a", ""), text("a")),
        (Text((Paragraph((Run("a"), Run("b "))),)), text("ab")),
        ((1.5, None, "x"), (1.5, None, "x")),
    ],
)
def test_what_shows_nothing_says_nothing(value: object, wanted: object) -> None:
    assert canonical_value(value, "sv-SE") == wanted


def test_once_is_enough() -> None:
    once = canonical_presentation(BASE)
    assert canonical_presentation(once) == once
    assert canonical_slide(BASE.slides[1], BASE.lang) == once.slides[1]


def test_what_is_canonical_already_is_itself() -> None:
    once = canonical_presentation(BASE)
    assert canonical_presentation(once) is once
    other = replace(once.slides[1], id=unicodedata.normalize("NFD", "å"))
    found = canonical_slide(other, once.lang)
    assert found.id == "å" and found.slots is other.slots


def test_a_map_s_borders_are_no_words() -> None:
    held = Map((), "", "Alt", "Text")
    assert canonical_value(replace(held, caption=unicodedata.normalize("NFD", "å")), "sv-SE") == replace(held, caption="å")


def test_every_block_is_shown_in_words() -> None:
    assert set(SHOWN) == set(get_args(Block))
    words = {slide.id: shown(slide).split("\n") for slide in BASE.slides}
    assert words["table"][0] == "Vem gör vad?" and words["table"][2] == "Frisk luft | Miljönämnden | 2025"
    assert words["chart"][1:] == ["Planera: 40", "Genomföra: 25", "Följa upp: 15"]
    assert words["cards"][1] == "1 Agenda 2030: Hand i hand" and words["qr"][1] == "rus.se: https://www.rus.se/"
    assert words["photo"][-1] == "En röd yta"


def test_a_point_is_shown_by_its_label() -> None:
    chart = next(slot.block for slide in BASE.slides if slide.id == "chart" for slot in slide.slots if slot.id == "object")
    assert shown_block(replace(chart, labels=("drygt 40", ""))).split("\n") == [  # type: ignore[call-arg]
        "Planera: drygt 40",
        "Genomföra: 25",
        "Följa upp: 15",
    ]
