"""What is new between two releases, told in the content's own language, with the slides that each change touches."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from deck.content import Changelog, ChangeNote, content_root, diff_contents, diff_releases, load_content, releases

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(content_root(), tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Changelog]:
    """The changelog of edits to the small content: (file, old, new) each."""

    def log(*edits: tuple[str, str, str]) -> Changelog:
        folder = tmp_path / "new"
        shutil.copytree(SMALL, folder)
        for name, old, new in edits:
            text = (folder / name).read_text("utf-8")
            assert old in text
            (folder / name).write_text(text.replace(old, new, 1), "utf-8")
        return diff_contents(load_content(root=SMALL), load_content(root=folder))

    return log


def test_changelog() -> None:
    log = diff_releases("2020-04-30", "2021")
    assert log.slides == ("whats-new", "get-it")
    text = log.to_text()
    assert "Ny bild: Nytt 2021" in text and "Ny källa: Kortversion" in text
    assert log.to_json()["old"] == "2020-04-30"
    assert diff_releases(releases()[-1].name, None).notes == ()
    back = diff_releases("2021", "2020-04-30")
    assert {note.kind for note in back.notes} >= {"gone-slide", "gone-source"}


def test_changed_words_and_order_are_told_of(root: Path) -> None:
    path = root / "sv" / "slides-place.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Kontakta oss gärna", "Hör av dig"), encoding="utf-8")
    path = root / "outlines.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("in-short, when, made-by", "when, in-short, made-by"), encoding="utf-8"
    )
    newest = releases(root)[-1].name
    log = diff_releases(newest, None, root)
    assert {(note.kind, note.item) for note in log.notes} == {("changed-words", "contact.title"), ("changed-order", "kort")}
    assert log.new.startswith(f"{newest}+")
    assert "Tidigare: Kontakta oss gärna" in log.to_text() and "Nu: Hör av dig" in log.to_text()


@pytest.mark.parametrize(
    ("edits", "notes"),
    [
        ((), ()),
        (
            [("sv/slides.yaml", "title: Andra", "title: Annat")],
            [ChangeNote("changed-words", "second.title", ("second",), "Andra", "Annat")],
        ),
        (
            [("sv/slides.yaml", "Ett **viktigt** ord", "Ett viktigt ord till")],
            [ChangeNote("changed-words", "second.body.a", ("second",), "Ett viktigt ord", "Ett viktigt ord till")],
        ),
        (
            [("sv/slides.yaml", "      politiker: Till politiker.\n", "")],
            [ChangeNote("gone-words", "second.notes.politiker", ("second",), "Till politiker.", "")],
        ),
        (
            [("sv/slides.yaml", "x: Kortet", "x: {title: Kortet, text: Mer}")],
            [ChangeNote("new-words", "third.object.items.x.text", ("third",), "", "Mer")],
        ),
        (
            [("guidance.yaml", "publisher: Byrån", "publisher: Verket")],
            [ChangeNote("guidance", "publisher", (), "Byrån", "Verket")],
        ),
        (
            [("sources.yaml", "title: Boken", "title: Boken 2")],
            [ChangeNote("changed-source", "two", ("second",), "Boken, Förlaget", "Boken 2, Förlaget")],
        ),
        ([("slides.yaml", "list: bullet", "list: number")], [ChangeNote("changed-structure", "second", ("second",))]),
        (
            [("outlines.yaml", "[first, second, third]", "[first, third, second]")],
            [ChangeNote("changed-order", "standard", ("second", "third"))],
        ),
        ([("sv/terms.yaml", "start: Början", "start: Starten")], [ChangeNote("term", "sections.start", (), "Början", "Starten")]),
        ([("sv/terms.yaml", "none: Ingenting", "none: Intet")], []),
    ],
    ids=range(11),
)
def test_each_kind_of_change(
    edited: Callable[..., Changelog], edits: list[tuple[str, str, str]], notes: list[ChangeNote]
) -> None:
    assert list(edited(*edits).notes) == list(notes)


def test_new_and_gone(edited: Callable[..., Changelog]) -> None:
    """Slides that are new or gone are told of once: not their words, nor the order that follows from them."""
    log = edited(
        ("slides.yaml", "  third:", "  fourth:"),
        ("sv/slides.yaml", "  third:", "  fourth:"),
        ("outlines.yaml", "[first, second, third]", "[first, second, fourth]"),
        ("outlines.yaml", "without: [third]", "without: [fourth]"),
        ("sv/slides.yaml", "slide:third", "slide:fourth"),
        ("sources.yaml", "  two:", "  three:\n    title: Ny\n    publisher: Byrån\n  two:"),
    )
    assert [(note.kind, note.item) for note in log.notes if note.kind != "changed-words"] == [
        ("new-source", "three"),
        ("new-slide", "fourth"),
        ("gone-slide", "third"),
    ]
    assert set(log.slides) >= {"third", "fourth"}


def test_of_long_texts_only_the_sentences_that_differ_are_shown() -> None:
    same = "Det här är en mening som står kvar oförändrad i texten. " * 8
    terms = {name: name for name in ("heading", "changed-words", "was", "now", "slides", "notes")}
    note = ChangeNote("changed-words", "a.notes.alla", ("a",), f"{same}Förr.", f"{same}Nu.")
    text = Changelog("1", "2", (note,), terms, {"a": "Rubriken"}).to_text()
    assert "was: Förr.\n" in text and "now: Nu.\n" in text and "står kvar" not in text
    assert "- changed-words: Rubriken, notes" in text and "slides: Rubriken (a)" in text


def test_as_json_what_is_empty_is_left_out() -> None:
    log = Changelog("1", "2", (ChangeNote("gone-slide", "a", ("a",)),), {}, {})
    assert log.to_json() == {
        "old": "1",
        "new": "2",
        "slides": ["a"],
        "changes": [{"kind": "gone-slide", "item": "a", "slides": ("a",)}],
    }
