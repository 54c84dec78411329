"""One server for all tests of the room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from web_client import WebServer

from deck import i18n


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
