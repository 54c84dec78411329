"""What a slide says twice: what is not shown follows what is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from odd_templates import made
from pptx import Presentation as Opened
from refresh_corpus import recognised, refreshed, result_bytes
from refresh_releases import BASE, slide, text

from deck.diagnostics import Diagnostics
from deck.layout import lay_out
from deck.pptx import pptx_bytes
from deck.presentation import Diagram, Item, Presentation, Slide, Slot
from deck.refresh.pages import pages_of
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.refresh import Outcome, Remembered, refresh_deck
from deck.refresh.twice import followed, unseen
from deck.template import default_template_path, read_template


def contact(name: str, email: str = "anna@lund.se", phone: str = "") -> Presentation:
    said = {"name": name, "role": "Strateg", "email": email, "phone": phone}
    items = tuple(Item(key, key=key.title(), text=words) for key, words in said.items())
    lines = ((f"contact-{key}", text(words)) for key, words in said.items())
    last = slide(
        "contact", "contact", "end", ("title", text("Kontakta oss")), *lines, ("body", Diagram("pairs", items, "Vem ni frågar."))
    )
    return replace(BASE, slides=(*BASE.slides[:3], last), sections=BASE.sections)


def written(presentation: Presentation, template: str = "") -> bytes:
    look = read_template(made(template), name=template) if template else read_template(default_template_path())
    return pptx_bytes(presentation, lay_out(presentation, look, Diagnostics()))


def edited(data: bytes, old: str, new: str) -> bytes:
    opened: Any = Opened(io.BytesIO(data))
    for item in opened.slides[3].shapes._spTree.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"):
        item.text = item.text.replace(old, new)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def names(data: bytes) -> list[str]:
    return [shape.name for shape in Opened(io.BytesIO(data)).slides[3].shapes]


def shown(data: bytes) -> str:
    opened: Any = Opened(io.BytesIO(data))
    return "".join(opened.slides[3].shapes._spTree.itertext())


@pytest.mark.parametrize("template", ["", "german"])
def test_a_contact_whose_name_its_owner_and_the_material_changed_is_shown_once(template: str) -> None:
    data = edited(written(contact("Anna Ek"), template), "Anna Ek", "Anna Ek, vardagar")
    outcome = refreshed(data, contact("Bo Al", "bo@lund.se", "046-12 34 56"))
    new = result_bytes(outcome, data)
    assert names(new) == names(data)
    assert "Anna Ek, vardagar" in shown(new) and "bo@lund.se" in shown(new) and "Bo Al" not in shown(new)
    assert len(outcome.merged.conflicts) == 1
    assert refreshed(new, contact("Bo Al", "bo@lund.se", "046-12 34 56")).package is None


@pytest.mark.parametrize(("template", "seen"), [("", "contact-email"), ("german", "body")])
def test_what_is_not_shown_is_not_told_of(template: str, seen: str) -> None:
    data = written(contact("Anna Ek"), template)
    outcome = refreshed(data, contact("Anna Ek", "anna.ek@lund.se"))
    assert {item.slot for item in outcome.merged.changes if item.slide == "contact"} == {seen}
    assert "anna.ek@lund.se" in shown(result_bytes(outcome, data))


@pytest.mark.parametrize("template", ["", "german"])
def test_a_decision_is_asked_once_and_settles_both(template: str) -> None:
    data = edited(written(contact("Anna Ek"), template), "Anna Ek", "Anna Ek, vardagar")
    (question,) = refreshed(data, contact("Bo Al")).merged.conflicts
    new = result_bytes(refreshed(data, contact("Bo Al"), resolve={question.key: "theirs"}), data)
    assert names(new) == names(data) and "Bo Al" in shown(new) and "Anna" not in shown(new).replace("anna@", "")


def test_a_contact_with_both_unseen_or_neither_follows_nothing() -> None:
    theirs, merged = contact("Bo Al"), contact("Anna Ek")
    assert followed(theirs, merged, frozenset()) is theirs
    assert followed(theirs, replace(merged, slides=()), frozenset({("contact", "body")})) is theirs
    now = followed(theirs, merged, frozenset({("contact", "body")})).slides[3].slot("body")
    assert now is not None and isinstance(now.block, Diagram) and now.block.items[0].text == "Anna Ek"


def test_what_is_unseen() -> None:
    known = recognised(written(contact("Anna Ek")))
    pages = pages_of(known.found.deck, "sv-SE")
    assert unseen(known.base, pages) == frozenset({("contact", "body")})


LINES = {"Namn ÄG": "contact-name", "Roll ÄG": "contact-role", "post.äg": "contact-email", "046 äg": "contact-phone"}


def into(data: bytes, template: str, theirs: Presentation) -> tuple[bytes, Outcome]:
    look = read_template(made(template), name=template) if template else read_template(default_template_path())
    sides = Theirs(presentation=theirs, template=look)
    outcome = refresh_deck(recognised(data), sides, Decisions(), Remembered(look.fingerprint, {}))
    return result_bytes(outcome, data), outcome


def filled_in(data: bytes, template: str) -> bytes:
    """Its owner writes whom to ask, where the look has it: in lines, or in a drawn block."""
    opened: Any = Opened(io.BytesIO(data))
    shapes = {shape.name.partition("(")[2].rstrip(")"): shape for shape in _walked(opened.slides[3].shapes)}
    for words, name in LINES.items():
        shape = shapes.get(name) or shapes[f"item:{name.removeprefix('contact-')}:text"]
        shape.text_frame.text = words
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def times(data: bytes, words: str) -> int:
    opened: Any = Opened(io.BytesIO(data))
    runs = opened.slides[3].shapes._spTree.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
    return [item.text for item in runs].count(words)


def _walked(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        yield from _walked(shape.shapes) if hasattr(shape, "shapes") else ()


@pytest.mark.parametrize("looks", [("", "german", ""), ("german", "", "german"), ("", "german"), ("german", "")])
def test_what_its_owner_filled_in_goes_from_look_to_look_and_stays(looks: tuple[str, ...]) -> None:
    """Once on each slide, told to be theirs, and nothing left to do the next time."""
    nobody = contact("", "", "")
    nobody = replace(nobody, slides=(*nobody.slides[:3], _without_role(nobody.slides[3])))
    data = filled_in(written(nobody, looks[0]), looks[0])
    for look in looks[1:]:
        data, outcome = into(data, look, nobody)
        assert [times(data, words) for words in LINES] == [1, 1, 1, 1], look
        assert not outcome.merged.conflicts
        again = refreshed(data, nobody)
        assert again.package is None and {item.kind for item in again.merged.changes if item.slide == "contact"} <= {"kept"}
    # What the material says of it later is a question, as it would have been.
    assert refreshed(data, contact("Bo Al", "", "")).merged.conflicts
    later = result_bytes(refreshed(data, contact("Bo Al", "", "")), data)
    assert [times(later, words) for words in LINES] == [1, 1, 1, 1]


def _without_role(said: Slide) -> Slide:
    def bare(slot: Slot) -> Slot:
        if slot.id == "contact-role":
            return replace(slot, block=text(""))
        if isinstance(slot.block, Diagram):
            items = tuple(replace(item, text="") for item in slot.block.items)
            return replace(slot, block=replace(slot.block, items=items))
        return slot

    return replace(said, slots=tuple(map(bare, said.slots)))
