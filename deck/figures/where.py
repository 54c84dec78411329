"""Which place a file's row is about, as publishers write it: SCB "1281 Lund", "12 Skåne län", "00 Riket"; Kolada "1281", "0000"
for the country, and "0012" for a region, which is called so. Excel takes the zeros before a
code away: "180" is Stockholm, "3" a county, "0" the country."""

from __future__ import annotations

import re
from functools import lru_cache

from deck.figures.observation import COUNTRY
from deck.places import folded_key, load_places

_CODED = re.compile(r"(?P<code>\d{1,4})(?:[.,]0)?(?:\s+(?P<name>\S.*))?")
_CODE_LAST = re.compile(r"(?P<name>\S.*?)\s*[(,]\s*(?P<code>\d{4}|\d{2})\)?")
"""As some write it: "Lund (1281)"."""
_COUNTRY = frozenset(("riket", "sverige", "hela riket", "hela sverige", "sweden", "hela landet", "alla kommuner"))


@lru_cache(maxsize=4096)
def place_of(code: str, name: str) -> tuple[str, str]:
    """(place, what the file calls it): a code of the register, COUNTRY, or what else the row says; ("", "") where it says
    nothing. One of `code` and `name` may be empty."""
    code, name = code.strip(), " ".join(name.split())
    coded = _CODED.fullmatch(code or name) or _CODE_LAST.fullmatch(code or name)
    if coded is None:
        words = name or code
        if words.casefold() in _COUNTRY:
            return COUNTRY, words
        return _codes().get(words.casefold()) or _folded().get(folded_key(words), words), words
    digits, called = _whole(coded["code"]), (name if code else "") or coded["name"] or ""
    if digits in (COUNTRY, "0000"):
        return COUNTRY, called or "Riket"
    if digits in _names():
        return digits, called or _names()[digits]
    return called or digits, called or digits


def _whole(digits: str) -> str:
    """A code with the zeros that a spreadsheet has taken from it."""
    full = digits if len(digits) in (2, 4) else digits.zfill(4 if len(digits) > 2 else 2)
    return full if full == COUNTRY or (digits not in _names() and full in _names()) else digits


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {place.code: place.name for place in load_places().all}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Name → code; a municipality goes before a county of the same name."""
    places = load_places()
    return {name.casefold(): place.code for place in (*places.counties, *places.municipalities) for name in place.names}


@lru_cache(maxsize=1)
def _folded() -> dict[str, str]:
    """Name without its dots and rings → code, where only one place has it so: Habo and Håbo are two."""
    found = dict[str, set[str]]()
    for name, code in _codes().items():
        found.setdefault(folded_key(name), set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


__all__ = ["place_of"]
