"""What an owner locked a shape against: being moved, turned, selected … (20.1.2.2.34 spLocks and its like)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deck.drawing.names import Element, attributes, local, yes
from deck.pptx.identity import creation_of

_GIVEN = frozenset(("noGrp", "noChangeAspect"))
"""What we, and programs, lock placeholders, tables and pictures against themselves."""


def locks_on(shape: Element) -> Mapping[str, str]:
    """The locks of a shape, its parts' apart, that neither we nor a program set: attribute → value."""
    return {name: value for name, value in attributes(_lock(shape)).items() if name not in _GIVEN and yes(value)}


def lock_alike(old: Iterable[Element], new: Iterable[Element]) -> None:
    """The locks that their owner set on shapes, for those that come in their place: known by their ids for life."""
    held = {mark: item for item in old if (mark := creation_of(item)) and locks_on(item)}
    for item in new:
        was = held.get(creation_of(item))
        holder, lock = _holder(item), _lock(was) if was is not None else None
        if was is None or lock is None or holder is None or was.tag != item.tag:
            continue
        own = _lock(item)
        if own is None:
            own = lock.makeelement(lock.tag, {})
            # Locks stand before all else there (20.1.2.2.11 cNvSpPr).
            holder.insert(0, own)
        for name, value in locks_on(was).items():
            own.set(name, value)


def _holder(shape: Element) -> Element | None:
    """The p:cNvSpPr of a shape, or what a picture, a frame, a group or a connector has in its stead."""
    about = next((item for item in shape if local(item).startswith("nv")), None)
    named = (item for item in about if local(item).startswith("cNv") and local(item) != "cNvPr") if about is not None else ()
    return next(iter(named), None)


def _lock(shape: Element) -> Element | None:
    holder = _holder(shape)
    return next((item for item in holder if local(item).endswith("Locks")), None) if holder is not None else None


__all__ = ["lock_alike", "locks_on"]
