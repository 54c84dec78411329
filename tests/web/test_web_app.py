"""The app whole, over a socket: every address answers, and what is none is said so."""

from __future__ import annotations

import re

import pytest
from web_client import WebServer

from deck.web.app import routes

PAGES = ["/sv/", "/en/", "/sv/bildspel/1281-lund?langd=kort", "/sv/uppdatera", "/sv/granska", "/sv/tillganglighet"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_and_asks_nobody_else(server: WebServer, path: str) -> None:
    heard = server.get(path)
    assert heard.status == 200 and heard.headers["content-type"].startswith("text/html")
    assert f'<html lang="{path[1:3]}">' in heard.text and heard.text.count("<h1") == 1
    for link in re.findall(r'(?:src|href|action)="([^"]+)"', heard.text):
        assert link.startswith(("/", "#")) or link in OUTSIDE, link
    assert "style=" not in heard.text and "<script>" not in heard.text and "onclick" not in heard.text
    assert "set-cookie" not in heard.headers


OUTSIDE = ("https://www.digg.se/tdosanmalan",)


def test_every_link_of_a_place_s_page_leads_somewhere(server: WebServer) -> None:
    text = server.get("/sv/bildspel/0980-gotland?langd=kort").text
    links = {link.replace("&amp;", "&") for link in re.findall(r'(?:src|href)="(/[^"]+)"', text) if "/fil/" not in link}
    assert len(links) > 15
    for link in links:
        assert server.get(link).status == 200, link


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sv/bildspel/atlantis", 404),
        ("/sv/bildspel/..%2f..%2fetc", 404),
        ("/sv/bildspel/1281-lund/fil/exe", 404),
        ("/karta/9999-ffffff.svg", 404),
        ("/karta/1281-zzzzzz.svg", 404),
        ("/farg/ffffff-ffffff-fff.css", 404),
        ("/bild/0123456789abcdef0123456789abcdef-640.png", 404),
        ("/bild/0123456789abcdef0123456789abcdef-641.png", 404),
        ("/static/../app.py", 404),
        ("/static/stil.css", 404),
        ("/sv/uppdatera/ingen-sadan-session-har-funnits", 404),
        ("/sv/granska/ingen-sadan-session-har-funnits/1/lagad", 404),
        ("/sv/nowhere", 404),
        ("/de/", 404),
        ("/", 200),
    ],
)
def test_what_is_not_there_is_said(server: WebServer, path: str, status: int) -> None:
    assert server.get(path).status == status


def test_a_form_s_address_is_no_page(server: WebServer) -> None:
    heard = server.get("/sv/bildspel/1281-lund/filer")
    assert heard.status == 405 and "<h1" in heard.text


def test_health_says_that_jobs_are_done(server: WebServer) -> None:
    told = server.json("/healthz")
    assert told["ok"] is True and set(told) == {"ok", "working", "waiting", "replaced", "sessions", "done"}


def test_a_map_and_an_icon_are_no_place_for_scripts(server: WebServer) -> None:
    for path in ("/karta/1281-ffffff.svg", "/karta/sverige-ffffff.svg", "/favicon.svg"):
        heard = server.get(path)
        assert heard.headers["content-type"] == "image/svg+xml" and "sandbox" in heard.headers["content-security-policy"]
    assert server.get("/farg/aabbcc-ddeeff-001122.css").text.count("#") == 3


def test_both_languages_have_the_same_addresses() -> None:
    paths = [route.path for route in routes()]
    swedish = {path[3:] for path in paths if path.startswith("/sv/")}
    assert swedish == {path[3:] for path in paths if path.startswith("/en/")} and len(swedish) > 15
