"""Tables in a program's looks, which nobody can tell from an owner's: still until a hand touches them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from refresh_corpus import generated
from refresh_releases import BASE

from deck.content import content_root
from deck.drawing.names import qn
from deck.fleet import BuildRequest, RefreshRequest, build_one
from deck.fleet.refresh import refresh_one
from deck.package import open_package
from deck.pptx import read_pptx
from deck.presentation import Chart, Table, Text
from deck.refresh.digests import digests_on
from deck.refresh.document import Document
from deck.refresh.guard.side import Side, whose
from deck.refresh.unsure import KEY, standing_still, to_remember

SLIDE = "next-steps"


def test_of_texts_those_with_an_owner_s_words_are_remembered_until_a_hand_touches_one() -> None:
    document = Document(open_package(generated(), "test"))
    here = digests_on(Side.of(document.deck()), said=BASE)
    every = frozenset((slide.id, slot.id) for slide in BASE.slides for slot in slide.slots)
    own = next((slide.id, slot.id) for slide in BASE.slides for slot in slide.slots if isinstance(slot.block, Text))
    kept = to_remember(every, BASE, here, {}, {own})
    found = {(s.id, slot.id) for s in BASE.slides for slot in s.slots if isinstance(slot.block, (Table, Chart))}
    assert standing_still(kept, document.deck()) == found | {own}
    assert to_remember(found, BASE, here, {}, {own}) == to_remember(every, BASE, here, {})
    part = next(piece.part for piece in document.deck().slides if piece.slide == own[0])
    shape = next(shape for shape in document.tree(part).iter(qn("p:sp")) if whose(shape) == own[1])
    next(shape.iter(qn("a:rPr"))).set("u", "sng")
    assert standing_still(kept, document.deck()) == found


def test_tables_and_charts_alone_are_remembered_until_a_hand_touches_one() -> None:
    document = Document(open_package(generated(), "test"))
    here = digests_on(Side.of(document.deck()))
    every = frozenset((slide.id, slot.id) for slide in BASE.slides for slot in slide.slots)
    kept = to_remember(every, BASE, here, {})
    found = {(s.id, slot.id) for s in BASE.slides for slot in s.slots if isinstance(slot.block, (Table, Chart))}
    assert standing_still(kept, document.deck()) == found and ("table", "object") in found
    assert to_remember(every, BASE, here, here) == to_remember((), BASE, here, {}) == {}
    part = next(piece.part for piece in document.deck().slides if piece.slide == "table")
    for fill in list(document.tree(part).iter(qn("a:tcPr")))[:1]:
        fill.set("anchor", "b")
    assert standing_still(kept, document.deck()) == found - {("table", "object")}


@pytest.mark.parametrize("said", ["", "{", "{}", "[1, null]", '["why"]', '["why/object"]', 7])
def test_what_is_damaged_is_nothing(said: Any) -> None:
    assert standing_still({KEY: said}, read_pptx(open_package(generated(), "test"))) == frozenset()


def test_a_table_that_libreoffice_saved_is_not_asked_about_one_refresh_later_either(
    tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    """But one whose owner gave a cell a colour since is."""
    deck = build_one(BuildRequest("uppsala", "standard", out=tmp_path)).path
    assert deck is not None
    saved_by_office([deck], tmp_path / "saved")
    news, without = (tmp_path / name for name in ("news", "without"))
    for folder in (news, without):
        shutil.copytree(content_root(), folder, ignore=shutil.ignore_patterns("drafts"))
    words = news / "sv/slides-guidance.yaml"
    words.write_text(words.read_text("utf-8").replace("I kommunens verksamheter", "I kommunens alla verksamheter"), "utf-8")
    outlines = without / "outlines.yaml"
    said = outlines.read_text("utf-8")
    start, end = said.index("\n  standard:"), said.index("\n  konferens:")
    plan = re.sub(rf"(?m)^      {SLIDE}: [\d.]+\n", "", said[start:end])
    plan = re.sub(rf"(\[|, ){SLIDE}(?=[,\]])", lambda found: "[" if found[1] == "[" else "", plan).replace("[, ", "[")
    outlines.write_text(said[:start] + plan + said[end:], "utf-8")
    once = refresh_one(RefreshRequest(tmp_path / "saved" / deck.name, content_root=news, out=tmp_path / "once.pptx"))
    assert once.path is not None and [item for item in once.changes if item.kind == "kept"] == []
    later = refresh_one(RefreshRequest(once.path, content_root=without, out=tmp_path / "later.pptx"))
    assert later.conflicts == () and [item for item in later.changes if item.kind == "kept"] == []
    opened: Any = Presentation(str(once.path))
    slide = next(s for s in opened.slides if s.shapes.title is not None and "fyra steg" in s.shapes.title.text_frame.text)
    cell = next(shape for shape in slide.shapes if shape.has_table).table.cell(1, 1)
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor(0xAB, 0x12, 0xCD)
    own = tmp_path / "own.pptx"
    opened.save(str(own))
    asked = refresh_one(RefreshRequest(own, content_root=without, out=tmp_path / "asked.pptx"))
    assert [item.slide for item in asked.conflicts] == [SLIDE]


def test_a_text_with_a_word_put_in_after_libreoffice_is_not_asked_about_one_refresh_later_either(
    tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    """But one whose owner has coloured it since is."""
    goal, word = "Generationsmålet", "överlämna allt"
    deck = build_one(BuildRequest("lund", "standard", out=tmp_path)).path
    assert deck is not None
    saved_by_office([deck], tmp_path / "saved")
    mine, once = tmp_path / "saved" / deck.name, tmp_path / "once.pptx"

    def quoted(path: Path) -> tuple[Any, Any]:
        opened: Any = Presentation(str(path))
        slide = next(s for s in opened.slides if s.shapes.title is not None and s.shapes.title.text_frame.text.startswith(goal))
        shapes = [shape for shape in slide.shapes if shape.has_text_frame]
        runs = [run for shape in shapes for lines in shape.text_frame.paragraphs for run in lines.runs]
        return opened, next(run for run in runs if "generation" in run.text and "Generationsmål" not in run.text)

    opened, run = quoted(mine)
    run.text += f" {word}"
    opened.save(str(mine))
    news, other = (tmp_path / name for name in ("news", "other"))
    shutil.copytree(content_root(), news, ignore=shutil.ignore_patterns("drafts"))
    words = news / "sv/slides-place.yaml"
    said = words.read_text("utf-8")
    assert "Välj de mål som betyder mest" in said
    words.write_text(said.replace("Välj de mål som betyder mest", "Välj de mål som betyder allra mest"), "utf-8")
    shutil.copytree(news, other)
    kinds = other / "slides.yaml"
    assert "kind: quote-dark" in kinds.read_text("utf-8")
    kinds.write_text(kinds.read_text("utf-8").replace("kind: quote-dark", "kind: quote", 1), "utf-8")
    first = refresh_one(RefreshRequest(mine, content_root=news, out=once))
    assert first.path == once and first.conflicts == ()
    later = refresh_one(RefreshRequest(once, content_root=other, out=tmp_path / "later.pptx"))
    assert later.conflicts == () and later.path is not None and word in quoted(later.path)[1]._r.getparent().xpath("string(.)")
    opened, run = quoted(once)
    run.font.color.rgb = RGBColor(0xAB, 0x12, 0xCD)
    own = tmp_path / "own.pptx"
    opened.save(str(own))
    asked = refresh_one(RefreshRequest(own, content_root=other, out=tmp_path / "asked.pptx"))
    assert [(item.slide, item.property) for item in asked.conflicts] == [("generational-goal", "kind")]
