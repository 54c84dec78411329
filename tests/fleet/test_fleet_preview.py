"""Pictures of decks: a PNG a slide, a page, and what is asked for beside them."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from deck.errors import DeckError
from deck.files import HTML, PDF, PNG
from deck.fleet.preview import PreviewRequest, by_office, drawn, preview_one
from deck.making.recipe import Recipe


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck that somebody made in another program."""
    made: Any = Presentation()
    for n in range(3):
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = f"Egen rubrik {n + 1}"
        slide.shapes.add_shape(MSO_SHAPE.CLOUD, Inches(1), Inches(2), Inches(2), Inches(1)).text_frame.text = "Moln"
    made.slides[1]._element.set("show", "0")
    path = tmp_path_factory.mktemp("egen") / "egen.pptx"
    made.save(path)
    return path


def test_a_file_s_slides_are_drawn_hidden_ones_left_out_and_what_is_not_drawn_said(edited: Path, tmp_path: Path) -> None:
    done = preview_one(PreviewRequest(edited, out=tmp_path, width=320))
    assert done.exit_code == 0 and done.page == tmp_path / "egen-bilder/index.html" and done.page is not None
    assert [path.name for path in done.pictures] == ["01.png", "02.png"]
    assert PNG.is_ours(done.pictures[0]) and HTML.is_ours(done.page)
    with Image.open(done.pictures[0]) as picture:
        assert picture.size == (320, 240)
    page = done.page.read_text("utf-8")
    assert "Egen rubrik 3" in page and "Egen rubrik 2" not in page
    assert ("not-drawn", 1) in [(item.code, item.where.slide) for item in done.diagnostics]


def test_a_strict_file_s_slides_are_drawn_as_those_of_any_other(edited: Path, tmp_path: Path) -> None:
    """Saved as "Strict Open XML Presentation": the same elements under other names."""
    path = tmp_path / "strikt.pptx"
    with zipfile.ZipFile(edited) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for area in ("presentationml/2006", "drawingml/2006", "officeDocument/2006"):
                strict = f"http://purl.oclc.org/ooxml/{area.partition('/')[0]}"
                data = data.replace(f"http://schemas.openxmlformats.org/{area}".encode(), strict.encode())
            new.writestr(name, data)
    done = preview_one(PreviewRequest(path, out=tmp_path, width=160))
    assert done.exit_code == 0 and [item.name for item in done.pictures] == ["01.png", "02.png"]


def test_pdf_handout_and_page_come_of_a_file_too_and_again_where_unchanged(edited: Path, tmp_path: Path) -> None:
    request = PreviewRequest(edited, out=tmp_path, width=160, also=("pdf", "handout", "html"))
    done = preview_one(request)
    assert [path.name for path in done.also] == ["egen.pdf", "egen-utdelning.pdf", "egen.html"]
    before = [path.read_bytes() for path in (*done.also, *done.pictures)]
    again = preview_one(request)
    assert again.exit_code == 0 and [path.read_bytes() for path in (*again.also, *again.pictures)] == before
    assert PDF.ours(before[0]) and b"Egen rubrik 3" in before[2]


def test_what_somebody_has_changed_stays(edited: Path, tmp_path: Path) -> None:
    done = preview_one(PreviewRequest(edited, out=tmp_path, width=160))
    assert done.page is not None
    done.page.write_text("<!doctype html>mitt", "utf-8")
    again = preview_one(PreviewRequest(edited, out=tmp_path, width=160))
    assert again.exit_code == 1 and done.page.read_text("utf-8") == "<!doctype html>mitt"


def test_a_place_s_deck_is_drawn_without_being_written(tmp_path: Path) -> None:
    done = preview_one(PreviewRequest(recipe=Recipe("1281", outline="kort"), out=tmp_path, width=160))
    assert done.exit_code == 0 and len(done.pictures) >= 5
    assert not list(tmp_path.rglob("*.pptx"))


def test_what_is_no_presentation_is_said(tmp_path: Path) -> None:
    path = tmp_path / "trasig.pptx"
    path.write_bytes(b"nej")
    done = preview_one(PreviewRequest(path, out=tmp_path / "ut"))
    assert done.page is None and done.exit_code != 0 and done.diagnostics
    assert not (tmp_path / "ut").exists()


def test_many_pictures_are_drawn_in_order_in_processes() -> None:
    svgs = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 {n}"><rect width="9" height="9"/></svg>' for n in range(10, 40)
    ]
    sizes = [Image.open(io.BytesIO(data)).size for data in drawn(svgs, 120)]
    assert sizes == [(120, n) for n in range(10, 40)]
    with pytest.raises(DeckError):
        drawn(["<svg"], 120)


def test_a_renderer_that_is_not_there_is_said(edited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    done = preview_one(PreviewRequest(edited, out=tmp_path, renderer="libreoffice"))
    assert done.exit_code == 2 and "LibreOffice" in done.diagnostics[-1].message and not list(tmp_path.iterdir())


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="LibreOffice or poppler is not here")
def test_libreoffice_draws_the_shown_slides(edited: Path) -> None:
    pictures = by_office(edited.read_bytes(), 240, "egen.pptx")
    assert len(pictures) == 2 and Image.open(io.BytesIO(pictures[0])).size == (240, 180)
