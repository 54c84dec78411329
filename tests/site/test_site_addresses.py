"""Where pages lie, and how one leads to another."""

from __future__ import annotations

import posixpath

import pytest

from deck.places import load_places
from deck.site.addresses import county_page, leading, page_path, place_page

LUND = load_places().find("lund")


def test_pages_of_the_first_language_lie_at_the_top() -> None:
    assert page_path("sv", "index.html") == "index.html" and page_path("en", "index.html") == "en/index.html"
    assert place_page("sv", LUND, "standard", "alla", ("standard", "alla")) == "1281-lund/index.html"
    assert place_page("en", LUND, "kort", "politiker", ("standard", "alla")) == "en/1281-lund/kort-politiker.html"
    assert county_page("sv", load_places().find("12")) == "lan-12-skane/kommuner.html"


@pytest.mark.parametrize("here", ["index.html", "en/index.html", "1281-lund/kort.html", "en/1281-lund/kort.html"])
@pytest.mark.parametrize("there", ["index.html", "site.css", "en/nytt.html", "1281-lund/index.html", "bilder/ab/x.webp"])
def test_a_relative_address_leads_there(here: str, there: str) -> None:
    found = leading(here, there)
    assert not found.startswith("/") and posixpath.normpath(posixpath.join(posixpath.dirname(here), found)) == there
