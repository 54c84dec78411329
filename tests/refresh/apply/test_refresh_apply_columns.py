"""Columns come and go, and what stands in the others stays."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from refresh_releases import row

from deck.drawing.names import NSMAP, Element, qn, whole, yes
from deck.presentation import Table
from deck.refresh.apply.columns import lay_columns
from deck.refresh.apply.rows import PageColumns, TableLine, columns_on

HEAD = f'xmlns:a="{NSMAP["a"]}"'


def cell(words: str, more: str = "") -> str:
    run = f"<a:r><a:t>{words}</a:t></a:r>" if words else ""
    return f"<a:tc{more}><a:txBody><a:bodyPr/><a:p>{run}</a:p></a:txBody><a:tcPr/></a:tc>"


def table(rows: Sequence[Sequence[tuple[str, str]]], widths: Sequence[int]) -> Element:
    grid = "".join(f'<a:gridCol w="{w}"/>' for w in widths)
    lines = "".join(f'<a:tr h="1">{"".join(cell(*one) for one in line)}</a:tr>' for line in rows)
    return etree.fromstring(f"<a:tbl {HEAD}><a:tblPr/><a:tblGrid>{grid}</a:tblGrid>{lines}</a:tbl>")


def plain(*rows: str) -> list[list[tuple[str, str]]]:
    return [[(word, "") for word in line.split("|")] for line in rows]


def lines(made: Element) -> list[TableLine]:
    said = [[text(item) for item in line.iter(qn("a:tc"))] for line in made.iter(qn("a:tr"))]
    rows = [row(f"r{n}" if n else "head", *words) for n, words in enumerate(said)]
    return [TableLine(one, item, None) for one, item in zip(rows, made.iter(qn("a:tr")), strict=True)]  # type: ignore[arg-type]


def text(held: Element) -> str:
    return "".join(item.text or "" for item in held.iter(qn("a:t")))


def laid(mine: Element, fresh: Element, places: tuple[int | None, ...], was: tuple[int | None, ...]) -> list[str]:
    known = {line.row.id: line for line in lines(fresh)}
    count = len(list(mine.iter(qn("a:gridCol"))))
    lay_columns(
        mine, PageColumns(places, was, count), lines(mine), known, lambda line: etree.fromstring(etree.tostring(line.element))
    )
    return ["|".join(text(item) for item in line.iter(qn("a:tc"))) for line in mine.iter(qn("a:tr"))]


def test_a_new_column_comes_among_those_that_are_there() -> None:
    mine = table(plain("Steg|Vem", "Läs|Anna", "Välj|Bo"), (600, 200))
    fresh = table(plain("Steg|Kostnad|Vem", "Läs|1 kr|", "Välj|2 kr|"), (400, 200, 200))
    mine.findall(f".//{qn('a:tcPr')}")[2].set("anchor", "ctr")
    assert laid(mine, fresh, (0, 1, 2), (0, None, 1)) == ["Steg|Kostnad|Vem", "Läs|1 kr|Anna", "Välj|2 kr|Bo"]
    widths = [whole(item.get("w")) for item in mine.iter(qn("a:gridCol"))]
    assert widths == [480, 160, 160], "as wide together as they were"
    assert mine.findall(f".//{qn('a:tcPr')}")[3].get("anchor") == "ctr"


def test_columns_that_are_as_wide_as_we_made_them_are_as_wide_as_they_would_be_made_now() -> None:
    mine, fresh = table(plain("Steg|Vem", "Läs|Anna"), (600, 200)), table(plain("Steg|Kostnad|Vem", "Läs|1 kr|"), (500, 100, 200))
    known = {line.row.id: line for line in lines(fresh)}
    lay_columns(mine, PageColumns((0, 1, 2), (0, None, 1), 2), lines(mine), known, lambda line: line.element, as_made=True)
    assert [whole(item.get("w")) for item in mine.iter(qn("a:gridCol"))] == [500, 100, 200]


def test_a_column_goes_and_an_owner_s_row_gets_an_empty_cell() -> None:
    mine = table(plain("Steg|Vem|När", "Läs|Anna|maj", "Eget|Cy|juni"), (300, 300, 300))
    fresh = table(plain("Steg|Kostnad|När", "Läs|1 kr|"), (300, 300, 300))
    assert laid(mine, fresh, (0, 1, 2), (0, None, 2)) == ["Steg|Kostnad|När", "Läs|1 kr|maj", "Eget||juni"]


def test_merged_cells_stay_merged() -> None:
    mine = table([[("A", ' gridSpan="2"'), ("", ' hMerge="1"'), ("C", "")], *plain("a|b|c")], (1, 1, 1))
    fresh = table(plain("A|N|B|C", "a|n|b|c"), (1, 1, 1, 1))
    assert laid(mine, fresh, (0, 1, 2, 3), (0, None, 1, 2)) == ["A|||C", "a|n|b|c"]
    (first,) = [item for item in mine.iter(qn("a:tc")) if item.get("gridSpan")]
    assert first.get("gridSpan") == "3"


@pytest.mark.parametrize("was", [(0, 1, None), (None, 0, 1), (None, 0, None, 1, None)])
def test_a_row_that_is_one_cell_is_one_of_more_columns(was: tuple[int | None, ...]) -> None:
    mine = table([*plain("a|b"), [("Summa", ' gridSpan="2"'), ("", ' hMerge="1"')]], (1, 1))
    places, wide = tuple(range(len(was))), len(was)
    fresh = table(plain("|".join("abcde"[:wide]), "|".join([""] * wide)), [1] * wide)
    assert laid(mine, fresh, places, was)[1] == "Summa" + "|" * (wide - 1)
    cells = list(list(mine.iter(qn("a:tr")))[1].iterchildren(qn("a:tc")))
    assert [cell.get("gridSpan") for cell in cells] == [str(wide)] + [None] * (wide - 1)
    assert [cell.get("hMerge") for cell in cells] == [None] + ["1"] * (wide - 1)


def test_unless_the_guidance_says_something_in_the_new_one() -> None:
    mine = table([*plain("a|b"), [("Summa", ' gridSpan="2"'), ("", ' hMerge="1"')]], (1, 1))
    assert laid(mine, table(plain("a|b|c", "||7 kr"), (1, 1, 1)), (0, 1, 2), (0, 1, None)) == ["a|b|c", "Summa||7 kr"]


def test_what_merged_cells_say_outlives_the_first_of_them() -> None:
    mine = table([[("Ägarens", ' gridSpan="2"'), ("", ' hMerge="1"'), ("C", "")], *plain("a|b|c")], (1, 1, 1))
    assert laid(mine, table(plain("B|C", "b|c"), (1, 1)), (0, 1), (1, 2)) == ["Ägarens|C", "b|c"]
    assert not [item for item in mine.iter(qn("a:tc")) if item.get("gridSpan") or item.get("hMerge")]


@st.composite
def merged(draw: st.DrawFn) -> Element:
    wide = draw(st.integers(2, 6))
    rows: list[list[tuple[str, str]]] = []
    for _line in range(draw(st.integers(1, 3))):
        found: list[tuple[str, str]] = []
        while len(found) < wide:
            span = draw(st.integers(1, wide - len(found)))
            found.append((f"w{len(found)}", f' gridSpan="{span}"' if span > 1 else ""))
            found += [("", ' hMerge="1"')] * (span - 1)
        rows.append(found)
    return table(rows, [100] * wide)


@given(merged(), st.data())
def test_a_grid_of_whatever_spans_stays_one(mine: Element, data: st.DataObject) -> None:
    """As many cells a row as columns, and each run of merged ones as long as the first of it says (21.1.3.16)."""
    wide = len(list(mine.iter(qn("a:gridCol"))))
    kept = [n for n in range(wide) if data.draw(st.booleans())] or [0]
    was: list[int | None] = list(kept)
    for _new in range(data.draw(st.integers(0, 3))):
        was.insert(data.draw(st.integers(0, len(was))), None)
    fresh = table(plain("|".join(f"n{n}" for n in range(len(was)))), [100] * len(was))
    laid(mine, fresh, tuple(range(len(was))), tuple(was))
    assert len(list(mine.iter(qn("a:gridCol")))) == len(was)
    for line in mine.iter(qn("a:tr")):
        cells = list(line.iterchildren(qn("a:tc")))
        assert len(cells) == len(was)
        n = 0
        while n < len(cells):
            span = whole(cells[n].get("gridSpan"), 1)
            assert not yes(cells[n].get("hMerge")) and all(yes(item.get("hMerge")) for item in cells[n + 1 : n + span])
            n += span
        assert n == len(cells)


BASE = Table((row("head", "Steg", "Vem"), row("a", "Läs", "")), (0.5, 0.5), "")


@pytest.mark.parametrize(
    ("own", "wanted", "first", "after"),
    [
        ("Steg|Vem", "Steg|Vem", "", ((0, 1), (0, 1))),
        ("Steg|Vem", "Steg|Kostnad|Vem", "", ((0, 1, 2), (0, None, 1))),
        ("Steg|Eget|Vem", "Steg|Eget|Vem|När", "Steg|Eget|Vem", ((0, 1, 2, 3), (0, 1, 2, None))),
        ("Steg|Vem", "Steg|Eget|Ansvarig", "Steg|Eget|Vem", ((0, 2), (0, 1))),
        ("Steg", "Steg|Ansvarig", "", ((0, 1), (0, None))),
        ("Steg", "Steg|Ansvarig", "Steg|Vem", ((0,), (0,))),
        ("Vem", "Kostnad|Vem", "", ((0, 1), (None, 0))),
        ("Eget|Steg", "Eget|Steg", "", ((0, 1), (0, 1))),
        ("Eget|Steg", "Steg|Eget", "", ((1, 0), (0, 1))),
        ("Steg|Vem", "Steg", "", ((0,), (0,))),
        ("Helt|Annat", "Steg|Kostnad|Vem", "", None),
    ],
)
def test_which_columns_a_page_is_to_have(
    own: str, wanted: str, first: str, after: tuple[tuple[int, ...], tuple[int | None, ...]] | None
) -> None:
    said = lines(table(plain(own), [1] * len(own.split("|"))))
    led = row("head", *first.split("|")) if first else None
    found = columns_on(said, BASE, row("head", *wanted.split("|")), led, later=bool(first))
    assert (None if found is None else (found.places, found.was)) == after
