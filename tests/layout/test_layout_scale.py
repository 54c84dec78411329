"""A drawn block on a slide twice as large is the same block, twice as large."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import layout_templates
import pytest

from deck.geometry import Box, slide_scale
from deck.layout.context import ChosenSpot, Context, LaidBlock, Trouble
from deck.layout.diagrams import cards, process
from deck.layout.figures import place_qr
from deck.layout.look import look
from deck.layout.model import Arc, Freeform, Manner, PlacedGroup, PlacedShape, circle
from deck.layout.scale import _shape, enlarged
from deck.presentation import Diagram, Item, QrCode

CARDS = Diagram(
    "cards",
    tuple(Item(f"c{n}", words, "Och vad det betyder", str(n)) for n, words in enumerate(("Läs", "Välj själv"), 1)),
    "Kort",
)
PROCESS = Diagram("loop", (Item("a", "Planera", "Mål och åtgärder"), Item("b", "Följa upp", "Varje år")), "Steg")
QR = QrCode("https://rus.se", "rus.se", "Kod")


@pytest.mark.parametrize(
    ("size", "factor"),
    [
        ((12_192_000, 6_858_000), 1.0),
        ((9_144_000, 6_858_000), 1.0),
        ((9_144_000, 5_143_500), 1.0),
        ((6_858_000, 9_144_000), 1.0),
        ((24_384_000, 13_716_000), 2.0),
        ((15_087_600, 13_716_000), 1.5),
        ((11_430_000, 68_580_000), 1.25),
    ],
)
def test_only_slides_larger_both_ways_are_large(size: tuple[int, int], factor: float) -> None:
    assert slide_scale(size) == factor


@pytest.mark.parametrize(
    ("draw", "block"), [(cards.draw, CARDS), (process.draw, PROCESS), (place_qr, QR)], ids=["cards", "process", "qr"]
)
def test_twice_the_slide_is_twice_the_block(draw: Callable[[Any, ChosenSpot], LaidBlock], block: Any) -> None:
    spot = layout_templates.template().roles["object"].spots["object"]
    box = Box(720_000, 1_836_000, 10_752_000, 4_104_000)
    small = ChosenSpot("object", replace(spot, box=box), look(spot.palette), Context(18.0, "Arial", "Arial"))
    twice = Box(2 * box.x, 2 * box.y, 2 * box.w, 2 * box.h)
    large = replace(small, spot=replace(spot, box=twice), context=replace(small.context, minimum=36.0, scale=2.0))
    (one,), (two,) = draw(block, small).parts[0], enlarged(draw, block, large).parts[0]
    assert isinstance(one, PlacedGroup) and isinstance(two, PlacedGroup)
    assert len(one.children) == len(two.children)
    for a, b in zip(one.children, two.children, strict=True):
        assert (b.box.x, b.box.y, b.box.w, b.box.h) == (2 * a.box.x, 2 * a.box.y, 2 * a.box.w, 2 * a.box.h)
        assert b.size_pt == 2 * a.size_pt
        assert (a.key, a.paragraphs, a.fill) == (b.key, b.paragraphs, b.fill)
        if isinstance(a.geometry, Freeform):
            assert isinstance(b.geometry, Freeform)
            assert b.geometry.points == tuple(tuple((2 * x, 2 * y) for x, y in ring) for ring in a.geometry.points)


def test_the_least_size_is_the_slides_own() -> None:
    spot = layout_templates.template().roles["object"].spots["object"]
    many = Diagram("cards", tuple(Item(f"c{n}", f"Ett kort med många ord om mål nummer {n}") for n in range(1, 31)), "Kort")
    place = ChosenSpot(
        "object",
        replace(spot, box=Box(0, 0, 18_000_000, 9_000_000)),
        look(spot.palette),
        Context(18.0, "Arial", "Arial", scale=2.0),
    )
    groups = [item for part in enlarged(cards.draw, many, place).parts for item in part]
    sizes = [shape.size_pt for item in groups if isinstance(item, PlacedGroup) for shape in item.children if shape.paragraphs]
    assert len(sizes) == 30
    assert min(sizes) >= 18.0


def test_arcs_spacings_and_hanging_marks_grow_too() -> None:
    shape = PlacedShape(
        "k",
        "x",
        Freeform((circle(10, 10, 5),)),
        Box(0, 0, 20, 20),
        letter_pt=-0.5,
        before_pt=6,
        manners=(Manner(size_pt=20, hang=100),),
    )
    found = _shape(shape, 2.0)
    assert found.geometry == Freeform((((10, 20), Arc(10, 10, 10_800_000, 10_800_000), Arc(10, 10, 0, 10_800_000)),))
    assert (found.letter_pt, found.before_pt, found.manners) == (-1.0, 12, (Manner(size_pt=40, hang=200),))


def test_a_complaint_speaks_of_the_slide_s_own_sizes() -> None:
    spot = layout_templates.template().roles["object"].spots["object"]
    place = ChosenSpot("object", spot, look(spot.palette), Context(18.0, "Arial", "Arial", scale=2.0))
    found = enlarged(lambda _block, _place: LaidBlock((), (Trouble("too-small", "object", 9.0),)), CARDS, place)
    assert found.troubles == (Trouble("too-small", "object", 18.0),)
