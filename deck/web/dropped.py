"""Decks that are dropped onto a page, to be refreshed or checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deck.web.sessions import HeldFile, harmless, told_apart
from deck.web.site import language, problem, site_of

ENDINGS = (".pptx", ".pptm", ".potx", ".potm", ".ppsx", ".ppsm")
MOST_FILES = 10
_TOKEN = re.compile(r"[A-Za-z0-9_.-]{20,80}")


async def taken(request: Request, where: str) -> Response:
    """Hold the files of the form, and go on to their page at `where`."""
    async with request.form(max_files=MOST_FILES + 1, max_fields=10, max_part_size=10_000) as form:
        files = []
        for value in form.getlist("fil")[:MOST_FILES]:
            if isinstance(value, UploadFile) and value.filename:
                name = harmless(value.filename)
                ending = Path(name).suffix.lower()
                # What it is is told by its bytes; a name of another kind is given the usual one.
                name = name if ending in ENDINGS else harmless(value.filename, ".pptx")
                name = told_apart(name, (called for _key, called, _data in files))
                files.append((f"deck-{len(files) + 1}", name, await value.read()))
    if not files:
        return problem(request, 400, "file")
    held = site_of(request).sessions.put("", files)
    return RedirectResponse(f"/{language(request)}/{where}/{held}", 303)


def held_decks(request: Request) -> Mapping[str, HeldFile]:
    """The decks of the address's session; {} where there is none."""
    token = request.path_params["held"]
    return site_of(request).sessions.get(token) if _TOKEN.fullmatch(token) else {}


async def ended(request: Request, where: str) -> Response:
    """The files are gone at once, because somebody said so."""
    token = request.path_params["held"]
    if _TOKEN.fullmatch(token):
        site_of(request).sessions.end(token)
    return RedirectResponse(f"/{language(request)}/{where}?borta=1", 303)
