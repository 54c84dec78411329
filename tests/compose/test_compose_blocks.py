"""A slide's blocks: made from its structure, its words and the place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compose_made import CONTENT, made

from deck.presentation import Diagram, Map, QrCode, Row, Table, Text


def test_a_map_that_has_the_slide_to_itself_names_its_areas_and_shows_their_neighbours() -> None:
    maps = {
        slide.id: slot.block for slide in made("1281", "konferens").slides for slot in slide.slots if isinstance(slot.block, Map)
    }
    whole, beside = maps["county-map"], maps["local"]
    assert whole.named and whole.around and not {area.code for area in whole.around} & {area.code for area in whole.areas}
    assert not beside.named and not beside.around and beside.areas == whole.areas


def test_dots_and_qr() -> None:
    presentation = made("1281")
    blocks = [slot.block for slide in presentation.slides for slot in slide.slots]
    dots = next(block for block in blocks if isinstance(block, Diagram) and block.form == "dots")
    assert [(item.value, item.group) for item in dots.items] == [(80, ""), (210, ""), (None, "whole"), (None, "also")]
    assert (dots.items[0].key, dots.items[0].text) == ("80", "Drygt")
    code = next(block for block in blocks if isinstance(block, QrCode))
    assert code.url == CONTENT.sources["rus-2020"].url


def test_columns_to_fill_in_are_empty() -> None:
    slide = made("1281").slide("next-steps")
    assert slide is not None
    table = slide.slots[1].block
    assert isinstance(table, Table) and [cell.text for cell in table.rows[0].cells] == ["Nr", "Steg", "Vem", "När"]
    assert all([bool(cell.text) for cell in row.cells] == [True, True, False, False] for row in table.rows[1:])


def test_a_tables_shares_are_of_the_whole() -> None:
    tables = [slot.block for slide in made("1281", "konferens").slides for slot in slide.slots if isinstance(slot.block, Table)]
    assert tables
    for table in tables:
        assert sum(table.widths) == pytest.approx(1) and len(table.widths) == len(table.rows[0].cells)
        assert table.rows[0].id == "head" and len({row.id for row in table.rows}) == len(table.rows)
        assert all(isinstance(row, Row) and len(row.cells) == len(table.widths) for row in table.rows)


def test_a_link_to_a_slide_that_this_deck_lacks_is_no_link() -> None:
    plan = CONTENT.outlines["standard"]
    sections = {name: tuple(item for item in slides if item != "part-roles") for name, slides in plan.sections.items()}
    less = replace(CONTENT, outlines={**CONTENT.outlines, "standard": plan.model_copy(update={"sections": sections})})
    short, long = made("1281", content=less), made("1281", "konferens")
    ids = {slide.id for slide in short.slides}
    assert ids < {slide.id for slide in long.slides}
    lost = 0
    for slide in short.slides:
        twin = long.slide(slide.id)
        for slot in slide.slots:
            other = twin.slot(slot.id) if twin else None
            if isinstance(slot.block, Diagram) and other is not None and isinstance(other.block, Diagram):
                for one, two in zip(slot.block.items, other.block.items, strict=False):
                    assert one.link is None or one.link.url or one.link.slide in ids
                    lost += one.link is None and two.link is not None
    assert lost or all(not (key[0] in ids and "slide:" in phrase.text) for key, phrase in CONTENT.phrases.items()), (
        "no slide of the short deck links to one that it lacks: nothing was tried"
    )


def test_a_suggestions_first_word_is_emphasised_in_its_title_and_no_other_is() -> None:
    for slide in made("1281", "konferens").slides:
        title = next(slot.block for slot in slide.slots if slot.role == "title")
        assert isinstance(title, Text)
        runs = title.paragraphs[0].runs
        marked = title.text.startswith("Förslag: ")
        assert [run.text for run in runs if run.bold] == (["Förslag:"] if marked else []), slide.id
        assert not marked or len(runs) > 1


def test_a_number_that_ends_a_title_stands_by_the_word_before_it() -> None:
    presentation = made("1281")
    slide = presentation.slide("title")
    assert slide is not None and slide.title.endswith("Agenda\N{NO-BREAK SPACE}2030")
    assert "\N{NO-BREAK SPACE}" not in presentation.title and presentation.title.endswith("Agenda 2030")
