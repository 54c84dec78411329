"""Slides that an owner pasted from a newer deck before the guidance brought them."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from refresh_corpus import generated
from refresh_releases import BASE

from deck.diagnostics import Diagnostics
from deck.making import Recipe, RefreshRecipe, make
from deck.making.refresh import refresh
from deck.package import open_package, package_bytes
from deck.places import load_places
from deck.pptx import read_pptx
from deck.refresh.pasted import PastedSlide, pasted_in, with_pasted

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def test_what_the_base_does_not_have_is_known_by_its_id() -> None:
    deck = read_pptx(open_package(generated(), "t"))
    less = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id not in ("cards", "qr")))
    assert {item.slide for item in pasted_in(deck, less)} == {"cards", "qr"} and pasted_in(deck, BASE) == ()


def test_such_slides_come_after_those_that_they_follow_in_the_guidance() -> None:
    less = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id not in ("title", "cards")))
    pasted = [PastedSlide("title", noted=True), PastedSlide("cards", noted=False), PastedSlide("elsewhere", noted=True)]
    found = with_pasted(less, BASE, pasted)
    assert [slide.id for slide in found.slides] == [slide.id for slide in BASE.slides]
    assert found.slides[0] == BASE.slides[0] and not next(slide for slide in found.slides if slide.id == "cards").notes
    assert with_pasted(less, less, pasted) is less
    alone = with_pasted(replace(less, sections=less.sections[1:]), BASE, pasted)
    assert all(slide.section in {item.id for item in less.sections} for slide in alone.slides)


@cache
def built(release: str) -> bytes:
    made = make(Recipe("1281", "kort", release=release), load_places().find("1281"), Diagnostics())
    assert made.package is not None
    return package_bytes(made.package)


def pasted(tmp_path: Path, words: str = "") -> tuple[Path, str]:
    """A deck of 2021 with a slide of 2026 in it, as PowerPoint pastes one, and that slide's title; `words`: written over it."""
    paths = [tmp_path / f"{release}.pptx" for release in ("2021", "2026")]
    for path in paths:
        path.write_bytes(built(path.stem))
    ids = [{piece.slide for piece in read_pptx(open_package(path)).slides} for path in paths]
    new = next(piece for piece in read_pptx(open_package(paths[1])).slides if piece.slide in ids[1] - ids[0])
    old, coming = (Presentation(str(path)) for path in paths)
    source: Any = next(slide for slide in coming.slides if str(slide.part.partname).lstrip("/") == new.part)
    slide: Any = old.slides.add_slide(old.slide_layouts[0])
    slide._element[:] = [copy.deepcopy(item) for item in source._element]
    for rel in source.part.rels.values():
        if rel.is_external:
            rid = slide.part.relate_to(rel.target_ref, rel.reltype, is_external=True)
        elif rel.reltype.endswith("/tags"):
            target = rel.target_part
            part = Part(PackURI("/ppt/tags/tag999.xml"), target.content_type, slide.part.package, target.blob)
            rid = slide.part.relate_to(part, rel.reltype)
        else:
            continue
        for item in slide._element.iter():
            for name in [name for name, value in item.attrib.items() if name.startswith(R) and value == rel.rId]:
                item.set(name, rid)
    own = tmp_path / "own.pptx"
    old.save(str(own))
    again: Any = Presentation(str(own))
    frame = again.slides[-1].shapes.title.text_frame
    title = frame.text
    frame.text = words or title
    again.save(str(own))
    return own, title


@pytest.mark.parametrize("words", ["", "Vår egen rubrik"])
def test_a_slide_that_the_guidance_brings_later_stands_once_with_its_owner_s_words(tmp_path: Path, words: str) -> None:
    path, title = pasted(tmp_path, words)
    found = refresh(RefreshRecipe(path, release="2026"))
    assert found.package is not None
    out = tmp_path / "new.pptx"
    out.write_bytes(package_bytes(found.package))
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(out)).slides if slide.shapes.title is not None]
    assert titles.count(words or title) == 1 and (not words or title not in titles)
    assert len(titles) == len(Presentation(str(tmp_path / "2026.pptx")).slides)
