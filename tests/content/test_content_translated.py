"""Each translated text knows the Swedish that it translates."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.content import content_root, languages, load_words
from deck.content.phrase import compile_phrase
from deck.content.translated import FILE, LanguageWords, print_of, read_prints, translation, write_prints
from deck.content.words import Key
from deck.diagnostics import Diagnostics, Where


def words(lang: str, **texts: str) -> LanguageWords:
    def phrases(kind: str) -> dict[Key, object]:
        return {
            tuple(name.split("__")[1:]): compile_phrase(text, 100, Diagnostics(), Where(f"{lang}.yaml"))
            for name, text in texts.items()
            if name.startswith(kind)
        }

    return LanguageWords.of(lang, phrases("slides"), phrases("terms"))  # type: ignore[arg-type]


def test_stale_missing_unknown_and_over() -> None:
    swedish = words("sv", slides__a="ett", slides__b="två", slides__c="tre", slides__d="fyra")
    own = words("en", slides__a="one", slides__b="two", slides__c="three", slides__e="five")
    prints = {"slides.a": print_of("ett"), "slides.b": print_of("2"), "slides.gone": print_of("x")}
    state = translation(swedish, own, prints)
    assert (state.current, state.stale, state.unknown) == (("slides.a",), ("slides.b",), ("slides.c",))
    assert (state.missing, state.over) == (("slides.d",), ("slides.e",))


def test_a_language_s_own_tag_is_no_translation() -> None:
    assert list(words("en", terms__lang="en-GB", terms__source="Source").phrases) == ["terms.source"]


@given(st.dictionaries(st.from_regex(r"(slides|terms)\.[a-z0-9.-]{1,20}", fullmatch=True), st.text(max_size=8)))
def test_what_is_written_is_read_again_a_text_a_line(tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]) -> None:
    folder, found = tmp_path_factory.mktemp("en"), Diagnostics()
    prints = {name: print_of(text) for name, text in texts.items()}
    write_prints(folder, prints)
    assert read_prints(folder, found) == prints and not found.items
    lines = (folder / FILE).read_text("utf-8").splitlines()
    assert len(lines) == len(prints) + 1 and lines[1:] == sorted(lines[1:])


def test_the_print_is_of_the_words_not_of_how_they_were_typed() -> None:
    assert print_of("o\u0308ver") == print_of("över") != print_of("over")


def test_a_line_that_is_none_is_told_with_its_number(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("# x\n\nslides.a 0123456789ab\n<<<<<<< mine\n", encoding="utf-8")
    found = Diagnostics()
    assert read_prints(tmp_path, found) == {"slides.a": "0123456789ab"}
    assert [(item.code, item.where.line) for item in found] == [("bad-line", 4)]


@pytest.mark.parametrize("lang", [code for code in languages(content_root()) if code != "sv"])
def test_our_own_translations_are_whole_and_of_the_swedish_as_it_is(lang: str) -> None:
    root, found = content_root(), Diagnostics()
    known = load_words(root, ("sv", lang), found)
    state = translation(known["sv"], known[lang], read_prints(root / lang, found))
    assert not found.items and not (state.stale or state.unknown or state.missing or state.over)
