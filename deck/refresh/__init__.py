"""An edited deck follows the guidance: recognised, merged three ways, patched."""

from typing import TYPE_CHECKING

from deck.lazy import by_need

if TYPE_CHECKING:
    from deck.refresh.outcome import Change, Choice, Question, Refreshed

__all__ = ["Change", "Choice", "Question", "Refreshed"]
__getattr__ = by_need(__name__, {"outcome": "Change Choice Question Refreshed"})
