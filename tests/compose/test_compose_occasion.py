"""Which slides differ from place to place, and which section a slide is shown in."""

from __future__ import annotations

import pytest
from compose_made import CONTENT, PLACES, brand

from deck.compose.occasion import Occasion, depends


@pytest.mark.parametrize(
    ("slide", "answer"), [("local", True), ("contact", True), ("agenda", True), ("sources", False), ("when", False)]
)
def test_which_slides_differ_from_place_to_place(slide: str, answer: bool) -> None:
    assert depends(CONTENT, slide, "alla") == answer


def test_a_slides_section_and_what_is_no_part_of_what_is_told() -> None:
    lund = PLACES.find("lund")
    order = (("opening", "title"), ("one", "a"), ("one", "b"), ("two", "c"), ("more", "d"))
    occasion = Occasion(
        CONTENT,
        place=lund,
        county=PLACES.county(lund),
        places=PLACES,
        brand=brand(lund),
        outline="kort",
        audience="alla",
        order=order,
        context={},
        appendix=frozenset({"more"}),
    )
    assert occasion.parts == {"one": "a", "two": "c"}
    assert [occasion.section(name) for name in ("title", "b", "d", "none")] == ["opening", "one", "more", ""]
