"""All 311 places, and how one is found from what a person types."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cached_property, lru_cache
from importlib import resources

from deck.diagnostics import did_you_mean
from deck.errors import UsageError
from deck.i18n import _
from deck.places.borders import Border, borders_of
from deck.places.place import Place, exact_key, folded_key


def _genitive(words: str) -> str:
    """Swedish: a name that ends in s, x or z keeps its form."""
    return words if words[-1:].lower() in "sxz" else f"{words}s"


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
                raise UsageError.of(
                    "ambiguous-place",
                    _('"{query}" may be {names}').format(query=query, names=names),
                    hint=_("say which by its code"),
                )
        raise UsageError.of("unknown-place", _('there is no place called "{query}"').format(query=query), hint=self._hint(query))

    def _hint(self, query: str) -> str:
        if query.isdigit() and len(query) in (1, 3) and (match := self._steps[0].get(f"0{query}")):
            return _("codes keep their leading zero: {code} is {name}").format(code=match[0].code, name=match[0].own_name)
        spelt = (name for place in self.all for name in (place.short, place.own_name))
        near = did_you_mean(query, spelt, key=folded_key)
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
    """The register of SCB's codes with the names that places use themselves."""
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
