"""Links that LibreOffice gave to the shapes after theirs, too."""

from __future__ import annotations

import copy
import io
from dataclasses import replace
from typing import Any

from pptx import Presentation as Opened
from refresh_corpus import generated, refreshed, result_bytes
from test_refresh_forms import BASE, FORMS_SHOWN, parts, saved, slide_of, theirs_of

from deck.pptx.identity import slot_of_name
from deck.presentation import Presentation

NAME = "doors"


def linked(slide: Any) -> set[str]:
    return {slot_of_name(shape.name) for shape in parts(slide).values() if shape.click_action.hyperlink._hlink is not None}


def bled(*, but: int = 0) -> bytes:
    """As LibreOffice writes it; `but`: so many shapes that it left alone, which it does not do."""
    opened = Opened(io.BytesIO(generated(BASE)))
    for name in FORMS_SHOWN:
        before: Any = None
        groups = [shape for shape in slide_of(opened, name).shapes if shape.shape_type == 6]
        for shape in (item for group in groups for item in group.shapes if item._element.tag.endswith("}sp")):
            props = shape._element.nvSpPr.cNvPr
            click = next((item for item in props if item.tag.endswith("}hlinkClick")), None)
            if click is None and before is not None:
                if but:
                    but -= 1
                else:
                    props.insert(0, copy.deepcopy(before))
            before = before if click is None else click
    return saved(opened)


def news() -> Presentation:
    block = FORMS_SHOWN["loop"]
    return theirs_of({"loop": replace(block, items=(replace(block.items[0], title="Nytt"), *block.items[1:]))})


def test_links_on_the_shapes_after_theirs_go_and_nobody_is_told() -> None:
    data, made = bled(), linked(slide_of(Opened(io.BytesIO(generated(BASE))), NAME))
    assert linked(slide_of(Opened(io.BytesIO(data)), NAME)) > made
    outcome = refreshed(data, news())
    assert not outcome.merged.conflicts and not outcome.touches and outcome.whole
    assert linked(slide_of(Opened(io.BytesIO(result_bytes(outcome, data))), NAME)) == made


def test_where_a_shape_has_none_a_hand_gave_them_to_the_others() -> None:
    data = bled(but=1)
    before = linked(slide_of(Opened(io.BytesIO(data)), NAME))
    assert linked(slide_of(Opened(io.BytesIO(result_bytes(refreshed(data, news()), data))), NAME)) == before
