"""What an earlier version drew otherwise than we would today: drawn anew as a whole, and no owner's touch where it stands as it
was drawn."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from drawn_forms import SHOWN, deck_of
from lxml import etree
from pptx import Presentation as Opened
from pptx.util import Emu
from refresh_corpus import generated, recognised, refreshed, result_bytes
from refresh_releases import BASE

from deck.drawing.names import qn
from deck.layout import diagrams
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams import process, rows
from deck.layout.slides import lay_out_pages
from deck.layout.trial import tried
from deck.presentation import Diagram, Presentation
from deck.refresh.earlier import as_drawn, drawn_earlier, is_even
from deck.refresh.pages import pages_of
from deck.refresh.planned import said_now
from deck.refresh.touched import touched

LOOP = replace(SHOWN["loop"], caption="")


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


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> Callable[[Presentation], bytes]:
    """A deck as the earlier version wrote it."""

    def write(base: Presentation) -> bytes:
        with monkeypatch.context() as patched:
            patched.setattr(diagrams, "drawer", lambda form: older if form == "loop" else rows.draw)
            _forget_pages()
            data = generated.__wrapped__(base)
        _forget_pages()
        return data

    return write


def parts(slide: Any) -> dict[str, Any]:
    """Key → shape, of the drawn block."""
    group = next(shape for shape in slide.shapes if shape.shape_type == 6)
    return {shape.name.rsplit("(", 1)[1][:-1]: shape for shape in group.shapes if shape.name.endswith(")")}


def saved(opened: Any) -> bytes:
    data = io.BytesIO()
    opened.save(data)
    return data.getvalue()


def test_it_is_drawn_anew(drawn_once: Callable[[Presentation], bytes]) -> None:
    opened = Opened(io.BytesIO(drawn_once(deck_of({"loop": LOOP}))))
    was = parts(opened.slides[0])
    assert "loop" in was and "step:plan:rule" not in was
    was["step:gor:text"].text_frame.paragraphs[0].runs[0].text = "I alla våra verksamheter"
    group: Any = next(shape for shape in opened.slides[0].shapes if shape.shape_type == 6)
    own = group.shapes.add_textbox(Emu(0), Emu(0), Emu(900_000), Emu(400_000))
    own.text_frame.text = "Ägarens lapp"
    news = replace(deck_of({"loop": replace(LOOP, caption="Vägledningen följer med")}), release="2026")
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


def test_it_is_not_told_as_its_owners(drawn_once: Callable[[Presentation], bytes]) -> None:
    base = deck_of({"loop": SHOWN["loop"], "agenda": SHOWN["agenda"]})
    known = recognised(drawn_once(base))
    mine = pages_of(known.found.deck, base.lang)
    assert drawn_earlier(mine, known.generated.pages, base) == {("loop", "block")}
    assert not touched(mine, known.generated.pages, base).slots


def drawn(data: bytes, base: Presentation) -> set[tuple[str, str, str]]:
    known = recognised(data)
    mine = pages_of(known.found.deck, base.lang)
    now = said_now(known.found.deck, base, mine, known.generated.placed)
    return as_drawn(mine, now, base, {("loop", "block")})


def test_as_it_was_drawn_it_is_untouched(drawn_once: Callable[[Presentation], bytes]) -> None:
    """A slide that goes takes no question with it then."""
    base = deck_of({"loop": LOOP, "agenda": SHOWN["agenda"]})
    data = drawn_once(base)
    assert {("loop", "block", "words"), ("loop", "block", "place"), ("loop", "title", "words")} <= drawn(data, base)
    outcome = refreshed(data, replace(base, slides=base.slides[1:], release="2026"))
    assert not outcome.merged.conflicts and not outcome.touches
    assert [slide.id for slide in outcome.merged.presentation.slides] == ["agenda", "del"]


@pytest.mark.parametrize("what", ["words", "place", "shape"])
def test_with_its_owners_hand_on_it_it_is_theirs(what: str, drawn_once: Callable[[Presentation], bytes]) -> None:
    base = deck_of({"loop": LOOP, "agenda": SHOWN["agenda"]})
    opened = Opened(io.BytesIO(drawn_once(base)))
    group: Any = next(shape for shape in opened.slides[0].shapes if shape.shape_type == 6)
    if what == "words":
        parts(opened.slides[0])["step:gor:text"].text_frame.paragraphs[0].runs[0].text = "I alla våra verksamheter"
    elif what == "place":
        group.left += Emu(400_000)
    else:
        group.shapes.add_textbox(Emu(0), Emu(0), Emu(900_000), Emu(400_000)).text_frame.text = "Ägarens lapp"
    data = saved(opened)
    assert not {item for item in drawn(data, base) if item[:2] == ("loop", "block")}
    outcome = refreshed(data, replace(base, slides=base.slides[1:], release="2026"))
    assert [item.slide for item in outcome.merged.conflicts] == ["loop"]


def cards_of(opened: Any) -> Any:
    (slide,) = [slide for slide in opened.slides if slide._element.cSld.get("name") == "cards"]
    return next(shape for shape in slide.shapes if shape.shape_type == 6)


def lowered(count: int) -> bytes:
    """The deck with so many parts of the cards lower than we put them, and the group's edge as it was."""
    opened = Opened(io.BytesIO(generated()))
    for shape in list(cards_of(opened).shapes)[:count]:
        shape.top = Emu(shape.top + 100_000)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def test_a_block_most_of_whose_parts_stand_elsewhere_was_laid_out_by_an_earlier_version() -> None:
    """So many no hand moves, and the group's own edge with them; one part that is moved is its owner's."""
    every = len(list(cards_of(Opened(io.BytesIO(generated()))).shapes))
    found = []
    for count in (every, 1):
        known = recognised(lowered(count))
        found.append(drawn_earlier(pages_of(known.found.deck, BASE.lang), known.generated.pages, BASE))
    assert ("cards", "object") in found[0] and ("cards", "object") not in found[1]


