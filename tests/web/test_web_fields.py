"""What is wrong, told by the fields of the page."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import deck
from deck import i18n
from deck.diagnostics import Diagnostic, Severity, Where
from deck.web.choices import brand_yaml, from_query, local_yaml
from deck.web.fields import complaints, field_of, known_fields, labels, said_of_cut, said_of_pictures

CHOICES = from_query(
    [
        ("tillfalle", "Möte"),
        ("epost", "kim@lund.se"),
        ("k2.namn", ""),
        ("k3.namn", "Bo"),
        ("mal", "Ett\nTvå"),
        ("e1.rubrik", "Tom"),
        ("e2.rubrik", "Vi"),
        ("e2.punkter", "Ett (källa: SCB)\nTvå"),
        ("e2.anteckningar", "Säg\nså"),
        ("e3.rubrik", "Diagram"),
        ("e3.form", "linje"),
        ("e3.punkter", "2020 | 1\n2021 | 2"),
        ("e3.matt", "Ton"),
        ("e3.alt", "Upp"),
        ("farg", "0A7D3C"),
    ]
)
LOCAL = local_yaml(CHOICES, ("title", "local"))


@pytest.fixture(autouse=True)
def swedish() -> None:
    i18n.use("sv")


def told(where: Where, **more: tuple[str, str]) -> str:
    ((message, _hint),) = complaints([Diagnostic("x", Severity.ERROR, "fel", where)], CHOICES, LOCAL, **more)  # type: ignore[arg-type]
    return message


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("event:", "Arrangemang"),
        ("email:", "Kontakt, E-post"),
        ("name: Bo", "Kontakt 3, Namn"),
        ("- Två", "Egna mål, rad 2"),
        ("title: Vi", "Egen bild 2, Rubrik"),
        ("source: SCB", "Egen bild 2, Innehåll, rad 1"),
        ("notes:", "Egen bild 2, Anteckningar"),
        ("title: Diagram", "Egen bild 3, Rubrik"),
        ("series:", "Egen bild 3, Vad diagrammet mäter"),
    ],
)
def test_a_line_of_local_yaml_is_a_field(line: str, field: str) -> None:
    at = next(n for n, words in enumerate(LOCAL.splitlines(), 1) if line in words)
    assert told(Where("/tmp/x/local.yaml", at, 3)) == f"{field}: fel"


def test_a_profile_is_a_colour_or_a_logo_or_the_server_s(swedish: None) -> None:
    brand = brand_yaml(CHOICES, "logotyp.svg")
    assert told(Where("/tmp/branding/1281-lund/brand.yaml", 2), brand=("1281-lund", brand)) == "Färg: fel"
    assert told(Where("/tmp/branding/1281-lund/brand.yaml", 4), brand=("1281-lund", brand)) == "Logotyp: fel"
    assert told(Where("/tmp/branding/lan-12-skane/brand.yaml", 2), brand=("1281-lund", brand)) == "lan-12-skane/brand.yaml:2: fel"
    assert told(Where("/srv/house/1281-lund/brand.yaml", 2)) == "1281-lund/brand.yaml:2: fel"


def test_a_colour_is_not_called_as_its_file_calls_it(swedish: None) -> None:
    brand = brand_yaml(CHOICES, "")
    message = "accent1 #FFFF00 har kontrasten 1,1:1"
    item = Diagnostic("contrast-mended", Severity.INFO, message, Where("/tmp/branding/1281-lund/brand.yaml", 2))
    assert complaints([item], CHOICES, LOCAL, ("1281-lund", brand))[0][0] == "Färg: #FFFF00 har kontrasten 1,1:1"
    assert complaints([item])[0][0].endswith(message), "who wrote a file knows it by that"


def test_a_stranger_s_file_is_told_by_its_part_and_slide_not_by_where_it_lies() -> None:
    assert told(Where("/tmp/x/plan.pptx", part="ppt/slides/slide1.xml")) == "ppt/slides/slide1.xml: fel"
    assert told(Where("/tmp/x/plan.pptx", slide=2, shape="Ruta")) == "bild 2, ”Ruta”: fel"
    assert told(Where(slide_id="egen-2#2")) == "Egen bild 2: fel"
    assert told(Where("/tmp/x/plan.pptx")) == "fel"


def test_the_source_of_figures_is_asked_for_in_its_field() -> None:
    item = Diagnostic("no-source", Severity.ERROR, "fel", Where("local.yaml", 1), 'say it in "source"')
    assert "fältet ”Källa”" in complaints([item], CHOICES, LOCAL)[0][1] and complaints([item])[0][1] == 'say it in "source"'


def test_a_picture_that_no_link_holds_is_missed() -> None:
    own = [("e1.rubrik", "A"), ("e1.punkter", "b"), ("e2.rubrik", "C"), ("e2.punkter", "d"), ("e2.alt", "Skog")]
    own += [("e3.rubrik", "E"), ("e3.form", "linje"), ("e3.alt", "Upp")]
    ((message, hint),) = said_of_pictures(from_query(own))
    assert message.startswith("Egen bild 2: ") and hint
    assert said_of_pictures(from_query([*own, ("e2.bild", "bild-0a.png")])) == []


def test_fields_of_a_link() -> None:
    assert known_fields("mal,e2.punkter,e2.nix,nix,e2.") == ["mal", "e2.punkter"]
    assert said_of_cut(["e2.punkter"])[0][0].startswith("Egen bild 2, Innehåll: ")
    assert field_of("namn") == "Kontakt, Namn" and all(labels().values())


ELSEWHERE = {
    "another-language",
    "another-place",
    "base-not-needed",
    "missing-picture",
    "other-format",
    "own-theme",
    "unknown-release",
    "memory-of-another",
}
"""Said of what only the command line asks for, or where nothing can be done on the page."""


def test_what_a_refresh_says_has_a_hint_for_those_who_have_no_command_line() -> None:
    """Each diagnostic of the rooms that refresh, whose hint names an option."""
    root = Path(deck.__file__).parent
    found: dict[str, str] = {}
    for path in (*(root / "making").rglob("*.py"), *(root / "refresh").rglob("*.py")):
        for made in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)):
            said = [node.value for node in ast.walk(made) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
            calls = [node.args[0] for node in ast.walk(made) if isinstance(node, ast.Call) and node.args]
            codes = [str(first.value) for first in calls if isinstance(first, ast.Constant)]
            if any(re.search(r"(?<!\w)--[a-z]", words) for words in said[1:]):
                found |= {code: path.name for code in codes if re.fullmatch(r"[a-z]+(-[a-z]+)+", code)}
    assert {"not-ours", "no-base"} <= found.keys()
    for code in found.keys() - ELSEWHERE:
        ((_message, hint),) = complaints([Diagnostic(code, Severity.ERROR, "fel", hint="say --base")])
        assert hint and "--" not in hint, (code, found[code])
