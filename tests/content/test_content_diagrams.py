"""Diagrams in content: today's spelling and the older ones are one; what a form does not have is refused where it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.content import load_content
from deck.content.changelog import diff_contents
from deck.content.content import Content
from deck.errors import InputError
from deck.i18n import use
from deck.presentation import FORMS

HERE = Path(__file__).parent
OLD = "        block: cards\n        cards:\n          x: {source: one, link: second}\n"
WORDS = "      cards:\n        x: Kortet\n"


def loaded(folder: Path, structure: str, words: str) -> Content:
    shutil.copytree(HERE / "small", folder, dirs_exist_ok=True)
    for name, old, new in (("slides.yaml", OLD, structure), ("sv/slides.yaml", WORDS, words)):
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")
    return load_content(root=folder)


def said(folder: Path, structure: str, words: str = WORDS) -> list[str]:
    use("en")
    try:
        with pytest.raises(InputError) as caught:
            loaded(folder, structure, words)
        return [str(item) for item in caught.value.diagnostics]
    finally:
        use(None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "        block: cards\n        cards:\n          x: {source: one, number: 1}\n          y: one\n",
            "        block: cards\n        items:\n          x: {source: one, key: 1}\n          y: one\n",
        ),
        (
            "        block: process\n        steps:\n          x: one\n          y: one\n",
            "        block: process\n        items:\n          x: one\n          y: one\n",
        ),
        (
            "        block: process\n        loop: true\n        steps:\n          x: one\n          y: one\n",
            "        block: loop\n        items:\n          x: one\n          y: one\n",
        ),
    ],
    ids=["cards", "process", "loop"],
)
def test_older_spellings_are_today_s(tmp_path: Path, old: str, new: str) -> None:
    name = "cards" if "cards:\n" in old.split("\n", 1)[1] else "steps"
    body = "        x: Ett\n        y: {title: Två, text: Mer}\n"
    before = loaded(tmp_path / "old", old, f"      {name}:\n{body}")
    after = loaded(tmp_path / "new", new, f"      items:\n{body}")
    assert before.slides == after.slides
    assert {key: phrase.text for key, phrase in before.phrases.items()} == {k: p.text for k, p in after.phrases.items()}
    assert diff_contents(before, after).notes == ()


def test_what_a_form_has_not_is_told_where_it_stands(tmp_path: Path) -> None:
    structure = "        block: process\n        columns: 2\n        steps:\n          x: {source: one, number: 1, value: 3}\n"
    found = said(tmp_path, structure, "      steps:\n        x: Ett\n")
    places = [line.rsplit("slides.yaml:", 1)[1].split("; ", 1)[0] for line in found]
    assert places == [
        '24:9: "process" takes 2 to 6 items, and here are 1',
        '25:28: "process" has no "number"',
        '25:39: "process" has no "value"',
        '23:9: "process" has no "columns"',
    ]


def test_an_unknown_form_is_told_with_the_known(tmp_path: Path) -> None:
    (line,) = said(tmp_path, OLD.replace("block: cards", "block: card"))
    assert 'slides.yaml:22:16: "card" is no block; did you mean "cards"? known here: line, text, table, ' in line
    assert line.endswith(", ".join(FORMS))


def test_only_a_process_may_loop(tmp_path: Path) -> None:
    (line,) = said(tmp_path, OLD.replace("block: cards", "block: cards\n        loop: true"))
    assert "block: loop" in line


def test_words_beside_a_form_are_unknown(tmp_path: Path) -> None:
    (line,) = said(tmp_path, OLD, "      cards:\n        x: Kortet\n        z: Okänt\n")
    assert '"object.items.z"' in line and "slides.yaml" in line


def test_a_group_that_the_form_does_not_have_is_refused_where_it_stands(tmp_path: Path) -> None:
    structure = "        block: rows\n        items:\n          x: {source: one, group: sugestion}\n"
    found = said(tmp_path, structure, WORDS.replace("cards", "items"))
    assert [line for line in found if '"sugestion" is no group of "rows"' in line and "suggestion, current" in line], found
    loaded(tmp_path / "right", structure.replace("sugestion", "suggestion"), WORDS.replace("cards", "items"))
