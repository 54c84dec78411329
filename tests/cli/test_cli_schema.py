"""A JSON Schema of each kind of YAML file, and settings of an editor that lose nothing."""

from __future__ import annotations

import fnmatch
import json
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.schema import FILES, SCHEMAS, _plain, _says_all, all_schemas

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


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


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        ({}, {"a": 1}, True),
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"a": 2}, False),
        ({"a": 1}, {}, False),
        (None, {}, False),
        ([], {}, False),
        ({SCHEMAS: {"./schemas/x.schema.json": "old"}}, {SCHEMAS: {}}, True),
        ({SCHEMAS: {"mine.json": "x"}}, {SCHEMAS: {"mine.json": "x", "./schemas/y": []}}, True),
        ({SCHEMAS: {"mine.json": "x"}}, {SCHEMAS: {}}, False),
    ],
)
def test_whether_anything_goes_of_what_the_settings_say(old: object, new: object, answer: bool) -> None:
    assert _says_all(new, old) == answer


@pytest.mark.parametrize(
    ("data", "value"),
    [(b'{"a": 1}', {"a": 1}), (b'\xef\xbb\xbf{"a": 1}', {"a": 1}), (b'{"a": 1, "a": 2}', None), (b"{", None), (b"\xff", None)],
)
def test_json_in_which_a_name_stands_twice_is_none(data: bytes, value: object) -> None:
    assert _plain(data) == value


def test_every_file_that_people_write_has_its_schema() -> None:
    assert {"brand", "local", "slides", "sources", "outlines", "guidance", "terms", "words"} <= set(all_schemas())
    assert set(FILES) - {"template"} <= set(all_schemas())


def test_an_unknown_schema_names_a_near_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--print", "slide"]) == 2
    assert 'did you mean "slides"' in capsys.readouterr().err
