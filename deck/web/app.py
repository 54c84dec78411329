"""The app put together: its routes, its shield, its beginning and its end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, MutableMapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deck.files import borrowed
from deck.places import load_places
from deck.web import check, edit, make, manner, refresh, start
from deck.web.answers import JobAnswers
from deck.web.maps import map_svg
from deck.web.pictures import WIDTHS, DrawnPictures
from deck.web.pool import QUEUE, Pool
from deck.web.sessions import HeldFile, Sessions
from deck.web.shield import Shield
from deck.web.site import FOREVER, HANDLERS, STATIC, Site, environment, page, problem, site_of, static, turned_away

SWEEP = 60.0
"""Seconds between two looks for what nobody asks for any more."""
SVG = "image/svg+xml"
SVG_POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'none'; sandbox"}
_HEX = "[0-9a-f]{6}"


async def picture(request: Request) -> Response:
    match = re.fullmatch(r"([0-9a-f]{32})-(\d{3,4})\.png", request.path_params["name"])
    if match is None or int(match[2]) not in WIDTHS:
        return problem(request, 404, "missing")
    data = await site_of(request).pictures.png(match[1], int(match[2]))
    if data is None:
        return Response(status_code=404, media_type="text/plain")
    return Response(data, media_type="image/png", headers=FOREVER)


async def place_map(request: Request) -> Response:
    match = re.fullmatch(rf"([0-9A-Za-z]{{1,12}})-({_HEX})\.svg", request.path_params["name"])
    known = {place.code for place in load_places().all} | {"sverige"}
    if match is None or match[1] not in known:
        return problem(request, 404, "missing")
    svg = map_svg("" if match[1] == "sverige" else match[1], match[2])
    return Response(svg, media_type=SVG, headers=FOREVER | SVG_POLICY)


async def colors(request: Request) -> Response:
    """A place's colours, as the sheet of ours takes them."""
    match = re.fullmatch(rf"({_HEX})-({_HEX})-({_HEX})\.css", request.path_params["name"].lower())
    if match is None:
        return problem(request, 404, "missing")
    words = f":root {{ --night: #{match[1]}; --glow: #{match[2]}; --accent: #{match[3]}; }}\n"
    return Response(words, media_type="text/css; charset=utf-8", headers=FOREVER)


async def statics(request: Request) -> Response:
    for name, (hashed, data) in static().items():
        if request.path_params["name"] == hashed:
            return Response(data, media_type=STATIC[name], headers=FOREVER)
    return problem(request, 404, "missing")


async def favicon(_request: Request) -> Response:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="#2b2622"/>'
        '<path d="M3 5h10M3 8h7M3 11h4" stroke="#fff" stroke-width="1.6"/></svg>'
    )
    return Response(svg, media_type=SVG, headers={"Cache-Control": "public, max-age=86400"} | SVG_POLICY)


async def health(request: Request) -> Response:
    """Whether a job could be done: 200 while the workers answer."""
    site = site_of(request)
    pool = site.pool
    told = {
        "ok": True,
        "working": pool.working,
        "done": pool.done,
        "waiting": pool.waiting,
        "replaced": pool.replaced,
        "sessions": len(site.sessions),
    }
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


async def statement(request: Request) -> Response:
    return page(request, "accessibility.html.j2")


async def _missing(request: Request, error: Exception) -> Response:
    return turned_away(request, error.status_code if isinstance(error, HTTPException) else 404)


async def _internal(request: Request, _error: Exception) -> Response:
    return turned_away(request, 500)


