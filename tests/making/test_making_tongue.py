"""The language that a deck is made in where no command says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.errors import UsageError
from deck.making.tongue import language_of


def profile(root: Path, folder: str, words: str) -> None:
    (root / folder).mkdir(parents=True, exist_ok=True)
    (root / folder / "brand.yaml").write_text(words, encoding="utf-8")


def test_the_content_s_own_where_nothing_is_said(tmp_path: Path) -> None:
    assert language_of("1281") == language_of("1281", branding=tmp_path, local=tmp_path / "gone.yaml") == "sv"


def test_a_profile_is_inherited_and_local_yaml_comes_first(tmp_path: Path) -> None:
    profile(tmp_path, "lan-12-skane", "lang: en\n")
    assert language_of("1281", branding=tmp_path) == language_of("12", branding=tmp_path) == "en"
    assert language_of("0180", branding=tmp_path) == "sv"
    profile(tmp_path, "1281-lund", "lang: sv\n")
    assert language_of("1281", branding=tmp_path) == "sv"
    local = tmp_path / "local.yaml"
    local.write_text("goals: [Ett]\nlang: en\n", encoding="utf-8")
    assert language_of("1281", branding=tmp_path, local=local) == "en"


@pytest.mark.parametrize("words", ["lang:\n", "goals: [\n", "- en\n", "lang: [en]\n", ""])
def test_what_is_wrong_otherwise_is_told_by_who_reads_the_files(words: str, tmp_path: Path) -> None:
    (tmp_path / "local.yaml").write_text(words, encoding="utf-8")
    assert language_of("1281", local=tmp_path / "local.yaml", branding=tmp_path) == "sv"


def test_a_language_that_the_content_has_no_words_in_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    profile(tmp_path, "1281-lund", "name: Lunds kommun\nlang: english\n")
    with pytest.raises(UsageError, match=r'brand\.yaml:2:7: .*"english", only in sv, en; did you mean "en"'):
        language_of("1281", branding=tmp_path)
