"""SetAlt: what is said for those who do not see a shape."""

from __future__ import annotations

from dataclasses import replace

import pytest
from apply_deck import OnBench, edited_file, on_bench, with_block, with_slide
from refresh_releases import BASE

from deck.drawing.sheet import properties_of
from deck.presentation import Presentation, paragraph
from deck.refresh.apply.alt import give_back_alts
from deck.refresh.hand import PLAIN, REWRITTEN, Hand
from deck.refresh.plan import SetAlt


@pytest.mark.parametrize("where", [("table", "object"), ("chart", "object"), ("cards", "object"), ("photo", "picture")])
def test_the_text_alone_changes(where: tuple[str, str]) -> None:
    slide = BASE.slide(where[0])
    slot = slide.slot(where[1]) if slide is not None else None
    assert slot is not None
    deck = on_bench(with_block(*where, replace(slot.block, alt="Sagt på ett annat sätt.")))
    (edit,) = deck.alone(SetAlt)
    props = properties_of(deck.shape(*where))
    assert props is not None and props.get("descr") == edit.after == "Sagt på ett annat sätt."
    assert deck.changed() == {deck.bench.mine[where[0]][0].part}


BLOCKS = [("table", "object"), ("chart", "object"), ("cards", "object")]


def bared(deck: OnBench) -> None:
    """As LibreOffice writes what is no picture."""
    for where in BLOCKS:
        props = properties_of(deck.shape(*where))
        assert props is not None
        props.attrib.pop("descr")


def said(deck: OnBench, where: tuple[str, str]) -> str | None:
    props = properties_of(deck.shape(*where))
    return props.get("descr") if props is not None else None


def with_notes() -> Presentation:
    return with_slide("table", lambda slide: replace(slide, notes=(paragraph("Nytt att säga."),)))


@pytest.mark.parametrize("where", BLOCKS)
@pytest.mark.parametrize(("hand", "back"), [(REWRITTEN, True), (PLAIN, False)])
def test_a_text_that_a_program_dropped_comes_back_and_one_that_its_owner_took_stays_away(
    where: tuple[str, str], hand: Hand, back: bool
) -> None:
    deck = on_bench(with_notes(), edited_file(bared))
    deck.bench.before = replace(deck.bench.before, hand=hand)
    # As it is read where a program dropped them all.
    deck.bench.after = replace(deck.bench.after, wanted=with_notes())
    deck.bench.__dict__.pop("fresh", None)
    give_back_alts(deck.bench)
    slot = next(slot for slide in BASE.slides if slide.id == where[0] for slot in slide.slots if slot.id == where[1])
    assert said(deck, where) == (getattr(slot.block, "alt", "") if back else None)


def test_a_text_of_its_owners_is_left_alone() -> None:
    def own(deck: OnBench) -> None:
        props = properties_of(deck.shape("cards", "object"))
        assert props is not None
        props.set("descr", "Sagt med egna ord.")

    deck = on_bench(with_notes(), edited_file(own))
    deck.bench.before = replace(deck.bench.before, hand=REWRITTEN)
    give_back_alts(deck.bench)
    assert said(deck, ("cards", "object")) == "Sagt med egna ord." and not deck.changed()
