"""The guidance's editor: every slide beside its words, what a change touches, proof, news since the last release, and the next
one frozen. Only where the server was told which folder may be edited (`deck serve --edit`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deck.collection import first_language
from deck.content import DOUBTS, languages
from deck.errors import UsageError
from deck.places import Place, load_places
from deck.web.jobs.edit import EditedSlide
from deck.web.jobs.manuscript import said_within
from deck.web.jobs.news import NewsSinceRelease
from deck.web.jobs.overview import EditedGuidance
from deck.web.own import cleaned
from deck.web.pool import RefusedJob
from deck.web.proofs import ProofUnderWay
from deck.web.site import Site, language, page, problem, site_of, told

PLACE = "1281"
"""Lund, which other pages show, too."""
MOST_TEXT = 20_000
"""Characters of one text that are read of a form."""
SHARE = 30.0
"""Seconds of the processor, of a slide tried with every name."""
BEFORE = "t."
"""What the names of a form's texts begin with."""


@dataclass(frozen=True, slots=True)
class EditorView:
    """At which words (the folder of a language) and in whose deck. `unknown`: what was asked for, where no place is called so."""

    root: Path
    lang: str
    place: Place
    unknown: str = ""

    def query(self, **more: str) -> str:
        lang = self.lang if self.lang != first_language() else ""
        said = {"sprak": lang, "ort": self.place.code if self.place != usual_place() else ""}
        return urlencode({key: value for key, value in (said | more).items() if value})


def usual_place() -> Place:
    """The one whose decks the pictures are of, where nobody says another: in another collection, its first."""
    known = load_places()
    return next((place for place in known.all if place.code == PLACE), known.all[0])


def _looked(request: Request, given: Any) -> EditorView:
    root = site_of(request).editing or Path()
    known = languages(root)
    wanted, asked = str(given.get("sprak", ""))[:8], str(given.get("ort", "")).strip()[:100]
    lang = wanted if wanted in known else first_language()
    try:
        return EditorView(root, lang, load_places().find(asked) if asked else usual_place())
    except UsageError:
        return EditorView(root, lang, usual_place(), asked)


async def overview(request: Request) -> Response:
    site, here = site_of(request), _looked(request, request.query_params)
    found: EditedGuidance = await site.pool.run(
        "edit-guidance", here.root, here.lang, here.place.code, site.branding, lang=language(request), seconds=SHARE
    )
    site.pictures.keep(found.svgs)
    return page(request, "edit.html.j2", guidance=found, looked=here)


async def _edited(request: Request, here: EditorView, words: dict[str, str] | None = None, tried: bool = False) -> EditedSlide:
    """Raises as Pool.run."""
    site = site_of(request)
    found: EditedSlide = await site.pool.run(
        "edit-slide",
        here.root,
        here.lang,
        request.path_params["slide"][:80],
        here.place.code,
        words,
        tried,
        site.branding,
        lang=language(request),
        seconds=SHARE,
    )
    site.pictures.keep((item.key, item.svg) for item in found.pages)
    return replace(found, pages=tuple(replace(item, svg=b"") for item in found.pages))


def _page(request: Request, here: EditorView, found: EditedSlide, status: int = 200, **said: Any) -> Response:
    shared = {"saved": "", "refused": (), "mark": found.saved.mark, "looked": here, "before": BEFORE}
    return page(request, "edit-slide.html.j2", status, slide=found, **shared | said)


async def show(request: Request) -> Response:
    here = _looked(request, request.query_params)
    try:
        found = await _edited(request, here, tried="prova" in request.query_params)
    except RefusedJob as error:
        return _unknown(request, error)
    return _page(request, here, found, saved=request.query_params.get("sparat", "")[:10])


def _unknown(request: Request, error: RefusedJob) -> Response:
    """For a slide that there is not. Raises what it was given for anything else."""
    if any(item.code != "unknown-slide" for item in error.diagnostics):
        raise error
    return problem(request, 404, "missing", told(error.diagnostics))


