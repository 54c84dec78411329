"""The server as people start it, asked over a socket; and decks to upload to it."""

from __future__ import annotations

import http.client
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html
from pptx import Presentation

import deck

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 150.0
"""Seconds by the clock: a slow machine is no fault of the server's."""
File = tuple[str, str, bytes]
"""(field, file name, bytes)."""


@dataclass(frozen=True)
class Heard:
    """An answer. `url`: where it was found in the end, path and query."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def tree(self) -> Any:
        """A page, parsed."""
        return html.fromstring(self.text)

    @property
    def called(self) -> str:
        """The name that a download has."""
        return unquote(self.headers["content-disposition"].partition("filename*=UTF-8''")[2])


def form(fields: Iterable[tuple[str, str]], files: Iterable[File]) -> tuple[str, bytes]:
    """(content type, body) as browsers send a form with files."""
    mark = uuid.uuid4().hex
    out = io.BytesIO()
    for name, value in fields:
        out.write(f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    for name, called, data in files:
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{called}"\r\n'
        out.write(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + data + b"\r\n")
    out.write(f"--{mark}--\r\n".encode())
    return f"multipart/form-data; boundary={mark}", out.getvalue()


class WebServer:
    """`python -m deck serve`, from its address being said to its end by a signal. `scratch` is its own temporary folder."""

    def __init__(self, *more: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="deck-serve-test-")
        self.scratch = Path(self._folder.name)
        environment = os.environ | {"TMPDIR": str(self.scratch), "PYTHONPATH": str(ROOT), "LANGUAGE": "en", "PYTHONUTF8": "1"}
        line = [sys.executable, "-m", "deck", "serve", "--port", "0", *(more or ("--jobs", "2"))]
        # Not a pipe, which would be full one day.
        self._written = tempfile.TemporaryFile()  # noqa: SIM115 - closed at the end
        self.process = subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=self._written, text=True)
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        assert "http://" in said, self.log
        self.address = next(word for word in said.split() if word.startswith("http://")).rstrip("/")
        self.host = urlsplit(self.address).netloc

    def __enter__(self) -> WebServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()
        self._written.close()
        self._folder.cleanup()

    def stop(self) -> int:
        """Its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.communicate(timeout=30)
        return self.process.returncode

    @property
    def log(self) -> str:
        self._written.seek(0)
        return self._written.read().decode()

    def left(self) -> list[str]:
        """What lies in its temporary folder."""
        return sorted(path.relative_to(self.scratch).as_posix() for path in self.scratch.rglob("*"))

    def socket(self) -> socket.socket:
        name, _colon, port = self.host.rpartition(":")
        return socket.create_connection((name, int(port)), timeout=PATIENCE)

    def ask(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None, follow: int = 5) -> Heard:
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        try:
            connection.request(method, path, body or None, dict(headers or {}))
            response = connection.getresponse()
            heard = Heard(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read(), path)
        finally:
            connection.close()
        if heard.status in (302, 303) and follow:
            return self.ask("GET", heard.headers["location"].partition("#")[0], headers=headers, follow=follow - 1)
        return heard

    def get(self, path: str, headers: Mapping[str, str] | None = None, follow: int = 5) -> Heard:
        return self.ask("GET", path, headers=headers, follow=follow)

    def post(
        self,
        path: str,
        files: Iterable[File] = (),
        fields: Iterable[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> Heard:
        """As a form of the server's own pages is sent."""
        kind, body = form(fields, files)
        return self.ask("POST", path, body, {"Content-Type": kind, "Origin": self.address} | dict(headers or {}))

    def json(self, path: str) -> Any:
        return json.loads(self.get(path).body)


def link(page: Heard, ending: str) -> str:
    """The first of a page's addresses in which a pattern is found."""
    return next(item for item in page.tree.xpath("//a/@href") if re.search(ending, item))


@lru_cache(maxsize=1)
def edited() -> bytes:
    """Lund's short deck of the release of 2020, edited so that seven things are to be decided: its owner has put a word before
    every paragraph."""
    with tempfile.TemporaryDirectory() as folder:
        path = deck.build("lund", outline="kort", release="2020-04-30", out=folder).path
        assert path is not None
        return changed(path.read_bytes())


def changed(data: bytes, word: str = "Vi") -> bytes:
    """A deck with a word of its owner's before every longer paragraph."""
    opened: Any = Presentation(io.BytesIO(data))
    for slide in opened.slides:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                if paragraph.runs and len(paragraph.text) > 12:
                    paragraph.runs[0].text = f"{word}: {paragraph.runs[0].text}"
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def words_of(data: bytes) -> str:
    """All that a deck's slides say."""
    opened: Any = Presentation(io.BytesIO(data))
    return "\n".join(shape.text_frame.text for slide in opened.slides for shape in slide.shapes if shape.has_text_frame)


@lru_cache(maxsize=1)
def faulty() -> bytes:
    """A deck with faults that a machine mends (a slide without a title, no language) and others that it does not."""
    opened: Any = Presentation()
    slide = opened.slides.add_slide(opened.slide_layouts[5])
    slide.shapes.title.text = ""
    box = slide.shapes.add_textbox(0, 0, 900_000, 300_000)
    box.text_frame.text = "Små ord som inte får plats i sin ruta, hur man än gör med dem"
    box.text_frame.paragraphs[0].runs[0].font.size = 101_600
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()
