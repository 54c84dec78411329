"""A county: its municipalities as areas of a map and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from deck.places import Place, Places
from deck.presentation import Area

_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"
_MOST_IN_ROW = 8


@lru_cache(maxsize=64)
def county_areas(places: Places, county_code: str) -> tuple[Area, ...]:
    """The county's municipalities, by code; the same objects for every place of the county."""
    return tuple(Area(b.code, b.name, b.rings) for b in places.borders(county_code))


def swedish_key(words: str) -> tuple[int, ...]:
    """Swedish alphabetical order: å, ä, ö last; accents and signs do not count."""
    folded = words.casefold().replace("é", "e")
    return tuple(_ALPHABET.index(c) if c in _ALPHABET else -1 for c in folded)


def letter_rows(members: Iterable[Place]) -> list[tuple[str, str, list[str]]]:
    """(row id, span of letters, names): as many letters in a row as have at most eight names together."""
    letters: dict[str, list[str]] = {}
    for name in sorted((member.name for member in members), key=swedish_key):
        letters.setdefault(name[0].upper(), []).append(name)
    rows: list[tuple[str, str, list[str]]] = []
    first = last = ""
    names: list[str] = []
    for letter, found in letters.items():
        if names and len(names) + len(found) > _MOST_IN_ROW:
            rows.append((f"from-{first.casefold()}", _span(first, last), names))
            names = []
        if not names:
            first = letter
        last = letter
        names = [*names, *found]
    if names:
        rows.append((f"from-{first.casefold()}", _span(first, last), names))
    return rows


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
