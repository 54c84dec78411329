"""What a picture leaves out is said once for each kind on each slide."""

from __future__ import annotations

import ast
from pathlib import Path

import deck.render
from deck.render.undrawn import UNDRAWN, complaints


def test_a_complaint_names_the_slide_and_its_shapes() -> None:
    found = list(complaints([(2, "effect", "Ruta"), (2, "effect", "Knapp"), (2, "effect", "Ruta"), (3, "chart", "")], "a.pptx"))
    assert [(item.code, item.where.slide, item.where.shape) for item in found] == [
        ("not-drawn", 2, "Ruta, Knapp"),
        ("not-drawn", 3, ""),
    ]
    assert all(item.message and item.hint for item in found)


def test_every_kind_that_is_missed_has_its_words() -> None:
    said = set()
    for path in Path(deck.render.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "miss":
                said |= {item.value for item in ast.walk(node.args[0]) if isinstance(item, ast.Constant)}
    assert said - {"sp3d"} <= {*UNDRAWN} and "geometry" in said
