"""One release after another in the same place: what a refresh did itself is nobody's hand at the next one."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from pptx import Presentation as Opened
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import BASE, TABLE, row, with_slot, words_changed

from deck.drawing.names import qn
from deck.package import open_package, package_bytes
from deck.pptx.manifest import add_manifest
from deck.pptx.reader import read_pptx
from deck.presentation import Cell, Presentation, Row, Table, paragraph
from deck.refresh.digests import digests_of
from deck.refresh.refresh import Outcome


@cache
def built() -> bytes:
    """A deck that knows its drawn shapes."""
    package = open_package(generated(), "test")
    manifest = read_pptx(package).manifest
    assert manifest is not None
    return package_bytes(add_manifest(package, replace(manifest, digests=digests_of(package))))


def edited(change: Callable[[dict[str, Any]], None], size: tuple[int, int] | None = None) -> bytes:
    opened: Any = Opened(io.BytesIO(built()))
    change({str(slide._element.cSld.get("name")): slide for slide in opened.slides})
    if size is not None:
        opened.slide_width, opened.slide_height = size
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def table_of(slides: dict[str, Any]) -> Any:
    return next(shape for shape in slides["table"].shapes if shape.has_table)._element.graphic.graphicData.tbl


def cells(data: bytes) -> list[list[str]]:
    slides = {str(slide._element.cSld.get("name")): slide for slide in Opened(io.BytesIO(data)).slides}
    return [["".join(t.text or "" for t in tc.iter(qn("a:t"))) for tc in tr.tc_lst] for tr in table_of(slides).tr_lst]


def with_table(table: Table) -> Presentation:
    return with_slot(BASE, "table", "object", table)


def priced(line: Row, words: str) -> Row:
    return replace(line, cells=(*line.cells, Cell((paragraph(words),))))


NEW = row("klimat", "Klimat", "Styrelsen", "2026")
ROWS = tuple(priced(line, f"Pris {n}") for n, line in enumerate((*TABLE.rows, NEW)))
WIDE = with_table(replace(TABLE, rows=ROWS[:-1], widths=(*TABLE.widths, 1.0)))
WIDE_AND_HIGH = with_table(replace(TABLE, rows=ROWS, widths=(*TABLE.widths, 1.0)))


def followed(data: bytes, *releases: Presentation) -> tuple[bytes, list[Outcome]]:
    found = []
    for theirs in releases:
        outcome = refreshed(data, theirs)
        data = result_bytes(outcome, data)
        found.append(outcome)
    return data, found


def test_columns_come_and_go_and_nobody_loses_anything() -> None:
    data, told = followed(built(), WIDE, BASE, WIDE_AND_HIGH, BASE)
    assert cells(data) == cells(generated())
    assert all(item.whole and not item.merged.conflicts for item in told)


def own_row(slides: dict[str, Any]) -> None:
    table = table_of(slides)
    new = copy.deepcopy(table.tr_lst[1])
    for mark in new.iter(qn("a16:rowId")):
        mark.set("val", "77")
    for tc in new.tc_lst:
        next(tc.iter(qn("a:t"))).text = "Eget"
    table.tr_lst[1].addnext(new)


def test_a_row_that_no_hand_touched_goes_unasked_though_others_stand_around_it() -> None:
    data, told = followed(edited(own_row), WIDE_AND_HIGH, WIDE)
    assert cells(data)[2] == ["Eget", "Eget", "Eget", ""] and ["Klimat", "Styrelsen", "2026", "Pris 4"] not in cells(data)
    assert all(item.whole and not item.merged.conflicts for item in told)


def test_a_column_comes_where_its_owner_took_another_away() -> None:
    def without_year(slides: dict[str, Any]) -> None:
        table = table_of(slides)
        for held in (table.tblGrid, *table.tr_lst):
            held.remove(held.findall(qn("a:gridCol") if held is table.tblGrid else qn("a:tc"))[2])

    data, (told,) = followed(edited(without_year), WIDE)
    assert cells(data)[:2] == [["Mål", "Ansvar", "Pris 0"], ["Frisk luft", "Miljönämnden", "Pris 1"]]
    assert told.whole and not told.merged.conflicts


def card(slides: dict[str, Any]) -> Any:
    return next(item for item in slides["cards"]._element.iter(qn("p:sp")) if "Hand i hand" in "".join(item.itertext()))


def lowered(slides: dict[str, Any]) -> None:
    next(card(slides).iter(qn("a:p"))).get_or_add_pPr().set("lvl", "1")


def underlined(slides: dict[str, Any]) -> None:
    lowered(slides)
    next(card(slides).iter(qn("a:rPr"))).set("u", "wavy")


def test_a_level_that_its_owner_gave_a_drawn_text_stays() -> None:
    data, _told = followed(edited(lowered), words_changed())
    slides = {str(slide._element.cSld.get("name")): slide for slide in Opened(io.BytesIO(data)).slides}
    assert "miljömålen" in "".join(card(slides).itertext())
    assert next(card(slides).iter(qn("a:pPr"))).get("lvl") == "1"


def test_looks_stay_in_a_show_of_another_width() -> None:
    data, _told = followed(edited(underlined, (9_144_000, 6_858_000)), words_changed())
    slides = {str(slide._element.cSld.get("name")): slide for slide in Opened(io.BytesIO(data)).slides}
    assert "miljömålen" in "".join(card(slides).itertext())
    assert next(card(slides).iter(qn("a:rPr"))).get("u") == "wavy"
