"""The guard below the model: what in a deck bears its owner's hand, and whether all of it is still there after patching."""

from deck.refresh.guard.inventory import Losable, inventory
from deck.refresh.guard.mend import mend
from deck.refresh.guard.touch import Side, Touch, touches
from deck.refresh.guard.witness import Account, Broken, Missing, Verdict, account, rewritten, verdict

__all__ = [
    "Account",
    "Broken",
    "Losable",
    "Missing",
    "Side",
    "Touch",
    "Verdict",
    "account",
    "inventory",
    "mend",
    "rewritten",
    "touches",
    "verdict",
]
