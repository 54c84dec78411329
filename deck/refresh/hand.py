"""What in a file tells of its owner's hand: all of it, or, where a program wrote every look anew on saving, what such a
program leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deck.drawing.names import Element, local
from deck.refresh.bodies import LINKS, WHOLE, Tells
from deck.refresh.pages import Page
from deck.refresh.rewritten import more_varied
from deck.refresh.touched import restyled


@dataclass(frozen=True)
class Hand:
    """`tells`: what of a paragraph is compared. `restyled`: whether a slot's shape has a look of its owner's, beside the
    same slot as we wrote it. `said`: attributes of a shape's properties (20.1.2.2.8) that are its owner's where they
    are not ours. `doubtful`: kinds of shapes whose looks cannot be told from the program's, so that all of them stay."""

    tells: Tells
    restyled: Callable[[Page, Sequence[Page], str], bool]
    said: tuple[str, ...]
    doubtful: frozenset[str] = frozenset()

    def doubts(self, shape: Element) -> bool:
        """Whether the shape's looks may be its owner's, and nothing can tell."""
        return local(shape) in self.doubtful


PLAIN = Hand(WHOLE, restyled, ("name", "descr", "title", "hidden"))
"""Every look that we did not write is the owner's."""
REWRITTEN = Hand(LINKS, more_varied, ("descr", "title", "hidden"), frozenset({"graphicFrame"}))
"""A program (LibreOffice) wrote every look and every name anew: only their variety tells, and links."""


def hand_of(rewritten: bool) -> Hand:
    """`rewritten`: a program wrote ids and looks anew."""
    return REWRITTEN if rewritten else PLAIN


__all__ = ["PLAIN", "REWRITTEN", "Hand", "hand_of"]
