"""By when somebody looks at each source again."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.content import Reviews, load_reviews
from deck.diagnostics import Diagnostics


def read(folder: Path, text: str, sources: list[str] | None = None) -> tuple[Reviews, list[str]]:
    (folder / "reviews.yaml").write_text(text, "utf-8")
    problems = Diagnostics()
    found = load_reviews(folder, problems, sources)
    return found, [str(item).removeprefix(str(item.where.file)) for item in problems]


def test_dates_and_where_they_stand(tmp_path: Path) -> None:
    found, said = read(tmp_path, "reviews:\n  one: 2027\n  two: 2027-09-30\n", ["one", "two"])
    assert not said
    assert found.dates == {"one": "2027", "two": "2027-09-30"}
    assert (found.places["two"].line, found.places["two"].column) == (3, 8)


def test_no_file_no_dates(tmp_path: Path) -> None:
    problems = Diagnostics()
    assert load_reviews(tmp_path, problems) == Reviews()
    assert not list(problems)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("reviews:\n  one: snart\n", ':2:8: "snart" cannot be said for "one"'),
        ("reviews:\n  one: 2027-9\n", ':2:8: "2027-9" cannot be said for "one"'),
        ("revews: {}\n", ':1:1: the field "reviews" is missing'),
        ("reviews: [\n", ':1:10: "[" begins a list in YAML'),
    ],
)
def test_a_faulty_file_gives_no_dates_and_is_told(tmp_path: Path, text: str, said: str) -> None:
    found, lines = read(tmp_path, text)
    assert found == Reviews()
    assert lines[0].startswith(said)


@pytest.mark.parametrize(("name", "hint"), [("onw", 'did you mean "one"?'), ("xyzzy", "take its date away")])
def test_a_date_of_no_source_is_told(tmp_path: Path, name: str, hint: str) -> None:
    _found, said = read(tmp_path, f"reviews:\n  {name}: 2027\n", ["one"])
    assert said == [f':2:3: unknown source "{name}"; {hint}']
