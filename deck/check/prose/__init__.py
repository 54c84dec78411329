"""The Swedish of the content, proofed as hints (the language act, 2009:600 § 11: "vårdat, enkelt och begripligt")."""

from deck.check.prose.proof import proof

__all__ = ["proof"]
