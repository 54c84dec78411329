"""What nobody expected is one line, which tells a fault of ours from a file that nobody can read."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.diagnostics import Severity
from deck.making.faults import unexpected
from deck.package import UnsafeXML


def unreadable() -> Exception:
    with pytest.raises(etree.XMLSyntaxError) as raised:
        etree.fromstring(b"<a>")
    return raised.value


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (unreadable(), "broken-xml"),
        (UnsafeXML("a DOCTYPE"), "broken-xml"),
        (RecursionError("deep"), "broken-xml"),
        (ZeroDivisionError("noll"), "internal"),
        (KeyError("x" * 1000), "internal"),
    ],
    ids=str,
)
def test_one_line_with_what_to_do(error: Exception, code: str) -> None:
    found = unexpected(error)
    assert (found.code, found.severity) == (code, Severity.ERROR) and found.hint
    assert len(found.message) < 400 and "\n" not in found.message
    assert code == "broken-xml" or type(error).__name__ in found.message
