"""A picture that fills a part of a drawing: where the part goes, one loss is told once."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from deck.drawing.names import qn
from deck.fleet import BuildRequest, RefreshRequest, build_one
from deck.fleet.refresh import refresh_one
from deck.making import refresh as making

SLIDE, SLOT, ITEM = "in-short", "object", "parts"


def _filled(path: Path) -> None:
    opened: Any = Presentation(str(path))
    slide, part = next(
        (slide, part)
        for slide in opened.slides
        for group in slide.shapes
        if group.shape_type == 6
        for part in group.shapes
        if part.name.endswith(f"(row:{ITEM}:title)")
    )
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 30, 30)).save(picture, "PNG")
    look = part._element.spPr
    for fill in [item for item in look if item.tag in (qn("a:solidFill"), qn("a:noFill"))]:
        look.remove(fill)
    fill = look.makeelement(qn("a:blipFill"), {})
    fill.append(fill.makeelement(qn("a:blip"), {qn("r:embed"): slide.part.get_or_add_image_part(picture)[1]}))
    stretched = fill.makeelement(qn("a:stretch"), {})
    stretched.append(fill.makeelement(qn("a:fillRect"), {}))
    fill.append(stretched)
    look.find(qn("a:prstGeom")).addnext(fill)
    opened.save(str(path))


@pytest.mark.parametrize("change", ["cards", "less", "gone"])
@pytest.mark.parametrize("office", [False, True])
def test_a_lost_fill_is_told_once(
    tmp_path: Path,
    saved_by_office: Callable[[Sequence[Path], Path], None],
    monkeypatch: pytest.MonkeyPatch,
    change: str,
    office: bool,
) -> None:
    deck = build_one(BuildRequest("lund", "kort", out=tmp_path)).path
    assert deck is not None
    _filled(deck)
    if office:
        saved_by_office([deck], tmp_path / "saved")
        deck = tmp_path / "saved" / deck.name
    whole: Any = making.theirs_of

    def otherwise(block: Any) -> Any:
        if change == "cards":
            return replace(block, form="cards")
        return replace(block, items=tuple(item for item in block.items if item.id != ITEM))

    def news(*given: Any) -> Any:
        said = whole(*given)
        if change == "gone":
            return replace(said, release="later", slides=tuple(slide for slide in said.slides if slide.id != SLIDE))
        slide = next(slide for slide in said.slides if slide.id == SLIDE)
        slots = tuple(replace(slot, block=otherwise(slot.block)) if slot.id == SLOT else slot for slot in slide.slots)
        slides = tuple(replace(one, slots=slots) if one is slide else one for one in said.slides)
        return replace(said, release="later", slides=slides)

    monkeypatch.setattr(making, "theirs_of", news)
    asked = refresh_one(RefreshRequest(deck, out=tmp_path / "asked.pptx"))
    assert [question.slide for question in asked.conflicts] == [SLIDE]
    given = refresh_one(RefreshRequest(deck, out=tmp_path / "given.pptx", prefer="theirs"))
    told = [item.message for item in given.diagnostics if item.code in ("lost", "went-along")]
    assert len(told) == 1 and told[0].count("bild") + told[0].count("picture") == 1, told
    assert given.path is not None
    after = refresh_one(RefreshRequest(given.path, out=tmp_path / "after.pptx"))
    assert (after.path, after.conflicts, after.diagnostics) == (None, (), ())
