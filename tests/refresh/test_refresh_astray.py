"""Links that a program led to the slide whose place is the number of the part that they led to."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation as Opened
from refresh_corpus import generated, opened, refreshed, result_bytes
from refresh_releases import BASE, text, with_slot

from deck.package import open_package
from deck.pptx.reader import read_pptx
from deck.presentation import Link, Paragraph, Presentation, Run, Text
from deck.refresh.astray import LEAST, spell_home
from deck.refresh.document import Document

LEADS = {"links": "table", "compare": "chart"}


def linked() -> Presentation:
    base = with_slot(BASE, "compare", "left-heading", Text((Paragraph((Run("I linjen", link=Link(slide="chart")),)),)))
    return replace(base, slides=base.slides)


def parted(*, saved: bool, but: str = "") -> bytes:
    """An owner's slide in the fourth place; `saved`: by a program that leads links by numbers. `but`: the slide whose link its
    owner, and no program, has turned."""
    deck: Any = Opened(io.BytesIO(generated(linked())))
    slides = {slide._element.cSld.get("name"): slide for slide in deck.slides}
    order = list(deck.slides)
    new = deck.slides.add_slide(deck.slide_layouts[1])
    new.shapes.title.text = "Vår egen bild"
    ids = deck.slides._sldIdLst
    entry = ids[-1]
    ids.remove(entry)
    ids.insert(3, entry)
    shown = list(deck.slides)
    for name, target in LEADS.items():
        if saved and name != but:
            (rel,) = [rel for rel in slides[name].part.rels.values() if rel.reltype.endswith("/slide")]
            rel._target = shown[order.index(slides[target])].part
    if but and not saved:
        (rel,) = [rel for rel in slides[but].part.rels.values() if rel.reltype.endswith("/slide")]
        rel._target = shown[order.index(slides[LEADS[but]])].part
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def leads(data: bytes) -> dict[str, str]:
    deck = read_pptx(opened(data))
    names = {piece.part: piece.slide for piece in deck.slides}
    rels = {piece.slide: deck.package.rels.get(piece.part, ()) for piece in deck.slides}
    return {name: names.get(rel.target, "") for name in LEADS for rel in rels[name] if rel.kind == "slide"}


NEWS = replace(with_slot(linked(), "why", "title", text("Ny rubrik")), release="2026")


def test_links_that_a_program_led_astray_lead_home_and_nobody_is_told() -> None:
    assert len(LEADS) >= LEAST
    data = parted(saved=True)
    assert leads(data) != LEADS
    outcome = refreshed(data, NEWS)
    assert not outcome.merged.conflicts and outcome.whole
    assert not [item for item in outcome.diagnostics if item.code == "lost"]
    assert {item.slide for item in outcome.touches} & LEADS.keys() == set()
    assert leads(result_bytes(outcome, data)) == LEADS


def test_links_that_lead_where_they_led_stay() -> None:
    data = parted(saved=False)
    assert leads(data) == LEADS == leads(result_bytes(refreshed(data, NEWS), data))


def test_a_link_that_its_owner_turned_stays_turned_where_the_others_lead_home() -> None:
    for data in (parted(saved=True, but="links"), parted(saved=False, but="compare")):
        assert leads(result_bytes(refreshed(data, NEWS), data)) == leads(data)


@pytest.mark.parametrize(
    ("ours", "saved", "again"), [("https://rus.se", "https://rus.se/", True), ("https://rus.se/a", "https://rus.se/a/", False)]
)
def test_an_address_that_is_a_host_alone_is_spelt_as_it_was(ours: str, saved: str, again: bool) -> None:
    """With a stroke at its end it is the same address; one that has a path is not."""
    words = Text((Paragraph((Run("RUS", link=Link(url=ours)),)),))
    base = with_slot(BASE, "compare", "left-heading", words)
    document = Document(open_package(generated(base), "test"))
    for part, rels in list(document.rels.items()):
        document.rels[part] = tuple(replace(rel, target=saved) if rel.target == ours else rel for rel in rels)
    spell_home(document, base)
    found = {rel.target for rels in document.rels.values() for rel in rels if rel.external}
    assert (ours in found, saved in found) == (again, not again)
