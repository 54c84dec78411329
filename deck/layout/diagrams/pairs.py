"""pairs: a plain drawing until its own."""

from deck.layout.stacked import stacked as draw

__all__ = ["draw"]
