"""A place found by what people call it."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from web_client import WebServer

from deck.web.start import suggested


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("lun", "1281"),
        ("ostra go", "1256"),
        ("1281", "1281"),
        ("skåne", "12"),
        ("MALMO", "1280"),
        ("upplands", "0114"),
        ("12", "12"),
    ],
)
def test_the_likeliest_comes_first(words: str, first: str) -> None:
    assert first in [place.code for place in suggested(words)][:3]


@pytest.mark.parametrize("words", ["", "   ", "!!!", "atlantis", "x" * 1000, "\x00", "%%%"])
def test_words_that_are_no_place_suggest_none(words: str) -> None:
    assert suggested(words) == []


def test_the_field_leads_to_the_place_and_knows_what_was_meant(server: WebServer) -> None:
    assert server.get("/sv/?ort=lund", follow=0).headers["location"] == "/sv/bildspel/1281-lund"
    assert server.get("/sv/?ort=Sk%C3%A5ne%20l%C3%A4n", follow=0).headers["location"] == "/sv/bildspel/lan-12-skane"
    wrong = server.get("/sv/?ort=lunnd")
    assert wrong.status == 404 and "/sv/bildspel/1281-lund" in wrong.text.partition('id="fel"')[2].partition("</div>")[0]
    within = server.get("/sv/?ort=lnd").text.partition('id="fel"')[2].partition("</div>")[0]
    assert "/1481-molndal" in within and "/1281-lund" in within, "what has it within, and what is spelt nearly so"
    evil = server.get("/sv/?ort=%3Cscript%3Ealert(1)%3C/script%3E")
    assert evil.status == 404 and "<script>alert" not in evil.text


def test_all_places_can_be_reached_without_scripts(server: WebServer) -> None:
    text = server.get("/sv/").text
    assert text.count('href="/sv/bildspel/') == 311


def test_typing_ahead(server: WebServer) -> None:
    rows = server.json("/en/orter.json?q=lund")
    assert rows[0] == {"code": "1281-lund", "name": "Lunds kommun", "county": "Skåne län"}
    assert server.json("/sv/orter.json?q=") == server.json("/sv/orter.json") == []
    # A slip of a finger finds its place, and too few letters nothing.
    assert [row["code"] for row in server.json("/sv/orter.json?q=lundd")] == ["1281-lund"]
    assert server.json("/sv/orter.json?q=maml%C3%B6")[0]["code"] == "1280-malmo"
    assert server.json("/sv/orter.json?q=qqq") == server.json("/sv/orter.json?q=xyzzy") == []


@pytest.mark.parametrize(
    ("wanted", "lang"), [("sv", "sv"), ("en-GB,en;q=0.9,sv;q=0.5", "en"), ("de", "sv"), ("", "sv"), ("sv;q=0.1,en;q=0.9", "en")]
)
def test_the_root_speaks_as_its_reader(server: WebServer, wanted: str, lang: str) -> None:
    assert server.get("/", {"Accept-Language": wanted}, follow=0).headers["location"] == f"/{lang}/"


def test_a_place_is_found_by_what_our_english_calls_it(server: WebServer) -> None:
    for words, stem in (
        ("Lund Municipality", "1281-lund"),
        ("skåne county", "lan-12-skane"),
        ("Skåne County Administrative Board", "lan-12-skane"),
    ):
        assert server.get(f"/en/?{urlencode({'ort': words})}").url == f"/en/bildspel/{stem}"


def test_the_one_that_is_spelt_so_comes_before_one_with_rings_and_dots() -> None:
    assert [place.short for place in suggested("habo")] == ["Habo", "Håbo"]
    assert [place.short for place in suggested("Håbo")] == ["Håbo", "Habo"]
