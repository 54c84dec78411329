"""Slides with every box, size and colour decided: the template's layouts, filled with measured text."""

from deck.layout.audit import audit
from deck.layout.engine import lay_out
from deck.layout.model import LaidOutDeck, LaidOutSlide

__all__ = ["LaidOutDeck", "LaidOutSlide", "audit", "lay_out"]
