"""What stands before every page."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from web_client import WebServer, edited

from deck.web import shield
from deck.web.shield import HEADERS, MOST_BODY, Shield, bare_host


@pytest.mark.parametrize(
    ("host", "bare"),
    [
        ("deck.example.se", "deck.example.se"),
        ("Deck.Example.SE:8311", "deck.example.se"),
        ("[::1]:80", "[::1]"),
        ("127.0.0.1", "127.0.0.1"),
        ("", ""),
        ("a b", ""),
        ("evil.se/path", ""),
        ("user@evil.se", ""),
        ("x:123456", ""),
        ("x:y", ""),
    ],
)
def test_a_host_bare(host: str, bare: str) -> None:
    assert bare_host(host) == bare


async def _reading(scope: Any, receive: Any, send: Any) -> None:
    size = 0
    while True:
        message = await receive()
        size += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    await PlainTextResponse(str(size))(scope, receive, send)


def ask(
    pieces: Sequence[tuple[float, bytes]] = (), method: str = "POST", path: str = "/", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """(status, headers, body) of the shield before an app that reads all. `pieces`: (seconds before it comes, bytes)."""
    given = {"host": "localhost:1", "origin": "http://localhost:1"} | {k.replace("_", "-"): v for k, v in headers.items()}
    scope = {
        "type": "http",
        "method": method,
        "path": path.partition("?")[0],
        "raw_path": path.partition("?")[0].encode(),
        "query_string": path.partition("?")[2].encode(),
        "headers": [(k.encode(), v.encode()) for k, v in given.items() if v],
    }
    left = list(pieces)
    sent: list[Any] = []

    async def receive() -> Any:
        if not left:
            return {"type": "http.request", "body": b"", "more_body": False}
        wait, data = left.pop(0)
        await asyncio.sleep(wait)
        return {"type": "http.request", "body": data, "more_body": bool(left)}

    async def send(message: Any) -> None:
        sent.append(message)

    app = Shield(_reading, frozenset({"localhost"}), lambda _scope, status: PlainTextResponse("no", status))
    asyncio.run(app(scope, receive, send))
    answered = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
    return sent[0]["status"], answered, b"".join(item.get("body", b"") for item in sent[1:])


def test_a_body_comes_through() -> None:
    assert ask([(0, b"abc"), (0, b"de")])[::2] == (200, b"5")


def test_a_body_is_bounded_whether_it_says_its_size_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(content_length=str(MOST_BODY + 1))[0] == 413
    assert ask(content_length="-1")[0] == ask(content_length="x")[0] == 413
    monkeypatch.setattr(shield, "MOST_BODY", 100)
    assert ask([(0, b"x" * 60), (0, b"x" * 60)])[0] == 413
    assert ask([(0, b"x" * 60), (0, b"x" * 40)])[::2] == (200, b"100")


def test_a_slow_body_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shield, "PAUSE", 0.05)
    assert ask([(0.5, b"x")])[0] == 408
    monkeypatch.setattr(shield, "PAUSE", 5.0)
    monkeypatch.setattr(shield, "WHOLE", 0.1)
    assert ask([(0.03, b"x")] * 20)[0] == 408
    assert ask([(0.01, b"x")] * 2)[0] == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_work_for_somebody_who_has_left_is_left_too(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A queue is not for those who are gone; an answer that is on its way is no reason to stop its work."""
    monkeypatch.setattr(shield, "PAUSE", 1.0)

    async def tried(answers: bool) -> tuple[list[str], list[Any]]:
        done: list[str] = []
        sent: list[Any] = []
        left = [{"type": "http.request", "body": b"x", "more_body": False}]
        answered = asyncio.Event()

        async def app(_scope: Any, receive: Any, send: Any) -> None:
            if method == "POST":
                await receive()
            try:
                if answers:
                    await PlainTextResponse("here")({"type": "http"}, receive, send)
                await asyncio.sleep(0.2)
                done.append("done")
            except asyncio.CancelledError:
                done.append("left")
                raise

        async def receive() -> Any:
            if left:
                return left.pop()
            if answers:
                await answered.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)
            if message["type"] == "http.response.body":
                answered.set()

        headers = [(b"host", b"localhost"), (b"origin", b"http://localhost")]
        scope = {"type": "http", "method": method, "path": "/", "raw_path": b"/", "query_string": b"", "headers": headers}
        await Shield(app, frozenset({"localhost"}), lambda _scope, status: PlainTextResponse("no", status))(scope, receive, send)
        return done, sent

    assert asyncio.run(tried(answers=False)) == (["left"], [])
    done, sent = asyncio.run(tried(answers=True))
    assert done == ["done"] and sent[0]["status"] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": ""},
        {"origin": "null"},
        {"origin": "http://evil.se"},
        {"origin": "http://localhost:2"},
        {"origin": "http://localhost:1.evil.se"},
        {"origin": "http://localhost:1", "sec_fetch_site": "cross-site"},
        {"origin": "http://localhost:1", "sec_fetch_site": "same-site"},
    ],
)
def test_a_form_from_elsewhere_is_not_read(headers: dict[str, Any]) -> None:
    assert ask([(0, b"x")], **headers)[0] == 403
    assert ask(method="GET", **headers)[0] == 200


def test_a_proxy_may_speak_https_for_us() -> None:
    assert ask([(0, b"x")], origin="https://localhost:1", sec_fetch_site="same-origin")[0] == 200


@pytest.mark.parametrize(
    ("path", "method", "host", "status"),
    [
        ("/", "GET", "evil.se", 421),
        ("/", "GET", "", 421),
        ("/", "GET", "localhost.evil.se", 421),
        ("/", "DELETE", "localhost", 405),
        ("/", "TRACE", "localhost", 405),
        ("/?" + "x" * 40_000, "GET", "localhost", 414),
        ("/", "HEAD", "localhost", 200),
    ],
)
def test_whom_a_request_is_for_and_what_it_may_ask(path: str, method: str, host: str, status: int) -> None:
    assert ask(method=method, path=path, host=host)[0] == status


def test_every_answer_says_what_a_browser_may_do(server: WebServer) -> None:
    for status, headers, _body in (ask(), ask(origin="")):
        assert status in (200, 403)
        assert {name.lower() for name in HEADERS} <= set(headers) and headers["cache-control"] == "no-store"
    policy = server.get("/sv/").headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "script-src 'self'" in policy


def test_the_log_names_nobody(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "deck.web"):
        ask(method="GET", path="/sv/bildspel/1281-lund?namn=Kim&epost=kim@lund.se")
    line = caplog.records[-1].getMessage()
    assert "GET" in line and "200" in line and not any(word in line for word in ("Kim", "lund", "1281"))


def test_over_a_socket(server: WebServer) -> None:
    files = [("fil", "a.pptx", edited()[:100])]
    assert server.post("/sv/granska", files, headers={"Origin": "http://evil.se"}).status == 403
    assert server.post("/sv/granska", files, headers={"Sec-Fetch-Site": "cross-site"}).status == 403
    assert server.get("/sv/", {"Host": "evil.se"}).status == 421
    assert "<h1" in server.get("/sv/", {"Host": "evil.se"}).text
    assert server.get("/sv/?ort=" + "x" * 33_000).status == 414
    with server.socket() as raw:
        raw.sendall(f"POST /sv/granska HTTP/1.1\r\nHost: {server.host}\r\nContent-Length: 999999999\r\n\r\n".encode())
        assert raw.recv(100).startswith(b"HTTP/1.1 413")
