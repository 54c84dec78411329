"""Numbers of a stranger's XML: always within the schema's range, and read through one door."""

from __future__ import annotations

import ast
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.drawing import numbers

ROOT = Path(__file__).resolve().parents[2] / "deck"
ROOMS = ("package", "drawing", "template", "render", "check", "layout", "pptx", "refresh")
READERS = {
    numbers.whole: (-27_273_042_316_900, 27_273_042_316_900),
    numbers.extent: (0, 27_273_042_316_900),
    numbers.inset: (-51_206_400, 51_206_400),
    numbers.slide_size: (914_400, 51_206_400),
    numbers.line_width: (0, 20_116_800),
    numbers.angle: (-(2**31), 2**31 - 1),
    numbers.share: (-(2**31), 2**31 - 1),
    numbers.fixed_share: (0, 100_000),
    numbers.spacing_share: (0, 13_200_000),
    numbers.spacing_points: (0, 158_400),
    numbers.font_size: (100, 400_000),
    numbers.letter_spacing: (-400_000, 400_000),
    numbers.level: (0, 8),
    numbers.columns: (1, 16),
    numbers.span: (1, 1000),
    numbers.index: (-1, 2**32 - 1),
    numbers.count: (0, 10_000),
    numbers.hole: (0, 90),
}


@given(st.one_of(st.text(max_size=200), st.integers().map(str), st.floats().map(repr), st.floats().map(lambda x: f"{x}%")))
def test_every_reader_keeps_to_its_range_or_gives_the_default(text: str) -> None:
    for reader, (least, most) in READERS.items():
        found = reader(text, -7_777)
        assert isinstance(found, int)
        assert found == -7_777 or least <= found <= most


@given(st.one_of(st.text(max_size=500), st.floats().map(repr), st.integers().map(str)))
def test_a_chart_s_number_is_finite_or_none(text: str) -> None:
    found = numbers.real(text)
    assert found is None or math.isfinite(found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("-12", -12),
        ("+3", 3),
        ("50%", 50_000),
        ("2.5cm", 900_000),
        ("1in", 914_400),
        ("12pt", 152_400),
        ("1e3", 1000),
    ],
)
def test_what_files_say_is_read(text: str, value: int) -> None:
    assert numbers.whole(text) == value


@pytest.mark.parametrize("text", [None, "", "abc", "0x10", "NaN", "inf", "1e9999", "--1", "1 2", "9" * 5000, "1_000"])
def test_what_is_no_number_is_the_default(text: str | None) -> None:
    assert numbers.whole(text, 42) == 42


def test_beyond_the_range_is_its_edge() -> None:
    assert numbers.font_size("2147483647") == 400_000
    assert numbers.font_size("-5") == 100
    assert numbers.whole("1e30") == numbers.COORDINATE


def _from_xml(argument: ast.expr) -> bool:
    """x.get(…), x.attrib[…], x.text: what a stranger wrote."""
    for node in ast.walk(argument):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get" and node.args:
            first = node.args[0]
            # qn("r:id") or a plain name; a dictionary of ours is asked by variables.
            if isinstance(first, ast.Constant | ast.JoinedStr) or (
                isinstance(first, ast.Call) and getattr(first.func, "id", "") == "qn"
            ):
                return True
        if isinstance(node, ast.Attribute) and node.attr in ("attrib", "text") and isinstance(node.ctx, ast.Load):
            return True
    return False


def bare_numbers(source: str) -> list[int]:
    """Lines where int() or float() is given what comes from XML."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("int", "float")
        and any(_from_xml(argument) for argument in node.args)
    ]


def test_no_room_that_reads_xml_turns_its_attributes_into_numbers_itself() -> None:
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for line in bare_numbers(path.read_text("utf-8"))
    }
    assert not found


def test_the_judge_of_bare_numbers_sees_them() -> None:
    assert bare_numbers(
        'int(item.get("sz"))\nfloat(item.text)\nint(item.get(qn("r:id"), "0"))\nint(2.5)\nx = int(item.attrib["a"])'
    ) == [1, 2, 3, 5]
