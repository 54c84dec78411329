"""The Swedish of a content folder: what is hard, heavy or misspelt is hinted at, at its place; our own content passes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.check.honest import overdue
from deck.check.prose import proof
from deck.check.prose.proof import heavy_words, masked
from deck.check.prose.readability import lix, sentences
from deck.check.prose.spelling import Speller, dictionary_path, words_in
from deck.content import content_root
from deck.diagnostics import Diagnostic, Severity
from deck.errors import DeckError

TEXTS = """\
# A comment
slides:
  why:
    title: Målet erhålles beträffande vatten
    body:
      one: "Vi ska implementera planen, {{ place.genitive }} plan"
    notes: |
      Kort mening här.

      Samtliga ska läsa. Beslutet verkställs av nämnden som beslutades i dag.
"""
LONG = " ".join(["orden"] * 30)


def found(tmp_path: Path, text: str = TEXTS, code: str = "") -> list[Diagnostic]:
    (tmp_path / "sv").mkdir(exist_ok=True)
    (tmp_path / "sv" / "slides-a.yaml").write_text(text, encoding="utf-8")
    return [item for item in proof(tmp_path) if item.code.startswith(code)]


def at(item: Diagnostic) -> tuple[int, int]:
    return item.where.line, item.where.column


def test_heavy_words_are_pointed_at_with_a_plain_one(tmp_path: Path) -> None:
    items = found(tmp_path, code="prose/heavy-word")
    assert [(at(item), item.message.split("”")[0][1:]) for item in items] == [
        ((4, 27), "beträffande"),
        ((6, 20), "implementera"),
        ((10, 7), "Samtliga"),
    ]
    assert "“om”" in items[0].hint and all(item.severity == Severity.INFO for item in items)


def test_passives_are_hinted_at(tmp_path: Path) -> None:
    assert [at(item) for item in found(tmp_path, code="prose/passive")] == [(10, 61)]


def test_long_sentences_words_and_a_hard_text(tmp_path: Path) -> None:
    word = "miljökvalitetsmålsuppföljning"
    text = f"slides:\n  a:\n    notes: |\n      {LONG.capitalize()}.\n      Ett {word} till.\n"
    items = {item.code: item for item in found(tmp_path, text)}
    assert at(items["prose/long-sentence"]) == (4, 7) and "30" in items["prose/long-sentence"].message
    assert at(items["prose/long-word"]) == (5, 11)
    hard = " ".join(["kommunstyrelsens", "verksamhetsområde"] * 22) + "."
    assert "prose/lix" in {item.code for item in found(tmp_path, f"slides:\n  a:\n    notes: {hard}\n")}


def test_variables_markup_and_addresses_are_no_words(tmp_path: Path) -> None:
    text = (
        "slides:\n  a:\n    title: '**Fet** {{ plaace.xyzzy }} [ord](https://xyzzy.se/qwrt) {lang=en|xyzzy "
        "plugh} {% if qwrt %}hej{% endif %}'\n"
    )
    assert found(tmp_path, text, "prose/spelling") == []


@given(st.text())
def test_masking_keeps_every_place(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert [n for n, c in enumerate(masked(text)) if c == "\n"] == [n for n, c in enumerate(text) if c == "\n"]


@given(st.lists(st.sampled_from(["Vi går hem.", "Är det sant?", "Ja!", "T.ex. i dag kl. 8 går bl.a. vi.", "\n\n"]), max_size=8))
def test_sentences_are_found_where_they_stand(pieces: list[str]) -> None:
    text = " ".join(pieces)
    items = list(sentences(text))
    assert all(text[item.start :].startswith(item.text) for item in items)
    assert len([item for item in items if item.words]) == sum(piece != "\n\n" for piece in pieces)


@pytest.mark.parametrize(
    ("text", "score"), [("", 0), ("Vi går hem.", 3), ("Kommunerna samarbetar.", 102), ("Vi bor i kommunen nu.", 25)]
)
def test_lix_counts_as_bjornsson_did(text: str, score: int) -> None:
    assert lix(text) == score


def test_the_list_of_heavy_words_is_sound() -> None:
    for heavy, plain in heavy_words().items():
        assert plain and heavy != plain and heavy == heavy.casefold(), heavy
        assert plain not in heavy_words(), f"{heavy} → {plain}, which is heavy itself"


def test_without_a_dictionary_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deck.check.prose.spelling.dictionary_path", lambda: None)
    (item,) = found(tmp_path, code="prose/no-dictionary")
    assert item.severity == Severity.INFO and "pip install spylls hunspell-sv" in item.hint
    assert Speller().knows("xyzzyplugh")


needs_dictionary = pytest.mark.skipif(
    bool(Speller().missing), reason="no Swedish dictionary on this machine (spylls, hunspell-sv)"
)


@needs_dictionary
def test_a_misspelt_word_is_found_and_a_near_one_offered(tmp_path: Path) -> None:
    text = "slides:\n  a:\n    title: Vägledning och vägledning\n    body: En välgedning för kommnen\n"
    items = found(tmp_path, text, "prose/spelling")
    assert [at(item) for item in items] == [(4, 14), (4, 29)]
    assert "vägledning" in items[0].hint and all(item.severity == Severity.WARNING for item in items)


@needs_dictionary
def test_own_words_are_known(tmp_path: Path) -> None:
    text = "slides:\n  a:\n    title: RUS och Plughxyzzy för miljö- och hållbarhetsarbetet\n"
    assert len(found(tmp_path, text, "prose/spelling")) == 1
    (tmp_path / "sv" / "words.txt").write_text("# egna\nplughxyzzy  # ett namn\n", encoding="utf-8")
    assert found(tmp_path, text, "prose/spelling") == []
    assert words_in("a # b\n\n#c\nD") == {"a", "d"}


@needs_dictionary
def test_our_own_content_is_spelt_right() -> None:
    assert [str(item) for item in proof(content_root()) if item.severity >= Severity.WARNING] == []
    assert dictionary_path() is not None


def test_sources_past_their_review_date_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 2026-05-28
    (tmp_path / "reviews.yaml").write_text("reviews:\n  a: 2026-05\n  b: 2026-04-30\n", encoding="utf-8")
    assert [at(item) for item in found(tmp_path, code="honest/")] == [(3, 6)]


@pytest.mark.parametrize(
    ("review", "now", "due"),
    [
        ("", "2026-05-28", False),
        ("2026", "2026-05-28", False),
        ("2025", "2026-01-01", True),
        ("2026-05", "2026-05-31", False),
        ("2026-04", "2026-05-01", True),
        ("2026-05-28", "2026-05-28", False),
        ("2026-05-27", "2026-05-28", True),
    ],
)
def test_a_review_date_is_the_last_good_day(review: str, now: str, due: bool) -> None:
    assert overdue(review, now) is due


def test_an_empty_folder_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        proof(tmp_path)
    assert caught.value.diagnostics[0].code == "no-texts"


def test_a_broken_file_is_told_of(tmp_path: Path) -> None:
    shutil.copytree(content_root() / "sv", tmp_path / "sv")
    (tmp_path / "sv" / "terms.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(DeckError):
        proof(tmp_path)


def test_what_a_build_would_say_is_said(tmp_path: Path) -> None:
    """Words that are missing, a line too long for its slide, two titles alike: `deck check content/` finds what a build finds."""
    from deck.check.prose.buildable import unbuildable
    from deck.content import content_root

    root = tmp_path / "content"
    shutil.copytree(content_root(), root, ignore=shutil.ignore_patterns("releases", "drafts"))
    words = root / "sv/slides-guidance.yaml"
    good = words.read_text("utf-8")
    title = next(line for line in good.splitlines() if "Vägledningen stöder hela processen" in line).strip()
    words.write_text(good.replace(title, "title: Kommuner ser nyttan, länsstyrelserna har uppdraget"), "utf-8")
    assert {item.code for item in unbuildable(root)} == {"same-title"}
    words.write_text(good.replace("  when:\n", "  wen:\n", 1), "utf-8")
    assert {item.code for item in unbuildable(root)} == {"unknown-slide", "missing-words"}


def test_the_words_and_the_decks_together_are_the_whole(tmp_path: Path) -> None:
    root = Path(shutil.copytree(content_root(), tmp_path / "content", ignore=shutil.ignore_patterns("releases")))
    path = root / "sv" / "slides-place.yaml"
    path.write_text(path.read_text("utf-8").replace("Kontakta oss gärna", "Kontakta osss gärna {{ plats }}"), "utf-8")
    words, decks = set(proof(root, decks=False)), set(proof(root, words=False))
    assert words | decks == set(proof(root)) and words - decks and decks - words


def test_our_own_content_builds_in_every_length() -> None:
    from deck.check.prose.buildable import unbuildable
    from deck.content import content_root

    assert unbuildable(content_root()) == []


def test_what_the_rules_would_hold_against_a_deck_is_told_of_its_content(tmp_path: Path) -> None:
    """Words left in another language stop a build; so they are told before one."""
    root = tmp_path / "content"
    shutil.copytree(content_root(), root, ignore=shutil.ignore_patterns("releases", "drafts"))
    words = root / "sv" / "slides-guidance.yaml"
    text = words.read_text("utf-8")
    title = "Vägledningen ger stöd i kommunens hållbarhetsarbete"
    assert text.count(title) == 1
    words.write_text(text.replace(title, "The guidance supports the work of the municipality"), "utf-8")
    assert "accessible/language-wrong" in {item.code for item in proof(root)}


@pytest.mark.parametrize(("data", "code"), [("två ord\n".encode("cp1252"), ["not-utf-8"]), ("två\n".encode("utf-8-sig"), [])])
def test_own_words_in_another_encoding_are_told(tmp_path: Path, data: bytes, code: list[str]) -> None:
    (tmp_path / "sv").mkdir()
    (tmp_path / "sv" / "words.txt").write_bytes(data)
    said = found(tmp_path, "slides:\n  a:\n    title: Två\n")
    assert [item.code for item in said if item.where.file.endswith("words.txt")] == code


def test_an_alternative_text_need_not_say_that_it_is_a_picture(tmp_path: Path) -> None:
    said = ("title: Bild av Sverige", "left:", "  alt: En bild som visar en karta", "right:", "  alt: Karta")
    text = "slides:\n  a:\n" + "".join(f"    {line}\n" for line in said)
    [item] = found(tmp_path, text, "prose/alt-opening")
    assert at(item) == (5, 12) and "En bild som visar" in item.message
