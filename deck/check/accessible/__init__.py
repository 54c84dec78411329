"""Does everybody reach what the deck says? EN 301 549 clause 10, which for documents mirrors WCAG 2.1 AA."""

from deck.check.family import rules_in

FIRST = (
    "titles",
    "alternatives",
    "order",
    "contrast",
    "charts",
    "highlight",
    "tables",
    "language",
    "document",
    "sections",
    "links",
    "movement",
)
RULES = rules_in(__name__, __path__, FIRST)

__all__ = ["RULES"]
