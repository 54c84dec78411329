"""From what the deck says to what it shall say, edit by edit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from merge_sides import mine_of
from refresh_releases import BASE, CHART, TABLE, bullets, row, with_slot

from deck.presentation import Block, Diagram, Presentation, Series, Table, text
from deck.refresh.merge.edits import Outlook, edits_between
from deck.refresh.plan import Edit, ReshapeChart, ReshapeTable, SetPoint, SetText
from deck.template import default_template_path, read_template

CARDS = next(slot.block for slide in BASE.slides if slide.id == "cards" for slot in slide.slots if slot.id == "object")
assert isinstance(CARDS, Diagram)


def edits(wanted: Presentation, order: tuple[str, ...] | None = None) -> list[Edit]:
    keys = tuple(slide.id for slide in wanted.slides) if order is None else order
    return list(edits_between(mine_of(BASE), Outlook(merged=wanted, order=keys, continued={}, released=()), None))


def names(found: list[Edit]) -> list[str]:
    return [type(edit).__name__ for edit in found]


@pytest.mark.parametrize(
    ("slide", "slot", "block", "kinds"),
    [
        ("why", "body", bullets("En rad"), ["SetText"]),
        ("table", "object", replace(TABLE, alt="Annan"), ["SetAlt"]),
        ("table", "object", replace(TABLE, rows=TABLE.rows[:3]), ["ReshapeTable"]),
        ("table", "object", replace(TABLE, rows=(*TABLE.rows[:3], row("sjo", "Levande sjöar", "Rådet", "2030"))), ["SetCell"]),
        ("table", "object", replace(TABLE, rows=(TABLE.rows[0], row("ny", "a", "b", "c"))), ["ReshapeTable"]),
        ("table", "object", CHART, ["ReplaceBlock"]),
        ("chart", "object", replace(CHART, kind="bar"), ["ReshapeChart"]),
        ("chart", "object", replace(CHART, series=(Series("Kommuner", (1.0, 25.0, 2.0)),)), ["SetPoint", "SetPoint"]),
        ("cards", "object", replace(CARDS, items=CARDS.items[:2]), ["ReshapeDiagram"]),
        ("cards", "object", replace(CARDS, items=(replace(CARDS.items[0], key="9"), *CARDS.items[1:])), ["SetItem"]),
        ("cards", "object", replace(CARDS, caption="Om korten", alt="Tre"), ["SetCaption", "SetAlt"]),
        ("cards", "object", replace(CARDS, form="process"), ["ReplaceBlock"]),
    ],
)
def test_the_least_that_changes_a_block(slide: str, slot: str, block: Block, kinds: list[str]) -> None:
    assert names(edits(with_slot(BASE, slide, slot, block))) == kinds


def test_they_are_in_the_order_to_apply_them_in() -> None:
    wanted = with_slot(replace(BASE, title="Ny", footer="Ny fot"), "why", "title", text("Ny rubrik"))
    wanted = replace(wanted, slides=(*wanted.slides[1:], replace(BASE.slides[0], id="ny")))
    assert names(edits(wanted)) == ["DropSlide", "SetText", "AddSlide", "SetOrder", "SetDeckTitle", "SetFooter"]


def test_nothing_changes_nothing_and_a_look_comes_first() -> None:
    assert edits(BASE) == []
    outlook = Outlook(merged=with_slot(BASE, "why", "body", bullets("x")), order=mine_of(BASE).order, continued={}, released=())
    found = edits_between(mine_of(BASE), outlook, read_template(default_template_path()))
    assert names(list(found)) == ["Relook", "SetText"]


def test_a_column_that_moved_is_known_by_its_words() -> None:
    turned = replace(TABLE, rows=tuple(replace(line, cells=(line.cells[2], *line.cells[:2])) for line in TABLE.rows))
    (edit,) = edits(with_slot(BASE, "table", "object", turned))
    assert isinstance(edit, ReshapeTable) and edit.columns == (2, 0, 1)
    assert isinstance(edit.after, Table) and edit.after.rows == turned.rows


def test_points_that_stay_keep_their_values_in_a_chart_of_another_shape() -> None:
    block = replace(CHART, categories=("Planera", "Ny"), series=(Series("Kommuner", (41.0, 7.0)),))
    shape, point = edits(with_slot(BASE, "chart", "object", block))
    assert isinstance(shape, ReshapeChart) and shape.after.series[0].values == (40.0, 7.0)
    assert isinstance(point, SetPoint) and (point.category, point.after.value) == ("Planera", 41.0)


def test_words_of_a_later_page_come_last_of_the_texts() -> None:
    mine = replace(mine_of(BASE), continued={"why#2": {"title": text("Min sida").paragraphs}})
    outlook = Outlook(merged=BASE, order=mine.order, continued={"why#2": {"title": text("Ny sida").paragraphs}}, released=())
    (edit,) = edits_between(mine, outlook, None)
    assert isinstance(edit, SetText) and edit.slide == "why#2" and edit.after == text("Ny sida").paragraphs
