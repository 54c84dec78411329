"""What a deck was made from that has lost all memory of it."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation as Opened

from deck.diagnostics import Diagnostics, Severity
from deck.errors import UsageError
from deck.making import Recipe, RefreshRecipe, make
from deck.making import guessed as guessing
from deck.making.guessed import guessed
from deck.making.made_from import MadeFrom, made_from
from deck.making.material import content_of
from deck.package import Package, open_package, package_bytes
from deck.places import load_places
from deck.pptx import read_pptx
from deck.pptx.manifest import find_manifest

RECIPE = RefreshRecipe(Path("min.pptx"))


@cache
def built(place: str, outline: str, audience: str, release: str, lang: str) -> Package:
    recipe = Recipe(place, outline, audience, release=release, lang=lang)
    found = make(recipe, load_places().find(place), Diagnostics())
    assert found.package is not None
    return found.package


def forgetful(package: Package) -> Package:
    """As Google Slides' and Keynote's files: no custom XML, no properties, no tags."""
    gone = {name: None for name in package.parts if name.startswith(("customXml/", "docProps/", "ppt/tags/"))}
    rels = {
        name: tuple(rel for rel in rels if rel.target not in gone)
        for name, rels in package.rels.items()
        if name not in gone and any(rel.target in gone for rel in rels)
    }
    found = package.replace(dict(gone), dict.fromkeys(gone), {**rels, **dict.fromkeys(set(package.rels) & set(gone))})
    assert find_manifest(found) is None and not read_pptx(found).properties
    return found


@pytest.mark.parametrize(
    "choices",
    [
        ("1281", "kort", "alla", "2020-04-30", "sv"),
        ("1281", "standard", "politiker", "2021", "sv"),
        ("12", "standard", "samordnare", "2026", "sv"),
        ("0980", "konferens", "alla", "2026", "sv"),
        ("0180", "kort", "alla", "2026", "en"),
        ("2583", "kort", "tjansteman", "2021", "sv"),
    ],
)
def test_its_words_say_it(choices: tuple[str, str, str, str, str]) -> None:
    place, outline, audience, release, lang = choices
    package = forgetful(built(*choices))
    problems = Diagnostics()
    assert made_from(RECIPE, read_pptx(package), None, problems) == MadeFrom(place, outline, audience, release, lang)
    (told,) = problems
    assert told.code == "memory-guessed" and told.severity is Severity.INFO and "--base" in told.hint and release in told.message
    assert "--place" in told.hint and RECIPE.source.name in told.hint


def edited(package: Package) -> Package:
    """An owner took slides out, wrote over titles, put own slides in and signed otherwise."""
    deck: Any = Opened(io.BytesIO(package_bytes(package)))
    for number in range(3):
        own = deck.slides.add_slide(deck.slide_layouts[1])
        own.shapes.title.text_frame.text = f"Det här har vi själva att säga {number}"
    entries = deck.slides._sldIdLst
    for entry in list(entries)[2:4]:
        deck.part.drop_rel(entry.rId)
        entries.remove(entry)
    for slide in deck.slides:
        slide.shapes.title.text_frame.text = f"Egen rubrik {slide.slide_id}"
        for shape in slide.shapes:
            if shape.name.startswith("Sidfot"):
                shape.text_frame.text = "Miljöförvaltningen, Lunds kommun, för Länsstyrelsen Skåne"
    out = io.BytesIO()
    deck.save(out)
    return open_package(out.getvalue())


def test_so_do_those_that_its_owner_left() -> None:
    package = forgetful(edited(built("1281", "kort", "alla", "2020-04-30", "sv")))
    found = guessed(RECIPE, read_pptx(package))
    assert found is not None and (found.place, found.outline, found.release) == ("1281", "kort", "2020-04-30")


@pytest.mark.parametrize(
    ("told", "given", "wanted"),
    [
        ({"place": "malmö"}, None, ("1280", "2020-04-30")),
        ({}, "2021", ("1281", "2021")),
        ({"lang": "sv"}, None, ("1281", "2020-04-30")),
        ({"place": "lund"}, "2021", ("1281", "2021")),
    ],
)
def test_what_is_told_is_not_guessed(told: dict[str, str], given: str | None, wanted: tuple[str, str]) -> None:
    """And what is not told is: the outline, where the command has no word for it."""
    package = forgetful(built("1281", "kort", "alla", "2020-04-30", "sv"))
    problems = Diagnostics()
    found = made_from(replace(RECIPE, **told), read_pptx(package), given, problems)  # type: ignore[arg-type]
    assert (found.place, found.release) == wanted and found.outline == "kort"
    # No option is named that would be refused, or has been given.
    assert all(("--place" in item.hint) == ("place" not in told) for item in problems)


@pytest.mark.parametrize("words", ["Lunds kommun", "Vägledning för lokalt arbete med miljömål och Agenda 2030", ""])
def test_a_presentation_of_somebody_else_s_is_none_of_ours(words: str) -> None:
    """Though it is about the guidance, and its place's."""
    deck: Any = Opened()
    for number in range(12):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text_frame.text = words
        slide.placeholders[1].text_frame.text = f"Det som vi själva vill säga om saken, nummer {number}"
    out = io.BytesIO()
    deck.save(out)
    package = open_package(out.getvalue())
    assert guessed(RECIPE, read_pptx(package)) is None
    with pytest.raises(UsageError) as raised:
        made_from(RECIPE, read_pptx(package), None)
    assert raised.value.diagnostics[0].code == "not-ours"


def test_a_slide_that_one_outline_alone_tells_tells_the_releases_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the longest outline two releases may be as like; the deck is of another."""
    content = content_of(Recipe("", release="2026", lang="sv"))
    short = content.outlines["kort"]
    fewer = {name: [key for key in keys if key != "made-by"] for name, keys in short.sections.items()}
    less = short.model_copy(update={"sections": fewer})
    older = replace(content, release="2025", outlines={**content.outlines, "kort": less})
    monkeypatch.setattr(guessing, "_contents", lambda *_told: iter((older, content)))
    deck = read_pptx(forgetful(built("1281", "kort", "alla", "2026", "sv")))
    found = guessed(RECIPE, deck)
    assert found is not None and (found.outline, found.release) == ("kort", "2026")


def test_a_slide_that_its_owner_took_out_tells_no_releases_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later release may be without that slide; what it says otherwise elsewhere tells that the deck is none of it."""
    older = content_of(Recipe("", release="2021", lang="sv"))
    outline = older.outlines["standard"]
    fewer = {name: [key for key in keys if key != "contact"] for name, keys in outline.sections.items()}
    assert fewer != outline.sections
    words = older.phrases["why", "title"]
    newer = replace(
        older,
        release="2031",
        outlines={**older.outlines, "standard": outline.model_copy(update={"sections": fewer})},
        phrases={**older.phrases, ("why", "title"): replace(words, text="En ny rubrik", spans=())},
    )
    package = forgetful(built("1281", "standard", "alla", "2021", "sv"))
    deck: Any = Opened(io.BytesIO(package_bytes(package)))
    entries = deck.slides._sldIdLst
    for entry, held in list(zip(entries, deck.slides, strict=True)):
        if "Kontakta oss" in held.shapes.title.text_frame.text:
            deck.part.drop_rel(entry.rId)
            entries.remove(entry)
    out = io.BytesIO()
    deck.save(out)
    monkeypatch.setattr(guessing, "_contents", lambda *_told: iter((older, newer)))
    found = guessed(RECIPE, read_pptx(open_package(out.getvalue())))
    assert found is not None and (found.outline, found.release) == ("standard", "2021")
