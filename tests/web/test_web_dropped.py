"""Files that are dropped onto a page."""

from __future__ import annotations

import pytest
from web_client import WebServer, edited, faulty


@pytest.mark.parametrize("where", ["uppdatera", "granska"])
def test_no_file_is_said(server: WebServer, where: str) -> None:
    assert server.post(f"/sv/{where}").status == 400
    assert server.post(f"/sv/{where}", [("fil", "", b"")]).status == 400


@pytest.mark.parametrize("where", ["uppdatera", "granska"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "multipart/form-data"},
        {"Content-Type": "multipart/form-data; boundary=other"},
        {"Content-Type": "application/json"},
        {"Content-Type": ""},
    ],
)
def test_a_form_that_is_none_is_said(server: WebServer, where: str, headers: dict[str, str]) -> None:
    heard = server.post(f"/sv/{where}", [("fil", "a.pptx", b"x")], headers=headers)
    assert heard.status == 400 and "<h1" in heard.text


@pytest.mark.parametrize("where", ["uppdatera", "granska"])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pptx", b""),
        ("a.pptx", b"no deck at all"),
        ("a.pptx", edited()[:20_000]),
        ("a.pptx", b"PK\x05\x06" + b"\0" * 18),
        ("a.exe", b"MZ" + b"\0" * 4000),
        ("../../../etc/passwd", b"root"),
        ("\u202egpj.pptx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000),
    ],
)
def test_what_is_no_deck_is_refused_in_words(server: WebServer, where: str, name: str, data: bytes) -> None:
    heard = server.post(f"/sv/{where}", [("fil", name, data)])
    assert heard.status in (400, 422) and "<h1" in heard.text and "Traceback" not in heard.text
    assert str(server.scratch) not in heard.text


@pytest.mark.parametrize("where", ["uppdatera", "granska"])
def test_said_to_be_gone_it_is_gone(server: WebServer, where: str) -> None:
    page = server.post(f"/sv/{where}", [("fil", "Borta strax.pptx", faulty())])
    assert any("Borta strax" in name for name in server.left())
    assert server.post(f"{page.url}/slut").status == 200
    assert server.get(page.url).status == 404 and not any("Borta strax" in name for name in server.left())


def test_an_upload_that_is_broken_off_leaves_nothing_and_stops_nobody(server: WebServer) -> None:
    sessions = server.json("/healthz")["sessions"]
    for _n in range(20):
        with server.socket() as raw:
            head = f"POST /sv/granska HTTP/1.1\r\nHost: {server.host}\r\nOrigin: {server.address}\r\n"
            raw.sendall(f"{head}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000000\r\n\r\n".encode())
            raw.sendall(b'--x\r\nContent-Disposition: form-data; name="fil"; filename="a.pptx"\r\n\r\n' + b"y" * 300_000)
    assert server.get("/sv/granska").status == 200 and server.json("/healthz")["sessions"] == sessions
