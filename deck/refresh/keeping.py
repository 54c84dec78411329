"""What a refresh keeps for the next one in the manifest, each by a name of its own: as JSON, of a file that may be anybody's."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 2_000
"""Names under one key."""


def read_kept(extra: Mapping[str, Any], key: str, read: Callable[[Any], T], none: T) -> T:
    """What `read` makes of the value under `key`; `none` where there is none, or it is damaged."""
    try:
        return read(json.loads(extra[key])) if key in extra else none
    except (AttributeError, TypeError, ValueError, KeyError, RecursionError):
        return none


def names_kept(extra: Mapping[str, Any], key: str) -> frozenset[str]:
    """A list of names; none where that is damaged."""

    def read(held: Any) -> frozenset[str]:
        return frozenset(item for item in held[:MOST] if isinstance(item, str)) if isinstance(held, list) else frozenset()

    return read_kept(extra, key, read, frozenset())


def kept_as(key: str, value: Any) -> dict[str, str]:
    """What goes into the manifest; nothing where there is nothing to keep."""
    return {key: json.dumps(value, ensure_ascii=False, sort_keys=True)} if value else {}


def kept_names(key: str, names: Collection[str]) -> dict[str, str]:
    """Likewise, of names."""
    return kept_as(key, sorted(names))


__all__ = ["MOST", "kept_as", "kept_names", "names_kept", "read_kept"]
