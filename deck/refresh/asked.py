"""Slides that are their owner's to decide as a whole, remembered until they are: what made it a question may be gone by then (a
program's saving, another look), and a slide that was asked about goes never unasked."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from deck.refresh.plan import Conflict

KEY = "asked"
"""Where the manifest remembers them."""
MOST = 2_000
"""Slides, of a file that may be anybody's."""


def asked_about(conflicts: Iterable[Conflict[Any]]) -> frozenset[str]:
    """Ids of the slides that are at stake as a whole: to go, or to be of another kind."""
    return frozenset(item.address.slide for item in conflicts if item.at in ("slide", "kind") and not item.address.slot)


def remembered(extra: Mapping[str, Any]) -> frozenset[str]:
    """As the manifest has them; none where that is damaged."""
    try:
        held = json.loads(extra.get(KEY, "[]"))
    except (TypeError, ValueError, RecursionError):
        return frozenset()
    return frozenset(item for item in held[:MOST] if isinstance(item, str)) if isinstance(held, list) else frozenset()


def to_remember(slides: Collection[str]) -> dict[str, str]:
    """What goes into the manifest: by name, as all that it remembers."""
    return {KEY: json.dumps(sorted(slides), ensure_ascii=False)} if slides else {}


__all__ = ["KEY", "asked_about", "remembered", "to_remember"]
