"""Drawn forms refreshed part by part: an owner's words, looks and own shapes stay, news come, what was taken away stays away; and
a block that an earlier version drew in another way is drawn anew as a whole."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from drawn_forms import SHOWN
from lxml import etree
from pptx import Presentation as Opened
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Emu
from refresh_corpus import generated, recognised, refreshed, result_bytes

from deck.layout import diagrams
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams import process, rows
from deck.layout.slides import lay_out_pages
from deck.layout.trial import tried
from deck.presentation import Diagram, Presentation, Slide, Slot, text
from deck.refresh.pages import pages_of
from deck.refresh.touched import drawn_earlier, touched

FORMS_SHOWN = {name: block for name, block in SHOWN.items() if name != "index"}


def deck_of(blocks: dict[str, Diagram]) -> Presentation:
    slides = tuple(
        Slide(name, "object", (Slot("title", "title", text(f"Bilden {name}")), Slot("block", "object", block)))
        for name, block in blocks.items()
    )
    end = Slide("del", "content", (Slot("title", "title", text("Del")), Slot("body", "body", text("Här är delen."))))
    return Presentation("Prov", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), (*slides, end))


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


def older(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """A ring as it was drawn once: a row of arrows, and a wire back."""
    laid = process.draw(block, place)
    (group,) = laid.parts[0]
    wire = replace(group.children[0], key="loop", name="loop", paragraphs=())  # type: ignore[union-attr]
    return LaidBlock(((replace(group, children=(*group.children, wire)),),))  # type: ignore[union-attr,call-arg]


def _forget_pages() -> None:
    """What was laid out with another drawer is no answer any more."""
    lay_out_pages.cache_clear()
    tried.cache_clear()


def test_a_block_that_an_earlier_version_drew_otherwise_is_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    block = replace(FORMS_SHOWN["loop"], caption="")
    base = deck_of({"loop": block})
    with monkeypatch.context() as patched:
        patched.setattr(diagrams, "drawer", lambda _form: older)
        _forget_pages()
        data = generated.__wrapped__(base)
    _forget_pages()
    opened = Opened(io.BytesIO(data))
    was = parts(opened.slides[0])
    assert "loop" in was and "step:plan:rule" not in was
    was["step:gor:text"].text_frame.paragraphs[0].runs[0].text = "I alla våra verksamheter"
    group: Any = next(shape for shape in opened.slides[0].shapes if shape.shape_type == 6)
    own = group.shapes.add_textbox(Emu(0), Emu(0), Emu(900_000), Emu(400_000))
    own.text_frame.text = "Ägarens lapp"
    news = replace(deck_of({"loop": replace(block, caption="Vägledningen följer med")}), release="2026")
    data = saved(opened)
    outcome = refreshed(data, news)
    slide = Opened(io.BytesIO(result_bytes(outcome, data))).slides[0]
    now = parts(slide)
    assert "loop" not in now and {"step:plan:rule", "caption"} <= now.keys()
    assert now["step:gor:text"].text_frame.text == "I alla våra verksamheter"
    assert now["caption"].text_frame.text == "Vägledningen följer med"
    whole: Any = next(shape for shape in slide.shapes if shape.shape_type == 6)
    words = [shape.text_frame.text for shape in whole.shapes if shape.has_text_frame]
    assert words.count("Ägarens lapp") == 1 and words.count("I alla våra verksamheter") == 1


def test_what_an_earlier_version_drew_is_not_told_as_its_owners(monkeypatch: pytest.MonkeyPatch) -> None:
    base = deck_of({"loop": FORMS_SHOWN["loop"], "agenda": FORMS_SHOWN["agenda"]})
    with monkeypatch.context() as patched:
        patched.setattr(diagrams, "drawer", lambda form: older if form == "loop" else rows.draw)
        _forget_pages()
        data = generated.__wrapped__(base)
    _forget_pages()
    known = recognised(data)
    mine = pages_of(known.found.deck, base.lang)
    assert drawn_earlier(mine, known.generated.pages, base) == {("loop", "block")}
    assert not touched(mine, known.generated.pages, base).slots
