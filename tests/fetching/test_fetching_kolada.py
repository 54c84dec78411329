"""Kolada's figures, from a recorded Kolada: pages followed, totals only, what is missing missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from publisher import publisher

from deck.errors import InputError, UsageError
from deck.fetching.kolada import fetched
from deck.fetching.net import Net
from deck.places import load_places

LUND = load_places().find("lund")


def test_a_place_its_county_and_the_country(tmp_path: Path) -> None:
    with publisher() as (address, heard):
        figures = fetched(Net(tmp_path), ["N00945"], [LUND], f"{address}/v3")
    assert figures.series("N00945", "1281") == {"2021": 3.5, "2022": 3.25, "2023": None}
    assert figures.series("N00945", "12") == {"2022": 4.0} and figures.series("N00945", "00") == {"2022": 4.5}
    of = figures.indicators["N00945"]
    assert (of.name, of.source, of.fetched) == ("Utsläpp av växthusgaser, ton/inv", "Kolada", date.today().isoformat())
    assert heard == [
        "/v3/kpi/N00945",
        "/v3/data/kpi/N00945/municipality/1281,0012,0000",
        "/v3/data/kpi/N00945/municipality/1281,0012,0000?page=2",
    ]


def test_what_is_no_key_and_what_kolada_does_not_have(tmp_path: Path) -> None:
    with publisher() as (address, heard):
        with pytest.raises(UsageError):
            fetched(Net(tmp_path), ["945"], [LUND], f"{address}/v3")
        assert not heard
        with pytest.raises(InputError, match="N00001"):
            fetched(Net(tmp_path), ["N00001"], [LUND], f"{address}/v3")
