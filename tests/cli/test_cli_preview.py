"""`deck preview`: what is a file, what is a place, and what is answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.preview import is_file
from deck.formats import ALSO


def test_files_are_told_from_places(tmp_path: Path) -> None:
    there = tmp_path / "lund"
    there.write_bytes(b"x")
    assert is_file("a.PPTX") and is_file("mall.potx") and is_file(str(there))
    assert not is_file("lund") and not is_file("Upplands Väsby")


def test_a_place_is_drawn_and_told_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "lund", "--outline", "kort", "--width", "160", "--pdf", "-o", str(tmp_path), "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert Path(told["page"]).is_file() and len(told["pictures"]) == len(list((tmp_path / "1281-lund-kort-bilder").glob("*.png")))
    assert [Path(path).name for path in told["also"]] == ["1281-lund-kort.pdf"]


def test_unknown_places_and_missing_files_are_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "atlantis", "-o", str(tmp_path)]) == 2
    assert main(["preview", str(tmp_path / "borta.pptx"), "-o", str(tmp_path)]) == 2
    assert "borta.pptx" in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_every_format_of_the_table_can_be_asked_for() -> None:
    from deck.cli.preview import preview

    options = {option for param in preview.params for option in param.opts}
    assert {f"--{item.name}" for item in ALSO} <= options
    assert all(callable(item.load_for_files().of_file) for item in ALSO)
