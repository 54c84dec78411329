"""Amounts as people and programs write them."""

from __future__ import annotations

import math
import re

_GROUPED = re.compile(r"(?<=\d)[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}](?=\d{3}(?!\d))")
_SIGN = r"[+\-\N{MINUS SIGN}]?"
_MARKED = re.compile(
    rf"{_SIGN}(?:\d{{1,3}}(?:\.\d{{3}})+,\d+|\d{{1,3}}(?:,\d{{3}})+\.\d+|\d{{1,3}}(?:([.,])\d{{3}})(?:\1\d{{3}})+)"
)
"""Thousands marked by a sign, where only that can be meant: "1.234,5", "1,234.5", "1.234.567". ("1,234" is a decimal.)"""
_NUMBER = re.compile(r"[+\-\N{MINUS SIGN}]?(\d+([.,]\d+)?|[.,]\d+)([eE][+-]?\d{1,3})?")
MISSING = frozenset(
    {
        "",
        ".",
        "..",
        "...",
        "\N{HORIZONTAL ELLIPSIS}",
        "-",
        "\N{EN DASH}",
        "\N{EM DASH}",
        "n/a",
        "na",
        "nan",
        "null",
        "none",
        "saknas",
        "uppgift saknas",
        "#n/a",
        "#saknas!",
    }
)
"""How publishers write that there is no amount: SCB two dots, Kolada nothing or a dash. Excel makes one sign of three dots, and
#N/A of what a formula does not find."""


def amount(words: str) -> float | None:
    """An amount in Swedish ("1 234,5") or for a program ("1234.5"), a percent sign after it or not; None where it says that there
    is none. Raises ValueError for other words."""
    said = _GROUPED.sub("", words.strip())
    if said.casefold() in MISSING:
        return None
    said = said.removesuffix("%").rstrip()
    if _MARKED.fullmatch(said):
        # The sign of the thousands comes first.
        said = said.replace(next(sign for sign in said if sign in ".,"), "")
    if _NUMBER.fullmatch(said):
        value = float(said.replace("\N{MINUS SIGN}", "-").replace(",", "."))
        if math.isfinite(value):
            return value
    raise ValueError(words)


__all__ = ["amount"]
