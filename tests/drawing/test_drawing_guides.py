"""Formulas of shapes (ECMA-376 Part 1, 20.1.9.11)."""

from __future__ import annotations

import pytest

from deck.drawing.guides import MOST_GUIDES, known, value_of, work_out


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("val 7", 7),
        ("*/ w 1 4", 250),
        ("+- r 0 100", 900),
        ("+/ l r 2", 500),
        ("?: -1 10 20", 20),
        ("?: 1 10 20", 10),
        ("abs -5", 5),
        ("at2 10 10", 45 * 60_000),
        ("cos 100 5400000", 0),
        ("sin 100 cd4", 100),
        ("tan 100 2700000", 100),
        ("cat2 100 3 4", 60),
        ("sat2 100 3 4", 80),
        ("max 2 3", 3),
        ("min 2 3", 2),
        ("mod 2 3 6", 7),
        ("pin 0 70 50", 50),
        ("sqrt 16", 4),
        ("*/ w 1 0", 0),
        ("sqrt -1", 0),
        ("unheard of", 0),
        ("", 0),
    ],
)
def test_each_operation(formula: str, value: float) -> None:
    assert work_out([("x", formula)], known(1000, 400))["x"] == pytest.approx(value, abs=1e-6)


def test_guides_build_on_those_before_them_and_names_go_before_numbers() -> None:
    values = work_out([("a", "*/ ss 1 2"), ("b", "+- a 50 0")], known(1000, 400))
    assert value_of("b", values) == 250 and value_of("17", values) == 17 and value_of("none", values) == 0


def test_a_flood_of_guides_ends() -> None:
    values = work_out(((f"g{n}", f"*/ g{n - 1} 1000000 1" if n else "val 9") for n in range(10 * MOST_GUIDES)), known(1, 1))
    assert f"g{MOST_GUIDES}" not in values and values[f"g{MOST_GUIDES - 1}"] <= 1e15
