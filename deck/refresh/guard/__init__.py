"""The guard below the model: what in a deck bears its owner's hand, and whether all of it is still there after patching."""

from typing import TYPE_CHECKING

from deck.lazy import by_need

if TYPE_CHECKING:
    from deck.refresh.guard.inventory import things_in
    from deck.refresh.guard.losable import Losable, words_of
    from deck.refresh.guard.missing import LOOKS, SAID, Missing, Things, told_things
    from deck.refresh.guard.side import Side, Touch
    from deck.refresh.guard.touch import meant_touches, touches
    from deck.refresh.guard.witness import Account, Broken, Verdict, account, keyed, rewritten, verdict

__all__ = [
    "LOOKS",
    "SAID",
    "Account",
    "Broken",
    "Losable",
    "Missing",
    "Side",
    "Things",
    "Touch",
    "Verdict",
    "account",
    "keyed",
    "meant_touches",
    "rewritten",
    "things_in",
    "told_things",
    "touches",
    "verdict",
    "words_of",
]
__getattr__ = by_need(
    __name__,
    {
        "inventory": "things_in",
        "losable": "Losable words_of",
        "missing": "LOOKS SAID Missing Things told_things",
        "side": "Side Touch",
        "touch": "meant_touches touches",
        "witness": "Account Broken Verdict account keyed rewritten verdict",
    },
)
