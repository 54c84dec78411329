"""One sender: a municipality, or a county with its county administrative board."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from deck.collection import current, first_language

PlaceKind = Literal["municipality", "county"]
_FOLD = str.maketrans({"ø": "o", "æ": "a", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"})


def exact_key(words: str) -> str:
    """Equal for names that differ in case, Unicode form and spacing only."""
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def folded_key(words: str) -> str:
    """Equal also without accents, and with hyphens for spaces: "åmål" and "amal"."""
    plain = unicodedata.normalize("NFD", words).casefold().translate(_FOLD)
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


@dataclass(frozen=True, slots=True)
class Place:
    """`code`: "1281" or, for a county, "12": always a string, for "0114" is no number. `name`: "Lund", "Skåne län".
    `own_name`: what it calls itself: "Lunds kommun", "Malmö stad", "Region Gotland", "Länsstyrelsen Skåne".
    `legal_name`: "Malmö kommun", "Länsstyrelsen i Skåne län". `genitive`: of own_name."""

    code: str
    kind: PlaceKind
    name: str
    legal_name: str
    own_name: str
    genitive: str
    county_code: str
    short: str
    """The bare name: "Lund", "Skåne"."""

    @property
    def slug(self) -> str:
        return folded_key(self.short).replace(" ", "-")

    @property
    def is_county(self) -> bool:
        return self.kind == "county"

    @property
    def stem(self) -> str:
        """How its files begin: "1281-lund", "lan-12-skane"."""
        return f"{current().county_stem}-{self.code}-{self.slug}" if self.is_county else f"{self.code}-{self.slug}"

    @property
    def names(self) -> tuple[str, ...]:
        """All that people call it by, exactly spelt."""
        if current().places:
            return (self.name, self.legal_name, self.own_name, self.short)
        if self.is_county:
            return (self.name, self.legal_name, self.own_name, f"{self.short} län", f"Länsstyrelsen {self.name}", self.short)
        return (
            self.name,
            self.legal_name,
            self.own_name,
            f"{self.name} kommun",
            f"{self.name} stad" if " stad" in self.own_name else self.name,
        )


def file_stem(place: Place, outline: str, audience: str = "alla", lang: str = "") -> str:
    """A deck's file name without its ending: "1281-lund-standard", "lan-12-skane-konferens-politiker", "1281-lund-kort-en"."""
    tail = ("" if audience == "alla" else f"-{audience}") + ("" if lang in ("", first_language()) else f"-{lang}")
    return f"{place.stem}-{outline}{tail}"
