"""Links to slides that their owner took out: they went with those, on every side of the merge. What leads nowhere is asked of
nobody, and no way of drawing a block anew brings it back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from typing import Any

from deck.presentation import Link, Media, Presentation


def taken_out(base: Presentation, there: Collection[str]) -> frozenset[str]:
    """The slides of the base that the owner's deck has no more. `there`: those that it has, by their ids."""
    return frozenset(slide.id for slide in base.slides) - frozenset(there)


def without_links_to(presentation: Presentation, slides: Collection[str]) -> Presentation:
    """The same words without the links that lead to these slides; the presentation itself, where there is none."""
    found: Presentation = _without(presentation, slides) if slides else presentation
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


__all__ = ["taken_out", "without_links_to"]
