"""An edited deck follows the guidance: recognised, merged three ways, patched."""

from deck.refresh.outcome import Change, Choice, Question, Refreshed

__all__ = ["Change", "Choice", "Question", "Refreshed"]
