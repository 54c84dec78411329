"""All 311 places, and how one is found from what a person types."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path

from deck.collection import current
from deck.diagnostics import Diagnostic, Severity, did_you_mean, nearest
from deck.errors import UsageError
from deck.i18n import _
from deck.places.border import Border
from deck.places.borders import borders_of
from deck.places.given import given_places
from deck.places.place import Place, exact_key, folded_key

SHORTEST = 3
"""Letters that the beginning of a name has at least, to mean a place."""
NAMED = 6
"""Places that are named in a question which one is meant."""
LONGEST = 5
"""Words that a place's name has at most ("Länsstyrelsen i Västra Götalands län")."""


def _genitive(words: str) -> str:
    """Swedish: a name that ends in s, x or z keeps its form."""
    return words if words[-1:].lower() in "sxz" else f"{words}s"


def _ambiguous(query: str, names: str) -> UsageError:
    message = _('"{query}" may be {names}').format(query=query, names=names)
    return UsageError([Diagnostic("ambiguous-place", Severity.ERROR, message, hint=_("say which by its code"))])


class Places:
    """The register. Immutable; look-ups are by dictionary."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.all = tuple(places)

    @cached_property
    def municipalities(self) -> tuple[Place, ...]:
        return tuple(place for place in self.all if not place.is_county)

    @cached_property
    def counties(self) -> tuple[Place, ...]:
        return tuple(place for place in self.all if place.is_county)

    @cached_property
    def _steps(self) -> tuple[dict[str, list[Place]], ...]:
        """Look-up tables, the surest first: code, exact municipality, exact county, folded municipality, folded county."""
        tables: list[dict[str, list[Place]]] = [{}, {}, {}, {}, {}]

        def put(table: dict[str, list[Place]], key: str, place: Place) -> None:
            if place not in table.setdefault(key, []):
                table[key].append(place)

        for place in self.all:
            put(tables[0], place.code, place)
            put(tables[0], place.stem, place)
            for name in place.names:
                put(tables[2 if place.is_county else 1], exact_key(name), place)
                put(tables[4 if place.is_county else 3], folded_key(name), place)
        return tuple(tables)

    def find(self, query: str) -> Place:
        """The one place meant. Exact beats folded (Habo is not Håbo), a municipality beats a county of the same name unless "län"
        is said. Raises UsageError where none or several are meant."""
        codes, *tables = self._steps
        words = exact_key(query)
        if found := codes.get(words):
            return found[0]
        for table, key in zip(tables, (words, words, folded_key(query), folded_key(query)), strict=True):
            found = table.get(key, [])
            if len(found) == 1:
                return found[0]
            if found:
                names = ", ".join(f"{place.own_name} ({place.code})" for place in found)
                raise _ambiguous(query, names)
        found = self._beginning(folded_key(query))
        if len(found) == 1:
            return found[0]
        if 1 < len(found) <= NAMED:
            raise _ambiguous(query, ", ".join(f"{place.own_name} ({place.code})" for place in found))
        raise UsageError.of("unknown-place", _('there is no place called "{query}"').format(query=query), hint=self._hint(query))

    def find_all(self, words: Sequence[str]) -> tuple[tuple[Place, ...], tuple[Diagnostic, ...]]:
        """The places meant by the words of a command line, each once, and what is meant by none. A name of several words may
        stand without quotes (`gotlands län lund` are two)."""
        found: dict[Place, None] = {}
        wrong: list[Diagnostic] = []
        at = 0
        while at < len(words):
            ends = range(min(len(words), at + LONGEST), at + 1, -1)
            end = next((end for end in ends if self._is_name(" ".join(words[at:end]))), at + 1)
            try:
                found[self.find(" ".join(words[at:end]))] = None
            except UsageError as error:
                wrong.extend(error.diagnostics)
            at = end
        return tuple(found), tuple(wrong)

    def _is_name(self, query: str) -> bool:
        """Whether it is a whole name, of one place or several."""
        codes, *tables = self._steps
        folded = folded_key(query)
        return exact_key(query) in codes or any(exact_key(query) in table or folded in table for table in tables)

    def _beginning(self, words: str) -> list[Place]:
        """Places that have a name which begins so; municipalities before counties. None for what is too short to mean one."""
        if len(words) < SHORTEST:
            return []
        found = [place for place in self.all if any(folded_key(name).startswith(words) for name in place.names)]
        return [place for place in found if not place.is_county] or found

    def _hint(self, query: str) -> str:
        if query.isdigit() and len(query) in (1, 3) and (match := self._steps[0].get(f"0{query}")):
            return _("codes keep their leading zero: {code} is {name}").format(code=match[0].code, name=match[0].own_name)
        spelt = (name for place in self.all for name in (place.short, place.own_name))
        near = did_you_mean(query, spelt, key=folded_key)
        if not near:
            same = [place.own_name for place in self._beginning(folded_key(query)[:4])]
            near = nearest(same) if 0 < len(same) <= NAMED else ""
        return near or _("`deck places` lists all")

    def search(self, query: str = "") -> tuple[Place, ...]:
        """Every place that has the words in a name or begins with the code; all for an empty query."""
        words = folded_key(query)
        if not words:
            return self.all
        return tuple(
            place
            for place in self.all
            if place.code.startswith(query.strip()) or any(words in folded_key(name) for name in place.names)
        )

    def county(self, place: Place) -> Place:
        """The county that a municipality lies in; a county itself."""
        return self._steps[0][place.county_code][0]

    def members(self, county: Place) -> tuple[Place, ...]:
        """Its municipalities, by code."""
        return tuple(place for place in self.municipalities if place.county_code == county.county_code)

    def borders(self, county_code: str) -> tuple[Border, ...]:
        """The borders of a county's municipalities, by code. Källa: SCB."""
        return borders_of(county_code)


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("deck.places").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@lru_cache(maxsize=1)
def load_places() -> Places:
    """The collection's places; without one the register of SCB's codes, with the names that places use themselves."""
    if current().places:
        return Places(given_places(Path(current().places)))
    found = [
        Place(
            row["code"],
            kind="municipality",
            name=row["name"],
            legal_name=row["legal_name"],
            own_name=row["own_name"],
            genitive=row["own_name_genitive"],
            county_code=row["county_code"],
            short=row["name"],
        )
        for row in _rows("municipalities.csv")
    ]
    for row in _rows("counties.csv"):
        own = row["authority_short_name"]
        found.append(
            Place(
                row["code"],
                kind="county",
                name=row["name"],
                legal_name=row["authority_legal_name"],
                own_name=own,
                genitive=_genitive(own),
                county_code=row["code"],
                short=own.removeprefix("Länsstyrelsen "),
            )
        )
    return Places(found)
