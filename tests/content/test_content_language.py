"""The languages of a content folder: one is known by its folder, and its words say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.collection import first_language
from deck.content.language import code_of, known_language, languages, same_language
from deck.content.phrase import compile_phrase
from deck.diagnostics import Diagnostics, Where
from deck.errors import UsageError


def folder(root: Path, *names: str) -> Path:
    """With words in each."""
    (root / "slides.yaml").write_text("{}\n", encoding="utf-8")
    for name in names:
        (root / name).mkdir()
        (root / name / "terms.yaml").write_text("lang: x\n", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((), ()),
        (("sv",), ("sv",)),
        (("en", "sv", "da"), ("sv", "da", "en")),
        (("sv", "fkv", "releases", "EN", "e"), ("sv", "fkv")),
    ],
)
def test_folders_with_words_named_by_a_code_swedish_first(names: tuple[str, ...], found: tuple[str, ...], tmp_path: Path) -> None:
    assert languages(folder(tmp_path, *names)) == found


def test_a_folder_without_words_is_no_language(tmp_path: Path) -> None:
    (folder(tmp_path, "sv") / "en").mkdir()
    assert languages(tmp_path) == (first_language(),)


@pytest.mark.parametrize(
    ("tag", "code"), [("sv", "sv"), ("sv-SE", "sv"), ("SV_se", "sv"), ("zh-Hant-TW", "zh"), ("fkv", "fkv"), ("", "")]
)
def test_the_folder_of_a_tag(tag: str, code: str) -> None:
    assert code_of(tag) == code


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_language_that_is_there_is_taken(lang: str, tmp_path: Path) -> None:
    known_language(lang, folder(tmp_path, "sv", "en"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with pytest.raises(UsageError):
        known_language(lang, folder(elsewhere, "nb"))


@pytest.mark.parametrize(
    ("lang", "hint"), [("sv-SE", '"sv"'), ("EN", '"en"'), ("svenska", '"sv"'), ("english", '"en"'), ("fi", "the language's code")]
)
def test_one_that_is_not_is_told_with_those_there_are(lang: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        known_language(lang, folder(tmp_path, "sv", "en"))
    (item,) = caught.value.diagnostics
    assert item.code == "unknown-language" and f'"{lang}"' in item.message and "sv, en" in item.message
    assert hint in item.hint


def test_a_content_without_any_words_and_a_folder_that_is_none(tmp_path: Path) -> None:
    known_language("sv", tmp_path)
    with pytest.raises(UsageError) as caught:
        known_language("sv", folder(tmp_path))
    (item,) = caught.value.diagnostics
    assert item.code == "unknown-language" and "any language" in item.message and item.hint


@pytest.mark.parametrize(
    ("code", "said", "same"),
    [
        ("sv", "sv", True),
        ("sv", "sv-SE", True),
        ("zh", "zh-Hant-TW", True),
        ("sv", "en-GB", False),
        ("sv", "svx", False),
        ("sv", "sv-", False),
        ("sv", "sv_SE", False),
        ("en", "SV-SE", False),
    ],
)
def test_words_say_the_language_of_their_folder(code: str, said: str, same: bool) -> None:
    found = Diagnostics()
    same_language(code, compile_phrase(said, 40, found, Where("terms.yaml", 3)), found)
    assert [(item.code, str(item.where)) for item in found] == ([] if same else [("wrong-language", "terms.yaml:3")])
    assert all(f'"{code}"' in item.message and f'"{said}"' in item.message and item.hint for item in found)


def test_words_that_do_not_say_it_are_another_rules() -> None:
    found = Diagnostics()
    same_language("sv", None, found)
    assert not list(found)
