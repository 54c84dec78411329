"""The server as a process: where it listens, how it begins, how it ends."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deck.errors import UsageError, reason_of
from deck.i18n import _
from deck.web.shield import bare_host

CONNECTIONS, PATIENCE, GRACE = 800, 15, 15
"""Connections at a time; seconds that one may stay without a request; seconds that work under way has when the server stops."""
LONGEST_HEAD = 64_000
LOCAL = ("localhost", "127.0.0.1", "[::1]")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """`names`: what browsers call the server, beside `host` and this machine's own. `jobs`: worker processes.
    `editing`: the content folder that may be edited: from this machine alone, but for `anyone`."""

    host: str = "127.0.0.1"
    port: int = 8311
    names: tuple[str, ...] = ()
    branding: Path | None = None
    editing: Path | None = None
    anyone: bool = False
    jobs: int = 0
    open: bool = False

    @property
    def hosts(self) -> frozenset[str]:
        """Raises UsageError for a name that is none."""
        found = {*LOCAL}
        own = (f"[{self.host}]" if ":" in self.host else self.host,) if self.host not in ("0.0.0.0", "::") else ()
        for name in (*own, *self.names):
            bare = bare_host(name)
            if not bare:
                message = _('"{name}" is no name of a server').format(name=name)
                raise UsageError.of("usage", message, hint=_("write it as in --name deck.example.se"))
            found.add(bare)
        return frozenset(found)


def only_here(options: ServeOptions) -> None:
    """Raises UsageError where somebody else than this machine's own users could change the guidance, and nobody has said so. A
    server that has a name stands behind a proxy, which brings anybody to this machine."""
    if options.editing is None or options.anyone or (options.host in LOOPBACK and not options.names):
        return
    message = _("whoever reaches the server could change the guidance")
    hint = _("leave --host and --name out, or say --anyone-edits if all who reach it may")
    raise UsageError.of("usage", message, hint=hint)


def default_jobs() -> int:
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, 8))


def listening(options: ServeOptions) -> socket.socket:
    """The socket, bound. Raises UsageError where somebody else has it."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    # Named, or asyncio does not know it for TCP and lets the last bytes of each answer wait for those before to be acknowledged:
    # 40 ms of each picture.
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((options.host, options.port))
    except (OSError, OverflowError) as error:
        found.close()
        message = _("cannot listen on {host}, port {port} ({error})")
        words = message.format(
            host=options.host, port=options.port, error=reason_of(error) if isinstance(error, OSError) else error
        )
        raise UsageError.of("usage", words, hint=_("choose another with --port; 0 takes a free one")) from None
    return found


def serve(options: ServeOptions, say: Any = print) -> None:
    """Serve until a signal says stop: what is under way is done, and nothing is left. `say` is told the address once."""
    import uvicorn

    from deck.web.app import create_app
    from deck.web.protocol import PatientProtocol

    only_here(options)
    size = options.jobs or default_jobs()
    app = create_app(options.hosts, size=size, branding=options.branding, editing=options.editing)
    bound = listening(options)
    host, port = bound.getsockname()[:2]
    shown = "localhost" if host in ("0.0.0.0", "::", "127.0.0.1", "::1") else host
    address = f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="on",
        http=PatientProtocol,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=PATIENCE,
        timeout_graceful_shutdown=GRACE,
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    server = uvicorn.Server(config)

    async def run() -> None:
        task = asyncio.create_task(server.serve([bound]))
        while not server.started and not task.done():
            await asyncio.sleep(0.02)
        if server.started:
            say(address)
            if options.open:
                # No browser is no reason to stop.
                with contextlib.suppress(Exception):
                    webbrowser.open(address)
        await task

    with _heard(), contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run())


@contextlib.contextmanager
def _heard() -> Iterator[None]:
    """uvicorn sends itself the signal once more when all is done: the process is to end by itself then, and clear up."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_given: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
