"""Diagrams merged by item and field: items known by id. Pure."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from deck.presentation import Cards, Diagram, Item, Process
from deck.refresh.merge.decisions import Leaf, Spot
from deck.refresh.merge.listed import merge_known, told_apart
from deck.refresh.merge.text import merge_words
from deck.refresh.plan import Terms

ITEMS: dict[type, str] = {Diagram: "items", Cards: "cards", Process: "steps"}
WORDS = frozenset({"title", "text"})
"""Fields that merge by word; half of one figure and half of another would be a third, which nobody wrote."""


def merge_diagram(terms: Terms[Any], spot: Spot) -> Leaf[Any]:
    """Item by item, field by field. What its owner took away stays away, for the base remembers it."""
    base, mine, theirs = terms.base, terms.mine, terms.theirs
    name = ITEMS[type(base)]
    items = merge_known(
        {item.id: item for item in getattr(base, name)},
        {item.id: item for item in told_apart(getattr(mine, name))},
        {item.id: item for item in getattr(theirs, name)},
        words=lambda item: f"{item.title} {item.text}".strip(),
        same=lambda one, other: one == other,
        one=_item,
        spot=spot.as_("item"),
        names=str,
    )
    value: dict[str, Any] = {name: tuple(items.value)}
    after: dict[str, Any] = {name: tuple(items.base)}
    for field in fields(base):
        if field.name in (name, "form"):
            continue
        found = _field(field.name, base, mine, theirs, spot)
        value[field.name], after[field.name] = found.value, found.base
    return Leaf(replace(mine, **value), replace(theirs, **after))


def _item(base: Item, mine: Item, theirs: Item, spot: Spot) -> Leaf[Item]:
    """Each field on its own."""
    value: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for field in fields(base):
        if field.name == "id":
            continue
        was, now, new = (getattr(side, field.name) for side in (base, mine, theirs))
        here = spot.inner(field.name).as_("field")
        found: Leaf[Any] = merge_words(was, now, new, here) if field.name in WORDS else here.leaf(was, now, new)
        value[field.name], after[field.name] = found.value, found.base
    return Leaf(replace(mine, **value), replace(theirs, **after))


def _field(name: str, base: Any, mine: Any, theirs: Any, spot: Spot) -> Leaf[Any]:
    """What is said of the whole: words by word; what nobody reads, as the side that changed has it, the owner's where both did."""
    was, now, new = (getattr(side, name) for side in (base, mine, theirs))
    if name in ("alt", "caption"):
        return merge_words(was, now, new, spot.inner(name).as_("alt" if name == "alt" else "caption"))
    return Leaf(new if now == was else now, new)


__all__ = ["merge_diagram"]
