"""Three presentations into one: what was generated, what its owner made of it, what the guidance says now. Pure."""

from deck.refresh.merge.deck import merge

__all__ = ["merge"]
