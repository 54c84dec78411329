"""One edited deck and the content of now: the new package is in the answer, and nothing is written."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation as Opened
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER

from deck.diagnostics import Severity
from deck.errors import UsageError
from deck.fleet import BuildRequest, build_one
from deck.making import RefreshRecipe
from deck.making.refresh import refresh
from deck.package import open_package, package_bytes
from deck.pptx.manifest import find_manifest


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", out=tmp_path_factory.mktemp("old")))
    assert built.path is not None, built.diagnostics
    return built.path


def test_the_answer_has_the_new_deck_and_the_disk_has_not(deck: Path) -> None:
    before = deck.read_bytes()
    found = refresh(RefreshRecipe(deck))
    assert found.state == "refreshed" and found.path is None and found.package is not None and found.changes
    assert found.recognised == found.slots > 0
    assert (found.release_before, found.place, found.outline) == ("2020-04-30", "1281", "kort")
    assert deck.read_bytes() == before and list(deck.parent.iterdir()) == [deck]


def test_to_the_release_that_it_is_of_there_is_nothing_to_do(deck: Path) -> None:
    found = refresh(RefreshRecipe(deck, release="2020-04-30"))
    assert (found.state, found.changes, found.package) == ("up-to-date", (), None)


def test_status_makes_no_package(deck: Path) -> None:
    found = refresh(RefreshRecipe(deck, status_only=True))
    assert found.state == "refreshed" and found.changes and found.package is not None
    assert found.package.parts == found.before.parts if found.before else False


@pytest.mark.parametrize(
    ("recipe", "code"),
    [
        ({"source": Path("saknas.pptx")}, "missing-file"),
        ({"place": "atlantis"}, "unknown-place"),
        ({"resolve": {"when/titel": "mine"}}, "unknown-conflict"),
        ({"lang": "en"}, "another-language"),
        ({"place": "kiruna"}, "another-place"),
    ],
)
def test_a_refused_deck_is_raised_with_its_reason(deck: Path, recipe: dict[str, object], code: str) -> None:
    with pytest.raises(UsageError) as raised:
        refresh(RefreshRecipe(**({"source": deck} | recipe)))  # type: ignore[arg-type]
    assert [item.code for item in raised.value.diagnostics] == [code]


def test_what_was_decided_is_said_again(deck: Path) -> None:
    asked = RefreshRecipe(deck, base="2020-04-30", place="lund", content_root=None)
    assert refresh(asked).again == ("--base", "2020-04-30", "--place", "lund")


LOCAL = """slides:
  - {{id: vart-program, after: when, title: Vårt eget miljöprogram, body: [Beslutat av fullmäktige, Följs upp varje år]}}
{more}"""
SECOND = "  - {id: vara-mal, after: vart-program, title: Våra egna mål, body: [Alla ska ha nära till natur]}\n"


def test_own_slides_of_a_deck_that_lost_its_memory_do_not_come_twice(tmp_path: Path) -> None:
    """Known by the file that is given now: its slides are there already, and one that has come since is new."""
    local = tmp_path / "local.yaml"
    local.write_text(LOCAL.format(more=""), "utf-8")
    built = build_one(BuildRequest("1281", "standard", local=local, out=tmp_path / "out"))
    assert built.path is not None, built.diagnostics
    package = open_package(built.path, "a.pptx")
    kept = {name: package.parts[name] for name in package.parts if not name.startswith("customXml/")}
    rels = {
        name: tuple(rel for rel in held if rel.kind != "customXml") for name, held in package.rels.items() if name in ("", *kept)
    }
    overrides = {name: kind for name, kind in package.overrides.items() if name in kept}
    lost = tmp_path / "lost.pptx"
    lost.write_bytes(package_bytes(replace(package, parts=kept, rels=rels, overrides=overrides)))
    again = refresh(RefreshRecipe(lost, local=local))
    assert (again.state, again.changes) == ("up-to-date", ())
    local.write_text(LOCAL.format(more=SECOND), "utf-8")
    found = refresh(RefreshRecipe(lost, local=local))
    added = [item.slide for item in found.changes if item.kind in ("slide-added", "slide-deleted", "own-slide")]
    assert added == ["vara-mal"] and not found.conflicts


OLD = Path(__file__).parents[2].parent / "shared" / "decks" / "v1"


@pytest.mark.skipif(not OLD.is_dir(), reason="the older decks are not here")
@pytest.mark.parametrize("path", sorted(OLD.glob("*.pptx")) if OLD.is_dir() else [], ids=lambda path: path.stem)
def test_an_older_deck_whose_memory_was_taken_away_bears_no_hand(path: Path, tmp_path: Path) -> None:
    """As PowerPoint's own inspection of documents takes it: what an earlier version drew otherwise is no work of its owner's."""
    package = open_package(path)
    part = find_manifest(package)
    assert part is not None
    bare = tmp_path / path.name
    bare.write_bytes(package_bytes(package.replace({part: b"<gone/>"})))
    found = refresh(RefreshRecipe(source=bare))
    assert found.whole and not found.conflicts
    assert not [item for item in found.diagnostics if item.severity >= Severity.WARNING]


@pytest.mark.skipif(not OLD.is_dir(), reason="the older decks are not here")
@pytest.mark.parametrize("path", sorted(OLD.glob("*.pptx")) if OLD.is_dir() else [], ids=lambda path: path.stem)
def test_a_cell_coloured_in_an_older_deck_keeps_its_colour_in_the_look_of_now(path: Path, tmp_path: Path) -> None:
    opened: Any = Opened(str(path))
    tables = [shape.table for slide in opened.slides for shape in slide.shapes if shape.has_table]
    tables[-1].cell(1, 0).fill.solid()
    tables[-1].cell(1, 0).fill.fore_color.rgb = RGBColor(0xFF, 0xFF, 0x99)
    opened.save(tmp_path / path.name)
    found = refresh(RefreshRecipe(source=tmp_path / path.name))
    assert found.package is not None and found.whole
    slides = Opened(io.BytesIO(package_bytes(found.package))).slides
    assert sum(etree.tostring(slide._element).count(b'val="FFFF99"') for slide in slides) == 1


COLUMN = OLD.parents[1] / "cases" / "refresh" / "column.pptx"


@pytest.mark.skipif(not COLUMN.is_file(), reason="the shared cases are not here")
def test_where_the_owner_parts_a_table_its_pages_are_told_apart_and_have_what_is_new() -> None:
    """A column of their own on the first page alone; the guidance calls another one otherwise, and has a new line at the foot."""
    found = refresh(RefreshRecipe(source=COLUMN))
    assert found.whole and not found.conflicts and found.package is not None
    assert not [item for item in found.diagnostics if item.severity >= Severity.WARNING]
    slides: list[Any] = [
        slide for slide in Opened(io.BytesIO(package_bytes(found.package))).slides if slide.shapes.title is not None
    ]
    pages = [slide for slide in slides if slide.shapes.title.text_frame.text.startswith("Varje uppgift")]
    assert [slide.shapes.title.text_frame.text[-8:].replace("\xa0", " ") for slide in pages] == ["(1 av 2)", "(2 av 2)"]
    heads = [next(shape for shape in slide.shapes if shape.has_table).table.rows[0].cells for slide in pages]
    assert [[cell.text for cell in head] for head in heads] == [
        ["Titel", "Utgivare", "Egen kolumn", "År"],
        ["Titel", "Utgivare", "År"],
    ]
    assert all(any(shape.name == "Källa (provenance)" for shape in slide.shapes) for slide in pages)


def built_from(release: str, tmp_path: Path) -> Path:
    made = build_one(BuildRequest("1281", "standard", release=release, out=tmp_path / "out"))
    assert made.path is not None, made.diagnostics
    return made.path


@pytest.mark.parametrize("release", ["2020-04-30", "2021"])
def test_an_untouched_deck_of_another_release_is_as_untouched_afterwards(release: str, tmp_path: Path) -> None:
    """What the refresh itself made of it, a table's columns and rows among that, is no work of its owner's."""
    found = refresh(RefreshRecipe(built_from(release, tmp_path)))
    assert found.whole and not found.conflicts and found.package is not None
    after = tmp_path / "after.pptx"
    after.write_bytes(package_bytes(found.package))
    again = refresh(RefreshRecipe(after))
    assert (again.state, again.changes) == ("up-to-date", ())


def at_the_foot(opened: Any) -> list[Any]:
    kinds = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
    shapes = [shape for slide in opened.slides for shape in slide.placeholders]
    return [shape for shape in shapes if shape.placeholder_format.type in kinds]


@pytest.mark.parametrize("every", [True, False])
def test_what_its_owner_took_from_the_foot_of_the_slides_stays_away(every: bool, tmp_path: Path) -> None:
    """From all: then new ones have none either. From one whose kind becomes another: then from that."""
    path = built_from("2021", tmp_path)
    opened: Any = Opened(str(path))
    for shape in at_the_foot(opened):
        slide = shape.part.slide
        if every or slide._element.cSld.get("name") == "why":
            shape._element.getparent().remove(shape._element)
    opened.save(str(path))
    found = refresh(RefreshRecipe(path))
    assert found.package is not None
    after: Any = Opened(io.BytesIO(package_bytes(found.package)))
    left = {shape.part.slide._element.cSld.get("name") for shape in at_the_foot(after)}
    assert not left if every else left and "why" not in left
