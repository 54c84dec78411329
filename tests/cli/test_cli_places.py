"""`deck places`."""

from __future__ import annotations

import json

import pytest

from deck.cli import main


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (["upplands"], ["0114  Upplands Väsby kommun  Stockholms län", "0139  Upplands-Bro kommun    Stockholms län"]),
        (["0139"], ["0139  Upplands-Bro kommun  Stockholms län"]),
        (["Länsstyrelsen Skåne"], ["12  Länsstyrelsen Skåne"]),
    ],
)
def test_who_is_found(query: list[str], rows: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", *query]) == 0
    assert capsys.readouterr().out.splitlines() == rows


def test_all_of_them_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 311
    assert main(["places", "1281", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["code"], found["kind"], found["slug"], found["county_code"]) == ("1281", "municipality", "lund", "12")


def test_nobody_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", "lnud"]) == 2
    assert 'did you mean "Lund"' in capsys.readouterr().err
