"""Menus: which rows are left, how they are numbered, and what the slides that they lead to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.brand import load_brand
from deck.compose import compose
from deck.content import load_content
from deck.places import load_places
from deck.presentation import Diagram, Presentation, Slide, Text

PLACES = load_places()
LUND = PLACES.find("1281")
QUESTIONS = ["question-part", "question-goals", "question-who", "question-learn"]


def deck(folder: Path, said: str, lang: str | None = None, audience: str = "politiker") -> Presentation:
    (folder / "local.yaml").write_text(said, encoding="utf-8")
    content = load_content(local=folder / "local.yaml", lang=lang)
    return compose(content, LUND, PLACES, load_brand(LUND, PLACES), audience=audience)


def slides(presentation: Presentation) -> dict[str, Slide]:
    return {slide.id: slide for slide in presentation.slides}


def menu(slide: Slide) -> Diagram:
    return next(slot.block for slot in slide.slots if isinstance(slot.block, Diagram))


def part(slide: Slide) -> str:
    block = next(slot.block for slot in slide.slots if slot.role == "part")
    assert isinstance(block, Text)
    return "".join(run.text for paragraph in block.paragraphs for run in paragraph.runs).replace("\u00a0", " ")


@pytest.mark.parametrize("out", QUESTIONS)
def test_a_row_goes_with_its_slide_and_the_others_are_numbered_anew(tmp_path: Path, out: str) -> None:
    found = slides(deck(tmp_path, f"leave_out: [{out}]\n"))
    left = [name for name in QUESTIONS if name != out]
    rows = menu(found["discussion"]).items
    assert [row.link.slide for row in rows if row.link] == left
    assert [row.key for row in rows] == ["1", "2", "3"]
    for n, name in enumerate(left, 1):
        assert part(found[name]) == f"Förslag: fråga {n} av 3 · alla frågor"


def test_a_speaker_proposes_no_question_that_is_left_out(tmp_path: Path) -> None:
    def notes(said: str) -> str:
        lines = slides(deck(tmp_path, said))["discussion"].notes
        return "\n".join("".join(run.text for run in line.runs) for line in lines)

    assert "vilka mål är viktigast hos oss" in notes("leave_out: [question-who]\n")
    assert "vilka mål är viktigast" not in notes("leave_out: [question-goals]\n")


def test_with_nothing_left_the_menu_goes(tmp_path: Path) -> None:
    found = slides(deck(tmp_path, f"leave_out: [{', '.join(QUESTIONS)}]\n"))
    assert "discussion" not in found and "contact" in found


def test_without_its_menu_a_slide_has_no_number(tmp_path: Path) -> None:
    found = slides(deck(tmp_path, "leave_out: [discussion]\n"))
    assert part(found["question-who"]) == "Förslag: en fråga att samtala om"
    english = slides(deck(tmp_path, "leave_out: [discussion]\n", "en"))
    assert part(english["question-who"]) == "Suggestion: a question to talk about"


def test_only_the_menu_keeps_its_rows_and_promises_no_links(tmp_path: Path) -> None:
    alone = slides(deck(tmp_path, "only: [discussion]\n"))["discussion"]
    assert [row.link for row in menu(alone).items] == [None] * 4
    foot = next(slot.block for slot in alone.slots if slot.role == "provenance")
    assert isinstance(foot, Text) and "länk" not in foot.paragraphs[0].runs[0].text
    assert "länk" not in menu(alone).alt
    chosen = slides(deck(tmp_path, "only: [discussion, question-learn]\n"))
    assert [row.link.slide for row in menu(chosen["discussion"]).items if row.link] == ["question-learn"]


def test_rows_that_say_something_of_their_own_stay(tmp_path: Path) -> None:
    said = ("only: []\n", "leave_out: [when]\n")
    whole, less = (slides(deck(tmp_path, text, audience="alla"))["jump-in"] for text in said)
    assert [row.title for row in menu(less).items] == [row.title for row in menu(whole).items]
    assert [bool(row.link) for row in menu(less).items] != [bool(row.link) for row in menu(whole).items]
