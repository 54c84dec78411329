"""The smaller commands, on the project's own content."""

from __future__ import annotations

import fnmatch
import json
from pathlib import Path

import pytest

from deck.cli import main

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


def test_schemas_and_the_editors_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".vscode").mkdir()
    (folder / ".vscode" / "settings.json").write_text(
        '{"editor.fontSize": 14, "yaml.schemas": {"x.json": "y.yaml"}}', encoding="utf-8"
    )
    assert main(["schema"]) == 0
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["editor.fontSize"] == 14
    assert settings["yaml.schemas"]["x.json"] == "y.yaml"
    patterns = []
    for schema, files in settings["yaml.schemas"].items():
        if schema != "x.json":
            patterns += files
            assert json.loads((folder / schema).read_text(encoding="utf-8"))
    for path in [*(ROOT / "content").glob("*.yaml"), *(ROOT / "content/sv").glob("*.yaml")]:
        name = path.relative_to(ROOT).as_posix()
        assert any(fnmatch.fnmatch(name, one.replace("**/", "*")) for one in patterns), f"no schema for {name}"


def test_settings_that_are_no_json_are_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".vscode").mkdir()
    path = folder / ".vscode" / "settings.json"
    path.write_text('{\n  // mine\n  "a": 1\n}', encoding="utf-8")
    assert main(["schema"]) == 1
    assert capsys.readouterr().err.startswith(
        ".vscode/settings.json:2:3: error: the settings are not plain JSON; take its comments"
    )
    assert not (folder / "schemas").exists()
    assert "// mine" in path.read_text(encoding="utf-8")


def test_one_schema_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--print", "brand"]) == 0
    assert "properties" in json.loads(capsys.readouterr().out)
    assert main(["schema", "--print", "brnad"]) == 2
    assert 'did you mean "brand"' in capsys.readouterr().err


def test_brand_show_names_each_values_origin(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brand", "show", "lund", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["place"] == "1281"
    assert {"colors.accent1", "fonts.body"} <= {row["field"] for row in shown["values"]}
    assert all(row["from"] for row in shown["values"])


def test_brand_new_writes_what_can_be_read_and_never_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from deck.source import load_yaml

    assert main(["brand", "new", "lund", "-o", "brand.yaml"]) == 0
    text = (folder / "brand.yaml").read_text(encoding="utf-8")
    assert text.count("#") > 10
    load_yaml(folder / "brand.yaml")
    (folder / "brand.yaml").write_text("mine: 1\n", encoding="utf-8")
    assert main(["brand", "new", "lund", "-o", "brand.yaml"]) == 1
    assert (folder / "brand.yaml").read_text(encoding="utf-8") == "mine: 1\n"


def test_diff_names_changes_and_slides(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2020-04-30", "2021"]) == 0
    said = capsys.readouterr().out
    assert "2020-04-30" in said and "2021" in said and "whats-new" in said
    assert main(["diff", "2020-04-30", "2021", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_releases_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "--json"]) == 0
    assert [one["name"] for one in json.loads(capsys.readouterr().out)] == ["2020-04-30", "2021"]


def test_a_release_is_never_frozen_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "2021"]) in (1, 2)
    assert 'there is a release "2021" already' in capsys.readouterr().err


def test_doctor(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    rows = {row["what"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["places"]["found"] == "311"
    assert rows["Python"]["state"] == rows["lxml"]["state"] == "ok"


def test_doctor_names_what_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("deck.cli.doctor.NEEDED", ("lxml", "no-such-package"))
    assert main(["doctor"]) == 4
    assert any(line.split()[:2] == ["MISSING", "no-such-package"] for line in capsys.readouterr().out.splitlines())