async def change(request: Request) -> Response:
    """The words of the form: looked at, tried with every name, or saved."""
    async with request.form(max_files=0, max_fields=400, max_part_size=MOST_TEXT * 4) as form:
        given = {key: value for key, value in form.items() if isinstance(value, str)}
    here, act = _looked(request, given), given.get("gor", "")
    texts = {key.removeprefix(BEFORE): value[:MOST_TEXT] for key, value in given.items() if key.startswith(BEFORE)}
    words = {key: cleaned(value, lines=True) for key, value in texts.items()}
    mark = given.get("marke", "")[:40]
    if act != "spara":
        try:
            found = await _edited(request, here, words, tried=act == "prova")
        except RefusedJob as error:
            return _unknown(request, error)
        return _page(request, here, found, mark=mark)
    site = site_of(request)
    name = request.path_params["slide"][:80]
    try:
        written = await site.pool.run("edit-save", here.root, here.lang, name, words, mark, lang=language(request), seconds=SHARE)
    except RefusedJob as error:
        refused = said_within(error.diagnostics, here.root)
        try:
            # What was written is still there to be mended.
            found = await _edited(request, here, words)
        except RefusedJob as missing:
            return _unknown(request, missing)
        return _page(request, here, found, 422, mark=mark, refused=refused)
    _forgotten(site)
    query = here.query(sparat="1" if written else "lika")
    return RedirectResponse(f"/{language(request)}/vagledning/bild/{found_name(name)}?{query}", 303)


def found_name(name: str) -> str:
    """A slide's id as it may stand in an address of ours."""
    return name if re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}", name) else ""


def _forgotten(site: Site) -> None:
    """Decks are of the guidance as it is now."""
    site.decks.drop("")


async def proof(request: Request) -> Response:
    site, here = site_of(request), _looked(request, request.query_params)
    only = found_name(request.query_params.get("bild", ""))
    rows = await site.proofs.look(here.root, language(request))
    if isinstance(rows, ProofUnderWay):
        return page(request, "edit-proof.html.j2", waits=rows, rows=(), all=0, only=only, looked=here)
    shown = [row for row in rows if not only or row.slide == only]
    return page(request, "edit-proof.html.j2", waits=None, rows=shown, all=len(rows), only=only, looked=here)


async def news(request: Request) -> Response:
    return await _news(request, _looked(request, request.query_params))


async def _news(request: Request, here: EditorView, status: int = 200, **said: Any) -> Response:
    site = site_of(request)
    found: NewsSinceRelease = await site.pool.run("edit-news", here.root, here.lang, lang=language(request), seconds=SHARE)
    shared: dict[str, Any] = {"refused": (), "frozen": request.query_params.get("fryst", "")[:60], "doubted": False, "given": {}}
    shared["frozen"] = shared["frozen"] if shared["frozen"] in found.names else ""
    return page(request, "edit-news.html.j2", status, found=found, looked=here, **shared | said)


async def freeze(request: Request) -> Response:
    """The words as they are, frozen as a release."""
    async with request.form(max_files=0, max_fields=20, max_part_size=10_000) as form:
        given = {key: value.strip()[:2_000] for key, value in form.items() if isinstance(value, str)}
    site, here = site_of(request), _looked(request, given)
    asked = [given.get(key, "") for key in ("namn", "datum", "om")]
    sure = "anda" in given
    try:
        name = await site.pool.run("edit-freeze", here.root, *asked, sure, lang=language(request), seconds=SHARE)
    except RefusedJob as error:
        doubted = all(item.code in DOUBTS for item in error.diagnostics)
        refused = said_within(error.diagnostics, here.root)
        return await _news(request, here, 422, refused=refused, doubted=doubted, given=given)
    _forgotten(site)
    return RedirectResponse(f"/{language(request)}/vagledning/andrat?{here.query(fryst=name)}", 303)
