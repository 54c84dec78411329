"""Ids for life (decision 4): from the content's ids to creation ids, names and numbers, always the same."""

from __future__ import annotations

import hashlib
import uuid
from functools import lru_cache

from deck.presentation import FORMS, Block, Diagram

NAMESPACE = uuid.UUID("6f2a4c1e-7d0b-5e53-9a64-0d1f2c3b4a59")
SLIDE_TAG, PART_TAG = "DECK_SLIDE", "DECK_PART"

LABELS = {
    "title": "Rubrik",
    "subtitle": "Underrubrik",
    "body": "Text",
    "left": "Vänster",
    "right": "Höger",
    "left-heading": "Vänster rubrik",
    "right-heading": "Höger rubrik",
    "object": "Innehåll",
    "picture": "Bild",
    "quote": "Citat",
    "attribution": "Vem som sagt det",
    "number": "Stort tal",
}
KINDS = {
    "Table": "Tabell",
    "Chart": "Diagram",
    "Picture": "Bild",
    "Map": "Karta",
    "QrCode": "QR-kod",
    **{name: form.label for name, form in FORMS.items()},
}
"""What a block's shape is called: by its kind, a diagram by its form; text by its role."""


@lru_cache(maxsize=65_536)
def guid(*path: str) -> str:
    """ "{XXXXXXXX-…}" for a slide, slot or key within a slot (a16:creationId)."""
    return "{" + str(uuid.uuid5(NAMESPACE, "/".join(path))).upper() + "}"


@lru_cache(maxsize=65_536)
def number(*path: str) -> int:
    """An unsigned 32-bit id (p14:creationId, a16:rowId), never 0."""
    return int.from_bytes(hashlib.sha256("/".join(path).encode()).digest()[:4], "big") or 1


def kind_of(block: Block) -> str:
    """The name in KINDS that tells what a block is drawn as."""
    return block.form if isinstance(block, Diagram) else type(block).__name__


def slot_name(slot: str, role: str, kind: str) -> str:
    """A shape's name that a person can read, with the slot's id: "Rubrik (title)"."""
    return f"{KINDS.get(kind) or LABELS.get(role, 'Text')} ({slot})"


def slot_of_name(name: str) -> str:
    """The slot id in a name; "" where there is none."""
    return name.rsplit("(", 1)[1][:-1] if name.endswith(")") and "(" in name else ""
