"""How a slide is parted: the owner's way holds, unless the words need other pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from apply_deck import on_bench, with_block
from refresh_corpus import generated
from refresh_releases import BASE, TABLE, bullets, row, with_slot

from deck.refresh.apply.sides import Sides, Way, parting

MANY = bullets(*(f"Det här är punkt nummer {n}, som säger något om målen och om den som ska nå dem" for n in range(14)))


@pytest.fixture(scope="module")
def split() -> Sides:
    """A list on several pages that another word comes into."""
    last = replace(MANY, paragraphs=(*MANY.paragraphs[:-1], *bullets("Det sista").paragraphs))
    return on_bench(with_slot(BASE, "why", "body", last), generated(with_slot(BASE, "why", "body", MANY))).bench.sides("why")


def test_as_many_pages_as_we_would_write(split: Sides) -> None:
    found = parting(split)
    assert found.way is Way.ALIKE and found.stay == split.mine and not found.spare and not found.more


def test_the_owner_s_pages_hold_where_ours_stay_as_many(split: Sides) -> None:
    found = parting(replace(split, mine=split.mine[:1]))
    assert found.way is Way.OWNERS and found.stay == split.mine[:1]


def test_more_words_take_more_pages(split: Sides) -> None:
    found = parting(replace(split, mine=split.mine[:1], said=split.said[:1]))
    assert found.way is Way.ANEW and found.more == split.fresh[1:]


def test_fewer_words_leave_pages_over(split: Sides) -> None:
    found = parting(replace(split, fresh=split.fresh[:1]))
    assert found.way is Way.ANEW and found.stay == split.mine[:1] and found.spare == split.mine[1:]


def test_where_nothing_changed_the_pages_stay(split: Sides) -> None:
    found = parting(replace(split, wanted=split.now, mine=split.mine[:1]))
    assert found.way is Way.OWNERS and replace(split, wanted=split.now).changed == frozenset()


def test_a_table_with_more_rows_has_no_room_on_its_owner_s_pages() -> None:
    longer = replace(TABLE, rows=(*TABLE.rows, row("ny", "Nytt", "Nämnden", "2030")))
    sides = on_bench(with_block("table", "object", longer)).bench.sides("table")
    doubled = replace(sides, mine=sides.mine * 2)
    assert parting(doubled).way is Way.ANEW and sides.changed == {"object"}
    assert sides.generated(sides.mine[0]) == (*sides.base, *sides.said) and sides.fresh_of(7) is sides.fresh[-1]
