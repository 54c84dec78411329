"""Scalars stay strings, positions are right, bad YAML is told of with its place."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deck.diagnostics import Diagnostics
from deck.errors import InputError
from deck.source import SourceLimits, display, load_yaml


def codes(text: str, limits: SourceLimits | None = None) -> list[str]:
    diagnostics = Diagnostics()
    load_yaml(text, "x.yaml", diagnostics, limits or SourceLimits())
    return [item.code for item in diagnostics]


def test_scalars_are_strings() -> None:
    tree = load_yaml("a: 0114\nb: 12:30\nc: no\nd:\ne: ~\nf: 1.0\ng: 2020-04-30\n", "x.yaml")
    assert tree.value == {"a": "0114", "b": "12:30", "c": "no", "d": "", "e": "", "f": "1.0", "g": "2020-04-30"}


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
    assert codes("a: b\n", SourceLimits(size=2)) == ["too-large"]
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


def test_paths_are_told_as_a_person_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert display(tmp_path / "a" / "b.yaml") == "a/b.yaml"
    assert display(tmp_path.parent / "b.yaml") == (tmp_path.parent / "b.yaml").as_posix()


@given(
    st.recursive(
        st.text(max_size=8), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    )
)
def test_whatever_a_program_writes_is_read_again(value: object) -> None:
    text = yaml.dump(value, allow_unicode=True, default_style='"')
    assert load_yaml(text, "x.yaml").value == (value if value else load_yaml(text, "x.yaml").value)


@given(st.text(max_size=60))
def test_whatever_stands_in_a_file_ends_in_a_tree_or_told_faults(text: str) -> None:
    diagnostics = Diagnostics()
    tree = load_yaml(text, "x.yaml", diagnostics)
    assert tree.name == "x.yaml"
    assert all(item.where.file == "x.yaml" and item.message for item in diagnostics)
