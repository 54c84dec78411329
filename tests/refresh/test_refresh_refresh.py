"""One deck, the whole way: how often it is laid out, and what it is taken to say."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from odd_templates import made
from pptx import Presentation as Deck
from refresh_corpus import edited, generated, recognised, refreshed
from refresh_edits import every
from refresh_releases import BASE, RELEASES, with_slot

from deck.layout import lay_out
from deck.package import Relationship, open_package, package_bytes
from deck.presentation import Diagram
from deck.refresh import written
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.refresh import Remembered, refresh_deck
from deck.template import read_template


@pytest.fixture
def lay_outs(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each lay-out that is made, but for the base's, which the corpus holds: it is one more."""
    made: list[object] = []

    def counted(*given: object, **named: object) -> object:
        made.append(given[0])
        return lay_out(*given, **named)  # type: ignore[arg-type]

    recognised(edited(["rewrite-first-bullet"]).data)
    monkeypatch.setattr(written, "lay_out", counted)
    return made


def test_at_most_three_lay_outs(lay_outs: list[object]) -> None:
    assert refreshed(edited(["rewrite-first-bullet"]).data, RELEASES["words"]()).package is not None
    assert len(lay_outs) <= 2


def test_at_most_four_in_another_look_and_three_without_news(lay_outs: list[object]) -> None:
    after = read_template(made("german"), name="german")
    known = recognised(edited(["rewrite-first-bullet"]).data)
    for theirs, most in ((RELEASES["words"](), 3), (known.base, 2)):
        lay_outs.clear()
        known = recognised(edited(["rewrite-first-bullet"]).data)
        sides = Theirs(presentation=theirs, template=after)
        assert refresh_deck(known, sides, Decisions(), Remembered(after.fingerprint)).package is not None
        assert len(lay_outs) <= most


def test_a_refreshed_deck_is_not_signed_and_that_is_said() -> None:
    package = open_package(edited(["rewrite-first-bullet"]).data, "test")
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    rels = {"": (*package.rels[""], Relationship("rIdSigned", kind, "_xmlsignatures/origin.sigs"))}
    signed = package_bytes(package.replace(parts={"_xmlsignatures/origin.sigs": b""}, rels=rels))
    outcome = refreshed(signed, RELEASES["words"]())
    assert outcome.package is not None and not [name for name in outcome.package.parts if "signature" in name]
    assert [item.code for item in outcome.diagnostics if item.code == "unsigned"] == ["unsigned"]
    assert not [item for item in refreshed(package_bytes(package), RELEASES["words"]()).diagnostics if item.code == "unsigned"]


def without_shape(words: str) -> bytes:
    """The deck, and of its cards the shape that says these words alone taken out."""
    deck = Deck(io.BytesIO(generated()))
    found = [s for slide in deck.slides for s in every(slide.shapes) if s.has_text_frame and s.text_frame.text == words]
    for shape in found:
        shape._element.getparent().remove(shape._element)
    assert len(found) == 1
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


@pytest.mark.parametrize("words", ["Hand i hand med NYTTORD", "Hand i hand med Processen"])
def test_words_for_a_shape_that_its_owner_took_out_of_a_card_are_not_told_as_new(words: str) -> None:
    """The second says nothing that does not stand on the slide elsewhere."""
    slot = BASE.slide("cards")
    block = slot.slots[1].block if slot else None
    assert isinstance(block, Diagram)
    theirs = with_slot(BASE, "cards", "object", replace(block, items=(replace(block.items[0], text=words), *block.items[1:])))
    told = [item for item in refreshed(without_shape("Hand i hand"), theirs).merged.changes if item.after == words]
    assert [(item.kind, item.slot, item.property) for item in told] == [("slide-deleted", "object", "item:one.text")]
    told = [item for item in refreshed(generated(), theirs).merged.changes if item.after == words]
    assert [item.kind for item in told] == ["applied"]
