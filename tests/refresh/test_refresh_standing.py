"""Blocks that their owner keeps in a form that the guidance has left."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation as Opened
from refresh_corpus import generated, opened, recognised, refreshed, result_bytes
from refresh_releases import BASE, TABLE, with_slot

from deck.package import package_bytes
from deck.pptx.manifest import add_manifest, read_manifest
from deck.presentation import Diagram, Presentation, Table
from deck.refresh.outcome import Choice
from deck.refresh.pages import pages_of
from deck.refresh.standing import KEY, as_standing, remembered, standing_in, to_remember, told_by_parts

OWN = "Våra alldeles egna ord"
HELD = BASE.slide("cards")
assert HELD is not None
CARDS = next(slot.block for slot in HELD.slots if isinstance(slot.block, Diagram))


def told_as(block: Diagram | Table, release: str) -> Presentation:
    return replace(with_slot(BASE, "cards", "object", block), release=release)


def said(block: Diagram, words: str, form: str = "rows") -> Diagram:
    """The block in another form, one of its items in other words, and another of its items called otherwise."""
    one, *rest = block.items
    return replace(block, form=form, items=(replace(one, text=words, id=f"{one.id}-{form}"), *rest))


ROWS, AGAIN = (told_as(said(CARDS, words), words) for words in ("Om en", "Om en, på nytt"))


def with_own(data: bytes) -> bytes:
    deck: Any = Opened(io.BytesIO(data))
    slide = next(item for item in deck.slides if item._element.cSld.get("name") == "cards")
    group = next(shape for shape in slide.shapes if shape.shape_type == 6)
    part = next(item for item in group.shapes if item.has_text_frame and item.text_frame.text == CARDS.items[0].title)
    part.text_frame.paragraphs[0].runs[0].text = OWN
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def words_on(data: bytes) -> str:
    slide = next(item for item in Opened(io.BytesIO(data)).slides if item._element.cSld.get("name") == "cards")
    return " ".join(item.text or "" for item in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"))


def step(data: bytes, theirs: Presentation, choice: Choice | None = None) -> tuple[bytes, list[str]]:
    outcome = refreshed(data, theirs, {"cards/object": choice} if choice else {})
    assert not [item for item in outcome.diagnostics if item.code == "lost"]
    return result_bytes(outcome, data), [item.key for item in outcome.merged.conflicts]


def test_what_is_kept_for_good_is_asked_about_at_the_next_news_and_stands() -> None:
    data, asked = step(with_own(generated()), ROWS)
    assert asked == ["cards/object"]
    data, asked = step(data, ROWS, "mine")
    assert asked == [] and OWN in words_on(data)
    # The same guidance has nothing to ask.
    data, asked = step(data, ROWS)
    assert asked == [] and OWN in words_on(data)
    data, asked = step(data, AGAIN)
    assert asked == ["cards/object"] and OWN in words_on(data)
    data, asked = step(data, AGAIN, "mine")
    assert asked == [] and OWN in words_on(data)
    # And so at the third news, whatever form they have.
    data, asked = step(data, told_as(said(CARDS, "Om en", "process"), "third"))
    assert asked == ["cards/object"] and OWN in words_on(data)


def test_what_is_given_up_is_remembered_no_longer() -> None:
    data, _asked = step(with_own(generated()), ROWS, "mine")
    assert KEY in recognised(data).found.deck.manifest.extra  # type: ignore[union-attr]
    data, asked = step(data, AGAIN, "theirs")
    assert asked == [] and OWN not in words_on(data) and "Om en, på nytt" in words_on(data)
    assert KEY not in recognised(data).found.deck.manifest.extra  # type: ignore[union-attr]
    _data, asked = step(data, ROWS)
    assert asked == []


def test_so_it_is_with_a_table_that_comes_where_a_drawing_was() -> None:
    data, _asked = step(with_own(generated()), told_as(TABLE, "table"), "mine")
    shorter = replace(TABLE, rows=TABLE.rows[:-1])
    data, asked = step(data, told_as(shorter, "shorter"))
    assert asked == ["cards/object"] and OWN in words_on(data)


def test_what_stands_is_read_as_it_was_drawn_and_not_as_it_came_to_say() -> None:
    merged, base = told_as(replace(CARDS, alt=OWN), "merged"), ROWS
    standing = standing_in(merged, base, BASE)
    assert standing == {"cards": {"object": CARDS}}
    assert as_standing(base, standing) == replace(BASE, release=base.release)
    assert standing_in(BASE, BASE, BASE) == {} and as_standing(BASE, {}) is BASE
    # What its owner put in a drawing's place is read as what it is.
    assert standing_in(told_as(TABLE, "own"), ROWS, BASE) == {"cards": {"object": TABLE}}


def test_what_is_remembered_comes_back() -> None:
    standing = {"cards": {"object": CARDS}, "table": {"object": TABLE}}
    assert remembered(to_remember(standing), {}) == standing and to_remember({}) == {}


@pytest.mark.parametrize("damaged", ["", "7", "[]", '{"cards": 7}', '{"cards": {"object": {"type": "Nothing"}}}', "[" * 9_999])
def test_damage_is_nothing(damaged: str) -> None:
    assert remembered({KEY: damaged}, {}) == {}


def forgetful(data: bytes) -> bytes:
    """Without what the manifest has of it, as decks of earlier versions are."""
    package = opened(data)
    manifest = read_manifest(package)
    assert manifest is not None
    extra = {name: said for name, said in manifest.extra.items() if name != KEY}
    return package_bytes(add_manifest(package, replace(manifest, extra=extra)))


def test_a_deck_that_does_not_remember_it_is_read_by_its_parts() -> None:
    data, _asked = step(with_own(generated()), ROWS, "mine")
    data = forgetful(data)
    known = recognised(data)
    held = known.drawn.slide("cards").slot("object").block  # type: ignore[union-attr]
    assert isinstance(held, Diagram) and (held.form, held.items[0].title) == ("cards", OWN)
    _same, asked = step(data, ROWS)
    assert asked == []
    data, asked = step(data, AGAIN)
    assert asked == ["cards/object"] and OWN in words_on(data)


def test_a_block_in_the_form_of_the_base_is_read_as_ever() -> None:
    known = recognised(generated())
    assert known.drawn == known.base and told_by_parts(pages_of(known.found.deck, "sv"), known.base) == {}


def test_a_slide_whose_kind_its_owner_keeps_has_lost_nothing_by_their_hand() -> None:
    """The base has come to the new kind, whose parts the slide does not have: that is told as the kind."""
    held = BASE.slide("why")
    assert held is not None
    title, body = held.slots
    parts = (replace(body, id=name, role=name) for name in ("left", "right"))
    other = replace(held, kind="two-content", slots=(title, *parts))
    theirs = replace(BASE, release="r1", slides=tuple(other if one.id == "why" else one for one in BASE.slides))
    deck: Any = Opened(io.BytesIO(generated()))
    slide = next(item for item in deck.slides if item._element.cSld.get("name") == "why")
    frame = next(shape for shape in slide.placeholders if shape.name.endswith("(body)")).text_frame
    frame.paragraphs[0].runs[0].text = OWN
    out = io.BytesIO()
    deck.save(out)
    first = refreshed(out.getvalue(), theirs, prefer="mine")
    assert first.package is not None
    again = refreshed(package_bytes(first.package), replace(theirs, release="r2"))
    assert [(item.kind, item.slot, item.property) for item in again.merged.changes if item.slide == "why"] == [
        ("kept", "", "kind")
    ]
