"""What is known of places, looked up."""

from __future__ import annotations

from deck.figures import Figures, Indicator, Observation

WASTE, AIR = Indicator("N1", "Avfall", "kg"), Indicator("N2", "Luft")
FIGURES = Figures(
    (
        Observation("1281", "Lund", WASTE, "2021", 2.0),
        Observation("1281", "Lund", WASTE, "2020", None),
        Observation("12", "Skåne län", WASTE, "2021", 3.0),
        Observation("1281", "Lund", AIR, "2021", 4.0),
    )
)


def test_a_series_is_in_order_of_time_and_keeps_what_is_missing() -> None:
    assert list(FIGURES.series("N1", "1281").items()) == [("2020", None), ("2021", 2.0)]
    assert FIGURES.series("N1", "0180") == {}


def test_an_indicator_is_found_by_key_and_by_name() -> None:
    assert FIGURES.find("n1") == FIGURES.find(" avfall ") == WASTE and FIGURES.find("Vatten") is None
    assert list(FIGURES.indicators) == ["N1", "N2"] and FIGURES.place_names["12"] == "Skåne län"


def test_only_what_is_asked_for_is_kept() -> None:
    kept = FIGURES.only({"12"}, {"N1", "N2"})
    assert [item.place for item in kept.observations] == ["12"]
    assert FIGURES.to_cells().rows[1][5] == ""


def test_years_that_came_later_say_when_and_others_say_from_whom() -> None:
    rows = [("1281", "2020", "SCB", "2026-11-20"), ("1281", "2021", "SCB", "2027-11-20"), ("12", "2021", "Egen", "2026-11-20")]
    figures = Figures(
        tuple(
            Observation(place, place, Indicator("N1", "Avfall", source=source, fetched=day), period, 1.0)
            for place, period, source, day in rows
        )
    )
    assert (figures.indicators["N1"].source, figures.indicators["N1"].fetched) == ("SCB", "2027-11-20")
    assert figures.sources == {"N1": ("SCB", "Egen")}
