"""Tables: rows as high as their words, lines between cells once, cells over several rows."""

from __future__ import annotations

from dataclasses import replace

from deck.drawing import Paint, SceneParagraph, SceneRun, SceneShape, SceneText, TextLevel, TextStyle
from deck.drawing.model import CellEdge, SceneCell, SceneTable
from deck.geometry import Box
from deck.render.canvas import new_canvas
from deck.render.tables import cells, draw_table, row_heights

LOOK = TextLevel("Arial", 18)
EDGE = CellEdge(Paint("solid", ("112233",)), 25_400)


def cell(words: str, **more: object) -> SceneCell:
    text = SceneText((SceneParagraph((SceneRun(words, "Arial", 18),), 0, LOOK),), TextStyle((LOOK,) * 9))
    return replace(SceneCell(text, Paint()), **more)  # type: ignore[arg-type]


def table(*rows: tuple[SceneCell, ...]) -> SceneTable:
    return SceneTable(rows, (1_270_000, 1_270_000), (400_000,) * len(rows))


def test_a_row_is_as_high_as_its_words_need() -> None:
    low, high = row_heights(table((cell("kort"), cell("kort")), (cell("långt " * 8), cell("kort"))))
    assert low == 400_000 and high > 1_000_000


def test_a_cell_over_two_rows_has_the_height_of_both() -> None:
    found = list(
        cells(table((cell("a", row_span=2), cell("b")), (cell("", merged=True), cell("c"))), Box(0, 0, 2_540_000, 800_000))
    )
    assert [(r, c, box.h) for r, c, _cell, box in found] == [(0, 0, 800_000), (0, 1, 400_000), (1, 1, 400_000)]


def lines(shown: SceneTable) -> list[tuple[str | None, ...]]:
    canvas = new_canvas((12_192_000, 6_858_000), 960, "x")
    draw_table(canvas, canvas.root, SceneShape("1", "T", "table", "slide", Box(0, 0, 2_540_000, 800_000), table=shown))
    return [tuple(item.get(key) for key in ("x1", "y1", "x2", "y2", "stroke")) for item in canvas.root.iter("{*}line")]


def test_upright_lines_are_drawn_and_each_line_once() -> None:
    none = CellEdge(Paint())
    plain = {"above": none, "below": none, "before": none, "after": none}
    shown = table((cell("a", **{**plain, "after": EDGE}), cell("b", **{**plain, "before": EDGE})))
    assert lines(shown) == [("100.0", "0.0", "100.0", "31.5", "#112233")]


def test_a_table_of_no_known_style_has_lines_under_its_rows() -> None:
    assert len(lines(table((cell("a"), cell("b")), (cell("c"), cell("d"))))) == 4
