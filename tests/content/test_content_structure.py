"""The words of a language, held against the slides and outlines."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from deck.content import content_root
from deck.content.structure import load_structure, load_words, structure_in
from deck.content.translated import UNTRANSLATED
from deck.diagnostics import Diagnostics
from deck.errors import InputError
from deck.i18n import use


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    use("en")
    root = tmp_path / "content"
    shutil.copytree(content_root(), root, ignore=shutil.ignore_patterns("releases", "drafts"))
    yield root
    use(None)


def added(path: Path, words: str) -> None:
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def codes(root: Path, lang: str = "sv") -> list[str]:
    found = Diagnostics()
    load_words(root, (lang,), found)
    return sorted(item.code for item in found)


def test_the_guidance_s_own_words_are_whole() -> None:
    slides, audiences = load_structure(content_root())
    assert codes(content_root()) == [] and "why" in slides and audiences
    needed = structure_in(content_root()).needed()
    words = load_words(content_root(), ("sv",), Diagnostics())["sv"]
    assert needed == words.needed and needed - UNTRANSLATED <= set(words.phrases)


def test_words_of_a_slide_that_is_not_there_and_of_one_twice(folder: Path) -> None:
    (folder / "sv" / "slides-x.yaml").write_text("slides:\n  whyy:\n    title: Nej\n  why:\n    title: Igen\n", "utf-8")
    found = Diagnostics()
    load_words(folder, ("sv",), found)
    told = {item.code: item for item in found}
    assert set(told) == {"unknown-slide", "duplicate-id"}
    assert told["unknown-slide"].where.line == 2 and 'did you mean "why"' in told["unknown-slide"].hint
    where = told["duplicate-id"].where
    assert (where.file.endswith("slides-x.yaml"), where.line) == (True, 4) and "slides" in told["duplicate-id"].message


def test_a_file_without_slides_is_told_and_one_that_cannot_be_read_hides_no_other_fault(folder: Path) -> None:
    (folder / "sv" / "slides-x.yaml").write_text("slide:\n  why: {}\n", "utf-8")
    assert codes(folder) == ["missing-field"]
    (folder / "sv" / "slides-x.yaml").write_text("slides:\n  why: {\n", "utf-8")
    assert "broken-yaml" in codes(folder)


def test_of_a_language_that_is_begun_no_word_is_asked_for(folder: Path) -> None:
    """Those that are missing are another's to tell."""
    (folder / "fi").mkdir()
    (folder / "fi" / "terms.yaml").write_text("terms:\n  lang: fi-FI\n", "utf-8")
    assert codes(folder, "fi") == []


def test_of_a_broken_structure_no_words_are_read(folder: Path) -> None:
    added(folder / "slides.yaml", "\n  other:\n    kind: nothing\n")
    with pytest.raises(InputError) as caught:
        load_words(folder, ("sv",), Diagnostics())
    assert all(item.where.file.endswith("slides.yaml") for item in caught.value.diagnostics)
