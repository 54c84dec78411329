"""An edited deck follows the guidance: recognised, merged three ways, patched."""

from deck.refresh.outcome import Change, Choice, Conflict, Refreshed

__all__ = ["Change", "Choice", "Conflict", "Refreshed"]
