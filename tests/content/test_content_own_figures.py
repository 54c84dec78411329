"""Which slides figures make, and in what words they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.content import Content, load_content
from deck.content.own_figures import MOST_SHOWN, plain_id
from deck.errors import InputError
from deck.i18n import use

FILE = """kod;nyckeltal;år;värde;enhet;källa
1281;Utsläpp;2020;9;ton;SMHI
1281;Utsläpp;2021;8;ton;SMHI
12;Utsläpp;2021;7;ton;SMHI
1281;Avfall;2021;5;kg;
"""


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def read(folder: Path, text: str, file: str = FILE) -> Content:
    (folder / "siffror.csv").write_text(file, "utf-8")
    (folder / "local.yaml").write_text(text, "utf-8")
    return load_content(local=folder / "local.yaml")


def figures(content: Content) -> list[str]:
    return [name for name, slide in content.slides.items() if slide.own and not slide.needs]


def said(folder: Path, text: str, file: str = FILE) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(folder, text, file)
    return [f"{item.where.line}: {item.message}" for item in caught.value.diagnostics if item.severity.name == "ERROR"]


def test_each_indicator_has_a_slide_after_the_one_about_the_place(tmp_path: Path) -> None:
    content = read(tmp_path, "figures: {file: siffror.csv, source: Kommunen}\n")
    assert figures(content) == ["figure-utslapp", "figure-avfall"]
    assert content.after == {"local": ("figure-utslapp",), "figure-utslapp": ("figure-avfall",)}
    # What the file says of one goes before what is said of all.
    assert [content.indicators[name].source for name in ("Utsläpp", "Avfall")] == ["SMHI", "Kommunen"]


def test_what_is_asked_for_is_shown_in_its_words(tmp_path: Path) -> None:
    wish = "{indicator: utsläpp, id: air, title: Vi minskar, before: contact, unit: kg, compare: [Eslöv], direction: down"
    wish += ", notes: Hej}"
    content = read(tmp_path, f"figures:\n  file: siffror.csv\n  show:\n    - {wish}\n")
    assert figures(content) == ["air"] and content.before == {"contact": ("air",)}
    told = content.indicators["Utsläpp"]
    assert (told.name, told.unit, told.direction, told.compare, told.source) == ("Utsläpp", "kg", "down", ("Eslöv",), "SMHI")
    assert content.phrases[("air", "title")].text == "Vi minskar" and content.phrases[("air", "notes", "alla")].text == "Hej"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("figures: {file: siffror.csv}\n", ['1: it is not said where the figures of "Avfall" come from']),
        ("figures: {}\n", ['1: the field "file" is missing']),
        ("figures: {file: sifror.csv}\n", ["1: sifror.csv: there is no such file"]),
        ("figures:\n  file: siffror.csv\n  show:\n    - {indicator: Luft}\n", ['4: the figures have no "Luft"']),
        (
            "figures:\n  file: siffror.csv\n  show:\n    - {indicator: Utsläpp, after: nowhere}\n",
            ['4: unknown slide "nowhere"'],
        ),
        (
            "figures:\n  file: siffror.csv\n  show:\n    - {indicator: Utsläpp, id: when}\n",
            ['4: there is a slide "when" already'],
        ),
        (
            "figures:\n  file: siffror.csv\n  show:\n    - {indicator: Utsläpp}\n    - {indicator: Utsläpp}\n",
            ['5: there is a slide "figure-utslapp" already'],
        ),
        ("figures: {file: siffror.csv, visa: 1}\n", ['1: unknown field "visa"']),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_place(tmp_path: Path, text: str, wanted: list[str]) -> None:
    assert said(tmp_path, text) == wanted


def test_of_a_file_with_very_many_the_first_are_shown(tmp_path: Path) -> None:
    file = "kod;nyckeltal;år;värde;källa\n" + "".join(f"1281;Nyckeltal {n};2021;1;SCB\n" for n in range(20))
    content = read(tmp_path, "figures: {file: siffror.csv}\n", file)
    assert len(figures(content)) == MOST_SHOWN and "20 indicators" in content.diagnostics[-1].message


@pytest.mark.parametrize(
    ("words", "name"), [("Utsläpp av CO₂", "utslapp-av-co2"), ("N00401", "n00401"), ("∑", "x"), ("a" * 80, "a" * 50)]
)
def test_a_name_as_an_id(words: str, name: str) -> None:
    assert plain_id(words) == name


def test_several_sources_of_one_indicator_are_told_until_the_owner_says_them(tmp_path: Path) -> None:
    file = FILE + "1281;Utsläpp;2022;7;ton;Egen mätning\n"
    told = [item.code for item in read(tmp_path, "figures: {file: siffror.csv, source: Kommunen}\n", file).diagnostics]
    assert told.count("many-sources") == 1
    one = "figures: {file: siffror.csv, show: [{indicator: Utsläpp, source: SMHI och egen mätning}]}\n"
    assert "many-sources" not in [item.code for item in read(tmp_path, one, file).diagnostics]
