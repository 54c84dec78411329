"""What went with what an owner gave up: told where it stands nowhere any more, and only there."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from pptx.util import Cm
from refresh_corpus import refreshed, result_bytes
from refresh_releases import BASE, kinds_changed, png
from test_refresh_beside import ANIMATED, WITHOUT, as_rows, edited

from deck.refresh.guard import Losable, Things

GROUP = 6


def block(slides: dict[str, Any], slide: str = "cards") -> Any:
    return next(shape for shape in slides[slide].shapes if shape.shape_type == GROUP)


def animated(slides: dict[str, Any]) -> None:
    """An effect on the block as a whole: another form takes its place and its id."""
    slides["cards"]._element.append(etree.fromstring(ANIMATED.format(number=block(slides).shape_id)))


def boxed(slides: dict[str, Any]) -> None:
    """A box of the owner's own within our group."""
    box = block(slides).shapes.add_textbox(Cm(2), Cm(12), Cm(4), Cm(1))
    box.text_frame.text = "Egenruta"


def described(slides: dict[str, Any]) -> None:
    """A text on a part that another form does not have."""
    block(slides).shapes[0]._element.xpath(".//p:cNvPr")[0].set("descr", "Ett eget ord")


def went(change: Any, to: Any, key: str) -> list[str]:
    outcome = refreshed(edited(change), to, resolve={key: "theirs"})
    return [item.message for item in outcome.diagnostics if item.code == "went-along"]


@pytest.mark.parametrize(("change", "word"), [(animated, "animation"), (boxed, "a shape of your own")])
def test_what_still_stands_is_not_told_as_gone(change: Any, word: str) -> None:
    data = edited(change)
    (asked,) = refreshed(data, as_rows(BASE)).merged.conflicts
    assert asked.key == "cards/object" and any(word in said for said in asked.beside)
    assert not any(word in said for said in went(change, as_rows(BASE), "cards/object"))


def test_a_box_in_a_group_of_ours_is_there_when_it_is_not_told() -> None:
    data = edited(boxed)
    outcome = refreshed(data, as_rows(BASE), resolve={"cards/object": "theirs"})
    assert outcome.package is not None
    assert any(b"Egenruta" in bytes(held) for held in outcome.package.parts.values()) and result_bytes(outcome, data)


def test_what_no_part_bears_any_more_is_told() -> None:
    assert any("Ett eget ord" in said for said in went(described, as_rows(BASE), "cards/object"))


def test_an_effect_on_a_part_that_goes_is_told() -> None:
    def effect(slides: dict[str, Any]) -> None:
        slides["cards"]._element.append(etree.fromstring(ANIMATED.format(number=block(slides).shapes[0].shape_id)))

    assert any("an animation" in said for said in went(effect, as_rows(BASE), "cards/object"))


def test_an_effect_on_what_another_kind_of_slide_shows_in_its_place_is_kept_and_not_told() -> None:
    def effect(slides: dict[str, Any]) -> None:
        body = next(shape for shape in slides["why"].placeholders if shape.placeholder_format.idx == 1)
        slides["why"]._element.append(etree.fromstring(ANIMATED.format(number=body.shape_id)))

    outcome = refreshed(edited(effect), kinds_changed(), resolve={"why": "theirs"})
    assert not [item for item in outcome.diagnostics if item.code == "went-along"]
    assert outcome.package is not None and any(b"spTgt" in bytes(held) for held in outcome.package.parts.values())


def test_with_a_slide_all_of_it_goes() -> None:
    def put(slides: dict[str, Any]) -> None:
        from io import BytesIO

        slides["why"].shapes.add_picture(BytesIO(png("green")), Cm(1), Cm(1), Cm(2))
        slides["why"].shapes.add_textbox(Cm(1), Cm(15), Cm(4), Cm(1)).text_frame.text = "Egen ruta"

    (said,) = went(put, WITHOUT, "why")
    assert "with the slide went" in said and "Egen ruta" in said and "picture" in said


def test_things_are_alike_whatever_they_count() -> None:
    assert Things("a", "a", (Losable("link", "x"),)) == Things("a", "a")
