"""A slide on several pages: its counters, and its blocks made one."""

from __future__ import annotations

import pytest

from deck.layout.slides import of_parts
from deck.pptx.pages import counted, in_place, is_counter, merged_blocks, without_counter
from deck.presentation import Cell, Diagram, Item, Row, Table, paragraph, text


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Rubrik (1 av 2)", "Rubrik"),
        ("Rubrik", "Rubrik"),
        ("Rubrik (12 of 13)", "Rubrik"),
        ("Rubrik (1 / 2)", "Rubrik"),
        ("Rubrik (1 av flera)", "Rubrik (1 av flera)"),
        ("Mål (1 av 2) och medel", "Mål (1 av 2) och medel"),
        (" (1 av 2)", ""),
    ],
)
def test_a_continued_title_without_its_ending(words: str, left: str) -> None:
    assert without_counter(text(words)).text == left


@pytest.mark.parametrize("lang", ["sv-SE", "nb", "da", "fi", "de", "en-GB", "fr"])
def test_whatever_layout_ends_a_title_with_is_taken_away(lang: str) -> None:
    assert without_counter(text(f"Rubrik{of_parts(2, 3, lang)}")) == text("Rubrik")


def table(*names: str, head: str = "Rubrik") -> Table:
    rows = [("head", head), *((name, name) for name in names)]
    return Table(tuple(Row(key, (Cell((paragraph(said_here),)),)) for key, said_here in rows), (1.0,), "alt")


def test_a_slot_over_several_slides_is_one() -> None:
    assert merged_blocks([text("a"), text("b", "c")], None) == text("a", "b", "c")
    assert merged_blocks([table("a"), table("b", "c")], None) == table("a", "b", "c")
    base = Diagram("cards", (Item("a", "A"), Item("b", "B"), Item("c", "C")), "alt")
    one = Diagram("cards", (Item("a", "Ny"), Item("b", "B"), Item("c", "C")), "alt")
    two = Diagram("cards", (Item("a", "A"), Item("b", "B"), Item("c", "Ny")), "alt")
    merged = merged_blocks([one, two], base)
    assert isinstance(merged, Diagram) and [item.title for item in merged.items] == ["Ny", "B", "Ny"]
    assert merged_blocks([text("a")], None) == text("a")


def columns(*heads: str, row: str = "") -> Table:
    cells = tuple(Cell((paragraph(head),)) for head in heads)
    below = tuple(Cell((paragraph(f"{row}{head}"),)) for head in heads)
    return Table((Row("head", cells), Row(f"row{row}", below)), tuple(1 / len(heads) for _ in heads), "alt")


def test_a_later_page_that_lost_a_column_has_it_empty() -> None:
    merged = merged_blocks([columns("A", "B", row="1"), columns("B", row="2")], None)
    assert isinstance(merged, Table) and [[cell.text for cell in row.cells] for row in merged.rows] == [
        ["A", "B"],
        ["1A", "1B"],
        ["", "2B"],
    ]
    assert merged.widths == (0.5, 0.5)


@pytest.mark.parametrize(
    ("words", "page", "left"),
    [
        ("Rubrik (2 av 3)", (2, 3), "Rubrik"),
        ("Rubrik (2 av 3), mitt tillägg", (2, 3), "Rubrik, mitt tillägg"),
        ("Rubrik (1 av 3), mitt tillägg", (2, 3), "Rubrik (1 av 3), mitt tillägg"),
    ],
)
def test_a_pages_own_counter_goes_wherever_it_stands(words: str, page: tuple[int, int], left: str) -> None:
    assert without_counter(text(words), *page).text == left


def test_only_a_counter_is_a_counter() -> None:
    assert is_counter(" (1 av 2)") and not is_counter("(1 av 2)") and not is_counter(" (1 av 2) och mer")
    block = columns("A")
    assert without_counter(block) is block


def test_a_column_taken_away_and_one_put_in_make_as_many_and_are_known_by_their_headings() -> None:
    """Each cell stays under its own heading; the owner's column stands on its page alone."""
    first, later = columns("Mål", "Ansvar", "Klart", row="a"), columns("Mål", "Klart", "Kommentar", row="b")
    merged = merged_blocks([first, later], None)
    assert isinstance(merged, Table)
    said = [cell.text for cell in merged.rows[-1].cells]
    wanted = {word: cell.text for word, cell in zip(("Mål", "Klart", "Kommentar"), later.rows[-1].cells, strict=True)}
    assert said == [wanted["Mål"], "", wanted["Klart"]]


def test_headings_in_other_words_are_the_same_columns() -> None:
    assert in_place(("Mål", "Ansvarig", "Klart"), ("Mål", "Ansvar", "Klart"))
    assert not in_place(("Ansvar", "Mål", "Klart"), ("Mål", "Ansvar", "Klart"))
    assert not in_place(("Mål",), ("Mål", "Ansvar"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Källor\xa0(2\xa0av\xa03)", ("Källor", 2, 3)),
        ("Källor (1 of 2)", ("Källor", 1, 2)),
        ("Källor", None),
        ("(2 av 3) mål", None),
    ],
)
def test_a_continued_title_taken_apart(words: str, found: tuple[str, int, int] | None) -> None:
    assert counted(words) == found
