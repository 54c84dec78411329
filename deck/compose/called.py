"""What a place is called in a content's language, where its terms say how."""

from __future__ import annotations

from dataclasses import replace

from deck.content.content import Content
from deck.places import Place


def called(content: Content, place: Place) -> Place:
    """The place as `terms.places` calls it: `municipality` and `county` are what such a place calls itself ("{{ place.short }}
    Municipality"), `genitive` and `county-genitive` that of it. Where the terms do not say it, or the register has it in the
    content's first language, as it is there. Raises InputError for a term that cannot be filled in."""
    own = content.terms.get(("places", place.kind))
    if own is not None and (place.own_name == place.name or content.translated):
        name = own.render({"place": place}).strip()
        place = replace(place, own_name=name, legal_name=name, genitive=name)
    genitive = content.terms.get(("places", "county-genitive" if place.is_county else "genitive"))
    if genitive is not None and place.genitive == place.own_name:
        place = replace(place, genitive=genitive.render({"place": place}).strip())
    return place
