"""Whom to ask, as people write it in local.yaml and brand.yaml."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from deck.i18n import _
from deck.source.validate import Strict

_MAIL = re.compile(r"[^@\s<>()\[\],;]+@[^@\s<>()\[\],;.]+(?:\.[^@\s<>()\[\],;.]+)+")
_HOST = re.compile(r"(?:[a-z0-9åäöéü-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.I)


def _mail(value: str) -> str:
    if value and not _MAIL.fullmatch(value):
        raise ValueError(_('"{value}" is no e-mail address; write it as in kim.lind@example.se').format(value=value[:60]))
    return value


def _bare(value: object) -> object:
    """An address without the words that a mail program puts before it."""
    return value.strip().removeprefix("mailto:") if isinstance(value, str) else value


def _web(value: object) -> object:
    """An address as people say it, "www.kiruna.se", is one on the web."""
    if not isinstance(value, str):
        return value
    value = value.strip()
    if not value:
        return value
    if re.fullmatch(r"https?://\S+\.\S*[^\s.]", value, re.I) and _has_port(value):
        scheme, _colon, rest = value.partition(":")
        host, slash, path = rest[2:].partition("/")
        return f"{scheme.lower()}://{host if '@' in host else host.lower()}{slash}{path}"
    if _HOST.fullmatch(value):
        return f"https://{value}"
    raise ValueError(_('"{value}" is no web address; write it as in https://www.example.se').format(value=value[:60]))


def _has_port(value: str) -> bool:
    """Whether the address says none, or one that there is (RFC 3986, 3.2.3)."""
    try:
        return urlsplit(value).port != 0
    except ValueError:
        return False


def one_line(value: object) -> object:
    """A text as one line: what is read on one has no breaks in it."""
    return " ".join(value.split()) if isinstance(value, str) and ("\n" in value or "\t" in value) else value


Line = Annotated[str, BeforeValidator(one_line)]


class Contact(Strict):
    """`email` and `web` as addresses; a `web` without a scheme is given https."""

    name: Line = Field(default="", max_length=80)
    role: Line = Field(default="", max_length=80)
    email: Annotated[str, BeforeValidator(_bare), AfterValidator(_mail)] = Field(default="", max_length=120)
    phone: Line = Field(default="", max_length=40)
    web: Annotated[str, BeforeValidator(_web)] = Field(default="", max_length=200)
