"""A publisher on this machine, which answers as those of the net have been recorded to answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

KPI = {"N00945": "Utsläpp av växthusgaser, ton/inv"}
ROWS = (
    ("1281", 2021, 3.5, "T"),
    ("1281", 2022, 3.25, "T"),
    ("1281", 2022, 9.0, "K"),
    ("1281", 2023, None, "T"),
    ("0012", 2022, 4.0, "T"),
    ("0000", 2022, 4.5, "T"),
)


def _kolada(base: str, path: str) -> Any:
    if path.startswith("/v3/kpi/"):
        key = path.rsplit("/", 1)[1]
        return {"values": [{"id": key, "title": KPI[key]}] if key in KPI else [], "count": 1, "next_url": None}
    page = 1 if path.endswith("page=2") else 0
    rows = [
        {"kpi": "N00945", "municipality": code, "period": year, "values": [{"gender": sex, "value": value, "status": ""}]}
        for code, year, value, sex in ROWS
        if sex == "T"
    ]
    following = None if page else f"{base}{path}?page=2"
    return {"values": rows[3 * page : 3 * page + 3], "count": len(rows), "next_url": following}


def _category(codes: Mapping[str, str]) -> dict[str, Any]:
    return {"index": {code: n for n, code in enumerate(codes)}, "label": dict(codes)}


REGIONS = {"00": "Riket", "12": "Skåne län", "1281": "Lund", "1280": "Malmö"}
SEXES = {"1": "män", "2": "kvinnor"}
WHAT = {"BE0101N1": "Folkmängd", "BE0101N2": "Folkökning"}
METADATA = {
    "version": "2.0",
    "class": "dataset",
    "label": "Folkmängd efter region, kön, tabellinnehåll och år",
    "source": "SCB",
    "id": ["Region", "Kon", "ContentsCode", "Tid"],
    "size": [4, 2, 2, 3],
    "role": {"geo": ["Region"], "time": ["Tid"], "metric": ["ContentsCode"]},
    "dimension": {
        "Region": {"label": "region", "category": _category(REGIONS), "extension": {"elimination": True}},
        "Kon": {"label": "kön", "category": _category(SEXES), "extension": {"elimination": True}},
        "ContentsCode": {"label": "tabellinnehåll", "category": _category(WHAT), "extension": {"elimination": False}},
        "Tid": {"label": "år", "category": _category({"2021": "2021", "2022": "2022", "2023": "2023"})},
    },
}


def _pxweb(path: str) -> Any:
    if "/metadata" in path:
        return METADATA
    asked = {
        part.split("=", 1)[0].removeprefix("valueCodes[").rstrip("]"): part.split("=", 1)[1].split(",")
        for part in unquote(path).split("?", 1)[1].split("&")
        if part.startswith("valueCodes[")
    }
    names = [name for name in METADATA["id"] if name in asked]
    size = [len(asked[name]) for name in names]
    count = 1
    for n in size:
        count *= n
    labels = {"Region": REGIONS, "ContentsCode": WHAT, "Kon": SEXES}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": METADATA["label"],
        "source": "SCB",
        "id": names,
        "size": size,
        "role": METADATA["role"],
        "dimension": {
            name: {"label": name, "category": _category({code: labels.get(name, {}).get(code, code) for code in asked[name]})}
            for name in names
        },
        "value": [1000.0 + n for n in range(count)],
    }


@contextmanager
def publisher(busy: int = 0) -> Iterator[tuple[str, list[str]]]:
    """Its address, and the paths that it was asked for. `busy`: so many calls are answered with 429 first."""
    heard: list[str] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            base = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
            if len(heard) <= busy:
                self.send_response(429)
                self.send_header("Retry-After", "0")
                self.end_headers()
                return
            if self.path.startswith("/v3/"):
                value = _kolada(base, self.path)
            elif self.path.startswith("/api/v2/tables/TAB638/"):
                value = _pxweb(self.path)
            else:
                self.send_error(404)
                return
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>" if "html" in self.path else json.dumps(value).encode())

        def log_message(self, format: str, *args: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", heard
    finally:
        server.shutdown()
        server.server_close()
