"""A slide's texts read for its editor, and put back where they stand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.content import content_root, load_content
from deck.content.editing import editable_slide, reworded
from deck.errors import InputError, UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_root(), tmp_path / "content"))


def test_all_texts_of_a_slide_and_those_it_may_have(root: Path) -> None:
    slide = editable_slide(root, "sv", "why")
    texts = {text.name: text for text in slide.texts}
    assert slide.file == "sv/slides-guidance.yaml" and slide.kind == "object"
    assert (texts["title"].limit, texts["title"].required, texts["title"].there) == (90, True, True)
    assert "object.items.use.text" in texts and not texts["object.items.use.text"].required
    assert not texts["notes.tjansteman"].there and texts["notes.tjansteman"].text == ""
    assert [text.path[0] for text in slide.texts][-1] == "notes"


def test_every_slide_can_be_edited_in_every_language(root: Path) -> None:
    for lang in ("sv", "en"):
        for name in load_content(root=root, lang=lang).slides:
            slide = editable_slide(root, lang, name)
            assert slide.texts[0].there and len({text.name for text in slide.texts}) == len(slide.texts)
            file = reworded(root, lang, name, {text.name: text.text for text in slide.texts})
            assert file.before == file.after


def test_words_are_put_where_they_stand_and_new_ones_beside(root: Path) -> None:
    file = reworded(
        root, "sv", "why", {"title": "En ny rubrik ", "notes.tjansteman": "Ett.\r\n\r\nTvå.", "notes.samordnare": " "}
    )
    assert file.path == root / "sv" / "slides-guidance.yaml"
    file.path.write_bytes(file.after)
    content = load_content(root=root)
    assert content.phrases[("why", "title")].text == "En ny rubrik"
    assert content.phrases[("why", "notes", "tjansteman")].text == "Ett.\n\nTvå."
    assert ("why", "notes", "samordnare") not in content.phrases
    assert len(file.after.splitlines()) - len(file.before.splitlines()) == 4
    assert editable_slide(root, "sv", "why").mark != editable_slide(content_root(), "sv", "why").mark


def test_an_unknown_slide_and_a_broken_file(root: Path) -> None:
    with pytest.raises(UsageError, match="whyy"):
        editable_slide(root, "sv", "whyy")
    (root / "sv" / "slides-goals.yaml").write_text('slides: "', "utf-8")
    with pytest.raises(InputError):
        editable_slide(root, "sv", "goals-that-are-nowhere")
