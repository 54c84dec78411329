"""The gallery's pages, in each of its languages: pure, from what is shown to files' bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from deck.collection import OURS, current
from deck.content.changelog import Changelog
from deck.content.content import Content
from deck.content.releases import ReleaseInfo
from deck.formats import ALSO, DECK
from deck.i18n import N_, _, ngettext, speaking
from deck.places import Place, Places
from deck.places.place import folded_key
from deck.site.addresses import (
    ACCESS,
    FEED,
    HOW,
    INDEX,
    LANGS,
    NEWS,
    SCRIPT,
    START,
    STYLE,
    county_page,
    leading,
    page_path,
    place_page,
)
from deck.site.exhibit import LARGE, PICTURES, SMALL, Exhibit, FileCard
from deck.site.maps import county_svg, mark_svg, panel_svg
from deck.site.tints import house_tints, tints

if TYPE_CHECKING:
    from jinja2 import Environment

KINDS = {"pptx": N_("PowerPoint"), "pdf": N_("PDF"), "handout": N_("handout"), "html": N_("for a browser")}
"""What a file to be fetched is called, by its kind."""


def file_name(kind: str) -> str:
    """As a button says it: with a capital, as its neighbours have."""
    name = _(KINDS[kind]) if kind in KINDS else kind
    return f"{name[:1].upper()}{name[1:]}"


@dataclass(frozen=True)
class Gallery:
    """All that the pages tell. `exhibits`: what is shown, in the order of places. `colors`: place's code → its theme colours.
    `titles`: of slides that are called alike for all places.
    `app`: the address of a `deck serve`, `publisher` and `contact`: who answers for the site; "" where nobody has said."""

    content: Content
    places: Places
    exhibits: tuple[Exhibit, ...]
    colors: Mapping[str, Mapping[str, str]]
    releases: tuple[ReleaseInfo, ...]
    news: tuple[Changelog, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    app: str = ""
    publisher: str = ""
    contact: str = ""

    @cached_property
    def decks(self) -> Mapping[str, tuple[Exhibit, ...]]:
        """By place's code."""
        found: dict[str, tuple[Exhibit, ...]] = {}
        for exhibit in self.exhibits:
            found[exhibit.place] = (*found.get(exhibit.place, ()), exhibit)
        return found

    @cached_property
    def shown(self) -> tuple[Place, ...]:
        """The places that have decks here, as the register has them."""
        return tuple(place for place in self.places.all if place.code in self.decks)

    @cached_property
    def counties(self) -> tuple[Place, ...]:
        """Those that have a page: their own deck or one of a municipality is here."""
        codes = {place.county_code for place in self.shown}
        return tuple(county for county in self.places.counties if county.county_code in codes)

    def members(self, county: Place) -> tuple[Place, ...]:
        return tuple(place for place in self.places.members(county) if place.code in self.decks)

    def first(self, place: Place) -> tuple[str, str]:
        """The deck that a place's own page shows: the standard one where it is there."""
        known = [(item.outline, item.audience) for item in self.decks[place.code]]
        return ("standard", "alla") if ("standard", "alla") in known else known[0]


@dataclass(frozen=True)
class SitePage:
    """A page, and what leads to it in the other language."""

    path: str
    data: bytes = field(repr=False)


def pages(gallery: Gallery) -> Iterator[SitePage]:
    """Every page, in each language. Its language ends with it: whoever asks for the next one goes on in their own."""
    for lang in LANGS:
        made = _Writer(gallery, lang).pages()
        while True:
            with speaking(lang):
                page = next(made, None)
            if page is None:
                break
            yield page


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("deck.site", "data"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update(_=_, ngettext=ngettext)
    environment.filters["bytes"] = in_bytes
    return environment


def in_bytes(size: int) -> str:
    """A file's size as people know it: "186 kB", "1.2 MB"."""
    from babel.numbers import format_decimal

    from deck.i18n import chosen

    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)}\u00a0kB"
    return f"{format_decimal(round(size / 1_000_000, 1), locale=chosen() or 'sv')}\u00a0MB"


def style() -> bytes:
    return files("deck.site").joinpath("data", "site.css").read_bytes()


def script() -> bytes:
    return files("deck.site").joinpath("data", "site.js").read_bytes()


