"""`deck check`: what is printed and written, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from deck.cli import main
from deck.fleet import BuildRequest, build_one


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = build_one(BuildRequest("1281", "kort", out=tmp_path_factory.mktemp("check"))).path
    assert path is not None
    return path


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck with a table without header row, and no title of its own."""
    from pptx import Presentation
    from pptx.util import Cm

    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Tre mål"
    frame = slide.shapes.add_table(2, 2, Cm(2), Cm(6), Cm(20), Cm(5))
    for cell, words in zip(frame.table.iter_cells(), ["Mål", "Läge", "Luft", "Nära"], strict=True):
        cell.text = words
    frame.table.first_row = False
    monkeypatch.chdir(tmp_path)
    deck.save("fel.pptx")
    return tmp_path / "fel.pptx"


def test_a_deck_without_fault_is_fine(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(built)]) == 0
    assert capsys.readouterr().out.strip().endswith("nothing to remark on")


def test_findings_end_with_one(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", faulty.name]) == 1
    seen = capsys.readouterr().out
    assert "accessible/table-header" in seen and "\x1b" not in seen
    assert main(["check", faulty.name, "--lang", "sv"]) == 1
    assert "ingen rad är markerad som rubrikrad" in capsys.readouterr().out
    assert main(["check", faulty.name, "--select", "honest"]) == 0


def test_json_sarif_and_html(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", faulty.name, "--json", "--sarif", "x/a.sarif", "--html", "x/a.html"]) == 1
    (item,) = json.loads(capsys.readouterr().out)
    assert item["file"] == "fel.pptx" and item["errors"] >= 1
    assert json.loads(Path("x/a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Path("x/a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_fix_writes_a_new_file_and_judges_it(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = faulty.read_bytes()
    assert main(["check", faulty.name, "--fix", "--select", "accessible/table-header"]) == 0
    assert "mended into fel-lagad.pptx" in capsys.readouterr().out
    assert faulty.read_bytes() == before and Path("fel-lagad.pptx").exists()
    assert main(["check", "fel-lagad.pptx", "--fix", "--select", "accessible/table-header"]) == 0
    assert "nothing that a machine should mend" in capsys.readouterr().out
    assert not Path("fel-lagad-lagad.pptx").exists()


def test_rules_are_silenced_with_a_reason(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    choose = ["check", faulty.name, "--select", "accessible/table-header"]
    assert main([*choose, "--ignore", "accessible/table-header=En layouttabell"]) == 0
    assert "En layouttabell" in capsys.readouterr().out
    Path("deck.yaml").write_text("check:\n  ignore:\n    accessible/table-header: Av historiska skäl\n", encoding="utf-8")
    assert main(choose) == 0
    assert "Av historiska skäl" in capsys.readouterr().out
    Path("deck.yaml").write_text("check:\n  ignore:\n    accessible/tabel-header: Av skäl\n", encoding="utf-8")
    assert main(choose) == 1
    seen = capsys.readouterr()
    assert "deck.yaml:3:5" in seen.out and "accessible/table-header" in seen.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "which file?"),
        (["--select", "fitz", "x.pptx"], 2, 'did you mean "fits"'),
        (["--ignore", "fits", "x.pptx"], 2, "no reason"),
        (["saknas.pptx"], 2, "saknas.pptx"),
        (["--lang", "fi", "x.pptx"], 2, "fi"),
    ],
)
def test_a_wrong_call_ends_with_two(
    arguments: list[str],
    code: int,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", *arguments]) == code
    seen = capsys.readouterr()
    assert words in seen.out + seen.err and "Traceback" not in seen.err


def test_one_bad_file_stops_no_other(faulty: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("html.pptx").write_text("<html></html>", encoding="utf-8")
    assert main(["check", "html.pptx", faulty.name, str(built)]) == 2
    seen = capsys.readouterr().out
    assert seen.index("html.pptx") < seen.index("fel.pptx") < seen.index("nothing to remark on")


def test_a_folder_is_proofed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("content/sv").mkdir(parents=True)
    Path("content/sv/slides-a.yaml").write_text("slides:\n  a:\n    title: Beträffande planen\n", encoding="utf-8")
    assert main(["check", "content"]) == 0
    assert "content/sv/slides-a.yaml:3:12" in capsys.readouterr().out


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules"]) == 0
    assert "accessible/alt-missing" in capsys.readouterr().out
    assert main(["check", "--rules", "--json"]) == 0
    rules = json.loads(capsys.readouterr().out)
    assert all(rule["why"] and rule["mend"] for rule in rules)
