"""Words that a language lacks: an error with all of them, or Swedish that says that it is Swedish."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.content import load_content
from deck.content.fallback import filled, in_swedish
from deck.content.phrase import Phrase, compile_phrase
from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError

HERE = Path(__file__).parent
TERMS = "terms:\n  lang: fi-FI\n  source: Lähde\n"
SLIDES = "slides:\n  second:\n    title: Toinen\n    body:\n      a: Sana\n      b: ''\n    notes: Kaikille.\n"


def phrase(text: str) -> Phrase:
    return compile_phrase(text, 100, Diagnostics(), Where("x.yaml"))


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A content in Swedish, and a language that somebody has begun on."""
    shutil.copytree(HERE / "small", tmp_path, dirs_exist_ok=True)
    (tmp_path / "fi").mkdir()
    (tmp_path / "fi" / "terms.yaml").write_text(TERMS, encoding="utf-8")
    (tmp_path / "fi" / "slides.yaml").write_text(SLIDES, encoding="utf-8")
    return tmp_path


def test_without_it_all_that_is_missing_is_told_at_once(begun: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_content(root=begun, lang="fi")
    said = [str(item) for item in caught.value.diagnostics]
    for name in ("suggestion", "contact.name", "first", "third", "--fallback"):
        assert any(name in line for line in said), said
    counted = next(item for item in caught.value.diagnostics if item.code == "missing-language")
    assert counted.message.split()[0] == str(sum(item.code == "missing-words" for item in caught.value.diagnostics))


def test_with_it_swedish_stands_in_marked_and_links_and_languages_within_stay(begun: Path) -> None:
    content = load_content(root=begun, lang="fi", fallback=True)
    assert content.lang == "fi-FI"
    own, taken = content.phrases[("second", "title")], content.phrases[("second", "body", "b")]
    assert [(span.text, span.lang) for span in own.spans] == [("Toinen", "")]
    assert [(span.text, span.lang) for span in taken.spans] == [("Länk", "sv"), (" och ", "sv"), ("words", "en")]
    assert taken.spans[0].target == "slide:third"
    filled_in = content.phrases[("first", "title")].fill({"guidance": content.guidance, "place": {"name": "Lund"}})
    assert {span.lang for span in filled_in} == {"sv"} and "Lund" in filled_in[0].text
    assert content.terms[("source",)].lang == "" and content.terms[("suggestion",)].lang == "sv"


def test_a_language_without_terms_of_its_own(begun: Path) -> None:
    (begun / "fi" / "terms.yaml").unlink()
    content = load_content(root=begun, lang="fi", fallback=True)
    assert content.lang == "fi" and content.term("source") == "Källa"


def test_what_is_wrong_in_the_words_is_an_error_all_the_same(begun: Path) -> None:
    (begun / "fi" / "slides.yaml").write_text(SLIDES.replace("Sana", "'**Sana'"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_content(root=begun, lang="fi", fallback=True)
    assert [item.code for item in caught.value.diagnostics] == ["bad-markup"]


def test_words_that_stand_together_are_in_one_language() -> None:
    own = {("s", "object", "alt"): phrase("Kuva"), ("s", "title"): phrase("Otsikko")}
    swedish = {("s", "object", "alt"): phrase("Bild"), ("s", "object", "x"): phrase("Kort"), ("s", "title"): phrase("Rubrik")}
    alone, together = filled(own, swedish, ()), filled(own, swedish, [(("s", "object"),)])
    assert alone[("s", "object", "alt")].text == "Kuva" and alone[("s", "object", "x")].text == "Kort"
    assert together[("s", "object", "alt")].text == "Bild" and together[("s", "title")].text == "Otsikko"
    assert together[("s", "object", "alt")].lang == "sv"
    assert filled(own, {}, [(("s", "object"),)]) == own


def test_a_mark_within_is_kept() -> None:
    assert [span.lang for span in in_swedish(phrase("a {lang=en|b}")).spans] == ["sv", "en"]
