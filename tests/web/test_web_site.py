"""What all pages share."""

from __future__ import annotations

import asyncio

import pytest
from starlette.requests import Request
from web_client import WebServer

from deck.diagnostics import Diagnostic, Severity, Where
from deck.web.pool import LostJob
from deck.web.site import KINDS, language, on_lost, plain, problem, sentence, static, told, turned_away


def request(path: str, accept: str = "", query: str = "") -> Request:
    headers = [(b"accept-language", accept.encode())] if accept else []
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": headers}
    return Request(scope)


@pytest.mark.parametrize(
    ("path", "accept", "lang"),
    [
        ("/en/granska", "sv", "en"),
        ("/sv/", "en", "sv"),
        ("/", "en", "en"),
        ("/", "fi, sv;q=0.2, en;q=0.8", "en"),
        ("/", "en;q=0.2,sv", "sv"),
        ("/", "x" * 5000, "sv"),
        ("/english", "", "sv"),
    ],
)
def test_the_language_is_the_address_s_else_the_browser_s_else_swedish(path: str, accept: str, lang: str) -> None:
    assert language(request(path, accept)) == lang


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("choose it; `deck check --fix` takes the first", "choose it"),
        ("Choose File. Or run `deck x`. Then go on.", "Choose File. Then go on."),
        ("say it with --local", ""),
        ("save it anew; if you trust it, raise DECK_SECONDS and DECK_MEGABYTES", "save it anew"),
        ("a well-known way -- by hand", "a well-known way -- by hand"),
        ("", ""),
    ],
)
def test_the_command_line_is_for_others(words: str, said: str) -> None:
    assert plain(words) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a word", "A word."),
        ("Ja!", "Ja!"),
        ("", ""),
        ("ord”", "Ord”."),
        ("A.", "A."),
        ("säg ”ja.”", "Säg ”ja.”"),
        ("avsluta med ”**”", "Avsluta med ”**”."),
        ("lunds plan.pptx: fel", "lunds plan.pptx: fel."),
        ("det gamla formatet (.ppt, före 2007)", "Det gamla formatet (.ppt, före 2007)."),
        ("en .potx: eller en .pptx", "En .potx: eller en .pptx."),
        ("plan (2).pptx, ppt/slides/slide1.xml: fel", "plan (2).pptx, ppt/slides/slide1.xml: fel."),
    ],
)
def test_a_sentence(words: str, said: str) -> None:
    assert sentence(words) == said


def test_what_is_said_twice_is_told_once_and_without_where_it_lay() -> None:
    one = [Diagnostic("x", Severity.ERROR, "no", Where(f"/tmp/{n}"), "do") for n in range(2)]
    assert told(one) == [("no", "do")]


@pytest.mark.parametrize("status", [*KINDS, 500, 418])
def test_every_way_of_being_turned_away_has_its_page_in_both_languages(status: int) -> None:
    pages = [turned_away(request(f"/{lang}/x"), status) for lang in ("sv", "en")]
    texts = [bytes(item.body).decode() for item in pages]
    assert all(item.status_code == status for item in pages) and len({text.partition("<h1>")[2] for text in texts}) == 2


def test_one_that_found_no_room_tries_again_by_itself_and_says_its_place() -> None:
    heard = problem(request("/en/bildspel/1281-lund"), 503, "busy", place=7)
    assert "place 7" in bytes(heard.body).decode()
    assert heard.headers["retry-after"] == heard.headers["refresh"] == "5"


def test_a_file_is_not_blamed_for_a_worker_that_was_killed() -> None:
    heard = [asyncio.run(on_lost(request("/en/granska/x"), LostJob(killed))) for killed in (False, True)]
    assert [item.status_code for item in heard] == [422, 500]
    assert ["asks for too much" in bytes(item.body).decode() for item in heard] == [True, False]
    assert "broken off" in bytes(heard[1].body).decode()


def test_a_file_that_does_not_change_is_known_by_what_it_says(server: WebServer) -> None:
    for name, (hashed, data) in static().items():
        heard = server.get(f"/static/{hashed}")
        assert heard.body == data and "immutable" in heard.headers["cache-control"] and name.partition(".")[0] in hashed


def test_the_other_language_keeps_the_choices(server: WebServer) -> None:
    text = server.get("/sv/bildspel/1281-lund?langd=kort&namn=Kim").text
    assert 'href="/en/bildspel/1281-lund?langd=kort&amp;namn=Kim" lang="en" hreflang="en"' in text
