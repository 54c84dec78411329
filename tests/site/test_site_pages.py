"""The pages: every link leads somewhere, all is in the page's own language, and nothing is fetched from elsewhere."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from gallery_made import CODES, made
from lxml import html

from deck.files import HTML
from deck.i18n import chosen, speaking
from deck.site.pages import file_name, in_bytes

LARGEST = 150_000
"""Bytes of a place's page before its pictures; the first page has two thirds of them."""


def all_pages() -> dict[str, html.HtmlElement]:
    folder, _done = made()
    return {path.relative_to(folder).as_posix(): html.fromstring(path.read_bytes()) for path in sorted(folder.rglob("*.html"))}


PAGES = ["index.html", "nytt.html", "sa-gor-du.html", "tillganglighet.html", "1281-lund/index.html", "lan-12-skane/kommuner.html"]
PAGES += [f"en/{name}" for name in PAGES]


def test_each_page_is_there_in_both_languages() -> None:
    found = set(all_pages())
    assert set(PAGES) <= found
    assert {name.removeprefix("en/") for name in found if name.startswith("en/")} == {n for n in found if not n.startswith("en/")}


def test_every_address_leads_to_a_file_of_the_site() -> None:
    folder, _done = made()
    count = 0
    for name, tree in all_pages().items():
        for _element, _attribute, address, _at in tree.iterlinks():
            for one in [part.strip().split(" ")[0] for part in address.split(", ")] if ".webp " in address else [address]:
                if urlsplit(one).scheme:
                    assert one.startswith(("https://www.digg.se/", "mailto:")), (name, one)
                    continue
                target, mark = urldefrag(one)
                path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) if target else name
                assert (folder / path).is_file(), (name, one)
                if mark:
                    assert html.fromstring((folder / path).read_bytes()).xpath(f"//*[@id='{mark}']"), (name, one)
                count += 1
    assert count > 300


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_its_language_and_where_the_other_one_is(name: str) -> None:
    tree = all_pages()[name]
    lang = "en" if name.startswith("en/") else "sv"
    assert tree.get("lang") == lang and len(tree.xpath("//h1")) == 1 and tree.xpath("//main[@id='main']")
    other = tree.xpath("//link[@rel='alternate'][@hreflang]")[0]
    assert other.get("hreflang") != lang
    words = tree.xpath("string(//nav)")
    assert ("All places" in words) == (lang == "en") and ("Alla platser" in words) == (lang == "sv")


def test_a_slide_s_picture_has_all_its_words() -> None:
    tree = all_pages()["1281-lund/index.html"]
    pictures = tree.xpath("//ol[@class='slides']//img")
    assert len(pictures) > 6 and all(item.get("alt") and item.get("width") for item in pictures)
    assert any("stimulera lokal utveckling" in item.get("alt") for item in pictures)


def test_buttons_that_fetch_a_file_begin_with_a_capital() -> None:
    for lang, handout in (("sv", "Utdelning"), ("en", "Handout")):
        with speaking(lang):
            assert file_name("handout") == handout and [file_name(kind) for kind in ("pptx", "pdf")] == ["PowerPoint", "PDF"]


def test_the_first_page_names_all_places_and_is_small() -> None:
    folder, _done = made()
    tree = all_pages()["index.html"]
    assert [item.get("data-keys").split()[0] for item in tree.xpath("//*[@data-keys]")] == ["0980", "12", "1281"]
    assert "lund" in tree.xpath("//*[@data-keys]")[2].get("data-keys")
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*.html")}
    assert len(CODES) == 3 and sizes["index.html"] < LARGEST * 2 / 3 and max(sizes.values()) < LARGEST


def test_pages_are_sealed_and_say_who_answers_for_them() -> None:
    folder, _done = made()
    found = list(folder.rglob("*.html"))
    assert found and all(HTML.is_ours(path) for path in found)
    assert "Prov &amp; Försök" in Path(folder / "index.html").read_text(encoding="utf-8")
    assert "mailto:prov@example.se" in Path(folder / "tillganglighet.html").read_text(encoding="utf-8")


def test_no_word_of_a_template_s_language_is_left() -> None:
    for name, tree in all_pages().items():
        text = tree.text_content()
        assert "{{" not in text and "{%" not in text and "{count}" not in text.replace("data-", ""), name


@pytest.mark.parametrize(
    ("size", "sv", "en"),
    [(999, "1\xa0kB", "1\xa0kB"), (186_253, "186\xa0kB", "186\xa0kB"), (1_240_000, "1,2\xa0MB", "1.2\xa0MB")],
)
def test_a_size_is_told_in_the_reader_s_way(size: int, sv: str, en: str) -> None:
    for lang, words in (("sv", sv), ("en", en)):
        with speaking(lang):
            assert in_bytes(size) == words


def test_a_link_to_the_web_app_is_there_where_one_is_said() -> None:
    from deck.content import load_content
    from deck.content.releases import releases
    from deck.places import load_places
    from deck.site.pages import Gallery, pages

    _folder, done = made()
    colors = {place.code: _colors(place.code) for place in load_places().all}
    gallery = Gallery(load_content(), places=load_places(), exhibits=done.exhibits, colors=colors, releases=releases())
    with_app = {page.path: page.data for page in pages(replace(gallery, app="https://app.example.se/"))}
    without = {page.path: page.data for page in pages(gallery)}
    assert (
        b"https://app.example.se/" in with_app["1281-lund/index.html"] and b"app.example" not in without["1281-lund/index.html"]
    )
    with speaking("sv"):  # A page's language ends with it: else what cannot be written is told in the page's.
        assert {chosen() for _page in pages(gallery)} == {"sv"}
    assert b"build.py refresh" in without["sa-gor-du.html"] and b"build.py refresh" not in with_app["sa-gor-du.html"]


def test_a_countys_own_site_promises_nothing_of_others() -> None:
    from deck.content import load_content
    from deck.content.releases import releases
    from deck.places import load_places
    from deck.site.pages import Gallery, pages

    _folder, done = made()
    colors = {place.code: _colors(place.code) for place in load_places().all}
    own = tuple(item for item in done.exhibits if item.place[:2] == "12")
    gallery = Gallery(load_content(), places=load_places(), exhibits=done.exhibits, colors=colors, releases=releases())
    for exhibits, heading in (
        (done.exhibits, "Ett bildspel för varje kommun och län"),
        (own, "Bildspel för kommunerna i Skåne län"),
    ):
        first = next(page.data for page in pages(replace(gallery, exhibits=exhibits)) if page.path == "index.html")
        assert " ".join(str(html.fromstring(first).xpath("string(//h1)")).split()) == heading


def _colors(code: str) -> dict[str, str]:
    from deck.brand import load_brand
    from deck.places import load_places

    return dict(load_brand(load_places().find(code), load_places()).colors)
