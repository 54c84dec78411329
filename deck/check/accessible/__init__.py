"""Does everybody reach what the deck says? EN 301 549 clause 10, which for documents mirrors WCAG 2.1 AA."""

from deck.check.accessible import (
    alternatives,
    charts,
    contrast,
    document,
    language,
    links,
    movement,
    order,
    tables,
    titles,
)

RULES = (
    *titles.RULES,
    *alternatives.RULES,
    *order.RULES,
    *contrast.RULES,
    *charts.RULES,
    *tables.RULES,
    *language.RULES,
    *document.RULES,
    *links.RULES,
    *movement.RULES,
)

__all__ = ["RULES"]
