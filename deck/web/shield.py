"""What stands before every page: whom a request is for, where it comes from, how large and how slow it may be, what a browser may
do with the answer; and a line in the log that names nobody."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.responses import Response

Message = MutableMapping[str, Any]
ASGIApp = Callable[
    [MutableMapping[str, Any], Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]

MOST_BODY = 60_000_000
MOST_ADDRESS = 32_000
GONE = 499
"""In the log: who asked went away before the request was whole."""
PAUSE, WHOLE = 20.0, 300.0
"""Seconds between two pieces of a body, and for all of it."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
log = logging.getLogger("deck.web")

Refuse = Callable[[MutableMapping[str, Any], int], Response]
"""A page that says why, for a scope and a status."""


class _Stop(BaseException):
    """Goes past whatever reads the body, to the shield alone."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def _header(scope: MutableMapping[str, Any], name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def bare_host(host: str) -> str:
    """A host without its port: "deck.example.se", "[::1]"; "" for what is none."""
    match = re.fullmatch(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?", host.strip().lower())
    return match[1] if match else ""


class Shield:
    """`hosts`: names that requests may be for. `refuse` makes the page for what is turned away."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], refuse: Refuse) -> None:
        self._app, self._hosts, self._refuse = app, hosts, refuse

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        began, told = time.monotonic(), [500]
        body = _Body(receive)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                told[0] = message["status"]
                own = {key.lower() for key, _value in message.get("headers", ())}
                extra = [(k.lower().encode(), v.encode()) for k, v in HEADERS.items() if k.lower().encode() not in own]
                if b"cache-control" not in own:
                    extra.append((b"cache-control", b"no-store"))
                message = {**message, "headers": [*message.get("headers", ()), *extra]}
            elif not message.get("more_body", False):
                body.answered = True
            await send(message)

        try:
            wrong = self._wrong(scope)
            if wrong:
                raise _Stop(wrong)
            await _while_there(self._app(scope, body, guarded), body, unread=scope["method"] != "POST")
        except _Stop as stop:
            if stop.status == GONE:
                told[0] = GONE
                return
            response = self._refuse(scope, stop.status)
            response.headers["Connection"] = "close"
            await response(scope, receive, guarded)
        finally:
            route = getattr(scope.get("route"), "path", "-")
            log.info("%s %s %d %.0f ms", scope["method"], route, told[0], (time.monotonic() - began) * 1000)

    def _wrong(self, scope: MutableMapping[str, Any]) -> int:
        """The status that a request is turned away with, before anything of it is read; 0 for none."""
        host = _header(scope, b"host")
        if bare_host(host) not in self._hosts:
            return 421
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405
        if len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"") > MOST_ADDRESS:
            return 414
        length = _header(scope, b"content-length")
        if length and (not length.isdigit() or int(length) > MOST_BODY):
            return 413
        if scope["method"] == "POST" and not _same_origin(_header(scope, b"origin"), host, _header(scope, b"sec-fetch-site")):
            return 403
        return 0


def _same_origin(origin: str, host: str, fetched: str) -> bool:
    """Whether a form was sent from a page of ours: browsers say so with every POST. The scheme is the proxy's."""
    return bool(origin) and urlsplit(origin).netloc.lower() == host.strip().lower() and fetched in ("", "same-origin")


class _Body:
    """A body that comes, within its size and its time: called as `receive` is. `answered`: all of the answer is on its way."""

    def __init__(self, receive: Callable[[], Awaitable[Message]]) -> None:
        self._receive = receive
        self._end, self._size = time.monotonic() + WHOLE, 0
        self._after: asyncio.Future[Message] | None = None
        self.whole = asyncio.Event()
        self.answered = False

    async def __call__(self) -> Message:
        if self.whole.is_set():
            return await self._next()
        try:
            async with asyncio.timeout(min(PAUSE, max(self._end - time.monotonic(), 0.0))):
                message = await self._receive()
        except TimeoutError:
            raise _Stop(408) from None
        if message["type"] == "http.request":
            self._size += len(message.get("body", b""))
            if self._size > MOST_BODY:
                raise _Stop(413)
            if not message.get("more_body", False):
                self.whole.set()
        elif message["type"] == "http.disconnect":
            raise _Stop(GONE)
        return message

    async def _next(self) -> Message:
        """What comes after the body: that who asked has gone away, which may take as long as the work."""
        if self._after is None:
            self._after = asyncio.ensure_future(self._receive())
        return await asyncio.shield(self._after)

    async def gone(self, *, unread: bool) -> None:
        """Until who asked has gone away. `unread`: a body that nobody else reads."""
        while unread and not self.whole.is_set():
            await self()
        await self.whole.wait()
        if (await self._next())["type"] != "http.disconnect":
            await asyncio.Event().wait()

    def close(self) -> None:
        if self._after is not None:
            self._after.cancel()


async def _while_there(work: Awaitable[None], body: _Body, *, unread: bool) -> None:
    """The work done, as long as somebody waits for it: a queue is not for those who have left. Raises _Stop where they have."""
    task, watcher = asyncio.ensure_future(work), asyncio.ensure_future(body.gone(unread=unread))
    try:
        await asyncio.wait({task, watcher}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done() and not body.answered:
            watcher.result()
            raise _Stop(GONE)
        await task
    finally:
        for item in (task, watcher):
            item.cancel()
        await asyncio.wait({task, watcher})
        body.close()
        # Both are over; what they said has been heard.
        for item in (task, watcher):
            if not item.cancelled():
                item.exception()
