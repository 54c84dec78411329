"""The feed of releases (RFC 4287), and the index for other programs."""

from __future__ import annotations

from gallery_made import made
from lxml import etree

from deck.content.releases import ReleaseInfo
from deck.site.feed import feed, index, moment

ATOM = {"a": "http://www.w3.org/2005/Atom"}
RELEASES = (ReleaseInfo("2021", "2021", "En & annan", "0"), ReleaseInfo("2026-11-27", "2026", "", "1"))


def test_a_date_is_as_exact_as_it_is_known() -> None:
    assert moment("2021") == "2021-01-01T00:00:00Z" and moment("2026-11-27") == "2026-11-27T00:00:00Z"


def test_the_feed_has_what_a_reader_needs_newest_first() -> None:
    tree = etree.fromstring(feed("Titel <b>", "Vem", RELEASES, "nytt.html", "https://x.se/", "sv"))
    assert tree.findtext("a:title", namespaces=ATOM) == "Titel <b>"
    assert tree.findtext("a:updated", namespaces=ATOM) == "2026-11-27T00:00:00Z"
    entries = tree.findall("a:entry", ATOM)
    assert [item.findtext("a:title", namespaces=ATOM) for item in entries] == ["2026", "2021"]
    assert len({item.findtext("a:id", namespaces=ATOM) for item in entries}) == 2
    assert [link.get("href") for item in entries for link in item.findall("a:link", ATOM)] == [
        "https://x.se/nytt.html#2026",
        "https://x.se/nytt.html#2021",
    ]
    assert entries[1].findtext("a:summary", namespaces=ATOM) == "En & annan"


def test_the_index_names_each_place_once_with_its_decks() -> None:
    _folder, done = made()
    known = {"kind": "municipality", "county": "12", "page": "x/index.html", "folder": "x"}
    found = index({"title": "T"}, [(item, known) for item in (*done.exhibits, done.exhibits[0])])
    assert [place["code"] for place in found["places"]] == [item.place for item in done.exhibits]
    assert len(found["places"][0]["decks"]) == 2
    assert found["places"][0]["decks"][0]["files"][0]["address"] == f"x/{done.exhibits[0].files[0].name}"
