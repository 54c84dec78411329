"""`deck figures fetch`: from a recorded publisher to a slide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from publisher import publisher

from deck.cli import main
from deck.figures import read_figures


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_what_is_fetched_is_what_a_build_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "siffror.csv"
    with publisher() as (address, _heard):
        monkeypatch.setattr("deck.fetching.kolada.fetched.__defaults__", (f"{address}/v3",))
        call = ["figures", "fetch", "lund", "--kolada", "N00945", "-o", str(out)]
        px = ["--pxweb", f"{address}/api/v2/tables/TAB638", "--select", "ContentsCode=BE0101N1"]
        assert main([*call, *px]) == 0
        assert main(call) == 1, "a file that is there stays"
    assert not re.search(r";-?\d+\.\d+;", out.read_text("utf-8-sig")), "a point may part thousands"
    figures = read_figures(out)
    assert len(figures.indicators) == 2 and figures.indicators["N00945"].source == "Kolada"
    assert figures.series("N00945", "1281")["2023"] is None
    capsys.readouterr()
    assert main(["build", "lund", "--outline", "kort", "--figures", str(out), "-o", str(tmp_path / "out")]) == 0


@pytest.mark.parametrize(
    "call",
    [
        ["lund"],
        ["lund", "--kolada", "x"],
        ["nowhere-at-all", "--kolada", "N00945"],
        ["lund", "--pxweb", "TAB638", "--select", "x"],
    ],
)
def test_what_cannot_be(call: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "x.csv"
    assert main(["figures", "fetch", *call, "-o", str(out)]) in (1, 2)
    assert "error:" in capsys.readouterr().err and not out.exists()
