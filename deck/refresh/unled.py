"""Slides that their owner took out: links to them went with them, on every side of the merge. What leads nowhere is asked of
nobody, and no way of drawing a block anew brings it back."""

from __future__ import annotations

from collections.abc import Collection

from deck.presentation import Presentation


def taken_out(base: Presentation, there: Collection[str]) -> frozenset[str]:
    """The slides of the base that the owner's deck has no more. `there`: those that it has, by their ids."""
    return frozenset(slide.id for slide in base.slides) - frozenset(there)


__all__ = ["taken_out"]
