"""Where each page of the gallery lies, and how one page leads to another: relative, so that the site stands in any folder."""

from __future__ import annotations

import posixpath

from deck.places import Place

LANGS = ("sv", "en")
"""The languages of the pages; those of the first lie at the top."""
START, NEWS, HOW, ACCESS = "index.html", "nytt.html", "sa-gor-du.html", "tillganglighet.html"
STYLE, SCRIPT, FEED, INDEX, STATE = "site.css", "site.js", "feed.xml", "index.json", "deck-site.json"


def page_path(lang: str, *steps: str) -> str:
    """A page's path within the site."""
    return "/".join((() if lang == LANGS[0] else (lang,)) + steps)


def place_page(lang: str, place: Place, outline: str, audience: str, first: tuple[str, str]) -> str:
    """A place's page of one deck; that of the `first` (outline, audience) is the place's own."""
    name = "index" if (outline, audience) == first else outline + ("" if audience == "alla" else f"-{audience}")
    return page_path(lang, place.stem, f"{name}.html")


def county_page(lang: str, county: Place) -> str:
    return page_path(lang, county.stem, "kommuner.html")


def leading(here: str, there: str) -> str:
    """The relative address of one path of the site from the page `here`."""
    folder = posixpath.dirname(here)
    return posixpath.relpath(there, folder or ".")
