"""What its owner has at the foot of all slides, or of none."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

import pytest
from pptx import Presentation as Opened
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import RELEASES

from deck.drawing.names import qn

DATE = "KS den 3 december"


def foots(slide: Any, kind: str) -> list[Any]:
    found = [shape for shape in slide.placeholders if shape._element.ph is not None]
    return [shape for shape in found if shape._element.ph.get("type") == kind]


def dated(most: int = 1000) -> bytes:
    """The deck with a date on so many of its slides, as Insert > Header & Footer puts it there."""
    deck: Any = Opened(io.BytesIO(generated()))
    for number, slide in enumerate(list(deck.slides)[:most]):
        (like, *_more) = foots(slide, "ftr") or foots(deck.slides[1], "ftr")
        shape = deepcopy(like._element)
        shape.ph.set("type", "dt")
        shape.ph.set("idx", str(77 + number))
        shape.nvSpPr.cNvPr.set("id", "777")
        shape.nvSpPr.cNvPr.set("name", f"Platshållare för datum {number}")
        for item in list(shape.nvSpPr.cNvPr):
            shape.nvSpPr.cNvPr.remove(item)
        for text in shape.iter(qn("a:t")):
            text.text = DATE
        slide.shapes._spTree.append(shape)
        mine = slide.shapes[-1]
        mine.left, mine.top, mine.width, mine.height = 100_000, 6_500_000, 2_000_000, 300_000
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


@pytest.mark.parametrize("release", ["slides", "kinds", "words"])
def test_a_date_for_all_is_on_all_afterwards_and_asked_of_nowhere(release: str) -> None:
    data = dated()
    outcome = refreshed(data, RELEASES[release]())
    assert outcome.whole and not outcome.merged.conflicts
    slides = list(Opened(io.BytesIO(result_bytes(outcome, data))).slides)
    said = [[shape.text_frame.text for shape in foots(slide, "dt")] for slide in slides]
    assert [words for words, slide in zip(said, slides, strict=True) if foots(slide, "ftr") and words != [DATE]] == []
    assert all(len({item.get("id") for item in slide._element.iter("{*}cNvPr")}) == _shapes(slide) for slide in slides)


def _shapes(slide: Any) -> int:
    return len(list(slide._element.iter("{*}cNvPr")))


def test_a_date_on_some_slides_is_those_slides_own() -> None:
    data = dated(3)
    deck = Opened(io.BytesIO(result_bytes(refreshed(data, RELEASES["slides"]()), data)))
    assert sum(len(foots(slide, "dt")) for slide in deck.slides) == 3


def test_what_its_owner_took_off_all_slides_is_on_no_new_one() -> None:
    deck: Any = Opened(io.BytesIO(generated()))
    for slide in deck.slides:
        for shape in foots(slide, "sldNum"):
            shape._element.getparent().remove(shape._element)
    out = io.BytesIO()
    deck.save(out)
    data = out.getvalue()
    after = Opened(io.BytesIO(result_bytes(refreshed(data, RELEASES["slides"]()), data)))
    assert not any(foots(slide, "sldNum") for slide in after.slides) and any(foots(slide, "ftr") for slide in after.slides)
