"""Answers are kept for a day, asked for in peace, and nothing but an object of a bounded size is one."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from publisher import publisher

from deck.errors import InputError
from deck.fetching.net import DAY, Net, cache_folder


def test_an_answer_is_kept_for_a_day(tmp_path: Path) -> None:
    with publisher() as (address, heard):
        asked = f"{address}/v3/kpi/N00945"
        first = Net(tmp_path).json(asked)
        assert Net(tmp_path).json(asked)[0]["values"] == first[0]["values"] and len(heard) == 1
        Net(tmp_path, fresh=True).json(asked)
        assert len(heard) == 2
        (kept,) = tmp_path.iterdir()
        os.utime(kept, (time.time() - DAY - 9, time.time() - DAY - 9))
        Net(tmp_path).json(asked)
        assert len(heard) == 3
        kept.write_bytes(b"{")
        Net(tmp_path).json(asked)
        assert len(heard) == 4


def test_offline_it_says_so_and_what_to_do(tmp_path: Path) -> None:
    with publisher() as (address, _heard):
        pass
    with pytest.raises(InputError) as caught:
        Net(tmp_path).json(f"{address}/v3/kpi/N00945")
    (item,) = caught.value.diagnostics
    assert "reached" in item.message and "--figures" in item.hint and item.where.file.startswith(address)


def test_who_is_busy_is_asked_again(tmp_path: Path) -> None:
    with publisher(busy=2) as (address, heard):
        assert Net(tmp_path).json(f"{address}/v3/kpi/N00945")[0]["values"] and len(heard) == 3
    with publisher(busy=9) as (address, heard), pytest.raises(InputError, match="busy"):
        Net(tmp_path).json(f"{address}/v3/kpi/N00946")


@pytest.mark.parametrize("address", ["http://example.org/a", "file:///etc/passwd", "ftp://example.org/a", "nowhere"])
def test_only_https(tmp_path: Path, address: str) -> None:
    with pytest.raises(InputError, match="https"):
        Net(tmp_path).json(address)


def test_what_is_no_object_or_not_there_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with publisher() as (address, _heard):
        with pytest.raises(InputError, match="JSON"):
            Net(tmp_path).json(f"{address}/v3/kpi/html")
        with pytest.raises(InputError, match="404"):
            Net(tmp_path).json(f"{address}/nowhere")
        monkeypatch.setattr("deck.fetching.net.MOST_BYTES", 3)
        with pytest.raises(InputError, match="large"):
            Net(tmp_path).json(f"{address}/v3/kpi/N00945")
    assert not list(tmp_path.iterdir())


def test_calls_keep_their_distance(tmp_path: Path) -> None:
    net = Net(tmp_path)
    with publisher() as (address, _heard):
        start = time.monotonic()
        net.json(f"{address}/v3/kpi/N00945")
        net.json(f"{address}/v3/kpi/N00946")
        assert time.monotonic() - start >= 0.3


def test_where_answers_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "deck" / "figures"
