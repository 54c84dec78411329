"""Figures from local.yaml, from the command line, and from a deck's memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.content import load_content
from deck.content.beside import Beside, GivenFigures
from deck.errors import InputError
from deck.figures import Figures, Indicator, Observation, read_figures
from deck.source import Snapshot

FILE = "kod;nyckeltal;år;värde;källa\n1281;{name};2021;8;SCB\n"
LOCAL = "figures: {file: a.csv}\n"


def file(folder: Path, name: str, indicator: str) -> Path:
    path = folder / name
    path.write_text(FILE.format(name=indicator), "utf-8")
    return path


def own(content: object) -> list[str]:
    return [name for name, slide in content.slides.items() if slide.own and not slide.needs]  # type: ignore[attr-defined]


def test_figures_need_no_local_yaml(tmp_path: Path) -> None:
    content = load_content(figures=(file(tmp_path, "a.csv", "Luft"), file(tmp_path, "b.csv", "Vatten")))
    assert own(content) == ["figure-luft", "figure-vatten"]
    assert [Path(item.name).name for item in content.given_figures] == ["a.csv", "b.csv"] and not content.beside.figures


def test_those_of_local_yaml_and_others_are_held_together(tmp_path: Path) -> None:
    file(tmp_path, "a.csv", "Luft")
    (tmp_path / "local.yaml").write_text(LOCAL, "utf-8")
    content = load_content(local=tmp_path / "local.yaml", figures=(file(tmp_path, "b.csv", "Vatten"),))
    assert own(content) == ["figure-luft", "figure-vatten"]
    assert [name for name, _ in content.beside.figures] == ["a.csv"] and len(content.given_figures) == 1


def test_what_a_deck_remembers_is_asked_for_no_file(tmp_path: Path) -> None:
    known = Figures((Observation("1281", "Lund", Indicator("Luft", "Luft", source="SCB"), "2021", 8.0),))
    local = Snapshot.text("local.yaml", LOCAL)
    content = load_content(local=local, beside=Beside(figures=(("a.csv", known),)), figures=(GivenFigures("b.csv", known),))
    assert own(content) == ["figure-luft"]
    with pytest.raises(InputError) as caught:
        load_content(local=local, beside=Beside())
    assert [item.code for item in caught.value.diagnostics] == ["missing-table"]


def test_a_file_that_is_none_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a;b\n1;2\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_content(figures=(tmp_path / "a.csv",))
    (item,) = caught.value.diagnostics
    assert item.code == "bad-table" and str(item.where).endswith("a.csv") and item.hint
    assert read_figures(file(tmp_path, "a.csv", "Luft")).observations


def test_all_that_is_wrong_with_a_file_is_told_at_once(tmp_path: Path) -> None:
    rows = ("1281;Avfall;2022;1.234;kg;SCB", "1281;Avfall;2023;mycket;kg;SCB", "1281;Avfall;2021;3;ton;SCB")
    more = ("Lnud;Avfall;2023;5;kg;SCB", "1281;Avfall;;7;kg;SCB", "1281;Avfall;2022;9;kg;SCB")
    path = tmp_path / "figures.csv"
    path.write_text("\n".join(("kod;nyckeltal;år;värde;enhet;källa", *rows, *more)), "utf-8")
    with pytest.raises(InputError) as caught:
        load_content(figures=(path,))
    said = "\n".join(f"{item.message} {item.hint}" for item in caught.value.diagnostics)
    for told in ("1.234", "mycket", "ton", "Lnud", "2022", "6"):
        assert told in said, told
