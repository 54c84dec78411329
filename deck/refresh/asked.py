"""Slides, and parts of them, that are their owner's to decide as a whole, remembered until they are: what made it a question may
be gone by then (a program's saving, another look), and what was asked about goes never unasked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from deck.refresh.keeping import kept_names, names_kept
from deck.refresh.plan import Conflict

KEY = "asked"
"""Where the manifest remembers them."""


def asked_about(conflicts: Iterable[Conflict[Any]]) -> frozenset[str]:
    """What is at stake as a whole: slides ("why") that are to go or to be of another kind, slots ("why/body") that are to be
    of another form, and rows and items ("why/object:use") that are to go."""
    whole = {"slide": False, "kind": False, "block": True, "slot": True}
    return frozenset(
        item.address.key
        for item in conflicts
        if (item.at in whole and bool(item.address.slot) == whole[item.at])
        or (item.at in ("row", "item") and item.terms.theirs is None and item.terms.mine is not None)
    )


def slides_in(asked: Collection[str]) -> frozenset[str]:
    return frozenset(name for name in asked if "/" not in name)


def slots_in(asked: Collection[str]) -> frozenset[tuple[str, str]]:
    """(slide, slot) of those that are parts of a slide."""
    return frozenset((slide, slot) for slide, sign, slot in (name.partition("/") for name in asked) if sign and ":" not in slot)


def parts_in(asked: Collection[str]) -> frozenset[tuple[str, str, str]]:
    """(slide, slot, row or item) of those that are parts of a part."""
    halves = [(name.partition("/"), name.partition(":")[2]) for name in asked]
    return frozenset((slide, rest.partition(":")[0], part) for (slide, sign, rest), part in halves if sign and part)


def remembered(extra: Mapping[str, Any]) -> frozenset[str]:
    """As the manifest has them; none where that is damaged."""
    return names_kept(extra, KEY)


def to_remember(asked: Collection[str]) -> dict[str, str]:
    """What goes into the manifest: by name, as all that it remembers."""
    return kept_names(KEY, asked)


__all__ = ["KEY", "asked_about", "parts_in", "remembered", "slides_in", "slots_in", "to_remember"]
