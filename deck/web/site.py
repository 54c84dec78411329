"""What all pages share: the workers, what is held, the pictures, and how a page is made in its reader's language."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from deck import __version__, i18n
from deck.collection import OURS, current
from deck.i18n import _
from deck.web.answers import JobAnswers
from deck.web.fields import complaints
from deck.web.pictures import WIDTHS, DrawnPictures, Shelf
from deck.web.pool import BusyPool, LostJob, Pool, RefusedJob
from deck.web.proofs import ProofDesk
from deck.web.ready import ReadyDecks
from deck.web.sessions import NoRoom, Sessions

if TYPE_CHECKING:
    from jinja2 import Environment

    from deck.diagnostics import Diagnostic

LANGUAGES = {"sv": "Svenska", "en": "English"}
STATIC = {"stil.css": "text/css; charset=utf-8", "deck.js": "text/javascript; charset=utf-8"}
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
RETRY = 5
"""Seconds after which a page that found no room asks again."""


@dataclass
class Site:
    """`branding`: the profiles that the server was given; `editing`: the guidance that may be edited, if any. `answers`:
    what was said of uploaded files; `proofs`: of the guidance's words. `decks`: what previews said, by what they were asked;
    `ready`: what is looked at, made to be given out."""

    pool: Pool
    sessions: Sessions
    pictures: DrawnPictures
    answers: JobAnswers
    branding: Path | None = None
    editing: Path | None = None
    proofs: ProofDesk = field(init=False)
    ready: ReadyDecks = field(init=False)
    decks: Shelf[tuple[float, Any]] = field(default_factory=lambda: Shelf(4_000_000))
    began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.proofs = ProofDesk(self.pool)
        self.ready = ReadyDecks(self.pool)


def site_of(request: Request) -> Site:
    return request.app.state.site


@lru_cache(maxsize=1)
def static() -> Mapping[str, tuple[str, bytes]]:
    """Name → (the name with its digest, bytes)."""
    folder = files("deck.web").joinpath("data")
    found = {}
    for name in STATIC:
        data = folder.joinpath(name).read_bytes()
        stem, _dot, tail = name.rpartition(".")
        found[name] = f"{stem}-{hashlib.sha256(data).hexdigest()[:12]}.{tail}", data
    return found


@lru_cache(maxsize=1)
def environment() -> Environment:
    """All pages, read once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = str(files("deck.web").joinpath("data", "pages"))
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        # Pages are those of the code that runs, also when the files of a newer version lie there already.
        auto_reload=False,
    )
    made.globals.update(_=i18n._, ngettext=i18n.ngettext, version=__version__, too_much=too_much, widths=WIDTHS)
    made.filters.update(sentence=sentence, headed=headed, plain=plain, called_at_home=i18n.called_at_home, counted=i18n.counted)
    for name in made.list_templates():
        made.get_template(name)
    return made


def too_much() -> str:
    """What is said of a file whose work was ended."""
    return _(
        "The work took more time or memory than a presentation needs, and was ended. Open the file in PowerPoint, save it anew, "
        "and try again."
    )


def plain(words: str) -> str:
    """A hint without what it says of the command line and its settings: who is here has a browser."""
    kept = [part for part in re.split(r"(?<=[.;]) ", words) if not re.search(r"`|(?<!\w)--[a-z]|\bDECK_[A-Z]", part)]
    return " ".join(kept).rstrip(" ;,")


def headed(words: str) -> str:
    """With a capital."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """With a capital and a full stop; a file that it begins with is called as it is."""
    head = words[:1] if re.match(r"[^:]{0,89}[^:\s(]\.[A-Za-z0-9]{2,5}[:,]", words) else words[:1].upper()
    # A quotation that ends as a sentence does, ends this one; a name in quotes does not.
    ended = words.rstrip('”")').endswith((".", "?", "!", "…"))
    return f"{head}{words[1:]}{'' if ended else '.'}" if words else ""


def language(request: Request) -> str:
    """The page's: of its address, else what the browser asks for; Swedish where it asks for neither."""
    told = request.path_params.get("lang") or request.url.path.split("/")[1]
    if told in LANGUAGES:
        return told
    wanted: list[tuple[float, str]] = []
    for item in request.headers.get("accept-language", "")[:300].split(","):
        name, _semi, rest = item.strip().partition(";")
        match = re.fullmatch(r"\s*q=(\d(?:\.\d+)?)\s*", rest)
        code = name[:2].lower()
        if code in LANGUAGES:
            wanted.append((-float(match[1]) if match else -1.0, code))
    return min(wanted, key=lambda item: item[0])[1] if wanted else "sv"


def page(request: Request, name: str, status: int = 200, headers: Mapping[str, str] | None = None, **values: Any) -> Response:
    """A page of ours, in the language of its address. `values`: what its template asks for."""
    lang = language(request)
    i18n.use(lang)
    path = request.url.path
    inner = path[3:] if path[1:3] in LANGUAGES and path[3:4] in ("", "/") else "/"
    query = f"?{request.url.query}" if request.url.query else ""
    others = [(code, words, f"/{code}{inner}{query}") for code, words in LANGUAGES.items() if code != lang]
    shared = {
        "lang": lang,
        "root": f"/{lang}",
        "others": others,
        "css": f"/static/{static()['stil.css'][0]}",
        "js": f"/static/{static()['deck.js'][0]}",
        "here": inner.strip("/").partition("/")[0],
        "colors": "",
        "editing": _edits(request),
        "ours": current() == OURS,
    }
    body = environment().get_template(name).render(**shared | values)
    return HTMLResponse(body, status, headers)


def _edits(request: Request) -> bool:
    """Whether the server's guidance may be edited. What is turned away at the door has no app yet."""
    site: Site | None = getattr(request.scope.get("app"), "state", None) and request.app.state._state.get("site")
    return site is not None and site.editing is not None


# --- what goes wrong ------------------------------------------------------------------------------------------------------------


def told(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """(message, hint), each once, with the part or slide that it is about, without where our own files lie."""
    return list(complaints(diagnostics))


def problem(
    request: Request, status: int, kind: str, items: Iterable[tuple[str, str]] = (), place: int = 0, back: str = ""
) -> Response:
    """A page that says what went wrong, and what to do. `kind`: which of its texts. `back`: where the choices stand. One that
    found no room tries again by itself."""
    headers = {"Retry-After": str(RETRY)} if status == 503 else {}
    if status == 503 and request.method == "GET":
        headers["Refresh"] = str(RETRY)
    return page(request, "problem.html.j2", status, headers, kind=kind, items=list(items), place=place, retry=RETRY, back=back)


async def on_busy(request: Request, error: Exception) -> Response:
    return problem(request, 503, "busy", place=error.place if isinstance(error, BusyPool) else 0)


async def on_lost(request: Request, error: Exception) -> Response:
    if isinstance(error, LostJob) and error.killed:
        return problem(request, 500, "killed")
    return problem(request, 422, "lost")


async def on_refused(request: Request, error: Exception) -> Response:
    return problem(request, 422, "refused", told(error.diagnostics) if isinstance(error, RefusedJob) else ())


async def on_no_room(request: Request, _error: Exception) -> Response:
    return problem(request, 503, "room")


HANDLERS: dict[Any, Any] = {BusyPool: on_busy, LostJob: on_lost, RefusedJob: on_refused, NoRoom: on_no_room}
KINDS = {404: "missing", 405: "method", 408: "slow", 413: "large", 414: "long", 403: "origin", 421: "host", 400: "form"}


def turned_away(request: Request, status: int) -> Response:
    return problem(request, status, KINDS.get(status, "internal"))
