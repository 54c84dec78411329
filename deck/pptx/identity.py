"""Ids for life (decision 4): from the content's ids to creation ids, names and numbers, always the same."""

from __future__ import annotations

import hashlib
import uuid
from functools import lru_cache

from deck.drawing.names import Element
from deck.drawing.sheet import properties_of
from deck.presentation import Block, Diagram, credited
from deck.presentation.names import KINDS, ROLES, called

NAMESPACE = uuid.UUID("6f2a4c1e-7d0b-5e53-9a64-0d1f2c3b4a59")
SLIDE_TAG, PART_TAG = "DECK_SLIDE", "DECK_PART"


def slide_tags(slide: str, number: int, parts: int) -> dict[str, str]:
    """What a slide's tags say: its id, and which of how many pages it is where there are several."""
    return {SLIDE_TAG: slide} | ({PART_TAG: f"{number}/{parts}"} if parts > 1 or number > 1 else {})


@lru_cache(maxsize=8_192)
def guid(*path: str) -> str:
    """ "{XXXXXXXX-…}" for a slide, slot or key within a slot (a16:creationId)."""
    return "{" + str(uuid.uuid5(NAMESPACE, "/".join(path))).upper() + "}"


@lru_cache(maxsize=8_192)
def number(*path: str) -> int:
    """An unsigned 32-bit id (p14:creationId, a16:rowId), never 0."""
    return int.from_bytes(hashlib.sha256("/".join(path).encode()).digest()[:4], "big") or 1


def kind_of(block: Block) -> str:
    """The name that tells what a block is drawn as."""
    return block.form if isinstance(block, Diagram) else type(block).__name__


def slot_name(slot: str, role: str, kind: str, lang: str) -> str:
    """A shape's name that a person can read, in the deck's language (BCP 47), with the slot's id: "Rubrik (title)"."""
    name = "credit" if credited(role) else role
    return f"{called(KINDS, kind, lang) or called(ROLES, name, lang) or called(ROLES, 'body', lang)} ({slot})"


def proves_itself(slide: str, slot: str, name: str, creation: str) -> bool:
    """Whether a shape within a slot's group is one that we wrote, by whatever version: its name has its key, and its id
    follows from that."""
    key = slot_of_name(name)
    return bool(key) and creation == guid(slide, slot, key)


def slot_of_name(name: str) -> str:
    """The slot id in a name; "" where there is none."""
    return name.rsplit("(", 1)[1][:-1] if name.endswith(")") and "(" in name else ""


def creation_of(shape: Element) -> str:
    """The shape's a16:creationId; "" where it has none."""
    props = properties_of(shape)
    mark = next(props.iter("{*}creationId"), None) if props is not None else None
    return (mark.get("id") or "").upper() if mark is not None else ""


def alt_of(shape: Element) -> str:
    """The words for who does not see the shape."""
    props = properties_of(shape)
    return props.get("descr", "") if props is not None else ""
