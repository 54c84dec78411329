"""Names of shapes: whose they are."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from refresh_corpus import generated

from deck.drawing.sheet import properties_of
from deck.package import open_package
from deck.package.names import A, P
from deck.refresh.guard.called import call_alike, is_own, names_tell, own_name_of

MARK = "http://schemas.microsoft.com/office/drawing/2014/main"


def shape(name: str, words: str = "", mark: str = "{A}") -> etree._Element:
    said = f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody>"
    ids = f'<a:extLst><a:ext uri="x"><c:creationId xmlns:c="{MARK}" id="{mark}"/></a:ext></a:extLst>'
    about = f'<p:nvSpPr><p:cNvPr id="2" name="{name}">{ids}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    return etree.fromstring(f'<p:sp xmlns:p="{P}" xmlns:a="{A}">{about}{said}</p:sp>')


@pytest.mark.parametrize("name", ["!!1", "!!Kort (card:one)", "Vår logotyp", "Logga, vit (ny variant)", "Bild till vänster"])
def test_an_owner_s_name_is_neither_ours_nor_a_program_s(name: str) -> None:
    assert is_own(name) and own_name_of(shape(name)) == name


@pytest.mark.parametrize(
    "name",
    [
        *("", " ", "Rectangle 5", "Rektangel 5", "textruta 12", "PlaceHolder 3", "Google Shape;71;p14", "Content Placeholder 2"),
        *("Rubrik (title)", "Agenda 2030 (card:one:title)", "Sidfot", "Footer", "Notes (body)"),
    ],
)
def test_ours_and_those_that_programs_give_are_none(name: str) -> None:
    assert not is_own(name) and own_name_of(shape(name)) == ""


def test_a_name_that_repeats_the_shape_s_words_is_keynote_s() -> None:
    assert own_name_of(shape("Vägledning för", "Vägledning för miljömål")) == ""
    assert own_name_of(shape("!!Mål", "!!Mål")) == "!!Mål"


def renamed(name: bytes, every: int) -> bool:
    package = open_package(generated(), "test")
    parts: dict[str, bytes | None] = {}
    for n, (part, data) in enumerate(package.parts.items()):
        if part.startswith("ppt/slides/slide") and n % every == 0:
            parts[part] = re.sub(rb'(<p:cNvPr\b[^>]*?\bname=")[^"]*"', rb"\g<1>" + name + b'"', data)
    return names_tell(package.replace(parts))


def test_where_most_are_called_anew_names_tell_nothing() -> None:
    assert names_tell(open_package(generated(), "test"))
    assert not renamed("Någon".encode(), 1)
    assert renamed(b"!!Morph", 1) and renamed("Någon".encode(), 6)


@pytest.mark.parametrize(("name", "found"), [("Vår ruta", "Vår ruta"), ("!!a", "!!a"), ("Rectangle 5", "Text (body)")])
def test_what_comes_in_a_shape_s_place_is_called_as_its_owner_called_it(name: str, found: str) -> None:
    new, other = shape("Text (body)"), shape("Text (other)", mark="{B}")
    call_alike([shape(name)], [new, other], open_package(generated(), "test"))
    names = [props.get("name") for item in (new, other) if (props := properties_of(item)) is not None]
    assert names == [found, "Text (other)"]
