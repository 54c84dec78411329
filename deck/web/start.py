"""The start page: a place found by what people call it."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from deck import i18n
from deck.errors import UsageError
from deck.places import Place, load_places
from deck.places.place import folded_key
from deck.web.site import language, page

MOST = 8


async def root(request: Request) -> Response:
    return RedirectResponse(f"/{language(request)}/", 302, {"Vary": "Accept-Language"})


LEAST_GUESSED = 4
"""Letters of a word from which on it is guessed what place it may be a slip for: less says too little."""
_ENGLISH = re.compile(r"(.+?)\s+(?:(county(?: administrative board)?)|municipality)", re.IGNORECASE)


def in_swedish(query: str) -> str:
    """What a place is called in our English, by its own name: "Lund Municipality", "Skåne County Administrative Board"."""
    found = _ENGLISH.fullmatch(query.strip())
    return query if found is None else f"{found[1]} län" if found[2] else found[1]


async def start(request: Request) -> Response:
    """Without words the field; with them the place's page, or what may be meant."""
    query = request.query_params.get("ort", "").strip()[:100]
    register = load_places()
    by_county = [(county, register.members(county)) for county in sorted(register.counties, key=lambda item: item.short)]
    if not query:
        return page(request, "start.html.j2", query="", wrong=None, near=[], by_county=by_county)
    i18n.use(language(request))
    try:
        found = register.find(in_swedish(query))
    except UsageError as error:
        near = meant(query)
        wrong = error.diagnostics[0]
        return page(request, "start.html.j2", 404, query=query, wrong=wrong, near=near, by_county=by_county)
    return RedirectResponse(f"/{language(request)}/bildspel/{found.stem}", 303)


def suggested(query: str, most: int = MOST) -> list[Place]:
    """The places that words may mean: the one of that code, those whose name begins so, one that is spelt so first, then by
    name; a municipality before its county."""
    query = in_swedish(query)
    words = folded_key(query)
    if not words:
        return []

    spelt = query.strip().casefold()

    def rank(place: Place) -> tuple[bool, bool, bool, bool, str]:
        begins = place.code.startswith(query.strip()) or folded_key(place.short).startswith(words)
        return place.code != query.strip(), not begins, place.is_county, place.short.casefold() != spelt, folded_key(place.short)

    return sorted(load_places().search(query), key=rank)[:most]


def meant(query: str) -> list[Place]:
    """The places that words may mean; where there is none, those that are spelt nearly so."""
    try:
        load_places().find(in_swedish(query))
    except UsageError as error:
        return list(dict.fromkeys([*suggested(query), *_guessed(error)]))[:MOST]
    return suggested(query)


def _guessed(error: UsageError) -> list[Place]:
    """The places that a complaint names, in its order: the likest first."""
    hint = error.diagnostics[0].hint
    named = [(min(at), place) for place in load_places().all if (at := [hint.find(m) for m in _marked(place) if m in hint])]
    return [place for _at, place in sorted(named, key=lambda item: item[0])][:MOST]


def _marked(place: Place) -> list[str]:
    return [mark.format(name) for name in (place.short, place.own_name) for mark in ('"{}"', "”{}”", "“{}”")]


async def places(request: Request) -> Response:
    """For typing ahead."""
    register = load_places()
    words = request.query_params.get("q", "").strip()[:100]
    found = suggested(words) or (meant(words) if len(words) >= LEAST_GUESSED else [])
    rows = [
        {"code": item.stem, "name": item.own_name, "county": "" if item.is_county else register.county(item).name}
        for item in found
    ]
    return JSONResponse(rows, headers={"Cache-Control": "public, max-age=3600"})
