"""The guard below the model: what in a deck bears its owner's hand, and whether all of it is still there after patching."""

from deck.refresh.guard.inventory import Losable, inventory, things_in, words_of
from deck.refresh.guard.mend import mend
from deck.refresh.guard.side import Side, Touch
from deck.refresh.guard.touch import meant_touches, touches
from deck.refresh.guard.witness import (
    LOOKS,
    SAID,
    Account,
    Broken,
    Missing,
    Verdict,
    account,
    keyed,
    rewritten,
    told_things,
    verdict,
)

__all__ = [
    "LOOKS",
    "SAID",
    "Account",
    "Broken",
    "Losable",
    "Missing",
    "Side",
    "Touch",
    "Verdict",
    "account",
    "inventory",
    "keyed",
    "meant_touches",
    "mend",
    "rewritten",
    "things_in",
    "told_things",
    "touches",
    "verdict",
    "words_of",
]
