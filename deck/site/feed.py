"""The feed of releases (Atom, RFC 4287) and the index for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from deck.content.releases import ReleaseInfo
from deck.site.exhibit import Exhibit

TAG = "tag:deck,2026:release/"


def feed(title: str, author: str, releases: Sequence[ReleaseInfo], page: str, address: str, lang: str) -> bytes:
    """`page`: the page of news, relative to the feed. `address`: where the site lies ("https://…/"), "" where nobody has said it:
    then links are relative to the feed (RFC 4287, 2: IRI references)."""
    entries = "".join(
        f"<entry><id>{escape(TAG + item.name)}</id><title>{escape(item.name)}</title><updated>{moment(item.date)}</updated>"
        f"<link href={quoteattr(f'{address}{page}#{item.name}')}/><summary>{escape(item.note)}</summary></entry>\n"
        for item in sorted(releases, reverse=True)
    )
    newest = moment(max((item.date for item in releases), default="1970"))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(lang)}>\n<id>{TAG}all</id><title>{escape(title)}</title>'
        f"<updated>{newest}</updated><author><name>{escape(author)}</name></author>\n"
        f'<link rel="self" href={quoteattr(address + "feed.xml")}/><link href={quoteattr(address + page)}/>\n{entries}</feed>\n'
    ).encode()


def moment(date: str) -> str:
    """A day, month or year (ISO 8601) as Atom has it: its first moment (RFC 3339)."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def index(guidance: Mapping[str, str], exhibits: Iterable[tuple[Exhibit, Mapping[str, Any]]]) -> dict[str, Any]:
    """What is there, for other programs. With each exhibit, what only its page knows (page, folder, kind of place …)."""
    places: dict[str, dict[str, Any]] = {}
    for exhibit, known in exhibits:
        place = places.setdefault(
            exhibit.place,
            {"code": exhibit.place, "name": exhibit.name, "kind": known["kind"], "county": known["county"], "page": known["page"]}
            | {"decks": []},
        )
        place["decks"].append(
            {
                "outline": exhibit.outline,
                "audience": exhibit.audience,
                "release": exhibit.release,
                "slides": len(exhibit.slides),
                "files": [
                    {"kind": item.kind, "address": f"{known['folder']}/{item.name}", "bytes": item.size, "sha256": item.sha256}
                    for item in exhibit.files
                ],
            }
        )
    return {"guidance": dict(guidance), "places": list(places.values())}
