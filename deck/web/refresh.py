"""An edited deck brought up to date: what is new, what stays, what only its owner can decide. Decisions stand in the address."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deck import i18n
from deck.web.dropped import ended, held_decks, taken
from deck.web.jobs.refresh import DeckNews
from deck.web.make import FRESH, attachment
from deck.web.pool import LostJob, RefusedJob
from deck.web.sessions import HeldFile
from deck.web.site import language, page, problem, site_of, told, too_much

if TYPE_CHECKING:
    from deck.refresh import Choice

CHOICES: dict[str, Choice] = {"mine": "mine", "theirs": "theirs"}


async def ask(request: Request) -> Response:
    return page(request, "drop.html.j2", kind="refresh", gone="borta" in request.query_params)


async def take(request: Request) -> Response:
    return await taken(request, "uppdatera")


async def end(request: Request) -> Response:
    return await ended(request, "uppdatera")


def _decided(request: Request) -> dict[str, Choice]:
    return {
        key[2:202]: CHOICES[value]
        for key, value in request.query_params.multi_items()
        if key.startswith("d.") and value in CHOICES
    }


async def _news(request: Request, file: HeldFile) -> DeckNews:
    site, lang = site_of(request), language(request)

    async def asked() -> DeckNews:
        found: DeckNews = await site.pool.run("refresh", file.path, site.branding, lang=lang, seconds=30.0)
        site.pictures.keep(found.svgs)
        return replace(found, svgs=tuple((key, b"") for key, _svg in found.svgs))

    def drawn(found: DeckNews) -> bool:
        return all(site.pictures.has(key) for key, _svg in found.svgs)

    return await site.answers.of(file, f"refresh\0{lang}", asked, drawn, FRESH)


async def _row(request: Request, file: HeldFile) -> DeckNews:
    """One of several: a file that asks for too much hides nothing of the others."""
    try:
        return await _news(request, file)
    except RefusedJob as error:
        refused = tuple(told(error.diagnostics))
    except LostJob:
        i18n.use(language(request))
        refused = ((too_much(), ""),)
    return DeckNews(called=file.called, state="refused", refused=refused, needs=refused[0][0] if refused else "")


async def show(request: Request) -> Response:
    """One deck, or the list of several."""
    held = held_decks(request)
    if not held:
        return problem(request, 404, "held")
    token = request.path_params["held"]
    root = f"/{language(request)}/uppdatera/{token}"
    n = request.path_params.get("n")
    if n is None and len(held) > 1:
        all_news = await asyncio.gather(*(_row(request, file) for file in held.values()))
        return page(request, "refreshes.html.j2", decks=list(enumerate(all_news, 1)), address=root)
    file = held.get(f"deck-{n or 1}")
    if file is None:
        return problem(request, 404, "held")
    found = await _news(request, file)
    if found.refused:
        return page(request, "refresh.html.j2", 422, **_values(found, {}, root, n or 1, len(held)))
    decided = _known(found, _decided(request))
    every = request.query_params.get("alla")
    if every:
        return RedirectResponse(f"{request.url.path}?{_query(_all(found, every))}#avgor", 303)
    return page(request, "refresh.html.j2", **_values(found, decided, root, n or 1, len(held)))


def _known(found: DeckNews, decided: Mapping[str, Choice]) -> dict[str, Choice]:
    keys = {item.key for item in found.conflicts}
    return {key: choice for key, choice in decided.items() if key in keys}


def _all(found: DeckNews, every: str) -> dict[str, Choice]:
    """Every question decided one way; none for a word that is no way."""
    return {item.key: CHOICES[every] for item in found.conflicts} if every in CHOICES else {}


def _query(decided: Mapping[str, Choice]) -> str:
    return urlencode([(f"d.{key}", choice) for key, choice in sorted(decided.items())])


def _values(found: DeckNews, decided: Mapping[str, Choice], root: str, n: int, count: int) -> dict[str, Any]:
    left = sum(item.key not in decided for item in found.conflicts)
    return {
        "deck": found,
        "decided": decided,
        "left": left,
        "query": _query(decided),
        "address": root,
        "n": n,
        "several": count > 1,
    }


async def give(request: Request) -> Response:
    """The new deck."""
    return await _file(request, "refreshed")


async def report(request: Request) -> Response:
    return await _file(request, "report")


async def _file(request: Request, job: str) -> Response:
    site, held = site_of(request), held_decks(request)
    n = request.path_params.get("n") or int("0" + "".join(c for c in request.query_params.get("n", "1")[:2] if c.isdecimal()))
    file = held.get(f"deck-{n}")
    if file is None:
        return problem(request, 404, "held")
    found = await _news(request, file)
    if found.refused and job == "refreshed":
        return problem(request, 422, "refused", found.refused)
    decided = _known(found, _decided(request))
    name, data = await site.pool.run(job, file.path, decided, site.branding, lang=language(request), seconds=30.0)
    return attachment(name, data)
