"""The handout: slide and notes, sources at the foot, room for one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typeset_made import deck_made, empty, structure, tags

from deck.errors import InputError
from deck.files import PDF
from deck.typeset.handout import handout_of, source_of
from deck.typeset.told import NotesPart


def test_each_slide_is_a_figure_beside_its_heading_and_notes() -> None:
    pdf = handout_of(deck_made())
    found, said = tags(pdf), structure(pdf)
    assert PDF.ours(pdf) and pdf == handout_of(deck_made())
    assert found.count("H1") == 1 and found.count("H2") == 4 and found.count("Figure") == 4
    assert "Note" in found and said.index("Hälsa alla") < said.index("Källa: Vägledningen")


def test_sources_are_footnotes_and_not_among_the_notes() -> None:
    source = source_of(deck_made())
    assert 'footnote({text("Källa: Vägledningen, RUS, 2020.")})' in source
    assert source.count("Källa: Vägledningen") == 1
    assert "Egna anteckningar" in source and "Your own notes" in source_of(replace(deck_made(), lang="en-GB"))


def test_long_notes_go_on_over_pages_and_lists_are_lists() -> None:
    notes = (
        *(NotesPart(((f"Punkt {n} " + "ord " * 60, ""),), "bullet") for n in range(40)),
        NotesPart((("Läs", "https://rus.se"),)),
    )
    first, *rest = deck_made().slides
    pdf = handout_of(replace(deck_made(), slides=(replace(first, notes=notes), *rest)))
    assert tags(pdf).count("LI") == 40 and "Link" in tags(pdf)


def test_a_deck_with_nothing_to_show_is_no_handout() -> None:
    with pytest.raises(InputError):
        handout_of(empty())
