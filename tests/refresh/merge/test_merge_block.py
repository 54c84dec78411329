"""Laws of merging a slot's block of any kind, and cases where something of the owner's could be lost."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given
from merge_sides import BLOCKS, DIAGRAMS, TEXTS, TRIPLES, charts, merged_block, spot, tables
from refresh_releases import CHART, TABLE, row

from deck.presentation import (
    Area,
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Map,
    Media,
    Paragraph,
    Picture,
    QrCode,
    Row,
    Series,
    Table,
    Text,
    paragraph,
    text,
)
from deck.refresh.canon import canonical_value
from deck.refresh.merge.block import KINDS, merge_block
from deck.refresh.merge.chart import renamed
from deck.refresh.merge.text import merge_paragraphs


def merged(base: Block, mine: Block, theirs: Block) -> tuple[Any, list[str]]:
    """The value, and what clashed."""
    found, conflicts = merged_block(base, mine, theirs)
    return found.value, [f"{item.at} {item.address.point}".strip() for item in conflicts]


def advanced(base: Block, mine: Block, theirs: Block) -> Any:
    return merged_block(base, mine, theirs)[0].base


def test_every_kind_of_block_merges() -> None:
    assert set(KINDS) == set(get_args(Block))


@given(BLOCKS, BLOCKS)
def test_one_sides_change_is_taken_without_a_clash(base: Block, side: Block) -> None:
    assert merged(base, side, base) == (side, [])
    assert merged(base, base, side) == (side, [])
    assert merged(base, side, side) == (side, [])
    assert advanced(base, base, side) == side
    assert advanced(base, side, base) == base
    assert advanced(base, side, side) == side


@given(TRIPLES)
def test_the_kind_is_one_of_the_two_and_what_clashes_is_told_with_three_values(sides: tuple[Block, Block, Block]) -> None:
    found, clashes = merged(*sides)
    assert type(found) in {type(sides[1]), type(sides[2])}
    assert all(clashes)


@given(TRIPLES)
def test_a_second_refresh_to_the_same_release_changes_nothing(sides: tuple[Block, Block, Block]) -> None:
    base, mine, theirs = sides
    first, clashes = merged(base, mine, theirs)
    if not clashes:
        assert merged(theirs, first, theirs) == (first, [])


@given(TRIPLES)
def test_where_nothing_clashes_the_base_is_the_release(sides: tuple[Block, Block, Block]) -> None:
    if not merged(*sides)[1]:
        assert canonical_value(advanced(*sides), "sv-SE") == canonical_value(sides[2], "sv-SE")


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_that_the_owner_wrote_is_lost(base: Text, mine: Text, theirs: Text) -> None:
    """A line of the owner's own is there, or was merged word by word with the guidance's; its words are there in any case."""
    base, mine, theirs = (canonical_value(side, "sv-SE") for side in (base, mine, theirs))
    found, _clashes = merged(base, mine, theirs)
    old = {word for para in base.paragraphs for word in para.text.split()}
    there = found.text.split()
    for para in mine.paragraphs:
        assert all(word in there for word in para.text.split() if word not in old)


@given(DIAGRAMS, DIAGRAMS, DIAGRAMS)
def test_items_are_there_once(base: Diagram, mine: Diagram, theirs: Diagram) -> None:
    found, _clashes = merged(base, mine, theirs)
    names = [card.id for card in found.items]
    assert len(set(names)) == len(names)
    was = {card.id: card for card in base.items}
    for card in mine.items:
        if was.get(card.id) != card and (card.title or card.text) and mine.form == found.form:
            assert card.id in names


@given(tables(), tables(), tables())
def test_a_merged_table_is_one(base: Table, mine: Table, theirs: Table) -> None:
    found, _clashes = merged(base, mine, theirs)
    assert {len(row.cells) for row in found.rows} <= {len(found.widths)}
    assert len({row.id for row in found.rows}) == len(found.rows)


@given(charts(), charts(), charts())
def test_a_merged_chart_is_one(base: Chart, mine: Chart, theirs: Chart) -> None:
    found, _clashes = merged(base, mine, theirs)
    assert all(len(series.values) == len(found.categories) for series in found.series)
    assert found.highlight is None or 0 <= found.highlight < len(found.categories)
    if any(
        len({s.name for s in side.series}) < len(side.series) or len(set(side.categories)) < len(side.categories)
        for side in (base, mine, theirs)
    ):
        # Points are known by their names.
        return
    called = {old: new for new, old in renamed(base, theirs).items()}
    was = {(s.name, c): v for s in base.series for c, v in zip(base.categories, s.values, strict=True)}
    now = {(s.name, c): v for s in found.series for c, v in zip(found.categories, s.values, strict=True)}
    for series in mine.series:
        for category, value in zip(mine.categories, series.values, strict=True):
            if was.get((series.name, category), value) != value and len(set(mine.categories)) == len(mine.categories):
                assert (series.name, called.get(category, category)) in now


# --- cases ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected", "clashes"),
    [
        ("a b|c d", "a b|c d|mitt", "a b|nytt|c d", "a b|nytt|c d|mitt", 0),
        ("ett|två|tre", "ett|tre", "ett|två|tre|fyra", "ett|tre|fyra", 0),
        ("ett|två|tre", "ett|tre", "ett|två nya ord|tre", "ett|tre", 1),
        ("ett|två|tre", "ett|två egna ord|tre", "ett|tre", "ett|två egna ord|tre", 1),
        ("ett|två|tre", "tre|ett|två", "ett|två|tre|fyra", "tre|fyra|ett|två", 0),
        ("Vi når målen 2030", "Vi når målen 2040", "Vi når målen 2045", "Vi når målen 2040", 1),
        ("ett", "ett|samma nya", "ett|samma nya", "ett|samma nya", 0),
        ("ett", "ett|samma nya|samma nya", "ett|samma nya|deras", "ett|samma nya|samma nya|deras", 0),
        ("", "mina ord", "deras ord", "mina ord", 1),
    ],
)
def test_text_by_paragraph(base: str, mine: str, theirs: str, expected: str, clashes: int) -> None:
    found, met = merged(*(text(*side.split("|")) for side in (base, mine, theirs)))
    assert found.text.split("\n") == expected.split("|")
    assert len(met) == clashes


def table(*rows: str, ids_: str = "") -> Table:
    names = ids_ or "".join(chr(ord("a") + n) for n in range(len(rows)))
    made = tuple(
        Row(name, tuple(Cell((paragraph(word),)) for word in row.split("|"))) for name, row in zip(names, rows, strict=True)
    )
    count = len(made[0].cells)
    return Table(made, tuple(1 / count for _ in range(count)), "alt")


def shown(found: Table) -> list[str]:
    return ["|".join(cell.text for cell in row.cells) for row in found.rows]


BASE = table("Mål|Läge", "Klimat|nej", "Luft|ja")


@pytest.mark.parametrize(
    ("mine", "theirs", "expected", "clashes"),
    [
        (
            table("Mål|Läge", "Klimat|ja", "Luft|ja"),
            table("Mål|Läge", "Klimat|nej", "Luft|nära"),
            ["Mål|Läge", "Klimat|ja", "Luft|nära"],
            [],
        ),
        (
            table("Mål|Läge", "Klimat|ja", "Luft|ja"),
            table("Mål|Läge", "Klimat|nära", "Luft|ja"),
            ["Mål|Läge", "Klimat|ja", "Luft|ja"],
            ["cell b.2"],
        ),
        (
            table("Mål|Läge|Ansvar", "Klimat|nej|Eva", "Luft|ja|Bo"),
            table("Mål|Läge", "Klimat|nära", "Luft|ja"),
            ["Mål|Läge|Ansvar", "Klimat|nära|Eva", "Luft|ja|Bo"],
            [],
        ),
        # Two columns without heads are two.
        (
            table("Mål|Läge||", "Klimat|nej|x|y", "Luft|ja|z|w"),
            table("Mål|Läge", "Klimat|nära", "Luft|ja"),
            ["Mål|Läge||", "Klimat|nära|x|y", "Luft|ja|z|w"],
            [],
        ),
        # Theirs took away a column that the owner had written in.
        (
            table("Mål|Läge", "Klimat|egna ord", "Luft|ja"),
            table("Mål", "Klimat", "Luft"),
            ["Mål|Läge", "Klimat|egna ord", "Luft|ja"],
            ["column column-2"],
        ),
        (table("Mål|Läge", "Klimatet|nej", "Luft|ja"), table("Mål", "Klimat", "Luft"), ["Mål", "Klimatet", "Luft"], []),
        (
            table("Mål", "Klimat", "Luft"),
            table("Mål|Läge", "Klimat|nära", "Luft|ja"),
            ["Mål", "Klimat", "Luft"],
            ["column column-was-2"],
        ),
        (
            table("Mål|Läge", "Klimat|nej", ids_="ab"),
            table("Mål|Läge", "Klimat|nej", "Luft|ja", "Hav|nej"),
            ["Mål|Läge", "Klimat|nej", "Hav|nej"],
            [],
        ),
        # A row copied by its owner has the original's id.
        (
            table("Mål|Läge", "Klimat|nej", "Luft|ja", "Ljud|ja", ids_="abcc"),
            table("Mål|Läge", "Klimat|nära", "Luft|ja"),
            ["Mål|Läge", "Klimat|nära", "Luft|ja", "Ljud|ja"],
            [],
        ),
        (
            table("Mål|Läge", "Luft|ja", "Klimat|nej", ids_="acb"),
            table("Mål|Läge", "Klimat|nära", "Luft|ja"),
            ["Mål|Läge", "Luft|ja", "Klimat|nära"],
            [],
        ),
    ],
)
def test_tables_by_cell(mine: Table, theirs: Table, expected: list[str], clashes: list[str]) -> None:
    found, met = merged(BASE, mine, theirs)
    assert shown(found) == expected
    assert met == clashes
    if met:
        assert advanced(BASE, mine, theirs) != theirs


def chart(categories: str, **series: tuple[float | None, ...]) -> Chart:
    return Chart("bar", tuple(categories.split()), tuple(Series(name, values) for name, values in series.items()), "alt")


START = chart("Lund Ystad", nu=(1.0, 2.0))


@pytest.mark.parametrize(
    ("mine", "theirs", "expected", "clashes"),
    [
        (chart("Lund Ystad", nu=(9.0, 2.0)), chart("Lund Ystad", nu=(1.0, 3.0)), chart("Lund Ystad", nu=(9.0, 3.0)), []),
        (
            chart("Lund Ystad", nu=(9.0, 2.0)),
            chart("Lund Ystad", nu=(4.0, 2.0)),
            chart("Lund Ystad", nu=(9.0, 2.0)),
            ["point lund"],
        ),
        (
            chart("Lund Ystad Höör", nu=(1.0, 2.0, 7.0)),
            chart("Lund Ystad", nu=(1.0, 3.0)),
            chart("Lund Ystad Höör", nu=(1.0, 3.0, 7.0)),
            [],
        ),
        (
            chart("Lund Ystad", nu=(1.0, 2.0), då=(3.0, 4.0)),
            chart("Lund Ystad", nu=(5.0, 2.0)),
            chart("Lund Ystad", nu=(5.0, 2.0), då=(3.0, 4.0)),
            [],
        ),
        # Theirs took away what the owner had corrected.
        (chart("Lund Ystad", nu=(1.0, 9.0)), chart("Lund", nu=(5.0,)), chart("Lund Ystad", nu=(5.0, 9.0)), ["category ystad"]),
        (chart("Lund", nu=(1.0,)), chart("Lund Ystad", nu=(1.0, 5.0)), chart("Lund", nu=(1.0,)), ["category ystad"]),
        # Points are known by name: two of one name cannot be told apart, and the owner's chart stays as it is.
        (chart("Lund Lund", nu=(1.0, 2.0)), chart("Lund Ystad", nu=(1.0, 5.0)), chart("Lund Lund", nu=(1.0, 2.0)), ["chart"]),
    ],
)
def test_charts_by_point(mine: Chart, theirs: Chart, expected: Chart, clashes: list[str]) -> None:
    found, met = merged(START, mine, theirs)
    assert found == expected
    assert met == clashes
    if met:
        assert advanced(START, mine, theirs) != theirs


def test_a_figure_is_whole() -> None:
    base, mine, theirs = (Diagram("number", (Item("n", "mål", key=key),), "alt") for key in ("2 av 16", "3 av 16", "2 av 17"))
    found, met = merged(base, mine, theirs)
    assert (found.items[0].key, met) == ("3 av 16", ["field n.key"])


def test_an_address_is_whole() -> None:
    base, mine, theirs = (QrCode(url, url, "alt") for url in ("https://a.se/x", "https://b.se/x", "https://a.se/y"))
    found, met = merged(base, mine, theirs)
    assert (found.url, found.label, met) == ("https://b.se/x", "https://b.se/x", ["address"])


def test_a_picture_and_its_words_are_two_things() -> None:
    base = Picture(Media("image/png", b"1"), 4, 3, "En bild av Lund")
    mine, theirs = replace(base, media=Media("image/png", b"2"), width=8), replace(base, alt="En bild av Lunds domkyrka")
    assert merged(base, mine, theirs) == (replace(mine, alt=theirs.alt), [])


def cards(*items: Item) -> Diagram:
    return Diagram("cards", items, "alt")


def test_a_copied_item_is_an_item() -> None:
    base = cards(Item("a", "Ett"), Item("b", "Två"))
    mine = cards(Item("a", "Ett"), Item("a", "Eget"), Item("b", "Två"))
    theirs = cards(Item("a", "Ett!"), Item("b", "Två"))
    found, met = merged(base, mine, theirs)
    assert [card.title for card in found.items] == ["Ett!", "Eget", "Två"]
    assert met == []


def test_a_deleted_item_stays_deleted() -> None:
    """At each refresh, for the base remembers it."""
    base = cards(Item("a", "Ett"), Item("b", "Två"))
    mine, theirs = cards(Item("a", "Ett")), cards(Item("a", "Ett nytt"), Item("b", "Två"))
    found, met = merged(base, mine, theirs)
    assert found == cards(Item("a", "Ett nytt")) and met == []
    again = cards(Item("a", "Ett helt nytt"), Item("b", "Två"))
    assert merged(advanced(base, mine, theirs), found, again) == (cards(Item("a", "Ett helt nytt")), [])


def test_another_form_is_another_block() -> None:
    base, mine = cards(Item("a", "Ett")), cards(Item("a", "Eget"))
    theirs = Diagram("process", (Item("a", "Ett"),), "alt")
    assert merged(base, mine, theirs) == (mine, ["block"])
    assert merged(base, base, theirs) == (theirs, [])


def test_another_kind_of_block_is_the_owners_to_decide() -> None:
    assert merged(text("a"), START, text("b")) == (START, ["block"])
    assert merged(text("a"), text("a"), START) == (START, [])


def test_a_row_without_the_column_that_the_owner_put_in_keeps_its_cells() -> None:
    """A table on two pages, a column inserted on the first: the second page's rows have their own heads."""
    base = table("Källa|Datum", "A|1 maj", "B|2 maj")
    mine = replace(table("Källa|Vem|Datum", "A|Eva|1 maj", "B|x|x"), widths=(0.4, 0.2, 0.4))
    mine = replace(mine, rows=(*mine.rows[:2], base.rows[2]))
    theirs = table("Källa|Datum", "A|1 juni", "B|3 maj")
    found, met = merged(base, mine, theirs)
    assert shown(found) == ["Källa|Vem|Datum", "A|Eva|1 juni", "B|3 maj"] and met == []


