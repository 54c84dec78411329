"""Connections that say nothing, or half of something, are closed; and the server goes on."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from web_client import WebServer

from deck.web import protocol
from deck.web.protocol import PatientProtocol


@contextmanager
def listening() -> Iterator[int]:
    config = uvicorn.Config(PlainTextResponse("ja"), port=0, http=PatientProtocol, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([bound])))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield bound.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(10)


WHOLE = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


def test_who_is_silent_or_slow_is_shown_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "HEAD", 0.3)
    with listening() as port:
        for said in (b"", b"GET / HTTP/1.1\r\nHost: "):
            with socket.create_connection(("127.0.0.1", port), timeout=5) as one:
                one.sendall(said)
                assert one.recv(100) == b""
        with socket.create_connection(("127.0.0.1", port), timeout=5) as one:
            for _again in range(2):
                one.sendall(WHOLE)
                heard = b""
                while not heard.endswith(b"ja"):
                    heard += one.recv(1000) or b"closed, ja"
                assert b"closed" not in heard
                time.sleep(0.4)


def test_who_is_slow_with_a_second_request_is_shown_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first answer a byte now and then held the connection for ever."""
    monkeypatch.setattr(protocol, "HEAD", 0.5)
    with listening() as port, socket.create_connection(("127.0.0.1", port), timeout=5) as one:
        one.sendall(WHOLE)
        heard = b""
        while not heard.endswith(b"ja"):
            heard += one.recv(1000)
        one.settimeout(0.05)
        closed, until = False, time.monotonic() + 5
        while not closed and time.monotonic() < until:
            with suppress(TimeoutError):
                try:
                    one.sendall(b"G")
                    closed = one.recv(100) == b""
                except ConnectionError:
                    closed = True
        assert closed
        one.close()


def test_a_crowd_of_silent_ones_keeps_nobody_out(server: WebServer) -> None:
    crowd = [server.socket() for _n in range(100)]
    try:
        for n, one in enumerate(crowd):
            one.sendall(b"POST /sv/granska HTTP/1.1\r\nHost: " if n % 2 else b"")
        began = time.monotonic()
        assert server.get("/sv/").status == 200 and time.monotonic() - began < 5
    finally:
        for one in crowd:
            one.close()
    assert server.json("/healthz")["ok"] is True


@pytest.mark.parametrize(
    "said", [b"\0\0\0\0\r\n\r\n", b"GET  HTTP/9\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 20_000 + b"\r\n"]
)
def test_what_is_no_request_is_refused(server: WebServer, said: bytes) -> None:
    with server.socket() as one:
        one.sendall(said)
        with suppress(ConnectionResetError):
            assert b" 400 " in one.recv(100)
    assert server.get("/sv/granska").status == 200
