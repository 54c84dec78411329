"""Scalars stay strings, positions are right, bad YAML is told of with its place."""

from pathlib import Path

import pytest

from deck.diagnostics import Diagnostics
from deck.errors import InputError
from deck.source import Limits, Strict, load_yaml, validate


def codes(text: str, limits: Limits | None = None) -> list[str]:
    diagnostics = Diagnostics()
    load_yaml(text, "x.yaml", diagnostics, limits or Limits())
    return [item.code for item in diagnostics]


def test_scalars_are_strings() -> None:
    tree = load_yaml("a: 0114\nb: 12:30\nc: no\nd:\ne: ~\nf: 1.0\ng: 2020-04-30\n", "x.yaml")
    assert tree.value == {"a": "0114", "b": "12:30", "c": "no", "d": "", "e": "", "f": "1.0", "g": "2020-04-30"}


def test_positions() -> None:
    tree = load_yaml("a:\n  - x\n  - y: [1, 0114]\n", "x.yaml")
    assert str(tree.where(("a", 0))) == "x.yaml:2:5"
    assert str(tree.where(("a", 1, "y"), key=True)) == "x.yaml:3:5"
    assert str(tree.where(("a", 1, "y", 1))) == "x.yaml:3:12"
    assert str(tree.where(("a", 1, "z"))) == "x.yaml:3:5"


def test_position_within_a_scalar() -> None:
    tree = load_yaml('a: one two\nb: |\n  one\n  two\nc: "q r"\n', "x.yaml")
    assert str(tree.where_in(("a",), 4)) == "x.yaml:1:8"
    assert str(tree.where_in(("b",), 4)) == "x.yaml:4"
    assert str(tree.where_in(("c",), 2)) == "x.yaml:5:7"


def test_all_duplicates_at_once() -> None:
    with pytest.raises(InputError) as caught:
        load_yaml("a: 1\nb: 2\na: 3\nb: 4\n", "x.yaml")
    assert [str(item.where) for item in caught.value.diagnostics] == ["x.yaml:3:1", "x.yaml:4:1"]
    assert "line 1" in str(caught.value)


def test_broken_and_hostile() -> None:
    assert codes("a: [1, 2\nb: 3\n") == ["broken-yaml"]
    assert codes("a: !!python/object/apply:os.system [ls]\n") == ["yaml-tag"]
    assert codes("a: *b\n") == ["unknown-alias"]
    assert codes("a: 1\n---\nb: 2\n") == ["several-documents"]
    assert codes("[" * 5000) == ["too-deep"]
    assert codes("a: b\n", Limits(size=2)) == ["too-large"]
    assert codes("{a: 1}: b\n") == ["odd-key"]
    assert codes("a: \x01\n") == ["broken-yaml"]


def test_alias_bomb() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 20)]
    assert "too-deep" in codes("\n".join(lines))


def test_an_alias_repeats_its_value() -> None:
    assert load_yaml("a: &x [1]\nb: *x\n", "x.yaml").value == {"a": ["1"], "b": ["1"]}


def test_files(tmp_path: Path) -> None:
    for name, data, code in (("a.yaml", None, "missing-file"), ("b.yaml", b"a: \xe5", "not-utf-8")):
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(InputError) as caught:
            load_yaml(path, name)
        assert [item.code for item in caught.value.diagnostics] == [code]
    with pytest.raises(InputError):
        load_yaml(tmp_path)
    path = tmp_path / "c.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: \xc3\xa5\n")
    assert load_yaml(path).value == {"a": "å"}


class Inner(Strict):
    colour: str
    size: int = 1


class Outer(Strict):
    inner: dict[str, Inner]


def test_pydantic_errors_have_positions() -> None:
    tree = load_yaml("inner:\n  x:\n    color: red\n    size: big\n  y: 3\n", "x.yaml")
    diagnostics = Diagnostics()
    assert validate(Outer, tree, diagnostics) is None
    assert [str(item) for item in diagnostics] == [
        'x.yaml:3:5: the field "colour" is missing; add it',
        'x.yaml:4:11: a whole number is expected here, not "big"',
        'x.yaml:3:5: unknown field "color"; did you mean "colour"?',
        "x.yaml:5:6: fields with values are expected here",
    ]
