"""A text is written where it stands, and no other character of the file changes."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.content import content_root
from deck.diagnostics import Diagnostics
from deck.errors import InputError
from deck.source import load_yaml
from deck.source.rewrite import read_text, rewritten, same_words
from deck.source.tree import TreePath

FILE = """# top
a: "one" # keep
b: |
  two

  three

# after
c: plain   # said
d:
e: >-
  folded
  words
f: {k: v, l: 'w'}
g:
  - p
  - q
h: &steps
  x: first
  y: second
i: *steps
"""


def lines_changed(before: str, after: str) -> list[str]:
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[:2] in ("- ", "+ ")]


@pytest.mark.parametrize(
    ("path", "words", "changed"),
    [
        (("a",), 'say "so"', ['- a: "one" # keep', '+ a: "say \\"so\\"" # keep']),
        (("b",), "x\n\ny: z", ["-   two", "+   x", "-   three", "+   y: z"]),
        (("c",), "other", ["- c: plain   # said", "+ c: other   # said"]),
        (("c",), "a: b # c", ["- c: plain   # said", '+ c: "a: b # c"   # said']),
        (("c",), "~", ["- c: plain   # said", '+ c: "~"   # said']),
        (("d",), "now", ["- d:", "+ d: now"]),
        (("e",), "one\n\ntwo", ["-   folded", "-   words", "+   one", "+ ", "+ ", "+   two"]),
        (("f", "k"), "q, r", ["- f: {k: v, l: 'w'}", "+ f: {k: \"q, r\", l: 'w'}"]),
        (("f", "l"), "it's", ["- f: {k: v, l: 'w'}", "+ f: {k: v, l: 'it''s'}"]),
        (("g", 1), "- dash", ["-   - q", '+   - "- dash"']),
        (("i", "y"), "both", ["-   y: second", "+   y: both"]),
        (("h", "z"), "third", ['+   z: "third"']),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_text_changes(path: TreePath, words: str, changed: list[str], end: str) -> None:
    before = FILE.replace("\n", end)
    after = rewritten(before, {path: words})
    assert lines_changed(before, after) == changed
    assert same_words(load_yaml(after).get(path), words)
    assert end == "\n" or "\n" not in after.replace("\r\n", "")


def test_several_at_once_and_none() -> None:
    after = rewritten(FILE, {("a",): "1", ("g", 0): "2", ("b",): "two\n\n  three"})
    tree = load_yaml(after)
    assert [tree.get(path) for path in (("a",), ("g", 0), ("g", 1))] == ["1", "2", "q"]
    assert rewritten(FILE, {("a",): "one", ("b",): "two\n\nthree"}) == FILE


def test_what_has_no_place_of_its_own_is_said_where_it_is() -> None:
    for path in (("nowhere", "k"), ("g",), ("c", "k")):
        with pytest.raises(InputError, match="written elsewhere"):
            rewritten(FILE, {path: "x"}, "a.yaml")
    with pytest.raises(InputError, match="written elsewhere"):
        rewritten("a: &x one\nb: *x\n", {("a",): "two"})


def test_a_file_that_is_broken_is_left_alone() -> None:
    with pytest.raises(InputError):
        rewritten('a: "one', {("a",): "x"})


@given(st.text(max_size=60), st.sampled_from(["a", "b", "c", "d", "e"]))
def test_any_words_are_read_again_as_they_were_written(words: str, key: str) -> None:
    words = words.replace("\r", "").rstrip()
    try:
        after = rewritten(FILE, {(key,): words})
    except InputError:
        return
    found = Diagnostics()
    tree = load_yaml(after, diagnostics=found)
    assert not found.errors and same_words(tree.get((key,)), words)
    assert "# top" in after and "# after" in after and "# keep" in after


@pytest.mark.parametrize("name", [path.name for path in sorted((content_root() / "sv").glob("*.yaml"))])
def test_the_guidance_s_own_files_come_back_as_they_were(name: str) -> None:
    path: Path = content_root() / "sv" / name
    before = read_text(path)
    tree = load_yaml(path)
    for at in list(tree.ends)[::17]:
        words = tree.get(at)
        changed = rewritten(before, {at: f"{words.rstrip()} x"})
        assert changed != before
        assert rewritten(changed, {at: words}) == before
