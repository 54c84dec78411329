"""Whose look a deck was made in that has lost its memory and its masters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu

from deck.fleet import BuildRequest, build_one
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.making.houses import knows_look, was_made_in
from deck.package import open_package, package_bytes
from deck.pptx.manifest import read_manifest
from deck.template import Template, read_template


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = build_one(BuildRequest("1281", "kort", release="2020-04-30", out=tmp_path_factory.mktemp("old")))
    assert made.path is not None, made.diagnostics
    return made.path


WIDE = 12_192_000


def foreign(path: Path, *, width: int = WIDE) -> Path:
    """A house's template: a green theme, on slides as wide as that."""
    deck: Any = Presentation()
    deck.slide_width = Emu(width)
    for layout in (deck.slide_master, *deck.slide_layouts):
        for shape in layout.placeholders:
            if shape.left is not None:
                shape.left, shape.width = shape.left * width // 9_144_000, shape.width * width // 9_144_000
    part = next(rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    words = part.blob.decode("utf-8")
    for name in ("accent1", "accent2", "dk2", "lt2"):
        at = words.index(f"<a:{name}>")
        start = words.index('val="', at) + 5
        words = words[:start] + "1E7A3C" + words[start + 6 :]
    part._blob = words.encode("utf-8")
    deck.save(str(path))
    return path


def told(path: Path, template: Template) -> bool:
    package = open_package(path)
    manifest = read_manifest(package)
    assert manifest is not None
    return was_made_in(package, manifest.base, template)


def test_a_deck_has_the_colours_of_the_look_that_it_was_made_in(built: Path, tmp_path: Path) -> None:
    other = foreign(tmp_path / "mall.pptx")
    there = build_one(BuildRequest("1281", "kort", release="2020-04-30", template=other, out=tmp_path))
    assert there.path is not None, there.diagnostics
    assert told(there.path, read_template(other)) and not told(built, read_template(other))


def test_on_slides_of_another_size_it_is_another(built: Path, tmp_path: Path) -> None:
    wide = foreign(tmp_path / "bred.pptx", width=9_000_000)
    assert not told(built, read_template(wide))


def test_a_few_colours_of_an_owners_change_nothing(built: Path, tmp_path: Path) -> None:
    other = foreign(tmp_path / "mall.pptx")
    there = build_one(BuildRequest("1281", "kort", release="2020-04-30", template=other, out=tmp_path))
    assert there.path is not None
    deck: Any = Presentation(str(there.path))
    shape = deck.slides[1].shapes.add_textbox(0, 0, 900_000, 300_000)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string("D000D0")
    deck.save(str(tmp_path / "min.pptx"))
    assert told(tmp_path / "min.pptx", read_template(other))


def test_a_house_s_look_stays_where_a_program_took_the_memory_of_it(
    tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    """By way of .odp LibreOffice takes both: the deck does not fall back on the standard look, and the mall is asked for."""
    template = foreign(tmp_path / "mall.pptx")
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", template=template, out=tmp_path))
    assert built.path is not None, built.diagnostics
    saved_by_office([built.path], tmp_path / "saved")
    saved = tmp_path / "saved" / built.path.name
    package = open_package(saved)
    rels = {owner: tuple(rel for rel in package.rels[owner] if rel.kind != "customXml") for owner in package.rels}
    gone = {part: None for part in package.parts if part.startswith("customXml/")}
    saved.write_bytes(package_bytes(package.replace(gone, gone, rels)))
    assert read_manifest(open_package(saved)) is None
    result = refresh_one(RefreshRequest(saved, release="2026"))
    codes = {item.code for item in result.diagnostics}
    assert result.path is not None and "lost-look" in codes and "rebranded" not in codes, result.diagnostics
    given = refresh_one(RefreshRequest(saved, release="2026", template=template, out=tmp_path / "given.pptx"))
    assert given.path is not None and "lost-look" not in {item.code for item in given.diagnostics}
    # The memory that it was given then knows of no look: the next saving makes no standard look of it, either.
    saved_by_office([result.path], tmp_path / "again")
    again = refresh_one(RefreshRequest(tmp_path / "again" / result.path.name, release="2021"))
    codes = {item.code for item in again.diagnostics}
    assert again.path is not None and "lost-look" in codes and "rebranded" not in codes, again.diagnostics


def test_a_memory_without_a_look_knows_of_none(built: Path) -> None:
    manifest = read_manifest(open_package(built))
    assert manifest is not None and knows_look(manifest)
    assert not knows_look(replace(manifest, template="")) and not knows_look(None)
