"""A table of a recorded PxWeb: what is to be chosen is said, with what there is to choose from."""

from __future__ import annotations

from pathlib import Path

import pytest
from publisher import METADATA, publisher

from deck.errors import InputError, UsageError
from deck.fetching.net import Net
from deck.fetching.pxweb import fetched
from deck.places import load_places

LUND = load_places().find("lund")


def test_a_place_its_county_and_the_country(tmp_path: Path) -> None:
    with publisher() as (address, heard):
        table = f"{address}/api/v2/tables/TAB638"
        figures = fetched(Net(tmp_path), table, [LUND], {"ContentsCode": ["BE0101N1"]})
    assert len(heard) == 2 and "valueCodes[Region]=" in heard[1] and "Kon" not in heard[1]
    (key,) = figures.indicators
    assert set(figures.place_names) == {"1281", "12", "00"} and len(figures.series(key, "1281")) == 3
    assert figures.indicators[key].source == "SCB" and figures.indicators[key].fetched


def test_what_is_to_be_chosen_is_said_with_what_there_is(tmp_path: Path) -> None:
    with publisher() as (address, heard), pytest.raises(InputError) as caught:
        fetched(Net(tmp_path), f"{address}/api/v2/tables/TAB638", [LUND], {"Kon": ["3"], "Alder": ["1"]})
    said = [f"{item.message} {item.hint}" for item in caught.value.diagnostics]
    assert len(said) == 3 and len(heard) == 1
    assert "Alder" in said[0] and "kvinnor" in said[1] and "ContentsCode" in said[2] and "Folkökning" in said[2]


@pytest.mark.parametrize("table", ["", "TAB 638", "http://127.0.0.1/api/v2/tables/a?b"])
def test_no_table(tmp_path: Path, table: str) -> None:
    with pytest.raises(UsageError):
        fetched(Net(tmp_path), table, [LUND], {})


def test_more_than_the_publisher_gives_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deck.fetching.pxweb.MOST_CELLS", 8)
    with publisher() as (address, heard), pytest.raises(InputError):
        fetched(
            Net(tmp_path),
            f"{address}/api/v2/tables/TAB638",
            [LUND],
            {"ContentsCode": list(METADATA["dimension"]["ContentsCode"]["category"]["index"])},
        )
    assert len(heard) == 1
