"""Any deck judged: its faults where they are, the worst first, why, and how to mend them in PowerPoint."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from deck.web.dropped import ended, held_decks, taken
from deck.web.jobs.check import DeckFindings
from deck.web.make import attachment
from deck.web.pool import LostJob, RefusedJob
from deck.web.sessions import HeldFile
from deck.web.site import language, page, problem, site_of, told

SHARE = 20.0
"""Seconds of the processor for one deck."""


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """One of several decks: what was found, or why it could not be read (both empty: it asked for too much)."""

    called: str
    found: DeckFindings | None = None
    refused: tuple[tuple[str, str], ...] = ()


async def ask(request: Request) -> Response:
    return page(request, "drop.html.j2", kind="check", gone="borta" in request.query_params)


async def take(request: Request) -> Response:
    return await taken(request, "granska")


async def end(request: Request) -> Response:
    return await ended(request, "granska")


async def _found(request: Request, file: HeldFile) -> DeckFindings:
    """Judged once for each file: no rule says another thing of it the next time."""
    site, lang = site_of(request), language(request)

    async def judged() -> DeckFindings:
        found: DeckFindings = await site.pool.run("check", file.path, lang=lang, seconds=SHARE)
        site.pictures.keep(found.svgs)
        return replace(found, svgs=())

    def drawn(found: DeckFindings) -> bool:
        return all(site.pictures.has(group.key) for group in found.groups if group.key)

    return await site.answers.of(file, f"check\0{lang}", judged, drawn)


async def _row(request: Request, file: HeldFile) -> CheckedRow:
    try:
        return CheckedRow(file.called, await _found(request, file))
    except RefusedJob as error:
        return CheckedRow(file.called, refused=tuple(told(error.diagnostics)))
    except LostJob:
        return CheckedRow(file.called)


async def show(request: Request) -> Response:
    """One deck, or the list of several."""
    held = held_decks(request)
    root = f"/{language(request)}/granska/{request.path_params['held']}"
    n = request.path_params.get("n")
    if n is None and len(held) > 1:
        rows = await asyncio.gather(*(_row(request, file) for file in held.values()))
        return page(request, "checks.html.j2", decks=list(enumerate(rows, 1)), address=root)
    file = held.get(f"deck-{n or 1}")
    if file is None:
        return problem(request, 404, "held")
    found = await _found(request, file)
    return page(request, "check.html.j2", found=found, address=root, n=n or 1, several=len(held) > 1)


async def give(request: Request) -> Response:
    """The deck with what is safe mended."""
    site, held = site_of(request), held_decks(request)
    file = held.get(f"deck-{request.path_params['n']}")
    if file is None:
        return problem(request, 404, "held")
    name, data = await site.pool.run("mended", file.path, lang=language(request), seconds=30.0)
    return attachment(name, data)
