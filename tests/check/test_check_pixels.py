"""What deck writes in odd templates, and what `deck check` says of it, against the pixels that are drawn."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
from odd_templates import made
from pixels import by_libreoffice, failing, judged, ours

from deck.brand import load_brand
from deck.check import check_package
from deck.check.registry import own_rules
from deck.compose import compose
from deck.layout import lay_out
from deck.making import Recipe, content_of
from deck.package import Package, open_package, package_bytes
from deck.places import load_places
from deck.pptx import write_pptx
from deck.template import read_template

CONTRAST = tuple(rule for rule in own_rules() if rule.code == "accessible/contrast-text")
ODD = ("title-bar", "windows", "sixteen-bits", "few-colours", "photograph", "waves")


@cache
def deck(name: str) -> Package:
    register = load_places()
    place = register.find("lund")
    said = compose(content_of(Recipe(place.code, "kort")), place, register, load_brand(place, register), outline="kort")
    return open_package(package_bytes(write_pptx(said, lay_out(said, read_template(made(name))))), name)


def in_black(package: Package) -> Package:
    """Every title's words black, whatever they stand on."""
    black = b'<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    parts: dict[str, bytes | None] = {}
    for name in package.parts:
        if name.startswith("ppt/slides/slide"):
            head, mark, rest = package.parts[name].partition(b"</p:sp>")
            parts[name] = head.replace(b' dirty="0"/><a:t>', b' dirty="0">' + black + b"</a:rPr><a:t>") + mark + rest
    return package.replace(parts)


@pytest.mark.parametrize("name", ODD)
def test_words_read_in_the_pixels(name: str) -> None:
    assert failing(judged(deck(name), ours)) == []


@pytest.mark.parametrize("name", ("windows", "sixteen-bits"))
def test_what_does_not_read_in_the_pixels_is_told(name: str) -> None:
    spoilt = in_black(deck(name))
    found = {(item.where.slide, item.where.shape) for item in check_package(spoilt, name, CONTRAST).findings}
    wrong = {(item.slide, item.shape) for item in failing(judged(spoilt, ours)) if "title" in item.shape}
    assert wrong and wrong <= found


def test_libreoffice_draws_them_so_that_they_read(tmp_path: Path) -> None:
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        pytest.skip("LibreOffice or poppler is not on this machine")
    assert failing(judged(deck("windows"), by_libreoffice(tmp_path))) == []
