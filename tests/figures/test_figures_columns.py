"""Figures from tables: our own format, Kolada's and PxWeb's, and those that say too little."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.figures import Figures, Indicator, Observation, Unread, figures_of
from deck.i18n import _, speaking, use
from deck.tables import BadCells, FileCells
from deck.tables.read import cells_in


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def read(text: str) -> Figures:
    return figures_of(cells_in(text.encode(), ".csv"), "fil")


def told(figures: Figures) -> list[tuple[str, str, str, float | None]]:
    return [(item.place, item.indicator.name, item.period, item.value) for item in figures.observations]


def test_our_own_format() -> None:
    figures = read(
        "kod;nyckeltal;år;värde;enhet;källa;hämtad\n1281;Avfall;2023;61,5;kg;SCB;2026-11-20\n12;Avfall;2023;..;kg;SCB;\n"
    )
    assert told(figures) == [("1281", "Avfall", "2023", 61.5), ("12", "Avfall", "2023", None)]
    assert figures.indicators["Avfall"] == Indicator("Avfall", "Avfall", "kg", "SCB", "2026-11-20")


@pytest.mark.parametrize(
    "text",
    [
        '"region","kön","Folkmängd 2022","Folkmängd 2023"\n"1281 Lund","män",1,2\n"1281 Lund","totalt",3,4\n',
        "region\tår\tFolkmängd\n1281 Lund\t2022\t3\n1281 Lund\t2023\t4\n",
        "Kommun;Nyckeltal;2022;2023\nLund;Folkmängd;3;4\n",
        "Region,Kön,År,Folkmängd\nLunds kommun,T,2022,3\nLunds kommun,T,2023,4\nLunds kommun,K,2023,9\n",
        "Folkmängd efter kommun\n\nkommun;år;folkmängd\nLund;2022;3\nLund;2023;4\n".replace("folkmängd\n", "Folkmängd\n"),
    ],
)
def test_the_same_figures_as_publishers_give_them(text: str) -> None:
    assert told(read(text)) == [("1281", "Folkmängd", "2022", 3.0), ("1281", "Folkmängd", "2023", 4.0)]


def test_kolada_is_known_by_its_keys() -> None:
    figures = read("kpi,municipality,period,gender,value\nN00401,1281,2022,T,5\nN00401,1281,2022,K,4\n")
    assert told(figures) == [("1281", "N00401", "2022", 5.0)]
    assert figures.indicators["N00401"].source == "Kolada"
    named = read("Kommun;Nyckeltal;2022\nLund;Utsläpp av växthusgaser (N00401);5\n")
    assert named.indicators == {"N00401": Indicator("N00401", "Utsläpp av växthusgaser", source="Kolada")}


def test_quarters_and_days_are_periods() -> None:
    figures = read("kod;nyckeltal;period;värde\n1281;a;2023K4;1\n1281;a;2024-01-01;2\n1281;a;2024M05;3\n")
    assert [item.period for item in figures.observations] == ["2023K4", "2024", "2024M05"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a;b\n1;2\n", "does not say the place, the year and the amount"),
        ("kod;år;värde\n1281;2022;tolv\n", '"tolv" is no amount'),
        ("kod;år;värde\n1281;förra året;1\n", "is no year"),
        ("kod;nyckeltal;år;värde\n1281;a;2022;1\n1281;a;2022;2\n", 'two amounts of "a" for Lund 2022'),
        (
            '"region","kön","Folkmängd 2022"\n"1281 Lund","män",1\n"1281 Lund","kvinnor",3\n',
            'parted by "kön" ("män", "kvinnor" …)',
        ),
    ],
)
def test_what_says_too_little_is_refused_with_what_to_do(text: str, wanted: str) -> None:
    with pytest.raises(BadCells) as caught:
        read(text)
    assert wanted in str(caught.value) and caught.value.hint


OBSERVED = st.builds(
    Observation,
    place=st.sampled_from(["1281", "12", "00", "1285"]),
    place_name=st.just("x"),
    indicator=st.builds(
        Indicator, key=st.sampled_from(["a", "b"]), name=st.just("Namn"), unit=st.just("kg"), source=st.just("S")
    ),
    period=st.sampled_from(["2020", "2021", "2023K1"]),
    value=st.none() | st.integers(-1000, 1000).map(lambda n: n / 4),
)


@given(st.lists(OBSERVED, min_size=1, max_size=12, unique_by=lambda item: (item.place, item.indicator.key, item.period)))
def test_what_is_remembered_is_what_was_known(items: list[Observation]) -> None:
    figures = Figures(tuple(items))
    assert figures_of(figures.to_cells(), "x") == figures


def test_headings_without_their_dots_and_rings_are_known() -> None:
    assert read("Kod;Nyckeltal;Ar;Varde;Enhet;Kalla\n1281;a;2022;1;ton;NED\n").indicators["a"].source == "NED"


def test_a_percent_sign_is_the_unit_where_nothing_else_is() -> None:
    assert read("kod;nyckeltal;år;värde\n1281;a;2022;12,5 %\n").indicators["a"].unit == "%"


@pytest.mark.parametrize("year", ["2022p", "2022*", "år 2022", "2022 (prel.)", "2022-12-31"])
def test_a_year_with_a_note(year: str) -> None:
    assert [item.period for item in read(f"kod;nyckeltal;år;värde\n1281;a;{year};1\n").observations] == ["2022"]


def test_a_line_of_words_under_the_table_is_no_figure() -> None:
    assert len(read("kod;nyckeltal;år;värde\n1281;a;2022;1\nKälla: NED;;;\n").observations) == 1


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("1281;a;2022;1;ton\n1281;a;22;1;ton\n", '"22" is no year (Lund)'),
        ("1281;a;2021;1;ton\n1281;a;2022;1000;kg\n", 'both "ton" and "kg"'),
    ],
)
def test_an_amount_that_cannot_stand_beside_the_others_is_told(rows: str, wanted: str) -> None:
    with pytest.raises(BadCells) as caught:
        read("kod;nyckeltal;år;värde;enhet\n" + rows)
    assert wanted in str(caught.value) and caught.value.hint


def test_years_under_what_is_counted_are_one_heading() -> None:
    found = read("Kommun;Utsläpp;;Energi;\n;2020;2021;2020;2021\nLund;1;2;3;..\n")
    assert [(item.indicator.name, item.period, item.value) for item in found.observations] == [
        ("Utsläpp", "2020", 1.0),
        ("Utsläpp", "2021", 2.0),
        ("Energi", "2020", 3.0),
        ("Energi", "2021", None),
    ]


def test_all_cells_that_cannot_be_read_are_told_at_once() -> None:
    with pytest.raises(BadCells) as caught:
        read("kod;år;värde\n1281;2021;ca 5\n1281;2022;<5\n1281;22;6\n1281;2023;7\n")
    assert all(said in str(caught.value) for said in ('"ca 5"', '"<5"', '"22" is no year'))
    assert "1 234,5" in caught.value.hint and "2023K4" in caught.value.hint


def test_of_very_many_faults_the_first_are_told() -> None:
    with pytest.raises(BadCells) as caught:
        read("kod;år;värde\n" + "".join(f"1281;{year};c{year}\n" for year in range(1950, 2000)))
    assert str(caught.value).count("is no amount") == 10 and str(caught.value).endswith("…")


HEAD = "kod;nyckeltal;år;värde;enhet;källa;hämtad\n"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("1281;A;2020;*;ton;X;\n", 'row 2, column "värde": "*" is no amount (Lund, 2020)'),
        ("\n1281;A;hösten;5;ton;X;\n", 'row 3: "hösten" is no year (Lund)'),
        ("1281;A;2020;61 %;ton;X;\n", 'row 2: "61 %" is a share, and its unit is "ton" (Lund, 2020)'),
        ("1281;A;2020;1.234;ton;X;\n", 'row 2: "1.234" may be 1234 or 1,234'),
        ("1281;A;2020;5;ton;X;2026-13-45\n", 'row 2: "2026-13-45" is no day'),
        ("1281;A;2020;5;ton;X;03/04/2026\n", 'row 2: "03/04/2026" may be two days'),
        ("1281;A;2020;5;ton;X;\n1281;A;2021;5;;X;\n", '"A" has the unit "ton" in some rows, and none in others'),
    ],
)
def test_what_cannot_be_read_is_told_with_its_row(rows: str, said: str) -> None:
    with pytest.raises(BadCells) as caught:
        read(HEAD + rows)
    assert str(caught.value) == said and caught.value.hint


def test_a_comma_that_moves_the_columns_is_told() -> None:
    with pytest.raises(BadCells, match="row 2"):
        read("kod,nyckeltal,år,värde,enhet,källa\n1281,A,2020,61,5,ton,X\n")


def test_two_columns_of_one_name_are_told() -> None:
    with pytest.raises(BadCells, match="two columns"):
        read("kod;nyckeltal;år;värde;värde;källa\n1281;A;2020;61;99;X\n")


def test_an_amount_without_a_place_or_a_year_is_kept_apart() -> None:
    figures = read(HEAD + "1281;A;2020;5;ton;X;\n;A;2020;6;ton;X;\nSumma;;;11;;;\nKälla: X;;;;;;\n")
    assert told(figures) == [("1281", "A", "2020", 5.0)]
    assert figures.unread == (Unread(3, "place"), Unread(4, "year"))


def test_an_indicator_is_one_however_its_capitals_are() -> None:
    figures = read(HEAD + "1281;Utsläpp;2020;5;ton;X;\n1281;utsläpp;2021;6;ton;X;\n")
    assert list(figures.indicators) == ["Utsläpp"] and len(figures.observations) == 2


def test_thousands_are_read_as_the_rest_of_the_file_writes_them() -> None:
    figures = read(HEAD + "1281;A;2020;1.234;ton;X;20/11/2026\n1281;A;2021;12,5;ton;X;\n1281;A;2021-05;-;ton;X;\n")
    assert told(figures) == [("1281", "A", "2020", 1234.0), ("1281", "A", "2021", 12.5), ("1281", "A", "2021M05", None)]
    assert figures.indicators["A"].fetched == "2026-11-20"


def test_what_a_deck_remembers_is_read_as_it_was() -> None:
    figures = Figures((Observation("1281", "Lund", Indicator("A", "A", "ton", "X"), "2020", 1.234),))
    assert figures_of(FileCells.from_json(figures.to_cells().to_json()), "x").observations == figures.observations


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_the_words_that_ask_for_columns_are_columns(lang: str) -> None:
    """Who calls them as the web page says is understood."""
    with speaking(lang):
        said = _("CSV, Excel or JSON-stat with a column each for place, indicator, year and amount: a slide for each indicator.")
    listed = re.search(r"(?:each for|kolumn för) (.+?):", said)
    assert listed is not None, said
    heads = ";".join(re.split(r", | and | och ", listed[1]))
    assert told(read(f"{heads}\nLund;Folkmängd;2022;3\n")) == [("1281", "Folkmängd", "2022", 3.0)], heads