def test_value_and_label_of_a_point_are_one() -> None:
    base = replace(chart("Lund Ystad", nu=(80.0, 2.0)), labels=("drygt 80", ""))
    mine = replace(chart("Lund Ystad", nu=(85.0, 2.0)), labels=("drygt 80", ""))
    theirs = replace(chart("Lund Ystad", nu=(90.0, 3.0)), labels=("drygt 90", ""))
    found, met = merged(base, mine, theirs)
    assert found == replace(mine, series=(Series("nu", (85.0, 3.0)),)) and met == ["point lund"]


def test_looks_alone_are_a_change() -> None:
    base, mine = (paragraph("ord"),), (Paragraph(paragraph("ord").runs, 1),)
    here = spot()
    found = merge_paragraphs(base, mine, (paragraph("ord nya"),), here)
    assert found.value == (Paragraph(paragraph("ord nya").runs, 1),) and not here.ledger.conflicts


def _another(value: Any) -> Any:
    """Another value of the same sort."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, str):
        return value + " nytt"
    if value is None:
        return 0
    return (*value, value[-1]) if value else value


OTHERS: dict[tuple[type, str], Any] = {
    (Chart, "kind"): "bar",
    (Chart, "categories"): ("Planera", "Genomföra", "Utveckla"),
    (Chart, "series"): (Series("Kommuner", (40.0, 25.0, 16.0)),),
    (Chart, "labels"): ("40", "25", "15"),
    (Diagram, "items"): (Item("plan", "Planera", "Mål"),),
    (Table, "rows"): (*TABLE.rows[:-1], row("sjo", "Levande sjöar", "Vattenrådet", "2031")),
    (Table, "widths"): (1.0, 2.0, 2.0),
    (Picture, "media"): Media("image/png", b"other"),
    (Map, "areas"): (Area("1281", "Lund", (((13.0, 55.0), (13.5, 55.5), (13.0, 55.5)),)),),
    (Map, "around"): (Area("1280", "Malmö", (((12.0, 55.0), (12.5, 55.5), (12.0, 55.5)),)),),
    (Map, "highlight"): "1281",
}
SAMPLES: tuple[Block, ...] = (
    TABLE,
    CHART,
    Diagram("process", (Item("plan", "Planera", "Mål"), Item("do", "Genomföra", "Allt")), "Två steg."),
    Picture(Media("image/png", b"red"), 60, 40, "En röd yta"),
    Map((Area("1281", "Lund", (((13.0, 55.0), (13.5, 55.5), (13.0, 55.0)),)),), "Karta", "Lund"),
    QrCode("https://www.rus.se/", "rus.se", "Kod"),
)


@pytest.mark.parametrize(
    ("block", "name"),
    [(block, item.name) for block in SAMPLES for item in fields(block) if item.name not in ("alt", "form")],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_the_guidance_changes_comes_though_the_owner_wrote_another_alternative_text(block: Any, name: str) -> None:
    """Of every field of every kind: one that is forgotten in the merge stays as it was for ever."""
    mine = replace(block, alt=f"{block.alt} Vår.")
    key = (type(block), name)
    value = OTHERS[key] if key in OTHERS else _another(getattr(block, name))
    theirs = replace(block, **{name: value})
    assert theirs != block
    found = merge_block(block, mine, theirs, spot())
    assert getattr(found.value, name) == value and found.value.alt == mine.alt  # type: ignore[union-attr]
    assert getattr(found.base, name) == value
