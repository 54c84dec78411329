"""Links between slides: a value without those that lead to given slides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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


def links_in(value: Any) -> Iterator[Link]:
    """The links within a value: a run, a paragraph, a block, a slide …"""
    if isinstance(value, Link):
        yield value
    elif isinstance(value, Mapping):
        yield from links_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from links_in(item)
    elif is_dataclass(value) and not isinstance(value, Media | type):
        for item in fields(value):
            yield from links_in(getattr(value, item.name))


def stays(base: Link | None, mine: Link | None, theirs: Link | None) -> bool:
    """Whether a link of an owner's stands without a question: it leads to a slide of theirs, or does what no guidance says, where
    the guidance's own link, which it took the place of, is gone."""
    return theirs is None and mine != base and is_elsewhere(mine)


def is_elsewhere(link: Link | None) -> bool:
    """Whether a link has the key of what is no slide of a presentation: "own:256", "why#2", "ppaction://…"."""
    return link is not None and link.slide is not None and any(mark in link.slide for mark in ":#")


__all__ = ["is_elsewhere", "links_in", "stays", "without_links_to"]
