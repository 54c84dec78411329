"""local.yaml: what it may say."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from deck.content.own import Contact, LocalSlide, OwnChart, OwnText


@pytest.mark.parametrize(
    ("model", "good", "bad"),
    [
        (Contact, {"email": "a@b.se", "web": "http://a.se"}, {"email": "a b@c.se"}),
        (Contact, {}, {"web": "a se"}),
        (LocalSlide, {"id": "our-goals-2", "title": "t"}, {"id": "Our", "title": "t"}),
        (LocalSlide, {"id": "a", "title": "t", "left-heading": "x"}, {"id": "a", "title": "t", "kind": "title"}),
    ],
)
def test_fields_are_held_to_their_form(model: Any, good: dict[str, Any], bad: dict[str, Any]) -> None:
    model.model_validate(good)
    with pytest.raises(ValidationError):
        model.model_validate(bad)


def test_texts_may_be_one_or_several() -> None:
    assert LocalSlide.model_validate({"id": "a", "title": "t", "body": "x"}).body == (OwnText(text="x"),)
    assert LocalSlide.model_validate({"id": "a", "title": "t", "body": ["x", "y"]}).body == (OwnText(text="x"), OwnText(text="y"))


@pytest.mark.parametrize("field", ["body", "left", "right"])
def test_a_list_longer_than_a_slide_is_a_complaint_and_no_crash(field: str) -> None:
    given = {"id": "a", "title": "Vi", field: [str(n) for n in range(13)]}
    with pytest.raises(ValidationError, match="at most 12"):
        LocalSlide.model_validate(given)
    assert len(getattr(LocalSlide.model_validate(given | {field: given[field][:12]}), field)) == 12


def test_a_charts_amounts_are_read_as_those_beside_them() -> None:
    def values(*said: str) -> list[float]:
        return list(OwnChart.model_validate({"values": {str(n): words for n, words in enumerate(said)}}).values.values())

    assert values("1.234", "12,5") == [1234.0, 12.5]
    assert values("1.234", "1.5") == [1.234, 1.5]
    assert values("1,234", "\N{EN DASH}5") == [1.234, -5.0]
    with pytest.raises(ValidationError, match="may be a thousand or a decimal"):
        values("1.234", "987")
