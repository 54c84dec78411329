"""Amounts as people and programs write them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

_GROUPED = re.compile(r"(?<=\d)[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}](?=\d{3}(?!\d))")
_MINUS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}"
"""What stands before a number for a minus: Word and Excel make a dash of it."""
_SIGN = rf"[+\-{_MINUS}]?"
_MARKED = re.compile(
    rf"{_SIGN}(?:\d{{1,3}}(?:\.\d{{3}})+,\d+|\d{{1,3}}(?:,\d{{3}})+\.\d+|\d{{1,3}}(?:([.,])\d{{3}})(?:\1\d{{3}})+)"
)
"""Thousands marked by a sign, where only that can be meant: "1.234,5", "1,234.5", "1.234.567"."""
_EITHER = re.compile(rf"{_SIGN}[1-9]\d{{0,2}}([.,])\d{{3}}")
"""A thousand and more, or a decimal: "1.234"."""
_DECIMAL = re.compile(rf"{_SIGN}\d*([.,])\d+")
_NUMBER = re.compile(rf"{_SIGN}(\d+([.,]\d+)?|[.,]\d+)([eE][+-]?\d{{1,3}})?")
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


def amount(words: str, thousands: str = "") -> float | None:
    """An amount in Swedish ("1 234,5") or for a program ("1234.5"), a percent sign after it or not; None where it says that there
    is none. `thousands`: the sign, if any, that parts them in "1.234". Raises ValueError for other words."""
    said = _bare(words)
    if said.casefold() in MISSING:
        return None
    either = _EITHER.fullmatch(said)
    if _MARKED.fullmatch(said) or (either is not None and either[1] == thousands):
        # The sign of the thousands comes first.
        said = said.replace(next(sign for sign in said if sign in ".,"), "")
    if _NUMBER.fullmatch(said):
        value = float(re.sub(f"[{_MINUS}]", "-", said).replace(",", "."))
        if math.isfinite(value):
            return value
    raise ValueError(words)


def _bare(words: str) -> str:
    """Without the spaces that part its thousands, and its percent sign."""
    return _GROUPED.sub("", words.strip()).removesuffix("%").rstrip()


def may_be_either(words: str) -> bool:
    """Whether an amount can be read as a thousand and more, or as a decimal: "1.234"."""
    return _EITHER.fullmatch(_bare(words)) is not None


def thousands_of(amounts: Iterable[str]) -> str | None:
    """The sign that parts the thousands in "1.234", by how the amounts beside it are written; "" where it is the decimals' sign,
    or none has it. A comma is, as in Swedish, unless others say otherwise. None where a point may be either."""
    either, decimals, thousands = set[str](), set[str](), set[str]()
    for said in map(_bare, amounts):
        if (found := _EITHER.fullmatch(said)) is not None:
            either.add(found[1])
        elif _MARKED.fullmatch(said):
            sign = next(sign for sign in said if sign in ".,")
            thousands.add(sign)
            decimals |= {other for other in ".," if other != sign and other in said}
        elif (found := _DECIMAL.fullmatch(said)) is not None:
            decimals.add(found[1])
    for sign in either:
        other = "," if sign == "." else "."
        parts, fractions = sign in thousands or other in decimals, sign in decimals or other in thousands
        if parts and not fractions:
            return sign
        if parts == fractions and (sign == "." or parts):
            return None
    return "" if len(either) < 2 else None


__all__ = ["amount", "may_be_either", "thousands_of"]