@pytest.mark.parametrize("tag", [None, "rPr", "tcPr"])
def test_a_column_in_a_colour_of_its_own_is_not_even(tag: str | None) -> None:
    """A table that is written anew would lose it, untold."""
    opened = Opened(io.BytesIO(generated()))
    (slide,) = [slide for slide in opened.slides if slide._element.cSld.get("name") == "table"]
    shape: Any = next(item for item in slide.shapes if item.has_table)
    for row in shape.table._tbl.tr_lst[1:] if tag else ():
        for look in list(row.tc_lst[-1].iter(qn(f"a:{tag}"))):
            for old in look.findall(qn("a:solidFill")):
                look.remove(old)
            fill = etree.Element(qn("a:solidFill"))
            etree.SubElement(fill, qn("a:srgbClr"), {"val": "C00000"})
            look.insert(0, fill)
    assert is_even(shape._element) is (tag is None)


@pytest.mark.parametrize(("tag", "name"), [("tcPr", "anchor"), ("pPr", "algn"), ("rPr", "b")])
def test_a_cell_that_looks_otherwise_is_its_owners_in_a_table_of_an_earlier_version(tag: str, name: str) -> None:
    opened = Opened(io.BytesIO(generated()))
    (slide,) = [slide for slide in opened.slides if slide._element.cSld.get("name") == "table"]
    shape: Any = next(item for item in slide.shapes if item.has_table)
    assert is_even(shape._element)
    (cell, *_more) = shape.table._tbl.tr_lst[2].tc_lst
    look = next(cell.iter(qn(f"a:{tag}")), None)
    if look is None:
        look = etree.Element(qn(f"a:{tag}"))
        next(cell.iter(qn("a:p"))).insert(0, look)
    look.set(name, {"anchor": "b", "algn": "r", "b": "1"}[name])
    assert not is_even(shape._element)
