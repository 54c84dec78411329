"""Words are put into files that people wrote, and all else in them stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.content.phrase import PARTED
from deck.errors import InputError
from deck.source import load_yaml
from deck.translation.putting import with_words

SWEDISH = """slides:
  why:
    title: Varför
    body: {a: Ett, b: Två, c: Tre}
    notes:
      alla: Anteckning
      politiker: För politiker
  how:
    title: Hur
"""
FINNISH = """# Of the house.
slides:
  why:
    title: "Miksi"   # short
    body: &rows
      a: Yksi
      c: Kolme
    notes: Muistiinpano
  other:
    body: *rows
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for lang, text in (("sv", SWEDISH), ("fi", FINNISH)):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "slides-a.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "sv" / "terms.yaml").write_text("terms:\n  lang: sv\n  source: Källa\n", encoding="utf-8")
    return tmp_path


def put(root: Path, **words: str) -> str:
    (file,) = with_words(root, "fi", {name.replace("__", "."): said for name, said in words.items()})
    assert file.path == root / "fi" / "slides-a.yaml"
    return file.text


def test_a_word_changes_in_its_line_and_the_quotes_and_comments_stay(root: Path) -> None:
    assert put(root, slides__why__title="Mistä syystä") == FINNISH.replace('"Miksi"', '"Mistä syystä"')


def test_a_new_text_stands_where_the_swedish_has_it(root: Path) -> None:
    tree = load_yaml(put(root, slides__why__body__b="Kaksi", slides__how__title="Miten: näin"))
    assert list(tree.get(("slides", "why", "body"))) == ["a", "b", "c"]
    assert list(tree.get(("slides",))) == ["why", "other", "how"]
    assert tree.get(("slides", "how", "title")) == "Miten: näin"


def test_what_is_said_twice_by_an_alias_changes_in_one_place_only(root: Path) -> None:
    tree = load_yaml(put(root, slides__why__body__a="Uusi"))
    assert tree.get(("slides", "why", "body", "a")) == "Uusi"
    assert tree.get(("slides", "other", "body", "a")) == "Yksi"


def test_bare_notes_become_everyone_s_beside_others(root: Path) -> None:
    tree = load_yaml(put(root, slides__why__notes__politiker="Poliitikoille"))
    assert tree.get(("slides", "why", "notes")) == {"alla": "Muistiinpano", "politiker": "Poliitikoille"}
    assert load_yaml(put(root, slides__why__notes__alla="Uusi")).get(("slides", "why", "notes")) == "Uusi"


@pytest.mark.parametrize("said", ["a: b", "- x", "# x", "yes", "~", "'", '"', "1", "{x}", "a\tb", "\\*", "x #y", "ä" * 300])
def test_whatever_the_words_they_are_read_back(root: Path, said: str) -> None:
    assert load_yaml(put(root, slides__why__title=said)).get(("slides", "why", "title")) == said
    both = f"{said}{PARTED}{said}"
    assert load_yaml(put(root, slides__how__title=both)).get(("slides", "how", "title")).strip() == both


def test_terms_of_a_new_language_say_which_it_is(root: Path) -> None:
    (file,) = with_words(root, "se", {"terms.source": "Gáldu"})
    assert load_yaml(file.text).get(("terms",)) == {"lang": "se", "source": "Gáldu"}


def test_a_broken_file_is_named(root: Path) -> None:
    (root / "fi" / "slides-a.yaml").write_text("slides:\n  why:\n    title: [", encoding="utf-8")
    with pytest.raises(InputError):
        put(root, slides__why__title="x")
