"""Items beside what an owner touched, in a program's looks: nobody's until a hand touches them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches
from refresh_corpus import generated
from refresh_releases import BASE

from deck.content import content_root
from deck.drawing.names import qn
from deck.drawing.sheet import walk
from deck.fleet import BuildRequest, RefreshRequest, build_one
from deck.fleet.refresh import refresh_one
from deck.package import open_package
from deck.pptx import read_pptx
from deck.presentation import Diagram
from deck.refresh.document import Document
from deck.refresh.guard.side import Side, Touch, whose
from deck.refresh.guard.weights import path_of
from deck.refresh.pages import pages_of
from deck.refresh.parts import item_of
from deck.refresh.unworn import KEY, ItemNames, items_of, to_remember, unworn, unworn_in

SLIDE, SLOT = next((s.id, t.id) for s in BASE.slides for t in s.slots if isinstance(t.block, Diagram) and len(t.block.items) > 2)


def _found(document: Document) -> ItemNames:
    ours = read_pptx(open_package(generated(), "test"))
    return unworn_in(pages_of(document.deck(), "sv"), pages_of(ours, "sv"), BASE, set())


def _group(document: Document) -> Any:
    part = next(piece.part for piece in document.deck().slides if piece.slide == SLIDE)
    return next(shape for shape in document.tree(part).iter(qn("p:grpSp")) if whose(shape) == SLOT)


def test_items_are_remembered_until_a_hand_touches_one() -> None:
    document = Document(open_package(generated(), "test"))
    items = _found(document)
    kept = to_remember(items, Side.of(document.deck()), set())
    still = unworn(kept, document.deck())
    assert still.items == items and (SLIDE, SLOT) in still.blocks
    assert to_remember(items, Side.of(document.deck()), {(s.id, t.id) for s in BASE.slides for t in s.slots}) == {}
    look = next(run for part in walk(_group(document)) if item_of(path_of(part)) for run in part.iter(qn("a:rPr")))
    owner = next(item for item in look.iterancestors(qn("p:sp")))
    look.set("u", "sng")
    touched = (SLIDE, SLOT, item_of(path_of(owner)))
    after = unworn(kept, document.deck())
    assert after.items == items - {touched} and (SLIDE, SLOT) not in after.blocks
    other = next(item for *where, item in after.items if item and where == [SLIDE, SLOT])
    assert after.explains(Touch(SLIDE, "look", SLOT, other))
    assert not after.explains(Touch(SLIDE, "look", SLOT, touched[2])) and not after.explains(Touch(SLIDE, "look", SLOT))


def test_an_item_with_a_mark_or_a_form_of_its_own_is_none() -> None:
    document = Document(open_package(generated(), "test"))
    every = _found(document)
    parts = (part for part in walk(_group(document)) if item_of(path_of(part)))
    part = next(part for part in parts if next(part.iter(qn("a:rPr")), None) is not None)
    next(part.iter(qn("a:rPr"))).set("strike", "sngStrike")
    assert every - _found(document) == {(SLIDE, SLOT, item_of(path_of(part)))}


def test_a_font_that_all_of_a_kind_have_is_no_hand_s() -> None:
    document = Document(open_package(generated(), "test"))
    every = _found(document)
    parts = [part for part in walk(_group(document)) if item_of(path_of(part))]
    kind = next(path_of(part) for part in parts if next(part.iter(qn("a:rPr")), None) is not None).split(":")[2]
    held = [part for part in parts if path_of(part).split(":")[2] == kind]
    for part in held:
        for look in part.iter(qn("a:rPr")):
            for old in look.findall(qn("a:latin")):
                look.remove(old)
            look.append(look.makeelement(qn("a:latin"), {"typeface": "Raleway"}))
    assert _found(document) == every
    next(held[0].iter(qn("a:latin"))).set("typeface", "Papyrus")
    assert (SLIDE, SLOT, item_of(path_of(held[0]))) in every - _found(document)


def test_the_items_of_a_slide() -> None:
    slide = BASE.slide(SLIDE)
    assert slide is not None and {(SLIDE, SLOT)} == {item[:2] for item in items_of(slide)}
    assert list(items_of(replace(slide, slots=()))) == []


@pytest.mark.parametrize("said", ["", "{", "{}", "[1, null]", '["why"]', '["why/object/x"]', 7])
def test_what_is_damaged_is_nothing(said: Any) -> None:
    found = unworn({KEY: said}, read_pptx(open_package(generated(), "test")))
    assert found.items == frozenset() and found.blocks == frozenset()


def _in_short(path: Path, mend: Callable[[Any, Any], None]) -> None:
    """Mend the drawing of the rows, given with its slide."""
    opened: Any = Presentation(str(path))
    slide, group = next(
        (slide, group)
        for slide in opened.slides
        for group in slide.shapes
        if group.shape_type == 6 and any("(row:publisher" in shape.name for shape in group.shapes)
    )
    mend(slide, group)
    opened.save(str(path))


def test_a_row_of_a_drawing_that_waits_for_a_decision_is_not_asked_about_after_libreoffice(
    tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    """But one that its owner has coloured since is, and so is one in which a word was coloured before."""
    deck = build_one(BuildRequest("lund", "standard", out=tmp_path)).path
    assert deck is not None

    def own(_slide: Any, group: Any) -> None:
        group.shapes.add_textbox(Inches(9), Inches(3), Inches(2), Inches(0.5)).text_frame.text = "En egen ruta"
        part = next(shape for shape in group.shapes if "(row:parts:title" in shape.name)
        part.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xAB, 0x12, 0xCD)

    _in_short(deck, own)
    saved_by_office([deck], tmp_path / "saved")
    news = tmp_path / "news"
    shutil.copytree(content_root(), news, ignore=shutil.ignore_patterns("drafts"))
    kinds = news / "slides.yaml"
    said = kinds.read_text("utf-8")
    start = said.index("block: rows", said.index("\n  in-short:"))
    kinds.write_text(said[:start] + "block: cards" + said[start + len("block: rows") :], "utf-8")
    words = news / "sv/slides-guidance.yaml"
    words.write_text(words.read_text("utf-8").replace("I kommunens verksamheter", "I kommunens alla verksamheter"), "utf-8")
    once = refresh_one(RefreshRequest(tmp_path / "saved" / deck.name, content_root=news, out=tmp_path / "once.pptx"))
    assert once.path is not None and [question.key for question in once.conflicts] == ["in-short/object"]

    def asked(item: str, mine: Path) -> list[str]:
        """What is asked once the guidance takes an item out."""
        less = tmp_path / item
        shutil.copytree(content_root(), less, ignore=shutil.ignore_patterns("drafts"))
        kinds, words = less / "slides.yaml", less / "sv/slides-guidance.yaml"
        for file, lines in ((kinds, 1), (words, 3)):
            head, sign, rest = file.read_text("utf-8").partition("\n  in-short:")
            file.write_text(head + sign + re.sub(rf"(?m)^ +{item}:(.*\n){{{lines}}}", "", rest, count=1), "utf-8")
        later = refresh_one(RefreshRequest(mine, content_root=less, out=tmp_path / f"later-{item}.pptx"))
        assert later.state != "refused"
        return [question.key for question in later.conflicts]

    assert asked("goals", once.path) == []
    assert asked("parts", once.path) == ["in-short/object:parts"]

    def coloured(_slide: Any, group: Any) -> None:
        part = next(shape for shape in group.shapes if "(row:support:title" in shape.name)
        part.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0x12, 0xAB, 0xCD)

    _in_short(once.path, coloured)
    assert asked("support", once.path) == ["in-short/object:support"]
