"""Where a complaint about words is written, in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck import i18n
from deck.content import content_root, load_content
from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import InputError
from deck.places import load_places
from deck.web.jobs.edit import edited, save
from deck.web.jobs.written import by_field, said_by_field, titles_in_files, written_titles


@pytest.fixture
def root(tmp_path: Path) -> Path:
    i18n.use("sv")
    return Path(shutil.copytree(content_root(), tmp_path / "content"))


@pytest.mark.parametrize(
    ("slide", "name", "words", "said"),
    [
        ("hand-in-hand", "title", "Vi {{ plats }}", "Rubrik: okänd variabel"),
        ("hand-in-hand", "title", "", "Rubrik: här finns ingen text"),
        ("hand-in-hand", "object.items.objectives.title", "", "Miljökvalitetsmål · rubrik: här finns ingen text"),
        ("why", "object.alt", "", "Vad bilden visar, för den som inte ser den: här finns ingen text"),
        ("why", "notes.alla", "Se **detta", "Anteckningar: ”**” är inte avslutad"),
    ],
)
def test_a_refused_save_names_the_field_and_no_file(root: Path, slide: str, name: str, words: str, said: str) -> None:
    mark = edited(root, "sv", slide, "1281").saved.mark
    with pytest.raises(InputError) as caught:
        save(root, "sv", slide, {name: words}, mark)
    told = caught.value.diagnostics[0]
    assert told.message.startswith(said) and told.hint and not told.where.file
    seen = edited(root, "sv", slide, "1281", {name: words})
    assert seen.faults[0][0].startswith(said) and ".yaml" not in seen.faults[0][0]
    # Where nothing could be drawn the other slides are called by their titles still.
    assert dict(seen.row)["why"] == "Kommuner ser nyttan, länsstyrelserna har uppdraget" and "why" not in dict(seen.row).values()


def test_what_is_about_another_slide_names_that_and_what_is_about_none_its_file(root: Path) -> None:
    file = root / "sv" / "slides-goals.yaml"
    line = next(n for n, words in enumerate(file.read_text("utf-8").splitlines(), 1) if words.strip() == "generational-goal:") + 1
    other = Diagnostic("x", Severity.ERROR, "fel", Where(str(file), line=line), "laga")
    none = Diagnostic("x", Severity.ERROR, "fel", Where(str(root / "structure.yaml"), line=3))
    said = said_by_field([other, none], root, "sv", "why", {})
    assert said == (("”Generationsmålet är målet för hela…”, Rubrik: fel", "laga"), ("structure.yaml:3: fel", ""))
    assert by_field([none], root, "sv", "why", {}) == (none,)


def test_a_title_is_the_one_of_the_place_s_deck_else_as_it_is_written(root: Path) -> None:
    place = load_places().find("1281")
    content = load_content(root=root)
    said = written_titles(content.slides, content, root, "sv", place)
    assert "Skåne" in said["county-map"] or "{{" not in said["county-map"]
    assert not set(said.values()) & set(said)
    raw = written_titles(content.slides, None, root, "sv", place)
    assert raw["why"] == titles_in_files(root, "sv")["why"] and list(raw) == list(said)
