"""What is asked, by the keys that it has in the new file."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation as Opened
from refresh_corpus import generated, look_of, opened, refreshed, result_bytes
from refresh_releases import BASE, TABLE, bullets, with_slot

from deck.presentation import Cell, Presentation, paragraph
from deck.refresh.later import called_later


def point(slides: dict[str, Any]) -> None:
    body = next(item for item in slides["why"].placeholders if "Målen" in item.text_frame.text)
    body.text_frame.paragraphs[1].runs[0].text = "Kommunen har goda möjligheter"


def cell(slides: dict[str, Any]) -> None:
    frame = next(shape for shape in slides["table"].shapes if shape.has_table)
    frame.table.cell(1, 2).text_frame.paragraphs[0].runs[0].text = "2026"


LINES = ("Målen gäller hela samhället", "Kommunen har enorma möjligheter", (1, "planering och tillsyn"), "Många vill hjälpa till")
ROWS = [replace(line, cells=(Cell((paragraph(f"Nr {n}"),)), *line.cells)) for n, line in enumerate(TABLE.rows)]
ROWS[1] = replace(ROWS[1], cells=(*ROWS[1].cells[:3], Cell((paragraph("2031"),))))
NUMBERED = replace(TABLE, rows=tuple(ROWS), widths=(1.0, *TABLE.widths))


@pytest.mark.parametrize(
    ("change", "theirs", "keys"),
    [
        (point, with_slot(BASE, "why", "body", bullets("Helt nytt först", *LINES)), ("why/body:2", "why/body:3")),
        (point, with_slot(BASE, "why", "body", bullets(*LINES)), ("why/body:2", "")),
        (cell, with_slot(BASE, "table", "object", NUMBERED), ("table/object:luft.3", "table/object:luft.4")),
    ],
    ids=["a point before it", "nothing before it", "a column before it"],
)
def test_a_decision_on_the_new_file_finds_what_was_asked(
    change: Callable[[dict[str, Any]], None], theirs: Presentation, keys: tuple[str, str]
) -> None:
    deck = Opened(io.BytesIO(generated()))
    change({str(slide._element.cSld.get("name")): slide for slide in deck.slides})
    out = io.BytesIO()
    deck.save(out)
    outcome = refreshed(out.getvalue(), theirs)
    data = result_bytes(outcome, out.getvalue())
    (asked,) = called_later(outcome.merged.conflicts, opened(data), theirs, look_of(opened(data))[1])
    assert (asked.key, asked.later) == keys
    assert not refreshed(data, theirs, resolve={asked.later or asked.key: "theirs"}).merged.conflicts
