"""Links to slides that their owner took out."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation as Opened
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import BASE, text, with_slot

from deck.drawing.names import qn
from deck.presentation import Diagram, Item, Link, Paragraph, Presentation, Run, Text
from deck.refresh.unled import taken_out

HEADING = Text((Paragraph((Run("Se "), Run("linjen", link=Link(slide="chart")))),))


def cards(word: str, target: str = "chart") -> Diagram:
    items = (Item("one", title=word, link=Link(slide=target)), Item("two", title="Två", link=Link(url="https://rus.se")))
    return Diagram("cards", items, "Två kort")


def linked(word: str = "Ett", target: str = "chart") -> Presentation:
    base = with_slot(BASE, "compare", "left-heading", HEADING)
    return with_slot(base, "cards", "object", cards(word, target))


def test_what_the_deck_has_no_more_is_taken_out() -> None:
    assert taken_out(BASE, [slide.id for slide in BASE.slides if slide.id != "chart"]) == {"chart"}


def without_the_slide(base: Presentation) -> bytes:
    """The slide "chart" taken out, as PowerPoint does it: links to it go with it."""
    deck: Any = Opened(io.BytesIO(generated(base)))
    entries = deck.slides._sldIdLst
    slides = {slide._element.cSld.get("name"): (slide, entry) for slide, entry in zip(deck.slides, list(entries), strict=True)}
    gone, entry = slides["chart"]
    for slide in deck.slides:
        for rid in [rid for rid, rel in slide.part.rels.items() if not rel.is_external and rel._target is gone.part]:
            for click in [item for item in slide._element.iter(qn("a:hlinkClick")) if item.get(qn("r:id")) == rid]:
                click.getparent().remove(click)
            slide.part.rels.pop(rid)
    deck.part.drop_rel(entry.get(qn("r:id")))
    entries.remove(entry)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


@pytest.mark.parametrize("word", ["Ett", "Ett annat"])
def test_a_refresh_asks_nothing_of_them_and_brings_none_back(word: str) -> None:
    """The guidance links there still, whether it says something else on that card or not."""
    base = linked()
    data = without_the_slide(base)
    theirs = replace(with_slot(linked(word), "why", "title", text("Ny rubrik")), release="2026")
    outcome = refreshed(data, theirs)
    assert outcome.package is not None and outcome.whole and not outcome.merged.conflicts
    deck: Any = Opened(io.BytesIO(result_bytes(outcome, data)))
    known = {slide.part for slide in deck.slides}
    leads = [rel._target in known for slide in deck.slides for rel in slide.part.rels.values() if rel.reltype.endswith("/slide")]
    slide = next(slide for slide in deck.slides if slide._element.cSld.get("name") == "cards")
    clicks = list(slide._element.iter(qn("a:hlinkClick")))
    targets = {slide.part.rels[item.get(qn("r:id"))].target_ref for item in clicks}
    assert all(leads) and targets == {"https://rus.se"}
    words = "".join(item.text or "" for item in slide._element.iter(qn("a:t")))
    assert word in words
