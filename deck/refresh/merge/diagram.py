"""Diagrams merged by item and field: items known by id. Pure."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from deck.presentation import Diagram, Item
from deck.presentation.links import stays
from deck.refresh.merge.decisions import Leaf, MergeSpot
from deck.refresh.merge.listed import merge_known, told_apart
from deck.refresh.merge.text import merge_words
from deck.refresh.plan import Terms

WORDS = frozenset({"title", "text"})
"""Fields that merge by word; half of one figure and half of another would be a third, which nobody wrote."""


def merge_diagram(terms: Terms[Diagram], spot: MergeSpot) -> Leaf[Diagram]:
    """Item by item, field by field. What its owner took away stays away, for the base remembers it."""
    base, mine, theirs = terms.base, terms.mine, terms.theirs
    items = merge_known(
        {item.id: item for item in base.items},
        {item.id: item for item in told_apart(mine.items)},
        {item.id: item for item in theirs.items},
        words=lambda item: f"{item.title} {item.text}".strip(),
        same=lambda one, other: one == other,
        one=_item,
        spot=spot.as_("item"),
        names=str,
    )
    alt = merge_words(base.alt, mine.alt, theirs.alt, spot.inner("alt").as_("alt"))
    caption = merge_words(base.caption, mine.caption, theirs.caption, spot.inner("caption").as_("caption"))
    columns = theirs.columns if mine.columns == base.columns else mine.columns
    # Whose words are the guidance's are in its language, once they are translated.
    lang = theirs.lang if mine.lang == base.lang else mine.lang
    return Leaf(
        replace(mine, items=tuple(items.value), alt=alt.value, caption=caption.value, columns=columns, lang=lang),
        replace(theirs, items=tuple(items.base), alt=alt.base, caption=caption.base),
    )


def _item(base: Item, mine: Item, theirs: Item, spot: MergeSpot) -> Leaf[Item]:
    """Each field on its own."""
    value: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for field in fields(base):
        if field.name == "id":
            continue
        was, now, new = (getattr(side, field.name) for side in (base, mine, theirs))
        here = spot.inner(field.name).as_("field")
        found: Leaf[Any]
        if field.name in WORDS:
            found = merge_words(was, now, new, here)
        elif field.name == "link" and stays(was, now, new):
            found = Leaf(now, new)
        else:
            found = here.leaf(was, now, new)
        value[field.name], after[field.name] = found.value, found.base
    return Leaf(replace(mine, **value), replace(theirs, **after))


__all__ = ["merge_diagram"]
