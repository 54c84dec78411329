"""A deck as `deck build` gives it: sealed, and replaced only where nothing in it is its owner's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deck.package import Package
from deck.pptx.seal import DECK, is_built, sealed_pieces

if TYPE_CHECKING:
    from deck.layout import LaidOutDeck
    from deck.presentation import Presentation

KIND = replace(DECK, ours=is_built, in_file=(DECK.is_alike, is_built))


def write(_presentation: Presentation, _laid_out: LaidOutDeck, package: Package) -> bytes:
    return b"".join(sealed_pieces(package, "built"))
