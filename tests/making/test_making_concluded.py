"""A conclusion over figures that are others now is to be read again."""

from __future__ import annotations

from dataclasses import replace

from deck.making.concluded import concluded_anew
from deck.presentation import Chart, Presentation, Series, Slide, Slot, text


def deck(value: float, title: str = "Vi minskar", *, own: bool = True) -> Presentation:
    chart = Chart("line", ("2020",), (Series("Lund", (value,)),), "alt")
    slide = Slide("figure-a", "object", (Slot("title", "title", text(title)), Slot("object", "object", chart)), own=own)
    return Presentation("t", "sv-SE", "1281", "Lund", "kort", "alla", "2026", (), (slide,))


def test_new_figures_are_told_by_their_slide() -> None:
    (item,) = concluded_anew(deck(1.0), deck(2.0))
    assert item.code == "new-figures" and "Vi minskar" in item.message
    (item,) = concluded_anew(deck(1.0), deck(2.0), {"figure-a": "Vi ökar"}.__getitem__)
    assert "Vi ökar" in item.message, "as it is called in the owner's deck"


def test_the_same_figures_the_guidances_own_and_new_slides_are_not() -> None:
    assert not concluded_anew(deck(1.0), deck(1.0, "En annan rubrik"))
    assert not concluded_anew(deck(1.0, own=False), deck(2.0, own=False))
    assert not concluded_anew(replace(deck(1.0), slides=()), deck(2.0))
