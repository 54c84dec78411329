"""A text that is not YAML: told where it is to be mended, in words that its writer knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.diagnostics import Diagnostics
from deck.source import load_yaml

CASES = [
    ("a: b: c\n", 1, 5, '": " stands within'),
    ("goals:\n  - Mål: fossilfritt: 2030\n", 2, 21, '": " stands within'),
    ("a:\n\t- x\n", 2, 1, "a tab"),
    ("a:\n  - x\n\t- y\n", 3, 1, "a tab"),
    ("- @x\n", 1, 3, 'cannot begin with "@"'),
    ("- `x`\n", 1, 3, 'cannot begin with "`"'),
    ("- %x\n", 1, 3, 'cannot begin with "%"'),
    ("%x\n", 1, 1, 'cannot begin with "%"'),
    ("- * y\n", 1, 3, 'cannot begin with "*"'),
    ("- & y\n", 1, 3, 'cannot begin with "&"'),
    ("- > 50 %\n", 1, 3, 'cannot begin with ">"'),
    ("- | x\n", 1, 3, 'cannot begin with "|"'),
    ('a: x\nb: "hej\nc: d\n', 2, 4, "never closed"),
    ("a: 'x\n", 1, 4, "never closed"),
    ('- "a" säger hon\n', 1, 7, "after the quotation mark"),
    ("- 'it's'\n", 1, 7, "after the quotation mark"),
    ("- [x] klart\n", 1, 3, 'cannot begin with "["'),
    ("a: [x](https://a.se) klart\n", 1, 4, 'cannot begin with "["'),
    ('a: "x\nb: "y"\nc: z\n', 1, 4, "never closed"),
    ("- [x klart\n", 1, 3, '"]" is missing'),
    ("a: [\n", 1, 4, '"]" is missing'),
    ("a: {b\n", 1, 4, '"}" is missing'),
    ("a: - b\n", 1, 4, "on the line of its name"),
    ("a\nb: c\n", 1, 1, "no colon"),
    ("a:b\nc: d\n", 1, 2, "space after the colon"),
    ("- x\n-y\n", 2, 1, 'space after "-"'),
    ("a: 1\nb\n", 2, 1, "neither a field nor an item"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "indentation"),
    ("contact:\n  name: Kim\n   role: x\n", 3, 4, "indentation"),
    ('- "a\\qb"\n', 1, 5, "between double quotes"),
    ('a: "\\ud800"\n', 1, 7, "between double quotes"),
    ("a: ? vad\n", 1, 4, 'cannot begin with "?"'),
    ("a: }\n", 1, 4, 'cannot begin with "}"'),
    ("- ]\n", 1, 3, 'cannot begin with "]"'),
    ("a: b\n...\nc: d\n", 2, 1, '"..." ends the text'),
    ("slides:\n  -id: a\n   title: b\n", 2, 3, 'space after "-"'),
    ("a: b\nc: \x07\n", 2, 4, "U+0007"),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), CASES)
def test_told_where_it_is_to_be_mended(text: str, line: int, column: int, words: str) -> None:
    found = Diagnostics()
    tree = load_yaml(text, "f.yaml", found)
    [item] = found
    assert (item.where.line, item.where.column) == (line, column)
    assert words in item.message
    assert item.hint
    assert tree.broken


@given(st.text(alphabet="ab:-#\"'[]{}|>&*!%@`\\ \n\t,", max_size=40))
def test_no_text_is_told_in_the_parser_s_words(text: str) -> None:
    """One complaint, within the text, and none of libyaml's own sentences in it."""
    found = Diagnostics()
    tree = load_yaml(text, "f.yaml", found)
    said = [item for item in found if item.code == "broken-yaml"]
    assert len(said) <= 1
    for item in said:
        assert tree.broken
        assert 0 <= item.where.line <= text.count("\n") + 2
        assert not any(words in item.message for words in ("found", "expected", "scanning", "parsing"))
