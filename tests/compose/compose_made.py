"""Presentations composed for a place, and all their paragraphs."""

from __future__ import annotations

from typing import Any

from deck.brand.model import Brand
from deck.compose import compose
from deck.content import load_content
from deck.places import Place, load_places
from deck.presentation import Diagram, Paragraph, Presentation, Run, Table, Text

PLACES = load_places()
CONTENT = load_content()


def brand(place: Place, contact: tuple[tuple[str, str], ...] = (), **values: str) -> Brand:
    """`values`: as brand.yaml has them."""
    return Brand(place.code, place.own_name, {}, "Arial", "Arial", contact=contact, values=values)


def made(query: str, outline: str = "standard", audience: str = "alla", content=CONTENT, **fields: Any) -> Presentation:
    place = PLACES.find(query)
    return compose(content, place, PLACES, brand(place, **fields), outline=outline, audience=audience)


def paragraphs(presentation: Presentation) -> list[Paragraph]:
    found: list[Paragraph] = []
    for slide in presentation.slides:
        for slot in slide.slots:
            if isinstance(slot.block, Text):
                found += slot.block.paragraphs
            if isinstance(slot.block, Table):
                found += [p for row in slot.block.rows for cell in row.cells for p in cell.paragraphs if p.runs]
            if isinstance(slot.block, Diagram):
                words = [(field, item.link) for item in slot.block.items for field in (item.key, item.title, item.text)]
                found += [Paragraph((Run(text, link=link),)) for text, link in words if text]
        found += slide.notes
    return found
