"""The page: whole in itself, its words real, its links safe, the same bytes each time."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from lxml import html
from typeset_made import deck_made, empty

from deck.errors import InputError
from deck.files import HTML
from deck.typeset.onepage import page_of
from deck.typeset.told import NotesPart


def words(item: Any) -> str:
    return "".join(item.itertext())


def page() -> str:
    return page_of(deck_made()).decode()


def test_it_is_sealed_and_the_same_each_time() -> None:
    made = page_of(deck_made())
    assert made == page_of(deck_made()) and HTML.ours(made)


def test_nothing_is_fetched_and_nothing_else_is_run() -> None:
    said = page()
    addresses = re.findall(r'(?:src|href|url)\s*[=(]\s*["\']?([^"\')\s>]+)', said)
    assert addresses and all(address.startswith(("#", "data:", "https://rus.se")) for address in addresses)
    assert len(re.findall("<script", said)) == 1 and not re.search(r"\son\w+=", said)
    said = unescape(said)
    assert "default-src 'none'" in said and "script-src 'sha256-" in said


def test_words_are_headings_paragraphs_lists_and_tables() -> None:
    tree = html.fromstring(page())
    assert [words(item).strip() for item in tree.findall(".//h2")] == ["Rubrik 1", "Rubrik 2", "Rubrik 3", "Rubrik 4"]
    (body,) = [item for item in tree.findall(".//p") if "Vi når" in words(item) and item.find("span") is not None]
    assert "Vi når alla mål – steg för steg, år efter år" in " ".join(words(body).split())
    lists = tree.findall(".//ul")
    assert [len(item.findall("li")) for item in tree.findall(".//ol[@role='list']")] == [2]
    assert any(item.find("li/ul") is not None for item in lists)
    assert [item.get("scope") for item in tree.findall(".//th")] == ["col", "col"]
    assert tree.get("lang") == "sv-SE" and tree.findtext(".//title") == "Prov & försök"


def test_figures_have_their_words_and_drawings_are_not_read() -> None:
    tree = html.fromstring(page())
    assert {item.get("aria-label") for item in tree.findall(".//div[@role='img']")} == {
        "Nord har 3, Syd har 5",
        "Två steg i följd",
    }
    assert all(item.get("aria-hidden") == "true" for item in tree.iter("svg"))


def test_every_id_is_unique_and_every_section_named() -> None:
    tree = html.fromstring(page())
    ids = [item.get("id") for item in tree.iter() if isinstance(item.tag, str) and item.get("id")]
    assert len(ids) == len({*ids})
    assert all(item.get("aria-labelledby") in ids for item in tree.findall(".//section"))


def test_what_a_deck_says_is_never_markup() -> None:
    first, *rest = deck_made().slides
    bad = (NotesPart((("<img src=x onerror=alert(1)>", ""),)),)
    said = page_of(replace(deck_made(), title="<script>alert(1)</script>", slides=(replace(first, notes=bad), *rest))).decode()
    assert "<script>alert" not in said and "<img" not in said and "&lt;img" in said


def test_another_language_has_its_own_words() -> None:
    assert "Anteckningar" in page() and "Notes" in page_of(replace(deck_made(), lang="en")).decode()


def test_a_deck_with_nothing_to_show_is_no_page() -> None:
    with pytest.raises(InputError):
        page_of(empty())
