"""The gallery in a real Chromium: each kind of page narrow and wide, light and dark, by key and without scripts; and what
axe-core says of it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import judged
from gallery_made import CODES, made

from deck.places import load_places

LUND, SKANE = load_places().find(CODES[0]), load_places().find(CODES[1])
KINDS = (
    "index.html",
    f"{LUND.stem}/index.html",
    f"{SKANE.stem}/index.html",
    f"{SKANE.stem}/kommuner.html",
    "nytt.html",
    "sa-gor-du.html",
    "tillganglighet.html",
)
"""A page of each kind, but in English."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def send_head(self) -> Any:
        # Chromium asks a host for it once, whatever a page says.
        if self.path == "/favicon.ico":
            self.send_response(http.HTTPStatus.NO_CONTENT)
            self.end_headers()
            return None
        return super().send_head()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The gallery, in a folder of a web server."""
    folder = made()[0]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{folder.name}"
    server.shutdown()


def test_there_is_a_page_of_each_kind() -> None:
    pages = {path.relative_to(made()[0]).as_posix() for path in made()[0].rglob("*.html")}
    assert {*KINDS, *(f"en/{name}" for name in KINDS)} <= pages
    assert not {Path(name).name for name in pages} - {Path(name).name for name in KINDS}, "a kind that is not looked at"


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (768, "light"), (1440, "light"), (1440, "dark")])
def test_every_kind_of_page_fits_its_width_and_reaches_everybody(
    open_page: Callable[..., Any], address: str, width: int, scheme: str
) -> None:
    page = open_page(width, scheme, bypass_csp=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in (*KINDS, f"en/{KINDS[0]}", f"en/{KINDS[1]}"):
        page.goto(f"{address}/{name}")
        judged(page, name)
        assert page.evaluate("[...document.images].filter((one) => one.complete && !one.naturalWidth).length") == 0, name
    assert [url for url in asked if not url.startswith(address)] == [], "nothing is fetched from elsewhere"


GLUED = """[...document.querySelectorAll("p a, li a")].filter((one) => {
  const before = one.previousSibling;
  return before && before.nodeType === Node.TEXT_NODE && /[\\p{L}\\p{N}.,:;]$/u.test(before.data);
}).map((one) => one.previousSibling.data.slice(-20) + one.textContent)"""
"""Links that begin where the word before them ends."""
UPON = """(() => {
  const map = document.querySelector(".panel").getBoundingClientRect(), found = [];
  const walker = document.createTreeWalker(document.querySelector(".inner"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects())
      if (box.width > 0 && box.right > map.left && box.left < map.right && box.bottom > map.top && box.top < map.bottom)
        found.push(walker.currentNode.data.trim());
  }
  return found.filter(Boolean);
})()"""
"""Words of the head that lie where its map does, which has the head's own light colours."""


@pytest.mark.parametrize("width", [960, 1_100, 1_280, 1_440, 1_920])
def test_no_words_lie_upon_a_map(open_page: Callable[..., Any], address: str, width: int) -> None:
    page = open_page(width, "light", bypass_csp=True)
    for name in (KINDS[1], KINDS[2], f"en/{KINDS[1]}"):
        page.goto(f"{address}/{name}")
        assert page.evaluate(UPON) == [], name


def test_no_link_is_glued_to_the_word_before_it(open_page: Callable[..., Any], address: str) -> None:
    page = open_page(bypass_csp=True)
    for name in KINDS:
        page.goto(f"{address}/{name}")
        assert page.evaluate(GLUED) == [], name


def test_a_deck_is_found_by_key_alone(open_page: Callable[..., Any], address: str) -> None:
    page = open_page()
    page.goto(f"{address}/index.html")
    page.keyboard.press("Tab")
    assert "#" in page.evaluate("document.activeElement.getAttribute('href')"), "first past what all pages have"
    page.get_by_role("searchbox").focus()
    page.keyboard.type("lunds")
    shown = page.locator("[data-keys]:visible")
    assert shown.count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{LUND.stem}/**")
    link = page.locator("a[href$='.pptx']").first
    link.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    with page.expect_download() as caught:
        page.keyboard.press("Enter")
    assert Path(caught.value.path()).read_bytes().startswith(b"PK")


def test_the_search_is_emptied_by_escape_and_says_how_many(open_page: Callable[..., Any], address: str) -> None:
    page = open_page(360)
    page.goto(f"{address}/index.html")
    everything = page.locator("[data-keys]:visible").count()
    page.get_by_role("searchbox").fill("finns inte")
    assert page.locator("[data-keys]:visible").count() == 0 and page.get_by_role("status").inner_text()
    page.get_by_role("searchbox").press("Escape")
    assert page.locator("[data-keys]:visible").count() == everything > 0


def test_without_scripts_the_list_is_all_there(open_page: Callable[..., Any], address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}/index.html")
    assert page.locator("[data-find]").is_hidden()
    page.get_by_role("link", name="Lund", exact=False).first.click()
    assert page.locator("a[href$='.pptx']").count() >= 1
