"""A figure's slide: the last amount, the years, what it is held against, what is missing, and where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.brand import load_brand
from deck.compose import compose
from deck.compose.figures import _evenly, without_figures
from deck.content import load_content
from deck.places import load_places
from deck.presentation import Chart, Diagram, Presentation, Slide, Text

FILE = """kod;plats;nyckeltal;år;värde;enhet;källa;hämtad;licens
1281;Lund;Utsläpp;2019;..;ton;SMHI;2026-11-20;CC BY
1281;Lund;Utsläpp;2020;9,5;ton;SMHI;2026-11-20;CC BY
1281;Lund;Utsläpp;2021;;ton;SMHI;2026-11-20;CC BY
1281;Lund;Utsläpp;2022;1200;ton;SMHI;2026-11-20;CC BY
12;Skåne län;Utsläpp;2020;7;ton;SMHI;2026-11-20;CC BY
12;Skåne län;Utsläpp;2022;6;ton;SMHI;2026-11-20;CC BY
1285;Eslöv;Utsläpp;2022;3;ton;SMHI;2026-11-20;CC BY
1281;Lund;Andel;2022;41,5;%;Kolada;;
00;Riket;Andel;2022;40;%;Kolada;;
1281;Lund;Antal;2022;7;;Kolada;;
"""


def deck(folder: Path, place: str, show: str = "") -> Presentation:
    (folder / "s.csv").write_text(FILE, "utf-8")
    (folder / "local.yaml").write_text(f"figures:\n  file: s.csv\n{show}", "utf-8")
    places = load_places()
    found = places.find(place)
    return compose(load_content(local=folder / "local.yaml"), found, places, load_brand(found, places))


def slide(presentation: Presentation, name: str) -> Slide:
    found = presentation.slide(name)
    assert found is not None
    return found


def said(made: Slide, slot: str) -> str:
    block = next(item.block for item in made.slots if item.id == slot)
    assert isinstance(block, Text)
    return block.text


def number(made: Slide) -> Diagram:
    block = next(item.block for item in made.slots if item.id == "left")
    assert isinstance(block, Diagram)
    return block


def chart(made: Slide) -> Chart:
    block = next(item.block for item in made.slots if item.id == "right")
    assert isinstance(block, Chart)
    return block


def test_the_years_the_place_and_what_it_is_held_against(tmp_path: Path) -> None:
    made = slide(deck(tmp_path, "lund"), "figure-utslapp")
    assert said(made, "title") == "Utsläpp i Lund" and said(made, "provenance").startswith("Källa: SMHI, hämtad 20")
    assert said(made, "provenance").endswith("2026 · CC BY")
    (item,) = number(made).items
    assert (item.key.replace("\N{NO-BREAK SPACE}", " "), item.title) == ("1 200", "Ton, 2022")
    drawn = chart(made)
    # A year before the first amount says nothing; one that is missing between is kept, and never nought.
    assert (drawn.kind, drawn.categories, drawn.number_format) == (
        "line",
        ("2020", "2021", "2022"),
        "#,##0.0",
    )
    assert [(series.name, series.values) for series in drawn.series] == [
        ("Lund", (9.5, None, 1200.0)),
        ("Skåne län", (7.0, None, 6.0)),
    ]
    assert "Uppgift saknas för Lund 2021." in drawn.alt and "Skåne län: 7 år 2020, 6 år 2022." in drawn.alt
    notes = "\n".join(paragraph.text for paragraph in made.notes)
    assert "Utsläpp, ton, Lund: 2020 9,5; 2021 uppgift saknas; 2022 1" in notes and "Skåne län: 2020 7; 2022 6." in notes


def test_a_single_year_is_held_against_others_as_bars(tmp_path: Path) -> None:
    drawn = chart(slide(deck(tmp_path, "lund"), "figure-andel"))
    assert (drawn.kind, drawn.categories, drawn.highlight) == ("bar", ("Lund", "Riket"), 0)
    assert drawn.alt.replace("\N{NO-BREAK SPACE}", " ") == "Andel, 2022. Lund 41,5 %; Riket 40 %."


def test_with_nothing_to_hold_it_against_it_is_told_what_it_is(tmp_path: Path) -> None:
    made = slide(deck(tmp_path, "lund"), "figure-antal")
    assert said(made, "right") == "Antal\n2022" and number(made).items[0].title == "2022"


def test_a_conclusion_is_the_title_and_what_is_measured_stands_under_the_number(tmp_path: Path) -> None:
    show = "  show:\n    - {indicator: Utsläpp, title: 'Vi minskar, **mycket**', direction: down, compare: [Eslöv, Nowhere]}\n"
    made = slide(deck(tmp_path, "lund", show), "figure-utslapp")
    assert said(made, "title") == "Vi minskar, mycket"
    assert number(made).items[0].title == "Utsläpp, ton, 2022 (lägre är bättre)"
    assert [series.name for series in chart(made).series] == ["Lund", "Eslöv"]


def test_a_place_of_which_nothing_is_known_has_no_slide_and_it_is_said(tmp_path: Path) -> None:
    presentation = deck(tmp_path, "eslöv")
    own = [item.id for item in presentation.slides if item.id.startswith("figure-")]
    assert own == ["figure-utslapp"]
    content = load_content(local=tmp_path / "local.yaml")
    assert len(without_figures(content, load_places().find("eslöv"))) == 2
    assert not without_figures(content, load_places().find("lund"))


@pytest.mark.parametrize("outline", ["kort", "konferens"])
def test_every_outline_has_them(tmp_path: Path, outline: str) -> None:
    (tmp_path / "s.csv").write_text(FILE, "utf-8")
    places = load_places()
    lund = places.find("lund")
    made = compose(load_content(figures=(tmp_path / "s.csv",)), lund, places, load_brand(lund, places), outline=outline)
    assert [item.id for item in made.slides if item.id.startswith("figure-")] == [
        "figure-utslapp",
        "figure-andel",
        "figure-antal",
    ]


def test_a_county_is_held_against_the_country_alone(tmp_path: Path) -> None:
    drawn = chart(slide(deck(tmp_path, "skåne län"), "figure-utslapp"))
    assert [series.name for series in drawn.series] == ["Skåne län"]


@pytest.mark.parametrize(
    ("held", "every"),
    [
        (["2018", "2019", "2022"], ("2018", "2019", "2020", "2021", "2022")),
        (["2010", "2014", "2022"], ("2010", "2014", "2018", "2022")),
        (["2021", "2022"], ("2021", "2022")),
        (["1980", "1981", "2022"], ("1980", "1981", "2022")),
        (["2021K1", "2021K4", "2022K1"], ("2021K1", "2021K4", "2022K1")),
    ],
)
def test_years_that_nobody_has_are_not_skipped(held: list[str], every: tuple[str, ...]) -> None:
    assert _evenly(held) == every
