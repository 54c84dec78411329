"""The slides as a PDF: tagged, of the slides' size, the same bytes each time."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from shutil import which

import pytest
from typeset_made import deck_made, empty, package_made, structure, tags

from deck.errors import InputError
from deck.files import PDF
from deck.typeset.slides import pdf_of, source_of, write


def test_it_is_a_sealed_pdf_the_same_each_time() -> None:
    one = pdf_of(deck_made())
    assert one == pdf_of(deck_made()) == write(None, None, package_made())  # type: ignore[arg-type]
    assert PDF.alike(one) and PDF.ours(one) and not PDF.ours(one.replace(b"%PDF-1.7", b"%PDF-1.6"))


def test_headings_lists_tables_links_and_figures_are_tagged() -> None:
    found = tags(pdf_of(deck_made()))
    assert found.count("H1") == 1 and found.count("H2") == 3
    assert {"L", "LI", "Lbl", "LBody", "Table", "TH", "TD", "Link", "P"} <= {*found}
    assert found.count("TH") == 2 and found.count("Figure") == 2
    said = structure(pdf_of(deck_made()))
    assert said.index('"Rubrik 1"') < said.index('"Vi når "') < said.index('"RUS webbplats"') < said.index('"Rubrik 2"')


def test_it_says_that_it_is_pdf_ua_and_its_title_and_language() -> None:
    pdf = pdf_of(deck_made())
    assert re.search(rb"pdfuaid:part>1<", pdf) and b"/Lang (sv-SE)" in pdf.replace(b"/Lang(", b"/Lang (")
    assert "Prov & försök".encode() in pdf or b"Prov &amp; f" in pdf
    assert b"/Alt" in pdf and b"/Outlines" in pdf


def test_pages_are_as_large_as_the_slides() -> None:
    if which("pdfinfo") is None:
        pytest.skip("pdfinfo (poppler-utils) is not here")
    said = subprocess.run(["pdfinfo", "-"], input=pdf_of(deck_made()), capture_output=True, check=True).stdout.decode()
    assert re.search(r"Pages:\s+4\n", said) and re.search(r"Page size:\s+960 x 540 pts", said)


def test_lines_break_as_on_the_slide() -> None:
    source = source_of(deck_made())
    (body,) = [line for line in source.splitlines() if '"Vi når "' in line]
    lines = [re.findall(r'text\([^"]*"[^"]*"[^"]*?, "([^"]*)"\)|, "([^"]*)"\)', part) for part in body.split("linebreak()")]
    assert len(lines) >= 2


def test_a_deck_with_nothing_to_show_is_no_pdf() -> None:
    with pytest.raises(InputError) as caught:
        pdf_of(empty(), "tom.pptx")
    assert caught.value.diagnostics[0].code == "no-slides" and "tom.pptx" in str(caught.value)


@pytest.mark.parametrize("module", ["deck.typeset.slides", "deck.typeset.handout"])
def test_another_checker_of_pdf_ua_finds_nothing(module: str, tmp_path: Path) -> None:
    pytest.importorskip("pdfua")
    path = tmp_path / "prov.pdf"
    path.write_bytes(import_module(module).of_file(package_made()))
    done = subprocess.run([sys.executable, "-m", "pdfua", "check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("place", "outline"), [("lund", "kort"), ("lund", "konferens"), ("västra götalands län", "standard")])
def test_every_deck_of_ours_has_its_pdf_and_handout(place: str, outline: str, tmp_path: Path) -> None:
    from deck.cli import main

    assert main(["build", *place.split(), "--outline", outline, "--pdf", "--handout", "-o", str(tmp_path)]) == 0
    assert len(list(tmp_path.glob("*.pdf"))) == 2
