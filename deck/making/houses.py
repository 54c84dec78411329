"""Whose look a deck was made in that has lost its memory, and its masters, too: by the colours that are left on its slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deck.package import Package
    from deck.pptx.manifest import Manifest
    from deck.presentation import Presentation
    from deck.template import Template

MOST = 0.6
"""The share of what is coloured in a deck that is coloured as we would colour it in a look, from which on it was made in that."""
SIZE = 20_000
"""EMU: programs round a slide's width so far."""


def sized_otherwise(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two slides' sizes (EMU) differ by more than programs round."""
    return any(abs(a - b) > SIZE for a, b in zip(one, other, strict=True))


def knows_look(manifest: Manifest | None) -> bool:
    """Whether the deck remembers in which look it was made: not where its memory was written anew after that was lost."""
    return manifest is not None and bool(manifest.template)


def was_made_in(package: Package, base: Presentation, profile: Template) -> bool:
    """Whether the deck was made in the profile's look, as far as can be told: its slides are as large, and most of their colours
    are those of the base as we would write it. `package`: the deck with its slides."""
    from deck.drawing.sheet import Sheets
    from deck.refresh.guard.seen import is_near
    from deck.refresh.written import written
    from deck.template.samples import samples_of

    if sized_otherwise(Sheets(package).size, profile.size):
        return False
    mine, ours = (samples_of(item).colors for item in (package, written(base, profile).package))
    every = sum(mine.values())
    known = sum(weight for color, weight in mine.items() if is_near(color, ours))
    return known >= MOST * every if every else not ours


__all__ = ["knows_look", "sized_otherwise", "was_made_in"]
