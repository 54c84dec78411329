"""A source for each statement of an own slide."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.content import load_content
from deck.content.own import LocalSlide
from deck.content.own_sources import at_foot, sourced_notes, sources_of
from deck.errors import InputError
from deck.i18n import use

SLIDE = """slides:
  - id: egen
    after: when
    title: Vårt läge
    source: Miljöplan 2025
    body:
      - {text: Utsläppen har halverats., source: SCB 2024}
      - Vi leder arbetet
      - {text: Alla cyklar, source: egen uppgift}
    notes: Säg det.
"""


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def test_foot_and_notes_say_where_each_statement_comes_from(tmp_path: Path) -> None:
    (tmp_path / "local.yaml").write_text(SLIDE, encoding="utf-8")
    phrases = load_content(local=tmp_path / "local.yaml").phrases
    assert phrases[("egen", "body", "p1")].text == "Utsläppen har halverats."
    assert phrases[("egen", "provenance")].text == "Källa: Miljöplan 2025; SCB 2024; egen uppgift"
    assert phrases[("egen", "notes", "alla")].text.split("\n\n") == [
        "Säg det.",
        "Utsläppen har halverats: SCB 2024",
        "Alla cyklar: egen uppgift",
    ]


def test_items_of_a_drawing_have_sources_too() -> None:
    own = LocalSlide.model_validate({"id": "a", "title": "x", "rows": [{"title": "Mål", "source": "Fullmäktige 2023"}, "Mer"]})
    assert sources_of(own) == ("Fullmäktige 2023",) and sourced_notes(own) == "Mål: Fullmäktige 2023"


def test_a_foot_says_as_many_as_it_has_room_for() -> None:
    assert at_foot(("a" * 40, "b" * 40, "c" * 40), 90) == f"{'a' * 40}; {'b' * 40}; …"
    assert at_foot(("a", "b"), 90) == "a; b"


@pytest.mark.parametrize(("body", "line"), [('[Ett, ""]', 5), ("[{text: Ett}, {text: '', source: SCB}]", 5)])
def test_an_empty_statement_is_told_and_not_passed_over(tmp_path: Path, body: str, line: int) -> None:
    text = f"slides:\n  - id: egen\n    after: when\n    title: x\n    body: {body}\n"
    (tmp_path / "local.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_content(local=tmp_path / "local.yaml")
    (item,) = caught.value.diagnostics
    assert item.where.line == line and "empty" in item.message
