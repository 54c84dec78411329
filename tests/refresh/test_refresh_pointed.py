"""What is spoken of from elsewhere bears its owner's hand."""

from __future__ import annotations

import io
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation as Opened
from pptx.util import Emu
from refresh_corpus import generated, recognised
from refresh_releases import BASE

from deck.drawing.names import NSMAP
from deck.refresh.pages import pages_of
from deck.refresh.pointed import pointed_at, pointing
from deck.refresh.touched import Touched, touched

EFFECT = (
    f'<p:timing xmlns:p="{NSMAP["p"]}"><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:set><p:cBhvr><p:cTn id="2"/><p:tgtEl>'
    '<p:spTgt spid="{}"/></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>'
)


def slide_of(opened: Any, name: str) -> Any:
    (slide,) = [slide for slide in opened.slides if slide._element.cSld.get("name") == name]
    return slide


def title_of_a_card(slide: Any) -> Any:
    group = next(shape for shape in slide.shapes if shape.shape_type == 6)
    return next(shape for shape in group.shapes if shape.name.endswith(":title)"))


def with_effect(slide: Any, shape: Any) -> None:
    slide._element.append(etree.fromstring(EFFECT.format(shape.shape_id)))


def with_connector(slide: Any, shape: Any) -> None:
    line = slide.shapes.add_connector(1, Emu(0), Emu(0), Emu(900_000), Emu(900_000))
    end = etree.SubElement(line._element.nvCxnSpPr.cNvCxnSpPr, f"{{{NSMAP['a']}}}endCxn")
    end.set("id", str(shape.shape_id))
    end.set("idx", "0")


def centred(_slide: Any, shape: Any) -> None:
    shape.text_frame.paragraphs[0].alignment = 2


def renamed(_slide: Any, shape: Any) -> None:
    shape.name = "!!Kortet"


def found(change: Any) -> tuple[Touched, frozenset[str], str]:
    opened: Any = Opened(io.BytesIO(generated()))
    slide = slide_of(opened, "cards")
    shape = title_of_a_card(slide)
    item = shape.name.rsplit("(", 1)[1].split(":")[1]
    change(slide, shape)
    data = io.BytesIO()
    opened.save(data)
    known = recognised(data.getvalue())
    pages = pages_of(known.found.deck, BASE.lang)
    return touched(pages, known.generated.pages, BASE), pointed_at(pages["cards"][0]), item


@pytest.mark.parametrize("change", [with_effect, with_connector, centred, renamed])
def test_a_part_that_is_touched_without_another_look_is_its_owner_s(change: Any) -> None:
    marks, ids, item = found(change)
    assert ("cards", "object", item) in marks.parts
    assert len(ids) == (change in (with_effect, with_connector))


@pytest.mark.parametrize(("change", "what"), [(with_effect, "animation"), (with_connector, "connector"), (centred, "")])
def test_what_speaks_of_a_part_is_named(change: Any, what: str) -> None:
    opened: Any = Opened(io.BytesIO(generated()))
    slide = slide_of(opened, "cards")
    shape = title_of_a_card(slide)
    change(slide, shape)
    data = io.BytesIO()
    opened.save(data)
    (page,) = pages_of(recognised(data.getvalue()).found.deck, BASE.lang)["cards"]
    block, item = page.shape("object"), shape.name.rsplit("(", 1)[1].split(":")[1]
    assert block is not None
    assert pointing(page, block) == pointing(page, block, item) == [what] * bool(what)
    assert not pointing(page, block, "no such item")


def test_what_nothing_speaks_of_is_ours() -> None:
    marks, ids, _item = found(lambda _slide, _shape: None)
    assert not ids and not {part for part in marks.parts if part[0] == "cards"}


def test_an_effect_on_a_whole_text_marks_its_slot() -> None:
    opened: Any = Opened(io.BytesIO(generated()))
    slide = slide_of(opened, "why")
    body = next(shape for shape in slide.shapes if shape.name.endswith("(body)"))
    with_effect(slide, body)
    data = io.BytesIO()
    opened.save(data)
    known = recognised(data.getvalue())
    marks = touched(pages_of(known.found.deck, BASE.lang), known.generated.pages, BASE)
    assert ("why", "body") in marks.slots
