"""Any deck judged, and mended where that is safe."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from web_client import faulty

from deck.errors import DeckError
from deck.web.jobs.check import check, mended
from deck.web.shown import unpacked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "Fel.pptx").write_bytes(faulty())
    return tmp_path / "Fel.pptx"


def test_faults_where_they_are_with_why_and_how(path: Path) -> None:
    found = check(path)
    assert (found.called, found.slides, found.clean) == ("Fel.pptx", 1, False)
    slide = next(group for group in found.groups if group.key)
    assert slide.items and all(item.why and item.mends and item.messages for item in slide.items)
    marks = {spot for item in slide.items for _place, _message, spot in item.messages if spot}
    svg: Any = etree.fromstring(unpacked(dict(found.svgs)[slide.key]).encode())
    drawn = {"".join(item.itertext()).strip() for item in svg.iter("{*}text")}
    assert marks and marks <= drawn


def test_what_is_safe_is_mended_and_found_no_more(path: Path) -> None:
    before = check(path)
    assert before.fixable
    name, data = mended(path)
    assert name != path.name and path.read_bytes() == faulty()
    Presentation(io.BytesIO(data))
    (path.parent / name).write_bytes(data)
    after = check(path.parent / name)
    assert not after.fixable and sum(len(group.items) for group in after.groups) < sum(len(g.items) for g in before.groups)
    with pytest.raises(DeckError, match="nothing"):
        mended(path.parent / name)


def test_what_is_no_deck_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pptx").write_bytes(b"no deck")
    with pytest.raises(DeckError):
        check(tmp_path / "x.pptx")
