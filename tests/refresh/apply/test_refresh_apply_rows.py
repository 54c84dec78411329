"""Which rows each page of a table is to have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from apply_deck import on_bench, with_block
from refresh_releases import BASE, TABLE, row

from deck.refresh.apply.rows import TableLine, header_of, lines_as_parted, lines_as_written, lines_of, rows_on
from deck.refresh.apply.sides import Sides

LONG = replace(TABLE, rows=(TABLE.rows[0], *(row(f"r{n}", f"Mål nummer {n}", "Nämnden", "2030") for n in range(24))))


@pytest.fixture(scope="module")
def sides() -> Sides:
    """The base's table on one page, the long one on several."""
    return on_bench(with_block("table", "object", LONG)).bench.sides("table")


def names(lines: Sequence[TableLine]) -> list[str]:
    return [line.row.id for line in lines]


def test_as_written_each_page_has_its_rows_under_the_header(sides: Sides) -> None:
    assert len(sides.fresh) > 1
    pages = [names(lines_as_written(sides, "object", TABLE, LONG, n).wanted) for n in range(len(sides.fresh))]
    assert all(page[0] == "head" for page in pages)
    assert [name for page in pages for name in page[1:]] == [line.id for line in LONG.rows[1:]]


def test_as_parted_new_rows_follow_the_one_before_them(sides: Sides) -> None:
    two = replace(sides, mine=(sides.fresh[0], sides.fresh[1]))
    wanted = [names(lines_as_parted(two, "object", LONG, LONG, n).wanted) for n in range(2)]
    assert wanted[0] == names(lines_of(sides.fresh[0], "object", LONG))
    assert wanted[1][0] == "head" and wanted[1][-1] == "r23"
    assert lines_as_parted(two, "object", LONG, LONG, 1).kept.keys() >= set(wanted[0]) - {"head"}


def test_a_page_without_a_table_has_no_rows(sides: Sides) -> None:
    assert lines_of(sides.mine[0], "title", TABLE) == [] == lines_of(sides.mine[0], "nothing", TABLE)


def test_the_header_is_the_first_page_s(sides: Sides) -> None:
    head = header_of(sides.mine, "object", TABLE)
    assert head is not None and head.id == "head" and header_of((), "object", TABLE) is None


def test_rows_kept_are_copies(sides: Sides) -> None:
    slide = BASE.slide("table")
    slot = slide.slot("object") if slide is not None else None
    assert slot is not None
    kept = rows_on(sides.mine, slot)
    assert list(kept) == ["sjo", "skog", "luft", "head"]
    assert all(line.element.getparent() is None for line in kept.values())
