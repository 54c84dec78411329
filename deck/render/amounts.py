"""An amount as its format code says (ECMA-376 Part 1, 18.8.30 and 21.2.2.121), in the Swedish manner: 1 250,50."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_CORE = re.compile(r"[#0?,]*[#0?](?:\.[#0?]*)?")
_QUIET = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]')
"""Words in quotes and escaped signs are said; room, fillings, colours and conditions are not."""
NO_BREAK = "\u00a0"


def amount(value: float, code: str = "") -> str:
    """The words for a value. `code`: such as "#,##0.0" or "0 %"; none, or "General", as the number stands. A code for dates or
    fractions is passed over."""
    section = _section(value, code)
    plain = _QUIET.sub("", section)
    found = _CORE.search(plain)
    if not section or section.strip().lower() == "general" or found is None or re.search(r"[dmyhs/eE]", plain):
        return _general(value)
    whole, _point, decimals = found[0].partition(".")
    scaled = abs(Decimal(repr(value))) * (100 if "%" in plain else 1)
    least, most = sum(sign == "0" for sign in decimals), len(decimals)
    try:
        digits = f"{scaled.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP):f}"
    except InvalidOperation:
        return _general(value)
    integer, _dot, part = digits.partition(".")
    while len(part) > least and part.endswith("0"):
        part = part[:-1]
    if "," in whole:
        integer = f"{int(integer):,}".replace(",", NO_BREAK)
    words = f"{integer},{part}" if part else integer
    before, after = (_said(text) for text in _around(section))
    # A code's second part says for itself that an amount is below zero.
    sign = "−" if value < 0 and ";" not in code and words.strip("0,") else ""
    return f"{sign}{before}{words}{after}".strip()


def _section(value: float, code: str) -> str:
    parts = code.split(";")
    if value < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if value == 0 and len(parts) > 2 else parts[0]


def _around(section: str) -> tuple[str, str]:
    """What stands before and after the digits, words in quotes among it."""
    veiled = _QUIET.sub(lambda found: "\x00" * len(found[0]), section)
    found = _CORE.search(veiled)
    return (section[: found.start()], section[found.end() :]) if found else ("", "")


def _said(text: str) -> str:
    return _QUIET.sub(lambda found: found[1] or found[2] or "", text)


def _general(value: float) -> str:
    """As many digits as are needed, eleven at most."""
    digits = f"{value:.11g}"
    if "e" in digits and abs(value) < 1e15:
        digits = f"{value:f}".rstrip("0").rstrip(".")
    return digits.replace(".", ",").replace("-", "−")


__all__ = ["amount"]
