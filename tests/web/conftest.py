"""One server for all tests of the room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from web_client import WebServer

from deck import i18n
from deck.content import content_root


@pytest.fixture(scope="session")
def server() -> Iterator[WebServer]:
    """Stopped as an administrator stops it: it must end well, and leave nothing behind."""
    with WebServer() as running:
        yield running
        assert running.stop() == 0, running.log
        assert running.left() == []
        assert "Traceback" not in running.log, running.log


@pytest.fixture(autouse=True)
def _the_language_is_the_tests_own() -> Iterator[None]:
    """Jobs and pages speak their reader's language; nobody else is to."""
    yield
    i18n.use(None)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guidance's words, a copy that may be written in."""
    return Path(shutil.copytree(content_root(), tmp_path_factory.mktemp("edit") / "content"))
