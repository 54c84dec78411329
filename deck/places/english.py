"""Places as they are called in another language than Swedish: the place's name stays, what kind of place it is does not."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from deck.collection import current, first_language
from deck.places.place import Place


@lru_cache(maxsize=1_024)
def told_in(place: Place, lang: str) -> Place:
    """The place with the names that a text in a language (ISO 639) calls it by: Swedish as it is, English for all others, whose
    own content may call it what it likes."""
    if lang == first_language() or not place.code or current().places:
        return place
    name, own = (f"{place.short} County", f"{place.short} County Administrative Board") if place.is_county else _own(place)
    return replace(place, name=name, own_name=own, legal_name=own, genitive=f"{own}\N{RIGHT SINGLE QUOTATION MARK}s")


def _own(place: Place) -> tuple[str, str]:
    """What a municipality is called: a city where it calls itself "stad"; Gotland's is a region."""
    if place.own_name.endswith(" stad"):
        return place.name, f"City of {place.name}"
    return place.name, f"{place.name} Municipality" if place.own_name.endswith(" kommun") else place.own_name


__all__ = ["told_in"]
