"""Any deck judged: its faults where they are, the worst first, why, and how to mend them in PowerPoint."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from deck.web.dropped import ended, held_decks, taken
from deck.web.jobs.check import DeckFindings
from deck.web.make import attachment
from deck.web.site import language, page, problem, site_of


async def ask(request: Request) -> Response:
    return page(request, "drop.html.j2", kind="check", gone="borta" in request.query_params)


async def take(request: Request) -> Response:
    return await taken(request, "granska")


async def end(request: Request) -> Response:
    return await ended(request, "granska")


async def show(request: Request) -> Response:
    site, held = site_of(request), held_decks(request)
    file = held.get("deck-1")
    if file is None:
        return problem(request, 404, "held")
    found: DeckFindings = await site.pool.run("check", file.path, lang=language(request), seconds=20.0)
    site.pictures.keep(found.svgs)
    return page(request, "check.html.j2", found=found, address=request.url.path)


async def give(request: Request) -> Response:
    """The deck with what is safe mended."""
    site, held = site_of(request), held_decks(request)
    file = held.get("deck-1")
    if file is None:
        return problem(request, 404, "held")
    name, data = await site.pool.run("mended", file.path, lang=language(request), seconds=30.0)
    return attachment(name, data)