def routes(*, editing: bool = False) -> list[Route]:
    """`editing`: with those that change the guidance."""

    def get(path: str, view: Any) -> Route:
        return Route(path, view, methods=["GET"])

    def post(path: str, view: Any) -> Route:
        return Route(path, view, methods=["POST"])

    return [
        get("/healthz", health),
        get("/favicon.svg", favicon),
        get("/static/{name}", statics),
        get("/bild/{name}", picture),
        get("/karta/{name}", place_map),
        get("/farg/{name}", colors),
        get("/", start.root),
        *(
            route
            for lang in ("sv", "en")
            for route in (
                get(f"/{lang}/", start.start),
                get(f"/{lang}/orter.json", start.places),
                get(f"/{lang}/bildspel/{{place}}", make.show),
                get(f"/{lang}/bildspel/{{place}}/fil/{{form}}", make.give),
                get(f"/{lang}/bildspel/{{place}}/mall", make.advice),
                post(f"/{lang}/bildspel/{{place}}/filer", make.upload),
                get(f"/{lang}/uppdatera", refresh.ask),
                post(f"/{lang}/uppdatera", refresh.take),
                get(f"/{lang}/uppdatera/{{held}}", refresh.show),
                get(f"/{lang}/uppdatera/{{held}}/rapport", refresh.report),
                get(f"/{lang}/uppdatera/{{held}}/{{n:int}}", refresh.show),
                get(f"/{lang}/uppdatera/{{held}}/{{n:int}}/fil", refresh.give),
                post(f"/{lang}/uppdatera/{{held}}/{{n:int}}/utseende", manner.choose),
                post(f"/{lang}/uppdatera/{{held}}/slut", refresh.end),
                get(f"/{lang}/granska", check.ask),
                post(f"/{lang}/granska", check.take),
                get(f"/{lang}/granska/{{held}}", check.show),
                get(f"/{lang}/granska/{{held}}/{{n:int}}", check.show),
                get(f"/{lang}/granska/{{held}}/{{n:int}}/lagad", check.give),
                post(f"/{lang}/granska/{{held}}/slut", check.end),
                get(f"/{lang}/tillganglighet", statement),
            )
        ),
        *(
            route
            for lang in (("sv", "en") if editing else ())
            for route in (
                get(f"/{lang}/vagledning", edit.overview),
                get(f"/{lang}/vagledning/bild/{{slide}}", edit.show),
                post(f"/{lang}/vagledning/bild/{{slide}}", edit.change),
                get(f"/{lang}/vagledning/korrektur", edit.proof),
                get(f"/{lang}/vagledning/andrat", edit.news),
                post(f"/{lang}/vagledning/andrat", edit.freeze),
            )
        ),
    ]


def _lifespan(size: int, queue: int, branding: Path | None, editing: Path | None) -> Any:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        with borrowed(".deck", b"") as root:
            pool = Pool(size, queue, scratch=root)
            await pool.start()
            environment()
            static()
            answers = JobAnswers()

            def gone(file: HeldFile) -> None:
                answers.forget(file)
                site.ready.forget(file)

            sessions = Sessions(root, gone=gone)
            site = Site(
                pool=pool,
                sessions=sessions,
                pictures=DrawnPictures(pool),
                answers=answers,
                branding=branding,
                editing=editing,
            )
            app.state.site = site
            sweeper = asyncio.create_task(_sweep(site))
            try:
                yield
            finally:
                sweeper.cancel()
                with suppress(asyncio.CancelledError):
                    await sweeper
                await pool.stop()

    return lifespan


async def _sweep(site: Site) -> None:
    while True:
        await asyncio.sleep(SWEEP)
        site.sessions.sweep()
        site.ready.sweep()


def create_app(
    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "[::1]"}),
    *,
    size: int = 2,
    queue: int = QUEUE,
    branding: Path | None = None,
    editing: Path | None = None,
) -> Any:
    """The ASGI app. `hosts`: what requests may call the server; `size`: worker processes; `queue`: jobs that wait at most;
    `editing`: a content folder that whoever reaches the server may change."""
    lifespan: AbstractAsyncContextManager[None] = _lifespan(size, queue, branding, editing)
    handlers = HANDLERS | {HTTPException: _missing, 500: _internal}
    app = Starlette(routes=routes(editing=editing is not None), lifespan=lifespan, exception_handlers=handlers)  # type: ignore[arg-type]

    def refuse(scope: MutableMapping[str, Any], status: int) -> Response:
        return turned_away(Request(scope), status)

    return Shield(app, hosts, refuse)
