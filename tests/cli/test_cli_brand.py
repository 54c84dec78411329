"""`deck brand`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deck.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


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


def test_brand_show_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brand", "show", "lund", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    fields = {item["field"]: (item["value"], item["from"]) for item in found["values"]}
    assert found["place"] == "1281" and fields["name"][0] == "Lunds kommun"
    assert fields["colors.accent1"][0].startswith("#") and all(where for _value, where in fields.values())


def test_an_unknown_place_and_a_logo_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brand", "show", "lnud"]) == 2
    assert "Lund" in capsys.readouterr().err
    (folder / "logga.png").write_bytes(b"x")
    assert main(["brand", "new", "lund", "--from-logo", "logga.png", "-o", "b.yaml"]) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told and "no picture" in told and not (folder / "b.yaml").exists()


def test_the_logo_comes_along_and_the_profile_builds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><rect width="200" height="50" fill="#005030"/></svg>'
    (folder / "Vår logga.svg").write_text(drawing, encoding="utf-8")
    path = "branding/1281-lund/brand.yaml"
    assert main(["brand", "new", "lund", "--from-logo", "Vår logga.svg", "-o", path]) == 0
    assert (folder / "branding/1281-lund/logotyp.svg").read_text(encoding="utf-8") == drawing
    assert main(["build", "lund", "--outline", "kort", "--branding", "branding", "--strict"]) == 0
    # A changed profile is left alone, and nothing is laid beside it.
    (folder / "branding/1281-lund/logotyp.svg").unlink()
    (folder / path).write_text("footer: vår\n", encoding="utf-8")
    assert main(["brand", "new", "lund", "--from-logo", "Vår logga.svg", "-o", path]) == 1
    assert not (folder / "branding/1281-lund/logotyp.svg").exists()


def test_a_profile_that_is_there_takes_the_logo_in_once_that_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><rect width="200" height="50" fill="#F6C500"/></svg>'
    (folder / "logga.svg").write_text(drawing, encoding="utf-8")
    profile = folder / "branding/1281-lund/brand.yaml"
    profile.parent.mkdir(parents=True)
    profile.write_text("# vår\nfooter: vår sidfot\n", encoding="utf-8")
    command = ["brand", "new", "lund", "--from-logo", "logga.svg", "-o", str(profile)]
    assert main(command) == 1 and profile.read_text(encoding="utf-8") == "# vår\nfooter: vår sidfot\n"
    assert "--merge" in capsys.readouterr().err
    assert main([*command, "--merge"]) == 0
    said = profile.read_text(encoding="utf-8")
    assert (
        said.startswith("# vår\nfooter: vår sidfot\n")
        and 'accent1: "#F6C500"' in said
        and (profile.parent / "logotyp.svg").exists()
    )
    assert main(["build", "lund", "--outline", "kort", "--branding", "branding", "--strict"]) == 0


@pytest.mark.parametrize(
    ("size", "ink", "ground", "words"),
    [
        ((40, 40), "#005030", None, "40 pixels high"),
        ((300, 300), "#005030", "white", "white box"),
        ((300, 300), "#FFFEF8", None, "clear colour"),
    ],
)
def test_what_would_make_a_better_logo_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], size: tuple[int, int], ink: str, ground: str | None, words: str
) -> None:
    from PIL import Image

    image = Image.new("RGBA", size, ground or (0, 0, 0, 0))
    image.paste(Image.new("RGBA", (size[0] // 2, size[1] // 2), ink), (10, 10))
    image.save(folder / "logga.png")
    assert main(["brand", "new", "lund", "--from-logo", "logga.png", "-o", "b/brand.yaml"]) == 0
    assert words in capsys.readouterr().err
