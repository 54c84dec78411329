"""A whole deck in a template, as one picture."""

from __future__ import annotations

from pathlib import Path

from deck.fleet.build import content_of, template_for
from deck.fleet.request import BuildRequest
from deck.places import load_places


def contact_sheet_of(template: Path, place: str = "lund", outline: str = "standard") -> bytes:
    """PNG bytes of every slide of a place's deck in `template`. Raises DeckError where it cannot be built."""
    from deck.brand import load_brand
    from deck.compose import compose
    from deck.layout import lay_out
    from deck.pptx import write_pptx
    from deck.render import contact_sheet

    register = load_places()
    found = register.find(place)
    request = BuildRequest(found.code, outline, template=template)
    brand = load_brand(found, register)
    presentation = compose(content_of(request), found, register, brand, outline=outline)
    return contact_sheet(write_pptx(presentation, lay_out(presentation, template_for(request, brand))))
