"""A loop: a process whose last step leads back to its first."""

from deck.layout.diagrams.process import draw

__all__ = ["draw"]
