"""`deck.yaml`: found upwards, and its faults told with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.collection import find_project
from deck.errors import DeckError, InputError, UsageError
from deck.source.project import read_project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("content", "branding", "within/deeper"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("places.csv", "borders.geojson"):
        (tmp_path / name).touch()
    (tmp_path / "deck.yaml").write_text("collection:\n  lang: da\n", encoding="utf-8")
    return tmp_path


def test_it_is_found_from_any_folder_within(folder: Path) -> None:
    (folder / "within" / "deck.yaml").write_text("check:\n  select: fits\n", encoding="utf-8")
    assert find_project(folder / "within" / "deeper") == folder == find_project(folder)
    assert find_project(folder.parent) is None


def test_what_it_does_not_say_lies_where_it_usually_does(folder: Path) -> None:
    found = read_project(folder)
    assert (found.content, found.places) == (str(folder / "content"), str(folder / "places.csv"))
    assert (found.lang, found.county_stem) == ("da", "county")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("collection:\n  langg: da\n", 2),
        ("collection:\n  lang: Danish\n", 2),
        ("collection:\n  places: steder.csv\n", 2),
        ("collection:\n  content: [\n", 2),
        ("collection:\n  lang: da\nanother: 1\n", 3),
    ],
)
def test_a_fault_has_its_line(folder: Path, text: str, line: int) -> None:
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_project(folder)
    assert [item.where.line for item in caught.value.diagnostics] == [line]
    assert all(item.hint for item in caught.value.diagnostics)


def test_a_folder_without_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_project(tmp_path)
    (tmp_path / "deck.yaml").write_text("check: {}\n", encoding="utf-8")
    with pytest.raises(DeckError):
        read_project(tmp_path)
