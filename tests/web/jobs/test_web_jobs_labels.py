"""What texts are called where they are edited."""

from __future__ import annotations

import pytest

from deck import i18n
from deck.content import content_root, load_content
from deck.content.editing import editable_slide
from deck.content.structure import load_structure
from deck.web.jobs.labels import in_short, text_labels


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_text_is_called_by_an_id_and_no_two_alike(lang: str) -> None:
    i18n.use("sv")
    content = load_content(lang=lang)
    for slide in load_structure(content_root())[0]:
        texts = editable_slide(content_root(), lang, slide).texts
        labels = text_labels(texts, content)
        assert len(set(labels)) == len(labels) == len(texts)
        for text, label in zip(texts, labels, strict=True):
            steps = {step for step in text.path if len(step) > 2 and not step.isdigit()}
            known = {part.partition(" (")[0].lower() for part in label.split(" · ")}
            # In English an id may be the very word.
            assert lang == "en" or not {step for step in steps & known if step not in text.text.lower() and step != "text"}, label
            assert "{%" not in label and "~" not in label


def test_a_cell_is_called_by_its_row_and_column() -> None:
    i18n.use("sv")
    texts = editable_slide(content_root(), "sv", "next-steps").texts
    labels = dict(zip((text.name for text in texts), text_labels(texts, None), strict=True))
    assert (
        labels["object.rows.choose.step"] == "Välj vad vi ska börja med · Steg" and labels["object.columns.who"] == "Kolumn · Vem"
    )


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Av 290~kommuner", "Av 290 kommuner"),
        ("{% if a %}Ett län{% elif b %}Två{% else %}Tre{% endif %} här", "Ett län här"),
        ("**{{ count }}** kommuner", "… kommuner"),
        ("ord " * 30, f"{'ord ' * 9}ord…"),
    ],
)
def test_the_beginning_of_a_text_as_it_reads(words: str, read: str) -> None:
    assert in_short(words) == read