class _Writer:
    """Writes the pages of one language, which is spoken while it does."""

    def __init__(self, gallery: Gallery, lang: str) -> None:
        self.gallery, self.lang = gallery, lang
        self.content, self.places = gallery.content, gallery.places

    def pages(self) -> Iterator[SitePage]:
        yield self.start()
        yield self.news()
        yield self.page(HOW, "how.html.j2", _("How to use the presentations"), formats=list(ALSO))
        yield self.page(ACCESS, "access.html.j2", _("Accessibility"))
        for county in self.gallery.counties:
            yield self.county(county)
        for place in self.gallery.shown:
            for exhibit in self.gallery.decks[place.code]:
                yield self.deck(place, exhibit)

    def page(self, name: str, template: str, title: str, colors: str = "", **more: Any) -> SitePage:
        path = page_path(self.lang, name)
        sheet = colors or house_tints()
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        other = next(lang for lang in LANGS if lang != self.lang)
        words = {
            "lang": self.lang,
            "other": {"lang": other, "address": leading(path, page_path(other, name)), "name": _other_name(other)},
            "title": title,
            "site": _("Presentations about the guidance"),
            "guidance": self.content.guidance,
            "sheet": sheet,
            # Opened from a disk, a page is its own only by "file:".
            "policy": f"default-src 'none'; img-src 'self' file:; style-src 'self' file: 'sha256-{digest}'; "
            "script-src 'self' file:; base-uri 'none'; form-action 'none'",
            "style": leading(path, STYLE),
            "script": leading(path, SCRIPT),
            "feed": leading(path, FEED),
            "index": leading(path, INDEX),
            "nav": [
                {"name": _("All places"), "address": leading(path, page_path(self.lang, START)), "here": name == START},
                {"name": _("News"), "address": leading(path, page_path(self.lang, NEWS)), "here": name == NEWS},
                {"name": _("How to use them"), "address": leading(path, page_path(self.lang, HOW)), "here": name == HOW},
                {"name": _("Accessibility"), "address": leading(path, page_path(self.lang, ACCESS)), "here": name == ACCESS},
            ],
            "app": self.gallery.app,
            "publisher": self.gallery.publisher,
            "ours": current() == OURS,
            "contact": self.gallery.contact,
            "release": self.content.release,
            "panel": "",
        }
        made = _environment().get_template(template).render(**(words | more))
        return SitePage(path, made.encode("utf-8"))

    def link(self, name: str, there: str) -> str:
        return leading(page_path(self.lang, name), there)

    def start(self) -> SitePage:
        rows = []
        for county in self.gallery.counties:
            own = [county] if county.code in self.gallery.decks else []
            rows.append(
                {
                    "name": county.name,
                    "address": self.link(START, county_page(self.lang, county)),
                    "places": [self.entry(START, place) for place in (*own, *self.by_name(self.gallery.members(county)))],
                }
            )
        count = len(self.gallery.shown)
        # A county's own site promises nothing of others.
        alone = len(rows) == 1 and count > 1
        return self.page(START, "start.html.j2", _("Presentations about the guidance"), counties=rows, count=count, alone=alone)

    def entry(self, name: str, place: Place) -> dict[str, str]:
        """A place in a list: `keys` are what a search finds it by."""
        keys = " ".join(dict.fromkeys(folded_key(word) for word in (place.code, *place.names)))
        return {
            "name": place.own_name if place.is_county else place.name,
            "keys": keys,
            "address": self.link(name, self.home(place)),
        }

    def by_name(self, places: Iterable[Place]) -> list[Place]:
        """In Swedish alphabetical order: å, ä and ö last."""
        return sorted(places, key=lambda place: [_ORDER.get(char, ord(char)) for char in place.name.casefold()])

    def home(self, place: Place) -> str:
        first = self.gallery.first(place)
        return place_page(self.lang, place, *first, first)

    def county(self, county: Place) -> SitePage:
        name = f"{county.stem}/kommuner.html"
        address = lambda place: self.link(name, self.home(place)) if place.code in self.gallery.decks else "#"  # noqa: E731
        own = [self.entry(name, county)] if county.code in self.gallery.decks else []
        return self.page(
            name,
            "county.html.j2",
            county.name,
            tints(self.gallery.colors[county.code]),
            own=own,
            members=[self.entry(name, place) for place in self.by_name(self.gallery.members(county))],
            map=_markup(county_svg(county, self.places, address)),
        )

    def deck(self, place: Place, exhibit: Exhibit) -> SitePage:
        first = self.gallery.first(place)
        path = place_page(self.lang, place, exhibit.outline, exhibit.audience, first)
        name = path.removeprefix(f"{self.lang}/") if self.lang != LANGS[0] else path
        county = self.places.county(place)
        decks = [
            {
                "name": self.deck_name(item),
                "length": self.length(item),
                "address": leading(path, place_page(self.lang, place, item.outline, item.audience, first)),
                "here": item is exhibit,
                "files": [self.file(path, place, card) for card in item.files],
            }
            for item in self.gallery.decks[place.code]
        ]
        folder = leading(path, PICTURES)
        slides = [
            {
                "number": card.number,
                "title": card.title or _("Slide {number}").format(number=card.number),
                "words": card.words,
                "small": f"{folder}/{card.picture[:2]}/{card.picture}-{SMALL}.webp",
                "large": f"{folder}/{card.picture[:2]}/{card.picture}-{LARGE}.webp",
                "wide": card.shape[0],
                "high": card.shape[1],
            }
            for card in exhibit.slides
        ]
        deck_name = self.deck_name(exhibit)
        title = place.own_name if (exhibit.outline, exhibit.audience) == first else f"{place.own_name} – {deck_name}"
        return self.page(
            name,
            "deck.html.j2",
            title,
            tints(self.gallery.colors[place.code]),
            place=place,
            county={"name": county.name, "address": leading(path, county_page(self.lang, county))},
            decks=decks,
            slides=slides,
            deck=deck_name,
            spoken=self.content.lang,
            large=LARGE,
            small=SMALL,
            panel=_markup(panel_svg(place, self.places)),
            mark=_markup(mark_svg(place, self.places)),
            sizes=f"(min-width: 75em) {SMALL * 3 // 4}px, (min-width: 40em) 45vw, 92vw",
        )

    def deck_name(self, exhibit: Exhibit) -> str:
        outline = self.content.term("outlines", exhibit.outline)
        return outline if exhibit.audience == "alla" else f"{outline}, {self.content.term('audiences', exhibit.audience)}"

    def length(self, exhibit: Exhibit) -> str:
        count = len(exhibit.slides)
        minutes = self.content.outlines[exhibit.outline].minutes
        slides = ngettext("{count} slide", "{count} slides", count).format(count=count)
        return _("{slides}, about {minutes} minutes").format(slides=slides, minutes=minutes)

    def file(self, path: str, place: Place, card: FileCard) -> dict[str, Any]:
        name = file_name(card.kind)
        return {
            "name": name,
            "size": card.size,
            "address": leading(path, f"{place.stem}/{card.name}"),
            "first": card.kind == DECK.name,
        }

    def news(self) -> SitePage:
        changes = {item.new: item for item in self.gallery.news}
        rows = []
        for info in sorted(self.gallery.releases, reverse=True):
            change = changes.get(info.name)
            rows.append(
                {
                    "name": info.name,
                    "date": info.date,
                    "note": info.note,
                    "slides": _touched(change, self.gallery.titles) if change else [],
                }
            )
        return self.page(NEWS, "news.html.j2", _("News"), releases=rows)


_ORDER = {char: 0x300 + n for n, char in enumerate("åäö")}


def _other_name(lang: str) -> str:
    return {"sv": "På svenska", "en": "In English"}[lang]


def _markup(svg: str) -> Any:
    from markupsafe import Markup

    return Markup(svg)


def _touched(change: Changelog, titles: Mapping[str, str]) -> list[dict[str, str]]:
    """The slides that a release brought or changed, by title, with what happened to each. `titles`: of slides that are called
    alike for all places; what has a name in its title is another for each, and is left out."""
    new = {note.item for note in change.notes if note.kind == "new-slide"}
    named = {slide: titles.get(slide, "" if "{" in words else words) for slide, words in change.titles.items()}
    return [
        {"title": named[slide], "what": _("new slide") if slide in new else _("changed slide")}
        for slide in change.slides
        if named.get(slide)
    ]
