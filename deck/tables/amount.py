"""Amounts as people and programs write them."""

from __future__ import annotations

import math
import re

_GROUPED = re.compile(r"(?<=\d)[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[+\-\N{MINUS SIGN}]?(\d+([.,]\d+)?|[.,]\d+)([eE][+-]?\d{1,3})?")
MISSING = frozenset({"", ".", "..", "...", "-", "\N{EN DASH}", "\N{EM DASH}", "n/a", "na", "nan", "null", "none", "saknas"})
"""How publishers write that there is no amount: SCB two dots, Kolada nothing or a dash."""


def amount(words: str) -> float | None:
    """An amount in Swedish ("1 234,5") or for a program ("1234.5"), a percent sign after it or not; None where it says that there
    is none. Raises ValueError for other words."""
    said = _GROUPED.sub("", words.strip())
    if said.casefold() in MISSING:
        return None
    said = said.removesuffix("%").rstrip()
    if _NUMBER.fullmatch(said):
        value = float(said.replace("\N{MINUS SIGN}", "-").replace(",", "."))
        if math.isfinite(value):
            return value
    raise ValueError(words)


__all__ = ["amount"]
