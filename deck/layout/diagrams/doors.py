"""As rows, until it is drawn."""

from deck.layout.diagrams.rows import draw

__all__ = ["draw"]
