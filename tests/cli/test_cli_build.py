"""`deck build`: what it writes and says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pptx
import pytest

from deck.cli import main
from deck.cli.build import progress

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_build_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "lund", "malmö", "--outline", "kort", "--audience", "politiker", "--json"]) == 0
    seen = capsys.readouterr()
    decks = json.loads(seen.out)
    assert [(one["place"], one["outline"], one["audience"], one["path"]) for one in decks] == [
        ("1281", "kort", "politiker", "out/1281-lund-kort-politiker.pptx"),
        ("1280", "kort", "politiker", "out/1280-malmo-kort-politiker.pptx"),
    ]
    for one in decks:
        assert one["slides"] >= 5 and one["release"] and (folder / one["path"]).is_file()
        assert isinstance(one["diagnostics"], list)


def test_build_says_what_it_wrote(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "lund", "--outline", "kort"]) == 0
    line = capsys.readouterr().out.split()
    assert Path(line[0]) == Path("out/1281-lund-kort.pptx")
    assert line[2] == "slides"


def test_a_file_may_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "lund", "--outline", "kort", "--html", "-o", "till nämnden/miljömål.pptx"]) == 0
    capsys.readouterr()
    assert [path.name for path in sorted((folder / "till nämnden").iterdir())] == ["miljömål.html", "miljömål.pptx"]
    assert main(["build", "lund", "malmö", "--outline", "kort", "-o", "båda.pptx"]) == 2
    assert "2 decks cannot all be the file båda.pptx; give -o a folder" in capsys.readouterr().err
    assert not (folder / "båda.pptx").exists()
    (folder / "x.pptx").mkdir()
    assert main(["build", "lund", "--outline", "kort", "-o", "x.pptx"]) == 0
    assert (folder / "x.pptx" / "1281-lund-kort.pptx").is_file()


@pytest.mark.parametrize(
    ("option", "words"),
    [("--outline", 'there is no outline "standrad"; did you mean "standard"'), ("--audience", 'there is no audience "standrad"')],
)
def test_an_unknown_choice(option: str, words: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "lund", option, "standrad"]) == 2
    assert words in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_an_unknown_release(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "lund", "--release", "2022"]) in (1, 2)
    seen = capsys.readouterr().err
    assert 'there is no release "2022"' in seen and "2021" in seen


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "which place?; for example `deck build lund`"),
        (["lund", "--all"], "give places or --all, not both"),
        (["lnud", "atlantis"], 'no place called "atlantis"'),
        (["lnud", "atlantis"], 'no place called "lnud"; did you mean "Lund"'),
    ],
)
def test_a_call_that_means_nothing(arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *arguments]) == 2
    assert said in capsys.readouterr().err and not (folder / "out").exists()


def test_no_bar_where_nobody_looks_on() -> None:
    for count in (1, 100):
        with progress(count) as advance:
            assert advance is None


def test_one_bad_name_stops_no_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "lnud", "lund", "--outline", "kort"]) == 2
    seen = capsys.readouterr()
    assert 'no place called "lnud"; did you mean "Lund"' in seen.err
    assert (folder / "out/1281-lund-kort.pptx").is_file()


def test_a_name_of_two_words_needs_no_quotes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "gotlands", "län", "malung", "--outline", "kort", "--json"]) == 0
    assert [one["place"] for one in json.loads(capsys.readouterr().out)] == ["09", "2023"]


def test_a_command_spelt_wrongly_is_not_taken_for_a_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "bulid", "lund", "--outline", "kort"]) == 2
    assert 'did you mean "build"' in capsys.readouterr().err


def test_errors_as_json_for_who_asked_for_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "lnud", "--json"]) == 2
    [item] = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (item["code"], item["severity"]) == ("unknown-place", "error")


def test_no_such_day(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "lund", "--date", "2026-02-30"]) == 2
    assert '"2026-02-30" is no day' in capsys.readouterr().err


def test_what_yaml_reads_otherwise_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    local = folder / "local.yaml"
    local.write_text("goals:\n  - Mål #13 ska nås\n  - <b>Fler</b> cyklar\n", encoding="utf-8")
    assert main(["build", "lund", "--outline", "kort", "--local", str(local)]) == 0
    said = capsys.readouterr().err
    assert "local.yaml:2:5" in said and "#13 ska nås" in said
    assert "local.yaml:3:5" in said and "<b>" in said


FIGURES = """kod;nyckeltal;år;värde;enhet;källa
1281;Utsläpp;2021;9;ton;SMHI
1281;Utsläpp;2022;8;ton;SMHI
12;Utsläpp;2021;7;ton;SMHI
12;Utsläpp;2022;6;ton;SMHI
"""


def titles(deck: Any) -> list[Any]:
    return [slide.shapes.title for slide in deck.slides if slide.shapes.title is not None]


def test_figures_from_building_to_refreshing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "siffror.csv"
    file.write_text(FIGURES, "utf-8")
    assert main(["build", "lund", "eslöv", "--outline", "kort", "--figures", "siffror.csv", "-o", "."]) == 0
    assert "Eslöv" in capsys.readouterr().err  # of whom nothing is known
    deck = pptx.Presentation(str(folder / "1281-lund-kort.pptx"))
    (title,) = [item for item in titles(deck) if item.text_frame.text.startswith("Utsläpp")]
    title.text_frame.text = "Vi minskar"
    deck.save(str(folder / "a.pptx"))
    file.unlink()
    assert main(["refresh", "a.pptx"]) == 0
    assert not (folder / "a-uppdaterad.pptx").exists()  # what the deck remembers is what it has
    file.write_text(FIGURES + "1281;Utsläpp;2023;5;ton;SMHI\n", "utf-8")
    capsys.readouterr()
    assert main(["refresh", "a.pptx", "--figures", "siffror.csv"]) == 0
    assert "Vi minskar" in capsys.readouterr().err  # which is to be read again
    after = pptx.Presentation(str(folder / "a-uppdaterad.pptx"))
    assert "Vi minskar" in [item.text_frame.text for item in titles(after)]
    shapes: list[Any] = [shape for slide in after.slides for shape in slide.shapes]
    (chart,) = [shape.chart for shape in shapes if shape.has_chart and len(shape.chart.plots[0].categories) == 3]
    assert list(chart.plots[0].categories) == ["2021", "2022", "2023"]
    assert [list(series.values) for series in chart.plots[0].series] == [[9.0, 8.0, 5.0], [7.0, 6.0, None]]
    assert main(["refresh", "a-uppdaterad.pptx"]) == 0
    assert not (folder / "a-uppdaterad-2.pptx").exists()


def test_a_file_of_figures_that_is_none_stops_nothing_else_than_the_build(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "fel.csv").write_text("a;b\n1;2\n", "utf-8")
    assert main(["build", "lund", "--figures", "fel.csv", "--figures", "borta.csv"]) == 1
    told = capsys.readouterr().err
    assert "fel.csv" in told and "borta.csv" in told and not (folder / "out").exists()


def test_a_profile_or_local_yaml_says_the_language(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "branding" / "1281-lund").mkdir(parents=True)
    (folder / "branding" / "1281-lund" / "brand.yaml").write_text("lang: en\n")
    (folder / "branding" / "1280-malmo").mkdir()
    (folder / "branding" / "1280-malmo" / "brand.yaml").write_text("lang: klingonska\n")
    call = ["build", "lund", "malmö", "lomma", "--outline", "kort", "--branding", "branding"]
    assert main(call) == 2
    seen = capsys.readouterr()
    assert 'brand.yaml:1:7: error: the content has no words in "klingonska", only in sv, en' in seen.err
    assert {path.name for path in (folder / "out").iterdir() if path.suffix == ".pptx"} == {
        "1281-lund-kort-en.pptx",
        "1262-lomma-kort.pptx",
    }
    assert main([*call[:2], "--outline", "kort", "--branding", "branding", "--lang", "sv"]) == 0
    assert (folder / "out" / "1281-lund-kort.pptx").is_file()
