"""Links between slides: a value without those that lead to given slides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from deck.presentation.model import Link, Media

T = TypeVar("T")


def without_links_to(value: T, slides: Collection[str]) -> T:
    """The same words without the links that lead to these slides; the value itself, where there is none. `value`: a
    presentation, a slide, or what is laid out of one: tuples of frozen dataclasses."""
    found: T = _without(value, slides) if slides else value
    return found


def _without(value: Any, slides: Collection[str]) -> Any:
    if isinstance(value, Link):
        return None if value.slide in slides else value
    if isinstance(value, tuple):
        told = tuple(_without(item, slides) for item in value)
        return told if any(new is not old for new, old in zip(told, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, Media | type):
        return value
    changed: dict[str, Any] = {}
    for item in fields(value):
        old = getattr(value, item.name)
        new = _without(old, slides)
        if new is not old:
            changed[item.name] = new
    return replace(value, **changed) if changed else value


__all__ = ["without_links_to"]
