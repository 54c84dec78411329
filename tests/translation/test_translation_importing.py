"""What a translator sends back comes in whole or not at all, and never in the place of something newer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deck.check.prose.rendered import untranslated
from deck.content import content_root, load_content
from deck.content.phrase import compile_phrase
from deck.content.translated import LanguageWords, print_of
from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError, UsageError
from deck.translation.exchange import Exchange, ExchangedText
from deck.translation.exporting import exchange_of
from deck.translation.importing import ImportPlan, import_words, judged

NAME, OTHER = "slides.in-short.title", "terms.source"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("sv", "en"):
        shutil.copytree(content_root() / name, tmp_path / name)
    for path in content_root().glob("*.yaml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def exchanged(content: Path, lang: str, change: Callable[[ExchangedText], ExchangedText]) -> Exchange:
    return Exchange(lang, tuple(map(change, exchange_of(content, lang).texts)))


def brought_in(content: Path, exchange: Exchange, *, overwrite: bool = False) -> tuple[ImportPlan, Diagnostics]:
    found = Diagnostics()
    return import_words(content, exchange, "f.xlf", found, overwrite=overwrite), found


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.exists() else {}


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_nobody_touched_changes_no_byte(content: Path) -> None:
    before = files(content / "en")
    plan, found = brought_in(content, exchange_of(content, "en"))
    assert not plan.words and not found.items and files(content / "en") == before


def test_a_word_changes_where_it_stands_and_nothing_else_does(content: Path) -> None:
    before = files(content / "en")
    brought_in(content, exchanged(content, "en", lambda text: replace(text, words="Short") if text.name == NAME else text))
    after = files(content / "en")
    assert [name for name in before if before[name] != after[name]] == ["slides-guidance.yaml"]
    pairs = zip(before["slides-guidance.yaml"].splitlines(), after["slides-guidance.yaml"].splitlines(), strict=True)
    assert [new.strip() for old, new in pairs if old != new] == [b"title: Short"]


def test_a_language_begins_from_nothing(content: Path) -> None:
    plan, found = brought_in(content, exchanged(content, "fi", lambda text: replace(text, words=text.swedish, done=True)))
    assert len(plan.words) == len(exchange_of(content, "fi").texts) and not found.items
    finnish, swedish = load_content(root=content, lang="fi"), load_content(root=content)
    assert finnish.lang == "fi" and {k: p.text for k, p in finnish.phrases.items()} == {
        k: p.text for k, p in swedish.phrases.items()
    }
    assert not [item for item in untranslated(content) if "fi" in item.where.file]


def test_a_file_without_a_word_begins_nothing(content: Path) -> None:
    brought_in(content, exchange_of(content, "fi"))
    assert not (content / "fi").exists()


def test_swedish_that_has_changed_meanwhile_is_named_and_the_text_is_stale(content: Path) -> None:
    sent = exchanged(content, "en", lambda text: replace(text, words="Short", done=True) if text.name == NAME else text)
    edited(content / "sv" / "slides-guidance.yaml", "Vägledningen ger stöd i kommunens hållbarhetsarbete", "Den ger stöd")
    _plan, found = brought_in(content, sent)
    assert [(item.code, NAME in item.message, "Den ger stöd" in item.message) for item in found] == [
        ("stale-translation", True, True)
    ]
    assert [item.code for item in untranslated(content)] == ["translation/stale"]


def test_words_that_are_newer_here_stay_and_are_named(content: Path) -> None:
    def changed(text: ExchangedText) -> ExchangedText:
        return replace(text, words=f"Theirs, {text.words}", done=True) if text.name in (NAME, OTHER) else text

    sent = exchanged(content, "en", changed)
    edited(content / "en" / "slides-guidance.yaml", "title: The guidance supports the municipality’s", "title: Ours, on")
    before = files(content / "en")
    with pytest.raises(InputError) as caught:
        brought_in(content, sent)
    (item,) = caught.value.diagnostics
    assert item.code == "newer-words" and "Ours, on work" in item.message and "Theirs" in item.message
    assert files(content / "en") == before, "of a file with a fault nothing comes in"
    plan, _found = brought_in(content, sent, overwrite=True)
    assert set(plan.words) == {NAME, OTHER}


def test_what_the_translator_left_as_it_was_does_not_undo_what_is_newer(content: Path) -> None:
    sent = exchange_of(content, "en")
    edited(content / "en" / "terms.yaml", "source: Source\n  sources", "source: Origin\n  sources")
    plan, found = brought_in(content, sent)
    assert not plan.words and not found.items
    assert load_content(root=content, lang="en").terms[("source",)].text == "Origin"


def test_all_that_is_faulty_is_told_at_once_with_its_line(content: Path) -> None:
    bad = {NAME: "**x", OTHER: "{{ plac.name }}", "slides.agenda.title": "x" * 400, "terms.sources": "{% if %}"}
    sent = exchanged(
        content, "en", lambda text: replace(text, words=bad.get(text.name, text.words), line=len(text.name), done=True)
    )
    sent = Exchange("en", (*sent.texts, replace(sent.texts[0], line=900)))
    before = files(content / "en")
    with pytest.raises(InputError) as caught:
        brought_in(content, sent)
    codes = sorted(item.code for item in caught.value.diagnostics)
    assert codes == ["bad-markup", "duplicate-id", "template-syntax", "text-too-long", "undefined-variable"]
    assert all(item.where.file == "f.xlf" and item.where.line for item in caught.value.diagnostics)
    assert files(content / "en") == before


def test_a_text_that_is_gone_is_passed_over_and_named(content: Path) -> None:
    odd = ExchangedText(name="slides.gone.title", swedish="Borta", words="Gone", done=True, line=3)
    plan, found = brought_in(content, Exchange("en", (odd,)))
    assert not plan.words and [(item.code, item.where.line) for item in found] == [("unknown-words", 3)]


def test_words_that_the_translator_is_not_sure_of_come_in_and_are_known_to_nobody(content: Path) -> None:
    sent = exchanged(content, "en", lambda text: replace(text, words="Short", done=False) if text.name == NAME else text)
    plan, _found = brought_in(content, sent)
    assert plan.unsure == (NAME,) and [item.code for item in untranslated(content)] == ["translation/unknown"]


def test_a_stale_text_that_the_translator_says_holds_is_stale_no_more(content: Path) -> None:
    edited(content / "sv" / "slides-guidance.yaml", "Vägledningen ger stöd i kommunens hållbarhetsarbete", "Den ger stöd")
    stale = [text.name for text in exchange_of(content, "en").texts if not text.done]
    assert stale == [NAME]
    brought_in(content, exchanged(content, "en", lambda text: replace(text, done=True)))
    assert not untranslated(content)


@pytest.mark.parametrize("lang", ["sv", "finska", "", "FI", "../x"])
def test_no_language(content: Path, lang: str) -> None:
    before = sorted(content.rglob("*"))
    with pytest.raises(UsageError):
        import_words(content, Exchange(lang, ()), "f.po", Diagnostics())
    assert sorted(content.rglob("*")) == before


@settings(
    max_examples=examples(60, 600),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(*[st.sampled_from(["a", "b", "c", ""])] * 3, st.booleans(), st.booleans())
def test_the_law_of_three_terms(exported: str, here: str, said: str, done: bool, overwrite: bool) -> None:
    """What stood here when the file went out, what stands here now, what the file says: only what the translator changed
    comes in, and only where nobody else changed it too."""

    def of(words: str) -> LanguageWords:
        phrase = compile_phrase(words, 90, Diagnostics(), Where())
        return LanguageWords("fi", {NAME: phrase} if words else {})

    sent = ExchangedText(name=NAME, swedish="s", words=said, done=done, known_by=print_of(exported))
    found = Diagnostics()
    plan = judged(Exchange("fi", (sent,)), of("s"), of(here), "f", found, overwrite=overwrite)
    ours, theirs = here != exported, said not in (exported, "")
    clash = ours and theirs and here and said != here and not overwrite
    assert bool(found.errors) is bool(clash)
    if said == here or not said or clash:
        assert not plan.words
    elif theirs or overwrite or not here:
        assert plan.words == {NAME: said}
    else:
        assert not plan.words
    assert not plan.prints or done


def test_words_that_the_file_emptied_stay_and_are_told(content: Path) -> None:
    plan, found = brought_in(content, exchanged(content, "en", lambda text: replace(text, words="", line=7)))
    assert not plan.words and {(item.code, item.where.line) for item in found} == {("emptied-words", 7)}


def test_a_file_for_another_language_than_it_says_is_refused(content: Path) -> None:
    before = sorted(content.rglob("*"))
    with pytest.raises(InputError) as caught:
        brought_in(content, replace(exchange_of(content, "en"), lang="fi"))
    assert [item.code for item in caught.value.diagnostics] == ["wrong-language"]
    assert sorted(content.rglob("*")) == before


def test_texts_that_were_moved_against_their_names_are_refused(content: Path) -> None:
    """As a spreadsheet sorts one column alone."""
    texts = exchange_of(content, "en").texts[:4]
    names = [text.name for text in texts]
    moved = tuple(replace(text, name=name) for text, name in zip(texts, [*names[1:], names[0]], strict=True))
    with pytest.raises(InputError) as caught:
        brought_in(content, Exchange("en", moved))
    assert "moved-words" in {item.code for item in caught.value.diagnostics}


def test_a_remark_a_lost_name_and_words_left_in_the_original_are_told(content: Path) -> None:
    first, *rest = exchange_of(content, "fi").texts
    odd = (replace(first, words=first.swedish, remark="Stimmer det?", line=4), replace(rest[0], name="", words="Moi", line=9))
    plan, found = brought_in(content, Exchange("fi", odd))
    assert [(item.code, item.where.line) for item in found] == [("remark", 4), ("unknown-words", 9)]
    assert plan.alike == (first.name,) and plan.left == len(exchange_of(content, "fi").texts)


def test_a_language_that_the_file_does_not_say_is_told_with_the_file(content: Path) -> None:
    with pytest.raises(UsageError) as caught:
        brought_in(content, Exchange("", ()))
    (item,) = caught.value.diagnostics
    assert item.where.file == "f.xlf" and "--lang" in item.hint


def test_each_text_that_lost_its_name_is_told_as_such(content: Path) -> None:
    """As of a program that drops every context: none of them is another's double."""
    nameless = tuple(
        replace(text, name="", words="Moi", line=9 + n) for n, text in enumerate(exchange_of(content, "fi").texts[:3])
    )
    _plan, found = brought_in(content, Exchange("fi", nameless))
    assert [(item.code, item.where.line) for item in found] == [
        ("unknown-words", 9),
        ("unknown-words", 10),
        ("unknown-words", 11),
    ]


def test_what_is_filled_in_for_each_place_is_missed(content: Path) -> None:
    name = "slides.title.subtitle"
    for words, codes in (("Municipality", ["lost-variable"]), ("The {{ place.own_name }}", [])):
        told = exchanged(content, "en", lambda text, said=words: replace(text, words=said) if text.name == name else text)
        assert [item.code for item in judged_of(content, told)] == codes


def judged_of(content: Path, exchange: Exchange) -> Diagnostics:
    return brought_in(content, exchange, overwrite=True)[1]
