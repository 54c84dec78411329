"""Addresses as people write them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from deck.source import Contact

NO_HOSTS = ["https://lund.se.", "https://lund.se:99999"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("www.kiruna.se", "https://www.kiruna.se"),
        ("kiruna.se/miljo?a=1", "https://kiruna.se/miljo?a=1"),
        ("malmö.se", "https://malmö.se"),
        (" https://lund.se ", "https://lund.se"),
        ("http://lund.se", "http://lund.se"),
        ("HTTPS://Lund.SE/Miljo", "https://lund.se/Miljo"),
        ("https://lund.se:8443/a", "https://lund.se:8443/a"),
        ("", ""),
    ],
)
def test_a_web_address_without_its_scheme_is_one(written: str, read: str) -> None:
    assert Contact(web=written).web == read


@pytest.mark.parametrize(
    "written",
    [
        "lund",
        "javascript:alert(1)",
        "ftp://lund.se",
        "www lund se",
        "file:///etc/passwd",
        "https://",
        "https://lund.se.",
        "https://lund.se:99999",
    ],
)
def test_what_is_no_web_address_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="is no web address"):
        Contact(web=written)


def test_a_mail_address_is_one() -> None:
    assert Contact(email="mailto:kim.lind@lund.se").email == "kim.lind@lund.se"
    for wrong in ("kim", "kim@lund", "kim@lund.se, bo@lund.se", "Kim <kim@lund.se>", "kim@lund.se."):
        with pytest.raises(ValidationError, match="is no e-mail address"):
            Contact(email=wrong)


def test_what_is_read_on_one_line_has_one() -> None:
    assert Contact(name="Kim\nLind\n", role="Miljö\tstrateg").model_dump()["name"] == "Kim Lind"
    assert Contact(role="Miljö\tstrateg").role == "Miljö strateg"
