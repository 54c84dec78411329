"""A comment on each slide with something to decide."""

from __future__ import annotations

from dataclasses import replace

from refresh_corpus import generated

from deck.package import Package, open_package
from deck.pptx import read_pptx
from deck.refresh.marks import AUTHOR, MODERN, mark, words_of
from deck.refresh.outcome import Question

ASKED = Question(key="why/body:2", slide="why", slot="body", property="text", base="a", mine="mina ord", theirs="deras ord")
NUMBERS = {"why": 2, "links": 3}


def package() -> Package:
    return open_package(generated(), "test")


def comments(held: Package) -> dict[str, list[str]]:
    """Slide → what its comments say."""
    deck = read_pptx(held)
    found: dict[str, list[str]] = {}
    for piece in deck.slides:
        root = deck.sheets.root(held.one(piece.part, "comments"))
        if root is not None:
            found[piece.slide] = ["".join(map(str, item.itertext())) for item in root]
    return found


def test_what_is_to_decide_stands_on_its_slide() -> None:
    marked = mark(package(), [ASKED, replace(ASKED, key="deck/title", slide="deck")], NUMBERS)
    found = comments(marked)
    assert set(found) == {"title", "why"} and "mina ord" in found["why"][0] and "why/body:2" in found["why"][0]
    author = marked.parts[marked.one(marked.main, "commentAuthors") or ""].decode()
    assert f'name="{AUTHOR}"' in author and 'lastIdx="2"' in author


def test_what_is_decided_goes_and_others_stay() -> None:
    marked = mark(package(), [ASKED], NUMBERS)
    assert comments(mark(marked, [replace(ASKED, slide="links")], NUMBERS)).keys() == {"links"}
    again = mark(mark(package(), [ASKED], NUMBERS), [], NUMBERS)
    assert comments(again) == {}
    assert mark(marked, [ASKED], NUMBERS).parts == marked.parts, "the same refresh gives the same bytes"


def test_newer_comments_are_left_alone() -> None:
    held = package()
    part = "ppt/comments/modernComment_1.xml"
    modern = replace(held, parts={**held.parts, part: b"<x/>"}, overrides={**held.overrides, part: MODERN})
    assert mark(modern, [ASKED], NUMBERS) is modern


def test_long_words_are_cut_and_none_is_a_dash() -> None:
    said = words_of([replace(ASKED, mine="ord " * 100, theirs="")])
    assert "…" in said and "“–”" in said and max(map(len, said.split("\n"))) < 260
