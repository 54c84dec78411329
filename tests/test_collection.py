"""A run works on one collection; on another it has forgotten the first."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deck.brand.cascade import branding_root
from deck.cli import main
from deck.collection import OURS, current, first_language, given_files, use
from deck.content import content_root
from deck.places import load_places
from deck.source.project import read_project

NORDLAND = Path(__file__).parent / "nordland"


@pytest.fixture
def nordland() -> Iterator[Path]:
    use(read_project(NORDLAND))
    yield NORDLAND
    use(OURS)


def test_without_one_it_is_the_swedish_guidance() -> None:
    assert current() == OURS and first_language() == "sv" and not given_files()
    assert len(load_places().all) == 311


def test_with_one_all_is_its_own(nordland: Path) -> None:
    assert first_language() == "da" and len(load_places().all) == 12
    assert content_root() == nordland / "content" and branding_root() == nordland / "branding"
    assert given_files() == (nordland / "places.csv", nordland / "borders.geojson")


def test_what_was_remembered_of_another_is_forgotten() -> None:
    lund = load_places().find("lund")
    use(read_project(NORDLAND))
    assert load_places().find("aalborg").genitive == "Aalborg Kommunes"
    use(OURS)
    assert load_places().find("lund") == lund


def test_a_process_that_it_begins_has_the_same(nordland: Path) -> None:
    ask = "from deck.places import load_places; print(len(load_places().all))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "12"


def test_a_run_leaves_none_behind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(NORDLAND), "places", "aal"]) == 0
    assert "Aalborg Kommune" in capsys.readouterr().out and current() == OURS
