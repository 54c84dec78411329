"""A shape's alternative text."""

from __future__ import annotations

from deck.refresh.apply.bench import Bench
from deck.refresh.plan import SetAlt


def set_alt(edit: SetAlt, bench: Bench) -> None:
    """On each page that the slot stands on; also that it says nothing ("decorative")."""
    for patch in bench.pages(edit.slide):
        target, source = patch.shape(edit.slot), patch.fresh.shape(edit.slot)
        if target is not None and source is not None:
            patch.describe(target, source)


__all__ = ["set_alt"]
