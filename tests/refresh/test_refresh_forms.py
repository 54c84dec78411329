"""Drawn forms refreshed part by part: an owner's words, looks and own shapes stay, news come, what was taken away stays away."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from drawn_forms import SHOWN, deck_of
from lxml import etree
from pptx import Presentation as Opened
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from refresh_corpus import generated, refreshed, result_bytes

from deck.presentation import Diagram, Presentation

FORMS_SHOWN = {name: block for name, block in SHOWN.items() if name != "index"}


BASE = deck_of(FORMS_SHOWN)


def parts(slide: Any) -> dict[str, Any]:
    """Key → shape, of the drawn block."""
    group = next(shape for shape in slide.shapes if shape.shape_type == 6)
    return {shape.name.rsplit("(", 1)[1][:-1]: shape for shape in group.shapes if shape.name.endswith(")")}


def drawn(shape: Any) -> tuple[bytes, ...]:
    """Its outline, margins and looks, as canonical XML."""
    found = [
        item
        for tag in ("a:custGeom", "a:prstGeom", "a:ln", "a:bodyPr", "a:pPr", "a:rPr")
        for item in shape._element.iter(qn(tag))
    ]
    for item in found:
        item.attrib.pop("lang", None)
        item.attrib.pop("dirty", None)
        for click in list(item.iter(qn("a:hlinkClick"))):
            item.remove(click)
        etree.cleanup_namespaces(item)
    return tuple(etree.tostring(item, method="c14n", with_tail=False) for item in found)


def slide_of(opened: Any, name: str) -> Any:
    return opened.slides[list(FORMS_SHOWN).index(name)]


def saved(opened: Any) -> bytes:
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def theirs_of(blocks: dict[str, Diagram]) -> Presentation:
    return replace(deck_of({**FORMS_SHOWN, **blocks}), release="2026")


@pytest.mark.parametrize("name", list(FORMS_SHOWN))
def test_an_owners_word_stays_and_news_of_other_parts_come(name: str) -> None:
    block = FORMS_SHOWN[name]
    first, last = block.items[0], block.items[-1]
    part = block.how.part(first.id, "title")
    opened = Opened(io.BytesIO(generated(BASE)))
    shape = parts(slide_of(opened, name))[part]
    shape.text_frame.paragraphs[0].runs[0].text = "Ägarens ord"
    shape.text_frame.paragraphs[0].runs[0].font.italic = True
    news = replace(block, items=(*block.items[:-1], replace(last, title="Nytt ord")))
    data = saved(opened)
    outcome = refreshed(data, theirs_of({name: news}))
    assert not outcome.merged.conflicts
    now = parts(slide_of(Opened(io.BytesIO(result_bytes(outcome, data))), name))
    assert now[part].text_frame.text == "Ägarens ord" and now[part].text_frame.paragraphs[0].runs[0].font.italic
    assert now[block.how.part(last.id, "title")].text_frame.text == "Nytt ord"
    before = parts(slide_of(Opened(io.BytesIO(generated(BASE))), name))
    assert now.keys() == before.keys()


@pytest.mark.parametrize("name", ["agenda", "converge", "doors", "loop"])
def test_an_item_that_goes_takes_its_parts_along_and_the_rest_moves(name: str) -> None:
    block = FORMS_SHOWN[name]
    gone = block.items[-1]
    data = generated(BASE)
    outcome = refreshed(data, theirs_of({name: replace(block, items=block.items[:-1])}))
    now = parts(slide_of(Opened(io.BytesIO(result_bytes(outcome, data))), name))
    fresh = parts(slide_of(Opened(io.BytesIO(generated(theirs_of({name: replace(block, items=block.items[:-1])})))), name))
    assert now.keys() == fresh.keys() and not any(key.split(":")[1:2] == [gone.id] for key in now)
    assert {key: drawn(shape) for key, shape in now.items()} == {key: drawn(shape) for key, shape in fresh.items()}
    places = {key: (shape.left, shape.top, shape.width, shape.height) for key, shape in fresh.items()}
    assert {key: (shape.left, shape.top, shape.width, shape.height) for key, shape in now.items()} == places


def test_the_mark_of_the_current_part_goes_on_and_an_owners_colour_stays() -> None:
    block = SHOWN["index"]
    base = deck_of({"index": block})
    opened = Opened(io.BytesIO(generated(base)))
    shape = parts(opened.slides[0])["row:a:title"]
    shape.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(200, 0, 0)
    moved = {"b": "current", "c": ""}
    items = tuple(replace(item, group=moved.get(item.id, item.group)) for item in block.items)
    news = replace(deck_of({"index": replace(block, items=items)}), release="2026")
    data = saved(opened)
    now = parts(Opened(io.BytesIO(result_bytes(refreshed(data, news), data))).slides[0])
    runs = {key: shape.text_frame.paragraphs[0].runs[0] for key, shape in now.items() if key.endswith(":title")}
    assert {key for key, run in runs.items() if run.font.bold} == {"row:b:title"}
    assert runs["row:a:title"].font.color.rgb == RGBColor(200, 0, 0)
    assert now["rule:b"].line.width > now["rule:c"].line.width


@pytest.mark.parametrize("name", ["agenda", "audience", "bridge", "doors"])
def test_an_item_that_its_owner_took_away_stays_away(name: str) -> None:
    block = FORMS_SHOWN[name]
    away, other = block.items[1], block.items[0]
    opened = Opened(io.BytesIO(generated(BASE)))
    for key, shape in parts(slide_of(opened, name)).items():
        if key.split(":")[1:2] == [away.id]:
            shape._element.getparent().remove(shape._element)
    news = replace(block, items=(replace(other, title="Nytt ord"), *block.items[1:]))
    data = saved(opened)
    now = parts(slide_of(Opened(io.BytesIO(result_bytes(refreshed(data, theirs_of({name: news})), data))), name))
    assert now[block.how.part(other.id, "title")].text_frame.text == "Nytt ord"
    assert block.how.part(away.id, "title") not in now


@pytest.mark.parametrize("name", ["agenda", "audience", "bridge", "doors"])
def test_an_item_that_its_owner_took_away_comes_where_they_decide_for_the_guidances(name: str) -> None:
    block = FORMS_SHOWN[name]
    away = block.items[1]
    opened = Opened(io.BytesIO(generated(BASE)))
    for key, shape in parts(slide_of(opened, name)).items():
        if key.split(":")[1:2] == [away.id]:
            shape._element.getparent().remove(shape._element)
    theirs = theirs_of({name: replace(block, items=(block.items[0], replace(away, title="Nytt ord"), *block.items[2:]))})
    data = saved(opened)
    (asked,) = refreshed(data, theirs).merged.conflicts
    outcome = refreshed(data, theirs, resolve={asked.key: "theirs"})
    now = parts(slide_of(Opened(io.BytesIO(result_bytes(outcome, data))), name))
    assert now[block.how.part(away.id, "title")].text_frame.text == "Nytt ord"
    assert now.keys() == parts(slide_of(Opened(io.BytesIO(generated(theirs))), name)).keys()
