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
from deck.web.make import FRESH, attachment, in_their_names
from deck.web.manner import LOOK, WantedLook, wanted_look
from deck.web.pool import LostJob, RefusedJob
from deck.web.sessions import HeldFile
from deck.web.site import language, page, problem, site_of, told, too_much

if TYPE_CHECKING:
    from deck.refresh import Choice

AS_USUAL = WantedLook()
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


async def _news(request: Request, file: HeldFile, look: WantedLook = AS_USUAL) -> DeckNews:
    site, lang = site_of(request), language(request)

    async def asked() -> DeckNews:
        manner = (look.rebrand, look.template)
        found: DeckNews = await site.pool.run("refresh", file.path, site.branding, manner, lang=lang, seconds=30.0)
        site.pictures.keep(found.svgs)
        return replace(found, svgs=tuple((key, b"") for key, _svg in found.svgs))

    def drawn(found: DeckNews) -> bool:
        return all(site.pictures.has(key) for key, _svg in found.svgs)

    return await site.answers.of(file, f"refresh\0{lang}\0{look.name}\0{look.template}", asked, drawn, FRESH)


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
    files = held_decks(request)
    if not files:
        return problem(request, 404, "held")
    look, held = wanted_look(request, files), {key: file for key, file in files.items() if key.startswith("deck-")}
    token = request.path_params["held"]
    root = f"/{language(request)}/uppdatera/{token}"
    n = request.path_params.get("n")
    if n is None and len(held) > 1:
        all_news = await asyncio.gather(*(_row(request, file) for file in held.values()))
        return page(request, "refreshes.html.j2", decks=list(enumerate(all_news, 1)), address=root)
    file = held.get(f"deck-{n or 1}")
    if file is None:
        return problem(request, 404, "held")
    found = in_their_words(await _news(request, file, look), files)
    values = {"look": look, "wrong": request.query_params.get("fel", ""), "address": root, "n": n or 1, "several": len(held) > 1}
    if found.refused:
        return page(request, "refresh.html.j2", 422, **_values(found, {}, look), **values)
    decided = _known(found, _decided(request))
    every = request.query_params.get("alla")
    if every:
        return RedirectResponse(f"{request.url.path}?{_query(_all(found, every), look)}#avgor", 303)
    return page(request, "refresh.html.j2", **_values(found, decided, look), **values)


def in_their_words(found: DeckNews, files: Mapping[str, HeldFile]) -> DeckNews:
    """What is said of a template that was uploaded, by the name that it had."""
    return replace(found, notes=tuple(in_their_names(found.notes, files)), refused=tuple(in_their_names(found.refused, files)))


def _known(found: DeckNews, decided: Mapping[str, Choice]) -> dict[str, Choice]:
    keys = {item.key for item in found.conflicts}
    return {key: choice for key, choice in decided.items() if key in keys}


def _all(found: DeckNews, every: str) -> dict[str, Choice]:
    """Every question decided one way; none for a word that is no way."""
    return {item.key: CHOICES[every] for item in found.conflicts} if every in CHOICES else {}


def _query(decided: Mapping[str, Choice], look: WantedLook) -> str:
    said = urlencode([(f"d.{key}", choice) for key, choice in sorted(decided.items())])
    return "&".join(filter(None, (look.query, said)))


def _values(found: DeckNews, decided: Mapping[str, Choice], look: WantedLook) -> dict[str, Any]:
    left = sum(item.key not in decided for item in found.conflicts)
    return {"deck": found, "decided": decided, "left": left, "query": _query(decided, look)}


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
    look = wanted_look(request, held)
    if request.query_params.get(LOOK) == "mall" and look.template is None:
        # Without the template it would be another deck than the one that was asked for.
        return problem(request, 404, "held")
    found = in_their_words(await _news(request, file, look), held)
    if found.refused and job == "refreshed":
        return problem(request, 422, "refused", found.refused)
    decided = _known(found, _decided(request))
    manner = (look.rebrand, look.template)
    name, data = await site.pool.run(job, file.path, decided, site.branding, manner, lang=language(request), seconds=30.0)
    return attachment(name, data)
