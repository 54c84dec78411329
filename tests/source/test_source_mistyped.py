"""What YAML takes for something else than its writer meant is said, and what is meant is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.diagnostics import Diagnostics, Severity
from deck.source import load_yaml

TOLD = [
    ("accent1: #7A1F5C\n", 1, "lost-in-comment", Severity.ERROR),
    ("goals:\n  - Mål #13 ska nås\n", 2, "lost-in-comment", Severity.WARNING),
    ("goals:\n  - #agenda2030 i allt\n  - x\n", 2, "lost-in-comment", Severity.WARNING),
    ("x: Nr # 1 i Sverige\n", 1, "lost-in-comment", Severity.WARNING),
    ("body:\n  -Beslutat\n  - Följs upp\n", 2, "no-list", Severity.WARNING),
    ("body:\n  - Beslutat\n   - Följs upp\n", 2, "no-list", Severity.WARNING),
    ("body: -Beslutat\n", 1, "no-list", Severity.WARNING),
    ("body:\n  – Beslutat\n  – Följs upp\n", 2, "no-list", Severity.WARNING),
    ("body:\n  1. Beslutat\n  2) Följs upp\n", 2, "no-list", Severity.WARNING),
    ("body:\n  - • Beslutat\n", 2, "typed-bullet", Severity.WARNING),
    ("goals:\n  - &co gör mer\n", 2, "unused-anchor", Severity.WARNING),
]


@pytest.mark.parametrize(("text", "line", "code", "severity"), TOLD)
def test_told(text: str, line: int, code: str, severity: Severity) -> None:
    found = Diagnostics()
    load_yaml(text, "f.yaml", found)
    [item] = found
    assert (item.code, item.where.line, item.severity) == (code, line, severity)
    assert item.hint


@pytest.mark.parametrize(
    "text",
    [
        "# - Mål 3\ngoals:\n  # en kommentar\n  - Mål 4 # vår egen\n",
        'a: "#7A1F5C"\nb: C# och .NET\nc: x#1\n',
        "a: >\n  text #1\nb: |\n  - ett\n  - två #2\n",
        "a: -5 % på ett år\nb: – Hej, sa hon\nc: '-Beslutat'\n",
        "a: &x text\nb: *x\n",
        "a:\n# b: 1\nc: d\n",
    ],
)
def test_what_is_meant_is_left_alone(text: str) -> None:
    found = Diagnostics()
    load_yaml(text, "f.yaml", found)
    assert list(found) == []


@given(st.lists(st.text(alphabet="abc åä#1-:", min_size=1, max_size=12), min_size=1, max_size=4))
def test_no_word_is_lost_without_a_word(items: list[str]) -> None:
    """Of a list typed without quotes, each item either is there as it was typed, or something is said of it."""
    typed = [" ".join(item.split()) for item in items]
    typed = [item for item in typed if item]
    found = Diagnostics()
    tree = load_yaml("".join(f"- {item}\n" for item in typed), "f.yaml", found)
    read = tree.value if isinstance(tree.value, list) else []
    for n, item in enumerate(typed):
        there = n < len(read) and read[n] == item
        comment = "# " in f"{item} "  # one that is meant as one
        structure = ":" in item or item.startswith("-")
        assert there or found.items or comment or structure


def test_the_mended_text_is_shown() -> None:
    found = Diagnostics()
    load_yaml("- Mål #13 ska nås\n", "f.yaml", found)
    [item] = found
    assert '"Mål #13 ska nås"' in item.hint


LETTERS = [
    ("event: MÃ¶te i GÃ¶teborg\n", "broken-letters", "Möte i Göteborg"),
    ("contact:\n  name: Ã…sa Ã–berg\n", "broken-letters", "Åsa Öberg"),
    ("event: " + "Vi såg – och vann".encode().decode("cp1252") + "\n", "broken-letters", "Vi såg – och vann"),
    ("event: M\ufffdte\n", "broken-letters", ""),
    ("event: \u202eetöM\n", "odd-sign", ""),
    ("event: \ue000 Miljö\n", "odd-sign", ""),
]


@pytest.mark.parametrize(("text", "code", "mended"), LETTERS)
def test_letters_that_were_lost_on_the_way_are_told(text: str, code: str, mended: str) -> None:
    found = Diagnostics()
    load_yaml(text, "f.yaml", found)
    [item] = found
    assert (item.code, item.severity) == (code, Severity.WARNING)
    assert mended in item.hint


@pytest.mark.parametrize("words", ["Ålgård, Ö, Äå", "naïve café", "Łódź", "ÃÃ, Â", "5 °C", "»x»", "Ærø «så»", "ångström Å–Ö"])
def test_letters_of_other_languages_are_left_alone(words: str) -> None:
    found = Diagnostics()
    load_yaml(f'a: "{words}"\n', "f.yaml", found)
    assert list(found) == []


def test_lines_that_look_like_items_are_no_list() -> None:
    found = Diagnostics()
    load_yaml("goals:\n  Fossilfritt 2030\n  Nära natur\n", "f.yaml", found)
    assert [item.code for item in found] == ["no-list"]
    load_yaml("body:\n  Vi har beslutat om ett program som gäller för\n  Lunds kommun till 2030.\n", "f.yaml", found)
    assert len(list(found)) == 1
